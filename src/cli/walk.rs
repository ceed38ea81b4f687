//! The walk itself: in the full screen of a terminal, or as numbered lines where there is none.

use std::io::{self, stdin};

use crate::app::{App, Console};
use crate::cli::args::WalkOptions;
use crate::cli::failure::Failure;
use crate::cli::find_case::open_case;
use crate::cli::plain_walk::{self, Outside};
use crate::cli::setup::WalkContext;
use crate::cli::{COULD_NOT, DONE, ProcessEnv};
use crate::pack_library::PackLibrary;
use crate::session::Session;
use crate::store::Store;
use crate::store::panics::Place;
use crate::store_service::StartFault;
use crate::terminal::{self, Ending, Hook, Last, Start, Width, now};
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::width::WidthMode;
use crate::view::Theme;

/// What Rust's own programs end with after a panic.
const BROKEN: u8 = 101;

pub(super) fn walk(world: &mut ProcessEnv<'_>, setup: WalkContext, options: &WalkOptions) -> u8 {
    let (app, setup) = match begin(world, setup, options) {
        Ok(begun) => begun,
        Err(failure) => return world.fail(&failure),
    };
    // What is said at the end needs words of its own, but only if something is said.
    let (folder, language) = (setup.folder.clone(), setup.language.clone());
    let catalog = || PackLibrary::new(Some(folder.root())).catalog(&language).0;
    let dumb = (world.env)("TERM").is_some_and(|term| term == "dumb");
    let ended = if world.is_terminal && !dumb && !options.plain {
        full_screen(world, app, setup, options)
    } else {
        lines(world, app, setup, options)
    };
    match ended {
        Ok((ending, saved)) => {
            if !saved {
                let said = ["err-ended-unsaved", "rec-ended-unsaved"].map(Message::new);
                world.fail(&Failure::could_not(&catalog(), &said));
            }
            match ending {
                Ending::Signal(signal) => 128_u8.saturating_add(signal),
                Ending::Broken => BROKEN,
                Ending::Left if saved => DONE,
                Ending::Left => COULD_NOT,
            }
        }
        Err(error) => {
            let said = [
                Message::new("err-terminal").with("reason", error.kind().to_string()),
                Message::new("rec-terminal"),
            ];
            world.fail(&Failure::could_not(&catalog(), &said))
        }
    }
}

/// The app as it starts, with the case that was asked for.
fn begin(
    world: &mut ProcessEnv<'_>,
    mut setup: WalkContext,
    options: &WalkOptions,
) -> Result<(App, WalkContext), Failure> {
    let WalkContext {
        service,
        catalog,
        language,
        ..
    } = &mut setup;
    let asked = match &options.case {
        Some(wanted) => {
            // Which case it is can only be seen with the seal open.
            let store = service.store_mut();
            world.open_seal(catalog, store)?;
            Some(open_case(store, catalog, wanted, now())?)
        }
        None => None,
    };
    let mut startup = service
        .startup(language, asked, now())
        .map_err(|fault| cannot_start(catalog, &fault))?;
    startup.console = console(world);
    let documents = (world.documents)().unwrap_or_default();
    startup.export_folder = documents.display().to_string();
    let places = (world.other_places)().into_iter();
    startup.other_folders = places
        .map(|place| place.display().to_string())
        .filter(|place| *place != startup.folder)
        .collect();
    Ok((App::new(startup), setup))
}

fn console(world: &ProcessEnv<'_>) -> Console {
    if world.is_bare_console() {
        Console::Bare
    } else {
        Console::Full
    }
}

fn cannot_start(catalog: &Catalog, fault: &StartFault) -> Failure {
    match fault {
        StartFault::Pack(fault) => Failure::pack(catalog, fault),
        StartFault::Store(error) => Failure::store(catalog, error),
    }
}

fn full_screen(
    world: &ProcessEnv<'_>,
    app: App,
    setup: WalkContext,
    options: &WalkOptions,
) -> io::Result<(Ending, bool)> {
    let without_colour = (world.env)("NO_COLOR").is_some_and(|value| !value.is_empty());
    let last = last_words(&setup);
    let takes_mouse = !options.no_mouse && setup.service.store().settings().takes_mouse();
    let width = width(world, setup.service.store(), options);
    terminal::run(Start {
        session: Session::new(app.with_mouse(takes_mouse), setup.library, setup.catalog),
        service: setup.service,
        theme: if without_colour {
            Theme::Plain
        } else {
            Theme::Colour
        },
        width,
        last,
        crash: options.crash,
    })
}

fn last_words(setup: &WalkContext) -> Last {
    let report = Place::choose(&setup.folder);
    let path = report.path().display().to_string();
    let report_words = Message::new("rec-panic-report").with("path", path);
    Last {
        words: ["err-panic", "rec-panic"]
            .map(|id| setup.catalog.message(&Message::new(id)))
            .join("\n"),
        report_words: setup.catalog.message(&report_words),
        report,
    }
}

/// What was asked for; otherwise the terminal's own answer, unless it is known to give none.
fn width(world: &ProcessEnv<'_>, store: &Store, options: &WalkOptions) -> Width {
    if let Some(mode) = options.width {
        return Width::Known(mode);
    }
    let name = |variable: &str| {
        let value = (world.env)(variable).unwrap_or_default();
        value.to_string_lossy().into_owned()
    };
    let mut terminal = name("TERM");
    let program = name("TERM_PROGRAM");
    // The Linux console has a single width and no such characters.
    if matches!(terminal.as_str(), "linux" | "dumb") {
        return Width::Known(WidthMode::Narrow);
    }
    if !program.is_empty() {
        terminal = format!("{terminal} {program}");
    }
    if store.settings().is_silent(&terminal) {
        return Width::Known(WidthMode::Narrow);
    }
    Width::Asked(terminal)
}

fn lines(
    world: &mut ProcessEnv<'_>,
    app: App,
    setup: WalkContext,
    options: &WalkOptions,
) -> io::Result<(Ending, bool)> {
    let _hook = Hook::set(last_words(&setup), || {});
    assert!(!options.crash, "asked for by a test");

    let outside = Outside {
        service: setup.service,
        now: &now,
        is_asked: world.is_asked,
        input: &mut stdin().lock(),
        out: world.out,
    };
    let session = Session::new(app, setup.library, setup.catalog);
    plain_walk::walk(session, outside).map(|saved| (Ending::Left, saved))
}
