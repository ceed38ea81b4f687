//! What a key does, in the words of this very state: what Enter does to the row under the cursor, where Esc leads.
//! Names messages of the locales and decides nothing.

use super::Binding;
use crate::app::action::{Action, By, Export, Level, Listing, Merging, Paper, Received, Who};
use crate::app::{App, Purpose, Screen};
use crate::questionnaire::reader::Reader;

/// What the key does, in the words of this state.
pub(super) fn words(app: &App, binding: &Binding) -> &'static str {
    match binding.words {
        "key-choose" => choose_words(app),
        "key-mark-unmark" if app.is_on_a_mark_that_is_set() => "key-unmark",
        "key-mark-unmark" => "key-mark",
        "key-next" if !app.is_answered() => "key-later",
        "key-back" => back_words(app),
        "key-hide-others" if app.lists.hides_others() => "key-show-others",
        "key-beside" if app.reader_under_the_cursor().is_some() => "key-formats",
        "key-keep" => keep_words(app),
        other => other,
    }
}

/// What Enter does: that of the row under the cursor.
fn choose_words(app: &App) -> &'static str {
    let Some(cursor) = app.layer().cursor else {
        return "key-next";
    };
    match cursor {
        Action::FocusText(_) => "key-next",
        Action::Answer(choice) if app.chosen() == Some(choice) => "key-next",
        Action::Measure(_) if app.is_marked(cursor) == Some(true) => "key-back",
        action if app.is_marked(action) == Some(true) => "key-next",
        Action::Point(_)
        | Action::PointNone(_)
        | Action::ToggleForm(_)
        | Action::Measure(_)
        | Action::Record(_)
        | Action::Merge(Merging::Taken(_))
        | Action::List(Listing::Example(_) | Listing::Owner(_))
        | Action::Export(
            Export::Anonymous
            | Export::Notes
            | Export::NameFiles
            | Export::Passphrase
            | Export::Group(..),
        ) => "key-mark",
        Action::Task(_) => "key-choose-who",
        Action::SetDay(_) => "key-choose-day",
        Action::Question(_) => "key-mend",
        Action::Export(Export::As(..) | Export::To(Reader::Own))
        | Action::Paper(
            Paper::Make(_)
            | Paper::MakeBlank
            | Paper::MakeFirst
            | Paper::MakeChanges(_)
            | Paper::MakeHomework,
        ) => "key-export",
        Action::Open(_)
        | Action::Section(_)
        | Action::Continue
        | Action::Case(_)
        | Action::OtherWalk(_)
        | Action::ShowWhy
        | Action::Paper(Paper::Show(_) | Paper::OpenFile)
        | Action::ShowPoints
        | Action::Received(Received::File(_))
        | Action::List(Listing::Entry(_))
        | Action::Export(Export::To(_) | Export::OtherFormats) => "key-open",
        Action::EditNote
        | Action::EditName
        | Action::EditPassphrase
        | Action::EditFolder
        | Action::RenameChosen
        | Action::OwnReason
        | Action::Received(Received::EditPath | Received::EditPassphrase)
        | Action::Who(Who::Own)
        | Action::By(By::Own)
        | Action::List(Listing::Add | Listing::Write(_) | Listing::Level(Level::Own))
        | Action::RecordKept(..)
        | Action::OwnNote(_)
        | Action::Paper(Paper::Write(_) | Paper::EditPath | Paper::WriteVisit)
        | Action::Export(Export::EditPath | Export::OtherName | Export::Profile(_)) => "key-write",
        Action::Code(_) => "key-show-code",
        Action::Merge(Merging::Take) => "key-take",
        Action::Leave => "key-end",
        _ => "key-choose",
    }
}

/// What Enter does in a field of one line.
fn keep_words(app: &App) -> &'static str {
    match app.editing.as_ref().map(|editing| editing.purpose) {
        Some(Purpose::Passphrase | Purpose::FilePassphrase) => "key-unlock",
        Some(Purpose::Folder) => "key-use-place",
        Some(Purpose::ReceivedPath) => "key-open",
        Some(Purpose::HandedPassphrase) => "key-next",
        _ => "key-keep",
    }
}

pub(super) fn back_words(app: &App) -> &'static str {
    if let Some(editing) = &app.editing {
        return match editing.purpose {
            Purpose::Filter
            | Purpose::Folder
            | Purpose::FilePassphrase
            | Purpose::HandedPassphrase
            | Purpose::HandedPassphraseAgain => "key-back",
            Purpose::Passphrase => "key-back-to-leave",
            _ => "key-keep-and-back",
        };
    }
    if app.screen().is_outermost() {
        return "key-back-to-leave";
    }
    app.parent().map_or("key-back", Screen::way_back)
}
