//! A total of money some of whose items have no amount yet.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::funding::{FundingItem, NAME};
use crate::vietnamese::shortened;

/// A total stands beside items without an amount.
pub const PARTLY_UNKNOWN: Code = Code {
    id: "KH-0460",
    title: "tổng kinh phí có khoản chưa rõ số tiền",
    about: "Kế hoạch ghi tổng kinh phí, mà một số khoản chưa có số tiền (theo nguồn được phân bổ, theo nhu cầu): chương trình không \
            đối chiếu được tổng với các khoản. Điền số tiền khi đã biết.",
};

/// The total is written and some items have no amount, so that nobody can add them up.
pub static RULE: Rule = Rule {
    code: PARTLY_UNKNOWN,
    level: Severity::Info,
    reason: "tổng chưa đối chiếu được thì phải nói ra",
    about: PARTLY_UNKNOWN.about,
    wrong: "kinh_phi: {tong: 9 triệu đồng, khoan: {a: {ten: A, so_tien: 3 triệu đồng}, b: {ten: B, theo: phan_bo}}}",
    right: "kinh_phi: {tong: 9 triệu đồng, khoan: {a: {ten: A, so_tien: 3 triệu đồng}, b: {ten: B, so_tien: 6 triệu đồng}}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let Some(funding) = &case.plan.funding else { return };
    let Some(total) = &funding.total else { return };
    let money = funding.items.values().filter(|item| item.is_money());
    let (known, unknown): (Vec<_>, Vec<_>) = money.partition(|item| item.whole().is_some());
    // What has no amount at all is a list of purposes; no part of a total is told then.
    let (Some(first), false) = (unknown.first(), known.is_empty()) else { return };
    let sum = crate::value::Amount::sum(known.iter().filter_map(|item| item.whole()));
    let unit = funding.money_unit();
    let message = format!(
        "tổng ghi {}, {} khoản có số tiền cộng lại được {}, {} khoản chưa rõ số tiền nên chưa đối chiếu được",
        total.value.display(unit),
        known.len(),
        sum.display(unit),
        unknown.len()
    );
    let finding = Diagnostic::error(PARTLY_UNKNOWN, total.span.clone(), message);
    let finding = finding.label(first.place.of(NAME.name()), format!("«{}» chưa có số tiền", name(first)));
    let help = "điền số tiền của các khoản khi đã biết";
    found.push(Diagnostic { severity: Severity::Info, ..finding }.help(help));
}

fn name(item: &FundingItem) -> String {
    item.name.as_ref().map(|name| shortened(&name.letters())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn only_a_total_of_some_known_items_is_told() {
        let plan = |keys: &str| format!("kinh_phi: {{don_vi: đồng, {keys}}}");
        check(&RULE, &plan("khoan: {a: {ten: A, so_tien: 3 đồng}, b: {ten: B, theo: phan_bo}}"), &[]);
        check(&RULE, &plan("tong: 9 đồng, khoan: {a: {ten: A, theo: phan_bo}, b: {ten: B, theo: nhu_cau}}"), &[]);
        let message = "lưu ý «9 đồng»: tổng ghi 9 đồng, 1 khoản có số tiền cộng lại được 3 đồng, 1 khoản chưa rõ số tiền nên chưa đối chiếu được";
        check(
            &RULE,
            &plan("tong: 9 đồng, khoan: {a: {ten: A, so_tien: 3 đồng}, b: {ten: B, theo: phan_bo}}"),
            &[message],
        );
    }
}
