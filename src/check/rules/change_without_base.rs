//! A target that says by how much, and not from where.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::target::{AGAINST, Amount, BASE, DECREASE, FRACTION, INCREASE, Target};
use crate::source::Span;
use crate::value::{Registry, Spanned};

/// A change without what it is counted from.
pub const WITHOUT_BASE: Code = Code {
    id: "KH-0432",
    title: "mức tăng, giảm không có mốc so sánh",
    about: "Chỉ tiêu ghi tăng, giảm bao nhiêu mà không ghi so với mốc nào, nên cuối kỳ không tính được đã đạt hay chưa. Ghi mức đầu kỳ \
            ở tu, mức cuối kỳ ở con, hoặc mốc ở so_voi: cuối năm 2025. Kế hoạch một năm thì mốc là đầu năm, không phải ghi.",
};

/// A target changes by an amount, and neither it nor the target around it says from where.
pub static RULE: Rule = Rule {
    code: WITHOUT_BASE,
    level: Severity::Warning,
    reason: "không có mốc so sánh thì không đánh giá được chỉ tiêu",
    about: WITHOUT_BASE.about,
    wrong: "thoi_ky: 2026-2030\nchi_tieu: {a: {ten: số hộ nghèo, giam: 45, don_vi: hộ}}",
    right: "thoi_ky: 2026-2030\nchi_tieu: {a: {ten: số hộ nghèo, giam: 45, don_vi: hộ, so_voi: cuối năm 2025}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    // In a plan of one year everybody counts from its beginning; without a period nobody can tell.
    if let Some(period) = case.plan.period.as_ref().filter(|period| period.from < period.to) {
        look(period.from, &case.plan.targets, found);
    }
}

fn look(year: i32, targets: &Registry<Target>, found: &mut Vec<Diagnostic>) {
    // What a target is compared with holds for the targets within it.
    for target in targets.values().filter(|target| !has_base(target)) {
        if let Some((key, told, span)) = change(target) {
            found.push(finding(year, key, &told, span));
        }
        look(year, &target.parts, found);
    }
}

/// Whether a target tells what it is compared with, or leaves that to others: its own words, each year, a higher level.
fn has_base(target: &Target) -> bool {
    let says = |text: &Option<crate::value::Text>| text.as_ref().is_some_and(|text| text.letters().contains("so với"));
    target.text.is_some()
        || [&target.from, &target.level, &target.to, &target.value].iter().any(|level| level.is_some())
        || target.against.is_some()
        || target.per.is_some()
        || target.set_by.is_some()
        || !target.steps.0.is_empty()
        || says(&target.name)
        || says(&target.unit)
}

/// By how much a target changes: the key, the amount with its unit, and where it stands.
fn change(target: &Target) -> Option<(&'static str, String, &Span)> {
    let unit = target.unit.as_ref().map(|unit| unit.letters()).unwrap_or_default();
    let unit = if unit == "%" || unit.is_empty() { unit } else { format!(" {unit}") };
    let amount = |change: &Spanned<Amount>| {
        let (low, high) = (change.value.low.display(), change.value.high.map(|high| format!(" - {}", high.display())));
        format!("{low}{}{unit}", high.unwrap_or_default())
    };
    let given = [(DECREASE.name(), "giảm", &target.decrease), (INCREASE.name(), "tăng", &target.increase)];
    let by_amount = given.into_iter().find_map(|(key, word, change)| {
        let change = change.as_ref()?;
        Some((key, format!("{word} {}", amount(change)), &change.span))
    });
    by_amount.or_else(|| {
        let part = target.fraction.as_ref()?;
        Some((FRACTION.name(), format!("giảm {}/{}", part.value.top, part.value.bottom), &part.span))
    })
}

fn finding(year: i32, key: &str, told: &str, span: &Span) -> Diagnostic {
    let message = format!("chỉ tiêu này {told} mà không ghi so với mốc nào");
    let help = format!(
        "thêm {}: cuối năm {}, hoặc thêm «{}» là mức đầu kỳ bên cạnh «{key}»",
        AGAINST.name(),
        year - 1,
        BASE.name()
    );
    Diagnostic::error(WITHOUT_BASE, span.clone(), message).as_warning().help(help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn target(keys: &str, expected: &[&str]) {
        check(&RULE, &format!("thoi_ky: 2026-2030\nchi_tieu: {{a: {{ten: hộ nghèo, {keys}}}}}"), expected);
    }

    #[test]
    fn a_change_is_counted_from_somewhere() {
        let message = |words: &str| format!("cảnh báo {words} mà không ghi so với mốc nào");
        target("giam: 2, don_vi: \"%\"", &[&message("«2»: chỉ tiêu này giảm 2%")]);
        target("tang: [2, 5], don_vi: hộ", &[&message("«[2, 5]»: chỉ tiêu này tăng 2 - 5 hộ")]);
        target("giam: 2, don_vi: hộ, con: 10", &[]);
        target("giam: [\"0,6\", \"1,0\"], don_vi: \"%\", moi: năm", &[]);
        target("loi: Giảm 2 hộ, giam: 2, don_vi: hộ", &[]);
    }

    #[test]
    fn what_holds_for_a_target_holds_within_it() {
        let parts = "trong_do: {b: {ten: hộ dân tộc thiểu số, giam: 1, don_vi: hộ}}";
        target(&format!("giam: 2, don_vi: hộ, so_voi: đầu kỳ, {parts}"), &[]);
        target(&format!("nhom: x, {parts}"), &["cảnh báo «1»: chỉ tiêu này giảm 1 hộ mà không ghi so với mốc nào"]);
    }

    #[test]
    fn a_plan_of_one_year_counts_from_its_beginning() {
        let plan = "thoi_ky: 2026\nchi_tieu: {a: {ten: hộ nghèo, giam: 2, don_vi: hộ}}";
        check(&RULE, plan, &[]);
    }
}
