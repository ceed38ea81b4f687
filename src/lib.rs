//! mamori (まもり): a first self-check of the minimum part of Japan's scheme for
//! managing technical information (技術情報管理認証制度, TICS).
//! The floors and what may import what are in docs/ARCHITECTURE.md.

// A line of NDJSON has more columns than `json!` takes without it.
#![recursion_limit = "256"]

pub mod app;
pub mod assets;
pub mod cli;
pub mod pack_library;
pub mod plain;
pub mod questionnaire;
pub mod report;
pub mod session;
pub mod store;
pub mod store_service;
pub mod terminal;
pub mod text;
pub mod view;
