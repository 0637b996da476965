//! Money of a plan of several years that falls to none of them.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::funding::YEAR;
use crate::plan::mount::{MountForm, MountKind};

/// An allocation of a plan of several years says none.
pub const WITHOUT_YEAR: Code = Code {
    id: "KH-0309",
    title: "phân bổ không ghi năm",
    about: "Kế hoạch nhiều năm chia kinh phí theo năm, nên mỗi phần phân bổ phải ghi năm của nó. Thêm khóa nam vào phần ấy.",
};

/// An allocation of a plan of several years says no year, where years are told apart.
pub static RULE: Rule = Rule {
    code: WITHOUT_YEAR,
    level: Severity::Error,
    reason: "không ghi năm thì không biết cộng vào năm nào",
    about: WITHOUT_YEAR.about,
    wrong: "thoi_ky: 2026-2030\nkinh_phi:\n  nguon: {n: {ten: ngân sách}}\n  khoan: {k: {ten: K, phan_bo: [{nguon: n, so_tien: 1 đồng}, {nguon: n, nam: 2027, so_tien: 1 đồng}]}}",
    right: "thoi_ky: 2026-2030\nkinh_phi:\n  nguon: {n: {ten: ngân sách}}\n  khoan: {k: {ten: K, phan_bo: [{nguon: n, nam: 2026, so_tien: 1 đồng}, {nguon: n, nam: 2027, so_tien: 1 đồng}]}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    let (Some(period), Some(funding)) = (&plan.period, &plan.funding) else { return };
    if period.from == period.to {
        return;
    }
    let items = funding.all_items();
    let allocations = || items.iter().flat_map(|nested| &nested.item.allocations);
    let by_year =
        |kind, form| kind == MountKind::Funding && matches!(form, MountForm::YearTable | MountForm::SourceYearTable);
    let told_apart = allocations().any(|part| part.year.is_some())
        || plan.mounts().iter().any(|mount| by_year(mount.kind.value, mount.shown_as()));
    // An item that is told apart by year besides needs no year in each of its parts.
    let undated =
        items.iter().filter(|nested| nested.item.by_year.0.is_empty()).flat_map(|nested| &nested.item.allocations);
    for part in undated.filter(|part| told_apart && !part.place.has(YEAR.name())) {
        let message = format!("phần phân bổ không ghi năm, mà kế hoạch có nhiều năm: {}", period.display());
        let help = format!("thêm {}: {}", YEAR.name(), period.from);
        found.push(Diagnostic::error(WITHOUT_YEAR, part.place.first_line(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn years_are_told_where_they_are_told_apart() {
        let plan = |period: &str, content: &str, year: &str| {
            format!(
                "thoi_ky: {period}\nnoi_dung: [{content}]\nkinh_phi: {{khoan: {{k: {{ten: K, phan_bo: [{{nguon: n{year}, so_tien: 1 đồng}}]}}}}}}"
            )
        };
        let by_year = "{in: kinh_phi, dang: bang_nam}";
        let message = "lỗi «{nguon: n, so_tien: 1 đồng»: phần phân bổ không ghi năm, mà kế hoạch có nhiều năm: \
                       giai đoạn 2026 - 2030";
        check(&RULE, &plan("2026-2030", by_year, ""), &[message]);
        check(&RULE, &plan("2026-2030", by_year, ", nam: 2026"), &[]);
        check(&RULE, &plan("2026-2030", "{in: kinh_phi}", ""), &[]);
        check(&RULE, &plan("2026", by_year, ""), &[]);
    }
}
