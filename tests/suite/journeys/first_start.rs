//! The first steps: the welcome, the forms, the name; and changing the forms later.

use mamori::app::Screen;

use crate::stage::Stage;

const EVERYONE: [&str; 10] = [
    "pick-information",
    "know-form-and-place",
    "name-a-manager",
    "write-duties",
    "handling-rules",
    "who-may-see",
    "yearly-check",
    "tell-at-once",
    "written-promise",
    "leavers",
];
const PAPER: [&str; 2] = ["lock-away-paper", "copy-and-dispose-paper"];
const DATA: [&str; 4] = [
    "ids-and-passwords",
    "updates-and-malware",
    "portable-media",
    "erase-before-disposal",
];
const OBJECTS: [&str; 2] = ["guard-objects", "visitors-and-photos"];

/// The ids of the questions, met one after another with the right arrow.
fn asked(stage: &mut Stage) -> Vec<String> {
    let mut ids = Vec::new();
    while stage.app.screen() == Screen::Question {
        ids.push(stage.at());
        stage.play("Right");
    }
    ids
}

#[test]
fn only_what_the_chosen_forms_need_is_asked_and_in_order() {
    for (forms, count) in [
        ("1", 12),
        ("2", 14),
        ("3", 12),
        ("12", 16),
        ("13", 14),
        ("23", 16),
        ("123", 18),
    ] {
        let mut stage = Stage::answering(forms);
        let mut expected = EVERYONE.to_vec();
        for (form, questions) in [("1", &PAPER[..]), ("2", &DATA[..]), ("3", &OBJECTS[..])] {
            if forms.contains(form) {
                expected.extend(questions);
            }
        }
        stage.sees(&format!("{count}問中 1問め"));
        assert_eq!(stage.counts().asked(), count, "{forms}");
        assert_eq!(asked(&mut stage), expected, "{forms}");
        assert_eq!(stage.app.screen(), Screen::Check, "after the last question");
    }
}

#[test]
fn the_sentence_with_the_number_changes_with_the_marks() {
    let mut stage = Stage::new();
    stage.play("Enter").sees("どの会社にも10問あります。");
    stage
        .play("Space")
        .sees("12問になります (どの会社にも10問 + 紙に2問)。");
    stage.play("Down Space").sees("16問になります");
    stage
        .play("Up Space Down Space")
        .sees("どの会社にも10問あります。");
}

#[test]
fn without_a_form_it_asks_for_one_and_stays() {
    let mut stage = Stage::new();
    stage.play("Enter End Up Enter");
    assert_eq!(stage.message(), Some("forms-choose-one"));
    assert_eq!(stage.app.screen(), Screen::Forms);
    assert_eq!(stage.app.case(), None);
}

#[test]
fn a_step_back_to_the_welcome_keeps_the_forms() {
    let mut stage = Stage::new();
    stage.play("Enter Space Down Space Esc");
    assert_eq!(stage.app.screen(), Screen::Welcome);
    stage.play("Enter").sees("16問になります");
}

#[test]
fn a_step_back_from_the_name_leads_on_to_the_name_again() {
    let mut stage = Stage::new();
    stage.play("Enter Space End Up Enter <本社> Esc");
    assert_eq!(stage.app.screen(), Screen::Forms);
    stage.play("End Up Enter");
    assert_eq!(stage.app.screen(), Screen::Name);
    assert_eq!(stage.case().title, "本社");
    stage.play("<工場> Enter");
    assert_eq!(stage.case().title, "本社工場");
    assert_eq!(stage.app.screen(), Screen::Question);
}

#[test]
fn a_check_without_a_name_is_called_after_its_day() {
    let stage = Stage::answering("1");
    stage.sees("11月20日のチェック");
    assert_eq!(stage.case().title, "");
}

#[test]
fn changing_the_forms_hides_answers_and_brings_them_back() {
    let mut stage = Stage::answering("123");
    for _ in 0..16 {
        stage.play("Right");
    }
    assert_eq!(stage.at(), "guard-objects");
    stage.play("1");
    let before = stage.counts();
    let forms = "o Home Enter Down Down Space";
    stage.play(forms);
    assert_eq!(stage.counts().asked(), 16);
    assert_eq!(stage.counts().met, 0, "hidden out of the counts");
    let kept = stage.on_disk()[0].clone();
    let answers = &kept.walks[&kept.walk].answers;
    assert!(
        answers.keys().any(|id| id.as_str() == "guard-objects"),
        "kept in the file"
    );
    stage.play("Esc").sees_no("18問");
    stage.play(forms);
    assert_eq!(stage.counts(), before, "back again");
}

#[test]
fn a_check_never_loses_its_last_form() {
    let mut stage = Stage::answering("1");
    stage.play("o Home Enter Space Esc");
    assert_eq!(stage.message(), Some("forms-kept"));
    assert_eq!(stage.app.screen(), Screen::Overview);
    assert_eq!(stage.counts().asked(), 12);
}

#[test]
fn in_a_low_window_the_welcome_begins_at_the_top_and_enter_leads_on() {
    for (columns, lines) in [(60, 20), (40, 12)] {
        let mut stage = Stage::new();
        stage.happen(mamori::app::event::Event::Resize(columns, lines));
        let screen = stage.screen_at(columns, lines);
        assert!(screen.contains("> 技術の大事な情報の守りを"), "{screen}");
        stage.play("Enter");
        assert!(stage.screen_at(columns, lines).contains("> はじめる"));
        stage.play("Enter");
        assert_eq!(stage.app.screen(), Screen::Forms);
    }
}
