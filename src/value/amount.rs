//! Amounts of money as plans state them: exact, or only bounded («trên 5 tỷ đồng»).

use super::money::{Money, MoneyUnit};

/// How an amount that is written relates to the one that is meant; its word is what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Bound {
    /// It is that amount.
    #[default]
    Exactly,
    /// Khoảng.
    About,
    /// Trên.
    Over,
    /// Ít nhất.
    AtLeast,
    /// Tối thiểu.
    Minimum,
    /// Dưới.
    Under,
    /// Không quá.
    NoMoreThan,
    /// Tối đa.
    Maximum,
}

/// On which side of the amount that is written the one that is meant may lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Neither,
    Above,
    Below,
    Both,
}

impl Bound {
    /// Every bound that has a word.
    const WORDS: [(Self, &'static str); 7] = [
        (Self::About, "khoảng"),
        (Self::Over, "trên"),
        (Self::AtLeast, "ít nhất"),
        (Self::Minimum, "tối thiểu"),
        (Self::Under, "dưới"),
        (Self::NoMoreThan, "không quá"),
        (Self::Maximum, "tối đa"),
    ];
    /// Other words for a bound, and the bound that they mean.
    const OTHER_WORDS: [(&'static str, Self); 7] = [
        ("hơn", Self::Over),
        ("gần", Self::About),
        ("ước", Self::About),
        ("xấp xỉ", Self::About),
        ("không dưới", Self::AtLeast),
        ("không ít hơn", Self::AtLeast),
        ("không vượt quá", Self::NoMoreThan),
    ];

    /// Its word; nothing for an exact amount.
    pub fn word(self) -> Option<&'static str> {
        Self::WORDS.iter().find(|(bound, _)| *bound == self).map(|(_, word)| *word)
    }

    fn side(self) -> Side {
        match self {
            Self::Exactly => Side::Neither,
            Self::Over | Self::AtLeast | Self::Minimum => Side::Above,
            Self::Under | Self::NoMoreThan | Self::Maximum => Side::Below,
            Self::About => Side::Both,
        }
    }

    /// What is known of a sum of two amounts: bounds on one side bound the sum on that side, others leave it about so much.
    fn of_sum(self, other: Self) -> Self {
        match (self.side(), other.side()) {
            (Side::Neither, _) => other,
            (_, Side::Neither) => self,
            (Side::Above, Side::Above) if self != other => {
                if self == Self::Over || other == Self::Over {
                    Self::Over
                } else {
                    Self::AtLeast
                }
            }
            (Side::Below, Side::Below) if self != other => {
                if self == Self::Under || other == Self::Under {
                    Self::Under
                } else {
                    Self::NoMoreThan
                }
            }
            (one, two) if one == two => self,
            (Side::Above | Side::Below | Side::Both, _) => Self::About,
        }
    }
}

/// How two statements of the same amount stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// Both can be true.
    Agree,
    /// One is «khoảng», and they lie as near as that word allows.
    Near,
    /// One is «khoảng», and they lie farther apart.
    Far,
    /// They cannot both be true.
    Apart,
}

/// An amount of money as a plan states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// How much.
    pub money: Money,
    /// How that relates to what is meant.
    pub bound: Bound,
}

/// Within one part in so many, an amount is «khoảng» another.
const ABOUT: i128 = 20;

impl Amount {
    /// An exact amount.
    pub fn exactly(money: Money) -> Self {
        Self { money, bound: Bound::Exactly }
    }

    /// Reads `3.230 triệu đồng`, `trên 5 tỷ đồng`, `không quá 4 triệu đồng`.
    ///
    /// # Errors
    /// A sentence of advice.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let Some(at) = text.find(|letter: char| letter.is_ascii_digit()).filter(|at| *at > 0) else {
            return Money::parse(text).map(Self::exactly);
        };
        let (word, number) = text.split_at(at);
        let word = word.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let bound = Bound::WORDS.iter().find(|(_, known)| *known == word).map(|(bound, _)| *bound);
        let Some(bound) = bound.filter(|_| text[..at].ends_with(char::is_whitespace)) else {
            let other = Bound::OTHER_WORDS.iter().find(|(known, _)| *known == word).map(|(_, bound)| *bound);
            return Err(match other.or(bound).and_then(Bound::word) {
                Some(meant) => format!("viết {meant} {number}"),
                None => {
                    let words: Vec<_> = Bound::WORDS.iter().map(|(_, word)| *word).collect();
                    format!("trước số tiền chỉ viết được: {}; ví dụ trên 5 tỷ đồng", words.join(", "))
                }
            });
        };
        // Advice that is an amount is one behind the word.
        let behind = |advice: String| match advice.strip_prefix("viết ") {
            Some(amount) if amount.starts_with(|letter: char| letter.is_ascii_digit()) => {
                format!("viết {word} {amount}")
            }
            _ => advice,
        };
        Money::parse(number).map(|money| Self { money, bound }).map_err(behind)
    }

    /// The sum of some amounts: as exact as the least exact of them.
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Self {
        amounts.into_iter().fold(Self::exactly(Money(0)), |sum, amount| Self {
            money: Money::sum([sum.money, amount.money]),
            bound: sum.bound.of_sum(amount.bound),
        })
    }

    /// How this statement of an amount stands to another.
    pub fn agreement(self, other: Self) -> Agreement {
        if self.overlaps(other) {
            return Agreement::Agree;
        }
        if self.bound != Bound::About && other.bound != Bound::About {
            return Agreement::Apart;
        }
        let (one, two) = (self.money.0, other.money.0);
        let difference = one.saturating_sub(two).saturating_abs();
        if difference.saturating_mul(ABOUT) <= one.saturating_abs().max(two.saturating_abs()) {
            Agreement::Near
        } else {
            Agreement::Far
        }
    }

    /// Whether some amount is within both bounds, «khoảng» taken at its word.
    fn overlaps(self, other: Self) -> bool {
        let equal = self.money == other.money;
        let (low_bound, high_bound) =
            if self.money <= other.money { (self.bound, other.bound) } else { (other.bound, self.bound) };
        if !equal {
            return low_bound.side() == Side::Above || high_bound.side() == Side::Below;
        }
        let is_strict = |bound| matches!(bound, Bound::Over | Bound::Under);
        low_bound.side() == high_bound.side() || !is_strict(low_bound) && !is_strict(high_bound)
    }

    fn with_bound(self, amount: String) -> String {
        self.bound.word().map_or(amount.clone(), |word| format!("{word} {amount}"))
    }

    /// The amount in a unit, without the unit's name: `3.230`, `trên 5`.
    pub fn display_in(self, unit: MoneyUnit) -> String {
        self.with_bound(self.money.display_in(unit))
    }

    /// The amount with its unit: `trên 5 tỷ đồng`.
    pub fn display(self, unit: MoneyUnit) -> String {
        self.with_bound(self.money.display(unit))
    }

    /// The amount in words: `Trên năm tỷ đồng`.
    pub fn in_words(self) -> String {
        let words = self.money.in_words();
        match self.bound.word() {
            Some(word) => crate::vietnamese::capitalize(&format!("{word} {}", crate::vietnamese::uncapitalize(&words))),
            None => words,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::money::MONEY_UNITS;
    use super::*;

    fn amount(text: &str) -> Amount {
        Amount::parse(text).unwrap_or_else(|advice| panic!("{text}: {advice}"))
    }

    #[test]
    fn the_word_before_an_amount_is_kept() {
        let billion = MONEY_UNITS[0];
        for text in ["5 tỷ đồng", "trên 5 tỷ đồng", "khoảng 1,5 tỷ đồng", "không quá 4 tỷ đồng", "tối thiểu 2 tỷ đồng"]
        {
            assert_eq!(amount(text).display(billion), text);
        }
        assert_eq!(amount("Trên  5 tỷ đồng").display_in(billion), "trên 5");
        assert_eq!(amount("ít nhất 21 triệu đồng").in_words(), "Ít nhất hai mươi mốt triệu đồng");
    }

    #[test]
    fn other_words_are_refused_with_the_right_one() {
        let advice = |text| Amount::parse(text).expect_err("it is refused");
        assert_eq!(advice("hơn 5 tỷ đồng"), "viết trên 5 tỷ đồng");
        assert_eq!(advice("trên5 tỷ đồng"), "viết trên 5 tỷ đồng");
        assert_eq!(advice("gần 5 tỷ đồng"), "viết khoảng 5 tỷ đồng");
        assert_eq!(advice("Trên 5 tỷ"), "viết trên 5 tỷ đồng");
        assert!(advice("từ 5 tỷ đồng").starts_with("trước số tiền chỉ viết được: khoảng, trên,"));
        assert!(advice("năm tỷ đồng").contains("ví dụ 3.230 triệu đồng"));
    }

    #[track_caller]
    fn check_sum(amounts: &[&str], expected: &str) {
        let sum = Amount::sum(amounts.iter().map(|text| amount(text)));
        assert_eq!(sum.display(MONEY_UNITS[3]), expected);
    }

    #[test]
    fn a_sum_is_as_exact_as_its_least_exact_part() {
        check_sum(&["5 đồng", "3 đồng"], "8 đồng");
        check_sum(&["trên 5 đồng", "3 đồng"], "trên 8 đồng");
        check_sum(&["3 đồng", "tối thiểu 5 đồng", "tối thiểu 1 đồng"], "tối thiểu 9 đồng");
        check_sum(&["ít nhất 5 đồng", "tối thiểu 5 đồng"], "ít nhất 10 đồng");
        check_sum(&["tối thiểu 5 đồng", "trên 5 đồng"], "trên 10 đồng");
        check_sum(&["tối đa 5 đồng", "không quá 5 đồng", "1 đồng"], "không quá 11 đồng");
        check_sum(&["trên 5 đồng", "không quá 5 đồng"], "khoảng 10 đồng");
        check_sum(&["khoảng 5 đồng", "5 đồng"], "khoảng 10 đồng");
        check_sum(&[], "0 đồng");
    }

    #[track_caller]
    fn check_agreement(one: &str, two: &str, expected: Agreement) {
        assert_eq!(amount(one).agreement(amount(two)), expected, "{one}, {two}");
        assert_eq!(amount(two).agreement(amount(one)), expected, "{two}, {one}");
    }

    #[test]
    fn statements_agree_where_both_can_be_true() {
        use Agreement::{Agree, Apart, Far, Near};
        check_agreement("8 đồng", "8 đồng", Agree);
        check_agreement("8 đồng", "9 đồng", Apart);
        check_agreement("trên 8 đồng", "9 đồng", Agree);
        check_agreement("trên 8 đồng", "8 đồng", Apart);
        check_agreement("ít nhất 8 đồng", "8 đồng", Agree);
        check_agreement("trên 8 đồng", "7 đồng", Apart);
        check_agreement("trên 8 đồng", "trên 7 đồng", Agree);
        check_agreement("trên 8 đồng", "không quá 10 đồng", Agree);
        check_agreement("trên 10 đồng", "không quá 8 đồng", Apart);
        check_agreement("trên 8 đồng", "không quá 8 đồng", Apart);
        check_agreement("tối thiểu 8 đồng", "không quá 8 đồng", Agree);
        check_agreement("khoảng 100 đồng", "95 đồng", Near);
        check_agreement("khoảng 100 đồng", "94 đồng", Far);
        check_agreement("khoảng 100 đồng", "100 đồng", Agree);
        check_agreement("khoảng 100 đồng", "trên 96 đồng", Agree);
        check_agreement("khoảng 100 đồng", "trên 200 đồng", Far);
    }
}
