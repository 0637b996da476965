//! Computes a table: sums of columns, then formulas, then what is wrong with either.

use std::collections::BTreeMap;

use super::expression::{Expression, NoValue};
use super::figure::{Figure, Figures, Sum};
use super::graph::{self, Order};
use super::label::RowNumber;
use super::numbering::{Numbers, numbers};
use super::problem::{Difference, Problem};
use super::role::Role;
use super::suspect::suspect;
use super::tree::Tree;
use crate::plan::table::Table;
use crate::plan::table::column::{Column, ColumnKind};
use crate::value::Decimal;

/// What follows from a table.
#[derive(Debug, PartialEq)]
pub struct Computed {
    /// Which row belongs to which group.
    pub tree: Tree,
    figures: Figures,
    numbers: Numbers,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
    /// Figures, rows and groups looked at; grows with rows × columns.
    pub(super) steps: usize,
}

impl Computed {
    /// The figure of a row in a column; blank in columns of words.
    pub fn figure(&self, row: usize, column: usize) -> &Figure {
        self.figures.at(row, column)
    }

    /// What stands in a column of ordinal numbers.
    pub fn number(&self, row: usize, column: usize) -> &RowNumber {
        self.numbers.at(row, column)
    }

    /// The rows that a row adds up in a column, and what each counts with; none for a row or a column that is no sum.
    pub fn addends(&self, row: usize, column: usize) -> impl Iterator<Item = (usize, Decimal)> {
        addends(&self.tree, &self.figures, row, column)
    }
}

fn addends(tree: &Tree, figures: &Figures, row: usize, column: usize) -> impl Iterator<Item = (usize, Decimal)> {
    tree.addends(row).iter().filter_map(move |&addend| Some((addend, figures.at(addend, column).counted()?)))
}

/// Computes a table, in time proportional to rows × columns.
pub fn compute(table: &Table) -> Computed {
    let leaves = table.leaves().0;
    let expressions = expressions(&leaves);
    let reads = |(column, expression): (&&Column, &Option<Expression>)| match expression {
        Some(expression) => Some(expression.columns()),
        None => column.formula.is_none().then(Vec::new),
    };
    let order = graph::order(&leaves.iter().zip(&expressions).map(reads).collect::<Vec<_>>());
    let tree = Tree::new(&table.rows);
    let mut work = Work {
        numbers: numbers(table, &leaves, &tree),
        figures: Figures::entered(table, leaves.len()),
        steps: tree.steps,
        rows: table.rows.len(),
        tree,
        leaves,
        expressions,
        problems: Vec::new(),
        searched: 0,
    };
    work.run(order);
    let Work { tree, figures, numbers, problems, steps, .. } = work;
    Computed { tree, figures, numbers, problems, steps }
}

/// The formula of each column, its columns looked up.
fn expressions(leaves: &[&Column]) -> Vec<Option<Expression>> {
    let mut columns = BTreeMap::new();
    for (index, column) in leaves.iter().enumerate().filter(|(_, column)| column.id.is_some()) {
        columns.entry(column.called()).or_insert(index);
    }
    columns.retain(|_, index| leaves[*index].holds() == ColumnKind::Numbers);
    let expression = |column: &&Column| Expression::new(&column.formula.as_ref()?.value, &columns);
    leaves.iter().map(expression).collect()
}

/// Addends looked at in search of suspects, in one table; a table with more differences has other troubles.
const MOST_SEARCHED: usize = 100_000;

struct Work<'a> {
    leaves: Vec<&'a Column>,
    expressions: Vec<Option<Expression>>,
    rows: usize,
    tree: Tree,
    figures: Figures,
    numbers: Numbers,
    problems: Vec<Problem>,
    searched: usize,
    steps: usize,
}

impl Work<'_> {
    fn run(&mut self, order: Order) {
        self.problems.extend(order.cycles.into_iter().map(|columns| Problem::Cycle { columns }));
        for column in 0..self.leaves.len() {
            if self.is_sum(column) && self.leaves[column].formula.is_none() {
                self.add_up(column);
            }
        }
        for column in order.columns {
            self.evaluate(column);
        }
        self.find_unclear();
        self.find_larger_parts();
        self.find_incomplete();
        self.find_differences();
    }

    /// Whether totals of a column are sums of its figures.
    fn is_sum(&self, column: usize) -> bool {
        let column = self.leaves[column];
        let adds = column.formula.as_ref().is_none_or(|formula| formula.value.multiplies_columns());
        column.holds() == ColumnKind::Numbers && column.is_summed() && adds
    }

    /// Sums a column: groups from the innermost out, then totals and subtotals.
    fn add_up(&mut self, column: usize) {
        let none = self.rows;
        // What the rows of each group add up to; in the last place, what stands in no group.
        let mut sums = vec![Sum::Nothing; self.rows + 1];
        let mut counted = vec![Sum::Nothing; self.rows];
        for row in (0..self.rows).rev().filter(|row| self.tree.is_added(*row)) {
            counted[row] = sums[row].counted(self.tree.role(row), self.figures.at(row, column));
            let parent = self.tree.parent(row).unwrap_or(none);
            sums[parent] = sums[parent].with(counted[row]);
        }
        let mut so_far = vec![Sum::Nothing; self.rows + 1];
        for row in 0..self.rows {
            let parent = self.tree.parent(row).unwrap_or(none);
            match self.tree.role(row) {
                Role::Ordinary => so_far[parent] = so_far[parent].with(counted[row]),
                Role::Group => {
                    so_far[parent] = so_far[parent].with(counted[row]);
                    self.sum(row, column, sums[row]);
                }
                Role::Subtotal => {
                    self.sum(row, column, so_far[parent]);
                    // Without a group, a subtotal goes back to the one before.
                    so_far[none] = if parent == none { Sum::Nothing } else { so_far[none] };
                }
                Role::Total => self.sum(row, column, sums[none]),
                Role::Across => {}
            }
        }
        self.steps += 2 * self.rows;
    }

    fn sum(&mut self, row: usize, column: usize, sum: Sum) {
        match sum {
            Sum::Nothing => {}
            Sum::Number(number) => self.figures.compute(row, column, number),
            Sum::TooLarge => self.problems.push(Problem::NotComputable { row, column }),
        }
    }

    /// Puts the printed figures of each row into the formula of a column; what products of columns come to is added up.
    fn evaluate(&mut self, column: usize) {
        let Some(expression) = &self.expressions[column] else { return };
        let decimals = self.leaves[column].decimals.as_ref().map_or(0, |decimals| decimals.value.0);
        let decimals = u32::try_from(decimals).unwrap_or(0);
        let (adds, is_summed) = (self.is_sum(column), self.leaves[column].is_summed());
        for row in 0..self.rows {
            let role = self.tree.role(row);
            let is_own = role == Role::Ordinary || adds && role == Role::Group && self.is_entered(row, expression);
            if !is_own && (adds || !(role.sums() && is_summed)) {
                continue;
            }
            self.steps += 1;
            match expression.evaluate(&|read| self.figures.at(row, read).number(), decimals) {
                Ok(number) => self.figures.compute(row, column, number),
                Err(NoValue::TooLarge) => self.problems.push(Problem::NotComputable { row, column }),
                Err(NoValue::Lacking | NoValue::ZeroDivisor) => {}
            }
        }
        if adds {
            self.add_up(column);
        }
    }

    /// Whether no figure that an expression reads in a row comes from other rows: then it may have a product of its own.
    fn is_entered(&self, row: usize, expression: &Expression) -> bool {
        expression.columns().into_iter().all(|read| self.figures.at(row, read).computed.is_none())
    }

    /// Finds rows that are shown as parts of others and have more than these.
    fn find_larger_parts(&mut self) {
        let sums: Vec<usize> = (0..self.leaves.len()).filter(|column| self.is_sum(*column)).collect();
        for (row, whole) in (0..self.rows).filter_map(|row| Some((row, self.tree.whole(row)?))) {
            self.steps += sums.len();
            for &column in &sums {
                let number = |row| self.figures.at(row, column).number();
                let (Some(part), Some(all)) = (number(row), number(whole)) else { continue };
                if !all.is_less_than(Decimal::whole(0)) && all.is_less_than(part) {
                    self.problems.push(Problem::LargerPart { row, whole, column });
                }
            }
        }
    }

    fn find_unclear(&mut self) {
        let groups = self.tree.unclear.iter();
        self.problems.extend(groups.map(|&(row, group)| Problem::Unclear { row, group }));
        let sums: Vec<usize> = (0..self.leaves.len()).filter(|column| self.is_sum(*column)).collect();
        for &(row, group) in self.tree.parts.iter().filter(|(row, _)| self.tree.is_summed(*row)) {
            let counts = |row, column| self.figures.at(row, column).counted().is_some();
            if sums.iter().any(|&column| counts(row, column) && counts(group, column)) {
                self.problems.push(Problem::Unclear { row, group });
            }
        }
    }

    /// Finds rows that have only some of a formula's figures where totals are put into the formula too.
    fn find_incomplete(&mut self) {
        if !self.tree.has_sums() {
            return;
        }
        let needs_all = |column: &Column| {
            column.is_summed() && column.formula.as_ref().is_some_and(|formula| formula.value.needs_all())
        };
        let mut found = Vec::new();
        let formulas = self.leaves.iter().zip(&self.expressions).filter(|(column, _)| needs_all(column));
        for read in formulas.filter_map(|(_, expression)| expression.as_ref().map(Expression::columns)) {
            for row in (0..self.rows).filter(|row| self.tree.role(*row) == Role::Ordinary) {
                self.steps += 1;
                let is_there = |column: &usize| self.figures.at(row, *column).number().is_some();
                let blank = read.iter().find(|column| !is_there(column));
                if let (Some(&column), true) = (blank, read.iter().any(is_there)) {
                    found.push((row, column));
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        self.problems.extend(found.into_iter().map(|(row, column)| Problem::Incomplete { row, column }));
    }

    /// Compares what is stated and written with what is computed.
    fn find_differences(&mut self) {
        for row in 0..self.rows {
            for column in 0..self.leaves.len() {
                self.steps += 1;
                let figure = *self.figures.at(row, column);
                let written = figure.written();
                if let (Some(stated), Some(computed)) = (figure.stated, figure.computed.or(written)) {
                    let difference = self.difference(row, column, stated, computed);
                    self.problems.extend(difference.map(Problem::Stated));
                }
                if let (Some(written), Some(computed)) = (written, figure.computed) {
                    let difference = self.difference(row, column, written, computed);
                    self.problems.extend(difference.map(Problem::Written));
                }
            }
        }
    }

    fn difference(&mut self, row: usize, column: usize, given: Decimal, computed: Decimal) -> Option<Difference> {
        if given.equals(computed) {
            return None;
        }
        let mut added = Vec::new();
        if self.is_sum(column) && self.searched <= MOST_SEARCHED {
            added.extend(addends(&self.tree, &self.figures, row, column));
            self.searched += added.len();
            self.steps += added.len();
        }
        Some(Difference { row, column, given, computed, suspect: suspect(given, computed, &added) })
    }
}
