//! Words that say on which side of a written number the true one lies: «trên», «không quá», «khoảng».
//!
//! What a target asks for, what a table states and what money is known of share them.

use super::decimal::Decimal;

/// A word before a number that is not the true one itself; a number without one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bound {
    /// Ít nhất.
    AtLeast,
    /// Tối thiểu.
    Minimum,
    /// Tối đa.
    Maximum,
    /// Không quá.
    NoMoreThan,
    /// Trên.
    Over,
    /// Dưới.
    Under,
    /// Khoảng.
    About,
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

/// A number as it is written, and the word before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounded<'t> {
    /// What the word says; `None` where no word stands before a number.
    pub bound: Option<Bound>,
    /// The word as it is written.
    pub word: &'t str,
    /// What follows, or all that is written.
    pub number: &'t str,
}

/// How what is stated of a number stands to what else is known of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// Both can be true.
    Agree,
    /// Both can be true, but more is stated than follows: «trên 400» where «trên 337» is known.
    Beyond,
    /// One is «khoảng», and they lie as near as that word allows.
    Near,
    /// One is «khoảng», and they lie farther apart.
    Far,
    /// They cannot both be true.
    Apart,
}

/// Other words and signs for a bound, and the bound that they mean.
const OTHER_WORDS: [(&str, Bound); 15] = [
    ("hơn", Bound::Over),
    (">", Bound::Over),
    ("không dưới", Bound::AtLeast),
    ("không ít hơn", Bound::AtLeast),
    (">=", Bound::AtLeast),
    ("≥", Bound::AtLeast),
    ("<", Bound::Under),
    ("không vượt quá", Bound::NoMoreThan),
    ("<=", Bound::NoMoreThan),
    ("≤", Bound::NoMoreThan),
    ("gần", Bound::About),
    ("ước", Bound::About),
    ("xấp xỉ", Bound::About),
    ("~", Bound::About),
    ("≈", Bound::About),
];

impl Bound {
    /// Every bound.
    pub const ALL: [Self; 7] =
        [Self::AtLeast, Self::Minimum, Self::Maximum, Self::NoMoreThan, Self::Over, Self::Under, Self::About];

    /// Whether words end with one that compares: `đạt ít nhất`.
    pub fn ends(words: &str) -> bool {
        let other = OTHER_WORDS.iter().map(|(word, _)| *word);
        let mut known = Self::ALL.into_iter().map(Self::word).chain(other);
        known.any(|word| words.strip_suffix(word).is_some_and(|rest| !rest.ends_with(char::is_alphabetic)))
    }

    /// Its word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::AtLeast => "ít nhất",
            Self::Minimum => "tối thiểu",
            Self::Maximum => "tối đa",
            Self::NoMoreThan => "không quá",
            Self::Over => "trên",
            Self::Under => "dưới",
            Self::About => "khoảng",
        }
    }

    /// Parts the word before a number from the number.
    ///
    /// # Errors
    /// A sentence of advice, where other words stand there.
    pub fn split<'t>(text: &'t str, example: &str) -> Result<Bounded<'t>, String> {
        let text = text.trim();
        let has_words = text.starts_with(|letter: char| letter.is_alphabetic() || "><≥≤~≈".contains(letter));
        let Some(at) = text.find(|letter: char| letter.is_ascii_digit()).filter(|_| has_words) else {
            return Ok(Bounded { bound: None, word: "", number: text });
        };
        let before = text[..at].strip_suffix('-').unwrap_or(&text[..at]);
        let number = &text[before.len()..];
        let word = before.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let known = Self::ALL.into_iter().find(|bound| bound.word() == word);
        if known.is_some() && before.ends_with(char::is_whitespace) {
            return Ok(Bounded { bound: known, word: before.trim_end(), number });
        }
        let other = OTHER_WORDS.iter().find(|(known, _)| *known == word).map(|(_, bound)| *bound);
        Err(match known.or(other) {
            Some(meant) => format!("viết {} {number}", meant.word()),
            None => {
                let words = Self::ALL.map(Self::word).join(", ");
                format!("trước số chỉ viết được một trong các từ: {words}; ví dụ {example}")
            }
        })
    }

    fn side(self) -> Side {
        match self {
            Self::AtLeast | Self::Minimum | Self::Over => Side::Above,
            Self::Maximum | Self::NoMoreThan | Self::Under => Side::Below,
            Self::About => Side::Around,
        }
    }

    /// Whether the number itself is not the true one.
    fn is_strict(self) -> bool {
        matches!(self, Self::Over | Self::Under)
    }

    /// What is known of a sum of two numbers: bounds on one side bound the sum on that side, others leave it about so much.
    pub fn of_sum(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        let (Some(one), Some(other)) = (one, other) else { return one.or(other) };
        let is_strict = one.is_strict() || other.is_strict();
        Some(match (one.side(), other.side()) {
            _ if one == other => one,
            (Side::Above, Side::Above) if is_strict => Self::Over,
            (Side::Above, Side::Above) => Self::AtLeast,
            (Side::Below, Side::Below) if is_strict => Self::Under,
            (Side::Below, Side::Below) => Self::NoMoreThan,
            (Side::Above | Side::Below | Side::Around, _) => Self::About,
        })
    }

    /// What is known of a number once its sign is changed.
    #[must_use]
    pub fn negated(self) -> Self {
        match self {
            Self::AtLeast => Self::NoMoreThan,
            Self::NoMoreThan => Self::AtLeast,
            Self::Minimum => Self::Maximum,
            Self::Maximum => Self::Minimum,
            Self::Over => Self::Under,
            Self::Under => Self::Over,
            Self::About => Self::About,
        }
    }
}

impl Agreement {
    /// How a number that is stated stands to one that is found.
    ///
    /// Of two bounds on one side the stated one must follow from the found one; else both must leave room for one true
    /// number, and «khoảng» is near enough within what [`Decimal::is_about`] allows.
    pub fn of(stated: (Decimal, Option<Bound>), found: (Decimal, Option<Bound>)) -> Self {
        let side = |of: (Decimal, Option<Bound>)| of.1.map(Bound::side);
        let (is_less, is_more) = (stated.0.is_less_than(found.0), found.0.is_less_than(stated.0));
        let is_strict = [stated.1, found.1].into_iter().flatten().any(Bound::is_strict);
        let is_around = [side(stated), side(found)].contains(&Some(Side::Around));
        let (low, high) = if is_more { (found, stated) } else { (stated, found) };
        let has_room = match (side(stated), side(found)) {
            (Some(Side::Above), Some(Side::Above)) => return if is_more { Self::Beyond } else { Self::Agree },
            (Some(Side::Below), Some(Side::Below)) => return if is_less { Self::Beyond } else { Self::Agree },
            _ if is_less || is_more => side(low) == Some(Side::Above) || side(high) == Some(Side::Below),
            (None | Some(Side::Above | Side::Below | Side::Around), _) => is_around || !is_strict,
        };
        if has_room {
            Self::Agree
        } else if !is_around {
            Self::Apart
        } else if stated.0.is_about(found.0) || found.0.is_about(stated.0) {
            Self::Near
        } else {
            Self::Far
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Agreement::{Agree, Apart, Beyond, Far, Near};
    use super::*;

    fn read(text: &str) -> (Decimal, Option<Bound>) {
        let written = Bound::split(text, "trên 5").expect("a number");
        (Decimal::parse(written.number).expect("a number"), written.bound)
    }

    #[test]
    fn other_words_are_refused_with_the_right_one() {
        let advice = |text| Bound::split(text, "trên 237").expect_err(text);
        for (other, meant) in [("hơn 237", "trên 237"), ("gần 1.000", "khoảng 1.000"), ("~ 40", "khoảng 40")] {
            assert_eq!(advice(other), format!("viết {meant}"));
        }
        assert_eq!((advice(">= 5"), advice("trên5")), ("viết ít nhất 5".to_owned(), "viết trên 5".to_owned()));
        assert!(advice("từ 5").ends_with("ít nhất, tối thiểu, tối đa, không quá, trên, dưới, khoảng; ví dụ trên 237"));
        let parted = |bound, word, number| Ok(Bounded { bound, word, number });
        assert_eq!(Bound::split("trên -5", ""), parted(Some(Bound::Over), "trên", "-5"));
        assert_eq!(
            (Bound::split("trên", ""), Bound::split(" 5", "")),
            (parted(None, "", "trên"), parted(None, "", "5"))
        );
    }

    #[test]
    fn a_sum_is_as_sure_as_its_parts() {
        let sum = |one: &str, other: &str| Bound::of_sum(read(one).1, read(other).1).map(Bound::word);
        assert_eq!(sum("3", "4"), None);
        for (one, other, expected) in [
            ("trên 237", "100", "trên"),
            ("trên 1", "ít nhất 2", "trên"),
            ("tối thiểu 1", "ít nhất 2", "ít nhất"),
            ("tối thiểu 1", "tối thiểu 2", "tối thiểu"),
            ("dưới 1", "không quá 2", "dưới"),
            ("tối đa 1", "không quá 2", "không quá"),
            ("trên 1", "không quá 2", "khoảng"),
            ("khoảng 1", "trên 2", "khoảng"),
        ] {
            assert_eq!((sum(one, other), sum(other, one)), (Some(expected), Some(expected)), "{one}, {other}");
        }
    }

    #[track_caller]
    fn check(one: &str, two: &str, expected: Agreement, turned: Agreement) {
        assert_eq!(Agreement::of(read(one), read(two)), expected, "{one}, {two}");
        assert_eq!(Agreement::of(read(two), read(one)), turned, "{two}, {one}");
    }

    #[test]
    fn statements_agree_where_both_can_be_true() {
        let both = |one: &str, two: &str, expected| check(one, two, expected, expected);
        for (one, two) in [
            ("8", "8,0"),
            ("trên 8", "9"),
            ("ít nhất 8", "8"),
            ("không quá 400", "337"),
            ("trên 8", "không quá 10"),
            ("tối thiểu 8", "không quá 8"),
            ("khoảng 100", "100"),
            ("khoảng 100", "trên 50"),
            ("khoảng 100", "trên 100"),
        ] {
            both(one, two, Agree);
        }
        for (one, two) in [
            ("8", "9"),
            ("trên 8", "8"),
            ("trên 8", "7"),
            ("dưới 300", "337"),
            ("trên 10", "không quá 8"),
            ("trên 8", "không quá 8"),
            ("dưới 337", "ít nhất 337"),
        ] {
            both(one, two, Apart);
        }
    }

    #[test]
    fn about_reaches_a_twentieth() {
        let both = |one: &str, two: &str, expected| check(one, two, expected, expected);
        both("khoảng 100", "95", Near);
        both("khoảng 340", "337", Near);
        both("khoảng 100", "94", Far);
        both("khoảng 400", "337", Far);
        both("khoảng 100", "trên 200", Far);
    }

    #[test]
    fn no_more_is_stated_than_follows() {
        check("trên 300", "trên 337", Agree, Beyond);
        check("không quá 337", "không quá 300", Agree, Beyond);
        check("trên 8", "ít nhất 8", Agree, Agree);
    }
}
