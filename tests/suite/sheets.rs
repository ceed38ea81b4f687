//! Papers to print and sign: the file of ours, what is told of mistakes in one, what is filled in, and each of the
//! formats word for word. `INSTA_UPDATE=always cargo test sheets` writes the golden files anew.

mod filled;
mod mistakes;
mod written;

use std::sync::Arc;

use mamori::pack_library::PackLibrary;
use mamori::questionnaire::case::Case;
use mamori::questionnaire::id::PackId;
use mamori::questionnaire::moment::Day;
use mamori::questionnaire::pack::Pack;
use mamori::questionnaire::paper::{Paper, Papers, Reach};
use mamori::questionnaire::sheet::{Filling, Sheet, sheets};
use serde_json::Value;

const OURS: &str = include_str!("../../criteria/tics-minimum.papers.json");
const SCHEMA: &str = include_str!("../../criteria/papers.schema.json");
const FULL: &str = include_str!("../fixtures/export/paper-full.json");

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn packs() -> Vec<Arc<Pack>> {
    let mut library = PackLibrary::new(None);
    ["tics-minimum", "tics-2024-additions"]
        .map(|id| library.pack(&PackId::new(id)).expect("a pack of ours"))
        .into()
}

fn papers() -> Papers {
    let mut found = PackLibrary::new(None).papers();
    assert_eq!(found.len(), 1, "one file of papers comes with the program");
    found.remove(0)
}

/// A case with everything that a paper may be filled from.
fn case() -> Case {
    let mut raw = json(FULL);
    raw["profile"] = serde_json::json!({
        "firm": "やまと精工", "manager": "山田 一郎", "deputy": "佐藤 花子", "contact": "03-0000-0000",
        "checked_by": "CHECKED-BY",
    });
    let mut case: Case = serde_json::from_value(raw).expect("a case");
    case.number_information();
    case
}

fn today() -> Day {
    Day::parse("2026-11-26").expect("a day")
}

/// The pages of these papers, filled in or blank.
fn pages<'a>(
    papers: &'a Papers,
    wanted: impl Fn(&Paper) -> bool,
    filled: Option<(&'a Case, &'a Pack)>,
) -> Vec<Sheet<'a>> {
    let filling = filled.map(|(case, pack)| Filling {
        case,
        forms: &pack.forms,
        today: today(),
    });
    let papers_of = papers.papers.iter().filter(|paper| wanted(paper));
    papers_of
        .flat_map(|paper| sheets(papers, paper, filling))
        .collect()
}

fn is_for_a_wall(sheet: &Sheet<'_>) -> bool {
    sheet.reach == Reach::Wall
}
