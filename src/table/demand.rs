//! What columns demand of their figures besides being sums: other formulas that must hold, a side of zero.

use std::collections::{BTreeMap, BTreeSet};

use super::expression::Expression;
use super::figure::Figures;
use super::fraction::NoValue;
use super::problem::{Difference, Problem};
use super::role::Role;
use super::shown::decimals;
use super::tree::Tree;
use crate::plan::table::column::{Column, ColumnKind, Sign};
use crate::value::{Decimal, clock};

/// A table whose figures are computed.
pub(super) struct Seen<'s, 'a> {
    pub(super) leaves: &'s [&'a Column],
    pub(super) tree: &'s Tree,
    pub(super) figures: &'s Figures,
    pub(super) rows: usize,
}

/// Another formula that the figures of a column must satisfy.
pub(super) struct Check {
    column: usize,
    /// Its place among those of the column.
    formula: usize,
    expression: Expression,
    /// Whether it is a plain sum beside figures that a clerk writes, so that nothing is rounded.
    is_exact: bool,
}

/// The other formulas of columns.
pub(super) fn checks(leaves: &[&Column], numbers: &BTreeMap<&str, usize>) -> Vec<Check> {
    let mut checks = Vec::new();
    for (at, column) in leaves.iter().enumerate() {
        for (number, formula) in column.checks.iter().enumerate() {
            let is_exact = column.is_filled() && !formula.value.needs_all();
            let expression = Expression::new(&formula.value, numbers);
            checks.extend(expression.map(|expression| Check { column: at, formula: number, expression, is_exact }));
        }
    }
    checks
}

/// Figures that the other formulas of their columns contradict, at the decimals of the finer; and how many were looked at.
/// A wrong figure makes the sums above it wrong: only the lowest rows are named.
pub(super) fn unrelated(checks: &[Check], seen: &Seen<'_, '_>) -> (Vec<Problem>, usize) {
    let mut problems = Vec::new();
    for Check { column, formula, expression, is_exact } in checks {
        let (column, formula) = (*column, *formula);
        let read = expression.columns();
        let mut differing = BTreeMap::new();
        for row in (0..seen.rows).filter(|row| seen.tree.role(*row) != Role::Across) {
            let figure = |column: usize| seen.figures.at(row, column).number();
            let Some(given) = figure(column) else { continue };
            let finest =
                read.iter().filter(|_| *is_exact).filter_map(|&column| Some(figure(column)?.number.decimals()));
            let own = decimals(seen.leaves[column]).unwrap_or(0).max(given.number.decimals());
            match expression.evaluate(&figure, finest.fold(own, u32::max)) {
                Ok(computed) if !given.agrees(computed) => {
                    let difference = Difference { row, column, given, computed };
                    differing.insert(row, difference);
                }
                Err(NoValue::TooLarge) => problems.push(Problem::NotComputable { row, column }),
                Ok(_) | Err(NoValue::Lacking | NoValue::ZeroDivisor) => {}
            }
        }
        let rows: BTreeSet<usize> = differing.keys().copied().collect();
        let follows = |row: usize| seen.tree.addends(row).iter().any(|addend| rows.contains(addend));
        let lowest = differing.into_values().filter(|difference| !follows(difference.row));
        problems.extend(lowest.map(|difference| Problem::Related { difference, formula }));
    }
    (problems, checks.len() * seen.rows)
}

/// Figures on the wrong side of zero, and times beyond the day; and how many were looked at.
pub(super) fn wrong_signs(seen: &Seen<'_, '_>) -> (Vec<Problem>, usize) {
    let (mut problems, mut steps) = (Vec::new(), 0);
    for (column, written) in seen.leaves.iter().enumerate() {
        let (sign, kind) = (written.sign.as_ref().map(|sign| sign.value), written.holds());
        if sign.is_none() && matches!(kind, ColumnKind::Numbers | ColumnKind::Day) || !kind.is_figure() {
            continue;
        }
        steps += seen.rows;
        for row in 0..seen.rows {
            let figure = seen.figures.at(row, column).number();
            if figure.is_some_and(|figure| is_wrong(figure.number, sign, kind)) {
                problems.push(Problem::Sign { row, column });
            }
        }
    }
    (problems, steps)
}

/// Whether a number is on the wrong side of zero, or no time of a day.
fn is_wrong(number: Decimal, sign: Option<Sign>, kind: ColumnKind) -> bool {
    let zero = Decimal::whole(0);
    let (below, above) = (number.is_less_than(zero), zero.is_less_than(number));
    let by_sign = match sign {
        Some(Sign::Positive) => !above,
        Some(Sign::NotNegative) => below,
        Some(Sign::Negative) => !below,
        Some(Sign::NotPositive) => above,
        None => false,
    };
    let by_kind = match kind {
        ColumnKind::Time => below || Decimal::whole(clock::DAY).is_less_than(number),
        ColumnKind::Duration | ColumnKind::Minutes => below,
        ColumnKind::Numbers | ColumnKind::Day | ColumnKind::Words | ColumnKind::Ordinal => false,
    };
    by_sign || by_kind
}
