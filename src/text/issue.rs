//! What is wrong with a pack, as messages of the locales (`issues.ftl`).
//! Says only what the problem is; whoever shows it puts the file and the path before it.

use crate::questionnaire::check::{Problem, Shape, Thing};
use crate::text::Message;

/// The message for one problem. Each Fluent id starts with `issue-`.
#[must_use]
pub fn problem_message(problem: &Problem) -> Message<'_> {
    match problem {
        Problem::WrongShape { expected, found } => Message::new("issue-wrong-shape")
            .with("expected", shape_message(*expected))
            .with("found", shape_message(*found)),
        Problem::MissingMember => Message::new("issue-missing-member"),
        Problem::UnknownMember => Message::new("issue-unknown-member"),
        Problem::UnknownFormat { found } => {
            Message::new("issue-unknown-format").with("found", found.as_str())
        }
        Problem::Newer { found } => Message::new("issue-newer").with("found", found.as_str()),
        Problem::NotAnId { text } => Message::new("issue-not-an-id").with("text", text.as_str()),
        Problem::Duplicate { text } => Message::new("issue-duplicate").with("text", text.as_str()),
        Problem::EmptyText => Message::new("issue-empty-text"),
        Problem::TooLong { most } => Message::new("issue-too-long").with("most", *most),
        Problem::HiddenCharacter { code } => {
            Message::new("issue-hidden-character").with("code", format!("U+{code:04X}"))
        }
        Problem::NotALanguage { text } => {
            Message::new("issue-not-a-language").with("text", text.as_str())
        }
        Problem::MissingLanguage { language } => {
            Message::new("issue-missing-language").with("language", language.as_str())
        }
        Problem::UnlistedLanguage { language } => {
            Message::new("issue-unlisted-language").with("language", language.as_str())
        }
        Problem::NotAVersion { text } => {
            Message::new("issue-not-a-version").with("text", text.as_str())
        }
        Problem::NotADate { text } => Message::new("issue-not-a-date").with("text", text.as_str()),
        Problem::NotAUrl { text } => Message::new("issue-not-a-url").with("text", text.as_str()),
        Problem::NotOneOf { text, choices } => Message::new("issue-not-one-of")
            .with("text", text.as_str())
            .with("choices", choices.join(", ")),
        Problem::NotARange { text, steps } => Message::new("issue-not-a-range")
            .with("text", text.as_str())
            .with("steps", steps.join(", ")),
        Problem::ReversedRange { text } => {
            Message::new("issue-reversed-range").with("text", text.as_str())
        }
        Problem::NotBetween { least, most, found } => Message::new("issue-not-between")
            .with("least", usize::from(*least))
            .with("most", usize::from(*most))
            .with("found", found.as_str()),
        Problem::TooFew { least, found } => Message::new("issue-too-few")
            .with("least", *least)
            .with("found", *found),
        Problem::TooMany { most, found } => Message::new("issue-too-many")
            .with("most", *most)
            .with("found", *found),
        Problem::NoSuch { thing, id } => Message::new(no_such(*thing)).with("id", id.as_str()),
        Problem::PointNotClosed => Message::new("issue-point-not-closed"),
        Problem::PointNotClosedFor { form } => {
            Message::new("issue-point-not-closed-for").with("form", form.as_str())
        }
        Problem::NoneEverywhere { form: None } => Message::new("issue-none-everywhere"),
        Problem::NoneEverywhere { form: Some(form) } => {
            Message::new("issue-none-everywhere-for").with("form", form.as_str())
        }
        Problem::StillThere => Message::new("issue-still-there"),
        Problem::RenamedInCircle => Message::new("issue-renamed-in-circle"),
        Problem::RenamedAndRemoved => Message::new("issue-renamed-and-removed"),
        Problem::CheaperThanBefore => Message::new("issue-cheaper-than-before"),
        Problem::SectionNeverAsked => Message::new("issue-section-never-asked"),
        Problem::KnownOnWall => Message::new("issue-known-on-wall"),
        Problem::CellsNotColumns { cells, columns } => Message::new("issue-cells-not-columns")
            .with("cells", *cells)
            .with("columns", *columns),
        Problem::FollowsItself => Message::new("issue-follows-itself"),
        Problem::FollowedMissing { id } => {
            Message::new("issue-followed-missing").with("id", id.as_str())
        }
    }
}

const fn shape_message(shape: Shape) -> Message<'static> {
    Message::new(match shape {
        Shape::Nothing => "issue-shape-nothing",
        Shape::YesOrNo => "issue-shape-yes-or-no",
        Shape::Number => "issue-shape-number",
        Shape::Text => "issue-shape-text",
        Shape::List => "issue-shape-list",
        Shape::Members => "issue-shape-members",
    })
}

const fn no_such(thing: Thing) -> &'static str {
    match thing {
        Thing::Form => "issue-no-such-form",
        Thing::Section => "issue-no-such-section",
        Thing::Question => "issue-no-such-question",
        Thing::Point => "issue-no-such-point",
        Thing::Measure => "issue-no-such-measure",
        Thing::Contact => "issue-no-such-contact",
        Thing::Term => "issue-no-such-term",
        Thing::Pack => "issue-no-such-pack",
    }
}
