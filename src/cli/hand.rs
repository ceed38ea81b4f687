//! `mamori hand`: a check for somebody who goes on with it, as one file. What was handed over is kept, so that what comes back
//! can be merged. Writes no file before that, and none in the place of another unasked.

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::NonEmptyStringValueParser;

use crate::app::exporting::name_of_handed;
use crate::cli::asking::Said;
use crate::cli::done::Done;
use crate::cli::failure::Failure;
use crate::cli::fault::{store_message, store_recovery};
use crate::cli::find_case::find_id;
use crate::cli::hiding::Asked;
use crate::cli::named_file;
use crate::cli::process_env::ProcessEnv;
use crate::cli::setup::CommandContext;
use crate::pack_library::PackLibrary;
use crate::questionnaire::case::Case;
use crate::store::{Cause, Seal};
use crate::store_service::StoreService;
use crate::store_service::handing::{HandFault, HandedOver, Handing};
use crate::terminal::now;
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::names::firm_and_title;

/// `mamori hand`
#[derive(Debug, Args)]
pub(super) struct HandArgs {
    #[arg(value_name = "CASE", help = "cli-case", value_parser = NonEmptyStringValueParser::new())]
    case: Option<String>,
    // A folder gets the usual name in it; without this it is the current one. `-` is the output.
    #[arg(long, value_name = "FILE", help = "cli-hand-output")]
    output: Option<PathBuf>,
    #[arg(long, help = "cli-hand-passphrase")]
    passphrase: bool,
    #[arg(long, help = "cli-replace")]
    replace: bool,
    #[arg(long, help = "cli-hand-yes")]
    yes: bool,
}

pub(super) fn hand(
    process: &mut ProcessEnv<'_>,
    context: &mut CommandContext,
    args: &HandArgs,
) -> Result<Done, Failure> {
    let catalog = &context.catalog;
    let to_output = args.output.as_deref() == Some(Path::new("-"));
    if to_output && args.passphrase && process.is_terminal {
        let said = [Message::new("usage-not-to-a-terminal")];
        return Err(Failure::usage(catalog, &said));
    }
    let mut service = context.working_service(process)?;
    let case = to_write(
        &mut service,
        &mut context.library,
        catalog,
        context.asked,
        args.case.as_deref(),
    )?;
    let path = (!to_output).then(|| place(&service, args.output.as_deref(), &case));
    let mut replace = args.replace;
    if let Some(path) = &path {
        match service.store().is_free(path, replace) {
            Err(error) if *error.cause() == Cause::Taken && process.is_asked => {
                let said = Message::new("export-exists").with("path", path.display().to_string());
                process.confirm(catalog, &[said], Said::not("--replace"))?;
                replace = true;
            }
            free => free.map_err(|error| Failure::export(catalog, &error))?,
        }
    }
    let title = catalog.text(&firm_and_title(&case)).into_owned();
    process.tell(&catalog.message(&Message::new("hand-what").with("title", title.as_str())));
    let open = if args.passphrase {
        "hand-passphrase"
    } else {
        "hand-open"
    };
    process.tell(&catalog.message(&Message::new(open)));
    process.confirm(catalog, &[], Said::yes(args.yes))?;
    let passphrase = if args.passphrase {
        Some(process.new_passphrase(catalog)?)
    } else {
        None
    };
    let state = service
        .to_hand_over(&case, now())
        .map_err(|error| Failure::store(catalog, &error))?;
    let handing = Handing {
        to: path.as_deref().map(|path| (path, replace)),
        passphrase: passphrase.as_deref().map(String::as_str),
    };
    let handed = service
        .hand_over(&state, catalog, handing)
        .map_err(|fault| not_handed(catalog, &fault))?;
    if passphrase.is_none() && service.store().seal() == Ok(Seal::Opened) {
        process.tell(&catalog.message(&Message::new("exporting-not-locked")));
    }
    Ok(done(catalog, handed, path.as_deref(), &state))
}

/// The check, held: nobody changes it between what is kept and what is written.
fn to_write(
    service: &mut StoreService,
    library: &mut PackLibrary,
    catalog: &Catalog,
    asked: Asked,
    wanted: Option<&str>,
) -> Result<Case, Failure> {
    let store = service.store_mut();
    let id = find_id(store, library, catalog, asked, wanted)?;
    let (case, access) = store
        .open(&id, now())
        .map_err(|fault| Failure::case(catalog, id.as_str(), &fault))?;
    if access.may_write() {
        return Ok(case);
    }
    let said = ["err-case-held", "rec-case-held"].map(Message::new);
    Err(Failure::could_not(catalog, &said))
}

/// The name that was given; in a folder, or where none was given, the usual one.
fn place(service: &StoreService, output: Option<&Path>, case: &Case) -> PathBuf {
    let names_firm = service.store().settings().has_names_in_files();
    let name = name_of_handed(Some(case).filter(|_| names_firm), Some(now().day()));
    let name = format!("{name}.mamori");
    match output {
        Some(path) if service.store().is_folder(path) => path.join(name),
        Some(path) => path.to_owned(),
        None => PathBuf::from(name),
    }
}

fn done(catalog: &Catalog, handed: HandedOver, path: Option<&Path>, state: &Case) -> Done {
    let done = match path {
        None => Done::bytes(handed.bytes),
        Some(path) => {
            let done = Message::new("hand-done")
                .with("title", catalog.text(&firm_and_title(state)).into_owned())
                .with("path", path.display().to_string());
            let then = Message::new("hand-then").with("id", state.id.as_str());
            Done::lines([done, then].map(|said| catalog.message(&said)))
        }
    };
    done.in_doubt(catalog, handed.doubt.as_ref())
}

fn not_handed(catalog: &Catalog, fault: &HandFault) -> Failure {
    match fault {
        HandFault::Pack(fault) => Failure::pack(catalog, fault),
        HandFault::NotKept(error) => {
            let said = [
                store_message(error),
                store_recovery(error),
                Message::new("hand-no-file"),
            ];
            Failure::could_not(catalog, &said)
        }
        HandFault::NotFree(error) => Failure::export(catalog, error),
        HandFault::NotWritten(error) => {
            let rec = if error.why().is_sure {
                "rec-hand-ready"
            } else {
                "rec-hand-unsure"
            };
            let [happened, _] = named_file::not_written(error);
            Failure::could_not(catalog, &[happened, Message::new(rec)])
        }
    }
}
