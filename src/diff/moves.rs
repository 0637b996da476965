//! What was dropped in one place and added in another is one thing that moved.

use super::change::{Change, Step, What};
use super::compare::LINEAGE;
use super::likeness::Bag;
use super::{pairing, topic};
use crate::schema::{Meaning, Stated};

/// Below this, what was added is not what was dropped.
const SAME: f64 = 0.8;
/// Fewer words than this are found anywhere.
const FEWEST: usize = 4;

/// The changes, with a move for each pair of a removal and an addition that are one.
pub(super) fn found(mut changes: Vec<Change>) -> Vec<Change> {
    across_levels(&mut changes);
    let (removed, added) = (places(&changes, false), places(&changes, true));
    let mut pairs = Vec::new();
    for (left, (one, shape, bag)) in removed.iter().enumerate() {
        for (right, (two, other_shape, other)) in added.iter().enumerate() {
            if shape != other_shape || bag.len().min(other.len()) < FEWEST {
                continue;
            }
            let score = bag.likeness(other);
            if score >= SAME {
                pairs.push((score, left, right, *one, *two));
            }
        }
    }
    pairs.sort_by(|one, other| other.0.total_cmp(&one.0).then((one.1 + one.2).cmp(&(other.1 + other.2))));
    let (mut left_taken, mut right_taken) = (vec![false; removed.len()], vec![false; added.len()]);
    let mut gone = Vec::new();
    for (likeness, left, right, one, two) in pairs {
        if left_taken[left] || right_taken[right] {
            continue;
        }
        (left_taken[left], right_taken[right]) = (true, true);
        gone.push(one);
        let from = changes[one].path.clone();
        let stated = |at: usize| changes[at].what.one_sided().map(|(stated, _)| stated.clone());
        let (Some(old), Some(new)) = (stated(one), stated(two)) else { continue };
        let what = What::Moved { from, old, new, likeness };
        changes[two].topic = topic::of(&changes[two].path, &what);
        changes[two].what = what;
    }
    let mut at = 0;
    changes.retain(|_| {
        at += 1;
        !gone.contains(&(at - 1))
    });
    changes
}

/// What declares that it comes of things that stood at another level: items of a group that is gone.
fn across_levels(changes: &mut [Change]) {
    let (gone, come) = (inner(changes, false), inner(changes, true));
    for change in changes.iter_mut() {
        let Some(Step::Entry { old, new, .. }) = change.path.last() else { continue };
        // What has the same id at another level is the same, too.
        let own = new.clone().or_else(|| old.clone()).unwrap_or_default();
        match &change.what {
            What::Added(new) => {
                let old = declared(new, &own, &gone);
                if !old.is_empty() {
                    change.what = What::Merged { old, new: new.clone() };
                }
            }
            What::Removed(old) => {
                let new = declared(old, &own, &come);
                if !new.is_empty() {
                    change.what = What::Split { old: old.clone(), new };
                }
            }
            What::Changed { .. }
            | What::Moved { .. }
            | What::Reordered(_)
            | What::Renamed(_)
            | What::Merged { .. }
            | What::Split { .. }
            | What::Regrouped { .. } => {}
        }
    }
    regroup(changes);
}

/// Groups that went or came because all their items were put together or split are no removals and no additions.
fn regroup(changes: &mut [Change]) {
    // The parts of what was put together or split, each with what it is on the other side.
    let mut parts: Vec<(bool, String, String)> = Vec::new();
    for change in changes.iter() {
        let name = change.path.last().map_or("", Step::name);
        let (is_new, ids) = match &change.what {
            What::Merged { old, .. } => (false, old),
            What::Split { new, .. } => (true, new),
            What::Added(_)
            | What::Removed(_)
            | What::Changed { .. }
            | What::Moved { .. }
            | What::Reordered(_)
            | What::Renamed(_)
            | What::Regrouped { .. } => continue,
        };
        parts.extend(ids.iter().map(|(id, _)| (is_new, id.clone(), name.to_owned())));
    }
    for change in changes.iter_mut() {
        let Some((group, is_new)) = change.what.one_sided() else { continue };
        let (mut others, mut alone): (Vec<String>, Vec<Stated>) = (Vec::new(), Vec::new());
        for (id, entry) in leaves(&group.meaning) {
            match parts.iter().find(|(side, part, _)| *side == is_new && *part == id) {
                Some((.., name)) if others.contains(name) => {}
                Some((.., name)) => others.push(name.clone()),
                None => alone.push(entry),
            }
        }
        if !others.is_empty() {
            change.what = What::Regrouped { group: group.clone(), others, alone, is_new };
        }
    }
}

/// The entries right inside a noun, each with its id.
fn items(meaning: &Meaning) -> impl Iterator<Item = &(String, Stated)> {
    let members = if let Meaning::Record(_, members) = meaning { members.as_slice() } else { &[] };
    let entries = members.iter().filter_map(|(_, member)| match &member.meaning {
        Meaning::Entries(entries) => Some(entries),
        _ => None,
    });
    entries.flatten().filter(|(_, entry)| matches!(entry.meaning, Meaning::Record(..)))
}

/// The innermost entries inside a group.
fn leaves(meaning: &Meaning) -> Vec<(String, Stated)> {
    let leaf = |(id, entry): &(String, Stated)| {
        let inner = leaves(&entry.meaning);
        if inner.is_empty() { vec![(id.clone(), entry.clone())] } else { inner }
    };
    items(meaning).flat_map(leaf).collect()
}

/// The entries inside what one plan alone has, each with its id.
fn inner(changes: &[Change], is_new: bool) -> Vec<(String, Stated)> {
    fn take(meaning: &Meaning, found: &mut Vec<(String, Stated)>) {
        for (id, entry) in items(meaning) {
            found.push((id.clone(), entry.clone()));
            take(&entry.meaning, found);
        }
    }
    let mut found = Vec::new();
    of_side(changes, is_new).for_each(|(_, stated)| take(&stated.meaning, &mut found));
    found
}

/// What one plan alone has, with the place of the change.
fn of_side(changes: &[Change], is_new: bool) -> impl Iterator<Item = (usize, &Stated)> {
    let one_sided = changes.iter().enumerate().filter_map(|(at, change)| Some((at, change.what.one_sided()?)));
    one_sided.filter(move |(_, (_, side))| *side == is_new).map(|(at, (stated, _))| (at, stated))
}

/// Those of some entries of its kind from which one says that it comes; without a word, the one with its own id.
fn declared(stated: &Stated, own: &str, others: &[(String, Stated)]) -> Vec<(String, Stated)> {
    let mut ids: Vec<String> = LINEAGE.iter().flat_map(|key| pairing::ids(stated, key)).collect();
    if ids.is_empty() {
        ids.push(own.to_owned());
    }
    let is_kind = |other: &Stated| match (&stated.meaning, &other.meaning) {
        (Meaning::Record(one, _), Meaning::Record(two, _)) => one == two,
        _ => false,
    };
    others.iter().filter(|(id, other)| ids.contains(id) && is_kind(other)).cloned().collect()
}

/// The records that one plan alone has: the place of the change, what kind they are, their words.
fn places(changes: &[Change], is_new: bool) -> Vec<(usize, &'static str, Bag)> {
    let record = |(at, stated): (usize, &Stated)| match &stated.meaning {
        meaning @ Meaning::Record(shape, _) => Some((at, shape.name, Bag::of_meaning(meaning))),
        _ => None,
    };
    of_side(changes, is_new).filter_map(record).collect()
}
