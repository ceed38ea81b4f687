//! How the roles of text look: by weight and reverse alone, in the terminal's own two colours, because no other colour
//! can be read on every palette. Colours stand only in a code for a phone.

use ratatui::style::{Color, Modifier, Style};

/// What the terminal can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// The 16 colours.
    #[default]
    Colour,
    /// None is wanted (`NO_COLOR`).
    Plain,
    /// The bare Linux console. It draws bold letters in bright colours, the black ones of reversed text too: grey on
    /// grey.
    Console,
}

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Plain,
    Strong,
    /// The header: one bar.
    Bar,
    /// The name of a key.
    Key,
    /// Where the cursor is.
    Cursor,
    /// The two colours of a code that a phone reads.
    Dark,
    Light,
}

impl Theme {
    pub(super) fn style(self, role: Role) -> Style {
        let reversed = Style::new().add_modifier(Modifier::REVERSED);
        match role {
            Role::Strong => Style::new().add_modifier(Modifier::BOLD),
            Role::Cursor if self != Self::Console => reversed.add_modifier(Modifier::BOLD),
            Role::Dark if self == Self::Colour => Style::new().fg(Color::White).bg(Color::Black),
            Role::Light if self == Self::Colour => Style::new().fg(Color::Black).bg(Color::White),
            // Without colours the light of a dark terminal is what its letters are drawn with.
            Role::Bar | Role::Key | Role::Cursor | Role::Light => reversed,
            Role::Plain | Role::Dark => Style::new(),
        }
    }
}
