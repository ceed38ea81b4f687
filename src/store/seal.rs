//! The seal on a data folder: a key of its own, itself kept under a passphrase. Both are in the age format
//! (age-encryption.org/v1), so that the ordinary `age` program opens them too. Touches no disk.

use std::io::{self, ErrorKind};

use age::secrecy::{ExposeSecret, SecretString};
use age::{DecryptError, scrypt, x25519};
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

pub(super) mod exchange;
pub(super) mod files;
pub(super) mod folder;
pub(super) mod half_way;
pub(super) mod key_files;

/// How much work each guess at a passphrase is, as a power of two. There is the usual amount, and nothing else in a
/// program that is released.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Work(u8);

impl Work {
    /// 2^16 rounds: 64 MiB and about 0.2 s on an office PC.
    pub const USUAL: Self = Self(16);
    /// For tests that seal a thousand times. It protects nothing.
    #[cfg(debug_assertions)]
    pub const LIGHT: Self = Self(1);
}

/// More work than this is not done for a key file: four times the usual. It takes 256 MiB and a second.
pub const MOST_WORK: u8 = 18;

/// A sealed file may be longer than what is in it by so many bytes: a header, and sixteen for every 64 KiB.
pub const SEAL_ROOM: u64 = 100_000;

/// Opens and closes what lies in the folder. Forgets itself when it is dropped.
#[derive(Clone)]
pub struct Key(x25519::Identity);

/// Why something sealed does not open. The texts here are for logs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SealFault {
    #[error("the passphrase is another one")]
    WrongPassphrase,
    #[error("sealed for another key")]
    OtherKey,
    /// Its end is missing, whatever else.
    #[error("cut off")]
    CutOff,
    /// It was opened, and what is in it was changed or cut.
    #[error("opened, and cut or changed")]
    Changed,
    /// It does not begin as it should.
    #[error("no seal that can be read")]
    Damaged,
    #[error("asks for more work than is reasonable")]
    TooMuchWork,
}

impl Key {
    /// A new key, by chance.
    #[must_use]
    pub fn new() -> Self {
        Self(x25519::Identity::generate())
    }

    /// The bytes as only this key opens them again.
    pub fn seal(&self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        age::encrypt(&self.0.to_public(), bytes).map_err(io::Error::other)
    }

    /// What was sealed.
    pub fn open(&self, sealed: &[u8]) -> Result<Vec<u8>, SealFault> {
        age::decrypt(&self.0, sealed).map_err(|error| seal_fault(&error))
    }

    /// The key file: this key under a passphrase.
    pub fn protected(&self, passphrase: &str, work: Work) -> io::Result<Vec<u8>> {
        let secret = self.0.to_string();
        let line = Zeroizing::new(format!("{}\n", secret.expose_secret()));
        seal_under(passphrase, line.as_bytes(), work)
    }

    /// The key of a key file. What does not open as it was typed is tried in its other spellings.
    pub fn recovered(file: &[u8], passphrase: &str) -> Result<Self, SealFault> {
        let text = open_under(passphrase, file).map_err(|fault| match fault {
            // A key file is under a passphrase, or it is none.
            SealFault::OtherKey => SealFault::Damaged,
            fault => fault,
        })?;
        // As age-keygen writes it: comments, then the key.
        // Not an error: what holds no key is told as damaged.
        let key = std::str::from_utf8(&text).ok().and_then(|text| {
            let mut lines = text.lines().map(str::trim);
            lines
                .find(|line| line.starts_with("AGE-SECRET-KEY-"))?
                .parse()
                // Not an error: as above.
                .ok()
        });
        key.map(Self).ok_or(SealFault::Damaged)
    }
}

impl Default for Key {
    fn default() -> Self {
        Self::new()
    }
}

/// Whether these bytes are in the age format, whoever can open them.
#[must_use]
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"age-encryption.org/v1")
}

/// The bytes as only this passphrase opens them again.
pub fn seal_under(passphrase: &str, bytes: &[u8], work: Work) -> io::Result<Vec<u8>> {
    let mut recipient = scrypt::Recipient::new(composed(passphrase).into());
    recipient.set_work_factor(work.0);
    age::encrypt(&recipient, bytes).map_err(io::Error::other)
}

/// What was sealed under a passphrase. What does not open as it was typed is tried in its other spellings. What is sealed
/// for a key and not under a passphrase is [`SealFault::OtherKey`].
pub fn open_under(passphrase: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealFault> {
    let spellings = spellings(passphrase).into_iter();
    let mut tried = spellings.map(|spelling| open_with(sealed, spelling.into()));
    tried
        .find(|tried| !matches!(tried, Err(SealFault::WrongPassphrase)))
        .unwrap_or(Err(SealFault::WrongPassphrase))
}

fn open_with(sealed: &[u8], passphrase: SecretString) -> Result<Zeroizing<Vec<u8>>, SealFault> {
    let mut identity = scrypt::Identity::new(passphrase);
    identity.set_max_work_factor(MOST_WORK);
    let plain = age::decrypt(&identity, sealed).map_err(|error| match error {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => {
            SealFault::WrongPassphrase
        }
        error => seal_fault(&error),
    })?;
    Ok(Zeroizing::new(plain))
}

/// What can be known of a seal that does not open. In the last piece of up to 64 KiB, what was cut and what was changed look
/// the same.
fn seal_fault(error: &DecryptError) -> SealFault {
    match error {
        DecryptError::NoMatchingKeys => SealFault::OtherKey,
        DecryptError::ExcessiveWork { .. } => SealFault::TooMuchWork,
        DecryptError::Io(error) if error.kind() == ErrorKind::UnexpectedEof => SealFault::CutOff,
        // Only a key that fits has come so far.
        DecryptError::InvalidMac | DecryptError::Io(_) => SealFault::Changed,
        _ => SealFault::Damaged,
    }
}

/// The same passphrase on every keyboard: か and ゛ typed one by one, or as one character.
fn composed(passphrase: &str) -> String {
    passphrase.nfc().collect()
}

/// What somebody means who has typed this: the same; without the blanks that a paste leaves at the end; with letters
/// of the usual width.
fn spellings(passphrase: &str) -> Vec<String> {
    let mut spellings = vec![composed(passphrase)];
    let ended = composed(passphrase.trim_end());
    let folded = ended.nfkc().collect();
    for other in [ended, folded] {
        if !spellings.contains(&other) {
            spellings.push(other);
        }
    }
    spellings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_comes_back_only_with_its_passphrase_however_the_kana_were_typed() {
        let key = Key::new();
        let file = key.protected("がくぶち 2026", Work::USUAL).expect("sealed");
        let again = Key::recovered(&file, "か\u{3099}くふ\u{3099}ち 2026").expect("the key");
        let sealed = key.seal(b"weak places").expect("sealed");
        assert_eq!(again.open(&sealed).as_deref(), Ok(&b"weak places"[..]));
        let wrong = Key::recovered(&file, "かくぶち 2026").map(|_| ());
        assert_eq!(wrong, Err(SealFault::WrongPassphrase));
    }

    #[test]
    fn what_a_paste_adds_and_letters_of_full_width_keep_nobody_out() {
        let key = Key::new();
        let opens = |set: &str, typed: &str| {
            let file = key.protected(set, Work::LIGHT).expect("sealed");
            Key::recovered(&file, typed).is_ok()
        };
        for (set, typed) in [
            ("Mamori 2026", "Mamori 2026 "),
            ("Mamori 2026", "Mamori 2026\u{3000}"),
            ("Mamori 2026", "Mamori 2026\r\n"),
            ("Mamori 2026", "Ｍａｍｏｒｉ　２０２６"),
            ("がくぶち 2026", "ｶﾞｸﾌﾞﾁ 2026\t"),
            // As they were set before this was thought of.
            ("Mamori 2026 ", "Mamori 2026 "),
            ("Ｍａｍｏｒｉ２０２６", "Ｍａｍｏｒｉ２０２６"),
        ] {
            let kana = set.replace("がくぶち", "ガクブチ");
            assert!(opens(&kana, typed), "{set:?} {typed:?}");
        }
        assert!(!opens("Mamori 2026", "mamori 2026"));
        assert!(!opens("Mamori 2026", " Mamori 2026"));
    }

    #[test]
    fn a_key_file_that_asks_for_gigabytes_of_work_is_refused_before_any_is_done() {
        let file = Key::new()
            .protected("Mamori 2026", Work::LIGHT)
            .expect("sealed");
        let asking = |work: &[u8]| {
            let at = file
                .windows(3)
                .position(|part| part == b" 1\n")
                .expect("its work");
            [&file[..=at], work, &file[at + 2..]].concat()
        };
        for work in [&b"19"[..], b"20", b"40"] {
            let fault = Key::recovered(&asking(work), "Mamori 2026").map(|_| ());
            assert_eq!(fault, Err(SealFault::TooMuchWork));
        }
    }

    #[test]
    fn a_file_under_a_passphrase_of_its_own_opens_with_that_alone() {
        let file = seal_under("がくぶち 2026", b"weak places", Work::LIGHT).expect("sealed");
        assert!(is_sealed(&file));
        let opened = |passphrase, file: &[u8]| open_under(passphrase, file).map(|it| it.to_vec());
        assert_eq!(
            opened("がくぶち 2026 ", &file).as_deref(),
            Ok(&b"weak places"[..])
        );
        assert_eq!(opened("another", &file), Err(SealFault::WrongPassphrase));
        let mut changed = file.clone();
        *changed.last_mut().expect("a byte") ^= 1;
        assert_eq!(opened("がくぶち 2026", &changed), Err(SealFault::Changed));
        assert_eq!(
            opened("がくぶち 2026", &file[..file.len() - 1]),
            Err(SealFault::Changed)
        );
        let of_a_folder = Key::new().seal(b"weak places").expect("sealed");
        assert_eq!(
            opened("がくぶち 2026", &of_a_folder),
            Err(SealFault::OtherKey)
        );
    }

    #[test]
    fn what_is_cut_changed_or_of_another_key_is_told_apart() {
        let key = Key::new();
        let sealed = key.seal(&[7; 500]).expect("sealed");
        assert_eq!(Key::new().open(&sealed), Err(SealFault::OtherKey));
        for length in [0, 1, 60, 150] {
            assert_eq!(
                key.open(&sealed[..length]),
                Err(SealFault::CutOff),
                "{length}"
            );
        }
        // Within a piece nobody can say which of both it was.
        let cut = &sealed[..sealed.len() - 1];
        assert_eq!(key.open(cut), Err(SealFault::Changed));
        let mut changed = sealed;
        *changed.last_mut().expect("a byte") ^= 1;
        assert_eq!(key.open(&changed), Err(SealFault::Changed));
        changed[1] ^= 1;
        assert_eq!(key.open(&changed), Err(SealFault::Damaged));
        // Between two pieces it can be said.
        let long = key.seal(&vec![7; 200_000]).expect("sealed");
        let piece = 0x1_0000 + 16;
        let end = long.len() - (200_000 % 0x1_0000 + 16);
        for pieces in 0..3 {
            let cut = &long[..end - pieces * piece];
            assert_eq!(key.open(cut), Err(SealFault::CutOff), "{pieces}");
        }
        assert_eq!(
            Key::recovered(b"age-encryption.org/v1\n", "x").map(|_| ()),
            Err(SealFault::CutOff)
        );
    }
}
