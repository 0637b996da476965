//! Dates, days left blank, and periods.

use time::{Date as Calendar, Month};

use super::day::{Day, Weekday};
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

/// The same where the day must be known.
const FULL_ADVICE: &str = "viết đủ ngày/tháng/năm, ví dụ 26/02/2024";

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

    /// The day of the calendar; `None` while a part of the date is blank.
    pub fn to_day(self) -> Option<Day> {
        Day::new(self.year, self.month?, self.day?)
    }

    /// The first day that it may be, whatever is blank in it.
    pub fn first_day(self) -> Option<Day> {
        let (year, month, day) = self.or_first();
        Day::new(year, month, day)
    }

    /// The last day that it may be, whatever is blank in it.
    pub fn last_day(self) -> Option<Day> {
        match self.month {
            None => Day::last_of_year(self.year),
            Some(month) => self.to_day().or_else(|| Day::last_of_month(self.year, month)),
        }
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

/// Advice for a whole date in another order or with other marks: `26-02-2024`, `02/26/2024`, `ngày 26 tháng 02 năm 2024`,
/// `thứ Hai, 26/02/2024`; a weekday that the date has not is told.
fn written_otherwise(text: &str) -> Option<String> {
    let (weekday, rest) = leading_weekday(text);
    let numbers: Vec<i32> =
        rest.split(|letter: char| !letter.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
    let (first, second, year) = match *numbers.as_slice() {
        [day, month, year @ 1945..=2199] => (day, month, year),
        [year @ 1945..=2199, month, day] => (day, month, year),
        _ => return None,
    };
    let (day, month) = if second > 12 { (second, first) } else { (first, second) };
    let calendar_month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    let calendar = Day::new(year, u8::from(calendar_month), u8::try_from(day).ok()?)?;
    let advice = format!("viết {day:02}/{month:02}/{year}");
    Some(match weekday.filter(|weekday| *weekday != calendar.weekday()) {
        Some(wrong) => {
            format!(
                "ngày {} là {}, không phải {}; {advice}",
                calendar.display(),
                calendar.weekday().name(),
                wrong.name()
            )
        }
        None => advice,
    })
}

/// The weekday with which words begin, and what follows it.
fn leading_weekday(text: &str) -> (Option<Weekday>, &str) {
    let end = text.match_indices([' ', ',']).nth(1).map_or(text.len(), |(at, _)| at);
    match Weekday::parse(&text[..end]) {
        Some(weekday) => (Some(weekday), &text[end..]),
        None => (None, text),
    }
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
        let date = Date::parse(text).map_err(|advice| advice.replace(ADVICE, FULL_ADVICE))?;
        if date.is_complete() { Ok(Self(date)) } else { Err(FULL_ADVICE.to_owned()) }
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

/// A school year (năm học), by the year in which it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SchoolYear(pub i32);

impl SchoolYear {
    /// Reads `2026-2027`, with or without the words `năm học` before.
    ///
    /// # Errors
    /// A sentence of advice.
    pub fn parse(text: &str) -> Result<Self, String> {
        let years = text.trim().strip_prefix(SCHOOL).unwrap_or(text);
        match span(years).as_deref() {
            Some(&[from, to]) if from + 1 == to => Ok(Self(from)),
            Some(&[from, ..]) => Err(format!("một năm học gồm hai năm liền nhau: viết {from}-{}", from + 1)),
            _ => Err("viết hai năm liền nhau, ví dụ 2026-2027".to_owned()),
        }
    }

    /// The school year in words: `năm học 2026 - 2027`.
    pub fn display(self) -> String {
        format!("{SCHOOL} {} - {}", self.0, self.0 + 1)
    }
}

/// How a school year begins in words.
const SCHOOL: &str = "năm học";

/// Whether a period is counted in years or is one school year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodKind {
    /// A year or a span of years.
    Years,
    /// A school year.
    School,
}

/// A year, a span of years (giai đoạn), or a school year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// First year.
    pub from: i32,
    /// Last year; the first for a single year.
    pub to: i32,
    /// What its years are.
    pub kind: PeriodKind,
}

/// The years of a span, whatever the dash.
fn span(text: &str) -> Option<Vec<i32>> {
    text.split(['-', '–', '—']).map(|year| Year::parse(year).ok().map(|year| year.0)).collect()
}

impl Period {
    /// Some years, the first and the last.
    pub fn of_years(from: i32, to: i32) -> Self {
        Self { from, to, kind: PeriodKind::Years }
    }

    /// Reads `2024`, `2021-2025` or `năm học 2026-2027`, with or without spaces and whatever the dash.
    ///
    /// # Errors
    /// A sentence of advice.
    pub fn parse(text: &str) -> Result<Self, String> {
        if text.trim().starts_with(SCHOOL) {
            let SchoolYear(from) = SchoolYear::parse(text)?;
            return Ok(Self { from, to: from + 1, kind: PeriodKind::School });
        }
        let advice = "viết một năm, ví dụ 2024, hoặc hai năm cách nhau bằng dấu gạch ngang, ví dụ 2021-2025";
        match span(text).as_deref() {
            Some(&[year]) => Ok(Self::of_years(year, year)),
            Some(&[from, to]) if from <= to => Ok(Self::of_years(from, to)),
            Some(&[from, to]) => Err(format!("năm cuối {to} trước năm đầu {from}: viết {to}-{from}")),
            _ => Err(advice.to_owned()),
        }
    }

    /// Whether a year lies within it.
    pub fn holds(self, year: i32) -> bool {
        (self.from..=self.to).contains(&year)
    }

    /// The period in words: `năm 2024`, `giai đoạn 2021 - 2025`, `năm học 2026 - 2027`.
    pub fn display(self) -> String {
        match self.kind {
            PeriodKind::School => SchoolYear(self.from).display(),
            PeriodKind::Years if self.from == self.to => format!("năm {}", self.from),
            PeriodKind::Years => format!("giai đoạn {} - {}", self.from, self.to),
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
        check("thứ Năm, 26/02/2026", "viết 26/02/2026");
        check("thứ Tư, ngày 26/02/2026", "ngày 26/02/2026 là thứ Năm, không phải thứ Tư");
        check("hôm nay", "viết ngày/tháng/năm, ví dụ 26/02/2024");
    }

    #[test]
    fn blank_dates_have_a_first_and_a_last_day() {
        let date = Date::parse("2/2025").expect("a month");
        let days = [date.to_day(), date.first_day(), date.last_day()].map(|day| day.map(Day::display));
        assert_eq!(days, [None, Some("01/02/2025".to_owned()), Some("28/02/2025".to_owned())]);
        assert_eq!(Date::parse("2025").ok().and_then(Date::last_day).map(Day::display).as_deref(), Some("31/12/2025"));
    }

    #[test]
    fn periods_have_one_spelling() {
        let shown = |text: &str| Period::parse(text).map(Period::display);
        assert_eq!(shown("2021 – 2025").as_deref(), Ok("giai đoạn 2021 - 2025"));
        assert_eq!(shown("2024").as_deref(), Ok("năm 2024"));
        assert_eq!(shown("năm học 2026-2027").as_deref(), Ok("năm học 2026 - 2027"));
        let advice = "một năm học gồm hai năm liền nhau: viết 2026-2027";
        assert_eq!(shown("năm học 2026-2028"), Err(advice.to_owned()));
        assert!(shown("2025-2021").is_err());
        assert!(shown("24").is_err());
    }
}
