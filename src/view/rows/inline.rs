//! Rows with several actions beside each other, and those that belong to the row above: each with its own mark.

use super::{GAP, Line, Rows, indent_of};
use crate::app::page::Row;
use crate::text::width::{cells, shortened};
use crate::view::theme::Role;

impl Rows<'_> {
    /// Several actions on one line, each with its own mark; on to the next line where they do not fit.
    pub(super) fn inline(&self, row: &Row<'_>) -> Vec<Line> {
        let mut lines = vec![Line::default()];
        let indent = indent_of(row);
        // The cursor's mark stands in the two cells before each text.
        let mut x = indent - 2;
        if let Some(column) = &row.column {
            let text = self.look.catalog.text(column);
            lines[0].push(indent, &text, Role::Plain, None);
            x = indent + self.column_of(row) + GAP - 2;
        }
        let start = x;
        let own = row.action.map(|action| (&row.text, action));
        for (text, action) in own
            .into_iter()
            .chain(row.inline_actions.iter().map(|(t, a)| (t, *a)))
        {
            let text = self.look.catalog.text(text);
            let width = cells(&text, self.look.width);
            if x > start && x + 2 + width > self.width {
                lines.push(Line::default());
                x = start;
            }
            let Some(line) = lines.last_mut() else { break };
            if self.page.cursor == Some(action) {
                line.push(x - 1, &" ".repeat(width + 4), Role::Cursor, None);
                line.select(x);
                line.push(x + 2, &text, Role::Cursor, Some(action));
            } else {
                line.push(x + 2, &text, Role::Plain, Some(action));
                if let Some(key) = key_of(&text) {
                    line.push(x + 2, key, Role::Strong, None);
                }
            }
            x += 2 + width + GAP;
        }
        for text in &row.right {
            let text = self.look.catalog.text(text);
            let room = usize::from(self.columns).saturating_sub(start + 2);
            let text = shortened(&text, room, self.look.width);
            let width = cells(&text, self.look.width);
            if x + 2 + width > self.width {
                lines.push(Line::default());
                x = start;
            }
            if let Some(line) = lines.last_mut() {
                line.push(x + 2, &text, Role::Plain, None);
            }
            x += 2 + width + GAP;
        }
        lines
    }
}

/// The key that a text names first, such as the `m` of `m メモ`.
fn key_of(text: &str) -> Option<&str> {
    let (key, _) = text.split_once(' ')?;
    (key.len() == 1).then_some(key)
}
