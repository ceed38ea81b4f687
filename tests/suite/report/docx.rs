//! The report for Word: headings that Word knows, tables whose heads repeat, fonts that Windows and Mac have.

use std::io::{Cursor, Read as _};

use mamori::report::Report;
use mamori::report::application;
use mamori::report::docx::docx;
use mamori::text::Message;
use zip::ZipArchive;

use super::{case, catalog, for_body, golden, packs};

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    let mut part = archive
        .by_name(name)
        .unwrap_or_else(|_| panic!("no part {name}"));
    part.read_to_string(&mut text).expect("text");
    text
}

/// What stands in it, with its markup.
pub(crate) fn text(bytes: &[u8]) -> String {
    let document = part(bytes, "word/document.xml");
    let (_, body) = document.split_once("<w:body>").expect("a body");
    let core = part(bytes, "docProps/core.xml");
    format!("{body}{}{core}", part(bytes, "word/footer1.xml"))
}

/// What stands in it, a line a paragraph, headings after signs of their level.
fn lines(document: &str) -> Vec<String> {
    let paragraphs = document.split("<w:p>").skip(1);
    let lines = paragraphs.map(|paragraph| {
        let texts = paragraph.split("<w:t ").skip(1).filter_map(|text| {
            let text = text.split_once('>')?.1;
            text.split("</w:t>").next()
        });
        let said: String = texts.collect();
        let level = (1..=3).find(|level| paragraph.contains(&format!("w:val=\"Heading{level}\"")));
        format!("{}{said}", "#".repeat(level.unwrap_or(0)))
    });
    lines.filter(|line| !line.trim().is_empty()).collect()
}

#[test]
fn it_says_word_for_word_what_was_looked_at() {
    let (packs, case) = (packs(), case());
    let report = Report::new(&case, &packs);
    for language in ["ja", "en"] {
        let file = docx(&report, &catalog(language));
        let said = lines(&part(&file, "word/document.xml")).join("\n");
        golden(&format!("{language}.docx.txt"), &(said + "\n"));
    }
}

#[test]
fn the_draft_for_the_application_says_word_for_word_what_was_looked_at() {
    let (packs, case) = (packs(), case());
    let report = Report::new(&case, &packs);
    for language in ["ja", "en"] {
        let catalog = catalog(language);
        let file = for_body(&report, |draft| application::docx(draft, &catalog));
        let said = lines(&part(&file, "word/document.xml")).join("\n");
        golden(&format!("{language}.draft.docx.txt"), &(said + "\n"));
    }
}

#[test]
fn it_begins_with_what_it_is_and_says_so_on_each_page() {
    let (packs, case) = (packs(), case());
    for language in ["ja", "en"] {
        let catalog = catalog(language);
        let file = docx(&Report::new(&case, &packs), &catalog);
        let lines = lines(&part(&file, "word/document.xml"));
        let first = catalog.message(&Message::new("notice-self-check"));
        assert_eq!(lines[0], first);
        let foot = catalog.message(&Message::new("export-foot"));
        assert!(part(&file, "word/footer1.xml").contains(&foot));
    }
}

#[test]
fn its_headings_are_headings_and_the_heads_of_its_tables_repeat() {
    let (packs, case) = (packs(), case());
    let file = docx(&Report::new(&case, &packs), &catalog("ja"));
    let document = part(&file, "word/document.xml");
    for level in 1..=3 {
        assert!(
            document.contains(&format!("w:val=\"Heading{level}\"")),
            "{level}"
        );
    }
    let tables = document.matches("<w:tbl>").count();
    // The notice has a frame and no head.
    assert_eq!(document.matches("<w:tblHeader />").count(), tables - 1);
    let styles = part(&file, "word/styles.xml");
    assert!(styles.contains("w:eastAsia=\"Yu Gothic\""));
    assert!(document.contains("w:w=\"11906\" w:h=\"16838\""), "A4");
    assert!(!part(&file, "docProps/core.xml").contains("unknown"));
}

/// The paragraphs that say this first, and whether each stays with what follows it.
fn stays_with_what_follows(document: &str, said: &str) -> Vec<bool> {
    let paragraphs = document.split("<w:p>").skip(1);
    let said = paragraphs.filter(|paragraph| {
        let text = paragraph.split("<w:t ").nth(1);
        text.is_some_and(|text| {
            text.split_once('>')
                .is_some_and(|it| it.1.starts_with(said))
        })
    });
    said.map(|paragraph| paragraph.contains("<w:keepNext"))
        .collect()
}

#[test]
fn no_name_of_an_item_stands_alone_at_the_end_of_a_page() {
    let (packs, case) = (packs(), case());
    let report = Report::new(&case, &packs);
    let catalog = catalog("en");
    let whole = docx(&report, &catalog);
    let draft = for_body(&report, |draft| application::docx(draft, &catalog));
    for (file, leads) in [(whole, true), (draft, false)] {
        let document = part(&file, "word/document.xml");
        let label = &report.results[0].items[0].question.label;
        let named = catalog.text(&mamori::text::Text::from(label)).into_owned();
        let found = stays_with_what_follows(&document, &format!("{named}: "));
        assert!(
            !found.is_empty() && found.iter().all(|stays| *stays),
            "{named}: {found:?}"
        );
        if leads {
            let order = catalog.message(&Message::new("export-order"));
            let order = order.split(',').next().expect("its beginning");
            let found = stays_with_what_follows(&document, order);
            assert!(
                !found.is_empty() && found.iter().all(|stays| *stays),
                "{order}"
            );
        }
    }
}
