//! An issuer that co-operates with itself.

use crate::check::mentions::{self, Mention, Who};
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::project;
use crate::value::IdOrText;

/// The issuer is named among those that co-operate.
pub const ISSUER_COOPERATING: Code = Code {
    id: "KH-0407",
    title: "cơ quan ban hành phối hợp với chính mình",
    about: "Cơ quan ban hành giao việc cho cơ quan khác; ghi nó ở phoi_hop là tự phối hợp với mình. Ghi đơn vị của nó làm việc \
            ấy, hoặc xóa đi. Kế hoạch do nhiều cơ quan cùng ban hành thì được.",
};

/// A task or a project names the only issuer of the plan among those that co-operate.
pub static RULE: Rule = Rule {
    code: ISSUER_COOPERATING,
    level: Severity::Warning,
    reason: "cơ quan ban hành chỉ đạo việc, không phối hợp với cấp dưới của mình",
    about: ISSUER_COOPERATING.about,
    wrong: "co_quan_ban_hanh: xa\nco_quan: {xa: {ten: UBND xã}, kt: {ten: Phòng Kinh tế}}\nnhiem_vu: {a: {viec: A, chu_tri: kt, phoi_hop: [xa]}}",
    right: "co_quan_ban_hanh: xa\nco_quan: {xa: {ten: UBND xã}, kt: {ten: Phòng Kinh tế}}\nnhiem_vu: {a: {viec: A, chu_tri: kt}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    let Some(issuer) = only_issuer(plan) else { return };
    // Tasks and projects have the same word for those that co-operate.
    let cooperates = |mention: &&Mention<'_>| mention.key == project::COOPERATING.name();
    let groups = [mentions::of_tasks(plan), mentions::of_projects(plan)];
    for mention in groups.iter().flatten().flatten().filter(cooperates) {
        let Who::Id(id) = mention.who else { continue };
        if id.name == issuer {
            let message = format!("cơ quan ban hành «{issuer}» ghi ở «{}», tức là tự phối hợp với mình", mention.key);
            let help = "ghi đơn vị trực tiếp làm việc này, hoặc xóa mã";
            let place = mention.span().first_line();
            found.push(Diagnostic::error(ISSUER_COOPERATING, place, message).as_warning().help(help));
        }
    }
}

/// The id of the issuer, where there is one alone.
fn only_issuer(plan: &Plan) -> Option<&str> {
    match plan.issuers.0.as_slice() {
        [IdOrText::Id(id)] => Some(&id.name),
        [IdOrText::Text(words)] => mentions::declared(plan, words),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn only_one_alone_cannot_cooperate_with_itself() {
        let plan = |issuers: &str| {
            format!(
                "co_quan_ban_hanh: {issuers}\nco_quan: {{xa: {{ten: UBND xã}}, mt: {{ten: MTTQ xã}}}}\n\
                 du_an: {{a: {{chu_tri: mt, phoi_hop: [xa]}}}}\nnguoi_ky: [{{chuc_vu: Chủ tịch}}, {{chuc_vu: Chủ tịch}}]"
            )
        };
        let message = "cảnh báo «xa»: cơ quan ban hành «xa» ghi ở «phoi_hop», tức là tự phối hợp với mình";
        check(&RULE, &plan("xa"), &[message]);
        check(&RULE, &plan("UBND xã"), &[message]);
        check(&RULE, &plan("[xa, mt]"), &[]);
    }
}
