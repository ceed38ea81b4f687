//! Paths in what the program says, for tests that run on every system.

/// What was said, with folders that end as they do in the test: Windows ends them with a backslash.
pub(crate) fn slashed(said: &str) -> String {
    if cfg!(windows) {
        said.replace('\\', "/")
    } else {
        said.to_owned()
    }
}
