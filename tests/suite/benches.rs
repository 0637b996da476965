//! The plans that the benches measure: a bench that fails is found here, not by whoever measures next.

#[path = "../../benches/phases/plans.rs"]
mod plans;

use std::collections::BTreeSet;

use kehoach::decree::{Decree, TypeSet};
use kehoach::plan::Shared;
use kehoach::source::SourceFile;

use crate::decree::{office, said_of};

#[test]
fn the_plans_of_the_benches_are_right_and_all_different() {
    let office = office(Decree::new(TypeSet::Fourteen), &[]);
    let texts: Vec<_> = (0..plans::PLANS).map(plans::plan).collect();
    for text in texts.iter().chain([&plans::largest()]) {
        let read = office.read(&SourceFile::from_text("a.yaml", text), &Shared::default(), None);
        assert_eq!(said_of(&read.diagnostics), "");
    }
    // No two share a sentence of their own words.
    let sentences = texts.iter().flat_map(|text| text.lines()).filter(|line| line.contains("văn bản số"));
    let (all, different) = (sentences.clone().count(), sentences.collect::<BTreeSet<_>>().len());
    assert_eq!((all, different), (plans::PLANS * 195, all));
}
