//! All that changed of one thing, in the cells of one line.

use super::digest;

use super::pieces::near;
use super::room::{GOES_ON, shortened};
use crate::diff::view::{Row, Sign};
use crate::template::xml::Xml;
use crate::vietnamese::{capitalize, uncapitalize};

/// The cells of a line.
#[derive(Default)]
pub(super) struct Facts {
    pub(super) name: Vec<Xml>,
    pub(super) old: Vec<Xml>,
    pub(super) new: Vec<Xml>,
    pub(super) are_figures: bool,
    pub(super) difference: Option<String>,
    pub(super) percent: Option<String>,
    pub(super) notes: Vec<Xml>,
}

/// Keys that are told by the figures of a target.
const FIGURES: [&str; 8] = ["tu", "den", "gia_tri", "con", "giam", "tang", "so_sanh", "don_vi"];
/// Targets that are named where several are told of together.
const NAMED: usize = 3;
/// Figures of a row of sums that are shown.
const MOST_FIGURES: usize = 8;
/// Those of them that it aims at, the first one first.
const AIMS: [&str; 5] = ["den", "gia_tri", "con", "giam", "tang"];

impl Facts {
    fn judged(&mut self, row: &Row) {
        self.difference.clone_from(&row.difference);
        self.percent.clone_from(&row.percent);
    }

    fn note(&mut self, words: &str) {
        if words == GOES_ON {
            return;
        }
        self.notes.push(Xml::words(&capitalize(words)));
    }
}

/// The key at the end of a change's way.
fn key(row: &Row) -> &str {
    row.address.rsplit('.').next().unwrap_or_default()
}

/// A target: from where to where in either year, and what else of it changed.
pub(super) fn target(rows: &[&Row]) -> Facts {
    let subject = &rows[0].subject;
    let mut facts = Facts::default();
    let name = match subject.outer.last() {
        Some(_) => format!("- Trong đó: {}", uncapitalize(&subject.name)),
        None => capitalize(&subject.name),
    };
    facts.name = vec![Xml::words(&name)];
    let figures: Vec<&Row> = rows.iter().copied().filter(|row| FIGURES.contains(&key(row))).collect();
    let aim = AIMS.iter().find_map(|aim| figures.iter().find(|row| key(row) == *aim && row.difference.is_some()));
    if !figures.is_empty() {
        let side = |fact: &Option<String>| vec![Xml::words(&capitalize(fact.as_deref().unwrap_or("(chưa có)")))];
        (facts.old, facts.new) = (side(&subject.old), side(&subject.new));
    }
    if let Some(aim) = aim.or(figures.first()) {
        facts.judged(aim);
    }
    for note in figures.iter().filter_map(|row| row.note.as_deref()) {
        facts.note(note);
    }
    facts.notes.dedup_by_key(|note| note.to_string());
    for row in rows.iter().filter(|row| !FIGURES.contains(&key(row))) {
        aside(&mut facts, row);
    }
    facts
}

/// What else of a thing changed, beside its figures: a wording between the years, a name among the notes.
fn aside(facts: &mut Facts, row: &Row) {
    let label = label(row);
    if !row.pieces.is_empty() {
        push_words(facts, row, label.as_deref());
        return;
    }
    let label = label.map(|label| format!("{label}: ")).unwrap_or_default();
    match (row.sign, &row.old, &row.new) {
        (Sign::Renamed, ..) => row.note.iter().for_each(|note| facts.note(note)),
        (_, Some(old), Some(new)) => facts.note(&format!("{label}{new} (trước: {old})")),
        (_, Some(old), None) => facts.note(&format!("{label}bỏ {old}")),
        (_, None, Some(new)) => facts.note(&format!("{label}thêm {new}")),
        (_, None, None) => {}
    }
}

/// What of the thing changed, by its name.
fn label(row: &Row) -> Option<String> {
    row.subject.part.clone().or_else(|| row.aspect.map(str::to_owned))
}

/// The words of both sides, each with what the other has not marked.
fn push_words(facts: &mut Facts, row: &Row, label: Option<&str>) {
    let (old, new) = near(&row.pieces);
    let labelled = |words: Xml| match label {
        Some(label) => Xml::concat([&Xml::words(&format!("{label}: ")), &words]),
        None => words,
    };
    facts.old.push(labelled(old));
    facts.new.push(labelled(new));
}

/// Sentences of one section: of each what changed and the words next to it.
pub(super) fn passage(rows: &[&Row], heading: Option<&str>) -> Facts {
    let (own, outer) = rows[0].place.split_last().map_or(("", &[][..]), |(own, outer)| (own.as_str(), outer));
    let outer = outer.strip_prefix([heading.unwrap_or_default().to_owned()].as_slice()).unwrap_or(outer);
    let name = match (outer, rows) {
        ([], [_]) => own.to_owned(),
        ([], _) => "Các đoạn của mục".to_owned(),
        (outer, _) => outer.join(" › "),
    };
    let mut facts = Facts { name: vec![Xml::words(&capitalize(&name))], ..Facts::default() };
    let sign = Xml::words(if rows.len() > 1 { "- " } else { "" });
    for row in rows {
        let (old, new) = near(&row.pieces);
        facts.old.push(Xml::concat([&sign, &old]));
        facts.new.push(Xml::concat([&sign, &new]));
        if let Some(note) = &row.note {
            facts.note(note);
        }
    }
    facts
}

/// Those of a list that went beside those that came.
pub(super) fn list(rows: &[&Row]) -> Facts {
    let name = digest::listed(rows[0]).unwrap_or_default();
    let side = |of: fn(&Row) -> Option<&String>, empty: &str| {
        let names = rows.iter().filter_map(|row| of(row).map(|words| (row, words)));
        let line = |(row, words): (&&Row, &String)| {
            // What came or went is called by its full name.
            let full = &row.subject.name;
            let is_full = row.sign != Sign::Renamed
                && full.starts_with(row.place.last().map_or("", |own| own.trim_end_matches('…')));
            Xml::words(&format!("- {}", if is_full && !full.is_empty() { full } else { words }))
        };
        let lines: Vec<Xml> = names.map(line).collect();
        if lines.is_empty() { vec![Xml::words(empty)] } else { lines }
    };
    let mut facts = Facts { name: vec![Xml::words(name)], ..Facts::default() };
    (facts.old, facts.new) = (side(|row| row.old.as_ref(), "(chưa có)"), side(|row| row.new.as_ref(), "(bỏ)"));
    facts
}

/// Several targets for which another body answers now.
pub(super) fn answers(rows: &[&Row]) -> Facts {
    let first: Vec<String> = rows.iter().take(NAMED).map(|row| uncapitalize(&row.subject.name)).collect();
    let more = if rows.len() > NAMED { "; …" } else { "" };
    let mut facts = Facts::default();
    let name = format!("Cơ quan phụ trách {} chỉ tiêu: {}{more}", rows.len(), first.join("; "));
    facts.name = vec![Xml::words(&name)];
    let side = |words: &Option<String>| vec![Xml::words(words.as_deref().unwrap_or_default())];
    (facts.old, facts.new) = (side(&rows[0].old), side(&rows[0].new));
    facts
}

/// A duty, a document, a row of a table: line by line what changed, old beside new.
pub(super) fn thing(rows: &[&Row]) -> Facts {
    let subject = &rows[0].subject;
    let mut facts = Facts { name: vec![Xml::words(&capitalize(&subject.name))], ..Facts::default() };
    let is_renamed = rows.iter().any(|row| row.sign == Sign::Renamed);
    // A body or a document that took another's place has another name, number and day, of course.
    let is_told =
        |row: &&&Row| !(is_renamed && matches!(subject.noun, "body_entry" | "document") && row.sign != Sign::Renamed);
    let rows: Vec<&Row> = rows.iter().filter(is_told).copied().collect();
    let one_judged = rows.iter().filter(|row| row.difference.is_some()).count() == 1;
    for (label, group) in by_label(&rows) {
        let label = label.as_deref();
        listed(&mut facts, label, &group);
        for row in group {
            told(&mut facts, label, row);
            if one_judged && row.difference.is_some() {
                facts.judged(row);
            }
            if let Some(note) = &row.note {
                facts.note(note);
            }
        }
    }
    facts.notes.dedup_by_key(|note| note.to_string());
    facts
}

/// The changes of a thing by what of it changed, in their order.
fn by_label<'r>(rows: &[&'r Row]) -> Vec<(Option<String>, Vec<&'r Row>)> {
    let mut groups: Vec<(Option<String>, Vec<&'r Row>)> = Vec::new();
    for row in rows {
        let label = label(row);
        match groups.iter_mut().find(|(known, _)| *known == label) {
            Some((_, group)) => group.push(row),
            None => groups.push((label, vec![row])),
        }
    }
    groups
}

/// Those that left a list and those that came, together.
fn listed(facts: &mut Facts, label: Option<&str>, rows: &[&Row]) {
    let Some(label) = label else { return };
    let all = |sign: Sign| {
        let words = rows.iter().filter(|row| row.sign == sign).filter_map(|row| row.new.as_ref().or(row.old.as_ref()));
        words.cloned().collect::<Vec<_>>().join(", ")
    };
    let (gone, come) = (all(Sign::Removed), all(Sign::Added));
    let is_list = rows.iter().any(|row| row.address.ends_with(']'));
    let said = |word: &str, names: &str| match is_list {
        true => format!("{label}: {word} {names}"),
        false => format!("{label}: {names}"),
    };
    if !gone.is_empty() {
        facts.old.extend(shortened(vec![&said("bỏ", &gone)]));
    }
    if !come.is_empty() {
        facts.new.extend(shortened(vec![&said("thêm", &come)]));
    }
}

/// One change of a thing on both sides.
fn told(facts: &mut Facts, label: Option<&str>, row: &Row) {
    let with = |words: &str| match label {
        Some(label) => format!("{label}: {words}"),
        None => words.to_owned(),
    };
    if !row.pieces.is_empty() {
        push_words(facts, row, label);
        return;
    }
    let is_listed = label.is_some() && matches!(row.sign, Sign::Added | Sign::Removed);
    if is_listed || row.sign == Sign::Reordered {
        return;
    }
    if let Some(old) = &row.old {
        facts.old.extend(shortened(vec![&with(old)]));
    }
    if let Some(new) = &row.new {
        facts.new.extend(shortened(vec![&with(new)]));
    }
    let mark = |facts: &mut Vec<Xml>, words: &str| facts.push(Xml::words(words));
    match row.sign {
        Sign::Added if label.is_none() => {}
        Sign::Moved => mark(&mut facts.notes, "Chuyển chỗ"),
        Sign::Added | Sign::Removed | Sign::Changed | Sign::Reordered | Sign::Renamed | Sign::Follows => {}
    }
}

/// A table of which many figures changed: its sums, and how many rows.
pub(super) fn table(cells: &[&Row], rows: usize, sums: &[&Row]) -> Facts {
    let caption = sums.first().and_then(|sum| sum.place.iter().rev().nth(1));
    let name = caption.or_else(|| cells.first().and_then(|cell| cell.subject.outer.last()));
    let mut facts = Facts { name: vec![Xml::words(&capitalize(name.map_or("", String::as_str)))], ..Facts::default() };
    for sum in sums {
        let name = sum.place.last().map_or("", String::as_str);
        let line = |words: &Option<String>| {
            let words = format!("{name}: {}", words.as_deref().unwrap_or_default());
            let figures: Vec<&str> = words.split_inclusive("; ").collect();
            // Of many columns the first.
            match figures.split_at_checked(MOST_FIGURES) {
                Some((first, rest)) if !rest.is_empty() => {
                    vec![Xml::words(&format!("{}… (và {} số khác)", first.concat(), rest.len()))]
                }
                _ => vec![Xml::words(&words)],
            }
        };
        facts.old.extend(line(&sum.old));
        facts.new.extend(line(&sum.new));
    }
    facts.note(&format!("{} số ở {rows} dòng đã đổi, xem bảng trong kế hoạch", cells.len()));
    facts
}
