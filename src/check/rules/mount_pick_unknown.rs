//! A place that picks what its data does not have.

use std::collections::BTreeSet;

use crate::check::data::{self, Holding};
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::mount::MountKind;
use crate::value::Name;
use crate::vietnamese::did_you_mean;

/// A place of the body prints only some ids or a group, which the data does not have.
pub static RULE: Rule = Rule {
    code: Code::UnknownId,
    level: Severity::Error,
    reason: "chỗ in không có gì để in",
    about: "Chỗ này chọn một mã hoặc một nhóm mà dữ liệu được in không có. Sửa theo gợi ý, hoặc khai báo mã, nhóm ấy.",
    wrong: "noi_dung: [{in: chi_tieu, chon: [ho_ngeo]}]\nchi_tieu: {ho_ngheo: {loi: Giảm hộ nghèo}}",
    right: "noi_dung: [{in: chi_tieu, chon: [ho_ngheo]}]\nchi_tieu: {ho_ngheo: {loi: Giảm hộ nghèo}}",
    check,
};

/// Unknown ids for which the right one is sought; nobody reads more.
const MOST_SUGGESTIONS: usize = 30;

/// Ids that are told when none is near.
const MOST_NAMED: usize = 30;

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for &kind in MountKind::ALL {
        let holding = Holding::new(case.plan, kind);
        let ids: BTreeSet<&str> = holding.ids().collect();
        let groups: BTreeSet<&str> = holding.groups().collect();
        let mounts = case.plan.mounts().into_iter().filter(|mount| mount.kind.value == kind);
        for mount in mounts.filter(|_| data::holds(case.plan, kind)) {
            let picks = mount.pick.iter().map(|pick| (pick, &ids, "mã"));
            for (wanted, known, what) in picks.chain(mount.group.iter().map(|group| (group, &groups, "nhóm"))) {
                if !known.contains(wanted.words.as_str()) {
                    found.push(unknown(wanted, known, what, found.len() < MOST_SUGGESTIONS));
                }
            }
        }
    }
}

fn unknown(wanted: &Name, known: &BTreeSet<&str>, what: &str, suggest: bool) -> Diagnostic {
    let near = suggest.then(|| did_you_mean(&wanted.words, known.iter().copied())).flatten();
    let help = near.unwrap_or_else(|| {
        if known.is_empty() {
            format!("bỏ khóa này: dữ liệu in ở đây không có {what} nào")
        } else {
            let more = if known.len() > MOST_NAMED { ", …" } else { "" };
            format!("có: {}{more}", known.iter().copied().take(MOST_NAMED).collect::<Vec<_>>().join(", "))
        }
    });
    let message = format!("dữ liệu in ở đây không có {what} «{}»", wanted.words);
    Diagnostic::error(Code::UnknownId, wanted.span.clone(), message).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn ids_and_groups_are_there() {
        let targets = "chi_tieu: {ho_ngheo: {loi: a, nhom: chung}}";
        let picks = format!("noi_dung: [{{in: chi_tieu, chon: [ho_ngheo, x]}}]\n{targets}");
        check(&RULE, &picks, &["lỗi «x»: dữ liệu in ở đây không có mã «x»"]);
        let group = format!("noi_dung: [{{in: chi_tieu, nhom: khac}}, {{in: chi_tieu, nhom: chung}}]\n{targets}");
        check(&RULE, &group, &["lỗi «khac»: dữ liệu in ở đây không có nhóm «khac»"]);
        let tasks = "noi_dung: [{in: nhiem_vu, nhom: a}]\nnhiem_vu: {a: {viec: A}}";
        check(&RULE, tasks, &["lỗi «a»: dữ liệu in ở đây không có nhóm «a»"]);
        let duties = "noi_dung: [{in: trach_nhiem, chon: [a, b]}]\ntrach_nhiem: [{co_quan: [a, b], loi: A}]";
        check(&RULE, duties, &[]);
    }
}
