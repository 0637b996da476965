//! A duty whose list would be empty.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::body::Body;
use crate::plan::duty::{Listing, Responsibility};
use crate::plan::lead::Lead;
use crate::plan::task::Task;
use crate::value::{IdOrText, Ref};

/// A list that has nothing to list.
pub const LISTS_NOTHING: Code = Code {
    id: "KH-0333",
    title: "không có gì để liệt kê",
    about: "Khóa liet_ke chờ chương trình liệt kê các dự án, nhiệm vụ của cơ quan, mà cơ quan không có phần nào. Ghi cơ quan vào \
            dự án, nhiệm vụ, hoặc xóa khóa.",
};

/// A duty lists what its bodies lead or co-operate in, and they do nowhere.
pub static RULE: Rule = Rule {
    code: LISTS_NOTHING,
    level: Severity::Warning,
    reason: "điều đã viết mà không in thì người đọc không biết",
    about: LISTS_NOTHING.about,
    wrong: "trach_nhiem: [{co_quan: a, liet_ke: chu_tri}]\nco_quan: {a: {ten: A}}",
    right: "trach_nhiem: [{co_quan: a, liet_ke: chu_tri}]\nnhiem_vu: {n: {viec: N, chu_tri: a}}\nco_quan: {a: {ten: A}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for duty in &case.plan.responsibilities {
        for listing in duty.listings.iter().filter(|listing| !has_part(case.plan, duty, listing.value)) {
            let verb = match listing.value {
                Listing::Leads => "chủ trì",
                Listing::Cooperates => "phối hợp",
            };
            let message = format!("cơ quan này không {verb} dự án, nhiệm vụ nào để liệt kê");
            let help = format!("ghi mã cơ quan vào khóa {} của dự án, nhiệm vụ, hoặc xóa khóa này", listing.word());
            found.push(Diagnostic::error(LISTS_NOTHING, listing.span.clone(), message).as_warning().help(help));
        }
    }
}

fn has_part(plan: &Plan, duty: &Responsibility, listing: Listing) -> bool {
    let is_one = |id: &Ref<Body>| duty.bodies.iter().any(|body| body.name == id.name);
    let is_named = |body: &IdOrText<Body>| match body {
        IdOrText::Id(id) => is_one(id),
        IdOrText::Text(_) => false,
    };
    let leads = |lead: &Lead| is_named(&lead.body);
    let in_projects = plan.projects.values().any(|project| match listing {
        Listing::Leads => project.lead.iter().any(is_one) || project.co_leads.0.iter().any(leads),
        Listing::Cooperates => project.cooperating.iter().any(is_one),
    });
    in_projects
        || Task::all(&plan.tasks).into_iter().any(|(_, task)| match listing {
            Listing::Leads => task.lead.iter().chain(&task.co_leads.0).any(leads),
            Listing::Cooperates => task.cooperating.iter().any(is_named),
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn each_list_has_something() {
        let plan = "trach_nhiem: [{co_quan: a, liet_ke: [chu_tri, phoi_hop]}]\nco_quan: {a: {ten: A}}\n";
        let leads = "cảnh báo «chu_tri»: cơ quan này không chủ trì dự án, nhiệm vụ nào để liệt kê";
        let helps = "cảnh báo «phoi_hop»: cơ quan này không phối hợp dự án, nhiệm vụ nào để liệt kê";
        check(&RULE, plan, &[leads, helps]);
        check(
            &RULE,
            &format!("{plan}nhiem_vu: {{n: {{viec: N, nhiem_vu: {{m: {{viec: M, dong_chu_tri: a}}}}}}}}"),
            &[helps],
        );
        check(&RULE, &format!("{plan}du_an: {{d: {{chu_tri: a, phoi_hop: a}}}}"), &[]);
    }
}
