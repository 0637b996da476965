//! A target within another that is larger than it.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::target::{Target, VALUE};
use crate::value::Decimal;

/// A part is larger than its whole.
pub const PART_BEYOND: Code = Code {
    id: "KH-0332",
    title: "chỉ tiêu con lớn hơn chỉ tiêu chứa nó",
    about: "Số của một chỉ tiêu trong trong_do lớn hơn số của chỉ tiêu chứa nó, cùng đơn vị. Phần trăm có thể tính trên nhóm khác \
            nên không xét. Sửa một trong hai số, hoặc đưa chỉ tiêu ấy ra ngoài.",
};

/// A target within another counts more than it.
pub static RULE: Rule = Rule {
    code: PART_BEYOND,
    level: Severity::Warning,
    reason: "phần không lớn hơn toàn thể",
    about: PART_BEYOND.about,
    wrong: "chi_tieu: {a: {ten: A, gia_tri: 5, don_vi: hộ, trong_do: {b: {ten: B, gia_tri: 6, don_vi: hộ}}}}",
    right: "chi_tieu: {a: {ten: A, gia_tri: 6, don_vi: hộ, trong_do: {b: {ten: B, gia_tri: 5, don_vi: hộ}}}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (_, whole) in Target::with_parts(&case.plan.targets) {
        let is_counted = whole.unit.as_ref().is_some_and(|unit| !unit.letters().contains('%'));
        let Some(most) = count(whole).filter(|_| is_counted) else { continue };
        for part in whole.parts.values().filter(|part| part.unit == whole.unit) {
            if let Some(number) = count(part).filter(|number| most.is_less_than(*number)) {
                let message =
                    format!("chỉ tiêu con là {}, lớn hơn {} của chỉ tiêu chứa nó", number.display(), most.display());
                let finding = Diagnostic::error(PART_BEYOND, part.place.of(VALUE.name()), message);
                found.push(finding.as_warning().help("sửa một trong hai số, hoặc đưa chỉ tiêu con ra ngoài"));
            }
        }
    }
}

/// How many a target counts.
fn count(target: &Target) -> Option<Decimal> {
    target.value.as_ref().map(|value| value.value).filter(|_| target.text.is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn only_counts_of_one_kind_are_compared() {
        let target = |whole: &str, part: &str| {
            format!("chi_tieu: {{a: {{ten: A, {whole}, trong_do: {{b: {{ten: B, {part}}}}}}}}}")
        };
        check(&RULE, &target("gia_tri: 5, don_vi: \"%\"", "gia_tri: 100, don_vi: \"%\""), &[]);
        check(&RULE, &target("gia_tri: 5, don_vi: hộ", "gia_tri: 20, don_vi: người"), &[]);
        let message = "cảnh báo «gia_tri»: chỉ tiêu con là 20, lớn hơn 5 của chỉ tiêu chứa nó";
        check(&RULE, &target("gia_tri: 5, don_vi: hộ", "so_sanh: toi_thieu, gia_tri: 20, don_vi: hộ"), &[message]);
    }
}
