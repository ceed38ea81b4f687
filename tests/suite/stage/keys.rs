//! Keys as a journey writes them: names, characters and typed text.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The keys that a text such as `Down Space <本社工場> Ctrl-C ?` stands for.
pub(crate) fn parsed(keys: &str) -> Vec<KeyEvent> {
    let mut found = Vec::new();
    let mut rest = keys.trim_start();
    while !rest.is_empty() {
        if let Some(typed) = rest.strip_prefix('<')
            && let Some((typed, after)) = typed.split_once('>')
        {
            found.extend(typed.chars().map(|c| key(KeyCode::Char(c))));
            rest = after.trim_start();
            continue;
        }
        // Not split_whitespace: the ideographic space is a key.
        let (name, after) = rest.split_once([' ', '\n']).unwrap_or((rest, ""));
        found.push(named(name));
        rest = after.trim_start_matches([' ', '\n']);
    }
    found
}

fn key(code: KeyCode) -> KeyEvent {
    KeyEvent::new(code, KeyModifiers::NONE)
}

fn named(name: &str) -> KeyEvent {
    if let Some(letter) = name.strip_prefix("Ctrl-") {
        let letter = letter
            .to_ascii_lowercase()
            .chars()
            .next()
            .expect("a letter");
        return KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
    }
    key(match name {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Space" => KeyCode::Char(' '),
        "Tab" => KeyCode::Tab,
        "Backspace" => KeyCode::Backspace,
        "Delete" => KeyCode::Delete,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "PageUp" => KeyCode::PageUp,
        "PageDown" => KeyCode::PageDown,
        one if one.chars().count() == 1 => KeyCode::Char(one.chars().next().expect("one")),
        other => panic!("no key is called {other}"),
    })
}

#[test]
fn keys_are_read_as_they_are_written() {
    let codes: Vec<KeyCode> = parsed("Enter <a b> ？ \u{3000} x")
        .iter()
        .map(|key| key.code)
        .collect();
    let chars = |text: &str| text.chars().map(KeyCode::Char).collect::<Vec<_>>();
    assert_eq!(
        codes,
        [vec![KeyCode::Enter], chars("a b？\u{3000}x")].concat()
    );
    assert_eq!(parsed("Ctrl-C")[0].modifiers, KeyModifiers::CONTROL);
}
