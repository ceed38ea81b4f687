//! What stands first, in plain ASCII, on a bare Linux console and on a terminal that is not set to UTF-8: that it may
//! not draw Japanese, and English.

use crate::app::action::Action;
use crate::app::page::{Kind, Row};
use crate::app::screens::Breadcrumb;
use crate::app::{App, Console};
use crate::text::Message;

/// The first screen's rows, after what such a console needs to be told.
pub(super) fn before<'a>(app: &'a App, rows: Vec<Row<'a>>) -> Vec<Row<'a>> {
    if app.console == Console::Full || app.screen().breadcrumb() != Some(Breadcrumb::Language) {
        return rows;
    }
    let mut first = vec![Row::new(Kind::Care, app.console_says())];
    let mut rows = rows;
    if app.console == Console::Ascii || !app.is_english() {
        rows.retain(|row| row.action != Some(Action::SwitchLanguage));
    }
    if !app.is_english() {
        // The same row as further down, but where it is seen: an action stands on a page only once.
        first.push(Row::new(Kind::Action, app.next_language()).doing(Action::SwitchLanguage));
    }
    first.push(Row::blank());
    first.append(&mut rows);
    first
}

impl App {
    /// What a bare console is told, in English whatever the language is.
    pub(in crate::app) fn console_says(&self) -> Message<'static> {
        Message::new(match self.console {
            Console::Ascii => "console-ascii-only",
            _ if self.is_english() => "console-speaks-english",
            _ => "console-may-not-draw",
        })
    }

    fn is_english(&self) -> bool {
        self.language.starts_with("en")
    }
}
