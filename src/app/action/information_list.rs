//! What can be meant on the list of information and on one of its entries. Numbers are places in what is shown now.

/// What the user means to do with the list of information.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Listing {
    /// A new entry, to be written.
    Add,
    /// Shows the entry at this place.
    Entry(u16),
    /// Puts an example of the pack on the list, or takes it off again.
    Example(u8),
    Write(Detail),
    /// The form of the entry; chosen again, none.
    Form(u8),
    /// Whose it is; chosen again, it was not said.
    Owner(Whose),
    Level(Level),
    /// Asks once, then takes the entry off the list.
    Remove,
    /// Puts back what was taken off last.
    PutBack,
    /// The forms that stand on the list become forms of the check too.
    TakeForms,
}

/// Whose a thing is, as offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Whose {
    Own,
    Entrusted,
}

/// What is written in one's own words about an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Detail {
    What,
    Place,
    EntrustedBy,
    SeenBy,
    Level,
}

/// How an entry is to be handled, as offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    Named,
    Company,
    Own,
}
