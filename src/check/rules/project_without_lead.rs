//! A project that nobody leads.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::project::{ASSIGNMENT, LEAD, Project};
use crate::value::Id;

/// A project that nobody leads.
pub const WITHOUT_LEAD: Code = Code {
    id: "KH-0405",
    title: "dự án không có cơ quan chủ trì",
    about: "Mỗi Dự án, Tiểu dự án mà kế hoạch thực hiện có đúng một cơ quan chủ trì. Tiểu dự án không ghi thì theo Dự án chứa \
            nó; Dự án mà mọi Tiểu dự án đều có cơ quan chủ trì thì không cần ghi.",
};

/// A project of the plan has no lead, though others have one.
pub static RULE: Rule = Rule {
    code: WITHOUT_LEAD,
    level: Severity::Error,
    reason: "dự án không ai chủ trì thì không ai phải làm",
    about: WITHOUT_LEAD.about,
    wrong: "co_quan: {kt: {ten: Phòng Kinh tế}}\ndu_an: {a: {chu_tri: kt}, b: {muc_tieu: Giảm nghèo}}",
    right: "co_quan: {kt: {ten: Phòng Kinh tế}}\ndu_an: {a: {chu_tri: kt}, b: {chu_tri: kt, muc_tieu: Giảm nghèo}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    // Who leads no project by data says so in sentences of the body, or nowhere yet.
    if !plan.projects.values().any(has_lead) {
        return;
    }
    let lacking = plan.projects.iter().filter(|(id, project)| !has_lead(project) && !is_covered(plan, id));
    found.extend(lacking.map(|(id, project)| finding(id, project)));
}

/// Whether a project says who leads it, or says so in words.
fn has_lead(project: &Project) -> bool {
    let in_words = project.assignment.as_ref().is_some_and(|words| words.letters().to_lowercase().contains("chủ trì"));
    project.lead.is_some() || !project.co_leads.0.is_empty() || in_words || project.place.is_refused(LEAD.name())
}

/// Whether the project around one has a lead, or each project within it.
fn is_covered(plan: &Plan, id: &Id) -> bool {
    let Some(programme) = &plan.programme else { return false };
    let around = programme.part_of(&id.name).and_then(|around| plan.projects.get(around));
    if around.is_some_and(has_lead) {
        return true;
    }
    let mut parts = plan.projects.iter().filter(|(part, _)| programme.part_of(&part.name) == Some(&id.name)).peekable();
    parts.peek().is_some() && parts.all(|(_, part)| has_lead(part))
}

fn finding(id: &Id, project: &Project) -> Diagnostic {
    let message = format!("dự án «{}» không có cơ quan chủ trì", id.name);
    let key = LEAD.name();
    let finding = Diagnostic::error(WITHOUT_LEAD, id.span.clone(), message);
    match &project.assignment {
        Some(words) => finding
            .label(words.span.first_line(), format!("«{}» không nói ai chủ trì", ASSIGNMENT.name()))
            .help(format!("nói ai chủ trì trong «{}», hoặc ghi mã cơ quan ở khóa «{key}»", ASSIGNMENT.name())),
        None => finding.help(format!("ghi mã cơ quan ở khóa «{key}»")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    const REST: &str = "co_quan: {kt: {ten: Phòng Kinh tế}}\n\
                        chuong_trinh: {ten: CT, du_an: {d1: {so: 1, ten: A}, t1: {so: 1, ten: B, thuoc: d1}, d2: {so: 2, ten: C}}}";

    #[track_caller]
    fn lacking(projects: &str, ids: &[&str]) {
        let message = |id: &&str| format!("lỗi «{id}»: dự án «{id}» không có cơ quan chủ trì");
        let messages: Vec<_> = ids.iter().map(message).collect();
        check(&RULE, &format!("{REST}\ndu_an: {projects}"), &messages.iter().map(String::as_str).collect::<Vec<_>>());
    }

    #[test]
    fn each_project_has_a_lead() {
        lacking("{d1: {chu_tri: kt}, d2: {phoi_hop: kt}}", &["d2"]);
        lacking("{d1: {chu_tri: kt}, d2: {phan_cong: Phòng Kinh tế quản lý}}", &["d2"]);
        lacking("{d1: {chu_tri: kt}, d2: {phan_cong: Phòng Kinh tế chủ trì}}", &[]);
        lacking("{d1: {phoi_hop: kt}, d2: {phoi_hop: kt}}", &[]);
    }

    #[test]
    fn a_part_goes_with_its_whole() {
        lacking("{d1: {chu_tri: kt}, t1: {phoi_hop: kt}}", &[]);
        lacking("{d1: {phoi_hop: kt}, t1: {chu_tri: kt}}", &[]);
        lacking("{d1: {phoi_hop: kt}, t1: {phoi_hop: kt}, d2: {chu_tri: kt}}", &["d1", "t1"]);
    }
}
