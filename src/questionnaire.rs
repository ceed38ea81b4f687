//! Floor 0: packs, cases, outcomes, results and plans, as values and pure functions.
//! Knows no file, clock, environment, terminal or user interface text.

pub mod check;
pub mod id;
pub mod pack;
