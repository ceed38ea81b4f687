//! What the foot leaves out in a small window can be read all the same, and what is said is said to its end.

use mamori::app::Screen;
use mamori::app::action::{Action, Merging};
use mamori::app::event::Event;
use mamori::app::keys::Context;
use mamori::app::page;
use mamori::app::page::Kind;
use mamori::questionnaire::case::PointState;
use mamori::text::Message;
use mamori::text::width::WidthMode;
use mamori::text::wrap::wrap;

use super::{at, every};
use crate::journeys::firms::at_the_desk;
use crate::journeys::handing::with_a_passphrase;
use crate::paths::slashed;
use crate::receiving::properties::{merging, sides};
use crate::stage::{Stage, words};

/// What leads to the screens of an advisor, from the first one.
const AT_THE_DESK: [&str; 11] = [
    "",
    "Down Down Enter",
    "Down Down Enter <やまと>",
    "Down Down Enter End Enter",
    "Down Down Enter Ctrl-K",
    "Down Down Enter Ctrl-K Ctrl-K",
    "Down Down Enter <やまと精工08> Ctrl-N",
    "Down Down Enter <やまと精工08> Ctrl-N Enter <やまと>",
    "Down Down Enter <やまと精工08> Enter",
    "Down Down Enter <やまと精工08> Enter m <図面>",
    "Down Down Enter <やまと精工08> Enter o",
];

/// Every screen in both languages, with how one comes to it.
fn states() -> Vec<(String, Stage)> {
    let walk = every().map(|(name, keys)| (name.to_owned(), at(&keys)));
    let desk = AT_THE_DESK.map(|keys| {
        let mut stage = at_the_desk();
        stage.play(keys);
        (keys.to_owned(), stage)
    });
    let states: Vec<(String, Stage)> = walk.chain(desk).collect();
    let in_english = states.iter().cloned().map(|(name, mut stage)| {
        stage.switch_language();
        (name, stage)
    });
    let in_english: Vec<(String, Stage)> = in_english.collect();
    states.into_iter().chain(in_english).collect()
}

#[test]
fn where_the_foot_leaves_a_key_out_it_names_the_key_to_all_of_them() {
    for (name, stage) in states() {
        let words = words(stage.app.language());
        let said = |id| words.message(&Message::new(id));
        for (columns, lines) in [(80, 24), (60, 20)] {
            let screen = stage.screen_at(columns, lines);
            let app = stage.sized(columns, lines);
            let is_text = matches!(
                app.context(),
                Context::Field | Context::Note | Context::Filter
            );
            let page = page(&app);
            let left_out: Vec<_> = page
                .hints
                .iter()
                // Its digits are those that answer here.
                .filter(|hint| hint.last_digit.is_none() && !hint.gives_way)
                .filter(|hint| {
                    !screen.contains(&format!("{} {}", said(hint.cap), said(hint.words)))
                })
                .collect();
            if is_text {
                assert!(left_out.is_empty(), "{name}\n{screen}");
            }
            let help = Some(Action::Open(Screen::Help));
            let has_help = left_out.iter().all(|hint| hint.action != help);
            assert!(has_help, "{name} {columns}x{lines}\n{screen}");
        }
    }
}

#[test]
fn a_firm_is_hidden_by_a_key_that_is_seen_wherever_letters_are_text() {
    for keys in AT_THE_DESK {
        let mut stage = at_the_desk();
        stage.play(keys);
        let is_text = matches!(
            stage.app.context(),
            Context::Field | Context::Note | Context::Filter
        );
        if is_text && !stage.app.hides_others() {
            let screen = stage.screen_at(60, 20);
            assert!(screen.contains("Ctrl-K"), "{keys}\n{screen}");
        }
    }
}

#[test]
fn what_is_said_above_the_foot_is_said_to_its_end() {
    let mut said = 0;
    for (name, stage) in states() {
        for (columns, lines) in [(80, 24), (60, 20)] {
            let app = stage.sized(columns, lines);
            let Some(message) = page(&app).message else {
                continue;
            };
            let text = slashed(&words(stage.app.language()).message(&message));
            let screen = stage.screen_at(columns, lines);
            for line in wrap(&text, usize::from(columns) - 4, WidthMode::Narrow) {
                assert!(screen.contains(line.trim()), "{name}: {line}\n{screen}");
            }
            said += 1;
        }
    }
    assert!(said >= 20, "{said}");
}

/// The boxes of a page: each with the row's action, and whether it is ticked.
fn boxes(stage: &Stage) -> Vec<(Action, bool)> {
    let page = stage.page();
    let ticked = |kind| match kind {
        Kind::Check { ticked } => Some(ticked),
        Kind::Point { state } => Some(state == PointState::There),
        Kind::PointNone { chosen } => Some(chosen),
        _ => None,
    };
    let boxes = page.rows.iter();
    let boxes = boxes.filter_map(|row| Some((row.action?, ticked(row.kind)?)));
    boxes.collect()
}

fn is_ticked(stage: &Stage, action: Action) -> Option<bool> {
    let mut boxes = boxes(stage).into_iter();
    boxes.find(|(this, _)| *this == action).map(|(_, is)| is)
}

#[test]
fn the_foot_says_on_every_box_that_is_ticked_how_it_is_unticked() {
    let (base, ours, theirs) = sides();
    let mut taken = merging(Some(base), &ours, &theirs);
    taken.play("2 1 2 4 Home End Up Up Enter");
    let others = [
        ("a file under a passphrase", with_a_passphrase()),
        ("what they changed", taken),
    ];
    let others = others.map(|(name, stage)| (name.to_owned(), stage));
    let in_japanese = every().map(|(name, keys)| (name.to_owned(), at(&keys)));
    let mut seen = 0;
    for (name, stage) in in_japanese.chain(others) {
        let open = boxes(&stage).into_iter();
        // While one writes, Space is a space.
        for (action, ticked) in open.filter(|_| !stage.app.is_editing()) {
            let mut stage = stage.clone();
            stage.happen(Event::Focus(action));
            if !ticked {
                stage.play("Space");
            }
            if stage.app.is_editing() {
                // It asks for words first.
                continue;
            }
            assert_eq!(is_ticked(&stage, action), Some(true), "{name} {action:?}");
            stage.happen(Event::Focus(action));
            let screen = stage.screen_at(60, 20);
            assert!(screen.contains("Space 外す"), "{name} {action:?}\n{screen}");
            let mut left = stage.clone();
            left.play("Enter");
            if let Some(is) = is_ticked(&left, action) {
                assert!(is, "Enter took it off: {name} {action:?}");
            }
            stage.play("Space");
            assert_eq!(is_ticked(&stage, action), Some(false), "{name} {action:?}");
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn the_digits_of_the_foot_are_those_that_mark_something() {
    let mut stage = Stage::new();
    stage.play("Enter");
    for (language, said) in [("ja", "1-3 印"), ("en", "1-3 mark")] {
        while stage.app.language() != language {
            stage.switch_language();
        }
        stage.sees(said);
    }
}

#[test]
fn what_the_arrows_do_is_no_other_keys_name_in_the_same_foot() {
    let (base, ours, theirs) = sides();
    let merge = ("both sides".to_owned(), merging(Some(base), &ours, &theirs));
    let mut in_english = merge.clone();
    in_english.1.switch_language();
    for (name, stage) in states().into_iter().chain([merge, in_english]) {
        let said = words(stage.app.language());
        let named = |id| said.message(&Message::new(id));
        let page = stage.page();
        let hints = page.hints.iter();
        let called = hints.filter(|hint| named(hint.words) == named("key-move"));
        assert!(called.count() <= 1, "{name}\n{}", stage.screen());
    }
}

#[test]
fn esc_is_offered_where_it_leads_somewhere_and_names_the_row_that_it_leads_to() {
    let mut seen = 0;
    for (name, stage) in states() {
        let words = words(stage.app.language());
        let back = Message::new("key-back-to-leave");
        let said = format!("Esc {}", words.message(&back));
        let mut stage = stage;
        if stage.app.is_editing() || !stage.screen().contains(&said) {
            continue;
        }
        stage.play("Esc");
        let leave = words.message(&Message::new("leave"));
        stage.sees(&format!("> {leave}"));
        // It has led there: once more is nothing.
        stage.sees_no(&said);
        assert!(said.contains(&leave), "{name}: {said}");
        seen += 1;
    }
    assert!(seen > 0);
}

#[test]
fn what_leads_to_the_questions_is_named_once_in_a_foot() {
    for (name, stage) in states() {
        let page = stage.page();
        let has = |words| page.hints.iter().any(|hint| hint.words == words);
        let twice = has("key-overview") && has("key-back-to-overview");
        assert!(!twice, "{name}\n{}", stage.screen());
    }
}

#[test]
fn the_language_is_switched_by_one_key_on_every_page() {
    let mut stage = Stage::new();
    for said in ["English は l", "l 言語"] {
        stage.sees(said);
    }
    stage.sees_no("は e");
    stage.play("l");
    stage.sees("l: 日本語");
    // What was the key of the first page alone does nothing any more, and says so.
    stage.play("e");
    assert_eq!(stage.message(), Some("key-unused"));
}

#[test]
fn the_list_of_firms_says_how_ones_own_notes_are_opened_and_why_they_are_not() {
    let mut stage = at_the_desk();
    stage.play("Down Down Enter");
    for (columns, lines) in [(60, 20), (80, 24)] {
        let screen = stage.screen_at(columns, lines);
        assert!(screen.contains("Ctrl-N 自分だけのメモ"), "{screen}");
    }
    stage.play("<やまと精工08> Ctrl-K Ctrl-N");
    assert_eq!(stage.message(), Some("own-notes-closed"));
    assert_eq!(stage.app.screen(), Screen::Firms);
}

#[test]
fn the_help_names_no_key_that_the_page_below_has_not() {
    let helped = |stage: &mut Stage, keys: &str| {
        stage.play(keys);
        let texts = stage.page().rows.into_iter();
        let texts = texts.filter_map(|row| Some(format!("{:?}", row.column?)));
        texts.collect::<String>()
    };
    // Before there is a check there is no list of its questions, and nothing to take back.
    let mut stage = Stage::new();
    let said = helped(&mut stage, "Down Enter h");
    for cap in ["cap-o\"", "cap-z\"", "cap-shift-z"] {
        assert!(!said.contains(cap), "{cap}\n{}", stage.screen());
    }
    stage.play("Esc o");
    assert_eq!(stage.message(), Some("why-no-check"));
    // Digits mark where each box has one, and a paper belongs to what is to be kept.
    for (keys, digits, paper) in [
        ("o Home Enter h", true, false),
        (
            "3 o End Up Up Enter End Up Up Up Up Up Up Enter Enter Esc h",
            false,
            false,
        ),
        (
            "3 Right 3 Right o End Up Up Enter Home Down Down Down Enter h",
            false,
            true,
        ),
    ] {
        let mut stage = Stage::answering("1");
        let said = helped(&mut stage, keys);
        let has = |cap: &str| said.contains(cap);
        let found = (has("cap-digits"), has("cap-p\""));
        assert_eq!(found, (digits, paper), "{keys}\n{}", stage.screen());
    }
}

#[test]
fn what_helps_with_a_question_is_seen_also_where_its_row_has_no_room() {
    let mut gone = 0;
    for (name, stage) in states() {
        for (columns, lines) in [(80, 24), (60, 20)] {
            let app = stage.sized(columns, lines);
            let page = page(&app);
            let measures = Action::Open(Screen::Measures);
            let offered = page.rows.iter().find(|row| row.action == Some(measures));
            let (Some(row), None) = (offered, &page.message) else {
                continue;
            };
            let text = words(app.language()).text(&row.text).into_owned();
            let screen = stage.screen_at(columns, lines);
            assert!(screen.contains(&text), "{name} {columns}x{lines}\n{screen}");
            gone += usize::from(!screen.contains(&format!("    {text}     m ")));
        }
    }
    assert!(gone > 0, "nowhere it gave way");
}

#[test]
fn where_checks_are_tidied_no_key_leads_to_the_questions_of_the_one_that_is_open() {
    let mut stage = Stage::answering("1");
    stage.play("1 o End Up Enter");
    stage.go_to(Action::Open(Screen::Cases)).play("Enter");
    stage
        .go_to(Action::Open(Screen::Manage))
        .play("Enter Enter");
    assert_eq!(stage.app.screen(), Screen::CaseMenu);
    stage.sees_no("o 質問の一覧");
    stage.play("o");
    assert_eq!(stage.app.screen(), Screen::CaseMenu);
    assert_eq!(stage.message(), Some("why-no-check"));
}

#[test]
fn a_page_with_room_to_spare_names_the_key_that_hides_other_firms() {
    let mut stage = at_the_desk();
    stage.play("Down Down Enter <やまと精工08> Ctrl-N");
    assert_eq!(stage.app.screen(), Screen::OwnNotes);
    let screen = stage.screen_at(60, 20);
    assert!(screen.contains("Ctrl-K ほかの会社を隠す"), "{screen}");
}

#[test]
fn where_all_is_decided_the_foot_says_what_enter_does_with_it() {
    let (base, ours, theirs) = sides();
    let mut stage = merging(Some(base), &ours, &theirs);
    let screen = stage.screen_at(60, 20);
    assert!(screen.contains(" 決める"), "{screen}");
    stage.play("2 1 2 4 Home End Up Up Enter Down Down Esc End Up");
    assert_eq!(stage.page().cursor, Some(Action::Merge(Merging::Take)));
    let screen = stage.screen_at(60, 20);
    assert!(screen.contains("Enter 取り込む"), "{screen}");
}
