//! An id that two items of the funding have.

use crate::check::rule::{Case, Rule};
use crate::check::twice::declared_twice;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::funding::Funding;

/// Two items of the funding have the same id, one of them within another item.
pub static RULE: Rule = Rule {
    code: Code::DuplicateId,
    level: Severity::Error,
    reason: "mã trùng thì không biết câu gọi khoản nào",
    about: "Khoản con không được mang mã của một khoản khác, dù ở tầng nào. Đặt mã khác cho một trong hai.",
    wrong: "kinh_phi: {khoan: {a: {ten: A, khoan: {a: {ten: B, so_tien: 1 đồng}}}}}",
    right: "kinh_phi: {khoan: {a: {ten: A, khoan: {b: {ten: B, so_tien: 1 đồng}}}}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let mut items: Vec<_> = case.plan.funding.iter().flat_map(Funding::all_items).collect();
    // The outermost come first: they are what the others repeat.
    items.sort_by_key(|nested| nested.within.len());
    found.extend(declared_twice("khoản chi", items.iter().map(|nested| nested.id.named())));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn items_within_items_have_ids_of_their_own() {
        let plan = "kinh_phi: {khoan: {a: {ten: A, khoan: {x: {ten: X}}}, b: {ten: B, khoan: {x: {ten: X}}}}}";
        check(&RULE, plan, &["lỗi «x»: khoản chi «x» đã được khai báo ở nơi khác"]);
        check(&RULE, RULE.right, &[]);
    }
}
