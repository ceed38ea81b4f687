//! Puts every message of a page into words, in every language for itself.

use std::collections::HashSet;

use mamori::app::page::Page;
use mamori::text::catalog::Catalog;
use mamori::text::{Arg, Message, Text};

/// Which messages were put into words so far, in every language. A message that is missing, or
/// lacks an argument, panics.
pub(super) struct Said {
    catalogs: Vec<Catalog>,
    known: HashSet<String>,
}

impl Said {
    /// Nothing was said yet.
    pub(super) fn nothing() -> Self {
        Self {
            catalogs: vec![only("ja"), only("en")],
            known: HashSet::new(),
        }
    }

    /// Puts everything on the page into words.
    pub(super) fn page(&mut self, page: &Page<'_>) {
        let heads = page.title.iter().chain(
            page.breadcrumb
                .iter()
                .flat_map(|(long, short)| [long, short]),
        );
        for text in heads {
            self.text(text);
        }
        for row in &page.rows {
            let also = row.inline_actions.iter().map(|(text, _)| text);
            for text in std::iter::once(&row.text)
                .chain(&row.column)
                .chain(&row.right)
                .chain(also)
            {
                self.text(text);
            }
        }
        if let Some(message) = &page.message {
            self.message(message);
        }
        for hint in &page.hints {
            self.message(&Message::new(hint.cap));
            self.message(&Message::new(hint.words));
        }
    }

    fn text(&mut self, text: &Text<'_>) {
        if let Text::Message(message) = text {
            self.message(message);
        }
    }

    fn message(&mut self, message: &Message<'_>) {
        let names: Vec<&str> = message.args.iter().map(|(name, _)| *name).collect();
        if self.known.insert(format!("{} {names:?}", message.id)) {
            for catalog in &self.catalogs {
                assert!(
                    catalog.has(message.id),
                    "{} in {:?}",
                    message.id,
                    catalog.chain()
                );
                assert_ne!(catalog.message(message), message.id);
            }
        }
        for (_, arg) in &message.args {
            if let Arg::Text(text) = arg {
                self.text(text);
            }
        }
    }
}

/// A catalogue of one language alone, so that nothing is borrowed from another.
fn only(language: &str) -> Catalog {
    let files = mamori::assets::builtin_locales()
        .iter()
        .find(|(code, _)| *code == language)
        .map(|(_, files)| files.iter().map(|(_, text)| (*text).into()).collect())
        .expect("a language that comes with the program");
    let (catalog, issues) = Catalog::new(vec![mamori::text::catalog::LanguageSource {
        code: language.to_owned(),
        files,
        overrides: Vec::new(),
    }]);
    assert_eq!(issues, []);
    catalog
}
