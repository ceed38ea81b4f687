//! The papers beside a pack: from what somebody wrote to papers that can be filled in without failing, or to every
//! mistake in it. What they name in packs has to be there: a paper for a measure that is gone would serve nothing.

use std::collections::HashSet;
use std::sync::Arc;

use super::node::{Ids, Node, Path};
use super::problem::{Issue, Problem, Shape as JsonShape, Thing};
use super::reader::Reader;
use super::{Count, LANGUAGES, from_to, number_of, spelling};
use crate::questionnaire::id::{FormId, MeasureId, PackId, PaperId, PointId, QuestionId};
use crate::questionnaire::pack::{Localized, Pack, Question, Source};
use crate::questionnaire::paper::{
    Column, FORMAT, Field, Known, KnownOfEntry, Orientation, Paper, PaperFormat, PaperPage, Papers,
    Part, Reach, Rows, Serves, Shape,
};
use crate::questionnaire::raw::Raw;

// The same numbers stand in criteria/papers.schema.json; the suite compares them.
const PAPERS: Count = from_to(1, 100);
const SERVES: Count = from_to(1, 12);
const NAMED: Count = from_to(0, 12);
const PAGES: Count = from_to(1, 8);
const PARTS: Count = from_to(1, 20);
const FIELDS: Count = from_to(1, 20);
const LINES: Count = from_to(1, 30);
const COLUMNS: Count = from_to(1, 12);
const ROWS: Count = from_to(1, 40);
const SIGNATURES: Count = from_to(1, 6);
const MOST_ROWS: u8 = 40;
const WIDEST: u8 = 20;

const FORMATS: &[(&str, PaperFormat)] = &[
    (PaperFormat::Html.code(), PaperFormat::Html),
    (PaperFormat::Docx.code(), PaperFormat::Docx),
    (PaperFormat::Xlsx.code(), PaperFormat::Xlsx),
];
const SHAPES: &[(&str, Shape)] = &[
    ("sheet", Shape::Sheet),
    ("notice", Shape::Notice),
    ("cards-8", Shape::Cards(8)),
    ("cards-4", Shape::Cards(4)),
];
const ORIENTATIONS: &[(&str, Orientation)] = &[
    ("portrait", Orientation::Portrait),
    ("landscape", Orientation::Landscape),
];
const REACHES: &[(&str, Reach)] = &[
    (Reach::Wall.code(), Reach::Wall),
    (Reach::Inside.code(), Reach::Inside),
    (Reach::Confidential.code(), Reach::Confidential),
];
const KNOWN: &[(&str, Known)] = &[
    ("profile.firm", Known::Firm),
    ("profile.manager", Known::Manager),
    ("profile.deputy", Known::Deputy),
    ("profile.contact", Known::Contact),
    ("today", Known::Today),
];
const KNOWN_OF_ENTRY: &[(&str, KnownOfEntry)] = &[
    ("information.number", KnownOfEntry::Number),
    ("information.what", KnownOfEntry::What),
    ("information.form", KnownOfEntry::Form),
    ("information.place", KnownOfEntry::Place),
    ("information.owner", KnownOfEntry::Owner),
    ("information.seen_by", KnownOfEntry::SeenBy),
    ("information.level", KnownOfEntry::Level),
];
const KINDS: &[(&str, Kind)] = &[
    ("heading", Kind::Heading),
    ("text", Kind::Text),
    ("fields", Kind::Fields),
    ("lines", Kind::Lines),
    ("table", Kind::Table),
    ("signatures", Kind::Signatures),
];
const ROW_SOURCES: &[(&str, RowSource)] = &[
    ("empty", RowSource::Empty),
    ("information", RowSource::Information),
    ("given", RowSource::Given),
];

#[derive(Clone, Copy)]
enum Kind {
    Heading,
    Text,
    Fields,
    Lines,
    Table,
    Signatures,
}

#[derive(Clone, Copy)]
enum RowSource {
    Empty,
    Information,
    Given,
}

/// Whether this is a file of papers, and not one of questions.
#[must_use]
pub fn is_of_papers(raw: &Raw<'_>) -> bool {
    matches!(raw, Raw::Members(members) if members.iter().any(|(name, _)| name == "papers"))
}

/// Reads papers of format 1, described in `criteria/papers.schema.json`. `packs` are those that can be named.
pub fn check_papers<'t>(
    raw: impl Into<Raw<'t>>,
    packs: &[Arc<Pack>],
) -> Result<Papers, Vec<Issue>> {
    let raw = raw.into();
    let (papers, issues) = read(&raw, packs, Path::root(false));
    if let (Some(papers), true) = (papers, issues.is_empty()) {
        return Ok(papers);
    }
    // Once more, to say where.
    let (_, issues) = read(&raw, packs, Path::root(true));
    Err(issues)
}

fn read(raw: &Raw<'_>, packs: &[Arc<Pack>], path: Path) -> (Option<Papers>, Vec<Issue>) {
    let mut reader = Reader::default();
    let written = number_of(raw);
    if let Some(found) = written.filter(|number| *number > u64::from(FORMAT)) {
        let found = found.to_string();
        reader.push(path.member("format"), Problem::Newer { found });
        return (None, reader.into_issues());
    }
    reader.knows_later_members = true;
    let papers = papers(&mut reader, Node { path, value: raw }, packs);
    (Some(papers), reader.into_issues())
}

fn papers(reader: &mut Reader, root: Node, packs: &[Arc<Pack>]) -> Papers {
    let root = reader.members(
        Some(root),
        &["format", "pack", "version", "languages", "papers"],
    );
    format(reader, root.get("format"));
    let pack = pack_named(reader, root.get("pack"), packs);
    let version = reader.version(root.get("version"));
    let languages = reader.read_languages(root.get("languages"), LANGUAGES);
    let own = packs.iter().find(|known| known.id == pack).cloned();
    let around = Around { own, packs };
    let (papers, _) = reader.things(root.get("papers"), PAPERS, |reader, node| {
        paper(reader, node, &around)
    });
    Papers {
        pack,
        version,
        languages,
        source: Source::default(),
        papers,
    }
}

/// The packs around the papers.
struct Around<'a> {
    own: Option<Arc<Pack>>,
    packs: &'a [Arc<Pack>],
}

impl Around<'_> {
    fn forms(&self) -> Ids {
        self.own.as_ref().map_or(Ids::Any, |pack| {
            these(pack.forms.iter().map(|form| form.id.as_str()))
        })
    }
}

fn these<'a>(ids: impl Iterator<Item = &'a str>) -> Ids {
    Ids::These(ids.map(str::to_owned).collect::<HashSet<_>>())
}

fn format(reader: &mut Reader, node: Option<Node>) {
    let Some(node) = node else { return };
    let Raw::Number(number) = node.value else {
        reader.wrong_shape(&node, JsonShape::Number);
        return;
    };
    if number.as_u64() != Some(u64::from(FORMAT)) {
        let found = spelling::shown(&number.to_string());
        reader.push(node.path, Problem::UnknownFormat { found });
    }
}

fn pack_named(reader: &mut Reader, node: Option<Node>, packs: &[Arc<Pack>]) -> PackId {
    let known = these(packs.iter().map(|pack| pack.id.as_str()));
    PackId::new(&reader.reference(node, &known, Thing::Pack))
}

fn paper(reader: &mut Reader, node: Node, around: &Around<'_>) -> (String, Paper) {
    let paper = reader.members_and(
        Some(node),
        &["id", "title", "first_format", "serves", "pages"],
        &["first", "caution"],
    );
    let id = reader.id(paper.get("id"));
    let title = reader.text(paper.get("title"));
    let serves = reader.list(paper.get("serves"), SERVES).unwrap_or_default();
    let read = Paper {
        title,
        is_first: reader.yes_no(paper.get("first")),
        first_format: reader
            .one_of(paper.get("first_format"), FORMATS)
            .unwrap_or(PaperFormat::Html),
        serves: serves
            .into_iter()
            .map(|node| serves_of(reader, node, around))
            .collect(),
        caution: optional_text(reader, paper.get("caution")),
        pages: reader
            .list(paper.get("pages"), PAGES)
            .unwrap_or_default()
            .into_iter()
            .map(|node| page(reader, node, around))
            .collect(),
        id: PaperId::new(&id),
    };
    (id, read)
}

fn optional_text(reader: &mut Reader, node: Option<Node>) -> Option<Localized> {
    reader.optional(node, |reader, node| reader.text(Some(node)))
}

fn serves_of(reader: &mut Reader, node: Node, around: &Around<'_>) -> Serves {
    let serves = reader.members_and(Some(node), &["question", "measures", "points"], &["pack"]);
    let pack = match serves.get("pack") {
        Some(node) => {
            let id = pack_named(reader, Some(node), around.packs);
            around.packs.iter().find(|pack| pack.id == id).cloned()
        }
        None => around.own.clone(),
    };
    let known = pack.as_ref().map_or(Ids::Any, |pack| {
        these(pack.questions.iter().map(|question| question.id.as_str()))
    });
    let question = reader.reference(serves.get("question"), &known, Thing::Question);
    let question = QuestionId::new(&question);
    let found: Option<&Question> = pack.as_ref().and_then(|pack| pack.question(&question));
    // What is wrong with the question was told: its parts are not told once more.
    let measures = found.map_or(Ids::Any, |question| {
        these(question.all_measures.iter().map(|one| one.id.as_str()))
    });
    let points = found.map_or(Ids::Any, |question| {
        these(question.all_points.iter().map(|one| one.id.as_str()))
    });
    let measures = reader.references(serves.get("measures"), NAMED, &measures, Thing::Measure);
    let points = reader.references(serves.get("points"), NAMED, &points, Thing::Point);
    Serves {
        pack: pack.map_or_else(|| PackId::new(""), |pack| pack.id.clone()),
        question,
        measures: measures.iter().map(|id| MeasureId::new(id)).collect(),
        points: points.iter().map(|id| PointId::new(id)).collect(),
    }
}

fn page(reader: &mut Reader, node: Node, around: &Around<'_>) -> PaperPage {
    let page = reader.members_and(
        Some(node),
        &["title", "shape", "orientation", "reach", "parts"],
        &["lead"],
    );
    let reach = reader
        .one_of(page.get("reach"), REACHES)
        .unwrap_or(Reach::Confidential);
    PaperPage {
        title: reader.text(page.get("title")),
        shape: reader
            .one_of(page.get("shape"), SHAPES)
            .unwrap_or(Shape::Sheet),
        orientation: reader
            .one_of(page.get("orientation"), ORIENTATIONS)
            .unwrap_or(Orientation::Portrait),
        reach,
        lead: optional_text(reader, page.get("lead")),
        parts: reader
            .list(page.get("parts"), PARTS)
            .unwrap_or_default()
            .into_iter()
            .filter_map(|node| part(reader, node, around, reach))
            .collect(),
    }
}

/// The members of a part depend on its kind, so the kind is looked at first.
fn part(reader: &mut Reader, node: Node, around: &Around<'_>, reach: Reach) -> Option<Part> {
    let kind = node.value.text_of("kind").and_then(|text| {
        let mut kinds = KINDS.iter();
        kinds.find(|(name, _)| *name == text).map(|(_, kind)| *kind)
    });
    let Some(kind) = kind else {
        // Says what is wrong with it: no object, no kind, or none of the kinds.
        if let Raw::Members(_) = node.value {
            let path = node.path.member("kind");
            match super::node::member(members_of(node.value), "kind") {
                Some(value) => {
                    reader.one_of(Some(Node { path, value }), KINDS);
                }
                None => reader.push(path, Problem::MissingMember),
            }
        } else {
            reader.wrong_shape(&node, JsonShape::Members);
        }
        return None;
    };
    let names: &[&str] = match kind {
        Kind::Heading | Kind::Text => &["kind", "text"],
        Kind::Fields => &["kind", "fields"],
        Kind::Lines => &["kind", "numbered", "lines"],
        Kind::Table => &["kind", "columns", "rows"],
        Kind::Signatures => &["kind", "by"],
    };
    let part = reader.members(Some(node), names);
    Some(match kind {
        Kind::Heading => Part::Heading(reader.text(part.get("text"))),
        Kind::Text => Part::Text(reader.text(part.get("text"))),
        Kind::Fields => {
            let fields = reader.list(part.get("fields"), FIELDS).unwrap_or_default();
            let fields = fields.into_iter();
            Part::Fields(fields.map(|node| field(reader, node, reach)).collect())
        }
        Kind::Lines => Part::Lines {
            is_numbered: reader.yes_no(part.get("numbered")),
            lines: texts(reader, part.get("lines"), LINES),
        },
        Kind::Table => {
            let columns = reader.list(part.get("columns"), COLUMNS);
            let columns: Vec<Column> = columns
                .unwrap_or_default()
                .into_iter()
                .map(|node| column(reader, node, around, reach))
                .collect();
            let rows = rows(reader, part.get("rows"), &columns, around, reach);
            Part::Table { columns, rows }
        }
        Kind::Signatures => Part::Signatures(texts(reader, part.get("by"), SIGNATURES)),
    })
}

fn members_of<'v>(value: &'v Raw<'v>) -> &'v [(std::borrow::Cow<'v, str>, Raw<'v>)] {
    match value {
        Raw::Members(members) => members,
        _ => &[],
    }
}

fn texts(reader: &mut Reader, node: Option<Node>, count: Count) -> Vec<Localized> {
    let texts = reader.list(node, count).unwrap_or_default().into_iter();
    texts.map(|node| reader.text(Some(node))).collect()
}

fn field(reader: &mut Reader, node: Node, reach: Reach) -> Field {
    let field = reader.members_and(Some(node), &["label"], &["known"]);
    Field {
        label: reader.text(field.get("label")),
        known: known(reader, field.get("known"), KNOWN, reach),
    }
}

/// A place of a case. A page for a wall shows none: whoever walks past would read it.
fn known<T: Clone>(
    reader: &mut Reader,
    node: Option<Node>,
    places: &[(&'static str, T)],
    reach: Reach,
) -> Option<T> {
    let node = node?;
    let path = node.path.clone();
    let found = reader.one_of(Some(node), places);
    if found.is_some() && reach == Reach::Wall {
        reader.push(path, Problem::KnownOnWall);
    }
    found
}

fn column(reader: &mut Reader, node: Node, around: &Around<'_>, reach: Reach) -> Column {
    let column = reader.members_and(Some(node), &["label", "width"], &["tick", "form", "known"]);
    Column {
        label: reader.text(column.get("label")),
        width: reader.whole_number(column.get("width"), 1, WIDEST),
        is_tick: reader.yes_no(column.get("tick")),
        form: form(reader, column.get("form"), around),
        known: known(reader, column.get("known"), KNOWN_OF_ENTRY, reach),
    }
}

fn form(reader: &mut Reader, node: Option<Node>, around: &Around<'_>) -> Option<FormId> {
    reader.optional(node, |reader, node| {
        FormId::new(&reader.reference(Some(node), &around.forms(), Thing::Form))
    })
}

fn rows(
    reader: &mut Reader,
    node: Option<Node>,
    columns: &[Column],
    around: &Around<'_>,
    reach: Reach,
) -> Rows {
    let rows = reader.members_and(node, &["from", "count"], &["form", "rows"]);
    let from = rows.get("from");
    let path = from.as_ref().map(|node| node.path.clone());
    let count = reader.whole_number(rows.get("count"), 0, MOST_ROWS);
    match reader.one_of(from, ROW_SOURCES) {
        Some(RowSource::Information) => {
            if let (Reach::Wall, Some(path)) = (reach, path) {
                reader.push(path, Problem::KnownOnWall);
            }
            Rows::Information {
                count,
                form: form(reader, rows.get("form"), around),
            }
        }
        Some(RowSource::Given) => {
            let given = rows.get("rows");
            if given.is_none() {
                reader.push(rows.path.member("rows"), Problem::MissingMember);
            }
            let given = reader.list(given, ROWS).unwrap_or_default().into_iter();
            Rows::Given {
                rows: given.map(|node| cells(reader, node, columns)).collect(),
                count,
            }
        }
        Some(RowSource::Empty) | None => Rows::Empty(count),
    }
}

/// A text or null for each column that is not a box.
fn cells(reader: &mut Reader, node: Node, columns: &[Column]) -> Vec<Option<Localized>> {
    let path = node.path.clone();
    let most = from_to(0, usize::from(WIDEST));
    let cells = reader.list(Some(node), most).unwrap_or_default();
    let columns = columns.iter().filter(|column| !column.is_tick).count();
    if cells.len() != columns {
        let cells = cells.len();
        reader.push(path, Problem::CellsNotColumns { cells, columns });
    }
    let cells = cells.into_iter();
    cells
        .map(|node| optional_text(reader, Some(node)))
        .collect()
}
