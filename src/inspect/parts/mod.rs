//! The parts of a document, found by their words and their order.

mod appendix;
mod body;
mod closing;
mod header;
mod marker;
mod title;

pub use header::date_fields;
pub use marker::Marker;

use super::kind::{Kind, Regime, has_draft_mark, regime};
use super::observed::Observed;
use super::piece::{Piece, Worded, pieces};
use crate::decree::Component;

/// A line or a paragraph, and which part of the document it is.
#[derive(Debug, Clone)]
pub struct Part {
    /// What it is.
    pub component: Component,
    /// Where it is.
    pub piece: Piece,
    /// Its words in single spaces.
    pub text: String,
    /// The number or letter that it begins with.
    pub marker: Option<Marker>,
    /// Of which appendix, from 0; `None` for the document itself.
    pub appendix: Option<usize>,
}

impl Part {
    /// Its words without marks, case, spaces and punctuation.
    pub fn folded(&self) -> String {
        crate::vietnamese::fold(&self.text)
    }
}

/// What a document is and where its parts stand.
#[derive(Debug, Clone)]
pub struct Parts {
    /// The rules under which it is made.
    pub regime: Regime,
    /// Its kind.
    pub kind: Kind,
    /// Whether it says so, or leaves its number or day blank.
    pub is_draft: bool,
    /// Whether it is marked as a draft.
    pub has_draft_mark: bool,
    /// Its parts in the order of reading.
    pub all: Vec<Part>,
    /// The lines of `V/v` of a công văn.
    pub dispatch_subject: Vec<Piece>,
    /// The line with `Kính gửi`.
    pub addressee: Option<Piece>,
}

/// Where the search for the next part begins, and what was found so far.
struct Search<'a> {
    observed: &'a Observed,
    words: &'a [Worded],
    found: Vec<Part>,
}

impl Search<'_> {
    fn add(&mut self, component: Component, index: usize, appendix: Option<usize>) {
        let line = &self.words[index];
        let marker = marker::marker(&line.text);
        let (piece, text) = (line.piece, line.text.clone());
        self.found.push(Part { component, piece, text, marker, appendix });
    }

    /// Whether most letters of a line are bold.
    fn is_bold(&self, index: usize) -> bool {
        self.observed.share(self.words[index].piece, |face| face.is_bold) > 500
    }
}

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
        regime: regime(&words, number, kind),
        kind,
        is_draft: has_draft_mark || is_blank,
        has_draft_mark,
        dispatch_subject: head.dispatch_subject,
        addressee: title.addressee.map(|index| words[index].piece),
        all: found,
    }
}

impl Parts {
    /// The parts of the document itself that are a component.
    pub fn of(&self, component: Component) -> impl Iterator<Item = &Part> {
        self.all.iter().filter(move |part| part.component == component && part.appendix.is_none())
    }

    /// The parts of the document and its appendices that are a component.
    pub fn everywhere(&self, component: Component) -> impl Iterator<Item = &Part> {
        self.all.iter().filter(move |part| part.component == component)
    }

    /// The first part that is a component.
    pub fn first(&self, component: Component) -> Option<&Part> {
        self.of(component).next()
    }

    /// The last part that is a component.
    pub fn last(&self, component: Component) -> Option<&Part> {
        self.of(component).last()
    }

    /// The paragraphs of the body, with their titles, căn cứ not counted.
    pub fn body(&self) -> impl Iterator<Item = &Part> {
        self.all.iter().filter(|part| part.appendix.is_none() && is_of_body(part.component))
    }

    /// How many appendices there are.
    pub fn appendices(&self) -> usize {
        self.all.iter().filter_map(|part| part.appendix).max().map_or(0, |last| last + 1)
    }
}

fn is_of_body(component: Component) -> bool {
    matches!(
        component,
        Component::BodyText
            | Component::PartNumber
            | Component::PartTitle
            | Component::SectionTitle
            | Component::ClauseTitle
            | Component::PointTitle
    )
}
