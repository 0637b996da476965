//! The numbers in the ordinal column of a table.

use super::role::Role;
use super::tree::Tree;
use crate::plan::table::row::{Ordinal, Row};
use crate::value::Text;
use crate::vietnamese::roman;

/// What stands in the ordinal column of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum RowNumber {
    /// Nothing.
    None,
    /// The number that the clerk wrote.
    ByHand(Text),
    /// A number counted, as it is printed.
    Counted(String),
}

/// The numbers of some rows: ordinary rows count 1, 2, 3 in each group, groups I, II, III in the group around them. A number
/// by hand uses up none of these: 1, 1a, 2.
pub(super) fn numbers(rows: &[Row], tree: &Tree) -> Vec<RowNumber> {
    // The last place counts what stands in no group.
    let mut ordinary = vec![0; rows.len() + 1];
    let mut groups = ordinary.clone();
    let mut number = |(index, row): (usize, &Row)| {
        let around = tree.parent(index).unwrap_or(rows.len());
        let next = |counters: &mut Vec<usize>| {
            counters[around] += 1;
            counters[around]
        };
        match (&row.ordinal, tree.role(index)) {
            (Some(Ordinal(Some(text))), _) => RowNumber::ByHand(text.clone()),
            (Some(Ordinal(None)), _) | (None, Role::Subtotal | Role::Total | Role::Across) => RowNumber::None,
            (None, Role::Ordinary) => RowNumber::Counted(next(&mut ordinary).to_string()),
            (None, Role::Group) => RowNumber::Counted(roman(next(&mut groups))),
        }
    };
    rows.iter().enumerate().map(&mut number).collect()
}
