//! The header block: agencies, Quốc hiệu, number, place and date, marks; and the title below it.

use super::mark::boxed;
use super::paragraph::Ruler;
use super::tree::{Block, ColumnRow};
use crate::decree::{Align, Component, NATIONAL_MOTTO, NATIONAL_TITLE};
use crate::document::{Document, Header, Inline};
use crate::units::Length;

/// Boxes 1 to 4, and the marks near them.
pub(super) fn header(ruler: &Ruler<'_>, header: &Header, text_width: Length) -> Vec<Block> {
    let spacing = &ruler.decree.spacing;
    let right_width = spacing.header_right_column.chosen;
    let left_width = text_width - right_width;
    let lines = &ruler.decree.lines;

    let mut names = Vec::new();
    for text in &header.parent {
        names.push(Block::Para(ruler.centered(Component::ParentAgency, text, left_width).0));
    }
    let mut last_line = Length::ZERO;
    for (index, text) in header.issuer.iter().enumerate() {
        let (mut para, line) = ruler.centered(Component::Issuer, text, left_width);
        if index > 0 {
            para.style.before = spacing.before_number.chosen;
        }
        names.push(Block::Para(para));
        last_line = line;
    }
    names.push(ruler.rule(lines.under_issuer.chosen.of(last_line), left_width, Length::ZERO));

    let fixed = |component, text: &str| ruler.centered(component, &[Inline::plain(text)], right_width);
    let (title, _) = fixed(Component::NationalTitle, NATIONAL_TITLE);
    let (motto, motto_line) = fixed(Component::NationalMotto, NATIONAL_MOTTO);
    let nation = vec![
        Block::Para(title),
        Block::Para(motto),
        ruler.rule(lines.under_motto.chosen.of(motto_line), right_width, Length::ZERO),
    ];
    let one = |component, text: &[Inline], width| vec![Block::Para(ruler.centered(component, text, width).0)];
    let mut rows = vec![ColumnRow { left: names, right: nation }];
    // A document that another issues has no number, place and date of its own.
    if !header.number.is_empty() || !header.place_date.is_empty() {
        rows.push(ColumnRow {
            left: one(Component::NumberSymbol, &header.number, left_width),
            right: one(Component::PlaceDate, &header.place_date, right_width),
        });
    }
    let marks: Vec<_> = header
        .marks
        .iter()
        .filter(|mark| mark.component != Component::CirculationMark)
        .map(|mark| boxed(ruler, mark, left_width, Align::Center))
        .collect();
    if !marks.is_empty() {
        rows.push(ColumnRow { left: marks, right: Vec::new() });
    }
    // The circulation mark stands at the top right, above the header (box 11).
    let mut blocks: Vec<_> = header
        .marks
        .iter()
        .filter(|mark| mark.component == Component::CirculationMark)
        .map(|mark| boxed(ruler, mark, text_width, Align::Right))
        .collect();
    if !blocks.is_empty() {
        blocks.push(Block::Space { height: spacing.before_number.chosen });
    }
    blocks.push(Block::Columns { left_width, right_width, rows });
    blocks
}

/// Tên loại and trích yếu, for a document that another issues the line that says so, and the rule below.
pub(super) fn title(ruler: &Ruler<'_>, document: &Document, text_width: Length) -> Vec<Block> {
    let (document_type, _) = ruler.centered(Component::DocumentType, &document.document_type, text_width);
    let (subject, last_line) = ruler.centered(Component::Subject, &document.subject, text_width);
    let lines = &ruler.decree.lines;
    let mut blocks = vec![Block::Para(document_type), Block::Para(subject)];
    let mut length = lines.under_subject.chosen.of(last_line);
    if !document.reference.is_empty() {
        let (reference, last_line) = ruler.centered(Component::AppendixReference, &document.reference, text_width);
        blocks.push(Block::Para(reference));
        length = lines.under_appendix_reference.chosen.of(last_line);
    }
    blocks.push(ruler.rule(length, text_width, ruler.decree.spacing.after_title.chosen));
    blocks
}
