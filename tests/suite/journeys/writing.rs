//! Notes, reasons, names: what is typed is kept, whatever happens.

use mamori::app::Screen;
use mamori::app::event::{Effect, Event};
use mamori::app::page::Keeping;
use mamori::text::width::WidthMode;

use crate::stage::Stage;

fn note(stage: &Stage) -> String {
    let case = stage.case();
    let answer = case.walks[&case.walk].answers.values().next();
    answer.map_or_else(String::new, |answer| answer.note.clone())
}

#[test]
fn a_note_is_kept_in_whatever_way_one_leaves_it() {
    for way_out in ["Esc", "Tab", "Ctrl-C"] {
        let mut stage = Stage::answering("1");
        stage.play("m <一行目> Enter <二行目>").play(way_out);
        assert_eq!(note(&stage), "一行目\n二行目", "{way_out}");
        assert_eq!(stage.has_ended, way_out == "Ctrl-C");
        assert_eq!(stage.counts().answered(), 0, "a note answers nothing");
    }
}

#[test]
fn a_long_note_leaves_question_and_answers_in_sight() {
    let mut stage = Stage::answering("1");
    stage.play(&format!(
        "4 m <{}> Esc",
        "図面は棚の三段目にある。".repeat(80)
    ));
    for words in [
        "I第一",
        "できている",
        "わからない",
        "メモ: 図面は棚",
        " ...",
    ] {
        stage.sees(words);
    }
}

#[test]
fn the_question_stays_in_sight_while_a_note_is_written() {
    let mut stage = Stage::answering("1");
    stage
        .play("m <長い> Enter <メモ>")
        .sees("一覧にしていますか。");
}

#[test]
fn in_a_field_every_character_is_text() {
    let mut stage = Stage::answering("1");
    stage.play("m <1?fhoql あ１？> Esc");
    assert_eq!(note(&stage), "1?fhoql あ１？");
    assert_eq!(stage.counts().answered(), 0);
}

#[test]
fn a_paste_goes_into_the_field_and_nowhere_else() {
    let mut stage = Stage::answering("1");
    stage.happen(Event::Text("1\n2\n3\n".to_owned()));
    assert_eq!(stage.counts().answered(), 0);
    stage.play("m");
    stage.happen(Event::Text("1\r\n2".to_owned()));
    stage.play("Esc");
    assert_eq!(note(&stage), "1\n2");
}

#[test]
fn draft_is_said_as_long_as_a_text_is_not_kept() {
    let mut stage = Stage::answering("1");
    stage.play("m");
    assert_eq!(stage.page().keeping, Some(Keeping::Saved));
    stage.play("<x>").sees("書きかけ");
    stage.play("Backspace");
    assert_eq!(stage.page().keeping, Some(Keeping::Saved));
    stage.play("<x> Esc").sees("保存済み");
}

#[test]
fn undo_is_offered_when_there_is_something_to_take_back() {
    let mut stage = Stage::answering("1");
    stage.play("m").sees_no("Ctrl-Z");
    stage.play("<x>").sees("Ctrl-Z 元に戻す");
    stage.play("Ctrl-Z").sees_no("Ctrl-Z");
}

#[test]
fn the_end_in_the_middle_of_a_text_keeps_it() {
    let promise = "Right Right Right Right Right Right Right Right 5 Down Enter <理由>";
    for (keys, holds) in [("m <メモ>", "メモ"), (promise, "理由")] {
        let mut stage = Stage::answering("1");
        stage.play(keys);
        stage.effects.clear();
        stage.happen(Event::Ending);
        assert_eq!(stage.effects, [Effect::Save, Effect::Quit]);
        let kept = serde_json::to_string(stage.kept.last().expect("kept")).expect("JSON");
        assert!(kept.contains(holds), "{holds}");
    }
    let mut stage = Stage::new();
    stage.play("Enter Space End Up Enter <名前>");
    stage.happen(Event::Ending);
    assert_eq!(
        stage.kept.last().map(|case| case.title.as_str()),
        Some("名前")
    );
}

#[test]
fn a_window_that_changes_its_size_leaves_the_text_alone() {
    let mut stage = Stage::answering("1");
    stage.play("m <書きかけの>");
    for size in [(40, 12), (1, 1), (0, 0), (130, 45)] {
        stage.happen(Event::Resize(size.0, size.1));
    }
    stage.play("<文> Esc");
    assert_eq!(note(&stage), "書きかけの文");
}

#[test]
fn a_reason_can_be_mended_later() {
    let mut stage = Stage::answering("1");
    stage.play("Right Right Right Right Right Right Right Right 5 Down Enter <家族> Enter 5");
    assert_eq!(stage.app.screen(), Screen::Reason);
    stage.sees("今は「家族」");
    stage.play("Down Enter <だけ> Enter").sees("理由: 家族だけ");
}

/// The cell of the cursor in a window of this size.
fn caret(stage: &Stage, columns: u16, lines: u16) -> (u16, u16) {
    let drawing = stage.drawing(columns, lines, WidthMode::Narrow);
    let caret = drawing.caret.expect("a cursor in the text");
    (caret.x, caret.y)
}

#[test]
fn up_and_down_go_from_line_to_line_of_a_note_as_it_is_seen() {
    for (columns, lines) in [(80, 24), (60, 24), (47, 24), (130, 45)] {
        let mut stage = Stage::answering("1");
        stage.happen(Event::Resize(columns, lines));
        stage.play("m");
        let long = "図面は鍵のかかる棚に入れて、使った人と日付を記録する。".repeat(3);
        stage.happen(Event::Text(format!("{long}\n短い\n{long}")));
        let shown: String = stage.screen_at(columns, lines).split_whitespace().collect();
        assert_eq!(
            shown.matches(&long).count(),
            2,
            "every character is seen: {shown}"
        );
        let end = caret(&stage, columns, lines);
        let mut passed = vec![end];
        for _ in 0..20 {
            stage.play("Up");
            passed.push(caret(&stage, columns, lines));
        }
        passed.dedup();
        assert!(passed.len() >= 5, "{passed:?}");
        // One line at a time, no line left out, and at the first one it stays.
        let steps = passed.windows(2);
        assert!(
            steps.clone().all(|step| step[0].1 == step[1].1 + 1),
            "{columns}: {passed:?}"
        );
        assert!(passed.iter().all(|(x, _)| *x <= end.0), "{passed:?}");
        assert!(stage.app.is_editing(), "nothing is left at the top");
        let back = (0..20).map(|_| {
            stage.play("Down");
            caret(&stage, columns, lines)
        });
        let back: Vec<_> = back.collect();
        assert_eq!(
            back.last(),
            Some(&end),
            "{columns}: through a short line and back"
        );
        assert!(stage.app.is_editing(), "nothing is left at the bottom");
    }
}

#[test]
fn what_is_typed_after_up_goes_into_the_line_above() {
    let mut stage = Stage::answering("1");
    stage.play("m <図面の棚> Enter <鍵> Up <!> Down Down <?> Esc");
    assert_eq!(note(&stage), "図!面の棚\n鍵?");
}
