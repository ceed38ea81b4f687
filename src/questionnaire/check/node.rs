//! JSON values with the path to each, and the ids that a pack has.
//! Only looks; `reader` says what is wrong.

use std::borrow::Cow;
use std::collections::HashSet;

use super::problem::Shape;
use super::spelling::member_path;
use crate::questionnaire::raw::Raw;

/// Where a value stands, such as `sections[2].forms[0]`.
// Only issues need it, and a pack seldom has one: to spell out the path of every value took longer
// than all the rest of checking. So it stays untold until it is known that there are issues.
#[derive(Clone)]
pub(super) struct Path(Option<String>);

impl Path {
    /// That of the whole value. What lies below an untold path is untold too.
    pub(super) fn root(is_told: bool) -> Self {
        Self(is_told.then(String::new))
    }

    pub(super) fn member(&self, name: &str) -> Self {
        Self(self.0.as_ref().map(|path| member_path(path, name)))
    }

    pub(super) fn entry(&self, index: usize) -> Self {
        Self(self.0.as_ref().map(|path| format!("{path}[{index}]")))
    }

    /// Empty if untold.
    pub(super) fn into_text(self) -> String {
        self.0.unwrap_or_default()
    }
}

/// A value and where it stands.
pub(super) struct Node<'v> {
    pub path: Path,
    pub value: &'v Raw<'v>,
}

/// The members of an object; none if it was no object, which has been told by then.
pub(super) struct Members<'v> {
    pub path: Path,
    pub map: Option<&'v [(Cow<'v, str>, Raw<'v>)]>,
}

impl<'v> Members<'v> {
    /// One of the members that were asked for. A missing one has been told already.
    pub(super) fn get(&self, name: &str) -> Option<Node<'v>> {
        let value = member(self.map?, name)?;
        Some(Node {
            path: self.path.member(name),
            value,
        })
    }
}

/// The member of this name; the last, where it stands twice.
pub(super) fn member<'v>(
    members: &'v [(Cow<'v, str>, Raw<'v>)],
    name: &str,
) -> Option<&'v Raw<'v>> {
    let named = |(known, _): &&(Cow<'v, str>, Raw<'v>)| known == name;
    members.iter().rev().find(named).map(|(_, value)| value)
}

/// Ids that may be named.
pub(super) enum Ids {
    These(HashSet<String>),
    /// They could not be read: every id passes.
    Any,
}

impl Ids {
    pub(super) fn add<'a>(&mut self, more: impl Iterator<Item = &'a str>) {
        if let Self::These(ids) = self {
            ids.extend(more.map(str::to_owned));
        }
    }

    pub(super) fn know(&self, id: &str) -> bool {
        match self {
            Self::These(ids) => ids.contains(id),
            Self::Any => true,
        }
    }
}

pub(super) fn shape_of(value: &Raw<'_>) -> Shape {
    match value {
        Raw::Null => Shape::Nothing,
        Raw::Bool(_) => Shape::YesOrNo,
        Raw::Number(_) => Shape::Number,
        Raw::Text(_) => Shape::Text,
        Raw::List(_) => Shape::List,
        Raw::Members(_) => Shape::Members,
    }
}
