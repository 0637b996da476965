//! What is wrong with the words of a plan, read once for all rules.

use super::written::{letters, places};
use crate::language::{Fault, Finding, Mixed, Scanner};
use crate::plan::Plan;
use crate::schema::{Visitor, Walk};
use crate::source::Span;
use crate::value::Text;

/// What was read in the words of a plan.
#[derive(Debug)]
pub(super) struct Words<'a> {
    pub(super) found: Vec<Found<'a>>,
    pub(super) mixed: Vec<Mixed<&'a Text>>,
}

/// A fault in a text.
#[derive(Debug)]
pub(super) struct Found<'a> {
    pub(super) text: &'a Text,
    pub(super) finding: Finding,
    /// Where the words stand, if they stand there as they are read.
    pub(super) place: Option<Span>,
}

#[derive(Default)]
struct Texts<'a>(Vec<&'a Text>);

impl<'a> Visitor<'a> for Texts<'a> {
    fn text(&mut self, text: &'a Text) {
        self.0.push(text);
    }
}

/// Every text inside something.
pub(super) fn texts(walked: &impl Walk) -> Vec<&Text> {
    let mut texts = Texts::default();
    walked.walk(&mut texts);
    texts.0
}

/// Whether a fault is one in the title of another document too, which is cited as it was issued.
fn is_mended_in_titles(fault: Fault) -> bool {
    matches!(
        fault,
        Fault::ImpossibleSyllable
            | Fault::Slip
            | Fault::DoubledWord
            | Fault::Quote
            | Fault::Spacing
            | Fault::DoubledSpace
    )
}

impl<'a> Words<'a> {
    /// Reads every text of a plan, those of its registers too.
    pub(super) fn of(plan: &'a Plan) -> Self {
        let mut scanner = Scanner::default();
        let mut found = Vec::new();
        let mut cited: Vec<*const Text> = texts(&plan.documents).into_iter().map(std::ptr::from_ref).collect();
        cited.sort_unstable();
        for text in texts(plan) {
            let letters = letters(text);
            let is_cited = cited.binary_search(&std::ptr::from_ref(text)).is_ok();
            // Titles of other documents tell nothing of how this one is written.
            let findings = scanner.read(&letters, (!is_cited).then_some(&text));
            if findings.is_empty() {
                continue;
            }
            let kept: Vec<_> = findings.into_iter().filter(|one| !is_cited || is_mended_in_titles(one.fault)).collect();
            let ranges: Vec<_> = kept.iter().map(|finding| finding.range.clone()).collect();
            let places = places(text, &letters, &ranges);
            found.extend(kept.into_iter().zip(places).map(|(finding, place)| Found { text, finding, place }));
        }
        let mixed = scanner.mixed();
        Self { found, mixed }
    }
}

/// The texts that stand in cells of tables.
pub(super) fn cells(plan: &Plan) -> Vec<&Text> {
    plan.tables().into_iter().flat_map(|table| texts(table)).collect()
}
