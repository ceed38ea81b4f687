//! Home: the sections with how far each is, and everything else one step away.

use crate::app::action::Action;
use crate::app::page::{Bar, Kind, Row};
use crate::app::pages::joined;
use crate::app::{App, Screen};
use crate::questionnaire::forms::{reason, visible_questions};
use crate::questionnaire::outcome::Counts;
use crate::questionnaire::pack::{Section, Source, Topic};
use crate::questionnaire::plan::{DueCounts, due_days};
use crate::questionnaire::result::WalkResult;
use crate::text::names::due_counted;
use crate::text::notice::wording;
use crate::text::places::place_name;
use crate::text::{Message, Text};

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let Some(result) = app.result() else {
        return Vec::new();
    };
    let counts = result.counts;
    let mut rows = vec![heading(&result), Row::blank()];
    if !app.pack().forms.is_empty() {
        rows.push(
            Row::new(Kind::Action, chosen_forms(app))
                .under_column(Message::new("overview-forms"))
                .doing(Action::Open(Screen::Forms))
                .beside(
                    Message::new("information-open").with("count", app.information().len()),
                    Action::Open(Screen::Information),
                ),
        );
    }
    for (index, section) in (0u8..).zip(&app.pack().sections) {
        rows.push(section_row(app, &result, section, index));
    }
    if app
        .pack()
        .sections
        .iter()
        .any(|section| section.topic == Topic::Reading)
    {
        rows.push(Row::said(Kind::Caption, "overview-reading"));
    }
    if app.pack().source != Source::BuiltIn {
        rows.push(Row::new(Kind::Caption, wording(app.pack())));
    }
    rows.push(Row::blank());
    rows.extend(next_rows(app, counts));
    rows
}

fn heading<'a>(result: &WalkResult<'a>) -> Row<'a> {
    let counts = result.counts;
    let flags = result.items.iter().filter(|item| item.is_flagged()).count();
    let title = match &result.pack.follows {
        None => Message::new("overview-title").into(),
        Some(_) => Text::from(&result.pack.title),
    };
    let mut row = Row::new(Kind::Heading, title).right(
        Message::new("overview-progress")
            .with("asked", counts.asked())
            .with("answered", counts.answered()),
    );
    if flags > 0 {
        row = row.right(Message::new("overview-flags").with("flags", flags));
    }
    if counts.unknown > 0 {
        row = row.right(Message::new("overview-unknown").with("unknown", counts.unknown));
    }
    row
}

fn chosen_forms(app: &App) -> Text<'_> {
    let forms = app.pack().forms.iter();
    let chosen = forms.filter(|form| app.chosen_forms().contains(&form.id));
    joined(chosen.map(|form| Text::from(&form.title))).unwrap_or_else(|| "".into())
}

fn section_row<'a>(
    app: &'a App,
    result: &WalkResult<'a>,
    section: &'a Section,
    index: u8,
) -> Row<'a> {
    let asked = reason(section, app.chosen_forms()).is_asked();
    let counts: Counts = result
        .items_in(section)
        .map(|(_, item)| item.outcome)
        .collect();
    let kind = if !asked || counts.unanswered == 0 {
        Kind::Quiet
    } else {
        Kind::Open
    };
    let mut row = Row::new(kind, &section.title);
    if let Some(place) = place_name(section) {
        row = row.under_column(place);
    }
    if !asked {
        // It stays visible, so that nobody wonders where Ⅴ went.
        return row.right(Message::new("section-form-not-chosen"));
    }
    let progress = Message::new("section-progress")
        .with("answered", counts.answered())
        .with("asked", counts.asked());
    row.bar = Some(Bar {
        done: counts.answered(),
        of: counts.asked(),
    });
    row.right(progress)
        .right(state(counts))
        .doing(Action::Section(index))
}

fn state(counts: Counts) -> Message<'static> {
    Message::new(if counts.unanswered == 0 {
        "section-answered"
    } else if counts.answered() > 0 {
        "section-begun"
    } else {
        "section-untouched"
    })
}

fn next_rows(app: &App, counts: Counts) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    if app.is_to_be_merged() {
        let row = Row::said(Kind::Open, "merge-open");
        rows.push(row.doing(Action::Open(Screen::Merge)));
    }
    if let Some(label) = app
        .next_open()
        .map(|index| &app.questions()[index].question().label)
    {
        rows.push(
            Row::new(
                Kind::Action,
                Message::new("overview-continue").with("label", label),
            )
            .doing(Action::Continue),
        );
    }
    rows.push(Row::action("overview-check", Action::Open(Screen::Check)));
    rows.push(Row::action("contacts-open", Action::Open(Screen::Contacts)));
    let orphans = app.orphans().len();
    if orphans > 0 {
        rows.push(
            Row::new(
                Kind::Action,
                Message::new("orphans-open").with("count", orphans),
            )
            .doing(Action::Open(Screen::Orphans)),
        );
    }
    let mut to_result = Row::new(
        Kind::Action,
        if counts.unanswered > 0 {
            Message::new("result-open-unanswered").with("unanswered", counts.unanswered)
        } else {
            Message::new("result-open")
        },
    )
    .doing(Action::Open(Screen::Result));
    let due = app.result().map(|result| due_days(&result.plan()));
    let due = due.map(|days| DueCounts::of(&days, app.today));
    if let Some(due) = due.and_then(due_counted) {
        to_result = to_result.right(due);
    }
    rows.push(to_result);
    rows.extend(other_walks(app));
    if app.offers_own_notes() {
        rows.push(Row::action("own-notes-open", Action::OpenOwnNotes));
    }
    rows.push(Row::action("overview-others", Action::Open(Screen::Start)));
    if !app.open.access.may_write() {
        rows.push(Row::action("overview-reopen", Action::Reopen));
    }
    rows.push(Row::action("leave", Action::Leave));
    rows
}

/// From a walk that follows another, the way back to it.
fn other_walks(app: &App) -> impl Iterator<Item = Row<'_>> {
    let follows = app.pack().follows.as_ref();
    (0u8..)
        .zip(&app.packs)
        .filter(move |(_, pack)| Some(&pack.id) == follows)
        .map(|(index, pack)| {
            let questions = visible_questions(pack, app.chosen_forms()).len();
            Row::new(
                Kind::Action,
                Message::new("overview-back-to-walk").with("questions", questions),
            )
            .doing(Action::OtherWalk(index))
        })
}
