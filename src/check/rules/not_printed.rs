//! Data that is declared and printed nowhere.

use std::collections::BTreeSet;

use crate::check::data::{self, Entry, Holding};
use crate::check::rule::{Case, Rule};
use crate::check::texts;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::block::{MOUNT, PICK};
use crate::plan::funding::{Funding, ITEMS, TOTAL};
use crate::plan::mount::MountKind;
use crate::plan::whole::CONTENT;

/// Data that is printed nowhere.
pub const NOT_PRINTED: Code = Code {
    id: "KH-0304",
    title: "dữ liệu khai báo mà không in",
    about: "Kế hoạch có cây nội dung riêng nên dữ liệu chỉ được in ở chỗ có khóa in. Thêm chỗ in, hoặc xóa dữ liệu thừa.",
};

/// Data of some kind, or a part of it, is printed by no mount and named by no text.
pub static RULE: Rule = Rule {
    code: NOT_PRINTED,
    level: Severity::Warning,
    reason: "điều đã viết mà không in thì người đọc không biết",
    about: NOT_PRINTED.about,
    wrong: "noi_dung: [Câu.]\nchi_tieu: {a: {loi: A}}",
    right: "noi_dung: [{in: chi_tieu}]\nchi_tieu: {a: {loi: A}}",
    check,
};

/// Ids that are named; more are counted.
const MOST_NAMED: usize = 5;

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    if plan.content.is_empty() {
        return;
    }
    let (named, mounts) = (Named::new(plan), plan.mounts());
    for &kind in MountKind::ALL.iter().filter(|kind| data::holds(plan, **kind)) {
        let choices = data::choices(&mounts, kind);
        if named.all.contains(&kind) || choices.iter().any(data::Choice::is_whole) {
            continue;
        }
        let holding = Holding::new(plan, kind);
        // Who mistypes an id or a group has made one mistake.
        if !choices.iter().all(|choice| holding.knows(choice)) {
            continue;
        }
        let mut printed: BTreeSet<usize> = choices.iter().flat_map(|choice| holding.taken(choice)).collect();
        let ids = named.entries.iter().filter(|(named, _)| *named == kind);
        printed.extend(ids.flat_map(|(_, id)| holding.with_id(id)));
        let entries = holding.entries.iter().enumerate();
        let left: Vec<_> = entries.filter(|(at, _)| !printed.contains(at)).map(|(_, entry)| entry).collect();
        if choices.is_empty() && printed.is_empty() {
            found.push(nowhere(plan, kind));
        } else if let [first, ..] = left.as_slice() {
            found.push(in_part(kind, first, &left));
        }
    }
}

/// Ids that the advice offers to print: all of them, short of a list that nobody reads.
const MOST_OFFERED: usize = 20;

/// What the texts of a plan name: all data of a kind, or some entries.
struct Named<'a> {
    all: BTreeSet<MountKind>,
    entries: BTreeSet<(MountKind, &'a str)>,
}

impl<'a> Named<'a> {
    fn new(plan: &'a Plan) -> Self {
        let mut named = Self { all: BTreeSet::new(), entries: BTreeSet::new() };
        for path in texts::named(plan) {
            match path.as_slice() {
                ["chi_tieu", id, ..] => _ = named.entries.insert((MountKind::Targets, *id)),
                ["kinh_phi", "khoan", id, ..] => _ = named.entries.insert((MountKind::Funding, *id)),
                // Every item is in the total.
                ["kinh_phi", ..] => _ = named.all.insert(MountKind::Funding),
                _ => {}
            }
        }
        named
    }
}

/// Whether funding holds nothing to print: a unit alone.
fn is_empty(funding: &Funding) -> bool {
    let apart = funding.by_source.0.is_empty() && funding.by_year.0.is_empty();
    let whole = funding.total.is_none() && funding.stated.is_none() && funding.text.is_none();
    funding.items.is_empty() && whole && apart && funding.place.refused.is_empty()
}

fn nowhere(plan: &Plan, kind: MountKind) -> Diagnostic {
    let key = data::key(kind).key;
    if let (MountKind::Funding, Some(funding)) = (kind, &plan.funding)
        && is_empty(funding)
    {
        let message = format!("«{key}» chưa có số tiền nào để in");
        let help = format!("thêm {}: hoặc {}:, hoặc xóa «{key}»", ITEMS.name(), TOTAL.name());
        return Diagnostic::error(NOT_PRINTED, plan.place.of(key), message).as_warning().help(help);
    }
    let message = format!("«{key}» được khai báo mà không in ở đâu");
    let help = format!("thêm vào «{}» một dòng - {{{}: {key}}}", CONTENT.name(), MOUNT.name());
    Diagnostic::error(NOT_PRINTED, plan.place.of(key), message).as_warning().help(help)
}

fn in_part(kind: MountKind, first: &Entry<'_>, left: &[&Entry<'_>]) -> Diagnostic {
    let key = data::key(kind).key;
    let names = || left.iter().filter_map(|entry| entry.ids.first().copied());
    let quoted: Vec<_> = names().take(MOST_NAMED).map(|id| format!("«{id}»")).collect();
    let more = left.len().saturating_sub(MOST_NAMED);
    let more = if more > 0 { format!(" và {more} mã khác") } else { String::new() };
    let message = format!("«{key}» còn {}{more} không được in ở đâu", quoted.join(", "));
    let ids: Vec<_> = names().take(MOST_OFFERED).collect();
    let help = format!(
        "thêm vào «{}» một dòng - {{{}: {key}, {}: [{}]}}, hoặc xóa phần thừa",
        CONTENT.name(),
        MOUNT.name(),
        PICK.name(),
        ids.join(", ")
    );
    Diagnostic::error(NOT_PRINTED, first.span.clone(), message).as_warning().help(help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn data_of_every_kind_is_printed() {
        let data = [
            ("chi_tieu", "{a: {loi: A}}"),
            ("du_an", "{a: {muc_tieu: A}}"),
            ("kinh_phi", "{tong: 1 đồng}"),
            ("nhiem_vu", "{a: {viec: A}}"),
            ("trach_nhiem", "[{co_quan: a, loi: A}]"),
            ("bao_cao", "{a: {noi_dung: A, co_quan: a, gui: b}}"),
        ];
        for (key, value) in data {
            let message = format!("cảnh báo «{key}»: «{key}» được khai báo mà không in ở đâu");
            check(&RULE, &format!("noi_dung: [Câu.]\n{key}: {value}"), &[&message]);
            check(&RULE, &format!("noi_dung: [{{in: {key}}}]\n{key}: {value}"), &[]);
            check(&RULE, &format!("{key}: {value}"), &[]);
        }
    }

    #[test]
    fn an_appendix_prints_too() {
        let plan = "noi_dung: [Câu.]\nphu_luc: {p: {ten: P, noi_dung: [{in: chi_tieu}]}}\nchi_tieu: {a: {loi: A}}";
        check(&RULE, plan, &[]);
    }

    #[test]
    fn no_part_is_left_out() {
        let targets = "chi_tieu: {a: {loi: A, nhom: x}, b: {loi: B}, c: {loi: C}}";
        let message = "cảnh báo «b»: «chi_tieu» còn «b», «c» không được in ở đâu";
        check(&RULE, &format!("noi_dung: [{{in: chi_tieu, nhom: x}}]\n{targets}"), &[message]);
        let message = "cảnh báo «c»: «chi_tieu» còn «c» không được in ở đâu";
        check(&RULE, &format!("noi_dung: [{{in: chi_tieu, chon: [a, b]}}]\n{targets}"), &[message]);
        check(&RULE, &format!("noi_dung: [{{in: chi_tieu, chon: [a, bb]}}]\n{targets}"), &[]);
        let named = format!("noi_dung: [\"{{{{ chi_tieu.c.con }}}}\", {{in: chi_tieu, chon: [a, b]}}]\n{targets}");
        check(&RULE, &named, &[]);
        let many: Vec<_> = (1..=8).map(|at| format!("t{at}: {{loi: T}}")).collect();
        let message = "cảnh báo «t2»: «chi_tieu» còn «t2», «t3», «t4», «t5», «t6» và 2 mã khác không được in ở đâu";
        check(
            &RULE,
            &format!("noi_dung: [{{in: chi_tieu, chon: [t1]}}]\nchi_tieu: {{{}}}", many.join(", ")),
            &[message],
        );
    }

    #[test]
    fn a_text_may_name_the_money() {
        let funding = "kinh_phi: {khoan: {a: {ten: A, so_tien: 1 đồng}, b: {ten: B, so_tien: 1 đồng}}}";
        check(&RULE, &format!("noi_dung: [\"{{{{kinh_phi.tong}}}}\"]\n{funding}"), &[]);
        let message = "cảnh báo «b»: «kinh_phi» còn «b» không được in ở đâu";
        check(&RULE, &format!("noi_dung: [\"{{{{ kinh_phi.khoan.a.so_tien }}}}\"]\n{funding}"), &[message]);
        let message = "cảnh báo «kinh_phi»: «kinh_phi» được khai báo mà không in ở đâu";
        check(&RULE, &format!("# {{{{ kinh_phi.tong }}}}\nnoi_dung: [Câu.]\n{funding}"), &[message]);
    }
}
