//! The parts of a document, found by their words and their order.

mod appendix;
mod body;
mod closing;
mod header;
mod marker;
mod part;
mod search;
mod title;

pub use header::date_fields;
pub use marker::Marker;
pub use part::{Part, Parts};

use self::search::Search;
use super::kind::{Kind, has_draft_mark, regime};
use super::observed::Observed;
use super::piece::pieces;
use crate::decree::Component;

/// Finds the parts of a document.
pub fn find(observed: &Observed) -> Parts {
    let words = pieces(observed);
    let mut search = Search { observed, words: &words, found: Vec::new() };
    let head = header::find(&mut search);
    let title = title::find(&mut search, &head);
    let kind = match (title.kind, head.dispatch_subject.is_empty()) {
        (Some(index), _) => Kind::of_type(index),
        (None, false) => Kind::Dispatch,
        (None, true) if title.addressee.is_some() => Kind::Dispatch,
        (None, true) => Kind::Unknown,
    };
    let end = closing::find(&mut search, title.end);
    body::find(&mut search, title.end..end.start, None);
    appendix::find(&mut search, end.end);
    let mut found = search.found;
    found.sort_by_key(|part| part.piece);
    let text = |component| found.iter().find(|part: &&Part| part.component == component).map(|part| part.text.as_str());
    let number = text(Component::NumberSymbol);
    let has_draft_mark = has_draft_mark(observed, &words);
    let is_blank =
        number.is_some_and(header::is_number_blank) || text(Component::PlaceDate).is_some_and(header::is_day_blank);
    Parts {
        regime: regime(&words, number, kind, text(Component::Issuer).is_some()),
        kind,
        is_draft: has_draft_mark || is_blank,
        has_draft_mark,
        dispatch_subject: head.dispatch_subject,
        addressee: title.addressee.map(|index| words[index].piece),
        all: found,
    }
}
