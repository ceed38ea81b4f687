//! A workbook over many firms: with their names and exact numbers for the advisor alone; for others numbers from which no
//! group of under five firms can be told. The rules are those of `questionnaire::summary`.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::xlsx::look::Look;
use super::xlsx::sheet::{Cell, Field, Sheet};
use crate::questionnaire::pack::{Measure, Pack, Question};
use crate::questionnaire::summary::{
    ActionKey, By, FirmFacts, Group, ItemKey, Shared, groups, most_often,
};
use crate::report::xlsx::new_workbook;
use crate::text::catalog::Catalog;
use crate::text::firm_groups::Group as FirmGroup;
use crate::text::{Message, Text};

/// The packs by which the firms were judged, and the firms.
pub struct Firms<'a> {
    pub packs: Vec<&'a Pack>,
    pub firms: &'a [FirmFacts],
}

impl Firms<'_> {
    /// For the advisor alone.
    ///
    /// # Panics
    /// Never: memory takes everything, and what Excel would refuse is cut or left out before.
    #[must_use]
    pub fn for_oneself(&self, catalog: &Catalog) -> Vec<u8> {
        self.named(catalog)
            .and_then(|mut workbook| workbook.save_to_buffer())
            .expect("nothing in it that Excel would refuse")
    }

    /// For others; None where there are too few firms.
    ///
    /// # Panics
    /// Never, as above.
    #[must_use]
    pub fn for_others(&self, catalog: &Catalog) -> Option<Vec<u8>> {
        let mut firms = self.firms.to_vec();
        for firm in &mut firms {
            // What somebody has written there by hand may name a firm.
            for code in [&mut firm.trade, &mut firm.size] {
                if offered(code).is_none() {
                    code.clear();
                }
            }
        }
        let shared = Shared::of(&firms, &self.items())?;
        let bytes = self
            .shared(&shared, catalog)
            .and_then(|mut workbook| workbook.save_to_buffer());
        Some(bytes.expect("nothing in it that Excel would refuse"))
    }

    /// Every item, in the order of the packs.
    #[must_use]
    pub fn items(&self) -> Vec<ItemKey> {
        let packs = self.packs.iter();
        packs
            .flat_map(|pack| {
                let questions = pack.questions.iter();
                questions.map(|question| (pack.id.clone(), question.id.clone()))
            })
            .collect()
    }

    fn question(&self, item: &ItemKey) -> Option<&Question> {
        let pack = self.packs.iter().find(|pack| pack.id == item.0)?;
        pack.questions.iter().find(|known| known.id == item.1)
    }

    fn measure(&self, action: &ActionKey) -> Option<&Measure> {
        let question = self.question(&(action.0.clone(), action.1.clone()))?;
        let mut measures = question.all_measures.iter();
        measures.find(|measure| measure.id == action.2)
    }

    fn item_name(&self, item: &ItemKey, catalog: &Catalog) -> Cell {
        Cell::Text(match self.question(item) {
            Some(question) => catalog.text(&Text::from(&question.label)).into_owned(),
            None => item.1.to_string(),
        })
    }

    fn action_name(&self, action: &ActionKey, catalog: &Catalog) -> Cell {
        Cell::Text(match self.measure(action) {
            Some(measure) => catalog.text(&Text::from(&measure.text)).into_owned(),
            None => action.2.to_string(),
        })
    }

    fn named(&self, catalog: &Catalog) -> Result<Workbook, XlsxError> {
        let mut book = Sheets::new(catalog, "summary-about-self");
        let rows = self.firms.iter().map(|firm| {
            let before = firm.before.as_ref();
            vec![
                Cell::Text(firm.name.clone()),
                Cell::Text(label(&firm.trade, catalog)),
                Cell::Text(label(&firm.size, catalog)),
                Cell::Number(firm.now.gaps.len()),
                before.map_or(Cell::Empty, |before| Cell::Number(before.gaps.len())),
            ]
        });
        let fields = [
            Field::new("summary-firm", 32.0),
            Field::new("groups-trade", 18.0),
            Field::new("groups-size", 16.0),
            Field::new("summary-now", 14.0),
            Field::new("summary-before", 14.0),
        ];
        book.sheet("summary-sheet-firms", &fields, &rows.collect::<Vec<_>>())?;
        let rows = self.items().into_iter().map(|item| {
            let has = |firm: &&FirmFacts| firm.now.gaps.contains(&item);
            let had = |firm: &&FirmFacts| {
                let before = firm.before.as_ref();
                before.is_some_and(|before| before.gaps.contains(&item))
            };
            // Of the firms of which there is a check before this one: beside all firms the numbers could not be compared.
            let compared = || self.firms.iter().filter(|firm| firm.before.is_some());
            let of_compared = |count: usize| match compared().next() {
                Some(_) => Cell::Number(count),
                None => Cell::Empty,
            };
            let names: Vec<&str> = self
                .firms
                .iter()
                .filter(has)
                .map(|firm| firm.name.as_str())
                .collect();
            vec![
                self.item_name(&item, catalog),
                Cell::Number(names.len()),
                of_compared(compared().filter(had).count()),
                of_compared(compared().filter(has).count()),
                Cell::Text(names.join(" / ")),
            ]
        });
        let fields = [
            Field::new("column-label", 36.0),
            Field::new("summary-now", 14.0),
            Field::new("summary-before", 14.0),
            Field::new("summary-now-compared", 18.0),
            Field::new("summary-which", 70.0),
        ];
        book.sheet("summary-sheet-items", &fields, &rows.collect::<Vec<_>>())?;
        let actions = most_often(self.firms);
        book.sheet(
            "summary-sheet-actions",
            &ACTIONS,
            &self.actions(&actions, catalog),
        )?;
        for (by, name) in [
            (By::Trade, "summary-sheet-trade"),
            (By::Size, "summary-sheet-size"),
        ] {
            let groups = groups(self.firms, by);
            let counts = |item: &ItemKey| -> Vec<Cell> {
                groups
                    .iter()
                    .map(|group| Cell::Number(group.with_gap(item)))
                    .collect()
            };
            let sizes = groups.iter().map(|group| Cell::Number(group.firms.len()));
            let rows = self.group_rows(&groups, sizes.collect(), counts, catalog);
            book.lists(name, &rows)?;
        }
        Ok(book.workbook)
    }

    fn shared(&self, shared: &Shared<'_>, catalog: &Catalog) -> Result<Workbook, XlsxError> {
        let mut book = Sheets::new(catalog, "summary-about-others");
        let mut rows = vec![vec![
            Cell::Text(catalog.message(&Message::new("summary-firms"))),
            coarse_cell(shared.firms, catalog),
            coarse_cell(shared.compared, catalog),
            Cell::Empty,
        ]];
        for row in &shared.rows {
            let pair = shared
                .before_and_now
                .iter()
                .find(|(item, ..)| *item == row.item);
            let cell = |count: Option<usize>| {
                count.map_or(Cell::Empty, |count| coarse_cell(count, catalog))
            };
            rows.push(vec![
                self.item_name(&row.item, catalog),
                coarse_cell(row.all, catalog),
                cell(pair.map(|(_, before, _)| *before)),
                cell(pair.map(|(.., now)| *now)),
            ]);
        }
        let fields = [
            Field::new("column-label", 40.0),
            Field::new("summary-now", 14.0),
            Field::new("summary-before", 20.0),
            Field::new("summary-now-compared", 20.0),
        ];
        book.sheet("summary-sheet-items", &fields, &rows)?;
        let actions: Vec<_> = shared.actions.clone();
        let mut rows: Vec<Vec<Cell>> = actions
            .iter()
            .map(|(action, count)| {
                let item = (action.0.clone(), action.1.clone());
                vec![
                    self.action_name(action, catalog),
                    self.item_name(&item, catalog),
                    coarse_cell(*count, catalog),
                ]
            })
            .collect();
        if rows.is_empty() {
            // A table without lines would read as if there were nothing to do.
            let said = catalog.message(&Message::new("summary-left-out"));
            rows.push(vec![Cell::Text(said), Cell::Empty, Cell::Empty]);
        }
        book.sheet("summary-sheet-actions", &ACTIONS, &rows)?;
        for (groups, name, is_trade) in [
            (&shared.trades, "summary-sheet-trade", true),
            (&shared.sizes, "summary-sheet-size", false),
        ] {
            let counts = |item: &ItemKey| -> Vec<Cell> {
                let row = shared.rows.iter().find(|row| row.item == *item);
                let counts = row.and_then(|row| {
                    if is_trade {
                        row.by_trade.as_ref()
                    } else {
                        row.by_size.as_ref()
                    }
                });
                match counts {
                    Some(counts) => counts
                        .iter()
                        .map(|count| coarse_cell(*count, catalog))
                        .collect(),
                    None => groups
                        .iter()
                        .map(|_| Cell::Text(catalog.message(&Message::new("summary-left-out"))))
                        .collect(),
                }
            };
            let sizes = groups.iter().map(|group| {
                coarse_cell(
                    crate::questionnaire::summary::coarse(group.firms.len()),
                    catalog,
                )
            });
            let rows = self.group_rows(groups, sizes.collect(), counts, catalog);
            book.lists(name, &rows)?;
        }
        Ok(book.workbook)
    }

    fn actions(&self, actions: &[(ActionKey, usize)], catalog: &Catalog) -> Vec<Vec<Cell>> {
        let rows = actions.iter().map(|(action, count)| {
            let item = (action.0.clone(), action.1.clone());
            vec![
                self.action_name(action, catalog),
                self.item_name(&item, catalog),
                Cell::Number(*count),
            ]
        });
        rows.collect()
    }

    /// One line for each group and item: a table that every program sorts and sums.
    fn group_rows(
        &self,
        groups: &[Group<'_>],
        sizes: Vec<Cell>,
        counts: impl Fn(&ItemKey) -> Vec<Cell>,
        catalog: &Catalog,
    ) -> Vec<Vec<Cell>> {
        let name = |group: &Group<'_>| {
            catalog
                .text(&match group.label {
                    None => Message::new("summary-rest").into(),
                    Some(code) => label(code, catalog).into(),
                })
                .into_owned()
        };
        let mut rows: Vec<Vec<Cell>> = groups
            .iter()
            .zip(sizes)
            .map(|(group, size)| {
                vec![
                    Cell::Text(name(group)),
                    Cell::Text(catalog.message(&Message::new("summary-firms"))),
                    size,
                ]
            })
            .collect();
        for item in self.items() {
            for (group, count) in groups.iter().zip(counts(&item)) {
                rows.push(vec![
                    Cell::Text(name(group)),
                    self.item_name(&item, catalog),
                    count,
                ]);
            }
        }
        rows
    }
}

const ACTIONS: [Field; 3] = [
    Field::new("column-measure", 60.0),
    Field::new("column-label", 36.0),
    Field::new("summary-now", 14.0),
];

/// A trade or a size in words; what is none of those that are offered as it stands.
fn label(code: &str, catalog: &Catalog) -> String {
    match offered(code) {
        Some(name) => catalog.message(&Message::new(name)),
        None if code.is_empty() => catalog.message(&Message::new("summary-not-said")),
        None => code.to_owned(),
    }
}

/// The message that names this trade or size.
fn offered(code: &str) -> Option<&'static str> {
    let groups = [FirmGroup::Trade, FirmGroup::Size];
    let mut offered = groups.into_iter().flat_map(FirmGroup::offered);
    let found = offered.find(|(known, _)| *known == code);
    found.map(|(_, name)| *name)
}

/// A number as others see it: from this many on, or under five.
fn coarse_cell(count: usize, catalog: &Catalog) -> Cell {
    let said = match count {
        0 => Message::new("summary-under-five"),
        count => Message::new("summary-from")
            .with("count", count)
            .with("to", count + 4),
    };
    Cell::Text(catalog.message(&said))
}

struct Sheets<'a> {
    workbook: Workbook,
    look: Look,
    catalog: &'a Catalog,
    about: &'static str,
}

impl<'a> Sheets<'a> {
    fn new(catalog: &'a Catalog, about: &'static str) -> Self {
        Self {
            workbook: new_workbook("", None),
            look: Look::new(),
            catalog,
            about,
        }
    }

    fn sheet(
        &mut self,
        name: &'static str,
        fields: &[Field],
        rows: &[Vec<Cell>],
    ) -> Result<(), XlsxError> {
        let name = self.catalog.message(&Message::new(name));
        let mut sheet = Sheet::new(&name, self.catalog, &self.look)?;
        let about = Message::new(self.about)
            .with("first", Message::new("notice-self-check"))
            .with("counted", Message::new("summary-counted"));
        sheet.table(&about, fields, rows)?;
        self.workbook.push_worksheet(sheet.page);
        Ok(())
    }

    fn lists(&mut self, name: &'static str, rows: &[Vec<Cell>]) -> Result<(), XlsxError> {
        let fields = [
            Field::new("summary-group", 24.0),
            Field::new("column-label", 40.0),
            Field::new("summary-now", 14.0),
        ];
        self.sheet(name, &fields, rows)
    }
}
