//! A page of a paper filled in with what a case knows: the one value from which every format is written.
//! Pure: knows no file, no clock and no language. The day comes in as an argument.

use crate::questionnaire::case::{Case, Information, Profile};
use crate::questionnaire::id::FormId;
use crate::questionnaire::moment::Day;
use crate::questionnaire::pack::{Form, Localized, Source};
use crate::questionnaire::paper::{
    Column, Field, Known, KnownOfEntry, Orientation, Paper, PaperPage, Papers, Part, Reach, Rows,
    Shape,
};
use crate::questionnaire::seen::says_nothing;

/// What a paper is filled in with.
#[derive(Clone, Copy, Debug)]
pub struct Filling<'a> {
    pub case: &'a Case,
    /// The forms of its pack, for their names.
    pub forms: &'a [Form],
    pub today: Day,
}

/// A page of a paper as it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet<'a> {
    pub paper: &'a Paper,
    pub title: &'a Localized,
    pub shape: Shape,
    pub orientation: Orientation,
    pub reach: Reach,
    pub lead: Option<&'a Localized>,
    pub parts: Vec<SheetPart<'a>>,
    /// What whoever makes the paper has to know: on its last page that is not for a wall.
    pub caution: Option<&'a Localized>,
    /// Where the paper is from: what stands at its foot depends on it.
    pub source: Source,
}

#[derive(Clone, Debug, PartialEq)]
pub enum SheetPart<'a> {
    Heading(&'a Localized),
    Text(&'a Localized),
    Fields(Vec<SheetField<'a>>),
    Lines {
        is_numbered: bool,
        lines: &'a [Localized],
    },
    Table {
        columns: Vec<&'a Column>,
        /// A cell for each column.
        rows: Vec<Vec<Said<'a>>>,
    },
    Signatures(&'a [Localized]),
}

#[derive(Clone, Debug, PartialEq)]
pub struct SheetField<'a> {
    pub label: &'a Localized,
    pub value: Said<'a>,
}

/// What stands in a field or a cell. Whoever writes it has the words.
#[derive(Clone, Debug, PartialEq)]
pub enum Said<'a> {
    /// To be written by hand.
    Blank,
    /// A box to tick.
    Tick,
    Pack(&'a Localized),
    /// As the user typed it.
    Own(&'a str),
    Number(u32),
    Day(Day),
    Forms(Vec<NamedForm<'a>>),
    /// Whose this entry is.
    OwnerOf(&'a Information),
}

/// A form by its name, or by its id where the pack has no such form any more.
#[derive(Clone, Debug, PartialEq)]
pub enum NamedForm<'a> {
    Pack(&'a Localized),
    Id(&'a FormId),
}

/// The pages of a paper, filled in where there is something to fill in with.
#[must_use]
pub fn sheets<'a>(
    papers: &Papers,
    paper: &'a Paper,
    filling: Option<Filling<'a>>,
) -> Vec<Sheet<'a>> {
    // A wall is no place for advice to whoever makes the paper.
    let is_inside = |page: &PaperPage| page.reach != Reach::Wall;
    let last = paper.pages.iter().rposition(is_inside).unwrap_or(0);
    let pages = paper.pages.iter().enumerate();
    pages
        .map(|(at, page)| Sheet {
            caution: paper.caution.as_ref().filter(|_| at == last),
            source: papers.source,
            ..sheet(paper, page, filling)
        })
        .collect()
}

fn sheet<'a>(paper: &'a Paper, page: &'a PaperPage, filling: Option<Filling<'a>>) -> Sheet<'a> {
    Sheet {
        paper,
        title: &page.title,
        shape: page.shape,
        orientation: page.orientation,
        reach: page.reach,
        lead: page.lead.as_ref(),
        parts: page
            .parts
            .iter()
            .map(|part| filled(part, filling))
            .collect(),
        caution: None,
        source: Source::default(),
    }
}

fn filled<'a>(part: &'a Part, filling: Option<Filling<'a>>) -> SheetPart<'a> {
    match part {
        Part::Heading(text) => SheetPart::Heading(text),
        Part::Text(text) => SheetPart::Text(text),
        Part::Fields(fields) => {
            let fields = fields.iter().map(|field| field_of(field, filling));
            SheetPart::Fields(fields.collect())
        }
        Part::Lines { is_numbered, lines } => SheetPart::Lines {
            is_numbered: *is_numbered,
            lines,
        },
        Part::Signatures(who) => SheetPart::Signatures(who),
        Part::Table { columns, rows } => {
            let kept = kept_columns(columns, filling);
            SheetPart::Table {
                rows: rows_of(columns, &kept, rows, filling),
                columns: kept.iter().map(|at| &columns[*at]).collect(),
            }
        }
    }
}

fn field_of<'a>(field: &'a Field, filling: Option<Filling<'a>>) -> SheetField<'a> {
    let said = |known: Known, filling: Filling<'a>| {
        of_profile(&filling.case.profile, known).map_or(Said::Day(filling.today), own)
    };
    let value = field.known.zip(filling);
    SheetField {
        label: &field.label,
        value: value.map_or(Said::Blank, |(known, filling)| said(known, filling)),
    }
}

/// What the profile of a case says there; None for the day, which no case holds.
#[must_use]
pub fn of_profile(profile: &Profile, known: Known) -> Option<&str> {
    match known {
        Known::Firm => Some(&profile.firm),
        Known::Manager => Some(&profile.manager),
        Known::Deputy => Some(&profile.deputy),
        Known::Contact => Some(&profile.contact),
        Known::Today => None,
    }
}

/// Where the profile of a case keeps that, to be written; None for the day, which no case holds.
#[must_use]
pub fn of_profile_mut(profile: &mut Profile, known: Known) -> Option<&mut String> {
    match known {
        Known::Firm => Some(&mut profile.firm),
        Known::Manager => Some(&mut profile.manager),
        Known::Deputy => Some(&mut profile.deputy),
        Known::Contact => Some(&mut profile.contact),
        Known::Today => None,
    }
}

/// The places of the columns that are not for a form which was not chosen. Where none was, all of them.
fn kept_columns(columns: &[Column], filling: Option<Filling<'_>>) -> Vec<usize> {
    let chosen = filling.map_or(&[][..], |filling| &filling.case.forms[..]);
    let is_kept = |column: &Column| match &column.form {
        Some(form) => chosen.is_empty() || chosen.contains(form),
        None => true,
    };
    (0..columns.len())
        .filter(|at| is_kept(&columns[*at]))
        .collect()
}

fn rows_of<'a>(
    columns: &'a [Column],
    kept: &[usize],
    rows: &'a Rows,
    filling: Option<Filling<'a>>,
) -> Vec<Vec<Said<'a>>> {
    let blank = |column: &Column| {
        if column.is_tick {
            Said::Tick
        } else {
            Said::Blank
        }
    };
    let empty = || {
        kept.iter()
            .map(|at| blank(&columns[*at]))
            .collect::<Vec<_>>()
    };
    let (mut written, least) = match rows {
        Rows::Empty(count) => (Vec::new(), usize::from(*count)),
        Rows::Information { count, form } => {
            let entries = filling.into_iter().flat_map(|filling| {
                let listed = filling.case.information.iter();
                listed.map(move |entry| (entry, filling))
            });
            let is_of_form = |entry: &Information| match form {
                Some(form) => entry.all_forms().contains(form),
                None => true,
            };
            let entries = entries.filter(|(entry, _)| is_of_form(entry));
            let row = |(entry, filling): (&'a Information, Filling<'a>)| {
                let cell = |at: &usize| match columns[*at].known {
                    Some(known) => of_entry(known, entry, filling),
                    None => blank(&columns[*at]),
                };
                kept.iter().map(cell).collect::<Vec<_>>()
            };
            (entries.map(row).collect(), usize::from(*count))
        }
        Rows::Given { rows, count } => {
            let row = |cells: &'a Vec<Option<Localized>>| {
                let cell = |at: &usize| match (&columns[*at], place_of(columns, *at)) {
                    (column, _) if column.is_tick => Said::Tick,
                    (_, place) => cells
                        .get(place)
                        .and_then(Option::as_ref)
                        .map_or(Said::Blank, Said::Pack),
                };
                kept.iter().map(cell).collect::<Vec<_>>()
            };
            let written: Vec<_> = rows.iter().map(row).collect();
            let least = written.len() + usize::from(*count);
            (written, least)
        }
    };
    while written.len() < least {
        written.push(empty());
    }
    written
}

/// Which of the written cells belongs to a column: boxes have none.
fn place_of(columns: &[Column], at: usize) -> usize {
    columns[..at]
        .iter()
        .filter(|column| !column.is_tick)
        .count()
}

fn of_entry<'a>(known: KnownOfEntry, entry: &'a Information, filling: Filling<'a>) -> Said<'a> {
    match known {
        KnownOfEntry::Number => entry.number.map_or(Said::Blank, Said::Number),
        KnownOfEntry::What => own(&entry.what),
        KnownOfEntry::Place => own(&entry.place),
        KnownOfEntry::SeenBy => own(&entry.seen_by),
        KnownOfEntry::Level => own(&entry.level),
        // What was not said is for the hand, not for a word of ours.
        KnownOfEntry::Owner if entry.owner().code().is_none() => Said::Blank,
        KnownOfEntry::Owner => Said::OwnerOf(entry),
        KnownOfEntry::Form => {
            let forms = entry.all_forms().iter().map(|id| {
                let form = filling.forms.iter().find(|form| form.id == *id);
                form.map_or(NamedForm::Id(id), |form| NamedForm::Pack(&form.title))
            });
            let forms: Vec<_> = forms.collect();
            if forms.is_empty() {
                Said::Blank
            } else {
                Said::Forms(forms)
            }
        }
    }
}

fn own(text: &str) -> Said<'_> {
    if says_nothing(text) {
        Said::Blank
    } else {
        Said::Own(text)
    }
}
