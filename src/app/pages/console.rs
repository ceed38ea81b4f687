//! What stands first on a bare Linux console, in plain ASCII: that it may not draw Japanese, and English.

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
    if !app.is_english() {
        // The same row as further down, but where it is seen: an action stands on a page only once.
        rows.retain(|row| row.action != Some(Action::SwitchLanguage));
        first.push(Row::new(Kind::Action, app.next_language()).doing(Action::SwitchLanguage));
    }
    first.push(Row::blank());
    first.append(&mut rows);
    first
}

impl App {
    /// What a bare console is told, in English whatever the language is.
    pub(in crate::app) fn console_says(&self) -> Message<'static> {
        Message::new(if self.is_english() {
            "console-speaks-english"
        } else {
            "console-may-not-draw"
        })
    }

    fn is_english(&self) -> bool {
        self.language.starts_with("en")
    }
}
