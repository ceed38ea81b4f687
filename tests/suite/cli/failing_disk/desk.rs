//! A data folder in memory for the commands, and what is on its disk, asked without them.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::fmt::{self, Write};
use std::path::Path;

use mamori::cli::process_env::ProcessEnv;
use mamori::cli::run;
use mamori::questionnaire::case::Case;
use mamori::questionnaire::id::CaseId;
use mamori::store::folder::Folder;
use mamori::store::seal::Work;
use mamori::store::{OpenFault, Seal, Seen, Store};
use zeroize::Zeroizing;

use crate::store::full;
use crate::store::memory::{MemoryDisk, Trouble};

pub(super) const PASSPHRASE: &str = "がくぶちの裏 2026";
pub(super) const ANOTHER: &str = "another, longer one";
pub(super) const BINNED: &str = "cccc2222~2026-11-24";
pub(super) const NEIGHBOUR: &str = "/home/mamori/cases/bbbb2222.json";
pub(super) const REPORT: &str = "/home/out/report.csv";
pub(super) const HANDED: &str = "/home/out/go-on.mamori";

const ROOT: &str = "/home/mamori";

/// A disk, and whoever calls commands on it.
pub(super) struct Desk {
    pub(super) disk: MemoryDisk,
}

/// What a command said, and how it ended.
pub(super) struct Told {
    pub(super) code: u8,
    /// What was said beside the output, and the output.
    pub(super) text: String,
    /// How many lines of it are the output.
    out: usize,
}

/// What is on a disk.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Facts {
    /// The revision and title of each check by the name of its file; none where it cannot be read.
    pub(super) listed: BTreeMap<String, Option<(u64, String)>>,
    /// The names in the bin.
    pub(super) bin: Vec<String>,
    pub(super) has_key: bool,
    pub(super) is_going: bool,
    pub(super) sealed: usize,
    pub(super) open: usize,
    /// Whether the old and the new passphrase open it.
    pub(super) opens: (bool, bool),
    /// The files of states that are kept for merging, and whether they can be read.
    pub(super) handed: BTreeMap<String, bool>,
    /// What lies where reports are written.
    pub(super) out: BTreeMap<String, Vec<u8>>,
}

fn store(disk: &MemoryDisk) -> Store {
    Store::new(ROOT.into(), Box::new(disk.clone())).with_work(Work::LIGHT)
}

fn at(id: &str, revision: u64, title: &str) -> Case {
    Case {
        id: CaseId::new(id),
        revision,
        title: title.to_owned(),
        ..full()
    }
}

/// The check at revision 3 with two earlier versions, another one, and two in the bin; files to bring lie outside.
pub(super) fn open() -> MemoryDisk {
    let disk = MemoryDisk::new();
    let today = full().updated.day();
    for (id, title) in [("cccc2222", "捨てた工場"), ("dddd2222", "捨てた倉庫")] {
        let mut store = store(&disk);
        store.save(&at(id, 1, title)).expect("saved");
        let thrown = store.throw_away(&CaseId::new(id), today);
        thrown.and_then(Seen::without_doubt).expect("in the bin");
    }
    store(&disk)
        .save(&at("bbbb2222", 1, "となりの会社"))
        .expect("saved");
    for revision in 1..=3 {
        let mut store = store(&disk);
        let id = CaseId::new("k7q2m4xw");
        if revision > 1 {
            store.open(&id, full().updated).expect("opened");
        }
        let title = format!("本社工場 {revision}");
        store
            .save(&at("k7q2m4xw", revision, &title))
            .expect("saved");
    }
    let brought = |id: &str, title: &str| {
        let case = at(id, 9, title);
        serde_json::to_vec(&case).expect("JSON")
    };
    disk.put("/home/in.json", &brought("k7q2m4xw", "持ちこみ"));
    disk.put("/home/other.json", &brought("eeee2222", "持ちこみ"));
    disk.make_folders(Path::new("/home/out"));
    let kept = store(&disk).keep_handed(&at("k7q2m4xw", 2, "本社工場 2"));
    kept.and_then(Seen::without_doubt).expect("kept");
    disk.let_go();
    disk
}

pub(super) fn locked() -> MemoryDisk {
    let disk = open();
    store(&disk).put_seal(PASSPHRASE).expect("locked");
    disk.let_go();
    disk
}

/// Locking has stopped with some files locked and some not.
pub(super) fn half_locked() -> MemoryDisk {
    for step in 30.. {
        let disk = open();
        disk.trouble_at(step, Trouble::From(5));
        store(&disk)
            .put_seal(PASSPHRASE)
            .expect_err("a failing disk");
        disk.heal();
        disk.let_go();
        let facts = Facts::of(&disk);
        if facts.sealed > 1 && facts.open > 1 {
            return disk;
        }
    }
    unreachable!("it never stops half-way")
}

impl Desk {
    pub(super) fn on(disk: MemoryDisk) -> Self {
        Self { disk }
    }

    /// Calls a command as the program does, with these lines as what is typed.
    pub(super) fn tell(&self, args: &[&str], lines: &[&str]) -> Told {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let lines: VecDeque<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        let lines = RefCell::new(lines);
        let ask = move |_: &str, _: bool| Ok(lines.borrow_mut().pop_front().map(Zeroizing::new));
        let code = run(ProcessEnv {
            args: [&["mamori"], args]
                .concat()
                .into_iter()
                .map(Into::into)
                .collect(),
            env: &|name| (name == "MAMORI_LANG").then(|| "ja".into()),
            system_locale: &|| None,
            usual_folder: &|| Some(Folder::new(ROOT.into())),
            store: &|_| store(&self.disk),
            out: &mut out,
            err: &mut err,
            is_terminal: false,
            can_draw: &|| true,
            is_asked: false,
            is_window_ours: &|| false,
            input: &|| Box::new(std::io::empty()),
            ask: &ask,
            documents: &|| None,
            stop: &|| false,
            home: &|| None,
            other_data_folders: &Vec::new,
            received_folders: &Vec::new,
            mounts: &Vec::new,
        });
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        let out = text(out);
        Told {
            code,
            out: out.lines().count(),
            text: text(err) + &out,
        }
    }
}

impl fmt::Display for Told {
    /// Ids that come by chance are not shown, nor what is long and the same each time.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(to, "exit code {}", self.code)?;
        let lines: Vec<&str> = self.text.lines().collect();
        // A result is long, and the same each time.
        let long = if self.out > 4 { self.out - 1 } else { 0 };
        for line in lines.iter().take(lines.len() - long) {
            writeln!(to, "  {}", without_new_ids(line))?;
        }
        if long > 0 {
            writeln!(to, "  …")?;
        }
        Ok(())
    }
}

/// What `new_id` gave is told as ????????.
fn without_new_ids(line: &str) -> String {
    let known = ["k7q2m4xw", "bbbb2222", "cccc2222", "dddd2222", "eeee2222"];
    let mut text = line.to_owned();
    for word in line.split(|c: char| !c.is_ascii_alphanumeric()) {
        let is_id = word.len() == 8
            && word.chars().all(|c| matches!(c, 'a'..='z' | '2'..='7'))
            && !["identity"].contains(&word);
        if is_id && !known.contains(&word) {
            text = text.replace(word, "????????");
        }
    }
    text
}

impl Facts {
    pub(super) fn of(disk: &MemoryDisk) -> Self {
        let disk = disk.copy();
        let opens = |passphrase| {
            let mut store = store(&disk);
            match store.open_seal(passphrase) {
                Ok(()) => Some(store),
                Err(OpenFault::WrongPassphrase) => None,
                Err(fault) => panic!("{fault:?}"),
            }
        };
        let has_key = store(&disk).seal() != Ok(Seal::None);
        let (old, new) = if has_key {
            (opens(PASSPHRASE), opens(ANOTHER))
        } else {
            (None, None)
        };
        let by = (old.is_some(), new.is_some());
        let mut store = old.or(new).unwrap_or_else(|| store(&disk));
        let listed = store.list().expect("listed").into_iter().map(|entry| {
            // Not an error: that it cannot be read is what is looked for.
            let case = entry.state.ok().map(|case| (case.revision, case.title));
            (entry.id.to_string(), case)
        });
        let listed = listed.collect();
        let bin = store.bin().expect("the bin");
        let mut bin: Vec<String> = bin
            .into_iter()
            .map(|binned| binned.file().to_owned())
            .collect();
        bin.sort();
        let handed = store.handed(&CaseId::new("k7q2m4xw")).expect("kept");
        let handed = handed
            .into_iter()
            .map(|one| (one.name, one.state.is_ok()))
            .collect();
        let of_us = |path: &Path| {
            ["cases", "bin", "damaged", "history", "handed"]
                .iter()
                .any(|folder| path.starts_with(Path::new(ROOT).join(folder)))
        };
        let files = disk.files();
        let mut counted = (0, 0);
        for path in files.keys().filter(|path| of_us(path)) {
            let name = path.file_name().expect("a name").to_string_lossy();
            if name.starts_with('.') {
                continue;
            }
            if name.ends_with(".age") {
                // Beside the file as it was it keeps nothing from anybody.
                if !files.contains_key(&path.with_extension("")) {
                    counted.0 += 1;
                }
            } else {
                counted.1 += 1;
            }
        }
        let out = files
            .iter()
            .filter(|(path, _)| path.starts_with("/home/out"))
            .map(|(path, bytes)| (path.display().to_string(), bytes.clone()));
        Self {
            listed,
            bin,
            has_key,
            is_going: files.contains_key(&Path::new(ROOT).join("unsealing")),
            sealed: counted.0,
            open: counted.1,
            opens: by,
            handed,
            out: out.collect(),
        }
    }

    /// Whether the checks in the list and in the bin are the same.
    pub(super) fn has_the_checks_of(&self, before: &Self) -> bool {
        (&self.listed, &self.bin) == (&before.listed, &before.bin)
    }

    /// Those that were not there before.
    pub(super) fn new_ones(&self, before: &Self) -> Vec<String> {
        let mut new = self.listed.keys().cloned().collect::<Vec<_>>();
        new.retain(|id| !before.listed.contains_key(id));
        new
    }

    /// What is there, as far as it is not as it was.
    pub(super) fn beside(&self, before: &Self) -> String {
        let mut said = String::from("there:");
        for (id, was) in &before.listed {
            match self.listed.get(id) {
                None => write!(said, " {id} is not listed;").expect("text"),
                Some(is) if is != was => {
                    write!(said, " {id} is {};", named(is.as_ref())).expect("text");
                }
                Some(_) => {}
            }
        }
        for id in self.new_ones(before) {
            let is = named(self.listed[&id].as_ref());
            let id = without_new_ids(&id);
            write!(said, " {id} is new, {is};").expect("text");
        }
        if self.bin != before.bin {
            write!(said, " in the bin {};", self.bin.join(", ")).expect("text");
        }
        let is_about_keys = self.has_key || before.has_key || self.sealed > 0;
        if is_about_keys
            && (self.has_key, self.is_going, self.sealed, self.open)
                != (before.has_key, before.is_going, before.sealed, before.open)
        {
            let key = if self.has_key { "a key" } else { "no key" };
            let going = if self.is_going { " and the mark" } else { "" };
            write!(
                said,
                " {key}{going}, {} files locked and {} open;",
                self.sealed, self.open
            )
            .expect("text");
        }
        if self.opens != before.opens {
            let which = match self.opens {
                (true, true) => "both passphrases open",
                (true, false) => "the old passphrase opens",
                (false, true) => "the new passphrase opens",
                (false, false) => "no passphrase opens",
            };
            write!(said, " {which};").expect("text");
        }
        for name in self.handed.keys() {
            if !before.handed.contains_key(name) {
                write!(said, " {name} is kept;").expect("text");
            }
        }
        for (path, bytes) in &self.out {
            match before.out.get(path) {
                Some(was) if was == bytes => {}
                _ => write!(said, " {path} is there;").expect("text"),
            }
        }
        if said == "there:" {
            said += " all as it was";
        }
        said + "\n"
    }
}

fn named(case: Option<&(u64, String)>) -> String {
    case.map_or_else(
        || "unreadable".to_owned(),
        |(revision, title)| format!("revision {revision} ({title})"),
    )
}
