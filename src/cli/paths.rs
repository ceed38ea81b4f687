//! `mamori paths`: where things lie on this computer. Looks whether they are there and makes none of them.

use std::path::PathBuf;

use clap::Args;

use serde_json::{Value, json};

use crate::cli::done::Done;
use crate::cli::failure::Failure;
use crate::cli::setup::CommandContext;
use crate::report::json::{FORMAT, written};
use crate::store::disk::{Disk, RealDisk};
use crate::store::folder::Folder;
use crate::text::Message;
use crate::text::columns::columns;

/// What lies somewhere: its code, the id of its name, and the known.
struct KnownPath {
    code: &'static str,
    name: &'static str,
    path: PathBuf,
}

/// `mamori paths`
#[derive(Debug, Args)]
pub(super) struct PathsArgs {
    #[arg(long, help = "cli-json")]
    json: bool,
}

pub(super) fn paths(context: &CommandContext, args: &PathsArgs) -> Result<Done, Failure> {
    let known_paths = known_paths(context.folder()?);
    if args.json {
        let paths: Vec<Value> = known_paths.iter().map(path_json).collect();
        return Ok(Done::new(written(
            &json!({ "format": FORMAT, "paths": paths }),
        )));
    }
    let catalog = &context.catalog;
    let rows: Vec<Vec<String>> = known_paths
        .iter()
        .map(|known| {
            let exists = match RealDisk.exists(&known.path) {
                Ok(true) => "paths-there",
                Ok(false) => "paths-not-there",
                // Not an error: that it cannot be seen is what is told.
                Err(_) => "paths-unknown",
            };
            vec![
                catalog.message(&Message::new(known.name)),
                catalog.message(&Message::new(exists)),
                catalog
                    .text(&known.path.display().to_string().into())
                    .into_owned(),
            ]
        })
        .collect();
    Ok(Done::lines(columns(&rows)))
}

fn path_json(known: &KnownPath) -> Value {
    json!({
        "what": known.code,
        "path": known.path.to_string_lossy(),
        // Not an error: where it cannot be seen it is neither.
        "exists": RealDisk.exists(&known.path).ok(),
    })
}

fn known_paths(folder: &Folder) -> [KnownPath; 9] {
    let known = |code, name, path| KnownPath { code, name, path };
    [
        known("data", "paths-data", folder.root().to_owned()),
        known("cases", "paths-cases", folder.cases()),
        known("history", "paths-history", folder.history()),
        known("bin", "paths-bin", folder.bin()),
        known("damaged", "paths-damaged", folder.damaged()),
        known("reports", "paths-reports", folder.reports()),
        known("criteria", "paths-criteria", folder.criteria()),
        known("locales", "paths-locales", folder.locales()),
        known("settings", "paths-settings", folder.settings()),
    ]
}
