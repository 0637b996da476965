//! A rate that changes by so many per cent where points are meant.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::target::{DECREASE, INCREASE, Target, UNIT};

/// A change of a rate is told in per cent.
pub const CHANGE_IN_PERCENT: Code = Code {
    id: "KH-0457",
    title: "tỷ lệ tăng, giảm tính bằng %",
    about: "Chỉ tiêu là một tỷ lệ mà lượng tăng, giảm lại tính bằng %: «giảm 2%» của tỷ lệ 10% có thể hiểu là còn 8% hoặc còn 9,8%. \
            Viết «điểm %» khi nói hiệu của hai tỷ lệ.",
};

/// A target that is a rate is to change by so many per cent.
pub static RULE: Rule = Rule {
    code: CHANGE_IN_PERCENT,
    level: Severity::Info,
    reason: "hiệu của hai tỷ lệ tính bằng điểm %, không phải %",
    about: CHANGE_IN_PERCENT.about,
    wrong: "chi_tieu: {a: {ten: tỷ lệ hộ nghèo, giam: 2, don_vi: \"%\"}}",
    right: "chi_tieu: {a: {ten: tỷ lệ hộ nghèo, giam: 2, don_vi: điểm %}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let targets = Target::with_parts(&case.plan.targets).into_iter().map(|(_, target)| target);
    for target in targets.filter(|target| target.text.is_none() && is_rate(target)) {
        let key = if target.decrease.is_some() { DECREASE.name() } else { INCREASE.name() };
        let change = target.decrease.as_ref().or(target.increase.as_ref());
        let in_percent = target.unit.as_ref().is_some_and(|unit| unit.is("%"));
        if let (Some(change), true) = (change, in_percent) {
            let (way, low) = (if target.decrease.is_some() { "giảm" } else { "tăng" }, change.value.low.display());
            let range = change.value.high.map(|high| format!(" - {}", high.display())).unwrap_or_default();
            let message = format!("tỷ lệ {way} {low}{range}%: chưa rõ là điểm % hay phần của tỷ lệ");
            let finding = Diagnostic::error(CHANGE_IN_PERCENT, target.place.of(key), message);
            let help = format!("nếu nói hiệu của hai tỷ lệ thì viết {}: điểm %", UNIT.name());
            found.push(Diagnostic { severity: Severity::Info, ..finding }.help(help));
        }
    }
}

/// Whether a target is a rate, by its name.
fn is_rate(target: &Target) -> bool {
    let name = target.name.as_ref().map(|name| name.letters().to_lowercase()).unwrap_or_default();
    ["tỷ lệ ", "tỉ lệ "].iter().any(|word| name.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn only_rates_change_by_points() {
        let target = |keys: &str| format!("chi_tieu: {{a: {{{keys}}}}}");
        check(&RULE, &target("ten: số hộ nghèo, giam: 10, don_vi: \"%\""), &[]);
        check(&RULE, &target("ten: tỷ lệ hộ nghèo, con: 2, don_vi: \"%\""), &[]);
        check(&RULE, &target("loi: Tỷ lệ hộ nghèo giảm, ten: tỷ lệ hộ nghèo, giam: 2, don_vi: \"%\""), &[]);
        let message = "lưu ý «giam»: tỷ lệ giảm 0,6 - 1,0%: chưa rõ là điểm % hay phần của tỷ lệ";
        check(&RULE, &target("ten: tỷ lệ hộ nghèo, giam: [\"0,6\", \"1,0\"], don_vi: \"%\", moi: năm"), &[message]);
    }
}
