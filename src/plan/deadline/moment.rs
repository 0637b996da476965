//! Days, months, quarters and years at which something begins or ends.

use crate::schema::{Key, Kind, Mean, Meaning, Read, Reader, Visitor, Walk};
use crate::value::{Date, Day, FullDate, SchoolYear, Year};
use crate::yaml::Node;

/// A quarter of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quarter {
    /// 1 to 4.
    pub number: u8,
    /// The year.
    pub year: i32,
}

impl Quarter {
    /// The numerals of quarters, as plans write them.
    pub(super) const NUMERALS: [&'static str; 4] = ["I", "II", "III", "IV"];

    fn parse(text: &str) -> Result<Self, String> {
        let advice = || "viết quý bằng số La Mã, rồi năm: I/2026".to_owned();
        let (quarter, year) = text.split_once('/').ok_or_else(advice)?;
        let quarter = quarter.trim();
        let number = Self::NUMERALS.iter().position(|known| *known == quarter);
        let number = number.ok_or_else(|| match numeral_beyond(quarter) {
            Some(advice) => advice,
            None => advice(),
        })?;
        let year = Year::parse(year).map_err(|_| advice())?.0;
        Ok(Self { number: number as u8 + 1, year })
    }

    /// The quarter in Roman numerals, as plans write it.
    pub fn numeral(self) -> &'static str {
        Self::NUMERALS[usize::from(self.number - 1)]
    }

    /// The quarter in words: `quý I năm 2026`.
    pub fn display(self) -> String {
        format!("quý {} năm {}", self.numeral(), self.year)
    }

    fn first(self) -> Option<Day> {
        Day::new(self.year, self.number * 3 - 2, 1)
    }

    pub(super) fn last(self) -> Option<Day> {
        Day::last_of_month(self.year, self.number * 3)
    }
}

/// What is said of the numeral of a quarter that no year has.
pub(super) fn numeral_beyond(text: &str) -> Option<String> {
    let is_number = !text.is_empty() && text.chars().all(|letter| "IVX".contains(letter) || letter.is_ascii_digit());
    let known = ["1", "2", "3", "4"].contains(&text);
    (is_number && !known).then(|| format!("không có quý {text}; bốn quý viết là I, II, III, IV"))
}

impl Read for Quarter {
    fn kind() -> Kind {
        Kind::Form("một quý", "^(I|II|III|IV) */ *\\d{4}$")
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        reader.parsed(node, key, Self::parse)
    }
}

impl Walk for Quarter {
    fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
}

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month(pub Date);

impl Read for Month {
    fn kind() -> Kind {
        Kind::Form("một tháng", "^\\d{1,2}/\\d{4}$")
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        reader.parsed(node, key, |text| match Date::parse(text) {
            Ok(date) if date.day.is_none() && date.month.is_some() => Ok(Self(date)),
            Ok(date) if date.day.is_some() => {
                let month = Date { day: None, ..date }.display_short();
                Err(format!("ở đây chỉ viết tháng/năm: {month}; muốn nói đúng một ngày thì dùng khóa ngay"))
            }
            Err(advice) if advice.starts_with("không có tháng") => {
                Err(format!("{}; viết tháng/năm, ví dụ 6/2026", advice.split(';').next().unwrap_or_default()))
            }
            _ => Err("viết tháng/năm, ví dụ 6/2026".to_owned()),
        })
    }
}

impl Walk for Month {
    fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
}

/// A day, a month, a quarter or a year at which something begins or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// A day.
    Day(FullDate),
    /// A month.
    Month(Month),
    /// A quarter.
    Quarter(Quarter),
    /// A year.
    Year(Year),
}

impl Moment {
    fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let quarter = text.strip_prefix("quý").map_or(text, str::trim_start);
        if quarter.starts_with(['I', 'V', 'X']) || quarter.len() < text.len() {
            return Quarter::parse(quarter).map(Self::Quarter);
        }
        let date = Date::parse(text).map_err(|advice| match advice.starts_with("không có") {
            true => format!("{}; {MOMENTS}", advice.split(';').next().unwrap_or_default()),
            false if advice.starts_with("viết ngày/tháng/năm") => MOMENTS.to_owned(),
            false => advice,
        })?;
        Ok(match (date.month, date.day) {
            (None, _) => Self::Year(Year(date.year)),
            (Some(_), None) => Self::Month(Month(date)),
            (Some(_), Some(_)) => Self::Day(FullDate(date)),
        })
    }

    /// The moment in words: `ngày 01/3/2026`, `tháng 3/2026`, `quý I năm 2026`, `năm 2026`.
    pub fn display(self) -> String {
        match self {
            Self::Day(FullDate(date)) => format!("ngày {}", date.display_short()),
            Self::Month(Month(month)) => format!("tháng {}", month.display_short()),
            Self::Quarter(quarter) => quarter.display(),
            Self::Year(Year(year)) => format!("năm {year}"),
        }
    }

    /// Its first day.
    pub fn first(self) -> Option<Day> {
        match self {
            Self::Day(FullDate(date)) | Self::Month(Month(date)) => date.first_day(),
            Self::Quarter(quarter) => quarter.first(),
            Self::Year(Year(year)) => Day::new(year, 1, 1),
        }
    }

    /// Its last day.
    pub fn last(self) -> Option<Day> {
        match self {
            Self::Day(FullDate(date)) | Self::Month(Month(date)) => date.last_day(),
            Self::Quarter(quarter) => quarter.last(),
            Self::Year(Year(year)) => Day::last_of_year(year),
        }
    }
}

const MOMENTS: &str = "viết một ngày 01/3/2026, một tháng 3/2026, một quý I/2026, hoặc một năm 2026";

impl Read for Moment {
    fn kind() -> Kind {
        Kind::Form(
            "một ngày, tháng, quý hoặc năm",
            "^((quý +)?(I|II|III|IV) */ *\\d{4}|(\\d{1,2}/){0,2}\\d{4}|\\d{4}-\\d{1,2}-\\d{1,2})$",
        )
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        reader.parsed(node, key, Self::parse)
    }
}

impl Walk for Moment {
    fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
}

impl Read for SchoolYear {
    fn kind() -> Kind {
        Kind::Form("một năm học", "^(năm học +)?\\d{4} *[-–—] *\\d{4}$")
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        reader.parsed(node, key, Self::parse)
    }
}

impl Walk for SchoolYear {
    fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
}

impl Mean for Quarter {
    fn mean(&self) -> Meaning {
        Meaning::Time(self.display(), self.last())
    }
}

impl Mean for Month {
    fn mean(&self) -> Meaning {
        Moment::Month(*self).mean()
    }
}

impl Mean for Moment {
    fn mean(&self) -> Meaning {
        Meaning::Time(self.display(), self.last())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let shown = Moment::parse(text).map(|moment| {
            let days = [moment.first(), moment.last()].map(|day| day.map(Day::display).unwrap_or_default());
            format!("{}: {}", moment.display(), days.join(" - "))
        });
        assert_eq!(shown.unwrap_or_else(|advice| advice.split(';').next().unwrap_or_default().to_owned()), expected);
    }

    #[test]
    fn moments_have_a_first_and_a_last_day() {
        check("1/3/2026", "ngày 01/3/2026: 01/3/2026 - 01/3/2026");
        check("2/2028", "tháng 02/2028: 01/02/2028 - 29/02/2028");
        check("II/2026", "quý II năm 2026: 01/4/2026 - 30/6/2026");
        check("quý IV/2026", "quý IV năm 2026: 01/10/2026 - 31/12/2026");
        check("2026", "năm 2026: 01/01/2026 - 31/12/2026");
    }

    #[test]
    fn moments_that_are_none_are_named() {
        check("31/02/2026", "không có ngày 31 tháng 2 năm 2026");
        check("13/2026", "không có tháng 13");
        check("V/2026", "không có quý V");
        check("quý 5/2026", "không có quý 5");
        check("quý 2/2026", "viết quý bằng số La Mã, rồi năm: I/2026");
        check("cuối năm", MOMENTS);
    }
}
