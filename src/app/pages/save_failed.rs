//! Saving failed: what happened, what is safe, what to do next, and a way to go on.

use crate::app::action::Action;
use crate::app::page::{Kind, Row};
use crate::app::{App, Screen};
use crate::questionnaire::fault::SaveFault;
use crate::text::Message;
use crate::text::system_error::number_message;

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let fault = app.open.saving.failed.unwrap_or(SaveFault::Other(None));
    let (happened, mend) = match fault {
        SaveFault::NoSpace => ("save-no-space", "save-no-space-mend"),
        SaveFault::ReadOnly => ("save-read-only", "save-read-only-mend"),
        SaveFault::Denied => ("save-denied", "save-denied-mend"),
        SaveFault::FolderGone => ("save-folder-gone", "save-folder-gone-mend"),
        SaveFault::TooLarge => ("save-too-large", "save-too-large-mend"),
        SaveFault::Held => ("save-held", "save-held-mend"),
        SaveFault::InUse => ("save-in-use", "save-in-use-mend"),
        SaveFault::Taken
        | SaveFault::InvalidName
        | SaveFault::NewestUnread
        | SaveFault::Unsure(_)
        | SaveFault::Other(_) => ("save-other", "save-other-mend"),
    };
    let happened = match fault {
        SaveFault::Unsure(number) | SaveFault::Other(number) => {
            Message::new(happened).with("reason", number_message(number))
        }
        SaveFault::Taken | SaveFault::NewestUnread => {
            Message::new(happened).with("reason", number_message(None))
        }
        SaveFault::InvalidName => {
            Message::new(happened).with("reason", Message::new("system-odd-name"))
        }
        _ => Message::new(happened),
    };
    let lost = match app.open.saving.last {
        Some((moment, index)) => Message::new("save-leave-unsaved")
            .with("when", app.moment_name(moment))
            .with("at", index + 1),
        None => Message::new("save-leave-never-saved"),
    };
    vec![
        Row::new(Kind::Heading, happened),
        Row::blank(),
        Row::said(Kind::Care, "save-safe"),
        Row::said(Kind::Text, mend),
        Row::blank(),
        Row::action("save-retry", Action::Retry),
        Row::action("save-elsewhere", Action::Open(Screen::Elsewhere)),
        Row::action("save-go-on", Action::GoOn),
        Row::new(Kind::Action, lost).doing(Action::LeaveUnsaved),
    ]
}
