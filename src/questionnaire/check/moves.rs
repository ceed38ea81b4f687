//! What a pack says of the ids that its earlier versions had: which took their place, and which are gone and why.
//! Each old id is told once, and leads to something that is there.

use super::node::{Members, Node, Path};
use super::problem::{Problem, Shape, Thing};
use super::reader::Reader;
use super::spelling::shown;
use super::{Count, from_to};
use crate::questionnaire::id::is_id;
use crate::questionnaire::id::{MeasureId, PointId, QuestionId};
use crate::questionnaire::pack::{Localized, Moves, Question, Removed, Renamed};
use crate::questionnaire::raw::Raw;

const OLD_IDS: Count = from_to(0, 400);
const KINDS: [&str; 3] = ["questions", "points", "measures"];

pub(super) fn moves(reader: &mut Reader, root: &Members, questions: &[Question]) -> Moves {
    let renamed = reader.members_and(root.get("renamed"), &[], &KINDS);
    let removed = reader.members_and(root.get("removed"), &[], &KINDS);
    let ids: Vec<&str> = questions.iter().map(|one| one.id.as_str()).collect();
    let of = |get: fn(&Question) -> Vec<&str>| {
        move |id: &str| {
            let question = questions.iter().find(|one| one.id.as_str() == id);
            question.map(get)
        }
    };
    let points = of(|one| {
        one.all_points
            .iter()
            .map(|point| point.id.as_str())
            .collect()
    });
    let measures = of(|one| one.all_measures.iter().map(|one| one.id.as_str()).collect());
    let (new, gone) = (renamed.get("questions"), removed.get("questions"));
    let (asked, no_longer) = both(reader, new, gone, &ids, Thing::Question);
    let (new, gone) = (renamed.get("points"), removed.get("points"));
    let (of_points, points_gone) = inside(reader, new, gone, &points, Thing::Point);
    let (new, gone) = (renamed.get("measures"), removed.get("measures"));
    let (of_measures, measures_gone) = inside(reader, new, gone, &measures, Thing::Measure);
    let question = |id: &str| QuestionId::new(id);
    Moves {
        renamed: Renamed {
            questions: asked
                .iter()
                .map(|(old, new)| (question(old), question(new)))
                .collect(),
            points: of_points
                .iter()
                .map(|(at, old, new)| (question(at), PointId::new(old), PointId::new(new)))
                .collect(),
            measures: of_measures
                .iter()
                .map(|(at, old, new)| (question(at), MeasureId::new(old), MeasureId::new(new)))
                .collect(),
        },
        removed: Removed {
            questions: no_longer
                .into_iter()
                .map(|(old, why)| (question(&old), why))
                .collect(),
            points: points_gone
                .into_iter()
                .map(|(at, old, why)| (question(&at), PointId::new(&old), why))
                .collect(),
            measures: measures_gone
                .into_iter()
                .map(|(at, old, why)| (question(&at), MeasureId::new(&old), why))
                .collect(),
        },
    }
}

type Pairs = Vec<(String, String)>;
type Reasons = Vec<(String, Localized)>;
/// The same with the question to which each belongs.
type PairsWithin = Vec<(String, String, String)>;
type ReasonsWithin = Vec<(String, String, Localized)>;

/// What is renamed and what is removed among ids that are unique where they stand.
fn both(
    reader: &mut Reader,
    renamed: Option<Node>,
    removed: Option<Node>,
    there: &[&str],
    thing: Thing,
) -> (Pairs, Reasons) {
    let mut pairs: Pairs = Vec::new();
    let mut paths = Vec::new();
    for (old, node) in entries(reader, renamed) {
        let path = node.path.clone();
        let new = reader.id(Some(node));
        still_there(reader, &path, &old, there);
        if pairs.iter().any(|(_, known)| *known == new) {
            let text = shown(&new);
            reader.push(path.clone(), Problem::Duplicate { text });
        }
        pairs.push((old, new));
        paths.push(path);
    }
    for ((old, new), path) in pairs.iter().zip(paths) {
        match last_name(&pairs, old) {
            None => reader.push(path, Problem::RenamedInCircle),
            Some(last) if !there.contains(&last) && !new.is_empty() => {
                let id = shown(last);
                reader.push(path, Problem::NoSuch { thing, id });
            }
            Some(_) => {}
        }
    }
    let mut reasons: Reasons = Vec::new();
    for (old, node) in entries(reader, removed) {
        let path = node.path.clone();
        still_there(reader, &path, &old, there);
        if pairs.iter().any(|(known, _)| *known == old) {
            reader.push(path, Problem::RenamedAndRemoved);
        }
        let why = reader.text(Some(node));
        reasons.push((old, why));
    }
    (pairs, reasons)
}

/// The same for ids that are unique within a question: they stand under the id that the question has today.
fn inside<'q>(
    reader: &mut Reader,
    renamed: Option<Node>,
    removed: Option<Node>,
    there: &dyn Fn(&str) -> Option<Vec<&'q str>>,
    thing: Thing,
) -> (PairsWithin, ReasonsWithin) {
    let mut renamed = entries(reader, renamed);
    let mut removed = entries(reader, removed);
    let mut at: Vec<String> = Vec::new();
    for (question, node) in renamed.iter().chain(&removed) {
        if there(question).is_none() {
            let (id, thing) = (shown(question), Thing::Question);
            reader.push(node.path.clone(), Problem::NoSuch { thing, id });
        } else if !at.contains(question) {
            at.push(question.clone());
        }
    }
    let (mut pairs, mut reasons) = (Vec::new(), Vec::new());
    for question in at {
        let node = |nodes: &mut Vec<(String, Node)>| -> Option<usize> {
            nodes.iter().position(|(id, _)| *id == question)
        };
        let new = node(&mut renamed).map(|index| renamed.remove(index).1);
        let gone = node(&mut removed).map(|index| removed.remove(index).1);
        let ids = there(&question).unwrap_or_default();
        let (new, gone) = both(reader, new, gone, &ids, thing);
        pairs.extend(
            new.into_iter()
                .map(|(old, new)| (question.clone(), old, new)),
        );
        reasons.extend(
            gone.into_iter()
                .map(|(old, why)| (question.clone(), old, why)),
        );
    }
    (pairs, reasons)
}

/// Old ids, each with what is said of it. Each stands there once.
fn entries<'v>(reader: &mut Reader, node: Option<Node<'v>>) -> Vec<(String, Node<'v>)> {
    let Some(node) = node else {
        return Vec::new();
    };
    let Raw::Members(map) = node.value else {
        reader.wrong_shape(&node, Shape::Members);
        return Vec::new();
    };
    if map.len() > OLD_IDS.most {
        let (most, found) = (OLD_IDS.most, map.len());
        reader.push(node.path.clone(), Problem::TooMany { most, found });
    }
    let mut found: Vec<(String, Node)> = Vec::new();
    for (name, value) in map.iter().take(OLD_IDS.most) {
        let path = node.path.member(name);
        if !is_id(name) {
            let text = shown(name);
            reader.push(path, Problem::NotAnId { text });
        } else if found.iter().any(|(known, _)| known == name) {
            let text = shown(name);
            reader.push(path, Problem::Duplicate { text });
        } else {
            found.push((name.to_string(), Node { path, value }));
        }
    }
    found
}

fn still_there(reader: &mut Reader, path: &Path, old: &str, there: &[&str]) {
    if there.contains(&old) {
        reader.push(path.clone(), Problem::StillThere);
    }
}

/// The name at the end of the way; none if it comes round to itself.
fn last_name<'p>(pairs: &'p Pairs, old: &'p str) -> Option<&'p str> {
    let mut name = old;
    for _ in 0..=pairs.len() {
        match pairs.iter().find(|(known, _)| known == name) {
            Some((_, next)) => name = next,
            None => return Some(name),
        }
    }
    None
}
