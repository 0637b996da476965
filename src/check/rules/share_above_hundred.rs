//! A share of people or households of more than a hundred per cent.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::target::{LEVEL, Target, VALUE};
use crate::value::Decimal;

/// A share of more than all.
pub const ABOVE_HUNDRED: Code = Code {
    id: "KH-0494",
    title: "tỷ lệ của đối tượng quá 100%",
    about: "Chỉ tiêu nói bao nhiêu phần trăm của một đối tượng đạt kết quả: nhiều nhất là 100%. Sửa số, hoặc viết cả câu vào loi nếu \
            đó không phải tỷ lệ của đối tượng ấy.",
};

/// More than a hundred per cent of those whom a target counts reach something.
pub static RULE: Rule = Rule {
    code: ABOVE_HUNDRED,
    level: Severity::Warning,
    reason: "một phần không lớn hơn toàn thể",
    about: ABOVE_HUNDRED.about,
    wrong: "chi_tieu: {a: {doi_tuong: hộ nghèo, so_sanh: it_nhat, gia_tri: 195, don_vi: \"%\", ket_qua: có nhà ở}}",
    right: "chi_tieu: {a: {doi_tuong: hộ nghèo, so_sanh: it_nhat, gia_tri: 95, don_vi: \"%\", ket_qua: có nhà ở}}",
    check,
};

/// What may be reached by more than all of it: «110% kế hoạch».
const SURPASSED: [&str; 5] = ["kế hoạch", "dự toán", "chỉ tiêu", "nhu cầu", "yêu cầu"];

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (_, target) in Target::with_parts(&case.plan.targets) {
        let is_share = target.population.is_some() && target.name.is_none() && target.text.is_none();
        let is_rate = target.unit.as_ref().is_some_and(|unit| unit.is("%"));
        // «so với» may make it a comparison with what was before or was planned.
        let is_surpassed = target.population.as_ref().is_some_and(|population| {
            let letters = population.letters().to_lowercase();
            SURPASSED.iter().any(|word| letters.contains(word))
        });
        if is_surpassed || !is_share || !is_rate || target.result.is_none() || target.against.is_some() {
            continue;
        }
        let levels = [(VALUE.name(), &target.value), (LEVEL.name(), &target.level)];
        for (key, level) in levels.into_iter().filter_map(|(key, level)| Some((key, level.as_ref()?))) {
            if Decimal::whole(100).is_less_than(level.value) {
                let message = format!("«{key}» là {}% của đối tượng, quá 100%", level.value.display());
                let help = "sửa số; đó không phải tỷ lệ của đối tượng thì viết cả câu vào «loi»";
                found.push(Diagnostic::error(ABOVE_HUNDRED, level.span.clone(), message).as_warning().help(help));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn a_share_is_no_more_than_all() {
        let message = "cảnh báo «195»: «gia_tri» là 195% của đối tượng, quá 100%";
        check(&RULE, RULE.wrong, &[message]);
        check(&RULE, &RULE.wrong.replace("195", "100"), &[]);
        check(&RULE, &RULE.wrong.replace("\"%\"", "hộ"), &[]);
        check(&RULE, &RULE.wrong.replace("hộ nghèo", "dự toán được giao"), &[]);
        check(&RULE, &RULE.wrong.replace("doi_tuong", "ten"), &[]);
        check(&RULE, &RULE.wrong.replace("ket_qua: có nhà ở", "so_voi: năm 2025, ket_qua: có việc"), &[]);
    }
}
