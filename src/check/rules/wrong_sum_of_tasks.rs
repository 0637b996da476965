//! A group of tasks whose money its tasks do not make up.

use crate::check::codes::WRONG_SUM;
use crate::check::rule::{Case, Rule};
use crate::check::sums::Sum;
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::task::{AMOUNT, Task};
use crate::value::{Amount, MONEY_UNITS, Money, MoneyUnit};

/// The money of a group differs from what its tasks cost together.
pub static RULE: Rule = Rule {
    code: WRONG_SUM,
    level: Severity::Error,
    reason: "số tiền của nhóm phải bằng các nhiệm vụ bên trong",
    about: "Các nhiệm vụ trong nhóm cộng lại không bằng số tiền của nhóm; khi có nhiệm vụ chưa ghi số tiền thì không được vượt \
            số của nhóm. Sửa số sai, hoặc xóa số của nhóm để chương trình tự cộng.",
    wrong: "nhiem_vu: {n: {viec: N, so_tien: 5 đồng, nhiem_vu: {a: {viec: A, so_tien: 2 đồng}, b: {viec: B, so_tien: 2 đồng}}}}",
    right: "nhiem_vu: {n: {viec: N, so_tien: 4 đồng, nhiem_vu: {a: {viec: A, so_tien: 2 đồng}, b: {viec: B, so_tien: 2 đồng}}}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (_, group) in Task::all(&case.plan.tasks) {
        let Some(own) = &group.amount else { continue };
        let inside = group.tasks.values().filter_map(|task| Some((task.whole()?, task.place.of(AMOUNT.name()))));
        let (known, places): (Vec<_>, Vec<_>) = inside.unzip();
        let sum = Money::sum(known.iter().copied());
        let is_whole = |unit: &MoneyUnit| own.value.0 % unit.dong == 0 && sum.0 % unit.dong == 0;
        let amounts: Vec<_> = known.iter().copied().map(Amount::exactly).collect();
        let told = Sum {
            said: "nhóm nhiệm vụ ghi",
            stated: Amount::exactly(own.value),
            parts: "các nhiệm vụ bên trong",
            amounts: &amounts,
            unit: MONEY_UNITS.into_iter().find(is_whole).unwrap_or(MONEY_UNITS[3]),
            places: &places,
        };
        // What is not known may be the rest.
        if sum > own.value || !known.is_empty() && known.len() == group.tasks.len() {
            found.extend(told.judge(&group.place.of(AMOUNT.name()), "sửa số sai, hoặc xóa số tiền của nhóm"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn what_is_not_known_may_be_the_rest() {
        let group =
            |own: &str, tasks: &str| format!("nhiem_vu: {{n: {{viec: N, so_tien: {own}, nhiem_vu: {{{tasks}}}}}}}");
        check(&RULE, &group("5 đồng", "a: {viec: A, so_tien: 2 đồng}, b: {viec: B}"), &[]);
        let message =
            "lỗi «so_tien»: nhóm nhiệm vụ ghi 5 đồng, các nhiệm vụ bên trong cộng lại được 6 đồng, chênh 1 đồng";
        check(&RULE, &group("5 đồng", "a: {viec: A, so_tien: 6 đồng}, b: {viec: B}"), &[message]);
        let inner = "g: {viec: G, nhiem_vu: {a: {viec: A, so_tien: 6 đồng}}}";
        check(&RULE, &group("5 đồng", inner), &[message]);
    }
}
