//! The three formats: word for word as they were looked at, with the foot on each page, and what was typed as text.

use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;

use mamori::questionnaire::pack::Source;
use mamori::questionnaire::paper::{Paper, PaperFormat, Shape};
use mamori::questionnaire::sheet::Sheet;
use mamori::report::paper::bytes;
use mamori::text::Message;
use mamori::text::catalog::Catalog;

use super::{case, packs, pages, papers};
use crate::papers::markup;
use crate::stage::words;

const LANGUAGES: [&str; 2] = ["ja", "en"];

#[track_caller]
fn golden(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/papers")
        .join(name);
    if std::env::var_os("INSTA_UPDATE").is_some_and(|update| update == "always") {
        fs::write(&path, found).expect("a file");
    }
    let expected = fs::read_to_string(&path).expect("a file of the fixtures");
    assert!(
        found == expected,
        "{name} has changed; `INSTA_UPDATE=always cargo test sheets`, then read `git diff`"
    );
}

fn html(sheets: &[Sheet<'_>], catalog: &Catalog) -> String {
    String::from_utf8(bytes(sheets, catalog, PaperFormat::Html)).expect("UTF-8")
}

fn part(file: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("an archive");
    let mut text = String::new();
    let mut part = archive
        .by_name(name)
        .unwrap_or_else(|_| panic!("no part {name}"));
    part.read_to_string(&mut text).expect("text");
    text
}

/// What stands in a Word document, a line a paragraph.
fn paragraphs(document: &str) -> String {
    let mut said = String::new();
    for paragraph in document.split("<w:p>").skip(1) {
        let texts = paragraph.split("<w:t ").skip(1).filter_map(|text| {
            let text = text.split_once('>')?.1;
            text.split("</w:t>").next()
        });
        let line: String = texts.collect();
        if !line.trim().is_empty() {
            said.push_str(&line);
            said.push('\n');
        }
    }
    said
}

/// What stands in a workbook, a line a cell, after the name of its sheet.
fn cells(file: Vec<u8>) -> String {
    use calamine::Reader as _;
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(file)).expect("a workbook");
    let mut said = String::new();
    for name in book.sheet_names() {
        said.extend(["[", &name, "]\n"]);
        let range = book.worksheet_range(&name).expect("a sheet");
        let lines = range.used_cells().map(|(row, column, cell)| {
            format!("{row} {column} {}\n", cell.to_string().replace('\n', " / "))
        });
        said.extend(lines);
    }
    said
}

fn all(_: &Paper) -> bool {
    true
}

#[test]
fn the_papers_are_word_for_word_as_they_were_looked_at() {
    let (papers, packs, case) = (papers(), packs(), case());
    let sheets = pages(&papers, all, Some((&case, &packs[0])));
    for language in LANGUAGES {
        let catalog = words(language);
        golden(&format!("{language}.html"), &html(&sheets, &catalog));
        let file = bytes(&sheets, &catalog, PaperFormat::Docx);
        golden(
            &format!("{language}.docx.txt"),
            &paragraphs(&part(&file, "word/document.xml")),
        );
        let file = bytes(&sheets, &catalog, PaperFormat::Xlsx);
        golden(&format!("{language}.xlsx.txt"), &cells(file));
    }
}

#[test]
fn the_same_papers_give_the_same_bytes() {
    let (papers, packs, case) = (papers(), packs(), case());
    let sheets = pages(&papers, all, Some((&case, &packs[0])));
    for format in PaperFormat::ALL {
        let written = || bytes(&sheets, &words("ja"), format);
        assert!(written() == written(), "{}", format.code());
    }
}

#[test]
fn no_paper_has_a_time_that_is_no_day_or_that_of_the_machine() {
    let papers = papers();
    let sheets = pages(&papers, all, None);
    for format in [PaperFormat::Docx, PaperFormat::Xlsx] {
        let written = crate::report::xlsx::text(&bytes(&sheets, &words("ja"), format));
        for element in ["<dcterms:created", "<dcterms:modified"] {
            let (_, time) = written.split_once(element).expect("a time");
            let (_, time) = time.split_once('>').expect("its start");
            assert!(
                time.starts_with("1970-01-01T00:00:00Z<"),
                "{} {element}: {}",
                format.code(),
                &time[..30]
            );
        }
    }
}

#[test]
fn every_page_says_at_its_foot_what_it_is_and_at_its_head_who_may_see_it() {
    let papers = papers();
    let sheets = pages(&papers, all, None);
    for language in LANGUAGES {
        let catalog = words(language);
        let foot = catalog.message(&Message::new("paper-foot"));
        let page = markup::read(&html(&sheets, &catalog)).expect("strict markup");
        assert_eq!(
            page.with_class("foot")
                .filter(|e| e.text.starts_with(&foot))
                .count(),
            sheets.len()
        );
        let word = paragraphs(&part(
            &bytes(&sheets, &catalog, PaperFormat::Docx),
            "word/document.xml",
        ));
        assert_eq!(
            word.lines().filter(|line| line.starts_with(&foot)).count(),
            sheets.len()
        );
        let excel = bytes(&sheets, &catalog, PaperFormat::Xlsx);
        for at in 1..=sheets.len() {
            let sheet = part(&excel, &format!("xl/worksheets/sheet{at}.xml"));
            assert!(sheet.contains(&foot), "sheet {at}");
            assert!(sheet.contains("paperSize=\"9\""), "sheet {at}: A4");
        }
    }
}

#[test]
fn a_paper_of_somebody_elses_is_not_called_ours() {
    let mut papers = papers();
    papers.source = Source::InPlace;
    let sheets = pages(&papers, all, None);
    let catalog = words("ja");
    let ours = catalog.message(&Message::new("paper-foot"));
    let other = catalog.message(&Message::new("paper-foot-not-ours"));
    for format in PaperFormat::ALL {
        let file = bytes(&sheets, &catalog, format);
        let said = match format {
            PaperFormat::Html => String::from_utf8(file).expect("UTF-8"),
            PaperFormat::Docx => part(&file, "word/document.xml"),
            PaperFormat::Xlsx => part(&file, "xl/worksheets/sheet1.xml"),
        };
        assert!(
            said.contains(&other) && !said.contains(&ours),
            "{}",
            format.code()
        );
    }
}

#[test]
fn whatever_was_typed_stays_text_in_every_format() {
    let (papers, packs, mut case) = (papers(), packs(), case());
    case.profile.firm = "</dd><script>x</script>&amp;\"'<w:p/>".to_owned();
    case.profile.manager = "=HYPERLINK(\"http://x\")".to_owned();
    case.information[0].what = "<w:gridAfter w:val=\"0\" />\u{202e}\u{7}=1+1".to_owned();
    let sheets = pages(&papers, all, Some((&case, &packs[0])));
    let catalog = words("ja");
    let page = markup::read(&html(&sheets, &catalog)).expect("strict markup");
    assert!(page.elements.iter().all(|element| element.name != "script"));
    let document = part(
        &bytes(&sheets, &catalog, PaperFormat::Docx),
        "word/document.xml",
    );
    assert!(document.contains("&lt;script&gt;") && !document.contains("<script>"));
    assert!(!document.contains('\u{202e}') && !document.contains('\u{7}'));
    let excel = bytes(&sheets, &catalog, PaperFormat::Xlsx);
    assert!(!part(&excel, "xl/worksheets/sheet2.xml").contains("<f>"));
    assert!(part(&excel, "xl/styles.xml").contains("quotePrefix=\"1\""));
}

#[test]
fn in_word_titles_are_headings_and_the_head_of_each_table_repeats() {
    let papers = papers();
    let sheets = pages(&papers, all, None);
    let file = bytes(&sheets, &words("ja"), PaperFormat::Docx);
    let document = part(&file, "word/document.xml");
    assert!(document.contains("<w:pStyle w:val=\"Heading1\" />"));
    let tables = sheets
        .iter()
        .flat_map(|sheet| &sheet.parts)
        .filter(|part| matches!(part, mamori::questionnaire::sheet::SheetPart::Table { .. }));
    assert_eq!(document.matches("<w:tblHeader />").count(), tables.count());
    let styles = part(&file, "word/styles.xml");
    assert!(styles.contains("w:eastAsia=\"Yu Gothic\"") && styles.contains("heading 1"));
    assert!(!part(&file, "docProps/core.xml").contains("unknown"));
}

#[test]
fn in_excel_the_columns_of_a_ledger_are_columns_of_the_sheet() {
    let papers = papers();
    let list = pages(
        &papers,
        |paper| paper.id.as_str() == "information-list",
        None,
    );
    let file = bytes(&list, &words("ja"), PaperFormat::Xlsx);
    let said = cells(file.clone());
    let head = said
        .lines()
        .position(|line| line.ends_with(" 番号"))
        .expect("a head");
    let names: Vec<&str> = said.lines().skip(head).take(8).collect();
    for (at, name) in names.iter().enumerate() {
        assert_eq!(
            name.split(' ').nth(1),
            Some(at.to_string().as_str()),
            "{name}"
        );
    }
    let workbook = part(&file, "xl/workbook.xml");
    assert!(workbook.contains("Print_Area") && workbook.contains("Print_Titles"));
}

/// What the strings of a style sheet say, whose signs are spelt out.
fn unspelt(css: &str) -> String {
    let mut parts = css.split('\\');
    let mut said = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (sign, rest) = part.split_once(' ').expect("a space ends the number");
        let sign = u32::from_str_radix(sign, 16).expect("a number");
        said.push(char::from_u32(sign).expect("a letter"));
        said.push_str(rest);
    }
    said
}

#[test]
fn a_paper_that_goes_on_on_another_leaf_says_there_what_it_is_and_who_may_see_it() {
    let papers = papers();
    let sheets = pages(&papers, all, None);
    for language in LANGUAGES {
        let catalog = words(language);
        let page = html(&sheets, &catalog);
        let excel = bytes(&sheets, &catalog, PaperFormat::Xlsx);
        for (at, sheet) in (1..).zip(&sheets) {
            let reach = catalog.message(&mamori::text::names::reach_name(sheet.reach));
            let excel = part(&excel, &format!("xl/worksheets/sheet{at}.xml"));
            let (_, foot) = excel.split_once("<oddFooter>").expect("a foot");
            assert!(foot.contains(&reach), "{language}, sheet {at}");
            if sheet.shape != Shape::Sheet {
                continue;
            }
            let rule = format!("@page sheet{at} {{");
            let (_, rule) = page.split_once(&rule).expect("a rule of its own");
            let (rule, _) = rule.split_once("; font").expect("what stands at the foot");
            assert!(unspelt(rule).contains(&reach), "{language}, sheet {at}");
            let is_used = format!(".sheet{at} {{ page: sheet{at}; }}");
            assert!(page.contains(&is_used), "{language}, sheet {at}");
        }
    }
}

#[test]
fn a_list_of_long_names_is_not_made_too_small_to_read_in_excel() {
    let (papers, packs) = (papers(), packs());
    let scaled_to_one_page = |count: usize| {
        let mut case = case();
        let mut long = case.information[0].clone();
        long.what = "預かった金型の図面と加工条件の表、改訂版も含む。".repeat(2);
        long.number = None;
        case.information = vec![long; count];
        case.number_information();
        let wanted = |paper: &Paper| paper.id.as_str() == "information-list";
        let sheets = pages(&papers, wanted, Some((&case, &packs[0])));
        let file = bytes(&sheets, &words("ja"), PaperFormat::Xlsx);
        !part(&file, "xl/worksheets/sheet1.xml").contains("fitToHeight=\"0\"")
    };
    assert!(scaled_to_one_page(2));
    assert!(!scaled_to_one_page(20), "twenty on one page");
}

#[test]
fn a_paper_in_word_says_on_every_leaf_who_may_see_it_and_never_somebody_elses() {
    let papers = papers();
    let catalog = words("ja");
    // The first six, and all of them, which are more than can have feet of their own.

    let some = pages(&papers, |paper| paper.is_first, None);
    let every = pages(&papers, all, None);
    for (sheets, has_feet) in [(some, true), (every, false)] {
        let file = bytes(&sheets, &catalog, PaperFormat::Docx);
        let document = part(&file, "word/document.xml");
        let sections = document.split("<w:sectPr").skip(1);
        let mut foot = None;
        let mut told = 0;
        for (section, sheet) in sections.zip(&sheets) {
            let named = section.split("r:id=\"rIdFooter").nth(1);
            if let Some(number) = named.and_then(|it| it.split('"').next()) {
                foot = Some(part(&file, &format!("word/footer{number}.xml")));
            }
            let reach = catalog.message(&mamori::text::names::reach_name(sheet.reach));
            if let Some(foot) = &foot {
                assert!(foot.contains(&format!(">{reach}<")), "{foot}");
            }
            told += usize::from(foot.is_some());
        }
        assert_eq!(told, if has_feet { sheets.len() } else { 0 });
    }
}
