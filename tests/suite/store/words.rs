//! Each fault has its two messages in both languages, with the arguments that they use.
//! No character in them has a width that depends on the terminal.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use mamori::cli::fault::{
    case_fault_message, case_fault_recovery, doubt_message, store_message, store_recovery,
};
use mamori::questionnaire::encoding::EncodingFault;
use mamori::store::{CaseFault, Cause, StoreError, Why};
use mamori::text::Message;
use mamori::text::encoding::encoding_message;
use unicode_width::UnicodeWidthChar;

use super::full;

const JA: &str = include_str!("../../../locales/ja/faults.ftl");
const EN: &str = include_str!("../../../locales/en/faults.ftl");

/// Messages with their variables.
type Words = BTreeMap<String, BTreeSet<String>>;

fn words(ftl: &'static str) -> Words {
    let resource = fluent_syntax::parser::parse(ftl).expect("no junk");
    let messages = resource.body.into_iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some((
            message.id.name.to_owned(),
            variables(&message.value.expect("a text")),
        )),
        _ => None,
    });
    messages.collect()
}

fn variables(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let variable = |element: &PatternElement<&str>| match element {
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::VariableReference { id }),
        } => Some(id.name.to_owned()),
        _ => None,
    };
    pattern.elements.iter().filter_map(variable).collect()
}

fn add(words: &mut Words, message: &Message<'_>) {
    let names = message.args.iter().map(|(name, _)| (*name).to_owned());
    let names: BTreeSet<String> = names.collect();
    let before = words.insert(message.id.to_owned(), names.clone());
    assert!(
        before.is_none_or(|before| before == names),
        "{}",
        message.id
    );
}

/// The messages of every fault there is.
fn used() -> Words {
    let mut words = Words::new();
    for cause in [
        Cause::NoSpace,
        Cause::ReadOnly,
        Cause::Denied,
        Cause::Gone,
        Cause::NotAFolder,
        Cause::NotAFile,
        Cause::TooLarge,
        Cause::Held,
        Cause::InUse,
        Cause::InvalidName,
        Cause::Taken,
        Cause::Link,
        Cause::NewestUnread,
        Cause::Damaged,
        Cause::Other,
    ] {
        let path = "cases".as_ref();
        for error in [
            StoreError::read(path, cause.clone()),
            StoreError::save(path, cause.clone()),
        ] {
            add(&mut words, &store_message(&error));
            add(&mut words, &store_recovery(&error));
        }
    }
    let doubt = StoreError::save("cases".as_ref(), Cause::Other);
    add(&mut words, &doubt_message(&doubt));
    let mut unsure = Why::from(Cause::Other);
    unsure.is_sure = false;
    add(
        &mut words,
        &store_recovery(&StoreError::save("cases".as_ref(), unsure)),
    );
    for fault in [
        EncodingFault::DamagedUtf8,
        EncodingFault::DamagedUtf16,
        EncodingFault::Utf32,
        EncodingFault::PerhapsShiftJis,
        EncodingFault::Unknown,
    ] {
        add(&mut words, &encoding_message(fault));
    }
    for fault in [
        CaseFault::Unreadable(ErrorKind::NotFound.into()),
        CaseFault::Unreadable(ErrorKind::PermissionDenied.into()),
        CaseFault::Unreadable(ErrorKind::TimedOut.into()),
        CaseFault::Unreadable(ErrorKind::ResourceBusy.into()),
        CaseFault::TooLarge,
        CaseFault::Empty,
        CaseFault::Encoding(EncodingFault::DamagedUtf8),
        CaseFault::NotJson { line: 1, column: 2 },
        CaseFault::CutOff,
        CaseFault::WrongShape {
            path: "title".into(),
        },
        CaseFault::Newer { format: 2 },
        CaseFault::WrongId(Box::new(full())),
        CaseFault::Renamed(Box::new(full())),
        CaseFault::Link,
        CaseFault::NotAFile,
        CaseFault::Locked,
        CaseFault::OtherKey,
        CaseFault::SealBroken,
    ] {
        add(&mut words, &case_fault_message(&fault));
        add(&mut words, &case_fault_recovery(&fault));
    }
    words
}

#[test]
fn each_fault_has_its_words_in_both_languages_and_no_words_are_left_over() {
    assert_eq!(words(JA), used(), "Japanese");
    assert_eq!(words(EN), used(), "English");
}

#[test]
fn no_fault_has_a_character_of_uncertain_width() {
    for (number, line) in JA.lines().chain(EN.lines()).enumerate() {
        let odd: String = line
            .chars()
            .filter(|c| c.width() != c.width_cjk())
            .collect();
        assert_eq!(odd, "", "line {number}: {line}");
    }
}

/// The numbers that people met as "uncategorized error" and others, in both languages.
#[cfg(unix)]
#[test]
fn the_answer_of_the_system_is_named_in_words_and_by_its_number() {
    let library = mamori::pack_library::PackLibrary::new(None);
    for (number, ja, en) in [
        (
            5,
            "装置の読み書きに失敗しました（EIO、5番）",
            "Reading or writing the device failed (EIO, number 5)",
        ),
        (
            24,
            "開いているファイルが多すぎます（EMFILE、24番）",
            "Too many files are open (EMFILE, number 24)",
        ),
        (
            28,
            "空きがありません（ENOSPC、28番）",
            "No space is left (ENOSPC, number 28)",
        ),
        (
            13,
            "許可がありません（EACCES、13番）",
            "There is no permission (EACCES, number 13)",
        ),
        (
            30,
            "書き込みが禁止されています（EROFS、30番）",
            "Writing is not allowed there (EROFS, number 30)",
        ),
        (
            4321,
            "パソコンの表示は 4321番です",
            "The computer answers with number 4321",
        ),
    ] {
        let error = std::io::Error::from_raw_os_error(number);
        let error = StoreError::save("cases".as_ref(), error);
        for (language, words) in [("ja", ja), ("en", en)] {
            let (catalog, _) = library.catalog(language);
            let said = catalog.message(&store_message(&error));
            assert!(said.contains(words), "{language} {number}: {said}");
        }
    }
}
