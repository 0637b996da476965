//! The bodies that a change concerns: those of what it belongs to, and those that it names.

use super::super::change::{Change, Step, What};
use super::super::names::Names;
use super::super::{Comparison, totals};
use super::subject::innermost;
use crate::plan::body::Body;
use crate::schema::{Meaning, Stated};
use crate::value::Entity;

/// The names of the bodies that a change concerns, each once.
pub(super) fn of(change: &Change, comparison: &Comparison<'_>) -> Vec<String> {
    let mut bodies = Vec::new();
    let sides = [(&comparison.old_names, true), (&comparison.new_names, false)];
    for ((names, is_old), said) in sides.into_iter().zip(&comparison.said) {
        let around = innermost(&change.path).and_then(|at| totals::reached(said, &change.path[..=at], is_old));
        let stated = values(&change.what, is_old);
        around.into_iter().chain(stated).for_each(|stated| take(&stated.meaning, names, &mut bodies));
    }
    if let [Step::Key(key), Step::Entry { old, new, .. }, ..] = change.path.as_slice()
        && key.key == "co_quan"
    {
        let term = Body::HOME.term;
        bodies.extend(old.iter().map(|id| comparison.old_names.name(term, id).to_owned()));
        bodies.extend(new.iter().map(|id| comparison.new_names.name(term, id).to_owned()));
    }
    bodies.sort();
    bodies.dedup();
    bodies
}

/// What a change says on one side.
fn values(what: &What, is_old: bool) -> Vec<&Stated> {
    match what {
        What::Added(stated) => [stated].into_iter().filter(|_| !is_old).collect(),
        What::Removed(stated) => [stated].into_iter().filter(|_| is_old).collect(),
        What::Changed { old, new } | What::Moved { old, new, .. } => vec![if is_old { old } else { new }],
        What::Merged { old, .. } if is_old => old.iter().map(|(_, stated)| stated).collect(),
        What::Split { new, .. } if !is_old => new.iter().map(|(_, stated)| stated).collect(),
        What::Merged { new: whole, .. } | What::Split { old: whole, .. } => vec![whole],
        What::Regrouped { group, is_new, .. } => [group].into_iter().filter(|_| *is_new != is_old).collect(),
        What::Reordered(_) | What::Renamed(_) => Vec::new(),
    }
}

/// The bodies to which something refers.
fn take(meaning: &Meaning, names: &Names, bodies: &mut Vec<String>) {
    if let Meaning::Reference(home, id) = meaning
        && home.term == Body::HOME.term
    {
        bodies.push(names.name(home.term, id).to_owned());
    }
    meaning.inside().into_iter().for_each(|part| take(&part.meaning, names, bodies));
}
