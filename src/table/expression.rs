//! Formulas whose columns are known by their index, evaluated exactly and rounded once, at the end.

use std::collections::BTreeMap;

use crate::plan::table::formula::{Formula, Operator};
use crate::value::Decimal;

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

/// Why an expression has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoValue {
    /// A figure is not there.
    Lacking,
    /// A divisor is zero.
    ZeroDivisor,
    /// A number is too large to be a figure of a plan.
    TooLarge,
}

impl NoValue {
    /// The reason why two sides have no value together: nothing else matters where a figure is not there.
    fn with(self, other: Self) -> Self {
        match (self, other) {
            (Self::Lacking, _) | (_, Self::Lacking) => Self::Lacking,
            (Self::ZeroDivisor, _) | (_, Self::ZeroDivisor) => Self::ZeroDivisor,
            (Self::TooLarge, Self::TooLarge) => Self::TooLarge,
        }
    }
}

/// The value of a part of an expression.
struct Value {
    exact: Result<Fraction, NoValue>,
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
        figure: &dyn Fn(usize) -> Option<Decimal>,
        decimals: u32,
    ) -> Result<Decimal, NoValue> {
        let exact = self.value(figure).exact?;
        Decimal::rounded(exact.top, exact.bottom, decimals).ok_or(NoValue::TooLarge)
    }

    fn value(&self, figure: &dyn Fn(usize) -> Option<Decimal>) -> Value {
        match self {
            Self::Number(number) => Value { exact: Fraction::of(*number), reads: None },
            Self::Column(index) => {
                let figure = figure(*index);
                Value { exact: figure.map_or(Err(NoValue::Lacking), Fraction::of), reads: Some(figure.is_some()) }
            }
            Self::Binary(left, operator, right) => {
                let (left, right) = (left.value(figure), right.value(figure));
                let adds = matches!(operator, Operator::Add | Operator::Subtract);
                let exact = match (left.exact, right.exact) {
                    (Ok(left), Ok(right)) => left.combine(*operator, right),
                    // A dash or a blank is no number: a sum goes on without it, a product has none.
                    (one, Err(_)) if adds && right.is_blank() && !left.is_blank() => one,
                    (Err(_), other) if adds && left.is_blank() && !right.is_blank() => {
                        other.and_then(|right| Fraction::ZERO.combine(*operator, right))
                    }
                    (Err(one), Err(other)) => Err(one.with(other)),
                    (Err(reason), Ok(_)) | (Ok(_), Err(reason)) => Err(reason),
                };
                let reads = match (left.reads, right.reads) {
                    (Some(left), Some(right)) => Some(left || right),
                    (one, other) => one.or(other),
                };
                Value { exact, reads }
            }
        }
    }
}

/// A fraction of whole numbers.
#[derive(Debug, Clone, Copy)]
struct Fraction {
    top: i128,
    bottom: i128,
}

impl Fraction {
    const ZERO: Self = Self { top: 0, bottom: 1 };

    fn of(number: Decimal) -> Result<Self, NoValue> {
        let (top, bottom) = number.to_fraction();
        Self::new(top, bottom).ok_or(NoValue::TooLarge)
    }

    fn new(top: i128, bottom: i128) -> Option<Self> {
        let divisor = i128::try_from(greatest_common_divisor(top.unsigned_abs(), bottom.unsigned_abs())).ok()?;
        let top = (top / divisor).checked_mul(bottom.signum())?;
        Some(Self { top, bottom: (bottom / divisor).checked_abs()? })
    }

    fn combine(self, operator: Operator, other: Self) -> Result<Self, NoValue> {
        if operator == Operator::Divide && other.top == 0 {
            return Err(NoValue::ZeroDivisor);
        }
        self.exact(operator, other).ok_or(NoValue::TooLarge)
    }

    fn exact(self, operator: Operator, other: Self) -> Option<Self> {
        match operator {
            Operator::Add => Self::new(
                self.top.checked_mul(other.bottom)?.checked_add(other.top.checked_mul(self.bottom)?)?,
                self.bottom.checked_mul(other.bottom)?,
            ),
            Operator::Subtract => self.exact(Operator::Add, Self { top: other.top.checked_neg()?, ..other }),
            Operator::Multiply => Self::new(self.top.checked_mul(other.top)?, self.bottom.checked_mul(other.bottom)?),
            Operator::Divide => Self::new(self.top.checked_mul(other.bottom)?, self.bottom.checked_mul(other.top)?),
        }
    }
}

/// The divisor of two numbers that are not both zero; a divisor of a fraction never is.
fn greatest_common_divisor(a: u128, b: u128) -> u128 {
    if b == 0 { a.max(1) } else { greatest_common_divisor(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(formula: &str, decimals: u32, expected: Result<&str, NoValue>) {
        let formula = Formula::parse(formula).expect("a formula");
        let figures = ["2.059", "18.286", "0", "", "999999999999999999999"];
        let names = BTreeMap::from([("ngheo", 0), ("tong", 1), ("khong", 2), ("trong", 3), ("lon", 4)]);
        let expression = Expression::new(&formula, &names).expect("known columns");
        let value = expression.evaluate(&|index| Decimal::parse(figures[index]).ok(), decimals).map(Decimal::display);
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
    fn a_column_that_is_not_there_makes_no_expression() {
        let formula = Formula::parse("a + b").expect("a formula");
        assert_eq!(Expression::new(&formula, &BTreeMap::from([("a", 0)])), None);
    }
}
