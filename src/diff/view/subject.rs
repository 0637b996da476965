//! Of what a change is a part: the target, the item of money, the duty that a reader would look up.

use super::super::change::{Change, Step, What};
use super::super::names::Names;
use super::super::{Comparison, change, totals};
use crate::schema::Meaning;

/// Something of which several things may have changed at once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Subject {
    /// Its place in the letters of the file, behind «-» where only the old plan has it; empty where there is none.
    pub address: String,
    /// What it is called, with all its words.
    pub name: String,
    /// What it stands in, from the outermost in.
    pub outer: Vec<String>,
    /// The name of its noun; empty for what is no noun.
    pub noun: &'static str,
    /// Its figures in the old plan, where they make it what it is.
    pub old: Option<String>,
    /// Its figures in the new plan.
    pub new: Option<String>,
    /// Whether it came or went, or changed, as a whole.
    pub is_whole: bool,
    /// What of it changed: a key or the column of a cell; `None` for the whole of it.
    pub part: Option<String>,
}

/// Keys whose entries and items a reader looks up.
const HOMES: [&str; 16] = [
    "chi_tieu",
    "trong_do",
    "khoan",
    "nguon",
    "du_an",
    "nhiem_vu",
    "trach_nhiem",
    "bao_cao",
    "can_cu",
    "van_ban",
    "co_quan",
    "noi_nhan",
    "phu_luc",
    "dong",
    "su_kien",
    "nguoi_ky",
];

/// The subject of a change.
pub(super) fn of(change: &Change, comparison: &Comparison<'_>) -> Subject {
    let path = &change.path;
    let Some(at) = innermost(path) else { return Subject::default() };
    let own = &path[..=at];
    let [was, is] = &comparison.said;
    let from = match &change.what {
        What::Moved { from, .. } if from.len() > at => &from[..=at],
        _ => own,
    };
    let (old, new) = (totals::reached(was, from, true), totals::reached(is, own, false));
    let fact = |names: &Names, meaning: &Meaning| names.fact(meaning);
    let stated = new.or(old);
    let names = if new.is_some() { &comparison.new_names } else { &comparison.old_names };
    let full = stated.map(|stated| names.full_label(&stated.meaning).replace('\n', " ").replace('*', ""));
    let short = path[at].name();
    // What is known by more than its own words keeps its name.
    let name = full.filter(|full| full.starts_with(short.trim_end_matches('…'))).unwrap_or_else(|| short.to_owned());
    let is_name = |step: &&Step| !matches!(step, Step::Key(_));
    let outer = path[..at].iter().filter(is_name).map(|step| step.name().to_owned()).filter(|name| !name.is_empty());
    let noun = match stated.map(|stated| &stated.meaning) {
        Some(Meaning::Record(shape, _)) => shape.name,
        _ => "",
    };
    Subject {
        address: if new.is_none() { format!("-{}", change::address(own)) } else { change::address(own) },
        name,
        outer: outer.collect(),
        noun,
        old: old.and_then(|stated| fact(&comparison.old_names, &stated.meaning)),
        new: new.and_then(|stated| fact(&comparison.new_names, &stated.meaning)),
        is_whole: at + 1 == path.len(),
        part: part(&path[at + 1..]),
    }
}

/// The place on the way of the innermost thing that a reader looks up.
pub(super) fn innermost(path: &[Step]) -> Option<usize> {
    let is_home = |at: usize| match &path[at - 1] {
        // Bodies are also named inside other things, and other things hold a table of contents of their own.
        Step::Key(key) if matches!(key.key, "co_quan" | "van_ban" | "chi_tieu") => at == 1,
        Step::Key(key) if matches!(key.key, "nguon" | "du_an") => at == 2,
        Step::Key(key) => HOMES.contains(&key.key),
        Step::Entry { .. } | Step::Item { .. } => false,
    };
    (1..path.len()).rev().find(|at| !matches!(path[*at], Step::Key(_)) && is_home(*at))
}

/// What of it changed.
fn part(rest: &[Step]) -> Option<String> {
    rest.iter().find_map(|step| match step {
        Step::Key(key) if matches!(key.key, "o" | "viec" | "loi" | "noi_dung") => None,
        Step::Item { .. } => None,
        step => Some(step.name().to_owned()),
    })
}
