//! Columns of two tables that are one under other names: cells are compared by them.

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

/// The columns that hold cells, each with the name by which its cells are known.
fn leaves(table: &Meaning) -> Vec<(String, Stated)> {
    let mut leaves = Vec::new();
    if let Some(Stated { meaning: Meaning::List(columns), .. }) = table.of("cot") {
        take(columns, "", &mut leaves);
    }
    for at in 1..leaves.len() {
        if leaves[..at].iter().any(|(name, _)| *name == leaves[at].0) {
            leaves[at].0 = format!("{} ({})", leaves[at].0, at + 1);
        }
    }
    leaves
}

fn take(columns: &[Stated], outer: &str, leaves: &mut Vec<(String, Stated)>) {
    for column in columns {
        let said = |key: &str| match column.meaning.of(key).map(|stated| &stated.meaning) {
            Some(Meaning::Words(words) | Meaning::Plain(words)) => Some(words.clone()),
            _ => None,
        };
        let title = said("ten").unwrap_or_default();
        let title = if outer.is_empty() { title } else { format!("{outer}, {title}") };
        match column.meaning.of("cot").map(|stated| &stated.meaning) {
            Some(Meaning::List(inner)) => take(inner, &title, leaves),
            _ => leaves.push((said("ma").unwrap_or(title), column.clone())),
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
