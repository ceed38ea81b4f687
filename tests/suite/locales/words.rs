//! One word for one thing: what was given up does not come back, neither in the packs, nor in the messages, nor in
//! what people read about the program.

use std::fs;

use serde_json::Value;

use super::{files, root};

/// What was given up, what is said instead, and where the letters stand for something else.
const GIVEN_UP: &[(&str, &str, &[&str])] = &[
    ("問いの組", "質問集", &[]),
    ("パック", "質問集", &[]),
    ("問い", "質問", &["問い合わせ"]),
    ("前の版", "控え", &[]),
    ("誰", "だれ", &[]),
    ("メモリー", "メモリ", &[]),
    ("USBに", "USBメモリに", &[]),
    ("USBを", "USBメモリを", &[]),
    ("USBの", "USBメモリの", &["USBの差し込み口"]),
    ("壊", "こわ", &[]),
    ("選", "えら", &[]),
    ("始", "はじ", &[]),
    ("権限", "許可", &[]),
    ("置き換", "置きかえ", &[]),
    ("入れかえ", "置きかえる", &[]),
    ("上書き", "置きかえる", &[]),
    ("仕組み", "しくみ", &[]),
    ("現物", "実物", &[]),
    ("終わるへ", "「終わる」へ", &[]),
    ("終わる画面へ", "「終わる」へ", &[]),
    ("コードを出す", "QRコードを出す", &["QRコードを出す"]),
    ("パソコンの返事", "パソコンの表示", &[]),
    ("本人が知って", "自身が、頼まれたことを知って", &[]),
    ("鍵の中", "鍵のかかる所", &[]),
    ("なければ印", "関係なし", &[]),
    ("いなければ印", "関係なし", &[]),
    ("よし悪しを言", "よし悪しには数え", &[]),
    ("IT導入補助金2025", "デジタル化・AI導入補助金", &[]),
    ("数分", "1時間以内", &[]),
    ("間違", "まちが", &[]),
    ("いらな", "要らな", &["入らな"]),
    ("チェックの番号", "チェックのID", &[]),
    ("対策「", "方法「", &[]),
    ("という対策", "という方法", &[]),
    (
        "ないのではありません",
        "あるかないかは、まだ分かりません",
        &[],
    ),
    ("人と情報の表", "見てよい人の表", &[]),
    ("アクセス権の表", "見てよい人の表", &[]),
    ("極秘", "関係者だけ", &[]),
    ("全体の画面", "質問の一覧", &[]),
    ("印刷・USB・", "印刷・USBメモリ・", &[]),
    ("費用・時間", "費用・手間", &[]),
    ("控えの identity", "identity.age の写し", &[]),
    ("加わった項目", "追加された項目", &[]),
    ("書きこ", "書き込", &[]),
    ("くらべ", "比べ", &[]),
    ("すんだ", "済んだ", &[]),
    ("後で", "あとで", &["午後で"]),
    ("まもりのもの", "mamori のもの", &[]),
    ("検知」「対応", "検知・対応", &[]),
];

const GIVEN_UP_IN_ENGLISH: &[(&str, &str, &[&str])] = &[
    ("\"Once more\"", "\"Try again\"", &[]),
    ("range of certification", "scope of certification", &[]),
    ("very form you have", "form that was chosen", &[]),
    ("had to be met at least", "was called the minimum part", &[]),
    ("mark if", "none here", &[]),
    ("subsidy 2025", "subsidy 2026", &[]),
    ("oes not exist here", "one here", &[]),
    ("Nothing of the kind", "None here", &[]),
    ("USB drive", "USB stick", &[]),
    ("ake-out", "aking out", &[]),
    ("machine PC", "PC at a machine", &[]),
    ("our reading", "this tool's reading", &[]),
    ("earlier copy", "earlier version", &[]),
    ("earlier states", "earlier versions", &[]),
    ("minimum necessary", "minimum part", &[]),
    ("ommon sense", "eneral reason", &[]),
    ("op secret", "amed people only", &[]),
    ("TOP SECRET", "NAMED PEOPLE ONLY", &[]),
    (
        "ist of information to protect",
        "ist of what to protect",
        &[],
    ),
    ("passphrase is another", "That is not the passphrase", &[]),
    ("antivirus", "malware protection", &[]),
    ("things to do)", "steps)", &[]),
    ("nswer before", "arlier answer", &[]),
    (
        "information management scheme",
        "Technology Information Control System",
        &[],
    ),
    ("In my own words", "Type it yourself", &[]),
    ("everybody who can be asked", "everyone you can ask", &[]),
    ("hidden, so that n", "hidden, so n", &[]),
    ("so that nobody can tell", "so nobody can tell", &[]),
    ("Not in place: {", "Not fully in place: {", &[]),
    ("} not in place", "} not fully in place", &[]),
];

/// A list is called by its whole name, or pointed at right beside it.
const LISTS: &[&str] = &[
    "守る情報の一覧",
    "質問の一覧",
    "チェックの一覧",
    "支援先の一覧",
    "控えの一覧",
    "捨てたものの一覧",
    "質問集の一覧",
    "「義務項目」の一覧",
    "ひな形の一覧",
    "機器の一覧",
    "サービスの一覧",
    "この一覧",
    "その一覧",
];

/// Every text for people, with where it stands: Japanese ones, then English ones.
fn texts() -> [Vec<(String, String)>; 2] {
    let [mut ja, mut en] = [Vec::new(), Vec::new()];
    for (language, into) in [("ja", &mut ja), ("en", &mut en)] {
        for (path, text) in files(&root().join("locales").join(language), "ftl") {
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                into.push((path.display().to_string(), line.to_owned()));
            }
        }
    }
    for (path, text) in files(&root().join("criteria"), "json") {
        let path = path.display().to_string();
        let value: Value = serde_json::from_str(&text).expect("JSON");
        collect(&path, &value, &mut ja, &mut en);
    }
    for name in ["README.md", "docs/ADVICE.md"] {
        let text = fs::read_to_string(root().join(name)).expect("a page");
        for line in text.lines() {
            ja.push((name.to_owned(), line.to_owned()));
        }
    }
    [ja, en]
}

fn collect(
    path: &str,
    value: &Value,
    ja: &mut Vec<(String, String)>,
    en: &mut Vec<(String, String)>,
) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                match (name.as_str(), value) {
                    ("ja", Value::String(text)) => ja.push((path.to_owned(), text.clone())),
                    ("en", Value::String(text)) => en.push((path.to_owned(), text.clone())),
                    (_, value) => collect(path, value, ja, en),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| collect(path, value, ja, en)),
        _ => {}
    }
}

/// What `text` says that was given up.
fn come_back(text: &str, given_up: &[(&str, &str, &[&str])]) -> Vec<String> {
    let mut found = Vec::new();
    for (word, now, but) in given_up {
        let mut rest = text.to_owned();
        for kept in *but {
            rest = rest.replace(kept, "");
        }
        if rest.contains(word) {
            found.push(format!("{word}: now {now}"));
        }
    }
    found
}

fn is_called_by_its_name(text: &str) -> bool {
    let mut rest = text.to_owned();
    for name in LISTS {
        rest = rest.replace(name, "");
    }
    !rest.contains("一覧")
}

#[test]
fn a_word_that_was_given_up_does_not_come_back() {
    let [ja, en] = texts();
    assert!(
        ja.len() > 1500 && en.len() > 1500,
        "{} {}",
        ja.len(),
        en.len()
    );
    let mut found = Vec::new();
    for (texts, given_up) in [(&ja, GIVEN_UP), (&en, GIVEN_UP_IN_ENGLISH)] {
        for (path, text) in texts {
            for word in come_back(text, given_up) {
                found.push(format!("{path}: {word}: {text}"));
            }
        }
    }
    assert_eq!(found, [""; 0]);
}

#[test]
fn each_list_is_called_by_its_whole_name() {
    let mut found = Vec::new();
    for (path, text) in files(&root().join("locales/ja"), "ftl") {
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if !is_called_by_its_name(line) {
                found.push(format!("{}: {line}", path.display()));
            }
        }
    }
    assert_eq!(found, [""; 0]);
}

#[test]
fn a_word_of_the_table_is_found_and_its_exception_is_not() {
    assert_eq!(come_back("問いの文", GIVEN_UP), ["問い: now 質問"]);
    assert_eq!(come_back("問い合わせて確認", GIVEN_UP), [""; 0]);
    assert!(!is_called_by_its_name("一覧から外す"));
    assert!(is_called_by_its_name("チェックの一覧に戻しました。"));
}
