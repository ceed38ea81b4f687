//! What was put out before, so that who listens hears what is new and not the whole page again.
//! Forgets nothing that has to be said: where nothing differs, or another page is there, all of it is said.

use super::{Letters, lines, takes_text, without_keys};
use crate::app::{App, Screen, page};
use crate::text::catalog::Catalog;

/// What this session has put out.
#[derive(Default)]
pub struct Shown {
    /// Screens whose letters were named in full.
    named: Vec<Screen>,
    last: Option<Last>,
}

struct Last {
    screen: Screen,
    language: String,
    text: String,
}

impl Shown {
    /// What to put out for the page that is there now.
    pub fn next(&mut self, app: &App, catalog: &Catalog) -> String {
        // A field opens on its page and closes to it: the page is remembered meanwhile.
        if takes_text(app) {
            return lines(app, catalog, Letters::Few);
        }
        let screen = app.screen();
        let text = lines(app, catalog, Letters::Few);
        let said = page(app)
            .message
            .map(|message| catalog.message(&without_keys(&message)));
        let said = said.unwrap_or_default();
        let new = self.last.as_ref().filter(|last| last.is_of(app, &text));
        let new = new
            .map(|last| last.new_in(&text, &said))
            .unwrap_or_default();
        self.last = Some(Last {
            screen,
            language: app.language().to_owned(),
            text: text.clone(),
        });
        if !new.is_empty() {
            return new;
        }
        if self.named.contains(&screen) {
            return text;
        }
        self.named.push(screen);
        lines(app, catalog, Letters::All)
    }

    /// All of the page, as if it had never been said.
    #[must_use]
    pub fn again(app: &App, catalog: &Catalog) -> String {
        lines(app, catalog, Letters::All)
    }
}

impl Last {
    /// The same question, or the same page. A list that was narrowed is another list.
    fn is_of(&self, app: &App, text: &str) -> bool {
        self.screen == app.screen()
            && !self.screen.is_filtered()
            && !self.screen.is_a_glossary()
            && self.language == app.language()
            && heading(&self.text) == heading(text)
    }

    /// What is `said` to this line is new, also if the same was said to the line before.
    fn new_in(&self, text: &str, said: &str) -> String {
        let known: Vec<&str> = self.text.lines().collect();
        text.split_inclusive('\n')
            .filter(|line| {
                let line = line.trim_end_matches('\n');
                !known.contains(&line) || (!line.is_empty() && said.contains(line))
            })
            .collect()
    }
}

/// The check's name and where one is.
fn heading(text: &str) -> Option<&str> {
    text.lines().find(|line| !line.is_empty())
}
