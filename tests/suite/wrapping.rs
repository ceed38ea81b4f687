//! Japanese and English text breaks where a reader would break it, at every width a terminal has.

use mamori::text::width::{WidthMode, cells};
use mamori::text::wrap::{wrap, wrap_offsets};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

/// Every rule in one text.
const JAPANESE: &str = "お客様の事業の状況をお伺いします。質問は全部で40問、途中保存もできます（再開も可能です）。\
    分からない項目は「わからない」を選び、次へ進んでください。売上は約1,200万円、従業員数は\
    パート・アルバイトを含めて10名、情報セキュリティ対策のチェックシートについてもExcelで出力できます！";
const ENGLISH: &str = "Walk through the 18 questions (about 20 minutes), and leave whenever you like: every \
    answer is saved. It costs 1,200 yen at most, see https://example.com/guide/first-steps for more.";

/// Text by the rule that it tries: each holds, many times over, what must not be torn apart.
const CASES: &[(&str, &str)] = &[
    (
        "full stops and commas",
        "はい、そうです。いいえ、ちがいます。では、また。",
    ),
    (
        "stop and closing bracket",
        "「はい。」と「いいえ。」を選ぶ（あとで変えられます。）。",
    ),
    (
        "nested brackets",
        "「『入れ子』です」と「『二重』（三重）です」を【見出し】にする。",
    ),
    (
        "long vowel marks",
        "サーバーとルーターとプリンターとコンピューターとメーカーのマニュアル",
    ),
    (
        "small kana",
        "チェックリスト、ちょっとだけ、きゃっか、フォルダ、ウェブ、ヴァージョン、ファックス",
    ),
    ("half-width kana", "ﾊﾟｿｺﾝとｻｰﾊﾞｰとﾌｧｯｸｽとﾁｪｯｸｼｰﾄを使う"),
    (
        "repeat marks",
        "時々刻々、佐々木さんの人々は、様々な国々の方々と着々と進める",
    ),
    (
        "middle dots and colons",
        "パート・アルバイト・派遣：年月日：令和8年；以上・以下",
    ),
    (
        "marks of question and surprise",
        "本当ですか？！ええ、くださいッ！？もちろんです！！",
    ),
    ("leaders", "それは……そうです……たぶん……はい…"),
    (
        "grouped numbers",
        "売上は約1,200万円、原価は￥1,000、率は12.5%、時刻は10:30、日付は2026/11/24です",
    ),
    (
        "full-width numbers",
        "売上は１，２００，０００円、第１２章、ＩＳＯ２７００１とＴＩＣＳの規格、１２．５％",
    ),
    (
        "counted months and places",
        "復旧に1か月以上、3か月後に12か所、１か月と2ヶ所とまた5か年の計画の10か国へ",
    ),
    (
        "Latin words",
        "Microsoft Excelで出力し、PowerPointやAcrobat Readerで読む。BitLockerとWindows Updateを使う。",
    ),
    (
        "telephone and post numbers",
        "〒540-0001 電話03-1234-5678、内線45-67まで連絡してください。",
    ),
    (
        "ideographic spaces",
        "第１章　はじめに　株式会社〇〇　御中　営業部　佐藤様",
    ),
    (
        "Latin word in brackets",
        "（BitLocker）（FileVault）「Windows」『Office』[Excel]",
    ),
];

const NEVER_FIRST: &str = "、。，．・：；？！ー々」』）］｝】〉》〕ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％…｡､｣ｰﾞﾟｧｨｩｪｫｯｬｭｮ)]},.!?%:;";
const NEVER_LAST: &str = "「『（［｛【〈《〔([{￥＄";

/// The lines as they stand in the text, with the spaces between them.
fn lines_of(text: &str, width: usize) -> Vec<&str> {
    wrap_offsets(text, width, WidthMode::Narrow)
        .into_iter()
        .map(|line| &text[line])
        .collect()
}

/// What a reader would stumble over.
fn violations(lines: &[&str]) -> Vec<String> {
    lines
        .windows(2)
        .filter_map(|pair| {
            let (last, first) = (pair[0].chars().next_back()?, pair[1].chars().next()?);
            let fault = fault(last, first)?;
            Some(format!("{fault}: {} | {}", pair[0], pair[1]))
        })
        .collect()
}

fn fault(last: char, first: char) -> Option<&'static str> {
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let is_letter = |c: char| c.is_ascii_alphabetic() || matches!(c, 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
    if NEVER_FIRST.contains(first) {
        Some("begins a line")
    } else if NEVER_LAST.contains(last) {
        Some("ends a line")
    } else if (is_digit(last) || ",，.．".contains(last)) && is_digit(first) {
        Some("tears a number apart")
    } else if is_letter(last) && is_letter(first) {
        Some("tears a word apart")
    } else {
        None
    }
}

#[test]
fn a_count_of_months_or_places_stays_together() {
    let (_, text) = CASES
        .iter()
        .find(|(name, _)| *name == "counted months and places")
        .expect("the case");
    for width in 10..=60 {
        for line in lines_of(text, width) {
            assert!(!line.ends_with(['か', 'ヶ']), "at {width}: {line}");
        }
    }
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn no_rule_is_broken_at_any_width() {
    let texts = CASES
        .iter()
        .copied()
        .chain([("Japanese", JAPANESE), ("English", ENGLISH)]);
    for (name, text) in texts {
        for width in 20..=60 {
            let lines = lines_of(text, width);
            assert_eq!(violations(&lines), [""; 0], "{name} at {width}: {lines:#?}");
        }
    }
}

#[test]
fn no_rule_is_broken_at_small_widths_where_no_word_is_too_long() {
    for width in 10..20 {
        let lines = lines_of(JAPANESE, width);
        assert_eq!(violations(&lines), [""; 0], "at {width}: {lines:#?}");
    }
}

#[test]
fn lines_end_with_phrases() {
    let lines = wrap(JAPANESE, 30, WidthMode::Narrow);
    assert_eq!(
        lines,
        [
            "お客様の事業の状況を",
            "お伺いします。質問は全部で",
            "40問、途中保存もできます",
            "（再開も可能です）。分からない",
            "項目は「わからない」を選び、",
            "次へ進んでください。売上は",
            "約1,200万円、従業員数は",
            "パート・アルバイトを含めて",
            "10名、情報セキュリティ対策の",
            "チェックシートについても",
            "Excelで出力できます！",
        ]
    );
}

#[test]
fn a_phrase_too_long_for_the_line_breaks_where_the_rules_allow() {
    let lines = wrap(
        "情報セキュリティ対策基本方針策定委員会事務局",
        20,
        WidthMode::Narrow,
    );
    assert_eq!(
        lines,
        ["情報セキュリティ", "対策基本方針策定", "委員会事務局"]
    );
}

#[test]
fn english_breaks_between_words() {
    let lines = wrap(
        "No one is told, and nothing leaves your computer.",
        20,
        WidthMode::Narrow,
    );
    assert_eq!(
        lines,
        ["No one is told, and", "nothing leaves your", "computer."]
    );
}

#[test]
fn a_word_longer_than_the_line_is_cut_but_stays_whole_as_far_as_it_can() {
    let lines = wrap(
        "鍵は（abcdefghijklmnopqrstuvwxyz）です",
        10,
        WidthMode::Narrow,
    );
    assert_eq!(
        lines,
        ["鍵は", "（abcdefgh", "ijklmnopqr", "stuvwxyz）", "です"]
    );
    let lines = wrap("abcdefghij」、です", 10, WidthMode::Narrow);
    assert_eq!(lines, ["abcdefghi", "j」、です"]);
}

#[test]
fn a_word_cut_by_force_keeps_its_brackets_and_stops_where_they_belong() {
    // (text, width, lines): nothing here may break by the rules, so that each line is cut.
    let table: [(&str, usize, &[&str]); 4] = [
        ("abcdefg(hijklm", 8, &["abcdefg", "(hijklm"]),
        ("abcdefg)hijklm", 7, &["abcdef", "g)hijkl", "m"]),
        ("abcdef.ghijklm", 6, &["abcde", "f.ghij", "klm"]),
        // No other place is left: better a mark at the edge than no end.
        ("((((((((", 4, &["((((", "(((("]),
    ];
    for (text, width, lines) in table {
        assert_eq!(wrap(text, width, WidthMode::Narrow), lines, "{text}");
    }
}

#[test]
fn a_name_of_letters_with_a_hyphen_breaks_there_only_where_it_is_too_long_for_a_line() {
    for (text, width, lines) in [
        (
            "the questions: tics-minimum 1.1.0",
            22,
            ["the questions:", "tics-minimum 1.1.0"],
        ),
        (
            "質問集の版: tics-minimum 1.1.0",
            20,
            ["質問集の版:", "tics-minimum 1.1.0"],
        ),
        ("tics-minimum", 8, ["tics-", "minimum"]),
    ] {
        assert_eq!(wrap(text, width, WidthMode::Narrow), lines, "{text}");
    }
}

#[test]
fn the_address_of_a_page_stands_whole_or_ends_a_line_after_a_slash() {
    let address = "https://www.ipa.go.jp/security/sme/otasuketai-about.html";
    for text in [
        format!("See {address}, or ask."),
        format!("窓口の住所は {address} です。"),
        format!("窓口の住所: {address}"),
    ] {
        let at = text.find(address).expect("an address");
        for width in 24..90 {
            let ranges = wrap_offsets(&text, width, WidthMode::Narrow);
            let inside = ranges.iter().map(|line| line.end);
            let inside: Vec<usize> = inside
                .filter(|end| (at + 1..at + address.len()).contains(end))
                .collect();
            for end in &inside {
                assert!(
                    text[..*end].ends_with('/'),
                    "{width}: {}|{}",
                    &text[..*end],
                    &text[*end..]
                );
            }
            assert!(
                inside.is_empty() || width < address.len() + 1,
                "{width} {text}"
            );
        }
    }
}

#[test]
fn one_kanji_is_not_parted_from_the_word_that_it_is_read_with() {
    for text in [
        "だれが 責任者   いつまで 11月1日   済んだ日 (まだ)",
        "何を・何枚・だれが・許可した人・返した日",
        "入らないもの: 点検した人・当てはまらない理由・記録の日・記録の置き場所",
    ] {
        for width in 20..70 {
            for line in wrap(text, width, WidthMode::Narrow) {
                assert!(!line.starts_with('日'), "{width} {text}: {line}");
            }
        }
    }
}

#[test]
fn line_ends_and_empty_lines_are_kept() {
    for (text, expected) in [
        ("", vec![""]),
        ("\n", vec!["", ""]),
        ("一\n二", vec!["一", "二"]),
        ("一\n\n二\n", vec!["一", "", "二", ""]),
        ("　一　\n   \n二", vec!["　一", "", "二"]),
    ] {
        assert_eq!(wrap(text, 20, WidthMode::Narrow), expected, "{text:?}");
    }
}

#[test]
fn a_grapheme_wider_than_the_line_stands_alone() {
    for width in [0, 1] {
        assert_eq!(wrap("鍵を。", width, WidthMode::Narrow), ["鍵", "を", "。"]);
    }
    assert_eq!(wrap("ab\nc", 1, WidthMode::Narrow), ["a", "b", "c"]);
    assert_eq!(wrap("ab", 0, WidthMode::Narrow), ["a", "b"]);
}

#[test]
fn spaces_at_the_end_of_a_line_take_no_room() {
    assert_eq!(
        wrap("aaaaa     bbbbb   ", 5, WidthMode::Narrow),
        ["aaaaa", "bbbbb"]
    );
    assert_eq!(
        wrap_offsets("aaaaa  bbbbb ", 5, WidthMode::Narrow),
        [0..7, 7..13]
    );
}

#[test]
fn an_indent_is_not_left_alone_before_a_long_word() {
    let lines = wrap("　abcdefghijklm", 10, WidthMode::Narrow);
    assert_eq!(lines, ["　abcdefgh", "ijklm"]);
}

#[test]
fn a_wide_terminal_gets_shorter_lines() {
    let text = "①紙、②データ、③モノ";
    assert_eq!(wrap(text, 21, WidthMode::Narrow).len(), 1);
    let lines = wrap(text, 21, WidthMode::Wide);
    assert_eq!(lines, ["①紙、②データ、", "③モノ"]);
}

#[test]
fn a_very_long_text_without_any_break_is_done_at_once() {
    for text in [
        "a".repeat(20_000),
        "「".repeat(20_000),
        " ".repeat(20_000),
        "\u{301}".repeat(20_000),
    ] {
        let lines = wrap(&text, 40, WidthMode::Narrow);
        assert_eq!(squeezed(&lines.concat()), squeezed(&text));
    }
}

fn written_text() -> impl Strategy<Value = String> {
    let bits = prop::sample::select(vec![
        "あ",
        "い",
        "を",
        "です",
        "。",
        "、",
        "「",
        "」",
        "（",
        "）",
        "ー",
        "ッ",
        "漢",
        "字",
        "々",
        "1",
        "2",
        ",",
        ".",
        "%",
        "a",
        "b",
        "Excel",
        "-",
        "/",
        " ",
        "　",
        "\n",
        "①",
        "ﾊﾟ",
        "𠮷",
        "１",
        "，",
        "Ａ",
        "か\u{3099}",
        "👨",
        "…",
        "・",
        "\u{301}",
        "！",
        "?",
    ]);
    prop::collection::vec(bits, 0..120).prop_map(|bits| bits.concat())
}

proptest! {
    #[test]
    fn nothing_is_lost_and_no_line_is_too_wide(
        text in prop_oneof![written_text(), any::<String>()],
        width in 0_usize..70,
        wide in any::<bool>(),
    ) {
        let mode = if wide { WidthMode::Wide } else { WidthMode::Narrow };
        let lines = wrap(&text, width, mode);
        prop_assert_eq!(squeezed(&lines.concat()), squeezed(&text));
        for line in &lines {
            let is_alone = line.graphemes(true).count() == 1;
            prop_assert!(cells(line, mode) <= width || is_alone, "{line:?}");
        }
    }

    #[test]
    fn the_ranges_cover_the_text_in_order(text in written_text(), width in 0_usize..70) {
        let lines = wrap_offsets(&text, width, WidthMode::Narrow);
        let mut at = 0;
        for line in &lines {
            prop_assert!(line.start == at || text[at..line.start] == *"\n", "{lines:?}");
            prop_assert!(line.start < line.end || line.is_empty());
            at = line.end;
        }
        prop_assert_eq!(at, text.len());
    }
}

#[test]
fn a_path_of_windows_breaks_after_its_folders_as_one_with_slashes_does() {
    for text in [
        "置き場所: D:/firm/documents/checks/mamori-2026-11-20.html",
        "書き出しました: D:/会社/書類/mamori-2026-11-20.html",
        "Written: D:/firm/documents/checks/mamori-2026-11-20.html",
    ] {
        for width in 12..70 {
            let slashes = wrap(text, width, WidthMode::Narrow).join("\n");
            let there = text.replace('/', "\\");
            let there = wrap(&there, width, WidthMode::Narrow).join("\n");
            assert_eq!(there.replace('\\', "/"), slashes, "{width}");
        }
    }
}

#[test]
fn a_list_breaks_between_its_entries_and_not_before_the_last_word_of_one() {
    let text = "入るもの: チェックの名前・会社・点検した人・数と図・まだの点・はじめにすること・そのあとにすること・\
                記録の日・記録の置き場所";
    for width in 36..=76 {
        for line in wrap(text, width, WidthMode::Narrow) {
            for last in ["図・", "日・", "点・", "人・"] {
                assert!(!line.starts_with(last), "{width}: {line}");
            }
        }
    }
    let lines = wrap(text, 56, WidthMode::Narrow);
    assert!(lines[0].ends_with("数と図・"), "{lines:?}");
}

#[test]
fn a_path_begins_a_line_also_where_it_begins_with_a_slash() {
    let text = "渡すファイルを書きました: /home/user/mamori-2026-11-28.mamori。渡したときの中身は控えてあります。";
    let lines = wrap(text, 56, WidthMode::Narrow);
    assert_eq!(lines[0], "渡すファイルを書きました:", "{lines:?}");
    assert!(lines[1].starts_with("/home/user/"), "{lines:?}");
    // One that stands between two words does not.
    let lines = wrap(
        "今の答え: 関係なし / 取り込むと: できている",
        20,
        WidthMode::Narrow,
    );
    assert!(lines.iter().all(|line| !line.starts_with('/')), "{lines:?}");
}

#[test]
fn what_a_measure_costs_stays_together_in_its_brackets() {
    let text = "まずはここから: A4二枚のルール表を作る (0円・数時間から数日)";
    let lines = wrap(text, 54, WidthMode::Narrow);
    assert_eq!(lines[1], "(0円・数時間から数日)", "{lines:?}");
}
