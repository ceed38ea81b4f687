//! What the whole program promises, told from outside. One binary, so that it links once.

mod locales;
mod pseudo;
mod width;
mod wrapping;
