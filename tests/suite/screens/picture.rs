//! The pictures in the README: two screens as they are drawn, as SVG in light and dark. Each cell has its own place, so
//! that no font of the reader pushes the next letter away.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use mamori::text::width::{WidthMode, cells};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Modifier;

use super::{MIXED, at};

const CELL: u16 = 9;
const LINE: u16 = 20;
/// Around all of it.
const EDGE: u16 = 12;

/// What stands before the cells: letters and ground change places with the reader's setting.
const STYLE: &str = "<style>\
    svg{--ground:#fff;--letters:#1b1f24;--frame:#c8ccd1}\
    @media(prefers-color-scheme:dark){svg{--ground:#16191d;--letters:#e6e8eb;--frame:#4a5057}}\
    .w{fill:var(--ground);stroke:var(--frame)}.r{fill:var(--letters)}\
    text{fill:var(--letters);font:15px 'Noto Sans Mono CJK JP','BIZ UDGothic','MS Gothic','Osaka-Mono',monospace;\
    white-space:pre}\
    .b{font-weight:bold}.i{fill:var(--ground)}</style>";

/// How a cell is drawn, as a class of the style.
fn class(cell: &Cell) -> &'static str {
    let is = |modifier| cell.modifier.contains(modifier);
    match (is(Modifier::REVERSED), is(Modifier::BOLD)) {
        (true, true) => "i b",
        (true, false) => "i",
        (false, true) => "b",
        (false, false) => "",
    }
}

/// Letters beside each other that look alike, each with its place.
#[derive(Default)]
struct Run {
    class: &'static str,
    places: Vec<String>,
    letters: String,
}

impl Run {
    fn end(&mut self, svg: &mut String, y: u16) {
        // Blanks at the ends draw nothing.
        while self.letters.ends_with(' ') {
            self.letters.pop();
            self.places.pop();
        }
        if !self.letters.is_empty() {
            let (places, letters) = (self.places.join(" "), &self.letters);
            let class = match self.class {
                "" => String::new(),
                class => format!(" class=\"{class}\""),
            };
            writeln!(
                svg,
                "<text{class} x=\"{places}\" y=\"{y}\">{letters}</text>"
            )
            .expect("a text");
        }
        *self = Self::default();
    }
}

fn svg(buffer: &Buffer, said: &str) -> String {
    let area = buffer.area;
    let (width, height) = (area.width * CELL + 2 * EDGE, area.height * LINE + 2 * EDGE);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\">\n<title>{said}</title>\n{STYLE}\n\
         <rect class=\"w\" x=\".5\" y=\".5\" width=\"{}\" height=\"{}\" rx=\"6\"/>\n",
        width - 1,
        height - 1
    );
    for y in area.top()..area.bottom() {
        let (top, foot) = (EDGE + y * LINE, EDGE + y * LINE + 15);
        let mut run = Run::default();
        let mut x = area.left();
        while x < area.right() {
            let cell = &buffer[(x, y)];
            let taken = u16::try_from(cells(cell.symbol(), WidthMode::Narrow)).expect("a cell");
            let taken = taken.max(1);
            if class(cell) != run.class {
                run.end(&mut svg, foot);
                run.class = class(cell);
            }
            let left = EDGE + x * CELL;
            if run.class.starts_with('i') {
                let width = taken * CELL;
                writeln!(
                    svg,
                    "<rect class=\"r\" x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{LINE}\"/>"
                )
                .expect("a text");
            }
            let mut letters = cell.symbol().chars();
            let letter = letters.next().unwrap_or(' ');
            assert_eq!(
                letters.next(),
                None,
                "one letter a cell: {:?}",
                cell.symbol()
            );
            match letter {
                '<' => run.letters.push_str("&lt;"),
                '>' => run.letters.push_str("&gt;"),
                '&' => run.letters.push_str("&amp;"),
                letter => run.letters.push(letter),
            }
            run.places.push(left.to_string());
            x += taken;
        }
        run.end(&mut svg, foot);
    }
    svg + "</svg>\n"
}

#[test]
fn the_pictures_in_the_readme_are_what_is_drawn() {
    let readme = include_str!("../../../README.md");
    let result = format!("{MIXED} o End Up Up Enter");
    for (name, keys, said) in [
        (
            "question",
            "1 Right 1 Right 2 Space Down Space",
            "質問の画面",
        ),
        ("result", result.as_str(), "結果の画面"),
    ] {
        let stage = at(keys);
        let drawing = stage.drawing(80, 24, WidthMode::Narrow);
        let picture = svg(&drawing.cells, &format!("mamori: {said}"));
        assert!(readme.contains(&format!("(docs/{name}.svg)")), "{name}");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/{name}.svg"));
        if std::env::var("INSTA_UPDATE").is_ok_and(|how| how == "always") {
            fs::write(&path, &picture).expect("a file");
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            kept.replace("\r\n", "\n") == picture,
            "docs/{name}.svg is not what is drawn. After a change that you meant: INSTA_UPDATE=always cargo test \
             the_pictures_in_the_readme, then look at it in a browser, light and dark."
        );
    }
}
