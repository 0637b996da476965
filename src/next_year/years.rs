//! Which years the old plan covers, which the new one, and how dates move from one to the other.

use crate::plan::Plan;
use crate::value::{Day, Period, PeriodKind};
use crate::vietnamese;

/// The years of both plans.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Years {
    /// Those of the old plan.
    pub old: Period,
    /// Those of the new plan.
    pub new: Period,
    /// How far dates move, in years.
    pub by: i32,
}

impl Years {
    /// The years of a plan, and those of the plan that begins in another year and lasts as long.
    ///
    /// # Errors
    /// Why there is no such plan, in a sentence.
    pub fn of(plan: &Plan, year: i32) -> Result<Self, String> {
        let Some(old) = plan.years() else {
            return Err(
                "kế hoạch cũ không ghi thời kỳ và ngày ban hành, nên không biết là của năm nào; ghi khóa thoi_ky"
                    .to_owned(),
            );
        };
        let last = match old.kind {
            PeriodKind::School => old.from,
            PeriodKind::Years => old.to,
        };
        if year <= last {
            return Err(format!("kế hoạch cũ là của {}: viết --year từ {} trở đi", old.display(), last + 1));
        }
        let by = year - old.from;
        Ok(Self { old, new: Period { from: year, to: old.to + by, kind: old.kind }, by })
    }

    /// Whether each plan covers one year.
    pub(super) fn are_single(&self) -> bool {
        self.old.from == self.old.to
    }

    /// Whether a year, alone in a sentence, may have been true of the old plan only.
    pub(super) fn is_stale(&self, year: i32) -> bool {
        (self.old.from - 1..=self.new.to).contains(&year)
    }

    /// A date, month, quarter, year or span in the years of the new plan, letter for letter besides; and whether its day
    /// had to move, because 29 February is not in every year.
    pub(super) fn moved(&self, written: &str) -> (String, bool) {
        let numbers = numbers(written);
        let mut moved = written.to_owned();
        let year =
            numbers.iter().find(|range| range.len() == 4).and_then(|range| written[range.clone()].parse::<i32>().ok());
        let leaps = matches!(numbers.as_slice(), [_, _, _])
            && year.is_some_and(|year| Day::new(year + self.by, 2, 29).is_none());
        let is_last_of_february = leaps && is_leap_day(written, &numbers);
        for range in numbers.into_iter().rev() {
            let number = &written[range.clone()];
            if let Ok(year) = number.parse::<i32>()
                && number.len() == 4
            {
                moved.replace_range(range, &(year + self.by).to_string());
            } else if is_last_of_february && number == "29" {
                moved.replace_range(range, "28");
            }
        }
        (moved, is_last_of_february)
    }

    /// A day of issue whose day is blank again: `26/02/2024` becomes `02/2025`.
    pub(super) fn issued(&self, date: crate::value::Date) -> String {
        let month = date.month.map(|month| format!("{}/", vietnamese::month(month))).unwrap_or_default();
        format!("{month}{}", date.year + self.by)
    }
}

/// Where the numbers of some letters stand.
fn numbers(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, _) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        match found.last_mut() {
            Some(last) if last.end == at => last.end = at + 1,
            _ => found.push(at..at + 1),
        }
    }
    found
}

fn is_leap_day(written: &str, numbers: &[std::ops::Range<usize>]) -> bool {
    let number = |index: usize| numbers.get(index).and_then(|range| written[range.clone()].parse::<i32>().ok());
    number(1) == Some(2) && [number(0), number(2)].contains(&Some(29))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn years(old: (i32, i32), year: i32) -> Years {
        let by = year - old.0;
        Years { old: Period::of_years(old.0, old.1), new: Period::of_years(year, old.1 + by), by }
    }

    #[test]
    fn dates_move_and_keep_their_spelling() {
        let years = years((2024, 2024), 2025);
        for (written, moved) in [
            ("15/12/2024", "15/12/2025"),
            ("2024-03-05", "2025-03-05"),
            ("\"6/2024\"", "\"6/2025\""),
            ("quý I/2024", "quý I/2025"),
            ("năm học 2024 - 2025", "năm học 2025 - 2026"),
            ("28/02/2024", "28/02/2025"),
        ] {
            assert_eq!(years.moved(written), (moved.to_owned(), false));
        }
    }

    #[test]
    fn a_day_that_is_not_in_every_year_moves_to_the_one_before() {
        let years = years((2024, 2024), 2025);
        assert_eq!(years.moved("29/02/2024"), ("28/02/2025".to_owned(), true));
        assert_eq!(years.moved("2024-02-29"), ("2025-02-28".to_owned(), true));
        assert_eq!(years.moved("29/3/2024"), ("29/3/2025".to_owned(), false));
    }

    #[test]
    fn years_that_may_be_stale_end_with_the_new_plan() {
        let years = years((2024, 2024), 2026);
        assert_eq!([2022, 2023, 2024, 2026, 2027].map(|year| years.is_stale(year)), [false, true, true, true, false]);
    }
}
