//! What the user is told about the data folder before anything else: rare, and never to be missed.

use crate::app::App;
use crate::app::action::Action;
use crate::app::page::{Kind, Row};
use crate::questionnaire::folder_notice::FolderNotice;
use crate::text::Message;

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let mut rows = vec![Row::said(Kind::Heading, "news-title"), Row::blank()];
    for news in &app.news {
        rows.push(Row::new(Kind::Bullet, said(app, *news)));
    }
    rows.push(Row::blank());
    rows.push(Row::action("news-go-on", Action::GoOn));
    rows
}

fn said(app: &App, news: FolderNotice) -> Message<'static> {
    match news {
        FolderNotice::ClosedNow(count) => Message::new("news-closed-now").with("count", count),
        FolderNotice::StaysOpen => Message::new("news-stays-open"),
        FolderNotice::NoLocks => Message::new("news-no-locks"),
        FolderNotice::ClockWentBack(last) => {
            Message::new("news-clock").with("when", app.moment_name(last))
        }
        FolderNotice::HalfLocked { sealed, open } => Message::new("news-half-locked")
            .with("files", sealed + open)
            .with("sealed", sealed)
            .with("open", open),
        FolderNotice::HalfUnlocked { sealed, open } => Message::new("news-half-unlocked")
            .with("files", sealed + open)
            .with("sealed", sealed)
            .with("open", open),
        FolderNotice::LockUnknown => Message::new("news-lock-unknown"),
        FolderNotice::Gone(count) => Message::new("news-gone").with("count", count),
    }
}
