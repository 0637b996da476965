//! Formulas whose columns are known by their index, evaluated exactly and rounded once, at the end.

use std::collections::BTreeMap;

use super::fraction::{Fraction, NoValue};
use crate::plan::table::formula::{Formula, Operator};
use crate::value::{Bound, Decimal, Quantity, Said};

/// A formula over the columns of one table.
#[derive(Debug, PartialEq)]
pub(super) enum Expression {
    /// A number.
    Number(Decimal),
    /// The figure of a column.
    Column(usize),
    /// Two expressions and what is done with them.
    Binary(Box<Self>, Operator, Box<Self>),
}

/// The value of a part of an expression.
struct Value {
    exact: Result<Fraction, NoValue>,
    /// What is said of it where it is not the true number.
    said: Option<Said>,
    /// Whether it reads columns, and whether any figure is there.
    reads: Option<bool>,
}

impl Value {
    /// Whether it reads columns and nothing of them is there.
    fn is_blank(&self) -> bool {
        self.exact.is_err() && self.reads == Some(false)
    }
}

impl Expression {
    /// Looks up the columns of a formula; `None` if it names one that is not there.
    pub(super) fn new(formula: &Formula, columns: &BTreeMap<&str, usize>) -> Option<Self> {
        Some(match formula {
            Formula::Number(number) => Self::Number(*number),
            Formula::Column(name) => Self::Column(*columns.get(name.as_str())?),
            Formula::Binary(left, operator, right) => {
                let side = |formula| Self::new(formula, columns).map(Box::new);
                Self::Binary(side(left)?, *operator, side(right)?)
            }
        })
    }

    /// The columns that it reads, each once, in order of its index.
    pub(super) fn columns(&self) -> Vec<usize> {
        let mut columns = Vec::new();
        self.collect(&mut columns);
        columns.sort_unstable();
        columns.dedup();
        columns
    }

    fn collect(&self, columns: &mut Vec<usize>) {
        match self {
            Self::Number(_) => {}
            Self::Column(index) => columns.push(*index),
            Self::Binary(left, _, right) => {
                left.collect(columns);
                right.collect(columns);
            }
        }
    }

    /// The value rounded half up to some decimals.
    ///
    /// # Errors
    /// Why there is none.
    pub(super) fn evaluate(
        &self,
        figure: &dyn Fn(usize) -> Option<Quantity>,
        decimals: u32,
    ) -> Result<Quantity, NoValue> {
        let Value { exact, said, .. } = self.value(figure);
        let number = exact?.rounded(decimals).ok_or(NoValue::TooLarge)?;
        Ok(Quantity { number, said })
    }

    fn value(&self, figure: &dyn Fn(usize) -> Option<Quantity>) -> Value {
        match self {
            Self::Number(number) => Value { exact: Fraction::of(*number), said: None, reads: None },
            Self::Column(index) => {
                let figure = figure(*index);
                let exact = figure.map_or(Err(NoValue::Lacking), |figure| Fraction::of(figure.number));
                Value { exact, said: figure.and_then(|figure| figure.said), reads: Some(figure.is_some()) }
            }
            Self::Binary(left, operator, right) => combine(&left.value(figure), *operator, &right.value(figure)),
        }
    }
}

fn combine(left: &Value, operator: Operator, right: &Value) -> Value {
    let adds = matches!(operator, Operator::Add | Operator::Subtract);
    let (exact, said) = match (left.exact, right.exact) {
        (Ok(one), Ok(other)) => (one.combine(operator, other), said(operator, (one, left.said), (other, right.said))),
        // A dash or a blank is no number: a sum goes on without it, a product has none.
        (one, Err(_)) if adds && right.is_blank() && !left.is_blank() => (one, left.said),
        (Err(_), other) if adds && left.is_blank() && !right.is_blank() => {
            let exact = other.and_then(|right| Fraction::ZERO.combine(operator, right));
            (exact, said(operator, (Fraction::ZERO, None), (Fraction::ZERO, right.said)))
        }
        (Err(one), Err(other)) => (Err(one.with(other)), None),
        (Err(reason), Ok(_)) | (Ok(_), Err(reason)) => (Err(reason), None),
    };
    let reads = match (left.reads, right.reads) {
        (Some(left), Some(right)) => Some(left || right),
        (one, other) => one.or(other),
    };
    Value { exact, said, reads }
}

/// What is said of a result whose parts may not be the true numbers.
fn said(operator: Operator, left: (Fraction, Option<Said>), right: (Fraction, Option<Said>)) -> Option<Said> {
    let scaled = |said: Said, by: Fraction| match by.top.signum() {
        0 => None,
        1 => Some(said),
        _ => Some(said.negated()),
    };
    match (operator, left.1, right.1) {
        (Operator::Add, one, other) => Said::of_sum(one, other),
        (Operator::Subtract, one, other) => Said::of_sum(one, other.map(Said::negated)),
        (Operator::Multiply | Operator::Divide, Some(said), None) => scaled(said, right.0),
        (Operator::Multiply, None, Some(said)) => scaled(said, left.0),
        (Operator::Divide, None, Some(_)) | (Operator::Multiply | Operator::Divide, Some(_), Some(_)) => {
            Some(Bound::About.into())
        }
        (Operator::Multiply | Operator::Divide, None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(formula: &str, decimals: u32, expected: Result<&str, NoValue>) {
        let formula = Formula::parse(formula).expect("a formula");
        let figures = ["2.059", "18.286", "0", "", "999999999999999999999", "trên 10", "không quá 4"];
        let ids = ["ngheo", "tong", "khong", "trong", "lon", "tren", "khong_qua"];
        let names = ids.into_iter().enumerate().map(|(index, id)| (id, index)).collect();
        let expression = Expression::new(&formula, &names).expect("known columns");
        let value = expression.evaluate(&|index| Quantity::parse(figures[index]).ok(), decimals).map(Quantity::display);
        assert_eq!(value.as_deref(), expected.as_deref());
    }

    #[test]
    fn expressions_are_exact_and_rounded_once() {
        check("ngheo / tong * 100", 2, Ok("11,26"));
        check("ngheo/tong×100", 1, Ok("11,3"));
        check("(ngheo + 1) * 2 - 20", 0, Ok("4.100"));
        check("1 / 8", 2, Ok("0,13"));
        check("0 - 1/8", 2, Ok("-0,13"));
    }

    #[test]
    fn sums_go_on_without_blanks_and_products_do_not() {
        check("ngheo + trong", 0, Ok("2.059"));
        check("trong - ngheo", 0, Ok("-2.059"));
        check("ngheo + 2 * trong", 0, Ok("2.059"));
        check("trong + 5", 0, Ok("5"));
        check("trong + trong", 0, Err(NoValue::Lacking));
        check("ngheo * trong", 2, Err(NoValue::Lacking));
        check("ngheo * trong + tong", 2, Err(NoValue::Lacking));
    }

    #[test]
    fn why_there_is_no_value_is_told_apart() {
        check("ngheo / khong", 2, Err(NoValue::ZeroDivisor));
        check("ngheo + 1 / khong", 2, Err(NoValue::ZeroDivisor));
        check("lon * lon", 0, Err(NoValue::TooLarge));
        check("lon * lon + trong", 0, Err(NoValue::TooLarge));
        check("trong - lon * lon", 0, Err(NoValue::TooLarge));
        check("lon * lon * trong", 0, Err(NoValue::Lacking));
        check("lon * 1000000000000000", 6, Err(NoValue::TooLarge));
        check("lon * lon + ngheo / khong", 0, Err(NoValue::ZeroDivisor));
    }

    #[test]
    fn what_follows_from_inexact_figures_is_not_exact() {
        check("tren + 5", 0, Ok("trên 15"));
        check("5 - tren", 0, Ok("dưới -5"));
        check("trong - tren", 0, Ok("dưới -10"));
        check("tren - khong_qua", 0, Ok("trên 6"));
        check("tren + khong_qua", 0, Ok("khoảng 14"));
        check("tren / ngheo * 100", 1, Ok("trên 0,5"));
        check("(0 - 2) * tren", 0, Ok("dưới -20"));
        check("tren * khong", 0, Ok("0"));
        check("ngheo / tren", 0, Ok("khoảng 206"));
        check("tren * khong_qua", 0, Ok("khoảng 40"));
    }

    #[test]
    fn a_column_that_is_not_there_makes_no_expression() {
        let formula = Formula::parse("a + b").expect("a formula");
        assert_eq!(Expression::new(&formula, &BTreeMap::from([("a", 0)])), None);
    }
}
