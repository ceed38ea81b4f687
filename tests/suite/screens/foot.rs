//! What the foot leaves out in a small window can be read all the same, and what is said is said to its end.

use mamori::app::Screen;
use mamori::app::action::Action;
use mamori::app::keys::Context;
use mamori::app::page;
use mamori::text::Message;
use mamori::text::width::WidthMode;
use mamori::text::wrap::wrap;

use super::{at, every};
use crate::journeys::firms::at_the_desk;
use crate::paths::slashed;
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
