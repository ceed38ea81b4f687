//! そろえる記録: what could show that it is done, item by item. Space says that it is there.

use crate::app::action::Action;
use crate::app::page::{Collapse, Kind, Row};
use crate::app::pages::indexed;
use crate::app::{App, Screen};
use crate::text::Message;

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let Some(result) = app.result() else {
        return Vec::new();
    };
    let records = result.records();
    let there = records.iter().filter(|record| record.is_there).count();
    let mut rows = vec![
        Row::new(
            Kind::Heading,
            Message::new("result-records").with("count", records.len()),
        )
        .right(Message::new("records-there").with("there", there)),
        Row::said(Kind::Text, "records-how").collapsing(Collapse::Intro),
        Row::blank(),
    ];
    for (index, record) in indexed::<u16, _>(&records) {
        let ticked = record.is_there;
        rows.push(
            Row::new(Kind::Check { ticked }, &record.measure.record)
                .right(&record.question.label)
                .doing(Action::Record(index)),
        );
    }
    rows.push(Row::blank());
    if there > 0 {
        rows.push(Row::action(
            "record-details-open",
            Action::Open(Screen::RecordDetails),
        ));
    }
    rows.push(Row::action("papers-open", Action::Open(Screen::Papers)));
    rows.push(Row::said(Kind::Caption, "records-examples"));
    rows
}
