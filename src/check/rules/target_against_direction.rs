//! A target whose numbers go another way than it says.

use std::collections::BTreeMap;

use crate::check::prose::distance;
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::target::{BASE, DECREASE, END, INCREASE, STEPS, Target};
use crate::value::{Decimal, Text};

/// The numbers of a target go another way than it says.
pub const AGAINST_DIRECTION: Code = Code {
    id: "KH-0458",
    title: "số của chỉ tiêu đi ngược chiều",
    about: "Chỉ tiêu viết giảm mà mức cuối lớn hơn mức đầu (hoặc viết tăng mà nhỏ hơn); mức của một năm nằm ngoài hai mức đầu và \
            cuối; hoặc lượng giảm, tăng của một chỉ tiêu khác hiệu hai mức của chỉ tiêu cùng tên. Sửa số sai.",
};

/// The numbers of a target go another way than it says, or those of two targets of one name do not fit.
pub static RULE: Rule = Rule {
    code: AGAINST_DIRECTION,
    level: Severity::Error,
    reason: "mức cuối bằng mức đầu cộng hoặc trừ lượng thay đổi",
    about: AGAINST_DIRECTION.about,
    wrong: "chi_tieu: {a: {ten: tỷ lệ hộ nghèo, tu: 5, den: 3, don_vi: \"%\"}, b: {ten: tỷ lệ hộ nghèo, giam: 1, don_vi: điểm %}}",
    right: "chi_tieu: {a: {ten: tỷ lệ hộ nghèo, tu: 5, den: 3, don_vi: \"%\"}, b: {ten: tỷ lệ hộ nghèo, giam: 2, don_vi: điểm %}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let all = Target::with_parts(&case.plan.targets);
    let targets: Vec<&Target> =
        all.into_iter().map(|(_, target)| target).filter(|target| target.text.is_none()).collect();
    let mut changes: BTreeMap<String, Vec<&Target>> = BTreeMap::new();
    for target in targets.iter().filter(|target| target.decrease.is_some() || target.increase.is_some()) {
        changes.entry(name(target)).or_default().push(target);
    }
    for target in &targets {
        if let Some((from, to)) = ends(target) {
            found.extend(wrong_way(target, from, to).or_else(|| step_outside(target, from, to)));
            // Two changes of one name are those of two groups of people.
            let namesakes = changes.get(&name(target)).map_or(&[][..], Vec::as_slice);
            if let [change] = namesakes
                && is_change_of(target, change)
            {
                found.extend(other_change(target, change, from, to));
            }
        }
    }
}

fn name(target: &Target) -> String {
    target.name.as_ref().map(|name| name.letters().trim().to_lowercase()).unwrap_or_default()
}

/// The first and the last level of a target.
fn ends(target: &Target) -> Option<(Decimal, Decimal)> {
    Some((target.from.as_ref()?.value, target.to.as_ref()?.value)).filter(|_| target.comparator.is_none())
}

/// Whether a target says that it goes a way: `mo: Phấn đấu giảm`, `ten: giảm tỷ lệ hộ nghèo`.
fn says(target: &Target, ways: &[&str]) -> bool {
    let words = |text: &Option<Text>| text.as_ref().map(|text| text.letters().to_lowercase()).unwrap_or_default();
    let (lead_in, name) = (words(&target.lead_in), words(&target.name));
    let ends =
        [lead_in.split_whitespace().next(), lead_in.split_whitespace().next_back(), name.split_whitespace().next()];
    ends.into_iter().flatten().any(|word| ways.contains(&word))
}

fn wrong_way(target: &Target, from: Decimal, to: Decimal) -> Option<Diagnostic> {
    let (way, than) = if says(target, &["giảm"]) && from.is_less_than(to) {
        ("giảm", "lớn hơn")
    } else if says(target, &["tăng", "nâng"]) && to.is_less_than(from) {
        ("tăng", "nhỏ hơn")
    } else {
        return None;
    };
    let message = format!("chỉ tiêu viết {way}, mà mức cuối {} {than} mức đầu {}", to.display(), from.display());
    let finding = Diagnostic::error(AGAINST_DIRECTION, target.place.of(END.name()), message);
    Some(finding.label(target.place.of(BASE.name()), "mức đầu").help("đổi chỗ hai mức, hoặc sửa chữ tăng, giảm"))
}

/// A year whose level lies outside the first and the last one.
fn step_outside(target: &Target, from: Decimal, to: Decimal) -> Option<Diagnostic> {
    let (low, high) = if from.is_less_than(to) { (from, to) } else { (to, from) };
    // A plan that looks beyond its period goes on beyond its last level.
    let mut last = from;
    let is_down = to.is_less_than(from);
    let turned = target.steps.0.iter().find(|(_, level)| {
        let back = if is_down { last.is_less_than(*level) } else { level.is_less_than(last) };
        last = *level;
        back
    });
    let (year, level) = turned?;
    let (way, low, high) = (if is_down { "giảm" } else { "tăng" }, low.display(), high.display());
    let (shown, year) = (level.display(), year.0);
    let message = format!("chỉ tiêu {way} giữa {low} và {high}, mà mức năm {year} là {shown}, đi ngược năm trước");
    let finding = Diagnostic::error(AGAINST_DIRECTION, target.place.of(STEPS.name()), message);
    Some(finding.help("sửa mức của năm ấy, hoặc mức của năm trước nó"))
}

/// Whether a target is how much another one changes.
fn is_change_of(levels: &Target, change: &Target) -> bool {
    let letters = |text: &Option<Text>| text.as_ref().map(|text| text.letters().trim().to_lowercase());
    let units = (letters(&levels.unit), letters(&change.unit));
    let in_points = units.1.as_deref().is_some_and(|unit| ["điểm %", "điểm phần trăm"].contains(&unit));
    let is_alike =
        units.0 == units.1 && units.0.as_deref() != Some("%") || units.0.as_deref() == Some("%") && in_points;
    let is_same = letters(&levels.population) == letters(&change.population);
    let is_plain = change.comparator.is_none() && change.per.is_none();
    levels.name.is_some() && is_alike && is_same && is_plain
}

fn other_change(levels: &Target, change: &Target, from: Decimal, to: Decimal) -> Option<Diagnostic> {
    let is_down = to.is_less_than(from);
    let (given, key) = match (&change.decrease, &change.increase) {
        (Some(decrease), None) if is_down => (decrease, DECREASE.name()),
        (None, Some(increase)) if !is_down => (increase, INCREASE.name()),
        (Some(_) | None, _) => return None,
    };
    let (given, right) = (Some(given.value).filter(|given| given.high.is_none())?.low, distance(from, to)?);
    if right.equals(given) || right.to_decimals(given.decimals()).equals(given) {
        return None;
    }
    let (from, to, right, given) = (from.display(), to.display(), right.display(), given.display());
    let way = if is_down { "giảm" } else { "tăng" };
    let message = format!("chỉ tiêu này {way} {given}, mà chỉ tiêu cùng tên từ {from} đến {to} là {way} {right}");
    let finding = Diagnostic::error(AGAINST_DIRECTION, change.place.of(key), message);
    Some(
        finding
            .label(levels.place.of(END.name()), "hai mức ở đây")
            .help(format!("sửa thành {right}, hoặc sửa một mức")),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn target(keys: &str, expected: &[&str]) {
        check(&RULE, &format!("thoi_ky: 2026-2028\nchi_tieu: {{a: {{{keys}}}}}"), expected);
    }

    #[test]
    fn levels_go_the_way_that_is_said() {
        let message = "lỗi «den»: chỉ tiêu viết giảm, mà mức cuối 5 lớn hơn mức đầu 3";
        target("ten: giảm tỷ lệ hộ nghèo, tu: 3, den: 5", &[message]);
        target("ten: giảm tỷ lệ hộ nghèo, tu: 5, den: 3", &[]);
        let message = "lỗi «den»: chỉ tiêu viết tăng, mà mức cuối 3 nhỏ hơn mức đầu 5";
        target("mo: Tăng tỷ lệ, ten: hộ dùng nước sạch, tu: 5, den: 3", &[message]);
    }

    #[test]
    fn years_go_one_way() {
        target("ten: A, tu: 5, den: 3, tung_nam: {2026: 4, 2027: 4, 2028: 3}", &[]);
        let message = "lỗi «tung_nam»: chỉ tiêu giảm giữa 3 và 5, mà mức năm 2027 là 4,5, đi ngược năm trước";
        target("ten: A, tu: 5, den: 3, tung_nam: {2026: 4, 2027: \"4,5\", 2028: 3}", &[message]);
        target("ten: A, tu: 5, den: 3, so_sanh: duoi, tung_nam: {2026: 4, 2027: \"4,5\", 2028: 3}", &[]);
    }

    #[test]
    fn a_change_lies_between_the_levels_of_its_namesake() {
        let plan = |change: &str| {
            format!(
                "chi_tieu: {{a: {{ten: tỷ lệ hộ nghèo, tu: \"13,09\", den: \"10,57\", don_vi: \"%\"}}, b: {{ten: tỷ lệ hộ nghèo, {change}}}}}"
            )
        };
        check(&RULE, &plan("giam: \"2,52\", don_vi: điểm %"), &[]);
        check(&RULE, &plan("giam: \"2,5\", don_vi: điểm phần trăm"), &[]);
        check(&RULE, &plan("giam: 9, don_vi: \"%\""), &[]);
        check(&RULE, &plan("giam: 9, so_sanh: tren, don_vi: điểm %"), &[]);
        let message = "lỗi «giam»: chỉ tiêu này giảm 2,25, mà chỉ tiêu cùng tên từ 13,09 đến 10,57 là giảm 2,52";
        check(&RULE, &plan("giam: \"2,25\", don_vi: điểm %"), &[message]);
    }
}
