//! What each sentence promises, held against what is there. A sentence that is not known here promises nothing, so
//! that each failure must hold one that is.

use super::desk::{Facts, HANDED, REPORT, Told};

/// A sentence, by a part of it, and whether it is so.
type Promise = (&'static str, fn(&Seen<'_>) -> bool);

struct Seen<'a> {
    text: &'a str,
    before: &'a Facts,
    after: &'a Facts,
}

/// What was to be is there.
const DONE: &[Promise] = &[
    ("捨てました。30日のあいだ", |seen| {
        !seen.after.listed.contains_key("k7q2m4xw") && seen.after.bin.contains(&"k7q2m4xw".into())
    }),
    ("チェックの一覧に戻しました。", |seen| {
        seen.after.listed.contains_key("cccc2222") && !seen.after.bin.contains(&"cccc2222".into())
    }),
    ("件を消しました。", |seen| {
        seen.number_before("件を消しました。") == seen.before.bin.len() - seen.after.bin.len()
    }),
    ("控え 0000000002-001 (", |seen| {
        seen.after.listed["k7q2m4xw"]
            .as_ref()
            .is_some_and(|(revision, title)| *revision == 4 && title == "本社工場 2")
    }),
    ("を書き出しました (", |seen| {
        seen.after
            .out
            .get(REPORT)
            .is_some_and(|bytes| bytes.len() > 500)
            && seen.after.out.len() == 1
    }),
    // Never a file without the state that it can be merged against.
    ("を渡すファイルを書きました: ", |seen| {
        seen.after.out.contains_key(HANDED) && seen.has_new_base()
    }),
    ("「持ちこみ」を読み込みました (", |seen| {
        seen.after.listed.contains_key("eeee2222")
    }),
    (
        "読み込みました。「持ちこみ」(eeee2222)",
        |seen| seen.after.listed.contains_key("eeee2222"),
    ),
    ("を読み込んで置きかえました (", |seen| {
        seen.after.listed["k7q2m4xw"]
            .as_ref()
            .is_some_and(|(_, title)| title == "持ちこみ")
    }),
    ("に取り込みました (", |seen| {
        seen.after.listed["k7q2m4xw"]
            .as_ref()
            .is_some_and(|(_, title)| title == "持ちこみ")
    }),
    (
        "を新しいチェックとして読み込みました (",
        |seen| {
            let new = seen.after.new_ones(seen.before);
            new.len() == 1 && seen.text.contains(&new[0])
        },
    ),
    ("鍵をかけました (", |seen| {
        seen.after.has_key
            && seen.after.open == 0
            && !seen.after.is_going
            && seen.number_after("鍵をかけました (") == seen.after.sealed
    }),
    ("鍵はかかっています（", |seen| {
        seen.after.has_key
            && seen.after.open == 0
            && seen.number_after("鍵はかかっています（") == seen.after.sealed
    }),
    ("鍵を外しました (", |seen| {
        !seen.after.has_key && seen.after.sealed == 0
    }),
    ("鍵は外れています。", |seen| {
        !seen.after.has_key && seen.after.sealed == 0
    }),
    ("合言葉を変えました。", |seen| {
        seen.after.opens == (false, true)
    }),
    ("合言葉は変わっています。", |seen| {
        seen.after.opens == (false, true)
    }),
];

/// What is so although it was not done, or not all of it.
const STATE: &[Promise] = &[
    ("チェックは前のままです。", |seen| {
        seen.is_as_before()
    }),
    ("何も変えていません。", |seen| seen.is_as_before()),
    ("何も消していません。", |seen| seen.is_as_before()),
    ("ファイルには手をつけていません。", |seen| {
        seen.is_as_before()
    }),
    ("チェックはそのままです。", |seen| {
        seen.is_as_before()
    }),
    (
        "途中までのファイルは残していません。",
        |seen| seen.after.out == seen.before.out,
    ),
    ("件は消せずに残っています。", |seen| {
        seen.number_before("件は消せずに残っています。") == seen.after.bin.len()
    }),
    ("ファイルに鍵がかかりました。", |seen| {
        seen.is_half_way()
            && !seen.after.is_going
            && seen.number_before("ファイルに鍵がかかりました。") == seen.after.sealed
            && seen.number_before("ファイルは、まだそのまま読めます。") == seen.after.open
    }),
    ("ファイルの鍵を外しました。", |seen| {
        seen.is_half_way()
            && seen.after.is_going
            && seen.number_before("ファイルの鍵を外しました。") == seen.after.open
            && seen.number_before("ファイルには、まだ鍵がかかっています。") == seen.after.sealed
    }),
    ("全部の鍵を外しましたが、", |seen| {
        seen.after.has_key && seen.after.is_going && seen.after.sealed == 0
    }),
    ("途中で止まっていました。", |seen| {
        seen.before.open > 0
            && seen
                .text
                .contains(&format!("うち{}ファイルが、", seen.before.open))
    }),
    ("続きをします。", |seen| seen.is_half_way()),
    ("鍵はかかっていません。チェック", |seen| {
        !seen.after.has_key && seen.after.sealed == 0
    }),
    ("鍵はかかったままです。", |seen| {
        seen.after.has_key && seen.after.open == 0 && !seen.after.is_going
    }),
    ("合言葉は変わっていません。", |seen| {
        seen.after.opens == (true, false)
    }),
    (
        "前の合言葉でも、新しい合言葉でも開きます。",
        |seen| seen.after.opens == (true, true),
    ),
    ("渡すファイルは書いていません。", |seen| {
        seen.after.out == seen.before.out
    }),
    ("渡す用意は済んで、残っています。", |seen| {
        seen.after.out == seen.before.out && seen.has_new_base()
    }),
    ("今は確かめられません。", |_| true),
];

/// What denies that something is there which is.
const DENIED: &[&str] = &[
    "捨てたものの中にありません",
    "捨てたものはありません",
    "チェックはまだありません",
    "控えはまだありません",
    "その控えはありません",
    "このチェックのファイルがありません",
    "鍵はかかっていません。\n",
    "もう鍵がかかっています",
];

/// What nobody who calls a command can understand.
const NEVER: &[&str] = &[
    "uncategorized",
    "other error",
    "timed out",
    "画面を閉じず",
    "この画面",
];

impl Seen<'_> {
    fn is_as_before(&self) -> bool {
        self.after.has_the_checks_of(self.before)
    }

    /// A state is kept that was not before, and can be read.
    fn has_new_base(&self) -> bool {
        let mut kept = self.after.handed.iter();
        kept.any(|(name, is_read)| *is_read && !self.before.handed.contains_key(name))
    }

    fn is_half_way(&self) -> bool {
        self.after.has_key && (self.after.open > 0 || self.after.is_going)
    }

    /// The number that stands right before these words, wherever they come last.
    fn number_before(&self, words: &str) -> usize {
        let before = &self.text[..self.text.rfind(words).expect("said")];
        let digits = before.trim_end_matches(|c: char| !c.is_ascii_digit());
        let start = digits.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        digits[start..].parse().expect("a number")
    }

    fn number_after(&self, words: &str) -> usize {
        let after = self.text.split(words).nth(1).expect("said");
        let end = after.find(|c: char| !c.is_ascii_digit()).expect("more");
        after[..end].parse().expect("a number")
    }
}

/// What is wrong with what was said.
pub(super) fn faults(
    told: &Told,
    before: &Facts,
    after: &Facts,
    was_troubled: bool,
    at: &str,
) -> Vec<String> {
    let text = told.text.as_str();
    let seen = Seen {
        text,
        before,
        after,
    };
    let mut faults = Vec::new();
    let mut wrong = |what: String| {
        faults.push(format!("{at}: {what}\n{text}{}", after.beside(before)));
    };
    let said: Vec<&Promise> = DONE
        .iter()
        .chain(STATE)
        .filter(|(words, _)| text.contains(words))
        .collect();
    for (words, is_so) in &said {
        if !is_so(&seen) {
            wrong(format!("it is not so: {words}"));
        }
    }
    if told.code != 0 && said.is_empty() {
        wrong("it says nothing of what is there".to_owned());
    }
    let is_changed = !after.has_the_checks_of(before) || after.out != before.out;
    let tells_of_it = DONE.iter().any(|(words, _)| text.contains(words))
        || ["残っています。", "今は確かめられません。"]
            .iter()
            .any(|words| text.contains(words));
    if is_changed && !tells_of_it {
        wrong("something has changed, and it is not told".to_owned());
    }
    if was_troubled {
        for words in DENIED.iter().filter(|words| text.contains(**words)) {
            wrong(format!("it denies what is there: {words}"));
        }
    }
    for words in NEVER.iter().filter(|words| text.contains(**words)) {
        wrong(format!("nobody understands: {words}"));
    }
    faults
}
