//! `mamori criteria`: which packs there are, whether a file is a pack, and the description of the format.
//! For people who write packs of their own; judges nobody's answers.

use std::path::Path;

use crate::assets::{self, InstalledPack, Origin};
use crate::cli::asset_fault::{file_messages, pack_messages, path_of};
use crate::cli::failure::Failure;
use crate::cli::setup::CommandContext;
use crate::cli::{COULD_NOT, Done};
use crate::pack_library::PackFault;
use crate::questionnaire::check::Issue;
use crate::questionnaire::id::PackId;
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::columns::columns;
use crate::text::issue::problem_message;

/// Ours in their order, then the user's; what could not be looked at stands below.
pub(super) fn list(ground: &mut CommandContext) -> Done {
    let (installed, issues) = assets::installed_packs(ground.data());
    let rows: Vec<Vec<String>> = installed.iter().map(|pack| row(ground, pack)).collect();
    let issues = issues.iter().flat_map(file_messages);
    let issues = issues.map(|said| ground.catalog.message(&said));
    Done::lines(columns(&rows).into_iter().chain(issues))
}

fn row(ground: &mut CommandContext, installed: &InstalledPack) -> Vec<String> {
    let judged = ground.library.pack(&PackId::new(&installed.id));
    let catalog = &ground.catalog;
    let (version, state) = match &judged {
        Ok(pack) => (pack.version.clone(), Message::new("criteria-usable")),
        Err(fault) => (String::new(), state(fault)),
    };
    vec![
        installed.id.clone(),
        version,
        catalog.message(&state),
        catalog.message(&origin(&installed.origin)),
    ]
}

fn state(fault: &PackFault) -> Message<'_> {
    match fault {
        PackFault::Wrong { issues, .. } => {
            Message::new("criteria-wrong").with("issues", issues.len())
        }
        PackFault::NotJson { .. } => Message::new("criteria-not-json"),
        PackFault::Unreadable(_) => Message::new("criteria-unreadable"),
        // The file is there: so its name is not the id that stands in it.
        PackFault::Missing(_) => Message::new("criteria-other-id"),
    }
}

fn origin(origin: &Origin) -> Message<'static> {
    let with = |id, path: &Path| Message::new(id).with("path", path.display().to_string());
    match origin {
        Origin::BuiltIn => Message::new("criteria-built-in"),
        Origin::File(path) => with("criteria-own", path),
        Origin::Overriding(path) => with("criteria-overriding", path),
    }
}

/// Every mistake with its place in the file, then how many there are.
pub(super) fn check(ground: &mut CommandContext, file: &Path) -> Result<Done, Failure> {
    let text = assets::text_of(file)
        .map_err(|issue| Failure::could_not(&ground.catalog, &file_messages(&issue)))?;
    let judged = ground.library.check(&text, Origin::File(file.to_owned()));
    let catalog = &ground.catalog;
    match judged {
        Ok(pack) => {
            let said = Message::new("criteria-fine")
                .with("path", path_of(file))
                .with("pack", pack.id.as_str())
                .with("version", pack.version.as_str())
                .with("questions", pack.questions.len());
            Ok(Done::lines([catalog.message(&said)]))
        }
        Err(PackFault::Wrong { issues, .. }) => Ok(all_wrong(file, &issues, catalog)),
        Err(fault) => Err(Failure::could_not(catalog, &pack_messages(&fault))),
    }
}

fn all_wrong(file: &Path, issues: &[Issue], catalog: &Catalog) -> Done {
    let file = catalog.text(&path_of(file).into()).into_owned();
    let count = Message::new("criteria-issues").with("issues", issues.len());
    let lines = issues.iter().map(|issue| {
        let said = catalog.message(&problem_message(&issue.problem));
        match issue.path.as_str() {
            "" => format!("{file}: {said}"),
            path => format!("{file}: {path}: {said}"),
        }
    });
    let mut done = Done::lines(lines.chain([catalog.message(&count)]));
    done.code = COULD_NOT;
    done
}

pub(super) fn schema() -> Done {
    Done::new(assets::schema().to_owned())
}
