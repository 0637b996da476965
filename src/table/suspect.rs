//! Which row explains why a sum is not the one that a plan's source states.

use crate::value::Decimal;

/// The row that explains a difference, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suspect {
    /// The row.
    pub row: usize,
    /// What was done with its figure.
    pub slip: Slip,
}

/// What was done with a figure when the stated sum was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slip {
    /// It was left out.
    Missing,
    /// It was added twice.
    Twice,
    /// Two neighboring digits were swapped.
    Swapped,
    /// It was taken a thousand times too large or too small.
    Thousandfold,
}

impl Slip {
    /// From the likeliest.
    const ALL: [Self; 4] = [Self::Missing, Self::Twice, Self::Swapped, Self::Thousandfold];
}

/// The one row whose figure explains a stated sum; none if several do equally well.
pub(super) fn suspect(stated: Decimal, computed: Decimal, addends: &[(usize, Decimal)]) -> Option<Suspect> {
    let finest = addends.iter().map(|(_, figure)| *figure).chain([stated, computed]).map(unit).max()?;
    let difference = scaled(stated, finest)?.checked_sub(scaled(computed, finest)?)?;
    Slip::ALL.into_iter().find_map(|slip| {
        let mut rows = addends.iter().filter(|(_, figure)| explains(slip, *figure, finest, difference) == Some(true));
        match (rows.next(), rows.next()) {
            (Some((row, _)), None) => Some(Some(Suspect { row: *row, slip })),
            (Some(_), Some(_)) => Some(None),
            (None, _) => None,
        }
    })?
}

fn unit(number: Decimal) -> i128 {
    number.to_fraction().1
}

/// A number as a multiple of the finest unit.
fn scaled(number: Decimal, finest: i128) -> Option<i128> {
    let (digits, unit) = number.to_fraction();
    digits.checked_mul(finest / unit)
}

fn explains(slip: Slip, figure: Decimal, finest: i128, difference: i128) -> Option<bool> {
    let value = scaled(figure, finest)?;
    Some(match slip {
        Slip::Missing => difference == value.checked_neg()?,
        Slip::Twice => difference == value,
        Slip::Swapped => {
            let other = value.checked_add(difference)?;
            let step = finest / unit(figure);
            other % step == 0 && are_swapped(value / step, other / step)
        }
        Slip::Thousandfold => {
            let thousandths = difference.checked_mul(1_000)?;
            difference == value.checked_mul(999)? || thousandths == value.checked_mul(-999)?
        }
    })
}

/// Whether two numbers differ only in two neighboring digits that changed places.
fn are_swapped(one: i128, other: i128) -> bool {
    if (one < 0) != (other < 0) {
        return false;
    }
    let (one, other) = (one.unsigned_abs().to_string(), other.unsigned_abs().to_string());
    let differ = one.bytes().zip(other.bytes()).position(|(one, other)| one != other);
    let (Some(at), true) = (differ, one.len() == other.len()) else { return false };
    match (one.as_bytes()[at..].split_at_checked(2), other.as_bytes()[at..].split_at_checked(2)) {
        (Some(([a, b], rest)), Some(([c, d], other_rest))) => a == d && b == c && rest == other_rest,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(stated: &str, figures: &[&str], expected: Option<(usize, Slip)>) {
        let number = |text: &&str| Decimal::parse(text).expect("a number");
        let addends: Vec<_> = figures.iter().map(number).enumerate().collect();
        let computed = addends.iter().try_fold(Decimal::whole(0), |sum, (_, figure)| sum.plus(*figure)).expect("a sum");
        let found = suspect(number(&stated), computed, &addends);
        assert_eq!(found.map(|suspect| (suspect.row, suspect.slip)), expected);
    }

    #[test]
    fn one_row_explains_a_difference() {
        check("30", &["10", "20", "7"], Some((2, Slip::Missing)));
        check("47", &["10", "20", "7,0"], Some((0, Slip::Twice)));
        check("1.542", &["1.234", "290"], None);
        check("1.614", &["1.234", "290"], Some((0, Slip::Swapped)));
        check("1.253,5", &["1.234,5", "10"], Some((0, Slip::Swapped)));
        check("5.012", &["5", "12"], Some((0, Slip::Thousandfold)));
        check("17", &["5.000", "12"], Some((0, Slip::Thousandfold)));
        check("-12", &["-12", "5"], Some((1, Slip::Missing)));
    }

    #[test]
    fn two_rows_that_explain_it_equally_well_name_nobody() {
        check("20", &["10", "10", "10"], None);
    }

    #[test]
    fn what_nothing_explains_names_nobody() {
        check("31", &["10", "20"], None);
        check("5", &[], None);
        // Beyond what can be compared.
        check("999999999999999999999999", &["0,00000000000000000000001"], None);
    }
}
