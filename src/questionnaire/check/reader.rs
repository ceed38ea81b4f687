//! Takes values out of JSON and keeps the path to each, collecting issues as it goes.
//! Gives a stand-in for what it cannot read, so that reading always goes on.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

use super::node::{Ids, Members, Node, Path, member, shape_of};
use super::problem::{Issue, Problem, Shape, Thing};
use super::spelling::{hidden, is_date, is_language, is_url, is_version, shown};
use super::{Count, no_text};
use crate::questionnaire::id::is_id;
use crate::questionnaire::pack::{Localized, Range};
use crate::questionnaire::raw::Raw;
use crate::questionnaire::seen::says_nothing;

/// The longest text of a pack, in characters: about a screen and a half.
const LONGEST_TEXT: usize = 1000;

#[derive(Default)]
pub(super) struct Reader {
    issues: Vec<Issue>,
    /// Those of the pack, once read. None: texts may have any.
    languages: Vec<Arc<str>>,
    /// The pack is of a format that has the members which came later.
    pub(super) knows_later_members: bool,
}

impl Reader {
    pub(super) fn into_issues(self) -> Vec<Issue> {
        self.issues
    }

    pub(super) fn push(&mut self, path: Path, problem: Problem) {
        let path = path.into_text();
        self.issues.push(Issue { path, problem });
    }

    pub(super) fn wrong_shape(&mut self, node: &Node, expected: Shape) {
        let found = shape_of(node.value);
        self.push(node.path.clone(), Problem::WrongShape { expected, found });
    }

    /// The members of an object that must have each of `names` and no other.
    pub(super) fn members<'v>(&mut self, node: Option<Node<'v>>, names: &[&str]) -> Members<'v> {
        self.members_and(node, names, &[])
    }

    /// The members of an object that must have each of `names`, may have those that came `later` if the pack is of
    /// their format, and no other.
    pub(super) fn members_and<'v>(
        &mut self,
        node: Option<Node<'v>>,
        names: &[&str],
        later: &[&str],
    ) -> Members<'v> {
        let Some(node) = node else {
            return Members {
                path: Path::root(false),
                map: None,
            };
        };
        let Raw::Members(map) = node.value else {
            self.wrong_shape(&node, Shape::Members);
            return Members {
                path: node.path,
                map: None,
            };
        };
        for name in names {
            if self.member_once(&node.path, map, name).is_none() {
                self.push(node.path.member(name), Problem::MissingMember);
            }
        }
        let later = if self.knows_later_members { later } else { &[] };
        for name in later {
            self.member_once(&node.path, map, name);
        }
        let is_known = |name: &str| names.contains(&name) || later.contains(&name);
        for (name, _) in map.iter().filter(|(name, _)| !is_known(name)) {
            self.push(node.path.member(name), Problem::UnknownMember);
        }
        Members {
            path: node.path,
            map: Some(map),
        }
    }

    /// The entries of a list, at most as many as there may be; None if it is no list.
    pub(super) fn list<'v>(
        &mut self,
        node: Option<Node<'v>>,
        count: Count,
    ) -> Option<Vec<Node<'v>>> {
        let node = node?;
        let Raw::List(values) = node.value else {
            self.wrong_shape(&node, Shape::List);
            return None;
        };
        let found = values.len();
        if found < count.least {
            let least = count.least;
            self.push(node.path.clone(), Problem::TooFew { least, found });
        } else if found > count.most {
            let most = count.most;
            self.push(node.path.clone(), Problem::TooMany { most, found });
        }
        let entry = |(index, value)| Node {
            path: node.path.entry(index),
            value,
        };
        Some(
            values
                .iter()
                .take(count.most)
                .enumerate()
                .map(entry)
                .collect(),
        )
    }

    /// A list of things with ids: what `read` makes of each, and their ids.
    pub(super) fn things<T>(
        &mut self,
        node: Option<Node>,
        count: Count,
        mut read: impl FnMut(&mut Self, Node) -> (String, T),
    ) -> (Vec<T>, Ids) {
        let mut whole = node
            .as_ref()
            .and_then(|node| match node.value {
                Raw::List(values) => Some(values.len()),
                _ => None,
            })
            .is_some_and(|length| (count.least..=count.most).contains(&length));
        let nodes = self.list(node, count).unwrap_or_default();
        let mut ids = HashSet::new();
        let mut things = Vec::new();
        for node in nodes {
            let path = node.path.member("id");
            let (id, thing) = read(self, node);
            whole &= !id.is_empty();
            self.told_once(&mut ids, path, &id);
            things.push(thing);
        }
        let ids = if whole { Ids::These(ids) } else { Ids::Any };
        (things, ids)
    }

    /// The member of this name, which must not stand there twice.
    fn member_once<'v>(
        &mut self,
        path: &Path,
        map: &'v [(Cow<'v, str>, Raw<'v>)],
        name: &str,
    ) -> Option<&'v Raw<'v>> {
        if map.iter().filter(|(known, _)| known == name).count() > 1 {
            let text = shown(name);
            self.push(path.member(name), Problem::Duplicate { text });
        }
        member(map, name)
    }

    fn told_once(&mut self, before: &mut HashSet<String>, path: Path, id: &str) {
        if !id.is_empty() && !before.insert(id.to_owned()) {
            let text = shown(id);
            self.push(path, Problem::Duplicate { text });
        }
    }

    /// A list of ids, each of which names something and stands there once.
    pub(super) fn references(
        &mut self,
        node: Option<Node>,
        count: Count,
        known: &Ids,
        thing: Thing,
    ) -> Vec<String> {
        let mut before = HashSet::new();
        let mut ids = Vec::new();
        for node in self.list(node, count).unwrap_or_default() {
            let path = node.path.clone();
            let id = self.reference(Some(node), known, thing);
            self.told_once(&mut before, path, &id);
            ids.push(id);
        }
        ids
    }

    pub(super) fn reference(&mut self, node: Option<Node>, known: &Ids, thing: Thing) -> String {
        let Some((path, id)) = self.string(node) else {
            return String::new();
        };
        if !known.know(id) {
            let id = shown(id);
            self.push(path, Problem::NoSuch { thing, id });
        }
        id.to_owned()
    }

    /// An id as it stands, a bad one too (so that what names it is not wrong as well);
    /// empty if it is no text.
    pub(super) fn id(&mut self, node: Option<Node>) -> String {
        self.shaped(node, is_id, |text| Problem::NotAnId { text })
    }

    pub(super) fn version(&mut self, node: Option<Node>) -> String {
        self.shaped(node, is_version, |text| Problem::NotAVersion { text })
    }

    pub(super) fn date(&mut self, node: Option<Node>) -> String {
        self.shaped(node, is_date, |text| Problem::NotADate { text })
    }

    pub(super) fn url(&mut self, node: Node) -> String {
        self.shaped(Some(node), is_url, |text| Problem::NotAUrl { text })
    }

    fn shaped(
        &mut self,
        node: Option<Node>,
        fits: fn(&str) -> bool,
        problem: fn(String) -> Problem,
    ) -> String {
        let Some((path, text)) = self.string(node) else {
            return String::new();
        };
        if !fits(text) {
            self.push(path, problem(shown(text)));
        }
        text.to_owned()
    }

    /// Nothing (null), or what `read` makes of it.
    pub(super) fn optional<T>(
        &mut self,
        node: Option<Node>,
        read: impl FnOnce(&mut Self, Node) -> T,
    ) -> Option<T> {
        let node = node.filter(|node| *node.value != Raw::Null)?;
        Some(read(self, node))
    }

    /// The languages of the pack. Every text read after this is held to them,
    /// unless one of them is wrong: else that would be told again with every text.
    pub(super) fn read_languages(&mut self, node: Option<Node>, count: Count) -> Vec<String> {
        let issues = self.issues.len();
        let mut before = HashSet::new();
        for node in self.list(node, count).unwrap_or_default() {
            let path = node.path.clone();
            let language = self.shaped(Some(node), is_language, |text| Problem::NotALanguage {
                text,
            });
            self.told_once(&mut before, path, &language);
            if !language.is_empty() && !self.has_language(&language) {
                self.languages.push(language.into());
            }
        }
        let duplicate = |issue: &Issue| matches!(issue.problem, Problem::Duplicate { .. });
        if !self.issues[issues..].iter().all(duplicate) {
            self.languages.clear();
        }
        self.languages.iter().map(ToString::to_string).collect()
    }

    fn has_language(&self, language: &str) -> bool {
        self.languages.iter().any(|known| **known == *language)
    }

    /// A text in each language of the pack.
    pub(super) fn text(&mut self, node: Option<Node>) -> Localized {
        let Some(node) = node else { return no_text() };
        let Raw::Members(map) = node.value else {
            self.wrong_shape(&node, Shape::Members);
            return no_text();
        };
        let mut texts = Vec::with_capacity(self.languages.len());
        for at in 0..self.languages.len() {
            let language = Arc::clone(&self.languages[at]);
            let path = node.path.member(&language);
            if let Some(value) = self.member_once(&node.path, map, &language) {
                let text = self.line(Some(Node { path, value }));
                texts.push((language, text));
            } else {
                let language = language.to_string();
                self.push(path, Problem::MissingLanguage { language });
            }
        }
        self.other_languages(&node.path, map);
        if texts.is_empty() {
            return no_text();
        }
        Localized::new(texts)
    }

    fn other_languages(&mut self, path: &Path, map: &[(Cow<'_, str>, Raw<'_>)]) {
        for (name, value) in map {
            let path = path.member(name);
            if self.languages.is_empty() {
                self.line(Some(Node { path, value }));
            } else if !self.has_language(name) {
                let language = shown(name);
                self.push(path, Problem::UnlistedLanguage { language });
            }
        }
    }

    /// One line of text for people.
    pub(super) fn line(&mut self, node: Option<Node>) -> String {
        let Some((path, text)) = self.string(node) else {
            return String::new();
        };
        if says_nothing(text) {
            self.push(path, Problem::EmptyText);
        } else if text.len() > LONGEST_TEXT && text.chars().nth(LONGEST_TEXT).is_some() {
            let most = LONGEST_TEXT;
            self.push(path, Problem::TooLong { most });
        } else if let Some(hidden) = text.chars().find(|c| hidden(*c)) {
            let code = u32::from(hidden);
            self.push(path, Problem::HiddenCharacter { code });
        }
        text.to_owned()
    }

    fn string<'v>(&mut self, node: Option<Node<'v>>) -> Option<(Path, &'v str)> {
        let node = node?;
        if let Raw::Text(text) = node.value {
            return Some((node.path, text));
        }
        self.wrong_shape(&node, Shape::Text);
        None
    }

    pub(super) fn yes_no(&mut self, node: Option<Node>) -> bool {
        let Some(node) = node else { return false };
        if let Raw::Bool(is_so) = node.value {
            return *is_so;
        }
        self.wrong_shape(&node, Shape::YesOrNo);
        false
    }

    pub(super) fn whole_number(&mut self, node: Option<Node>, least: u8, most: u8) -> u8 {
        let Some(node) = node else { return least };
        let Raw::Number(written) = node.value else {
            self.wrong_shape(&node, Shape::Number);
            return least;
        };
        let number = written.as_u64().and_then(|n| u8::try_from(n).ok());
        if let Some(number) = number.filter(|number| (least..=most).contains(number)) {
            return number;
        }
        let found = shown(&written.to_string());
        let problem = Problem::NotBetween { least, most, found };
        self.push(node.path, problem);
        least
    }

    pub(super) fn one_of<T: Clone>(
        &mut self,
        node: Option<Node>,
        choices: &[(&'static str, T)],
    ) -> Option<T> {
        let (path, text) = self.string(node)?;
        let found = choice(choices, text);
        if found.is_none() {
            let text = shown(text);
            let choices = names(choices);
            self.push(path, Problem::NotOneOf { text, choices });
        }
        found
    }

    /// One of `steps` (`A`), or from a lower to a higher one (`A-B`).
    pub(super) fn range<T: Clone + Ord>(
        &mut self,
        node: Option<Node>,
        steps: &[(&'static str, T)],
    ) -> Option<Range<T>> {
        let (path, text) = self.string(node)?;
        let (from, to) = match text.split_once('-') {
            Some((from, to)) => (choice(steps, from), choice(steps, to)),
            None => (choice(steps, text), choice(steps, text)),
        };
        let shown = shown(text);
        let problem = match (from, to) {
            (Some(from), Some(to)) if from < to || !text.contains('-') => {
                return Some(Range { from, to });
            }
            (Some(_), Some(_)) => Problem::ReversedRange { text: shown },
            _ => Problem::NotARange {
                text: shown,
                steps: names(steps),
            },
        };
        self.push(path, problem);
        None
    }
}

fn choice<T: Clone>(choices: &[(&'static str, T)], text: &str) -> Option<T> {
    choices
        .iter()
        .find(|(name, _)| *name == text)
        .map(|(_, value)| value.clone())
}

fn names<T>(choices: &[(&'static str, T)]) -> Vec<&'static str> {
    choices.iter().map(|(name, _)| *name).collect()
}
