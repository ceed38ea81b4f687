//! The one test program. A file here is a subject; its tests are named as facts.
//! No sleeping, no network, no real home folder.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests make their own folders, and a panic is how they fail"
)]

mod awkward_breaks;
mod bytes;
mod cli;
mod comparing;
mod firms;
mod house;
mod journeys;
mod judging;
mod locales;
mod noise;
mod packs;
mod papers;
mod paths;
mod plain;
mod pseudo;
mod receiving;
mod report;
mod screens;
mod searching;
mod service;
#[cfg(unix)] // The numbers of the system are those of Unix.
mod service_failing;
mod sheets;
mod stage;
mod store;
#[cfg(unix)]
mod terminal;
mod width;
#[cfg(windows)]
mod windows;
mod workbooks;
mod wrapping;
