//! A target whose last year says something else than the target.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::target::{STEPS, Target};

/// The level of the last year of the plan is not the level of the target.
pub const STEPS_DISAGREE: Code = Code {
    id: "KH-0331",
    title: "mức năm cuối khác mức của chỉ tiêu",
    about: "Mức của năm cuối trong tung_nam khác mức phải đạt của chỉ tiêu (den, con hoặc gia_tri). Chỉ xét khi năm ấy là năm cuối \
            của kế hoạch (của thời kỳ hoặc của tầm nhìn) và chỉ tiêu không có so_sanh. Sửa một trong hai số.",
};

/// The level of the last year of the plan is not the level of the target.
pub static RULE: Rule = Rule {
    code: STEPS_DISAGREE,
    level: Severity::Warning,
    reason: "hai con số của một chỉ tiêu phải như nhau",
    about: STEPS_DISAGREE.about,
    wrong: "thoi_ky: 2026-2027\nchi_tieu: {a: {ten: tỷ lệ hộ nghèo, con: 3, don_vi: \"%\", tung_nam: {2026: 5, 2027: 4}}}",
    right: "thoi_ky: 2026-2027\nchi_tieu: {a: {ten: tỷ lệ hộ nghèo, con: 4, don_vi: \"%\", tung_nam: {2026: 5, 2027: 4}}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let Some(last_year) = case.plan.last_year().or_else(|| Some(case.plan.years()?.to)) else { return };
    let targets = Target::with_parts(&case.plan.targets).into_iter().map(|(_, target)| target);
    for target in targets.filter(|target| target.text.is_none() && target.comparator.is_none()) {
        let levels = [&target.to, &target.level, &target.value];
        let level = levels.into_iter().flatten().next().map(|level| level.value);
        let in_year = |wanted: i32| target.steps.0.iter().find(|(year, _)| year.0 == wanted).map(|(_, level)| *level);
        let last = in_year(last_year);
        // A target may be set for the end of the period while its steps go on to the year up to which the plan looks.
        let of_period = case.plan.years().and_then(|years| in_year(years.to));
        if let (Some(level), Some(last)) = (level, last)
            && level != last
            && of_period != Some(level)
        {
            let (level, last) = (level.display(), last.display());
            let message = format!("chỉ tiêu là {level}, mức của năm cuối {last_year} là {last}");
            let finding = Diagnostic::error(STEPS_DISAGREE, target.place.of(STEPS.name()), message);
            found.push(finding.as_warning().help("sửa một trong hai số"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn only_the_last_year_is_the_target() {
        let target = |keys: &str| format!("thoi_ky: 2026-2027\nchi_tieu: {{a: {{ten: A, {keys}}}}}");
        check(&RULE, &target("con: 3, tung_nam: {2026: 4}"), &[]);
        check(&RULE, &target("con: 3, so_sanh: duoi, tung_nam: {2027: 2}"), &[]);
        let message = "cảnh báo «tung_nam»: chỉ tiêu là 3, mức của năm cuối 2027 là 2";
        check(&RULE, &target("tu: 5, den: 3, tung_nam: {2027: 2}"), &[message]);
    }

    #[test]
    fn a_plan_with_a_vision_has_two_last_years() {
        let target = |level: u8| {
            format!(
                "thoi_ky: 2025-2030\ntam_nhin: 2035\nchi_tieu: {{a: {{ten: A, tu: 48, den: {level}, tung_nam: {{2030: 20, 2035: 10}}}}}}"
            )
        };
        check(&RULE, &target(20), &[]);
        check(&RULE, &target(10), &[]);
        check(&RULE, &target(15), &["cảnh báo «tung_nam»: chỉ tiêu là 15, mức của năm cuối 2035 là 10"]);
    }
}
