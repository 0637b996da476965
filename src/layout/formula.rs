//! Formulas below the titles of columns, «12=11/1×100»: they go on in a second line before one of their signs.

use super::tree::{Run, Table};
use super::typeface::Typeface;
use crate::units::Length;

/// A longer one is a text.
const LONGEST: usize = 40;

/// The parts of a formula between which a line may end; one where a word is no formula.
pub(super) fn parts(word: &str) -> Vec<&str> {
    let is_of_formula = |letter: char| letter.is_ascii_digit() || letter.is_uppercase() || is_sign(letter);
    let is_formula = word.contains('=') && word.chars().nth(LONGEST).is_none();
    if !is_formula || !word.chars().all(|letter| is_of_formula(letter) || "=().,%".contains(letter)) {
        return vec![word];
    }
    let mut parts = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, letter) in word.char_indices() {
        if at > start && (before == Some('=') || is_sign(letter) && before != Some('(')) {
            parts.push(&word[start..at]);
            start = at;
        }
        before = Some(letter);
    }
    parts.push(&word[start..]);
    parts
}

fn is_sign(letter: char) -> bool {
    matches!(letter, '+' | '-' | '−' | '–' | '×' | '*' | '/' | ':')
}

/// The least width in which parts have room in two lines.
pub(super) fn in_two_lines(parts: &[Length]) -> Length {
    let sum = |parts: &[Length]| parts.iter().fold(Length::ZERO, |sum, &part| sum + part);
    (1..parts.len()).map(|at| sum(&parts[..at]).max(sum(&parts[at..]))).min().unwrap_or_else(|| sum(parts))
}

/// Breaks the formulas in the header of a table that are wider than their columns.
pub(super) fn break_formulas(table: &mut Table, typeface: &Typeface) {
    let (columns, padding) = (&table.columns, table.padding_x * 2);
    for cell in table.rows[..table.header_rows].iter_mut().flat_map(|row| &mut row.cells) {
        let room = columns[cell.column] - padding;
        for para in cell.paras.iter_mut().filter(|_| cell.colspan == 1) {
            if let [Run::Words { text, bold, italic }] = para.runs.as_slice() {
                let width = |text: &str| typeface.width(text, para.style.size, *bold, *italic);
                let lines = filled(&parts(text), room, width);
                if lines.len() > 1 {
                    let words = |text| Run::Words { text, bold: *bold, italic: *italic };
                    let lines: Vec<_> = lines.into_iter().map(|line| vec![words(line)]).collect();
                    para.runs = lines.join(&Run::Break);
                }
            }
        }
    }
}

fn filled(parts: &[&str], room: Length, width: impl Fn(&str) -> Length) -> Vec<String> {
    let mut lines = vec![String::new()];
    for part in parts {
        let line = lines.last_mut().expect("there is a line");
        if line.is_empty() || width(&format!("{line}{part}")) <= room {
            line.push_str(part);
        } else {
            lines.push((*part).to_owned());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_break_before_their_signs() {
        let check = |word, expected: &[&str]| assert_eq!(parts(word), expected, "{word}");
        check("12=11/1×100", &["12=", "11", "/1", "×100"]);
        check("(3)=(1)-(2)", &["(3)=", "(1)", "-(2)"]);
        check("8=3-7", &["8=", "3", "-7"]);
        check("2021-2025", &["2021-2025"]);
        check("a=b-c", &["a=b-c"]);
    }

    #[test]
    fn lines_are_filled_part_by_part() {
        let letters = |text: &str| Length::mm(i64::try_from(text.chars().count()).expect("a few letters"));
        let lines = |room| filled(&parts("12=11/1×100"), Length::mm(room), letters);
        assert_eq!(lines(11), ["12=11/1×100"]);
        assert_eq!(lines(8), ["12=11/1", "×100"]);
        assert_eq!(lines(6), ["12=11", "/1×100"]);
        assert_eq!(lines(4), ["12=", "11/1", "×100"]);
        let widths: Vec<_> = parts("12=11/1×100").into_iter().map(letters).collect();
        assert_eq!(in_two_lines(&widths), Length::mm(6));
    }
}
