//! Lines of a given width from Japanese and English text, broken where a reader would break them.
//! Decides only where a line ends; knows no language setting and draws nothing.

use std::{ops::Range, sync::LazyLock};

use budoux_phf_rs::Parser;
use icu_segmenter::{
    LineSegmenter, LineSegmenterBorrowed,
    options::{LineBreakOptions, LineBreakStrictness},
};

use super::width::{WidthMode, fit, grapheme_cells, graphemes};

/// What may not begin a line where the text has to be cut by force (行頭禁則).
const NEVER_FIRST: &str = "、。，．・：；？！ー々」』）］｝】〉》〕”’ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ\
                           ゝゞヽヾ…‥％｡､｣ｰﾞﾟｧｨｩｪｫｯｬｭｮ)]},.!?%:;";
/// What may not end a line there (行末禁則).
const NEVER_LAST: &str = "「『（［｛【〈《〔“‘｢([{￥＄";

/// The brackets of sentences.
const OPENING: &str = "「『（［｛(";
const CLOSING: &str = "」』）］｝)";

/// A phrase that is too long for a line is begun on the line before it, unless that is filled to this many hundredths.
const FULL_ENOUGH: usize = 60;
/// Stands within a word of letters.
const HYPHEN: &str = "-";
/// Stands between the words of a list, which may be longer together than a line.
const BETWEEN_WORDS: &str = "・";
/// Written together, kanji are words of two for the most part; these belong to the word before them, and these begin one
/// of three.
const ENDS_WORD: &str = "力者性書局庁所域式型限等語車屋会";
const BEGINS_WORD: &str = "多未非再無";
/// But 会 begins a word before these.
const AFTER_KAI: &str = "議社計";
/// So many kana are no line: they are read with what stands before them.
const TAIL: usize = 2;

// Strict, because the other levels let a line begin with ー or a small kana.
static LEGAL: LineSegmenterBorrowed<'static> = {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    LineSegmenter::new_for_non_complex_scripts(options)
};
static PHRASES: LazyLock<Parser> = LazyLock::new(Parser::japanese_parser);

/// The lines of `text`, each at most `width` cells wide and without the spaces at its end.
/// `\n` ends a paragraph; an empty paragraph, like an empty text, is one empty line.
/// A grapheme wider than `width` stands alone on a line that is too wide: nothing is lost.
#[must_use]
pub fn wrap(text: &str, width: usize, mode: WidthMode) -> Vec<String> {
    wrap_offsets(text, width, mode)
        .into_iter()
        .map(|line| text[line].trim_end().to_owned())
        .collect()
}

/// The same lines as byte ranges of `text`, spaces at their ends included: together with the `\n`
/// between paragraphs they cover the whole text. Those spaces may reach beyond `width`.
#[must_use]
pub fn wrap_offsets(text: &str, width: usize, mode: WidthMode) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for paragraph in text.split('\n') {
        let ends = line_ends(paragraph, width, mode);
        let mut line = start;
        for end in ends {
            lines.push(line..start + end);
            line = start + end;
        }
        start += paragraph.len() + "\n".len();
    }
    lines
}

/// Where the lines of one paragraph end. The last is its length, so there is always one.
fn line_ends(paragraph: &str, width: usize, mode: WidthMode) -> Vec<usize> {
    let visible = paragraph.trim_end();
    if fit(visible, width, mode).len() == visible.len() {
        return vec![paragraph.len()];
    }
    let pieces = pieces(paragraph, mode);
    let mut ends = vec![0];
    while let Some(&start) = ends.last()
        && start < pieces.len()
    {
        let end = line_end(&pieces, start, width);
        if let [.., before, last] = &mut ends[..]
            && end == pieces.len()
            && let Some(earlier) = before_a_tail(&pieces, *before, *last, width)
        {
            *last = earlier;
        }
        ends.push(end);
    }
    ends[1..].iter().map(|end| pieces[end - 1].end).collect()
}

/// One grapheme and whether a line may end after it.
struct Piece<'a> {
    grapheme: &'a str,
    end: usize,
    cells: usize,
    after: Break,
}

impl Piece<'_> {
    fn may_be_first(&self) -> bool {
        !self.grapheme.starts_with(|c| NEVER_FIRST.contains(c))
    }

    fn may_be_last(&self) -> bool {
        !self.grapheme.ends_with(|c| NEVER_LAST.contains(c))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Break {
    Never,
    /// The rules of line breaking allow it.
    Legal,
    /// And a phrase or a word ends here.
    Good,
}

fn pieces(paragraph: &str, mode: WidthMode) -> Vec<Piece<'_>> {
    let mut legal = LEGAL.segment_str(paragraph).peekable();
    let phrases = phrase_ends(paragraph);
    let mut phrase = phrases.iter().flatten().copied().peekable();
    let addresses = addresses(paragraph);
    // What stands in brackets belongs closer together than the entries of a list.
    let mut brackets = 0_usize;
    let mut pieces: Vec<Piece> = Vec::with_capacity(paragraph.len() / 2);
    for (start, grapheme) in graphemes(paragraph) {
        if splits_full_width_word(&pieces, grapheme)
            && let Some(last) = pieces.last_mut()
        {
            last.after = Break::Never;
        }
        let end = start + grapheme.len();
        if grapheme.starts_with(|c| OPENING.contains(c)) {
            brackets += 1;
        } else if grapheme.starts_with(|c| CLOSING.contains(c)) {
            brackets = brackets.saturating_sub(1);
        }
        while legal.next_if(|at| *at < end).is_some() {}
        while phrase.next_if(|at| *at < end).is_some() {}
        let ends_phrase = phrases.is_none()
            || phrase.peek() == Some(&end)
            || is_space(grapheme)
            || (grapheme == BETWEEN_WORDS && brackets == 0);
        let rest = &paragraph[end..];
        let in_address = addresses
            .iter()
            .any(|address| address.contains(&start) && end < address.end);
        pieces.push(Piece {
            grapheme,
            end,
            cells: grapheme_cells(grapheme, mode),
            after: match legal.peek() == Some(&end)
                || ends_folder(grapheme, rest)
                || stands_before_a_path(grapheme, rest)
            {
                _ if counts(&pieces, grapheme) => Break::Never,
                // At the end of a line nobody can tell whether it belongs to the address.
                true if in_address && grapheme == HYPHEN => Break::Never,
                true if in_address || joins_a_word(grapheme, rest) => Break::Legal,
                true if ends_phrase => Break::Good,
                true => Break::Legal,
                false => Break::Never,
            },
        });
    }
    join_kanji(&mut pieces);
    join_one_kanji(&mut pieces);
    pieces
}

/// Where the addresses of pages stand.
fn addresses(paragraph: &str) -> Vec<Range<usize>> {
    let begins = ["https://", "http://"]
        .into_iter()
        .flat_map(|scheme| paragraph.match_indices(scheme));
    let ends_one = |c: char| c.is_whitespace() || !c.is_ascii();
    begins
        .map(|(start, _)| {
            let length = paragraph[start..].find(ends_one);
            start..length.map_or(paragraph.len(), |length| start + length)
        })
        .collect()
}

/// The hyphen of a word such as tics-minimum, after which a line may end, but does not end well.
fn joins_a_word(grapheme: &str, rest: &str) -> bool {
    grapheme == HYPHEN && rest.starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// One kanji that is a phrase of its own is read with the word before it: 済んだ日, 記録の日・.
fn join_one_kanji(pieces: &mut [Piece]) {
    for at in 1..pieces.len() {
        let ends_there = |next: &Piece| script(next) == Script::Mark;
        let is_alone = is_kanji(pieces, at) && pieces.get(at + 1).is_none_or(ends_there);
        if is_alone && script(&pieces[at - 1]) == Script::Hiragana {
            pieces[at - 1].after = Break::Never;
        }
    }
}

/// The か of 1か月 and 2か所, which the parser takes for the end of a phrase.
fn counts(before: &[Piece], grapheme: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let last = before.last().map_or("", |piece| piece.grapheme);
    matches!(grapheme, "か" | "カ" | "ヶ" | "ヵ") && last.starts_with(is_digit)
}

/// The parser ends phrases after the first kanji of a word among others, 基本方|針 or 中|小企業庁: there a line may end,
/// but does not end well.
fn join_kanji(pieces: &mut [Piece]) {
    let mut at = 0;
    while at < pieces.len() {
        let end = kanji_word_end(pieces, at);
        if end > at + 1 && pieces[at].after == Break::Good {
            pieces[at].after = Break::Legal;
        }
        at = end;
    }
}

/// The end of the word of kanji that begins with piece `at`; the next piece where that is no kanji.
fn kanji_word_end(pieces: &[Piece], at: usize) -> usize {
    let among =
        |kanji: &str, at: usize| is_kanji(pieces, at) && kanji.contains(pieces[at].grapheme);
    let length = if among(BEGINS_WORD, at) { 3 } else { 2 };
    let mut end = at + 1;
    while is_kanji(pieces, at) && is_kanji(pieces, end) && end < at + length {
        end += 1;
    }
    let begins_next = among("会", end) && among(AFTER_KAI, end + 1);
    if end > at + 1 && among(ENDS_WORD, end) && !begins_next {
        end += 1;
    }
    end
}

fn is_kanji(pieces: &[Piece], at: usize) -> bool {
    pieces
        .get(at)
        .is_some_and(|piece| script(piece) == Script::Kanji)
}

/// As after a slash, which the rules of line breaking know, a path of Windows may break after a folder.
fn ends_folder(grapheme: &str, rest: &str) -> bool {
    grapheme == "\\" && rest.starts_with(char::is_alphabetic)
}

/// The rules of line breaking let no slash begin a line, but a path begins with one.
fn stands_before_a_path(grapheme: &str, rest: &str) -> bool {
    is_space(grapheme)
        && rest
            .strip_prefix('/')
            .is_some_and(|path| path.starts_with(char::is_alphanumeric))
}

fn is_space(grapheme: &str) -> bool {
    grapheme.chars().all(char::is_whitespace)
}

/// Where the phrases of a Japanese text end; nothing for other text, whose words tell enough.
fn phrase_ends(paragraph: &str) -> Option<Vec<usize>> {
    if !paragraph.contains(is_japanese) {
        return None;
    }
    let mut ends = Vec::new();
    let mut end = 0;
    PHRASES.parse_with(paragraph, |phrase| {
        end += phrase.len();
        ends.push(end);
    });
    Some(ends)
}

fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FF9F}' | '\u{20000}'..='\u{3FFFF}')
}

// To the rules of line breaking a full-width digit or letter is like a kanji, so they would
// break １，２００ and ＩＳＯ anywhere.
fn splits_full_width_word(before: &[Piece], next: &str) -> bool {
    let is_word = |text: &str| text.chars().all(is_full_width_alphanumeric);
    let from_end = |distance| {
        let index = before.len().checked_sub(distance)?;
        Some(before[index].grapheme)
    };
    let follows_point =
        matches!(from_end(1), Some("，" | "．")) && from_end(2).is_some_and(is_word);
    is_word(next) && (follows_point || from_end(1).is_some_and(is_word))
}

fn is_full_width_alphanumeric(c: char) -> bool {
    matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// The piece after the last one of the line that begins with piece `start`.
fn line_end(pieces: &[Piece], start: usize, width: usize) -> usize {
    let mut used = 0;
    let mut filled = 0;
    let mut legal = None;
    let mut good = None;
    for (index, piece) in pieces.iter().enumerate().skip(start) {
        used += piece.cells;
        // Spaces at the end of a line are not drawn, so they always fit.
        if !is_space(piece.grapheme) {
            if used > width {
                return match (good, legal) {
                    (Some((at, filled)), _)
                        if filled * 100 >= width * FULL_ENOUGH
                            || phrase_cells(pieces, at) <= width =>
                    {
                        at
                    }
                    (_, Some((at, _))) => between_words(pieces, start, at)
                        .or_else(|| between_kanji(pieces, start, at))
                        .unwrap_or(at),
                    _ => cut(pieces, start, index),
                };
            }
            filled = used;
        }
        // A line of nothing but an indent would look like an empty one.
        if filled == 0 {
            continue;
        }
        if piece.after != Break::Never {
            legal = Some((index + 1, filled));
        }
        if piece.after == Break::Good {
            good = Some((index + 1, filled));
        }
    }
    pieces.len()
}

/// The cells of the phrase that begins with piece `start`, without the spaces at its end.
fn phrase_cells(pieces: &[Piece], start: usize) -> usize {
    let mut used = 0;
    let mut filled = 0;
    for piece in &pieces[start..] {
        used += piece.cells;
        if !is_space(piece.grapheme) {
            filled = used;
        }
        if piece.after == Break::Good {
            break;
        }
    }
    filled
}

/// The last place up to `latest` at which a word of one script ends and one of another begins, if not much is lost.
fn between_words(pieces: &[Piece], start: usize, latest: usize) -> Option<usize> {
    let least = start + (latest - start).div_ceil(2);
    (least..=latest).rev().find(|at| {
        let before = &pieces[at - 1];
        let is_between = |after: &Piece| {
            before.grapheme == BETWEEN_WORDS || script(after).begins_after(script(before))
        };
        before.after != Break::Never && pieces.get(*at).is_some_and(is_between)
    })
}

/// The last place up to `latest` at which a word ends in the kanji that stand there together, if not much is lost:
/// 対策基本|方針 and not 対策基本方|針. The line before has ended with a word, so they are counted from `start`.
fn between_kanji(pieces: &[Piece], start: usize, latest: usize) -> Option<usize> {
    let together = (start..latest).rev().take_while(|at| is_kanji(pieces, *at));
    let least = start + (latest - start).div_ceil(2);
    let mut end = latest - together.count();
    let mut found = None;
    while end < latest && is_kanji(pieces, latest) {
        end = kanji_word_end(pieces, end);
        // One kanji at their end goes with the word before it: 労務士.
        let leaves_one = is_kanji(pieces, end) && !is_kanji(pieces, end + 1);
        let may_end = !leaves_one && pieces[end - 1].after != Break::Never;
        if may_end && (least..=latest).contains(&end) {
            found = Some(end);
        }
    }
    found
}

/// Where the line before the last, from piece `start` on, ends so that no kana or two stand alone on the last.
fn before_a_tail(pieces: &[Piece], start: usize, end: usize, width: usize) -> Option<usize> {
    let is_mark = |piece: &&Piece| script(piece) == Script::Mark || is_space(piece.grapheme);
    let tail = &pieces[end..];
    let letters = tail.iter().filter(|piece| !is_mark(piece)).count();
    let is_kana = |piece: &Piece| matches!(script(piece), Script::Hiragana | Script::Katakana);
    let is_tail = letters <= TAIL && tail.iter().filter(|piece| !is_mark(piece)).all(is_kana);
    if !is_tail {
        return None;
    }
    let cells = |from: usize| {
        pieces[from..]
            .iter()
            .map(|piece| piece.cells)
            .sum::<usize>()
    };
    let fits = |at: &usize| cells(*at) <= width;
    let mut earlier = (start + 1..end).rev().take_while(fits);
    earlier.find(|at| pieces[at - 1].after == Break::Good)
}

/// How a character is written: a word seldom goes from one to the next, but for its ending in hiragana.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Hiragana,
    Katakana,
    Kanji,
    Latin,
    Mark,
}

impl Script {
    fn begins_after(self, before: Self) -> bool {
        self != before && !matches!(self, Self::Hiragana | Self::Mark)
    }
}

fn script(piece: &Piece) -> Script {
    match piece.grapheme.chars().next() {
        Some('\u{3041}'..='\u{309F}') => Script::Hiragana,
        Some('\u{30A1}'..='\u{30FA}' | '\u{30FC}'..='\u{30FF}' | '\u{FF66}'..='\u{FF9F}') => {
            Script::Katakana
        }
        Some(c) if is_japanese(c) && c != '・' => Script::Kanji,
        Some(c) if c.is_alphanumeric() => Script::Latin,
        _ => Script::Mark,
    }
}

/// Where to cut a word that is too long for a line: as late as possible before piece `over`, but
/// not beside a character that may not begin or end a line, unless there is no other place.
fn cut(pieces: &[Piece], start: usize, over: usize) -> usize {
    let latest = over.max(start + 1);
    (start + 1..=latest)
        .rev()
        .find(|at| pieces[at - 1].may_be_last() && pieces.get(*at).is_none_or(Piece::may_be_first))
        .unwrap_or(latest)
}
