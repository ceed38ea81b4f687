//! A question: answers, points, notes, flags and what an answer gives back.

use mamori::app::Screen;
use mamori::app::action::Action;
use mamori::app::event::Event;
use mamori::questionnaire::outcome::{Counts, Outcome};

use crate::stage::Stage;

/// What the answer to the question on the screen amounts to.
fn outcome(stage: &Stage) -> Outcome {
    let at = stage.at();
    let result = stage.app.result().expect("a case");
    let item = result
        .items
        .iter()
        .find(|item| item.question.id.as_str() == at);
    item.expect("the question").outcome
}

/// At the question that may not apply.
fn at_the_promise() -> Stage {
    let mut stage = Stage::answering("1");
    stage.play("Right Right Right Right Right Right Right Right");
    assert_eq!(stage.at(), "written-promise");
    stage
}

#[test]
fn enter_alone_never_answers() {
    let mut stage = Stage::answering("1");
    for _ in 0..30 {
        stage.play("Enter");
        assert_eq!(stage.counts().answered(), 0);
        assert_eq!(stage.page().cursor, None);
    }
    assert_eq!(stage.message(), Some("question-not-answered"));
}

#[test]
fn the_section_is_a_caption_and_the_question_the_heading() {
    use mamori::app::page::Kind;
    let stage = Stage::answering("1");
    let page = stage.page();
    let kinds: Vec<Kind> = page
        .rows
        .iter()
        .map(|row| row.kind)
        .filter(|kind| *kind != Kind::Blank)
        .collect();
    assert_eq!(kinds[..2], [Kind::Caption, Kind::Heading]);
    stage.sees("(I第一との対応は未確認)");
}

#[test]
fn in_place_ticks_every_point_and_says_so() {
    let mut stage = Stage::answering("1");
    stage.play("1");
    assert_eq!(outcome(&stage), Outcome::Met);
    stage.sees("4つともある、と記録しました。違うものは外してください。");
    assert_eq!(stage.screen().matches("[x]").count(), 4);
    stage.play("3");
    assert_eq!(outcome(&stage), Outcome::NotMet);
    assert_eq!(stage.screen().matches("[x]").count(), 0);
}

#[test]
fn points_and_answers_are_one_thing() {
    let mut stage = Stage::answering("1");
    stage.play("Down Space");
    assert_eq!(outcome(&stage), Outcome::Partly);
    stage.sees("(x) 2 一部できている   (4つのうち1つ)");
    stage.play("Down Space Down Space Down Space");
    assert_eq!(outcome(&stage), Outcome::Met);
    stage.play("Space");
    assert_eq!(outcome(&stage), Outcome::Partly);
}

#[test]
fn with_the_last_mark_gone_it_is_unanswered_again() {
    let mut stage = Stage::answering("1");
    stage.play("Down Space Space");
    assert_eq!(outcome(&stage), Outcome::Unanswered);
    assert_eq!(stage.message(), Some("question-no-point-left"));
}

#[test]
fn backspace_takes_an_answer_back() {
    for answer in ["1", "Down Space", "3", "4"] {
        let mut stage = Stage::answering("1");
        stage.play(answer).play("Backspace");
        assert_eq!(outcome(&stage), Outcome::Unanswered, "{answer}");
        assert_eq!(stage.message(), Some("question-cleared"));
    }
}

#[test]
fn partly_leads_into_the_points() {
    for before in ["", "1", "3"] {
        let mut stage = Stage::answering("1");
        stage.play(before);
        let was = outcome(&stage);
        stage.play("2");
        assert_eq!(outcome(&stage), was, "it is the points that say so");
        assert_eq!(stage.page().cursor, Some(Action::Point(0)));
        stage.sees("どれができているか、印をつけてください。");
    }
}

#[test]
fn folded_points_are_opened_by_in_place() {
    let mut stage = Stage::answering("1");
    stage.play("Right Right");
    stage.happen(Event::Resize(40, 12));
    assert!(stage.screen_at(40, 12).contains("確かめる点 3つ"));
    stage.play("1");
    let screen = stage.screen_at(40, 12);
    assert!(screen.contains("[x]"), "{screen}");
}

#[test]
fn a_window_made_small_does_not_fold_away_the_point_one_is_at() {
    let mut stage = Stage::answering("1");
    stage.play("Down Down");
    for size in [(40, 12), (80, 24), (40, 12)] {
        stage.happen(Event::Resize(size.0, size.1));
        assert_eq!(stage.page().cursor, Some(Action::Point(1)));
        assert!(stage.page().actions().contains(&Action::Point(1)));
    }
}

#[test]
fn a_window_made_large_takes_the_cursor_off_a_row_that_is_gone() {
    let mut stage = Stage::answering("1");
    stage.happen(Event::Resize(40, 12));
    stage.play("Down");
    assert_eq!(stage.page().cursor, Some(Action::ShowPoints));
    stage.play("h");
    stage.happen(Event::Resize(80, 24));
    stage.play("Esc");
    assert_eq!(stage.page().cursor, None);
}

#[test]
fn not_knowing_is_an_answer_and_never_helps() {
    let mut stage = Stage::answering("1");
    let gaps = stage.counts().gaps();
    stage.play("4");
    assert_eq!(outcome(&stage), Outcome::Unknown);
    assert_eq!(stage.counts().gaps(), gaps);
    assert_eq!(stage.counts().answered(), 1);
    stage.sees("見るもの: ");
}

#[test]
fn not_applicable_stands_only_where_the_pack_allows_it() {
    let mut stage = Stage::answering("1");
    stage.sees_no("当てはまらない");
    stage.play("5");
    assert_eq!(
        (stage.app.screen(), outcome(&stage)),
        (Screen::Question, Outcome::Unanswered)
    );
    let mut stage = at_the_promise();
    stage.sees("5 当てはまらない");
    stage.play("5");
    assert_eq!(stage.app.screen(), Screen::Reason);
    assert_eq!(
        outcome(&stage),
        Outcome::Unanswered,
        "not before there is a reason"
    );
    stage.play("Enter");
    assert_eq!(outcome(&stage), Outcome::NotApplicable);
    stage.sees("理由: 社長のほかに働く人がいない");
}

#[test]
fn own_words_are_a_reason_and_nothing_is_none() {
    let mut stage = at_the_promise();
    stage.play("5 Down Enter Enter");
    assert_eq!(stage.message(), Some("reason-needed"));
    stage.play("<　> Enter");
    assert_eq!(outcome(&stage), Outcome::Unanswered, "spaces are no reason");
    stage.play("<家族だけの会社> Enter");
    assert_eq!(outcome(&stage), Outcome::NotApplicable);
    stage.sees("理由: 家族だけの会社");
}

#[test]
fn back_from_an_empty_reason_keeps_the_old_answer() {
    for (answer, was) in [
        ("", Outcome::Unanswered),
        ("1", Outcome::Met),
        ("3", Outcome::NotMet),
        ("4", Outcome::Unknown),
    ] {
        for way_out in ["Esc", "Down Enter Esc", "Down Enter <　> Esc"] {
            let mut stage = at_the_promise();
            stage.play(answer).play("5").play(way_out);
            assert_eq!(
                (stage.app.screen(), outcome(&stage)),
                (Screen::Question, was),
                "{answer}, {way_out}"
            );
        }
    }
}

#[test]
fn six_counts_stay_six() {
    let mut stage = at_the_promise();
    stage.play("5 Enter Left 1 Left 2 Space Left 3 Left 4");
    let counts = Counts {
        met: 1,
        partly: 1,
        not_met: 1,
        unknown: 1,
        not_applicable: 1,
        unanswered: 7,
    };
    assert_eq!(stage.counts(), counts);
    assert_eq!(
        (counts.asked(), counts.answered(), counts.gaps()),
        (12, 5, 10)
    );
}

#[test]
fn an_answer_gives_something_back_at_once() {
    for (keys, words) in [
        ("1", "見せられる記録の例: "),
        ("3", "まずはここから: "),
        ("Down Space", "まずはここから: "),
        ("4", "聞く人:"),
    ] {
        let mut stage = Stage::answering("1");
        stage.sees_no(words);
        stage.play(keys).sees(words);
    }
}

#[test]
fn why_stands_on_every_question_without_a_key() {
    let mut stage = Stage::answering("123");
    for _ in 0..18 {
        stage.sees("なぜ: ");
        stage.play("Right");
    }
}

#[test]
fn the_question_mark_opens_measures_with_the_cheapest_first() {
    use mamori::questionnaire::pack::Question;
    let mut stage = Stage::answering("123");
    for _ in 0..18 {
        let at = stage.at();
        let pack = stage.app.pack();
        let question: &Question = pack
            .questions
            .iter()
            .find(|q| q.id.as_str() == at)
            .expect("it");
        assert!(
            question
                .all_measures
                .is_sorted_by_key(|measure| (measure.cost, measure.effort))
        );
        stage.play("?");
        assert_eq!(stage.app.screen(), Screen::Measures);
        stage.play("Esc Right");
    }
}

#[test]
fn one_measure_can_be_marked_and_the_mark_taken_off() {
    let mut stage = Stage::answering("1");
    stage.play("3 ? Enter Down Enter");
    assert_eq!(stage.screen().matches("(x)").count(), 1);
    stage.sees("Enter 戻る");
    stage
        .play("Enter")
        .sees("まずはここから: 一覧を見直して、その日付を書き込む");
    stage.play("? Down Space").sees_no("(x)");
}

#[test]
fn a_flag_can_be_seen_and_flags_are_walked_one_after_another() {
    let mut stage = Stage::answering("1");
    stage.play("f").sees("ふせんをつけました。");
    stage.play("Right Right f Right Right f");
    let mut met = Vec::new();
    for _ in 0..4 {
        stage.play("o f");
        met.push(stage.at());
    }
    assert_eq!(
        met,
        [
            "pick-information",
            "name-a-manager",
            "handling-rules",
            "pick-information"
        ]
    );
    assert_eq!(stage.counts().answered(), 0, "a flag answers nothing");
    stage.play("f o").sees("ふせん 2");
}

#[test]
fn going_back_shows_the_answer_as_it_was_left() {
    let mut stage = Stage::answering("1");
    stage.play("Down Space Down Space Right 4 Right Left Left");
    stage.sees("(4つのうち2つ)");
    stage.play("Right").sees("(x) 4 わからない");
}

#[test]
fn the_first_enter_chooses_and_the_next_goes_on() {
    let mut stage = Stage::answering("1");
    stage.play("Up Up Up Up Up Up Up Enter");
    assert_eq!(
        (outcome(&stage), stage.at().as_str()),
        (Outcome::NotMet, "pick-information")
    );
    stage.play("Enter");
    assert_eq!(stage.at(), "know-form-and-place");
}

#[test]
fn space_gives_the_answer_under_the_cursor_and_stays() {
    let mut stage = Stage::answering("1");
    stage.play("Up Up Up Up Up Up Space");
    assert_eq!(
        (outcome(&stage), stage.at().as_str()),
        (Outcome::Unknown, "pick-information")
    );
}
