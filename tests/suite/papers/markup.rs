//! Takes a page apart, strictly: every tag closed and quoted, every sign escaped. What a browser would forgive is an
//! error here.

use std::collections::BTreeMap;

/// A page taken apart.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) elements: Vec<Element>,
    /// What stands in `style`.
    pub(crate) css: String,
}

#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    /// All text in it, that of elements within it too, without `style`.
    pub(crate) text: String,
}

impl Element {
    pub(crate) fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    pub(crate) fn is(&self, class: &str) -> bool {
        self.attribute("class").split(' ').any(|c| c == class)
    }
}

impl Page {
    pub(crate) fn first(&self, name: &str) -> &Element {
        let found = self.elements.iter().find(|element| element.name == name);
        found.unwrap_or_else(|| panic!("no element {name}"))
    }

    pub(crate) fn with_class<'a>(&'a self, class: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements.iter().filter(move |e| e.is(class))
    }
}

/// The page, or what is wrong with it and where.
pub(crate) fn read(html: &str) -> Result<Page, String> {
    let mut rest = html.trim_start();
    rest = rest
        .strip_prefix("<!DOCTYPE html>")
        .ok_or("no doctype at the start")?;
    let mut page = Page::default();
    // The places of the elements that are open.
    let mut open: Vec<usize> = Vec::new();
    loop {
        let at = rest.find('<').unwrap_or(rest.len());
        let text = unescaped(&rest[..at])?;
        let in_style = open
            .last()
            .is_some_and(|e| page.elements[*e].name == "style");
        if in_style {
            page.css.push_str(&text);
        } else {
            for element in &open {
                page.elements[*element].text.push_str(&text);
            }
        }
        if open.is_empty() && !text.trim().is_empty() {
            return Err(format!("text outside: {text}"));
        }
        if at == rest.len() {
            break;
        }
        rest = &rest[at + 1..];
        let end = end_of_tag(rest)?;
        let tag = &rest[..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            let opened = open.pop().map(|element| &page.elements[element].name);
            if opened.map(String::as_str) != Some(name) {
                return Err(format!("</{name}> closes {opened:?}"));
            }
            continue;
        }
        let (tag, is_empty) = match tag.strip_suffix('/') {
            Some(tag) => (tag, true),
            None => (tag, false),
        };
        page.elements.push(element(tag.trim_end())?);
        if !is_empty {
            open.push(page.elements.len() - 1);
        }
    }
    match open.last() {
        Some(left) => Err(format!("<{}> is not closed", page.elements[*left].name)),
        None => Ok(page),
    }
}

/// Where the tag ends that has just begun; `>` may stand in quotes only escaped.
fn end_of_tag(rest: &str) -> Result<usize, String> {
    let end = rest.find('>').ok_or("a tag does not end")?;
    if rest[..end].contains('<') {
        return Err(format!("a tag in a tag: {}", &rest[..end]));
    }
    Ok(end)
}

fn element(tag: &str) -> Result<Element, String> {
    let (name, mut rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric()) {
        return Err(format!("not a name: {tag}"));
    }
    let mut attributes = BTreeMap::new();
    while !rest.trim_start().is_empty() {
        let (attribute, after) = rest
            .trim_start()
            .split_once("=\"")
            .ok_or_else(|| format!("an attribute without a value in quotes: {tag}"))?;
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if attribute.is_empty() || !attribute.chars().all(is_name) {
            return Err(format!("not an attribute: {attribute} in {tag}"));
        }
        let (value, after) = after
            .split_once('"')
            .ok_or_else(|| format!("a value that does not end: {tag}"))?;
        let value = unescaped(value)?;
        if attributes.insert(attribute.to_owned(), value).is_some() {
            return Err(format!("{attribute} stands twice: {tag}"));
        }
        if !after.is_empty() && !after.starts_with(char::is_whitespace) {
            return Err(format!("no space after a value: {tag}"));
        }
        rest = after;
    }
    Ok(Element {
        name: name.to_owned(),
        attributes,
        text: String::new(),
    })
}

/// The text with its numbered characters (`&#60;`) put back; no other way of escaping is ours.
fn unescaped(text: &str) -> Result<String, String> {
    let mut pieces = text.split('&');
    let mut read = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let escaped = piece.strip_prefix('#').and_then(|p| p.split_once(';'));
        let (number, after) = escaped.ok_or_else(|| format!("not escaped: &{piece}"))?;
        let c = number.parse().ok().and_then(char::from_u32);
        read.push(c.ok_or_else(|| format!("not a character: &#{number};"))?);
        read.push_str(after);
    }
    Ok(read)
}

#[test]
fn a_page_that_a_browser_would_forgive_is_an_error_here() {
    let page = |body: &str| read(&format!("<!DOCTYPE html>\n<html>{body}</html>\n"));
    let read = page("<p class=\"a b\">1 &#60; 2<br /></p>").expect("a page");
    assert_eq!(read.first("p").text, "1 < 2");
    assert!(read.first("p").is("b"));
    for wrong in [
        "<p>",
        "</p>",
        "<p><b></p></b>",
        "<p class=a></p>",
        "<p hidden></p>",
        "<p class=\"a\" class=\"b\"></p>",
        "<p class=\"a\"b=\"c\"></p>",
        "<p title=\"<\"></p>",
        "a & b",
        "a &nbsp; b",
        "<p",
        "<!-- -->",
    ] {
        assert!(page(wrong).is_err(), "{wrong}");
    }
    assert!(super::markup::read("<html></html>").is_err());
}
