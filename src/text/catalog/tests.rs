//! The catalogue with languages made up for each test. Knows nothing of the real locales.

use super::*;
use crate::questionnaire::pack::Localized;

const JA: &str = "
save = 保存しました: { $title }
yen = 売上は{ $n }円です
only-ja = 日本語だけ
title-of = { $n ->
    [0] 答えはありません
   *[other] { $n }件の答え
}
inside = （{ $what }）
";
const EN: &str = "
save = Saved: { $title }
yen = Sales are { $n } yen
title-of = { $n ->
    [0] No answers
    [one] One answer
   *[other] { $n } answers
}
year = { NUMBER($n, useGrouping: \"false\") } or { 1234.50 }
";

fn source(code: &str, ftl: &'static str, overrides: &[(&str, &str)]) -> LanguageSource {
    LanguageSource {
        code: code.to_owned(),
        files: vec![Cow::Borrowed(ftl)],
        overrides: overrides
            .iter()
            .map(|(file, text)| ((*file).to_owned(), (*text).to_owned()))
            .collect(),
    }
}

/// A catalogue in which nothing was left out.
fn catalog(languages: Vec<LanguageSource>) -> Catalog {
    let (catalog, issues) = Catalog::new(languages);
    assert_eq!(issues, []);
    catalog
}

fn english() -> Catalog {
    catalog(vec![source("en", EN, &[]), source("ja", JA, &[])])
}

fn japanese_with(overrides: &[(&str, &str)]) -> (Catalog, Vec<CatalogIssue>) {
    Catalog::new(vec![source("ja", JA, overrides)])
}

#[test]
fn the_first_language_that_has_a_message_says_it() {
    let catalog = english();
    assert_eq!(catalog.chain(), ["en", "ja"]);
    let saved = Message::new("save").with("title", "本社工場");
    assert_eq!(catalog.message(&saved), "Saved: 本社工場");
    assert_eq!(catalog.message(&Message::new("only-ja")), "日本語だけ");
    assert!(catalog.has("only-ja") && !catalog.has("nowhere"));
}

#[test]
fn numbers_are_grouped_by_three() {
    let catalog = english();
    for (number, expected) in [
        (0, "0"),
        (999, "999"),
        (1_000, "1,000"),
        (1_200_000, "1,200,000"),
        (-1, "-1"),
        (-100, "-100"),
        (-1_000, "-1,000"),
    ] {
        let message = Message::new("yen").with("n", Arg::Number(number));
        assert_eq!(
            catalog.message(&message),
            format!("Sales are {expected} yen")
        );
    }
    let year = Message::new("year").with("n", 2026_usize);
    assert_eq!(catalog.message(&year), "2026 or 1,234.50");
}

#[test]
fn plurals_follow_the_language() {
    let catalog = english();
    for (count, expected) in [(0_usize, "No answers"), (1, "One answer"), (2, "2 answers")] {
        assert_eq!(
            catalog.message(&Message::new("title-of").with("n", count)),
            expected
        );
    }
}

#[test]
fn a_message_may_stand_in_a_message() {
    let (catalog, _) = japanese_with(&[]);
    let count = Message::new("title-of").with("n", 3_usize);
    let inside = Message::new("inside").with("what", count);
    assert_eq!(catalog.message(&inside), "（3件の答え）");
}

#[test]
fn a_text_of_a_pack_follows_the_chain() {
    let text = |pairs: &[(&str, &str)]| {
        let own = |(code, text): &(&str, &str)| ((*code).into(), (*text).to_owned());
        Localized::new(pairs.iter().map(own).collect())
    };
    let catalog = english();
    for (localized, expected) in [
        (text(&[("ja", "鍵"), ("en", "Keys")]), "Keys"),
        (text(&[("vi", "Khóa"), ("ja", "鍵")]), "鍵"),
        (text(&[("vi", "Khóa")]), "Khóa"),
        (text(&[("en", "Key\u{1b}[2Js")]), "Key[2Js"),
    ] {
        assert_eq!(catalog.text(&Text::from(&localized)), expected);
        let message = Message::new("save").with("title", &localized);
        assert_eq!(catalog.message(&message), format!("Saved: {expected}"));
    }
}

#[test]
fn the_users_own_words_cannot_disturb_the_screen() {
    let catalog = english();
    let own = Text::from("一行目\r\n二行目\u{1b}[31m\u{202E}");
    assert_eq!(catalog.text(&own), "一行目\n二行目[31m");
    let message = Message::new("save").with("title", own);
    assert_eq!(catalog.message(&message), "Saved: 一行目 二行目[31m");
}

#[test]
fn one_message_of_the_user_replaces_one_of_ours() {
    let (catalog, issues) = japanese_with(&[("mine.ftl", "save = とっておきました: { $title }")]);
    assert_eq!(issues, []);
    let saved = Message::new("save").with("title", "本社");
    assert_eq!(catalog.message(&saved), "とっておきました: 本社");
    assert_eq!(catalog.message(&Message::new("only-ja")), "日本語だけ");
}

#[test]
fn what_is_wrong_in_a_file_of_the_user_is_told_and_the_rest_is_used() {
    let text = "only-ja = わたしの言葉\n\nこれは誤り\n\nyen = { $n }円\nsave = { $title\n";
    let (catalog, issues) = japanese_with(&[("mine.ftl", text)]);
    let excerpts: Vec<_> = issues
        .iter()
        .map(|issue| match issue {
            CatalogIssue::NotAMessage {
                language,
                file,
                excerpt,
            } => {
                format!("{language}/{file}: {excerpt}")
            }
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        excerpts,
        ["ja/mine.ftl: これは誤り", "ja/mine.ftl: save = { $title"]
    );
    assert_eq!(catalog.message(&Message::new("only-ja")), "わたしの言葉");
    assert_eq!(
        catalog.message(&Message::new("yen").with("n", 5_usize)),
        "5円"
    );
    let saved = Message::new("save").with("title", "本社");
    assert_eq!(catalog.message(&saved), "保存しました: 本社");
}

#[test]
fn a_message_of_the_user_that_cannot_be_filled_gives_way_to_ours() {
    for wrong in [
        "save = { $titel }",
        "save = { nowhere }",
        "save = { save }",
        "save = { F($title) }",
    ] {
        let (catalog, _) = japanese_with(&[("mine.ftl", wrong)]);
        let saved = Message::new("save").with("title", "本社");
        assert_eq!(catalog.message(&saved), "保存しました: 本社", "{wrong}");
    }
}

#[test]
fn a_file_of_the_user_cannot_send_commands_to_the_terminal() {
    for wrong in ["only-ja = 赤\u{1b}[31m", r#"only-ja = 赤{"\u001B"}[31m"#] {
        let (catalog, _) = japanese_with(&[("mine.ftl", wrong)]);
        assert_eq!(
            catalog.message(&Message::new("only-ja")),
            "赤[31m",
            "{wrong}"
        );
    }
}

#[test]
fn a_file_of_braces_alone_is_not_used() {
    let (catalog, issues) =
        japanese_with(&[("mine.ftl", &format!("save = {}", "{".repeat(1_000_000)))]);
    let expected = CatalogIssue::TooDeep {
        language: "ja".to_owned(),
        file: "mine.ftl".to_owned(),
    };
    assert_eq!(issues, [expected]);
    assert!(catalog.has("save"));
}

#[test]
fn braces_as_deep_as_they_may_be_do_no_harm() {
    let deep = format!("only-ja = {}\"a\"{}", "{".repeat(100), "}".repeat(100));
    let (catalog, issues) = japanese_with(&[("mine.ftl", &deep)]);
    assert_eq!(issues, []);
    assert_eq!(catalog.message(&Message::new("only-ja")), "a");
}

#[test]
fn a_language_that_the_user_added_comes_with_its_own_plurals() {
    let added = LanguageSource {
        code: "pl".to_owned(),
        files: Vec::new(),
        overrides: vec![(
            "a.ftl".to_owned(),
            "yen = { $n ->\n [one] jeden\n [few] { $n } jeny\n *[other] { $n } jenów\n }"
                .to_owned(),
        )],
    };
    let catalog = catalog(vec![added, source("en", EN, &[])]);
    assert_eq!(
        catalog.message(&Message::new("yen").with("n", 3_usize)),
        "3 jeny"
    );
    let saved = Message::new("save").with("title", "x");
    assert_eq!(catalog.message(&saved), "Saved: x");
}

#[test]
fn a_language_without_known_plurals_still_works() {
    let catalog = catalog(vec![source("tlh", EN, &[])]);
    assert_eq!(
        catalog.message(&Message::new("title-of").with("n", 2_usize)),
        "2 answers"
    );
}

#[test]
fn a_code_of_no_language_is_told() {
    let (catalog, issues) = Catalog::new(vec![source("日本語", JA, &[]), source("ja", JA, &[])]);
    let code = "日本語".to_owned();
    assert_eq!(issues, [CatalogIssue::NotALanguage { code }]);
    assert_eq!(catalog.chain(), ["ja"]);
}

#[test]
#[cfg_attr(
    debug_assertions,
    should_panic(expected = "no language has the message nowhere")
)]
fn a_message_that_nobody_wrote_is_found_by_the_tests_and_shown_by_its_id() {
    let (catalog, _) = japanese_with(&[]);
    assert_eq!(catalog.message(&Message::new("nowhere")), "[nowhere]");
}

#[test]
#[cfg_attr(debug_assertions, should_panic(expected = "save"))]
fn an_argument_that_nobody_gave_is_found_by_the_tests() {
    let (catalog, _) = japanese_with(&[]);
    assert_eq!(
        catalog.message(&Message::new("save")),
        "保存しました: {$title}"
    );
}
