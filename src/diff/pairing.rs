//! Which of the old is which of the new: by id, by what the plans declare, by likeness.

use std::collections::HashMap;

use super::change::Known;
use super::likeness::{Bag, fingerprint};
use super::names::Names;
use crate::schema::{Meaning, Stated};

/// Below this, two entities are not called one.
const ENTITY: f64 = 0.6;
/// Below this, two parts of a list are not called one.
const PART: f64 = 0.5;

/// Entries of a registry.
type Entries = [(String, Stated)];

/// Who is who.
#[derive(Debug, Clone, Default)]
pub(super) struct Pairs {
    /// Places of both, and how it is known where the ids differ; in the order of the new.
    pub both: Vec<(usize, usize, Option<Known>)>,
    /// Several old ones that became one.
    pub merged: Vec<(Vec<usize>, usize)>,
    /// One old one that became several.
    pub split: Vec<(usize, Vec<usize>)>,
}

impl Pairs {
    fn has_old(&self, at: usize) -> bool {
        self.both.iter().any(|(old, ..)| *old == at)
            || self.merged.iter().any(|(old, _)| old.contains(&at))
            || self.split.iter().any(|(old, _)| *old == at)
    }

    fn has_new(&self, at: usize) -> bool {
        self.both.iter().any(|(_, new, _)| *new == at)
            || self.merged.iter().any(|(_, new)| *new == at)
            || self.split.iter().any(|(_, new)| new.contains(&at))
    }

    /// The old ones of which the new plan has nothing.
    pub(super) fn removed(&self, count: usize) -> Vec<usize> {
        (0..count).filter(|at| !self.has_old(*at)).collect()
    }

    /// The new ones of which the old plan has nothing.
    pub(super) fn added(&self, count: usize) -> Vec<usize> {
        (0..count).filter(|at| !self.has_new(*at)).collect()
    }
}

/// The ids that an entity names by a key.
pub(super) fn ids(stated: &Stated, key: &str) -> Vec<String> {
    match stated.meaning.of(key).map(|stated| &stated.meaning) {
        Some(Meaning::Plain(id) | Meaning::Reference(_, id)) => vec![id.clone()],
        Some(Meaning::List(items)) => {
            let id = |item: &Stated| match &item.meaning {
                Meaning::Plain(id) => Some(id.clone()),
                _ => None,
            };
            items.iter().filter_map(id).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether entities are called one by their likeness; bodies and documents are only when they are called the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Alike {
    /// When most words are common.
    Mostly,
    /// When they are called the same.
    Called,
    /// Never: ids are given outside.
    Never,
}

/// Pairs entries of a registry.
pub(super) fn entries(old: &Entries, new: &Entries, alike: Alike, names: (&Names, &Names)) -> Pairs {
    let mut pairs = Pairs::default();
    let place: HashMap<&str, usize> = old.iter().enumerate().map(|(at, (id, _))| (id.as_str(), at)).collect();
    let new_place: HashMap<&str, usize> = new.iter().enumerate().map(|(at, (id, _))| (id.as_str(), at)).collect();
    for (at, (id, _)) in new.iter().enumerate() {
        if let Some(before) = place.get(id.as_str()) {
            pairs.both.push((*before, at, None));
        }
    }
    let declared = Some(Known::Declared);
    let free_old = |pairs: &Pairs, id: &String| place.get(id.as_str()).copied().filter(|at| !pairs.has_old(*at));
    let free_new = |pairs: &Pairs, id: &String| new_place.get(id.as_str()).copied().filter(|at| !pairs.has_new(*at));
    // What the new plan says of the old one.
    for (at, (_, entry)) in new.iter().enumerate() {
        if pairs.has_new(at) {
            continue;
        }
        let merged: Vec<_> = ids(entry, "gop_tu").iter().filter_map(|id| free_old(&pairs, id)).collect();
        match merged.as_slice() {
            [] => {}
            [one] => pairs.both.push((*one, at, declared)),
            several => pairs.merged.push((several.to_vec(), at)),
        }
        if let Some(before) =
            ids(entry, "ke_thua").first().and_then(|id| free_old(&pairs, id)).filter(|_| merged.is_empty())
        {
            pairs.both.push((before, at, declared));
        }
    }
    take_splits(old, new, &place, &mut pairs, true);
    // What the old plan says of the new one, when a later plan is compared with an earlier.
    for (at, (_, entry)) in old.iter().enumerate() {
        if pairs.has_old(at) {
            continue;
        }
        let split: Vec<_> = ids(entry, "gop_tu").iter().filter_map(|id| free_new(&pairs, id)).collect();
        match split.as_slice() {
            [] => {}
            [one] => pairs.both.push((at, *one, declared)),
            several => pairs.split.push((at, several.to_vec())),
        }
        let goes_on = [ids(entry, "ke_thua"), heirs(names.0, &old[at])].concat();
        if let Some(now) = goes_on.iter().find_map(|id| free_new(&pairs, id)).filter(|_| split.is_empty()) {
            pairs.both.push((at, now, declared));
        }
    }
    take_splits(new, old, &new_place, &mut pairs, false);
    for (at, entry) in new.iter().enumerate() {
        let before = heirs(names.1, entry).iter().find_map(|id| free_old(&pairs, id));
        if let Some(before) = before.filter(|_| !pairs.has_new(at)) {
            pairs.both.push((before, at, declared));
        }
    }
    let threshold = match alike {
        Alike::Mostly => ENTITY,
        Alike::Called => 1.0,
        Alike::Never => 2.0,
    };
    let bag = |(_, entry): &(String, Stated), names: &Names| Bag::of(&called(&entry.meaning, names));
    let (one, two) = (pairs.removed(old.len()), pairs.added(new.len()));
    let bags = (
        one.iter().map(|at| bag(&old[*at], names.0)).collect::<Vec<_>>(),
        two.iter().map(|at| bag(&new[*at], names.1)).collect::<Vec<_>>(),
    );
    for (left, right, score) in best(&bags.0, &bags.1, threshold, |left, right| bags.0[left].likeness(&bags.1[right])) {
        pairs.both.push((one[left], two[right], Some(Known::Alike(score))));
    }
    pairs.both.sort_by_key(|(_, new, _)| *new);
    pairs
}

/// What took the place of a body or a document, as far as its plan knows, the next one first.
fn heirs(names: &Names, (id, entry): &(String, Stated)) -> Vec<String> {
    match &entry.meaning {
        Meaning::Record(shape, _) => names.heirs(shape.name, id).to_vec(),
        _ => Vec::new(),
    }
}

/// Those of `many` that are split from one of `one`.
fn take_splits(one: &Entries, many: &Entries, place: &HashMap<&str, usize>, pairs: &mut Pairs, forward: bool) {
    let mut split: Vec<(usize, Vec<usize>)> = Vec::new();
    for (at, (_, entry)) in many.iter().enumerate() {
        let taken = if forward { pairs.has_new(at) } else { pairs.has_old(at) };
        let whole = ids(entry, "tach_tu").first().and_then(|id| place.get(id.as_str()).copied());
        let Some(whole) = whole.filter(|whole| !taken && *whole < one.len()) else { continue };
        if if forward { pairs.has_old(whole) } else { pairs.has_new(whole) } {
            continue;
        }
        match split.iter_mut().find(|(known, _)| *known == whole) {
            Some((_, parts)) => parts.push(at),
            None => split.push((whole, vec![at])),
        }
    }
    for (whole, parts) in split {
        match (parts.as_slice(), forward) {
            ([part], true) => pairs.both.push((whole, *part, Some(Known::Declared))),
            ([part], false) => pairs.both.push((*part, whole, Some(Known::Declared))),
            (_, true) => pairs.split.push((whole, parts)),
            (_, false) => pairs.merged.push((parts, whole)),
        }
    }
}

/// The full words by which an entity is called; of a document all that makes it that document.
fn called(meaning: &Meaning, names: &Names) -> String {
    let keys: &[&str] = match meaning {
        Meaning::Record(shape, _) if shape.name == "document" => &["loai", "so_hieu", "ngay"],
        _ => &["ten", "loi", "viec", "doi_tuong", "ket_qua", "noi_dung"],
    };
    let said = keys.iter().filter_map(|key| meaning.of(key)).map(|stated| names.shown(&stated.meaning));
    said.collect::<Vec<_>>().join(" ")
}

/// The best pairs of two rows of bags, each used once, from the likeliest down; equal ones in their order.
fn best(one: &[Bag], two: &[Bag], threshold: f64, likeness: impl Fn(usize, usize) -> f64) -> Vec<(usize, usize, f64)> {
    let mut scores = Vec::new();
    for (left, first) in one.iter().enumerate() {
        for (right, second) in two.iter().enumerate() {
            let score = likeness(left, right);
            if score >= threshold && first.len() + second.len() > 0 {
                scores.push((left, right, score));
            }
        }
    }
    let far = |left: usize, right: usize| left.abs_diff(right);
    scores.sort_by(|one, other| {
        let by_place = far(one.0, one.1).cmp(&far(other.0, other.1));
        other.2.total_cmp(&one.2).then(by_place).then((one.0 + one.1).cmp(&(other.0 + other.1)))
    });
    let (mut left_taken, mut right_taken) = (vec![false; one.len()], vec![false; two.len()]);
    scores.retain(|(left, right, _)| {
        let free = !left_taken[*left] && !right_taken[*right];
        if free {
            (left_taken[*left], right_taken[*right]) = (true, true);
        }
        free
    });
    scores
}

/// Pairs parts of a list: the same ones, those of one identity, the likeliest ones.
pub(super) fn items(old: &[Stated], new: &[Stated], names: (&Names, &Names)) -> Pairs {
    let mut pairs = Pairs::default();
    let (mut old_free, mut new_free) = (vec![true; old.len()], vec![true; new.len()]);
    let take = |pairs: &mut Pairs, left: usize, right: usize, free: (&mut Vec<bool>, &mut Vec<bool>)| {
        pairs.both.push((left, right, None));
        (free.0[left], free.1[right]) = (false, false);
    };
    let mut same: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, item) in old.iter().enumerate().rev() {
        same.entry(fingerprint(&item.meaning)).or_default().push(at);
    }
    for (at, item) in new.iter().enumerate() {
        let Some(places) = same.get_mut(&fingerprint(&item.meaning)) else { continue };
        if let Some(before) = places.pop().filter(|before| old[*before] == *item) {
            take(&mut pairs, before, at, (&mut old_free, &mut new_free));
        }
    }
    let mut known: HashMap<String, Vec<usize>> = HashMap::new();
    for at in (0..old.len()).rev().filter(|at| old_free[*at]) {
        if let Some(identity) = identity(&old[at].meaning, names.0) {
            known.entry(identity).or_default().push(at);
        }
    }
    for (at, item) in new.iter().enumerate() {
        if !new_free[at] {
            continue;
        }
        let before = identity(&item.meaning, names.1).and_then(|identity| known.get_mut(&identity)?.pop());
        if let Some(before) = before {
            take(&mut pairs, before, at, (&mut old_free, &mut new_free));
        }
    }
    let left: Vec<usize> = (0..old.len()).filter(|at| old_free[*at]).collect();
    let right: Vec<usize> = (0..new.len()).filter(|at| new_free[*at]).collect();
    let parts = |items: &[Stated], places: &[usize], names: &Names| {
        places.iter().map(|at| Part::of(&items[*at].meaning, names)).collect::<Vec<_>>()
    };
    let (one, two) = (parts(old, &left, names.0), parts(new, &right, names.1));
    let bags = |parts: &[Part]| parts.iter().map(|part| part.all.clone()).collect::<Vec<_>>();
    for (before, now, _) in best(&bags(&one), &bags(&two), PART, |left, right| one[left].likeness(&two[right])) {
        pairs.both.push((left[before], right[now], None));
    }
    pairs.both.sort_by_key(|(_, new, _)| *new);
    pairs
}

/// A part of a list, for comparing it with others.
struct Part {
    form: String,
    heading: Option<Bag>,
    all: Bag,
}

impl Part {
    fn of(meaning: &Meaning, names: &Names) -> Self {
        let heading = meaning.of("muc").map(|heading| Bag::of(&names.shown(&heading.meaning)));
        Self { form: form(meaning), heading, all: Bag::of_meaning(meaning) }
    }

    fn likeness(&self, other: &Self) -> f64 {
        if self.form != other.form {
            return 0.0;
        }
        let all = self.all.likeness(&other.all);
        match (&self.heading, &other.heading) {
            (Some(one), Some(two)) => all.max(one.likeness(two) * 0.9),
            _ => all,
        }
    }
}

/// What kind of part something is: only those of one kind can be one.
fn form(meaning: &Meaning) -> String {
    match meaning {
        Meaning::Record(shape, members) => {
            let marks = ["muc", "in", "bang", "lich", "sua_doi", "nhom", "tong", "cong"];
            let has = marks.iter().filter(|mark| members.iter().any(|(key, _)| key.key == **mark));
            format!("{} {}", shape.name, has.copied().collect::<Vec<_>>().join(" "))
        }
        // A reference is the same or another.
        Meaning::Reference(home, id) => format!("{} {id}", home.term),
        Meaning::Plain(text) => text.clone(),
        Meaning::Nothing
        | Meaning::Words(_)
        | Meaning::Choice(..)
        | Meaning::Number(_)
        | Meaning::Money(_)
        | Meaning::Time(..)
        | Meaning::List(_)
        | Meaning::Entries(_) => String::new(),
    }
}

/// What makes a part of a list that part, whatever else it says.
fn identity(meaning: &Meaning, names: &Names) -> Option<String> {
    let Meaning::Record(shape, _) = meaning else { return None };
    let said = |key: &str| meaning.of(key).map(|stated| format!("{key} {}", names.shown(&stated.meaning)));
    match shape.name {
        "responsibility" | "recipient" => {
            let who = said("co_quan").or_else(|| said("nhom")).or_else(|| said("loi"))?;
            Some(format!(
                "{who} {}",
                if shape.name == "responsibility" { said("nhom").unwrap_or_default() } else { String::new() }
            ))
        }
        "legal_basis" => said("van_ban"),
        "block" if meaning.of("bang").is_some() => {
            meaning.of("bang").and_then(|table| identity(&table.meaning, names)).map(|table| format!("bang {table}"))
        }
        "block" => said("ma").or_else(|| said("in").map(|what| format!("{what} {}", said("nhom").unwrap_or_default()))),
        "column" => said("ma").or_else(|| said("ten")),
        "row" => said("ma").or_else(|| Some(format!("{} {}", form(meaning), names.label(meaning)))),
        "table" => said("ma").or_else(|| said("ten")),
        "share" => said("noi"),
        "allocation" => Some(format!("{} {}", said("nguon").unwrap_or_default(), said("nam").unwrap_or_default())),
        "signature_shape" => said("chuc_vu"),
        "waiver" => said("ma"),
        _ => None,
    }
}
