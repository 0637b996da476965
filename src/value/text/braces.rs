//! What stands in `{{ }}`: the name of a value and its filters.

use super::parts::Filter;
use crate::source::Span;
use crate::value::id::is_id;

/// What was read between the braces.
pub(super) enum Inside {
    /// The name of a value, split and as written.
    Value { path: Vec<String>, filters: Vec<Filter>, name: String },
    /// Words in quotes, printed as they are.
    Literal(String),
    /// Neither.
    NoName(String),
    /// A filter that is not known.
    UnknownFilter(String),
}

/// What stands between braces is not longer, in bytes: no name with all its filters is.
const LONGEST: usize = 400;

/// Where `}}` stands in a text that begins with `{{`; one in quotes does not count.
pub(super) fn end(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, letter) in text.char_indices().skip(2).take_while(|(at, _)| *at <= LONGEST) {
        match quote {
            Some(open) if open == letter => quote = None,
            Some(_) => {}
            None if letter == '"' || letter == '\'' => quote = Some(letter),
            None if text[at..].starts_with("}}") => return Some(at),
            None => {}
        }
    }
    // A quote that nothing closes is a letter like any other.
    text.as_bytes()[2..].windows(2).take(LONGEST).position(|pair| pair == b"}}").map(|at| at + 2)
}

/// Reads what stands between `{{` and `}}`.
pub(super) fn read(inside: &str) -> Inside {
    let inside = inside.trim();
    if let Some(words) = quoted(inside) {
        return Inside::Literal(words.to_owned());
    }
    let mut parts = inside.split('|').map(str::trim);
    let name = parts.next().unwrap_or_default();
    let mut filters = Vec::new();
    for part in parts {
        match Filter::ALL.iter().find(|(_, known)| *known == part) {
            Some((filter, _)) => filters.push(*filter),
            None => return Inside::UnknownFilter(part.to_owned()),
        }
    }
    let path: Vec<String> = name.split('.').map(str::to_owned).collect();
    if !path.iter().all(|part| is_id(part)) {
        return Inside::NoName(inside.to_owned());
    }
    Inside::Value { path, filters, name: name.to_owned() }
}

fn quoted(inside: &str) -> Option<&str> {
    ['"', '\''].into_iter().find_map(|quote| {
        let words = inside.strip_prefix(quote)?.strip_suffix(quote)?;
        (!words.contains(quote)).then_some(words)
    })
}

/// Where the name stands within the place of its braces.
pub(super) fn name_span(whole: &Span, name: &str) -> Span {
    match whole.text().find(name) {
        Some(at) => Span::new(&whole.file, whole.range.start + at..whole.range.start + at + name.len()),
        None => whole.clone(),
    }
}
