//! A rate of households of a commune that is to change by less than one household.

use crate::check::prose::distance;
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::target::{BASE, DECREASE, INCREASE, Target};
use crate::value::{Decimal, IdOrText};

/// A change of a rate is less than one household.
pub const BELOW_ONE: Code = Code {
    id: "KH-0464",
    title: "mức giảm chưa tới một hộ",
    about: "Tỷ lệ hộ của một xã, phường tăng, giảm ít đến mức chưa tròn một hộ, trừ khi địa bàn có rất nhiều hộ. Xem lại hai mức, \
            hoặc giao chỉ tiêu bằng số hộ.",
};

/// A rate of households of a commune is to change by less than one household, unless it has very many.
pub static RULE: Rule = Rule {
    code: BELOW_ONE,
    level: Severity::Info,
    reason: "chỉ tiêu giảm nghèo phải ứng với ít nhất một hộ",
    about: BELOW_ONE.about,
    wrong: "co_quan_ban_hanh: Ủy ban nhân dân xã A\nchi_tieu: {a: {ten: tỷ lệ hộ nghèo, tu: \"0,82\", den: \"0,79\", don_vi: \"%\"}}",
    right: "co_quan_ban_hanh: Ủy ban nhân dân xã A\nchi_tieu: {a: {ten: tỷ lệ hộ nghèo, tu: \"0,82\", den: \"0,59\", don_vi: \"%\"}}",
    check,
};

/// More households than most communes have.
const MANY: i128 = 3_000;

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    if !is_of_commune(case.plan) {
        return;
    }
    let targets = Target::with_parts(&case.plan.targets).into_iter().map(|(_, target)| target);
    for target in targets.filter(|target| target.text.is_none() && is_rate_of_households(target)) {
        let Some((key, change)) = change(target) else { continue };
        let (top, bottom) = change.to_fraction();
        // One household of so many is the change.
        let Some(households) = bottom.checked_mul(100).filter(|_| top > 0).map(|whole| whole.div_euclid(top)) else {
            continue;
        };
        if households >= MANY {
            let (change, households) = (change.display(), Decimal::whole(households).display());
            let message =
                format!("tỷ lệ thay đổi {change} điểm %: chưa tới một hộ, nếu địa bàn có dưới {households} hộ");
            let finding = Diagnostic::error(BELOW_ONE, target.place.of(key), message);
            let help = "xem lại hai mức, hoặc giao chỉ tiêu bằng số hộ";
            found.push(Diagnostic { severity: Severity::Info, ..finding }.help(help));
        }
    }
}

/// Whether a commune, a ward or a town issues a plan.
fn is_of_commune(plan: &Plan) -> bool {
    let name = |issuer: &IdOrText<_>| match issuer {
        IdOrText::Id(id) => plan.bodies.get(&id.name).and_then(|body| body.name.as_ref()).map(|name| name.letters()),
        IdOrText::Text(text) => Some(text.letters()),
    };
    let is_commune = |name: String| {
        let name = name.to_lowercase();
        [" xã ", " phường ", " thị trấn "].iter().any(|word| name.contains(word))
    };
    plan.issuers.iter().filter_map(name).any(is_commune)
}

fn is_rate_of_households(target: &Target) -> bool {
    let name = target.name.as_ref().map(|name| name.letters().to_lowercase()).unwrap_or_default();
    ["tỷ lệ hộ ", "tỉ lệ hộ "].iter().any(|word| name.starts_with(word))
}

/// How many points a rate changes by, and the key that says so.
fn change(target: &Target) -> Option<(&'static str, Decimal)> {
    let unit = target.unit.as_ref()?.letters();
    if let (Some(from), Some(to), "%") = (&target.from, &target.to, unit.as_str()) {
        return Some((BASE.name(), distance(from.value, to.value)?));
    }
    let in_points = ["điểm %", "điểm phần trăm"].contains(&unit.as_str());
    let changes = [(DECREASE.name(), &target.decrease), (INCREASE.name(), &target.increase)];
    let (key, change) = changes.into_iter().find_map(|(key, change)| Some((key, change.as_ref()?.value)))?;
    (in_points && change.high.is_none()).then_some((key, change.low))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn only_a_commune_has_few_households() {
        let plan = |issuer: &str, keys: &str| {
            format!("co_quan_ban_hanh: Ủy ban nhân dân {issuer}\nchi_tieu: {{a: {{ten: tỷ lệ hộ nghèo, {keys}}}}}")
        };
        let message = "lưu ý «tu»: tỷ lệ thay đổi 0,03 điểm %: chưa tới một hộ, nếu địa bàn có dưới 3.333 hộ";
        check(&RULE, &plan("xã A", "tu: \"0,82\", den: \"0,79\", don_vi: \"%\""), &[message]);
        check(&RULE, &plan("tỉnh A", "tu: \"0,82\", den: \"0,79\", don_vi: \"%\""), &[]);
        check(&RULE, &plan("xã A", "tu: \"0,85\", den: \"0,79\", don_vi: \"%\""), &[]);
        let message = "lưu ý «giam»: tỷ lệ thay đổi 0,01 điểm %: chưa tới một hộ, nếu địa bàn có dưới 10.000 hộ";
        check(&RULE, &plan("phường A", "giam: \"0,01\", don_vi: điểm %"), &[message]);
        check(&RULE, &plan("phường A", "giam: \"0,01\", don_vi: \"%\""), &[]);
    }
}
