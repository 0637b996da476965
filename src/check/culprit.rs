//! The one figure that explains why a sum is not the one that is stated.

use crate::value::Decimal;

/// The figure that explains a difference, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Culprit {
    /// Which figure.
    pub(super) who: Who,
    /// What was done with it.
    pub(super) slip: Slip,
    /// What it would be if that had not been done.
    pub(super) meant: Decimal,
}

/// A figure of a sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    /// One of its addends.
    Addend(usize),
    /// The stated sum.
    Total,
}

/// What was done with a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slip {
    /// It was left out of the sum.
    Missing,
    /// It was added twice.
    Twice,
    /// It was taken ten, a hundred or a thousand times too large or too small: so many digits.
    Shifted(u32),
    /// Two neighboring digits were swapped.
    Swapped,
    /// A digit was left out.
    Dropped,
    /// A digit was written twice.
    Doubled,
}

impl Slip {
    /// From the likeliest; those in one line are as likely as each other.
    const STAGES: [&[Self]; 7] = [
        &[Self::Missing],
        &[Self::Twice],
        &[Self::Shifted(3)],
        &[Self::Shifted(2)],
        &[Self::Shifted(1)],
        &[Self::Swapped],
        &[Self::Dropped, Self::Doubled],
    ];

    /// What may have been done, in words; `what` is the figure: `dòng này`.
    pub(super) fn told(self, what: &str) -> String {
        match self {
            Self::Missing => format!("có thể quên cộng {what}"),
            Self::Twice => format!("có thể cộng {what} hai lần"),
            Self::Shifted(3) => format!("có thể lệch một nghìn lần ở {what}"),
            Self::Shifted(2) => format!("có thể lệch một trăm lần ở {what}"),
            Self::Shifted(_) => format!("có thể lệch mười lần ở {what}"),
            Self::Swapped => format!("có thể đảo hai chữ số ở {what}"),
            Self::Dropped => format!("có thể thiếu một chữ số ở {what}"),
            Self::Doubled => format!("có thể thừa một chữ số ở {what}"),
        }
    }
}

/// Digits that a number must have before its digits tell anything.
const FEWEST_DIGITS: usize = 3;
/// A difference of fewer units may be anything.
const LEAST: u128 = 10;

/// The one figure that explains a stated sum; none if several do equally well.
pub(super) fn culprit(stated: Decimal, addends: &[Decimal]) -> Option<Culprit> {
    let finest = addends.iter().copied().chain([stated]).map(unit).max()?;
    let total = scaled(stated, finest)?;
    let parts = addends.iter().map(|addend| scaled(*addend, finest)).collect::<Option<Vec<_>>>()?;
    let sum = parts.iter().try_fold(0_i128, |sum, part| sum.checked_add(*part))?;
    let difference = total.checked_sub(sum)?;
    let coarsest = addends.iter().copied().chain([stated]).map(unit).min()?;
    if (difference / (finest / coarsest)).unsigned_abs() < LEAST {
        return None;
    }
    let whole = |number: i128| Decimal::rounded(number, finest, finest.ilog10());
    let of_addend = |slip: Slip, at: usize, part: i128| {
        let meant = part.checked_add(difference)?;
        let explains = match slip {
            Slip::Missing => meant == 0,
            Slip::Twice => difference == part,
            Slip::Shifted(_) | Slip::Swapped | Slip::Dropped | Slip::Doubled => {
                is_slip(slip, part, meant, finest / unit(addends[at]))
            }
        };
        explains.then_some((slip, Who::Addend(at), meant))
    };
    let of_total = |slip: Slip| {
        let explains = is_slip(slip, total, sum, finest / unit(stated));
        explains.then_some((slip, Who::Total, sum))
    };
    for stage in Slip::STAGES {
        let mut found = stage.iter().flat_map(|slip| {
            let addends = parts.iter().enumerate().filter_map(|(at, part)| of_addend(*slip, at, *part));
            addends.chain(of_total(*slip))
        });
        match (found.next(), found.next()) {
            (Some((slip, who, meant)), None) => return Some(Culprit { who, slip, meant: whole(meant)? }),
            (Some(_), Some(_)) => return None,
            (None, _) => {}
        }
    }
    None
}

fn unit(number: Decimal) -> i128 {
    number.to_fraction().1
}

/// A number as a multiple of the finest unit.
fn scaled(number: Decimal, finest: i128) -> Option<i128> {
    let (digits, unit) = number.to_fraction();
    digits.checked_mul(finest / unit)
}

/// Whether what is written comes of what was meant by a slip of the pen; `step` is the last place of what is written.
fn is_slip(slip: Slip, written: i128, meant: i128, step: i128) -> bool {
    if let Slip::Shifted(digits) = slip {
        let factor = 10_i128.pow(digits);
        return written != 0
            && (written.checked_mul(factor) == Some(meant) || meant.checked_mul(factor) == Some(written));
    }
    if (written < 0) != (meant < 0) || meant % step != 0 {
        return false;
    }
    let digits = |number: i128| (number / step).unsigned_abs().to_string();
    let (written, meant) = (digits(written), digits(meant));
    if written.len().min(meant.len()) < FEWEST_DIGITS {
        return false;
    }
    match slip {
        Slip::Swapped => are_swapped(written.as_bytes(), meant.as_bytes()),
        Slip::Dropped => lacks_one(written.as_bytes(), meant.as_bytes()),
        Slip::Doubled => has_one_twice(written.as_bytes(), meant.as_bytes()),
        Slip::Missing | Slip::Twice | Slip::Shifted(_) => false,
    }
}

/// Whether two numbers differ only in two neighboring digits that changed places.
fn are_swapped(one: &[u8], other: &[u8]) -> bool {
    let Some(at) = one.iter().zip(other).position(|(one, other)| one != other) else { return false };
    match (one[at..].split_at_checked(2), other[at..].split_at_checked(2)) {
        (Some(([a, b], rest)), Some(([c, d], other_rest))) => a == d && b == c && rest == other_rest,
        _ => false,
    }
}

/// Whether one number is the other without one digit.
fn lacks_one(shorter: &[u8], longer: &[u8]) -> bool {
    let at = shorter.iter().zip(longer).position(|(one, other)| one != other).unwrap_or(shorter.len());
    longer.len() == shorter.len() + 1 && shorter[at..] == longer[at + 1..]
}

/// Whether one number is the other with a digit that stands there twice.
fn has_one_twice(longer: &[u8], shorter: &[u8]) -> bool {
    let at = longer.iter().zip(shorter).position(|(one, other)| one != other).unwrap_or(shorter.len());
    at > 0 && lacks_one(shorter, longer) && longer[at] == longer[at - 1]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(stated: &str, addends: &[&str], expected: Option<(Who, Slip, &str)>) {
        let number = |text: &str| Decimal::parse(text).expect("a number");
        let addends: Vec<_> = addends.iter().map(|addend| number(addend)).collect();
        let expected = expected.map(|(who, slip, meant)| (who, slip, number(meant).display()));
        let found = culprit(number(stated), &addends).map(|found| (found.who, found.slip, found.meant.display()));
        assert_eq!(found, expected, "{stated} {addends:?}");
    }

    const FIRST: Who = Who::Addend(0);

    #[test]
    fn a_row_left_out_or_added_twice_explains_a_difference() {
        check("30", &["10", "20", "17"], Some((Who::Addend(2), Slip::Missing, "0")));
        check("57", &["10", "20", "17"], Some((FIRST, Slip::Twice, "20")));
        check("-12", &["-12", "50"], Some((Who::Addend(1), Slip::Missing, "0")));
    }

    #[test]
    fn a_factor_explains_a_difference() {
        check("5.012", &["5", "12"], Some((FIRST, Slip::Shifted(3), "5.000")));
        check("17", &["5.000", "12"], Some((FIRST, Slip::Shifted(3), "5")));
        check("512", &["5", "12"], Some((FIRST, Slip::Shifted(2), "500")));
        check("62", &["5", "12"], Some((FIRST, Slip::Shifted(1), "50")));
        check("17.000", &["5", "12"], Some((Who::Total, Slip::Shifted(3), "17")));
    }

    #[test]
    fn digits_explain_a_difference() {
        check("1.614", &["1.234", "290"], Some((FIRST, Slip::Swapped, "1.324")));
        check("1.337,5", &["1.234,5", "13"], Some((FIRST, Slip::Swapped, "1.324,5")));
        check("5.124", &["2.500", "2.714"], Some((Who::Total, Slip::Swapped, "5.214")));
        check("12.635", &["1.234", "290"], Some((FIRST, Slip::Dropped, "12.345")));
        check("9.134", &["12.234", "7.900"], Some((FIRST, Slip::Doubled, "1.234")));
        check("1.524", &["11.234", "290"], None);
    }

    #[test]
    fn figures_that_explain_it_equally_well_name_nobody() {
        check("20", &["10", "10", "10"], None);
        check("31", &["10", "20"], None);
        check("6", &["2", "3"], None);
        // So little may be anything.
        check("30", &["10", "20", "7"], None);
        check("5", &["5"], None);
        check("5", &[], None);
        // Beyond what can be compared.
        check("999999999999999999999999", &["0,00000000000000000000001"], None);
    }
}
