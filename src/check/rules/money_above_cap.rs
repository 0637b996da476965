//! More money than the cap allows for so many.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::funding::{CAP, FundingItem};
use crate::value::{Money, MoneyUnit, Text};

/// More money than the cap allows.
pub const ABOVE_CAP: Code = Code {
    id: "KH-0492",
    title: "số tiền vượt mức tối đa",
    about: "Số lượng nhân với mức tối đa cho một đơn vị nhỏ hơn số tiền của khoản. Sửa số lượng, mức tối đa hoặc số tiền; khoản gồm \
            cả việc khác thì tách thành khoản riêng.",
};

/// The count of an item times its cap is less than its money.
pub static RULE: Rule = Rule {
    code: ABOVE_CAP,
    level: Severity::Warning,
    reason: "mỗi đơn vị được nhiều nhất là mức tối đa",
    about: ABOVE_CAP.about,
    wrong: "kinh_phi: {khoan: {a: {ten: Sửa nhà, so_luong: 10, don_vi: hộ, muc_toi_da: 4 triệu đồng, muc_toi_da_cho: hộ, so_tien: 90 triệu đồng}}}",
    right: "kinh_phi: {khoan: {a: {ten: Sửa nhà, so_luong: 10, don_vi: hộ, muc_toi_da: 9 triệu đồng, muc_toi_da_cho: hộ, so_tien: 90 triệu đồng}}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let Some(funding) = &case.plan.funding else { return };
    let items = funding.all_items();
    found.extend(items.iter().filter_map(|nested| judge(nested.item, funding.money_unit())));
}

fn judge(item: &FundingItem, unit: MoneyUnit) -> Option<Diagnostic> {
    let (count, cap, amount) = (item.count.as_ref()?, item.cap.as_ref()?, item.amount.as_ref()?);
    // What is counted must be what the cap is for.
    let letters = |unit: &Text| unit.letters().trim().to_lowercase();
    let is_alike = item.unit.as_ref().map(letters) == item.cap_unit.as_ref().map(letters);
    if !is_alike || amount.value.bound.is_some() {
        return None;
    }
    let (top, bottom) = count.value.to_fraction();
    let most = top.checked_mul(cap.value.0)?;
    if amount.value.money.0.checked_mul(bottom)? <= most {
        return None;
    }
    let message = format!(
        "số tiền ghi {}, nhiều hơn {} × {} = {}",
        amount.value.display(unit),
        count.value.display(),
        cap.value.display(unit),
        Money(most / bottom).display(unit)
    );
    let finding = Diagnostic::error(ABOVE_CAP, amount.span.clone(), message).as_warning();
    let help = format!("sửa số lượng, số tiền hoặc «{}»", CAP.name());
    Some(finding.label(cap.span.clone(), "mức tối đa ở đây").help(help))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn item(keys: &str, expected: &[&str]) {
        check(&RULE, &format!("kinh_phi: {{khoan: {{a: {{ten: A, {keys}}}}}}}"), expected);
    }

    #[test]
    fn no_more_is_paid_than_the_cap_allows() {
        let message =
            "cảnh báo «90 triệu đồng»: số tiền ghi 90 triệu đồng, nhiều hơn 10 × 4 triệu đồng = 40 triệu đồng";
        let cap = "so_luong: 10, don_vi: hộ, muc_toi_da: 4 triệu đồng";
        item(&format!("{cap}, muc_toi_da_cho: hộ, so_tien: 90 triệu đồng"), &[message]);
        item(&format!("{cap}, muc_toi_da_cho: hộ, so_tien: 40 triệu đồng"), &[]);
        item(&format!("{cap}, muc_toi_da_cho: nhà, so_tien: 90 triệu đồng"), &[]);
        item(&format!("{cap}, so_tien: 90 triệu đồng"), &[]);
        item(&format!("{cap}, muc_toi_da_cho: hộ, so_tien: dưới 90 triệu đồng"), &[]);
        let half = "so_luong: \"2,5\", don_vi: km, muc_toi_da: 4 triệu đồng, muc_toi_da_cho: km";
        item(&format!("{half}, so_tien: 10 triệu đồng"), &[]);
    }
}
