//! What a Rust source names, as paths from the crate's root, and the words that it spells out.
//! Works on tokens, so comments and strings never count as code, and what stands inside macros does.

use proc_macro2::{Delimiter, Literal, TokenStream, TokenTree};

/// A path that a source names: `["crate", "app", "page"]` or `["std", "fs"]`.
#[derive(Debug)]
pub(super) struct Name {
    pub(super) path: Vec<String>,
    pub(super) line: usize,
    /// An import: from here on, what lies below the path can be named without it.
    pub(super) opens: bool,
}

/// What one source holds.
#[derive(Debug, Default)]
pub(super) struct Source {
    pub(super) names: Vec<Name>,
    /// Literals as written, with their lines; without docs and what is compiled for tests only.
    pub(super) literals: Vec<(String, usize)>,
    /// Macros called, such as `println`.
    pub(super) macros: Vec<(String, usize)>,
    /// Attributes as written, spaces taken out, such as `path="x.rs"`.
    pub(super) attributes: Vec<(String, usize)>,
}

/// Reads the source of the module with this path (`["app", "page"]`; empty is the crate's root).
pub(super) fn read(text: &str, module: &[String]) -> Result<Source, String> {
    let tokens: TokenStream = text
        .parse()
        .map_err(|error| format!("is not Rust: {error}"))?;
    let mut source = Source::default();
    source.walk(tokens, module, false);
    Ok(source)
}

impl Source {
    fn walk(&mut self, tokens: TokenStream, module: &[String], for_tests: bool) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        let mut next_is_for_tests = false;
        while at < tokens.len() {
            match &tokens[at] {
                TokenTree::Punct(hash) if hash.as_char() == '#' => {
                    let bang = usize::from(is_punct(tokens.get(at + 1), '!'));
                    if let Some(inner) = group(tokens.get(at + 1 + bang), Delimiter::Bracket) {
                        next_is_for_tests |= self.attribute(inner, module, for_tests);
                        at += 1 + bang;
                    }
                }
                TokenTree::Punct(end) if end.as_char() == ';' => next_is_for_tests = false,
                TokenTree::Punct(_) => {}
                TokenTree::Group(inner) => {
                    let hidden = for_tests || next_is_for_tests;
                    self.walk(inner.stream(), module, hidden);
                    next_is_for_tests &= inner.delimiter() != Delimiter::Brace;
                }
                TokenTree::Literal(literal) => {
                    if !for_tests && !next_is_for_tests {
                        self.literal(literal);
                    }
                }
                TokenTree::Ident(word) => {
                    let line = word.span().start().line;
                    let word = plain(&word.to_string());
                    if word == "mod"
                        && let Some(TokenTree::Ident(name)) = tokens.get(at + 1)
                        && let Some(inner) = group(tokens.get(at + 2), Delimiter::Brace)
                    {
                        let below = [module, &[plain(&name.to_string())]].concat();
                        self.walk(inner, &below, for_tests || next_is_for_tests);
                        next_is_for_tests = false;
                        at += 2;
                    } else if word == "use" && !is_punct(tokens.get(at + 1), '<') {
                        let end = (at..tokens.len())
                            .find(|&i| is_punct(tokens.get(i), ';'))
                            .unwrap_or(tokens.len());
                        self.import(&tokens[at + 1..end], &[], module);
                        at = end - 1;
                    } else if word == "extern" && is_word(tokens.get(at + 1), "crate") {
                        if let Some(TokenTree::Ident(name)) = tokens.get(at + 2) {
                            let name = if *name == "self" {
                                "crate".to_owned()
                            } else {
                                plain(&name.to_string())
                            };
                            self.name(vec![name], module, line, true);
                            at += 2;
                        }
                    } else {
                        at = self.path(&tokens, at, module);
                    }
                }
            }
            at += 1;
        }
    }

    /// Notes an attribute; says whether what follows is compiled for tests only.
    fn attribute(&mut self, inner: TokenStream, module: &[String], for_tests: bool) -> bool {
        let mut tokens = inner.clone().into_iter();
        let Some(first) = tokens.next() else {
            return false;
        };
        if is_word(Some(&first), "doc") && is_punct(tokens.next().as_ref(), '=') {
            return false;
        }
        let mut text = inner.to_string();
        text.retain(|c| !c.is_whitespace());
        let is_for_tests = text == "cfg(test)" || text == "test";
        self.attributes.push((text, first.span().start().line));
        self.walk(inner, module, for_tests);
        is_for_tests
    }

    fn literal(&mut self, literal: &Literal) {
        self.literals
            .push((literal.to_string(), literal.span().start().line));
    }

    /// A path in the middle of code, from its first word; gives the place of its last token.
    fn path(&mut self, tokens: &[TokenTree], from: usize, module: &[String]) -> usize {
        let mut path = Vec::new();
        let mut at = from;
        let line = tokens[from].span().start().line;
        while let Some(TokenTree::Ident(word)) = tokens.get(at) {
            path.push(plain(&word.to_string()));
            if is_colons(tokens, at + 1) && matches!(tokens.get(at + 3), Some(TokenTree::Ident(_)))
            {
                at += 3;
            } else {
                break;
            }
        }
        if is_punct(tokens.get(at + 1), '!') && !is_punct(tokens.get(at + 2), '=') {
            self.macros
                .push((path.last().cloned().unwrap_or_default(), line));
        }
        if path.len() > 1 {
            self.name(path, module, line, false);
        }
        at
    }

    /// One tree of an import, `a::{b, c as d, e::*}`, below what stands before it.
    fn import(&mut self, tokens: &[TokenTree], before: &[String], module: &[String]) {
        let mut path = before.to_vec();
        for (at, token) in tokens.iter().enumerate() {
            let line = token.span().start().line;
            match token {
                TokenTree::Ident(word) if *word == "as" => break,
                TokenTree::Ident(word) => {
                    path.push(plain(&word.to_string()));
                    if !is_colons(tokens, at + 1) {
                        if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
                            path.pop();
                        }
                        self.name(path.clone(), module, line, true);
                    }
                }
                TokenTree::Punct(star) if star.as_char() == '*' => {
                    self.name(path.clone(), module, line, true);
                }
                TokenTree::Group(braces) => {
                    let inner: Vec<TokenTree> = braces.stream().into_iter().collect();
                    for tree in inner.split(|token| is_punct(Some(token), ',')) {
                        self.import(tree, &path, module);
                    }
                }
                _ => {}
            }
        }
    }

    fn name(&mut self, path: Vec<String>, module: &[String], line: usize, opens: bool) {
        self.names.push(Name {
            path: from_root(path, module),
            line,
            opens,
        });
    }
}

/// The same path without `self` and `super`; the library's own name is `crate` too.
fn from_root(path: Vec<String>, module: &[String]) -> Vec<String> {
    let mut words = path.into_iter().peekable();
    let mut root = match words.peek().map(String::as_str) {
        Some("crate" | "mamori") => {
            words.next();
            vec!["crate".to_owned()]
        }
        Some("self" | "super") => [&["crate".to_owned()], module].concat(),
        _ => Vec::new(),
    };
    while let Some(word) = words.next_if(|word| word == "self" || word == "super") {
        if word == "super" && root.len() > 1 {
            root.pop();
        }
    }
    root.extend(words);
    root
}

fn plain(word: &str) -> String {
    word.trim_start_matches("r#").to_owned()
}

fn is_punct(token: Option<&TokenTree>, wanted: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == wanted)
}

fn is_colons(tokens: &[TokenTree], at: usize) -> bool {
    is_punct(tokens.get(at), ':') && is_punct(tokens.get(at + 1), ':')
}

fn is_word(token: Option<&TokenTree>, wanted: &str) -> bool {
    matches!(token, Some(TokenTree::Ident(word)) if *word == wanted)
}

fn group(token: Option<&TokenTree>, delimiter: Delimiter) -> Option<TokenStream> {
    match token {
        Some(TokenTree::Group(group)) if group.delimiter() == delimiter => Some(group.stream()),
        _ => None,
    }
}
