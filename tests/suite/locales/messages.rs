//! Which messages a Fluent text has, which variables they take and what they refer to.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{
    ast::{
        CallArguments, Entry, Expression, InlineExpression, Message, Pattern, PatternElement,
        Resource,
    },
    parser,
};

/// What the messages of a language (or of one file) are called, take and refer to.
#[derive(Debug, Default)]
pub(super) struct Messages {
    /// By id, `-id` of a term or `id.attribute`: the names of the variables.
    pub(super) variables: BTreeMap<String, BTreeSet<String>>,
    pub(super) references: BTreeSet<String>,
    pub(super) faults: Vec<String>,
}

impl Messages {
    pub(super) fn read(&mut self, ftl: &str) {
        let resource: Resource<&str> = parser::parse(ftl).unwrap_or_else(|(resource, _)| resource);
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => self.read_message(message),
                Entry::Term(term) => {
                    self.read_pattern(&format!("-{}", term.id.name), Some(&term.value));
                }
                Entry::Junk { content } => self.faults.push(format!("no message: {content}")),
                _ => {}
            }
        }
    }

    fn read_message(&mut self, message: &Message<&str>) {
        let id = message.id.name;
        self.read_pattern(id, message.value.as_ref());
        for attribute in &message.attributes {
            self.read_pattern(
                &format!("{id}.{}", attribute.id.name),
                Some(&attribute.value),
            );
        }
    }

    fn read_pattern(&mut self, id: &str, pattern: Option<&Pattern<&str>>) {
        let mut variables = BTreeSet::new();
        if let Some(pattern) = pattern {
            self.pattern(pattern, &mut variables);
        }
        if self.variables.insert(id.to_owned(), variables).is_some() {
            self.faults.push(format!("twice: {id}"));
        }
    }

    fn pattern(&mut self, pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression, variables);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>, variables: &mut BTreeSet<String>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, variables),
            Expression::Select { selector, variants } => {
                self.inline(selector, variables);
                for variant in variants {
                    self.pattern(&variant.value, variables);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
        let mut arguments: Option<&CallArguments<&str>> = None;
        match inline {
            InlineExpression::VariableReference { id } => {
                variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.references.insert(id.name.to_owned());
            }
            InlineExpression::TermReference {
                id,
                arguments: given,
                ..
            } => {
                self.references.insert(format!("-{}", id.name));
                arguments = given.as_ref();
            }
            InlineExpression::FunctionReference {
                arguments: given, ..
            } => arguments = Some(given),
            InlineExpression::Placeable { expression } => self.expression(expression, variables),
            _ => {}
        }
        for argument in arguments.iter().flat_map(|given| &given.positional) {
            self.inline(argument, variables);
        }
    }
}

/// What differs between a language and the first one.
pub(super) fn differences(first: &Messages, other: &Messages) -> Vec<String> {
    let mut found = Vec::new();
    for (id, variables) in &first.variables {
        match other.variables.get(id) {
            None => found.push(format!("lacks {id}")),
            Some(others) if others != variables => {
                found.push(format!("{id}: {others:?} instead of {variables:?}"));
            }
            Some(_) => {}
        }
    }
    let extra = other
        .variables
        .keys()
        .filter(|id| !first.variables.contains_key(*id));
    found.extend(extra.map(|id| format!("has {id} alone")));
    found
}
