//! Which lines of a page are shown in a window: what gives way when room is short, and what scrolls.
//! Scrolling follows from the cursor; nobody stores an offset.

use ratatui::layout::{Position, Rect};

use crate::app::Screen;
use crate::app::action::Action;
use crate::app::keys::Hint;
use crate::app::page::{Collapse, Kind, Page};
use crate::text::Message;
use crate::text::width::{cells, shortened};
use crate::view::line::Line;
use crate::view::rows::Rows;
use crate::view::theme::Role;
use crate::view::{Look, Memo, Pen};

/// Above the body: the header, and under it how far the walk has come or nothing.
const ABOVE: u16 = 2;
/// A window at least this high keeps a line free for messages.
const ROOMY: u16 = 20;
/// A page of up to so many hundredths of the lines that a window has for it is nearly seen whole.
const NEARLY: usize = 150;
/// The part of the lines of a window that a message may take: what is said is not cut off while it has room.
const OF_A_MESSAGE: u16 = 3;

/// Behind the mark of the cursor the rows that hold it begin.
const WHERE_ROWS_BEGIN: u16 = 4;
/// Between two things on one line.
const BETWEEN: u16 = 3;

/// A page laid out for a window.
pub(super) struct Layout<'a> {
    page: &'a Page<'a>,
    area: Rect,
    /// The lines that are shown, each with its row's place on the page.
    shown: Vec<(usize, Line)>,
    above: usize,
    below: usize,
    message: Vec<String>,
    /// The lines between body and foot: messages, or what says that there is more.
    spare: u16,
    /// The rows of helps that gave way: on the free line stands what they offer, as far as there is room.
    helps: Vec<usize>,
    foot: Vec<Vec<Key>>,
}

impl<'a> Layout<'a> {
    pub(super) fn of(page: &'a Page<'a>, look: Look<'a>, memo: &mut Memo, area: Rect) -> Self {
        let width = usize::from(area.width) - 2;
        let rows = Rows::new(page, look, area.width);
        let mut lines: Vec<(usize, Line)> = (0..page.rows.len())
            .flat_map(|index| {
                rows.lines(index, memo)
                    .into_iter()
                    .map(move |line| (index, line))
            })
            .collect();
        let most = usize::from(area.height / OF_A_MESSAGE).max(1);
        let message = page.message.as_ref().map_or_else(Vec::new, |message| {
            let text = look.catalog.message(message);
            let lines = memo.wrap(&text, width - 2, look.width);
            let mut shown: Vec<String> = lines.iter().take(most).cloned().collect();
            if lines.len() > most
                && let Some(last) = shown.last_mut()
            {
                // What it says goes on, such as the name of a file.
                last.push_str(&lines[most]);
                *last = shortened(last, width - 2, look.width).into_owned();
            }
            shown
        });
        let mut foot = hints(page, look, width, 2);
        let reserved = u16::from(area.height >= ROOMY);
        let mut spare = u16::try_from(message.len()).unwrap_or(3).max(reserved);
        let room = |foot: usize, spare: u16| {
            let below = u16::try_from(foot).unwrap_or(2) + spare;
            usize::from(area.height.saturating_sub(ABOVE + below))
        };
        // What gives way, in this order: blank lines, the foot's second line, the sentence above the points,
        // the row of helps (its keys stay). Where the page moves all the same they stay: nothing is won by hiding them.
        let cursor = page.cursor_row();
        let all = lines.clone();
        // From the top, because what stands further down keeps points, answers and actions apart.
        for keeps_apart in [false, true] {
            let blank = may_go(page, Collapse::Blank)
                .filter(|index| stands_between(page, *index) == keeps_apart);
            give_way(&mut lines, cursor, room(foot.len(), spare), blank);
        }
        let without_blanks = lines.clone();
        // Where nothing leads to the help, what the foot does not say is said nowhere.
        let has_help = page.hints.iter().any(is_help);
        if lines.len() > room(foot.len(), spare) && has_help {
            foot = hints(page, look, width, 1);
        }
        for collapse in [Collapse::Intro, Collapse::Helps] {
            let rows = may_go(page, collapse).rev();
            give_way(&mut lines, cursor, room(foot.len(), spare), rows);
        }
        if lines.len() > room(foot.len(), spare) {
            spare = spare.max(1);
            // A question stays as close to its answers as it can, and what is nearly seen whole close together.
            let is_near = without_blanks.len() < room(foot.len(), spare) * NEARLY / 100;
            if !page.screen.asks() {
                lines = if is_near { without_blanks } else { all };
            }
        }
        let is_gone = |index: &usize| lines.iter().all(|(row, _)| row != index);
        let helps: Vec<usize> = may_go(page, Collapse::Helps).filter(is_gone).collect();
        if !helps.is_empty() && lines.len() < room(foot.len(), spare) {
            spare = spare.max(1);
        }
        let (above, below) = window(page, &lines, cursor, room(foot.len(), spare));
        let shown = lines.drain(above..lines.len() - below).collect();
        Self {
            page,
            area,
            shown,
            above,
            below,
            message,
            spare,
            helps,
            foot,
        }
    }

    /// Draws the rows; gives the place of the field's cursor.
    pub(super) fn body(&self, pen: &mut Pen<'_, '_>) -> Option<Position> {
        let mut caret = None;
        let left = self.area.x;
        let top = self.area.y + ABOVE;
        pen.drawn.cursor = Some(Position::new(left + 2, self.first_to_read(top)));
        for (y, (index, line)) in (top..).zip(&self.shown) {
            let mut written = None;
            for piece in &line.pieces {
                let x = left + u16::try_from(piece.x).unwrap_or(u16::MAX / 2);
                let limit = self.area.right().saturating_sub(x);
                let used = pen.put(x, y, limit, &piece.text, piece.role);
                let area = Rect::new(x, y, used, 1);
                written = Some(written.map_or(area, |before: Rect| before.union(area)));
                if let Some(action) = piece.action {
                    pen.spot(area, action);
                }
            }
            let whole = line.pieces.iter().all(|piece| piece.action.is_none());
            let action = self.page.rows[*index].action.filter(|_| whole);
            // Beside the words nothing stands that could be meant.
            if let (Some(action), Some(area)) = (action, written) {
                pen.spot(area, action);
            }
            if let Some(x) = line.mark {
                let x = left + u16::try_from(x).unwrap_or(u16::MAX / 2);
                pen.drawn.cursor = Some(Position::new(x.min(self.area.right() - 1), y));
            }
            if let Some(x) = line.caret {
                let x = left + u16::try_from(x).unwrap_or(u16::MAX / 2);
                caret = Some(Position::new(x.min(self.area.right() - 1), y));
            }
        }
        caret
    }

    /// The line of the heading, or the first.
    fn first_to_read(&self, top: u16) -> u16 {
        let is_heading = |(index, _): &(usize, Line)| self.page.rows[*index].kind == Kind::Heading;
        let at = self.shown.iter().position(is_heading).unwrap_or(0);
        top + u16::try_from(at).unwrap_or(0)
    }

    /// Draws the message or what says that there is more, and the keys, each set off from what it does.
    pub(super) fn foot(&self, pen: &mut Pen<'_, '_>) {
        let lines = u16::try_from(self.foot.len()).unwrap_or(2);
        let foot = self.area.bottom() - lines;
        if self.message.is_empty() && self.spare > 0 {
            let end = self.more(pen, foot - 1);
            self.helps(pen, foot - 1, end);
        }
        for (y, line) in (foot - self.spare..).zip(&self.message) {
            pen.put(self.area.x + 2, y, self.area.width - 2, line, Role::Strong);
        }
        for (y, keys) in (foot..).zip(&self.foot) {
            for key in keys {
                let x = self.area.x + key.x;
                let room = self.area.right() - x;
                let cap = pen.put(x, y, room, &key.cap, Role::Key);
                let words = pen.put(x + cap + 1, y, room - cap - 1, &key.words, Role::Plain);
                // One key of five: a press on their name means none of them.
                let action = key
                    .action
                    .filter(|action| !matches!(action, Action::Answer(_)));
                if let Some(action) = action {
                    pen.spot(Rect::new(x, y, cap + 1 + words, 1), action);
                }
            }
        }
    }

    /// What says that there is more; gives the cell before which the line is free.
    fn more(&self, pen: &mut Pen<'_, '_>, y: u16) -> u16 {
        let end = self.area.right().saturating_sub(1);
        let message = if self.below > 0 {
            Message::new("more-below").with("lines", self.below)
        } else if self.above > 0 {
            Message::new("more-above")
        } else {
            return end;
        };
        let text = pen.look.catalog.message(&message);
        let width = u16::try_from(cells(&text, pen.look.width)).unwrap_or(u16::MAX);
        let x = self.area.right().saturating_sub(width + 1);
        pen.put(x, y, width, &text, Role::Strong);
        x.saturating_sub(BETWEEN)
    }

    /// What the rows offer that gave way, up to the cell `end`: it has not gone with them.
    fn helps(&self, pen: &mut Pen<'_, '_>, y: u16, end: u16) {
        let rows = self.helps.iter().map(|index| &self.page.rows[*index]);
        let offered = rows.flat_map(|row| {
            let own = row.action.map(|action| (&row.text, action));
            let beside = row.inline_actions.iter();
            own.into_iter()
                .chain(beside.map(|(text, action)| (text, *action)))
        });
        let mut x = self.area.x + WHERE_ROWS_BEGIN;
        for (text, action) in offered {
            let text = pen.look.catalog.text(text);
            let width = u16::try_from(cells(&text, pen.look.width)).unwrap_or(u16::MAX);
            if x.saturating_add(width) > end {
                return;
            }
            pen.put(x, y, width, &text, Role::Plain);
            pen.spot(Rect::new(x, y, width, 1), action);
            x += width + BETWEEN;
        }
    }
}

/// The places of the rows that may go away at this step, from the top.
fn may_go(page: &Page<'_>, step: Collapse) -> impl DoubleEndedIterator<Item = usize> {
    (0..page.rows.len()).filter(move |index| page.rows[*index].collapse == step)
}

/// Takes these rows away, one after another until the page fits, never the row of the cursor.
fn give_way(
    lines: &mut Vec<(usize, Line)>,
    cursor: Option<usize>,
    room: usize,
    rows: impl Iterator<Item = usize>,
) {
    for index in rows {
        if lines.len() <= room {
            return;
        }
        if cursor != Some(index) {
            lines.retain(|(row, _)| *row != index);
        }
    }
}

/// Whether a blank line stands beside the heading or above the answers, where it goes last.
fn stands_between(page: &Page<'_>, index: usize) -> bool {
    let kind = |at: Option<usize>| at.and_then(|at| page.rows.get(at)).map(|row| row.kind);
    let (before, after) = (kind(index.checked_sub(1)), kind(Some(index + 1)));
    before == Some(Kind::Heading)
        || (before.is_some() && after == Some(Kind::Heading))
        || matches!(after, Some(Kind::Answer { .. }))
}

/// How many lines are above and below what is shown: the cursor's row and what belongs to it stay in sight.
fn window(
    page: &Page<'_>,
    lines: &[(usize, Line)],
    cursor: Option<usize>,
    room: usize,
) -> (usize, usize) {
    if lines.len() <= room {
        return (0, 0);
    }
    let hidden = lines.len() - room;
    let caret = lines.iter().position(|(_, line)| line.caret.is_some());
    let chosen = lines.iter().position(|(row, _)| Some(*row) == cursor);
    // What narrows a list is always open: there the row that Enter opens must be seen.
    let first = if page.screen.is_filtered() {
        chosen.or(caret)
    } else {
        caret.or(chosen)
    };
    let Some(first) = first else {
        return (0, hidden);
    };
    let last = if first == caret.unwrap_or(usize::MAX) {
        first
    } else {
        last_line_with(page, lines, first)
    };
    let reach = |line: usize| (line + 1).saturating_sub(room);
    // The cursor a third from the top leaves more of what comes than of what was. What stands after it
    // and before it without an action of its own cannot be gone to: it is shown along, if there is room.
    let wanted = first
        .saturating_sub(room / 3)
        .max(reach(text_after(page, lines, last)))
        .min(text_before(page, lines, first))
        .max(reach(last))
        .min(first);
    let above = wanted.min(hidden);
    (above, hidden - above)
}

/// The last of the lines after line `last` on which the cursor cannot stand.
fn text_after(page: &Page<'_>, lines: &[(usize, Line)], last: usize) -> usize {
    let text = lines[last + 1..].iter();
    last + text.take_while(|(row, _)| !can_hold(page, *row)).count()
}

/// The first of the lines before line `first` on which the cursor cannot stand.
fn text_before(page: &Page<'_>, lines: &[(usize, Line)], first: usize) -> usize {
    let text = lines[..first].iter().rev();
    first - text.take_while(|(row, _)| !can_hold(page, *row)).count()
}

fn can_hold(page: &Page<'_>, row: usize) -> bool {
    page.rows[row].actions().next().is_some()
}

/// The last line that belongs to the row at line `first`: its own, and those without an action after it.
fn last_line_with(page: &Page<'_>, lines: &[(usize, Line)], first: usize) -> usize {
    let row = lines[first].0;
    let mut last = first;
    for (at, (index, _)) in lines.iter().enumerate().skip(first) {
        let belongs = *index == row
            || (page.rows[*index].action.is_none() && page.rows[*index].kind == Kind::Under);
        if !belongs {
            break;
        }
        last = at;
    }
    last
}

/// A key of the foot: its cell, its name, what it does, and what a click on it means.
struct Key {
    x: u16,
    cap: String,
    words: String,
    action: Option<Action>,
}

/// The keys of this state on at most `most` lines; what does not fit is left out from the end,
/// but the way out always stands, and where one is left out, the way to all of them too.
fn hints(page: &Page<'_>, look: Look<'_>, width: usize, most: usize) -> Vec<Vec<Key>> {
    let (out, others): (Vec<Hint>, Vec<Hint>) = page
        .hints
        .iter()
        .partition(|hint| hint.action == Some(Action::Back));
    // What everybody tries anyway stands only where the others leave room for it.
    let needed = others.iter().filter(|hint| !hint.gives_way).chain(&out);
    let most = in_lines(needed, look, width).len().min(most);
    let mut kept = others;
    loop {
        let lines = in_lines(kept.iter().chain(&out), look, width);
        // Never the key that the page is for; what leads on outlasts what leads elsewhere.
        let behind = |is_one: fn(&Hint) -> bool| {
            let last = kept.iter().skip(1).rposition(is_one);
            last.map(|at| at + 1)
        };
        let goes = (kept.iter().position(|hint| hint.gives_way))
            .or_else(|| behind(|hint| !is_help(hint) && !leads_on(hint)))
            .or_else(|| behind(|hint| !is_help(hint)))
            .or_else(|| kept.len().checked_sub(1));
        match goes {
            Some(goes) if lines.len() > most => {
                kept.remove(goes);
            }
            _ => return lines,
        }
    }
}

fn is_help(hint: &Hint) -> bool {
    hint.action == Some(Action::Open(Screen::Help))
}

fn leads_on(hint: &Hint) -> bool {
    matches!(hint.action, Some(Action::Choose | Action::Next))
}

fn in_lines<'h>(
    hints: impl Iterator<Item = &'h Hint>,
    look: Look<'_>,
    width: usize,
) -> Vec<Vec<Key>> {
    let mut lines: Vec<Vec<Key>> = vec![Vec::new()];
    let mut x = 2;
    for hint in hints {
        let said = |id| look.catalog.message(&Message::new(id));
        let cap = match hint.last_digit {
            Some(last) => {
                let digits = Message::new("cap-digits-to").with("last", usize::from(last));
                look.catalog.message(&digits)
            }
            None => said(hint.cap),
        };
        let words = said(hint.words);
        let taken = cells(&cap, look.width) + 1 + cells(&words, look.width);
        if x > 2 && x + taken > width {
            lines.push(Vec::new());
            x = 2;
        }
        if let Some(line) = lines.last_mut() {
            line.push(Key {
                x: u16::try_from(x).unwrap_or(2),
                cap,
                words,
                action: hint.action,
            });
        }
        x += taken + 3;
    }
    lines
}
