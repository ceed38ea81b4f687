//! One binary for all tests from outside, so that they are linked once.

mod store;
