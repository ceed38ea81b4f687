//! `mamori criteria`: which packs there are, whether a file is a pack, and the description of the format.
//! For people who write packs of their own; judges nobody's answers.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use crate::assets::{self, InstalledPack, Origin};
use crate::cli::asset_fault::{file_messages, pack_messages, path_of};
use crate::cli::done::{COULD_NOT, Done};
use crate::cli::failure::Failure;
use crate::cli::setup::CommandContext;
use crate::pack_library::PackFault;
use crate::questionnaire::check::{Issue, Problem, is_of_papers};
use crate::questionnaire::raw::Raw;
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::columns::columns;
use crate::text::issue::problem_message;

/// `mamori criteria`
#[derive(Debug, Args)]
pub(super) struct CriteriaArgs {
    #[command(subcommand)]
    command: CriteriaCommand,
}

#[derive(Debug, Subcommand)]
enum CriteriaCommand {
    #[command(about = "cli-criteria-list")]
    List,
    #[command(about = "cli-criteria-check")]
    Check {
        #[arg(value_name = "FILE", help = "cli-file")]
        file: PathBuf,
    },
    #[command(about = "cli-criteria-schema")]
    Schema {
        #[arg(long, help = "cli-criteria-papers")]
        papers: bool,
    },
}

pub(super) fn criteria(context: &mut CommandContext, args: &CriteriaArgs) -> Result<Done, Failure> {
    match &args.command {
        CriteriaCommand::List => Ok(list(context)),
        CriteriaCommand::Check { file } => check(context, file),
        CriteriaCommand::Schema { papers: true } => Ok(Done::new(assets::papers_schema())),
        CriteriaCommand::Schema { papers: false } => Ok(Done::new(assets::schema())),
    }
}

/// Ours in their order, then the user's; what could not be looked at stands below.
fn list(context: &mut CommandContext) -> Done {
    let (installed, issues) = assets::installed_packs(context.data());
    let rows: Vec<Vec<String>> = installed.iter().map(|pack| row(context, pack)).collect();
    let library = &mut context.library;
    let unusable = installed
        .iter()
        .filter(|pack| library.installed(pack).is_err());
    let unusable = unusable.count() + issues.len();
    let issues = issues.iter().flat_map(file_messages);
    let issues = issues.map(|said| context.catalog.message(&said));
    let done = Done::lines(columns(&rows).into_iter().chain(issues));
    done.but_unread(&context.catalog, "criteria-unusable", unusable)
}

fn row(context: &mut CommandContext, installed: &InstalledPack) -> Vec<String> {
    let judged = context.library.installed(installed);
    let catalog = &context.catalog;
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
        PackFault::Wrong { issues, .. } if is_newer(issues) => Message::new("criteria-newer"),
        PackFault::Wrong { issues, .. } => {
            Message::new("criteria-wrong").with("issues", issues.len())
        }
        PackFault::NotJson { .. } => Message::new("criteria-not-json"),
        PackFault::Unreadable(_) => Message::new("criteria-unreadable"),
        // The file is there: so its name is not the id that stands in it.
        PackFault::Missing(_) => Message::new("criteria-other-id"),
    }
}

/// It is for a newer version of the program, which is no mistake.
fn is_newer(issues: &[Issue]) -> bool {
    matches!(issues, [only] if matches!(only.problem, Problem::Newer { .. }))
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
fn check(context: &mut CommandContext, file: &Path) -> Result<Done, Failure> {
    let text = assets::text_of(file)
        .map_err(|issue| Failure::could_not(&context.catalog, &file_messages(&issue)))?;
    let origin = Origin::File(file.to_owned());
    if is_papers(&text) {
        let judged = context.library.check_papers(&text, origin);
        return checked(file, &context.catalog, &judged, |papers| {
            Message::new("criteria-fine-papers")
                .with("pack", papers.pack.as_str())
                .with("version", papers.version.as_str())
                .with("papers", papers.papers.len())
        });
    }
    let judged = context.library.check(&text, origin);
    checked(file, &context.catalog, &judged, |pack| {
        Message::new("criteria-fine")
            .with("pack", pack.id.as_str())
            .with("version", pack.version.as_str())
            .with("questions", pack.questions.len())
    })
}

/// Whether it is a file of papers. What is no JSON is told as a pack.
fn is_papers(text: &str) -> bool {
    let raw: Result<Raw<'_>, _> = serde_json::from_str(text);
    // Not an error: whoever reads it as a pack tells it.
    raw.is_ok_and(|raw| is_of_papers(&raw))
}

fn checked<T>(
    file: &Path,
    catalog: &Catalog,
    judged: &Result<T, PackFault>,
    said: impl FnOnce(&T) -> Message<'_>,
) -> Result<Done, Failure> {
    match judged {
        Ok(read) => {
            let said = said(read).with("path", path_of(file));
            Ok(Done::lines([catalog.message(&said)]))
        }
        Err(PackFault::Wrong { issues, .. }) => Ok(all_wrong(file, issues, catalog)),
        Err(fault) => Err(Failure::could_not(catalog, &pack_messages(fault))),
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
    let count = (!is_newer(issues)).then(|| catalog.message(&count));
    let mut done = Done::lines(lines.chain(count));
    done.code = COULD_NOT;
    done
}
