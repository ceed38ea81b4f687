//! The one text editor, for one line and for many: a cursor between graphemes, and undo.
//! Knows nothing of wrapping or of what the text is for.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use zeroize::Zeroize;

use crate::text::width::{WidthMode, cells, clean, clean_multiline, fit};

/// The longest text that a field takes, in characters. A note of this length fills ten screens.
pub const LONGEST: usize = 4_000;

/// The same of one that nobody sees: a command takes a line as long.
const LONGEST_SECRET: usize = 64_000;

/// A key that acts on the text of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edit {
    Left,
    Right,
    WordLeft,
    WordRight,
    Home,
    End,
    /// To the line above or below, as it is seen: `step_line` does it.
    Up,
    Down,
    Backspace,
    Delete,
    DeleteWord,
    DeleteToStart,
    NewLine,
    Undo,
}

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Line,
    Lines,
    /// A passphrase: what it was before is not remembered, and what it is is overwritten at the end.
    Secret,
}

/// Text under edit. The cursor always stands between two graphemes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    text: String,
    cursor: usize,
    kind: Kind,
    undo: Vec<(String, usize)>,
    typing: bool,
    /// The cell to which Up and Down keep, also through lines that are shorter.
    column: Option<usize>,
    /// What stands there was put there: what is typed first takes its place, and any other key leaves it.
    is_chosen: bool,
}

impl Drop for Field {
    fn drop(&mut self) {
        if self.is_secret() {
            self.text.zeroize();
        }
    }
}

impl Field {
    /// A field with its cursor at the end of `text`.
    #[must_use]
    pub fn new(text: &str, many_lines: bool) -> Self {
        let mut field = Self {
            text: String::new(),
            cursor: 0,
            kind: if many_lines { Kind::Lines } else { Kind::Line },
            undo: Vec::new(),
            typing: false,
            column: None,
            is_chosen: false,
        };
        field.insert(text);
        field.undo.clear();
        field.typing = false;
        field
    }

    /// A field with all of `text` chosen: what is typed first takes its place.
    #[must_use]
    pub fn chosen(text: &str) -> Self {
        let mut field = Self::new(text, false);
        field.is_chosen = !text.is_empty();
        field
    }

    /// An empty field for a passphrase.
    #[must_use]
    pub fn secret() -> Self {
        let mut field = Self::new("", false);
        field.kind = Kind::Secret;
        field
    }

    /// The same field with `text` in it, as if it had just been opened.
    #[must_use]
    pub fn holding(&self, text: &str) -> Self {
        if self.is_secret() {
            let mut field = Self::secret();
            field.insert(text);
            field
        } else {
            Self::new(text, self.has_many_lines())
        }
    }

    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The cursor's place, in bytes of `text`.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    #[must_use]
    pub fn has_many_lines(&self) -> bool {
        self.kind == Kind::Lines
    }

    /// Whether what is typed next takes the place of the whole text.
    #[must_use]
    pub fn is_chosen(&self) -> bool {
        self.is_chosen
    }

    /// Puts `typed` in at the cursor, without control characters and in composed form (NFC).
    /// In a field of one line, line ends become spaces. Says whether all of it found room.
    pub fn insert(&mut self, typed: &str) -> bool {
        self.column = None;
        let clean = if self.has_many_lines() {
            clean_multiline(typed)
        } else {
            clean(typed)
        };
        let longest = if self.is_secret() {
            LONGEST_SECRET
        } else {
            LONGEST
        };
        // Both are one step of undo.
        let replaces = self.is_chosen && !clean.is_empty() && self.delete_all();
        let room = longest.saturating_sub(self.text.chars().count());
        let fits: String = clean.chars().take(room).collect();
        let whole = fits.len() == clean.len();
        if !fits.is_empty() {
            let one_key = fits.chars().count() == 1;
            if !(replaces || one_key && self.typing) {
                self.remember();
            }
            self.typing = one_key;
            self.text.insert_str(self.cursor, &fits);
            self.cursor += fits.len();
            self.settle();
        }
        whole
    }

    /// Acts on a key; says whether the text changed.
    pub fn edit(&mut self, edit: Edit) -> bool {
        self.column = None;
        let was_chosen = std::mem::take(&mut self.is_chosen);
        match edit {
            Edit::Backspace | Edit::Delete | Edit::DeleteWord | Edit::DeleteToStart
                if was_chosen =>
            {
                return self.delete_all();
            }
            Edit::Left => self.cursor = self.before(),
            Edit::Right => self.cursor = self.after(),
            Edit::WordLeft => self.cursor = self.word_before(),
            Edit::WordRight => self.cursor = self.word_after(),
            Edit::Home => self.cursor = self.line_start(),
            Edit::End => self.cursor = self.line_end(),
            Edit::Up | Edit::Down => {}
            Edit::Backspace => return self.delete(self.before(), self.cursor),
            Edit::Delete => return self.delete(self.cursor, self.after()),
            Edit::DeleteWord => return self.delete(self.word_before(), self.cursor),
            Edit::DeleteToStart => return self.delete(self.line_start(), self.cursor),
            Edit::NewLine => return self.has_many_lines() && self.insert("\n"),
            Edit::Undo => return self.undo(),
        }
        self.typing = false;
        false
    }

    /// To the line above or below among `lines`, the ranges of the text as it is seen in terminals of this
    /// width; to the same cell if that line reaches so far. From the first one up and the last one down, nowhere.
    pub fn step_line(&mut self, lines: &[Range<usize>], down: bool, mode: WidthMode) {
        self.typing = false;
        let Some(at) = lines.iter().rposition(|line| line.start <= self.cursor) else {
            return;
        };
        let to = if down {
            Some(at + 1)
        } else {
            at.checked_sub(1)
        };
        let Some((to, line)) = to.and_then(|to| Some((to, lines.get(to)?))) else {
            return;
        };
        let here = || cells(&self.text[lines[at].start..self.cursor], mode);
        let column = self.column.unwrap_or_else(here);
        let mut offset = line.start + fit(&self.text[line.clone()], column, mode).len();
        // Where a line was only broken, the place after its end is the start of the next.
        if lines.get(to + 1).is_some_and(|next| next.start == offset) {
            let last = self.text[line.clone()].grapheme_indices(true).next_back();
            offset = line.start + last.map_or(0, |(start, _)| start);
        }
        self.cursor = offset;
        self.column = Some(column);
    }

    fn is_secret(&self) -> bool {
        self.kind == Kind::Secret
    }

    fn delete_all(&mut self) -> bool {
        self.is_chosen = false;
        self.delete(0, self.text.len())
    }

    fn delete(&mut self, from: usize, to: usize) -> bool {
        if from == to {
            return false;
        }
        self.remember();
        self.typing = false;
        self.text.replace_range(from..to, "");
        self.cursor = from;
        self.settle();
        true
    }

    fn undo(&mut self) -> bool {
        self.typing = false;
        let Some((text, cursor)) = self.undo.pop() else {
            return false;
        };
        self.text = text;
        self.cursor = cursor;
        true
    }

    /// Whether there is a step to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    fn remember(&mut self) {
        if self.is_secret() {
            return;
        }
        // A hundred steps back are more than anyone takes, and bound the memory.
        if self.undo.len() == 100 {
            self.undo.remove(0);
        }
        self.undo.push((self.text.clone(), self.cursor));
    }

    // An inserted combining mark joins the grapheme before it: the cursor must not stand inside.
    fn settle(&mut self) {
        if self.cursor < self.text.len() {
            let inside = self
                .text
                .grapheme_indices(true)
                .find(|(start, g)| *start < self.cursor && self.cursor < start + g.len());
            if let Some((start, grapheme)) = inside {
                self.cursor = start + grapheme.len();
            }
        }
    }

    fn before(&self) -> usize {
        let last = self.text[..self.cursor].grapheme_indices(true).next_back();
        last.map_or(0, |(start, _)| start)
    }

    fn after(&self) -> usize {
        let next = self.text[self.cursor..].graphemes(true).next();
        self.cursor + next.map_or(0, str::len)
    }

    fn word_before(&self) -> usize {
        let mut words = self.text[..self.cursor].split_word_bound_indices().rev();
        words
            .find(|(_, word)| !word.trim().is_empty())
            .map_or(0, |(start, _)| start)
    }

    fn word_after(&self) -> usize {
        let mut words = self.text[self.cursor..].split_word_bound_indices();
        words
            .find(|(_, word)| !word.trim().is_empty())
            .map_or(self.text.len(), |(start, word)| {
                self.cursor + start + word.len()
            })
    }

    fn line_start(&self) -> usize {
        self.text[..self.cursor].rfind('\n').map_or(0, |at| at + 1)
    }

    fn line_end(&self) -> usize {
        self.text[self.cursor..]
            .find('\n')
            .map_or(self.text.len(), |at| self.cursor + at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Types `keys` into a field of one line: `<` left, `>` right, `#` backspace, `~` undo.
    fn play(keys: &str) -> String {
        let mut field = Field::new("", false);
        for key in keys.chars() {
            match key {
                '<' => field.edit(Edit::Left),
                '>' => field.edit(Edit::Right),
                '#' => field.edit(Edit::Backspace),
                '~' => field.edit(Edit::Undo),
                c => field.insert(&c.to_string()),
            };
        }
        let (before, after) = field.text().split_at(field.cursor());
        format!("{before}|{after}")
    }

    #[test]
    fn keys_act_on_graphemes() {
        for (keys, left) in [
            ("社長", "社長|"),
            ("社長<#", "|長"),
            ("か\u{3099}#", "|"),
            ("𠮷野<<会", "会|𠮷野"),
            ("社員~", "|"),
            ("社員#~", "社員|"),
            ("ab<<<<x", "x|ab"),
        ] {
            assert_eq!(play(keys), left, "{keys}");
        }
    }

    /// A note of these lines, all but the last broken where `/` stands or ended where `|` does; the cursor at its
    /// end, then moved by `<`, `>`, `^` and `v`.
    fn moved(note: &str, keys: &str) -> String {
        let mut lines = Vec::new();
        let mut text = String::new();
        let mut start = 0;
        for c in note.chars() {
            if matches!(c, '/' | '|') {
                lines.push(start..text.len());
                text.extend((c == '|').then_some('\n'));
                start = text.len();
            } else {
                text.push(c);
            }
        }
        lines.push(start..text.len());
        let mut field = Field::new(&text, true);
        for key in keys.chars() {
            match key {
                '<' => {
                    field.edit(Edit::Left);
                }
                '>' => {
                    field.edit(Edit::Right);
                }
                key => field.step_line(&lines, key == 'v', WidthMode::Narrow),
            }
        }
        let (before, after) = field.text().split_at(field.cursor());
        format!("{before}_{after}")
    }

    #[test]
    fn up_and_down_keep_to_the_cell() {
        for (note, keys, left) in [
            ("abcd|ef", "^", "ab_cd\nef"),
            ("abcd|ef", "^^", "ab_cd\nef"),
            ("abcd|ef", "v", "abcd\nef_"),
            ("abcd||efg", "^^", "abc_d\n\nefg"),
            ("abcd||efg", "^^vv", "abcd\n\nefg_"),
            ("abcd|e|fgh", "^<^", "_abcd\ne\nfgh"),
            ("図面棚|abc", "^", "図_面棚\nabc"),
            ("図面/棚の中", "^", "図_面棚の中"),
            ("図面/棚", "^v", "図面棚_"),
            ("図面|", "^", "_図面\n"),
            ("", "^v", "_"),
        ] {
            assert_eq!(moved(note, keys), left, "{note} {keys}");
        }
    }

    #[test]
    fn a_paste_loses_its_control_characters_and_keeps_the_rest() {
        let mut field = Field::new("", false);
        assert!(field.insert("一行目\r\n\u{1b}[31m二行目\u{202e}"));
        assert_eq!(field.text(), "一行目 [31m二行目");
    }

    #[test]
    fn what_is_too_long_is_cut_and_said_so() {
        let mut field = Field::new("", true);
        assert!(!field.insert(&"長".repeat(LONGEST + 1)));
        assert_eq!(field.text().chars().count(), LONGEST);
    }
}
