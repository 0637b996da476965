//! A table by source or by year, of money that has neither.

use crate::check::data::{self, Holding};
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::funding::{BY_SOURCE, BY_YEAR, FundingItem, Nested, SOURCES};
use crate::plan::mount::{MountForm, MountKind};
use crate::plan::whole::FUNDING;

/// A table by source or by year without columns.
pub const WITHOUT_COLUMNS: Code = Code {
    id: "KH-0313",
    title: "bảng kinh phí không có cột nào",
    about: "Bảng theo nguồn vốn cần các nguồn được khai báo; bảng theo năm cần các khoản được chia theo năm. Một khoản không \
            biết thuộc cột nào là cảnh báo. Khai báo nguồn, thêm theo_nguon, theo_nam hoặc phan_bo, hoặc in theo dạng khác.",
};

/// A table by source or by year has no column, or no column for some money.
pub static RULE: Rule = Rule {
    code: WITHOUT_COLUMNS,
    level: Severity::Error,
    reason: "số tiền không thuộc cột nào thì các cột không cộng thành tổng",
    about: WITHOUT_COLUMNS.about,
    wrong: "noi_dung: [{in: kinh_phi, dang: bang_nguon}]\nkinh_phi: {khoan: {a: {ten: A, so_tien: 1 đồng}}}",
    right: "noi_dung: [{in: kinh_phi, dang: bang_nguon}]\nkinh_phi: {nguon: {n: {ten: ngân sách}}, khoan: {a: {ten: A, nguon: n, so_tien: 1 đồng}}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let Some(funding) = &case.plan.funding else { return };
    let holding = Holding::new(case.plan, MountKind::Funding);
    let all = funding.all_items();
    for choice in data::choices(&case.plan.mounts(), MountKind::Funding) {
        let form = choice.mount.shown_as();
        let place = choice.mount.form.as_ref().map_or(&choice.mount.kind.span, |form| &form.span).clone();
        let taken: Vec<_> = holding.taken(&choice).into_iter().map(|at| &all[at]).collect();
        for split in SPLITS.iter().filter(|split| split.forms.contains(&form)) {
            let by_source = split.key == BY_SOURCE.name();
            let has_total = choice.is_whole()
                && if by_source { !funding.sources.is_empty() } else { !funding.by_year.0.is_empty() };
            let none = if by_source {
                funding.sources.is_empty()
            } else {
                !has_total && taken.iter().all(|nested| nested.item.years(Some(0)).is_empty())
            };
            let (what, columns) = (split.what, split.columns);
            if none {
                let message = format!("bảng {what} không có cột nào: «{}» không có «{columns}»", FUNDING.name());
                let help = format!("thêm «{columns}», hoặc in theo dạng {}", MountForm::Table.word());
                found.push(Diagnostic::error(WITHOUT_COLUMNS, place.clone(), message).help(help));
                continue;
            }
            let tells = |item: &FundingItem| if by_source { item.tells_sources() } else { item.tells_years() };
            // What an item says holds for all within it; one that says nothing lacks what those within it lack.
            let homeless = |nested: &&&Nested<'_>| {
                let says = nested.within.iter().any(|(_, outer)| tells(outer)) || tells(nested.item);
                nested.item.whole().is_some() && nested.item.children.is_empty() && !says
            };
            let left: Vec<_> = taken.iter().filter(homeless).map(|nested| nested.id).collect();
            if let [first, ..] = left.as_slice() {
                let names: Vec<_> = left.iter().take(MOST_NAMED).map(|id| format!("«{}»", id.name)).collect();
                let more = left.len().saturating_sub(MOST_NAMED);
                let more = if more > 0 { format!(" và {more} mã khác") } else { String::new() };
                let column = if by_source { "nguồn" } else { "năm" };
                let message =
                    format!("số tiền của khoản {}{more} không thuộc cột {column} nào của bảng này", names.join(", "));
                let help = format!("thêm «{}» cho từng khoản", split.key);
                let finding = Diagnostic::error(WITHOUT_COLUMNS, place.clone(), message).as_warning();
                found.push(finding.label(first.span.clone(), "khoản này").help(help));
            }
        }
    }
}

/// One way in which tables tell money apart.
struct Split {
    /// The forms that do.
    forms: &'static [MountForm],
    /// The key by which an item says it.
    key: &'static str,
    /// The way in words.
    what: &'static str,
    /// The key without which there are no columns.
    columns: &'static str,
}

static SPLITS: [Split; 2] = [
    Split {
        forms: &[MountForm::SourceTable, MountForm::SourceYearTable],
        key: BY_SOURCE.name(),
        what: "theo nguồn",
        columns: SOURCES.name(),
    },
    Split {
        forms: &[MountForm::YearTable, MountForm::SourceYearTable],
        key: BY_YEAR.name(),
        what: "theo năm",
        columns: BY_YEAR.name(),
    },
];

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
        let message = "lỗi «bang_nam»: bảng theo năm không có cột nào: «kinh_phi» không có «theo_nam»";
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
        let both = "cảnh báo «bang_nguon_nam»: số tiền của khoản «a» không thuộc cột nguồn nào của bảng này";
        check(&RULE, &plan("bang_nguon_nam", &item(", theo_nam: {2026: 1 đồng}")), &[both]);
        check(&RULE, &plan("bang_nguon_nam", &item(", theo_nguon: {n: 1 đồng}, theo_nam: {2026: 1 đồng}")), &[]);
        let total = "theo_nguon: {n: 1 đồng}, theo_nam: {2026: 1 đồng}, nguon: {n: {ten: N}}, tong: 1 đồng";
        check(&RULE, &plan("bang_nguon_nam", total), &[]);
        let parts = item(", khoan: {b: {ten: B, so_tien: 1 đồng}}");
        let inner = message.replace("«a»", "«b»");
        check(&RULE, &plan("bang_nguon", &parts), &[&inner]);
        check(&RULE, &plan("bang_nguon", &parts.replace("so_tien: 1 đồng, khoan", "nguon: n, khoan")), &[]);
    }
}
