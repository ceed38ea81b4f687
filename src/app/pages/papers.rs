//! ひな形: the list of papers, and one of them: what is put on it, where the file will be, and that it was put away.

use crate::app::action::{Action, Kept, Paper as PaperAction};
use crate::app::page::{Collapse, Editable, Kind, Row};
use crate::app::pages::indexed;
use crate::app::papers::{MadeOn, asked_of_profile, has_examples, takes_the_list};
use crate::app::{App, Purpose};
use crate::questionnaire::paper::{Known, Paper, PaperFormat, Reach};
use crate::questionnaire::records::NeededRecord;
use crate::questionnaire::sheet::of_profile;
use crate::text::names::{reach_name, serving_name};
use crate::text::{Message, Text};

pub(in crate::app) fn list_rows(app: &App) -> Vec<Row<'_>> {
    let papers: Vec<&Paper> = app.every_paper().collect();
    let mut rows = vec![
        Row::said(Kind::Heading, "papers-title"),
        Row::said(Kind::Text, "papers-what").collapsing(Collapse::Intro),
    ];
    rows.extend(app.shelf.not_used.iter().map(|pack| {
        Row::new(
            Kind::Care,
            Message::new("paper-file-not-used").with("pack", pack.as_str()),
        )
    }));
    let mut group = None;
    for (serving, at) in app.papers_in_order() {
        let Ok(place) = u8::try_from(at) else {
            continue;
        };
        if group != Some(serving) {
            group = Some(serving);
            rows.push(Row::blank());
            rows.push(Row::new(Kind::Caption, serving_name(serving)));
        }
        let paper = papers[at];
        let mut row = Row::new(Kind::Action, &paper.title).doing(of(PaperAction::Show(place)));
        if paper.is_first {
            row = row.right(Message::new("paper-first"));
        }
        rows.push(row.right(narrowest(paper)));
    }
    rows.push(Row::blank());
    if papers.iter().any(|paper| paper.is_first) {
        let first = papers.iter().filter(|paper| paper.is_first).count();
        let said = Message::new("papers-make-first").with("count", first);
        rows.push(Row::new(Kind::Action, said).doing(of(PaperAction::MakeFirst)));
        rows.extend(opens_file(app, MadeOn::FirstPapers));
    }
    rows.push(Row::said(Kind::Caption, "paper-foot"));
    rows
}

/// One paper.
pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let Some(paper) = app.paper() else {
        return Vec::new();
    };
    let mut rows = vec![
        Row::new(
            Kind::Heading,
            Message::new("paper-make").with("paper", &paper.title),
        )
        .right(narrowest(paper)),
        Row::said(Kind::Text, "paper-how").collapsing(Collapse::Intro),
        Row::blank(),
    ];
    let known = asked_of_profile(paper);
    rows.extend(known.into_iter().map(|known| profile_row(app, known)));
    if takes_the_list(paper) {
        let listed = app.information().len();
        rows.push(Row::new(
            Kind::Caption,
            Message::new("paper-takes-list").with("count", listed),
        ));
    }
    if has_examples(paper) {
        rows.push(Row::said(Kind::Caption, "paper-examples").collapsing(Collapse::Intro));
    }
    rows.push(Row::blank());
    let first = paper.first_format;
    let others = PaperFormat::ALL
        .into_iter()
        .filter(|format| *format != first);
    for format in [first].into_iter().chain(others) {
        let mut row = Row::action(
            match format {
                PaperFormat::Html => "paper-print",
                PaperFormat::Docx => "paper-word",
                PaperFormat::Xlsx => "paper-excel",
            },
            of(PaperAction::Make(format)),
        );
        if format == PaperFormat::Html {
            row = row.right(Message::new("paper-print-how"));
        }
        if format == first {
            row = row.right(Message::new("paper-pages").with("pages", paper.pages.len()));
        }
        rows.push(row);
    }
    let blank = Row::action("paper-print-blank", of(PaperAction::MakeBlank));
    rows.push(blank.right(Message::new("paper-print-how")));
    rows.push(place_row(app));
    rows.push(Row::blank());
    rows.extend(put_away_rows(app));
    rows.extend(opens_file(app, MadeOn::Paper(app.open.papers.at)));
    if let Some(caution) = &paper.caution {
        rows.push(Row::said(Kind::Caption, "paper-caution"));
        rows.push(Row::new(Kind::Under, caution));
    }
    rows.push(Row::said(Kind::Caption, "paper-foot"));
    rows.push(Row::said(Kind::Caption, "paper-no-record-yet"));
    rows
}

/// 記録の置き場所と日: where each record that is there lies, and since when.
pub(in crate::app) fn record_rows(app: &App) -> Vec<Row<'_>> {
    let Some(result) = app.result() else {
        return Vec::new();
    };
    let mut rows = vec![Row::said(Kind::Heading, "record-details-title")];
    for (index, record) in indexed::<u16, _>(app.records_here(&result)) {
        if record.is_there {
            rows.push(Row::blank());
            rows.push(
                Row::new(Kind::Text, &record.measure.record)
                    .right(&record.question.label)
                    .collapsing(Collapse::Never),
            );
            rows.extend(kept_rows(app, index, &record));
        }
    }
    rows
}

fn of(action: PaperAction) -> Action {
    Action::Paper(action)
}

/// Who may see the most confidential of its pages.
fn narrowest(paper: &Paper) -> Message<'static> {
    let reaches = paper.pages.iter().map(|page| page.reach);
    reach_name(
        reaches
            .max_by_key(|reach| match reach {
                Reach::Wall => 0,
                Reach::Inside => 1,
                Reach::Confidential => 2,
            })
            .unwrap_or(Reach::Confidential),
    )
}

/// The way to what was written from here last. The last row of a page: no number before it changes.
pub(super) fn opens_file(app: &App, on: MadeOn) -> Option<Row<'_>> {
    let (made_on, path) = app.open.papers.made.as_ref()?;
    let said = Message::new("file-open").with("path", path.as_str());
    let is_offered = *made_on == on && app.can_open_files();
    is_offered.then(|| Row::new(Kind::Action, said).doing(of(PaperAction::OpenFile)))
}

fn profile_row(app: &App, known: Known) -> Row<'_> {
    let label = Message::new(match known {
        Known::Firm => "profile-firm",
        Known::Manager => "profile-manager",
        Known::Deputy => "profile-deputy",
        Known::Contact | Known::Today => "profile-contact",
    });
    let case = app.case();
    let text = case.and_then(|case| of_profile(&case.profile, known));
    writable(
        app,
        Purpose::OnPaper(known),
        text.unwrap_or_default(),
        "paper-by-hand",
    )
    .under_column(label)
    .doing(of(PaperAction::Write(known)))
}

/// A text that can be written, or the field in which it is being written.
fn writable<'a>(
    app: &'a App,
    purpose: Purpose,
    text: impl Into<Text<'a>>,
    none: &'static str,
) -> Row<'a> {
    let editing = app.editing.as_ref();
    if let Some(editing) = editing.filter(|editing| editing.purpose == purpose) {
        return Row {
            field: Some(Editable::of(&editing.field)),
            ..Row::said(Kind::Field, "empty")
        };
    }
    match text.into() {
        Text::Own(text) if text.is_empty() => Row::said(Kind::Action, none),
        text => Row::new(Kind::Action, text),
    }
}

fn place_row(app: &App) -> Row<'_> {
    let editing = app.editing.as_ref();
    match editing.filter(|editing| editing.purpose == Purpose::PaperFile) {
        Some(editing) => Row {
            field: Some(Editable::of(&editing.field)),
            ..Row::said(Kind::Field, "exporting-place-label")
        },
        None => Row::new(
            Kind::Action,
            Message::new("exporting-place").with("path", app.paper_path(app.paper_in_view())),
        ),
    }
    .doing(of(PaperAction::EditPath))
}

/// The records that this paper may be, each to be marked once it is signed and put away, and the questions to look at
/// again then.
fn put_away_rows(app: &App) -> Vec<Row<'_>> {
    let Some(result) = app.result() else {
        return Vec::new();
    };
    let mut records = app.records_here(&result);
    if records.is_empty() {
        return Vec::new();
    }
    let mut rows = vec![Row::said(Kind::Text, "paper-put-away-title")];
    let mut seen = Vec::new();
    for (index, record) in indexed::<u16, _>(std::mem::take(&mut records)) {
        let ticked = record.is_there;
        rows.push(
            Row::new(
                Kind::Check { ticked },
                Message::new("paper-put-away").with("record", &record.measure.record),
            )
            .right(&record.question.label)
            .doing(Action::Record(index)),
        );
        if ticked {
            rows.extend(kept_rows(app, index, &record));
        }
        let is_gap = result.items[record.item].outcome.is_gap();
        if ticked && is_gap && !seen.contains(&record.item) {
            seen.push(record.item);
            rows.extend(review_row(record.item, &record.question.label));
        }
    }
    rows.push(Row::blank());
    rows
}

/// The way to the points of a question for which something was done: what is in place there, only the user can say.
pub(super) fn review_row<'a>(item: usize, label: impl Into<Text<'a>>) -> Option<Row<'a>> {
    // Not an error: no walk has so many questions.
    let item = u16::try_from(item).ok()?;
    let said = Message::new("review-points").with("label", label);
    Some(Row::new(Kind::Action, said).doing(Action::Question(item)))
}

/// Where a record lies and since when.
fn kept_rows<'a>(app: &'a App, index: u16, record: &NeededRecord<'a>) -> [Row<'a>; 2] {
    let result = app.result();
    let item = result
        .as_ref()
        .and_then(|result| result.items.get(record.item));
    let detail = item.and_then(|item| item.answer?.record_details.get(record.measure.id.as_str()));
    let place = detail.map_or("", |detail| detail.place.as_str());
    let on: Text<'a> = match detail.and_then(|detail| detail.on) {
        Some(day) => app.day_name(day).into(),
        None => "".into(),
    };
    let row = |kept: Kept, text: Text<'a>, label: &'static str| {
        writable(
            app,
            Purpose::Record(usize::from(index), kept),
            text,
            "tasks-open",
        )
        .under_column(Message::new(label))
        .doing(Action::RecordKept(index, kept))
    };
    [
        row(Kept::Place, place.into(), "record-place"),
        row(Kept::Day, on, "record-day"),
    ]
}
