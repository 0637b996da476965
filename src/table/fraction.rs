//! Fractions of whole numbers: values before they are rounded, and why there is none.

use crate::plan::table::formula::Operator;
use crate::value::Decimal;

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
    pub(super) fn with(self, other: Self) -> Self {
        match (self, other) {
            (Self::Lacking, _) | (_, Self::Lacking) => Self::Lacking,
            (Self::ZeroDivisor, _) | (_, Self::ZeroDivisor) => Self::ZeroDivisor,
            (Self::TooLarge, Self::TooLarge) => Self::TooLarge,
        }
    }
}

/// A fraction of whole numbers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fraction {
    /// Above the line.
    pub(super) top: i128,
    /// Below it; above zero.
    bottom: i128,
}

impl Fraction {
    /// Zero.
    pub(super) const ZERO: Self = Self { top: 0, bottom: 1 };

    /// A number.
    pub(super) fn of(number: Decimal) -> Result<Self, NoValue> {
        let (top, bottom) = number.to_fraction();
        Self::new(top, bottom).ok_or(NoValue::TooLarge)
    }

    /// The number rounded half up to some decimals; `None` if it is too large.
    pub(super) fn rounded(self, decimals: u32) -> Option<Decimal> {
        Decimal::rounded(self.top, self.bottom, decimals)
    }

    fn new(top: i128, bottom: i128) -> Option<Self> {
        let divisor = i128::try_from(greatest_common_divisor(top.unsigned_abs(), bottom.unsigned_abs())).ok()?;
        let top = (top / divisor).checked_mul(bottom.signum())?;
        Some(Self { top, bottom: (bottom / divisor).checked_abs()? })
    }

    /// What an operator makes of two numbers.
    pub(super) fn combine(self, operator: Operator, other: Self) -> Result<Self, NoValue> {
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
