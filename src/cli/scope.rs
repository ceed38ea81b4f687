//! `mamori scope`: what a pack asks for the forms that are chosen, and why. Needs no case and no data folder.

use clap::Args;
use clap::builder::NonEmptyStringValueParser;

use serde_json::{Value, json};

use crate::cli::done::Done;
use crate::cli::failure::Failure;
use crate::cli::setup::CommandContext;
use crate::questionnaire::forms::{Reason, questions_in, reason, visible_questions};
use crate::questionnaire::id::{FormId, PackId};
use crate::questionnaire::pack::{Checked, Pack, Section, Topic};
use crate::report::json::{FORMAT, written};
use crate::text::catalog::Catalog;
use crate::text::columns::columns;
use crate::text::notice::basis;
use crate::text::places::place_name;
use crate::text::{Message, Text};

/// `mamori scope`
#[derive(Debug, Args)]
pub(super) struct ScopeArgs {
    #[arg(long, value_name = "FORMS", help = "cli-forms", value_delimiter = ',', value_parser = NonEmptyStringValueParser::new())]
    forms: Vec<String>,
    #[arg(long, value_name = "ID", help = "cli-pack", value_parser = NonEmptyStringValueParser::new())]
    pack: Option<String>,
    #[arg(long, help = "cli-json")]
    json: bool,
}

pub(super) fn scope(context: &mut CommandContext, args: &ScopeArgs) -> Result<Done, Failure> {
    let forms = &args.forms;
    let id = args
        .pack
        .as_deref()
        .map_or_else(|| context.library.first_pack(), PackId::new);
    let pack = load(context, &id)?;
    let known = forms_known(context, &pack);
    let forms: Vec<FormId> = forms.iter().map(|form| FormId::new(form.trim())).collect();
    if let Some(unknown) = forms.iter().find(|form| !known.contains(form)) {
        let known: Vec<&str> = known.iter().map(FormId::as_str).collect();
        let said = Message::new("usage-unknown-form")
            .with("form", unknown.as_str())
            .with("forms", known.join(", "));
        return Err(Failure::usage(&context.catalog, &[said]));
    }
    Ok(if args.json {
        Done::new(written(&scope_json(&pack, &forms, &context.catalog)))
    } else {
        Done::lines(lines(&pack, &forms, &context.catalog))
    })
}

fn load(context: &mut CommandContext, id: &PackId) -> Result<std::sync::Arc<Pack>, Failure> {
    context
        .library
        .pack(id)
        .map_err(|fault| Failure::pack(&context.catalog, &fault))
}

/// The pack's own forms, and those of the pack that it follows: there they are chosen for both.
fn forms_known(context: &mut CommandContext, pack: &Pack) -> Vec<FormId> {
    let followed = pack.follows.as_ref().map(|id| context.library.pack(id));
    // Not an error: that the pack before this one cannot be used is told beside; its forms are then not known.
    let followed = followed.and_then(Result::ok);
    let mut known: Vec<FormId> = Vec::new();
    for form in followed
        .iter()
        .flat_map(|pack| &pack.forms)
        .chain(&pack.forms)
    {
        if !known.contains(&form.id) {
            known.push(form.id.clone());
        }
    }
    known
}

fn scope_json(pack: &Pack, forms: &[FormId], catalog: &Catalog) -> Value {
    let sections: Vec<Value> = pack
        .sections
        .iter()
        .map(|section| {
            let reason = reason(section, forms);
            json!({
                "id": section.id,
                "place": section.legal_ref,
                "title": section.title.get(catalog.chain()),
                "take": section.take.code(),
                "topic": topic(&section.topic),
                "asked": reason.is_asked(),
                "why": reason.code(),
            })
        })
        .collect();
    let questions: Vec<&str> = visible_questions(pack, forms)
        .iter()
        .map(|asked| asked.question().id.as_str())
        .collect();
    json!({
        "format": FORMAT,
        "pack": pack.id,
        "version": pack.version,
        "forms": forms,
        "sections": sections,
        "questions": questions,
    })
}

/// As packs write it.
fn topic(topic: &Topic) -> Value {
    match topic {
        Topic::Source => "source".into(),
        Topic::Reading => "reading".into(),
        Topic::Checked(Checked { by, on }) => json!({ "checked": { "by": by, "on": on } }),
    }
}

fn lines(pack: &Pack, forms: &[FormId], catalog: &Catalog) -> Vec<String> {
    let rows: Vec<Vec<String>> = pack
        .sections
        .iter()
        .map(|section| row(pack, section, forms, catalog))
        .collect();
    let mut lines = columns(&rows);
    let count = visible_questions(pack, forms).len();
    lines.push(catalog.message(&Message::new("scope-count").with("questions", count)));
    lines.push(catalog.message(&basis(pack)));
    if pack
        .sections
        .iter()
        .any(|section| section.topic == Topic::Reading)
    {
        lines.push(catalog.message(&Message::new("overview-reading")));
    }
    lines
}

fn row(pack: &Pack, section: &Section, forms: &[FormId], catalog: &Catalog) -> Vec<String> {
    let reason = reason(section, forms);
    let asked = if reason.is_asked() {
        Message::new("scope-asked").with("questions", questions_in(pack, section).count())
    } else {
        Message::new("scope-not-asked")
    };
    vec![
        place_name(section).map_or_else(String::new, |place| catalog.text(&place).into_owned()),
        catalog.text(&Text::from(&section.title)).into_owned(),
        catalog.message(&asked),
        catalog.message(&why(reason)),
    ]
}

fn why(reason: Reason) -> Message<'static> {
    Message::new(match reason {
        Reason::All => "scope-all",
        Reason::Heading => "scope-heading",
        Reason::Form => "scope-form",
        Reason::FormNotChosen => "scope-form-not-chosen",
    })
}
