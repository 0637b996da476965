//! Means of columns: each row with its weight.

use std::collections::BTreeMap;

use super::fraction::Fraction;
use super::tally::Tally;
use crate::plan::table::column::{Average, Column};
use crate::plan::table::formula::Operator;
use crate::value::{Bound, Decimal, Quantity, Said};

/// With what the rows of a column count in its mean.
pub(super) enum Weight {
    /// The column has no mean.
    None,
    /// Each row counts once.
    One,
    /// Each row counts with its figure in a column.
    Column(usize),
    /// The column that is named is not there.
    Unknown,
}

/// With what the rows of a column count in its mean.
pub(super) fn weight(column: &Column, numbers: &BTreeMap<&str, usize>) -> Weight {
    match column.average.as_ref().map(|average| &average.value) {
        None => Weight::None,
        Some(Average::Plain) => Weight::One,
        Some(Average::Weighted(id)) => numbers.get(id.as_str()).map_or(Weight::Unknown, |&index| Weight::Column(index)),
    }
}

/// Some figures and their weights.
#[derive(Debug, Clone, Copy, Default)]
pub(super) enum Mean {
    /// There were none.
    #[default]
    Nothing,
    /// What the figures times their weights come to, what the weights come to, and what is said of the figures where they
    /// are not exact.
    Of(Fraction, Fraction, Option<Said>),
    /// Numbers beyond any figure of a plan.
    TooLarge,
}

impl Mean {
    /// One figure with its weight.
    pub(super) fn of(figure: Quantity, weight: Quantity) -> Self {
        let made = || {
            let (figure, weight) = (Fraction::of(figure.number).ok()?, Fraction::of(weight.number).ok()?);
            Some((figure.combine(Operator::Multiply, weight).ok()?, weight))
        };
        // A weight that is not exact leaves open on which side the mean lies.
        let said = weight.said.map(|_| Bound::About.into()).or(figure.said);
        made().map_or(Self::TooLarge, |(top, bottom)| Self::Of(top, bottom, said))
    }

    /// The mean rounded half up; `None` if there are no weights.
    ///
    /// # Errors
    /// It is too large.
    pub(super) fn value(self, decimals: u32) -> Result<Option<Quantity>, ()> {
        match self {
            Self::Nothing => Ok(None),
            Self::TooLarge => Err(()),
            Self::Of(_, bottom, _) if bottom.top == 0 => Ok(None),
            Self::Of(top, bottom, said) => {
                let number: Option<Decimal> =
                    top.combine(Operator::Divide, bottom).ok().and_then(|mean| mean.rounded(decimals));
                number.map(|number| Some(Quantity { number, said })).ok_or(())
            }
        }
    }
}

impl Tally for Mean {
    fn with(self, other: Self) -> Self {
        match (self, other) {
            (Self::Nothing, mean) | (mean, Self::Nothing) => mean,
            (Self::Of(top, bottom, said), Self::Of(other_top, other_bottom, other_said)) => {
                let sum = |one: Fraction, other| one.combine(Operator::Add, other).ok();
                match sum(top, other_top).zip(sum(bottom, other_bottom)) {
                    Some((top, bottom)) => Self::Of(top, bottom, Said::of_sum(said, other_said)),
                    None => Self::TooLarge,
                }
            }
            (Self::TooLarge, _) | (_, Self::TooLarge) => Self::TooLarge,
        }
    }

    fn is_there(&self) -> bool {
        !matches!(self, Self::Nothing)
    }
}
