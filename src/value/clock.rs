//! Times of day and lengths of time, in minutes.

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

/// Reads a time of day as minutes since midnight: `07 giờ 30`, `7h30`, `7:30`, `8 giờ`.
///
/// # Errors
/// A sentence of advice.
pub fn time_of_day(text: &str) -> Result<i128, String> {
    let found = match parts(text).as_deref() {
        Some(&[(hours, Unit::Hours)]) => Some((hours, 0)),
        Some(&[(hours, Unit::Hours), (minutes, Unit::Minutes | Unit::None)]) => Some((hours, minutes)),
        _ => None,
    };
    let minutes = found.filter(|(_, minutes)| *minutes < HOUR).map(|(hours, minutes)| hours * HOUR + minutes);
    minutes.filter(|minutes| *minutes <= DAY).ok_or_else(|| "viết giờ trong ngày, ví dụ 07 giờ 30 hoặc 7h30".to_owned())
}

/// Reads a length of time as minutes: `90 phút`, `1 giờ 30 phút`, `1h30`, `2 giờ`.
///
/// # Errors
/// A sentence of advice.
pub fn duration(text: &str) -> Result<i128, String> {
    let found = match parts(text).as_deref() {
        _ if text.contains(':') => None,
        Some(&[(minutes, Unit::Minutes)]) => Some((0, minutes)),
        Some(&[(hours, Unit::Hours)]) => Some((hours, 0)),
        Some(&[(hours, Unit::Hours), (minutes, Unit::Minutes | Unit::None)]) if minutes < HOUR => {
            Some((hours, minutes))
        }
        _ => None,
    };
    found
        .map(|(hours, minutes)| hours * HOUR + minutes)
        .ok_or_else(|| "viết thời lượng bằng giờ và phút, ví dụ 90 phút hoặc 1 giờ 30 phút".to_owned())
}

/// Minutes since midnight as they are printed: `07 giờ 30`.
pub fn show_time_of_day(minutes: i128) -> String {
    format!("{:02} giờ {:02}", minutes / HOUR, minutes % HOUR)
}

/// A length of time as it is printed: `1 giờ 30 phút`, `2 giờ`, `45 phút`.
pub fn show_duration(minutes: i128) -> String {
    let (hours, rest) = (minutes / HOUR, (minutes % HOUR).abs());
    match (hours, rest) {
        (0, _) => format!("{minutes} phút"),
        (hours, 0) => format!("{hours} giờ"),
        (hours, rest) => format!("{hours} giờ {rest} phút"),
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
        assert_eq!(time_of_day(text).ok().map(show_time_of_day).as_deref(), expected, "{text}");
    }

    #[track_caller]
    fn check_duration(text: &str, expected: Option<&str>) {
        assert_eq!(duration(text).ok().map(show_duration).as_deref(), expected, "{text}");
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
        assert_eq!(show_duration(-90), "-1 giờ 30 phút");
    }
}
