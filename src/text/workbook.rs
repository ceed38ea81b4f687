//! What is to be said of a workbook that came back: its findings cell by cell, and why a file is none.
//! Decides nothing and keeps nothing.

use crate::questionnaire::outcome::Outcome;
use crate::questionnaire::workbook::{Finding, Value, What, Word, WorkbookFault};
use crate::text::days::day_with_year;
use crate::text::names::outcome_name;
use crate::text::{Message, Text};

/// How much of what was written is quoted, in characters.
const QUOTED: usize = 60;

/// A word that can be chosen, as this language names it.
#[must_use]
pub fn word_name(word: Word) -> Message<'static> {
    match word {
        Word::Met => outcome_name(Outcome::Met),
        Word::Partly => outcome_name(Outcome::Partly),
        Word::NotMet => outcome_name(Outcome::NotMet),
        Word::Unknown => outcome_name(Outcome::Unknown),
        Word::NotApplicable => outcome_name(Outcome::NotApplicable),
        Word::Yes => Message::new("fill-yes"),
        Word::No => Message::new("fill-no"),
        Word::NotHere => Message::new("fill-none"),
        Word::There => Message::new("record-there"),
        Word::NotThere => Message::new("record-not-there"),
    }
}

/// One sentence or two, with the sheet and the cell before them.
#[must_use]
pub fn finding_message(finding: &Finding) -> Message<'_> {
    let what = what_message(&finding.what);
    match &finding.at {
        Some(at) => Message::new("workbook-at")
            .with("sheet", quoted(&at.sheet))
            .with("cell", at.to_string())
            .with("what", what),
        None => what,
    }
}

/// What kind of finding it is, for other programs.
#[must_use]
pub fn finding_code(finding: &Finding) -> &'static str {
    match finding.what {
        What::UnknownWord(_) => "unknown_word",
        What::NotOffered(_) => "not_offered",
        What::NotADay(_) => "not_a_day",
        What::TooLong { .. } => "too_long",
        What::Mistake => "mistake",
        What::Contradiction => "contradiction",
        What::PointsMissing => "points_missing",
        What::NoReason => "no_reason",
        What::ReasonUnused => "reason_unused",
        What::BesideUnread => "beside_unread",
        What::FirmChanged(_) => "firm_changed",
        What::RecordNotSaid => "record_not_said",
        What::Emptied(_) => "emptied",
        What::RowTwice { .. } => "row_twice",
        What::RowUnknown => "row_unknown",
        What::RowOfNothing => "row_of_nothing",
        What::OtherVersion { .. } => "other_version",
    }
}

fn what_message(what: &What) -> Message<'_> {
    match what {
        What::UnknownWord(text) => Message::new("workbook-unknown-word").with("text", quoted(text)),
        What::NotOffered(word) => {
            Message::new("workbook-not-offered").with("word", word_name(*word))
        }
        What::NotADay(text) => Message::new("workbook-not-a-day").with("text", quoted(text)),
        What::TooLong { most } => Message::new("workbook-too-long").with("most", *most),
        What::Mistake => Message::new("workbook-mistake"),
        What::Contradiction => Message::new("workbook-contradiction"),
        What::PointsMissing => Message::new("workbook-points-missing"),
        What::NoReason => Message::new("workbook-no-reason"),
        What::ReasonUnused => Message::new("workbook-reason-unused"),
        What::BesideUnread => Message::new("workbook-beside-unread"),
        What::FirmChanged(was) => Message::new("workbook-firm-changed").with("was", quoted(was)),
        What::RecordNotSaid => Message::new("workbook-record-not-said"),
        What::Emptied(value) => Message::new("workbook-emptied").with("was", value_name(value)),
        What::RowTwice { first, is_same } => Message::new(if *is_same {
            "workbook-row-twice-same"
        } else {
            "workbook-row-twice"
        })
        .with("first", first.to_string()),
        What::RowUnknown => Message::new("workbook-row-unknown"),
        What::RowOfNothing => Message::new("workbook-row-of-nothing"),
        What::OtherVersion { pack, theirs, ours } => Message::new("workbook-other-version")
            .with("pack", pack.as_str())
            .with("theirs", quoted(theirs))
            .with("ours", ours.as_str()),
    }
}

fn value_name(value: &Value) -> Text<'_> {
    match value {
        Value::Word(word) => word_name(*word).into(),
        Value::Text(text) => quoted(text).into(),
        Value::Day(day) => day_with_year(*day).into(),
    }
}

/// The beginning of what was written, on one line.
fn quoted(text: &str) -> String {
    let text = text.replace('\n', " ");
    let mut chars = text.chars();
    let beginning: String = chars.by_ref().take(QUOTED).collect();
    if chars.next().is_some() {
        format!("{beginning}\u{2026}")
    } else {
        beginning
    }
}

/// Why a file is not a workbook that can be read back, and what to do.
#[must_use]
pub fn workbook_fault_messages(fault: &WorkbookFault) -> [Message<'static>; 2] {
    let (err, rec) = match fault {
        WorkbookFault::NotAWorkbook => ("workbook-none", "rec-workbook-none"),
        WorkbookFault::OldOrLocked => ("workbook-old", "rec-workbook-old"),
        WorkbookFault::CutOff => ("workbook-cut-off", "rec-workbook-cut-off"),
        WorkbookFault::Damaged => ("workbook-damaged", "rec-workbook-again"),
        WorkbookFault::TooLarge => ("workbook-too-large", "rec-workbook-again"),
        WorkbookFault::NotOurs => ("workbook-not-ours", "rec-workbook-none"),
        WorkbookFault::Newer { .. } => ("workbook-newer", "rec-workbook-newer"),
        WorkbookFault::NoRows => ("workbook-no-rows", "rec-workbook-again"),
        WorkbookFault::NoPack(_) => ("workbook-no-pack", "rec-workbook-no-pack"),
    };
    let said = Message::new(err);
    let said = match fault {
        WorkbookFault::Newer { format } => said.with("format", format.clone()),
        WorkbookFault::NoPack(pack) => said.with("pack", pack.to_string()),
        _ => said,
    };
    [said, Message::new(rec)]
}
