//! Widths of the columns of a table.

use super::paragraph::Ruler;
use super::tree::{Row, Run};
use crate::decree::Component;
use crate::units::Length;

/// Widths in proportion to the weights; a column too narrow for a word of its header takes from the wider ones.
pub(super) fn columns(ruler: &Ruler<'_>, weights: &[u32], header: &[Row], text_width: Length) -> Vec<Length> {
    let mut widths = shares(weights, text_width);
    let least = least_widths(ruler, weights.len(), header);
    let mut lacking = Length::ZERO;
    let mut spare = vec![Length::ZERO; widths.len()];
    for (index, width) in widths.iter_mut().enumerate() {
        if *width < least[index] {
            lacking = lacking + (least[index] - *width);
            *width = least[index];
        } else {
            spare[index] = *width - least[index];
        }
    }
    let all_spare = spare.iter().fold(Length::ZERO, |sum, &width| sum + width);
    if lacking > all_spare {
        return shares(weights, text_width);
    }
    let mut taken = Length::ZERO;
    for (width, spare) in widths.iter_mut().zip(&spare) {
        let share = lacking.scaled(spare.to_emu(), all_spare.to_emu().max(1));
        *width = *width - share;
        taken = taken + share;
    }
    if let Some(widest) = widths.iter_mut().max() {
        *widest = *widest - (lacking - taken);
    }
    widths
}

/// The width of each column's widest header word that stands in one column, with the cell's padding and grid.
fn least_widths(ruler: &Ruler<'_>, columns: usize, header: &[Row]) -> Vec<Length> {
    let size = ruler.decree.style(Component::TableHeader).size;
    let around = ruler.decree.tables.cell_padding_x.chosen * 2 + ruler.decree.tables.grid.chosen * 2;
    let mut least = vec![Length::ZERO; columns];
    for row in header {
        for cell in row.cells.iter().filter(|cell| cell.colspan == 1) {
            let words = cell.paras.iter().flat_map(|para| &para.runs).filter_map(|run| match run {
                Run::Words { text, .. } => Some(text.split(' ')),
                Run::Break => None,
            });
            // Formulas of an index row may break; words may not.
            for word in words.flatten().filter(|word| word.contains(char::is_alphabetic)) {
                let width = ruler.typeface.width(word, size, true, false) + around;
                least[cell.column] = least[cell.column].max(width);
            }
        }
    }
    least
}

/// Widths in proportion to weights, adding up to the whole exactly.
fn shares(weights: &[u32], whole: Length) -> Vec<Length> {
    let total: i64 = weights.iter().map(|&weight| i64::from(weight)).sum::<i64>().max(1);
    let mut widths: Vec<_> = weights.iter().map(|&weight| whole.scaled(i64::from(weight), total)).collect();
    let sum = widths.iter().fold(Length::ZERO, |sum, &width| sum + width);
    if let Some(last) = widths.last_mut() {
        *last = *last + (whole - sum);
    }
    widths
}
