//! What the user is told about the data folder before anything else: rare, and never to be missed.

use crate::app::App;
use crate::app::action::Action;
use crate::app::event::News;
use crate::app::page::{Kind, Row};
use crate::app::start::when;
use crate::text::Message;

pub(super) fn rows(app: &App) -> Vec<Row<'_>> {
    let mut rows = vec![Row::said(Kind::Heading, "news-title"), Row::blank()];
    for news in &app.news {
        rows.push(Row::new(Kind::Bullet, said(*news)));
    }
    rows.push(Row::blank());
    rows.push(Row::action("news-go-on", Action::GoOn));
    rows
}

fn said(news: News) -> Message<'static> {
    match news {
        News::ClosedNow(count) => Message::new("news-closed-now").with("count", count),
        News::StaysOpen => Message::new("news-stays-open"),
        News::NoLocks => Message::new("news-no-locks"),
        News::ClockWentBack(last) => Message::new("news-clock").with("when", when(last)),
        News::Gone(count) => Message::new("news-gone").with("count", count),
    }
}
