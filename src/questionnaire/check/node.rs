//! JSON values with the path to each, and the ids that a pack has.
//! Only looks; `reader` says what is wrong.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::problem::Shape;
use super::spelling::member_path;

/// A value and where it stands.
pub(super) struct Node<'v> {
    pub path: String,
    pub value: &'v Value,
}

impl<'v> Node<'v> {
    pub(super) fn root(value: &'v Value) -> Self {
        Self {
            path: String::new(),
            value,
        }
    }
}

/// The members of an object; none if it was no object, which has been told by then.
pub(super) struct Members<'v> {
    pub path: String,
    pub map: Option<&'v Map<String, Value>>,
}

impl<'v> Members<'v> {
    /// One of the members that were asked for. A missing one has been told already.
    pub(super) fn get(&self, name: &str) -> Option<Node<'v>> {
        let value = self.map?.get(name)?;
        Some(Node {
            path: self.path_of(name),
            value,
        })
    }

    pub(super) fn path_of(&self, name: &str) -> String {
        member_path(&self.path, name)
    }
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

pub(super) fn shape_of(value: &Value) -> Shape {
    match value {
        Value::Null => Shape::Nothing,
        Value::Bool(_) => Shape::YesOrNo,
        Value::Number(_) => Shape::Number,
        Value::String(_) => Shape::Text,
        Value::Array(_) => Shape::List,
        Value::Object(_) => Shape::Members,
    }
}
