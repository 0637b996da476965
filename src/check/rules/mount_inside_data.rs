//! Data or tables that are to be printed inside data.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::block::{AGENDA, Block, MOUNT, TABLE};
use crate::plan::whole::CONTENT;
use crate::plan::{duty, project};

/// The contents of a project or the list of a duty print data or hold a table.
pub static RULE: Rule = Rule {
    code: Code::Incompatible,
    level: Severity::Error,
    reason: "lời bên trong dữ liệu được in nguyên, không gọi dữ liệu khác",
    about: "Nội dung của dự án và việc của cơ quan chỉ có lời. Đưa chỗ in dữ liệu và bảng ra nội dung của kế hoạch.",
    wrong: "trach_nhiem: [{co_quan: a, viec: [{in: nhiem_vu}]}]\nnhiem_vu: {b: {viec: B}}",
    right: "trach_nhiem: [{co_quan: a, viec: [Rà soát.]}]\nnhiem_vu: {b: {viec: B}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for project in case.plan.projects.values() {
        judge(&project.content, project::CONTENT.name(), found);
    }
    for duty in &case.plan.responsibilities {
        judge(&duty.items, duty::ITEMS.name(), found);
    }
}

fn judge(blocks: &[Block], holder: &str, found: &mut Vec<Diagnostic>) {
    let mut look = |block: &Block| {
        for key in [MOUNT.name(), TABLE.name(), AGENDA.name()] {
            if let Some(span) = block.place.key(key) {
                let message = format!("«{key}» không dùng được trong «{holder}»");
                let help = format!("đưa chỗ in này ra «{}» của kế hoạch", CONTENT.name());
                found.push(Diagnostic::error(Code::Incompatible, span.clone(), message).help(help));
            }
        }
    };
    for block in blocks {
        block.visit(&mut look);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn data_holds_words_alone() {
        let project = "du_an: {a: {noi_dung: [{muc: M, gach: [{in: chi_tieu}]}]}}";
        check(&RULE, project, &["lỗi «in»: «in» không dùng được trong «noi_dung»"]);
        let duty = "trach_nhiem: [{co_quan: a, viec: [{bang: {cot: [{ten: A}], dong: [[x]]}}]}]";
        check(&RULE, duty, &["lỗi «bang»: «bang» không dùng được trong «viec»"]);
        check(&RULE, "noi_dung: [{in: chi_tieu}]", &[]);
    }
}
