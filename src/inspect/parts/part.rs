//! What a document is and where its parts stand, once they are found.

use super::marker::Marker;
use crate::decree::Component;
use crate::inspect::kind::{Kind, Regime};
use crate::inspect::piece::Piece;
use crate::vietnamese::fold;

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
        fold(&self.text)
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

    /// The parts of each appendix, in order.
    pub fn by_appendix(&self) -> Vec<Vec<&Part>> {
        let mut found: Vec<Vec<&Part>> = vec![Vec::new(); self.appendices()];
        for part in &self.all {
            if let Some(own) = part.appendix.and_then(|nth| found.get_mut(nth)) {
                own.push(part);
            }
        }
        found
    }

    /// How many appendices there are.
    fn appendices(&self) -> usize {
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
