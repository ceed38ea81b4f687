//! What a person does, key by key, and what must come of it. The words of the tests are those of
//! the behaviours that they keep.

mod answering;
mod careless;
mod days;
mod desk_day;
mod due;
mod finding;
mod firm_groups;
pub(crate) mod firms;
mod first_start;
mod from_the_result;
pub(crate) mod handing;
mod hiding;
mod information;
mod keys;
mod leaving;
mod none_here;
mod other_case;
mod own_notes;
mod papers;
mod pointing;
mod readers;
mod result;
mod search;
pub(crate) mod tidying;
mod undoing;
pub(crate) mod unlocking;
mod unseen;
mod writing;
