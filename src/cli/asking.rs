//! What a command asks back: the passphrase of a sealed folder, a new one, a yes before something goes.
//! Says the questions; `terminal` reads the answers.

use std::io::{self, ErrorKind};

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::app::secret::SHORTEST;
use crate::cli::failure::Failure;
use crate::cli::fault::half_way_messages;
use crate::cli::process_env::ProcessEnv;
use crate::cli::setup::CommandContext;
use crate::questionnaire::encoding::EncodingFault;
use crate::store::seal::{SealFault, open_under};
use crate::store::{OpenFault, Seal, Store};
use crate::store_service::StoreService;
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::encoding::encoding_message;
use crate::text::system_error::system_message;
use crate::text::width::clean;

/// How often a passphrase may be wrong before the command ends.
const TRIES: usize = 3;

impl ProcessEnv<'_> {
    /// The next line, unseen while it is typed; `closed` says what stays as it is where there is none.
    fn secret(
        &self,
        catalog: &Catalog,
        question: &Message<'_>,
        closed: Message<'_>,
    ) -> Result<Zeroizing<String>, Failure> {
        let line = (self.ask)(&catalog.message(question), true);
        answered(line, catalog, [closed, Message::new("rec-no-passphrase")])
    }

    /// Opens the seal of the data folder, if there is one.
    pub(crate) fn open_seal(
        &mut self,
        catalog: &Catalog,
        store: &mut Store,
    ) -> Result<(), Failure> {
        let seal = store.seal();
        if seal.map_err(|error| Failure::store(catalog, &error))? != Seal::Closed {
            return Ok(());
        }
        self.passphrase(catalog, store)?;
        // Whoever has the passphrase goes on with what was begun; that it is not through keeps nobody from going on.
        if let Some(half_way) = store.finish_what_was_begun() {
            for sentence in half_way_messages(&half_way) {
                self.tell(&catalog.message(&sentence));
            }
        }
        Ok(())
    }

    /// The passphrase with which the seal was opened. Whoever types may try again; a pipe has one line for it.
    pub(crate) fn passphrase(
        &mut self,
        catalog: &Catalog,
        store: &mut Store,
    ) -> Result<Zeroizing<String>, Failure> {
        let tries = if self.is_asked { TRIES } else { 1 };
        for left in (0..tries).rev() {
            let passphrase = self.secret(
                catalog,
                &Message::new("ask-passphrase"),
                Message::new("err-no-passphrase"),
            )?;
            match store.open_seal(&passphrase) {
                Ok(()) => return Ok(passphrase),
                Err(OpenFault::WrongPassphrase) if left > 0 => {
                    self.tell(&catalog.message(&Message::new("err-wrong-passphrase")));
                }
                Err(fault) => return Err(cannot_open(catalog, &fault)),
            }
        }
        Err(cannot_open(catalog, &OpenFault::WrongPassphrase))
    }

    /// What is in a file that somebody brings under a passphrase of its own. Whoever types may try again.
    pub(crate) fn opened_file(
        &mut self,
        catalog: &Catalog,
        path: &str,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, Failure> {
        let tries = if self.is_asked { TRIES } else { 1 };
        for left in (0..tries).rev() {
            let question = Message::new("ask-file-passphrase").with("path", path.to_owned());
            let closed = Message::new("err-no-file-passphrase").with("path", path.to_owned());
            let passphrase = self.secret(catalog, &question, closed)?;
            match open_under(&passphrase, sealed) {
                Ok(plain) => return Ok(plain),
                Err(SealFault::WrongPassphrase) if left > 0 => {
                    let said = Message::new("err-file-passphrase").with("path", path.to_owned());
                    self.tell(&catalog.message(&said));
                }
                Err(fault) => return Err(file_stays_closed(catalog, path, fault)),
            }
        }
        Err(file_stays_closed(catalog, path, SealFault::WrongPassphrase))
    }

    /// A new passphrase: long enough, and typed twice where somebody types.
    pub(crate) fn new_passphrase(
        &mut self,
        catalog: &Catalog,
    ) -> Result<Zeroizing<String>, Failure> {
        loop {
            let question = Message::new("ask-new-passphrase").with("shortest", SHORTEST);
            let closed = || Message::new("err-no-new-passphrase");
            let typed = self.secret(catalog, &question, closed())?;
            let first = as_it_is_set(&typed);
            let fault = if first.chars().count() < SHORTEST {
                Message::new("err-short-passphrase").with("shortest", SHORTEST)
            } else if clean(&first) != *first {
                // On the screen such characters never reach the field.
                Message::new("err-odd-passphrase")
            } else {
                let odd = oddities(&typed, &first);
                for said in &odd {
                    self.tell(&catalog.message(&Message::new(said)));
                }
                if self.is_asked && !odd.is_empty() {
                    self.tell(&catalog.message(&Message::new("odd-passphrase-how")));
                }
                if !self.is_asked {
                    return Ok(first);
                }
                let again = self.secret(catalog, &Message::new("ask-again"), closed())?;
                if as_it_is_set(&again) == first {
                    return Ok(first);
                }
                Message::new("err-different-passphrases")
            };
            if !self.is_asked {
                return Err(Failure::could_not(catalog, &[fault]));
            }
            self.tell(&catalog.message(&fault));
        }
    }

    /// Whether to go on with what was just said: a yes that was typed, or the option of the command that says it.
    pub(crate) fn confirm(
        &mut self,
        catalog: &Catalog,
        said: &[Message<'_>],
        option: Said,
    ) -> Result<(), Failure> {
        if option.is_said || self.agrees(catalog, said, option.name)? {
            return Ok(());
        }
        Err(Failure::could_not(catalog, &[Message::new("nothing-done")]))
    }

    /// Whether somebody says yes to what is said; either way it goes on. `option` says the same where nobody can type it.
    pub(crate) fn agrees(
        &mut self,
        catalog: &Catalog,
        said: &[Message<'_>],
        option: &'static str,
    ) -> Result<bool, Failure> {
        for sentence in said {
            self.tell(&catalog.message(sentence));
        }
        let line = (self.ask)(&catalog.message(&Message::new("ask-yes")), false);
        let how = Message::new("rec-not-answered").with("option", option);
        let answer = answered(line, catalog, [Message::new("err-not-answered"), how])?;
        let answer = answer.trim();
        Ok(["y", "Y", "\u{ff59}"].contains(&answer)
            || answer == catalog.message(&Message::new("word-yes")))
    }
}

/// The option of a command that says yes without being asked, and whether it was given.
#[derive(Clone, Copy)]
pub(crate) struct Said {
    pub(crate) name: &'static str,
    pub(crate) is_said: bool,
}

impl Said {
    pub(crate) fn yes(is_said: bool) -> Self {
        let name = "--yes";
        Self { name, is_said }
    }

    /// It was not, or nobody would be asked.
    pub(crate) fn not(name: &'static str) -> Self {
        let is_said = false;
        Self { name, is_said }
    }
}

/// The line that was given, or the failure that there is none, or that it cannot be read.
fn answered(
    line: io::Result<Option<Zeroizing<String>>>,
    catalog: &Catalog,
    [none, how]: [Message<'_>; 2],
) -> Result<Zeroizing<String>, Failure> {
    let mut said = match line {
        Ok(Some(line)) => return Ok(line),
        Ok(None) => vec![none],
        Err(error) if error.kind() == ErrorKind::InvalidData => vec![
            Message::new("err-answer-unreadable"),
            encoding_message(EncodingFault::Unknown),
        ],
        Err(error) => {
            let reason = system_message(error.kind(), error.raw_os_error());
            vec![Message::new("err-input-unreadable").with("reason", reason)]
        }
    };
    said.push(how);
    Err(Failure::could_not(catalog, &said))
}

/// Composed, and without what a paste leaves at the end: nobody sees it, and nobody would type it again.
fn as_it_is_set(typed: &str) -> Zeroizing<String> {
    Zeroizing::new(typed.trim_end().nfc().collect())
}

/// What is strange about a passphrase that can be set, and may be hard to type elsewhere.
fn oddities(typed: &str, set: &str) -> Vec<&'static str> {
    let folded = Zeroizing::new(set.nfkc().collect::<String>());
    [
        ("odd-passphrase-end", typed.trim_end().len() < typed.len()),
        ("odd-passphrase-start", set.starts_with(char::is_whitespace)),
        ("odd-passphrase-width", *folded != set),
    ]
    .into_iter()
    .filter_map(|(said, is_so)| is_so.then_some(said))
    .collect()
}

pub(crate) fn cannot_open(catalog: &Catalog, fault: &OpenFault) -> Failure {
    let said = match fault {
        OpenFault::WrongPassphrase => ["err-wrong-passphrase", "rec-wrong-passphrase"],
        OpenFault::KeyDamaged => ["err-key-damaged", "rec-key-damaged"],
        OpenFault::TooMuchWork => ["err-key-too-much-work", "rec-key-too-much-work"],
        OpenFault::Store(error) => return Failure::store(catalog, error),
    };
    Failure::could_not(catalog, &said.map(Message::new))
}

fn file_stays_closed(catalog: &Catalog, path: &str, fault: SealFault) -> Failure {
    let (err, rec) = match fault {
        SealFault::WrongPassphrase => ("err-file-passphrase", "rec-file-passphrase"),
        SealFault::OtherKey => ("err-file-other-key", "rec-file-other-key"),
        SealFault::CutOff => ("err-file-seal-cut-off", "rec-file-seal-broken"),
        SealFault::Changed => ("err-file-seal-changed", "rec-file-seal-broken"),
        SealFault::Damaged => ("err-file-seal-broken", "rec-file-seal-broken"),
        SealFault::TooMuchWork => ("err-file-too-much-work", "rec-file-other-key"),
    };
    let said = [
        Message::new(err).with("path", path.to_owned()),
        Message::new(rec),
    ];
    Failure::could_not(catalog, &said)
}

impl CommandContext {
    /// The store with its seal open, if it has one.
    pub(crate) fn opened_store(&self, process: &mut ProcessEnv<'_>) -> Result<Store, Failure> {
        let mut store = self.store(process)?;
        process.open_seal(&self.catalog, &mut store)?;
        Ok(store)
    }

    /// The same, to change something in it.
    pub(crate) fn working_store(&self, process: &mut ProcessEnv<'_>) -> Result<Store, Failure> {
        let mut store = self.opened_store(process)?;
        let entered = store.enter();
        entered.map_err(|error| Failure::store(&self.catalog, &error))?;
        Ok(store)
    }

    /// The same, where something is done to a whole case.
    pub(crate) fn working_service(
        &self,
        process: &mut ProcessEnv<'_>,
    ) -> Result<StoreService, Failure> {
        let store = self.working_store(process)?;
        Ok(StoreService::new(store, self.library.clone()))
    }
}
