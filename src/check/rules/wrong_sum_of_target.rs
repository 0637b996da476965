//! A target whose places do not add up to it.

use crate::check::codes::WRONG_SUM;
use crate::check::culprit::{Who, culprit};
use crate::check::prose::distance;
use crate::check::rule::{Case, Rule};
use crate::check::sums::{addends_told, severity, with_culprit};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::target::{Amount, BREAKDOWN, Target};
use crate::value::{Agreement, Decimal};

/// What the places of a target reach differs from the target.
pub static RULE: Rule = Rule {
    code: WRONG_SUM,
    level: Severity::Error,
    reason: "chỉ tiêu giao cho các nơi phải bằng chỉ tiêu chung",
    about: "Các nơi cộng lại không bằng giá trị của chỉ tiêu. Với «khoảng», sai lệch quá 5% là cảnh báo; với «ít nhất», «tối đa» \
            và các từ tương tự, chỉ báo khi các nơi cộng lại không giữ được mức ấy. Phần trăm không cộng được nên không xét.",
    wrong: "chi_tieu: {a: {ten: số hộ nghèo, giam: 5, phan_bo: [{noi: Thôn 1, gia_tri: 1}, {noi: Thôn 2, gia_tri: 3}]}}",
    right: "chi_tieu: {a: {ten: số hộ nghèo, giam: 5, phan_bo: [{noi: Thôn 1, gia_tri: 2}, {noi: Thôn 2, gia_tri: 3}]}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (_, target) in Target::with_parts(&case.plan.targets) {
        let by_words = target.text.is_some();
        let in_percent = target.unit.as_ref().is_some_and(|unit| unit.is("%"));
        if target.breakdown.is_empty() || by_words || in_percent {
            continue;
        }
        if let (Some(whole), Some(sum)) = (whole(target), sum(target)) {
            found.extend(judge(target, whole, sum));
        }
    }
}

/// The value that the places make up.
fn whole(target: &Target) -> Option<Amount> {
    let number = target.value.as_ref().or(target.level.as_ref()).map(|number| Amount { low: number.value, high: None });
    number.or_else(|| target.decrease.as_ref().or(target.increase.as_ref()).map(|amount| amount.value))
}

fn sum(target: &Target) -> Option<Decimal> {
    let values = target.breakdown.iter().map(|share| share.value.as_ref().map(|value| value.value));
    values.collect::<Option<Vec<_>>>()?.into_iter().try_fold(Decimal::whole(0), Decimal::plus)
}

fn judge(target: &Target, whole: Amount, sum: Decimal) -> Option<Diagnostic> {
    let high = whole.high.unwrap_or(whole.low);
    // Within a range all is as it should be; outside it the nearer end counts.
    if whole.high.is_some() && !sum.is_less_than(whole.low) && !high.is_less_than(sum) {
        return None;
    }
    let end = if sum.is_less_than(whole.low) { whole.low } else { high };
    let bound = target.comparator.as_ref().map(|comparator| comparator.value);
    let level = severity(Agreement::of((end, bound), (sum, None)))?;
    // A bound is not so sure that the plan could not be printed.
    let level = if bound.is_some() { level.min(Severity::Warning) } else { level };
    let words = bound.map(|bound| format!("{} ", bound.word())).unwrap_or_default();
    let range = whole.high.map(|high| format!(" - {}", high.display())).unwrap_or_default();
    let places: Vec<_> = target.breakdown.iter().filter_map(|share| share.value.as_ref()).collect();
    let addends = addends_told(places.iter().map(|place| place.value.display()));
    let far = distance(end, sum).filter(|far| !far.equals(Decimal::whole(0)));
    let far = far.map(|far| format!(", chênh {}", far.display())).unwrap_or_default();
    let (low, sum) = (whole.low.display(), sum.display());
    let message = format!("chỉ tiêu là {words}{low}{range}, các nơi cộng lại được {addends}{sum}{far}");
    let finding = Diagnostic::error(WRONG_SUM, target.place.of(BREAKDOWN.name()), message);
    let finding = Diagnostic { severity: level, ..finding }.help("sửa giá trị của chỉ tiêu hoặc của các nơi");
    let is_exact = bound.is_none() && whole.high.is_none();
    let numbers: Vec<_> = places.iter().map(|place| place.value).collect();
    let Some(culprit) = culprit(end, &numbers).filter(|_| is_exact) else { return Some(finding) };
    let place = match culprit.who {
        Who::Addend(at) => places.get(at).map(|place| place.span.clone()),
        Who::Total => None,
    };
    Some(with_culprit(finding, culprit, place, &culprit.slip.told("nơi này"), &|number| number.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    fn target(value: &str, places: [&str; 2]) -> String {
        let [one, two] = places;
        format!(
            "chi_tieu: {{a: {{ten: số hộ, {value}, phan_bo: [{{noi: A, gia_tri: {one}}}, {{noi: B, gia_tri: {two}}}]}}}}"
        )
    }

    #[test]
    fn places_make_up_the_target() {
        check(&RULE, &target("giam: \"2,5\"", ["1", "\"1,50\""]), &[]);
        let message = "lỗi «phan_bo»: chỉ tiêu là 5, các nơi cộng lại được 1 + 1,5 = 2,5, chênh 2,5";
        check(&RULE, &target("giam: 5", ["1", "\"1,5\""]), &[message]);
        check(&RULE, &target("gia_tri: 5, don_vi: \"%\"", ["1", "2"]), &[]);
        check(&RULE, &target("loi: Giảm hộ nghèo, gia_tri: 5", ["1", "2"]), &[]);
        check(&RULE, &target("giam: [2, 4]", ["1", "2"]), &[]);
        let message = "lỗi «phan_bo»: chỉ tiêu là 4 - 5, các nơi cộng lại được 1 + 2 = 3, chênh 1";
        check(&RULE, &target("giam: [4, 5]", ["1", "2"]), &[message]);
    }

    #[test]
    fn about_is_near() {
        let about = "so_sanh: khoang, gia_tri: 4.200.000";
        let message = "cảnh báo «phan_bo»: chỉ tiêu là khoảng 4.200.000, các nơi cộng lại được 10 + 950.000 = 950.010, chênh 3.249.990";
        check(&RULE, &target(about, ["10", "950.000"]), &[message]);
        let message = "lưu ý «phan_bo»: chỉ tiêu là khoảng 4.200.000, các nơi cộng lại được 3.990.000 + 0 = 3.990.000, chênh 210.000";
        check(&RULE, &target(about, ["3.990.000", "0"]), &[message]);
        let message = "cảnh báo «phan_bo»: chỉ tiêu là khoảng 4.200.000, các nơi cộng lại được 3.989.999 + 0 = 3.989.999, chênh 210.001";
        check(&RULE, &target(about, ["3.989.999", "0"]), &[message]);
        check(&RULE, &target(about, ["4.200.000", "0"]), &[]);
    }

    #[test]
    fn bounds_are_kept() {
        check(&RULE, &target("so_sanh: it_nhat, gia_tri: 5", ["3", "3"]), &[]);
        let message = "cảnh báo «phan_bo»: chỉ tiêu là ít nhất 5, các nơi cộng lại được 1 + 3 = 4, chênh 1";
        check(&RULE, &target("so_sanh: it_nhat, gia_tri: 5", ["1", "3"]), &[message]);
        check(&RULE, &target("so_sanh: khong_qua, gia_tri: 5", ["1", "3"]), &[]);
        let message = "cảnh báo «phan_bo»: chỉ tiêu là trên 5, các nơi cộng lại được 2 + 3 = 5";
        check(&RULE, &target("so_sanh: tren, gia_tri: 5", ["2", "3"]), &[message]);
        let message = "cảnh báo «phan_bo»: chỉ tiêu là không quá 5, các nơi cộng lại được 3 + 3 = 6, chênh 1";
        check(&RULE, &target("so_sanh: khong_qua, gia_tri: 5", ["3", "3"]), &[message]);
    }
}
