//! What an advisor keeps of a firm for themselves (自分だけのメモ): how its name is read, the next visit, tags, notes. It lies
//! beside the cases and never in one, so that nothing that is made of a case can hold it. Knows no file and no clock.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::questionnaire::encoding::text_from;
use crate::questionnaire::id::{FirmId, PackId, QuestionId};
use crate::questionnaire::moment::Day;
use crate::questionnaire::reading::{ReadFault, is_within_limits, not_json, wrong_shape};

/// The format of a desk file.
pub const FORMAT: u32 = 1;

/// More than this, in bytes, is not taken for one.
pub const LIMIT: u64 = 1_000_000;

/// What is kept of one firm. Members that this version does not know are kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Desk {
    format: u32,
    pub firm: FirmId,
    /// Raised by every change.
    pub revision: u64,
    /// How the name of the firm is read (よみ).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reading: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_visit: Option<Day>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Of the firm.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Of single questions.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub notes: BTreeMap<PackId, BTreeMap<QuestionId, String>>,
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Desk {
    /// Nothing yet.
    #[must_use]
    pub fn new(firm: FirmId) -> Self {
        Self {
            format: FORMAT,
            firm,
            revision: 0,
            reading: String::new(),
            next_visit: None,
            tags: Vec::new(),
            note: String::new(),
            notes: BTreeMap::new(),
            other: Map::new(),
        }
    }

    /// The note of this question; empty where there is none.
    #[must_use]
    pub fn note_of(&self, pack: &PackId, question: &QuestionId) -> &str {
        let of_pack = self.notes.get(pack);
        // Not an error: a question of which nothing was noted.
        of_pack
            .and_then(|notes| notes.get(question))
            .map_or("", String::as_str)
    }

    /// Keeps a note of this question; an empty one takes it away.
    pub fn set_note_of(&mut self, pack: &PackId, question: &QuestionId, note: &str) {
        if note.is_empty() {
            if let Some(notes) = self.notes.get_mut(pack) {
                notes.remove(question);
            }
            self.notes.retain(|_, notes| !notes.is_empty());
        } else {
            let notes = self.notes.entry(pack.clone()).or_default();
            notes.insert(question.clone(), note.to_owned());
        }
    }

    /// The tags, as they are typed on one line: with blanks or commas between them, each once.
    pub fn set_tags(&mut self, typed: &str) {
        self.tags.clear();
        let words =
            typed.split(|c: char| c.is_whitespace() || matches!(c, ',' | '\u{3001}' | '\u{ff0c}'));
        for word in words.filter(|word| !word.is_empty()) {
            if !self.tags.iter().any(|tag| tag == word) {
                self.tags.push(word.to_owned());
            }
        }
    }

    /// Reads the bytes of a desk file, of this firm or of another. What is newer is told from what is damaged.
    pub fn read(bytes: &[u8]) -> Result<Self, ReadFault> {
        if u64::try_from(bytes.len()).is_ok_and(|length| length > LIMIT) || !is_within_limits(bytes)
        {
            return Err(ReadFault::TooLarge);
        }
        if bytes
            .iter()
            .all(|byte| *byte == 0 || byte.is_ascii_whitespace())
        {
            return Err(ReadFault::Empty);
        }
        let text = text_from(bytes).map_err(ReadFault::Encoding)?;
        let raw: Value = serde_json::from_str(&text).map_err(|error| not_json(&text, &error))?;
        match raw.get("format").and_then(Value::as_u64) {
            Some(format) if format > u64::from(FORMAT) => return Err(ReadFault::Newer { format }),
            Some(format) if format == u64::from(FORMAT) => {}
            _ => return Err(wrong_shape("format")),
        }
        // From the text again: a member that stands there twice is told only here.
        let mut deserializer = serde_json::Deserializer::from_str(&text);
        serde_path_to_error::deserialize(&mut deserializer)
            .map_err(|error| wrong_shape(&error.path().to_string()))
    }

    /// The bytes of its file. None if they could not be read again: such a file must not replace one that can.
    #[must_use]
    pub fn written(&self) -> Option<Vec<u8>> {
        // Not an error: whoever gets nothing tells that it cannot be kept like this.
        let mut bytes = serde_json::to_vec_pretty(self).ok()?;
        bytes.push(b'\n');
        (Self::read(&bytes).as_ref() == Ok(self)).then_some(bytes)
    }
}
