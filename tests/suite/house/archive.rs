//! The page that goes with the program to people, as `.ci/dist` puts it into each archive.

use unicode_width::UnicodeWidthStr;

use super::read;

#[test]
fn the_page_in_an_archive_is_one_page_and_says_in_both_languages_what_this_is() {
    for system in ["linux", "windows"] {
        let page = read(&format!("docs/archive/{system}.txt"));
        assert!(page.lines().count() <= 66, "{system}: more than a page");
        for line in page.lines() {
            assert!(line.width() <= 110, "{system}: {line}");
        }
        for said in [
            "これは自己チェックです。認証ではありません。",
            "It is a self-check, not a certification.",
            "THIRD-PARTY.txt",
            "sbom.cdx.json",
            "SHA256SUMS",
        ] {
            assert!(page.contains(said), "{system}: {said}");
        }
    }
}
