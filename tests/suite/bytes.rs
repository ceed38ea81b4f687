//! Files spoilt byte by byte, as a bad disk, a careless editor or somebody with bad intentions would.
//! The files that it starts from are in tests/fixtures/corpus; a file that was once read wrongly is kept there too.

use std::fs;
use std::path::PathBuf;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

/// One way to spoil a file.
#[derive(Clone, Debug)]
pub(crate) enum Spoil {
    Flip(Index, u8),
    Cut(Index),
    /// Takes a part out.
    Lose(Index, usize),
    /// A part comes twice.
    Repeat(Index, usize),
    /// A part of another file comes in.
    Splice(Index, Index, Index, usize),
    /// So many brackets open, and close a little later.
    Nest(Index, usize, usize),
    /// Something that parsers stumble over.
    Insert(Index, &'static str),
}

const STUMBLING: &[&str] = &[
    "\u{feff}",
    "\u{0}",
    "\\u0000",
    "\\ud800",
    "1e999",
    "-0",
    "18446744073709551616",
    "1e-400",
    "null",
    "{}",
    "[]",
    "\"\"",
    "\"format\":1,",
    "\"id\":\"..\",",
    "9999-12-31T23:59:60Z",
    "0000-00-00",
    "\u{202e}",
    "\u{1b}[2J",
    ",",
    "//",
    "NaN",
];

pub(crate) fn spoils() -> impl Strategy<Value = Vec<Spoil>> {
    let at = any::<Index>;
    let spoil = prop_oneof![
        4 => (at(), any::<u8>()).prop_map(|(at, byte)| Spoil::Flip(at, byte)),
        1 => at().prop_map(Spoil::Cut),
        2 => (at(), 1_usize..200).prop_map(|(at, length)| Spoil::Lose(at, length)),
        2 => (at(), 1_usize..400).prop_map(|(at, length)| Spoil::Repeat(at, length)),
        2 => (at(), at(), at(), 1_usize..400).prop_map(|(at, file, from, length)| Spoil::Splice(at, file, from, length)),
        2 => (at(), 1_usize..300, 0_usize..80).prop_map(|(at, depth, over)| Spoil::Nest(at, depth, over)),
        3 => (at(), proptest::sample::select(STUMBLING)).prop_map(|(at, text)| Spoil::Insert(at, text)),
    ];
    vec(spoil, 1..5)
}

/// A file after all of that, with parts of the others in it.
pub(crate) fn spoilt(file: &[u8], spoils: &[Spoil], others: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = file.to_vec();
    for spoil in spoils {
        if bytes.is_empty() {
            return bytes;
        }
        let length = bytes.len();
        let end = |at: usize, size: usize| (at + size).min(length);
        match spoil {
            Spoil::Flip(at, by) => bytes[at.index(length)] ^= by,
            Spoil::Cut(at) => bytes.truncate(at.index(length)),
            Spoil::Lose(at, size) => {
                let at = at.index(length);
                bytes.drain(at..end(at, *size));
            }
            Spoil::Repeat(at, size) => {
                let at = at.index(length);
                let part = bytes[at..end(at, *size)].to_vec();
                bytes.splice(at..at, part);
            }
            Spoil::Splice(at, file, from, size) => {
                let other = file.get(others);
                let from = from.index(other.len());
                let part = other[from..(from + size).min(other.len())].to_vec();
                let at = at.index(length);
                bytes.splice(at..end(at, *size), part);
            }
            Spoil::Nest(at, depth, over) => {
                let at = at.index(length);
                let to = end(at, *over);
                bytes.splice(to..to, vec![b']'; *depth]);
                bytes.splice(at..at, vec![b'['; *depth]);
            }
            Spoil::Insert(at, text) => {
                let at = at.index(length);
                bytes.splice(at..at, text.bytes());
            }
        }
    }
    bytes
}

/// The files of a folder below tests/fixtures, with their names, sorted.
pub(crate) fn fixtures(folder: &str) -> Vec<(String, Vec<u8>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(folder);
    let mut files: Vec<_> = fs::read_dir(&folder)
        .expect("a folder of fixtures")
        .map(|entry| {
            let path = entry.expect("an entry").path();
            let name = path
                .file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            (name, fs::read(&path).expect("a file"))
        })
        .collect();
    files.sort();
    assert!(!files.is_empty(), "{}", folder.display());
    files
}
