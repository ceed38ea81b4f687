//! The code for a phone, read back from the cells of the screen as a camera would see them.

use mamori::app::event::Event;
use mamori::app::page::Kind;
use mamori::text::width::WidthMode;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

use super::at;

/// How many dots of the picture a half cell is wide and high.
const DOTS: usize = 4;

/// Whether the upper and the lower half of a cell are light; None for a cell of no code.
fn halves(buffer: &Buffer, x: u16, y: u16) -> Option<(bool, bool)> {
    let cell = &buffer[(x, y)];
    let light = |colour| match colour {
        Color::White => Some(true),
        Color::Black => Some(false),
        _ => None,
    };
    let (ink, paper) = (light(cell.fg)?, light(cell.bg)?);
    Some(match cell.symbol() {
        " " => (paper, paper),
        "\u{2580}" => (ink, paper),
        "\u{2584}" => (paper, ink),
        other => panic!("{other:?} in a code"),
    })
}

/// What a phone reads from the screen; `column` is how many half lines a column is wide.
fn read(buffer: &Buffer) -> Option<String> {
    let area = buffer.area;
    let (wide, high) = (usize::from(area.width), usize::from(area.height) * 2);
    let mut dots = vec![vec![128_u8; wide * DOTS]; high * DOTS];
    for y in 0..area.height {
        for x in 0..area.width {
            let Some((upper, lower)) = halves(buffer, x, y) else {
                continue;
            };
            for (half, light) in [upper, lower].into_iter().enumerate() {
                let top = (usize::from(y) * 2 + half) * DOTS;
                let left = usize::from(x) * DOTS;
                for line in &mut dots[top..top + DOTS] {
                    line[left..left + DOTS].fill(if light { 255 } else { 0 });
                }
            }
        }
    }
    let mut picture =
        rqrr::PreparedImage::prepare_from_greyscale(wide * DOTS, high * DOTS, |x, y| dots[y][x]);
    let grids = picture.detect_grids();
    let (_, text) = grids.first()?.decode().ok()?;
    Some(text)
}

/// The screens with the codes of every contact that has an address, with that address.
fn codes() -> Vec<(crate::stage::Stage, String)> {
    let mut found = Vec::new();
    let mut stage = at("o End Up Up Up Enter");
    let contacts = stage.page().actions().len();
    for _ in 0..contacts {
        let mut opened = stage.clone();
        opened.play("Enter");
        let page = opened.page();
        let address = page.rows.iter().find(|row| row.kind == Kind::Text);
        if page.screen == mamori::app::Screen::Code {
            let Some(mamori::text::Text::Own(url)) = address.map(|row| &row.text) else {
                panic!("no address on {page:?}");
            };
            found.push((opened.clone(), url.to_string()));
        }
        stage.play("Down");
    }
    found
}

#[test]
fn a_phone_reads_the_address_from_the_screen() {
    let codes = codes();
    assert_eq!(codes.len(), 11, "the addresses of the first pack");
    for (stage, url) in &codes {
        // Half blocks at 80x30, whole cells where there is room, and nothing else on a wide terminal.
        for (columns, lines) in [(80, 30), (80, 50), (120, 60)] {
            let drawing = stage.drawing(columns, lines, WidthMode::Narrow);
            assert_eq!(
                read(&drawing.cells).as_ref(),
                Some(url),
                "{columns}x{lines}"
            );
        }
    }
    // The shorter ones fit into the usual window.
    let drawing = codes[0].0.drawing(80, 24, WidthMode::Narrow);
    assert_eq!(read(&drawing.cells).as_ref(), Some(&codes[0].1));
}

#[test]
fn a_wide_terminal_gets_whole_cells_and_a_low_one_the_address_alone() {
    for (stage, url) in codes() {
        let mut wide = stage.clone();
        wide.app.take_width(WidthMode::Wide);
        let drawing = wide.drawing(80, 50, WidthMode::Wide);
        assert!(!drawing.text.contains(['\u{2580}', '\u{2584}']));
        assert_eq!(read(&drawing.cells).as_ref(), Some(&url));
        for (stage, columns, lines) in [(&wide, 80, 24), (&stage, 80, 20), (&stage, 40, 12)] {
            let drawing = stage.drawing(columns, lines, WidthMode::Narrow);
            assert_eq!(read(&drawing.cells), None);
            assert!(
                drawing.text.contains("場所がありません"),
                "{}",
                drawing.text
            );
            let words: String = drawing.text.split_whitespace().collect();
            assert!(words.contains(&url), "{}", drawing.text);
        }
    }
}

#[test]
fn a_code_is_dark_on_light_whatever_the_terminals_colours() {
    let (stage, _) = codes().remove(0);
    let drawing = stage.drawing(80, 24, WidthMode::Narrow);
    let is_code = |x, y| halves(&drawing.cells, x, y).is_some();
    let cells: Vec<(u16, u16)> = (0..24)
        .flat_map(|y| (0..80).map(move |x| (x, y)))
        .filter(|(x, y)| is_code(*x, *y))
        .collect();
    assert_eq!(cells.len(), 33 * 17, "29 modules and two on each side");
    for (x, y) in cells {
        assert!(!drawing.cells[(x, y)].modifier.contains(Modifier::REVERSED));
    }
}

#[test]
fn lines_give_the_address_and_no_code() {
    let (mut stage, url) = codes().remove(0);
    stage.happen(Event::Resize(u16::MAX, u16::MAX));
    let said = mamori::plain::lines(
        &stage.app,
        &crate::stage::words("ja"),
        mamori::plain::Letters::All,
    );
    assert!(said.contains(&url), "{said}");
    assert!(!said.contains("カメラ"), "{said}");
}
