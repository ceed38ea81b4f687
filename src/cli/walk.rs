//! The walk itself: in the full screen of a terminal, or as numbered lines where there is none.

use std::io;
use std::path::{Path, PathBuf};

use clap::builder::NonEmptyStringValueParser;
use clap::{Args, ValueEnum};

use crate::app::event::Event;
use crate::app::received::Places;
use crate::app::{App, Console, Desktop};
use crate::cli::brought::{Brought, brought};
use crate::cli::done::{COULD_NOT, DONE};
use crate::cli::failure::Failure;
use crate::cli::find_case::open_case;
use crate::cli::hiding::{Naming, SightArgs};
use crate::cli::merge::workbook::filled;
use crate::cli::plain_walk::{self, Outside};
use crate::cli::process_env::ProcessEnv;
use crate::cli::setup::WalkContext;
use crate::pack_library::PackLibrary;
use crate::session::Session;
use crate::store_service::{StartFault, StoreService};
use crate::terminal::{self, Ended, Ending, PANICKED, Start, Width, now};
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::system_error::system_message;
use crate::text::width::WidthMode;
use crate::view::Theme;

/// What can be said about the walk.
#[derive(Debug, Args)]
pub(super) struct WalkArgs {
    // What somebody has handed over. A word that does not look like a file is no command, see `args`.
    #[arg(value_name = "FILE", help = "cli-received", conflicts_with = "case")]
    pub(super) file: Option<PathBuf>,
    #[arg(long, value_name = "CASE", help = "cli-case", value_parser = NonEmptyStringValueParser::new())]
    pub(super) case: Option<String>,
    #[command(flatten)]
    pub(super) sight: SightArgs,
    // As numbered lines, also in a terminal.
    #[arg(long, help = "cli-plain")]
    plain: bool,
    // Leave the mouse to the terminal, this time.
    #[arg(long, help = "cli-no-mouse")]
    no_mouse: bool,
    // How wide the terminal draws what may be one or two cells wide.
    #[arg(
        long,
        value_name = "WIDTH",
        help = "cli-width",
        value_enum,
        hide_possible_values = true
    )]
    width: Option<SaidWidth>,
    // Panics after the first screen, to see that the terminal is given back.
    #[cfg(debug_assertions)]
    #[arg(long, hide = true)]
    crash: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum SaidWidth {
    // The terminal is asked.
    Auto,
    Narrow,
    Wide,
}

impl WalkArgs {
    fn width(&self) -> Option<WidthMode> {
        match self.width? {
            SaidWidth::Auto => None,
            SaidWidth::Narrow => Some(WidthMode::Narrow),
            SaidWidth::Wide => Some(WidthMode::Wide),
        }
    }

    pub(super) fn crashes(&self) -> bool {
        #[cfg(debug_assertions)]
        return self.crash;
        #[cfg(not(debug_assertions))]
        false
    }
}

/// How the walk is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Face {
    Screen,
    Lines,
    /// Nothing can be drawn in this terminal, which is said: nobody has asked for lines.
    LinesInstead,
}

impl Face {
    fn of(process: &ProcessEnv<'_>, is_plain: bool) -> Self {
        let is_dumb = (process.env)("TERM").is_some_and(|term| term == "dumb");
        // The convention of other programs that ask in a terminal: any value but these asks for plain lines.
        let is_accessible = (process.env)("ACCESSIBLE")
            .is_some_and(|value| !value.is_empty() && value != "0" && value != "false");
        if !process.is_terminal || is_dumb || is_plain || is_accessible {
            Self::Lines
        } else if (process.can_draw)() {
            Self::Screen
        } else {
            Self::LinesInstead
        }
    }
}

pub(super) fn walk(process: &mut ProcessEnv<'_>, setup: WalkContext, options: &WalkArgs) -> u8 {
    let (app, setup, first) = match begin(process, setup, options) {
        Ok(begun) => begun,
        Err(failure) => return process.fail(&failure),
    };
    // What is said at the end needs words of its own, but only if something is said.
    let (folder, language) = (setup.folder.clone(), setup.language.clone());
    let catalog = || PackLibrary::new(Some(folder.root())).catalog(&language).0;
    let ended = match Face::of(process, options.plain) {
        Face::Screen => full_screen(process, app, setup, options, first),
        Face::Lines => lines(process, app, setup, options, first),
        Face::LinesInstead => {
            process.tell(&catalog().message(&Message::new("plain-no-screen")));
            lines(process, app, setup, options, first)
        }
    };
    match ended {
        Ok(Ended {
            ending,
            is_saved,
            last_word,
        }) => {
            if let Some(word) = last_word {
                process.tell(&word);
            }
            if !is_saved {
                let said = ["err-ended-unsaved", "rec-ended-unsaved"].map(Message::new);
                process.fail(&Failure::could_not(&catalog(), &said));
            }
            match ending {
                Ending::Signal(signal) => 128_u8.saturating_add(signal),
                Ending::Broken => PANICKED,
                Ending::Left if is_saved => DONE,
                Ending::Left => COULD_NOT,
            }
        }
        Err(error) => {
            let reason = system_message(error.kind(), error.raw_os_error());
            let said = [
                Message::new("err-terminal").with("reason", reason),
                Message::new("rec-terminal"),
            ];
            process.fail(&Failure::could_not(&catalog(), &said))
        }
    }
}

/// The app as it starts, with the case that was asked for, and what happens first in it.
fn begin(
    process: &mut ProcessEnv<'_>,
    mut setup: WalkContext,
    options: &WalkArgs,
) -> Result<(App, WalkContext, Vec<Event>), Failure> {
    let WalkContext {
        service,
        catalog,
        language,
        library,
        asked: sight,
        ..
    } = &mut setup;
    let first = match &options.file {
        Some(file) => received(process, service, library, catalog, file)?,
        None => Vec::new(),
    };
    let asked = match &options.case {
        Some(wanted) => {
            // Which case it is can only be seen with the seal open.
            let store = service.store_mut();
            process.open_seal(catalog, store)?;
            let opened = open_case(store, library, catalog, *sight, wanted, now())?;
            // Another check in its place would be another firm's.
            let packs = library.packs_for(Some(&opened.0));
            packs.map_err(|fault| Failure::pack(catalog, &fault))?;
            Some(opened)
        }
        None => None,
    };
    let mut startup = service
        .startup(language, asked, now())
        .map_err(|fault| cannot_start(catalog, &fault))?;
    startup.console = console(process);
    startup.desktop = desktop(process);
    let documents = (process.documents)().unwrap_or_default();
    let home = (process.home)().unwrap_or_default();
    startup.home = home.display().to_string();
    startup.export_folder = documents.display().to_string();
    let folders = (process.other_data_folders)().into_iter();
    startup.other_folders = folders
        .map(|folder| folder.display().to_string())
        .filter(|folder| *folder != startup.folder)
        .collect();
    let settings = service.store().settings();
    let listed = |folders: Vec<PathBuf>| {
        let folders = folders.into_iter();
        folders.map(|folder| folder.display().to_string()).collect()
    };
    let places = Places {
        folders: listed((process.received_folders)()),
        mounts: listed((process.mounts)()),
        has_letters: cfg!(windows),
    };
    let app = App::new(startup)
        .with_places(places)
        .with_names_in_files(settings.has_names_in_files())
        .with_firms(settings.lists_firms())
        .with_others_hidden(sight.naming(service.store()) == Naming::Nobody);
    Ok((app, setup, first))
}

/// What somebody has handed over, brought in or beside the check that is here already: what the screen is told of it.
fn received(
    process: &mut ProcessEnv<'_>,
    service: &mut StoreService,
    library: &mut PackLibrary,
    catalog: &Catalog,
    file: &Path,
) -> Result<Vec<Event>, Failure> {
    let store = service.store_mut();
    process.open_seal(catalog, store)?;
    let entered = store.enter();
    entered.map_err(|error| Failure::store(catalog, &error))?;
    let case = match brought(process, store, catalog, file)? {
        Brought::Case(case) => case,
        Brought::Workbook(bytes) => {
            filled(library, catalog, file, &bytes)?;
            return Ok(service.take_received_workbook(&file.display().to_string(), &bytes, now()));
        }
    };
    let packs = library.packs_for(Some(&case));
    packs.map_err(|fault| Failure::pack(catalog, &fault))?;
    Ok(service.take_received(&file.display().to_string(), *case, now()))
}

fn console(process: &ProcessEnv<'_>) -> Console {
    if process.is_bare_console() {
        Console::Bare
    } else {
        Console::Full
    }
}

/// Windows and a Mac have one; elsewhere the session says so.
fn desktop(process: &ProcessEnv<'_>) -> Desktop {
    let is_set = |name| (process.env)(name).is_some_and(|value| !value.is_empty());
    if cfg!(any(windows, target_os = "macos")) || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY") {
        Desktop::Present
    } else {
        Desktop::Absent
    }
}

fn cannot_start(catalog: &Catalog, fault: &StartFault) -> Failure {
    match fault {
        StartFault::Pack(fault) => Failure::pack(catalog, fault),
        StartFault::Store(error) => Failure::store(catalog, error),
    }
}

fn full_screen(
    process: &ProcessEnv<'_>,
    app: App,
    setup: WalkContext,
    options: &WalkArgs,
    first: Vec<Event>,
) -> io::Result<Ended> {
    let without_colour = (process.env)("NO_COLOR").is_some_and(|value| !value.is_empty());
    let theme = if process.is_bare_console() {
        Theme::Console
    } else if without_colour {
        Theme::Plain
    } else {
        Theme::Colour
    };
    let takes_mouse = !options.no_mouse && setup.service.store().settings().takes_mouse();
    let width = width(process, options);
    let digits = setup.service.store().settings().digits_go_on();
    let app = app.with_mouse(takes_mouse).with_digits(digits);
    let app = if cfg!(windows) {
        app.without_suspending()
    } else {
        app
    };
    terminal::run(Start {
        session: Session::new(app, setup.library, setup.catalog),
        service: setup.service,
        theme,
        width,
        crash: options.crashes(),
        first,
    })
}

/// What was asked for; otherwise the terminal is.
fn width(process: &ProcessEnv<'_>, options: &WalkArgs) -> Width {
    // The Linux console has a single width and no such characters.
    let is_single = (process.env)("TERM").is_some_and(|term| term == "linux" || term == "dumb");
    match options.width() {
        Some(mode) => Width::Known(mode),
        None if is_single => Width::Known(WidthMode::Narrow),
        None => Width::Asked,
    }
}

fn lines(
    process: &mut ProcessEnv<'_>,
    app: App,
    setup: WalkContext,
    options: &WalkArgs,
    first: Vec<Event>,
) -> io::Result<Ended> {
    assert!(!options.crashes(), "asked for by a test");

    let mut input = (process.input)();
    let outside = Outside {
        service: setup.service,
        now: &now,
        is_asked: process.is_asked,
        input: &mut *input,
        out: process.out,
    };
    let session = Session::new(app, setup.library, setup.catalog);
    plain_walk::walk(session, outside, first).map(|is_saved| Ended {
        ending: Ending::Left,
        is_saved,
        last_word: None,
    })
}
