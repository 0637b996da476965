//! Amounts of money as plans state them: exact, or only bounded («trên 5 tỷ đồng»).

use super::bound::{Agreement, Bound, Bounded};
use super::decimal::Decimal;
use super::money::{Money, MoneyUnit};

/// An amount of money as a plan states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// How much.
    pub money: Money,
    /// How that relates to what is meant; `None` if it is that.
    pub bound: Option<Bound>,
}

impl Amount {
    /// An exact amount.
    pub fn exactly(money: Money) -> Self {
        Self { money, bound: None }
    }

    /// Reads `3.230 triệu đồng`, `trên 5 tỷ đồng`, `không quá 4 triệu đồng`.
    ///
    /// # Errors
    /// A sentence of advice.
    pub fn parse(text: &str) -> Result<Self, String> {
        let Bounded { bound, number, .. } = Bound::split(text, "trên 5 tỷ đồng")?;
        let Some(bound) = bound else { return Money::parse(number).map(Self::exactly) };
        // Advice that is an amount is one behind the word.
        let behind = |advice: String| match advice.strip_prefix("viết ") {
            Some(amount) if amount.starts_with(|letter: char| letter.is_ascii_digit()) => {
                format!("viết {} {amount}", bound.word())
            }
            _ => advice,
        };
        Money::parse(number).map(|money| Self { money, bound: Some(bound) }).map_err(behind)
    }

    /// The sum of some amounts: as exact as the least exact of them.
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Self {
        amounts.into_iter().fold(Self::exactly(Money(0)), |sum, amount| Self {
            money: Money::sum([sum.money, amount.money]),
            bound: Bound::of_sum(sum.bound, amount.bound),
        })
    }

    /// How this statement of an amount stands to what else is known of it.
    pub fn agreement(self, found: Self) -> Agreement {
        let number = |amount: Self| (Decimal::whole(amount.money.0), amount.bound);
        Agreement::of(number(self), number(found))
    }

    fn with_bound(self, amount: String) -> String {
        match self.bound {
            Some(bound) => format!("{} {amount}", bound.word()),
            None => amount,
        }
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
        match self.bound.map(Bound::word) {
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
        assert!(advice("từ 5 tỷ đồng").ends_with("; ví dụ trên 5 tỷ đồng"));
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
}
