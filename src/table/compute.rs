//! Computes a table: sums of columns, then formulas, then what is wrong with either.

use std::collections::BTreeMap;

use super::demand::{Check, Seen, checks, unrelated, wrong_signs};
use super::expression::Expression;
use super::figure::{Figure, Figures, Given, Sum};
use super::fraction::NoValue;
use super::graph::{self, Order};
use super::label::RowNumber;
use super::mean::{Mean, Weight, weight};
use super::numbering::{Numbers, numbers};
use super::problem::{Difference, Problem};
use super::role::Role;
use super::shown::decimals;
use super::tally::tally;
use super::tree::Tree;
use crate::plan::table::Table;
use crate::plan::table::column::Column;
use crate::plan::table::formula::Formula;
use crate::value::{Decimal, Quantity};

/// What follows from a table.
#[derive(Debug, PartialEq)]
pub struct Computed {
    /// Which row belongs to which group.
    pub tree: Tree,
    figures: Figures,
    numbers: Numbers,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
    /// Whether every cell that names a value has got a number.
    pub is_whole: bool,
    /// Ordinary rows and groups inside each row; in the last place, of the whole table.
    counts: Vec<(usize, usize)>,
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

    /// How many ordinary rows there are in a group, at whatever depth, or in the table.
    pub fn rows_in(&self, group: Option<usize>) -> usize {
        self.count(group).0
    }

    /// How many groups stand in a group, not inside others, or in the table.
    pub fn groups_in(&self, group: Option<usize>) -> usize {
        self.count(group).1
    }

    fn count(&self, group: Option<usize>) -> (usize, usize) {
        self.counts[group.unwrap_or(self.counts.len() - 1)]
    }
}

/// Ordinary rows and groups inside each row; in the last place, of the whole table.
fn counts(tree: &Tree, rows: usize) -> Vec<(usize, usize)> {
    let mut counts = vec![(0, 0); rows + 1];
    for row in (0..rows).rev() {
        let (inside, _) = counts[row];
        let (more, groups) = match tree.role(row) {
            _ if !tree.is_added(row) => continue,
            Role::Ordinary => (1, 0),
            Role::Group => (inside, 1),
            Role::Subtotal | Role::Total | Role::Across => continue,
        };
        let around = &mut counts[tree.parent(row).unwrap_or(rows)];
        *around = (around.0 + more, around.1 + groups);
    }
    counts
}

fn addends(tree: &Tree, figures: &Figures, row: usize, column: usize) -> impl Iterator<Item = (usize, Decimal)> {
    tree.addends(row).iter().filter_map(move |&addend| Some((addend, figures.at(addend, column).counted()?.number)))
}

/// Computes a table whose cells name no values, in time proportional to rows × columns.
pub fn compute(table: &Table) -> Computed {
    compute_given(table, &|_, _| None)
}

/// Computes a table whose cells that name values are given theirs, in time proportional to rows × columns.
pub fn compute_given(table: &Table, given: &Given<'_>) -> Computed {
    let leaves = table.leaves().0;
    let numbers_by_id = numbers_by_id(&leaves);
    let expression = |formula: &Formula| Expression::new(formula, &numbers_by_id);
    let expressions: Vec<_> =
        leaves.iter().map(|column| column.formula.as_ref().and_then(|formula| expression(&formula.value))).collect();
    let weights: Vec<_> = leaves.iter().map(|column| weight(column, &numbers_by_id)).collect();
    let reads = |(column, expression): (usize, &Option<Expression>)| match (expression, &weights[column]) {
        (Some(expression), _) => Some(expression.columns()),
        (None, Weight::Column(weight)) => Some(vec![*weight]),
        (None, Weight::Unknown) => None,
        (None, Weight::One | Weight::None) => leaves[column].formula.is_none().then(Vec::new),
    };
    let order = graph::order(&expressions.iter().enumerate().map(reads).collect::<Vec<_>>());
    let tree = Tree::new(&table.rows);
    let mut work = Work {
        numbers: numbers(table, &leaves, &tree),
        figures: Figures::entered(table, leaves.len(), given),
        checks: checks(&leaves, &numbers_by_id),
        weights,
        steps: tree.steps,
        rows: table.rows.len(),
        tree,
        leaves,
        expressions,
        problems: Vec::new(),
    };
    work.run(order);
    let Work { tree, figures, numbers, problems, steps, rows, .. } = work;
    Computed { is_whole: true, counts: counts(&tree, rows), tree, figures, numbers, problems, steps }
}

/// The columns of numbers that have an id.
fn numbers_by_id<'c>(leaves: &[&'c Column]) -> BTreeMap<&'c str, usize> {
    let mut columns = BTreeMap::new();
    for (index, column) in leaves.iter().enumerate().filter(|(_, column)| column.id.is_some()) {
        columns.entry(column.called()).or_insert(index);
    }
    columns.retain(|_, index| leaves[*index].holds().is_figure());
    columns
}

struct Work<'a> {
    leaves: Vec<&'a Column>,
    expressions: Vec<Option<Expression>>,
    checks: Vec<Check>,
    weights: Vec<Weight>,
    rows: usize,
    tree: Tree,
    figures: Figures,
    numbers: Numbers,
    problems: Vec<Problem>,
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
            self.take_mean(column);
        }
        self.find_unclear();
        self.find_larger_parts();
        self.find_incomplete();
        self.find_differences();
        self.find_contradictions();
    }

    /// Whether totals of a column are sums of its figures: of products too, and of what follows from times and dates, which
    /// have no sums themselves.
    fn is_sum(&self, column: usize) -> bool {
        let read = |id: &str| self.leaves.iter().find(|column| column.is_called(id));
        let reads_times = |formula: &Formula| {
            formula.columns().iter().any(|id| read(id).is_some_and(|column| !column.holds().adds_up()))
        };
        let adds = |formula: &Formula| formula.multiplies_columns() || reads_times(formula);
        let column = self.leaves[column];
        column.is_summed() && column.formula.as_ref().is_none_or(|formula| adds(&formula.value))
    }

    /// Sums a column.
    fn add_up(&mut self, column: usize) {
        let own = |row| Sum::from(self.figures.at(row, column).counted());
        for (row, sum) in tally(&self.tree, self.rows, own) {
            self.sum(row, column, sum);
        }
        self.steps += 2 * self.rows;
    }

    /// Takes the mean of a column, each row with its weight.
    fn take_mean(&mut self, column: usize) {
        let weight = match self.weights[column] {
            Weight::None | Weight::Unknown => return,
            Weight::One => None,
            Weight::Column(weight) => Some(weight),
        };
        let one = Quantity::from(Decimal::whole(1));
        let own = |row: usize| {
            let weight = weight.map_or(Some(one), |weight| self.figures.at(row, weight).counted());
            self.figures
                .at(row, column)
                .counted()
                .zip(weight)
                .map_or(Mean::Nothing, |(figure, weight)| Mean::of(figure, weight))
        };
        let decimals = decimals(self.leaves[column]).unwrap_or_else(|| self.finest(column));
        for (row, mean) in tally(&self.tree, self.rows, own) {
            match mean.value(decimals) {
                Ok(Some(mean)) => self.figures.compute(row, column, mean),
                Ok(None) => {}
                Err(()) => self.problems.push(Problem::NotComputable { row, column }),
            }
        }
        self.steps += 2 * self.rows;
    }

    /// The most decimals that the rows of a column have.
    fn finest(&self, column: usize) -> u32 {
        let rows = (0..self.rows).filter(|row| self.tree.role(*row) == Role::Ordinary);
        let figures = rows.filter_map(|row| self.figures.at(row, column).number());
        figures.map(|figure| figure.number.decimals()).max().unwrap_or(0)
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
        let decimals = decimals(self.leaves[column]).unwrap_or(0);
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
                let number = |row| self.figures.at(row, column).number().map(|figure| figure.number);
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
        // What columns in a circle lack follows from the circle.
        let has_circle = self.problems.iter().any(|problem| matches!(problem, Problem::Cycle { .. }));
        if !self.tree.has_sums() || has_circle {
            return;
        }
        let needs_all = |column: &Column| {
            column.is_summed() && column.formula.as_ref().is_some_and(|formula| formula.value.needs_all())
        };
        let mut found = Vec::new();
        let formulas = self.leaves.iter().zip(&self.expressions).filter(|(column, _)| needs_all(column));
        let formulas = formulas.filter_map(|(_, expression)| expression.as_ref().map(Expression::columns));
        let means = self.weights.iter().enumerate().filter_map(|(column, weight)| match weight {
            Weight::Column(weight) => Some(vec![column, *weight]),
            Weight::None | Weight::One | Weight::Unknown => None,
        });
        for read in formulas.chain(means) {
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
                    let difference = difference(row, column, stated, computed);
                    self.problems.extend(difference.map(Problem::Stated));
                }
                if let (Some(written), Some(computed)) = (written, figure.computed) {
                    let difference = difference(row, column, written, computed);
                    self.problems.extend(difference.map(Problem::Written));
                }
            }
        }
    }

    /// Compares figures with what their columns say of them.
    fn find_contradictions(&mut self) {
        let seen = Seen { leaves: &self.leaves, tree: &self.tree, figures: &self.figures, rows: self.rows };
        let found = [unrelated(&self.checks, &seen), wrong_signs(&seen)];
        for (problems, steps) in found {
            self.problems.extend(problems);
            self.steps += steps;
        }
    }
}

fn difference(row: usize, column: usize, given: Quantity, computed: Quantity) -> Option<Difference> {
    (!given.agrees(computed)).then_some(Difference { row, column, given, computed })
}
