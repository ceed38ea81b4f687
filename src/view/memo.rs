//! Wrapped texts, kept so that a key does not wrap a whole page again.

use std::collections::HashMap;
use std::rc::Rc;

use crate::text::width::WidthMode;
use crate::text::wrap::wrap;

/// More texts than any screen has; past it, all are forgotten rather than some tracked.
const MOST: usize = 1_000;

/// The lines of texts at widths, as they were wrapped before.
#[derive(Debug, Default)]
pub struct Memo {
    lines: HashMap<(String, usize, bool), Rc<[String]>>,
}

impl Memo {
    /// `text` in lines of at most `width` cells.
    pub(super) fn wrap(&mut self, text: &str, width: usize, mode: WidthMode) -> Rc<[String]> {
        let key = (text.to_owned(), width, mode == WidthMode::Wide);
        if let Some(lines) = self.lines.get(&key) {
            return Rc::clone(lines);
        }
        if self.lines.len() >= MOST {
            self.lines.clear();
        }
        let lines: Rc<[String]> = wrap(text, width, mode).into();
        self.lines.insert(key, Rc::clone(&lines));
        lines
    }
}
