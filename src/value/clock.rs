//! Clock times and durations, to the minute.

const TIME_ADVICE: &str = "viết giờ rồi phút, ví dụ 07 giờ 30";
const DURATION_ADVICE: &str = "viết số giờ, số phút, ví dụ 90 phút, 2 giờ, 1 giờ 30 phút";
/// Minutes of an hour.
const HOUR: u32 = 60;
/// Minutes of a day; the last moment of a day is `24 giờ 00`.
const DAY: u32 = 24 * HOUR;
/// Longer than anything that a plan lets last by the clock.
const LONGEST: u32 = 1_000 * HOUR;

/// A moment of a day, in minutes from midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClockTime(u32);

impl ClockTime {
    /// Reads `07 giờ 30`, `7 giờ 30 phút`, `7 giờ`, `7h30`, `7g30`, `07:30`.
    ///
    /// # Errors
    /// A sentence of advice.
    pub fn parse(text: &str) -> Result<Self, String> {
        let words = text.trim().to_lowercase();
        let parts = words.split_once("giờ").or_else(|| words.split_once(['h', 'g', ':']));
        let (hours, minutes) = parts.ok_or_else(|| TIME_ADVICE.to_owned())?;
        let minutes = minutes.trim();
        let minutes = minutes.strip_suffix("phút").or_else(|| minutes.strip_suffix(['p', '\''])).unwrap_or(minutes);
        let hours = small(hours).ok_or_else(|| TIME_ADVICE.to_owned())?;
        let is_bare = minutes.is_empty() && !words.ends_with(':');
        let minutes = if is_bare { 0 } else { small(minutes).ok_or_else(|| TIME_ADVICE.to_owned())? };
        if minutes >= HOUR {
            return Err(format!("không có phút {minutes}; {TIME_ADVICE}"));
        }
        if hours * HOUR + minutes > DAY {
            return Err(format!("không có giờ {hours} phút {minutes}; {TIME_ADVICE}"));
        }
        Ok(Self(hours * HOUR + minutes))
    }

    /// The time in words: `07 giờ 30`.
    pub fn display(self) -> String {
        format!("{:02} giờ {:02}", self.0 / HOUR, self.0 % HOUR)
    }

    /// The moment after some time, if it is still within the day.
    pub fn plus(self, duration: Duration) -> Option<Self> {
        self.0.checked_add(duration.0).filter(|minutes| *minutes <= DAY).map(Self)
    }

    /// The time from an earlier moment of the day until this one; `None` if the other is later.
    pub fn since(self, earlier: Self) -> Option<Duration> {
        self.0.checked_sub(earlier.0).map(Duration)
    }
}

/// How long something lasts, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Duration(u32);

impl Duration {
    /// Reads `90 phút`, `2 giờ`, `1 giờ 30 phút`, `1,5 giờ`, `1h30`, `45'`.
    ///
    /// # Errors
    /// A sentence of advice.
    pub fn parse(text: &str) -> Result<Self, String> {
        let words = text.trim().to_lowercase();
        let minutes = minutes_of(&words).filter(|minutes| *minutes <= LONGEST);
        match minutes.ok_or_else(|| DURATION_ADVICE.to_owned())? {
            0 => Err(format!("phải dài ít nhất 1 phút; {DURATION_ADVICE}")),
            minutes => Ok(Self(minutes)),
        }
    }

    /// How many minutes it lasts.
    pub fn minutes(self) -> u32 {
        self.0
    }

    /// A number of minutes, as sums of durations make it.
    pub fn from_minutes(minutes: u32) -> Self {
        Self(minutes)
    }

    /// The duration in words: `45 phút`, `02 giờ`, `01 giờ 30 phút`.
    pub fn display(self) -> String {
        let (hours, minutes) = (self.0 / HOUR, self.0 % HOUR);
        match (hours, minutes) {
            (0, _) => format!("{minutes:02} phút"),
            (_, 0) => format!("{hours:02} giờ"),
            (_, _) => format!("{hours:02} giờ {minutes:02} phút"),
        }
    }
}

impl std::iter::Sum for Duration {
    fn sum<I: Iterator<Item = Self>>(durations: I) -> Self {
        durations.fold(Self::default(), |sum, duration| Self(sum.0.saturating_add(duration.0)))
    }
}

/// The minutes of a duration in small letters.
fn minutes_of(words: &str) -> Option<u32> {
    // Minutes (phút) have an `h` too.
    let short = || words.split_once('h').filter(|(hours, _)| !hours.ends_with('p'));
    let hours = words.split_once("giờ").or_else(short);
    let Some((hours, rest)) = hours else {
        let minutes = words.strip_suffix("phút").or_else(|| words.strip_suffix(['p', '\'']))?;
        return small(minutes);
    };
    let rest = rest.trim();
    if let (Some((whole, tenths)), "") = (hours.split_once(','), rest) {
        // Only halves and quarters of an hour and what else is whole minutes.
        let digits = u32::try_from(tenths.trim().len()).ok().filter(|digits| (1..=2).contains(digits))?;
        let part = small(tenths)? * HOUR;
        let scale = 10_u32.pow(digits);
        return part.is_multiple_of(scale).then(|| Some(small(whole)? * HOUR + part / scale))?;
    }
    let rest = rest.strip_suffix("phút").or_else(|| rest.strip_suffix(['p', '\''])).unwrap_or(rest);
    let minutes = if rest.is_empty() { 0 } else { small(rest).filter(|minutes| *minutes < HOUR)? };
    Some(small(hours)? * HOUR + minutes)
}

/// A number of a few digits.
fn small(text: &str) -> Option<u32> {
    let text = text.trim();
    let digits = !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn time(text: &str, expected: &str) {
        let shown = ClockTime::parse(text).map(ClockTime::display);
        assert_eq!(shown.unwrap_or_else(|advice| advice.split(';').next().unwrap_or_default().to_owned()), expected);
    }

    #[test]
    fn clock_times_are_read_as_they_are_written() {
        for text in ["07 giờ 30", "7 giờ 30 phút", "7h30", "07H30'", "7g30", "7:30", "7 giờ 30p"] {
            time(text, "07 giờ 30");
        }
        time("7 giờ", "07 giờ 00");
        time("24 giờ 00", "24 giờ 00");
        time("24 giờ 01", "không có giờ 24 phút 1");
        time("25h", "không có giờ 25 phút 0");
        time("7 giờ 60", "không có phút 60");
        for text in ["", "7", "7:", "sáng", "7 giờ kém 5", "-7h30", "7h30 - 8h00"] {
            time(text, TIME_ADVICE);
        }
    }

    #[track_caller]
    fn duration(text: &str, expected: &str) {
        let shown = Duration::parse(text).map(Duration::display);
        assert_eq!(shown.unwrap_or_else(|advice| advice.split(';').next().unwrap_or_default().to_owned()), expected);
    }

    #[test]
    fn durations_are_read_as_they_are_written() {
        duration("5 phút", "05 phút");
        duration("90 phút", "01 giờ 30 phút");
        duration("45'", "45 phút");
        for text in ["1 giờ 30 phút", "1 giờ 30", "1h30", "1,5 giờ", "1,50 giờ"] {
            duration(text, "01 giờ 30 phút");
        }
        duration("0,25 giờ", "15 phút");
        duration("12 giờ", "12 giờ");
        duration("0 phút", "phải dài ít nhất 1 phút");
        for text in ["", "90", "1 giờ 90 phút", "1,01 giờ", "nửa giờ", "1.000 giờ", "9999 giờ", "1,5,5 giờ"]
        {
            duration(text, DURATION_ADVICE);
        }
    }

    #[test]
    fn times_and_durations_are_counted() {
        let at = |text: &str| ClockTime::parse(text).expect("a time");
        let length = |text: &str| Duration::parse(text).expect("a duration");
        assert_eq!(at("7h30").plus(length("45 phút")), Some(at("8h15")));
        assert_eq!(at("23h30").plus(length("45 phút")), None);
        assert_eq!(at("8h15").since(at("7h30")), Some(length("45 phút")));
        assert_eq!(at("7h30").since(at("8h15")), None);
        assert_eq!([length("45 phút"), length("1 giờ")].into_iter().sum::<Duration>(), length("1 giờ 45 phút"));
    }
}
