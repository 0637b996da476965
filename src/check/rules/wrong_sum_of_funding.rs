//! Money that does not add up.

use std::collections::BTreeMap;

use crate::check::codes::WRONG_SUM;
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::funding::Funding;
use crate::value::{MONEY_UNITS, Money, MoneyUnit, Spanned};

/// A total of the funding differs from what its parts add up to.
pub static RULE: Rule = Rule {
    code: WRONG_SUM,
    level: Severity::Error,
    reason: "số liệu trong một văn bản phải thống nhất",
    about: "Số tiền viết ra khác với số mà các phần của nó cộng lại. Sửa số sai, hoặc xóa số tổng để chương trình tự cộng. \
            Tổng của Dự án nhỏ hơn tổng của các Tiểu dự án là lỗi; khác theo cách khác là cảnh báo.",
    wrong: "kinh_phi:\n  tong: 10 triệu đồng\n  khoan: {a: {ten: A, so_tien: 3 triệu đồng}, b: {ten: B, so_tien: 6 triệu đồng}}",
    right: "kinh_phi:\n  tong: 9 triệu đồng\n  khoan: {a: {ten: A, so_tien: 3 triệu đồng}, b: {ten: B, so_tien: 6 triệu đồng}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let unit = case.plan.funding.as_ref().map_or(MONEY_UNITS[1], Funding::money_unit);
    if let Some(funding) = &case.plan.funding {
        totals(funding, unit, found);
    }
    sub_projects(case.plan, unit, found);
    projects_and_items(case.plan, unit, found);
}

fn totals(funding: &Funding, unit: MoneyUnit, found: &mut Vec<Diagnostic>) {
    let sum = funding.computed();
    if let (Some(total), Some(sum)) = (&funding.total, sum)
        && total.value != sum
    {
        let message = format!("tổng ghi {}, các khoản cộng lại được {}", total.display(unit), sum.display(unit));
        let help = "sửa tổng, hoặc xóa khóa để chương trình tự cộng";
        found.push(Diagnostic::error(WRONG_SUM, total.span.clone(), message).help(help));
    }
    let computed = funding.total.as_ref().map(|total| total.value).or(sum);
    if let (Some(stated), Some(computed)) = (&funding.stated, computed)
        && stated.value != computed
    {
        let message = format!("ghi {}, tính được {}", stated.display(unit), computed.display(unit));
        let help = "sửa số liệu, hoặc bỏ số ghi để in số tính được";
        found.push(Diagnostic::error(WRONG_SUM, stated.span.clone(), message).as_warning().help(help));
    }
    for item in funding.items.values() {
        if let (Some(amount), Some(allocated)) = (&item.amount, item.allocated())
            && amount.value != allocated
        {
            let message = format!(
                "số tiền ghi {}, các phần phân bổ cộng lại được {}",
                amount.display(unit),
                allocated.display(unit)
            );
            let help = "sửa số tiền, hoặc xóa khóa để chương trình tự cộng";
            found.push(Diagnostic::error(WRONG_SUM, amount.span.clone(), message).help(help));
        }
    }
}

/// A Dự án holds the money of its Tiểu dự án.
fn sub_projects(plan: &Plan, unit: MoneyUnit, found: &mut Vec<Diagnostic>) {
    let Some(programme) = &plan.programme else { return };
    let parents: BTreeMap<&str, &str> = programme
        .projects
        .iter()
        .filter_map(|(id, project)| Some((id.name.as_str(), project.part_of.as_ref()?.name.as_str())))
        .collect();
    let mut parts: BTreeMap<&str, Vec<Option<Money>>> = BTreeMap::new();
    for (id, project) in plan.projects.iter() {
        if let Some(parent) = parents.get(id.name.as_str()) {
            parts.entry(parent).or_default().push(project.amount.as_ref().map(|amount| amount.value));
        }
    }
    for (id, project) in plan.projects.iter() {
        let (Some(whole), Some(parts)) = (&project.amount, parts.get(id.name.as_str())) else { continue };
        let sum = Money::sum(parts.iter().copied().flatten());
        let complete = parts.iter().all(Option::is_some);
        if whole.value < sum || complete && whole.value != sum {
            let finding = differs(whole, "các Tiểu dự án", sum, unit);
            found.push(if whole.value < sum { finding } else { finding.as_warning() });
        }
    }
}

/// A project and the items of the funding that belong to it speak of the same money.
fn projects_and_items(plan: &Plan, unit: MoneyUnit, found: &mut Vec<Diagnostic>) {
    let mut items: BTreeMap<&str, Vec<Option<Money>>> = BTreeMap::new();
    for item in plan.funding.iter().flat_map(|funding| funding.items.values()) {
        if let Some(project) = &item.project {
            items.entry(&project.name).or_default().push(item.whole());
        }
    }
    for (id, project) in plan.projects.iter() {
        let (Some(whole), Some(items)) = (&project.amount, items.get(id.name.as_str())) else { continue };
        let Some(amounts) = items.iter().copied().collect::<Option<Vec<Money>>>() else { continue };
        let sum = Money::sum(amounts);
        if whole.value != sum {
            found.push(differs(whole, "các khoản chi của dự án này", sum, unit).as_warning());
        }
    }
}

fn differs(whole: &Spanned<Money>, parts: &str, sum: Money, unit: MoneyUnit) -> Diagnostic {
    let message = format!("số tiền ghi {}, {parts} cộng lại được {}", whole.display(unit), sum.display(unit));
    Diagnostic::error(WRONG_SUM, whole.span.clone(), message).help("sửa số tiền của dự án, hoặc của các phần")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn items_make_up_the_total() {
        let wrong = "kinh_phi: {tong: 10 triệu đồng, khoan: {a: {ten: a, so_tien: 3 triệu đồng}, b: {ten: b, so_tien: \"6,5 triệu đồng\"}}}";
        check(&RULE, wrong, &["lỗi «10 triệu đồng»: tổng ghi 10 triệu đồng, các khoản cộng lại được 9,5 triệu đồng"]);
        check(&RULE, "kinh_phi: {tong: 10 triệu đồng, khoan: {a: {ten: a, so_tien: 3 triệu đồng}, b: {ten: b}}}", &[]);
        let spelled = "kinh_phi: {tong: 3.000.000 đồng, khoan: {a: {ten: a, so_tien: 3 triệu đồng}}}";
        check(&RULE, spelled, &[]);
    }

    #[test]
    fn allocations_make_up_the_item() {
        let plan = |amount: &str| {
            format!(
                "kinh_phi: {{nguon: {{n: {{ten: N}}}}, khoan: {{a: {{ten: A, so_tien: {amount}, phan_bo: [{{nguon: n, so_tien: 2 triệu đồng}}]}}}}}}"
            )
        };
        check(&RULE, &plan("2 triệu đồng"), &[]);
        let message = "lỗi «3 triệu đồng»: số tiền ghi 3 triệu đồng, các phần phân bổ cộng lại được 2 triệu đồng";
        check(&RULE, &plan("3 triệu đồng"), &[message]);
    }

    #[test]
    fn what_the_source_states_may_differ_but_is_said() {
        let plan = "kinh_phi: {ghi: 4 triệu đồng, khoan: {a: {ten: A, so_tien: 3 triệu đồng}}}";
        check(&RULE, plan, &["cảnh báo «4 triệu đồng»: ghi 4 triệu đồng, tính được 3 triệu đồng"]);
    }

    fn project(whole: &str, parts: &[&str]) -> String {
        let declared: String = (0..parts.len()).map(|at| format!(", t{at}: {{so: {at}, thuoc: d, ten: T}}")).collect();
        let amounts: String = parts.iter().enumerate().map(|(at, part)| format!(", t{at}: {{{part}}}")).collect();
        format!(
            "chuong_trinh: {{ten: C, du_an: {{d: {{so: 1, ten: D}}{declared}}}}}\ndu_an: {{d: {{so_tien: {whole}}}{amounts}}}"
        )
    }

    #[test]
    fn a_project_holds_its_sub_projects() {
        let (two, five) = ("so_tien: 2 triệu đồng", "so_tien: 5 triệu đồng");
        check(&RULE, &project("7 triệu đồng", &[two, five]), &[]);
        let message = "số tiền ghi 5 triệu đồng, các Tiểu dự án cộng lại được 7 triệu đồng";
        check(&RULE, &project("5 triệu đồng", &[two, five]), &[&format!("lỗi «5 triệu đồng»: {message}")]);
        let message = "số tiền ghi 9 triệu đồng, các Tiểu dự án cộng lại được 7 triệu đồng";
        check(&RULE, &project("9 triệu đồng", &[two, five]), &[&format!("cảnh báo «9 triệu đồng»: {message}")]);
        check(&RULE, &project("9 triệu đồng", &[two, ""]), &[]);
    }

    #[test]
    fn a_project_and_its_items_agree() {
        let plan = |amount: &str| {
            format!(
                "{}\nkinh_phi: {{khoan: {{a: {{ten: A, du_an: d, so_tien: {amount}}}, b: {{ten: B, du_an: d, so_tien: 1 đồng}}}}}}",
                project("3 đồng", &[])
            )
        };
        check(&RULE, &plan("2 đồng"), &[]);
        let message = "số tiền ghi 0,000003 triệu đồng, các khoản chi của dự án này cộng lại được 0,000005 triệu đồng";
        check(&RULE, &plan("4 đồng"), &[&format!("cảnh báo «3 đồng»: {message}")]);
    }
}
