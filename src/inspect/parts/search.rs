//! What the search for the parts of a document works on, and what it has found.

use super::marker::marker;
use super::part::Part;
use crate::decree::Component;
use crate::inspect::observed::Observed;
use crate::inspect::piece::Worded;

/// Where the search for the next part begins, and what was found so far.
pub(super) struct Search<'a> {
    pub(super) observed: &'a Observed,
    pub(super) words: &'a [Worded],
    pub(super) found: Vec<Part>,
}

impl Search<'_> {
    pub(super) fn add(&mut self, component: Component, index: usize, appendix: Option<usize>) {
        let line = &self.words[index];
        let marker = marker(&line.text);
        let (piece, text) = (line.piece, line.text.clone());
        self.found.push(Part { component, piece, text, marker, appendix });
    }

    /// Adds a line with words of its own: those of the next line too.
    pub(super) fn add_as(&mut self, component: Component, index: usize, text: String) {
        let piece = self.words[index].piece;
        self.found.push(Part { component, piece, marker: marker(&text), text, appendix: None });
    }

    /// Whether most letters of a line are bold.
    pub(super) fn is_bold(&self, index: usize) -> bool {
        self.observed.share(self.words[index].piece, |face| face.is_bold) > 500
    }
}
