//! Rows of plain text with their cells under each other, by the width that terminals draw.
//! Wraps and cuts nothing: what is printed may go into a file as well.

use super::width::{WidthMode, cells};

/// A cell wider than this pushes its own row alone aside: with it every row would run past the window.
const WIDEST: usize = 60;

/// What stands between two columns.
const GAP: &str = "  ";

/// One line a row. The last cell of a row is not padded; a row may have fewer cells than others.
#[must_use]
pub fn columns(rows: &[Vec<String>]) -> Vec<String> {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..count)
        .map(|column| {
            let cells_in = rows.iter().filter_map(|row| row.get(column));
            let widths = cells_in.map(|cell| width(cell));
            widths.map(|width| width.min(WIDEST)).max().unwrap_or(0)
        })
        .collect();
    rows.iter().map(|row| line(row, &widths)).collect()
}

fn line(row: &[String], widths: &[usize]) -> String {
    let mut line = String::new();
    // A column that is empty in every row takes no room.
    for (cell, wanted) in row.iter().zip(widths).filter(|(_, wanted)| **wanted > 0) {
        line.push_str(cell);
        line.push_str(&" ".repeat(wanted.saturating_sub(width(cell))));
        line.push_str(GAP);
    }
    line.truncate(line.trim_end().len());
    line
}

// What is printed does not know the terminal; nearly every one draws these narrow.
fn width(text: &str) -> usize {
    cells(text, WidthMode::Narrow)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kanji_takes_the_room_of_two_letters() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let lines = columns(&[row(["ab", "図面", "x"]), row(["形", "abcde", ""])]);
        assert_eq!(lines, ["ab  図面   x", "形  abcde"]);
    }

    #[test]
    fn one_very_long_name_moves_no_other_row() {
        let long = "長".repeat(400);
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let lines = columns(&[row(["a", &long, "x"]), row(["b", "形", "y"])]);
        assert_eq!(lines[0], format!("a  {long}  x"));
        assert_eq!(lines[1].len(), "b  形  y".len() + WIDEST - 2);
    }

    #[test]
    fn a_column_that_is_empty_takes_no_room() {
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        assert_eq!(columns(&[row(["", "x"]), row(["", "y"])]), ["x", "y"]);
        assert_eq!(columns(&[]), [""; 0]);
    }
}
