//! What holds for every pair of plans, over random edits of what real plans say.

use proptest::prelude::*;
use proptest::sample::Index;

use super::apply::apply;
use super::change::{Change, Step, What};
use super::compare::{Comparer, LINEAGE};
use super::names::Names;
use super::{judge, moves, whole};
use crate::plan::{Plan, Shared, read_plan};
use crate::schema::{Meaning, Stated};
use crate::source::SourceFile;
use crate::yaml;

fn plan(text: &str) -> Plan {
    let node = yaml::read(&SourceFile::from_text("a.yaml", text), &|_| true).value.expect("YAML");
    read_plan(&node, &Shared::default()).0
}

fn commune() -> Meaning {
    whole::said(&plan(include_str!("../../plans/2026/xa-suoi-ngan.yaml")))
}

/// The changes between two trees, whose ids mean the same.
fn changes(old: &Meaning, new: &Meaning) -> Vec<Change> {
    let names = Names::default();
    let mut comparer = Comparer::new((&names, &names), judge::Frame::default(), &|_| None);
    comparer.compare(&old.clone().into(), &new.clone().into());
    moves::found(comparer.changes)
}

/// A tree in which the order of keys and of entries, which means nothing, is always one; without where things come from.
fn sorted(meaning: &Meaning) -> Meaning {
    let stated = |stated: &Stated| Stated::from(sorted(&stated.meaning));
    match meaning {
        Meaning::Record(shape, members) => {
            let own = members.iter().filter(|(key, _)| !LINEAGE.contains(&key.key));
            let mut members: Vec<_> = own.map(|(key, member)| (*key, stated(member))).collect();
            members.sort_by_key(|(key, _)| key.key);
            Meaning::Record(shape, members)
        }
        Meaning::List(items) => Meaning::List(items.iter().map(stated).collect()),
        Meaning::Entries(entries) => {
            let mut entries: Vec<_> = entries.iter().map(|(id, entry)| (id.clone(), stated(entry))).collect();
            entries.sort_by(|(one, _), (other, _)| one.cmp(other));
            Meaning::Entries(entries)
        }
        meaning => meaning.clone(),
    }
}

/// An edit of something inside a tree: which of all places, what of it, with what.
type Edit = (Index, u8, Index, String);

/// Columns, by whose names cells are known: a plan does not edit the one without the other.
const COLUMNS: &str = "cot";

/// Every list, registry and sentence is a place.
fn count(meaning: &Meaning) -> usize {
    match meaning {
        Meaning::Record(_, members) => {
            members.iter().filter(|(key, _)| key.key != COLUMNS).map(|(_, member)| count(&member.meaning)).sum()
        }
        Meaning::List(items) => 1 + items.iter().map(|item| count(&item.meaning)).sum::<usize>(),
        Meaning::Entries(entries) => 1 + entries.iter().map(|(_, entry)| count(&entry.meaning)).sum::<usize>(),
        Meaning::Words(_) | Meaning::Number(_) => 1,
        _ => 0,
    }
}

/// Edits the place with a number, which is counted down on the way.
fn edit(meaning: &mut Meaning, at: &mut usize, change: &Edit) -> bool {
    let (_, kind, which, words) = change;
    let is_here = |at: &mut usize| {
        let here = *at == 0;
        *at = at.wrapping_sub(1);
        here
    };
    match meaning {
        Meaning::Record(_, members) => members
            .iter_mut()
            .filter(|(key, _)| key.key != COLUMNS)
            .any(|(_, member)| edit(&mut member.meaning, at, change)),
        Meaning::List(items) => {
            if is_here(at) {
                let place = which.index(items.len());
                match kind % 4 {
                    0 if items.len() > 1 => drop(items.remove(place)),
                    1 => items.insert(place, items[place].clone()),
                    2 => items.rotate_left(place),
                    _ => {
                        let last = items.len() - 1;
                        items.swap(place, last);
                    }
                }
                return true;
            }
            items.iter_mut().any(|item| edit(&mut item.meaning, at, change))
        }
        Meaning::Entries(entries) => {
            if is_here(at) {
                let place = which.index(entries.len());
                match kind % 3 {
                    0 if entries.len() > 1 => drop(entries.remove(place)),
                    1 if !entries.iter().any(|(id, _)| *id == format!("moi_{words}")) => {
                        let copy = entries[place].1.clone();
                        entries.insert(place, (format!("moi_{words}"), copy));
                    }
                    _ => entries.rotate_left(place),
                }
                return true;
            }
            entries.iter_mut().any(|(_, entry)| edit(&mut entry.meaning, at, change))
        }
        Meaning::Words(text) => {
            let here = is_here(at);
            if here {
                match kind % 2 {
                    0 => *text = words.clone(),
                    _ => text.push_str(words),
                }
            }
            here
        }
        Meaning::Number(number) => {
            let here = is_here(at);
            if here {
                number.number = crate::value::Decimal::whole(i128::from(*kind));
            }
            here
        }
        _ => false,
    }
}

fn edited(meaning: &Meaning, edits: &[Edit]) -> Meaning {
    let mut meaning = meaning.clone();
    for change in edits {
        let mut at = change.0.index(count(&meaning));
        edit(&mut meaning, &mut at, change);
    }
    meaning
}

/// A change as it is seen from the other side.
fn mirrored(change: &Change) -> String {
    let path = |path: &[Step]| {
        path.iter().map(|step| format!("{:?}", nameless(step.clone().mirrored()))).collect::<Vec<_>>().join("/")
    };
    let shown = |stated: &Stated| format!("{:?}", sorted(&stated.meaning));
    match &change.what {
        What::Added(stated) => format!("- {} {}", path(&change.path), shown(stated)),
        What::Removed(stated) => format!("+ {} {}", path(&change.path), shown(stated)),
        What::Changed { old, new } => format!("~ {} {} {}", path(&change.path), shown(new), shown(old)),
        What::Moved { from, old, new, .. } => {
            format!("> {} {} {} {}", path(from), path(&change.path), shown(new), shown(old))
        }
        What::Reordered(_) => format!("^ {}", path(&change.path)),
        What::Renamed(_) | What::Merged { .. } | What::Split { .. } | What::Regrouped { .. } => {
            format!("= {}", path(&change.path))
        }
    }
}

/// A change as it is.
fn plain(change: &Change) -> String {
    let path =
        |path: &[Step]| path.iter().map(|step| format!("{:?}", nameless(step.clone()))).collect::<Vec<_>>().join("/");
    let shown = |stated: &Stated| format!("{:?}", sorted(&stated.meaning));
    match &change.what {
        What::Added(stated) => format!("+ {} {}", path(&change.path), shown(stated)),
        What::Removed(stated) => format!("- {} {}", path(&change.path), shown(stated)),
        What::Changed { old, new } => format!("~ {} {} {}", path(&change.path), shown(old), shown(new)),
        What::Moved { from, old, new, .. } => {
            format!("> {} {} {} {}", path(&change.path), path(from), shown(old), shown(new))
        }
        What::Reordered(_) => format!("^ {}", path(&change.path)),
        What::Renamed(_) | What::Merged { .. } | What::Split { .. } | What::Regrouped { .. } => {
            format!("= {}", path(&change.path))
        }
    }
}

fn nameless(step: Step) -> Step {
    match step {
        Step::Key(key) => Step::Key(key),
        Step::Entry { old, new, .. } => Step::Entry { old, new, name: String::new() },
        Step::Item { old, new, .. } => Step::Item { old, new, name: String::new() },
    }
}

/// Where two trees differ first, and how.
fn apart(made: &Meaning, new: &Meaning, at: &str) -> Option<String> {
    if made == new {
        return None;
    }
    let inner = |made: &[(String, &Stated)], new: &[(String, &Stated)]| {
        let names = |side: &[(String, &Stated)]| side.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        if names(made) != names(new) {
            return Some(format!("{at}: made {:?}, new {:?}", names(made), names(new)));
        }
        made.iter()
            .zip(new)
            .find_map(|((name, one), (_, two))| apart(&one.meaning, &two.meaning, &format!("{at}/{name}")))
    };
    match (made, new) {
        (Meaning::Record(_, one), Meaning::Record(_, two)) => {
            let named = |members: &[(&'static crate::schema::Key, Stated)]| {
                members.iter().map(|(key, _)| key.key.to_owned()).collect::<Vec<_>>()
            };
            let (left, right) = (named(one), named(two));
            let one: Vec<_> = left.into_iter().zip(one.iter().map(|(_, stated)| stated)).collect();
            let two: Vec<_> = right.into_iter().zip(two.iter().map(|(_, stated)| stated)).collect();
            inner(&one, &two)
        }
        (Meaning::List(one), Meaning::List(two)) => {
            let named = |items: &'_ [Stated]| (0..items.len()).map(|at| at.to_string()).collect::<Vec<_>>();
            let one: Vec<_> = named(one).into_iter().zip(one).collect();
            let two: Vec<_> = named(two).into_iter().zip(two).collect();
            inner(&one, &two)
        }
        (Meaning::Entries(one), Meaning::Entries(two)) => {
            let one: Vec<_> = one.iter().map(|(id, stated)| (id.clone(), stated)).collect();
            let two: Vec<_> = two.iter().map(|(id, stated)| (id.clone(), stated)).collect();
            inner(&one, &two)
        }
        (made, new) => Some(format!("{at}: made {made:?}, new {new:?}")),
    }
}

fn any_edits() -> impl Strategy<Value = Vec<Edit>> {
    let words = "[a-d]{1,3}( [a-d]{1,3}){0,5}";
    proptest::collection::vec((any::<Index>(), any::<u8>(), any::<Index>(), words), 1..8)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_changes_make_the_new_plan_of_the_old(edits in any_edits()) {
        let old = commune();
        let new = edited(&old, &edits);
        let made = apply(&old, &changes(&old, &new));
        prop_assert_eq!(apart(&sorted(&made), &sorted(&new), ""), None);
    }

    #[test]
    fn the_other_way_round_is_the_mirror(edits in any_edits()) {
        let old = commune();
        let new = edited(&old, &edits);
        let mut forth: Vec<_> = changes(&old, &new).iter().map(mirrored).collect();
        let mut back: Vec<_> = changes(&new, &old).iter().map(plain).collect();
        forth.sort();
        back.sort();
        prop_assert_eq!(forth, back);
    }
}

#[test]
fn a_plan_shuffled_but_not_in_meaning_changes_only_its_order() {
    let old = commune();
    let Meaning::Record(shape, mut members) = old.clone() else { panic!("a plan is a record") };
    for (_, member) in &mut members {
        match &mut member.meaning {
            Meaning::List(items) => items.reverse(),
            Meaning::Entries(entries) => entries.reverse(),
            _ => {}
        }
    }
    let found = changes(&old, &Meaning::Record(shape, members));
    assert!(!found.is_empty());
    assert!(found.iter().all(|change| matches!(change.what, What::Reordered(_))), "{found:#?}");
}
