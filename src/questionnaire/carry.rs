//! What becomes of answers when their pack changes: they move along with the ids that were renamed, and what has no home
//! in the pack any more is found. Nothing is ever taken out of a case here.

use crate::questionnaire::case::{Answer, Case, Given, PointState, Walk};
use crate::questionnaire::id::{MeasureId, PointId, QuestionId};
use crate::questionnaire::item::Item;
use crate::questionnaire::pack::{Localized, Moves, Pack, Point, Question};
use crate::questionnaire::result::WalkResult;

/// Moves the answers of the walk of `pack` to the ids that the pack has today; also those of the check that this one
/// does again. Doing it twice does nothing more. Where both the old and the new id have an answer, both stay.
pub fn carry(case: &mut Case, pack: &Pack) {
    if pack.moves == Moves::default() {
        return;
    }
    if let Some(walk) = case.walks.get_mut(&pack.id) {
        carry_walk(walk, pack);
    }
    let earlier = case.earlier.as_mut();
    if let Some(walk) = earlier.and_then(|earlier| earlier.walks.get_mut(&pack.id)) {
        carry_walk(walk, pack);
    }
}

fn carry_walk(walk: &mut Walk, pack: &Pack) {
    let renamed = &pack.moves.renamed;
    let of_today = |old: &QuestionId| last(&renamed.questions, old);
    let moved: Vec<(QuestionId, QuestionId)> = walk
        .answers
        .keys()
        .filter_map(|old| Some((old.clone(), of_today(old)?)))
        .collect();
    for (old, new) in moved {
        let there = walk.answers.get(&new);
        if there.is_some_and(|there| there.given.is_some()) {
            continue;
        }
        if let Some(mut answer) = walk.answers.remove(&old) {
            if let Some(later) = walk.answers.remove(&new) {
                join(&mut answer, later);
            }
            walk.answers.insert(new, answer);
        }
    }
    if let Some(new) = walk.at.as_ref().and_then(of_today) {
        walk.at = Some(new);
    }
    for (question, answer) in &mut walk.answers {
        carry_answer(answer, question, pack);
    }
}

/// What was noted under the new id before the answer came to it goes along with the answer.
fn join(answer: &mut Answer, later: Answer) {
    if answer.note.is_empty() {
        answer.note = later.note;
    } else if !later.note.is_empty() && !answer.note.contains(&later.note) {
        answer.note = format!("{}\n{}", answer.note, later.note);
    }
    answer.flag |= later.flag;
    answer.task = later.task.or(answer.task.take());
    answer.records.extend(later.records);
    answer.record_details.extend(later.record_details);
    if answer.draft_reason.is_empty() {
        answer.draft_reason = later.draft_reason;
    }
    answer.other.extend(later.other);
}

fn carry_answer(answer: &mut Answer, question: &QuestionId, pack: &Pack) {
    let renamed = &pack.moves.renamed;
    let points: Vec<(PointId, PointId)> = within(&renamed.points, question);
    let measures: Vec<(MeasureId, MeasureId)> = within(&renamed.measures, question);
    for (old, _) in &points {
        let Some(new) = last(&points, old) else {
            continue;
        };
        if let Some(Given::Points(given)) = &mut answer.given
            && !given.contains_key(&new)
            && let Some(is_there) = given.remove(old)
        {
            given.insert(new.clone(), is_there);
        }
        if let Some(none) = &mut answer.none
            && none.remove(old)
        {
            none.insert(new);
        }
    }
    for (old, _) in &measures {
        let Some(new) = last(&measures, old) else {
            continue;
        };
        if let Some(task) = &mut answer.task
            && task.measure.as_ref() == Some(old)
        {
            task.measure = Some(new.clone());
        }
        if !answer.records.contains_key(new.as_str())
            && let Some(state) = answer.records.remove(old.as_str())
        {
            answer.records.insert(new.to_string(), state);
        }
        if !answer.record_details.contains_key(new.as_str())
            && let Some(detail) = answer.record_details.remove(old.as_str())
        {
            answer.record_details.insert(new.to_string(), detail);
        }
    }
}

fn within<I: Clone>(renamed: &[(QuestionId, I, I)], question: &QuestionId) -> Vec<(I, I)> {
    renamed
        .iter()
        .filter(|(at, ..)| at == question)
        .map(|(_, old, new)| (old.clone(), new.clone()))
        .collect()
}

/// The id of today of one that was renamed, perhaps more than once. The pack's check lets no circle through.
fn last<I: Clone + PartialEq>(renamed: &[(I, I)], old: &I) -> Option<I> {
    let next = |id: &I| renamed.iter().find(|(known, _)| known == id);
    let mut found = next(old)?.1.clone();
    for _ in renamed {
        match next(&found) {
            Some((_, newer)) => found.clone_from(newer),
            None => break,
        }
    }
    Some(found)
}

/// An answer that has no home in the pack of today, or a part of one.
#[derive(Clone, Debug, PartialEq)]
pub struct Orphan<'a> {
    pub question: &'a QuestionId,
    /// The question, where it is there and only a part of its answer has no home.
    pub asked: Option<&'a Question>,
    pub answer: &'a Answer,
    pub part: OrphanPart<'a>,
    /// Why it was taken out, in the words of the pack; none where the pack says nothing of it.
    pub why: Option<&'a Localized>,
}

/// What of an answer has no home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrphanPart<'a> {
    /// All of it, with note, task and records.
    Whole,
    /// A point that was answered.
    Point(&'a PointId, PointState),
    /// The measure that was marked, or whose record is there.
    Measure(&'a str),
}

/// What the walk of `pack` has that the pack has no home for. The answers stay in the file.
#[must_use]
pub fn orphans<'a>(pack: &'a Pack, walk: Option<&'a Walk>) -> Vec<Orphan<'a>> {
    let mut found = Vec::new();
    for (id, answer) in walk.into_iter().flat_map(|walk| &walk.answers) {
        let Some(question) = pack.question(id) else {
            let mut removed = pack.moves.removed.questions.iter();
            found.push(Orphan {
                question: id,
                asked: None,
                answer,
                part: OrphanPart::Whole,
                why: removed.find(|(old, _)| old == id).map(|(_, why)| why),
            });
            continue;
        };
        let orphan = |part, why| Orphan {
            question: id,
            asked: Some(question),
            answer,
            part,
            why,
        };
        for (point, state) in points_said(answer) {
            if question.all_points.iter().all(|known| known.id != *point) {
                let mut removed = pack.moves.removed.points.iter();
                let why = removed.find(|(at, old, _)| at == id && old == point);
                let why = why.map(|(.., why)| why);
                found.push(orphan(OrphanPart::Point(point, state), why));
            }
        }
        let marked = answer.task.as_ref().and_then(|task| task.measure.as_ref());
        let mut measures: Vec<&str> = marked.map(MeasureId::as_str).into_iter().collect();
        measures.extend(answer.records.keys().map(String::as_str));
        measures.extend(answer.record_details.keys().map(String::as_str));
        measures.sort_unstable();
        measures.dedup();
        for measure in measures {
            let mut known = question.all_measures.iter();
            if known.any(|known| known.id.as_str() == measure) {
                continue;
            }
            let mut removed = pack.moves.removed.measures.iter();
            let why = removed.find(|(at, old, _)| at == id && old.as_str() == measure);
            found.push(orphan(
                OrphanPart::Measure(measure),
                why.map(|(.., why)| why),
            ));
        }
    }
    found
}

/// Every point of which the answer says something, by itself.
fn points_said(answer: &Answer) -> Vec<(&PointId, PointState)> {
    let state = |is_there: &bool| match is_there {
        true => PointState::There,
        false => PointState::Open,
    };
    let given = match &answer.given {
        Some(Given::Points(points)) => Some(points),
        _ => None,
    };
    let said = given.into_iter().flatten();
    let none = answer.none.iter().flatten();
    let none = none.filter(|point| !given.is_some_and(|given| given.contains_key(*point)));
    said.map(|(point, is_there)| (point, state(is_there)))
        .chain(none.map(|point| (point, PointState::None)))
        .collect()
}

/// What a walk that was answered with another version of its pack amounts to now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackChange {
    /// The versions of then and now.
    pub before: String,
    pub now: String,
    /// Answers, or parts of them, that have no home any more.
    pub orphans: usize,
    /// Points of answered questions that nobody was asked about.
    pub new_points: usize,
    /// Of the questions that were answered, how many were not in place by what was asked then, and are not now. What has
    /// no home counts before.
    pub gaps_before: usize,
    pub gaps_now: usize,
    /// Questions that are asked now and have no answer: new ones, and those that had none before.
    pub unanswered: usize,
}

/// None where the walk was answered with this version, or not at all, or nothing became of it.
#[must_use]
pub fn pack_change(result: &WalkResult<'_>, walk: Option<&Walk>) -> Option<PackChange> {
    let walk = walk.filter(|walk| !walk.answers.is_empty())?;
    let pack = result.pack;
    if walk.version.is_empty() || walk.version == pack.version {
        return None;
    }
    let new_points = result.items.iter().map(new_points_of).sum();
    let answered = || {
        result
            .items
            .iter()
            .filter(|item| item.outcome.is_answered())
    };
    let was_gap = |answer: &Answer| {
        answer.given.is_some()
            && !had_every_point(answer)
            && !matches!(answer.given, Some(Given::NotApplicable(_)))
    };
    let orphans = orphans(pack, Some(walk));
    let gone = orphans
        .iter()
        .filter(|orphan| orphan.part == OrphanPart::Whole);
    let gaps_gone = gone.filter(|orphan| was_gap(orphan.answer)).count();
    let gaps_kept = answered()
        .filter(|item| item.answer.is_some_and(was_gap))
        .count();
    let change = PackChange {
        before: walk.version.clone(),
        now: pack.version.clone(),
        orphans: orphans.len(),
        new_points,
        gaps_before: gaps_kept + gaps_gone,
        gaps_now: answered().filter(|item| item.outcome.is_gap()).count(),
        unanswered: result.counts.unanswered,
    };
    let is_told = change.orphans > 0
        || new_points > 0
        || change.gaps_before != change.gaps_now
        || change.unanswered > 0;
    is_told.then_some(change)
}

/// Whether everything that was asked then was there.
fn had_every_point(answer: &Answer) -> bool {
    match &answer.given {
        Some(Given::Points(points)) => points.values().all(|is_there| *is_there),
        _ => false,
    }
}

/// The points of an answered question that its answer says nothing of.
fn new_points_of(item: &Item<'_>) -> usize {
    let Some(Given::Points(given)) = item.answer.and_then(|answer| answer.given.as_ref()) else {
        return 0;
    };
    let open = item.points_that_are(PointState::Open);
    let none = item.answer.and_then(|answer| answer.none.as_ref());
    let was_asked = |point: &Point| {
        given.contains_key(&point.id) || none.is_some_and(|none| none.contains(&point.id))
    };
    open.filter(|point| !was_asked(point)).count()
}
