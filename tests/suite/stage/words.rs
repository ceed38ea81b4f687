//! The words that come with the program, read once a test.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use mamori::pack_library::PackLibrary;
use mamori::text::catalog::Catalog;

thread_local! {
    /// Reading the locales takes longer than a journey; a catalogue cannot cross threads.
    static WORDS: RefCell<HashMap<String, Rc<Catalog>>> = RefCell::default();
}

/// The words that come with the program.
pub(crate) fn words(language: &str) -> Rc<Catalog> {
    WORDS.with_borrow_mut(|known| {
        let catalog = known.entry(language.to_owned()).or_insert_with(|| {
            let (catalog, issues) = PackLibrary::new(None).catalog(language);
            assert!(issues.is_empty());
            Rc::new(catalog)
        });
        Rc::clone(catalog)
    })
}
