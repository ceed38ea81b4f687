//! 書き出す: the formats with what each is good for, what to leave out, and where the file will be.

use crate::app::action::{Action, Export};
use crate::app::page::{Collapse, Editable, Kind, Row};
use crate::app::{App, Purpose, Shelter};
use crate::questionnaire::report_format::ReportFormat;
use crate::text::Message;

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    if app.open.exporting.asked {
        return replace_rows(app);
    }
    let mut rows = vec![Row::said(Kind::Heading, "exporting-title"), Row::blank()];
    rows.extend(ReportFormat::OFFERED.map(format_row));
    rows.push(Row::blank());
    let ticked = app.open.exporting.anonymous;
    rows.push(does(
        Row::said(Kind::Check { ticked }, "exporting-anonymous"),
        Export::Anonymous,
    ));
    rows.push(Row::said(Kind::Under, "exporting-anonymous-what").collapsing(Collapse::Intro));
    rows.push(does(place_row(app), Export::EditPath));
    rows.push(Row::blank());
    rows.push(Row::said(Kind::Care, "notice-confidential").collapsing(Collapse::Intro));
    if app.shelter == Shelter::Sealed {
        rows.push(Row::said(Kind::Care, "exporting-not-locked"));
    }
    rows
}

fn does(row: Row<'_>, export: Export) -> Row<'_> {
    row.doing(Action::Export(export))
}

/// What it is for, what it is called, and what one can do with it.
fn format_row(format: ReportFormat) -> Row<'static> {
    let (purpose, name, what) = match format {
        ReportFormat::Html => (
            "exporting-html",
            "exporting-html-name",
            "exporting-html-what",
        ),
        ReportFormat::Xlsx => (
            "exporting-xlsx",
            "exporting-xlsx-name",
            "exporting-xlsx-what",
        ),
        ReportFormat::Csv => ("exporting-csv", "exporting-csv-name", "exporting-csv-what"),
        ReportFormat::Markdown => (
            "exporting-markdown",
            "exporting-markdown-name",
            "exporting-markdown-what",
        ),
        ReportFormat::Json => (
            "exporting-json",
            "exporting-json-name",
            "exporting-json-what",
        ),
        // Formats for other programs are not offered, nor is Word here yet.
        ReportFormat::Application
        | ReportFormat::ApplicationMarkdown
        | ReportFormat::Docx
        | ReportFormat::Ndjson => (
            "exporting-application",
            "exporting-html-name",
            "exporting-application-what",
        ),
    };
    does(
        Row::said(Kind::Action, purpose)
            .right(Message::new(name))
            .right(Message::new(what)),
        Export::As(format),
    )
}

fn place_row(app: &App) -> Row<'_> {
    let editing = app.editing.as_ref();
    match editing.filter(|editing| editing.purpose == Purpose::File) {
        Some(editing) => Row {
            field: Some(Editable {
                text: editing.field.text(),
                cursor: editing.field.cursor(),
                many_lines: false,
            }),
            ..Row::said(Kind::Field, "exporting-place-label")
        },
        None => Row::new(
            Kind::Action,
            Message::new("exporting-place").with("path", app.export_path(app.export_format())),
        ),
    }
}

/// A file of that name is there.
fn replace_rows(app: &App) -> Vec<Row<'_>> {
    let path = app.export_path(app.open.exporting.format);
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
