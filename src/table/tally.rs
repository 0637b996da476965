//! Going through the rows of a table to make what its groups, subtotals and totals come to.

use super::role::Role;
use super::tree::Tree;

/// What is gathered from rows: a sum, a mean.
pub(super) trait Tally: Copy + Default {
    /// It with more rows.
    fn with(self, other: Self) -> Self;

    /// Whether any row gave something.
    fn is_there(&self) -> bool;
}

/// What each row that sums up others comes to, from top to bottom, given what each row has of its own: groups from the
/// innermost out, then totals and subtotals.
pub(super) fn tally<T: Tally>(tree: &Tree, rows: usize, own: impl Fn(usize) -> T) -> Vec<(usize, T)> {
    let none = rows;
    // What the rows of each group come to; in the last place, what stands in no group.
    let mut sums = vec![T::default(); rows + 1];
    let mut counted = vec![T::default(); rows];
    for row in (0..rows).rev().filter(|row| tree.is_added(*row)) {
        let has_rows = tree.role(row) == Role::Group && sums[row].is_there();
        counted[row] = if has_rows { sums[row] } else { own(row) };
        let parent = tree.parent(row).unwrap_or(none);
        sums[parent] = sums[parent].with(counted[row]);
    }
    let mut so_far = vec![T::default(); rows + 1];
    let mut found = Vec::new();
    for row in 0..rows {
        let parent = tree.parent(row).unwrap_or(none);
        match tree.role(row) {
            Role::Ordinary => so_far[parent] = so_far[parent].with(counted[row]),
            Role::Group => {
                so_far[parent] = so_far[parent].with(counted[row]);
                found.push((row, sums[row]));
            }
            Role::Subtotal => {
                found.push((row, so_far[parent]));
                // Without a group, a subtotal goes back to the one before.
                so_far[none] = if parent == none { T::default() } else { so_far[none] };
            }
            Role::Total => found.push((row, sums[none])),
            Role::Across => {}
        }
    }
    found
}
