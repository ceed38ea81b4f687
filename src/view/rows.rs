//! Turns the rows of a page into lines of a width: columns, hanging indents, marks, fields.

use crate::app::note::line_cells;
use crate::app::page::{Bar, Editable, Kind, Page, Row};
use crate::questionnaire::case::PointState;
use crate::text::Message;
use crate::text::width::{cells, shortened};
use crate::text::wrap::wrap_offsets;
use crate::view::line::Line;
use crate::view::progress::{DONE, OPEN};
use crate::view::theme::Role;
use crate::view::{Look, Memo};

mod inline;

/// The gap between columns, in cells.
const GAP: usize = 3;
/// A note shows its first lines below the answers; opened, it shows all of them.
const NOTE: usize = 2;
/// The lines that a right column takes where it stands under its text.
const BELOW: usize = 2;
/// The cells of a bar beside its numbers.
const BAR: usize = 8;
/// Stands at the left of what an answer gives back.
const ASIDE: &str = "|";
/// Says that a note goes on.
const MORE: &str = " ...";
/// The text of a row keeps at least this many cells beside its right columns.
const LEAST_TEXT: usize = 16;

/// Lays the rows of one page out: columns are as wide as their widest on the page.
pub(super) struct Rows<'a> {
    page: &'a Page<'a>,
    look: Look<'a>,
    columns: u16,
    width: usize,
    column: usize,
    caption_column: usize,
    under_column: usize,
    right: Vec<usize>,
    /// Whether every bar of the page has room beside its row's texts.
    shows_bars: bool,
}

impl<'a> Rows<'a> {
    /// For a page of so many columns; one cell at either edge stays free.
    pub(super) fn new(page: &'a Page<'a>, look: Look<'a>, columns: u16) -> Self {
        let said = |text| cells(&look.catalog.text(text), look.width);
        let widest = |wanted: &dyn Fn(&Row<'_>) -> bool| {
            page.rows
                .iter()
                .filter(|row| wanted(row))
                .filter_map(|row| row.column.as_ref().map(said))
                .max()
                .unwrap_or(0)
        };
        let mut right = Vec::new();
        for row in page
            .rows
            .iter()
            .filter(|row| row.kind != Kind::Heading && !is_inline(row) && row.right.len() > 1)
        {
            for (index, text) in row.right.iter().enumerate() {
                let width = said(text);
                match right.get_mut(index) {
                    None => right.push(width),
                    Some(widest) => *widest = width.max(*widest),
                }
            }
        }
        let mut rows = Self {
            page,
            look,
            columns,
            width: usize::from(columns.saturating_sub(2)),
            column: widest(&|row| {
                row.kind != Kind::Caption && row.kind != Kind::Why && !is_under(row)
            }),
            caption_column: widest(&|row| row.kind == Kind::Caption),
            under_column: widest(&is_under),
            right,
            shows_bars: true,
        };
        rows.shows_bars = page.rows.iter().all(|row| rows.has_room_for_its_bar(row));
        rows
    }

    fn has_room_for_its_bar(&self, row: &Row<'_>) -> bool {
        let mode = self.look.width;
        let right = self.right_columns(row);
        let right = right.last().map_or(0, |(x, text)| x + cells(text, mode));
        let text = cells(&self.look.catalog.text(&row.text), mode);
        row.bar.is_none() || indent_of(row) + self.column + GAP + text + 2 + right <= self.width
    }

    /// The lines of the row at `index` on the page. What is selected is one bar; what an answer gives back
    /// stands behind a mark.
    pub(super) fn lines(&self, index: usize, memo: &mut Memo) -> Vec<Line> {
        let row = &self.page.rows[index];
        if row.kind == Kind::Blank {
            return vec![Line::default()];
        }
        if is_inline(row) {
            return self.inline(row);
        }
        let mark = indent_of(row) - 2;
        let mut lines = self.unmarked(row, memo);
        if self.is_selected(row) {
            if row.field.is_none() {
                let ends = lines.iter().map(|line| line.end(self.look.width));
                let end = ends.max().unwrap_or(0) + 1;
                for line in &mut lines {
                    line.band(mark.saturating_sub(1), end);
                }
            }
            if let Some(first) = lines.first_mut() {
                first.select(mark);
            }
        } else if row.kind == Kind::Reply {
            for line in &mut lines {
                line.push(mark, ASIDE, Role::Strong, None);
            }
        }
        lines
    }

    fn is_selected(&self, row: &Row<'_>) -> bool {
        row.action.is_some() && row.action == self.page.cursor
    }

    fn unmarked(&self, row: &Row<'_>, memo: &mut Memo) -> Vec<Line> {
        let role = if self.is_selected(row) {
            Role::Cursor
        } else {
            role_of(row.kind)
        };
        let mut head = Line::default();
        let mut start = indent_of(row);
        let prefix = self.prefix(row.kind);
        if !prefix.is_empty() {
            head.push(start, &prefix, role, None);
            if let Kind::Answer { digit, .. } = row.kind
                && role == Role::Plain
            {
                let before = cells(&prefix, self.look.width) - 2;
                head.push(start + before, &digit.to_string(), Role::Strong, None);
            }
            start += cells(&prefix, self.look.width);
        }
        if let Some(column) = &row.column {
            let text = self.look.catalog.text(column);
            head.push(start, &text, role, None);
            start += match row.kind {
                Kind::Why => cells(&text, self.look.width) + 1,
                Kind::Caption => self.caption_column + 2,
                _ => self.column_of(row) + GAP,
            };
        }
        if let Some(field) = row.field {
            return self.field(row, field, head, start, role);
        }
        if let Some(code) = &row.code {
            return crate::view::qr_code::lines(code, start);
        }
        self.text(row, head, start, role, memo)
    }

    /// The row's text, wrapped, with its right columns at the end of the first line if they fit there.
    fn text(
        &self,
        row: &Row<'_>,
        head: Line,
        start: usize,
        role: Role,
        memo: &mut Memo,
    ) -> Vec<Line> {
        let text = self.look.catalog.text(&row.text);
        let mode = self.look.width;
        let right = self.right_columns(row);
        let right_width = right.last().map_or(0, |(x, text)| x + cells(text, mode));
        let kept_free = if row.kind == Kind::Note {
            MORE.len()
        } else {
            0
        };
        let full = self.width.saturating_sub(start + kept_free).max(1);
        let beside = full.saturating_sub(right_width + 2);
        let fits = right.is_empty() || cells(&text, mode) <= beside || beside >= LEAST_TEXT;
        let wrapped = memo.wrap(
            &text,
            if fits && !right.is_empty() {
                beside
            } else {
                full
            },
            mode,
        );
        let mut lines = vec![head];
        let shown = if row.kind == Kind::Note {
            NOTE
        } else {
            wrapped.len()
        };
        for (at, piece) in wrapped.iter().take(shown).enumerate() {
            if at > 0 {
                lines.push(Line::default());
            }
            if let Some(line) = lines.last_mut() {
                line.push(start, piece, role, None);
            }
        }
        if wrapped.len() > shown
            && let Some(line) = lines.last_mut()
        {
            line.push(self.width.saturating_sub(MORE.len()), MORE, role, None);
        }
        if right.is_empty() {
            return lines;
        }
        if !fits {
            lines.extend(self.below(row, start, role, memo));
            return lines;
        }
        let left = self.width.saturating_sub(right_width);
        for (x, text) in right {
            lines[0].push(left + x, &text, role, None);
        }
        lines
    }

    /// The right columns where they have no room beside the text: under it.
    fn below(&self, row: &Row<'_>, start: usize, role: Role, memo: &mut Memo) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        let mut x = start;
        for text in &row.right {
            let text = self.look.catalog.text(text);
            let width = cells(&text, self.look.width);
            if width == 0 {
                continue;
            }
            if lines.is_empty() || x + width > self.width {
                lines.push(Line::default());
                x = start;
            }
            // To the edge of the window: what is wider than that goes on below, and then says that it goes on.
            let room = usize::from(self.columns).saturating_sub(start).max(1);
            let wrapped = memo.wrap(&text, room, self.look.width);
            for (at, piece) in wrapped.iter().take(BELOW).enumerate() {
                if at > 0 {
                    lines.push(Line::default());
                }
                let Some(line) = lines.last_mut() else { break };
                if at + 1 == BELOW && wrapped.len() > BELOW {
                    let rest = format!("{piece}{}", wrapped[BELOW]);
                    let piece = shortened(&rest, room, self.look.width);
                    line.push(x, &piece, role, None);
                } else {
                    line.push(x, piece, role, None);
                }
            }
            x += width + GAP;
        }
        lines
    }

    /// The right columns with the cell at which each starts, from the start of the block.
    fn right_columns(&self, row: &Row<'_>) -> Vec<(usize, String)> {
        let mut x = 0;
        let mut columns = Vec::new();
        if let Some(bar) = row.bar.filter(|_| self.shows_bars) {
            columns.push((x, bar_of(bar, BAR)));
            x += BAR + GAP;
        }
        for (index, text) in row.right.iter().enumerate() {
            let text = self.look.catalog.text(text).into_owned();
            let own = cells(&text, self.look.width);
            // One that stands alone is flush right: it need not be as wide as others.
            let width = match row.kind {
                Kind::Heading => own,
                _ if row.right.len() == 1 => own,
                _ => self.right.get(index).copied().unwrap_or(own),
            };
            columns.push((x, text));
            x += width + GAP;
        }
        // A block is as wide as its columns, whatever stands in the last.
        if row.right.len() > 1
            && row.kind != Kind::Heading
            && let (Some((_, last)), Some(width)) =
                (columns.last_mut(), self.right.get(row.right.len() - 1))
        {
            let missing = width.saturating_sub(cells(last, self.look.width));
            last.push_str(&" ".repeat(missing));
        }
        columns
    }

    /// A field: its label, then the text under edit with the cell of the cursor.
    fn field(
        &self,
        row: &Row<'_>,
        field: Editable<'_>,
        mut head: Line,
        start: usize,
        role: Role,
    ) -> Vec<Line> {
        let mode = self.look.width;
        let label = self.look.catalog.text(&row.text);
        let mut start = start;
        if !label.is_empty() {
            head.push(start, &label, role, None);
            start += cells(&label, mode) + 1;
        }
        let width = if field.many_lines {
            line_cells(self.columns)
        } else {
            // One cell stays free at the end, for the cursor after the last character.
            self.width.saturating_sub(start + 1).max(2)
        };
        let mut lines = Vec::new();
        let ranges = wrap_offsets(field.text, width, mode);
        for (at, range) in ranges.iter().enumerate() {
            let mut line = if at == 0 {
                std::mem::take(&mut head)
            } else {
                Line::default()
            };
            let text = &field.text[range.clone()];
            let role = if field.is_chosen {
                Role::Bar
            } else {
                Role::Plain
            };
            line.push(start, text, role, None);
            let next = ranges.get(at + 1).map_or(usize::MAX, |next| next.start);
            if range.start <= field.cursor && field.cursor < next {
                let upto = &field.text[range.start..field.cursor.min(range.end)];
                line.caret = Some(start + cells(upto, mode).min(width));
            }
            lines.push(line);
        }
        if lines.is_empty() {
            head.caret = Some(start);
            lines.push(head);
        }
        lines
    }

    fn column_of(&self, row: &Row<'_>) -> usize {
        if is_under(row) {
            self.under_column
        } else {
            self.column
        }
    }

    fn prefix(&self, kind: Kind) -> String {
        match kind {
            Kind::Point { state } => match state {
                PointState::There => "[x] ",
                PointState::Open => "[ ] ",
                PointState::None => "[-] ",
            }
            .to_owned(),
            Kind::PointNone { chosen } => if chosen { "    (x) " } else { "    ( ) " }.to_owned(),
            Kind::Check { ticked } => if ticked { "[x] " } else { "[ ] " }.to_owned(),
            Kind::Radio { chosen } => if chosen { "(x) " } else { "( ) " }.to_owned(),
            Kind::Answer { digit, chosen } => {
                format!("{} {digit} ", if chosen { "(x)" } else { "( )" })
            }
            Kind::Bullet => self.look.catalog.message(&Message::new("bullet")),
            _ => String::new(),
        }
    }
}

/// Several actions on one line, or one that belongs to the row above.
fn is_inline(row: &Row<'_>) -> bool {
    !row.inline_actions.is_empty() || is_under(row)
}

/// Something to choose that belongs to the row above: its column is not that of the rows between which it stands.
fn is_under(row: &Row<'_>) -> bool {
    row.kind == Kind::Under && (row.action.is_some() || !row.inline_actions.is_empty())
}

/// The cells before a row's text; the cursor's mark stands in the two before it.
fn indent_of(row: &Row<'_>) -> usize {
    match row.kind {
        Kind::Caption
        | Kind::Heading
        | Kind::Text
        | Kind::Care
        | Kind::Why
        | Kind::Code
        | Kind::Note => 2,
        Kind::Field if row.action.is_none() => 2,
        Kind::Under => 8,
        _ => 4,
    }
}

fn role_of(kind: Kind) -> Role {
    match kind {
        Kind::Heading | Kind::Open | Kind::Answer { chosen: true, .. } => Role::Strong,
        _ => Role::Plain,
    }
}

/// A bar of so many cells: it is full only where all is done.
fn bar_of(bar: Bar, width: usize) -> String {
    let filled = (width * bar.done)
        .checked_div(bar.of)
        .unwrap_or(0)
        .min(width);
    format!("{}{}", DONE.repeat(filled), OPEN.repeat(width - filled))
}
