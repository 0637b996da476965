//! Two trees of meaning, compared key by key.

use std::collections::HashMap;

use super::change::{Change, Step, Topic, Turn, What};
use super::judge;
use super::names::Names;
use super::pairing::{self, Alike, Pairs};
use super::topic;
use crate::schema::{Key, Meaning, Stated};

/// Keys that say where something comes from: they are read, not compared.
pub(super) const LINEAGE: [&str; 3] = ["ke_thua", "gop_tu", "tach_tu"];

/// What compares two plans.
pub(super) struct Comparer<'a> {
    /// The names of both sides.
    pub names: (&'a Names, &'a Names),
    /// What both sides know of themselves.
    pub frame: judge::Frame,
    /// Who is who, by the registry's key, where that was settled before.
    pub settled: &'a dyn Fn(&str) -> Option<Pairs>,
    /// What was found.
    pub changes: Vec<Change>,
    path: Vec<Step>,
    /// The record around the value that is being compared, on both sides.
    around: Vec<(Meaning, Meaning)>,
    /// What is read at the heads of the columns of the table around it, by the names of its cells.
    titles: HashMap<String, String>,
}

impl<'a> Comparer<'a> {
    /// One for two plans.
    pub(super) fn new(
        names: (&'a Names, &'a Names),
        frame: judge::Frame,
        settled: &'a dyn Fn(&str) -> Option<Pairs>,
    ) -> Self {
        Self {
            names,
            frame,
            settled,
            changes: Vec::new(),
            path: Vec::new(),
            around: Vec::new(),
            titles: HashMap::new(),
        }
    }

    fn topic(&self, what: &What) -> Topic {
        topic::of(&self.path, what)
    }

    fn report(&mut self, what: What) {
        let verdict = match &what {
            What::Changed { old, new } => {
                judge::verdict(&self.frame, &self.path, (&old.meaning, &new.meaning), self.around.last())
            }
            What::Added(_)
            | What::Removed(_)
            | What::Moved { .. }
            | What::Reordered(_)
            | What::Renamed(_)
            | What::Merged { .. }
            | What::Split { .. }
            | What::Regrouped { .. } => None,
        };
        let topic = self.topic(&what);
        self.changes.push(Change { topic, path: self.path.clone(), what, verdict });
    }

    fn at(&mut self, step: Step, look: impl FnOnce(&mut Self)) {
        self.path.push(step);
        look(self);
        self.path.pop();
    }

    /// Compares two values at the place where it stands.
    pub(super) fn compare(&mut self, old: &Stated, new: &Stated) {
        if old == new {
            return;
        }
        match (&old.meaning, &new.meaning) {
            (Meaning::Record(one, left), Meaning::Record(two, right)) if one == two => {
                if one.name == "table" {
                    let aligned = super::columns::aligned(&old.meaning, &new.meaning, self.names);
                    if let Meaning::Record(_, left) = &aligned {
                        let mut titles = super::columns::titles(&old.meaning);
                        titles.extend(super::columns::titles(&new.meaning));
                        let outer = std::mem::replace(&mut self.titles, titles);
                        self.record((&aligned, left), (&new.meaning, right));
                        self.titles = outer;
                        return;
                    }
                }
                self.record((&old.meaning, left), (&new.meaning, right));
            }
            (Meaning::List(left), Meaning::List(right)) if comes_in_parts(left) && comes_in_parts(right) => {
                self.list(left, right);
            }
            (Meaning::Entries(left), Meaning::Entries(right)) => self.entries(left, right),
            _ => self.report(What::Changed { old: old.clone(), new: new.clone() }),
        }
    }

    fn record(
        &mut self,
        (old, left): (&Meaning, &[(&'static Key, Stated)]),
        (new, right): (&Meaning, &[(&'static Key, Stated)]),
    ) {
        self.around.push((shallow(old), shallow(new)));
        let gone = left.iter().filter(|(key, _)| !right.iter().any(|(known, _)| known == key));
        let keys: Vec<&'static Key> = right.iter().chain(gone).map(|(key, _)| *key).collect();
        for key in keys.into_iter().filter(|key| !LINEAGE.contains(&key.key)) {
            let of = |members: &[(&'static Key, Stated)]| {
                members.iter().find(|(known, _)| *known == key).map(|(_, stated)| stated.clone())
            };
            let (before, now) = (of(left), of(right));
            self.at(Step::Key(key), |comparer| match (before, now) {
                (Some(before), Some(now)) => comparer.compare(&before, &now),
                (None, Some(now)) => comparer.one_side(&now, true),
                (Some(before), None) => comparer.one_side(&before, false),
                (None, None) => {}
            });
        }
        self.around.pop();
    }

    /// What only one side says: all of a list is told one by one.
    fn one_side(&mut self, stated: &Stated, is_new: bool) {
        match &stated.meaning {
            Meaning::List(items) if comes_in_parts(items) => {
                if is_new {
                    self.list(&[], items)
                } else {
                    self.list(items, &[])
                }
            }
            Meaning::Entries(entries) => {
                if is_new {
                    self.entries(&[], entries)
                } else {
                    self.entries(entries, &[])
                }
            }
            _ if is_new => self.report(What::Added(stated.clone())),
            _ => self.report(What::Removed(stated.clone())),
        }
    }

    fn list(&mut self, old: &[Stated], new: &[Stated]) {
        let pairs = pairing::items(old, new, self.names);
        for at in pairs.removed(old.len()) {
            let name = self.names.0.label(&old[at].meaning);
            self.at(Step::Item { old: Some(at), new: None, name }, |comparer| {
                comparer.report(What::Removed(old[at].clone()));
            });
        }
        for at in pairs.added(new.len()) {
            let name = self.names.1.label(&new[at].meaning);
            self.at(Step::Item { old: None, new: Some(at), name }, |comparer| {
                comparer.report(What::Added(new[at].clone()));
            });
        }
        let named = |at: usize| self.names.1.label(&new[at].meaning);
        self.order(&pairs, named);
        for (before, now, _) in &pairs.both {
            let name = self.names.1.label(&new[*now].meaning);
            self.at(Step::Item { old: Some(*before), new: Some(*now), name }, |comparer| {
                comparer.compare(&old[*before], &new[*now]);
            });
        }
    }

    fn entries(&mut self, old: &[(String, Stated)], new: &[(String, Stated)]) {
        let key = match self.path.last() {
            Some(Step::Key(key)) => key.key,
            _ => "",
        };
        let is_top = self.path.len() == 1 || key == "du_an" || key == "nguon";
        let settled = if is_top { (self.settled)(key) } else { None };
        let pairs = settled.unwrap_or_else(|| pairing::entries(old, new, alike(key), self.names));
        let titles = if key == "o" { self.titles.clone() } else { HashMap::new() };
        let label = |names: &Names, (id, entry): &(String, Stated)| {
            titles.get(id).cloned().unwrap_or_else(|| names.entry_label(key, id, &entry.meaning))
        };
        for at in pairs.removed(old.len()) {
            let step = Step::Entry { old: Some(old[at].0.clone()), new: None, name: label(self.names.0, &old[at]) };
            self.at(step, |comparer| comparer.report(What::Removed(old[at].1.clone())));
        }
        for at in pairs.added(new.len()) {
            let step = Step::Entry { old: None, new: Some(new[at].0.clone()), name: label(self.names.1, &new[at]) };
            self.at(step, |comparer| comparer.report(What::Added(new[at].1.clone())));
        }
        for (before, now) in &pairs.merged {
            let parts = before.iter().map(|at| old[*at].clone()).collect();
            let step = Step::Entry { old: None, new: Some(new[*now].0.clone()), name: label(self.names.1, &new[*now]) };
            self.at(step, |comparer| comparer.report(What::Merged { old: parts, new: new[*now].1.clone() }));
        }
        for (before, now) in &pairs.split {
            let parts = now.iter().map(|at| new[*at].clone()).collect();
            let step =
                Step::Entry { old: Some(old[*before].0.clone()), new: None, name: label(self.names.0, &old[*before]) };
            self.at(step, |comparer| comparer.report(What::Split { old: old[*before].1.clone(), new: parts }));
        }
        if is_ordered(key) {
            let named = |at: usize| label(self.names.1, &new[at]);
            self.order(&pairs, named);
        }
        for (before, now, known) in &pairs.both {
            let ((id, one), (own, two)) = (&old[*before], &new[*now]);
            let step =
                Step::Entry { old: Some(id.clone()), new: Some(own.clone()), name: label(self.names.1, &new[*now]) };
            self.at(step, |comparer| {
                if let Some(known) = known {
                    comparer.report(What::Renamed(*known));
                }
                comparer.compare(one, two);
            });
        }
    }

    /// Reports that what both have stands in another order.
    fn order(&mut self, pairs: &Pairs, name: impl Fn(usize) -> String) {
        let places: Vec<(usize, usize)> = pairs.both.iter().map(|(old, new, _)| (*old, *new)).collect();
        if places.is_sorted_by_key(|(old, _)| *old) {
            return;
        }
        let stays = longest_run(&places);
        let turn = |(at, (old, new)): (usize, &(usize, usize))| Turn {
            name: name(*new),
            old: *old,
            new: *new,
            moved: !stays.contains(&at),
        };
        let turns = places.iter().enumerate().map(turn).collect();
        self.report(What::Reordered(turns));
    }
}

/// Whether a list is told part by part; short ones of words that make one value are not.
fn comes_in_parts(items: &[Stated]) -> bool {
    !matches!(items, [Stated { meaning: Meaning::Plain(_), .. }, Stated { meaning: Meaning::Reference(..), .. }])
}

/// The places, among pairs in their new order, of those that kept their order: as many as can be.
fn longest_run(places: &[(usize, usize)]) -> Vec<usize> {
    let mut lengths: Vec<(usize, Option<usize>)> = Vec::with_capacity(places.len());
    // Tails of the runs of each length, by the old place of their last.
    let mut tails: Vec<usize> = Vec::new();
    for (at, (old, _)) in places.iter().enumerate() {
        let length = tails.partition_point(|tail| places[*tail].0 < *old);
        lengths.push((length, length.checked_sub(1).map(|before| tails[before])));
        if length == tails.len() {
            tails.push(at);
        } else {
            tails[length] = at;
        }
    }
    let mut run = Vec::new();
    let mut next = tails.last().copied();
    while let Some(at) = next {
        run.push(at);
        next = lengths[at].1;
    }
    run
}

/// The keys of a record without what is inside them, for looking beside a value.
fn shallow(meaning: &Meaning) -> Meaning {
    let Meaning::Record(shape, members) = meaning else { return Meaning::Nothing };
    let is_small = |meaning: &Meaning| {
        !matches!(meaning, Meaning::Record(..) | Meaning::List(_) | Meaning::Entries(_) | Meaning::Nothing)
    };
    let small = members.iter().filter(|(_, member)| is_small(&member.meaning)).cloned();
    Meaning::Record(shape, small.collect())
}

/// How far names make entities of a registry one.
fn alike(key: &str) -> Alike {
    match key {
        "co_quan" | "van_ban" => Alike::Called,
        "o" | "ghi" | "gop" | "theo_nguon" | "theo_nam" | "tung_nam" => Alike::Never,
        _ => Alike::Mostly,
    }
}

/// Whether the order of entries means something: registries that are shared, cells and sums by name have none.
fn is_ordered(key: &str) -> bool {
    !matches!(key, "co_quan" | "van_ban" | "o" | "ghi" | "gop" | "theo_nguon" | "theo_nam" | "tung_nam" | "su_kien")
}
