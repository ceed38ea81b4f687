//! Markdown as it is put together: headings, lists and tables whose every text is escaped on the way in.
//! Nobody outside writes Markdown by hand, so nothing that a user typed can become markup.

use std::borrow::Cow;

use crate::questionnaire::seen::says_nothing;
use crate::text::catalog::Catalog;
use crate::text::{Message, Text};

/// A page that grows from top to bottom.
pub(in crate::report) struct Page<'a> {
    catalog: &'a Catalog,
    text: String,
}

/// Text that is Markdown already.
pub(in crate::report) struct Marked(String);

impl<'a> Page<'a> {
    pub(in crate::report) fn new(catalog: &'a Catalog) -> Self {
        Self {
            catalog,
            text: String::new(),
        }
    }

    pub(in crate::report) fn into_text(self) -> String {
        self.text
    }

    /// A text with everything in it that Markdown or HTML would act upon made harmless.
    pub(in crate::report) fn marked<'t>(&self, text: impl Into<Text<'t>>) -> Marked {
        Marked(escaped(&self.catalog.text(&text.into())))
    }

    pub(in crate::report) fn heading(&mut self, level: usize, text: &Message<'_>) {
        let said = self.marked(text.clone());
        self.blank();
        self.put(&[&"#".repeat(level), " ", &said.on_one_line(), "\n\n"]);
    }

    pub(in crate::report) fn paragraph(&mut self, text: &Message<'_>) {
        let said = self.marked(text.clone());
        self.blank();
        self.put(&[&said.0.replace('\n', "  \n"), "\n\n"]);
    }

    /// These sentences, one a line, standing out from the rest.
    pub(in crate::report) fn quote_all(&mut self, sentences: Vec<Message<'_>>) {
        let sentences = sentences.into_iter();
        let lines: Vec<String> = sentences.map(|said| self.marked(said).0).collect();
        self.quote(0, &Marked(lines.join("\n")));
        self.blank();
    }

    /// A text whose lines belong together and stand out from the rest.
    pub(in crate::report) fn quote(&mut self, indent: usize, said: &Marked) {
        let indent = " ".repeat(indent);
        let lines: Vec<&str> = said.0.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let end = if at + 1 < lines.len() { "  \n" } else { "\n" };
            self.put(&[&indent, "> ", line, end]);
        }
    }

    pub(in crate::report) fn bullet(&mut self, indent: usize, said: &Marked) {
        self.put(&[&" ".repeat(indent), "- ", &said.on_one_line(), "\n"]);
    }

    /// A bullet with a box, which is ticked or not.
    pub(in crate::report) fn tick(&mut self, indent: usize, is_ticked: bool, said: &Marked) {
        let mark = if is_ticked { "- [x] " } else { "- [ ] " };
        self.put(&[&" ".repeat(indent), mark, &said.on_one_line(), "\n"]);
    }

    pub(in crate::report) fn numbered(&mut self, number: usize, said: &Marked) {
        self.put(&[&number.to_string(), ". ", &said.on_one_line(), "\n"]);
    }

    /// A table with the names of its columns, by their ids in the locales.
    pub(in crate::report) fn table<const N: usize>(
        &mut self,
        columns: [&'static str; N],
        rows: impl IntoIterator<Item = [Marked; N]>,
    ) {
        let names = columns.map(|column| self.marked(Message::new(column)));
        self.blank();
        self.row(&names);
        self.put(&["|", &" --- |".repeat(N), "\n"]);
        for row in rows {
            self.row(&row);
        }
        self.blank();
    }

    fn row(&mut self, cells: &[Marked]) {
        for cell in cells {
            self.put(&["| ", &cell.on_one_line(), " "]);
        }
        self.put(&["|\n"]);
    }

    /// At most one empty line, and none at the top.
    pub(in crate::report) fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn put(&mut self, parts: &[&str]) {
        self.text.extend(parts.iter().copied());
    }
}

impl Marked {
    pub(in crate::report) fn strong(self) -> Self {
        if self.0.is_empty() {
            return self;
        }
        Self(format!("**{}**", self.on_one_line()))
    }

    fn on_one_line(&self) -> Cow<'_, str> {
        if self.0.contains('\n') {
            Cow::Owned(self.0.replace('\n', "<br>"))
        } else {
            Cow::Borrowed(&self.0)
        }
    }
}

/// Harmless wherever it stands: each line could be the first of a paragraph, of an item or of a cell.
fn escaped(text: &str) -> String {
    // An empty line would end the paragraph.
    let lines = text.lines().filter(|line| !says_nothing(line));
    lines.map(escaped_line).collect::<Vec<_>>().join("\n")
}

fn escaped_line(line: &str) -> String {
    let words: Vec<&str> = line.split_ascii_whitespace().collect();
    let line = words.join(" ");
    let mut written = String::with_capacity(line.len());
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in line.char_indices() {
        match c {
            // As HTML, because not every reader of Markdown takes a backslash before these.
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '|' => written.push_str("&#124;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '{' | '}' | '~' | '$' | '^' => {
                written.extend(['\\', c]);
            }
            '#' | '+' | '-' | '=' | ':' if at == 0 => written.extend(['\\', c]),
            '.' | ')' if digits > 0 && at == digits => written.extend(['\\', c]),
            c => written.push(c),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_markdown_or_html_would_act_upon_becomes_text() {
        for (text, expected) in [
            ("辞令は来月。A-3の棚 (2段め)", "辞令は来月。A-3の棚 (2段め)"),
            ("<script>", "&lt;script&gt;"),
            ("&lt;", "&amp;lt;"),
            ("[a](javascript:b)", "\\[a\\](javascript:b)"),
            ("a|b", "a&#124;b"),
            ("`a` *b* _c_ ~~d~~", "\\`a\\` \\*b\\* \\_c\\_ \\~\\~d\\~\\~"),
            ("\\|", "\\\\&#124;"),
            ("# a", "\\# a"),
            ("- a", "\\- a"),
            ("+ a", "\\+ a"),
            ("===", "\\==="),
            ("1. a", "1\\. a"),
            ("12) a", "12\\) a"),
            ("1.5", "1\\.5"),
            ("    code", "code"),
            ("A   B\u{3000} C", "A B\u{3000} C"),
            ("a\n    b\n\n- c", "a\nb\n\\- c"),
            (": a", "\\: a"),
        ] {
            assert_eq!(escaped(text), expected, "{text}");
        }
    }
}
