//! Ids that are declared twice.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;

/// A finding for each id that has been declared before, first things first.
pub(super) fn declared_twice<'a>(what: &str, ids: impl IntoIterator<Item = (&'a str, &'a Span)>) -> Vec<Diagnostic> {
    let mut known = BTreeMap::new();
    let mut found = Vec::new();
    for (id, span) in ids {
        let first = *known.entry(id).or_insert(span);
        if !std::ptr::eq(first, span) {
            found.push(declared_before(what, id, first, span));
        }
    }
    found
}

/// The finding that an id has been declared before.
pub(super) fn declared_before(what: &str, id: &str, first: &Span, span: &Span) -> Diagnostic {
    let message = format!("{what} «{id}» đã được khai báo ở nơi khác");
    Diagnostic::error(Code::DuplicateId, span.clone(), message)
        .label(first.clone(), "khai báo ở đây")
        .help("đặt mã khác cho một trong hai")
}
