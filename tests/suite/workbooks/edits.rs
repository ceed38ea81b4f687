//! What somebody does to a workbook, one thing after the other, and what comes of it.

use std::collections::BTreeMap;

use calamine::Data;
use mamori::questionnaire::asked::Asked;
use mamori::questionnaire::case::{Answer, Case, Given};
use mamori::questionnaire::id::{PointId, QuestionId};
use mamori::questionnaire::merge::{Decisions, Merge};
use mamori::questionnaire::outcome::{Outcome, outcome_of};
use mamori::questionnaire::workbook::WorkbookFault;

use super::{Grid, begun, day, now, pack, returned, said, text, told, written};

const Q: &str = "q/tics-minimum/name-a-manager";
const WRITTEN: &str = "p/tics-minimum/name-a-manager/written";
const DECIDED: &str = "p/tics-minimum/name-a-manager/decided";
const KNOWN: &str = "p/tics-minimum/name-a-manager/known";
/// A question that may not apply, with a point that there may be nothing for.
const PROMISE: &str = "q/tics-minimum/written-promise";

type Edit = fn(&mut Grid);

/// A check with some answers.
fn answered() -> Case {
    let mut case = begun();
    "やまと精工".clone_into(&mut case.profile.firm);
    let walk = case.walks.get_mut("tics-minimum").expect("a walk");
    let points = [("written", true), ("decided", false), ("known", false)];
    let points = points.map(|(id, is_there)| (PointId::new(id), is_there));
    let answer: Answer = serde_json::from_value(serde_json::json!({
        "answered": "2026-11-20T16:45:10+09:00", "answered_by": "社長", "note": "辞令は来月", "flag": true,
        "task": {"measure": "appointment", "who": "社長", "by": "2026-12-01", "done": null},
        "records": {"appointment": "there"}, "record_details": {"appointment": {"place": "棚", "on": "2026-05-09"}},
        "x-later": 1,
    }))
    .expect("an answer");
    let answer = Answer {
        given: Some(Given::Points(points.into_iter().collect())),
        none: Some([].into()),
        ..answer
    };
    walk.answers
        .insert(QuestionId::new("name-a-manager"), answer);
    case
}

fn answer<'a>(case: &'a Case, question: &str) -> &'a Answer {
    let walk = &case.walks["tics-minimum"];
    walk.answers.get(question).expect("an answer")
}

fn outcome(case: &Case, question: &str) -> Outcome {
    let pack = pack();
    let question = pack
        .question(&QuestionId::new(question))
        .expect("a question");
    let asked = Asked::of(question, &case.forms).expect("it is asked");
    outcome_of(asked, case.answer(&pack.id, &question.id))
}

/// What comes of the workbook of `case` after these edits, in the same check.
fn edited(case: &Case, language: &str, edit: impl FnOnce(&mut Grid)) -> super::Returned {
    let mut grid = Grid::of(&written(case, &[pack()], language));
    edit(&mut grid);
    returned(&grid.bytes(), Some(case)).expect("a workbook of ours")
}

#[test]
fn what_nobody_touched_is_no_change() {
    for case in [begun(), answered()] {
        for language in ["ja", "en"] {
            let returned = edited(&case, language, |_| {});
            assert_eq!(told(&returned), Vec::<String>::new());
            assert_eq!((&returned.base, &returned.theirs), (&case, &case));
        }
    }
}

/// An answer that is chosen and points that are, and what they come to; None for taken neither way.
#[test]
fn an_answer_and_its_points_count_where_they_say_one_thing() {
    let rows: &[(&str, [&str; 3], Result<Outcome, &str>)] = &[
        ("In place", ["", "", ""], Ok(Outcome::Met)),
        ("in  PLACE ", ["", "", ""], Ok(Outcome::Met)),
        ("ＩＮ　ＰＬＡＣＥ", ["Yes", "", ""], Ok(Outcome::Met)),
        ("", ["Yes", "Yes", "Yes"], Ok(Outcome::Met)),
        ("", ["Yes", "No", "yes"], Ok(Outcome::Partly)),
        ("", ["No", "No", "No"], Ok(Outcome::NotMet)),
        ("Partly in place", ["Yes", "", ""], Ok(Outcome::Partly)),
        ("Not in place", ["", "", ""], Ok(Outcome::NotMet)),
        ("Not in place", ["No", "", "No"], Ok(Outcome::NotMet)),
        ("Do not know", ["", "", ""], Ok(Outcome::Unknown)),
        ("In place", ["Yes", "No", "Yes"], Err("contradiction")),
        ("Not in place", ["Yes", "", ""], Err("contradiction")),
        (
            "Partly in place",
            ["Yes", "Yes", "Yes"],
            Err("contradiction"),
        ),
        ("Partly in place", ["No", "No", "No"], Err("contradiction")),
        ("Do not know", ["Yes", "", ""], Err("contradiction")),
        ("Partly in place", ["", "", ""], Err("points_missing")),
        ("Partly in place", ["No", "", ""], Err("points_missing")),
        ("", ["Yes", "Yes", ""], Err("points_missing")),
        ("", ["No", "", ""], Err("points_missing")),
        ("Does not apply", ["", "", ""], Err("not_offered")),
        ("Yes", ["", "", ""], Err("not_offered")),
        ("perhaps", ["Yes", "Yes", "Yes"], Err("unknown_word")),
        ("", ["Yes", "maybe", "Yes"], Err("unknown_word")),
        ("", ["Yes", "None here", "Yes"], Err("not_offered")),
    ];
    for (word, points, expected) in rows {
        let returned = edited(&begun(), "en", |grid| {
            for (row, word) in [Q, WRITTEN, DECIDED, KNOWN]
                .iter()
                .zip([&[*word][..], points].concat())
            {
                if !word.is_empty() {
                    grid.set(row, "answer", text(word));
                }
            }
        });
        let codes: Vec<String> = told(&returned);
        match expected {
            Ok(expected) => {
                assert_eq!(codes, Vec::<String>::new(), "{word} {points:?}");
                assert_eq!(outcome(&returned.theirs, "name-a-manager"), *expected);
            }
            Err(code) => {
                assert!(
                    codes.iter().any(|it| it.starts_with(code)),
                    "{word} {points:?} {codes:?}"
                );
                // What stands beside a cell that cannot be read is not let go of without a word.
                let is_unread = matches!(*code, "unknown_word" | "not_offered");
                let filled = points.iter().filter(|it| !it.is_empty()).count();
                let is_beside = is_unread && filled + usize::from(!word.is_empty()) > 1;
                let beside = codes.iter().filter(|it| it.starts_with("beside_unread"));
                assert_eq!(
                    beside.count(),
                    usize::from(is_beside),
                    "{word} {points:?} {codes:?}"
                );
                assert_eq!(
                    codes.len(),
                    1 + usize::from(is_beside),
                    "{word} {points:?} {codes:?}"
                );
                assert_eq!(returned.theirs, begun(), "{word} {points:?}");
            }
        }
        assert_eq!(returned.base, begun());
    }
}

#[test]
fn each_kind_of_cell_comes_into_the_check() {
    let returned = edited(&begun(), "ja", |grid| {
        grid.set("by", "answer", text("総務 佐藤"));
        grid.set("firm", "answer", text("やまと精工"));
        grid.set(PROMISE, "answer", text("当てはまらない"));
        grid.set(PROMISE, "reason", text("社長のほかに働く人がいない"));
        grid.set(Q, "answer", text("できていない"));
        grid.set(Q, "note", text("=辞令は来月\r\n吉田"));
        grid.set(Q, "who", Data::Float(3.0));
        grid.set(
            "r/tics-minimum/name-a-manager/appointment",
            "answer",
            text("ある"),
        );
        grid.set(
            "r/tics-minimum/name-a-manager/appointment",
            "place",
            text("棚"),
        );
        grid.set(
            "r/tics-minimum/name-a-manager/appointment",
            "on",
            text("令和8年5月9日"),
        );
        let temps = "p/tics-minimum/leavers/shared-changed";
        for point in ["checklist", "ids-stopped", "confirmed"] {
            let row = format!("p/tics-minimum/leavers/{point}");
            grid.set(&row, "answer", text("はい"));
        }
        grid.set(temps, "answer", text("関係なし"));
    });
    assert_eq!(told(&returned), Vec::<String>::new());
    let theirs = &returned.theirs;
    assert_eq!(theirs.profile.firm, "やまと精工");
    let promise = answer(theirs, "written-promise");
    let reason = "社長のほかに働く人がいない".to_owned();
    assert_eq!(promise.given, Some(Given::NotApplicable(reason)));
    assert_eq!(promise.answered_by, "総務 佐藤");
    assert_eq!(promise.answered, Some(now()));
    let manager = answer(theirs, "name-a-manager");
    assert_eq!(manager.note, "=辞令は来月\n吉田");
    let task = manager.task.as_ref().expect("a task");
    assert_eq!(task.who, "3");
    assert!(manager.records.contains_key("appointment"));
    let detail = &manager.record_details["appointment"];
    assert_eq!(
        (detail.place.as_str(), detail.on),
        ("棚", Some(day("2026-05-09")))
    );
    let leavers = answer(theirs, "leavers");
    let none = leavers.none.clone().expect("it was asked");
    assert!(none.contains(&PointId::new("shared-changed")));
    assert_eq!(outcome(theirs, "leavers"), Outcome::Met);
}

#[test]
fn a_day_is_read_however_it_is_written() {
    let expected = day("2026-11-09");
    for (data, is_read) in [
        (text("2026-11-09"), true),
        (text("2026/11/9"), true),
        (text("２０２６年１１月９日"), true),
        (text("2026年11月9日(月)"), true),
        (text("令和8年11月9日"), true),
        (text("20261109"), true),
        (text("2026-11-09T00:00:00"), true),
        (text("2026-11-09 00:00:00"), true),
        (text("46335"), true),
        (text("11/9"), true),
        (Data::Float(46335.0), true),
        (Data::Float(46335.5), true),
        (Data::Float(20_261_109.0), true),
        (text("あした"), false),
        (text("2026-02-30"), false),
        (Data::Float(3.0), false),
        (Data::Bool(true), false),
    ] {
        let returned = edited(&begun(), "ja", |grid| grid.set(Q, "done", data.clone()));
        if is_read {
            assert_eq!(told(&returned), Vec::<String>::new(), "{data:?}");
            let task = answer(&returned.theirs, "name-a-manager").task.clone();
            assert_eq!(task.expect("a task").done, Some(expected), "{data:?}");
        } else {
            assert_eq!(
                told(&returned)[0].split(' ').next(),
                Some("not_a_day"),
                "{data:?}"
            );
            assert_eq!(returned.theirs, begun());
        }
    }
}

#[test]
fn by_when_is_a_day_with_its_year_or_words() {
    for (data, by) in [
        (text("2026年12月1日"), "2026-12-01"),
        (Data::Float(46357.0), "2026-12-01"),
        (text("年内に"), "年内に"),
        (text("12月1日"), "12月1日"),
        (text("2月29日"), "2月29日"),
    ] {
        let returned = edited(&begun(), "ja", |grid| grid.set(Q, "by", data.clone()));
        let task = answer(&returned.theirs, "name-a-manager").task.clone();
        assert_eq!(task.expect("a task").by, by, "{data:?}");
    }
}

#[test]
fn what_is_empty_now_stays_and_is_told_and_goes_only_when_that_is_said() {
    let case = answered();
    let cells: &[(&str, &str)] = &[
        (Q, "note"),
        (Q, "who"),
        (Q, "by"),
        ("firm", "answer"),
        ("r/tics-minimum/name-a-manager/appointment", "place"),
        ("r/tics-minimum/name-a-manager/appointment", "on"),
    ];
    for (row, column) in cells {
        let returned = edited(&case, "ja", |grid| grid.clear(row, column));
        assert_eq!(returned.theirs, case, "{row} {column}");
        assert_eq!((returned.findings.len(), returned.emptied.len()), (1, 1));
        assert!(told(&returned)[0].starts_with("emptied"));
        let without = returned.with_emptied();
        assert_ne!(without, case, "{row} {column}");
        // Nothing but that goes.
        let kept = edited(&without, "ja", |_| {});
        assert_eq!(kept.theirs, without);
    }
    let all = |grid: &mut Grid| {
        for row in [Q, WRITTEN, DECIDED, KNOWN] {
            grid.clear(row, "answer");
        }
    };
    let returned = edited(&case, "ja", all);
    assert_eq!((&returned.theirs, returned.emptied.len()), (&case, 1));
    let without = returned.with_emptied();
    assert_eq!(answer(&without, "name-a-manager").given, None);
    assert_eq!(answer(&without, "name-a-manager").note, "辞令は来月");
    let returned = edited(&case, "ja", |grid| {
        grid.clear("r/tics-minimum/name-a-manager/appointment", "answer");
    });
    assert_eq!((&returned.theirs, returned.emptied.len()), (&case, 1));
    assert!(
        answer(&returned.with_emptied(), "name-a-manager")
            .records
            .is_empty()
    );
    // One point of several: nobody has said what it is now.
    let returned = edited(&case, "ja", |grid| grid.clear(WRITTEN, "answer"));
    assert_eq!((&returned.theirs, told(&returned).len()), (&case, 1));
    assert!(returned.emptied.is_empty());
}

#[test]
fn another_answer_takes_the_place_of_the_points_that_were_there() {
    let case = answered();
    let returned = edited(&case, "ja", |grid| {
        grid.set(Q, "answer", text("わからない"));
    });
    assert_eq!(told(&returned), Vec::<String>::new());
    let theirs = answer(&returned.theirs, "name-a-manager");
    assert_eq!(theirs.given, Some(Given::Unknown));
    // What stands in no cell stays.
    let before = answer(&case, "name-a-manager");
    assert_eq!((theirs.flag, &theirs.other), (before.flag, &before.other));
    assert_eq!(theirs.task, before.task);
    let returned = edited(&case, "ja", |grid| {
        grid.set(Q, "answer", text("できている"));
    });
    assert!(told(&returned)[0].starts_with("contradiction"));
    assert_eq!(returned.theirs, case);
}

#[test]
fn rows_and_columns_are_known_wherever_they_stand_and_what_is_gone_says_nothing() {
    let fill = |grid: &mut Grid| {
        grid.set(Q, "answer", text("できていない"));
        grid.set(Q, "note", text("新しい人"));
    };
    let expected = edited(&begun(), "ja", fill).theirs;
    let moves: [(&str, Edit); 4] = [
        ("upside down", |grid| grid.rows(0, |row| Some(500 - row))),
        ("an empty row above", |grid| {
            grid.rows(0, |row| Some(row + 1));
        }),
        ("columns turned round", |grid| {
            grid.columns(0, |column| Some(20 - column));
        }),
        ("an empty column before", |grid| {
            grid.columns(0, |column| Some(column + 1));
        }),
    ];
    for (name, edit) in moves {
        let returned = edited(&begun(), "ja", |grid| {
            fill(grid);
            edit(grid);
        });
        assert_eq!(returned.theirs, expected, "{name}");
        assert_eq!(told(&returned), Vec::<String>::new(), "{name}");
    }
    let case = answered();
    let returned = edited(&case, "ja", |grid| {
        let (sheet, (row, _)) = grid.place(Q, "answer");
        grid.rows(sheet, |at| (at != row).then_some(at));
    });
    assert_eq!((&returned.theirs, told(&returned).len()), (&case, 0));
    let returned = edited(&case, "ja", |grid| {
        let (sheet, (_, column)) = grid.place(Q, "note");
        grid.columns(sheet, |at| (at != column).then_some(at));
        grid.set(Q, "who", text("佐藤"));
    });
    let theirs = answer(&returned.theirs, "name-a-manager");
    assert_eq!(
        (theirs.note.as_str(), told(&returned).len()),
        ("辞令は来月", 0)
    );
    assert_eq!(theirs.task.as_ref().expect("a task").who, "佐藤");
}

#[test]
fn of_a_row_that_stands_there_twice_nothing_is_taken_unless_both_say_the_same() {
    let copied = |grid: &mut Grid, from: &str, to: u32| {
        let (sheet, (row, _)) = grid.place(from, "answer");
        let cells = grid.sheets[sheet].1.clone();
        for ((at, column), data) in cells {
            if at == row {
                grid.sheets[sheet].1.insert((to, column), data);
            }
        }
    };
    let returned = edited(&begun(), "ja", |grid| {
        grid.set(Q, "answer", text("できていない"));
        copied(grid, Q, 400);
    });
    assert!(told(&returned)[0].starts_with("row_twice "));
    assert_eq!(outcome(&returned.theirs, "name-a-manager"), Outcome::NotMet);
    let returned = edited(&begun(), "ja", |grid| {
        copied(grid, Q, 400);
        grid.set(Q, "answer", text("できていない"));
    });
    assert!(told(&returned)[0].starts_with("row_twice "));
    assert_eq!(returned.theirs, begun());
    // What is written below the questions belongs to none of them.
    let returned = edited(&begun(), "ja", |grid| {
        let (sheet, (_, column)) = grid.place(Q, "note");
        grid.sheets[sheet].1.insert((401, column), text("ここにも"));
    });
    assert_eq!(told(&returned), ["row_of_nothing F402"]);
    let returned = edited(&begun(), "ja", |grid| {
        let (sheet, (row, _)) = grid.place(Q, "note");
        grid.sheets[sheet]
            .1
            .insert((row, 0), text("q/tics-minimum/gone"));
        grid.set("q/tics-minimum/gone", "note", text("ここ"));
    });
    assert!(told(&returned)[0].starts_with("row_unknown"));
}

#[test]
fn a_record_is_there_only_where_that_was_said() {
    let row = "r/tics-minimum/name-a-manager/appointment";
    let returned = edited(&begun(), "ja", |grid| grid.set(row, "place", text("棚")));
    assert!(told(&returned)[0].starts_with("record_not_said"));
    assert_eq!(returned.theirs, begun());
    let returned = edited(&answered(), "ja", |grid| {
        grid.set(row, "answer", text("まだ"));
    });
    assert_eq!(told(&returned), Vec::<String>::new());
    let theirs = answer(&returned.theirs, "name-a-manager");
    assert!(theirs.records.is_empty());
    // Its place and day stand in their cells still, and nobody took them out.
    let before = answer(&answered(), "name-a-manager").record_details.clone();
    assert!(!before.is_empty());
    assert_eq!(theirs.record_details, before);
}

#[test]
fn a_reason_and_what_does_not_apply_belong_together() {
    let returned = edited(&begun(), "ja", |grid| {
        grid.set(PROMISE, "answer", text("当てはまらない"));
    });
    assert!(told(&returned)[0].starts_with("no_reason"));
    let returned = edited(&begun(), "ja", |grid| {
        grid.set(PROMISE, "answer", text("できている"));
        grid.set(PROMISE, "reason", text("一人だけ"));
    });
    assert!(told(&returned)[0].starts_with("reason_unused"));
    assert_eq!(returned.theirs, begun());
}

#[test]
fn findings_name_sheet_and_cell_in_both_languages() {
    for (language, expected) in [
        (
            "ja",
            "シート こたえ、F402: 質問の行ではないので、読みませんでした。",
        ),
        (
            "en",
            "Sheet Answers, F402: This is not the row of a question. It was not taken.",
        ),
    ] {
        let returned = edited(&begun(), language, |grid| {
            let (sheet, (_, column)) = grid.place(Q, "note");
            grid.sheets[sheet].1.insert((401, column), text("x"));
        });
        assert_eq!(said(&returned, language), [expected]);
    }
}

/// Changed here since, changed there, or both: as with any two states of a check.
#[test]
fn it_is_merged_against_the_state_that_it_was_made_of() {
    let mut grid = Grid::of(&written(&answered(), &[pack()], "ja"));
    grid.set(Q, "note", text("辞令は来週"));
    grid.set(Q, "who", text("佐藤"));
    for row in [WRITTEN, DECIDED, KNOWN] {
        grid.set(row, "answer", text("はい"));
    }
    grid.clear(Q, "answer");
    let bytes = grid.bytes();
    let mut ours = answered();
    let walk = ours.walks.get_mut("tics-minimum").expect("a walk");
    let answer_here = walk.answers.get_mut("name-a-manager").expect("an answer");
    answer_here.task.as_mut().expect("a task").who = "吉田".to_owned();
    answer_here.given = Some(Given::Unknown);
    answer_here.draft_reason = "半分".to_owned();
    let returned = returned(&bytes, Some(&ours)).expect("a workbook");
    let merge = Merge::of(Some(&returned.base), &ours, &returned.theirs);
    assert_eq!(merge.conflicts.len(), 2, "{:?}", merge.conflicts);
    assert_eq!(merge.taken.len(), 1, "{:?}", merge.taken);
    let merged = merge.apply(&Decisions::new());
    let after = answer(&merged, "name-a-manager");
    assert_eq!(
        (after.note.as_str(), after.draft_reason.as_str()),
        ("辞令は来週", "半分")
    );
    assert_eq!(after.task.as_ref().expect("a task").who, "吉田");
    assert_eq!(after.given, Some(Given::Unknown));
    // What both say now is no difference any more.
    let theirs = merge.conflicts.iter().map(|it| {
        (
            it.unit.clone(),
            mamori::questionnaire::merge::Decision::Theirs,
        )
    });
    let merged = merge.apply(&theirs.collect::<BTreeMap<_, _>>());
    let again = super::returned(&bytes, Some(&merged)).expect("a workbook");
    assert!(Merge::of(Some(&again.base), &merged, &again.theirs).is_nothing());
}

#[test]
fn another_name_of_the_firm_is_told_where_there_was_one() {
    let with_name = |case: &Case| {
        edited(case, "ja", |grid| {
            grid.set("firm", "answer", text("別の会社"));
        })
    };
    let returned = with_name(&answered());
    assert_eq!(returned.theirs.profile.firm, "別の会社");
    assert!(told(&returned)[0].starts_with("firm_changed"));
    assert_eq!(told(&with_name(&begun())), Vec::<String>::new());
}

#[test]
fn a_workbook_without_its_sheet_of_answers_is_not_one_that_says_nothing() {
    let mut grid = Grid::of(&written(&answered(), &[pack()], "ja"));
    let (sheet, _) = grid.place(Q, "answer");
    grid.rows(sheet, |_| None);
    let fault = returned(&grid.bytes(), Some(&answered())).expect_err("no answers");
    assert_eq!(fault, WorkbookFault::NoRows);
}
