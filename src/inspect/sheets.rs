//! Margins and page numbers, sheet by sheet.

use super::observed::{Medium, Place, Sheet};
use super::rule::{Case, Findings, Silence, not_applicable, not_measured};
use crate::decree::{Allowed, Component, Rule};
use crate::units::Length;

/// A margin: what it is called, where it is measured, what is permitted.
pub(super) struct Margin {
    /// What it is called.
    pub term: &'static str,
    /// The margin of a sheet.
    pub of: fn(&Sheet) -> Option<Length>,
    /// Whether a PDF shows only that it is not too small: a page need not be filled.
    pub is_least_in_pdf: bool,
}

/// Lề trên.
pub(super) const TOP: Margin = Margin { term: "lề trên", of: |sheet| sheet.top, is_least_in_pdf: false };
/// Lề dưới.
pub(super) const BOTTOM: Margin = Margin { term: "lề dưới", of: |sheet| sheet.bottom, is_least_in_pdf: true };
/// Lề trái, with the room for binding.
pub(super) const LEFT: Margin = Margin {
    term: "lề trái",
    of: |sheet| sheet.left.map(|left| left + sheet.gutter.unwrap_or_default()),
    is_least_in_pdf: false,
};
/// Lề phải.
pub(super) const RIGHT: Margin = Margin { term: "lề phải", of: |sheet| sheet.right, is_least_in_pdf: false };

/// What is wrong with a margin on the sheets that lie as asked: the first place, what is said of it. `None` if all is well.
///
/// # Errors
/// That no such sheet tells.
pub(super) fn margin_fault<'c>(
    case: &'c Case<'_>,
    margin: &Margin,
    rule: &Rule<Length>,
    is_landscape: bool,
) -> Result<Option<(&'c Place, String)>, Silence> {
    let sheets = case.observed.sheets.iter().filter(|sheet| sheet.is_landscape == is_landscape);
    let measured: Vec<_> = sheets.filter_map(|sheet| Some((sheet, (margin.of)(sheet)?))).collect();
    if measured.is_empty() {
        return Err(not_measured("không có trang nào đầy chữ để đo"));
    }
    let tolerance = case.tolerance().page;
    let is_least = margin.is_least_in_pdf && case.observed.medium == Medium::Pdf;
    let is_wrong = |length: Length| match rule.allowed {
        Allowed::Range(least, _) if is_least => length < least - tolerance,
        Allowed::Range(..) | Allowed::OneOf(_) => !rule.allows_within(length, tolerance),
    };
    let wrong: Vec<_> = measured.iter().filter(|(_, length)| is_wrong(*length)).collect();
    Ok(wrong.first().map(|(sheet, length)| {
        let whole = |length: Length| length.display_mm().trim_end_matches(" mm").to_owned();
        let range = match rule.allowed {
            Allowed::Range(least, most) => format!("{}–{}", whole(least), most.display_mm()),
            Allowed::OneOf(values) => values.iter().map(|value| value.display_mm()).collect::<Vec<_>>().join(" hoặc "),
        };
        let more = match (wrong.len(), case.observed.medium) {
            (1, _) => String::new(),
            (count, Medium::Docx) => format!(", ở {count} phần (section)"),
            (count, Medium::Pdf) => format!(", ở {count} trang"),
        };
        (&sheet.place, format!("{} {}, ngoài khoảng {range}{more}", margin.term, rounded(*length).display_mm()))
    }))
}

/// A measure to a tenth of a millimeter, as far as anyone reads it.
fn rounded(length: Length) -> Length {
    const TENTH: i64 = 3_600;
    Length::emu((length.to_emu() + TENTH / 2).div_euclid(TENTH) * TENTH)
}

/// Tells of a margin of upright sheets.
///
/// # Errors
/// That no sheet tells.
pub(super) fn judge_margin(
    case: &Case<'_>,
    found: &mut Findings<'_>,
    margin: &Margin,
    rule: &Rule<Length>,
) -> Result<(), Silence> {
    if let Some((place, message)) = margin_fault(case, margin, rule, false)? {
        found.at(place, &message);
    }
    Ok(())
}

/// The sheet on which a paragraph stands.
pub(super) fn sheet_of(case: &Case<'_>, paragraph: usize) -> Option<usize> {
    let sheets = &case.observed.sheets;
    let at = sheets.partition_point(|sheet| sheet.paragraphs.end <= paragraph);
    sheets.get(at).is_some_and(|sheet| sheet.paragraphs.contains(&paragraph)).then_some(at)
}

/// The sheets on which an appendix begins.
///
/// # Errors
/// That there is no appendix.
pub(super) fn appendix_sheets(case: &Case<'_>) -> Result<Vec<usize>, Silence> {
    let numbers = case.parts.everywhere(Component::AppendixNumber);
    let found: Vec<_> = numbers.filter_map(|part| sheet_of(case, part.piece.paragraph)).collect();
    if found.is_empty() { Err(not_applicable("văn bản không có phụ lục")) } else { Ok(found) }
}

/// How many letters stand on a sheet.
pub(super) fn letters_on(case: &Case<'_>, sheet: &Sheet) -> usize {
    let paragraphs = case.observed.paragraphs.get(sheet.paragraphs.clone()).unwrap_or_default();
    paragraphs.iter().map(|paragraph| paragraph.text.chars().count()).sum()
}

/// The sheets that bear a number, with it.
///
/// # Errors
/// That none does.
pub(super) fn numbered<'c>(case: &'c Case<'_>) -> Result<Vec<(&'c Sheet, &'c super::observed::PageNumber)>, Silence> {
    let sheets = case.observed.sheets.iter();
    let found: Vec<_> = sheets.filter_map(|sheet| Some((sheet, sheet.number.as_ref()?))).collect();
    if found.is_empty() { Err(not_applicable("không có số trang")) } else { Ok(found) }
}
