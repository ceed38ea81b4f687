//! Answers and points, which are one thing; flags, marks on measures, reasons.

use std::collections::{BTreeMap, BTreeSet};

use super::UpdateContext;
use crate::app::action::{Action, Choice};
use crate::app::{Layer, Screen};
use crate::questionnaire::case::{Answer, Given, PointState};
use crate::questionnaire::id::{PackId, PointId, QuestionId};
use crate::questionnaire::outcome::Outcome;
use crate::questionnaire::pack::Point;
use crate::text::Message;

impl UpdateContext<'_> {
    pub(super) fn answer(&mut self, action: Action) {
        let only_shows = matches!(action, Action::ShowWhy | Action::ShowPoints);
        if !only_shows && !self.may_write() {
            return;
        }
        match action {
            Action::Answer(choice) => self.give(choice),
            Action::Point(index) => self.toggle_point(usize::from(index)),
            Action::PointNone(index) => self.toggle_none(usize::from(index)),
            Action::NoneHere => {
                if let Some(index) = self.app.point_under_the_cursor() {
                    self.toggle_none(usize::from(index));
                }
            }
            Action::ClearAnswer => {
                self.set_answer_with(None, None);
                self.app.layer_mut().cursor = None;
                self.say("question-cleared");
            }
            Action::SameAsBefore => self.answer_as_before(),
            Action::SeenToday => {
                let now = self.now;
                let sign = self.sign();
                self.change_answer(|answer| {
                    answer.answered = Some(now);
                    sign(answer);
                });
                self.app.layer_mut().cursor = None;
            }
            Action::ShowWhy => {
                self.app.open.why_shown = true;
                self.app.layer_mut().cursor = None;
            }
            Action::ShowPoints => self.unfold_points(),
            Action::ToggleFlag => self.toggle_flag(),
            Action::Measure(index) => self.mark_measure(usize::from(index)),
            Action::OfferedReason(index) => self.offer_reason(usize::from(index)),
            _ => {}
        }
    }

    /// Enter on an answer: chooses it, or goes on if it is chosen already.
    pub(super) fn choose_answer(&mut self, choice: Choice) {
        let outcome = self.app.item().map(|item| item.outcome);
        if outcome == Some(choice.outcome()) {
            self.go_on();
        } else {
            self.give(choice);
        }
    }

    /// What the earlier check answered, with its day. Never by Enter: eighteen presses are no yearly check.
    fn answer_as_before(&mut self) {
        let Some(earlier) = self.app.earlier_answer().cloned() else {
            return;
        };
        let sign = self.sign();
        self.change_answer(|answer| {
            answer.take_over(&earlier);
            sign(answer);
        });
        self.app.layer_mut().cursor = None;
        self.say("question-is-as-before");
        if self.app.goes_on_by_digits() {
            self.go_on();
        }
    }

    /// Enter without a cursor: goes on from an answered question, and never answers one.
    pub(super) fn go_on_from_question(&mut self) {
        if self
            .app
            .item()
            .is_some_and(|item| item.outcome.is_answered())
        {
            self.go_on();
        } else {
            self.say("question-not-answered");
        }
    }

    pub(super) fn give(&mut self, choice: Choice) {
        if !self.may_write() {
            return;
        }
        let (Some(every), Some(none)) = (self.app.points_given(true), self.app.points_given(false))
        else {
            return;
        };
        self.app.layer_mut().cursor = Some(Action::Answer(choice));
        let outcome = self.app.item().map(|item| item.outcome);
        match choice {
            Choice::Met => {
                self.app.open.points_shown = true;
                if outcome != Some(Outcome::Met) || self.is_unsure() {
                    self.set_answer(Some(every));
                }
                let points = self.app.item().map_or(0, |item| item.points().1);
                self.app.message = Some(Message::new("question-all-points").with("points", points));
            }
            Choice::NotMet => {
                self.give_once(outcome, none);
            }
            Choice::Unknown => self.give_once(outcome, Given::Unknown),
            Choice::Partly if outcome == Some(Outcome::Partly) => {}
            Choice::Partly => {
                self.unfold_points();
                self.app.open.lacks_points = true;
                self.say("question-which-points");
            }
            Choice::NotApplicable => {
                self.app.layers.push(Layer::of(Screen::Reason));
                self.app.place_cursor();
            }
        }
    }

    /// Whether a mark of before may mean that there is nothing for its point: saying the same again says which.
    fn is_unsure(&self) -> bool {
        self.app.item().is_some_and(|item| {
            let answer = item.answer;
            let mut points = item.asked.points();
            points.any(|point| answer.is_some_and(|answer| answer.is_unsure_of(point)))
        })
    }

    /// Saying the same again changes nothing: no new revision, no new date.
    fn give_once(&mut self, outcome: Option<Outcome>, given: Given) {
        let same = match given {
            Given::Unknown => Outcome::Unknown,
            _ => Outcome::NotMet,
        };
        if outcome != Some(same) {
            self.set_answer(Some(given));
        }
    }

    fn unfold_points(&mut self) {
        self.app.open.points_shown = true;
        self.app.layer_mut().cursor = Some(Action::Point(0));
    }

    /// A point is there, or is not; what there was nothing for is asked about like the others from then on.
    fn toggle_point(&mut self, index: usize) {
        let Some(point) = self.point_at(index) else {
            return;
        };
        let is_there = self.app.item().is_some_and(|item| {
            let answer = item.answer.and_then(|answer| answer.given.as_ref());
            answer.is_some_and(|given| given.has(&point.id))
        });
        self.set_point(
            &point,
            if is_there {
                PointState::Open
            } else {
                PointState::There
            },
        );
    }

    /// There is nothing for this point here, or there is after all. Only where the pack offers it.
    fn toggle_none(&mut self, index: usize) {
        let Some(point) = self.point_at(index).filter(|point| point.none.is_some()) else {
            return;
        };
        let answer = self.app.item().and_then(|item| item.answer);
        let was = answer.is_some_and(|answer| answer.has_none(&point));
        self.set_point(
            &point,
            if was {
                PointState::Open
            } else {
                PointState::None
            },
        );
        if !was {
            self.say("point-none-recorded");
        }
    }

    fn point_at(&self, index: usize) -> Option<Point> {
        self.app.asked()?.points().nth(index).cloned()
    }

    fn set_point(&mut self, point: &Point, state: PointState) {
        let Some(asked) = self.app.asked() else {
            return;
        };
        let mut answer = self.app.answer_to(&asked).cloned().unwrap_or_default();
        let mut none = answer.none.take().unwrap_or_default();
        if state == PointState::None {
            none.insert(point.id.clone());
        } else {
            none.remove(&point.id);
        }
        let (mut points, was_by_points) = match &answer.given {
            Some(Given::Points(points)) => (points.clone(), true),
            _ => (BTreeMap::new(), false),
        };
        let any_of = |points: &BTreeMap<PointId, bool>| {
            let mut shown = asked.points();
            shown.any(|point| points.get(&point.id) == Some(&true))
        };
        let had_any = any_of(&points);
        points.insert(point.id.clone(), state == PointState::There);
        // Every point that is shown is written, also one that the pack has gained since.
        for shown in asked.points() {
            if none.contains(&shown.id) {
                points.remove(&shown.id);
            } else {
                points.entry(shown.id.clone()).or_insert(false);
            }
        }
        let given = if any_of(&points) || (was_by_points && !had_any) {
            Some(Given::Points(points))
        } else if was_by_points {
            // できていない is always chosen, never the rest of marks taken away.
            None
        } else {
            // What there is nothing for answers nothing by itself.
            answer.given
        };
        let says_nothing_left = given.is_none() && was_by_points;
        self.set_answer_with(given, Some(none));
        if says_nothing_left {
            self.say("question-no-point-left");
        }
    }

    /// Sets or takes back the answer to the question on the screen.
    pub(super) fn set_answer(&mut self, given: Option<Given>) {
        let none = self.app.item().and_then(|item| item.answer?.none.clone());
        self.set_answer_with(given, none);
    }

    /// The same with the points that there is nothing for. That this was asked is kept too, if it was.
    fn set_answer_with(&mut self, given: Option<Given>, none: Option<BTreeSet<PointId>>) {
        let now = self.now;
        // Words of one's own are kept as a draft, when another answer takes their place: one key loses none.
        let own_reason = self.app.reason_in_own_words().map(str::to_owned);
        let asked = self.app.asked();
        let offers = asked.is_some_and(|asked| asked.points().any(|point| point.none.is_some()));
        let sign = self.sign();
        self.change_answer(move |answer| {
            answer.answered = given.is_some().then_some(now);
            let is_asked = offers && matches!(given, Some(Given::Points(_)));
            if matches!(given, Some(Given::NotApplicable(_))) {
                answer.draft_reason.clear();
            }
            let is_new = !matches!(&given, Some(Given::NotApplicable(new)) if Some(new) == own_reason.as_ref());
            if let Some(own) = own_reason.filter(|_| is_new) {
                answer.draft_reason = own;
            }
            answer.given = given;
            answer.none = match none {
                Some(none) if is_asked || !none.is_empty() => Some(none),
                None if is_asked => Some(BTreeSet::new()),
                _ => None,
            };
            sign(answer);
        });
    }

    /// Changes what is kept about the question on the screen; an answer with nothing in it is dropped.
    pub(super) fn change_answer(&mut self, how: impl FnOnce(&mut Answer)) {
        let Some(question) = self.app.question().map(|question| question.id.clone()) else {
            return;
        };
        self.change_answer_to(&question, how);
    }

    pub(super) fn change_answer_to(
        &mut self,
        question: &QuestionId,
        how: impl FnOnce(&mut Answer),
    ) {
        let pack: PackId = self.app.pack().id.clone();
        let version = self.app.pack().version.clone();
        self.change(|case| {
            let walk = case.walks.entry(pack).or_default();
            walk.version = version;
            let answer = walk.answers.entry(question.clone()).or_default();
            how(answer);
            if answer.is_empty() {
                walk.answers.remove(question);
            }
        });
    }

    fn toggle_flag(&mut self) {
        let was = self.app.item().is_some_and(|item| item.is_flagged());
        self.change_answer(|answer| answer.flag = !was);
        self.say(if was {
            "question-flag-off"
        } else {
            "question-flag-on"
        });
    }

    /// One measure an item can be marked; marking it again takes the mark away.
    fn mark_measure(&mut self, index: usize) {
        let Some(question) = self.app.asked() else {
            return;
        };
        let Some(measure) = question.measures().nth(index) else {
            return;
        };
        let id = measure.id.clone();
        let answer = self.app.answer_to(&question);
        let was = answer.and_then(|answer| answer.task.as_ref()?.measure.as_ref());
        let wanted = (was != Some(&id)).then_some(id);
        let marked = wanted.is_some();
        self.change_answer(|answer| {
            let mut task = answer.task.take().unwrap_or_default();
            task.measure = wanted;
            answer.task = (task != crate::questionnaire::case::Task::default()).then_some(task);
        });
        self.say(if marked {
            "measures-marked"
        } else {
            "measures-unmarked"
        });
    }

    fn offer_reason(&mut self, index: usize) {
        // The languages in which it was shown.
        let languages = self.app.shown_languages();
        let Some(question) = self.app.question() else {
            return;
        };
        let Some(reason) = question.may_not_apply.get(index) else {
            return;
        };
        let reason = reason.get(&languages).to_owned();
        self.set_answer(Some(Given::NotApplicable(reason)));
        self.app.layers.pop();
        self.app.layer_mut().cursor = Some(Action::Answer(Choice::NotApplicable));
        self.go_on_by_digit(Outcome::NotApplicable);
    }
}
