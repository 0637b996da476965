//! A target for which nobody answers.

use std::collections::BTreeSet;

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::target::{OWNER, Target};
use crate::plan::task::Task;
use crate::value::{Id, Registry};

/// A target without an owner.
pub const WITHOUT_OWNER: Code = Code {
    id: "KH-0409",
    title: "chỉ tiêu không có cơ quan phụ trách",
    about: "Mỗi chỉ tiêu có số có một cơ quan phụ trách: ở khóa phu_trach, hoặc là cơ quan chủ trì một nhiệm vụ phục vụ chỉ tiêu \
            ấy. Chỉ tiêu con không ghi thì theo chỉ tiêu chứa nó. Kế hoạch không quen ghi phụ trách thì không báo.",
};

/// A target with a figure has no owner, though most have one.
pub static RULE: Rule = Rule {
    code: WITHOUT_OWNER,
    level: Severity::Warning,
    reason: "chỉ tiêu không ai phụ trách thì cuối kỳ không ai trả lời",
    about: WITHOUT_OWNER.about,
    wrong: "co_quan: {kt: {ten: Phòng Kinh tế}}\n\
            chi_tieu: {a: {ten: A, gia_tri: 5, phu_trach: kt}, b: {ten: B, gia_tri: 5, phu_trach: kt}, c: {ten: C, gia_tri: 5}}",
    right: "co_quan: {kt: {ten: Phòng Kinh tế}}\n\
            chi_tieu: {a: {ten: A, gia_tri: 5, phu_trach: kt}, b: {ten: B, gia_tri: 5, phu_trach: kt}, c: {ten: C, gia_tri: 5, phu_trach: kt}}",
    check,
};

/// Targets with an owner that make it a habit of the plan to give one.
const FEWEST: usize = 2;
/// Ids that are named; more are counted.
const MOST_NAMED: usize = 5;

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    let owned = Target::with_parts(&plan.targets).iter().filter(|(_, target)| target.owner.is_some()).count();
    if owned < FEWEST {
        return;
    }
    let led = Task::all(&plan.tasks).into_iter().filter(|(_, task)| task.lead.is_some());
    let served: BTreeSet<&str> = led.flat_map(|(_, task)| &task.targets.0).map(|target| target.name.as_str()).collect();
    let mut lacking = Vec::new();
    collect(&plan.targets, &served, &mut lacking);
    let [first, more @ ..] = lacking.as_slice() else { return };
    if owned < lacking.len() {
        return;
    }
    let quoted: Vec<_> = lacking.iter().take(MOST_NAMED).map(|id| format!("«{}»", id.name)).collect();
    let beyond = lacking.len().saturating_sub(MOST_NAMED);
    let beyond = if beyond > 0 { format!(" và {beyond} chỉ tiêu khác") } else { String::new() };
    let message = format!("chỉ tiêu {}{beyond} không có cơ quan phụ trách", quoted.join(", "));
    let help = format!("ghi mã cơ quan ở khóa «{}»", OWNER.name());
    let finding = Diagnostic::error(WITHOUT_OWNER, first.span.clone(), message).as_warning().help(help);
    let labels = more.iter().take(MOST_NAMED - 1);
    found.push(labels.fold(finding, |finding, id| finding.label(id.span.clone(), "cũng không ghi ai phụ trách")));
}

fn collect<'a>(targets: &'a Registry<Target>, served: &BTreeSet<&str>, lacking: &mut Vec<&'a Id>) {
    for (id, target) in targets.iter() {
        let is_owned = target.owner.is_some() || served.contains(id.name.as_str());
        if is_owned || target.place.is_refused(OWNER.name()) {
            continue;
        }
        let parts = target.parts.len();
        let before = lacking.len();
        collect(&target.parts, served, lacking);
        let owned_by_parts = parts > 0 && lacking.len() == before;
        if is_measured(target) && !owned_by_parts {
            // One gap is said once, at the outermost.
            lacking.truncate(before);
            lacking.push(id);
        }
    }
}

/// Whether a target has a figure; one of words alone is a wish.
fn is_measured(target: &Target) -> bool {
    let levels = target.value.is_some() || target.level.is_some() || target.to.is_some();
    levels || target.decrease.is_some() || target.increase.is_some() || target.fraction.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn one_finding_names_all() {
        let plan = |targets: &str, rest: &str| {
            format!(
                "co_quan: {{kt: {{ten: Phòng Kinh tế}}}}\nchi_tieu: {{a: {{ten: A, gia_tri: 5, phu_trach: kt}}, z: {{ten: Z, gia_tri: 5, phu_trach: kt}}, {targets}}}\n{rest}"
            )
        };
        let two = "b: {ten: B, giam: 1}, c: {loi: Hạn chế tái nghèo}, d: {ten: D, con: 2, trong_do: {e: {ten: E, gia_tri: 1}}}";
        check(&RULE, &plan(two, ""), &["cảnh báo «b»: chỉ tiêu «b», «d» không có cơ quan phụ trách"]);
        let served = "nhiem_vu: {x: {viec: X, chu_tri: kt, chi_tieu: [b, d]}}";
        check(&RULE, &plan(two, served), &[]);
        let parts = "d: {ten: D, con: 2, trong_do: {e: {ten: E, gia_tri: 1, phu_trach: kt}}}";
        check(&RULE, &plan(parts, ""), &[]);
    }

    #[test]
    fn plans_without_owners_are_left_alone() {
        check(&RULE, "chi_tieu: {a: {ten: A, gia_tri: 5}}", &[]);
        check(&RULE, "chi_tieu: {a: {ten: A, gia_tri: 5, phu_trach: x}, b: {ten: B, gia_tri: 5}}", &[]);
    }
}
