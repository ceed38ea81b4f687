//! Floor 3: draws a page. Decides nothing and changes nothing but the memo of wrapped texts.
//! Frames and marks are of ASCII, so that they hold on every terminal.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::SMALLEST;
use crate::app::action::Action;
use crate::app::note::WIDEST;
use crate::app::page::{Keeping, Page};
use crate::text::catalog::Catalog;
use crate::text::width::{WidthMode, cells, shortened};
use crate::text::{Message, Text};

mod layout;
mod line;
mod memo;
mod progress;
mod put;
mod qr_code;
mod rows;
mod theme;

pub use memo::Memo;
pub use theme::Theme;

use layout::Layout;
use put::put;
use theme::Role;

/// A window narrower than this has room for the short form of where one is.
const NARROW: u16 = 50;

/// So much of a check's name says which one it is.
const LEAST_TITLE: usize = 5;

/// How to show a page: in which words, colours and widths.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    pub catalog: &'a Catalog,
    pub theme: Theme,
    pub width: WidthMode,
}

/// What stands where, so that a click can become an action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    spots: Vec<(Rect, Action)>,
    cursor: Option<Position>,
}

impl Drawn {
    /// What a click on this cell means.
    #[must_use]
    pub fn at(&self, column: u16, line: u16) -> Option<Action> {
        let hit = |(area, _): &&(Rect, Action)| area.contains(Position::new(column, line));
        self.spots.iter().find(hit).map(|(_, action)| *action)
    }

    /// Where the terminal's own cursor belongs although it is hidden: screen magnifiers and the windows of Japanese input
    /// follow it. At the mark of the selected row, else where the page begins. None where a field shows it, and in a window
    /// that is too small.
    #[must_use]
    pub fn cursor(&self) -> Option<Position> {
        self.cursor
    }

    /// Whether nothing was drawn that can be chosen, or nothing since the last change.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.spots.is_empty()
    }

    /// Whether what stands for this action is in the window.
    #[must_use]
    pub fn shows(&self, action: Action) -> bool {
        self.spots.iter().any(|(_, shown)| *shown == action)
    }
}

/// Draws `page` into the whole frame, at any size down to nothing.
pub fn draw(page: &Page<'_>, look: Look<'_>, memo: &mut Memo, frame: &mut Frame) -> Drawn {
    let area = frame.area();
    let area = Rect {
        width: area.width.min(WIDEST),
        ..area
    };
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        too_small(page, look, memo, frame);
        return Drawn::default();
    }
    let layout = Layout::of(page, look, memo, area);
    let mut pen = Pen {
        buffer: frame.buffer_mut(),
        look,
        drawn: Drawn::default(),
    };
    header(&mut pen, page, area);
    let cursor = layout.body(&mut pen);
    layout.foot(&mut pen);
    let mut drawn = pen.drawn;
    if let Some(position) = cursor {
        drawn.cursor = None;
        frame.set_cursor_position(position);
    }
    drawn
}

/// Where things are drawn, and the places that were drawn so far.
struct Pen<'a, 'b> {
    buffer: &'b mut Buffer,
    look: Look<'a>,
    drawn: Drawn,
}

impl Pen<'_, '_> {
    /// Writes one line from `x` on, not beyond `limit` cells; gives the cells it took.
    fn put(&mut self, x: u16, y: u16, limit: u16, text: &str, role: Role) -> u16 {
        let style = self.look.theme.style(role);
        put(
            self.buffer,
            Position::new(x, y),
            limit,
            text,
            style,
            self.look.width,
        )
    }

    fn spot(&mut self, area: Rect, action: Action) {
        self.drawn.spots.push((area, action));
    }
}

/// One bar, and under it how far the walk has come.
fn header(pen: &mut Pen<'_, '_>, page: &Page<'_>, area: Rect) {
    let catalog = pen.look.catalog;
    let mode = pen.look.width;
    let said = |text: &Text<'_>| catalog.text(text).into_owned();
    let width = |text: &str| u16::try_from(cells(text, mode)).unwrap_or(u16::MAX);
    pen.put(
        area.x,
        area.y,
        area.width,
        &" ".repeat(usize::from(area.width)),
        Role::Bar,
    );
    let name = catalog.message(&Message::new("app-name"));
    let title = page.title.as_ref().map(said);
    let left = match &title {
        Some(title) => format!("{name} | {title}"),
        None => name.clone(),
    };
    let keeping = page.keeping.map(|keeping| {
        // What needs care stands out of the bar.
        let (id, role) = match keeping {
            Keeping::Saving => ("keeping-saving", Role::Bar),
            Keeping::Saved => ("keeping-saved", Role::Bar),
            Keeping::Draft => ("keeping-draft", Role::Bar),
            Keeping::Failed => ("keeping-failed", Role::Strong),
            Keeping::Looking => ("keeping-looking", Role::Strong),
        };
        (catalog.message(&Message::new(id)), role)
    });
    let kept = keeping.as_ref().map_or(0, |(text, _)| width(text) + 3);
    let room = area.width.saturating_sub(kept + 2);
    // The short place where the long one would push the check's name away.
    let shown_here = page.breadcrumb.as_ref().filter(|_| page.progress.is_none());
    let breadcrumb = shown_here.map(|(long, short)| {
        let long = said(long);
        if width(&long) + width(&left).min(area.width / 2) + 3 <= room {
            long
        } else {
            said(short)
        }
    });
    let breadcrumb_width = breadcrumb.as_deref().map_or(0, |text| width(text) + 3);
    let left_room = room.saturating_sub(breadcrumb_width);
    let left = left_of_header(&name, title.as_deref(), usize::from(left_room), mode);
    pen.put(area.x + 1, area.y, left_room, &left, Role::Bar);
    let end = area.x + area.width - 1;
    if let Some(breadcrumb) = breadcrumb {
        let start = end.saturating_sub(kept + width(&breadcrumb));
        pen.put(start, area.y, width(&breadcrumb), &breadcrumb, Role::Bar);
    }
    if let Some((text, role)) = keeping {
        let start = end.saturating_sub(width(&text));
        pen.put(start, area.y, width(&text), &text, role);
    }
    walked(pen, page, area);
}

/// The second line: a bar by section, and at which question one is.
fn walked(pen: &mut Pen<'_, '_>, page: &Page<'_>, area: Rect) {
    let (Some(progress), Some((long, short))) = (&page.progress, &page.breadcrumb) else {
        return;
    };
    let text = if area.width < NARROW { short } else { long };
    let text = pen.look.catalog.text(text).into_owned();
    let taken = u16::try_from(cells(&text, pen.look.width)).unwrap_or(area.width);
    let end = area.right().saturating_sub(1);
    let y = area.y + 1;
    pen.put(end.saturating_sub(taken), y, taken, &text, Role::Plain);
    let mut x = area.x + 2;
    let room = end.saturating_sub(taken + 3).saturating_sub(x);
    for (piece, role) in progress::pieces(progress, usize::from(room)) {
        x += pen.put(x, y, area.right().saturating_sub(x), &piece, role);
    }
}

/// The program and the check; of a long name the start. Where both have no room it is the check that is named.
fn left_of_header(name: &str, title: Option<&str>, room: usize, mode: WidthMode) -> String {
    let Some(title) = title else {
        return shortened(name, room, mode).into_owned();
    };
    let before = format!("{name} | ");
    let beside = room.saturating_sub(cells(&before, mode));
    if beside >= cells(title, mode).min(LEAST_TITLE) {
        before + &shortened(title, beside, mode)
    } else {
        shortened(title, room, mode).into_owned()
    }
}

fn too_small(page: &Page<'_>, look: Look<'_>, memo: &mut Memo, frame: &mut Frame) {
    let area = frame.area();
    let id = match page.keeping {
        Some(Keeping::Failed) => "window-too-small-unsaved",
        _ => "window-too-small",
    };
    let message = Message::new(id)
        .with("columns", usize::from(area.width))
        .with("lines", usize::from(area.height));
    let text = look.catalog.message(&message);
    let lines = memo.wrap(&text, usize::from(area.width), look.width);
    let mut pen = Pen {
        buffer: frame.buffer_mut(),
        look,
        drawn: Drawn::default(),
    };
    for (y, line) in (area.y..area.y + area.height).zip(lines.iter()) {
        pen.put(area.x, y, area.width, line, Role::Plain);
    }
}
