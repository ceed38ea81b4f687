//! Finding by typing: whatever way of writing somebody chose, the same name is found.

use mamori::app::case_summary::CaseSummary;
use mamori::pack_library::PackLibrary;
use mamori::questionnaire::case::{Case, Given};
use mamori::questionnaire::moment::Moment;
use mamori::store::CaseEntry;
use mamori::text::finding::{Findable, folded, is_same_name};

use crate::store::full;

#[test]
fn one_name_is_the_same_in_every_way_of_writing_it() {
    for (one, other) in [
        ("ヤマト", "やまと"),
        ("ヤマト", "ﾔﾏﾄ"),
        ("ガンマ", "カ\u{3099}ンマ"),
        ("ガンマ", "ｶﾞﾝﾏ"),
        ("ガンマ", "カ\u{309b}ンマ"),
        ("ぱん", "は\u{309c}ん"),
        ("㈱山田", "(株)山田"),
        ("（株）山田", "(株)山田"),
        ("「本社」", "｢本社｣"),
        ("ＡＢＣ", "abc"),
        ("Abc", "aBC"),
        ("第１工場", "第1工場"),
        ("ヴェルデ", "ゔぇるで"),
        ("本社　工場", " 本社 工場 "),
        ("辻\u{e0100}", "辻"),
        ("İ", "i\u{307}"),
    ] {
        assert!(is_same_name(one, other), "{one} {other}");
    }
    assert!(!is_same_name("はは", "ばば"));
    assert!(!is_same_name("カー", "カ"));
}

#[test]
fn what_is_folded_stays_as_it_is_when_it_is_folded_again() {
    for text in ["İSTANBUL ﾔﾏﾄ ㈱ ガ カ\u{3099}", "ヷ ヿ ｡ ㌔ ①", "ΣΑΣ ǅ ﬁ"]
    {
        assert_eq!(folded(&folded(text)), folded(text), "{text}");
    }
}

#[test]
fn a_number_of_a_day_is_a_whole_one_from_its_beginning() {
    let found = Findable::new(&["第19工場"], &["2026年11月19日 19 Nov 2026 2026-11-19"]);
    for wanted in [
        "11月",
        "11月19日",
        "19 nov",
        "2026",
        "-11-",
        "19工場",
        "9工",
        "nov 工場",
        "",
    ] {
        assert!(found.holds(wanted), "{wanted}");
    }
    for wanted in ["1月", "9日", "月11", "工場 dec"] {
        assert!(!found.holds(wanted), "{wanted}");
    }
}

fn at(day: &str) -> Moment {
    Moment::parse(&format!("{day}T09:00:00+09:00")).expect("a moment")
}

/// Three checks as the list has them: one begun, one finished, one without a name.
fn listed() -> Vec<CaseSummary> {
    let begun = Case {
        title: "㈱ヤマト 第二｢西｣工場".into(),
        updated: at("2026-05-09"),
        ..full()
    };
    let unnamed = Case {
        title: String::new(),
        created: at("2025-11-02"),
        updated: at("2025-11-03"),
        ..begun.clone()
    };
    let mut library = PackLibrary::new(None);
    let mut finished = begun.clone();
    let pack = library.pack(&finished.walk).expect("a pack");
    let walk = finished.walks.get_mut(&pack.id).expect("a walk");
    for question in &pack.questions {
        let answer = walk.answers.entry(question.id.clone()).or_default();
        answer.given = Some(Given::Unknown);
    }
    let entries = [begun, unnamed, finished].map(|case| CaseEntry {
        id: case.id.clone(),
        state: Ok(case),
    });
    let mut listed = library.summaries_of(&entries);
    library.let_be_found(&mut listed);
    listed
}

#[test]
fn the_list_finds_what_is_typed_in_any_way() {
    let listed = listed();
    let found = |wanted: &str| listed[0].found_by.holds(wanted);
    for wanted in [
        "やまと",
        "ﾔﾏﾄ",
        "(株)やまと",
        "㈱",
        "工場 ヤマト",
        "「西」",
        "途中",
        "in progress",
        "2026-05-09",
        "2026/5/9",
        "5月9日",
        "9 May",
        "May 2026",
        "k7q2m4xw",
        "K7Q2",
        "やまと 途中 5月",
    ] {
        assert!(found(wanted), "{wanted}");
    }
    for wanted in ["終わった", "finished", "5月8日", "東", "やまと 終わった"] {
        assert!(!found(wanted), "{wanted}");
    }
    for wanted in ["11月2日のチェック", "2025年11月3日", "Check of 2 Nov"] {
        assert!(listed[1].found_by.holds(wanted), "{wanted}");
    }
    assert_eq!(listed[2].counts.map(|counts| counts.unanswered), Some(0));
    for (wanted, is_found) in [("終わった", true), ("finished", true), ("途中", false)] {
        assert_eq!(listed[2].found_by.holds(wanted), is_found, "{wanted}");
    }
}
