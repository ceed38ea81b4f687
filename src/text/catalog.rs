//! Finds the sentence for a message: in the languages of a chain, the user's own wording first.
//! Reads no file and keeps no state; whatever it gives back is safe to draw.

use std::{borrow::Cow, cell::OnceCell};

use fluent::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use memchr::memmem::Finder;
use unic_langid::LanguageIdentifier;

use super::{
    Arg, Message, Text,
    width::{WidthMode, clean, clean_multiline, fit},
};

/// The messages of one language, as Fluent text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LanguageSource {
    /// `ja`, `en`, `pt-BR` …
    pub code: String,
    /// What comes with the program; empty for a language that the user has added. No message names one of another
    /// file, and each begins a line as `id =`.
    pub files: Vec<Cow<'static, str>>,
    /// The user's own files, as (name, text). Each message replaces the one with its id; where
    /// two files have the same id, the later one counts.
    pub overrides: Vec<(String, String)>,
}

/// Something in the user's own files that was left out. The rest is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CatalogIssue {
    /// The code is not one of a language, so none of its files is used.
    NotALanguage { code: String },
    /// Text that is no message; `excerpt` is the start of it, on one line.
    NotAMessage {
        language: String,
        file: String,
        excerpt: String,
    },
    /// Braces within braces without end; the file is not used.
    TooDeep { language: String, file: String },
}

/// The messages of a chain of languages. Cannot cross threads: give them finished sentences.
pub struct Catalog {
    chain: Vec<String>,
    layers: Vec<Layer>,
}

impl Catalog {
    /// Takes the languages in the order in which they are tried.
    #[must_use]
    pub fn new(languages: Vec<LanguageSource>) -> (Self, Vec<CatalogIssue>) {
        let mut catalog = Self {
            chain: Vec::new(),
            layers: Vec::new(),
        };
        let mut issues = Vec::new();
        for source in languages {
            catalog.add(source, &mut issues);
        }
        (catalog, issues)
    }

    fn add(&mut self, source: LanguageSource, issues: &mut Vec<CatalogIssue>) {
        let code = source.code;
        let Ok(language) = code.parse::<LanguageIdentifier>() else {
            issues.push(CatalogIssue::NotALanguage { code });
            return;
        };
        let theirs: Vec<_> = source
            .overrides
            .iter()
            .filter_map(|(file, text)| their_resource(&code, file, text, issues))
            .collect();
        if !theirs.is_empty() {
            self.layers
                .push(Layer::changed(&language, &source.files, theirs));
        }
        self.layers.push(Layer::ours(&language, source.files));
        self.chain.push(code);
    }

    /// The sentence of a message in the first language that has it.
    ///
    /// # Panics
    /// In debug builds, if no language has it or an argument is missing. In release builds the
    /// person sees the id in brackets, or the argument's name.
    #[must_use]
    pub fn message(&self, message: &Message<'_>) -> String {
        let args = self.arguments(message);
        self.layers
            .iter()
            .find_map(|layer| layer.format(message.id, &args))
            .unwrap_or_else(|| {
                debug_assert!(false, "no language has the message {}", message.id);
                format!("[{}]", message.id)
            })
    }

    /// The sentence of a message without arguments whose id is data, such as that of a help text.
    ///
    /// # Panics
    /// As [`Catalog::message`].
    #[must_use]
    pub fn by_id(&self, id: &str) -> String {
        let args = FluentArgs::new();
        self.layers
            .iter()
            .find_map(|layer| layer.format(id, &args))
            .unwrap_or_else(|| {
                debug_assert!(false, "no language has the message {id}");
                format!("[{id}]")
            })
    }

    /// What is to be shown for a text. The user's own words are cleaned, line ends stay.
    #[must_use]
    pub fn text<'t>(&self, text: &'t Text<'_>) -> Cow<'t, str> {
        match text {
            Text::Message(message) => Cow::Owned(self.message(message)),
            Text::Pack(localized) => clean_multiline(localized.get(&self.chain)),
            Text::Own(own) => clean_multiline(own),
        }
    }

    /// The codes of the languages, in the order in which they are tried.
    #[must_use]
    pub fn chain(&self) -> &[String] {
        &self.chain
    }

    /// Whether any language has a message with this id.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.layers
            .iter()
            .any(|layer| layer.bundle_with(id).is_some())
    }

    fn arguments<'t>(&self, message: &'t Message<'_>) -> FluentArgs<'t> {
        let mut args = FluentArgs::with_capacity(message.args.len());
        for (name, arg) in &message.args {
            let value = match arg {
                Arg::Number(number) => FluentValue::from(*number),
                // A line end would tear the sentence apart that it becomes a part of.
                Arg::Text(text) => FluentValue::String(match self.text(text) {
                    Cow::Borrowed(text) => clean(text),
                    Cow::Owned(text) => Cow::Owned(clean(&text).into_owned()),
                }),
            };
            args.set(*name, value);
        }
        args
    }
}

/// One language as it comes with the program, or with the user's changes on top of that.
struct Layer {
    parts: Vec<Words>,
    is_changed: bool,
}

/// Messages that know nothing of those of other parts. To parse what is not shown would be half of a start.
struct Words {
    language: LanguageIdentifier,
    text: Cow<'static, str>,
    parsed: OnceCell<Bundle>,
}

type Bundle = FluentBundle<FluentResource>;

impl Layer {
    /// Each file is parsed when one of its messages is wanted: none names a message of another.
    fn ours(language: &LanguageIdentifier, files: Vec<Cow<'static, str>>) -> Self {
        let part = |text| Words {
            language: language.clone(),
            text,
            parsed: OnceCell::new(),
        };
        Self {
            parts: files.into_iter().map(part).collect(),
            is_changed: false,
        }
    }

    /// All of it in one: what a user writes may name any message.
    fn changed(
        language: &LanguageIdentifier,
        files: &[Cow<'static, str>],
        theirs: Vec<FluentResource>,
    ) -> Self {
        let mut bundle = empty_bundle(language);
        for file in files {
            add_ours(&mut bundle, file);
        }
        for resource in theirs {
            bundle.add_resource_overriding(resource);
        }
        Self {
            parts: vec![Words {
                language: language.clone(),
                text: Cow::Borrowed(""),
                parsed: OnceCell::from(bundle),
            }],
            is_changed: true,
        }
    }

    /// What is parsed already is asked first.
    fn bundle_with(&self, id: &str) -> Option<&Bundle> {
        let parsed = self.parts.iter().filter_map(|part| part.parsed.get());
        let known = parsed.into_iter().find(|bundle| bundle.has_message(id));
        known.or_else(|| {
            let line = format!("\n{id} =");
            let finder = Finder::new(&line);
            let waiting = |part: &&Words| part.parsed.get().is_none() && part.has_line(&finder);
            self.parts.iter().find(waiting).map(Words::bundle)
        })
    }

    /// Nothing if the message is not here, or if the user's changes to it cannot work: then the
    /// sentence that comes with the program is better.
    fn format(&self, id: &str, args: &FluentArgs<'_>) -> Option<String> {
        let bundle = self.bundle_with(id)?;
        let pattern = bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let sentence = bundle.format_pattern(pattern, Some(args), &mut errors);
        if self.is_changed && !errors.is_empty() {
            return None;
        }
        debug_assert!(errors.is_empty(), "{id}: {errors:?}");
        if !self.is_changed {
            // Ours hold nothing that needs to be cleaned (a test of the locales), and arguments are cleaned.
            return Some(sentence.into_owned());
        }
        // Escapes in a message (`{"\u001B"}`) come to life only here.
        Some(clean_multiline(&sentence).into_owned())
    }
}

impl Words {
    /// Whether a line begins so. `line` has the end of the line before it.
    fn has_line(&self, line: &Finder<'_>) -> bool {
        let (text, begin) = (self.text.as_bytes(), line.needle().trim_ascii_start());
        text.starts_with(begin) || line.find(text).is_some()
    }

    fn bundle(&self) -> &Bundle {
        self.parsed.get_or_init(|| {
            let mut bundle = empty_bundle(&self.language);
            add_ours(&mut bundle, &self.text);
            bundle
        })
    }
}

fn empty_bundle(language: &LanguageIdentifier) -> Bundle {
    let mut bundle = FluentBundle::new(vec![language.clone()]);
    // The marks that Fluent would put around arguments show up as boxes on some terminals.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(grouped));
    let builtins = bundle.add_builtins();
    debug_assert!(builtins.is_ok(), "{builtins:?}");
    bundle
}

fn add_ours(bundle: &mut Bundle, text: &str) {
    let parsed = FluentResource::try_new(text.to_owned());
    let resource = parsed.unwrap_or_else(|(resource, errors)| {
        debug_assert!(false, "a locale that comes with the program: {errors:?}");
        resource
    });
    let added = bundle.add_resource(resource);
    debug_assert!(added.is_ok(), "an id stands twice: {added:?}");
}

fn their_resource(
    language: &str,
    file: &str,
    text: &str,
    issues: &mut Vec<CatalogIssue>,
) -> Option<FluentResource> {
    let text = clean_multiline(text).into_owned();
    if is_too_deep(&text) {
        issues.push(CatalogIssue::TooDeep {
            language: language.to_owned(),
            file: file.to_owned(),
        });
        return None;
    }
    let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, errors)| {
        for error in errors {
            let place = error.slice.unwrap_or(error.pos);
            let junk = resource.source().get(place).unwrap_or_default();
            issues.push(CatalogIssue::NotAMessage {
                language: language.to_owned(),
                file: file.to_owned(),
                excerpt: excerpt(junk),
            });
        }
        resource
    });
    Some(resource)
}

/// The first line that says something, at most 60 cells of it.
fn excerpt(junk: &str) -> String {
    let line = junk.lines().map(str::trim).find(|line| !line.is_empty());
    fit(line.unwrap_or_default(), 60, WidthMode::Narrow).to_owned()
}

// The parser calls itself for each brace, so a file of nothing but braces would use up the stack.
fn is_too_deep(text: &str) -> bool {
    let mut depth = 0_usize;
    text.bytes().any(|byte| {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > 100
    })
}

/// 1200000 → 1,200,000, unless the message says `NUMBER($year, useGrouping: "false")`.
fn grouped<M>(value: &FluentValue, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let digits = number.as_string();
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut written = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in whole.char_indices() {
        let left = whole.len() - index;
        let follows_digit = written.ends_with(|c: char| c.is_ascii_digit());
        if number.options.use_grouping && follows_digit && left % 3 == 0 {
            written.push(',');
        }
        written.push(digit);
    }
    if !fraction.is_empty() {
        written.push('.');
        written.push_str(fraction);
    }
    Some(written)
}

#[cfg(test)]
mod tests;
