//! No word of a screen is written in the program: with unreadable locales and an unreadable pack
//! nothing can be read.

use std::sync::Arc;

use mamori::app::page;
use mamori::assets::Origin;
use mamori::pack_library::PackLibrary;
use mamori::questionnaire::check::check;
use mamori::questionnaire::reader::Reader;
use mamori::questionnaire::report_format::ReportFormat;
use mamori::text::width::WidthMode;
use serde_json::Value;

use crate::pseudo::{hidden, pseudo_catalog};
use crate::stage::{Stage, drawn};

use super::every;

/// A pack that comes with the program, each of its texts made unreadable.
fn pseudo_pack(text: &str) -> Value {
    fn hide(value: &mut Value) {
        match value {
            Value::Object(members) => {
                let is_text = members.contains_key("ja") && members.contains_key("en");
                for (name, member) in members {
                    match member {
                        Value::String(text) if is_text => *text = hidden(text),
                        Value::String(text) if name == "url" => {
                            let rest = text.trim_start_matches("https://");
                            *text = format!("https://{}", hidden(rest));
                        }
                        other => hide(other),
                    }
                }
            }
            Value::Array(values) => values.iter_mut().for_each(hide),
            _ => {}
        }
    }
    let mut pack = serde_json::from_str(text).expect("JSON");
    hide(&mut pack);
    pack
}

#[test]
fn no_word_of_a_screen_is_written_in_the_program() {
    let first = check(
        &pseudo_pack(include_str!("../../../criteria/tics-minimum.json")),
        None,
    )
    .expect("a pack");
    let second = check(
        &pseudo_pack(include_str!("../../../criteria/tics-2024-additions.json")),
        Some(&first),
    )
    .expect("a pack");
    let packs = [Arc::new(first), Arc::new(second)];
    let papers = pseudo_pack(include_str!("../../../criteria/tics-minimum.papers.json"));
    let papers = PackLibrary::new(None)
        .check_papers(&papers.to_string(), Origin::BuiltIn)
        .expect("papers");
    let catalog = pseudo_catalog(&["ja", "en"]);
    for (name, keys) in every() {
        // The user's own words are no words of the program.
        let typed = keys
            .replace("MIXED", &super::MIXED.replace("鍵は事務所", "x"))
            .replace(|c: char| !c.is_ascii(), "x");
        let mut stage =
            Stage::with(&packs, pseudo_catalog(&["ja", "en"])).with_papers(vec![papers.clone()]);
        stage.begin("1");
        stage.play(&typed);
        for (columns, lines) in [(80, 24), (40, 12), (120, 60)] {
            let drawing = drawn(
                &page(&stage.sized(columns, lines)),
                &catalog,
                columns,
                lines,
                WidthMode::Narrow,
            );
            // The place of a section, the pack's id and the keys' words are no letters to read.
            let mut text = drawing
                .text
                .replace("tics-minimum", "")
                .replace("tics-2024-additions", "")
                .replace("https", "");
            // So are the names of files.
            for name in ["reports/", "mamori", "papers"] {
                text = text.replace(name, "");
            }
            for reader in Reader::ALL {
                text = text.replace(&format!("{}-", reader.code()), "");
            }
            for format in ReportFormat::ALL {
                text = text.replace(&format!(".{}", format.code()), "");
            }
            for place in packs
                .iter()
                .flat_map(|pack| &pack.sections)
                .filter_map(|section| section.legal_ref.as_ref())
            {
                text = text.replace(place.as_str(), "");
            }
            // I to V are the numerals of the criteria, which every language writes so.
            let read: String = text
                .chars()
                .filter(|c| c.is_alphabetic() && !['x', '〓', 'I', 'V'].contains(c))
                .collect();
            assert_eq!(read, "", "{name}\n{}", drawing.text);
        }
    }
}
