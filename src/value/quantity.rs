//! Figures as clerks write them: a number, and perhaps a word that says that it is not exact.

use super::bound::{Agreement, Bound, Bounded};
use super::decimal::Decimal;
use crate::vietnamese;

/// A number, exact or not: `237`, `trên 237`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantity {
    /// The number, which is what counts.
    pub number: Decimal,
    /// How the true one relates to it; `None` if it is the true one.
    pub said: Option<Said>,
}

/// A word that says that a number is not exact, as it is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// What it says.
    pub bound: Bound,
    /// Whether it begins with a capital letter.
    pub capital: bool,
}

impl From<Decimal> for Quantity {
    fn from(number: Decimal) -> Self {
        Self { number, said: None }
    }
}

impl From<Bound> for Said {
    fn from(bound: Bound) -> Self {
        Self { bound, capital: false }
    }
}

impl Quantity {
    /// Reads `237`, `trên 237`, `Khoảng 40`, `không quá 12`, `ít nhất 5`.
    ///
    /// # Errors
    /// A sentence of advice.
    pub fn parse(text: &str) -> Result<Self, String> {
        let Bounded { bound, word, number } = Bound::split(text, "trên 237")?;
        let Some(bound) = bound else { return Decimal::parse(number).map(Self::from) };
        let said = Said { bound, capital: word.starts_with(char::is_uppercase) };
        // What would be printed in other letters is not taken.
        if word.split_whitespace().ne(said.word().split_whitespace()) {
            return Err(format!("viết {} {number}", said.word()));
        }
        Ok(Self { number: Decimal::parse(number)?, said: Some(said) })
    }

    /// The figure as it is printed.
    pub fn display(self) -> String {
        self.around(self.number.display())
    }

    /// The word, if there is one, before a number as it is printed.
    pub fn around(self, number: String) -> String {
        match self.said {
            Some(said) => format!("{} {number}", said.word()),
            None => number,
        }
    }

    /// The sum of two figures; `None` if it is too large.
    pub fn plus(self, other: Self) -> Option<Self> {
        Some(Self { number: self.number.plus(other.number)?, said: Said::of_sum(self.said, other.said) })
    }

    /// Whether a figure that is written can stand for one that is computed.
    pub fn agrees(self, computed: Self) -> bool {
        match Agreement::of(self.bounded(), computed.bounded()) {
            Agreement::Agree | Agreement::Near => true,
            Agreement::Beyond | Agreement::Far | Agreement::Apart => false,
        }
    }

    fn bounded(self) -> (Decimal, Option<Bound>) {
        (self.number, self.said.map(|said| said.bound))
    }
}

impl Said {
    fn word(self) -> String {
        let word = self.bound.word();
        if self.capital { vietnamese::capitalize(word) } else { word.to_owned() }
    }

    /// What is said of a sum, given what is said of its two parts.
    pub fn of_sum(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        let bound = Bound::of_sum(one.map(|said| said.bound), other.map(|said| said.bound))?;
        let capital = [one, other].into_iter().flatten().all(|said| said.capital);
        Some(Self { bound, capital })
    }

    /// What is said of a number once its sign is changed.
    #[must_use]
    pub fn negated(self) -> Self {
        Self { bound: self.bound.negated(), ..self }
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
        assert!(Quantity::parse("trên").is_err());
        assert!(Quantity::parse("trên 0.5").is_err_and(|advice| advice.contains("0,5")));
        assert_eq!(Quantity::parse("TRÊN 5"), Err("viết Trên 5".to_owned()));
        assert_eq!(Quantity::parse("gần 1.000"), Err("viết khoảng 1.000".to_owned()));
    }

    #[test]
    fn a_sum_begins_as_its_parts_do() {
        let sum = |one: &str, other: &str| quantity(one).plus(quantity(other)).map(Quantity::display);
        let check = |one, other, expected: &str| assert_eq!(sum(one, other).as_deref(), Some(expected));
        check("3", "4", "7");
        check("trên 237", "100", "trên 337");
        check("Khoảng 40", "Khoảng 2", "Khoảng 42");
        check("Trên 1", "ít nhất 2", "trên 3");
    }

    #[test]
    fn what_is_written_agrees_where_it_follows() {
        let agrees = |one: &str, other: &str| quantity(one).agrees(quantity(other));
        for (one, other) in
            [("5", "5,0"), ("trên 300", "trên 337"), ("khoảng 340", "337"), ("400", "trên 337"), ("400", "khoảng 390")]
        {
            assert!(agrees(one, other), "{one}, {other}");
        }
        for (one, other) in [
            ("5", "6"),
            ("trên 400", "trên 337"),
            ("khoảng 400", "337"),
            ("không quá 300", "không quá 337"),
            ("dưới 337", "ít nhất 337"),
        ] {
            assert!(!agrees(one, other), "{one}, {other}");
        }
    }
}
