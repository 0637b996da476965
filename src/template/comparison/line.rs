//! A change, or all that changed of one thing, as a line of the table.

use serde::Serialize;

use super::digest::Item;
use super::facts::{self, Facts};
use super::pieces::sides;
use super::room::{GOES_ON, shortened};
use crate::diff::change::Topic;
use crate::diff::view::{Row, Sign};
use crate::template::xml::Xml;
use crate::vietnamese::capitalize;

/// The longest figure, in letters.
const LONGEST_FIGURE: usize = 28;

/// A line; each cell holds paragraphs.
#[derive(Serialize)]
pub(super) struct Line {
    stt: usize,
    noi_dung: Vec<Xml>,
    cu: Vec<Xml>,
    moi: Vec<Xml>,
    can: &'static str,
    tang_giam: Xml,
    can_tang_giam: &'static str,
    ty_le: Xml,
    ghi_chu: Vec<Xml>,
}

impl Line {
    /// What stands in one line, under its number.
    pub(super) fn of(number: usize, item: &Item<'_>, heading: Option<&str>) -> Self {
        match item {
            Item::One(row) => Self::one(number, row, heading),
            Item::Subject(rows) => match (rows.as_slice(), rows[0].subject.noun) {
                (_, "target") if rows.iter().all(|row| is_inside(row)) => Self::told(number, facts::target(rows)),
                ([row], _) => Self::one(number, row, heading),
                (rows, _) => Self::told(number, facts::thing(rows)),
            },
            Item::List(rows) => Self::told(number, facts::list(rows)),
            Item::Passage(rows) => Self::told(number, facts::passage(rows, heading)),
            Item::Answers(rows) => Self::told(number, facts::answers(rows)),
            Item::Table { cells, rows, sums } => Self::told(number, facts::table(cells, *rows, sums)),
        }
    }

    /// All that changed of one thing.
    fn told(number: usize, facts: Facts) -> Self {
        let marks = (&facts.difference, &facts.percent);
        Self::with(number, facts.name, (facts.old, facts.new), facts.are_figures, marks, facts.notes)
    }

    /// A change under its number; its heading is not said again.
    fn one(number: usize, row: &Row, heading: Option<&str>) -> Self {
        let (cu, moi) = values(row);
        let told = [&row.old, &row.new];
        let are_figures = row.pieces.is_empty() && told.iter().any(|words| words.is_some());
        let are_figures = are_figures && told.into_iter().flatten().all(|words| is_figure(words));
        Self::with(number, topic(row, heading), (cu, moi), are_figures, (&row.difference, &row.percent), notes(row))
    }

    /// A line of what stands in its cells.
    fn with(
        number: usize,
        noi_dung: Vec<Xml>,
        (cu, moi): (Vec<Xml>, Vec<Xml>),
        are_figures: bool,
        (difference, percent): (&Option<String>, &Option<String>),
        ghi_chu: Vec<Xml>,
    ) -> Self {
        let difference = difference.clone().unwrap_or_default();
        let is_signed = difference.starts_with(['+', '-']);
        let percent = percent.as_deref().unwrap_or_default();
        Self {
            stt: number,
            noi_dung,
            cu,
            moi,
            can: if are_figures { "right" } else { "left" },
            can_tang_giam: if is_signed { "right" } else { "left" },
            tang_giam: Xml::words(&difference),
            // The head of the column says of what.
            ty_le: Xml::words(percent.trim_end_matches('%')),
            ghi_chu,
        }
    }
}

/// Whether a change is one inside its subject, not that the whole of it came or went.
fn is_inside(row: &Row) -> bool {
    match row.sign {
        Sign::Added | Sign::Removed => !row.subject.is_whole,
        Sign::Changed | Sign::Renamed => true,
        Sign::Moved | Sign::Reordered | Sign::Follows => false,
    }
}

/// What changed: the way to it, what of it, and what was put together or split.
fn topic(row: &Row, heading: Option<&str>) -> Vec<Xml> {
    let mut names = row.place.clone();
    if !row.subject.name.is_empty() && row.subject.noun != "legal_basis" {
        // In full, not by its first words.
        let is_it = |name: &String| row.subject.name.starts_with(name.trim_end_matches('…'));
        match names.iter().position(is_it) {
            Some(at) => drop(names.splice(..=at, [row.subject.name.clone()])),
            None if row.subject.part.is_none() => {
                names.pop();
                names.push(row.subject.name.clone());
            }
            None => {}
        }
    }
    if row.topic == Topic::Tables {
        // The table says where it stands.
        let first = names.len().saturating_sub(2);
        names.drain(..first);
    }
    if names.len() > 1 && heading == Some(names[0].as_str()) {
        names.remove(0);
    }
    let mut place = capitalize(&names.join(" › "));
    if let Some(aspect) = row.aspect {
        place.push_str(&format!(": {}", aspect.to_lowercase()));
    }
    let mut paragraphs = vec![Xml::words(&place)];
    if row.sign == Sign::Renamed {
        // Into what the items of a group went is told by the lines of those.
        let is_told = |line: &&String| !is_regrouped(row) || line.starts_with("bỏ: ") || line.starts_with("thêm: ");
        let told: Vec<String> = row.details.iter().filter(is_told).cloned().collect();
        paragraphs.extend(shortened(lines(&None, &told)));
    }
    paragraphs
}

/// What stood there and what stands there.
fn values(row: &Row) -> (Vec<Xml>, Vec<Xml>) {
    let said = |words: &str| vec![Xml::words(words)];
    match row.sign {
        Sign::Added => (said("(chưa có)"), or_else(whole(row, &row.new, &row.subject.new), "(thêm)")),
        Sign::Removed => (or_else(whole(row, &row.old, &row.subject.old), "(có)"), said("(bỏ)")),
        Sign::Changed | Sign::Moved if !row.pieces.is_empty() => {
            let (old, new) = sides(&row.pieces);
            (vec![old], vec![new])
        }
        Sign::Moved => (said("(ở chỗ khác)"), shortened(lines(&row.new, &[]))),
        Sign::Changed if row.old.is_none() && row.new.is_none() => {
            (said("(như cũ, chỉ đổi năm)"), said("(như cũ, chỉ đổi năm)"))
        }
        Sign::Reordered => (said("(thứ tự khác)"), shortened(lines(&row.new, &row.details))),
        Sign::Changed | Sign::Follows => (shortened(lines(&row.old, &[])), shortened(lines(&row.new, &row.details))),
        Sign::Renamed if is_regrouped(row) => {
            let side = |fact: &Option<String>, words: &str| or_else(shortened(lines(fact, &[])), words);
            (side(&row.subject.old, "(chưa có)"), side(&row.subject.new, "(gộp vào các khoản khác)"))
        }
        Sign::Renamed => (shortened(lines(&row.old, &[])), shortened(lines(&row.new, &[]))),
    }
}

/// Whether it is a group whose items went into others.
fn is_regrouped(row: &Row) -> bool {
    row.sign == Sign::Renamed && row.old.is_some() != row.new.is_some()
}

/// What came or went as a whole: its figures, where its name stands before it; of duties all of them.
fn whole(row: &Row, words: &Option<String>, fact: &Option<String>) -> Vec<Xml> {
    match row.subject.noun {
        "responsibility" => shortened(lines(&None, &row.details)),
        _ if row.subject.is_whole && row.subject.noun != "legal_basis" && !row.subject.noun.is_empty() => {
            shortened(lines(&fact.as_deref().map(capitalize), &[]))
        }
        _ => shortened(lines(words, &[])),
    }
}

/// Paragraphs, or words where there are none.
fn or_else(paragraphs: Vec<Xml>, words: &str) -> Vec<Xml> {
    if paragraphs.is_empty() { vec![Xml::words(words)] } else { paragraphs }
}

/// The lines of what is said and of what belongs to it.
fn lines<'r>(words: &'r Option<String>, details: &'r [String]) -> Vec<&'r str> {
    let all = words.iter().chain(details);
    all.flat_map(|words| words.lines()).filter(|line| !line.trim().is_empty()).collect()
}

/// What the two values do not say: that something stands elsewhere, why it cannot be compared.
fn notes(row: &Row) -> Vec<Xml> {
    let sign = match row.sign {
        Sign::Moved | Sign::Reordered => Some(row.sign.word()),
        Sign::Added | Sign::Removed | Sign::Changed | Sign::Renamed | Sign::Follows => None,
    };
    // Under which heading sums stand says what they are, and two amounts that the one goes on with the other.
    let note = row.note.as_deref().filter(|note| row.sign != Sign::Follows && *note != GOES_ON);
    let words: Vec<&str> = sign.into_iter().chain(note).collect();
    capitalize(&words.join("; ")).lines().map(Xml::words).collect()
}

/// Whether words are a number, with its unit at most.
fn is_figure(words: &str) -> bool {
    words.starts_with(|letter: char| letter.is_ascii_digit())
        && words.chars().count() <= LONGEST_FIGURE
        && !words.contains(['/', ';', '\n'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_told_from_words() {
        for words in ["0,82", "3.230 triệu đồng", "12 hộ"] {
            assert!(is_figure(words), "{words}");
        }
        for words in ["30/6/2026", "Phòng Kinh tế", "1. Rà soát hộ nghèo, hộ cận nghèo trên địa bàn"]
        {
            assert!(!is_figure(words), "{words}");
        }
    }
}
