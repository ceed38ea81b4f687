//! How often the program says what it is not and does not know: counted by sentence in a walk and in what is handed
//! over. Each such sentence is needed where it is first met; said too often it drowns the rest. One more is a decision:
//! change the number and say in the commit why.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use mamori::app::Screen;
use mamori::report::markdown::markdown;
use mamori::report::{application, customer, html};

use super::{FULL, case, written};
use crate::stage::{Stage, words};

/// By what a sentence is known that takes something back, in both languages.
const TAKES_BACK: &[&str] = &[
    "認証ではありません",
    "申込書ではありません",
    "未確認",
    "この道具の読み",
    "この道具の考え",
    "この道具が書いた",
    "限りません",
    "「義務項目」の一覧ではありません",
    "手元の資料に",
    "手元の資料では",
    "まだ確かめていません。",
    "基準の文そのものではありません",
    "not a certification",
    "no certification",
    "not an application",
    "not confirmed",
    "this tool's own",
    "this tool's reading",
    "this tool's judgement",
    "his tool's view",
    "no certificate",
    "証明書ではありません",
    "だれも確かめていません",
    "obody has checked",
    "may differ",
    "may not be enough",
    "not the list",
    "not in the paper",
    "the paper we hold",
    "The papers we hold",
    "has not been confirmed",
    "not the text of the criteria",
];

/// The sentences that take something back and the marks of what is not confirmed, for each language: Japanese, English.
const COUNTED: &[(&str, [(usize, usize); 2])] = &[
    ("walk", [(9, 10), (8, 10)]),
    ("Markdown", [(12, 22), (12, 22)]),
    ("HTML", [(15, 20), (15, 20)]),
    ("draft", [(17, 12), (16, 12)]),
    ("business partner", [(5, 0), (5, 0)]),
];

/// The sentences of `text` that take something back.
fn taken_back(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '。'])
        .flat_map(|line| line.split(". "))
        .filter(|sentence| {
            let closed = format!("{sentence}。");
            TAKES_BACK.iter().any(|said| closed.contains(said))
        })
}

fn counted(text: &str, mark: &str) -> (usize, usize) {
    (taken_back(text).count(), text.matches(mark).count())
}

/// The words of a page of HTML, each text on a line.
fn without_markup(html: &str) -> String {
    let mut text = String::new();
    let body = html.split_once("</style>").map_or(html, |(_, body)| body);
    for part in body.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, text)| text));
        text.push('\n');
    }
    text.replace("&#39;", "'").replace("&#34;", "\"")
}

/// Every text that is new on a page since the one before, from the first screen to the result, 18 questions on the way.
fn walk(language: &str) -> String {
    let catalog = words(language);
    let mut stage = Stage::starting(Vec::new(), None, language);
    let mut said = String::new();
    let mut before = BTreeSet::new();
    let mut look = |stage: &Stage| {
        let page = stage.page();
        let now: BTreeSet<String> = page
            .rows
            .iter()
            .flat_map(|row| std::iter::once(&row.text).chain(&row.right))
            .map(|text| catalog.text(text).into_owned())
            .collect();
        for text in now.difference(&before) {
            said.push_str(text);
            said.push('\n');
        }
        before = now;
    };
    look(&stage);
    for key in [
        "Enter",
        "Space Down Space Down Space Down",
        "Enter",
        "Enter",
    ] {
        stage.play(key);
        look(&stage);
    }
    for _ in 0..18 {
        assert_eq!(stage.app.screen(), Screen::Question);
        for key in ["3", "Right"] {
            stage.play(key);
            look(&stage);
        }
    }
    while stage.app.screen() != Screen::Result {
        stage.play("Enter");
        look(&stage);
    }
    said
}

fn texts(language: &str) -> [(&'static str, String, &'static str); 5] {
    let full = case(FULL);
    [
        ("walk", walk(language), " *\n"),
        ("Markdown", written(&full, language, markdown), "\\*"),
        (
            "HTML",
            without_markup(&written(&full, language, html::html)),
            "*",
        ),
        (
            "draft",
            without_markup(&written(&full, language, application::html)),
            "*",
        ),
        (
            "business partner",
            without_markup(&written(&full, language, customer::html)),
            "*",
        ),
    ]
}

#[test]
fn what_takes_something_back_is_said_as_often_as_was_decided() {
    let mut found = Vec::new();
    let mut all = String::new();
    for ((name, ja, mark), (_, en, _)) in texts("ja").into_iter().zip(texts("en")) {
        found.push((name, [counted(&ja, mark), counted(&en, mark)]));
        for text in [&ja, &en] {
            for sentence in taken_back(text) {
                writeln!(all, "{name}: {}", sentence.trim()).expect("written");
            }
        }
    }
    assert!(found == COUNTED, "{found:?} {COUNTED:?}\n{all}");
}

// The paper names six items that were added and no more: beside our questions on them stood "as the paper says".
#[test]
fn our_questions_on_what_was_added_are_not_said_to_be_as_the_paper_says() {
    let full = case(FULL);
    for (language, never, said) in [
        ("ja", "資料のとおり", "資料にあるのは、項目の名前だけ"),
        (
            "en",
            "as the source says",
            "the paper has only the name of the item",
        ),
    ] {
        for write in [markdown, html::html, application::markdown] {
            let text = written(&full, language, write);
            assert!(text.contains(said), "{language}: {text}");
            assert!(!text.contains(never), "{language}: {text}");
        }
    }
}

// 「無料」 stood bare beside those whose terms have to be checked first.
#[test]
fn whom_to_ask_is_told_with_what_has_to_be_checked_first() {
    let full = case(FULL);
    for (language, outside, check) in [
        ("ja", "外の窓口: ", "、要確認)"),
        ("en", "From outside: ", ", to be checked)"),
    ] {
        let text = written(&full, language, markdown);
        let lines: Vec<&str> = text.lines().filter(|line| line.contains(outside)).collect();
        assert!(!lines.is_empty(), "{text}");
        for line in lines {
            assert!(line.ends_with(check), "{line}");
        }
    }
}
