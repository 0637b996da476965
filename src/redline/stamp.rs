//! Who changed a document, and when.

/// The author and the time of changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    author: String,
    time: String,
}

impl Stamp {
    /// An author and a time as RFC 3339 writes it, such as `2026-02-26T08:00:00Z`; `None` if the time is no such time.
    pub fn new(author: &str, time: &str) -> Option<Self> {
        is_time(time).then(|| Self { author: author.to_owned(), time: time.to_owned() })
    }

    /// Who.
    pub fn author(&self) -> &str {
        &self.author
    }

    /// When.
    pub fn time(&self) -> &str {
        &self.time
    }
}

fn is_time(time: &str) -> bool {
    let Some((clock, zone)) = time.split_at_checked(PATTERN.len()) else { return false };
    let is_number = |range: std::ops::Range<usize>, least: u16, most: u16| {
        clock.get(range).and_then(|digits| digits.parse().ok()).is_some_and(|number| (least..=most).contains(&number))
    };
    let fits = |(letter, pattern): (u8, u8)| if pattern == b'0' { letter.is_ascii_digit() } else { letter == pattern };
    let (year, month) = (clock.get(..4).and_then(|year| year.parse().ok()), clock.get(5..7));
    let days = match month {
        Some("04" | "06" | "09" | "11") => 30,
        Some("02") if year.is_some_and(is_leap) => 29,
        Some("02") => 28,
        _ => 31,
    };
    clock.bytes().zip(PATTERN.bytes()).all(fits)
        && is_number(0..4, 1, 9999)
        && is_number(5..7, 1, 12)
        && is_number(8..10, 1, days)
        && is_number(11..13, 0, 23)
        && is_number(14..16, 0, 59)
        && is_number(17..19, 0, 59)
        && is_zone(zone)
}

/// A date and a clock; each zero stands for a digit.
const PATTERN: &str = "0000-00-00T00:00:00";

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn is_zone(zone: &str) -> bool {
    let digits = |text: &str, count: usize| text.len() == count && text.bytes().all(|letter| letter.is_ascii_digit());
    match zone.strip_prefix(['+', '-']).and_then(|offset| offset.split_once(':')) {
        // XML knows no offset beyond fourteen hours.
        Some((hours, minutes)) => digits(hours, 2) && digits(minutes, 2) && hours < "14" && minutes < "60",
        None => zone == "Z",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_one_of_rfc_3339() {
        for time in ["2026-02-26T08:00:00Z", "2024-02-29T23:59:59+07:00", "2026-12-31T00:00:00-03:30"] {
            assert_eq!(Stamp::new("a", time).map(|stamp| stamp.time), Some(time.to_owned()));
        }
        for time in [
            "",
            "2026-02-26",
            "2026-02-26 08:00:00Z",
            "2026-02-29T08:00:00Z",
            "2026-04-31T08:00:00Z",
            "2026-13-01T08:00:00Z",
            "2026-02-26T24:00:00Z",
            "2026-02-26T08:60:00Z",
            "2026-02-26T08:00:00",
            "2026-02-26T08:00:00+7:00",
            "2026-02-26T08:00:00+15:00",
            "2026-02-26T08:00:00Zx",
            "2026-02-26T08:00:0ăZ",
        ] {
            assert_eq!(Stamp::new("a", time), None, "{time}");
        }
    }
}
