//! What mamori promises, as tests named for the fact each one keeps.

mod packs;
