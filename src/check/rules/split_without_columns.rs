//! A table by source or by year, of money that has neither.

use crate::check::data::{self, Holding};
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::funding::{ALLOCATIONS, FundingItem, SOURCES};
use crate::plan::mount::{MountForm, MountKind};
use crate::plan::whole::FUNDING;

/// A table by source or by year without columns.
pub const WITHOUT_COLUMNS: Code = Code {
    id: "KH-0313",
    title: "bảng kinh phí không có cột nào",
    about: "Bảng theo nguồn vốn cần các nguồn được khai báo; bảng theo năm cần các khoản được phân bổ theo năm.",
};

/// A table by source or by year has no column, or no column for some money.
pub static RULE: Rule = Rule {
    code: WITHOUT_COLUMNS,
    level: Severity::Error,
    reason: "số tiền không thuộc cột nào thì các cột không cộng thành tổng",
    about: "Bảng theo nguồn vốn cần các nguồn được khai báo; bảng theo năm cần các khoản được phân bổ theo năm. Một khoản không \
            biết thuộc cột nào là cảnh báo. Khai báo nguồn, thêm phan_bo, hoặc in theo dạng khác.",
    wrong: "noi_dung: [{in: kinh_phi, dang: bang_nguon}]\nkinh_phi: {khoan: {a: {ten: A, so_tien: 1 đồng}}}",
    right: "noi_dung: [{in: kinh_phi, dang: bang_nguon}]\nkinh_phi: {nguon: {n: {ten: ngân sách}}, khoan: {a: {ten: A, nguon: n, so_tien: 1 đồng}}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let Some(funding) = &case.plan.funding else { return };
    let holding = Holding::new(case.plan, MountKind::Funding);
    let all: Vec<_> = funding.items.iter().collect();
    for choice in data::choices(&case.plan.mounts(), MountKind::Funding) {
        let form = choice.mount.shown_as();
        if !matches!(form, MountForm::SourceTable | MountForm::YearTable) {
            continue;
        }
        let place = choice.mount.form.as_ref().map_or(&choice.mount.kind.span, |form| &form.span).clone();
        let items: Vec<_> = holding.taken(&choice).into_iter().map(|at| all[at]).collect();
        let by_source = form == MountForm::SourceTable;
        let none = if by_source {
            funding.sources.is_empty()
        } else {
            items.iter().all(|(_, item)| item.allocations.is_empty())
        };
        if none {
            let (key, what) =
                if by_source { (SOURCES.name(), "theo nguồn") } else { (ALLOCATIONS.name(), "theo năm") };
            let message = format!("bảng {what} không có cột nào: «{}» không có «{key}»", FUNDING.name());
            let help = format!("thêm «{key}», hoặc in theo dạng {}", MountForm::Table.word());
            found.push(Diagnostic::error(WITHOUT_COLUMNS, place, message).help(help));
            continue;
        }
        let homeless = |item: &FundingItem| {
            let one_source = by_source && item.sources.len() == 1;
            item.whole().is_some() && item.allocations.is_empty() && !one_source
        };
        let left: Vec<_> = items.iter().filter(|(_, item)| homeless(item)).map(|(id, _)| *id).collect();
        if let [first, ..] = left.as_slice() {
            let names: Vec<_> = left.iter().take(MOST_NAMED).map(|id| format!("«{}»", id.name)).collect();
            let more = left.len().saturating_sub(MOST_NAMED);
            let more = if more > 0 { format!(" và {more} mã khác") } else { String::new() };
            let column = if by_source { "nguồn" } else { "năm" };
            let message =
                format!("số tiền của khoản {}{more} không thuộc cột {column} nào của bảng này", names.join(", "));
            let help = format!("thêm «{}» cho từng khoản", ALLOCATIONS.name());
            let finding = Diagnostic::error(WITHOUT_COLUMNS, place, message).as_warning();
            found.push(finding.label(first.span.clone(), "khoản này").help(help));
        }
    }
}

/// Items that are named; more are counted.
const MOST_NAMED: usize = 5;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    fn plan(form: &str, funding: &str) -> String {
        format!("noi_dung: [{{in: kinh_phi, dang: {form}}}]\nkinh_phi: {{{funding}}}")
    }

    #[test]
    fn there_are_columns() {
        let item = "khoan: {a: {ten: A, so_tien: 1 đồng}}";
        let message = "lỗi «bang_nguon»: bảng theo nguồn không có cột nào: «kinh_phi» không có «nguon»";
        check(&RULE, &plan("bang_nguon", item), &[message]);
        let message = "lỗi «bang_nam»: bảng theo năm không có cột nào: «kinh_phi» không có «phan_bo»";
        check(&RULE, &plan("bang_nam", item), &[message]);
        check(&RULE, &plan("bang", item), &[]);
        let allocated = "khoan: {a: {ten: A, phan_bo: [{nguon: n, so_tien: 1 đồng}]}}";
        check(&RULE, &plan("bang_nam", allocated), &[]);
    }

    #[test]
    fn all_money_has_a_column() {
        let sources = "nguon: {n: {ten: N}, m: {ten: M}}";
        let item = |rest: &str| format!("{sources}, khoan: {{a: {{ten: A, so_tien: 1 đồng{rest}}}}}");
        let message = "cảnh báo «bang_nguon»: số tiền của khoản «a» không thuộc cột nguồn nào của bảng này";
        check(&RULE, &plan("bang_nguon", &item(", nguon: [n, m]")), &[message]);
        check(&RULE, &plan("bang_nguon", &item(", nguon: n")), &[]);
        let allocated = "nguon: [n, m], phan_bo: [{nguon: n, so_tien: 1 đồng}]";
        check(&RULE, &plan("bang_nguon", &item(&format!(", {allocated}"))), &[]);
    }
}
