//! `mamori paper list`: the papers there are; for a check in the order of its tasks, as on its screen, and with what each is
//! for. Changes nothing.

use clap::Args;
use clap::builder::NonEmptyStringValueParser;
use serde_json::{Value, json};

use super::every;
use crate::cli::done::Done;
use crate::cli::failure::Failure;
use crate::cli::find_case::find_case;
use crate::cli::process_env::ProcessEnv;
use crate::cli::setup::CommandContext;
use crate::pack_library::carried;
use crate::questionnaire::case::Case;
use crate::questionnaire::paper::{Paper, Papers};
use crate::questionnaire::paper_order::{Placed, in_order};
use crate::questionnaire::result::WalkResult;
use crate::report::json::{FORMAT, written};
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::columns::columns;
use crate::text::names::{firm_and_title, reach_name, serving_name};

/// `mamori paper list`
#[derive(Debug, Args)]
pub(super) struct ListArgs {
    // Without one the papers stand in the order of their files.
    #[arg(value_name = "CASE", help = "cli-paper-list-case", value_parser = NonEmptyStringValueParser::new())]
    pub(super) case: Option<String>,
    #[arg(long, help = "cli-json")]
    json: bool,
}

pub(super) fn list(
    process: &mut ProcessEnv<'_>,
    context: &mut CommandContext,
    args: &ListArgs,
) -> Result<Done, Failure> {
    let files = context.library.papers();
    let Some(wanted) = &args.case else {
        return Ok(told(&Listed::of(&files, None), args.json, &context.catalog));
    };
    let mut store = context.opened_store(process)?;
    let (library, catalog) = (&mut context.library, &context.catalog);
    let case = find_case(&mut store, library, catalog, context.asked, Some(wanted))?;
    let pack = library.pack(&case.walk);
    let pack = pack.map_err(|fault| Failure::pack(catalog, &fault))?;
    let case = carried(&case, std::slice::from_ref(&pack));
    let result = WalkResult::of(&pack, &case);
    let listed = Listed::of(&files, Some((&case, &result)));
    Ok(told(&listed, args.json, catalog))
}

fn told(listed: &Listed<'_>, json: bool, catalog: &Catalog) -> Done {
    if json {
        Done::new(written(&listed.json(catalog)))
    } else {
        Done::lines(listed.lines(catalog))
    }
}

/// What is listed: every paper with its file, in an order; and for which check.
struct Listed<'a> {
    papers: Vec<(&'a Papers, &'a Paper)>,
    order: Vec<Placed<'a>>,
    check: Option<(&'a Case, &'a WalkResult<'a>)>,
}

impl<'a> Listed<'a> {
    fn of(files: &'a [Papers], check: Option<(&'a Case, &'a WalkResult<'a>)>) -> Self {
        let papers: Vec<_> = every(files).collect();
        let all: Vec<&Paper> = papers.iter().map(|(_, paper)| *paper).collect();
        let order = in_order(&all, None, check.map(|(_, result)| result));
        Self {
            papers,
            order,
            check,
        }
    }

    /// The id, what it is, its format, who may see it; those with which to begin are marked. For a check in its groups, and
    /// under each what it is for.
    fn lines(&self, catalog: &Catalog) -> Vec<String> {
        let said = |message: &Message<'_>| catalog.message(message);
        let rows: Vec<_> = self.order.iter().map(|it| self.row(it, catalog)).collect();
        let title =
            |(case, _)| said(&Message::new("paper-list-of").with("title", firm_and_title(case)));
        let mut lines: Vec<String> = self.check.into_iter().map(title).collect();
        let mut group = None;
        for (placed, row) in self.order.iter().zip(columns(&rows)) {
            if self.check.is_some() && group != Some(placed.serving) {
                group = Some(placed.serving);
                lines.push(said(&serving_name(placed.serving)));
            }
            lines.push(row);
            for task in &placed.tasks {
                let (planned, points) = (&task.planned, task.points.iter());
                let task = Message::new("paper-for-task")
                    .with("label", &planned.question.label)
                    .with("measure", &planned.measure.text);
                lines.push(format!("    {}", said(&task)));
                let points = points.map(|point| catalog.text(&(&point.text).into()).into_owned());
                let points: Vec<String> = points.collect();
                if !points.is_empty() {
                    let points =
                        Message::new("paper-for-points").with("points", points.join(" / "));
                    lines.push(format!("      {}", said(&points)));
                }
            }
        }
        lines.push(said(&Message::new("paper-list-how")));
        lines
    }

    fn row(&self, placed: &Placed<'_>, catalog: &Catalog) -> Vec<String> {
        let paper = self.papers[placed.at].1;
        let mut reaches: Vec<String> = Vec::new();
        for page in &paper.pages {
            let reach = catalog.message(&reach_name(page.reach));
            if !reaches.contains(&reach) {
                reaches.push(reach);
            }
        }
        let first = paper.is_first.then(|| Message::new("paper-first"));
        vec![
            paper.id.to_string(),
            catalog.text(&(&paper.title).into()).into_owned(),
            paper.first_format.code().to_owned(),
            reaches.join(" / "),
            first.map_or_else(String::new, |first| catalog.message(&first)),
        ]
    }

    fn json(&self, catalog: &Catalog) -> Value {
        let papers = self.order.iter();
        let papers: Vec<Value> = papers.map(|it| self.paper_json(it, catalog)).collect();
        match self.check {
            None => json!({ "format": FORMAT, "papers": papers }),
            Some((case, result)) => json!({
                "format": FORMAT,
                "case": case.id,
                "pack": result.pack.id,
                "papers": papers,
            }),
        }
    }

    fn paper_json(&self, placed: &Placed<'a>, catalog: &Catalog) -> Value {
        let chain = catalog.chain();
        let (file, paper) = self.papers[placed.at];
        let pages: Vec<Value> = paper
            .pages
            .iter()
            .map(|page| json!({ "title": page.title.get(chain), "reach": page.reach.code() }))
            .collect();
        let serves: Vec<Value> = paper
            .serves
            .iter()
            .map(|serves| {
                json!({
                    "pack": serves.pack,
                    "question": serves.question,
                    "measures": serves.measures,
                    "points": serves.points,
                })
            })
            .collect();
        let mut told = json!({
            "id": paper.id,
            "title": paper.title.get(chain),
            "first": paper.is_first,
            "first_format": paper.first_format.code(),
            "source": file.source.code(),
            "caution": paper.caution.as_ref().map(|caution| caution.get(chain)),
            "pages": pages,
            "serves": serves,
        });
        if self.check.is_some() {
            let tasks = placed.tasks.iter();
            let tasks = tasks.map(|task| {
                let (planned, points) = (&task.planned, task.points.iter());
                json!({
                    "question": planned.question.id,
                    "label": planned.question.label.get(chain),
                    "measure": planned.measure.id,
                    "text": planned.measure.text.get(chain),
                    "points": points.map(|point| &point.id).collect::<Vec<_>>(),
                })
            });
            told["tasks"] = tasks.collect();
        }
        told
    }
}
