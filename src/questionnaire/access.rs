//! Whether the open case may be changed here. A value only: `store` finds it out, `app` keeps to it.

use crate::questionnaire::moment::Moment;

/// What the program may do with the case that is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Access {
    #[default]
    Write,
    /// Another program has it: it can be looked at and not changed. By whom, where that can be told.
    Look(Option<Holder>),
}

/// Another program that has the case open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The system's number of the process.
    pub process: u32,
    /// Since when it has the case.
    pub since: Moment,
}

impl Access {
    #[must_use]
    pub fn may_write(self) -> bool {
        self == Self::Write
    }
}
