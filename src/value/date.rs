//! Dates, days left blank, and periods.

use time::{Date as Calendar, Month};

use crate::vietnamese;

/// A date whose day, or day and month, may still be blank (bản dự thảo).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    /// Year.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: Option<u8>,
    /// Day of the month; only with a month.
    pub day: Option<u8>,
}

const ADVICE: &str = "viết ngày/tháng/năm, ví dụ 26/02/2024; chưa có ngày thì viết 2/2024, chưa có tháng thì viết 2024";

impl Date {
    /// Reads `26/02/2024`, `2024-02-26`, `6/2024` (day blank) or `2024` (day and month blank).
    ///
    /// # Errors
    /// A sentence of advice.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let parts: Vec<&str> = if text.contains('-') { text.rsplit('-').collect() } else { text.split('/').collect() };
        let numbers: Option<Vec<i32>> = parts
            .iter()
            .map(|part| part.trim())
            .map(|part| {
                let digits = !part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
                digits.then(|| part.parse().ok()).flatten()
            })
            .collect();
        let (day, month, year) = match numbers.as_deref() {
            Some(&[day, month, year]) => (Some(day), Some(month), year),
            Some(&[month, year]) => (None, Some(month), year),
            Some(&[year]) => (None, None, year),
            _ => return Err(advice(text)),
        };
        if !YEARS.contains(&year) {
            return Err(match written_otherwise(text) {
                Some(advice) => advice,
                None => format!("năm {year} không hợp lý; {ADVICE}"),
            });
        }
        let small = |number: i32| u8::try_from(number).ok();
        let calendar_month = match month {
            None => None,
            Some(number) => match small(number).and_then(|number| Month::try_from(number).ok()) {
                Some(month) => Some(month),
                None => return Err(format!("không có tháng {number}; {}", advice(text))),
            },
        };
        if let (Some(day), Some(month)) = (day, calendar_month)
            && small(day).and_then(|day| Calendar::from_calendar_date(year, month, day).ok()).is_none()
        {
            return Err(format!("không có ngày {day} tháng {} năm {year}; {ADVICE}", u8::from(month)));
        }
        Ok(Self { year, month: calendar_month.map(u8::from), day: day.and_then(small) })
    }

    /// Whether day and month are known.
    pub fn is_complete(self) -> bool {
        self.day.is_some() && self.month.is_some()
    }

    /// Year, month and day, the first where blank.
    pub fn or_first(self) -> (i32, u8, u8) {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The number of a whole date in a count of days: two of them tell how many days lie between.
    pub fn day_number(self) -> Option<i128> {
        let month = Month::try_from(self.month?).ok()?;
        let day = Calendar::from_calendar_date(self.year, month, self.day?).ok()?;
        Some(i128::from(day.to_julian_day()))
    }

    /// The date with a number in that count.
    pub fn of_day_number(number: i128) -> Option<Self> {
        let day = Calendar::from_julian_day(i32::try_from(number).ok()?).ok()?;
        Some(Self { year: day.year(), month: Some(u8::from(day.month())), day: Some(day.day()) })
    }

    /// The date in full, with room for what is blank: `ngày 26 tháng 02 năm 2024`. Phụ lục I, phần I, mục II, khoản 4.
    pub fn display_full(self) -> String {
        let blank = || BLANK.to_owned();
        let day = self.day.map_or_else(blank, vietnamese::day);
        let month = self.month.map_or_else(blank, vietnamese::month);
        format!("ngày {day} tháng {month} năm {}", self.year)
    }

    /// The date in short: `26/02/2024`, `6/2024`.
    pub fn display_short(self) -> String {
        let day = self.day.map(|day| format!("{}/", vietnamese::day(day))).unwrap_or_default();
        let month = self.month.map(|month| format!("{}/", vietnamese::month(month))).unwrap_or_default();
        format!("{day}{month}{}", self.year)
    }
}

fn advice(text: &str) -> String {
    written_otherwise(text).unwrap_or_else(|| ADVICE.to_owned())
}

/// Advice for a whole date in another order or with other marks: `26-02-2024`, `02/26/2024`, `ngày 26 tháng 02 năm 2024`.
fn written_otherwise(text: &str) -> Option<String> {
    let numbers: Vec<i32> =
        text.split(|letter: char| !letter.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
    let (first, second, year) = match *numbers.as_slice() {
        [day, month, year @ 1945..=2199] => (day, month, year),
        [year @ 1945..=2199, month, day] => (day, month, year),
        _ => return None,
    };
    let (day, month) = if second > 12 { (second, first) } else { (first, second) };
    let calendar_month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    Calendar::from_calendar_date(year, calendar_month, u8::try_from(day).ok()?).ok()?;
    Some(format!("viết {day:02}/{month:02}/{year}"))
}

/// A date in full.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FullDate(pub Date);

impl FullDate {
    /// Reads `26/02/2024` or `2024-02-26`.
    ///
    /// # Errors
    /// A sentence of advice.
    pub fn parse(text: &str) -> Result<Self, String> {
        let date = Date::parse(text)?;
        if date.is_complete() {
            Ok(Self(date))
        } else {
            Err("viết đủ ngày/tháng/năm, ví dụ 26/02/2024".to_owned())
        }
    }
}

/// Room for a number or a day that is written in by hand or by the e-office system.
pub const BLANK: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";

/// A year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Year(pub i32);

/// The years that a plan may speak of.
const YEARS: std::ops::RangeInclusive<i32> = 1945..=2199;

impl Year {
    /// Reads `2026`.
    ///
    /// # Errors
    /// A sentence of advice.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        let year = text.parse().ok().filter(|year| digits && YEARS.contains(year));
        year.map(Self).ok_or_else(|| "viết một năm bằng bốn chữ số, ví dụ 2026".to_owned())
    }
}

/// A year, or a span of years (giai đoạn).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// First year.
    pub from: i32,
    /// Last year; the first for a single year.
    pub to: i32,
}

impl Period {
    /// Reads `2024` or `2021-2025`, with or without spaces and whatever the dash.
    ///
    /// # Errors
    /// A sentence of advice.
    pub fn parse(text: &str) -> Result<Self, String> {
        let advice = "viết một năm, ví dụ 2024, hoặc hai năm cách nhau bằng dấu gạch ngang, ví dụ 2021-2025";
        let years: Option<Vec<i32>> =
            text.split(['-', '–', '—']).map(|year| Year::parse(year).ok().map(|year| year.0)).collect();
        match years.as_deref() {
            Some(&[year]) => Ok(Self { from: year, to: year }),
            Some(&[from, to]) if from <= to => Ok(Self { from, to }),
            Some(&[from, to]) => Err(format!("năm cuối {to} trước năm đầu {from}: viết {to}-{from}")),
            _ => Err(advice.to_owned()),
        }
    }

    /// Whether a year lies within it.
    pub fn holds(self, year: i32) -> bool {
        (self.from..=self.to).contains(&year)
    }

    /// The period in words: `năm 2024`, `giai đoạn 2021 - 2025`.
    pub fn display(self) -> String {
        if self.from == self.to {
            format!("năm {}", self.from)
        } else {
            format!("giai đoạn {} - {}", self.from, self.to)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let shown = Date::parse(text).map(|date| date.display_full().replace('\u{a0}', "_"));
        assert_eq!(shown.unwrap_or_else(|advice| advice.split(';').next().unwrap_or_default().to_owned()), expected);
    }

    #[test]
    fn dates_are_read_and_printed() {
        check("26/02/2024", "ngày 26 tháng 02 năm 2024");
        check("5/3/2024", "ngày 05 tháng 3 năm 2024");
        check("2024-12-08", "ngày 08 tháng 12 năm 2024");
        check("6/2024", "ngày ______ tháng 6 năm 2024");
        check("2024", "ngày ______ tháng ______ năm 2024");
        check("30/02/2024", "không có ngày 30 tháng 2 năm 2024");
        check("32/13/2024", "không có tháng 13");
        check("26-02-2024", "viết 26/02/2024");
        check("26.2.2024", "viết 26/02/2024");
        check("2024/02/26", "viết 26/02/2024");
        check("ngày 26 tháng 02 năm 2024", "viết 26/02/2024");
        check("26/2/24", "năm 24 không hợp lý");
        check("hôm nay", "viết ngày/tháng/năm, ví dụ 26/02/2024");
    }

    #[test]
    fn days_are_counted() {
        let number = |text: &str| Date::parse(text).ok().and_then(Date::day_number);
        assert_eq!(number("01/3/2024").zip(number("28/2/2024")).map(|(one, other)| one - other), Some(2));
        assert_eq!(number("6/2026"), None);
        let shown = number("05/3/2026").and_then(Date::of_day_number).map(Date::display_short);
        assert_eq!(shown.as_deref(), Some("05/3/2026"));
        assert_eq!(Date::of_day_number(i128::MAX), None);
    }

    #[test]
    fn periods_have_one_spelling() {
        let shown = |text: &str| Period::parse(text).map(Period::display);
        assert_eq!(shown("2021 – 2025").as_deref(), Ok("giai đoạn 2021 - 2025"));
        assert_eq!(shown("2024").as_deref(), Ok("năm 2024"));
        assert!(shown("2025-2021").is_err());
        assert!(shown("24").is_err());
    }
}
