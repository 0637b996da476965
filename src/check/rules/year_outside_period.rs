//! A year of which the plan does not speak.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::funding::Funding;
use crate::plan::target::Target;
use crate::value::{Spanned, Year};

/// A year outside the period of the plan.
pub const YEAR_OUTSIDE: Code = Code {
    id: "KH-0308",
    title: "năm ngoài thời kỳ",
    about: "Số liệu được ghi cho một năm ngoài thời kỳ của kế hoạch. Kế hoạch không ghi thời kỳ thì năm cách năm ban hành quá \
            5 năm bị cảnh báo. Sửa năm, hoặc sửa thời kỳ.",
};

/// A figure is given for a year outside the plan's period.
pub static RULE: Rule = Rule {
    code: YEAR_OUTSIDE,
    level: Severity::Error,
    reason: "số liệu của kế hoạch thuộc thời kỳ của kế hoạch",
    about: YEAR_OUTSIDE.about,
    wrong: "thoi_ky: 2026-2030\nchi_tieu: {a: {ten: tỷ lệ hộ nghèo, tung_nam: {2026: 4, 2036: 2}}}",
    right: "thoi_ky: 2026-2030\nchi_tieu: {a: {ten: tỷ lệ hộ nghèo, tung_nam: {2026: 4, 2030: 2}}}",
    check,
};

/// A plan without a period speaks of no year farther from its own.
const FARTHEST: u32 = 5;

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let targets = Target::with_parts(&case.plan.targets);
    let steps = targets.into_iter().flat_map(|(_, target)| target.steps.0.iter().map(|(year, _)| year));
    // A target may be set for a year up to which the plan looks; money is not.
    let end = case.plan.period.as_ref().map(|period| period.to);
    let beyond = end.zip(case.plan.last_year()).map(|(end, last)| end + 1..=last);
    let steps = steps.filter(|year| !beyond.as_ref().is_some_and(|beyond| beyond.contains(&year.value.0)));
    let items: Vec<_> = case.plan.funding.iter().flat_map(Funding::all_items).map(|nested| nested.item).collect();
    let allocations = items.iter().flat_map(|item| &item.allocations).filter_map(|part| part.year.as_ref());
    let totals = case.plan.funding.iter().map(|funding| &funding.by_year);
    let by_year = totals.chain(items.iter().map(|item| &item.by_year)).flat_map(|years| &years.0).map(|(year, _)| year);
    let vision = case.plan.last_year().filter(|last| end.is_some_and(|end| end < *last));
    found.extend(steps.filter_map(|year| judge(case.plan, year, vision)));
    found.extend(allocations.chain(by_year).filter_map(|year| judge(case.plan, year, None)));
}

/// A year outside the period; `vision` is the year up to which the plan looks, where that counts.
fn judge(plan: &Plan, year: &Spanned<Year>, vision: Option<i32>) -> Option<Diagnostic> {
    let Year(number) = year.value;
    if let Some(period) = plan.period.as_ref().filter(|period| !period.holds(number)) {
        let (and, or) = match vision {
            Some(last) => (format!(", tầm nhìn đến năm {last}"), ", tầm nhìn ở khóa «tam_nhin»"),
            None => (String::new(), ""),
        };
        let message = format!("năm {number} nằm ngoài thời kỳ của kế hoạch: {}{and}", period.display());
        let help = format!("sửa năm, hoặc sửa thời kỳ ở khóa «thoi_ky»{or}");
        return Some(Diagnostic::error(YEAR_OUTSIDE, year.span.clone(), message).help(help));
    }
    let own = plan.issue_date().filter(|_| plan.period.is_none())?.year;
    (number.abs_diff(own) > FARTHEST).then(|| {
        let message = format!("năm {number} cách năm ban hành {own} quá {FARTHEST} năm");
        let help = "kiểm tra lại năm; đúng thì ghi thời kỳ của kế hoạch ở khóa «thoi_ky»";
        Diagnostic::error(YEAR_OUTSIDE, year.span.clone(), message).as_warning().help(help)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    const YEARS: &str = "chi_tieu: {a: {ten: a, trong_do: {b: {ten: b, tung_nam: {2036: 4, 2026: 5}}}}}\n\
                         kinh_phi: {khoan: {k: {ten: K, phan_bo: [{nguon: n, nam: 2019, so_tien: 1 đồng}]}}}";

    #[test]
    fn years_lie_within_the_period() {
        let found = [
            "lỗi «2036»: năm 2036 nằm ngoài thời kỳ của kế hoạch: giai đoạn 2026 - 2030",
            "lỗi «2019»: năm 2019 nằm ngoài thời kỳ của kế hoạch: giai đoạn 2026 - 2030",
        ];
        check(&RULE, &format!("thoi_ky: 2026-2030\n{YEARS}"), &found);
        check(&RULE, &format!("thoi_ky: 2019-2036\n{YEARS}"), &[]);
    }

    #[test]
    fn targets_may_be_set_up_to_the_vision() {
        let found =
            ["lỗi «2036»: năm 2036 nằm ngoài thời kỳ của kế hoạch: giai đoạn 2019 - 2030, tầm nhìn đến năm 2035"];
        check(&RULE, &format!("thoi_ky: 2019-2030\ntam_nhin: 2035\n{YEARS}"), &found);
        check(&RULE, &format!("thoi_ky: 2019-2030\ntam_nhin: 2045\n{YEARS}"), &[]);
    }

    #[test]
    fn without_a_period_years_are_near_the_date() {
        let found = [
            "cảnh báo «2036»: năm 2036 cách năm ban hành 2026 quá 5 năm",
            "cảnh báo «2019»: năm 2019 cách năm ban hành 2026 quá 5 năm",
        ];
        check(&RULE, YEARS, &found);
        check(&RULE, &YEARS.replace("2036", "2031").replace("2019", "2021"), &[]);
    }
}
