//! The chart by section: bars by outcome, and a radar where there are enough sections for one.
//! Decides where things stand; every number is also written as text beside it.

use super::words::Words;
use crate::questionnaire::outcome::{Counts, Outcome};
use crate::questionnaire::result::WalkResult;
use crate::text::Message;
use crate::text::names::outcome_name;
use crate::text::width::WidthMode;
use crate::text::wrap::wrap;

/// The outcomes in a bar, best first. What does not apply is beside the bars, not in them.
const IN_BARS: [Outcome; 5] = [
    Outcome::Met,
    Outcome::Partly,
    Outcome::NotMet,
    Outcome::Unknown,
    Outcome::Unanswered,
];

/// With fewer axes a radar has no shape, with more its labels run into each other.
const AXES: std::ops::RangeInclusive<usize> = 3..=12;

/// The radar's drawing, in its own units.
const WIDTH: f64 = 620.0;
const HEIGHT: f64 = 430.0;
const RADIUS: f64 = 140.0;
const LABEL: f64 = 162.0;
const LINE: f64 = 17.0;
/// Cells of the widest line of a label.
const LABEL_CELLS: usize = 16;

/// A section's bar with its numbers.
pub(super) struct Bar {
    pub(super) legal_ref: String,
    pub(super) title: String,
    /// The bar in words.
    pub(super) said: String,
    pub(super) pieces: Vec<Piece>,
    pub(super) numbers: Vec<Number>,
}

/// A part of a bar, in hundredths of its length.
pub(super) struct Piece {
    pub(super) code: &'static str,
    pub(super) from: String,
    pub(super) length: String,
}

pub(super) struct Number {
    pub(super) code: &'static str,
    pub(super) name: String,
    pub(super) count: usize,
}

pub(super) fn bars(result: &WalkResult<'_>, words: Words<'_>) -> Vec<Bar> {
    let sections = result.sections().into_iter();
    sections
        .map(|(section, counts)| Bar {
            legal_ref: words.own(section.legal_ref.as_deref().unwrap_or_default()),
            title: words.pack(&section.title),
            said: words.tell(&numbers_of(counts)),
            pieces: pieces(counts),
            numbers: numbers(counts, words),
        })
        .collect()
}

/// Every outcome of the bars, then 当てはまらない.
pub(super) fn numbers(counts: Counts, words: Words<'_>) -> Vec<Number> {
    let outcomes = IN_BARS.into_iter().chain([Outcome::NotApplicable]);
    outcomes
        .map(|outcome| Number {
            code: outcome.code(),
            name: words.tell(&outcome_name(outcome)),
            count: counts.of(outcome),
        })
        .collect()
}

/// The questions of a section that apply.
fn needed(counts: Counts) -> usize {
    counts.asked() - counts.not_applicable
}

fn numbers_of(counts: Counts) -> Message<'static> {
    Message::new("chart-numbers")
        .with("met", counts.met)
        .with("needed", needed(counts))
}

fn pieces(counts: Counts) -> Vec<Piece> {
    let mut before = 0;
    let mut pieces = Vec::new();
    for outcome in IN_BARS {
        let count = counts.of(outcome);
        if count > 0 {
            pieces.push(Piece {
                code: outcome.code(),
                from: hundredths(before, needed(counts)),
                length: hundredths(count, needed(counts)),
            });
        }
        before += count;
    }
    pieces
}

/// A share in hundredths with two decimals, such as `33.33`.
fn hundredths(part: usize, whole: usize) -> String {
    let share = (part * 10_000).checked_div(whole).unwrap_or(0);
    format!("{}.{:02}", share / 100, share % 100)
}

/// The share of each section that is in place, around a circle.
pub(super) struct Radar {
    pub(super) width: String,
    pub(super) height: String,
    pub(super) center: Spot,
    /// The radius of the circles at half and at all.
    pub(super) half: String,
    pub(super) all: String,
    pub(super) axes: Vec<Axis>,
    /// The corners of the shape, for `points`.
    pub(super) shape: String,
}

pub(super) struct Spot {
    pub(super) x: String,
    pub(super) y: String,
}

pub(super) struct Axis {
    pub(super) end: Spot,
    pub(super) corner: Spot,
    /// `start`, `middle` or `end`.
    pub(super) anchor: &'static str,
    pub(super) lines: Vec<Line>,
}

/// A line of a label. The last one says the numbers.
pub(super) struct Line {
    pub(super) at: Spot,
    pub(super) text: String,
    pub(super) is_number: bool,
}

impl Radar {
    /// Nothing where it would not help: with too few or too many sections, or with a shape that is only a spike.
    pub(super) fn of(result: &WalkResult<'_>, words: Words<'_>) -> Option<Self> {
        let sections: Vec<(String, Counts)> = result
            .sections()
            .into_iter()
            .filter(|(_, counts)| needed(*counts) > 0)
            .map(|(section, counts)| (words.pack(&section.title), counts))
            .collect();
        let count = sections.len();
        let begun = sections.iter().filter(|(_, counts)| counts.met > 0).count();
        if !AXES.contains(&count) || begun * 2 < count {
            return None;
        }
        let axes: Vec<Axis> = sections
            .iter()
            .enumerate()
            .map(|(at, (title, counts))| axis(at, count, title, *counts))
            .collect();
        let corners = axes
            .iter()
            .map(|axis| format!("{},{}", axis.corner.x, axis.corner.y));
        Some(Self {
            width: units(WIDTH),
            height: units(HEIGHT),
            center: spot(0.0, 0.0),
            half: units(RADIUS / 2.0),
            all: units(RADIUS),
            shape: corners.collect::<Vec<_>>().join(" "),
            axes,
        })
    }
}

fn axis(at: usize, count: usize, title: &str, counts: Counts) -> Axis {
    let turn = std::f64::consts::TAU * float(at) / float(count);
    let (sin, cos) = turn.sin_cos();
    let share = float(counts.met) / float(needed(counts));
    let reach = RADIUS * share;
    let mut lines = wrap(title, LABEL_CELLS, WidthMode::Narrow);
    lines.push(format!("{}/{}", counts.met, needed(counts)));
    let last = lines.len() - 1;
    // Above the circle a label ends where it is, below it begins there, beside it is half and half.
    let first = LABEL.mul_add(-cos, LINE * (0.8 - float(lines.len()) * (cos + 1.0) / 2.0));
    let lines = lines.into_iter().enumerate().map(|(line, text)| Line {
        at: spot(LABEL * sin, first + LINE * float(line)),
        text,
        is_number: line == last,
    });
    Axis {
        end: spot(RADIUS * sin, -RADIUS * cos),
        corner: spot(reach * sin, -reach * cos),
        anchor: if sin.abs() < 0.2 {
            "middle"
        } else if sin > 0.0 {
            "start"
        } else {
            "end"
        },
        lines: lines.collect(),
    }
}

/// A spot this far from the middle of the drawing.
fn spot(right: f64, down: f64) -> Spot {
    Spot {
        x: units(WIDTH / 2.0 + right),
        y: units(HEIGHT / 2.0 + down),
    }
}

fn units(length: f64) -> String {
    // -0.0 would be written with its sign.
    format!("{:.1}", length + 0.0)
}

fn float(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
