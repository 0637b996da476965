//! A head of a document that stands in text boxes: it is read as if it stood in a table without lines.

use super::board::Board;
use super::flow::Flow;
use super::lines::words_of;
use super::measure::{Measure, Room};
use super::raw::{Shape, Words, each_paragraph};
use crate::inspect::observed::Column;
use crate::inspect::piece::is_capitals;
use crate::vietnamese::fold;

impl Measure<'_> {
    /// Measures those boxes of a paragraph that are the head of a document that has not begun; which of its shapes they are.
    pub(super) fn heading(&mut self, shapes: &[Shape]) -> Vec<usize> {
        if shapes.len() < 2 || !self.out.paragraphs.is_empty() {
            return Vec::new();
        }
        let mut boxes: Vec<_> = shapes.iter().enumerate().filter_map(|(index, shape)| seat(shape, index)).collect();
        if !boxes.iter().any(|(seat, ..)| *seat == (0, Column::Right)) {
            return Vec::new();
        }
        boxes.sort_by_key(|(seat, ..)| *seat);
        let group = self.groups;
        self.groups += 1;
        for ((row, column), _, words) in &boxes {
            let room = Room { width: None, margin: None, column: *column, row: Some((group, *row)), is_grid: false };
            let mut board = Board::default();
            self.blocks(&words.blocks, room, &mut Flow::default(), &mut board);
            self.out.traits.loose_rules += board.settle(&mut self.out.paragraphs);
        }
        boxes.into_iter().map(|(_, index, _)| index).collect()
    }
}

/// The row and the column of a head in which a box stands by its words.
fn seat(shape: &Shape, index: usize) -> Option<((usize, Column), usize, &Words)> {
    let Shape::Words(words) = shape else { return None };
    if words.has_border {
        return None;
    }
    let mut inside = Vec::new();
    each_paragraph(&words.blocks, &mut |paragraph, _| inside.push(paragraph));
    let (text, _) = words_of(&mut inside.into_iter());
    let folded = fold(&text);
    let first = text.lines().next().unwrap_or_default();
    let seat = if folded.starts_with("conghoaxahoichunghia") {
        (0, Column::Right)
    } else if folded.starts_with("so") && text.contains('/') {
        (1, Column::Left)
    } else if folded.contains("ngay") && folded.contains("thang") {
        (1, Column::Right)
    } else if is_capitals(first) && !folded.starts_with("duthao") {
        (0, Column::Left)
    } else {
        return None;
    };
    Some((seat, index, words))
}
