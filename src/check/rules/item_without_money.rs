//! An item of the funding whose money was forgotten.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::funding::{ALLOCATIONS, AMOUNT, BASIS, BY_SOURCE, BY_YEAR, Funding, FundingItem, NAME, Nested};

/// An item without money.
pub const WITHOUT_MONEY: Code = Code {
    id: "KH-0490",
    title: "khoản chi chưa ghi tiền",
    about: "Khóa ghi tiền của khoản chi còn trống, hoặc khoản này không có tiền trong khi các khoản bên cạnh đều có, nên kinh phí không \
            có tổng. Ghi số tiền; chưa xác định được thì viết theo: phan_bo hoặc theo: nhu_cau.",
};

/// An item has neither money nor words in its place, beside items that have it.
pub static RULE: Rule = Rule {
    code: WITHOUT_MONEY,
    level: Severity::Warning,
    reason: "một khoản không có tiền thì cả kinh phí không có tổng",
    about: WITHOUT_MONEY.about,
    wrong: "kinh_phi: {khoan: {a: {ten: Cây giống, so_tien: 10 triệu đồng}, b: {ten: Tập huấn, so_tien: }}}",
    right: "kinh_phi: {khoan: {a: {ten: Cây giống, so_tien: 10 triệu đồng}, b: {ten: Tập huấn, theo: phan_bo}}}",
    check,
};

/// The keys that say how much an item is.
const MONEY: [&str; 5] = [AMOUNT.name(), BASIS.name(), ALLOCATIONS.name(), BY_SOURCE.name(), BY_YEAR.name()];

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for nested in case.plan.funding.iter().flat_map(Funding::all_items).filter(|nested| is_empty(nested.item)) {
        let (name, place) = (&nested.id.name, &nested.item.place);
        let blank = MONEY.into_iter().find(|key| place.has(key));
        let message = if let Some(key) = blank {
            format!("«{key}» của khoản «{name}» còn trống")
        } else if leaves_no_total(case.plan, &nested) {
            format!("khoản «{name}» chưa có số tiền, nên kinh phí không có tổng")
        } else {
            continue;
        };
        let (amount, basis) = (&AMOUNT.key, &BASIS.key);
        let help = format!(
            "viết {}: {}; chưa xác định được thì viết {}: {} thay cho số tiền",
            amount.key, amount.example, basis.key, basis.example
        );
        found.push(
            Diagnostic::error(WITHOUT_MONEY, place.of(blank.unwrap_or(NAME.name())), message).as_warning().help(help),
        );
    }
}

/// Whether an item says nothing of its money, and nothing that it says was refused.
fn is_empty(item: &FundingItem) -> bool {
    let is_silent = item.basis.is_none() && item.ways().is_empty() && item.whole().is_none();
    is_silent && item.is_money() && item.place.refused.is_empty()
}

/// Whether the items beside one have money, and nobody has written what they make up together.
fn leaves_no_total(plan: &Plan, nested: &Nested<'_>) -> bool {
    let Some(funding) = &plan.funding else { return false };
    let (items, is_stated) = match nested.within.last() {
        Some((_, parent)) => (&parent.children, parent.amount.is_some()),
        None => (&funding.items, funding.total.is_some() || funding.stated.is_some()),
    };
    !is_stated && items.values().any(|item| item.whole().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn items(items: &str, expected: &[&str]) {
        check(&RULE, &format!("kinh_phi: {{khoan: {{{items}}}}}"), expected);
    }

    #[test]
    fn a_blank_is_no_money() {
        let message = "cảnh báo «so_tien»: «so_tien» của khoản «b» còn trống";
        items("a: {ten: A, so_tien: 1 đồng}, b: {ten: B, so_tien: }", &[message]);
        items("b: {ten: B, so_tien: ~}", &[message]);
        items("b: {ten: B, so_tien: ~, theo: phan_bo}", &[]);
        items("b: {ten: B, so_tien: ~, theo_nguon: {n: 1 đồng}}", &[]);
    }

    #[test]
    fn an_item_without_money_takes_the_total_away() {
        let message = "cảnh báo «ten»: khoản «b» chưa có số tiền, nên kinh phí không có tổng";
        items("a: {ten: A, so_tien: 1 đồng}, b: {ten: B}", &[message]);
        items("a: {ten: A}, b: {ten: B}", &[]);
        items("a: {ten: A, so_tien: 1 đồng}, b: {ten: B, hien_vat: co, so_luong: 1, don_vi: công}", &[]);
        items("a: {ten: A, so_tien: 1 đồng, khoan: {c: {ten: C, so_tien: 1 đồng}, b: {ten: B}}}", &[]);
    }
}
