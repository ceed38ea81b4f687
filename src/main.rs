//! Starts the program; the exit code is decided here, once.

fn main() {}
