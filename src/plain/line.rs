//! What a typed line means: a number, a letter, a list of points, or text. Sends the same actions as the keys do,
//! so that the same answers give the same file.

use unicode_normalization::UnicodeNormalization;

use super::{glossary, numbered, takes_text, wants_points};
use crate::app::action::{Action, Choice, Listing};
use crate::app::event::Event;
use crate::app::field::Edit;
use crate::app::keys::{is_possible, resolve_letter};
use crate::app::page::{Kind, Page, Row};
use crate::app::{App, Screen, page};
use crate::questionnaire::case::PointState;
use crate::questionnaire::seen::says_nothing;
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::finding::is_same_name;

/// One thing to do for a line, in order.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    Happen(Event),
    /// Say what was recorded and what the answer gives back, then go on, if the question has an answer now.
    ReplyAndGoOn,
    /// Say this, which was asked for.
    Tell(String),
    /// Say the whole page again.
    Again,
    /// The line means nothing here.
    Say(Message<'static>),
}

/// What `line`, without its line end, means on the page of `app`.
#[must_use]
pub fn understand(app: &App, line: &str, catalog: &Catalog) -> Vec<Step> {
    let page = page(app);
    if takes_text(app) {
        return text(app, line);
    }
    // Full-width digits and letters are what one types with the Japanese input on.
    let typed: String = line.nfkc().collect();
    // With Caps Lock on a letter is what it is without, but for the one whose capital has a meaning of its own.
    let typed = match typed.trim() {
        "Z" => "Z".to_owned(),
        typed => typed.to_ascii_lowercase(),
    };
    let typed = typed.as_str();
    if typed == "r" || is_same_name(typed, &catalog.message(&Message::new("plain-word-again"))) {
        return vec![Step::Again];
    }
    if wants_points(app) {
        return points(&page, typed, catalog);
    }
    if typed.is_empty() {
        return vec![Step::Say(Message::new("plain-type-something"))];
    }
    if let Some(step) = hides_others(app, typed, catalog).or_else(|| own_key(&page, typed, catalog))
    {
        return vec![step];
    }
    if page.screen.is_a_glossary() {
        return look_up(app, &page, typed, catalog);
    }
    if let Ok(number) = typed.parse::<usize>() {
        return choose(&page, number);
    }
    if let Some(steps) = nothing_here(&page, typed) {
        return steps;
    }
    if let Some(steps) = several_marks(&page, typed) {
        return steps;
    }
    if page.screen.is_filtered() {
        let narrowed = [Event::Edit(Edit::End), Event::Edit(Edit::DeleteToStart)];
        let typed = Event::Text(line.trim().to_owned());
        return narrowed
            .into_iter()
            .chain([typed])
            .map(Step::Happen)
            .collect();
    }
    letter(app, typed).unwrap_or_else(|| vec![Step::Say(Message::new("plain-not-understood"))])
}

/// The line that empties a text.
const EMPTY: &str = "-";

/// A prompt for text takes the whole line; an empty line goes back unchanged, but where a name is offered it takes that.
/// A line of `-` alone empties the text. Blanks around a passphrase belong to it.
fn text(app: &App, line: &str) -> Vec<Step> {
    let is_nothing = says_nothing(line);
    let event = if (is_nothing && app.is_offered_a_name())
        || (line.trim() == EMPTY && !app.is_typing_a_secret())
    {
        Event::Written(String::new())
    } else if is_nothing {
        Event::Do(Action::Back)
    } else if app.is_typing_a_secret() {
        Event::Written(line.to_owned())
    } else {
        Event::Written(line.trim().to_owned())
    };
    vec![Step::Happen(event)]
}

/// The points that are in place, by their numbers; an empty line leaves the question as it was.
fn points(page: &Page<'_>, typed: &str, catalog: &Catalog) -> Vec<Step> {
    let states: Vec<PointState> = page
        .rows
        .iter()
        .filter_map(|row| match row.kind {
            Kind::Point { state } => Some(state),
            _ => None,
        })
        .collect();
    let offers_none = |point: usize| {
        let offered = |row: &Row<'_>| matches!(row.action, Some(Action::PointNone(index)) if usize::from(index) + 1 == point);
        page.rows.iter().any(offered)
    };
    let leave = Step::Happen(Event::Do(Action::Leave));
    match own_key(page, typed, catalog) {
        Some(step) if step == leave => return vec![leave],
        // Back from the points is back to the answers.
        Some(Step::Happen(Event::Do(Action::Previous))) => {
            return vec![Step::Happen(Event::Do(Action::Bottom))];
        }
        _ => {}
    }
    if typed.is_empty() {
        return vec![Step::Happen(Event::Do(Action::Bottom))];
    }
    // `1 3 n2`: one and three are there, and there is nothing for two.
    let (none, there): (Vec<&str>, Vec<&str>) = typed
        .split_whitespace()
        .partition(|word| word.starts_with('n'));
    let none: Vec<&str> = none
        .iter()
        .map(|word| word.trim_start_matches('n'))
        .collect();
    let of = |words: Vec<&str>| {
        if words.is_empty() {
            Some(Vec::new())
        } else {
            numbers(&words.join(" "))
        }
    };
    let is_bare = none.iter().any(|word| word.is_empty());
    let (Some(wanted), Some(none), false) = (of(there), of(none), is_bare) else {
        return vec![Step::Say(Message::new("plain-points-how"))];
    };
    let is_a_point = |number: &usize| (1..=states.len()).contains(number);
    if !wanted.iter().all(is_a_point) || !none.iter().all(|point| offers_none(*point)) {
        return vec![Step::Say(Message::new("plain-points-how"))];
    }
    let will_be = |number: usize| {
        if wanted.contains(&number) {
            PointState::There
        } else if none.contains(&number) || states[number - 1] == PointState::None {
            PointState::None
        } else {
            PointState::Open
        }
    };
    let all = (1..=states.len()).all(|number| will_be(number) != PointState::Open);
    let mut steps: Vec<Step> = Vec::new();
    // First those that are there, then the others: in between the question never loses its last mark.
    for there in [true, false] {
        for (index, was) in (0u8..).zip(&states) {
            let is = will_be(usize::from(index) + 1);
            if is == *was || (is == PointState::There) != there {
                continue;
            }
            let action = match is {
                PointState::None => Action::PointNone(index),
                _ => Action::Point(index),
            };
            steps.push(Step::Happen(Event::Do(action)));
        }
    }
    let choice = if all { Choice::Met } else { Choice::Partly };
    steps.push(Step::Happen(Event::Do(Action::Answer(choice))));
    steps.push(Step::ReplyAndGoOn);
    steps
}

/// In the glossary: a letter, or a word that is looked for.
fn look_up(app: &App, page: &Page<'_>, typed: &str, catalog: &Catalog) -> Vec<Step> {
    if let Some(turned) = glossary::turn(page, typed) {
        return vec![Step::Happen(turned)];
    }
    // A kanji alone is a word.
    let is_a_letter = typed.chars().count() == 1 && typed.is_ascii();
    if let Some(steps) = letter(app, typed).filter(|_| is_a_letter) {
        return steps;
    }
    let found = glossary::found(page, typed, catalog).filter(|_| !is_a_letter);
    vec![found.map_or(Step::Say(Message::new("plain-no-such-term")), Step::Tell)]
}

/// The word that hides other firms, where they can be hidden.
fn hides_others(app: &App, typed: &str, catalog: &Catalog) -> Option<Step> {
    let is_meant = is_same_name(typed, &catalog.message(&Message::new("plain-word-hide")));
    let action = Action::HideOthers;
    (is_meant && is_possible(app, action)).then_some(Step::Happen(Event::Do(action)))
}

/// The keys of this face alone, as letters or as the words themselves.
fn own_key(page: &Page<'_>, typed: &str, catalog: &Catalog) -> Option<Step> {
    let is = |letter: &str, word: &'static str| {
        typed == letter || is_same_name(typed, &catalog.message(&Message::new(word)))
    };
    let on_question = page.screen.asks();
    let action = if is("q", "plain-word-leave") {
        Action::Leave
    } else if is("s", "plain-word-later") && on_question {
        Action::Next
    } else if is("b", "plain-word-back") {
        if on_question {
            Action::Previous
        } else {
            Action::Back
        }
    } else if is_same_name(typed, &catalog.message(&Message::new("key-overview"))) {
        Action::Open(Screen::Overview)
    } else if is_same_name(typed, &catalog.message(&Message::new("key-help"))) {
        Action::Open(Screen::Help)
    } else {
        return None;
    };
    Some(Step::Happen(Event::Do(action)))
}

/// A number: an answer on a question, a numbered line elsewhere.
fn choose(page: &Page<'_>, number: usize) -> Vec<Step> {
    let unknown = vec![Step::Say(Message::new("plain-no-such-number"))];
    if page.screen.asks() {
        let offered = page.rows.iter().any(
            |row| matches!(row.kind, Kind::Answer { digit, .. } if usize::from(digit) == number),
        );
        let choice = Choice::ALL
            .into_iter()
            .find(|choice| usize::from(choice.digit()) == number);
        return match choice.filter(|_| offered) {
            Some(choice) => vec![
                Step::Happen(Event::Do(Action::Answer(choice))),
                Step::ReplyAndGoOn,
            ],
            None => unknown,
        };
    }
    match number
        .checked_sub(1)
        .and_then(|index| numbered(page).get(index).copied())
    {
        Some(action) => vec![Step::Happen(Event::Do(action))],
        None => unknown,
    }
}

/// `n2`, also before an answer: there is nothing for the second point, where the pack offers that.
fn nothing_here(page: &Page<'_>, typed: &str) -> Option<Vec<Step>> {
    let steps = typed.split_whitespace().map(|word| {
        let number: u8 = word.strip_prefix('n')?.parse().ok()?;
        let action = Action::PointNone(number.checked_sub(1)?);
        let is_offered = page.rows.iter().any(|row| row.action == Some(action));
        is_offered.then_some(Step::Happen(Event::Do(action)))
    });
    steps.collect()
}

/// Several numbers at once, where each is a mark to set or take off: `1 3`.
fn several_marks(page: &Page<'_>, typed: &str) -> Option<Vec<Step>> {
    let actions = numbered(page);
    let marks: Option<Vec<Action>> = numbers(typed)?
        .into_iter()
        .map(|number| actions.get(number.checked_sub(1)?).copied())
        .collect();
    let marks = marks?;
    let are_marks = marks.iter().all(|action| {
        matches!(
            action,
            Action::ToggleForm(_) | Action::Record(_) | Action::List(Listing::Example(_))
        )
    });
    (are_marks && !marks.is_empty()).then(|| {
        marks
            .into_iter()
            .map(|action| Step::Happen(Event::Do(action)))
            .collect()
    })
}

/// Numbers with spaces or commas between; None if anything else stands there.
fn numbers(typed: &str) -> Option<Vec<usize>> {
    typed
        .split([' ', ',', '\u{3001}', '\u{30fb}'])
        .filter(|word| !word.is_empty())
        .map(|word| word.parse().ok())
        .collect()
}

/// A letter of the table of keys.
fn letter(app: &App, typed: &str) -> Option<Vec<Step>> {
    let mut letters = typed.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else {
        return None;
    };
    Some(vec![Step::Happen(resolve_letter(app, letter)?)])
}
