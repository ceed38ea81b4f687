//! The questions of a pack, with their points and measures.
//! What holds between them (every point closed, cheapest first) is looked at here too.

use super::node::{Ids, Node, Path};
use super::problem::{Problem, Thing};
use super::reader::Reader;
use super::{Count, FORMS, Known, checked, from_to, mark, wording};
use crate::questionnaire::asked::fits;
use crate::questionnaire::forms::reason;
use crate::questionnaire::id::{
    ContactId, FormId, MeasureId, PointId, QuestionId, SectionId, TermId,
};
use crate::questionnaire::pack::{
    Cost, Effort, Form, Level, Measure, Point, Question, Range, Related, Section, WhenUnknown, Why,
};

const POINTS: Count = from_to(2, 4);
const MEASURES: Count = from_to(1, 12);
const REASONS: Count = from_to(0, 6);
const HELP: Count = from_to(0, 8);
const QUESTION_TERMS: Count = from_to(0, 12);
const RELATED: Count = from_to(0, 20);

const COSTS: &[(&str, Cost)] = &[
    (Cost::Nothing.code(), Cost::Nothing),
    (Cost::Under10k.code(), Cost::Under10k),
    (Cost::Under100k.code(), Cost::Under100k),
    (Cost::Above.code(), Cost::Above),
];
const EFFORTS: &[(&str, Effort)] = &[
    (Effort::Minutes.code(), Effort::Minutes),
    (Effort::Hours.code(), Effort::Hours),
    (Effort::Days.code(), Effort::Days),
];

pub(super) fn questions(
    reader: &mut Reader,
    node: Option<Node>,
    count: Count,
    known: &Known,
) -> Vec<Question> {
    reader
        .things(node, count, |reader, node| question(reader, node, known))
        .0
}

fn question(reader: &mut Reader, node: Node, known: &Known) -> (String, Question) {
    let question = reader.members_and(
        Some(node),
        &[
            "id",
            "section",
            "level",
            "priority",
            "label",
            "text",
            "why",
            "points",
            "measures",
            "when_unknown",
            "may_not_apply",
            "amendment",
            "help",
            "terms",
        ],
        &["wording", "checked", "related"],
    );
    let id = reader.id(question.get("id"));
    let section = reader.reference(question.get("section"), &known.sections, Thing::Section);
    let level = reader.one_of(
        question.get("level"),
        &[("heading", Level::Heading), ("provision", Level::Provision)],
    );
    let priority = reader.whole_number(question.get("priority"), 1, 3);
    let label = reader.text(question.get("label"));
    let text = reader.text(question.get("text"));
    let why = why(reader, question.get("why"));
    let (points, known_points) = points(reader, question.get("points"), &known.forms);
    let measures = measures(
        reader,
        question.get("measures"),
        &known_points,
        &known.forms,
    );
    if !measures.is_empty() {
        let path = question.path.member("points");
        points_that_nothing_closes(reader, &path, &points, &measures);
    }
    let when_unknown = reader.members(question.get("when_unknown"), &["look", "ask"]);
    let read = Question {
        section: SectionId::new(&section),
        level: level.unwrap_or(Level::Heading),
        priority,
        label,
        text,
        why,
        all_points: points,
        all_measures: measures,
        wording: wording(reader, question.get("wording")),
        checked: reader.optional(question.get("checked"), |reader, node| {
            checked(reader, Some(node))
        }),
        related: related(reader, question.get("related")),
        when_unknown: WhenUnknown {
            look: reader.text(when_unknown.get("look")),
            ask: reader.text(when_unknown.get("ask")),
        },
        may_not_apply: reader
            .list(question.get("may_not_apply"), REASONS)
            .into_iter()
            .flatten()
            .map(|reason| reader.text(Some(reason)))
            .collect(),
        amendment: reader.optional(question.get("amendment"), |reader, node| {
            reader.text(Some(node))
        }),
        help: reader
            .references(question.get("help"), HELP, &known.contacts, Thing::Contact)
            .iter()
            .map(|id| ContactId::new(id))
            .collect(),
        terms: reader
            .references(
                question.get("terms"),
                QUESTION_TERMS,
                &known.terms,
                Thing::Term,
            )
            .iter()
            .map(|id| TermId::new(id))
            .collect(),
        id: QuestionId::new(&id),
    };
    (id, read)
}

fn why(reader: &mut Reader, node: Option<Node>) -> Why {
    let why = reader.members(node, &["text", "source", "mark"]);
    Why {
        text: reader.text(why.get("text")),
        source: reader.text(why.get("source")),
        mark: mark(reader, why.get("mark")),
    }
}

fn related(reader: &mut Reader, node: Option<Node>) -> Vec<Related> {
    let entries = reader.list(node, RELATED).unwrap_or_default().into_iter();
    entries
        .map(|node| {
            let related = reader.members(Some(node), &["scheme", "number", "mark"]);
            Related {
                scheme: reader.text(related.get("scheme")),
                number: reader.line(related.get("number")),
                mark: mark(reader, related.get("mark")),
            }
        })
        .collect()
}

/// The forms for which a point is asked or a measure offered; empty for all of them.
fn forms(reader: &mut Reader, node: Option<Node>, known: &Ids) -> Vec<FormId> {
    let forms = reader.references(node, FORMS, known, Thing::Form);
    forms.iter().map(|id| FormId::new(id)).collect()
}

fn points(reader: &mut Reader, node: Option<Node>, known: &Ids) -> (Vec<Point>, Ids) {
    reader.things(node, POINTS, |reader, node| {
        let point = reader.members_and(Some(node), &["id", "text"], &["forms", "none"]);
        let id = reader.id(point.get("id"));
        let point = Point {
            id: PointId::new(&id),
            text: reader.text(point.get("text")),
            forms: forms(reader, point.get("forms"), known),
            none: reader.optional(point.get("none"), |reader, node| reader.text(Some(node))),
        };
        (id, point)
    })
}

fn measures(reader: &mut Reader, node: Option<Node>, points: &Ids, known: &Ids) -> Vec<Measure> {
    let mut before = None;
    reader
        .things(node, MEASURES, |reader, node| {
            let path = node.path.clone();
            let (id, measure, price) = measure(reader, node, points, known);
            if price.is_some() && price < before {
                reader.push(path, Problem::CheaperThanBefore);
            }
            before = price.or(before);
            (id, measure)
        })
        .0
}

/// Cost, then effort, each by its lower end, then its upper. None if either could not be read.
type Price = Option<(Range<Cost>, Range<Effort>)>;

fn measure(reader: &mut Reader, node: Node, points: &Ids, known: &Ids) -> (String, Measure, Price) {
    let measure = reader.members_and(
        Some(node),
        &["id", "text", "detail", "cost", "effort", "record", "closes"],
        &["forms"],
    );
    let id = reader.id(measure.get("id"));
    let text = reader.text(measure.get("text"));
    let detail = reader.optional(measure.get("detail"), |reader, node| {
        reader.text(Some(node))
    });
    let cost = reader.range(measure.get("cost"), COSTS);
    let effort = reader.range(measure.get("effort"), EFFORTS);
    let read = Measure {
        id: MeasureId::new(&id),
        text,
        detail,
        cost: cost.unwrap_or(Range {
            from: Cost::Nothing,
            to: Cost::Nothing,
        }),
        effort: effort.unwrap_or(Range {
            from: Effort::Minutes,
            to: Effort::Minutes,
        }),
        record: reader.text(measure.get("record")),
        // A measure may help without closing a point.
        closes: reader
            .references(
                measure.get("closes"),
                from_to(0, POINTS.most),
                points,
                Thing::Point,
            )
            .iter()
            .map(|id| PointId::new(id))
            .collect(),
        forms: forms(reader, measure.get("forms"), known),
    };
    (id, read, cost.zip(effort))
}

// Else 「まずはここから」 would have nothing to name.
fn points_that_nothing_closes(
    reader: &mut Reader,
    path: &Path,
    points: &[Point],
    measures: &[Measure],
) {
    for (index, point) in points.iter().enumerate() {
        if !point.id.as_str().is_empty()
            && !measures
                .iter()
                .any(|measure| measure.closes.contains(&point.id))
        {
            reader.push(path.entry(index), Problem::PointNotClosed);
        }
    }
}

/// What is left of each question where only one form is chosen: each point is closed by a measure that is offered, and
/// one of the points says something of every firm, so that there is no answer which is nothing but "none here".
pub(super) fn what_the_forms_leave(
    reader: &mut Reader,
    path: &Path,
    forms: &[Form],
    sections: &[Section],
    questions: &[Question],
) {
    for (index, question) in questions.iter().enumerate() {
        let path = path.entry(index).member("points");
        let has_forms = question
            .all_points
            .iter()
            .any(|point| !point.forms.is_empty())
            || question
                .all_measures
                .iter()
                .any(|measure| !measure.forms.is_empty());
        if !has_forms {
            if question.all_points.iter().all(|point| point.none.is_some()) {
                reader.push(path, Problem::NoneEverywhere { form: None });
            }
            continue;
        }
        let section = sections
            .iter()
            .find(|section| section.id == question.section);
        for form in forms {
            let chosen = std::slice::from_ref(&form.id);
            if section.is_some_and(|section| reason(section, chosen).is_asked()) {
                what_one_form_leaves(reader, &path, question, &form.id);
            }
        }
    }
}

fn what_one_form_leaves(reader: &mut Reader, path: &Path, question: &Question, form: &FormId) {
    let chosen = std::slice::from_ref(form);
    let mut asked = 0_usize;
    let mut with_none = 0_usize;
    for (index, point) in question.all_points.iter().enumerate() {
        if !fits(&point.forms, chosen) {
            continue;
        }
        asked += 1;
        with_none += usize::from(point.none.is_some());
        let closes = |measure: &&Measure| measure.closes.contains(&point.id);
        let mut closing = question.all_measures.iter().filter(closes);
        // One that nothing closes at all has been told.
        if closing.clone().next().is_some() && !closing.any(|measure| fits(&measure.forms, chosen))
        {
            let form = form.to_string();
            reader.push(path.entry(index), Problem::PointNotClosedFor { form });
        }
    }
    if asked > 0 && asked == with_none {
        let form = Some(form.to_string());
        reader.push(path.clone(), Problem::NoneEverywhere { form });
    }
}
