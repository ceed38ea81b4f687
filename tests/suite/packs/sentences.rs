//! That every problem of a pack can be said in every language of the program.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use mamori::questionnaire::check::{Problem, Shape, Thing};
use mamori::text::issue::problem_message;
use mamori::text::{Arg, Message, Text};

/// The ids of `issues.ftl` in a language, each with its variables.
fn sentences(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("locales")
        .join(language)
        .join("issues.ftl");
    let source = std::fs::read_to_string(path).expect("the file");
    let resource = fluent_syntax::parser::parse(source).expect("proper Fluent");
    let messages = resource.body.iter().filter_map(|entry| match entry {
        Entry::Message(message) => message
            .value
            .as_ref()
            .map(|value| (&message.id.name, value)),
        _ => None,
    });
    messages
        .map(|(id, value)| (id.clone(), variables(value)))
        .collect()
}

fn variables(pattern: &Pattern<String>) -> BTreeSet<String> {
    pattern
        .elements
        .iter()
        .filter_map(|element| match element {
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => Some(id.name.clone()),
            _ => None,
        })
        .collect()
}

fn every_problem() -> Vec<Problem> {
    let text = || "x".to_owned();
    let shapes = [
        Shape::Nothing,
        Shape::YesOrNo,
        Shape::Number,
        Shape::Text,
        Shape::List,
        Shape::Members,
    ];
    let things = [
        Thing::Form,
        Thing::Section,
        Thing::Question,
        Thing::Point,
        Thing::Measure,
        Thing::Contact,
        Thing::Term,
        Thing::Pack,
    ];
    let mut problems = vec![
        Problem::MissingMember,
        Problem::UnknownMember,
        Problem::UnknownFormat { found: text() },
        Problem::Newer { found: text() },
        Problem::NotAnId { text: text() },
        Problem::Duplicate { text: text() },
        Problem::EmptyText,
        Problem::TooLong { most: 1 },
        Problem::HiddenCharacter { code: 27 },
        Problem::NotALanguage { text: text() },
        Problem::MissingLanguage { language: text() },
        Problem::UnlistedLanguage { language: text() },
        Problem::NotAVersion { text: text() },
        Problem::NotADate { text: text() },
        Problem::NotAUrl { text: text() },
        Problem::NotOneOf {
            text: text(),
            choices: vec!["a"],
        },
        Problem::NotARange {
            text: text(),
            steps: vec!["A"],
        },
        Problem::ReversedRange { text: text() },
        Problem::NotBetween {
            least: 1,
            most: 3,
            found: text(),
        },
        Problem::TooFew { least: 1, found: 0 },
        Problem::TooMany { most: 1, found: 2 },
        Problem::PointNotClosed,
        Problem::PointNotClosedFor { form: text() },
        Problem::NoneEverywhere { form: None },
        Problem::NoneEverywhere { form: Some(text()) },
        Problem::StillThere,
        Problem::RenamedInCircle,
        Problem::RenamedAndRemoved,
        Problem::CheaperThanBefore,
        Problem::SectionNeverAsked,
        Problem::KnownOnWall,
        Problem::CellsNotColumns {
            cells: 1,
            columns: 2,
        },
        Problem::FollowsItself,
        Problem::FollowedMissing { id: text() },
    ];
    problems.extend(shapes.map(|shape| Problem::WrongShape {
        expected: shape,
        found: shape,
    }));
    problems.extend(things.map(|thing| Problem::NoSuch { thing, id: text() }));
    problems
}

/// The message and those inside it, each with the names of its arguments.
fn used(message: &Message, into: &mut BTreeMap<String, BTreeSet<String>>) {
    let names = message.args.iter().map(|(name, _)| (*name).to_owned());
    into.insert(message.id.to_owned(), names.collect());
    for (_, arg) in &message.args {
        if let Arg::Text(Text::Message(inner)) = arg {
            used(inner, into);
        }
    }
}

#[test]
fn every_problem_has_a_sentence_in_each_language_and_no_sentence_is_left_over() {
    let mut needed = BTreeMap::new();
    for problem in every_problem() {
        used(&problem_message(&problem), &mut needed);
    }
    for language in ["ja", "en"] {
        assert_eq!(sentences(language), needed, "{language}");
    }
}
