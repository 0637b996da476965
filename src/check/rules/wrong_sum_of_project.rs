//! Money of a project that does not add up.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::codes::WRONG_SUM;
use crate::check::rule::{Case, Rule};
use crate::check::sums::Sum;
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::funding::{Funding, Nested};
use crate::source::Span;
use crate::value::{Amount, MONEY_UNITS};

/// The amount of a project differs from those of its parts, or from the items of the funding that belong to it.
pub static RULE: Rule = Rule {
    code: WRONG_SUM,
    level: Severity::Error,
    reason: "số tiền của một dự án ở hai chỗ phải là một",
    about: "Số tiền của Dự án khác với tổng của các Tiểu dự án, hoặc với các khoản chi mang mã của nó. Tổng của Dự án nhỏ hơn \
            tổng của các Tiểu dự án là lỗi; khác theo cách khác là cảnh báo. Sửa số sai.",
    wrong: "chuong_trinh: {ten: C, du_an: {d: {so: 1, ten: D}, t: {so: 1, thuoc: d, ten: T}}}\ndu_an: {d: {so_tien: 5 triệu đồng}, t: {so_tien: 7 triệu đồng}}",
    right: "chuong_trinh: {ten: C, du_an: {d: {so: 1, ten: D}, t: {so: 1, thuoc: d, ten: T}}}\ndu_an: {d: {so_tien: 7 triệu đồng}, t: {so_tien: 7 triệu đồng}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    let unit = plan.funding.as_ref().map_or(MONEY_UNITS[1], Funding::money_unit);
    let parts = sub_projects(plan);
    let items = items_by_project(plan);
    for (id, project) in plan.projects.iter() {
        let own_parts = parts.get(id.name.as_str()).map_or(&[][..], Vec::as_slice);
        let Some(whole) = &project.amount else { continue };
        let amounts: Vec<_> = own_parts.iter().map(|part| plan.projects.get(part)?.amount.as_ref()).collect();
        let known: Vec<Amount> = amounts.iter().flatten().map(|amount| amount.value).collect();
        let places: Vec<Span> = amounts.iter().flatten().map(|amount| amount.span.clone()).collect();
        let sum = Sum {
            said: "số tiền ghi",
            stated: whole.value,
            parts: "các Tiểu dự án",
            amounts: &known,
            unit,
            places: &places,
        };
        let is_less = whole.value.money < sum.sum().money;
        if is_less || known.len() == amounts.len() && !known.is_empty() {
            let finding = sum.judge(&whole.span, HELP);
            found.extend(finding.map(|finding| if is_less { finding } else { lighter(finding) }));
        }
        if let Some(amounts) = of_items(&id.name, own_parts, &items) {
            let sum = Sum { amounts: &amounts, parts: "các khoản chi của dự án này", places: &[], ..sum };
            found.extend(sum.judge(&whole.span, HELP).map(lighter));
        }
    }
}

const HELP: &str = "sửa số tiền của dự án, hoặc của các phần";

/// A finding that is a warning at most.
fn lighter(finding: Diagnostic) -> Diagnostic {
    if finding.severity > Severity::Warning { finding.as_warning() } else { finding }
}

/// The Tiểu dự án that the plan carries out, by the id of their Dự án.
fn sub_projects(plan: &Plan) -> BTreeMap<&str, Vec<&str>> {
    let mut parts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let Some(programme) = &plan.programme else { return parts };
    let of: BTreeMap<&str, &str> = programme
        .projects
        .iter()
        .filter_map(|(id, project)| Some((id.name.as_str(), project.part_of.as_ref()?.name.as_str())))
        .collect();
    for (id, _) in plan.projects.iter() {
        if let Some(parent) = of.get(id.name.as_str()) {
            parts.entry(parent).or_default().push(&id.name);
        }
    }
    parts
}

/// What the items of the funding give to each project: an item within one of the same money is in it already.
fn items_by_project(plan: &Plan) -> BTreeMap<&str, Vec<Option<Amount>>> {
    let mut items: BTreeMap<&str, Vec<Option<Amount>>> = BTreeMap::new();
    let all = plan.funding.iter().flat_map(Funding::all_items);
    for Nested { item, within, .. } in all.filter(|nested| nested.item.is_money()) {
        let is_within = within.iter().any(|(_, outer)| outer.project.is_some());
        if let Some(project) = item.project.as_ref().filter(|_| !is_within) {
            items.entry(&project.name).or_default().push(item.whole());
        }
    }
    items
}

/// The amounts of all items of a project and of its parts; `None` if they are not all there.
fn of_items(id: &str, parts: &[&str], items: &BTreeMap<&str, Vec<Option<Amount>>>) -> Option<Vec<Amount>> {
    let own = items.get(id).map_or(&[][..], Vec::as_slice);
    let with_items: BTreeSet<&str> = parts.iter().copied().filter(|part| items.contains_key(part)).collect();
    if own.is_empty() && with_items.is_empty() || !with_items.is_empty() && with_items.len() < parts.len() {
        return None;
    }
    let inside = with_items.iter().flat_map(|part| &items[part]);
    own.iter().chain(inside).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

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
        let message = "số tiền ghi 5 triệu đồng, các Tiểu dự án cộng lại được 2 + 5 = 7 triệu đồng, chênh 2 triệu đồng";
        check(&RULE, &project("5 triệu đồng", &[two, five]), &[&format!("lỗi «5 triệu đồng»: {message}")]);
        let message = "số tiền ghi 9 triệu đồng, các Tiểu dự án cộng lại được 2 + 5 = 7 triệu đồng, chênh 2 triệu đồng";
        check(&RULE, &project("9 triệu đồng", &[two, five]), &[&format!("cảnh báo «9 triệu đồng»: {message}")]);
        check(&RULE, &project("9 triệu đồng", &[two, ""]), &[]);
        check(&RULE, &project("trên 6 triệu đồng", &[two, five]), &[]);
    }

    fn with_items(project: &str, items: &str) -> String {
        format!("{project}\nkinh_phi: {{don_vi: đồng, khoan: {{{items}}}}}")
    }

    #[test]
    fn a_project_and_its_items_agree() {
        let plan = |amount: &str| {
            let items = format!("a: {{ten: A, du_an: d, so_tien: {amount}}}, b: {{ten: B, du_an: d, so_tien: 1 đồng}}");
            with_items(&project("3 đồng", &[]), &items)
        };
        check(&RULE, &plan("2 đồng"), &[]);
        let message = "số tiền ghi 3 đồng, các khoản chi của dự án này cộng lại được 4 + 1 = 5 đồng, chênh 2 đồng";
        check(&RULE, &plan("4 đồng"), &[&format!("cảnh báo «3 đồng»: {message}")]);
    }

    #[test]
    fn items_of_sub_projects_are_items_of_their_project() {
        let parts = project("9 đồng", &["", ""]);
        let one = "a: {ten: A, du_an: t0, so_tien: 4 đồng}";
        check(&RULE, &with_items(&parts, one), &[]);
        let both = format!("{one}, b: {{ten: B, du_an: t1, so_tien: 4 đồng}}");
        let message = "số tiền ghi 9 đồng, các khoản chi của dự án này cộng lại được 4 + 4 = 8 đồng, chênh 1 đồng";
        check(&RULE, &with_items(&parts, &both), &[&format!("cảnh báo «9 đồng»: {message}")]);
        let nested =
            "x: {ten: X, du_an: d, khoan: {a: {ten: A, du_an: t0, so_tien: 4 đồng}, b: {ten: B, so_tien: 5 đồng}}}";
        check(&RULE, &with_items(&parts, nested), &[]);
    }
}
