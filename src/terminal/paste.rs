//! A paste on Windows, where it comes as keys: without this, its first line end would close the field.

use crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers};

/// Nobody types more than this at once; an input method's words can be as long, but bring no Enter along.
const MOST_TYPED: usize = 8;

/// A batch with an Enter among more characters than anyone types at once, as one paste; any other as it is.
pub(super) fn taken_together(batch: Vec<Event>) -> Vec<Event> {
    let Some(text) = text_of(&batch) else {
        return batch;
    };
    if text.contains('\n') && text.chars().filter(|c| *c != '\n').count() > MOST_TYPED {
        vec![Event::Paste(text)]
    } else {
        batch
    }
}

/// What the batch types, if it does nothing else.
fn text_of(batch: &[Event]) -> Option<String> {
    let mut text = String::new();
    for event in batch {
        let Event::Key(key) = event else {
            return None;
        };
        if key.kind == KeyEventKind::Release {
            continue;
        }
        text.push(match key.code {
            // Windows gives the Enter of a paste a Ctrl.
            KeyCode::Enter => '\n',
            KeyCode::Tab => '\t',
            KeyCode::Char(c)
                if !key
                    .modifiers
                    .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) =>
            {
                c
            }
            _ => return None,
        });
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyEvent;

    use super::*;

    /// The keys of a text as Windows sends them, pressed and released.
    fn keys(text: &str) -> Vec<Event> {
        let pressed = text.chars().map(|c| match c {
            '\n' => KeyEvent::new(KeyCode::Enter, KeyModifiers::CONTROL),
            '\t' => KeyCode::Tab.into(),
            '<' => KeyCode::Left.into(),
            '^' => KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL),
            c => KeyCode::Char(c).into(),
        });
        let both = pressed.flat_map(|key| {
            let mut released = key;
            released.kind = KeyEventKind::Release;
            [key, released]
        });
        both.map(Event::Key).collect()
    }

    #[test]
    fn only_many_characters_with_an_enter_are_a_paste() {
        for (typed, is_paste) in [
            ("図面は棚の中です\n。", true),
            ("図面は棚の中です\n", false),
            ("図面は鍵のかかる棚の中です", false),
            ("\n\n\n\n\n\n\n\n\n\n", false),
            ("a\tb\tc\td\te\n", true),
            ("図面は棚の中です\n。<", false),
            ("図面は棚の中です\n。^", false),
            ("", false),
        ] {
            let expected = if is_paste {
                vec![Event::Paste(typed.to_owned())]
            } else {
                keys(typed)
            };
            assert_eq!(taken_together(keys(typed)), expected, "{typed:?}");
        }
    }
}
