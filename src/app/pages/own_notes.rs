//! 自分だけのメモ: what an advisor keeps of a firm for themselves. Says on top that the firm never sees it, and shows
//! nothing at all while one firm is shown alone.

use crate::app::action::{Action, NotesPart};
use crate::app::own_notes::{NotesKeeping, NotesState, OwnNotes};
use crate::app::page::{Editable, Kind, Row};
use crate::app::update::not_opened;
use crate::app::{App, Purpose, Screen};
use crate::questionnaire::id::{PackId, QuestionId};
use crate::text::days::day_with_year;
use crate::text::{Message, Text};

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let open = app.own_notes.as_ref().filter(|_| !app.hides_others());
    let Some(open) = open else {
        return vec![
            Row::said(Kind::Heading, "own-notes-title"),
            Row::blank(),
            Row::said(Kind::Text, "own-notes-closed"),
            Row::blank(),
            Row::action("key-back", Action::Back),
        ];
    };
    let mut rows = vec![
        Row::said(Kind::Heading, "own-notes-title").right(open.name.as_str()),
        Row::said(Kind::Care, "own-notes-stay"),
        Row::blank(),
    ];
    match &open.state {
        NotesState::Awaited => rows.push(Row::said(Kind::Text, "own-notes-awaited")),
        NotesState::Unreadable(problem) => {
            rows.push(Row::new(Kind::Care, not_opened(*problem)));
            rows.push(Row::said(Kind::Text, "own-notes-unreadable"));
            rows.push(Row::blank());
            rows.push(Row::action("key-back", Action::Back));
        }
        NotesState::Read(_) => rows.extend(parts(app, open)),
    }
    rows
}

fn parts<'a>(app: &'a App, open: &'a OwnNotes) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for (part, label) in [
        (NotesPart::Reading, "own-notes-reading"),
        (NotesPart::Visit, "own-notes-visit"),
        (NotesPart::Tags, "own-notes-tags"),
        (NotesPart::Note, "own-notes-note"),
    ] {
        rows.push(part_row(app, part, Message::new(label)));
    }
    for (index, (pack, question)) in (0u16..).zip(open.questions()) {
        let label = question_name(app, &pack, &question);
        rows.push(part_row(app, NotesPart::Question(index), label));
    }
    if let NotesKeeping::Failed(_) = open.keeping {
        rows.push(Row::blank());
        rows.push(Row::action(
            "own-notes-retry",
            Action::OwnNote(NotesPart::Retry),
        ));
    }
    rows.extend(for_counting(app, open));
    rows
}

/// One thing that is kept, with its field where it is being written.
fn part_row<'a>(app: &'a App, part: NotesPart, label: Message<'a>) -> Row<'a> {
    let action = Action::OwnNote(part);
    let editing = app.editing.as_ref();
    if let Some(editing) = editing.filter(|editing| editing.purpose == Purpose::OwnNotes(part)) {
        let mut row = Row::new(Kind::Field, "").under_column(label).doing(action);
        row.field = Some(Editable::of(&editing.field));
        return row;
    }
    let desk = app.own_notes.as_ref().and_then(OwnNotes::desk);
    let visit = desk.and_then(|desk| desk.next_visit);
    let said = app.said_for_oneself(part).unwrap_or_default();
    let text: Text<'_> = match (part, visit) {
        (NotesPart::Visit, Some(day)) => day_with_year(day).into(),
        _ if said.is_empty() => Message::new("own-notes-nothing").into(),
        _ => said.into(),
    };
    Row::new(Kind::Action, text)
        .under_column(label)
        .doing(action)
}

fn question_name<'a>(app: &'a App, pack: &PackId, question: &QuestionId) -> Message<'a> {
    let pack = app.packs.iter().find(|known| known.id == *pack);
    let mut questions = pack.into_iter().flat_map(|pack| &pack.questions);
    let known = questions.find(|known| known.id == *question);
    let name: Text<'a> = match known {
        Some(known) => Text::from(&known.label),
        None => question.to_string().into(),
    };
    Message::new("own-notes-question").with("label", name)
}

/// The way to trade and size, which the check has: in what is counted over many firms they are all that is left of one.
fn for_counting<'a>(app: &App, open: &OwnNotes) -> Vec<Row<'a>> {
    let case = app.open.case.as_ref();
    let is_open = case.is_some_and(|case| case.firm_id().as_ref() == Some(&open.firm));
    if !is_open {
        return Vec::new();
    }
    vec![
        Row::blank(),
        Row::action("own-notes-counting", Action::Open(Screen::FirmGroups)),
    ]
}
