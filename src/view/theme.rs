//! How the roles of text look. Colour never says anything alone: marks, words and bold say it too.

use ratatui::style::{Color, Modifier, Style};

/// With the terminal's own 16 colours, or without any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    Colour,
    Plain,
}

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Plain,
    Quiet,
    Strong,
    /// Where the cursor is.
    Cursor,
    /// What needs care.
    Care,
    /// The two colours of a code that a phone reads.
    Dark,
    Light,
}

impl Theme {
    pub(super) fn style(self, role: Role) -> Style {
        let colour = |colour: Color| match self {
            Self::Colour => Style::new().fg(colour),
            Self::Plain => Style::new(),
        };
        match role {
            Role::Plain => Style::new(),
            // Without colours nothing is dimmed either: that is for who needs contrast.
            Role::Quiet | Role::Dark if self == Self::Plain => Style::new(),
            Role::Quiet => Style::new().add_modifier(Modifier::DIM),
            Role::Strong => Style::new().add_modifier(Modifier::BOLD),
            // Magenta and red are the two that can be read on black and on white alike.
            Role::Cursor => colour(Color::Magenta).add_modifier(Modifier::BOLD),
            Role::Care => colour(Color::Red),
            Role::Dark => Style::new().fg(Color::White).bg(Color::Black),
            // Without colours the light of a dark terminal is what its letters are drawn with.
            Role::Light if self == Self::Plain => Style::new().add_modifier(Modifier::REVERSED),
            Role::Light => Style::new().fg(Color::Black).bg(Color::White),
        }
    }
}
