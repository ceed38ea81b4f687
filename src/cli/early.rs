//! What of the arguments is read before all others: which words are spoken, and where the answers are.
//! Knows no command.

use std::ffi::{OsStr, OsString};

pub(super) const DATA_DIR: &str = "--data-dir";
pub(super) const LANG: &str = "--lang";

/// The value that stands last behind this flag, read before everything else: the language has to be known before
/// a mistake in the other arguments can be told.
pub(super) fn given(args: &[OsString], flag: &str) -> Option<OsString> {
    let mut found = None;
    let mut args = args.iter().skip(1).take_while(|arg| *arg != "--");
    while let Some(arg) = args.next() {
        if arg == flag {
            found = args.next().cloned();
        } else if let Some(value) = joined_value(arg, flag) {
            found = Some(value.into());
        }
    }
    found.filter(|value| !value.is_empty())
}

/// `ja` of `--lang=ja`
fn joined_value<'a>(arg: &'a OsStr, flag: &str) -> Option<&'a str> {
    arg.to_str()?.strip_prefix(flag)?.strip_prefix('=')
}
