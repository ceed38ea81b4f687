//! Floor 4: one run of the app with its words, for whichever face shows it. Lets an event happen and carries out what
//! needs no disk and no terminal; what is left is told to the face as steps. Draws nothing and writes nothing.

use std::mem;
use std::sync::Arc;

use crate::app::event::{Effect, Event};
use crate::app::request::{Request, Setting};
use crate::app::{App, update};
use crate::pack_library::PackLibrary;
use crate::questionnaire::moment::Moment;
use crate::text::catalog::Catalog;

/// The app and the words in which it speaks.
pub struct Session {
    pub app: App,
    pub catalog: Catalog,
    library: PackLibrary,
}

/// What a face has to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Ask the store; the events that answer it are to happen here.
    Ask(Request),
    /// Take presses of the mouse from now on, or leave them to the terminal.
    Mouse(bool),
    Suspend,
    /// Draw the whole screen anew.
    Redraw,
    Quit,
}

impl Session {
    #[must_use]
    pub fn new(app: App, library: PackLibrary, catalog: Catalog) -> Self {
        Self {
            app,
            catalog,
            library,
        }
    }

    /// Goes on in English, on a terminal that shows nothing but ASCII. This is no choice to remember.
    pub fn speak_ascii(&mut self) {
        self.app.take_ascii_only();
        // Not an error: what of the user's own words cannot be used was told at the start.
        (self.catalog, _) = self.library.catalog(self.app.language());
    }

    /// Lets the event happen at the moment `now`; gives what is left to do, in its order.
    pub fn happen(&mut self, event: Event, now: Moment) -> Vec<Step> {
        let mut steps = Vec::new();
        for effect in update(&mut self.app, event, now) {
            match effect {
                Effect::Save => {
                    let case = self.app.case().cloned();
                    steps.extend(case.map(|case| Step::Ask(Request::Save(Box::new(case)))));
                }
                Effect::Ask(request) => steps.push(Step::Ask(request)),
                Effect::Fill(message) => {
                    let words = self.catalog.message(&message);
                    steps.extend(self.happen(Event::Filled(words), now));
                }
                Effect::Language(code) => {
                    // Not an error: what of the user's own words cannot be used was told at the start.
                    (self.catalog, _) = self.library.catalog(&code);
                    steps.push(Step::Ask(Request::Remember(Setting::Language(code))));
                }
                Effect::Mouse(is_taken) => {
                    steps.push(Step::Mouse(is_taken));
                    steps.push(Step::Ask(Request::Remember(Setting::Mouse(is_taken))));
                }
                Effect::Digits(goes_on) => {
                    steps.push(Step::Ask(Request::Remember(Setting::Digits(goes_on))));
                }
                Effect::Suspend => steps.push(Step::Suspend),
                Effect::Redraw => steps.push(Step::Redraw),
                Effect::Quit => steps.push(Step::Quit),
            }
        }
        steps
    }

    /// The program ends. To let go of words and packs piece by piece would be a tenth of a start, and the system takes
    /// them back all at once. What was typed is let go of: a passphrase is overwritten then.
    pub fn leave(self) {
        for pack in self.app.packs() {
            mem::forget(Arc::clone(pack));
        }
        mem::forget(self.catalog);
    }
}
