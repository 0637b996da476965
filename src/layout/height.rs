//! How high things are: the lines of a paragraph counted, the rows of a table added up.

use super::lines::count;
use super::tree::{Block, Cell, Para, Row, Table};
use super::typeface::Typeface;
use crate::decree::Style;
use crate::units::Length;

/// From the upper edge of a line to its baseline, and from there to its lower edge.
///
/// An exact pitch lies four fifths above the baseline, as in Word. Single spacing is what the typeface asks for.
pub(crate) fn line_edges(style: &Style, typeface: &Typeface) -> (Length, Length) {
    if let Some(pitch) = style.pitch {
        let top = pitch.scaled(4, 5);
        return (top, pitch - top);
    }
    typeface.single_line(style.size)
}

/// How high a line of a style is.
pub(super) fn line(style: &Style, typeface: &Typeface) -> Length {
    let (top, bottom) = line_edges(style, typeface);
    top + bottom
}

/// How high a paragraph is, its gaps included.
pub(super) fn para(para: &Para, room: Length, typeface: &Typeface) -> Length {
    para.style.before + line(&para.style, typeface) * count(para, room, typeface) + para.style.after
}

/// How high a cell must be.
pub(super) fn cell(table: &Table, row: &Row, cell: &Cell, typeface: &Typeface) -> Length {
    let room = table.room_of(row, cell);
    let around = table.padding_y * 2 + table.grid;
    cell.paras.iter().fold(around, |sum, part| sum + para(part, room, typeface))
}

/// How high each row of a table is. A cell over several rows that is taller than they are makes the last of them taller.
pub(crate) fn row_heights(table: &Table, typeface: &Typeface) -> Vec<Length> {
    let mut heights = vec![Length::ZERO; table.rows.len()];
    let mut spans: Vec<(usize, usize, Length)> = Vec::new();
    for (index, row) in table.rows.iter().enumerate() {
        for part in &row.cells {
            let needed = cell(table, row, part, typeface);
            match usize::from(part.rowspan) {
                0 | 1 => heights[index] = heights[index].max(needed),
                rows => spans.push(((index + rows).min(table.rows.len()), index, needed)),
            }
        }
    }
    spans.sort_unstable();
    for (end, start, needed) in spans {
        let lacking = needed - heights[start..end].iter().fold(Length::ZERO, |sum, &height| sum + height);
        if lacking > Length::ZERO {
            heights[end - 1] = heights[end - 1] + lacking;
        }
    }
    heights
}

/// How high blocks are in a column, where the gaps at its ends count too.
pub(super) fn stacked(blocks: &[Block], width: Length, typeface: &Typeface) -> Length {
    let mut sum = Length::ZERO;
    let mut below = Length::ZERO;
    for block in blocks {
        let (before, height, after) = match block {
            Block::Para(para) => {
                let height = line(&para.style, typeface) * count(para, width, typeface);
                (para.style.before, height, para.style.after)
            }
            Block::Rule { weight, before, after, .. } => (*before, *weight, (*after - *weight).max(Length::ZERO)),
            Block::Mark { height, weight, before, .. } => (Length::ZERO, *before + *height + *weight, Length::ZERO),
            Block::Space { height } => (Length::ZERO, *height, Length::ZERO),
            Block::Columns { left_width, right_width, rows } => {
                let rows = rows.iter().map(|row| {
                    stacked(&row.left, *left_width, typeface).max(stacked(&row.right, *right_width, typeface))
                });
                (Length::ZERO, rows.fold(Length::ZERO, |sum, height| sum + height), Length::ZERO)
            }
            Block::Table(table) => {
                let rows = row_heights(table, typeface).into_iter().fold(table.grid, |sum, height| sum + height);
                (Length::ZERO, rows + stacked(&table.tail, width, typeface), Length::ZERO)
            }
        };
        sum = sum + below.max(before) + height;
        below = after;
    }
    sum + below
}

/// Whether what is so high may find no room on a page: other programs may count a line more.
pub(crate) fn may_exceed(height: Length, room: Length) -> bool {
    height.scaled(21, 20) > room
}

/// Says of each row what follows from its height: which may break since no page has room for them, and how high those of a
/// header are, which a word processor that repeats them does not find out again.
pub(super) fn fit_rows(table: &mut Table, room: Length, typeface: &Typeface) {
    let heights = row_heights(table, typeface);
    let header = table.header_rows.min(heights.len());
    let below = heights[..header].iter().fold(room, |rest, &height| rest - height);
    let has_span = |row: &Row| row.cells.iter().any(|cell| cell.rowspan > 1);
    let spans = table.rows[..header].iter().any(has_span);
    for (index, (row, height)) in table.rows.iter_mut().zip(heights).enumerate() {
        if index < header {
            row.height = spans.then_some(height);
        } else {
            row.splits |= may_exceed(height, below);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decree::{Component, Decree, TypeSet};
    use crate::document::Inline;
    use crate::layout::paragraph::Ruler;

    #[test]
    fn lines_are_counted_word_by_word() {
        let (decree, typeface) = (Decree::new(TypeSet::Fourteen), Typeface::built_in());
        let ruler = Ruler { decree: &decree, typeface: &typeface };
        let check = |text: &[Inline], letters: &str, expected| {
            let para = ruler.words(Component::TableCell, text);
            let room = typeface.width(letters, para.style.size, false, false) + Length::pt(1);
            assert_eq!(count(&para, room, &typeface), expected, "{text:?} in {letters:?}");
        };
        let plain = |text: &str| vec![Inline::plain(text)];
        check(&[], "mm", 1);
        check(&plain("mm mm mm"), "mm mm", 2);
        check(&plain("mm mm mm"), "mm m", 3);
        check(&plain("mm-mm mm"), "mm-", 3);
        check(&plain("mmmmm m"), "mm", 4);
        check(&[Inline::plain("mm"), Inline::Break, Inline::plain("mm")], "mm mm mm", 2);
    }
}
