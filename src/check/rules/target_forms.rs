//! A target that states its value in two ways, or half of one.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::target::{BASE, DECREASE, END, FRACTION, INCREASE, LEVEL, SET_BY, Target, VALUE};

/// A target has two forms of value, or one end of a range without the other.
pub static RULE: Rule = Rule {
    code: Code::Incompatible,
    level: Severity::Error,
    reason: "một chỉ tiêu có một giá trị",
    about: "Chỉ tiêu nêu giá trị theo một cách: mức phải đạt, từ mức đến mức, lượng giảm, lượng tăng, mức còn lại, phần, hoặc do \
            cấp trên giao. Giữ một cách.",
    wrong: "chi_tieu: {a: {ten: số hộ nghèo, con: 5, giam: 2}}",
    right: "chi_tieu: {a: {ten: số hộ nghèo, giam: 2}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (_, target) in Target::with_parts(&case.plan.targets).into_iter().filter(|(_, target)| target.text.is_none()) {
        let given = forms(target);
        if let [first, second, ..] = given.as_slice() {
            let message = format!("chỉ tiêu không thể vừa có «{first}» vừa có «{second}»");
            let finding = Diagnostic::error(Code::Incompatible, target.place.of(second), message);
            found.push(finding.help("giữ một cách viết giá trị"));
        } else if is_half(target) {
            let message = format!("«{}» và «{}» phải đi cùng nhau", BASE.name(), END.name());
            let help = format!("thêm mức còn thiếu, hoặc dùng «{}»", VALUE.name());
            found.push(Diagnostic::error(Code::Incompatible, target.place.first_line(), message).help(help));
        }
    }
}

/// Whether one end of a range stands without the other; levels by year go on from a base alone.
fn is_half(target: &Target) -> bool {
    let (base, end) = (target.place.has(BASE.name()), target.place.has(END.name()));
    base != end && (!base || target.steps.0.is_empty())
}

/// The ways in which a target states its value, by their keys.
fn forms(target: &Target) -> Vec<&'static str> {
    let ends = if target.from.is_some() { BASE.name() } else { END.name() };
    let forms = [
        (VALUE.name(), target.value.is_some()),
        (ends, target.from.is_some() || target.to.is_some()),
        (DECREASE.name(), target.decrease.is_some()),
        (INCREASE.name(), target.increase.is_some()),
        (LEVEL.name(), target.level.is_some()),
        (FRACTION.name(), target.fraction.is_some()),
        (SET_BY.name(), target.set_by.is_some()),
    ];
    forms.into_iter().filter(|(_, given)| *given).map(|(key, _)| key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn a_target_has_one_form_of_value() {
        let target = |keys: &str| format!("chi_tieu: {{a: {{ten: a, {keys}}}}}");
        let message = "lỗi «giam»: chỉ tiêu không thể vừa có «gia_tri» vừa có «giam»";
        check(&RULE, &target("gia_tri: 1, giam: 2"), &[message]);
        let message = "lỗi «giao»: chỉ tiêu không thể vừa có «con» vừa có «giao»";
        check(&RULE, &target("giao: tỉnh, con: 2"), &[message]);
        check(&RULE, &target("tu: 1, den: 2"), &[]);
        check(&RULE, &target("giao: tỉnh"), &[]);
        check(&RULE, &target("loi: A, gia_tri: 1, giam: 2"), &[]);
    }

    #[test]
    fn a_range_has_two_ends() {
        check(&RULE, "chi_tieu: {a: {ten: a, tu: 1, tung_nam: {2026: 2}}}", &[]);
        let message = "lỗi «{ten: a, tu: 1»: «tu» và «den» phải đi cùng nhau";
        check(&RULE, "chi_tieu: {x: {ten: X, trong_do: {a: {ten: a, tu: 1}}}}", &[message]);
        let message = "lỗi «{ten: a, den: 1»: «tu» và «den» phải đi cùng nhau";
        check(&RULE, "chi_tieu: {a: {ten: a, den: 1}}", &[message]);
    }
}
