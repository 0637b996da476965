//! Words that tie one figure of a sentence to another, and what follows from figures.

use super::figure::Written;
use super::passage::Passage;
use crate::value::Decimal;

/// Words between a count and the rate that it is.
const IS: [&str; 11] = [
    "đạt",
    "chiếm",
    "bằng",
    "tương ứng",
    "tương ứng với",
    "tương đương",
    "tỷ lệ",
    "đạt tỷ lệ",
    "chiếm tỷ lệ",
    "tức",
    "=",
];

impl Passage<'_> {
    /// Whether a rate is said to be that of the count before it, whose words end at a place.
    pub(crate) fn is_rate_of(&self, from: usize, rate: &Written) -> bool {
        const FARTHEST: usize = 90;
        let link = self.between(from, rate.start);
        if link.len() > FARTHEST || link.contains([';', ':', ')', '.']) || link.contains("trong đó") {
            return false;
        }
        let link = link.trim();
        if let Some(before) = link.strip_suffix('(') {
            return !before.contains(['(', ',']) && self.between(rate.rest, self.words.len()).starts_with(')');
        }
        let told = link.rsplit_once(',').map_or(link, |(_, told)| told.trim());
        IS.contains(&told)
    }
}

/// Whether a part of a whole is a rate in per cent, as far as the rate's decimals tell; nothing where that cannot be said.
pub(crate) fn is_percent(part: Decimal, whole: Decimal, rate: Decimal) -> Option<bool> {
    let (top, bottom) = hundredfold(part, whole)?;
    let (digits, unit) = rate.to_fraction();
    let difference = top.checked_mul(unit)?.checked_sub(digits.checked_mul(bottom)?)?;
    Some(difference.abs() < bottom.abs())
}

/// A part of a whole in per cent, with some decimals.
pub(crate) fn percent(part: Decimal, whole: Decimal, decimals: u32) -> Option<Decimal> {
    let (top, bottom) = hundredfold(part, whole)?;
    Decimal::rounded(top, bottom, decimals)
}

fn hundredfold(part: Decimal, whole: Decimal) -> Option<(i128, i128)> {
    let ((top, top_unit), (bottom, bottom_unit)) = (part.to_fraction(), whole.to_fraction());
    let made = (top.checked_mul(bottom_unit)?.checked_mul(100)?, bottom.checked_mul(top_unit)?);
    (made.1 > 0).then_some(made)
}

/// How far two numbers lie apart.
pub(crate) fn distance(one: Decimal, other: Decimal) -> Option<Decimal> {
    let ((one_top, one_unit), (other_top, other_unit)) = (one.to_fraction(), other.to_fraction());
    let top = one_top.checked_mul(other_unit)?.checked_sub(other_top.checked_mul(one_unit)?)?;
    Decimal::rounded(top.abs(), one_unit.checked_mul(other_unit)?, one.decimals().max(other.decimals()))
}

/// Whether a number is another as far as its decimals tell.
pub(crate) fn is_rounded(number: Decimal, exact: Decimal) -> Option<bool> {
    let ((digits, unit), (top, bottom)) = (number.to_fraction(), exact.to_fraction());
    let difference = top.checked_mul(unit)?.checked_sub(digits.checked_mul(bottom)?)?;
    Some(difference.abs() < bottom)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        Decimal::parse(text).expect("a number")
    }

    #[test]
    fn rates_are_told_to_the_decimals_that_are_shown() {
        let check = |part, whole, rate, expected| {
            assert_eq!(is_percent(number(part), number(whole), number(rate)), expected, "{part}/{whole} {rate}");
        };
        check("45", "120", "37,5", Some(true));
        check("45", "120", "38", Some(true));
        check("45", "120", "37", Some(true));
        check("45", "120", "40", Some(false));
        check("318", "1.976", "16,09", Some(true));
        check("318", "1.976", "16,19", Some(false));
        check("5", "0", "5", None);
        assert_eq!(percent(number("45"), number("120"), 1).map(Decimal::display).as_deref(), Some("37,5"));
    }

    #[test]
    fn distances_are_exact() {
        let far = |one, other| distance(number(one), number(other)).map(Decimal::display);
        assert_eq!(far("5,2", "4,1").as_deref(), Some("1,1"));
        assert_eq!(far("4", "16,09").as_deref(), Some("12,09"));
        assert_eq!(is_rounded(number("1"), number("1,1")), Some(true));
        assert_eq!(is_rounded(number("1,2"), number("1,1")), Some(false));
    }
}
