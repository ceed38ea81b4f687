//! Every answer with its points and what the user noted there.

use super::page::Page;
use super::{label_and_outcome, section_name};
use crate::questionnaire::case::{Given, PointState};
use crate::questionnaire::item::Item;
use crate::questionnaire::result::WalkResult;
use crate::report::Report;
use crate::text::Message;

pub(super) fn answers(page: &mut Page<'_>, report: &Report<'_>, result: &WalkResult<'_>) {
    page.heading(3, &Message::new("export-answers"));
    for (section, _) in result.sections() {
        page.heading(4, &section_name(section));
        for (_, item) in result.items_in(section) {
            answer(page, report, item);
        }
    }
}

fn answer<'a>(page: &mut Page<'_>, report: &Report<'a>, item: &Item<'a>) {
    let said = page.marked(label_and_outcome(item)).strong();
    page.bullet(0, &said);
    let question = page.marked(&item.question.text);
    page.bullet(2, &question);
    let by_points = item
        .answer
        .filter(|answer| matches!(answer.given, Some(Given::Points(_))));
    for (answer, point) in by_points.into_iter().flat_map(|answer| {
        let points = item.asked.points();
        points.map(move |point| (answer, point))
    }) {
        match (answer.state_of(point), &point.none) {
            (PointState::None, Some(reason)) => {
                let said = Message::new("export-point-none")
                    .with("point", &point.text)
                    .with("reason", reason);
                let said = page.marked(said);
                page.bullet(2, &said);
            }
            (state, _) => {
                let said = page.marked(&point.text);
                page.tick(2, state == PointState::There, &said);
            }
        }
    }
    if let Some(reason) = report.reason(item) {
        let said = page.marked(Message::new("reply-not-applicable").with("reason", reason));
        page.bullet(2, &said);
    }
    if !item.note().is_empty() {
        // Its own lines stay, which a message would make one.
        let said = page.marked(item.note());
        page.quote(2, &said);
    }
}
