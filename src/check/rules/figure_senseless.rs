//! Figures that say nothing where they stand.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::funding::{COUNT, Funding};
use crate::plan::target::{Amount, BASE, DECREASE, END, INCREASE, LEVEL, TEXT, Target, VALUE};
use crate::value::{Decimal, Spanned, Text};

/// A number below zero where something is counted, or a range from a level to the same level.
pub static RULE: Rule = Rule {
    code: Code::BadValue,
    level: Severity::Error,
    reason: "giảm âm, tăng âm, số lượng âm, tăng từ 5 lên 5 không nói được điều gì",
    about: "Lượng giảm, lượng tăng, số lượng và mức của cái đếm được không nhỏ hơn 0; mức đầu kỳ và mức cuối kỳ của chỉ tiêu tăng, \
            giảm phải khác nhau. Giảm một lượng âm là tăng: dùng khóa tang. Mức không đổi thì dùng gia_tri, hoặc viết cả câu vào loi.",
    wrong: "chi_tieu: {a: {ten: số hộ nghèo, giam: -2, don_vi: hộ}}",
    right: "chi_tieu: {a: {ten: số hộ nghèo, tang: 2, don_vi: hộ}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (_, target) in Target::with_parts(&case.plan.targets) {
        judge(target, found);
    }
    for nested in case.plan.funding.iter().flat_map(Funding::all_items) {
        let count = nested.item.count.as_ref().filter(|count| is_negative(count.value));
        found.extend(count.map(|count| below_zero(COUNT.name(), count, "viết số không âm")));
    }
}

fn judge(target: &Target, found: &mut Vec<Diagnostic>) {
    let changes =
        [(DECREASE.name(), &target.decrease, INCREASE.name()), (INCREASE.name(), &target.increase, DECREASE.name())];
    for (key, amount, opposite) in changes {
        let low = |amount: &Spanned<Amount>| Spanned { value: amount.value.low, span: amount.span.clone() };
        let amount = amount.as_ref().map(low).filter(|low| is_negative(low.value));
        let help = format!("viết số không âm; ngược lại thì dùng «{opposite}»");
        found.extend(amount.map(|low| below_zero(key, &low, &help)));
    }
    // What is counted is not below zero; rates, and what has no unit, may be.
    if target.unit.as_ref().is_some_and(is_counted) {
        let levels = [
            (VALUE.name(), &target.value),
            (LEVEL.name(), &target.level),
            (BASE.name(), &target.from),
            (END.name(), &target.to),
        ];
        for (key, level) in levels {
            let level = level.as_ref().filter(|level| is_negative(level.value));
            found.extend(level.map(|level| below_zero(key, level, "viết số không âm")));
        }
    }
    if let (Some(from), Some(to), None) = (&target.from, &target.to, &target.text)
        && from.value.equals(to.value)
    {
        let message =
            format!("«{}» và «{}» cùng là {}: không tăng, không giảm", BASE.name(), END.name(), to.value.display());
        let help =
            format!("sửa một mức; mức không đổi thì dùng «{}», hoặc viết cả câu vào «{}»", VALUE.name(), TEXT.name());
        found.push(Diagnostic::error(Code::BadValue, to.span.clone(), message).as_warning().help(help));
    }
}

fn is_negative(number: Decimal) -> bool {
    number.is_less_than(Decimal::whole(0))
}

/// Whether a unit is that of things that are counted: people, households, houses.
fn is_counted(unit: &Text) -> bool {
    let unit = unit.letters().to_lowercase();
    ["người", "hộ", "nhà", "căn", "lao động", "xã", "thôn", "con", "trẻ", "học sinh", "lượt", "mô hình", "lớp"]
        .iter()
        .any(|counted| unit.starts_with(counted))
}

fn below_zero(key: &str, number: &Spanned<Decimal>, help: &str) -> Diagnostic {
    let message = format!("«{key}» là {}, nhỏ hơn 0", number.value.display());
    Diagnostic::error(Code::BadValue, number.span.clone(), message).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn what_is_counted_is_not_below_zero() {
        let target = |keys: &str| format!("chi_tieu: {{a: {{ten: A, {keys}}}}}");
        check(&RULE, &target("giam: -2"), &["lỗi «-2»: «giam» là -2, nhỏ hơn 0"]);
        check(&RULE, &target("tang: [\"-2\", \"1\"]"), &["lỗi «[\"-2\", \"1\"]»: «tang» là -2, nhỏ hơn 0"]);
        check(&RULE, &target("gia_tri: -3, don_vi: hộ"), &["lỗi «-3»: «gia_tri» là -3, nhỏ hơn 0"]);
        check(&RULE, &target("gia_tri: -3, don_vi: \"%\""), &[]);
        let item = "kinh_phi: {khoan: {b: {ten: B, so_luong: -3, don_vi: con, so_tien: 30 triệu đồng}}}";
        check(&RULE, item, &["lỗi «-3»: «so_luong» là -3, nhỏ hơn 0"]);
    }

    #[test]
    fn a_range_has_two_levels() {
        let target = |keys: &str| format!("chi_tieu: {{a: {{ten: A, {keys}}}}}");
        let message = "cảnh báo «\"5,0\"»: «tu» và «den» cùng là 5,0: không tăng, không giảm";
        check(&RULE, &target("tu: 5, den: \"5,0\""), &[message]);
        check(&RULE, &target("tu: 5, den: 6"), &[]);
        check(&RULE, &target("loi: Giữ mức, tu: 5, den: 5"), &[]);
    }
}
