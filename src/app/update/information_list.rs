//! The list of information: adding, writing, choosing, taking off and putting back.
//! Taking off asks once; nothing that was typed goes without being asked for.

use super::UpdateContext;
use crate::app::action::{Action, Detail, Level, Listing, Whose};
use crate::app::event::Effect;
use crate::app::information_list::MOST;
use crate::app::{Purpose, Screen, page};
use crate::questionnaire::case::{Information, Owner};
use crate::questionnaire::seen::visible;
use crate::text::{Message, Text};

impl UpdateContext<'_> {
    pub(super) fn list(&mut self, listing: Listing) {
        let only_looks = matches!(listing, Listing::Entry(_));
        if !only_looks && self.app.open.case.is_some() && !self.may_write() {
            return;
        }
        match listing {
            Listing::Add => self.add(),
            Listing::Entry(index) => self.open_entry(usize::from(index)),
            Listing::Example(index) => self.toggle_example(usize::from(index)),
            Listing::Write(detail) => self.write_detail(detail),
            Listing::Form(index) => self.choose_form(usize::from(index)),
            Listing::Owner(whose) => self.choose_owner(whose),
            Listing::Level(level) => self.choose_level(level),
            Listing::Remove => self.remove(),
            Listing::PutBack => self.put_back(),
            Listing::TakeForms => self.take_forms_of_list(),
        }
    }

    /// Something may only be taken off by two choices in a row.
    pub(super) fn forget_what_was_asked(&mut self) {
        self.app.open.list.asked = false;
    }

    fn has_room(&mut self) -> bool {
        let has_room = self.app.information().len() < MOST;
        if !has_room {
            self.app.message = Some(Message::new("information-full").with("most", MOST));
        }
        has_room
    }

    fn add(&mut self) {
        if self.has_room() {
            self.open_entry(self.app.information().len());
            self.write_detail(Detail::What);
        }
    }

    fn open_entry(&mut self, index: usize) {
        self.app.open.list.at = index;
        self.app.open.list.untied = None;
        self.open(Screen::Entry);
    }

    /// Changes the list. A check begins with its first word: nothing that was written is in no check.
    fn change_list(&mut self, how: impl FnOnce(&mut Vec<Information>)) {
        if self.app.open.case.is_none() {
            self.begin_case();
        }
        self.change(|case| how(&mut case.information));
    }

    /// Changes the open entry; one that is still to be written enters the list with this.
    fn change_entry(&mut self, how: impl FnOnce(&mut Information)) {
        let at = self.app.open.list.at.min(self.app.information().len());
        self.change_list(|list| {
            if at == list.len() {
                list.push(Information::default());
            }
            how(&mut list[at]);
        });
    }

    fn toggle_example(&mut self, index: usize) {
        let Some(example) = self.app.example(index) else {
            return;
        };
        match self.app.example_on_list(index) {
            None => {
                if self.has_room() {
                    self.change_list(|list| list.push(example));
                }
            }
            Some(at) => {
                let listed = &self.app.information()[at];
                let untouched = Information {
                    what: listed.what.clone(),
                    number: listed.number,
                    ..example
                };
                if *listed == untouched {
                    self.change_list(|list| drop(list.remove(at)));
                } else {
                    self.say("information-example-written-on");
                }
            }
        }
    }

    fn write_detail(&mut self, detail: Detail) {
        let text = self.app.entry().map_or("", |entry| text_of(entry, detail));
        let text = text.to_owned();
        self.open_field(Purpose::Entry(detail), &text, false);
        let row = match detail {
            Detail::Level => Listing::Level(Level::Own),
            detail => Listing::Write(detail),
        };
        self.app.layer_mut().cursor = Some(Action::List(row));
    }

    /// A text was left: it goes into the entry.
    pub(super) fn keep_detail(&mut self, detail: Detail, text: &str) {
        let text = visible(text).to_owned();
        self.change_entry(|entry| match detail {
            Detail::What => entry.what = text,
            Detail::Place => entry.place = text,
            Detail::EntrustedBy => entry.entrusted_by = Some(text),
            Detail::SeenBy => entry.seen_by = text,
            Detail::Level => entry.level = text,
        });
        // All that was typed is taken back: what says nothing is no entry.
        let last = self.app.information().len().checked_sub(1);
        if self.app.entry().is_some_and(Information::says_nothing)
            && last == Some(self.app.open.list.at)
        {
            self.change_list(|list| drop(list.pop()));
        }
    }

    /// Enter in a text: on to the row after it.
    pub(super) fn go_on_in_entry(&mut self) {
        let actions = page(self.app).actions();
        let mut after = actions
            .iter()
            .skip_while(|action| Some(**action) != self.app.layer().cursor);
        if let Some(next) = after.nth(1).copied() {
            self.app.layer_mut().cursor = Some(next);
        }
    }

    fn choose_form(&mut self, index: usize) {
        let forms = &self.app.listing_pack().forms;
        let Some(form) = forms.get(index).map(|form| form.id.clone()) else {
            return;
        };
        let was = self.app.entry().and_then(|entry| entry.form.clone());
        let wanted = (was.as_ref() != Some(&form)).then_some(form);
        self.change_entry(|entry| entry.form = wanted);
    }

    /// Who has entrusted it is kept while it is said to be somebody else's, and comes back with that.
    fn choose_owner(&mut self, whose: Whose) {
        let entry = self.app.entry();
        let was = entry.map_or(Owner::NotSaid, Information::owner);
        let by = entry.and_then(|entry| entry.entrusted_by.clone());
        let chosen = match whose {
            Whose::Own => Owner::Own,
            Whose::Entrusted => Owner::Entrusted,
        };
        let wanted = if was == chosen {
            Owner::NotSaid
        } else {
            chosen
        };
        let untied = &mut self.app.open.list.untied;
        let by = if wanted == Owner::Entrusted {
            Some(untied.take().unwrap_or_default())
        } else {
            *untied = by.or(untied.take());
            None
        };
        self.change_entry(|entry| {
            entry.owner = wanted.code().map(str::to_owned);
            entry.entrusted_by = by;
        });
    }

    fn choose_level(&mut self, level: Level) {
        self.write_detail(Detail::Level);
        self.app.layer_mut().cursor = Some(Action::List(Listing::Level(level)));
        let words = match level {
            Level::Named => "information-level-named",
            Level::Company => "information-level-company",
            Level::Own => return,
        };
        self.effects.push(Effect::Fill(Message::new(words)));
    }

    fn remove(&mut self) {
        let at = self.app.open.list.at;
        if !self.app.open.list.asked {
            self.app.open.list.asked = true;
            self.say("information-remove-ask");
            return;
        }
        let Some(entry) = self.app.information().get(at).cloned() else {
            return;
        };
        self.app.message =
            Some(Message::new("information-removed").with("what", name_of(&entry.what)));
        self.app.open.list.removed = Some((at, entry));
        self.change_list(|list| drop(list.remove(at)));
        self.close();
    }

    fn put_back(&mut self) {
        if !self.has_room() {
            return;
        }
        let Some((at, entry)) = self.app.open.list.removed.take() else {
            return;
        };
        self.app.message =
            Some(Message::new("information-is-back").with("what", name_of(&entry.what)));
        let at = at.min(self.app.information().len());
        self.change_list(|list| list.insert(at, entry));
        let index = u16::try_from(at).unwrap_or(u16::MAX);
        self.app.layer_mut().cursor = Some(Action::List(Listing::Entry(index)));
    }

    fn take_forms_of_list(&mut self) {
        let taken = self.app.forms_to_take();
        let forms = self.app.chosen_forms().to_vec();
        self.app.open.forms = [forms, taken].concat();
        self.keep_forms();
        self.say("information-forms-taken");
        self.app.place_cursor();
    }
}

fn text_of(entry: &Information, detail: Detail) -> &str {
    match detail {
        Detail::What => &entry.what,
        Detail::Place => &entry.place,
        Detail::EntrustedBy => entry.entrusted_by.as_deref().unwrap_or_default(),
        Detail::SeenBy => &entry.seen_by,
        Detail::Level => &entry.level,
    }
}

/// What an entry is called in a sentence.
fn name_of(what: &str) -> Text<'static> {
    if what.is_empty() {
        return Message::new("information-unnamed").into();
    }
    crate::app::pages::shortened(what).into_owned().into()
}
