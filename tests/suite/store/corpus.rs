//! Case files spoilt in every way: reading never panics, and what is read as a case can be written and read again.

use mamori::store::CaseFault;
use mamori::store::format::{decode, encode};
use proptest::prelude::*;
use proptest::sample::Index;

use super::{Take, folder_with, store};
use crate::bytes::{fixtures, spoils, spoilt};
use mamori::questionnaire::id::CaseId;

fn corpus() -> Vec<(String, Vec<u8>)> {
    let mut files = fixtures("corpus/cases");
    files.extend(fixtures("cases"));
    files
}

/// Either a fault, or a case that is written and read as the same, twice.
fn reads_well(bytes: &[u8]) -> Result<bool, TestCaseError> {
    let Ok(case) = decode(bytes) else {
        return Ok(false);
    };
    let shown = String::from_utf8_lossy(bytes);
    let Some(written) = encode(&case) else {
        return Err(TestCaseError::fail(format!(
            "opens and could not be saved: {shown}"
        )));
    };
    let again = decode(&written);
    prop_assert_eq!(again.as_ref(), Ok(&case));
    prop_assert_eq!(encode(&case), Some(written));
    Ok(true)
}

#[test]
fn every_file_of_the_corpus_is_read_as_its_name_says() {
    for (name, bytes) in corpus() {
        let is_case = reads_well(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(
            is_case,
            !name.starts_with("not-"),
            "{name}: {:?}",
            decode(&bytes).err()
        );
        let folder = folder_with(&[("k7q2m4xw.json", &bytes)]);
        let found = store(folder.path()).take(&CaseId::new("k7q2m4xw"));
        match found {
            Ok(_) => assert!(is_case, "{name}"),
            Err(CaseFault::WrongId(_)) => panic!("{name}: the corpus has one id"),
            Err(_) => assert!(!is_case, "{name}"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_case_file_spoilt_in_any_way_is_a_fault_or_a_case_that_can_be_saved(
        file in any::<Index>(),
        spoils in spoils(),
    ) {
        let files: Vec<Vec<u8>> = corpus().into_iter().map(|(_, bytes)| bytes).collect();
        reads_well(&spoilt(&files[file.index(files.len())], &spoils, &files))?;
    }
}
