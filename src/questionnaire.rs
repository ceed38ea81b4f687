//! Floor 0: packs, cases, outcomes, results and plans, as values and pure functions.
//! Knows no file, clock, environment, terminal or user interface text.

pub mod access;
pub mod again;
pub mod anonymous;
pub mod asked;
pub mod carry;
pub mod case;
pub mod change;
pub mod check;
pub mod compare;
pub mod desk;
pub mod encoding;
pub mod fault;
pub mod folder_notice;
pub mod forms;
pub mod glance;
pub mod handing;
pub mod id;
pub mod item;
pub mod losses;
pub mod merge;
pub mod moment;
pub mod outcome;
pub mod pack;
pub mod paper;
pub mod plan;
pub mod raw;
pub mod reader;
pub mod reading;
pub mod records;
pub mod report_format;
pub mod result;
pub mod seen;
pub mod sheet;
pub mod summary;
pub mod workbook;
