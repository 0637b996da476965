//! Days of the calendar: which weekday one is, and how many days lie between two.

use time::{Date as Calendar, Duration, Month};

use crate::vietnamese;

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(Calendar);

impl Day {
    /// The last day of a month.
    pub fn last_of_month(year: i32, month: u8) -> Option<Self> {
        (28..=31).rev().find_map(|day| Self::new(year, month, day))
    }

    /// The last day of a year.
    pub fn last_of_year(year: i32) -> Option<Self> {
        Self::new(year, 12, 31)
    }

    /// A day by its numbers, if there is one.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        Calendar::from_calendar_date(year, Month::try_from(month).ok()?, day).ok().map(Self)
    }

    /// Its year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// Its number in a count of days: two of them tell how many days lie between.
    pub fn number(self) -> i128 {
        i128::from(self.0.to_julian_day())
    }

    /// The day with a number in that count.
    pub fn of_number(number: i128) -> Option<Self> {
        Calendar::from_julian_day(i32::try_from(number).ok()?).ok().map(Self)
    }

    /// The day so many days later; earlier if the number is below nought.
    pub fn plus_days(self, days: i64) -> Option<Self> {
        self.0.checked_add(Duration::days(days)).map(Self)
    }

    /// The day of the same number so many months later, the last of its month where there is none of that number.
    pub fn plus_months(self, months: i32) -> Option<Self> {
        let count = self.0.year() * 12 + i32::from(u8::from(self.0.month())) - 1 + months;
        let (year, month) = (count.div_euclid(12), u8::try_from(count.rem_euclid(12) + 1).ok()?);
        Self::new(year, month, self.0.day()).or_else(|| Self::last_of_month(year, month))
    }

    /// Which day of the week it is.
    pub fn weekday(self) -> Weekday {
        let from_monday = usize::from(self.0.weekday().number_days_from_monday());
        Weekday::ALL[from_monday]
    }

    /// The day in short: `05/9/2026`. Phụ lục I, phần I, mục II, khoản 4.
    pub fn display(self) -> String {
        let (day, month) = (vietnamese::day(self.0.day()), vietnamese::month(u8::from(self.0.month())));
        format!("{day}/{month}/{}", self.0.year())
    }
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weekday {
    /// Thứ Hai.
    Monday,
    /// Thứ Ba.
    Tuesday,
    /// Thứ Tư.
    Wednesday,
    /// Thứ Năm.
    Thursday,
    /// Thứ Sáu.
    Friday,
    /// Thứ Bảy.
    Saturday,
    /// Chủ nhật.
    Sunday,
}

impl Weekday {
    /// Every day of a week, from Monday on.
    pub const ALL: [Self; 7] =
        [Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday, Self::Saturday, Self::Sunday];

    /// Its name inside a sentence: `thứ Hai`, `Chủ nhật`. Phụ lục II, mục V, khoản 5.
    pub fn name(self) -> &'static str {
        match self {
            Self::Monday => "thứ Hai",
            Self::Tuesday => "thứ Ba",
            Self::Wednesday => "thứ Tư",
            Self::Thursday => "thứ Năm",
            Self::Friday => "thứ Sáu",
            Self::Saturday => "thứ Bảy",
            Self::Sunday => "Chủ nhật",
        }
    }

    /// Reads `thứ Hai`, `thu hai`, `thứ 2`, `Chủ nhật`.
    pub fn parse(text: &str) -> Option<Self> {
        let written = vietnamese::fold(text);
        Self::ALL.into_iter().enumerate().find_map(|(at, day)| {
            let by_number = day != Self::Sunday && written == format!("thu{}", at + 2);
            (by_number || written == vietnamese::fold(day.name())).then_some(day)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        let numbers: Vec<i32> = text.split('/').filter_map(|part| part.parse().ok()).collect();
        let small = |at: usize| u8::try_from(numbers[at]).expect("a small number");
        Day::new(numbers[2], small(1), small(0)).expect("a day")
    }

    #[test]
    fn days_are_counted() {
        let number = |year, month, day| Day::new(year, month, day).map(Day::number);
        assert_eq!(number(2024, 3, 1).zip(number(2024, 2, 28)).map(|(one, other)| one - other), Some(2));
        let shown = number(2026, 3, 5).and_then(Day::of_number).map(Day::display);
        assert_eq!(shown.as_deref(), Some("05/3/2026"));
        assert_eq!(Day::of_number(i128::MAX), None);
    }

    #[test]
    fn days_have_their_weekday() {
        let shown = |text: &str| day(text).weekday().name();
        assert_eq!(["15/6/2026", "05/9/2026", "2/9/1945"].map(shown), ["thứ Hai", "thứ Bảy", "Chủ nhật"]);
    }

    #[test]
    fn days_are_counted_over_months_and_years() {
        let later = |text: &str, days: i64| day(text).plus_days(days).map(Day::display);
        assert_eq!(later("26/02/2026", 10).as_deref(), Some("08/3/2026"));
        assert_eq!(later("05/01/2026", -10).as_deref(), Some("26/12/2025"));
        let months = |text: &str, months: i32| day(text).plus_months(months).map(Day::display);
        assert_eq!(months("31/01/2026", 1).as_deref(), Some("28/02/2026"));
        assert_eq!(months("15/11/2026", 3).as_deref(), Some("15/02/2027"));
        assert_eq!(months("15/01/2026", -1).as_deref(), Some("15/12/2025"));
        assert_eq!(Day::last_of_month(2028, 2).map(Day::display).as_deref(), Some("29/02/2028"));
    }

    #[test]
    fn weekdays_are_read_as_they_are_written() {
        for text in ["thứ Hai", "Thứ hai", "thu_hai", "thứ 2", "THỨ HAI"] {
            assert_eq!(Weekday::parse(text), Some(Weekday::Monday), "{text}");
        }
        assert_eq!(Weekday::parse("chủ nhật"), Some(Weekday::Sunday));
        for text in ["thứ", "thứ 1", "thứ 8", "hai", ""] {
            assert_eq!(Weekday::parse(text), None, "{text}");
        }
    }
}
