//! Floor 4: arguments, commands and their exit codes.
//! The only floor that knows both the store and the words for people.

pub mod fault;
