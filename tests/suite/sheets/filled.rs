//! What a paper is filled in with: what the case knows at the places that were named, and nothing else of it.

use std::collections::BTreeSet;

use mamori::questionnaire::case::{Case, Profile};
use mamori::questionnaire::id::FormId;
use mamori::questionnaire::sheet::{Said, Sheet, SheetPart};

use super::{case, is_for_a_wall, packs, pages, papers};

/// Everything on these pages that is not of the file of papers.
fn said<'s, 'a>(sheets: &'s [Sheet<'a>]) -> Vec<&'s Said<'a>> {
    let parts = sheets.iter().flat_map(|sheet| &sheet.parts);
    parts
        .flat_map(|part| match part {
            SheetPart::Fields(fields) => fields.iter().map(|field| &field.value).collect(),
            SheetPart::Table { rows, .. } => rows.iter().flatten().collect::<Vec<_>>(),
            _ => Vec::new(),
        })
        .filter(|said| !matches!(said, Said::Blank | Said::Tick | Said::Pack(_)))
        .collect()
}

fn rows_of<'s, 'a>(sheet: &'s Sheet<'a>) -> &'s [Vec<Said<'a>>] {
    let tables = sheet.parts.iter().find_map(|part| match part {
        SheetPart::Table { rows, .. } => Some(rows.as_slice()),
        _ => None,
    });
    tables.expect("a table")
}

#[test]
fn a_blank_paper_has_nothing_of_anybody_and_room_for_everything() {
    let papers = papers();
    let sheets = pages(&papers, |_| true, None);
    assert_eq!(said(&sheets), [] as [&Said; 0]);
    let list = pages(
        &papers,
        |paper| paper.id.as_str() == "information-list",
        None,
    );
    assert_eq!(rows_of(&list[0]).len(), 12);
}

#[test]
fn what_the_case_knows_stands_where_it_was_asked_for() {
    let (papers, packs, case) = (papers(), packs(), case());
    let wanted = |paper: &mamori::questionnaire::paper::Paper| paper.id.as_str() == "appointment";
    let sheets = pages(&papers, wanted, Some((&case, &packs[0])));
    let found = said(&sheets);
    let own = ["やまと精工", "山田 一郎", "佐藤 花子"].map(Said::Own);
    assert_eq!(found, own.iter().collect::<Vec<_>>());
}

#[test]
fn the_list_has_each_entry_with_its_number_and_then_room() {
    let (papers, packs, case) = (papers(), packs(), case());
    let wanted =
        |paper: &mamori::questionnaire::paper::Paper| paper.id.as_str() == "information-list";
    let sheets = pages(&papers, wanted, Some((&case, &packs[0])));
    let rows = rows_of(&sheets[0]);
    assert_eq!(rows.len(), 12);
    for (row, entry) in rows.iter().zip(&case.information) {
        assert_eq!(row[0], Said::Number(entry.number.expect("a number")));
        assert_eq!(row[1], Said::Own(&entry.what));
    }
    assert!(
        rows[case.information.len()]
            .iter()
            .all(|said| *said == Said::Blank)
    );
}

#[test]
fn a_long_list_loses_no_entry() {
    let (papers, packs, mut case) = (papers(), packs(), case());
    let entry = case.information[0].clone();
    case.information = vec![entry; 60];
    let wanted =
        |paper: &mamori::questionnaire::paper::Paper| paper.id.as_str() == "information-list";
    let sheets = pages(&papers, wanted, Some((&case, &packs[0])));
    assert_eq!(rows_of(&sheets[0]).len(), 60);
}

#[test]
fn the_rules_have_a_column_for_each_chosen_form_alone() {
    let (papers, packs, mut case) = (papers(), packs(), case());
    let wanted =
        |paper: &mamori::questionnaire::paper::Paper| paper.id.as_str() == "handling-rules";
    for (chosen, columns) in [(&["paper"][..], 2), (&["paper", "object"], 3), (&[], 4)] {
        case.forms = chosen.iter().map(|form| FormId::new(form)).collect();
        let sheets = pages(&papers, wanted, Some((&case, &packs[0])));
        let rows = rows_of(&sheets[0]);
        assert_eq!(rows.len(), 7);
        assert!(rows.iter().all(|row| row.len() == columns), "{chosen:?}");
    }
}

#[test]
fn nothing_of_a_case_is_on_a_page_for_a_wall() {
    let (papers, packs, case) = (papers(), packs(), case());
    let mut sheets = pages(&papers, |_| true, Some((&case, &packs[0])));
    sheets.retain(is_for_a_wall);
    assert!(!sheets.is_empty());
    assert_eq!(said(&sheets), [] as [&Said; 0]);
}

#[test]
fn notes_reasons_answers_and_who_checked_are_on_no_paper() {
    let (papers, packs, case) = (papers(), packs(), case());
    let sheets = pages(&papers, |_| true, Some((&case, &packs[0])));
    let told = format!("{:?}", said(&sheets));
    assert!(told.contains("やまと精工"));
    let never = [case.title.as_str(), "CHECKED-BY"];
    let answers = case.walks.values().flat_map(|walk| walk.answers.values());
    let notes = answers.map(|answer| answer.note.as_str());
    for text in never
        .into_iter()
        .chain(notes)
        .filter(|text| !text.is_empty())
    {
        assert!(!told.contains(text), "{text}");
    }
}

#[test]
fn a_blank_profile_leaves_lines_to_write_on() {
    let (papers, packs, mut case) = (papers(), packs(), case());
    case.profile = Profile {
        firm: "  ".to_owned(),
        ..Profile::default()
    };
    case.information.clear();
    let sheets = pages(&papers, |_| true, Some((&case, &packs[0])));
    let found = said(&sheets);
    assert!(
        found.iter().all(|said| matches!(said, Said::Day(_))),
        "{found:?}"
    );
}

#[test]
fn the_profile_is_carried_by_json_and_never_by_an_anonymous_export() {
    let case = case();
    let written = serde_json::to_string(&case).expect("JSON");
    let again: Case = serde_json::from_str(&written).expect("the same case");
    assert_eq!(again.profile, case.profile);
    let anonymous = mamori::questionnaire::anonymous::anonymous(&case);
    assert_eq!(anonymous.profile, Profile::default());
}

#[test]
fn advice_stands_once_on_a_page_that_is_for_no_wall() {
    let papers = papers();
    for paper in &papers.papers {
        let sheets = pages(&papers, |one| one == paper, None);
        let with_advice: Vec<_> = sheets
            .iter()
            .filter(|sheet| sheet.caution.is_some())
            .collect();
        assert_eq!(
            with_advice.len(),
            usize::from(paper.caution.is_some()),
            "{}",
            paper.id
        );
        assert!(
            with_advice.iter().all(|sheet| !is_for_a_wall(sheet)),
            "{}",
            paper.id
        );
    }
}

// The slip for visitors was not offered for the point on their promise, nor the call sheet for its own measure.
#[test]
fn a_paper_shows_the_points_that_its_measures_close_and_no_other() {
    let packs = packs();
    for paper in &papers().papers {
        for serves in &paper.serves {
            let pack = packs.iter().find(|pack| pack.id == serves.pack);
            let mut questions = pack.expect("a pack of ours").questions.iter();
            let question = questions.find(|question| question.id == serves.question);
            let measures = &question.expect("a question").all_measures;
            let closed: BTreeSet<_> = measures
                .iter()
                .filter(|measure| serves.measures.contains(&measure.id))
                .flat_map(|measure| &measure.closes)
                .collect();
            let shown: BTreeSet<_> = serves.points.iter().collect();
            assert_eq!(shown, closed, "{}: {}", paper.id, serves.question);
        }
    }
}
