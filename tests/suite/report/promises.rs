//! What the program says about where a text goes, kept: a mark in every text of a case, looked for in every export.
//! Whoever writes a new sentence of that kind, or a new text into a case, has to say here what is so.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use mamori::questionnaire::anonymous::anonymous;
use mamori::questionnaire::case::Case;
use mamori::questionnaire::reader::Contents;
use mamori::report::Report;
use serde_json::json;

use super::{catalog, every_format, packs};
use crate::judging::case as read_case;

/// The exports, by the names of `every_format`; the first two are what `mamori show` prints.
const ALL: &[&str] = &[
    "text",
    "show",
    "json",
    "md",
    "csv",
    "docx",
    "xlsx",
    "ndjson",
    "html",
    "draft.html",
    "draft.md",
];
/// All but the draft for the application.
const BUT_THE_DRAFT: &[&str] = &[
    "text", "show", "json", "md", "csv", "docx", "xlsx", "ndjson", "html",
];
/// Where it stands whose check it is.
const WITH_THE_FIRM: &[&str] = &[
    "text",
    "json",
    "md",
    "docx",
    "xlsx",
    "html",
    "draft.html",
    "draft.md",
];
/// Where the list of what to protect is: not in what `mamori show` prints.
const WITH_THE_LIST: &[&str] = WITH_THE_FIRM.split_at(1).1;
/// Where it stands who made the check.
const WITH_THE_PROFILE: &[&str] = WITH_THE_LIST;
const WHOLE: &[&str] = &["json"];
const FOR_STATISTICS: &[&str] = &["json", "ndjson"];

/// Each text of a case, the sentence that says where it goes, and the exports with names in which it is. In none
/// without names is any of them, as `exporting-anonymous-what`, `notice-anonymous` and `cli-anonymous` say. That all
/// of them are in one is `exporting-json-what`.
const TEXTS: &[(&str, &str, &[&str])] = &[
    ("title", "name-where-shown", ALL),
    ("note", "note-where-shown", BUT_THE_DRAFT),
    ("reason", "reason-title", ALL),
    ("who", "", ALL),
    ("by", "", ALL),
    ("what", "", WITH_THE_LIST),
    ("place", "", WITH_THE_LIST),
    ("entrusted-by", "", WITH_THE_LIST),
    ("seen-by", "", WITH_THE_LIST),
    ("level", "", WITH_THE_LIST),
    ("trade", "groups-what", FOR_STATISTICS),
    ("size", "groups-what", FOR_STATISTICS),
    ("firm", "", WITH_THE_FIRM),
    ("checked-by", "", WITH_THE_PROFILE),
    ("record-place", "", &["json", "md", "docx", "xlsx", "html"]),
    // What no report shows: it is in the whole export alone.
    ("manager", "", WHOLE),
    ("deputy", "", WHOLE),
    ("contact", "", WHOLE),
    ("answered-by", "", WHOLE),
    ("draft-reason", "", WHOLE),
    ("note-not-asked", "", WHOLE),
    ("note-before", "", WHOLE),
    ("unknown-member", "", WHOLE),
];

/// Sentences that say where something goes that is not one text of a case, and where that is tried.
const OTHER_SENTENCES: &[&str] = &[
    // `a_flag_is_in_the_exports_that_its_sentence_names`
    "question-flag-on",
    // `no_text_of_a_case_is_in_an_export_without_names`
    "exporting-anonymous-what",
    "notice-anonymous",
    "cli-anonymous",
    // `a_blank_paper_needs_no_check_and_no_folder_and_has_nothing_of_anybody`
    "cli-paper-blank",
    // `each_text_of_a_case_is_in_the_exports_that_its_sentence_names`: json is whole.
    "exporting-json-what",
    "cli-format",
    // `a_walk_opens_no_socket_and_writes_nowhere_else`, `no_command_opens_a_socket_or_writes_elsewhere`
    "about-data-place",
    "about-data-network",
    // `a_panic_leaves_a_report_that_only_its_owner_can_read_and_that_quotes_nothing`
    "rec-panic-report",
    // `every_reader_gets_what_the_table_says_and_nothing_else`
    "exporting-advisor-what",
    "exporting-customer-what",
    "exporting-hand-what",
    "notice-hand",
    "cli-no-notes",
    // `what_is_handed_over_is_whole_kept_and_noted_in_the_check`
    "hand-what",
    // `who_answers_is_asked_once_by_one_enter_and_stands_with_what_is_answered`
    "answerer-what",
    // `no_file_that_leaves_and_no_command_holds_anything_of_the_notes_for_oneself`
    "own-notes-stay",
    "homework-holds",
    // `no_combination_of_the_printed_numbers_gives_a_group_under_five`
    "summary-left-out",
    // `an_old_answer_that_may_have_meant_nothing_here_is_not_promised_to_a_customer`
    "exporting-unsure-items",
    // Counted by `where_one_check_is_unread_the_others_are_exported_and_it_is_counted` and those beside it.
    "export-unread",
    // Not of a text: where a measure stands that was marked, and things in pages of keys and packs.
    "measures-one-mark",
    "measures-marked",
    "information-entry-how",
    "examples-how",
    "again-begun",
    "forms-later",
];

/// Words by which a sentence says where something goes or does not go.
const GOES: &[&str] = &[
    "だけに残",
    "に残します",
    "に残ります",
    "にも出ます",
    "がそのまま出ます",
    "に出ます",
    "入りません",
    "入っていません",
    "入れません",
    "出しません",
    "どこにも",
    "まるごと",
    "に入ります",
];

/// Sentences with such words that speak of nothing that the user has typed.
const OF_OTHER_THINGS: &[&str] = &[
    // Where a file goes that is put aside or taken back, not what is in it.
    "case-adopted",
    "case-was-put-aside",
    "generation-restored",
    "generation-restored-from-damage",
    "import-done-replaced",
    "import-done-replaced-unread",
    "import-each-replaced-unread",
    "import-each-would-lose",
    "rec-import-exists",
    "restore-done",
    "cli-restore",
    "elsewhere-title",
    "news-clock",
    "cli-import-replace",
    "merge-page-kept-rule",
    // Whose names are shown: `with_others_hidden_no_page_at_any_key_shows_anything_of_another_firm`
    "cli-hide-others",
    // and of commands: `a_check_that_is_not_found_names_no_other_while_others_are_hidden`
    "firms-hidden-at-start",
    // Where trade and size are chosen, and that a page is closed: `journeys::own_notes`
    "own-notes-closed",
    "own-notes-counting",
    // How many answers are kept, and that a page comes.
    "welcome-stop",
    "code-no-room",
    "plain-not-understood",
    "help-saving",
    "plain-help-saving",
];

/// A case in which every text that a user can type is a mark of its own.
pub(super) fn marked() -> Case {
    let answers = json!({
        "first": {
            "given": {"points": {"written": true, "known": false}}, "note": "MARK-note-", "flag": true,
            "answered_by": "MARK-answered-by-",
            "task": {"measure": "board", "who": "MARK-who-", "by": "MARK-by-", "done": null},
            "records": {"board": "there"},
            "record_details": {"board": {"place": "MARK-record-place-", "on": "2026-05-09"}},
        },
        "later": {"given": {"not-applicable": "MARK-reason-"}},
        "lead": {"draft_reason": "MARK-draft-reason-"},
        "below": {"note": "MARK-note-not-asked-"},
    });
    let before = json!({"first": {"given": "unknown", "note": "MARK-note-before-"}});
    read_case(&json!({
        "format": 1, "id": "marks222", "revision": 7, "title": "MARK-title-",
        "created": "2026-11-20T16:40:00+09:00", "updated": "2026-11-24T09:05:30+09:00",
        "forms": ["paper"],
        "profile": {
            "firm": "MARK-firm-", "manager": "MARK-manager-", "deputy": "MARK-deputy-",
            "contact": "MARK-contact-", "checked_by": "MARK-checked-by-",
        },
        "firm": {"id": "firm2222", "pseudonym": "qq222222", "trade": "MARK-trade-", "size": "MARK-size-"},
        "information": [{
            "what": "MARK-what-", "form": "paper", "place": "MARK-place-", "owner": "entrusted",
            "entrusted_by": "MARK-entrusted-by-", "seen_by": "MARK-seen-by-", "level": "MARK-level-",
        }],
        "walk": "small",
        "walks": {"small": {"version": "1.0.0", "at": null, "answers": answers}},
        "earlier": {
            "id": "before22", "updated": "2025-11-20T16:40:00+09:00", "forms": ["paper"],
            "walks": {"small": {"version": "1.0.0", "at": null, "answers": before}},
        },
        "of_a_newer_program": "MARK-unknown-member-",
    }))
}

/// The names of the marks in a text.
pub(super) fn marks(text: &str) -> BTreeSet<&str> {
    let known = |mark: &str| {
        let mut texts = TEXTS.iter().map(|(name, ..)| *name);
        texts.find(|name| {
            mark.strip_prefix(*name)
                .is_some_and(|rest| rest.starts_with('-'))
        })
    };
    let found = text.split("MARK-").skip(1);
    // The longest name first: `note` begins others.
    found
        .map(|mark| {
            let mut longest: Vec<&str> = TEXTS.iter().map(|(name, ..)| *name).collect();
            longest.sort_by_key(|name| std::cmp::Reverse(name.len()));
            let is_it = |name: &&&str| mark.starts_with(&format!("{name}-"));
            let name = longest.iter().find(is_it).copied().or_else(|| known(mark));
            name.unwrap_or_else(|| panic!("{mark:.40} is not in the table"))
        })
        .collect()
}

#[test]
fn each_text_of_a_case_is_in_the_exports_that_its_sentence_names() {
    let (packs, case) = (packs(), marked());
    let whole = serde_json::to_string(&case).expect("JSON");
    let all: BTreeSet<&str> = TEXTS.iter().map(|(name, ..)| *name).collect();
    assert_eq!(
        marks(&whole),
        all,
        "the case does not hold every text of the table"
    );
    for language in ["ja", "en"] {
        for (format, found) in every_format(&Report::new(&case, &packs), &catalog(language)) {
            assert!(ALL.contains(&format), "{format} is in no row of the table");
            // Markdown takes the hyphen for a list, and may escape it.
            let found = found.replace('\\', "");
            let found = marks(&found);
            for (name, sentence, formats) in TEXTS {
                assert_eq!(
                    found.contains(name),
                    formats.contains(&format),
                    "{language} {format}: {name} ({sentence})"
                );
            }
        }
    }
}

#[test]
fn no_text_of_a_case_is_in_an_export_without_names() {
    let (packs, case) = (packs(), anonymous(&marked()));
    for language in ["ja", "en"] {
        for (format, found) in every_format(
            &Report::of(&case, &packs, Contents::default().anonymous()),
            &catalog(language),
        ) {
            assert!(!found.contains("MARK"), "{language} {format}\n{found}");
        }
    }
}

#[test]
fn a_flag_is_in_the_exports_that_its_sentence_names() {
    let packs = packs();
    let mut without = marked();
    for answer in without
        .walks
        .values_mut()
        .flat_map(|walk| walk.answers.values_mut())
    {
        answer.flag = false;
    }
    let catalog = catalog("ja");
    let case = marked();
    let with = every_format(&Report::new(&case, &packs), &catalog);
    let without = every_format(&Report::new(&without, &packs), &catalog);
    for ((format, with), (_, without)) in with.iter().zip(&without) {
        assert_eq!(with != without, BUT_THE_DRAFT.contains(format), "{format}");
    }
}

/// The messages of a language, by their ids: the lines of each from its id on.
fn messages(language: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("locales")
        .join(language);
    let mut found: Vec<(String, String)> = Vec::new();
    for file in fs::read_dir(folder).expect("a folder") {
        let text = fs::read_to_string(file.expect("a file").path()).expect("a text");
        for line in text.lines() {
            match line.split_once(" =") {
                Some((id, said)) if !line.starts_with([' ', '#', '-']) => {
                    found.push((id.to_owned(), said.to_owned()));
                }
                _ => {
                    if let Some((_, said)) = found.last_mut().filter(|_| line.starts_with(' ')) {
                        said.push_str(line);
                    }
                }
            }
        }
    }
    found
}

#[test]
fn every_sentence_that_says_where_something_goes_is_tried_here() {
    let tried: BTreeSet<&str> = TEXTS
        .iter()
        .map(|(_, sentence, _)| *sentence)
        .chain(OTHER_SENTENCES.iter().copied())
        .chain(OF_OTHER_THINGS.iter().copied())
        .filter(|id| !id.is_empty())
        .collect();
    let said = messages("ja");
    let untried: Vec<&str> = said
        .iter()
        .filter(|(_, said)| GOES.iter().any(|words| said.contains(words)))
        .map(|(id, _)| id.as_str())
        .filter(|id| !tried.contains(id))
        .collect();
    assert_eq!(untried, [""; 0], "says where something goes");
    for id in tried {
        assert!(
            said.iter().any(|(known, _)| known == id),
            "{id} is not said any more"
        );
    }
}
