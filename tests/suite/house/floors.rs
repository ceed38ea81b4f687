//! The floors: which room may name which, and what of the world outside it must not name.
//! The same table, in words, is in docs/ARCHITECTURE.md.

use super::names::{self, Name, Source};

/// A file or folder right under src/, such as `app.rs` with `app/`.
struct Room {
    name: &'static str,
    /// The other rooms that it may name.
    below: &'static [&'static str],
    /// Paths of other crates that it must not name.
    never: &'static [&'static [&'static str]],
}

const EVERY_ROOM: &[&str] = &[
    "questionnaire",
    "text",
    "report",
    "assets",
    "store",
    "app",
    "view",
    "plain",
    "pack_library",
    "store_service",
    "session",
    "terminal",
    "cli",
];

const FILES: &[&str] = &["std::fs"];
const ENVIRONMENT: &[&str] = &[
    "std::env",
    "std::process",
    "sys_locale",
    "directories",
    "clap",
];
const CLOCK: &[&str] = &[
    "std::time::Instant",
    "std::time::SystemTime",
    "std::time::UNIX_EPOCH",
    "chrono::Local",
    "chrono::Utc",
    "chrono::prelude",
];
const NETWORK: &[&str] = &["std::net", "std::os::unix::net"];
const DRAWING: &[&str] = &["ratatui", "ratatui_core"];
const TERMINAL: &[&str] = &["crossterm", "ratatui::crossterm", "rustix", "signal_hook"];
const WORDS: &[&str] = &["fluent", "unic_langid"];
const WAITING: &[&str] = &["std::io", "std::thread", "std::time"];

const ROOMS: &[Room] = &[
    // Floor 0
    Room {
        name: "questionnaire",
        below: &[],
        never: &[
            FILES,
            ENVIRONMENT,
            CLOCK,
            NETWORK,
            DRAWING,
            TERMINAL,
            WORDS,
            WAITING,
        ],
    },
    // Floor 1
    Room {
        name: "text",
        below: &["questionnaire"],
        never: &[FILES, ENVIRONMENT, CLOCK, NETWORK, TERMINAL],
    },
    Room {
        name: "report",
        below: &["text", "questionnaire"],
        never: &[FILES, ENVIRONMENT, CLOCK, NETWORK, DRAWING, TERMINAL],
    },
    // Floor 1', for floor 4 alone
    Room {
        name: "assets",
        below: &["text", "questionnaire"],
        never: &[NETWORK, DRAWING, TERMINAL, WORDS],
    },
    Room {
        name: "store",
        below: &["questionnaire"],
        never: &[NETWORK, DRAWING, TERMINAL, WORDS],
    },
    // Floor 2. crossterm's key types come in as data.
    Room {
        name: "app",
        below: &["text", "questionnaire"],
        never: &[
            FILES,
            ENVIRONMENT,
            CLOCK,
            NETWORK,
            DRAWING,
            &["rustix", "signal_hook"],
        ],
    },
    // Floor 3
    Room {
        name: "view",
        below: &["app", "text", "questionnaire"],
        never: &[FILES, ENVIRONMENT, CLOCK, NETWORK, TERMINAL],
    },
    Room {
        name: "plain",
        below: &["app", "text", "questionnaire"],
        never: &[FILES, ENVIRONMENT, CLOCK, NETWORK, DRAWING, TERMINAL],
    },
    // Floor 4
    Room {
        name: "store_service",
        below: &["app", "pack_library", "store", "text", "questionnaire"],
        never: &[FILES, ENVIRONMENT, CLOCK, NETWORK, DRAWING, TERMINAL, WORDS],
    },
    Room {
        name: "session",
        below: &["app", "pack_library", "text", "questionnaire"],
        never: &[FILES, ENVIRONMENT, CLOCK, NETWORK, DRAWING, TERMINAL, WORDS],
    },
    Room {
        name: "pack_library",
        below: &["app", "assets", "report", "store", "text", "questionnaire"],
        never: &[FILES, ENVIRONMENT, CLOCK, NETWORK, DRAWING, TERMINAL],
    },
    Room {
        name: "terminal",
        below: EVERY_ROOM,
        never: &[NETWORK],
    },
    Room {
        name: "cli",
        below: EVERY_ROOM,
        never: &[NETWORK],
    },
    Room {
        name: "main",
        below: EVERY_ROOM,
        never: &[NETWORK],
    },
    // The root lists the rooms and opens none of them: a name passed on here would have no floor.
    Room {
        name: "lib",
        below: &[],
        never: &[NETWORK],
    },
];

/// Where a clippy exception for files, environment, clock or exit may stand at all.
const MAY_TOUCH_THE_WORLD: &[&str] = &["assets", "store", "terminal", "cli", "main"];

/// Everything in the source of `path` (such as `src/app/page.rs`) that its floor forbids.
pub(super) fn faults(path: &str, text: &str) -> Vec<String> {
    let module = module_of(path);
    let name = room_of(path);
    let Some(room) = ROOMS.iter().find(|room| room.name == name) else {
        return vec![format!("{path}: \"{name}\" stands on no floor")];
    };
    let source = match names::read(text, &module) {
        Ok(source) => source,
        Err(error) => return vec![format!("{path}: {error}")],
    };
    let mut faults = Vec::new();
    for name in &source.names {
        if let Some(reason) = room.objection(name) {
            let named = name.path.join("::");
            faults.push(format!(
                "{path}:{}: {} {reason}: {named}",
                name.line, room.name
            ));
        }
    }
    faults.extend(ways_round(&source, room).map(|(what, line)| format!("{path}:{line}: {what}")));
    faults
}

impl Room {
    /// Why this room must not name that, if so.
    fn objection(&self, name: &Name) -> Option<&'static str> {
        let mut path: Vec<&str> = name.path.iter().map(String::as_str).collect();
        // Only in the root does a bare name mean a room; elsewhere it is something imported.
        if self.name == "lib" && path.first().is_some_and(|first| EVERY_ROOM.contains(first)) {
            path.insert(0, "crate");
        }
        match path[..] {
            ["crate"] if name.opens => Some("must not open the whole crate"),
            ["crate"] => None,
            ["crate", room, ..] if room == self.name || self.below.contains(&room) => None,
            ["crate", room, ..] if EVERY_ROOM.contains(&room) => Some("may not name this room"),
            ["crate", ..] => Some("names something of the root that has no floor"),
            _ => self
                .never
                .iter()
                .copied()
                .flatten()
                .any(|never| reaches(&path, never, name.opens))
                .then_some("must know nothing of"),
        }
    }
}

/// Whether naming `path` gives something at or below `never`.
fn reaches(path: &[&str], never: &str, opens: bool) -> bool {
    let never: Vec<&str> = never.split("::").collect();
    path.starts_with(&never) || opens && never.starts_with(path)
}

/// Ways to bring in source that this check would not see, or to quieten clippy in a pure room.
fn ways_round<'a>(
    source: &'a Source,
    room: &'a Room,
) -> impl Iterator<Item = (&'static str, usize)> + 'a {
    let quietens = |attribute: &str| {
        ["disallowed_methods", "disallowed_types"]
            .iter()
            .any(|lint| attribute.contains(lint))
            && !MAY_TOUCH_THE_WORLD.contains(&room.name)
    };
    let attributes = source
        .attributes
        .iter()
        .filter_map(move |(attribute, line)| {
            let is_elsewhere = attribute.starts_with("path=")
                || attribute.starts_with("cfg_attr") && attribute.contains(",path=");
            if is_elsewhere {
                Some((
                    "a module stands where its name says, without #[path]",
                    *line,
                ))
            } else if quietens(attribute) {
                Some((
                    "this room may not touch files, environment, clock or exit",
                    *line,
                ))
            } else {
                None
            }
        });
    let included = source.macros.iter().filter_map(|(name, line)| {
        (name == "include").then_some(("a module is a module, without include!", *line))
    });
    attributes.chain(included)
}

/// `src/app/page.rs` is `["app", "page"]`; lib.rs and main.rs are roots.
pub(super) fn module_of(path: &str) -> Vec<String> {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
    match inside {
        "lib" | "main" => Vec::new(),
        _ => inside.split('/').map(str::to_owned).collect(),
    }
}

fn room_of(path: &str) -> &str {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
    inside.split('/').next().unwrap_or(inside)
}
