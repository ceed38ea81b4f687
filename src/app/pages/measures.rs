//! Low-cost measures for one question, cheapest first, and what is known behind it.

use crate::app::action::{Action, Paper};
use crate::app::page::{Kind, Row};
use crate::app::pages::indexed;
use crate::app::{App, Screen};
use crate::questionnaire::id::ContactId;
use crate::questionnaire::pack::{Contact, Measure, Question};
use crate::questionnaire::paper_order::Wanted;
use crate::questionnaire::plan::marked_measure;
use crate::text::Message;
use crate::text::names::{cost_and_effort, mark_name, related_numbers};

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let Some(asked) = app.asked() else {
        return Vec::new();
    };
    let question = asked.question();
    let marked = marked_measure(asked, app.answer_to(question)).map(|measure| &measure.id);
    let mut rows = vec![
        Row::new(
            Kind::Heading,
            Message::new("measures-title").with("label", &question.label),
        ),
        Row::blank(),
    ];
    for (index, measure) in (0u8..).zip(asked.measures()) {
        rows.extend(measure_rows(measure, marked == Some(&measure.id), index));
    }
    rows.push(Row::blank());
    rows.push(Row::said(Kind::Caption, "measures-one-mark"));
    rows.push(Row::said(Kind::Caption, "measures-estimate"));
    rows.extend(paper_rows(app, question));
    rows.extend(behind(app, question));
    rows
}

/// The papers that serve this question: ready to be printed and signed.
fn paper_rows<'a>(app: &'a App, question: &Question) -> Vec<Row<'a>> {
    let wanted = Wanted {
        question: question.id.clone(),
        measure: None,
    };
    let found = indexed::<u8, _>(app.every_paper());
    let serving = app.papers_for(&wanted);
    let found = found.filter(|(at, _)| serving.contains(&usize::from(*at)));
    found
        .map(|(at, paper)| {
            let said = Message::new("paper-make").with("paper", &paper.title);
            Row::new(Kind::Action, said).doing(Action::Paper(Paper::Show(at)))
        })
        .collect()
}

fn measure_rows(measure: &Measure, chosen: bool, index: u8) -> Vec<Row<'_>> {
    let mut rows =
        vec![Row::new(Kind::Radio { chosen }, &measure.text).doing(Action::Measure(index))];
    if let Some(detail) = &measure.detail {
        rows.push(Row::new(Kind::Under, detail));
    }
    rows.push(Row::new(
        Kind::Under,
        Message::new("measures-cost-and-record")
            .with("cost", cost_and_effort(measure))
            .with("record", &measure.record),
    ));
    rows
}

/// Whom to ask, where the reason comes from, and what is known of the amendment.
fn behind<'a>(app: &'a App, question: &'a Question) -> Vec<Row<'a>> {
    let mut rows = vec![Row::blank()];
    if let Some(wording) = &question.wording {
        let said = Message::new("question-wording")
            .with("by", &wording.by)
            .with("of", &wording.of)
            .with("on", wording.on.as_str());
        rows.push(Row::new(Kind::Caption, said));
    }
    if let Some(checked) = &question.checked {
        let said = Message::new("question-checked")
            .with("by", checked.by.as_str())
            .with("on", checked.on.as_str());
        rows.push(Row::new(Kind::Caption, said));
    }
    let mut read = 0..;
    let mut next = move || Action::FocusText(read.next().unwrap_or_default());
    let known = app.contacts();
    let contacts: Vec<(u8, &Contact)> = question
        .help
        .iter()
        .filter_map(|id| {
            let mut known = indexed::<u8, _>(&known);
            let (index, contact) = known.find(|(_, contact)| contact.id == *id)?;
            Some((index, *contact))
        })
        .collect();
    if !contacts.is_empty() {
        rows.push(Row::said(Kind::Text, "measures-help"));
    }
    for (index, contact) in contacts {
        rows.push(
            Row::new(
                Kind::Bullet,
                Message::new(if contact.verify {
                    "contact-verify"
                } else {
                    "contact"
                })
                .with("name", &contact.name)
                .with("cost", &contact.cost)
                .with("purpose", &contact.purpose),
            )
            .doing(match contact.url {
                Some(_) => Action::Code(index),
                None => next(),
            }),
        );
    }
    rows.push(Row::action(
        "measures-all-contacts",
        Action::Open(Screen::Contacts),
    ));
    rows.push(Row::blank());
    rows.push(
        Row::new(
            Kind::Text,
            Message::new("measures-why")
                .with("why", &question.why.text)
                .with("source", &question.why.source)
                .with("mark", mark_name(question.why.mark)),
        )
        .doing(next()),
    );
    if let Some(amendment) = &question.amendment {
        rows.push(
            Row::new(
                Kind::Text,
                Message::new("measures-amendment").with("note", amendment),
            )
            .doing(next()),
        );
    }
    let related = related_numbers(question);
    rows.extend(related.map(|said| Row::new(Kind::Text, said).doing(next())));
    rows
}

impl App {
    /// A contact of the open walk's pack or of the pack that it follows.
    pub(super) fn contact(&self, id: &ContactId) -> Option<&Contact> {
        self.pack()
            .contact(id)
            .or_else(|| self.packs.iter().find_map(|pack| pack.contact(id)))
    }
}
