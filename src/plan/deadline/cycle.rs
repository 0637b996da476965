//! The same day of each week, month, quarter or year.

use super::moment::{Quarter, numeral_beyond};
use crate::schema::{Key, Kind, Mean, Meaning, Read, Reader, Visitor, Walk};
use crate::value::{Day, Weekday};
use crate::vietnamese;
use crate::yaml::Node;

/// Whether something is due on a day or before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// On it.
    On,
    /// Before it.
    Before,
}

/// A day of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MonthDay {
    /// By its number, which every month has: 1 to 28.
    Number(u8),
    /// The last.
    Last,
}

impl MonthDay {
    fn parse(text: &str) -> Result<Self, String> {
        let day = text.trim().strip_prefix("ngày").unwrap_or(text).trim();
        if matches!(vietnamese::fold(day).as_str(), "cuoi" | "cuoicung" | "cuoithang") {
            return Ok(Self::Last);
        }
        match day.parse::<u8>() {
            Ok(number @ 1..=28) => Ok(Self::Number(number)),
            Ok(number @ 29..=31) => {
                Err(format!("không phải tháng nào cũng có ngày {number}; viết từ 1 đến 28, hoặc ngày cuối"))
            }
            _ => Err("viết ngày của tháng, từ 1 đến 28, hoặc ngày cuối".to_owned()),
        }
    }

    fn display(self) -> String {
        match self {
            Self::Number(number) => format!("ngày {}", vietnamese::day(number)),
            Self::Last => "ngày cuối cùng".to_owned(),
        }
    }
}

/// A month of a quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuarterMonth {
    /// Tháng đầu.
    First,
    /// Tháng giữa.
    Middle,
    /// Tháng cuối.
    Last,
}

impl QuarterMonth {
    const ALL: [(Self, &'static str); 3] =
        [(Self::First, "tháng đầu"), (Self::Middle, "tháng giữa"), (Self::Last, "tháng cuối")];

    fn name(self) -> &'static str {
        match self {
            Self::First => "tháng đầu quý",
            Self::Middle => "tháng giữa quý",
            Self::Last => "tháng cuối quý",
        }
    }
}

/// What comes again: a day of each week, a day of each month, a month of each quarter, a day or a month of each year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// A day of each week.
    Week(Weekday),
    /// A day of each month.
    Month(MonthDay),
    /// A month of each quarter, or a day of it.
    Quarter(QuarterMonth, Option<MonthDay>),
    /// A month of each year, or a day of it.
    Year(u8, Option<u8>),
    /// A quarter of each year.
    YearQuarter(usize),
}

/// Something that is due again and again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cycle {
    /// On the day or before it.
    pub bound: Bound,
    /// Which day.
    pub slot: Slot,
}

impl Cycle {
    fn parse(text: &str, slot: fn(&str) -> Result<Slot, String>) -> Result<Self, String> {
        let text = text.trim();
        let (bound, rest) = text.strip_prefix("trước ").map_or((Bound::On, text), |rest| (Bound::Before, rest));
        Ok(Self { bound, slot: slot(rest.trim())? })
    }

    /// The deadline in words: `trước ngày 25 hằng tháng`, `thứ Sáu hằng tuần`, `ngày 20 của tháng cuối quý`.
    pub fn display(self) -> String {
        let words = match self.slot {
            Slot::Week(day) => format!("{} hằng tuần", day.name()),
            Slot::Month(day) => format!("{} hằng tháng", day.display()),
            Slot::Quarter(month, None) => month.name().to_owned(),
            Slot::Quarter(month, Some(day)) => format!("{} của {}", day.display(), month.name()),
            Slot::Year(month, None) => format!("tháng {} hằng năm", vietnamese::month(month)),
            Slot::Year(month, Some(day)) => {
                format!("ngày {}/{} hằng năm", vietnamese::day(day), vietnamese::month(month))
            }
            Slot::YearQuarter(at) => format!("quý {} hằng năm", Quarter::NUMERALS[at]),
        };
        match self.bound {
            Bound::On => words,
            Bound::Before => format!("trước {words}"),
        }
    }
}

fn week(text: &str) -> Result<Slot, String> {
    let day = Weekday::parse(text).map(Slot::Week);
    day.ok_or_else(|| "viết thứ của tuần, ví dụ thứ Sáu, trước thứ Sáu, Chủ nhật".to_owned())
}

fn month(text: &str) -> Result<Slot, String> {
    MonthDay::parse(text).map(Slot::Month)
}

fn quarter(text: &str) -> Result<Slot, String> {
    let advice = || "viết tháng đầu, tháng giữa hoặc tháng cuối, có thể kèm ngày: ngày 20 tháng cuối".to_owned();
    let text = text.strip_suffix("quý").unwrap_or(text).trim();
    let found = QuarterMonth::ALL.into_iter().find_map(|(month, name)| Some((month, text.strip_suffix(name)?)));
    let (month, day) = found.ok_or_else(advice)?;
    let day = day.trim().strip_suffix("của").unwrap_or(day).trim();
    if day.is_empty() {
        return Ok(Slot::Quarter(month, None));
    }
    MonthDay::parse(day).map(|day| Slot::Quarter(month, Some(day)))
}

fn year(text: &str) -> Result<Slot, String> {
    let advice = || "viết ngày/tháng, ví dụ 15/12; hoặc tháng 12; hoặc quý IV".to_owned();
    let small = |text: &str| text.trim().parse::<u8>().map_err(|_| advice());
    if let Some(numeral) = text.strip_prefix("quý") {
        let numeral = numeral.trim();
        let at = Quarter::NUMERALS.iter().position(|known| *known == numeral);
        return at.map(Slot::YearQuarter).ok_or_else(|| numeral_beyond(numeral).unwrap_or_else(advice));
    }
    if let Some(month) = text.strip_prefix("tháng") {
        return match small(month)? {
            month @ 1..=12 => Ok(Slot::Year(month, None)),
            month => Err(format!("không có tháng {month}; {}", advice())),
        };
    }
    let (day, month) = text.strip_prefix("ngày").unwrap_or(text).split_once('/').ok_or_else(advice)?;
    let (day, month) = (small(day)?, small(month)?);
    // A year without a leap day has every day that each year has.
    match Day::new(2026, month, day) {
        Some(_) => Ok(Slot::Year(month, Some(day))),
        None => Err(format!("không phải năm nào cũng có ngày {day} tháng {month}; {}", advice())),
    }
}

/// Declares the keys that say when in each week, month, quarter or year.
macro_rules! cycles {
    ($($(#[$doc:meta])* $name:ident by $slot:ident: $term:literal, $pattern:literal;)*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            pub struct $name(pub Cycle);

            impl Read for $name {
                fn kind() -> Kind {
                    Kind::Form($term, $pattern)
                }

                fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
                    reader.parsed(node, key, |text| Cycle::parse(text, $slot).map(Self))
                }
            }

            impl Mean for $name {
                fn mean(&self) -> Meaning {
                    Meaning::Time(self.0.display(), None)
                }
            }

            impl Walk for $name {
                fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
            }
        )*
    };
}

cycles! {
    /// A day of each week.
    Weekly by week: "một thứ của tuần", "^(trước +)?([Tt]hứ +\\S+|[Cc]hủ [Nn]hật)$";
    /// A day of each month.
    Monthly by month: "một ngày của tháng", "^(trước +)?(ngày +)?(\\d{1,2}|cuối.*)$";
    /// A month of each quarter, or a day of it.
    Quarterly by quarter: "một tháng của quý", "^(trước +)?(ngày +\\S+ +(của +)?)?tháng +(đầu|giữa|cuối)( +quý)?$";
    /// A day, a month or a quarter of each year.
    Yearly by year: "một ngày của năm", "^(trước +)?((ngày +)?\\d{1,2}/\\d{1,2}|tháng +\\d{1,2}|quý +(I|II|III|IV))$";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(slot: fn(&str) -> Result<Slot, String>, text: &str, expected: &str) {
        let shown = Cycle::parse(text, slot).map(Cycle::display);
        assert_eq!(shown.unwrap_or_else(|advice| advice.split(';').next().unwrap_or_default().to_owned()), expected);
    }

    #[test]
    fn what_comes_again_is_read_and_worded() {
        check(week, "thứ sáu", "thứ Sáu hằng tuần");
        check(week, "trước Chủ nhật", "trước Chủ nhật hằng tuần");
        check(month, "25", "ngày 25 hằng tháng");
        check(month, "trước ngày 5", "trước ngày 05 hằng tháng");
        check(month, "ngày cuối", "ngày cuối cùng hằng tháng");
        check(quarter, "tháng cuối", "tháng cuối quý");
        check(quarter, "trước ngày 20 của tháng cuối quý", "trước ngày 20 của tháng cuối quý");
        check(quarter, "ngày 5 tháng đầu", "ngày 05 của tháng đầu quý");
        check(year, "15/12", "ngày 15/12 hằng năm");
        check(year, "trước ngày 1/2", "trước ngày 01/02 hằng năm");
        check(year, "tháng 11", "tháng 11 hằng năm");
        check(year, "quý IV", "quý IV hằng năm");
    }

    #[test]
    fn what_no_week_month_or_year_has_is_named() {
        check(week, "thứ Chín", "viết thứ của tuần, ví dụ thứ Sáu, trước thứ Sáu, Chủ nhật");
        check(month, "31", "không phải tháng nào cũng có ngày 31");
        check(month, "0", "viết ngày của tháng, từ 1 đến 28, hoặc ngày cuối");
        check(quarter, "tháng tư", "viết tháng đầu, tháng giữa hoặc tháng cuối, có thể kèm ngày: ngày 20 tháng cuối");
        check(quarter, "ngày 30 tháng cuối", "không phải tháng nào cũng có ngày 30");
        check(year, "31/4", "không phải năm nào cũng có ngày 31 tháng 4");
        check(year, "tháng 13", "không có tháng 13");
        check(year, "quý V", "không có quý V");
    }
}
