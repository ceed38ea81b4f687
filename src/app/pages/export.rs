//! 書き出す: first for whom, then what will be in it, the formats, what can be chosen, and where the file will be.

use crate::app::action::{Action, Export, ProfilePart};
use crate::app::page::{Collapse, Editable, Kind, Row};
use crate::app::pages::joined;
use crate::app::pages::papers::opens_file;
use crate::app::pages::passphrase::masked;
use crate::app::papers::MadeOn;
use crate::app::secret::SHORTEST;
use crate::app::{App, Purpose, Screen, Shelter};
use crate::questionnaire::plan::FIRST;
use crate::questionnaire::reader::{Contents, Notes, Part, Reader};
use crate::questionnaire::report_format::ReportFormat;
use crate::questionnaire::result::WalkResult;
use crate::text::{Message, Text};

/// だれに渡しますか
pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    if app.open.exporting.asked {
        return replace_rows(app);
    }
    let mut rows = vec![Row::said(Kind::Heading, "exporting-title"), Row::blank()];
    let asked = Reader::ALL.into_iter();
    let asked = asked.filter(|reader| *reader != Reader::Statistics);
    rows.extend(asked.map(|reader| {
        let (name, what) = named(reader);
        does(
            Row::said(Kind::Action, what).under_column(Message::new(name)),
            Export::To(reader),
        )
    }));
    rows.push(does(
        Row::said(Kind::Action, "exporting-others-what")
            .under_column(Message::new("exporting-others")),
        Export::OtherFormats,
    ));
    rows.extend(opens_file(app, MadeOn::Report(Reader::Own)));
    rows.push(Row::blank());
    rows.push(Row::said(Kind::Text, "exporting-begins").collapsing(Collapse::Intro));
    rows.push(Row::said(Kind::Text, "exporting-no-certificate").collapsing(Collapse::Intro));
    sealed(app, &mut rows);
    rows
}

/// What a reader is called, and what is in it for whom.
fn named(reader: Reader) -> (&'static str, &'static str) {
    match reader {
        Reader::Own | Reader::Statistics => ("exporting-self", "exporting-self-what"),
        Reader::Staff => ("exporting-staff", "exporting-staff-what"),
        Reader::Advisor => ("exporting-advisor", "exporting-advisor-what"),
        Reader::Body => ("exporting-body", "exporting-body-what"),
        Reader::Customer => ("exporting-customer", "exporting-customer-what"),
        Reader::Hand => ("exporting-hand", "exporting-hand-what"),
    }
}

fn does(row: Row<'_>, export: Export) -> Row<'_> {
    row.doing(Action::Export(export))
}

/// What leaves the folder lies open.
fn sealed(app: &App, rows: &mut Vec<Row<'_>>) {
    if app.shelter == Shelter::Sealed {
        rows.push(Row::said(Kind::Care, "exporting-not-locked"));
    }
}

/// One reader's page.
pub(in crate::app) fn reader_rows(app: &App) -> Vec<Row<'_>> {
    if app.open.exporting.asked {
        return replace_rows(app);
    }
    let reader = app.open.exporting.page;
    let contents = app.open.exporting.contents(reader);
    let (name, _) = named(reader);
    let mut rows = vec![Row::said(Kind::Heading, name), Row::blank()];
    if reader != Reader::Own {
        rows.extend(what_is_in_it(app, contents));
        rows.push(Row::blank());
    }
    rows.extend(formats(reader).map(|(reader, format)| format_row(reader, format)));
    rows.push(Row::blank());
    if matches!(reader.notes(), Notes::Chosen { .. }) && !contents.is_anonymous() {
        let ticked = contents.has(Part::Notes);
        let row = Row::said(Kind::Check { ticked }, "exporting-notes");
        rows.push(does(row, Export::Notes));
    }
    if reader == Reader::Hand {
        rows.extend(passphrase_rows(app));
    }
    if reader == Reader::Own {
        let ticked = contents.is_anonymous();
        let row = Row::said(Kind::Check { ticked }, "exporting-anonymous");
        rows.push(does(row, Export::Anonymous));
        rows.push(Row::said(Kind::Under, "exporting-anonymous-what").collapsing(Collapse::Intro));
    }
    for (part, of_profile) in [
        (Part::Firm, ProfilePart::Firm),
        (Part::CheckedBy, ProfilePart::CheckedBy),
    ] {
        if contents.has(part) {
            rows.push(profile_row(app, of_profile));
        }
    }
    rows.push(does(place_row(app), Export::EditPath));
    let ticked = app.names_in_files();
    let row = Row::said(Kind::Check { ticked }, "exporting-name-files");
    rows.push(does(row, Export::NameFiles));
    rows.extend(opens_file(app, MadeOn::Report(reader)));
    if reader == Reader::Own {
        // The last one, so that who does not count firms passes over nothing.
        let groups = Action::Open(Screen::FirmGroups);
        rows.push(Row::action("exporting-groups", groups));
    }
    rows.push(Row::blank());
    if reader != Reader::Customer {
        rows.push(Row::said(Kind::Care, "notice-confidential").collapsing(Collapse::Intro));
    }
    if app.open.exporting.passphrase.is_none() || reader != Reader::Hand {
        sealed(app, &mut rows);
    }
    rows
}

/// A passphrase for the file that is handed over, and for that alone: typed twice, and never seen.
fn passphrase_rows(app: &App) -> Vec<Row<'_>> {
    let editing = app.editing.as_ref();
    let asked = editing.and_then(|editing| match editing.purpose {
        Purpose::HandedPassphrase => Some(("exporting-passphrase-field", editing)),
        Purpose::HandedPassphraseAgain => Some(("exporting-passphrase-again", editing)),
        _ => None,
    });
    let Some((label, editing)) = asked else {
        let ticked = app.open.exporting.passphrase.is_some();
        let row = Row::said(Kind::Check { ticked }, "exporting-passphrase");
        return vec![does(row, Export::Passphrase)];
    };
    let row = Row {
        field: Some(masked(&editing.field)),
        ..Row::new(Kind::Field, Message::new(label).with("shortest", SHORTEST))
    };
    vec![
        does(row, Export::Passphrase),
        // Who forgets it has lost the file: that is read before it is typed.
        Row::said(Kind::Under, "exporting-passphrase-what"),
    ]
}

/// What is offered on a reader's page. What is whole, to be read in again, is for whoever goes on with the check.
pub(in crate::app) fn formats(page: Reader) -> impl Iterator<Item = (Reader, ReportFormat)> {
    let statistics = match page {
        Reader::Own => Reader::Statistics.formats(),
        _ => &[],
    };
    let is_offered = move |format: &&ReportFormat| {
        page != Reader::Own || !matches!(format, ReportFormat::Json | ReportFormat::Ndjson)
    };
    let formats = page.formats().iter().filter(is_offered);
    let formats = formats.map(move |format| (page, *format));
    let counted = statistics
        .iter()
        .map(|format| (Reader::Statistics, *format));
    formats.chain(counted)
}

/// What will be in it and what not, from the same value from which it is written.
fn what_is_in_it(app: &App, contents: Contents) -> Vec<Row<'_>> {
    let parts = |is_in: bool| {
        let parts = Part::ALL.into_iter();
        let parts = parts
            .filter(move |part| contents.has(*part) == is_in)
            // Of the sections that are not in it some others say the same.
            .filter(move |part| is_in || part.is_typed());
        joined(parts.map(|part| Text::from(Message::new(part_name(part)))))
    };
    let mut rows = Vec::new();
    if let Some(parts) = parts(true) {
        let said = Message::new("exporting-in-it").with("parts", parts);
        rows.push(Row::new(Kind::Text, said));
    }
    if let Some(parts) = parts(false) {
        let said = Message::new("exporting-not-in-it").with("parts", parts);
        rows.push(Row::new(Kind::Text, said));
    }
    let Some(case) = &app.open.case else {
        return rows;
    };
    let packs = app
        .packs
        .iter()
        .filter(|pack| case.walk(&pack.id).is_some());
    for pack in packs {
        let result = WalkResult::of(pack, case);
        match contents.reader() {
            Reader::Staff => rows.extend(first_tasks(&result)),
            Reader::Customer => rows.extend(in_place(&result)),
            _ => {}
        }
    }
    rows
}

/// The names of what is to be done first.
fn first_tasks<'a>(result: &WalkResult<'a>) -> Option<Row<'a>> {
    let plan = result.plan();
    let first = plan.iter().take(FIRST);
    let names = joined(first.map(|planned| Text::from(&planned.measure.text)))?;
    let count = Message::new("result-tasks").with("count", plan.len().min(FIRST));
    let said = Message::new("exporting-named");
    Some(Row::new(
        Kind::Text,
        said.with("what", count).with("names", names),
    ))
}

/// The names of what is in place.
fn in_place<'a>(result: &WalkResult<'a>) -> Vec<Row<'a>> {
    let shown: Vec<_> = result.surely_in_place().collect();
    let count = Message::new("customer-count")
        .with("asked", result.counts.asked())
        .with("met", shown.len());
    let names = joined(shown.iter().map(|item| Text::from(&item.question.label)));
    let said = match names {
        None => count,
        Some(names) => Message::new("exporting-named")
            .with("what", count)
            .with("names", names),
    };
    let mut rows = vec![Row::new(Kind::Text, said)];
    let unsure = result.counts.met - shown.len();
    if unsure > 0 {
        let said = Message::new("exporting-unsure-items").with("count", unsure);
        rows.push(Row::new(Kind::Care, said));
    }
    rows
}

/// What a part is called.
fn part_name(part: Part) -> &'static str {
    match part {
        Part::Title => "part-title",
        Part::Firm => "part-firm",
        Part::CheckedBy => "part-checked-by",
        Part::InPlace => "part-in-place",
        Part::Counts => "part-counts",
        Part::Gaps => "part-gaps",
        Part::FirstTasks => "part-first-tasks",
        Part::OtherTasks => "part-other-tasks",
        Part::People => "part-people",
        Part::FindOut => "part-find-out",
        Part::NotApplicable => "part-not-applicable",
        Part::Reasons => "part-reasons",
        Part::Records => "part-records",
        Part::RecordDays => "part-record-days",
        Part::RecordPlaces => "part-record-places",
        Part::Answers => "part-answers",
        Part::Notes => "part-notes",
        Part::List => "part-list",
        Part::Draft => "part-draft",
        Part::Basis => "part-basis",
    }
}

/// What it is for, what it is called, and what one can do with it.
fn format_row(reader: Reader, format: ReportFormat) -> Row<'static> {
    let (purpose, name, what) = match (reader, format) {
        (Reader::Statistics, ReportFormat::Ndjson) => (
            "exporting-statistics",
            "exporting-ndjson-name",
            "exporting-ndjson-what",
        ),
        (Reader::Statistics, _) => (
            "exporting-statistics",
            "exporting-csv-name",
            "exporting-csv-what",
        ),
        (_, ReportFormat::Html) => (
            "exporting-html",
            "exporting-html-name",
            "exporting-html-what",
        ),
        (_, ReportFormat::Docx) => (
            "exporting-docx",
            "exporting-docx-name",
            "exporting-docx-what",
        ),
        (_, ReportFormat::Xlsx) => (
            "exporting-xlsx",
            "exporting-xlsx-name",
            "exporting-xlsx-what",
        ),
        (_, ReportFormat::Markdown) => (
            "exporting-markdown",
            "exporting-markdown-name",
            "exporting-markdown-what",
        ),
        (_, ReportFormat::Json) => (
            "exporting-json",
            "exporting-json-name",
            "exporting-json-what",
        ),
        (_, ReportFormat::Csv | ReportFormat::Ndjson) => {
            ("exporting-csv", "exporting-csv-name", "exporting-csv-what")
        }
    };
    does(
        Row::said(Kind::Action, purpose)
            .right(Message::new(name))
            .right(Message::new(what)),
        Export::As(reader, format),
    )
}

/// Whose check it is, or who has looked it over: to be filled in, and never asked for.
fn profile_row(app: &App, part: ProfilePart) -> Row<'_> {
    let label = match part {
        ProfilePart::Firm => "exporting-firm-label",
        ProfilePart::CheckedBy => "exporting-checked-by-label",
    };
    let row = field(app, Purpose::Profile(part), label).unwrap_or_else(|| {
        let id = match part {
            ProfilePart::Firm => "exporting-firm",
            ProfilePart::CheckedBy => "exporting-checked-by",
        };
        let said = match app.profile_text(part) {
            "" => Text::from(Message::new("exporting-unwritten")),
            said => Text::from(said),
        };
        Row::new(Kind::Action, Message::new(id).with("said", said))
    });
    does(row, Export::Profile(part))
}

/// The open field, if it is this one.
fn field<'a>(app: &'a App, purpose: Purpose, label: &'static str) -> Option<Row<'a>> {
    let editing = app.editing.as_ref();
    let editing = editing.filter(|editing| editing.purpose == purpose)?;
    Some(Row {
        field: Some(Editable::of(&editing.field)),
        ..Row::said(Kind::Field, label)
    })
}

fn place_row(app: &App) -> Row<'_> {
    field(app, Purpose::File, "exporting-place-label").unwrap_or_else(|| {
        let path = app.export_path(app.report_in_view());
        Row::new(
            Kind::Action,
            Message::new("exporting-place").with("path", path),
        )
    })
}

/// A file of that name is there.
fn replace_rows(app: &App) -> Vec<Row<'_>> {
    let path = app.export_path(app.open.exporting.wanted);
    vec![
        Row::said(Kind::Heading, "exporting-exists"),
        Row::blank(),
        Row::new(
            Kind::Text,
            Message::new("exporting-exists-where").with("path", path),
        ),
        Row::said(Kind::Care, "exporting-exists-lost"),
        Row::blank(),
        does(
            Row::said(Kind::Action, "exporting-other-name"),
            Export::OtherName,
        ),
        does(
            Row::said(Kind::Action, "exporting-replace"),
            Export::Replace,
        ),
    ]
}
