//! Two plans compared by what they say: targets, money, leads, deadlines, recipients, sections, tables, words.
//!
//! Each plan tells what it says as a tree ([`Meaning`]); entities are paired by id, then by what
//! the plans declare of their origin, then by likeness; what is left is one change each. Knows no file, no format and
//! no layout.

#![allow(
    clippy::wildcard_enum_match_arm,
    reason = "most functions look for one kind of meaning and take all others for none"
)]

#[cfg(test)]
mod apply;
pub mod change;
mod columns;
mod compare;
mod heirs;
mod judge;
mod likeness;
mod moves;
pub mod names;
mod pairing;
mod printed;
pub mod render;
#[cfg(test)]
mod tests;
mod topic;
mod totals;
pub mod view;
mod whole;

use std::collections::BTreeMap;

use change::{Change, ChangeSet};
use compare::Comparer;
use names::Names;
use pairing::{Alike, Pairs};
pub use printed::Values;
pub use totals::Follow;

use crate::plan::Plan;
use crate::schema::{Meaning, Stated};
use crate::table::Tables;
use crate::value::{Day, Text};

/// Two plans, compared.
#[derive(Debug)]
pub struct Comparison<'a> {
    /// The older one.
    pub old: &'a Plan,
    /// The newer one.
    pub new: &'a Plan,
    /// The names by which the older one knows things.
    pub old_names: Names,
    /// The names by which the newer one knows things.
    pub new_names: Names,
    /// What differs.
    pub set: ChangeSet,
    /// Sums that nobody wrote, as the changes make them.
    pub follows: Vec<Follow>,
    /// What both plans say, the older one by the ids of the newer.
    said: [Meaning; 2],
}

/// What is computed of a plan apart from what it says.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// What the values are printed as that its sentences name.
    pub values: &'a Values<'a>,
    /// Its tables.
    pub tables: &'a Tables<'a>,
}

/// Compares two plans of which more is known than they say.
pub fn compare<'a>(old: &'a Plan, new: &'a Plan, known: [Known<'_>; 2]) -> Comparison<'a> {
    let (mut old_names, mut new_names) = (Names::of(old), Names::of(new));
    let (before, now) = (whole::said(old), whole::said(new));
    let settled = settle(&before, &now, (&old_names, &new_names));
    let ids = renamed(&settled);
    for ((term, id), own) in &ids {
        old_names.also(term, id, own);
    }
    old_names.print(printed::values(&before, &ids, known[0].values));
    new_names.print(printed::values(&now, &BTreeMap::new(), known[1].values));
    let before = whole::translated(before, &ids);
    let pairs = |key: &str| settled.iter().find(|registry| registry.key == key).map(|registry| registry.pairs.clone());
    let mut comparer = Comparer::new((&old_names, &new_names), frame(old, new), &pairs);
    let (before, now) = (Stated::from(before), Stated::from(now));
    comparer.compare(&before, &now);
    let mut changes = moves::found(comparer.changes);
    changes.sort_by_key(|change: &Change| change.topic);
    let notes = notes(old, new);
    let said = [before.meaning, now.meaning];
    let tables = known.map(|known| known.tables);
    let follows = totals::found(&changes, [old, new], said.each_ref(), tables);
    Comparison { old, new, old_names, new_names, set: ChangeSet { changes, notes }, follows, said }
}

/// A registry whose entities other parts of the plan name, and who is who in it.
struct Registry {
    key: &'static str,
    term: &'static str,
    old: Vec<String>,
    new: Vec<String>,
    pairs: Pairs,
}

/// Who is who among the entities that others name.
fn settle(old: &Meaning, new: &Meaning, names: (&Names, &Names)) -> Vec<Registry> {
    let inside = |whole: &Meaning, path: &[&str]| {
        let mut meaning = whole.clone();
        for key in path {
            meaning = meaning.of(key).map_or(Meaning::Nothing, |stated| stated.meaning.clone());
        }
        match meaning {
            Meaning::Entries(entries) => entries,
            _ => Vec::new(),
        }
    };
    let registries: [(&'static str, &'static str, &[&str], Alike); 5] = [
        ("co_quan", "cơ quan", &["co_quan"], Alike::Called),
        ("van_ban", "văn bản", &["van_ban"], Alike::Called),
        ("du_an", "dự án", &["chuong_trinh", "du_an"], Alike::Mostly),
        ("chi_tieu", "chỉ tiêu", &["chi_tieu"], Alike::Mostly),
        ("nguon", "nguồn vốn", &["kinh_phi", "nguon"], Alike::Mostly),
    ];
    let settle = |(key, term, path, alike): (&'static str, &'static str, &[&str], Alike)| {
        let (before, now) = (inside(old, path), inside(new, path));
        let pairs = pairing::entries(&before, &now, alike, names);
        let ids = |entries: Vec<(String, Stated)>| entries.into_iter().map(|(id, _)| id).collect();
        Registry { key, term, old: ids(before), new: ids(now), pairs }
    };
    registries.map(settle).into()
}

/// The ids of the old plan that the new one has under another id.
fn renamed(settled: &[Registry]) -> BTreeMap<whole::Entity, String> {
    let mut ids = BTreeMap::new();
    for registry in settled {
        let one = registry.pairs.both.iter().map(|(old, new, _)| (*old, *new));
        let many = registry.pairs.merged.iter().flat_map(|(old, new)| old.iter().map(move |old| (*old, *new)));
        for (old, new) in one.chain(many) {
            let (id, own) = (&registry.old[old], &registry.new[new]);
            if id != own {
                ids.insert((registry.term, id.clone()), own.clone());
            }
        }
    }
    ids
}

/// What both plans say of themselves.
fn frame(old: &Plan, new: &Plan) -> judge::Frame {
    let last = |plan: &Plan| plan.years().map(|years| years.to);
    let until = last(new).and_then(Day::last_of_year);
    let years = last(old).zip(last(new)).map_or(0, |(before, now)| now - before);
    let ends = |(id, document): (&crate::value::Id, &crate::plan::cited::CitedDocument)| {
        let day = document.until.as_ref()?.value.0.to_day()?;
        Some((format!("van_ban.{}", id.name), day)).filter(|(_, day)| until.is_some_and(|until| *day < until))
    };
    judge::Frame { years, ended: new.documents.iter().filter_map(ends).collect() }
}

/// Why some of the two plans cannot be compared.
fn notes(old: &Plan, new: &Plan) -> Vec<String> {
    let last = |plan: &Plan| plan.years().map(|years| years.to);
    let Some((before, now)) = last(old).zip(last(new)) else { return Vec::new() };
    let within = |day: Day| (before.min(now)..before.max(now)).contains(&day.year());
    let ended =
        new.documents.iter().chain(old.documents.iter().filter(|(id, _)| new.documents.get(&id.name).is_none()));
    let note = |(_, document): (&crate::value::Id, &crate::plan::cited::CitedDocument)| {
        let day = document.until.as_ref()?.value.0.to_day().filter(|day| within(*day))?;
        let number = document.number.as_ref().map(Text::letters)?;
        // Figures follow a standard; other documents that end are told as bases.
        document.subject.as_ref().filter(|subject| subject.letters().contains("chuẩn"))?;
        Some(format!(
            "{number} hết hiệu lực ngày {}: số liệu theo văn bản này của hai kỳ không trừ cho nhau",
            day.display()
        ))
    };
    ended.filter_map(note).collect()
}
