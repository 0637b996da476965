//! Columns of two tables that are one under other names: cells are compared by them.

use std::collections::HashMap;

use super::names::Names;
use super::pairing;
use crate::schema::{Meaning, Stated};

/// The old table with its cells under the names that the new one gives their columns.
pub(super) fn aligned(old: &Meaning, new: &Meaning, names: (&Names, &Names)) -> Meaning {
    let (before, now) = (leaves(old), leaves(new));
    let heads = |leaves: &[(String, Stated)]| leaves.iter().map(|(_, head)| head.clone()).collect::<Vec<_>>();
    let pairs = pairing::items(&heads(&before), &heads(&now), names);
    let renamed: Vec<(&str, &str)> = pairs
        .both
        .iter()
        .map(|(left, right, _)| (before[*left].0.as_str(), now[*right].0.as_str()))
        .filter(|(left, right)| left != right)
        .collect();
    if renamed.is_empty() { old.clone() } else { with(old, &renamed) }
}

/// What is read at the head of the columns, by the names by which their cells are known.
pub(super) fn titles(table: &Meaning) -> HashMap<String, String> {
    let mut leaves = Vec::new();
    if let Some(Stated { meaning: Meaning::List(columns), .. }) = table.of("cot") {
        take(columns, "", &mut leaves);
    }
    leaves.into_iter().map(|leaf| (leaf.known, leaf.title)).filter(|(_, title)| !title.is_empty()).collect()
}

/// The columns that hold cells, each with the name by which its cells are known.
fn leaves(table: &Meaning) -> Vec<(String, Stated)> {
    let mut leaves = Vec::new();
    if let Some(Stated { meaning: Meaning::List(columns), .. }) = table.of("cot") {
        take(columns, "", &mut leaves);
    }
    for at in 1..leaves.len() {
        if leaves[..at].iter().any(|leaf| leaf.known == leaves[at].known) {
            leaves[at].known = format!("{} ({})", leaves[at].known, at + 1);
        }
    }
    leaves.into_iter().map(|leaf| (leaf.known, leaf.column)).collect()
}

/// A column that holds cells.
struct Leaf {
    /// By what its cells are known: its id, else its title.
    known: String,
    /// Its title behind those of the columns around it.
    title: String,
    column: Stated,
}

fn take(columns: &[Stated], outer: &str, leaves: &mut Vec<Leaf>) {
    for column in columns {
        let said = |key: &str| match column.meaning.of(key).map(|stated| &stated.meaning) {
            Some(Meaning::Words(words) | Meaning::Plain(words)) => Some(words.clone()),
            _ => None,
        };
        let title = said("ten").unwrap_or_default();
        let title = if outer.is_empty() { title } else { format!("{outer}, {title}") };
        match column.meaning.of("cot").map(|stated| &stated.meaning) {
            Some(Meaning::List(inner)) => take(inner, &title, leaves),
            _ => {
                let known = said("ma").unwrap_or_else(|| title.clone());
                leaves.push(Leaf { known, title, column: column.clone() });
            }
        }
    }
}

fn with(meaning: &Meaning, renamed: &[(&str, &str)]) -> Meaning {
    let stated = |stated: &Stated| Stated { meaning: with(&stated.meaning, renamed), span: stated.span.clone() };
    match meaning {
        Meaning::Record(shape, members) => Meaning::Record(
            shape,
            members
                .iter()
                .map(|(key, member)| {
                    let goes_in = matches!(key.key, "dong" | "o" | "ghi" | "gop");
                    (*key, if goes_in { stated(member) } else { member.clone() })
                })
                .collect(),
        ),
        Meaning::List(items) => Meaning::List(items.iter().map(stated).collect()),
        Meaning::Entries(entries) => {
            let name = |name: &String| {
                let new = renamed.iter().find(|(old, _)| old == name).map(|(_, new)| (*new).to_owned());
                new.unwrap_or_else(|| name.clone())
            };
            Meaning::Entries(entries.iter().map(|(own, entry)| (name(own), entry.clone())).collect())
        }
        meaning => meaning.clone(),
    }
}
