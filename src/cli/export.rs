//! `mamori export`: a case as a file to carry away, or as bytes for another program. Changes no case.

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{NonEmptyStringValueParser, PossibleValuesParser, TypedValueParser};

use crate::cli::asking::Said;
use crate::cli::done::{COULD_NOT, DONE, Done};
use crate::cli::failure::Failure;
use crate::cli::find_case::find_case;
use crate::cli::hiding::Reach;
use crate::cli::named_file::to_write;
use crate::cli::process_env::ProcessEnv;
use crate::cli::setup::CommandContext;
use crate::pack_library::blank_workbook;
use crate::questionnaire::id::FormId;
use crate::questionnaire::reader::{Contents, Notes, Reader};
use crate::questionnaire::report_format::ReportFormat;
use crate::store::{Cause, Seal, Seen, Store};
use crate::terminal::now;
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::names::firm_and_title;
use crate::text::notice::missing_pack;
use crate::text::width::clean;

/// `mamori export`
#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    #[arg(value_name = "CASE", help = "cli-case", value_parser = NonEmptyStringValueParser::new())]
    case: Option<String>,
    #[arg(long = "for", value_name = "READER", help = "cli-for", value_parser = readers(), hide_possible_values = true)]
    reader: Option<Reader>,
    #[arg(long, value_name = "FORMAT", help = "cli-format", value_parser = formats(), hide_possible_values = true)]
    format: Option<Wanted>,
    #[command(flatten)]
    fill: FillArgs,
    #[command(flatten)]
    notes: NotesArgs,
    // None and `-` are the output.
    #[arg(long, value_name = "FILE", help = "cli-output")]
    output: Option<PathBuf>,
    #[arg(long, help = "cli-anonymous")]
    anonymous: bool,
    // Every case that can be read, one after the other.
    #[arg(long, help = "cli-all", conflicts_with = "case")]
    all: bool,
    // A file of that name may go.
    #[arg(long, help = "cli-replace")]
    replace: bool,
}

impl ExportArgs {
    pub(super) fn reach(&self) -> Reach<'_> {
        match self {
            Self { all: true, .. } => Reach::Everybody,
            Self { fill, .. } if fill.blank => Reach::Nobody,
            _ => Reach::Named,
        }
    }
}

/// Whether it is a workbook to fill.
#[derive(Debug, Args)]
struct FillArgs {
    // One for whoever goes on with the check.
    #[arg(long, help = "cli-fill")]
    fill: bool,
    // The same of no check.
    #[arg(long, help = "cli-blank", conflicts_with_all = ["case", "all", "anonymous", "reader"])]
    blank: bool,
    #[arg(long, value_name = "FORMS", help = "cli-forms", value_delimiter = ',', requires = "blank", value_parser = NonEmptyStringValueParser::new())]
    forms: Vec<String>,
}

/// Whether notes and flags are in it.
#[derive(Debug, Args)]
struct NotesArgs {
    #[arg(long, help = "cli-notes", conflicts_with = "no_notes")]
    notes: bool,
    #[arg(long, help = "cli-no-notes")]
    no_notes: bool,
}

impl NotesArgs {
    fn chosen(&self) -> Option<bool> {
        (self.notes || self.no_notes).then_some(self.notes)
    }
}

/// A format, and for whom it is where its name says that too.
#[derive(Clone, Copy, Debug)]
struct Wanted {
    format: ReportFormat,
    reader: Option<Reader>,
}

/// What the draft for the application is called among the formats.
const DRAFTS: [(&str, ReportFormat); 2] = [
    ("application", ReportFormat::Html),
    ("application-md", ReportFormat::Markdown),
];

/// The codes of the formats, each as its format.
fn codes() -> impl Iterator<Item = &'static str> {
    let codes = ReportFormat::ALL.map(ReportFormat::code).into_iter();
    codes.chain(DRAFTS.map(|(code, _)| code))
}

fn formats() -> impl TypedValueParser<Value = Wanted> {
    PossibleValuesParser::new(codes()).try_map(|code| {
        let format = ReportFormat::ALL.into_iter();
        let mut format = format.filter(|format| format.code() == code);
        let draft = DRAFTS.into_iter().find(|(draft, _)| *draft == code);
        let wanted = match (format.next(), draft) {
            (Some(format), _) => Some((format, None)),
            (None, draft) => draft.map(|(_, format)| (format, Some(Reader::Body))),
        };
        // Only codes come here.
        wanted
            .map(|(format, reader)| Wanted { format, reader })
            .ok_or(code)
    })
}

/// The codes of the readers, each as its reader.
fn readers() -> impl TypedValueParser<Value = Reader> {
    PossibleValuesParser::new(Reader::ALL.map(Reader::code)).try_map(|code| {
        let mut readers = Reader::ALL.into_iter();
        // Only codes come here.
        readers.find(|reader| reader.code() == code).ok_or(code)
    })
}

pub(super) fn export(
    process: &mut ProcessEnv<'_>,
    context: &mut CommandContext,
    options: &ExportArgs,
) -> Result<Done, Failure> {
    let output = to_write(options.output.as_deref());
    let (format, contents) = wanted(process, &context.catalog, options, output)?;
    let mut store = if options.fill.blank {
        context.store(process)?
    } else {
        context.opened_store(process)?
    };
    let (bytes, count, code) = if options.all {
        all(process, context, &mut store, contents)?
    } else if options.fill.blank {
        blank(context, &options.fill)?
    } else {
        one(process, context, &mut store, options, format, contents)?
    };
    let Some(path) = output else {
        return Ok(Done {
            code,
            ..Done::bytes(bytes)
        });
    };
    hand_over(
        process,
        &context.catalog,
        &store,
        Target {
            path,
            replace: options.replace,
            format: format.code(),
        },
        &bytes,
        count,
        code,
    )
}

/// A file outside the data folder.
#[derive(Clone, Copy)]
pub(super) struct Target<'a> {
    pub(super) path: &'a Path,
    /// A file of that name may go.
    pub(super) replace: bool,
    /// The code of what it is, whatever its name says.
    pub(super) format: &'static str,
}

/// Writes what was made for people to carry away. `said` wants the path, and is what is told of it.
pub(super) fn hand_over(
    process: &mut ProcessEnv<'_>,
    catalog: &Catalog,
    store: &Store,
    target: Target<'_>,
    bytes: &[u8],
    said: Message<'_>,
    code: u8,
) -> Result<Done, Failure> {
    let written = write(process, catalog, store, target, bytes)?;
    // The key is at hand, or the passphrase was not asked for.
    if store.seal() == Ok(Seal::Opened) {
        process.tell(&catalog.message(&Message::new("exporting-not-locked")));
    }
    let path = target.path.display().to_string();
    let ending = target.path.extension().and_then(|ending| ending.to_str());
    let named = ending.and_then(ReportFormat::of_ending);
    if named.is_some_and(|named| named.code() != target.format) {
        let said = Message::new("named-otherwise").with("format", target.format);
        process.tell(&catalog.message(&said.with("path", path.clone())));
    }
    let said = catalog.message(&said.with("path", path));
    let done = Done {
        code,
        ..Done::lines([said])
    };
    Ok(done.in_doubt(catalog, written.doubt.as_ref()))
}

/// The format that was named, else what the file's ending says; and what is in it.
fn wanted(
    process: &ProcessEnv<'_>,
    catalog: &Catalog,
    options: &ExportArgs,
    output: Option<&Path>,
) -> Result<(ReportFormat, Contents), Failure> {
    let ending = output
        .and_then(Path::extension)
        .and_then(|ending| ending.to_str());
    let of_ending = || {
        let format = ReportFormat::of_ending(ending?)?;
        Some(Wanted {
            format,
            reader: None,
        })
    };
    let usage = |said: &[Message<'_>]| Err(Failure::usage(catalog, said));
    let Some(wanted) = options.format.or_else(of_ending) else {
        let formats = codes().collect::<Vec<_>>().join(", ");
        return usage(&[Message::new("usage-which-format").with("formats", formats)]);
    };
    let format = wanted.format;
    let is_to_fill = options.fill.fill || options.fill.blank;
    let usual = if is_to_fill {
        Reader::Hand
    } else {
        Reader::Own
    };
    let reader = options.reader.or(wanted.reader).unwrap_or(usual);
    if is_to_fill && (format != ReportFormat::Xlsx || !matches!(reader, Reader::Own | Reader::Hand))
    {
        let said = Message::new("usage-fill").with("reader", reader.code());
        return usage(&[said.with("format", format.code())]);
    }
    if is_to_fill && options.anonymous {
        let said = Message::new("usage-anonymous-is-self").with("reader", Reader::Hand.code());
        return usage(&[said]);
    }
    // It is the firm's own, and goes to whoever goes on with it.
    let reader = if is_to_fill { Reader::Hand } else { reader };
    let is_other_draft = wanted.reader.is_some_and(|draft| draft != reader);
    if is_other_draft || !reader.formats().contains(&format) {
        return usage(&no_such_pair(reader, format));
    }
    if options.all && format != ReportFormat::Ndjson {
        return usage(&[Message::new("usage-all-is-ndjson")]);
    }
    if !format.is_text() && output.is_none() && process.is_terminal {
        return usage(&[Message::new("usage-not-to-a-terminal")]);
    }
    // The draft by its old name can be had without names too.
    if options.anonymous && options.reader.is_some_and(|reader| reader != Reader::Own) {
        let said = Message::new("usage-anonymous-is-self").with("reader", reader.code());
        return usage(&[said]);
    }
    let chosen = options.notes.chosen();
    let can_choose = matches!(reader.notes(), Notes::Chosen { .. })
        // It is whole, or it is not what can be read in again.
        && format != ReportFormat::Json
        && !options.anonymous;
    if chosen.is_some() && !can_choose {
        let said = Message::new("usage-notes-are-not-chosen");
        let said = said.with("reader", reader.code());
        return usage(&[said.with("format", format.code())]);
    }
    let contents = Contents::of(reader, chosen);
    Ok((
        format,
        if options.anonymous {
            contents.anonymous()
        } else {
            contents
        },
    ))
}

/// That there is nothing of this format for this reader, and the pairs that there are.
fn no_such_pair(reader: Reader, format: ReportFormat) -> Vec<Message<'static>> {
    let wrong = Message::new("usage-no-such-pair")
        .with("reader", reader.code())
        .with("format", format.code());
    let pairs = Reader::ALL.map(|reader| {
        let formats: Vec<_> = reader
            .formats()
            .iter()
            .map(|format| format.code())
            .collect();
        Message::new("usage-pair")
            .with("reader", reader.code())
            .with("formats", formats.join(", "))
    });
    std::iter::once(wrong).chain(pairs).collect()
}

/// The bytes, what to say of them, and the exit code.
type Counted = (Vec<u8>, Message<'static>, u8);

fn one(
    process: &mut ProcessEnv<'_>,
    context: &mut CommandContext,
    store: &mut Store,
    options: &ExportArgs,
    format: ReportFormat,
    contents: Contents,
) -> Result<Counted, Failure> {
    let catalog = &context.catalog;
    let case = find_case(
        store,
        &mut context.library,
        catalog,
        context.asked,
        options.case.as_deref(),
    )?;
    let exported = context
        .library
        .rendered(&case, catalog, format, contents)
        .map_err(|fault| Failure::pack(catalog, &fault))?;
    for (pack, answers) in &exported.missing {
        process.tell(&catalog.message(&missing_pack(pack, *answers)));
    }
    if exported.unsure > 0 {
        let said = Message::new("exporting-unsure-items").with("count", exported.unsure);
        process.tell(&catalog.message(&said));
    }
    let title = catalog.text(&firm_and_title(&case)).into_owned();
    let count = Message::new("export-done")
        .with("title", title)
        .with("questions", exported.questions)
        .with("tasks", exported.tasks);
    Ok((exported.bytes, count, DONE))
}

/// The empty questionnaire. Without forms it asks of all of them.
fn blank(context: &mut CommandContext, fill: &FillArgs) -> Result<Counted, Failure> {
    let library = &mut context.library;
    let id = library.first_pack();
    let pack = library.pack(&id);
    let pack = pack.map_err(|fault| Failure::pack(&context.catalog, &fault))?;
    let known: Vec<&FormId> = pack.forms.iter().map(|form| &form.id).collect();
    let mut forms = Vec::new();
    for form in &fill.forms {
        // As the screen names several of them.
        let form = match form.trim() {
            "objects" => "object",
            form => form,
        };
        let form = FormId::new(form);
        if !known.contains(&&form) {
            let known: Vec<&str> = known.iter().map(|form| form.as_str()).collect();
            let said = Message::new("usage-unknown-form")
                .with("form", form.to_string())
                .with("forms", known.join(", "));
            return Err(Failure::usage(&context.catalog, &[said]));
        }
        forms.push(form);
    }
    if forms.is_empty() {
        forms.extend(known.into_iter().cloned());
    }
    let blank = blank_workbook(&pack, forms, &context.catalog, now());
    let said = Message::new("fill-blank-done").with("questions", blank.questions);
    Ok((blank.bytes, said, DONE))
}

/// Every case that can be read; of the others it is said why not.
fn all(
    process: &mut ProcessEnv<'_>,
    context: &mut CommandContext,
    store: &mut Store,
    contents: Contents,
) -> Result<Counted, Failure> {
    let catalog = &context.catalog;
    let listed = store
        .list()
        .map_err(|error| Failure::store(catalog, &error))?;
    let mut bytes = Vec::new();
    let mut cases = 0_usize;
    let (mut left_out, mut in_part) = (0_usize, 0_usize);
    for listed in listed {
        let exported = match &listed.state {
            Ok(case) => context
                .library
                .rendered(case, catalog, ReportFormat::Ndjson, contents)
                .map_err(|fault| Failure::pack(catalog, &fault)),
            Err(fault) => Err(Failure::case(catalog, listed.id.as_str(), fault)),
        };
        match exported {
            Ok(exported) => {
                bytes.extend(exported.bytes);
                cases += 1;
                in_part += usize::from(!exported.missing.is_empty());
                for (pack, answers) in &exported.missing {
                    let said = catalog.message(&missing_pack(pack, *answers));
                    process.tell(&format!("{}: {said}", clean(listed.id.as_str())));
                }
            }
            Err(failure) => {
                process.fail(&failure);
                left_out += 1;
            }
        }
    }
    if left_out > 0 {
        let said = Message::new("export-unread").with("count", left_out);
        process.tell(&catalog.message(&said));
    }
    // What is there is whole, and not all of it is there.
    let is_all = left_out == 0 && in_part == 0;
    let said = Message::new("export-all-done").with("cases", cases);
    Ok((bytes, said, if is_all { DONE } else { COULD_NOT }))
}

/// Asks before a file of that name goes.
fn write(
    process: &mut ProcessEnv<'_>,
    catalog: &Catalog,
    store: &Store,
    Target { path, replace, .. }: Target<'_>,
    bytes: &[u8],
) -> Result<Seen<()>, Failure> {
    match store.write_out(path, bytes, replace) {
        Err(error) if *error.cause() == Cause::Taken && process.is_asked => {
            let said = Message::new("export-exists").with("path", path.display().to_string());
            process.confirm(catalog, &[said], Said::not("--replace"))?;
            store.write_out(path, bytes, true)
        }
        written => written,
    }
    .map_err(|error| Failure::export(catalog, &error))
}
