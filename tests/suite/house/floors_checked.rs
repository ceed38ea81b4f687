//! The floor check itself, on made-up sources: each forbidden way is caught, each allowed one passes.

use super::floors::faults;

/// A source that stands at `path` with this text: how many faults, and where the first one is.
#[track_caller]
fn check(path: &str, text: &str, first: Option<&str>) {
    let faults = faults(path, text);
    match first {
        None => assert!(faults.is_empty(), "{path}: {text}\n{faults:#?}"),
        Some(first) => assert!(
            faults.first().is_some_and(|fault| fault.starts_with(first)),
            "{path}: {text}\nwanted: {first}\n{faults:#?}"
        ),
    }
}

#[test]
fn a_name_that_points_down_passes() {
    let allowed = [
        ("src/text.rs", "use crate::questionnaire::pack::Localized;"),
        (
            "src/report/html.rs",
            "use crate::{questionnaire::pack, text::{Text, Message as M}};",
        ),
        (
            "src/app/page.rs",
            "use crate::text::*; use super::{keys, field::Field};",
        ),
        (
            "src/app/pages/check.rs",
            "use super::super::page::Row; use crate::app::App;",
        ),
        (
            "src/app/keys.rs",
            "use crossterm::event::{KeyCode, KeyEvent}; use std::fmt;",
        ),
        (
            "src/view/rows.rs",
            "use ratatui::Frame; fn f(p: &crate::app::page::Page) {}",
        ),
        (
            "src/plain.rs",
            "use crate::app::page; use std::io::{self, Write};",
        ),
        (
            "src/store/disk.rs",
            "use std::fs::{self, File}; use crate::questionnaire::case::Case;",
        ),
        (
            "src/terminal/saver.rs",
            "use crate::store; use crate::view::draw; use std::time::Instant;",
        ),
        (
            "src/cli/show.rs",
            "use crate::{report, assets, plain, terminal};",
        ),
        (
            "src/main.rs",
            "use mamori::cli; fn main() { mamori::terminal::run(); }",
        ),
        ("src/lib.rs", "pub mod questionnaire; pub mod text;"),
        (
            "src/questionnaire/moment.rs",
            "use chrono::{DateTime, FixedOffset}; use std::{fmt, sync};",
        ),
        (
            "src/questionnaire/case.rs",
            "pub(in crate::questionnaire) fn f(a: &serde_json::Value) {}",
        ),
        (
            "src/questionnaire/case.rs",
            "mod tests { use super::*; use super::super::pack; }",
        ),
        (
            "src/questionnaire/case.rs",
            "// use crate::app;\n/// crate::view\nconst A: &str = \"std::fs::read crate::app::x\";",
        ),
        (
            "src/questionnaire/case.rs",
            "/* crate::app::x /* std::fs::read */ */ fn f<'a>(c: char) { c == '\"'; }",
        ),
        (
            "src/questionnaire/case.rs",
            "fn f() -> impl Iterator + use<> { app::fs::x(); if a != b {} }",
        ),
        ("src/app/update.rs", "use std::time::Duration;"),
    ];
    for (path, text) in allowed {
        check(path, text, None);
    }
}

#[test]
fn a_name_that_points_up_or_aside_is_caught_in_every_way_it_can_be_written() {
    let forbidden = [
        ("src/text.rs", "\nuse crate::report::html;"),
        ("src/text.rs", "\npub use crate::app::App;"),
        ("src/text/wrap.rs", "\nfn f() { crate::view::draw(); }"),
        ("src/text/wrap.rs", "\nuse super::super::view;"),
        ("src/text/wrap.rs", "\nfn f() { super::super::app::x(); }"),
        ("src/text/wrap.rs", "\nuse self::super::super::app;"),
        (
            "src/text/wrap.rs",
            "\nmod tests { use super::super::super::app; }",
        ),
        (
            "src/text/wrap.rs",
            "\npub use super::super::app::page as page;",
        ),
        (
            "src/text/wrap.rs",
            "\nuse crate::{questionnaire::{pack, id::PackId}, app::{self}};",
        ),
        (
            "src/text/wrap.rs",
            "\nuse {crate::{questionnaire, {view::*}}};",
        ),
        ("src/text/wrap.rs", "\nuse ::mamori::app;"),
        ("src/text/wrap.rs", "\nuse crate as root;"),
        ("src/text/wrap.rs", "\nuse crate::*;"),
        ("src/text/wrap.rs", "\nuse crate::{self as root};"),
        ("src/text/wrap.rs", "\nextern crate self as root;"),
        ("src/text.rs", "\nuse super as root;"),
        ("src/text.rs", "\nuse crate::r#app;"),
        ("src/text.rs", "\nuse crate::passed_on_by_the_root;"),
        ("src/text.rs", "\n#[path = \"app/page.rs\"] mod page;"),
        (
            "src/text.rs",
            "\n#[cfg_attr(unix, path = \"app/page.rs\")] mod page;",
        ),
        ("src/text.rs", "\ninclude!(\"app/page.rs\");"),
        (
            "src/text.rs",
            "\nmacro_rules! m { () => { $crate::app::x() } }",
        ),
        (
            "src/text.rs",
            "\nfn f() { format!(\"{}\", crate::app::x()); }",
        ),
        ("src/text.rs", "\nfn f(a: <crate::app::App as T>::B) {}"),
        ("src/questionnaire.rs", "\nuse crate::text::Text;"),
        ("src/report.rs", "\nuse crate::app::App;"),
        ("src/report.rs", "\nuse crate::store::disk;"),
        ("src/app.rs", "\nuse crate::report;"),
        ("src/app.rs", "\nuse crate::store;"),
        ("src/app.rs", "\nuse crate::assets;"),
        ("src/app/pages/check.rs", "\nuse super::super::super::view;"),
        ("src/view.rs", "\nuse crate::report;"),
        ("src/view.rs", "\nuse crate::plain;"),
        ("src/view/rows.rs", "\nuse crate::terminal;"),
        ("src/plain.rs", "\nuse crate::view;"),
        ("src/plain.rs", "\nuse crate::store;"),
        ("src/store.rs", "\nuse crate::text;"),
        ("src/store.rs", "\nuse crate::app;"),
        ("src/assets.rs", "\nuse crate::store;"),
        ("src/lib.rs", "\npub use view::draw;"),
        ("src/lib.rs", "\npub use crate::view::draw;"),
    ];
    for (path, text) in forbidden {
        check(path, text, Some(&format!("{path}:2: ")));
    }
    check(
        "src/helper.rs",
        "",
        Some("src/helper.rs: \"helper\" stands on no floor"),
    );
    check("src/text.rs", "fn f( {", Some("src/text.rs: is not Rust"));
}

#[test]
fn the_world_outside_is_caught_where_a_room_must_not_know_it() {
    let forbidden = [
        ("src/questionnaire.rs", "\nuse std::fs;"),
        ("src/questionnaire.rs", "\nuse std::{fmt, fs::File};"),
        ("src/questionnaire.rs", "\nuse std::{self as s};"),
        ("src/questionnaire.rs", "\nuse std as s;"),
        ("src/questionnaire.rs", "\nuse std::*;"),
        ("src/questionnaire.rs", "\nfn f() { ::std::env::var(); }"),
        ("src/questionnaire.rs", "\nuse std::time::Duration;"),
        ("src/questionnaire.rs", "\nuse std::process::exit;"),
        ("src/questionnaire.rs", "\nuse std::io::Write;"),
        ("src/questionnaire.rs", "\nfn f() { chrono::Local::now(); }"),
        ("src/questionnaire.rs", "\nuse chrono::{DateTime, Utc};"),
        ("src/questionnaire.rs", "\nuse chrono::prelude::*;"),
        ("src/questionnaire.rs", "\nextern crate std as s;"),
        ("src/questionnaire/pack.rs", "\nuse ratatui::text::Line;"),
        ("src/questionnaire/pack.rs", "\nuse crossterm::event;"),
        ("src/questionnaire/pack.rs", "\nuse fluent::FluentBundle;"),
        ("src/app.rs", "\nuse ratatui::layout::Rect;"),
        ("src/app.rs", "\nuse std::fs;"),
        ("src/app.rs", "\nuse std::env;"),
        ("src/app.rs", "\nuse std::time::Instant;"),
        ("src/app.rs", "\nuse std::time::{Duration, SystemTime};"),
        ("src/app.rs", "\nuse std::time;"),
        ("src/view.rs", "\nfn f() { std::time::Instant::now(); }"),
        ("src/view.rs", "\nuse crossterm::execute;"),
        ("src/plain.rs", "\nuse ratatui::Frame;"),
        ("src/report.rs", "\nuse std::fs::File;"),
        ("src/terminal.rs", "\nuse std::net::TcpStream;"),
        (
            "src/app.rs",
            "\n#[expect(clippy::disallowed_methods, reason = \"x\")] fn f() {}",
        ),
        ("src/view.rs", "\n#![allow(clippy::disallowed_types)]"),
    ];
    for (path, text) in forbidden {
        check(path, text, Some(&format!("{path}:2: ")));
    }
}
