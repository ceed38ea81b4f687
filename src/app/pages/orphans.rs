//! 今の質問集にない答え: what was answered and has no home in the questions of today. Shown and kept, never judged.

use crate::app::App;
use crate::app::page::{Kind, Row};
use crate::app::pages::to_read;
use crate::text::orphans::{orphan_message, orphan_why, orphan_words};
use crate::text::{Message, Text};

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let orphans = app.orphans();
    let heading = Message::new("orphans-title").with("count", orphans.len());
    let mut texts: Vec<(Kind, Text<'_>)> = vec![
        (Kind::Heading, heading.into()),
        (Kind::Text, Message::new("orphans-kept").into()),
    ];
    for orphan in &orphans {
        texts.push((Kind::Blank, "".into()));
        texts.push((Kind::Text, orphan_message(orphan).into()));
        texts.push((Kind::Under, orphan_why(orphan).into()));
        let words = orphan_words(orphan).into_iter();
        texts.extend(words.map(|said| (Kind::Under, said.into())));
    }
    to_read(texts)
}
