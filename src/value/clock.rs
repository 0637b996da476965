//! Moments of a day and how long something lasts, to the minute.

/// A unit behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Hours,
    Minutes,
    /// Nothing stands behind it.
    None,
}

/// Minutes of an hour.
const HOUR: i128 = 60;
/// Minutes of a day.
pub const DAY: i128 = 24 * HOUR;

/// A moment of a day, in minutes from midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClockTime(pub i128);

/// How long something lasts, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Duration(pub i128);

impl ClockTime {
    /// Reads `07 giờ 30`, `7 giờ 30 phút`, `7 giờ`, `7h30`, `07:30`.
    ///
    /// # Errors
    /// A sentence of advice.
    pub fn parse(text: &str) -> Result<Self, String> {
        let found = match parts(text).as_deref() {
            Some(&[(hours, Unit::Hours)]) => Some((hours, 0)),
            Some(&[(hours, Unit::Hours), (minutes, Unit::Minutes | Unit::None)]) => Some((hours, minutes)),
            _ => None,
        };
        let minutes = found.filter(|(_, minutes)| *minutes < HOUR).map(|(hours, minutes)| hours * HOUR + minutes);
        let time = minutes.filter(|minutes| *minutes <= DAY).map(Self);
        time.ok_or_else(|| "viết giờ trong ngày, ví dụ 07 giờ 30 hoặc 7h30".to_owned())
    }

    /// The time as it is printed: `07 giờ 30`.
    pub fn display(self) -> String {
        format!("{:02} giờ {:02}", self.0 / HOUR, self.0 % HOUR)
    }

    /// The moment after some time, if it is still within the day.
    pub fn plus(self, duration: Duration) -> Option<Self> {
        Some(self.0 + duration.0).filter(|minutes| *minutes <= DAY).map(Self)
    }

    /// The time from an earlier moment of the day until this one; `None` if the other is not earlier.
    pub fn since(self, earlier: Self) -> Option<Duration> {
        Some(self.0 - earlier.0).filter(|minutes| *minutes > 0).map(Duration)
    }
}

impl Duration {
    /// Reads `90 phút`, `1 giờ 30 phút`, `1h30`, `2 giờ`.
    ///
    /// # Errors
    /// A sentence of advice.
    pub fn parse(text: &str) -> Result<Self, String> {
        let found = match parts(text).as_deref() {
            _ if text.contains(':') => None,
            Some(&[(minutes, Unit::Minutes)]) => Some((0, minutes)),
            Some(&[(hours, Unit::Hours)]) => Some((hours, 0)),
            Some(&[(hours, Unit::Hours), (minutes, Unit::Minutes | Unit::None)]) if minutes < HOUR => {
                Some((hours, minutes))
            }
            _ => None,
        };
        let duration = found.map(|(hours, minutes)| Self(hours * HOUR + minutes));
        duration.ok_or_else(|| "viết thời lượng bằng giờ và phút, ví dụ 90 phút hoặc 1 giờ 30 phút".to_owned())
    }

    /// The duration as it is printed: `1 giờ 30 phút`, `2 giờ`, `45 phút`.
    pub fn display(self) -> String {
        let (hours, rest) = (self.0 / HOUR, (self.0 % HOUR).abs());
        match (hours, rest) {
            (0, _) => format!("{} phút", self.0),
            (hours, 0) => format!("{hours} giờ"),
            (hours, rest) => format!("{hours} giờ {rest} phút"),
        }
    }
}

impl std::iter::Sum for Duration {
    fn sum<I: Iterator<Item = Self>>(durations: I) -> Self {
        Self(durations.map(|duration| duration.0).sum())
    }
}

/// Numbers and the units behind them; `None` for anything else.
fn parts(text: &str) -> Option<Vec<(i128, Unit)>> {
    let mut rest = text.trim();
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let digits = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
        let number = rest[..digits].parse().ok().filter(|_| digits <= 5)?;
        let behind = &rest[digits..];
        let end = behind.find(|letter: char| letter.is_ascii_digit()).unwrap_or(behind.len());
        let unit = match behind[..end].trim().to_lowercase().as_str() {
            "giờ" | "h" | "g" | ":" => Unit::Hours,
            "phút" | "ph" | "p" | "'" | "’" => Unit::Minutes,
            "" => Unit::None,
            _ => return None,
        };
        parts.push((number, unit));
        rest = &behind[end..];
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_time(text: &str, expected: Option<&str>) {
        assert_eq!(ClockTime::parse(text).ok().map(ClockTime::display).as_deref(), expected, "{text}");
    }

    #[track_caller]
    fn check_duration(text: &str, expected: Option<&str>) {
        assert_eq!(Duration::parse(text).ok().map(Duration::display).as_deref(), expected, "{text}");
    }

    #[test]
    fn times_of_day_have_one_printed_form() {
        for text in ["7h30", "07 giờ 30", "7 giờ 30 phút", "07:30", "7H30"] {
            check_time(text, Some("07 giờ 30"));
        }
        check_time("8 giờ", Some("08 giờ 00"));
        check_time("24h", Some("24 giờ 00"));
        for text in ["", "7", "25h", "24h01", "7h60", "90 phút", "7h30 - 9h", "sáng", "123456h"] {
            check_time(text, None);
        }
    }

    #[test]
    fn durations_are_hours_and_minutes() {
        check_duration("90 phút", Some("1 giờ 30 phút"));
        check_duration("1 giờ 30 phút", Some("1 giờ 30 phút"));
        check_duration("1h30", Some("1 giờ 30 phút"));
        check_duration("45p", Some("45 phút"));
        check_duration("120'", Some("2 giờ"));
        for text in ["", "90", "1:30", "1 giờ 60 phút", "2 ngày", "1,5 giờ", "-5 phút"] {
            check_duration(text, None);
        }
        assert_eq!(Duration(-90).display(), "-1 giờ 30 phút");
    }

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
}
