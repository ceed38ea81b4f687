//! Cells of a workbook as values, whoever has read them.

use std::collections::BTreeMap;
use std::fmt;

use crate::questionnaire::moment::{Day, Moment};

/// What stands in a cell; an empty one is not there.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text(String),
    Number(f64),
    /// A number that is shown as a day.
    Day(Day),
    YesOrNo(bool),
    /// A formula that could not be worked out.
    Mistake,
}

/// One sheet: its cells by row and column, both from 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    pub name: String,
    pub cells: BTreeMap<(u32, u32), Cell>,
}

/// A workbook as it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Book {
    pub sheets: Vec<Sheet>,
    /// Its days are counted from 1904, as old Macs did.
    pub is_from_1904: bool,
    /// When it was saved last, by somebody who filled it.
    pub saved: Option<Moment>,
}

/// The place of a cell: written as people read it, such as D7.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    pub sheet: String,
    pub row: u32,
    pub column: u32,
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut left = u64::from(self.column) + 1;
        while left > 0 {
            let letter = u8::try_from((left - 1) % 26).unwrap_or(0);
            letters.push(char::from(b'A' + letter));
            left = (left - 1) / 26;
        }
        let letters: String = letters.into_iter().rev().collect();
        write!(f, "{letters}{}", u64::from(self.row) + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_written_as_people_read_it() {
        for (row, column, said) in [(0, 0, "A1"), (6, 3, "D7"), (9, 25, "Z10"), (0, 26, "AA1")] {
            let sheet = String::new();
            assert_eq!(At { sheet, row, column }.to_string(), said);
        }
    }
}
