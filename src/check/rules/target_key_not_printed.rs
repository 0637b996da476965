//! Keys of a target that its sentence has no place for.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::target::{
    BASE, BREAKDOWN, COMPARATOR, DECREASE, END, FRACTION, INCREASE, LEVEL, POPULATION, RESULT, TEXT, Target, UNIT,
    VALUE,
};

/// A key of a target that its sentence does not print.
pub const KEY_NOT_PRINTED: Code = Code {
    id: "KH-0307",
    title: "khóa không được in",
    about: "Câu của chỉ tiêu do cách viết giá trị quyết định, và không phải khóa nào cũng có chỗ trong mọi câu. Viết cả câu vào \
            khóa loi (khi ấy các khóa khác chỉ là số liệu), hoặc xóa khóa thừa.",
};

/// A target has keys that the sentence of its form does not print.
pub static RULE: Rule = Rule {
    code: KEY_NOT_PRINTED,
    level: Severity::Warning,
    reason: "điều đã viết mà không in thì người đọc không biết",
    about: KEY_NOT_PRINTED.about,
    wrong: "chi_tieu: {a: {ten: tỷ lệ hộ nghèo, ket_qua: được giảm, giam: 2, don_vi: \"%\"}}",
    right: "chi_tieu: {a: {ten: tỷ lệ hộ nghèo, giam: 2, don_vi: \"%\"}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (_, target) in Target::with_parts(&case.plan.targets) {
        judge(target, found);
        for part in target.parts.values().filter(|part| part.text.is_none() && !part.breakdown.is_empty()) {
            let key = BREAKDOWN.name();
            let message = format!("«{key}» của chỉ tiêu nằm trong chỉ tiêu khác không được in");
            let help = "đưa chỉ tiêu này ra thành chỉ tiêu riêng, hoặc xóa khóa";
            found.push(Diagnostic::error(KEY_NOT_PRINTED, part.place.of(key), message).as_warning().help(help));
        }
    }
}

fn judge(target: &Target, found: &mut Vec<Diagnostic>) {
    let left = not_printed(target);
    if let Some(first) = left.first() {
        let keys: Vec<_> = left.iter().map(|key| format!("«{key}»")).collect();
        let message = format!("câu của chỉ tiêu này không in {}", keys.join(", "));
        // A comparison or a unit without a value is mostly a value that was forgotten.
        let value = if [COMPARATOR.name(), UNIT.name()].iter().any(|key| left.contains(key)) {
            format!("thêm giá trị («{}», «{}» …), ", VALUE.name(), DECREASE.name())
        } else {
            String::new()
        };
        let help = format!("{value}viết cả câu vào «{}», hoặc xóa khóa", TEXT.name());
        found.push(Diagnostic::error(KEY_NOT_PRINTED, target.place.of(first), message).as_warning().help(help));
    }
}

/// The keys that a target's sentence leaves out, as `cau/chi_tieu.xml` puts it together.
fn not_printed(target: &Target) -> Vec<&'static str> {
    let figures =
        [VALUE.name(), LEVEL.name(), BASE.name(), END.name(), DECREASE.name(), INCREASE.name(), FRACTION.name()];
    let has_half = target.from.is_some() != target.to.is_some();
    if target.text.is_some() || has_half || figures.into_iter().any(|figure| target.place.is_refused(figure)) {
        return Vec::new();
    }
    let set_above = target.set_by.is_some();
    let counted = target.population.is_some() && !set_above;
    let has_ends = target.from.is_some() && target.to.is_some() && !counted;
    let measured = target.value.is_some()
        || target.level.is_some()
        || target.decrease.is_some()
        || target.increase.is_some()
        || has_ends;
    let has_value = (measured || target.fraction.is_some()) && !set_above;
    let tells_result = counted || !has_value || target.value.is_some() && !has_ends;
    let needs_unit = measured && !set_above || !target.steps.0.is_empty() || !target.breakdown.is_empty();
    let keys = [
        (POPULATION.name(), target.population.is_some() && set_above),
        (RESULT.name(), target.result.is_some() && (set_above || !tells_result)),
        (COMPARATOR.name(), target.comparator.is_some() && !has_value),
        (BASE.name(), target.from.is_some() && counted),
        (END.name(), target.to.is_some() && counted),
        (UNIT.name(), target.unit.is_some() && !needs_unit),
    ];
    keys.into_iter().filter(|(_, left)| *left).map(|(key, _)| key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn left(keys: &str, expected: &str) {
        let message = format!("cảnh báo «{}»: câu của chỉ tiêu này không in {expected}", first(expected));
        let messages: &[&str] = if expected.is_empty() { &[] } else { &[&message] };
        check(&RULE, &format!("chi_tieu: {{a: {{{keys}}}}}"), messages);
    }

    fn first(keys: &str) -> &str {
        keys.split(['«', '»']).nth(1).unwrap_or_default()
    }

    #[test]
    fn results_are_told_only_of_what_is_counted_or_reached() {
        left("ten: a, ket_qua: b, giam: 2", "«ket_qua»");
        left("ten: a, ket_qua: b, tu: 1, den: 2", "«ket_qua»");
        left("ten: a, ket_qua: b, phan: 1/2", "«ket_qua»");
        left("ten: a, ket_qua: b, gia_tri: 2", "");
        left("ten: a, ket_qua: b", "");
        left("doi_tuong: a, ket_qua: b, giam: 2", "");
        left("ten: a, ket_qua: b, doi_tuong: c, giao: tỉnh", "«doi_tuong», «ket_qua»");
    }

    #[test]
    fn a_comparison_and_a_unit_need_a_value() {
        left("ten: a, so_sanh: it_nhat", "«so_sanh»");
        left("ten: a, so_sanh: it_nhat, con: 1", "");
        left("ten: a, so_sanh: it_nhat, phan: 1/2", "");
        left("ten: a, don_vi: hộ", "«don_vi»");
        left("ten: a, don_vi: hộ, phan: 1/2", "«don_vi»");
        left("ten: a, don_vi: hộ, tung_nam: {2026: 1}", "");
        left("doi_tuong: a, don_vi: hộ, tu: 1, den: 2", "«tu», «den», «don_vi»");
    }

    #[test]
    fn own_words_win() {
        left("loi: a, ten: b, ket_qua: c, giam: 1, don_vi: hộ, so_sanh: tren", "");
    }

    #[test]
    fn a_target_within_another_has_no_places() {
        let message = "cảnh báo «phan_bo»: «phan_bo» của chỉ tiêu nằm trong chỉ tiêu khác không được in";
        let part = "{ten: b, gia_tri: 1, phan_bo: [{noi: A, gia_tri: 1}]}";
        check(&RULE, &format!("chi_tieu: {{a: {{ten: a, gia_tri: 1, trong_do: {{b: {part}}}}}}}"), &[message]);
    }
}
