//! The walk by numbers by its own words alone: what it offers leads somewhere, and it speaks of no key that it has not.

use mamori::app::action::Action;
use mamori::app::event::Event;
use mamori::app::{Screen, page};
use mamori::plain::{Shown, Step, prompt, reply, understand};
use mamori::text::catalog::Catalog;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::stage::{Stage, words};

/// Keys of the full screen. Enter ends a line, so it is one of these lines too.
const NO_KEYS: [&str; 16] = [
    "上下",
    "左右",
    "右で",
    "矢印",
    "Esc",
    "Tab",
    "Space",
    "PageUp",
    "半角/全角",
    "クリック",
    "Ctrl",
    "Up and Down",
    "press Right",
    "arrow",
    "click",
    "Up, Down",
];

/// Types a line, as the built program does; gives what is said.
fn typed(stage: &mut Stage, shown: &mut Shown, line: &str, catalog: &Catalog) -> String {
    let mut out = String::new();
    let mut is_told = false;
    for step in understand(&stage.app, line, catalog) {
        match step {
            Step::Happen(event) => stage.happen(event),
            Step::ReplyAndGoOn if stage.app.is_settled() => {
                out.push_str(&reply(&stage.app, catalog));
                stage.happen(Event::Do(Action::Choose));
            }
            Step::ReplyAndGoOn => {}
            Step::Again => out.push_str(&Shown::again(&stage.app, catalog)),
            Step::Tell(text) => {
                is_told = true;
                out.push_str(&text);
            }
            Step::Say(message) => {
                is_told = true;
                out.push_str(&catalog.message(&message));
            }
        }
        if stage.has_ended {
            return out;
        }
    }
    if !is_told {
        out.push_str(&shown.next(&stage.app, catalog));
    }
    out
}

/// The numbers that stand at the beginning of lines, with what stands beside them.
fn numbered(said: &str) -> Vec<(String, String)> {
    let lines = said.lines().filter_map(|line| {
        let (number, text) = line.trim_start().split_once(' ')?;
        let is_number = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
        is_number.then(|| (number.to_owned(), text.to_owned()))
    });
    lines.collect()
}

/// The letters that the line below a page names: `b 戻る  q 保存して終わる`.
fn lettered(said: &str) -> Vec<String> {
    let parts = said.lines().flat_map(|line| line.split("  "));
    let letters = parts.filter_map(|part| {
        let (letter, _) = part.split_once(' ')?;
        let is_letter =
            letter.len() == 1 && letter.chars().all(|c| c.is_ascii_lowercase() || c == '?');
        is_letter.then(|| letter.to_owned())
    });
    letters.collect()
}

/// The numbers that the prompt takes: `答え (1-5) か文字>`.
fn range(prompt: &str) -> Vec<String> {
    let inside = prompt.split(['(', ')']).nth(1).unwrap_or_default();
    let mut ends = inside.split('-').map(str::parse::<usize>);
    match (ends.next(), ends.next()) {
        (Some(Ok(first)), Some(Ok(last))) => (first..=last).map(|n| n.to_string()).collect(),
        (Some(Ok(one)), None) => vec![one.to_string()],
        _ => Vec::new(),
    }
}

#[track_caller]
fn speaks_of_no_key(said: &str) {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    for key in NO_KEYS {
        // "Tables" speaks of no key.
        let mut found = said.match_indices(key).filter(|(at, key)| {
            let (before, after) = (&said[..*at], &said[at + key.len()..]);
            !is_letter(before.chars().next_back()) && !is_letter(after.chars().next())
        });
        assert!(found.next().is_none(), "{key}:\n{said}");
    }
}

#[test]
fn from_the_first_start_to_the_result_by_what_it_says_itself() {
    let wanted = ["結果を見る", "見直", "次へ", "はじめる", "新しく"];
    let catalog = words("ja");
    let mut stage = Stage::starting(Vec::new(), None, "ja");
    stage.happen(Event::Resize(u16::MAX, u16::MAX));
    let mut shown = Shown::default();
    let mut said = shown.next(&stage.app, &catalog);
    for _ in 0..120 {
        speaks_of_no_key(&said);
        if stage.app.screen() == Screen::Result {
            assert!(said.contains("これは自己チェックです"), "{said}");
            return;
        }
        let prompt = catalog.message(&prompt(&stage.app));
        speaks_of_no_key(&prompt);
        // Each page says that `r` reads it again.
        let last_page = typed(&mut stage, &mut shown, "r", &catalog);
        let line = if prompt.starts_with("答え") {
            // Every answer that there always is, one after the other.
            ["1", "3", "4"][stage.kept.len() % 3].to_owned()
        } else if prompt.starts_with("そろっている点") {
            "1".to_owned()
        } else if prompt.starts_with("書くこと") {
            String::new()
        } else if last_page.contains("[ ]") && !last_page.contains("[x]") {
            range(&prompt)[0].clone()
        } else {
            let offered = numbered(&last_page);
            let line = wanted
                .iter()
                .find_map(|wanted| offered.iter().find(|(_, text)| text.contains(wanted)));
            let (number, _) = line.unwrap_or_else(|| panic!("no way on:\n{last_page}\n{prompt}"));
            number.clone()
        };
        said = typed(&mut stage, &mut shown, &line, &catalog);
    }
    panic!("never arrived:\n{said}");
}

#[test]
fn capitals_and_full_width_letters_are_the_letters() {
    let catalog = words("ja");
    for (letters, small) in [
        (["W", "Ｗ", "ｗ"], "w"),
        (["H", "Ｈ", "ｈ"], "h"),
        (["B", "Ｂ", "ｂ"], "b"),
        (["R", "Ｒ", "ｒ"], "r"),
    ] {
        let stage = Stage::answering("123");
        for letter in letters {
            let meant = understand(&stage.app, letter, &catalog);
            assert_eq!(meant, understand(&stage.app, small, &catalog), "{letter}");
        }
    }
}

#[test]
fn what_a_screen_says_with_keys_is_said_without_them() {
    for (language, sayings) in [("ja", ["あ", "d"]), ("en", ["あ", "d"])] {
        let catalog = words(language);
        let mut stage = Stage::answering("123");
        stage.happen(Event::Ime);
        speaks_of_no_key(&Shown::again(&stage.app, &catalog));
        let mut shown = Shown::default();
        for line in sayings {
            let said = typed(&mut stage, &mut shown, line, &catalog);
            assert!(!said.is_empty(), "{line}");
            speaks_of_no_key(&said);
        }
        // Enter on a question that has no answer.
        stage.happen(Event::Do(Action::Choose));
        speaks_of_no_key(&Shown::again(&stage.app, &catalog));
    }
}

#[test]
fn the_words_are_read_a_few_at_a_time_and_one_of_them_by_its_name() {
    let catalog = words("ja");
    let mut stage = Stage::answering("123");
    let mut shown = Shown::default();
    let mut said = typed(&mut stage, &mut shown, "w", &catalog);
    let every = page(&stage.app)
        .rows
        .iter()
        .filter(|row| row.kind == mamori::app::page::Kind::Bullet)
        .count();
    assert!(every > 30, "{every}");
    let mut heard = 0;
    loop {
        speaks_of_no_key(&said);
        let here = said.lines().filter(|line| line.contains(": ")).count();
        assert!((1..=6).contains(&here), "{said}");
        heard += here;
        assert!(
            lettered(&said).contains(&"b".to_owned()),
            "a way back:\n{said}"
        );
        if !lettered(&said).contains(&"n".to_owned()) {
            break;
        }
        said = typed(&mut stage, &mut shown, "n", &catalog);
    }
    assert_eq!(heard, every);
    assert!(lettered(&said).contains(&"p".to_owned()), "{said}");
    let before = typed(&mut stage, &mut shown, "P", &catalog);
    assert_ne!(before, said);
    let one = typed(&mut stage, &mut shown, "ﾛｸﾞ", &catalog);
    assert!(one.lines().count() <= 6 && one.contains("ログ"), "{one}");
    let none = typed(&mut stage, &mut shown, "みたことのないことば", &catalog);
    assert_eq!(none, "そのことばは、ここにはありません。");
    typed(&mut stage, &mut shown, "b", &catalog);
    assert_eq!(stage.app.screen(), Screen::Question);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is offered is understood where it is offered, in both languages, and says nothing of keys.
    #[test]
    fn what_is_offered_is_understood(choices in vec(any::<Index>(), 0..40), in_english in any::<bool>()) {
        let language = if in_english { "en" } else { "ja" };
        let catalog = words(language);
        let not_here = ["plain-not-understood", "plain-no-such-number", "plain-no-such-term"]
            .map(|id| catalog.message(&mamori::text::Message::new(id)));
        let mut stage = Stage::starting(Vec::new(), None, language);
        stage.happen(Event::Resize(u16::MAX, u16::MAX));
        let mut shown = Shown::default();
        for choice in choices {
            let whole = Shown::again(&stage.app, &catalog);
            let prompt = catalog.message(&prompt(&stage.app));
            speaks_of_no_key(&whole);
            speaks_of_no_key(&prompt);
            let mut offered = range(&prompt);
            if !stage.app.is_editing() {
                // Another language would need other words here.
                let below = if stage.app.screen().is_help() {
                    // What stands above is for the page that it explains.
                    whole.lines().last().unwrap_or_default()
                } else {
                    whole.as_str()
                };
                offered.extend(lettered(below).into_iter().filter(|letter| !["l", "e", "q"].contains(&letter.as_str())));
            }
            let line = if offered.is_empty() { String::new() } else { choice.get(&offered).clone() };
            let said = typed(&mut stage, &mut shown, &line, &catalog);
            prop_assert!(!not_here.iter().any(|not| said.contains(not.as_str())), "{line:?} on\n{whole}\n{prompt}\n{said}");
            speaks_of_no_key(&said);
            if stage.has_ended { break }
        }
    }
}
