//! Trade and size of a firm, by which an association counts many of them: codes for files, each with the message that
//! names it. A closed list, because words of one's own could name the firm. docs/JSON.md has the codes.

use crate::questionnaire::case::Firm;

/// By what firms are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    Trade,
    Size,
}

impl Group {
    /// What there is to choose from: the code, and the message that names it.
    #[must_use]
    pub fn offered(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Trade => &TRADES,
            Self::Size => &SIZES,
        }
    }

    #[must_use]
    pub fn of(self, firm: &Firm) -> &str {
        match self {
            Self::Trade => &firm.trade,
            Self::Size => &firm.size,
        }
    }

    pub fn of_mut(self, firm: &mut Firm) -> &mut String {
        match self {
            Self::Trade => &mut firm.trade,
            Self::Size => &mut firm.size,
        }
    }
}

/// The trades, as the examples for the list of what to protect have them.
const TRADES: [(&str, &str); 14] = [
    ("machining", "trade-machining"),
    ("moulds", "trade-moulds"),
    ("plating", "trade-plating"),
    ("sheet-metal", "trade-sheet-metal"),
    ("plastics", "trade-plastics"),
    ("casting", "trade-casting"),
    ("painting", "trade-painting"),
    ("electronics", "trade-electronics"),
    ("textiles", "trade-textiles"),
    ("woodwork", "trade-woodwork"),
    ("food", "trade-food"),
    ("software", "trade-software"),
    ("printing", "trade-printing"),
    ("other", "trade-other"),
];

/// How many people work in it.
const SIZES: [(&str, &str); 6] = [
    ("1-5", "size-1-5"),
    ("6-20", "size-6-20"),
    ("21-50", "size-21-50"),
    ("51-100", "size-51-100"),
    ("101-300", "size-101-300"),
    ("301-", "size-301"),
];
