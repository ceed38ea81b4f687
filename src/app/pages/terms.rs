//! The words of the scheme in plain language: those of the question first, then all others.

use crate::app::App;
use crate::app::page::{Kind, Row};
use crate::app::pages::to_read;
use crate::questionnaire::pack::Term;
use crate::text::{Message, Text};

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let every: Vec<&Term> = app.packs.iter().flat_map(|pack| &pack.terms).collect();
    let named = app.question().map_or(&[][..], |question| &question.terms);
    let of_question = |term: &&&Term| named.contains(&term.id);
    let here: Vec<&&Term> = every.iter().filter(of_question).collect();
    let others: Vec<&&Term> = every.iter().filter(|term| !of_question(term)).collect();
    let mut texts = vec![(Kind::Heading, Text::from(Message::new("terms-title")))];
    texts.extend(here.into_iter().map(|term| explained(term)));
    texts.push((Kind::Blank, "".into()));
    texts.push((Kind::Heading, Message::new("terms-others").into()));
    texts.extend(others.into_iter().map(|term| explained(term)));
    to_read(texts)
}

fn explained(term: &Term) -> (Kind, Text<'_>) {
    let message = Message::new("term")
        .with("name", &term.name)
        .with("text", &term.text);
    (Kind::Bullet, message.into())
}
