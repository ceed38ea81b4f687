//! 前と今: what has become better or worse since the check that this one does again, one line an item.

use crate::app::App;
use crate::app::action::{Action, Paper};
use crate::app::page::{Collapse, Kind, Row};
use crate::app::pages::papers::opens_file;
use crate::app::papers::MadeOn;
use crate::questionnaire::compare::{Change, Compared, Comparison};
use crate::questionnaire::outcome::Outcome;
use crate::questionnaire::paper::PaperFormat;
use crate::text::names::{before_and_now, change_name, gaps_before_and_now, outcome_name};
use crate::text::{Message, Text};

/// In a low window the sentences above the items can be read one by one: these have the numbers before.
const AFTER_THE_COUNTS: u16 = 100;

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let Some(found) = app.since_earlier() else {
        return Vec::new();
    };
    let mut heading = Row::said(Kind::Heading, "compare-title");
    if let Some(day) = app.earlier_day() {
        heading = heading.right(Message::new("compare-days").with("day", day));
    }
    let mut rows = vec![
        heading,
        Row::new(Kind::Text, gaps_before_and_now(found.before, found.after)),
        Row::blank(),
    ];
    for outcome in Outcome::ALL {
        let (before, after) = (found.before.of(outcome), found.after.of(outcome));
        if before + after > 0 {
            rows.push(
                Row::new(Kind::Text, outcome_name(outcome)).right(
                    Message::new("compare-counts")
                        .with("before", before)
                        .with("after", after),
                ),
            );
        }
    }
    for change in Change::ALL {
        if found.count(change) == 0 {
            continue;
        }
        rows.push(Row::blank());
        rows.push(Row::new(
            Kind::Heading,
            change_name(change).with("count", found.count(change)),
        ));
        rows.extend(found.with(change).map(|item| item_row(app, &found, item)));
    }
    rows.push(Row::blank());
    rows.push(Row::said(Kind::Caption, "compare-rule").collapsing(Collapse::Intro));
    let make = |format| Action::Paper(Paper::MakeChanges(format));
    rows.push(
        Row::action("compare-print", make(PaperFormat::Html))
            .beside(Message::new("paper-word"), make(PaperFormat::Docx))
            .beside(Message::new("paper-excel"), make(PaperFormat::Xlsx)),
    );
    rows.extend(opens_file(app, MadeOn::Changes));
    rows
}

fn item_row<'a>(app: &'a App, found: &Comparison<'a>, item: &Compared<'a>) -> Row<'a> {
    let text = match item.question {
        Some(question) => Text::from(&question.label),
        None => item.id.to_string().into(),
    };
    let index = |index: usize| u16::try_from(index).unwrap_or(u16::MAX);
    let mut asked = app.questions().into_iter();
    let action = match asked.position(|question| question.id == item.id) {
        Some(at) => Action::Question(index(at)),
        // It can be read, not mended.
        None => Action::FocusText(
            AFTER_THE_COUNTS
                + index(
                    found
                        .items
                        .iter()
                        .position(|other| other.id == item.id)
                        .unwrap_or(0),
                ),
        ),
    };
    let [before, after] = before_and_now(item);
    Row::new(Kind::Action, text)
        .right(before)
        .right(after)
        .doing(action)
}

impl App {
    /// The open walk beside the one that it does again, if there is one.
    pub(in crate::app) fn since_earlier(&self) -> Option<Comparison<'_>> {
        Comparison::since(self.pack(), self.open.case.as_ref()?)
    }

    /// The day on which the earlier check was answered last.
    fn earlier_day(&self) -> Option<Message<'static>> {
        let earlier = self.open.case.as_ref()?.earlier.as_ref()?;
        let answered = earlier.walks.get(&self.pack().id)?.last_answered()?;
        Some(self.day_name(answered.day()))
    }
}
