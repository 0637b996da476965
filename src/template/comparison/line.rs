//! A change as a line of the table.

use serde::Serialize;

use super::pieces::sides;
use crate::diff::view::{Row, Sign};
use crate::template::xml::Xml;
use crate::vietnamese::capitalize;

/// The longest figure, in letters.
const LONGEST_FIGURE: usize = 28;
/// Letters of a cell; of more, the beginning is shown, so that no row is higher than a page.
const MOST_LETTERS: usize = 600;
/// Letters as which even the shortest paragraph counts, since it has a line of its own.
const LEAST_LETTERS: usize = 40;

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
    /// A change under its number.
    pub(super) fn new(number: usize, row: &Row) -> Self {
        let (cu, moi) = values(row);
        let told = [&row.old, &row.new];
        let are_figures = row.pieces.is_empty() && told.iter().any(|words| words.is_some());
        let are_figures = are_figures && told.into_iter().flatten().all(|words| is_figure(words));
        let difference = row.difference.clone().unwrap_or_default();
        let is_signed = difference.starts_with(['+', '-']);
        let percent = row.percent.as_deref().unwrap_or_default();
        Self {
            stt: number,
            noi_dung: topic(row),
            cu,
            moi,
            can: if are_figures { "right" } else { "left" },
            can_tang_giam: if is_signed { "right" } else { "left" },
            tang_giam: Xml::words(&difference),
            // The head of the column says of what.
            ty_le: Xml::words(percent.trim_end_matches('%')),
            ghi_chu: notes(row),
        }
    }
}

/// What changed: the way to it, what of it, and what was put together or split.
fn topic(row: &Row) -> Vec<Xml> {
    let mut place = capitalize(&row.place.join(" › "));
    if let Some(aspect) = row.aspect {
        place.push_str(&format!(": {}", aspect.to_lowercase()));
    }
    let mut paragraphs = vec![Xml::words(&place)];
    if row.sign == Sign::Renamed {
        paragraphs.extend(shortened(lines(&None, &row.details)));
    }
    paragraphs
}

/// What stood there and what stands there.
fn values(row: &Row) -> (Vec<Xml>, Vec<Xml>) {
    let said = |words: &str| vec![Xml::words(words)];
    match row.sign {
        Sign::Added => (said("(chưa có)"), or_else(shortened(lines(&row.new, &[])), "(thêm)")),
        Sign::Removed => (or_else(shortened(lines(&row.old, &[])), "(có)"), said("(bỏ)")),
        Sign::Changed | Sign::Moved if !row.pieces.is_empty() => {
            let (old, new) = sides(&row.pieces);
            (vec![old], vec![new])
        }
        Sign::Moved => (said("(ở chỗ khác)"), shortened(lines(&row.new, &[]))),
        Sign::Reordered => (said("(thứ tự khác)"), shortened(lines(&row.new, &row.details))),
        Sign::Changed => (shortened(lines(&row.old, &[])), shortened(lines(&row.new, &row.details))),
        Sign::Renamed => (shortened(lines(&row.old, &[])), shortened(lines(&row.new, &[]))),
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

/// Lines as paragraphs, as many as a row holds; what is left out is said to be.
fn shortened(lines: Vec<&str>) -> Vec<Xml> {
    let mut room = MOST_LETTERS;
    let mut paragraphs = Vec::new();
    for line in lines {
        let letters = line.chars().count().max(LEAST_LETTERS);
        if letters > room {
            let beginning: String = line.chars().take(room).collect();
            let beginning = beginning.rsplit_once(' ').map_or("", |(whole_words, _)| whole_words);
            paragraphs.push(Xml::words(&format!("{beginning}… (còn nữa, xem trong kế hoạch)")));
            break;
        }
        room -= letters;
        paragraphs.push(Xml::words(line));
    }
    paragraphs
}

/// What the two values do not say: that something stands elsewhere, why it cannot be compared.
fn notes(row: &Row) -> Vec<Xml> {
    let sign = match row.sign {
        Sign::Moved | Sign::Reordered => Some(row.sign.word()),
        Sign::Added | Sign::Removed | Sign::Changed | Sign::Renamed => None,
    };
    let words: Vec<&str> = sign.into_iter().chain(row.note.as_deref()).collect();
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
    fn long_additions_show_their_beginning() {
        let line = "một hai ba ".repeat(40);
        let shown = shortened(vec![&line, &line, "cuối"]);
        let [first, second] = shown.as_slice() else { panic!("{shown:?}") };
        assert_eq!(first.to_string(), line);
        assert!(second.to_string().ends_with("… (còn nữa, xem trong kế hoạch)"), "{second}");
        assert_eq!(shortened(vec!["một", "hai"]).len(), 2);
    }

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
