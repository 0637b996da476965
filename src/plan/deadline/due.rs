//! The day to which a deadline leads, where it leads to one.

use super::cycle::Bound;
use super::when::{Side, When};
use crate::plan::event::Event;
use crate::value::{Date, Day, LapseUnit, Registry};

/// A day, and whether something is due on it or before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The day that is named.
    pub day: Day,
    /// Whether it is still in time.
    pub bound: Bound,
}

impl Due {
    /// The day and its bound in words: `trước ngày 15/12/2026`.
    pub fn display(self) -> String {
        match self.bound {
            Bound::On => format!("ngày {}", self.day.display()),
            Bound::Before => format!("trước ngày {}", self.day.display()),
        }
    }

    /// The last day that is in time.
    pub fn last(self) -> Day {
        match self.bound {
            Bound::On => self.day,
            Bound::Before => self.day.plus_days(-1).unwrap_or(self.day),
        }
    }
}

/// What deadlines are counted from.
#[derive(Debug, Clone, Copy)]
pub struct Counted<'a> {
    /// When the plan is issued, as far as it is known.
    pub issued: Option<Date>,
    /// The events that the plan names.
    pub events: &'a Registry<Event>,
}

impl When {
    /// Whether it leads to a day once the day of issue is known.
    pub fn hangs_on_issue(&self) -> bool {
        matches!(self, Self::AfterIssue(lapse) if lapse.unit != LapseUnit::WorkingDays)
    }

    /// The day by which it is due; `None` where nobody can tell: it comes again, or hangs on a day that is not known yet.
    pub fn due(&self, counted: Counted<'_>) -> Option<Due> {
        let on = |day: Option<Day>| day.map(|day| Due { day, bound: Bound::On });
        let before = |day: Option<Day>| day.map(|day| Due { day, bound: Bound::Before });
        match self {
            Self::Before(date) => before(date.value.0.to_day()),
            Self::On(date) => on(date.value.0.to_day()),
            Self::Month(month) => on(month.value.0.last_day()),
            Self::Quarter(quarter) => on(quarter.last()),
            Self::Year(year) => on(Day::last_of_year(year.value.0)),
            Self::Span { to, .. } => on(to.as_ref().and_then(|to| to.last())),
            Self::AfterIssue(lapse) => on(counted.issued.and_then(Date::to_day).and_then(|day| lapse.after(day))),
            Self::Event { event, side, lapse } => {
                let date = counted.events.get(&event.name)?.date.as_ref()?.value;
                let day = date.to_day()?;
                match (side, lapse) {
                    (Side::Before, Some(lapse)) => on(lapse.before(day)),
                    (Side::Before, None) => before(Some(day)),
                    (Side::After, Some(lapse)) => on(lapse.after(day)),
                    (Side::After, None) => None,
                }
            }
            // A school year ends where its school says.
            Self::Text(_) | Self::SchoolYear(_) | Self::Every { .. } | Self::Cycle(_) | Self::Standing(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::plan::{Shared, read_plan};
    use crate::source::SourceFile;
    use crate::yaml;

    /// The day named, and the last in time, of a deadline in a plan issued on a day.
    #[track_caller]
    fn check(issued: &str, deadline: &str, expected: &str) {
        let text = format!(
            "ngay_ban_hanh: {issued}\nsu_kien: {{le: {{ten: lễ, ngay: 05/9/2026}}, hoi: {{ten: hội, ngay: 9/2026}}}}\n\
             nhiem_vu: {{a: {{viec: A, thoi_han: {deadline}}}}}\n"
        );
        let node = yaml::read(&SourceFile::from_text("a.yaml", &text), &|_| true).value.expect("YAML");
        let plan = read_plan(&node, &Shared::default()).0;
        let task = plan.tasks.get("a").expect("a task");
        let counted = plan.counted();
        let due = task.deadline.as_ref().expect("a deadline").due(counted);
        let shown = due.map(|due| format!("{}, {}", due.day.display(), due.last().display()));
        assert_eq!(shown.as_deref().unwrap_or("-"), expected, "{deadline}");
    }

    #[test]
    fn deadlines_lead_to_a_day_where_they_can() {
        let issued = "26/02/2026";
        check(issued, "{truoc_ngay: 15/12/2026}", "15/12/2026, 14/12/2026");
        check(issued, "{ngay: 15/12/2026}", "15/12/2026, 15/12/2026");
        check(issued, "{thang: 2/2028}", "29/02/2028, 29/02/2028");
        check(issued, "{quy: III/2026}", "30/9/2026, 30/9/2026");
        check(issued, "{nam: 2027}", "31/12/2027, 31/12/2027");
        check(issued, "{tu: 3/2026, den: II/2026}", "30/6/2026, 30/6/2026");
        check(issued, "{den: 2027}", "31/12/2027, 31/12/2027");
        check(issued, "{sau_ban_hanh: 10}", "08/3/2026, 08/3/2026");
        check(issued, "{sau_ban_hanh: 3 tháng}", "26/5/2026, 26/5/2026");
        check(issued, "{truoc_su_kien: le, so_ngay: 15}", "21/8/2026, 21/8/2026");
        check(issued, "{truoc_su_kien: le}", "05/9/2026, 04/9/2026");
        check(issued, "{sau_su_kien: le, so_ngay: 1 tuần}", "12/9/2026, 12/9/2026");
        check(
            issued,
            "[{moc: Một, thoi_han: {nam: 2026}}, {moc: Hai, thoi_han: {nam: 2027}}]",
            "31/12/2027, 31/12/2027",
        );
    }

    #[test]
    fn what_nobody_can_tell_is_not_guessed() {
        check("2/2026", "{sau_ban_hanh: 10}", "-");
        for deadline in [
            "{sau_ban_hanh: 10 ngày làm việc}",
            "{truoc_su_kien: hoi, so_ngay: 15}",
            "{truoc_su_kien: mat}",
            "{sau_su_kien: le}",
            "{tu: 01/3/2026}",
            "{nam_hoc: 2026-2027}",
            "{hang_thang: 25}",
            "{khi: thuong_xuyen}",
            "{dinh_ky: hằng quý}",
            "trước ngày 15/12/2026",
            "[{moc: Một, thoi_han: {nam: 2026}}, {moc: Hai, thoi_han: sau đó}]",
        ] {
            check("26/02/2026", deadline, "-");
        }
    }
}
