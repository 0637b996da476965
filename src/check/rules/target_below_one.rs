//! A target that counts a part of what cannot be parted.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::target::{BASE, DECREASE, END, INCREASE, LEVEL, Target, VALUE};
use crate::value::Decimal;

/// A count is not whole.
pub const NOT_WHOLE: Code = Code {
    id: "KH-0459",
    title: "chỉ tiêu đếm không tròn đơn vị",
    about: "Chỉ tiêu đếm hộ, người, thôn, xã, công trình… mà số có phần thập phân: không có nửa hộ. Sửa số, hoặc sửa đơn vị. Số bình \
            quân, tính theo năm thì không xét.",
};

/// A target counts households, people or places, and its number is not whole.
pub static RULE: Rule = Rule {
    code: NOT_WHOLE,
    level: Severity::Warning,
    reason: "hộ, người, thôn đếm bằng số nguyên",
    about: NOT_WHOLE.about,
    wrong: "chi_tieu: {a: {ten: số hộ nghèo, giam: \"0,3\", don_vi: hộ}}",
    right: "chi_tieu: {a: {ten: số hộ nghèo, giam: 3, don_vi: hộ}}",
    check,
};

/// What is counted one by one.
const WHOLE_THINGS: [&str; 20] = [
    "hộ",
    "người",
    "lao động",
    "học sinh",
    "trẻ em",
    "khẩu",
    "nhân khẩu",
    "cán bộ",
    "thôn",
    "xã",
    "phường",
    "khu phố",
    "tổ dân phố",
    "công trình",
    "nhà",
    "căn nhà",
    "lớp",
    "mô hình",
    "lượt hộ",
    "lượt người",
];

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let targets = Target::with_parts(&case.plan.targets).into_iter().map(|(_, target)| target);
    for target in targets.filter(|target| target.per.is_none() && !is_mean(target)) {
        let unit = target.unit.as_ref().map(|unit| unit.letters()).unwrap_or_default();
        if !WHOLE_THINGS.contains(&unit.as_str()) {
            continue;
        }
        let broken = numbers(target).into_iter().find(|(_, number)| number.to_whole().is_none());
        found.extend(broken.map(|(key, number)| {
            let message = format!("chỉ tiêu đếm {unit} mà ghi {}: số đếm phải là số nguyên", number.display());
            let finding = Diagnostic::error(NOT_WHOLE, target.place.of(key), message).as_warning();
            finding.help("sửa số, hoặc sửa đơn vị (%, điểm %)")
        }));
    }
}

/// Whether a target is a mean: `số người bình quân mỗi hộ`.
fn is_mean(target: &Target) -> bool {
    let words = [&target.name, &target.text, &target.result, &target.population];
    words.into_iter().flatten().any(|words| words.letters().to_lowercase().contains("bình quân"))
}

/// The numbers of a target with their keys.
fn numbers(target: &Target) -> Vec<(&'static str, Decimal)> {
    let levels = [
        (VALUE.name(), &target.value),
        (LEVEL.name(), &target.level),
        (BASE.name(), &target.from),
        (END.name(), &target.to),
    ];
    let levels = levels.into_iter().filter_map(|(key, level)| Some((key, level.as_ref()?.value)));
    let changes = [(DECREASE.name(), &target.decrease), (INCREASE.name(), &target.increase)];
    let changes = changes.into_iter().filter_map(|(key, change)| Some((key, change.as_ref()?.value.low)));
    levels.chain(changes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn only_what_is_counted_one_by_one_is_whole() {
        let target = |keys: &str| format!("chi_tieu: {{a: {{{keys}}}}}");
        check(&RULE, &target("ten: diện tích, gia_tri: \"1,5\", don_vi: ha"), &[]);
        check(&RULE, &target("ten: số hộ nghèo, giam: \"1,5\", don_vi: hộ, moi: năm"), &[]);
        check(&RULE, &target("ten: số người bình quân mỗi hộ, gia_tri: \"3,6\", don_vi: người"), &[]);
        check(&RULE, &target("ten: số hộ, gia_tri: \"5,0\", don_vi: hộ"), &[]);
        let message = "cảnh báo «den»: chỉ tiêu đếm hộ mà ghi 2,5: số đếm phải là số nguyên";
        check(&RULE, &target("ten: số hộ, tu: 5, den: \"2,5\", don_vi: hộ"), &[message]);
    }
}
