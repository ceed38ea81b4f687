//! `mamori paths`: where things lie on this computer. Looks whether they are there and makes none of them.

use std::path::PathBuf;

use clap::Args;

use serde_json::{Value, json};

use crate::cli::done::Done;
use crate::cli::failure::Failure;
use crate::cli::setup::CommandContext;
use crate::report::json::{FORMAT, written};
use crate::store::folder::Folder;
use crate::text::Message;
use crate::text::columns::columns;

/// What lies somewhere: its code, the id of its name, and the place.
struct Place {
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
    let places = places(context.folder()?);
    if args.json {
        let paths: Vec<Value> = places.iter().map(place_json).collect();
        return Ok(Done::new(written(
            &json!({ "format": FORMAT, "paths": paths }),
        )));
    }
    let catalog = &context.catalog;
    let rows: Vec<Vec<String>> = places
        .iter()
        .map(|place| {
            let exists = if place.path.exists() {
                "paths-there"
            } else {
                "paths-not-there"
            };
            vec![
                catalog.message(&Message::new(place.name)),
                catalog.message(&Message::new(exists)),
                catalog
                    .text(&place.path.display().to_string().into())
                    .into_owned(),
            ]
        })
        .collect();
    Ok(Done::lines(columns(&rows)))
}

fn place_json(place: &Place) -> Value {
    json!({
        "what": place.code,
        "path": place.path.to_string_lossy(),
        "exists": place.path.exists(),
    })
}

fn places(folder: &Folder) -> [Place; 9] {
    let place = |code, name, path| Place { code, name, path };
    [
        place("data", "paths-data", folder.root().to_owned()),
        place("cases", "paths-cases", folder.cases()),
        place("history", "paths-history", folder.history()),
        place("bin", "paths-bin", folder.bin()),
        place("damaged", "paths-damaged", folder.damaged()),
        place("reports", "paths-reports", folder.reports()),
        place("criteria", "paths-criteria", folder.criteria()),
        place("locales", "paths-locales", folder.locales()),
        place("settings", "paths-settings", folder.settings()),
    ]
}
