//! Contributions in kind that do not say how much.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::funding::{COUNT, COUNT_UNIT, Funding, IN_KIND};
use crate::schema::YesNo;

/// A contribution in kind without a quantity.
pub const WITHOUT_QUANTITY: Code = Code {
    id: "KH-0341",
    title: "đóng góp hiện vật thiếu số lượng",
    about: "Đóng góp bằng hiện vật, ngày công được ghi bằng số lượng và đơn vị. Thêm so_luong, don_vi, hoặc bỏ hien_vat.",
};

/// A contribution in kind says neither how much nor of what.
pub static RULE: Rule = Rule {
    code: WITHOUT_QUANTITY,
    level: Severity::Error,
    reason: "không quy ra tiền thì phải biết bao nhiêu ngày công, bao nhiêu vật tư",
    about: WITHOUT_QUANTITY.about,
    wrong: "kinh_phi: {khoan: {cong: {ten: Ngày công, hien_vat: co}}}",
    right: "kinh_phi: {khoan: {cong: {ten: Ngày công, hien_vat: co, so_luong: 120, don_vi: ngày công}}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for nested in case.plan.funding.iter().flat_map(Funding::all_items) {
        let item = nested.item;
        if !YesNo::is_yes(item.in_kind.as_ref()) || !item.children.is_empty() {
            continue;
        }
        let lacks = [&COUNT.key, &COUNT_UNIT.key].into_iter().filter(|key| !item.place.has(key.key));
        let lacks: Vec<_> = lacks.collect();
        if lacks.is_empty() {
            continue;
        }
        let names: Vec<_> = lacks.iter().map(|key| format!("«{}»", key.key)).collect();
        let message = format!("khoản «{}» là hiện vật, ngày công mà thiếu {}", nested.id.name, names.join(", "));
        let examples: Vec<_> = lacks.iter().map(|key| format!("{}: {}", key.key, key.example)).collect();
        let help = format!("thêm số lượng và đơn vị, ví dụ {}", examples.join(", "));
        found.push(Diagnostic::error(WITHOUT_QUANTITY, item.place.of(IN_KIND.name()), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn quantity_and_unit_are_there() {
        check(
            &RULE,
            RULE.wrong,
            &["lỗi «hien_vat»: khoản «cong» là hiện vật, ngày công mà thiếu «so_luong», «don_vi»"],
        );
        let half = RULE.wrong.replace("co}", "co, so_luong: 3}");
        check(&RULE, &half, &["lỗi «hien_vat»: khoản «cong» là hiện vật, ngày công mà thiếu «don_vi»"]);
        check(&RULE, &RULE.wrong.replace("hien_vat: co", "hien_vat: khong"), &[]);
    }
}
