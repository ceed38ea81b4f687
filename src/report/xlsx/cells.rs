//! The cells of a workbook that somebody brings, from its bytes. Looks first how much there is: nothing is unpacked that
//! is larger than a workbook to fill can be. Quotes nothing of it.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, copy, sink};

use calamine::{Cell as Found, DataRef, ExcelDateTime, Reader, Xlsx, open_workbook_from_rs};
use zip::ZipArchive;

use crate::questionnaire::moment::{Day, Moment};
use crate::questionnaire::seen::says_nothing;
use crate::questionnaire::workbook::{Book, Cell, HIDDEN, Sheet, WorkbookFault};

/// More than this, in bytes, is not looked at.
pub const LIMIT: u64 = 8_000_000;
/// The most that one part of it may hold unpacked, and all of them together.
const LARGEST_PART: u64 = 8_000_000;
const MOST_UNPACKED: u64 = 24_000_000;
/// The same of its styles: of each much is made.
const LARGEST_STYLES: u64 = 1_000_000;
const MOST_PARTS: usize = 500;
const MOST_SHEETS: usize = 20;
/// The most cells that hold something, and the most bytes of text in them.
const MOST_CELLS: usize = 100_000;
const MOST_TEXT: usize = 5_000_000;

/// How a packed file begins, one without anything in it, and one of Excel's old format or under a password.
const PACKED: &[u8] = b"PK\x03\x04";
const EMPTY: &[u8] = b"PK\x05\x06";
/// The mark at the end with the longest comment behind it.
const LONGEST_END: usize = 22 + 0xFFFF;
const OLD: &[u8] = b"\xD0\xCF\x11\xE0";

/// Whether the bytes are meant to be a workbook, whether or not they can be read as one.
#[must_use]
pub fn is_workbook(bytes: &[u8]) -> bool {
    [PACKED, EMPTY, OLD]
        .iter()
        .any(|start| bytes.starts_with(start))
}

/// Whether one of its sheets has the name of the hidden one. Unpacks the list of sheets alone; a workbook in which it has
/// another name now, or that is damaged, does not say so.
#[must_use]
pub fn names_our_sheet(bytes: &[u8]) -> bool {
    let list = ZipArchive::new(Cursor::new(bytes))
        .ok()
        .and_then(|mut archive| {
            let part = archive.by_name("xl/workbook.xml").ok()?;
            let mut list = String::new();
            part.take(LARGEST_STYLES).read_to_string(&mut list).ok()?;
            Some(list)
        });
    let name = format!("name=\"{HIDDEN}\"");
    // Not an error: of what cannot be read nobody has said that it is ours, and whoever opens it by name is told.
    list.is_some_and(|list| list.contains(&name))
}

pub fn book(bytes: &[u8]) -> Result<Book, WorkbookFault> {
    if bytes.starts_with(OLD) {
        return Err(WorkbookFault::OldOrLocked);
    }
    if !is_workbook(bytes) {
        return Err(WorkbookFault::NotAWorkbook);
    }
    fits(bytes)?;
    // Not an error: what this library cannot read is told as damaged, whatever it says of it.
    let mut found: Xlsx<_> =
        open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| WorkbookFault::Damaged)?;
    let names = found.sheet_names();
    if names.len() > MOST_SHEETS {
        return Err(WorkbookFault::TooLarge);
    }
    let is_from_1904 = found.has_1904_epoch();
    let mut left = Left {
        cells: MOST_CELLS,
        text: MOST_TEXT,
    };
    let mut sheets = Vec::new();
    for name in names {
        let cells = cells_of(&mut found, &name, &mut left)?;
        sheets.push(Sheet { name, cells });
    }
    Ok(Book {
        sheets,
        is_from_1904,
        saved: saved(&mut found),
    })
}

struct Left {
    cells: usize,
    text: usize,
}

/// Whether the list of its parts, which is written last, is closed: by a mark that stands before a comment of up to 64 KiB.
fn has_its_end(bytes: &[u8]) -> bool {
    let last = bytes.len().saturating_sub(LONGEST_END);
    let mut ends = bytes[last..].windows(EMPTY.len());
    ends.any(|end| end == EMPTY)
}

/// How much there is, unpacked part by part into nothing. What the file says of itself may be wrong.
fn fits(bytes: &[u8]) -> Result<(), WorkbookFault> {
    if u64::try_from(bytes.len()).map_or(true, |length| length > LIMIT) {
        return Err(WorkbookFault::TooLarge);
    }
    let damaged = |_| WorkbookFault::Damaged;
    let archive = ZipArchive::new(Cursor::new(bytes));
    let mut archive = archive.map_err(|_| {
        if has_its_end(bytes) {
            WorkbookFault::Damaged
        } else {
            WorkbookFault::CutOff
        }
    })?;
    if archive.len() > MOST_PARTS {
        return Err(WorkbookFault::TooLarge);
    }
    let mut is_one = false;
    let mut all = 0;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(damaged)?;
        let name = part.name().map_err(damaged)?.to_ascii_lowercase();
        is_one |= name.ends_with("workbook.xml");
        let most = if name.ends_with("styles.xml") {
            LARGEST_STYLES
        } else {
            LARGEST_PART
        };
        let length = copy(&mut part.take(most + 1), &mut sink());
        let length = length.map_err(|_| WorkbookFault::Damaged)?;
        all += length;
        if length > most || all > MOST_UNPACKED {
            return Err(WorkbookFault::TooLarge);
        }
    }
    if is_one {
        Ok(())
    } else {
        Err(WorkbookFault::NotAWorkbook)
    }
}

type Opened<'a> = Xlsx<Cursor<&'a [u8]>>;

/// The cells of a sheet that hold something. One that is no table, such as a chart, has none.
fn cells_of(
    found: &mut Opened<'_>,
    name: &str,
    left: &mut Left,
) -> Result<BTreeMap<(u32, u32), Cell>, WorkbookFault> {
    let mut cells = BTreeMap::new();
    let mut reader = match found.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        Err(calamine::XlsxError::NotAWorksheet(_)) => return Ok(cells),
        // Not an error: it is told as damaged.
        Err(_) => return Err(WorkbookFault::Damaged),
    };
    // Not an error: the same.
    while let Some(cell) = reader.next_cell().map_err(|_| WorkbookFault::Damaged)? {
        let Some(value) = value_of(&cell) else {
            continue;
        };
        let length = match &value {
            Cell::Text(text) => text.len(),
            _ => 0,
        };
        left.cells = left.cells.checked_sub(1).ok_or(WorkbookFault::TooLarge)?;
        left.text = left
            .text
            .checked_sub(length)
            .ok_or(WorkbookFault::TooLarge)?;
        cells.insert(cell.get_position(), value);
    }
    Ok(cells)
}

fn value_of(cell: &Found<DataRef<'_>>) -> Option<Cell> {
    let text = |text: &str| (!says_nothing(text)).then(|| Cell::Text(text.to_owned()));
    match cell.get_value() {
        DataRef::Empty => None,
        DataRef::String(it) | DataRef::DateTimeIso(it) | DataRef::DurationIso(it) => text(it),
        DataRef::SharedString(it) => text(it),
        DataRef::Int(number) => Some(Cell::Text(number.to_string())),
        DataRef::Float(number) => Some(Cell::Number(*number)),
        DataRef::Bool(yes) => Some(Cell::YesOrNo(*yes)),
        DataRef::DateTime(at) => Some(day_of(*at).map_or(Cell::Number(at.as_f64()), Cell::Day)),
        DataRef::Error(_) => Some(Cell::Mistake),
    }
}

/// None of a time without a day.
fn day_of(at: ExcelDateTime) -> Option<Day> {
    if !at.is_datetime() || at.as_f64() < 1.0 {
        return None;
    }
    let (year, month, day, ..) = at.to_ymd_hms_milli();
    Day::parse(&format!("{year:04}-{month:02}-{day:02}"))
}

/// When somebody has saved it, if it says so. One that nobody has saved since it was made says the same of both.
fn saved(found: &mut Opened<'_>) -> Option<Moment> {
    // Not an error: then it is of when it is read.
    let properties = found.workbook_properties().ok()?;
    let saved = properties.modified?;
    if properties.created.as_ref() == Some(&saved) {
        return None;
    }
    Moment::parse(&saved)
}
