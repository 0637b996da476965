//! Moments of a day and how long something lasts, to the minute.

use super::clock;

/// A moment of a day, in minutes from midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClockTime(i128);

impl ClockTime {
    /// Reads `07 giờ 30`, `7 giờ 30 phút`, `7 giờ`, `7h30`, `07:30`.
    ///
    /// # Errors
    /// A sentence of advice.
    pub fn parse(text: &str) -> Result<Self, String> {
        clock::time_of_day(text).map(Self)
    }

    /// The time in words: `07 giờ 30`.
    pub fn display(self) -> String {
        clock::show_time_of_day(self.0)
    }

    /// The moment after some time, if it is still within the day.
    pub fn plus(self, duration: Duration) -> Option<Self> {
        Some(self.0 + duration.0).filter(|minutes| *minutes <= clock::DAY).map(Self)
    }

    /// The time from an earlier moment of the day until this one; `None` if the other is not earlier.
    pub fn since(self, earlier: Self) -> Option<Duration> {
        Some(self.0 - earlier.0).filter(|minutes| *minutes > 0).map(Duration)
    }
}

/// How long something lasts, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Duration(i128);

impl Duration {
    /// Reads `90 phút`, `2 giờ`, `1 giờ 30 phút`, `1h30`.
    ///
    /// # Errors
    /// A sentence of advice.
    pub fn parse(text: &str) -> Result<Self, String> {
        match clock::duration(text)? {
            0 => Err("phải dài ít nhất 1 phút, ví dụ 30 phút".to_owned()),
            minutes => Ok(Self(minutes)),
        }
    }

    /// The duration in words: `45 phút`, `1 giờ 30 phút`.
    pub fn display(self) -> String {
        clock::show_duration(self.0)
    }
}

impl std::iter::Sum for Duration {
    fn sum<I: Iterator<Item = Self>>(durations: I) -> Self {
        Self(durations.map(|duration| duration.0).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_durations_are_counted() {
        let at = |text: &str| ClockTime::parse(text).expect("a time");
        let length = |text: &str| Duration::parse(text).expect("a duration");
        assert_eq!(at("7h30").plus(length("45 phút")).map(ClockTime::display).as_deref(), Some("08 giờ 15"));
        assert_eq!(at("23h30").plus(length("45 phút")), None);
        assert_eq!(at("8h15").since(at("7h30")), Some(length("45 phút")));
        assert_eq!((at("7h30").since(at("8h15")), at("7h30").since(at("7h30"))), (None, None));
        let sum: Duration = [length("45 phút"), length("1 giờ")].into_iter().sum();
        assert_eq!(sum.display(), "1 giờ 45 phút");
    }

    #[test]
    fn what_lasts_no_time_is_refused() {
        assert_eq!(Duration::parse("0 phút"), Err("phải dài ít nhất 1 phút, ví dụ 30 phút".to_owned()));
        assert!(ClockTime::parse("25h").is_err());
    }
}
