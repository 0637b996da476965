//! Values that a text may name: `{{ kinh_phi.tong }}`, `{{ van_ban.qd90 }}`.
//!
//! The same strict Tera as in templates, but only expressions: no statement, no loop, no include. What comes out is words,
//! escaped later like any other. A document is cited in full where it is printed first and in short from then on, so its
//! citation travels as a mark and is written when the whole document is rendered.

#![expect(clippy::wildcard_enum_match_arm, reason = "Tera may name new kinds of error")]

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;

use serde::Serialize;
use tera::{Context, ErrorKind, Tera};

use super::filters;
use crate::diagnostic::{Code, Diagnostic};
use crate::plan::Text;
use crate::source::Span;

/// Starts the mark of a citation; no input holds this letter.
const CITATION_ON: char = '\u{f0011}';
/// Ends the mark of a citation.
const CITATION_OFF: char = '\u{f0012}';
/// Before an id: in full wherever it stands, as among the legal bases.
const IN_FULL: char = '!';

/// A document's citation.
#[derive(Debug, Clone)]
pub(super) struct Citation {
    /// Where it is printed first.
    pub(super) full: String,
    /// From then on.
    pub(super) short: String,
}

/// The mark of a citation.
pub(super) fn cite(id: &str) -> String {
    format!("{CITATION_ON}{id}{CITATION_OFF}")
}

/// The mark of a citation that is in full wherever it stands.
pub(super) fn cite_in_full(id: &str) -> String {
    format!("{CITATION_ON}{IN_FULL}{id}{CITATION_OFF}")
}

/// Writes the citations of a rendered document in the order in which they are printed.
pub(super) fn write_citations(xml: &str, citations: &BTreeMap<String, Citation>) -> String {
    let mut cited = Vec::new();
    replace(xml, |id| {
        let (id, in_full) = id.strip_prefix(IN_FULL).map_or((id, false), |id| (id, true));
        let Some(citation) = citations.get(id) else { return String::new() };
        let first = !cited.contains(&id.to_owned());
        cited.push(id.to_owned());
        escape(if first || in_full { &citation.full } else { &citation.short })
    })
}

/// Writes the citations of a text that is not printed, in short.
pub(super) fn write_short(text: &str, citations: &BTreeMap<String, Citation>) -> String {
    replace(text, |id| {
        citations.get(id.trim_start_matches(IN_FULL)).map(|citation| citation.short.clone()).unwrap_or_default()
    })
}

fn replace(text: &str, mut write: impl FnMut(&str) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(CITATION_ON) {
        out.push_str(before);
        let (id, after) = after.split_once(CITATION_OFF).unwrap_or((after, ""));
        out.push_str(&write(id));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Values without those that are not there: naming one is a mistake, not an empty word.
fn without_nothing(value: serde_json::Value) -> serde_json::Value {
    use serde_json::Value;
    match value {
        Value::Object(entries) => Value::Object(
            entries
                .into_iter()
                .filter(|(_, value)| !value.is_null())
                .map(|(key, value)| (key, without_nothing(value)))
                .collect(),
        ),
        Value::Array(items) => Value::Array(items.into_iter().map(without_nothing).collect()),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value,
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The values of one plan, and what went wrong in the texts that name them.
pub(super) struct Values<V> {
    /// Makes the values, the first time that a text names one.
    make: V,
    made: OnceCell<(Tera, Context)>,
    faults: RefCell<Vec<Diagnostic>>,
}

impl<S: Serialize, V: Fn() -> S> Values<V> {
    pub(super) fn new(make: V) -> Self {
        Self { make, made: OnceCell::new(), faults: RefCell::new(Vec::new()) }
    }

    /// What went wrong, each text once.
    pub(super) fn faults(self) -> Vec<Diagnostic> {
        let mut faults = self.faults.into_inner();
        faults.sort_by(|a, b| a.place().cmp(&b.place()));
        faults.dedup();
        faults
    }

    /// A clerk's words with the values they name.
    pub(super) fn expand(&self, text: &Text) -> String {
        let words = &text.words;
        if !["{{", "{%", "{#"].iter().any(|mark| words.contains(mark)) {
            return words.clone();
        }
        if let Some(mark) = ["{%", "{#"].into_iter().find(|mark| words.contains(mark)) {
            self.fault(
                text,
                mark,
                format!("«{mark}» không dùng được trong câu"),
                "trong câu chỉ gọi được giá trị: {{ kinh_phi.tong }}",
            );
            return words.clone();
        }
        let (tera, context) = self.made.get_or_init(|| {
            let mut tera = Tera::default();
            filters::register(&mut tera);
            filters::forbid_functions(&mut tera);
            let values = serde_json::to_value((self.make)()).expect("the values of a plan serialize");
            let context = Context::from_serialize(&without_nothing(values)).expect("the values of a plan serialize");
            (tera, context)
        });
        match tera.render_str(words, context, false) {
            // A group of values prints as Tera writes maps.
            Ok(expanded) if words.contains("{\"") || !expanded.contains("{\"") => expanded,
            Ok(_) => {
                self.fault(
                    text,
                    "{{",
                    "giá trị được gọi là một nhóm".to_owned(),
                    "gọi một khóa của nhóm, ví dụ {{ chi_tieu.ho_ngheo.gia_tri }}",
                );
                words.clone()
            }
            Err(error) => {
                let (message, place) = match error.kind() {
                    ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                        (report.message().to_owned(), words.get(report.span().range.clone()).unwrap_or("{{").to_owned())
                    }
                    other => (other.to_string(), "{{".to_owned()),
                };
                let (_, message) =
                    super::error::explain(&message, Code::UndefinedValue, "câu gọi giá trị sai cách viết");
                let message = message.replace("mẫu dùng", "câu gọi");
                self.fault(
                    text,
                    &place,
                    message,
                    "các giá trị gọi được nằm trong hướng dẫn, phần «Gọi số liệu trong câu»",
                );
                words.clone()
            }
        }
    }

    /// Notes a fault at the first place of some letters in a text, as the clerk wrote it.
    fn fault(&self, text: &Text, letters: &str, message: String, help: &str) {
        let written = text.span.text();
        let last_word = letters.rsplit(['.', '[']).next().unwrap_or(letters);
        let found = written.find(letters).map(|at| (at, letters.len()));
        let found = found.or_else(|| written.find(last_word).map(|at| (at, last_word.len())));
        let (at, length) = found.unwrap_or((0, written.lines().next().map_or(0, str::len)));
        let start = text.span.range.start + at;
        let span = Span::new(&text.span.file, start..start + length);
        self.faults.borrow_mut().push(Diagnostic::error(Code::UndefinedValue, span, message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_cited_in_full_once() {
        let citation =
            Citation { full: "Quyết định số 1 & ngày".to_owned(), short: "Quyết định số 1".to_owned() };
        let citations = BTreeMap::from([("a".to_owned(), citation)]);
        let xml = format!("<p>{}</p><p>{}</p><p>{}</p>", cite("a"), cite("a"), cite_in_full("a"));
        assert_eq!(
            write_citations(&xml, &citations),
            "<p>Quyết định số 1 &amp; ngày</p><p>Quyết định số 1</p><p>Quyết định số 1 &amp; ngày</p>"
        );
    }
}
