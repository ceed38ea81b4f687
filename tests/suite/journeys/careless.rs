//! One careless key: Enter takes nothing away, arrows go where choices stand, digits go on for who wants that.

use mamori::app::action::{Action, Listing};
use mamori::app::event::{Effect, Event};
use mamori::app::{Screen, page};
use mamori::questionnaire::case::{Answer, Case, Given};
use mamori::questionnaire::fault::SaveFault;
use mamori::questionnaire::id::FormId;
use proptest::prelude::*;

use crate::stage::{Stage, parsed};

/// The marks of a question and everything typed to it that are in `before` and not in `after`.
fn gone_of(before: &Answer, after: &Answer) -> Vec<&'static str> {
    let points = |answer: &Answer| match &answer.given {
        Some(Given::Points(points)) => points.clone(),
        _ => std::collections::BTreeMap::new(),
    };
    let (old, new) = (points(before), points(after));
    let task = |answer: &Answer| answer.task.clone().unwrap_or_default();
    let faults = [
        (
            old.iter()
                .any(|(id, there)| *there && new.get(id) != Some(&true)),
            "a point",
        ),
        (
            before
                .none
                .iter()
                .flatten()
                .any(|id| !after.none.iter().flatten().any(|new| new == id)),
            "関係なし",
        ),
        (before.flag && !after.flag, "a flag"),
        (
            !before.note.is_empty() && before.note != after.note,
            "a note",
        ),
        (
            task(before).measure.is_some() && task(after).measure.is_none(),
            "a measure",
        ),
        (
            task(before).done.is_some() && task(after).done.is_none(),
            "a task that is done",
        ),
        (
            before
                .records
                .keys()
                .any(|record| !after.records.contains_key(record)),
            "a record",
        ),
    ];
    faults
        .into_iter()
        .filter_map(|(is_gone, what)| is_gone.then_some(what))
        .collect()
}

/// What is in `before` and not in `after`.
fn gone(before: &Case, after: &Case) -> Vec<&'static str> {
    let mut gone = Vec::new();
    for (walk, old) in &before.walks {
        for (id, answer) in &old.answers {
            let none = Answer::default();
            gone.extend(gone_of(answer, after.answer(walk, id).unwrap_or(&none)));
        }
    }
    if before.forms.iter().any(|form| !after.forms.contains(form)) {
        gone.push("a form");
    }
    for (index, old) in before.information.iter().enumerate() {
        let new = after.information.get(index);
        if new.is_none_or(|new| {
            (old.form.is_some() && new.form.is_none())
                || (old.owner.is_some() && new.owner.is_none())
        }) {
            gone.push("something on the list");
        }
    }
    gone
}

/// An answer is chosen in place of another, 関係なし on its own row in place of the point above it, and 一覧から外す says
/// what it does and asks: all else only adds.
fn is_a_choice(action: Option<Action>) -> bool {
    matches!(
        action,
        Some(
            Action::Answer(_)
                | Action::PointNone(_)
                | Action::OfferedReason(_)
                | Action::List(Listing::Remove)
        )
    )
}

/// Pages with marks, to start from.
const PLACES: [&str; 9] = [
    "2 Space Down Space",
    "2 Space ?",
    "3 f Up Up",
    "o Home Enter",
    "i Enter <図面> Enter Space Down Down Space Esc",
    "o i Down Enter Space Down Space",
    "3 Right 3 Right 3 Right 3 Right 2 Space o End Up Up Enter",
    "3 Right 3 Right o End Up Up Enter Home Enter Enter d",
    "m <棚の鍵> Esc",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn enter_never_takes_anything_away(
        place in 0..PLACES.len(),
        keys in proptest::collection::vec(prop_oneof![
            4 => Just("Enter"), 2 => Just("Down"), 1 => Just("Up"), 1 => Just("Right"), 1 => Just("Space"), 1 => Just("Esc"),
        ], 1..25),
    ) {
        let mut stage = Stage::answering("1 2");
        stage.play(PLACES[place]);
        if stage.app.screen() == Screen::Result {
            go_to(&mut stage, Action::Open(Screen::Records));
            stage.play("Enter Enter");
        }
        for key in keys {
            let before = stage.clone();
            stage.play(key);
            if stage.has_ended { break; }
            let (Some(old), Some(new)) = (before.app.case(), stage.app.case()) else { continue };
            if key == "Enter" && old.id == new.id && !is_a_choice(page(&before.app).cursor) {
                let mut gone = gone(old, new);
                // A check has always a form: the last one that Space took away stays in it until another is marked.
                if !marks_a_form(&before) {
                    gone.retain(|what| *what != "a form");
                }
                prop_assert!(gone.is_empty(), "Enter took away {gone:?} on\n{}", before.screen());
            }
        }
    }
}

/// Whether the page shows a form that is marked, or is another page.
fn marks_a_form(stage: &Stage) -> bool {
    stage.app.screen() != Screen::Forms || stage.screen().contains("[x]")
}

#[test]
fn the_last_form_that_was_unmarked_goes_when_another_is_marked() {
    let mut stage = Stage::answering("1 2");
    stage.play("o Home Enter Space Down Space");
    assert!(!marks_a_form(&stage));
    assert_eq!(stage.case().forms.len(), 1, "never none");
    stage.play("Down Enter");
    assert_eq!(stage.case().forms, [FormId::new("object")]);
}

/// Puts the cursor on this row, which is there.
#[track_caller]
fn go_to(stage: &mut Stage, action: Action) {
    for key in ["Up", "Down"] {
        for _ in 0..40 {
            if stage.page().cursor == Some(action) {
                return;
            }
            stage.play(key);
        }
    }
    panic!("no {action:?} on\n{}", stage.screen());
}

#[test]
fn enter_on_marked_points_goes_on_and_from_the_last_one_to_the_next_question() {
    let mut stage = Stage::answering("1");
    stage.play("2 Space Enter");
    assert_eq!(
        stage.page().cursor,
        Some(Action::Point(1)),
        "the mark stayed, the cursor went on"
    );
    stage.sees("(4つのうち1つ)");
    stage.play("Down Down Enter");
    stage.sees("(4つのうち2つ)");
    stage.play("Enter");
    assert_eq!(stage.at(), "know-form-and-place");
}

#[test]
fn a_mark_that_enter_leaves_says_how_to_take_it_off() {
    let mut stage = Stage::answering("1");
    stage.play("f End Up Up");
    go_to(&mut stage, Action::ToggleFlag);
    stage.play("Enter");
    assert_eq!(stage.message(), Some("mark-stays"));
    stage.play("Space");
    assert!(
        !stage
            .case()
            .walks
            .values()
            .any(|walk| walk.answers.values().any(|answer| answer.flag))
    );
}

#[test]
fn right_goes_to_the_choice_beside_and_enter_takes_that_one() {
    let mut stage = Stage::answering("1");
    stage.play("3 o End Up Up Enter Enter Enter");
    let words: Vec<&str> = stage.page().hints.iter().map(|hint| hint.words).collect();
    assert!(words.contains(&"key-beside"), "{words:?}");
    go_to(&mut stage, Action::By(mamori::app::action::By::Week));
    stage.play("Right Enter");
    let task = stage
        .case()
        .walks
        .values()
        .flat_map(|walk| walk.answers.values())
        .find_map(|answer| answer.task.clone());
    assert_eq!(task.expect("a task").by, "2026-12-20");
    stage.play("Left Left Left");
    assert_eq!(
        stage.page().cursor,
        Some(Action::By(mamori::app::action::By::Week))
    );
}

#[test]
fn on_a_question_right_stays_the_next_question_also_from_the_helps() {
    let mut stage = Stage::answering("1");
    stage.play("3 m <メモ> Esc Right");
    assert_eq!(stage.at(), "know-form-and-place");
}

#[test]
fn partly_without_a_mark_is_told_before_it_is_left_unanswered() {
    for key in ["Right", "u", "Left"] {
        let mut stage = Stage::answering("1");
        stage.play("1 Right 2").play(key);
        assert_eq!(stage.at(), "know-form-and-place", "{key}");
        assert_eq!(stage.message(), Some("question-points-missing"), "{key}");
        stage.play(key);
        assert_ne!(stage.at(), "know-form-and-place", "{key}: it is said once");
    }
    // Marked, or answered in another way, there is nothing to tell.
    for keys in ["2 Space Right", "2 3 Right", "2 Esc"] {
        let mut stage = Stage::answering("1");
        stage.play("1 Right").play(keys);
        assert_ne!(stage.message(), Some("question-points-missing"), "{keys}");
    }
}

#[test]
fn digits_choose_forms_too() {
    let mut stage = Stage::new();
    stage.play("Enter 1 3").sees("14問になります");
    stage.play("1").sees("12問になります");
    stage.play("9").sees("12問になります");
}

#[test]
fn end_leads_out_of_a_long_list_to_what_can_be_done_with_it() {
    let cases: Vec<Case> = (0..40)
        .map(|number| {
            let mut stage = Stage::answering("1");
            stage.play("1");
            let mut case = stage.on_disk()[0].clone();
            case.id = mamori::questionnaire::id::CaseId::new(&format!("firm-{number:02}"));
            case.title = format!("会社{number}");
            case
        })
        .collect();
    let mut stage = Stage::starting(cases, None, "ja");
    go_to(&mut stage, Action::Open(Screen::Cases));
    stage.play("Enter");
    assert_eq!(stage.app.screen(), Screen::Cases);
    stage.play("End");
    assert_eq!(stage.page().cursor, Some(Action::Open(Screen::Manage)));
    stage.play("Home");
    assert!(matches!(stage.page().cursor, Some(Action::Case(_))));
    // In what was typed to narrow it they go to the ends of the text first.
    stage.play("<会社3> Home Home").sees("会社3");
    stage.play("End End");
    assert_eq!(stage.page().cursor, Some(Action::Open(Screen::Manage)));
}

#[test]
fn going_on_by_digits_is_offered_once_after_the_fifth() {
    let mut stage = Stage::answering("1 2");
    stage
        .play("1 Right 1 Right 3 Right 1")
        .sees_no("そのまま次の質問へ");
    stage
        .play("Right 4")
        .sees("そのまま次の質問へ進むようにする");
    assert_eq!(
        stage
            .effects
            .iter()
            .filter(|effect| matches!(effect, Effect::Digits(false)))
            .count(),
        1
    );
    stage.play("Right 1").sees_no("そのまま次の質問へ");
    let offered = stage
        .effects
        .iter()
        .filter(|effect| matches!(effect, Effect::Digits(_)))
        .count();
    assert_eq!(offered, 1, "once");
    // Chosen there, it goes on at once, and from then on.
    let mut stage = Stage::answering("1 2");
    stage.play("1 Right 1 Right 3 Right 1 Right 4");
    go_to(&mut stage, Action::SwitchDigits);
    stage.play("Enter");
    assert_eq!(stage.at(), "who-may-see");
    assert!(stage.effects.contains(&Effect::Digits(true)));
    stage.play("3");
    assert_eq!(stage.at(), "yearly-check");
    stage.sees("「見てよい人");
    // A slip of the finger: z leads back to it.
    stage.play("z");
    assert_eq!(stage.at(), "who-may-see");
    assert_eq!(stage.counts().not_met, 1);
    // Points are still marked before it goes on.
    stage.play("2");
    assert_eq!(stage.at(), "who-may-see");
    // The help turns it off.
    stage.play("h End Up Enter");
    assert_eq!(stage.message(), Some("digits-are-off"));
}

/// The keys from the very first start to the result of 16 questions, with `walk` for the questions.
fn keys_to_the_result(digits: bool, walk: &str) -> usize {
    let mut stage = Stage::new();
    if digits {
        stage.app = stage.app.clone().with_digits(Some(true));
    }
    let keys = format!("Enter Enter Enter Down Enter Enter {walk} Enter");
    stage.play(&keys);
    assert_eq!(stage.app.screen(), Screen::Result, "{}", stage.screen());
    let counts = stage.counts();
    assert_eq!((counts.asked(), counts.unanswered), (16, 0));
    parsed(&keys).len()
}

#[test]
fn sixteen_questions_take_so_many_keys() {
    let met = "1 Right ".repeat(16);
    assert!(keys_to_the_result(false, &met) <= 45);
    assert!(keys_to_the_result(true, &"1 ".repeat(16)) <= 30);
    // Met, partly with two points, not met, unknown, one that does not apply: as firms answer.
    let mixed = "1 Right 2 Enter Enter Right 3 Right 1 Right 2 Enter Enter Right 4 Right 3 Right 1 Right \
                 5 Enter Right 2 Enter Enter Right 3 Right 1 Right 2 Enter Enter Right 4 Right 1 Right 3 Right";
    assert!(keys_to_the_result(false, mixed) <= 63);
    let mixed = "1 2 Enter Enter Right 3 1 2 Enter Enter Right 4 3 1 \
                 5 Enter 2 Enter Enter Right 3 1 2 Enter Enter Right 4 1 3";
    assert!(keys_to_the_result(true, mixed) <= 45);
}

/// What the file of the only check says of the question that it is at.
fn kept_answer(stage: &Stage) -> Answer {
    let case = &stage.on_disk()[0];
    let walk = &case.walks[&case.walk];
    let at = walk.at.clone().expect("a question");
    walk.answers.get(&at).cloned().unwrap_or_default()
}

#[test]
fn a_note_is_on_the_disk_when_the_user_pauses_and_the_field_stays_open() {
    let mut stage = Stage::answering("1");
    stage.play("1 m <棚の鍵は>");
    assert!(stage.app.has_unkept_text());
    assert_eq!(kept_answer(&stage).note, "");
    stage.happen(Event::Silence);
    assert_eq!(kept_answer(&stage).note, "棚の鍵は");
    assert!(stage.app.is_editing() && !stage.app.has_unkept_text());
    stage.sees("保存済み");
    stage.sees("棚の鍵は");
    stage.play("<事務所>");
    stage.happen(Event::Silence);
    stage.play("<に> Esc");
    assert_eq!(kept_answer(&stage).note, "棚の鍵は事務所に");
    // All of it was one change, before it the answer.
    stage.play("z");
    assert_eq!(kept_answer(&stage).note, "");
    stage.play("Z");
    assert_eq!(kept_answer(&stage).note, "棚の鍵は事務所に");
    stage.play("z z");
    assert_eq!(stage.counts().answered(), 0);
}

#[test]
fn every_text_of_a_check_is_kept_when_the_user_pauses() {
    for (keys, words) in [
        ("o i Enter <図面>", "図面"),
        ("o i Enter <図面> Enter Down Down Down Enter <棚二>", "棚二"),
        (
            "3 o End Up Up Enter Enter Enter Right Right Enter <工場長>",
            "工場長",
        ),
        (
            "3 o End Up Up Enter Enter Enter Down Down Down Right Right Right Enter <年内>",
            "年内",
        ),
    ] {
        let mut stage = Stage::answering("1");
        stage.play(keys);
        stage.happen(Event::Silence);
        let text = serde_json::to_string(&stage.on_disk()[0]).expect("JSON");
        assert!(
            text.contains(words),
            "{words} in {text}\n{}",
            stage.screen()
        );
        assert!(stage.app.is_editing());
    }
    let mut stage = Stage::new();
    stage.play("Enter Space End Up Enter <やまと>");
    stage.happen(Event::Silence);
    assert_eq!(stage.on_disk()[0].title, "やまと");
}

#[test]
fn a_reason_half_typed_is_kept_and_answers_nothing() {
    let mut stage = Stage::answering("1");
    stage.play("Right Right Right Right Right Right Right Right 5 Down Enter <社員は>");
    stage.happen(Event::Silence);
    assert_eq!(kept_answer(&stage).draft_reason, "社員は");
    assert_eq!(kept_answer(&stage).given, None);
    // The program ends here. The next one offers what was begun.
    let mut again = stage.started_again();
    again.play("Enter 5 Down Enter").sees("社員は");
    again.play("<いない> Enter");
    assert_eq!(
        kept_answer(&again).given,
        Some(Given::NotApplicable("社員はいない".to_owned()))
    );
    assert_eq!(kept_answer(&again).draft_reason, "");
}

/// 当てはまらない takes an item out of what is not in place: a word that was begun when something came between is no reason.
#[test]
fn whatever_comes_between_makes_no_answer_of_a_reason_half_typed() {
    const HALF: &str = "Right Right Right Right Right Right Right Right 5 Down Enter <社員は>";
    for between in ["full", "closed", "Esc", "Ctrl-C"] {
        let mut stage = Stage::answering("1");
        stage.play(HALF);
        match between {
            "full" => stage.happen(Event::SaveFailed(SaveFault::NoSpace)),
            "closed" => stage.happen(Event::Ending),
            keys => {
                stage.play(keys);
            }
        }
        assert_eq!(kept_answer(&stage).given, None, "{between}");
        assert_eq!(kept_answer(&stage).draft_reason, "社員は", "{between}");
    }
    // It is offered again, and Enter alone gives it as it stands.
    let mut stage = Stage::answering("1");
    stage.play(HALF).play("Esc 5 Down Enter").sees("社員は");
    stage.play("Enter");
    let given = Some(Given::NotApplicable("社員は".to_owned()));
    assert_eq!(kept_answer(&stage).given, given);
    // What is begun of another one leaves the one that was given, and is offered too.
    stage.play("5 Down Enter <家族> Esc");
    assert_eq!(kept_answer(&stage).given, given);
    stage.play("5 Down Enter").sees("社員は家族");
}

#[test]
fn a_reason_in_ones_own_words_is_not_gone_by_one_digit() {
    for key in ["1", "3", "4", "Backspace"] {
        let mut stage = Stage::answering("1");
        stage.play(
            "Right Right Right Right Right Right Right Right 5 Down Enter <社員はいない> Enter",
        );
        stage.play(key);
        // Also after the program has ended, where z takes nothing back any more.
        let mut again = stage.started_again();
        again.play(if key == "Backspace" {
            "Enter"
        } else {
            "Enter Left"
        });
        again.play("5 Down Enter").sees("社員はいない");
        assert_ne!(
            kept_answer(&again).given,
            Some(Given::NotApplicable("社員はいない".to_owned())),
            "{key}"
        );
    }
}

#[test]
fn what_is_typed_and_taken_back_leaves_nothing_behind() {
    let mut stage = Stage::answering("1");
    stage.play("m <鍵>");
    stage.happen(Event::Silence);
    stage.play("Backspace Esc");
    assert!(
        !stage.app.can_undo(mamori::app::Direction::Back),
        "nothing to take back"
    );
    stage.play("o i Enter <図>");
    stage.happen(Event::Silence);
    stage.play("Backspace Esc Esc");
    assert!(stage.case().information.is_empty());
}

#[test]
fn a_key_without_effect_says_why() {
    for (keys, why) in [
        ("x", "key-unused"),
        ("X", "key-unused"),
        ("ｘ", "key-unused"),
        ("5", "why-no-such-answer"),
        ("Backspace", "why-no-answer"),
        ("n", "why-no-none"),
        ("=", "why-nothing-before"),
        ("z", "why-nothing-to-undo"),
        ("Z", "why-nothing-to-redo"),
        ("Left", "why-first-question"),
        ("o f", "why-none-flagged"),
        ("o Space", "key-unused"),
        ("Space", "mark-nowhere"),
        ("Right Right Right i", "why-list-elsewhere"),
    ] {
        let mut stage = Stage::answering("1");
        stage.play(keys);
        assert_eq!(stage.message(), Some(why), "{keys}");
        assert_eq!(stage.counts().answered(), 0);
    }
    // In a field every character is text.
    let mut stage = Stage::answering("1");
    stage.play("m <x>");
    assert_eq!(stage.message(), None);
}

/// What 自分で書く found there before was in the way: 社長工場長 came of it.
#[test]
fn ones_own_words_take_the_place_of_what_was_offered() {
    let mut stage = Stage::answering("1");
    stage.play("3 o End Up Up Enter Enter Enter Enter");
    let who = |stage: &Stage| {
        let case = stage.case();
        let mut answers = case.walk(&case.walk).expect("a walk").answers.values();
        let task = answers.find_map(|answer| answer.task.clone());
        task.expect("a task").who
    };
    assert_eq!(who(&stage), "社長");
    let own = Action::Who(mamori::app::action::Who::Own);
    let at_own = |stage: &mut Stage| {
        go_to(stage, own);
        stage.play("Enter");
        stage.sees("社長");
    };
    at_own(&mut stage);
    stage.play("Enter");
    assert_eq!(who(&stage), "社長", "nothing was typed");
    at_own(&mut stage);
    stage.play("<工場長> Ctrl-Z");
    stage.play("<長> Enter");
    assert_eq!(who(&stage), "社長長", "taken back, it is as it was");
    at_own(&mut stage);
    stage.play("End Backspace Enter");
    assert_eq!(
        who(&stage),
        "社長",
        "a key that moves keeps what stands there"
    );
    at_own(&mut stage);
    stage.play("<工場長> Enter");
    assert_eq!(who(&stage), "工場長");
    go_to(&mut stage, own);
    stage.play("Enter Backspace Enter");
    assert_eq!(who(&stage), "");
}
