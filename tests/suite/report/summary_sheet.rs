//! The first sheet of a workbook, as it is printed.

use calamine::Reader as _;
use mamori::pack_library::PackLibrary;
use mamori::questionnaire::case::Walk;
use mamori::questionnaire::id::PackId;
use mamori::report::Report;
use mamori::report::xlsx::xlsx;

use super::xlsx::{cells, open, part};
use super::{case, catalog};

#[test]
fn what_is_said_of_a_sections_place_stands_whole_in_its_row() {
    // It takes two lines and more at its width, also where a section has no place in the notice.
    let mut library = PackLibrary::new(None);
    let pack = library.pack(&PackId::new("tics-2024-additions"));
    let packs = [pack.expect("a pack of ours")];
    let mut case = case();
    case.walk = packs[0].id.clone();
    case.walks.clear();
    case.walks.insert(case.walk.clone(), Walk::default());
    for language in ["ja", "en"] {
        let bytes = xlsx(&Report::new(&case, &packs), &catalog(language));
        let book = &mut open(bytes.clone());
        let first = book.sheet_names()[0].clone();
        let rows = cells(book, &first);
        let label = &packs[0].sections[0].title;
        let catalog = catalog(language);
        let label = catalog.text(&mamori::text::Text::from(label)).into_owned();
        let named = rows.iter().position(|row| row[0] == label);
        let number = named.expect("the section") + 1;
        let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
        let start = format!("<row r=\"{number}\"");
        let (_, row) = sheet.split_once(&start).expect("its row");
        let (head, _) = row.split_once('>').expect("its head");
        let high = head
            .split("ht=\"")
            .nth(1)
            .and_then(|it| it.split('"').next());
        let high: f64 = high.map_or(15.0, |high| high.parse().expect("a number"));
        assert!(high > 30.0, "{language}: {high} points");
    }
}
