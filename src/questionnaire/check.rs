//! From what somebody wrote (any JSON value) to a pack that can be evaluated without failing,
//! or to every issue in it at once, each with its path. Knows no file and no user language;
//! never stops at the first mistake and never panics.

mod moves;
mod node;
mod papers;
mod problem;
mod question;
mod reader;
mod spelling;

use node::{Ids, Members, Node, Path};
pub use papers::{check_papers, is_of_papers};
pub use problem::{Issue, Problem, Shape, Thing};
use reader::Reader;

use crate::questionnaire::id::{ContactId, FormId, PackId, SectionId, TermId, is_id};
use crate::questionnaire::pack::{
    Checked, Contact, Example, FORMAT, Form, Level, Localized, Mark, Notice, Pack, Question,
    Section, Source, Take, Term, Topic, Wording,
};
use crate::questionnaire::raw::Raw;

/// How many there may be of something. The upper ends are far above what a person would
/// answer or read; they keep a broken or hostile file from filling memory and screen.
#[derive(Clone, Copy)]
struct Count {
    least: usize,
    most: usize,
}

const fn from_to(least: usize, most: usize) -> Count {
    Count { least, most }
}

// The same numbers stand in criteria/schema.json; the suite compares them.
const LANGUAGES: Count = from_to(1, 8);
const AMENDED: Count = from_to(0, 20);
const FORMS: Count = from_to(0, 12);
const SECTIONS: Count = from_to(1, 60);
const QUESTIONS: Count = from_to(1, 200);
const CONTACTS: Count = from_to(0, 100);
const TERMS: Count = from_to(0, 300);
const EXAMPLES: Count = from_to(0, 200);

const MARKS: &[(&str, Mark)] = &[
    ("document", Mark::Document),
    ("confirmed", Mark::Confirmed),
    ("secondary", Mark::Secondary),
    ("general", Mark::General),
];

/// Which pack `raw` follows, so that the caller can hand that one to [`check`].
/// None if it follows none, or if what it says is not a text.
#[must_use]
pub fn followed_by(raw: &Raw<'_>) -> Option<PackId> {
    raw.text_of("follows").map(PackId::new)
}

/// Reads a pack of format 1 or 2, described in `criteria/schema.json`. Where it follows another pack,
/// `followed` is that pack, whose forms, terms and contacts may be used too.
///
/// Questions come out in the order of their sections, then as written. Every member of format 1 is
/// required; those that came with format 2 may be left out, and stand only in a pack of that format. No other is
/// allowed. Of a newer format nothing is said but that it is newer.
pub fn check<'t>(raw: impl Into<Raw<'t>>, followed: Option<&Pack>) -> Result<Pack, Vec<Issue>> {
    let raw = raw.into();
    let (pack, issues) = read(&raw, followed, Path::root(false));
    if let (Some(pack), true) = (pack, issues.is_empty()) {
        return Ok(pack);
    }
    // Once more, to say where.
    let (_, issues) = read(&raw, followed, Path::root(true));
    Err(issues)
}

fn read(raw: &Raw<'_>, followed: Option<&Pack>, path: Path) -> (Option<Pack>, Vec<Issue>) {
    let mut reader = Reader::default();
    let written = number_of(raw);
    if let Some(found) = written.filter(|number| *number > u64::from(FORMAT)) {
        // What is in it is for a newer program to say.
        let found = found.to_string();
        reader.push(path.member("format"), Problem::Newer { found });
        return (None, reader.into_issues());
    }
    reader.knows_later_members = written == Some(u64::from(FORMAT));
    let pack = pack(&mut reader, Node { path, value: raw }, followed);
    (Some(pack), reader.into_issues())
}

/// The number of the format, if one is written.
fn number_of(raw: &Raw<'_>) -> Option<u64> {
    let Raw::Members(members) = raw else {
        return None;
    };
    match node::member(members, "format")? {
        Raw::Number(number) => number.as_u64(),
        _ => None,
    }
}

/// The ids that other parts of the pack may name. What could not be read allows every id,
/// so that one mistake is not told again wherever its id is used.
struct Known {
    forms: Ids,
    sections: Ids,
    contacts: Ids,
    terms: Ids,
}

// What cannot be read gets a stand-in and leaves an issue; `check` throws the pack away then.
fn pack(reader: &mut Reader, root: Node, followed: Option<&Pack>) -> Pack {
    let root = reader.members_and(
        Some(root),
        &[
            "format",
            "id",
            "version",
            "follows",
            "languages",
            "title",
            "notice",
            "forms",
            "sections",
            "questions",
            "contacts",
            "terms",
            "examples",
        ],
        &["wording", "renamed", "removed"],
    );
    format(reader, root.get("format"));
    let id = PackId::new(&reader.id(root.get("id")));
    let version = reader.version(root.get("version"));
    let (follows, followed) = follows(reader, root.get("follows"), &id, followed);
    let languages = reader.read_languages(root.get("languages"), LANGUAGES);
    let title = reader.text(root.get("title"));
    let wording = wording(reader, root.get("wording"));
    let notice = notice(reader, root.get("notice"));
    let (forms, mut known_forms) = forms(reader, root.get("forms"));
    // In which of them a firm has its information is asked once, for both walks.
    let mut to_choose = forms.clone();
    match &followed {
        Followed::Here(pack) => {
            let of_that_one = |form: &&Form| !known_forms.know(form.id.as_str());
            to_choose.extend(pack.forms.iter().filter(of_that_one).cloned());
            known_forms.add(pack.forms.iter().map(|form| form.id.as_str()));
        }
        Followed::NotHere if forms.is_empty() => known_forms = Ids::Any,
        Followed::None | Followed::NotHere => {}
    }
    let (sections, known_sections) = sections(reader, root.get("sections"), &known_forms);
    // Before the questions, which name them.
    let (contacts, mut known_contacts) = contacts(reader, root.get("contacts"));
    let (terms, mut known_terms) = terms(reader, root.get("terms"));
    match followed {
        Followed::None => {}
        Followed::Here(pack) => {
            known_contacts.add(pack.contacts.iter().map(|contact| contact.id.as_str()));
            known_terms.add(pack.terms.iter().map(|term| term.id.as_str()));
        }
        Followed::NotHere => {
            known_contacts = Ids::Any;
            known_terms = Ids::Any;
        }
    }
    let known = Known {
        forms: known_forms,
        sections: known_sections,
        contacts: known_contacts,
        terms: known_terms,
    };
    let questions = question::questions(reader, root.get("questions"), QUESTIONS, &known);
    if !questions.is_empty() {
        sections_that_are_never_asked(reader, &root, &sections, &questions);
        let path = root.path.member("questions");
        question::what_the_forms_leave(reader, &path, &to_choose, &sections, &questions);
    }
    let moves = moves::moves(reader, &root, &questions);
    let examples = examples(reader, root.get("examples"), &known.forms);
    Pack {
        id,
        version,
        follows,
        languages,
        title,
        wording,
        moves,
        source: Source::default(),
        notice,
        forms,
        questions: in_order_of(&sections, questions),
        sections,
        contacts,
        terms,
        examples,
    }
}

fn format(reader: &mut Reader, node: Option<Node>) {
    let Some(node) = node else { return };
    let Raw::Number(number) = node.value else {
        reader.wrong_shape(&node, Shape::Number);
        return;
    };
    let is_known = |number| (1..=u64::from(FORMAT)).contains(&number);
    if !number.as_u64().is_some_and(is_known) {
        let found = spelling::shown(&number.to_string());
        reader.push(node.path, Problem::UnknownFormat { found });
    }
}

enum Followed<'a> {
    None,
    Here(&'a Pack),
    NotHere,
}

fn follows<'a>(
    reader: &mut Reader,
    node: Option<Node>,
    own: &PackId,
    followed: Option<&'a Pack>,
) -> (Option<PackId>, Followed<'a>) {
    let Some(node) = node.filter(|node| *node.value != Raw::Null) else {
        return (None, Followed::None);
    };
    let path = node.path.clone();
    let id = PackId::new(&reader.id(Some(node)));
    if id == *own && !id.as_str().is_empty() {
        reader.push(path, Problem::FollowsItself);
    } else if let Some(pack) = followed.filter(|pack| pack.id == id) {
        return (Some(id), Followed::Here(pack));
    } else if is_id(id.as_str()) {
        let id = id.to_string();
        reader.push(path, Problem::FollowedMissing { id });
    }
    (Some(id), Followed::NotHere)
}

fn notice(reader: &mut Reader, node: Option<Node>) -> Notice {
    let notice = reader.members(node, &["name", "date", "amended"]);
    Notice {
        name: reader.text(notice.get("name")),
        date: reader.date(notice.get("date")),
        amended: reader
            .list(notice.get("amended"), AMENDED)
            .into_iter()
            .flatten()
            .map(|date| reader.date(Some(date)))
            .collect(),
    }
}

fn forms(reader: &mut Reader, node: Option<Node>) -> (Vec<Form>, Ids) {
    reader.things(node, FORMS, |reader, node| {
        let form = reader.members(Some(node), &["id", "title", "examples"]);
        let id = reader.id(form.get("id"));
        let form = Form {
            id: FormId::new(&id),
            title: reader.text(form.get("title")),
            examples: reader.text(form.get("examples")),
        };
        (id, form)
    })
}

fn sections(reader: &mut Reader, node: Option<Node>, forms: &Ids) -> (Vec<Section>, Ids) {
    reader.things(node, SECTIONS, |reader, node| {
        let section = reader.members(
            Some(node),
            &["id", "place", "take", "forms", "topic", "title"],
        );
        let id = reader.id(section.get("id"));
        let section = Section {
            id: SectionId::new(&id),
            legal_ref: reader
                .optional(section.get("place"), |reader, node| reader.line(Some(node))),
            take: reader
                .one_of(
                    section.get("take"),
                    &[("all", Take::All), ("heading", Take::Heading)],
                )
                .unwrap_or(Take::All),
            forms: reader
                .references(section.get("forms"), FORMS, forms, Thing::Form)
                .iter()
                .map(|id| FormId::new(id))
                .collect(),
            topic: topic(reader, section.get("topic")),
            title: reader.text(section.get("title")),
        };
        (id, section)
    })
}

fn topic(reader: &mut Reader, node: Option<Node>) -> Topic {
    match node {
        Some(node) if matches!(node.value, Raw::Members(_)) => {
            let topic = reader.members(Some(node), &["checked"]);
            Topic::Checked(checked(reader, topic.get("checked")))
        }
        node => reader
            .one_of(
                node,
                &[("source", Topic::Source), ("reading", Topic::Reading)],
            )
            .unwrap_or(Topic::Reading),
    }
}

fn checked(reader: &mut Reader, node: Option<Node>) -> Checked {
    let checked = reader.members(node, &["by", "on"]);
    Checked {
        by: reader.line(checked.get("by")),
        on: reader.date(checked.get("on")),
    }
}

fn wording(reader: &mut Reader, node: Option<Node>) -> Option<Wording> {
    reader.optional(node, |reader, node| {
        let wording = reader.members(Some(node), &["by", "of", "on"]);
        Wording {
            by: reader.text(wording.get("by")),
            of: reader.text(wording.get("of")),
            on: reader.date(wording.get("on")),
        }
    })
}

fn contacts(reader: &mut Reader, node: Option<Node>) -> (Vec<Contact>, Ids) {
    reader.things(node, CONTACTS, |reader, node| {
        let contact = reader.members(
            Some(node),
            &["id", "name", "for", "cost", "url", "mark", "verify"],
        );
        let id = reader.id(contact.get("id"));
        let contact = Contact {
            id: ContactId::new(&id),
            name: reader.text(contact.get("name")),
            purpose: reader.text(contact.get("for")),
            cost: reader.text(contact.get("cost")),
            url: reader.optional(contact.get("url"), Reader::url),
            mark: mark(reader, contact.get("mark")),
            verify: reader.yes_no(contact.get("verify")),
        };
        (id, contact)
    })
}

fn terms(reader: &mut Reader, node: Option<Node>) -> (Vec<Term>, Ids) {
    reader.things(node, TERMS, |reader, node| {
        let term = reader.members(Some(node), &["id", "name", "text"]);
        let id = reader.id(term.get("id"));
        let term = Term {
            id: TermId::new(&id),
            name: reader.text(term.get("name")),
            text: reader.text(term.get("text")),
        };
        (id, term)
    })
}

fn examples(reader: &mut Reader, node: Option<Node>, forms: &Ids) -> Vec<Example> {
    reader
        .list(node, EXAMPLES)
        .into_iter()
        .flatten()
        .map(|node| {
            let example = reader.members(Some(node), &["trade", "what", "form"]);
            Example {
                trade: reader.text(example.get("trade")),
                what: reader.text(example.get("what")),
                form: FormId::new(&reader.reference(example.get("form"), forms, Thing::Form)),
            }
        })
        .collect()
}

fn mark(reader: &mut Reader, node: Option<Node>) -> Mark {
    reader.one_of(node, MARKS).unwrap_or(Mark::General)
}

// A section that can never be asked would stand in the overview as 0 / 0 for ever.
fn sections_that_are_never_asked(
    reader: &mut Reader,
    root: &Members,
    sections: &[Section],
    questions: &[Question],
) {
    for (index, section) in sections.iter().enumerate() {
        let asked = questions.iter().any(|question| {
            question.section == section.id
                && (section.take == Take::All || question.level == Level::Heading)
        });
        if !asked && !section.id.as_str().is_empty() {
            let path = root.path.member("sections").entry(index);
            reader.push(path, Problem::SectionNeverAsked);
        }
    }
}

fn in_order_of(sections: &[Section], mut questions: Vec<Question>) -> Vec<Question> {
    questions.sort_by_key(|question| {
        sections
            .iter()
            .position(|section| section.id == question.section)
    });
    questions
}

/// What stands where a text could not be read.
fn no_text() -> Localized {
    Localized::new(vec![("".into(), String::new())])
}
