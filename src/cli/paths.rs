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
use crate::text::catalog::Catalog;
use crate::text::columns::columns;

/// What lies somewhere: its code, the id of its name, the path, and whether it is there; None where that cannot be seen.
struct KnownPath {
    code: &'static str,
    name: &'static str,
    path: PathBuf,
    exists: Option<bool>,
}

/// `mamori paths`
#[derive(Debug, Args)]
pub(super) struct PathsArgs {
    #[arg(long, help = "cli-json")]
    json: bool,
}

pub(super) fn paths(context: &CommandContext, args: &PathsArgs) -> Result<Done, Failure> {
    let known_paths = known_paths(context.folder()?);
    let unseen = known_paths.iter().filter(|known| known.exists.is_none());
    let unseen = unseen.count();
    let catalog = &context.catalog;
    let done = if args.json {
        let paths: Vec<Value> = known_paths.iter().map(path_json).collect();
        Done::new(written(&json!({ "format": FORMAT, "paths": paths })))
    } else {
        let rows: Vec<_> = known_paths.iter().map(|it| row(it, catalog)).collect();
        Done::lines(columns(&rows))
    };
    Ok(done.but_unread(catalog, "paths-unseen", unseen))
}

fn row(known: &KnownPath, catalog: &Catalog) -> Vec<String> {
    let exists = match known.exists {
        Some(true) => "paths-there",
        Some(false) => "paths-not-there",
        None => "paths-unknown",
    };
    let path = known.path.display().to_string();
    vec![
        catalog.message(&Message::new(known.name)),
        catalog.message(&Message::new(exists)),
        catalog.text(&path.into()).into_owned(),
    ]
}

fn path_json(known: &KnownPath) -> Value {
    json!({
        "what": known.code,
        "path": known.path.to_string_lossy(),
        "exists": known.exists,
    })
}

fn known_paths(folder: &Folder) -> [KnownPath; 9] {
    let known = |code, name, path: PathBuf| KnownPath {
        code,
        name,
        // Not an error: what cannot be seen is told as that, and counted.
        exists: RealDisk.exists(&path).ok(),
        path,
    };
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
