//! What can be done with what somebody else has answered, beside what is here.

/// What the user means to do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Merging {
    /// The choice at this place, for the difference on the screen.
    Choose(u8),
    Previous,
    Next,
    /// Of what only they have changed, this one: taken, or left as it is here.
    Taken(u16),
    /// What was emptied in a workbook is taken out here too; or not any more.
    Emptied,
    /// Take it in, as it was decided.
    Take,
    /// Forget it: nothing is changed.
    GiveUp,
}
