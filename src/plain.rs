//! Floor 3: the same pages as numbered lines, for screen readers, serial consoles and pipes.
//! Nothing is overwritten and no cursor moves. Writes nothing itself and knows no clock.

use crate::app::App;
use crate::app::action::Action;
use crate::app::page::{Keeping, Kind, Page, Row};
use crate::app::{Screen, page};
use crate::questionnaire::case::PointState;
use crate::questionnaire::seen::says_nothing;
use crate::text::catalog::Catalog;
use crate::text::{Message, Text};

mod glossary;
mod letters;
mod line;
mod shown;

pub use line::{Step, understand};
pub use shown::Shown;

/// How many of the letters are named below a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    All,
    /// Back, later, leave, and how to hear the others: who listens need not hear all of them at each question.
    Few,
}

/// The page as lines, each ending with a line end.
#[must_use]
pub fn lines(app: &App, catalog: &Catalog, letters: Letters) -> String {
    let page = page(app);
    let mut out = Lines::new(catalog);
    out.top(&page);
    if page.screen.is_a_glossary() {
        for line in glossary::part(&page, catalog) {
            out.say(&line);
        }
    } else if page.screen.is_help() {
        // The page itself speaks of arrows and of a place on the screen.
        for line in letters::help(app, catalog) {
            out.say(&line);
        }
    } else {
        let is_numbered = !page.screen.asks() && !takes_text(app);
        for row in &page.rows {
            out.row(page.screen, is_numbered, row);
        }
    }
    out.answers(&page);
    out.say(&letters::line(app, catalog, letters));
    if let Some(message) = &page.message {
        out.say(&catalog.message(&without_keys(message)));
    }
    out.text
}

/// The same said without a key that a screen has and lines have not.
fn without_keys<'a>(message: &Message<'a>) -> Message<'a> {
    let id = match message.id {
        "ime-is-on" => "plain-not-understood",
        "question-not-answered" => "plain-not-answered",
        "reason-needed" => "plain-reason-needed",
        "task-choose-first" => "plain-task-choose-first",
        "others-hidden" => "plain-others-hidden",
        _ => return message.clone(),
    };
    Message::new(id)
}

/// What an answer gives back: whether it is on the disk, what was recorded, and the reply to it.
#[must_use]
pub fn reply(app: &App, catalog: &Catalog) -> String {
    let page = page(app);
    let mut out = Lines::new(catalog);
    let kept = match page.keeping {
        Some(Keeping::Saved) => "keeping-saved",
        Some(Keeping::Failed) => "keeping-failed",
        _ => "keeping-saving",
    };
    let chosen = page
        .rows
        .iter()
        .find(|row| matches!(row.kind, Kind::Answer { chosen: true, .. }));
    match chosen {
        Some(row) => {
            let message = Message::new("plain-recorded")
                .with("kept", Message::new(kept))
                .with("answer", words_of(&catalog.text(&row.text)));
            out.say(&catalog.message(&message));
        }
        None => out.say(&catalog.message(&Message::new(kept))),
    }
    for row in page.rows.iter().filter(|row| row.kind == Kind::Reply) {
        out.say(&catalog.text(&row.text));
    }
    out.text
}

/// Whether the next line is to say which points are in place.
#[must_use]
pub fn wants_points(app: &App) -> bool {
    app.screen().asks() && !app.is_editing() && asks_for_points(&page(app))
}

/// Whether the next line is to say which points are in place because an answer to the question that was read out has just
/// asked for that.
#[must_use]
pub fn has_just_asked_for_points(app: &App) -> bool {
    let message = page(app).message;
    let is_asked = message.is_some_and(|message| message.id == "question-which-points");
    is_asked && wants_points(app)
}

/// What stands before the place where one types: what can be typed there.
#[must_use]
pub fn prompt(app: &App) -> Message<'static> {
    if app.is_typing_a_secret() {
        return Message::new("plain-prompt-passphrase");
    }
    if takes_text(app) {
        return Message::new("plain-prompt-text");
    }
    let page = page(app);
    if page.screen.is_a_glossary() {
        return Message::new("plain-prompt-terms");
    }
    let on_question = page.screen.asks();
    let (id, last) = if asks_for_points(&page) && on_question {
        (
            "plain-prompt-points",
            count(&page, |kind| matches!(kind, Kind::Point { .. })),
        )
    } else if on_question {
        (
            "plain-prompt-answer",
            count(&page, |kind| matches!(kind, Kind::Answer { .. })),
        )
    } else {
        ("plain-prompt", numbered(&page).len())
    };
    match last {
        0 => Message::new("plain-prompt-letter"),
        1 => Message::new(id).with("range", "1"),
        last => Message::new(id).with("range", format!("1-{last}")),
    }
}

fn count(page: &Page<'_>, is_one: impl Fn(Kind) -> bool) -> usize {
    page.rows.iter().filter(|row| is_one(row.kind)).count()
}

/// Whether the next line is text. In a list of cases a line narrows it, and numbers stay numbers.
#[must_use]
pub fn takes_text(app: &App) -> bool {
    app.is_editing() && !app.screen().is_filtered()
}

/// Words without the blanks that put them into columns.
fn words_of(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// 一部できている was chosen: the next line says which points.
fn asks_for_points(page: &Page<'_>) -> bool {
    matches!(page.cursor, Some(Action::Point(_)))
}

/// The actions that carry a number on this page, in their order. On a question digits are answers.
fn numbered(page: &Page<'_>) -> Vec<Action> {
    page.actions()
        .into_iter()
        .filter(|action| !matches!(action, Action::FocusText(_)))
        .collect()
}

/// A bar of a chart: its numbers stand beside it, and it is read out a character at a time.
fn is_bar(part: &str) -> bool {
    part.len() > 3 && part.chars().all(|c| matches!(c, '#' | '.'))
}

struct Lines<'a> {
    catalog: &'a Catalog,
    text: String,
    number: usize,
    points: usize,
}

impl<'a> Lines<'a> {
    fn new(catalog: &'a Catalog) -> Self {
        Self {
            catalog,
            text: String::new(),
            number: 0,
            points: 0,
        }
    }

    fn say(&mut self, line: &str) {
        for line in line.lines() {
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }

    fn top(&mut self, page: &Page<'_>) {
        self.text.push('\n');
        let title = page
            .title
            .as_ref()
            .map(|title| self.catalog.text(title).into_owned());
        let breadcrumb = page.breadcrumb.as_ref().filter(|_| page.title.is_some());
        let breadcrumb = breadcrumb.map(|(long, _)| self.catalog.text(long).into_owned());
        let line = [title, breadcrumb]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join("   ");
        self.say(&line);
    }

    fn row(&mut self, screen: Screen, with_numbers: bool, row: &Row<'_>) {
        // On a question the answers and helps follow in lines of their own.
        let on_question = screen.asks();
        // A code is for who sees the screen; its address stands above it.
        if matches!(row.kind, Kind::Blank | Kind::Code)
            || (on_question && matches!(row.kind, Kind::Answer { .. }))
            || (on_question && (row.kind == Kind::Action || !row.inline_actions.is_empty()))
        {
            return;
        }
        let mut line = String::new();
        match row.kind {
            Kind::Point { state } => {
                self.points += 1;
                let number = self.points.to_string();
                let point = Message::new("plain-point").with("number", number);
                line.push_str("  ");
                line.push_str(&self.catalog.message(&point));
                line.push_str(match state {
                    PointState::There => " [x] ",
                    PointState::Open => " ",
                    PointState::None => " [-] ",
                });
            }
            Kind::PointNone { chosen } => {
                // The letter and the number of its point: `n2`.
                let code = format!("    n{} ", self.points);
                line.push_str(&code);
                line.push_str(if chosen { "[x] " } else { "" });
            }
            Kind::Bullet => line.push_str(&self.catalog.message(&Message::new("bullet"))),
            Kind::Under => line.push_str("    "),
            _ => {}
        }
        let is_numbered = with_numbers
            && row
                .action
                .is_some_and(|action| !matches!(action, Action::FocusText(_)));
        if let Some(column) = row
            .column
            .as_ref()
            .filter(|_| !row.inline_actions.is_empty())
        {
            line.push_str(&self.catalog.text(column));
            line.push_str(": ");
        }
        if is_numbered {
            self.number += 1;
            line.push_str(&self.number.to_string());
            line.push(' ');
        }
        match row.kind {
            Kind::Check { ticked: true } => line.push_str("[x] "),
            Kind::Check { ticked: false } => line.push_str("[ ] "),
            Kind::Radio { chosen: true } | Kind::Answer { chosen: true, .. } => {
                line.push_str("(x) ");
            }
            Kind::Radio { chosen: false } => line.push_str("( ) "),
            _ => {}
        }
        self.texts(row, with_numbers, &mut line);
        self.say(&line);
    }

    fn texts(&mut self, row: &Row<'_>, with_numbers: bool, line: &mut String) {
        let mut texts: Vec<&Text<'_>> = Vec::new();
        // A task's own number beside the one to type would only be two numbers.
        let is_said = row.inline_actions.is_empty() && !matches!(row.action, Some(Action::Task(_)));
        texts.extend(row.column.as_ref().filter(|_| is_said));
        texts.push(&row.text);
        let said = |text: &Text<'_>| self.catalog.text(text).into_owned();
        let mut parts: Vec<String> = texts.into_iter().map(said).collect();
        for (text, _) in &row.inline_actions {
            let text = self.catalog.text(text);
            self.number += 1;
            parts.push(if with_numbers {
                format!("{} {text}", self.number)
            } else {
                text.into_owned()
            });
        }
        parts.extend(
            row.right
                .iter()
                .map(|text| self.catalog.text(text).into_owned()),
        );
        if let Some(field) = row.field {
            parts.push(field.text.to_owned());
        }
        parts.retain(|part| !says_nothing(part) && !is_bar(part));
        line.push_str(&parts.join(if row.kind == Kind::Why { " " } else { "  " }));
    }

    /// The answers of a question, on one line.
    fn answers(&mut self, page: &Page<'_>) {
        if !page.screen.asks() {
            return;
        }
        let answers: Vec<String> = page
            .rows
            .iter()
            .filter_map(|row| match row.kind {
                Kind::Answer { digit, chosen } => {
                    let text = self.catalog.text(&row.text);
                    Some(format!(
                        "{}{digit} {text}",
                        if chosen { "(x) " } else { "" }
                    ))
                }
                _ => None,
            })
            .collect();
        if !answers.is_empty() {
            self.say(&answers.join("  "));
        }
    }
}
