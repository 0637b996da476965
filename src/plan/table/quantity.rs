//! Figures as clerks write them: a number, and perhaps a word that says that it is not exact.

use crate::plan::target::Comparator;
use crate::value::Decimal;
use crate::vietnamese;

/// A number, exact or not: `237`, `trên 237`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantity {
    /// The number, which is what counts.
    pub number: Decimal,
    /// How the true one relates to it; `None` if it is the true one.
    pub bound: Option<Bound>,
}

/// A word that says that a number is not exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound {
    /// The word.
    pub comparator: Comparator,
    /// Whether it begins with a capital letter.
    pub capital: bool,
}

/// Where the true number lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    /// Not below the number.
    Above,
    /// Not above it.
    Below,
    /// Near it.
    Around,
}

impl From<Decimal> for Quantity {
    fn from(number: Decimal) -> Self {
        Self { number, bound: None }
    }
}

impl Quantity {
    /// Reads `237`, `trên 237`, `Khoảng 40`, `không quá 12`, `ít nhất 5`.
    ///
    /// # Errors
    /// A sentence of advice.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let lower = vietnamese::uncapitalize(text);
        for comparator in Comparator::ALL {
            let rest = lower.strip_prefix(comparator.meaning()).filter(|rest| rest.starts_with(' '));
            if let Some(rest) = rest {
                let bound = Bound { comparator: *comparator, capital: lower != text };
                return Ok(Self { number: Decimal::parse(rest)?, bound: Some(bound) });
            }
        }
        let begins_otherwise = text.starts_with(|letter: char| letter.is_alphabetic() || "><≥≤~≈".contains(letter));
        if begins_otherwise && text.contains(|letter: char| letter.is_ascii_digit()) {
            let words: Vec<_> = Comparator::ALL.iter().map(|comparator| comparator.meaning()).collect();
            return Err(format!("số không chính xác viết bằng một trong các từ: {}; ví dụ trên 237", words.join(", ")));
        }
        Decimal::parse(text).map(Self::from)
    }

    /// The figure as it is printed.
    pub fn display(self) -> String {
        self.around(self.number.display())
    }

    /// The word, if there is one, before a number as it is printed.
    pub fn around(self, number: String) -> String {
        let Some(Bound { comparator, capital }) = self.bound else { return number };
        let word = comparator.meaning();
        format!("{} {number}", if capital { vietnamese::capitalize(word) } else { word.to_owned() })
    }

    /// The sum of two figures; `None` if it is too large.
    pub fn plus(self, other: Self) -> Option<Self> {
        Some(Self { number: self.number.plus(other.number)?, bound: Bound::of_sum(self.bound, other.bound) })
    }

    /// Whether a figure that is written can stand for one that is computed.
    ///
    /// Of two bounds on the same side the written one must follow from the computed one; else both must leave room for one
    /// true number.
    pub fn agrees(self, computed: Self) -> bool {
        let (own, other) = (self.number, computed.number);
        let side = |figure: Self| figure.bound.map(|bound| bound.comparator.side());
        let equal = || own.equals(other);
        let is_about = || own.is_about(other) || other.is_about(own);
        let room = |low: Self, high: Self| {
            let strict = low.is_strict() || high.is_strict();
            low.number.is_less_than(high.number) || !strict && low.number.equals(high.number)
        };
        match (side(self), side(computed)) {
            (None, None) => equal(),
            (Some(Side::Around), _) | (_, Some(Side::Around)) => is_about(),
            (Some(Side::Above), Some(Side::Above)) => !other.is_less_than(own),
            (Some(Side::Below), Some(Side::Below)) => !own.is_less_than(other),
            (Some(Side::Above), _) | (None, Some(Side::Below)) => room(self, computed),
            (Some(Side::Below), _) | (None, Some(Side::Above)) => room(computed, self),
        }
    }

    /// Whether the number itself is not the true one.
    fn is_strict(self) -> bool {
        self.bound.is_some_and(|bound| matches!(bound.comparator, Comparator::Over | Comparator::Under))
    }
}

impl Bound {
    /// What is said of a sum, given what is said of its two parts.
    pub fn of_sum(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        let (Some(one), Some(other)) = (one, other) else { return one.or(other) };
        let capital = one.capital && other.capital;
        let either = |strict| one.comparator == strict || other.comparator == strict;
        let comparator = match (one.comparator.side(), other.comparator.side()) {
            _ if one.comparator == other.comparator => one.comparator,
            (Side::Above, Side::Above) if either(Comparator::Over) => Comparator::Over,
            (Side::Above, Side::Above) => Comparator::AtLeast,
            (Side::Below, Side::Below) if either(Comparator::Under) => Comparator::Under,
            (Side::Below, Side::Below) => Comparator::NoMoreThan,
            _ => Comparator::About,
        };
        Some(Self { comparator, capital })
    }

    /// What is said of a number once its sign is changed.
    #[must_use]
    pub fn negated(self) -> Self {
        let comparator = match self.comparator {
            Comparator::AtLeast => Comparator::NoMoreThan,
            Comparator::NoMoreThan => Comparator::AtLeast,
            Comparator::Minimum => Comparator::Maximum,
            Comparator::Maximum => Comparator::Minimum,
            Comparator::Over => Comparator::Under,
            Comparator::Under => Comparator::Over,
            Comparator::About => Comparator::About,
        };
        Self { comparator, ..self }
    }

    /// What is said of a number that follows from others in a way that keeps no side.
    pub fn about() -> Self {
        Self { comparator: Comparator::About, capital: false }
    }
}

impl Comparator {
    fn side(self) -> Side {
        match self {
            Self::AtLeast | Self::Minimum | Self::Over => Side::Above,
            Self::Maximum | Self::NoMoreThan | Self::Under => Side::Below,
            Self::About => Side::Around,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quantity(text: &str) -> Quantity {
        Quantity::parse(text).expect("a figure")
    }

    #[test]
    fn words_before_a_number_are_kept() {
        for text in ["237", "trên 237", "Khoảng 1.240,5", "không quá 12", "ít nhất 5", "tối thiểu 5", "dưới 0,5"]
        {
            assert_eq!(quantity(text).display(), text);
        }
        for text in ["hơn 237", "~ 40", ">= 5", "từ 5", "gần 1.000"] {
            let advice = Quantity::parse(text).expect_err(text);
            assert!(advice.contains("trên, dưới, khoảng"), "{advice}");
        }
        assert!(Quantity::parse("trên").is_err());
        assert!(Quantity::parse("trên 0.5").is_err_and(|advice| advice.contains("0,5")));
    }

    #[test]
    fn a_sum_is_as_sure_as_its_parts() {
        let sum = |one: &str, other: &str| quantity(one).plus(quantity(other)).map(Quantity::display);
        let check = |one, other, expected: &str| assert_eq!(sum(one, other).as_deref(), Some(expected));
        check("3", "4", "7");
        check("trên 237", "100", "trên 337");
        check("Khoảng 40", "Khoảng 2", "Khoảng 42");
        check("trên 1", "ít nhất 2", "trên 3");
        check("tối thiểu 1", "ít nhất 2", "ít nhất 3");
        check("dưới 1", "không quá 2", "dưới 3");
        check("tối đa 1", "không quá 2", "không quá 3");
        check("trên 1", "không quá 2", "khoảng 3");
        check("khoảng 1", "trên 2", "khoảng 3");
    }

    #[test]
    fn what_is_written_agrees_where_it_can_be_true() {
        let agrees = |one: &str, other: &str| quantity(one).agrees(quantity(other));
        for (one, other) in [
            ("5", "5,0"),
            ("trên 300", "337"),
            ("trên 300", "trên 337"),
            ("khoảng 340", "337"),
            ("400", "trên 337"),
            ("không quá 400", "337"),
            ("ít nhất 337", "337"),
            ("400", "khoảng 390"),
        ] {
            assert!(agrees(one, other), "{one}, {other}");
        }
        for (one, other) in [
            ("5", "6"),
            ("trên 337", "337"),
            ("337", "trên 337"),
            ("trên 400", "trên 337"),
            ("dưới 300", "337"),
            ("khoảng 400", "337"),
            ("không quá 300", "không quá 337"),
            ("dưới 337", "ít nhất 337"),
        ] {
            assert!(!agrees(one, other), "{one}, {other}");
        }
    }
}
