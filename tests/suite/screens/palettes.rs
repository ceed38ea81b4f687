//! The palettes of terminals in use, as data: each with the source in which its numbers stand.

/// A colour as 0xRRGGBB.
pub(super) type Rgb = u32;

/// What a terminal draws its text in.
pub(super) struct Palette {
    pub(super) name: &'static str,
    pub(super) text: Rgb,
    pub(super) ground: Rgb,
    /// Bold text in the terminal's own colour, where that is drawn brighter.
    pub(super) bold: Rgb,
    /// Bold text that is reversed.
    pub(super) bold_reversed: (Rgb, Rgb),
    /// Black and bright white: the two of the 16 colours that a code for a phone is drawn in.
    pub(super) black: Rgb,
    pub(super) white: Rgb,
}

const fn palette(name: &'static str, [text, ground, black, white]: [Rgb; 4]) -> Palette {
    Palette {
        name,
        text,
        ground,
        bold: text,
        bold_reversed: (ground, text),
        black,
        white,
    }
}

pub(super) const PALETTES: [Palette; 16] = [
    // console.c of Windows before 2017; HKCU\Console ColorTable00 to 15 as they were set up.
    palette(
        "Windows console before 2017",
        [0xC0_C0C0, 0x00_0000, 0x00_0000, 0xFF_FFFF],
    ),
    // microsoft/terminal, src/cascadia/TerminalSettingsModel/defaults.json, scheme Campbell.
    palette(
        "Windows console and Terminal",
        [0xCC_CCCC, 0x0C_0C0C, 0x0C_0C0C, 0xF2_F2F2],
    ),
    // linux, drivers/tty/vt/vt.c, default_red and its neighbours. Bold sets the bright bit of whatever is in front, also
    // of the black that is in front where text is reversed (build_attr).
    Palette {
        bold: 0xFF_FFFF,
        bold_reversed: (0x55_5555, 0xAA_AAAA),
        ..palette(
            "Linux console",
            [0xAA_AAAA, 0x00_0000, 0x00_0000, 0xFF_FFFF],
        )
    },
    // xterm, XTerm-col.ad: black on white unless told otherwise.
    palette("xterm", [0x00_0000, 0xFF_FFFF, 0x00_0000, 0xFF_FFFF]),
    palette("xterm -rv", [0xFF_FFFF, 0x00_0000, 0x00_0000, 0xFF_FFFF]),
    // ethanschoonover.com/solarized, base0 on base03.
    palette(
        "Solarized dark",
        [0x83_9496, 0x00_2B36, 0x07_3642, 0xFD_F6E3],
    ),
    // The same, base00 on base3.
    palette(
        "Solarized light",
        [0x65_7B83, 0xFD_F6E3, 0x07_3642, 0xFD_F6E3],
    ),
    // gnome-terminal, src/profile-editor.cc, scheme Tango dark.
    palette(
        "GNOME Tango dark",
        [0xD3_D7CF, 0x2E_3436, 0x2E_3436, 0xEE_EEEC],
    ),
    // The same file, scheme GNOME dark.
    palette("GNOME", [0xD0_CFCC, 0x17_1421, 0x17_1421, 0xFF_FFFF]),
    // Ubuntu's default profile of gnome-terminal.
    palette("Ubuntu", [0xFF_FFFF, 0x30_0A24, 0x17_1421, 0xFF_FFFF]),
    // Terminal.app, profiles Basic and Pro.
    palette("macOS Basic", [0x00_0000, 0xFF_FFFF, 0x00_0000, 0xE5_E5E5]),
    palette("macOS Pro", [0xF2_F2F2, 0x00_0000, 0x00_0000, 0xE5_E5E5]),
    // draculatheme.com/contribute.
    palette("Dracula", [0xF8_F8F2, 0x28_2A36, 0x21_222C, 0xFF_FFFF]),
    // morhetz/gruvbox, fg1 on bg0. The light one names its lightest colour black.
    palette("gruvbox dark", [0xEB_DBB2, 0x28_2828, 0x28_2828, 0xEB_DBB2]),
    palette(
        "gruvbox light",
        [0x3C_3836, 0xFB_F1C7, 0xFB_F1C7, 0x3C_3836],
    ),
    // PuTTY, Default Foreground and Background.
    palette("PuTTY", [0xBB_BBBB, 0x00_0000, 0x00_0000, 0xFF_FFFF]),
];
