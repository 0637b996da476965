//! Money in whole đồng.

use super::decimal::Decimal;
use crate::vietnamese::group_thousands;

/// A unit in which money is written and printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoneyUnit {
    /// Its name: `triệu đồng`.
    pub name: &'static str,
    /// How many đồng it is.
    pub dong: i128,
}

/// The units of money, the largest first.
pub const MONEY_UNITS: [MoneyUnit; 4] = [
    MoneyUnit { name: "tỷ đồng", dong: 1_000_000_000 },
    MoneyUnit { name: "triệu đồng", dong: 1_000_000 },
    MoneyUnit { name: "nghìn đồng", dong: 1_000 },
    MoneyUnit { name: "đồng", dong: 1 },
];

/// The unit that was meant by another spelling of it.
fn other_unit(unit: &str) -> Option<&'static str> {
    match unit.to_lowercase().as_str() {
        "tỷ" | "tỉ" | "tỷ đồng" | "tỉ đồng" => Some("tỷ đồng"),
        "tr" | "trđ" | "triệu" | "triệu đồng" => Some("triệu đồng"),
        "nghìn" | "ngàn" | "k" | "nghìn đồng" | "ngàn đồng" => Some("nghìn đồng"),
        "đ" | "đồng" | "vnd" | "vnđ" | "đồng việt nam" => Some("đồng"),
        _ => None,
    }
}

impl MoneyUnit {
    /// The unit that the words of a heading name: in brackets if they have some, `Vốn (tỷ đồng)`, else in two words,
    /// `Vốn, triệu đồng`. `None` where they name none: `Vốn (cộng đồng)`.
    pub fn named_in(heading: &str) -> Option<Self> {
        let heading = heading.to_lowercase().replace("tỉ đồng", "tỷ đồng").replace("ngàn đồng", "nghìn đồng");
        let bracket = heading.rsplit_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(inside, _)| inside);
        let in_two_words = |words: &str| MONEY_UNITS[..3].iter().find(|unit| words.contains(unit.name)).copied();
        let Some(bracket) = bracket else { return in_two_words(&heading) };
        let alone = |part: &str| MONEY_UNITS.into_iter().find(|unit| Some(unit.name) == other_unit(part.trim()));
        bracket.split([':', '/', ',', ';']).find_map(alone).or_else(|| in_two_words(bracket))
    }
}

/// Advice on a number, `viết 3,5: …, "3,5"`, with the unit behind that number.
fn with_unit(advice: &str, unit: &str) -> String {
    let number = advice.strip_prefix("viết ").and_then(|rest| rest.split_once(':')).map(|(number, _)| number);
    match number.filter(|number| Decimal::read(number).is_some()) {
        Some(number) => {
            let named = advice.replacen(&format!("{number}:"), &format!("{number} {unit}:"), 1);
            named.replace(&format!("\"{number}\""), &format!("\"{number} {unit}\""))
        }
        None => format!("{advice}; sau số viết {unit}"),
    }
}

/// Whether a bare number cannot be meant in đồng: `45`, `86,4`.
fn lacks_unit(number: Decimal) -> bool {
    let is_zero = number.equals(Decimal::whole(0));
    !is_zero && (number.is_less_than(Decimal::whole(1_000)) || number.to_whole().is_none())
}

/// More than any budget, in đồng; up to here an amount has a name in words.
const MOST: i128 = 1_000_000_000_000_000_000;

/// An amount of money in whole đồng.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Money(pub i128);

impl Money {
    /// Reads `3.230 triệu đồng`, `1,5 tỷ đồng`, `15.000.000 đồng`, or bare đồng from a thousand on: what is less has lost
    /// its unit.
    ///
    /// # Errors
    /// A sentence of advice.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if let Some(positive) = text.strip_prefix(['-', '−']).filter(|rest| Self::parse(rest).is_ok()) {
            return Err(format!("số tiền không nhỏ hơn 0; viết {}", positive.trim()));
        }
        let split = text.find(|letter: char| !letter.is_ascii_digit() && !".,".contains(letter)).unwrap_or(text.len());
        let (number, unit) = text.split_at(split);
        let unit = unit.split_whitespace().collect::<Vec<_>>().join(" ");
        if unit.is_empty() && Decimal::of(number).is_some_and(lacks_unit) {
            return Err(format!("viết {number} kèm đơn vị tỷ đồng, triệu đồng, nghìn đồng hoặc đồng"));
        }
        let unit = if unit.is_empty() { "đồng" } else { &unit };
        let Some(unit) = MONEY_UNITS.iter().find(|known| known.name == unit) else {
            let meant = other_unit(unit).filter(|_| Decimal::read(number).is_some());
            return Err(match meant {
                Some(unit) => format!("viết {number} {unit}"),
                None => {
                    let advice = "viết số tiền kèm đơn vị đồng, nghìn đồng, triệu đồng hoặc tỷ đồng";
                    format!("{advice}, ví dụ 3.230 triệu đồng")
                }
            });
        };
        let number = Decimal::parse(number).map_err(|advice| with_unit(&advice, unit.name))?;
        let dong = number.times_whole(unit.dong).ok_or_else(|| "số tiền phải tròn đến đồng".to_owned())?;
        if dong.abs() > MOST {
            return Err("viết số tiền không quá một tỷ tỷ đồng (1.000.000.000 tỷ đồng)".to_owned());
        }
        Ok(Self(dong))
    }

    /// The sum of some amounts.
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Self {
        Self(amounts.into_iter().fold(0, |sum, amount| sum.saturating_add(amount.0)))
    }

    /// The amount in a unit, without the unit's name: `3.230`, `1,5`.
    pub fn display_in(self, unit: MoneyUnit) -> String {
        let whole = self.0 / unit.dong;
        let rest = (self.0 % unit.dong).abs();
        if rest == 0 {
            return group_thousands(whole);
        }
        let width = unit.dong.ilog10() as usize;
        let fraction = format!("{rest:0width$}");
        format!("{},{}", group_thousands(whole), fraction.trim_end_matches('0'))
    }

    /// The amount in words: `Ba tỷ hai trăm ba mươi triệu đồng`.
    pub fn in_words(self) -> String {
        let sign = if self.0 < 0 { "âm " } else { "" };
        crate::vietnamese::capitalize(&format!(
            "{sign}{} đồng",
            crate::vietnamese::number_in_words(self.0.unsigned_abs())
        ))
    }

    /// The amount with its unit: `3.230 triệu đồng`.
    pub fn display(self, unit: MoneyUnit) -> String {
        format!("{} {}", self.display_in(unit), unit.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_money(text: &str, expected: Option<i128>) {
        assert_eq!(Money::parse(text).ok(), expected.map(Money), "{text}");
    }

    #[test]
    fn money_is_whole_dong() {
        check_money("3.230 triệu đồng", Some(3_230_000_000));
        check_money("1,5 tỷ đồng", Some(1_500_000_000));
        check_money("15.000.000 đồng", Some(15_000_000));
        check_money("15.000.000", Some(15_000_000));
        check_money("1.000", Some(1_000));
        check_money("0", Some(0));
        check_money("45", None);
        check_money("45 đồng", Some(45));
        assert!(Money::parse("86,4").is_err_and(|advice| advice.starts_with("viết 86,4 kèm đơn vị")));
        check_money("0,5 đồng", None);
        check_money("một tỷ đồng", None);
        check_money("3 triệu", None);
        assert_eq!(Money::parse("3 triệu").err().as_deref(), Some("viết 3 triệu đồng"));
        assert_eq!(Money::parse("3.000.000 VNĐ").err().as_deref(), Some("viết 3.000.000 đồng"));
        assert_eq!(
            Money::parse("-60 triệu đồng").err().as_deref(),
            Some("số tiền không nhỏ hơn 0; viết 60 triệu đồng")
        );
        assert!(Money::parse("3.5 triệu đồng").is_err_and(|advice| {
            advice.starts_with("viết 3,5 triệu đồng: ") && advice.ends_with("\"3,5 triệu đồng\"")
        }));
        check_money("3.230 triệu  đồng", Some(3_230_000_000));
        check_money("1.000.000.000 tỷ đồng", Some(MOST));
        check_money("1.000.000.001 tỷ đồng", None);
        assert!(Money::parse("9999999999999999 tỷ đồng").is_err_and(|advice| advice.contains("không quá một tỷ tỷ")));
        let million = MONEY_UNITS[1];
        assert_eq!(Money(3_230_500_000).display(million), "3.230,5 triệu đồng");
    }

    #[track_caller]
    fn check_heading(heading: &str, expected: Option<&str>) {
        assert_eq!(MoneyUnit::named_in(heading).map(|unit| unit.name), expected, "{heading}");
    }

    #[test]
    fn headings_name_units_of_money() {
        check_heading("Kinh phí (tỷ đồng)", Some("tỷ đồng"));
        check_heading("Vốn (ĐVT: Triệu đồng)", Some("triệu đồng"));
        check_heading("Mức hỗ trợ (đồng/hộ)", Some("đồng"));
        check_heading("Vốn (tr.đ)", None);
        check_heading("Vốn (trđ)", Some("triệu đồng"));
        check_heading("Vốn, ngàn đồng", Some("nghìn đồng"));
        check_heading("Nguồn vốn (cộng đồng)", None);
        check_heading("Giá trị hợp đồng", None);
        check_heading("Vốn (tổng số, triệu đồng theo giá hiện hành)", Some("triệu đồng"));
        check_heading("Kinh phí", None);
    }

    #[track_caller]
    fn check_words(dong: i128, expected: &str) {
        assert_eq!(Money(dong).in_words(), format!("{expected} đồng"), "{dong}");
    }

    #[test]
    fn amounts_are_written_out_in_words() {
        check_words(0, "Không");
        check_words(1, "Một");
        check_words(5, "Năm");
        check_words(10, "Mười");
        check_words(11, "Mười một");
        check_words(15, "Mười lăm");
        check_words(21, "Hai mươi mốt");
        check_words(24, "Hai mươi bốn");
        check_words(55, "Năm mươi lăm");
        check_words(101, "Một trăm linh một");
        check_words(105, "Một trăm linh năm");
        check_words(110, "Một trăm mười");
        check_words(1_001, "Một nghìn không trăm linh một");
        check_words(1_015, "Một nghìn không trăm mười lăm");
        check_words(21_000, "Hai mươi mốt nghìn");
        check_words(1_000_500, "Một triệu năm trăm");
        check_words(3_230_000_000, "Ba tỷ hai trăm ba mươi triệu");
        check_words(1_000_005_000, "Một tỷ không trăm linh năm nghìn");
        check_words(1_234_000_000_000, "Một nghìn hai trăm ba mươi bốn tỷ");
        check_words(1_005_000_000_021, "Một nghìn không trăm linh năm tỷ không trăm hai mươi mốt");
        check_words(1_000_000_000_000_000, "Một triệu tỷ");
        check_words(21_015_000_000_000_000, "Hai mươi mốt triệu không trăm mười lăm nghìn tỷ");
        check_words(MOST, "Một tỷ tỷ");
        check_words(-5, "Âm năm");
    }
}
