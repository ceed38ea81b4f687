//! Which messages a Rust source or a template names. Reads just enough of the language for that.

/// The contents of the string literals of a Rust source, without its tests and comments.
pub(super) fn literals(source: &str) -> Vec<String> {
    let mut rest = source.split("#[cfg(test)]").next().unwrap_or_default();
    let mut found = Vec::new();
    while let Some(at) = rest.find(['"', '/', '\'']) {
        let before = &rest[..at];
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("//") {
            rest = comment.find('\n').map_or("", |end| &comment[end..]);
        } else if let Some(literal) = rest.strip_prefix('"') {
            let hashes = before.len() - before.trim_end_matches('#').len();
            let is_raw = before.trim_end_matches('#').ends_with('r');
            let end = if is_raw {
                raw_end(literal, hashes)
            } else {
                plain_end(literal)
            };
            found.push(literal[..end].to_owned());
            rest = &literal[(end + 1).min(literal.len())..];
        } else {
            rest = &rest[quoted_char(rest)..];
        }
    }
    found
}

fn raw_end(literal: &str, hashes: usize) -> usize {
    let end = format!("\"{}", "#".repeat(hashes));
    literal.find(&end).unwrap_or(literal.len())
}

fn plain_end(literal: &str) -> usize {
    let mut escaped = false;
    let is_end = |(_, c): &(usize, char)| {
        let ends = *c == '"' && !escaped;
        escaped = *c == '\\' && !escaped;
        ends
    };
    literal
        .char_indices()
        .find(is_end)
        .map_or(literal.len(), |(end, _)| end)
}

/// The bytes of `'"'` or `'\''`; one for a lifetime or a slash.
fn quoted_char(rest: &str) -> usize {
    ["'\"'", "'\\''", "'\\\"'"]
        .iter()
        .find(|quoted| rest.starts_with(**quoted))
        .map_or(1, |quoted| quoted.len())
}

pub(super) fn is_id(literal: &str) -> bool {
    literal.starts_with(|c: char| c.is_ascii_lowercase())
        && literal
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

/// The ids that stand in a call of `Message::new`.
pub(super) fn asked_for(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let calls = code.split("Message::new(").skip(1);
    calls
        .filter_map(|call| call.trim_start().strip_prefix('"')?.split('"').next())
        .map(ToOwned::to_owned)
        .collect()
}

/// The ids that a template asks the locales for.
pub(super) fn said_in(template: &str) -> Vec<String> {
    let calls = template.split("say(\"").skip(1);
    calls
        .filter_map(|call| call.split('"').next())
        .map(ToOwned::to_owned)
        .collect()
}
