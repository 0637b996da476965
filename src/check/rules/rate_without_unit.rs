//! A target that is a rate and has no unit.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::target::{BASE, END, LEVEL, Target, UNIT, VALUE};

/// A rate has no unit.
pub const RATE_WITHOUT_UNIT: Code = Code {
    id: "KH-0463",
    title: "tỷ lệ không có đơn vị",
    about: "Chỉ tiêu là một tỷ lệ, có số mà không có đơn vị, nên câu in ra là «tỷ lệ hộ nghèo đạt 5». Thêm don_vi: \"%\".",
};

/// A target that is a rate has a number and no unit.
pub static RULE: Rule = Rule {
    code: RATE_WITHOUT_UNIT,
    level: Severity::Warning,
    reason: "số không có đơn vị thì không đo được",
    about: RATE_WITHOUT_UNIT.about,
    wrong: "chi_tieu: {a: {ten: tỷ lệ hộ nghèo, con: 5}}",
    right: "chi_tieu: {a: {ten: tỷ lệ hộ nghèo, con: 5, don_vi: \"%\"}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let targets = Target::with_parts(&case.plan.targets).into_iter().map(|(_, target)| target);
    for target in targets.filter(|target| target.text.is_none() && target.unit.is_none()) {
        let name = target.name.as_ref().map(|name| name.letters().to_lowercase()).unwrap_or_default();
        let is_rate = ["tỷ lệ ", "tỉ lệ "].iter().any(|word| name.starts_with(word));
        let levels = [
            (VALUE.name(), &target.value),
            (LEVEL.name(), &target.level),
            (END.name(), &target.to),
            (BASE.name(), &target.from),
        ];
        let level = levels.into_iter().find_map(|(key, level)| Some((key, level.as_ref()?)));
        if let (Some((key, level)), true, false) = (level, is_rate, target.place.is_refused(UNIT.name())) {
            let message = format!("chỉ tiêu là tỷ lệ, ghi {} mà không có đơn vị", level.value.display());
            let finding = Diagnostic::error(RATE_WITHOUT_UNIT, target.place.of(key), message).as_warning();
            found.push(finding.help(format!("thêm {}: \"%\"", UNIT.name())));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn only_rates_need_a_unit() {
        check(&RULE, "chi_tieu: {a: {ten: số hộ nghèo, con: 5}}", &[]);
        check(&RULE, "chi_tieu: {a: {ten: tỷ lệ hộ nghèo, giao: huyện}}", &[]);
        let message = "cảnh báo «den»: chỉ tiêu là tỷ lệ, ghi 3 mà không có đơn vị";
        check(&RULE, "chi_tieu: {a: {ten: tỷ lệ hộ nghèo, tu: 5, den: 3}}", &[message]);
    }
}
