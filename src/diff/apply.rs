//! The changes applied to what the old plan says: what comes of it must be what the new plan says.

use super::change::{Change, Step, What};
use crate::schema::{Key, Meaning, Stated};

/// What comes of something when the changes at and below its place are made.
pub(super) fn apply(old: &Meaning, changes: &[Change]) -> Meaning {
    let changes: Vec<&Change> = changes.iter().collect();
    made(old, &[], &changes)
}

/// Whether two steps are one, by whatever name.
fn is_step(one: &Step, other: &Step) -> bool {
    match (one, other) {
        (Step::Key(one), Step::Key(other)) => one == other,
        (Step::Entry { old, new, .. }, Step::Entry { old: before, new: now, .. }) => old == before && new == now,
        (Step::Item { old, new, .. }, Step::Item { old: before, new: now, .. }) => old == before && new == now,
        _ => false,
    }
}

fn begins(path: &[Step], with: &[Step]) -> bool {
    path.len() >= with.len() && path.iter().zip(with).all(|(one, other)| is_step(one, other))
}

fn made(old: &Meaning, here: &[Step], all: &[&Change]) -> Meaning {
    let inside: Vec<&Change> = all
        .iter()
        .copied()
        .filter(|change| {
            let from = matches!(&change.what, What::Moved { from, .. } if begins(from, here));
            begins(&change.path, here) || from
        })
        .collect();
    if inside.is_empty() {
        return old.clone();
    }
    for change in inside.iter().filter(|change| change.path.len() == here.len() && begins(&change.path, here)) {
        if let What::Changed { new, .. } = &change.what {
            return new.meaning.clone();
        }
    }
    match old {
        Meaning::Record(shape, members) => Meaning::Record(shape, record(members, here, &inside)),
        Meaning::List(items) => Meaning::list(list(items, here, &inside)),
        Meaning::Entries(entries) => Meaning::entries(registry(entries, here, &inside)),
        other => other.clone(),
    }
}

fn record(members: &[(&'static Key, Stated)], here: &[Step], inside: &[&Change]) -> Vec<(&'static Key, Stated)> {
    let mut keys: Vec<&'static Key> = members.iter().map(|(key, _)| *key).collect();
    for change in inside.iter().filter(|change| begins(&change.path, here)) {
        if let Some(Step::Key(key)) = change.path.get(here.len())
            && !keys.contains(key)
        {
            keys.push(key);
        }
    }
    let member = |key: &'static Key| {
        let below = [here, &[Step::Key(key)]].concat();
        let own = inside.iter().find(|change| change.path.len() == below.len() && begins(&change.path, &below));
        let known = members.iter().find(|(known, _)| *known == key).map(|(_, stated)| stated.meaning.clone());
        let meaning = match own.map(|change| &change.what) {
            Some(What::Removed(_)) => Meaning::Nothing,
            Some(What::Added(stated)) => stated.meaning.clone(),
            _ => {
                let first = inside
                    .iter()
                    .find(|change| begins(&change.path, &below))
                    .and_then(|change| change.path.get(below.len()));
                let empty = match first {
                    Some(Step::Entry { .. }) => Meaning::Entries(Vec::new()),
                    _ => Meaning::List(Vec::new()),
                };
                made(&known.unwrap_or(empty), &below, inside)
            }
        };
        (key, Stated::from(meaning))
    };
    keys.into_iter().map(member).filter(|(_, stated)| !stated.meaning.is_nothing()).collect()
}

fn list(items: &[Stated], here: &[Step], inside: &[&Change]) -> Vec<Stated> {
    let own = |path: &[Step]| match path.get(here.len()) {
        Some(Step::Item { old, new, .. }) if begins(path, here) => Some((*old, *new, path.len() == here.len() + 1)),
        _ => None,
    };
    let mut gone = vec![false; items.len()];
    let mut come: Vec<(usize, Stated)> = Vec::new();
    let mut order: Option<Vec<usize>> = None;
    for change in inside {
        match (&change.what, own(&change.path)) {
            (What::Removed(_), Some((Some(at), _, true))) => gone[at] = true,
            (What::Added(stated), Some((_, Some(at), true))) => come.push((at, stated.clone())),
            (What::Moved { new, .. }, Some((_, Some(at), true))) => come.push((at, new.clone())),
            (What::Reordered(turns), _) if change.path.len() == here.len() && begins(&change.path, here) => {
                order = Some(turns.iter().map(|turn| turn.old).collect());
            }
            _ => {}
        }
        if let What::Moved { from, .. } = &change.what
            && let Some((Some(at), _, true)) = own(from)
        {
            gone[at] = true;
        }
    }
    let kept = order.unwrap_or_else(|| (0..items.len()).filter(|at| !gone[*at]).collect());
    let total = kept.len() + come.len();
    let mut kept = kept.into_iter();
    (0..total)
        .filter_map(|now| match come.iter().find(|(at, _)| *at == now) {
            Some((_, stated)) => Some(stated.clone()),
            None => {
                let before = kept.next()?;
                let step = Step::Item { old: Some(before), new: Some(now), name: String::new() };
                Some(made(&items[before].meaning, &[here, &[step]].concat(), inside).into())
            }
        })
        .collect()
}

fn registry(entries: &[(String, Stated)], here: &[Step], inside: &[&Change]) -> Vec<(String, Stated)> {
    let own = |path: &[Step]| match path.get(here.len()) {
        Some(Step::Entry { old, new, .. }) if begins(path, here) => {
            Some((old.clone(), new.clone(), path.len() == here.len() + 1))
        }
        _ => None,
    };
    let mut out = Vec::new();
    for (id, entry) in entries {
        let is_own = |old: &Option<String>| old.as_ref() == Some(id);
        let leaves = |change: &&&Change| {
            let removed =
                matches!(change.what, What::Removed(_) | What::Split { .. } | What::Regrouped { is_new: false, .. })
                    && own(&change.path).is_some_and(|(old, new, last)| last && is_own(&old) && new.is_none());
            let merged = matches!(&change.what, What::Merged { old, .. } if own(&change.path).is_some()
                && old.iter().any(|(part, _)| part == id));
            let moved = matches!(&change.what, What::Moved { from, .. }
                if own(from).is_some_and(|(old, _, last)| last && is_own(&old)));
            removed || merged || moved
        };
        if inside.iter().any(|change| leaves(&change)) {
            continue;
        }
        let renamed =
            inside.iter().filter_map(|change| own(&change.path)).find(|(old, new, _)| is_own(old) && new.is_some());
        let now = renamed.and_then(|(_, new, _)| new).unwrap_or_else(|| id.clone());
        let step = Step::Entry { old: Some(id.clone()), new: Some(now.clone()), name: String::new() };
        out.push((now, made(&entry.meaning, &[here, &[step]].concat(), inside).into()));
    }
    for change in inside {
        match (&change.what, own(&change.path)) {
            (What::Added(stated) | What::Regrouped { group: stated, is_new: true, .. }, Some((_, Some(id), true))) => {
                out.push((id, stated.clone()))
            }
            (What::Moved { new, .. } | What::Merged { new, .. }, Some((_, Some(id), true))) => {
                out.push((id, new.clone()))
            }
            (What::Split { new, .. }, Some((_, _, true))) => out.extend(new.iter().cloned()),
            _ => {}
        }
    }
    out
}
