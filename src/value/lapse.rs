//! How long after or before a day something is due: days, working days, weeks, months, years.

use super::day::Day;
use super::decimal::Decimal;

/// What a lapse of time is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LapseUnit {
    /// Days.
    Days,
    /// Days on which offices work.
    WorkingDays,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
}

impl LapseUnit {
    const ALL: [Self; 5] = [Self::Days, Self::WorkingDays, Self::Weeks, Self::Months, Self::Years];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Days => "ngày",
            Self::WorkingDays => "ngày làm việc",
            Self::Weeks => "tuần",
            Self::Months => "tháng",
            Self::Years => "năm",
        }
    }

    /// The most of it that a deadline lies away: ten years.
    fn most(self) -> i64 {
        match self {
            Self::Days | Self::WorkingDays => 3650,
            Self::Weeks => 520,
            Self::Months => 120,
            Self::Years => 10,
        }
    }
}

/// A lapse of time: `30`, `10 ngày làm việc`, `3 tháng`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lapse {
    /// How many.
    pub count: i64,
    /// Of what.
    pub unit: LapseUnit,
}

impl Lapse {
    /// Reads `30`, `30 ngày`, `10 ngày làm việc`, `2 tuần`, `3 tháng`, `1 năm`.
    ///
    /// # Errors
    /// A sentence of advice.
    pub fn parse(text: &str) -> Result<Self, String> {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let (number, unit) = words.split_once(' ').unwrap_or((&words, LapseUnit::Days.name()));
        let unit = LapseUnit::ALL.into_iter().find(|known| known.name() == unit);
        let unit = unit.ok_or_else(|| {
            "viết số ngày, ví dụ 30; hoặc số kèm ngày làm việc, tuần, tháng, năm, ví dụ 10 ngày làm việc".to_owned()
        })?;
        let most = unit.most();
        let count = Decimal::parse(number).ok().and_then(Decimal::to_whole).and_then(|count| i64::try_from(count).ok());
        let count = count.filter(|count| (1..=most).contains(count));
        count.map(|count| Self { count, unit }).ok_or_else(|| match unit {
            LapseUnit::Days => format!("viết một số nguyên từ 1 đến {most}"),
            LapseUnit::WorkingDays | LapseUnit::Weeks | LapseUnit::Months | LapseUnit::Years => {
                format!("viết một số nguyên từ 1 đến {most}, rồi {}", unit.name())
            }
        })
    }

    /// The lapse in words: `05 ngày làm việc`.
    pub fn display(self) -> String {
        format!("{} {}", Decimal::whole(i128::from(self.count)).display_count(), self.unit.name())
    }

    /// The day so much later. Working days have none: which days are holidays is decided anew each year.
    pub fn after(self, day: Day) -> Option<Day> {
        self.away(day, 1)
    }

    /// The day so much earlier, as [`after`](Self::after).
    pub fn before(self, day: Day) -> Option<Day> {
        self.away(day, -1)
    }

    fn away(self, day: Day, direction: i64) -> Option<Day> {
        let count = self.count * direction;
        match self.unit {
            LapseUnit::Days => day.plus_days(count),
            LapseUnit::Weeks => day.plus_days(count * 7),
            LapseUnit::Months => day.plus_months(i32::try_from(count).ok()?),
            LapseUnit::Years => day.plus_months(i32::try_from(count * 12).ok()?),
            LapseUnit::WorkingDays => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(Lapse::parse(text).map_or_else(|advice| advice, Lapse::display), expected);
    }

    #[test]
    fn lapses_are_read_and_printed() {
        check("30", "30 ngày");
        check("5 ngày", "05 ngày");
        check("10  Ngày làm việc", "10 ngày làm việc");
        check("2 tuần", "02 tuần");
        check("0", "viết một số nguyên từ 1 đến 3650");
        check("-3 tháng", "viết một số nguyên từ 1 đến 120, rồi tháng");
        check("121 tháng", "viết một số nguyên từ 1 đến 120, rồi tháng");
        let advice = "viết số ngày, ví dụ 30; hoặc số kèm ngày làm việc, tuần, tháng, năm, ví dụ 10 ngày làm việc";
        check("10 hôm", advice);
    }

    #[test]
    fn working_days_lead_to_no_day() {
        let day = Day::new(2026, 2, 26).expect("a day");
        let away = |text: &str| {
            let lapse = Lapse::parse(text).expect("a lapse");
            (lapse.after(day).map(Day::display), lapse.before(day).map(Day::display))
        };
        assert_eq!(away("10"), (Some("08/3/2026".to_owned()), Some("16/02/2026".to_owned())));
        assert_eq!(away("2 tuần"), (Some("12/3/2026".to_owned()), Some("12/02/2026".to_owned())));
        assert_eq!(away("1 năm"), (Some("26/02/2027".to_owned()), Some("26/02/2025".to_owned())));
        assert_eq!(away("10 ngày làm việc"), (None, None));
    }
}
