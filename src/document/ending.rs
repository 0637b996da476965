//! How texts end: the marks that the decree sets after a basis, a recipient and the body.

use super::tree::{Block, Inline, Paragraph, Table, Text, plain_text};
use crate::decree::Component;

/// What stands at the end of a text before another mark takes its place.
const MARKS: &[char] = &['.', ';', ',', ':', ' '];

/// Takes letters off the end of a text.
fn trim_end(text: &mut Text, letters: &[char]) {
    while let Some(Inline::Words { text: words, .. }) = text.last_mut() {
        words.truncate(words.trim_end_matches(letters).len());
        if !words.is_empty() {
            return;
        }
        text.pop();
    }
}

/// Takes the marks off the end of a text.
pub(super) fn without_mark(text: &mut Text) {
    trim_end(text, MARKS);
}

/// Ends a text with a mark, whatever mark it ended with.
pub(super) fn end_with(text: &mut Text, mark: &str) {
    without_mark(text);
    // What is left of `./.` once its last point is gone; the slash of an address stays.
    if let Some(Inline::Words { text: words, .. }) = text.last_mut()
        && words.ends_with("./")
    {
        words.truncate(words.len() - 2);
        without_mark(text);
    }
    match text.last_mut() {
        Some(Inline::Words { text, .. }) => text.push_str(mark),
        Some(Inline::Break) | None => text.push(Inline::plain(mark)),
    }
}

/// Căn cứ: each its own paragraph, `;` after each, `.` after the last. Phụ lục I, phần I, mục II, khoản 6.
pub(super) fn bases_with_marks(bases: Vec<Text>) -> Vec<Block> {
    let last = bases.len();
    bases
        .into_iter()
        .enumerate()
        .map(|(index, mut text)| {
            end_with(&mut text, if index + 1 == last { "." } else { ";" });
            Block::Paragraph(Paragraph::new(Component::LegalBasis, text))
        })
        .collect()
}

/// What ends the body and each appendix.
const END: &str = "./.";

/// `./.` closes the body and each appendix, whatever ends it. Phụ lục III, mẫu 1.4, 2.1.
///
/// It follows the last word; below a table, whose cells are nobody's last word, it has a line of its own.
pub(super) fn close(blocks: &mut Vec<Block>) {
    match blocks.last_mut() {
        Some(Block::Paragraph(paragraph)) => {
            let words = if paragraph.text.is_empty() { &mut paragraph.label } else { &mut paragraph.text };
            end_with(words, END);
        }
        Some(Block::Table(table)) if !ends_by_hand(table) => {
            blocks.push(Block::Paragraph(Paragraph::new(Component::EndMark, vec![Inline::plain(END)])));
        }
        Some(Block::Table(_)) | None => {}
    }
}

/// Whether the mark is written in the last row of a table.
fn ends_by_hand(table: &Table) -> bool {
    let paragraphs = table.rows.iter().rev().take(1).flat_map(|row| &row.cells).flat_map(|cell| &cell.paragraphs);
    paragraphs.into_iter().any(|text| plain_text(text).trim_end().ends_with(END))
}
