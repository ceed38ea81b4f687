//! 守る情報の一覧, one of its entries, and the examples by trade to begin with.

use std::borrow::Cow;

use crate::app::action::{Action, Detail, Level, Listing, Whose};
use crate::app::information_list::MOST;
use crate::app::page::{Collapse, Editable, Kind, Row};
use crate::app::pages::{indexed, joined, shortened};
use crate::app::{App, Purpose, Screen};
use crate::questionnaire::case::{Information, Owner};
use crate::text::{Message, Text};

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let list = app.information();
    let mut rows = vec![
        Row::said(Kind::Heading, "information-title").right(
            Message::new("information-count")
                .with("count", list.len())
                .with("most", MOST),
        ),
        Row::said(Kind::Text, "information-what-for").collapsing(Collapse::Intro),
        Row::blank(),
        does("information-add", Listing::Add),
    ];
    if !app.listing_pack().examples.is_empty() {
        rows.push(Row::action(
            "information-examples",
            Action::Open(Screen::Examples),
        ));
    }
    let forms = app.forms_to_take();
    let titles = app
        .pack()
        .forms
        .iter()
        .filter(|form| forms.contains(&form.id));
    if let Some(titles) = joined(titles.map(|form| Text::from(&form.title))) {
        let offer = Message::new("information-take-forms").with("forms", titles);
        rows.push(Row::new(Kind::Action, offer).doing(Action::List(Listing::TakeForms)));
    }
    if let Some((_, removed)) = &app.open.list.removed {
        let what = Message::new("information-put-back").with("what", name(removed));
        rows.push(Row::new(Kind::Action, what).doing(Action::List(Listing::PutBack)));
    }
    rows.push(Row::blank());
    rows.extend(indexed::<u16, _>(list).map(|(index, entry)| {
        Row::new(Kind::Action, name(entry))
            .right(form_of(app, entry).unwrap_or_else(|| "".into()))
            .right(Message::new(match entry.owner() {
                Owner::Own => "information-own-short",
                Owner::Entrusted => "information-entrusted-short",
                Owner::NotSaid => "information-owner-not-said",
            }))
            .doing(Action::List(Listing::Entry(index)))
    }));
    if !list.is_empty() {
        rows.push(Row::blank());
        rows.push(Row::said(Kind::Caption, "information-confidential"));
    }
    rows
}

/// One entry: what is typed, what is chosen, and the way off the list.
pub(in crate::app) fn entry_rows(app: &App) -> Vec<Row<'_>> {
    let entry = app.entry();
    let number = app.open.list.at.min(app.information().len()) + 1;
    let mut rows = vec![
        Row::new(
            Kind::Heading,
            Message::new("information-entry").with("number", number),
        ),
        Row::blank(),
        text_row(app, Detail::What),
    ];
    rows.extend(form_row(app, entry));
    rows.push(text_row(app, Detail::Place));
    let owner = entry.map_or(Owner::NotSaid, Information::owner);
    rows.push(owner_row(owner));
    if owner == Owner::Entrusted {
        rows.push(text_row(app, Detail::EntrustedBy));
    }
    rows.push(text_row(app, Detail::SeenBy));
    rows.extend(level_rows(app, entry));
    rows.push(Row::blank());
    rows.push(Row::said(Kind::Caption, "information-entry-how").collapsing(Collapse::Intro));
    if entry.is_some() && app.editing.is_none() {
        rows.push(Row::blank());
        rows.push(does(
            if app.open.list.asked {
                "information-remove-now"
            } else {
                "information-remove"
            },
            Listing::Remove,
        ));
    }
    rows
}

fn does(id: &'static str, listing: Listing) -> Row<'static> {
    Row::action(id, Action::List(listing))
}

/// A detail in the user's words, or the field in which it is being written.
fn text_row(app: &App, detail: Detail) -> Row<'_> {
    let label = Message::new(match detail {
        Detail::What => "information-what",
        Detail::Place => "information-place",
        Detail::EntrustedBy => "information-entrusted-by",
        Detail::SeenBy => "information-seen-by",
        Detail::Level => "information-level",
    });
    let text = app.entry().map_or("", |entry| match detail {
        Detail::What => &entry.what,
        Detail::Place => &entry.place,
        Detail::EntrustedBy => entry.entrusted_by.as_deref().unwrap_or_default(),
        Detail::SeenBy => &entry.seen_by,
        Detail::Level => &entry.level,
    });
    let row = match field(app, detail) {
        Some(field) => Row {
            field: Some(field),
            ..Row::said(Kind::Field, "empty")
        },
        None if text.is_empty() => Row::said(Kind::Action, "tasks-open"),
        None => Row::new(Kind::Action, text),
    };
    row.under_column(label)
        .doing(Action::List(Listing::Write(detail)))
}

fn field(app: &App, detail: Detail) -> Option<Editable<'_>> {
    let editing = app.editing.as_ref()?;
    (editing.purpose == Purpose::Entry(detail)).then(|| Editable::of(&editing.field))
}

fn form_row<'a>(app: &'a App, entry: Option<&'a Information>) -> Option<Row<'a>> {
    let mut forms = indexed::<u8, _>(&app.listing_pack().forms);
    let (index, first) = forms.next()?;
    let mut row = Row::new(Kind::Action, &first.title)
        .under_column(Message::new("information-form"))
        .doing(Action::List(Listing::Form(index)));
    row.inline_actions = forms
        .map(|(index, form)| (Text::from(&form.title), Action::List(Listing::Form(index))))
        .collect();
    let now = entry.and_then(|entry| form_of(app, entry));
    Some(match now {
        Some(title) => row.right(Message::new("task-now").with("now", title)),
        None => row,
    })
}

/// Whose it is. Nothing is taken for said that was not.
fn owner_row(owner: Owner) -> Row<'static> {
    let own = Listing::Owner(Whose::Own);
    let entrusted = Listing::Owner(Whose::Entrusted);
    let row = does("information-own", own)
        .under_column(Message::new("information-owner"))
        .beside(
            Message::new("information-entrusted"),
            Action::List(entrusted),
        );
    let now = match owner {
        Owner::Own => "information-own-short",
        Owner::Entrusted => "information-entrusted-short",
        Owner::NotSaid => return row,
    };
    row.right(Message::new("task-now").with("now", Message::new(now)))
}

fn level_rows<'a>(app: &'a App, entry: Option<&'a Information>) -> Vec<Row<'a>> {
    let mut row = does("information-level-named", Listing::Level(Level::Named))
        .under_column(Message::new("information-level"));
    row.inline_actions = [
        ("information-level-company", Level::Company),
        ("task-own-words", Level::Own),
    ]
    .map(|(id, level)| {
        (
            Text::from(Message::new(id)),
            Action::List(Listing::Level(level)),
        )
    })
    .into();
    let now = entry.map_or("", |entry| entry.level.as_str());
    let editing = field(app, Detail::Level);
    if editing.is_none() && !now.is_empty() {
        row = row.right(Message::new("task-now").with("now", shortened(now).into_owned()));
    }
    let mut rows = vec![row];
    if let Some(editing) = editing {
        rows.push(Row {
            field: Some(editing),
            ..Row::said(Kind::Field, "task-field")
        });
    }
    rows
}

/// Every form in which it exists, as far as the pack knows them.
fn form_of<'a>(app: &'a App, entry: &Information) -> Option<Text<'a>> {
    let forms = entry.all_forms().iter();
    let known = forms.filter_map(|form| app.listing_pack().form(form));
    joined(known.map(|form| Text::from(&form.title)))
}

fn name(entry: &Information) -> Text<'_> {
    if entry.what.is_empty() {
        return Message::new("information-unnamed").into();
    }
    match shortened(&entry.what) {
        Cow::Borrowed(what) => what.into(),
        Cow::Owned(what) => what.into(),
    }
}

/// What firms of some trades have to protect: marked, it is on the list.
pub(in crate::app) fn example_rows(app: &App) -> Vec<Row<'_>> {
    let pack = app.listing_pack();
    let mut rows = vec![
        Row::said(Kind::Heading, "examples-title").right(
            Message::new("information-count")
                .with("count", app.information().len())
                .with("most", MOST),
        ),
        Row::said(Kind::Text, "examples-how").collapsing(Collapse::Intro),
    ];
    let mut trade = None;
    for (index, example) in indexed::<u8, _>(&pack.examples) {
        if trade != Some(&example.trade) {
            trade = Some(&example.trade);
            rows.push(Row::blank());
            rows.push(Row::new(Kind::Caption, &example.trade));
        }
        let ticked = app.example_on_list(usize::from(index)).is_some();
        let mut row = Row::new(Kind::Check { ticked }, &example.what)
            .doing(Action::List(Listing::Example(index)));
        if let Some(form) = pack.form(&example.form) {
            row = row.right(&form.title);
        }
        rows.push(row);
    }
    rows
}
