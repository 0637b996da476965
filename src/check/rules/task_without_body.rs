//! A task that nobody has.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::task::{LEAD, Task};
use crate::value::{Id, Registry};
use crate::vietnamese::shortened;

/// A task without a lead.
pub const WITHOUT_BODY: Code = Code {
    id: "KH-0408",
    title: "nhiệm vụ không có cơ quan chủ trì",
    about: "Mỗi nhiệm vụ có một cơ quan chủ trì; nhiệm vụ trong nhóm không ghi thì theo nhóm. Kế hoạch không quen giao cơ quan cho \
            từng nhiệm vụ thì không báo.",
};

/// A task has no lead, though most have one.
pub static RULE: Rule = Rule {
    code: WITHOUT_BODY,
    level: Severity::Warning,
    reason: "việc không ghi ai chủ trì thì không ai phải làm",
    about: WITHOUT_BODY.about,
    wrong: "co_quan: {kt: {ten: Phòng Kinh tế}}\nnhiem_vu: {a: {viec: Rà soát, chu_tri: kt}, b: {viec: Cho vay, chu_tri: kt}, c: {viec: Tập huấn}}",
    right: "co_quan: {kt: {ten: Phòng Kinh tế}}\nnhiem_vu: {a: {viec: Rà soát, chu_tri: kt}, b: {viec: Cho vay, chu_tri: kt}, c: {viec: Tập huấn, chu_tri: kt}}",
    check,
};

/// Tasks with a lead that make it a habit of the plan to give one.
const FEWEST: usize = 2;
/// Places that are shown; more are counted.
const MOST_SHOWN: usize = 5;

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let tasks = &case.plan.tasks;
    let mut lacking = Vec::new();
    let led = collect(tasks, &mut lacking);
    let [(first, task), more @ ..] = lacking.as_slice() else { return };
    if led < FEWEST || led < lacking.len() {
        return;
    }
    let words = task.text.as_ref().map_or_else(|| first.name.clone(), |text| shortened(&text.letters()));
    let message = match more.len() {
        0 => format!("nhiệm vụ «{words}» không có cơ quan chủ trì"),
        count => format!("nhiệm vụ «{words}» và {count} nhiệm vụ khác không có cơ quan chủ trì"),
    };
    let help = format!("ghi mã cơ quan ở khóa «{}»", LEAD.name());
    let finding = Diagnostic::error(WITHOUT_BODY, first.span.clone(), message).as_warning().help(help);
    let labels = more.iter().take(MOST_SHOWN);
    found.push(labels.fold(finding, |finding, (id, _)| finding.label(id.span.clone(), "cũng không ghi ai chủ trì")));
}

/// Collects the tasks below some that nobody leads; how many are led.
fn collect<'a>(tasks: &'a Registry<Task>, lacking: &mut Vec<(&'a Id, &'a Task)>) -> usize {
    let mut led = 0;
    for (id, task) in tasks.iter() {
        let is_led = task.lead.is_some() || !task.co_leads.0.is_empty();
        led += usize::from(is_led);
        // Whom a mistyped key names is not known, but it names somebody.
        if is_led || task.place.is_refused(LEAD.name()) {
            continue;
        }
        if task.is_group() {
            led += collect(&task.tasks, lacking);
        } else {
            lacking.push((id, task));
        }
    }
    led
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn a_group_leads_for_its_tasks() {
        let plan = |tasks: &str| format!("co_quan: {{kt: {{ten: Phòng Kinh tế}}}}\nnhiem_vu: {{{tasks}}}");
        check(&RULE, &plan("a: {viec: A}, b: {viec: B}"), &[]);
        check(&RULE, &plan("g: {viec: G, chu_tri: kt, nhiem_vu: {a: {viec: A}, b: {viec: B}}}"), &[]);
        let group = "d: {viec: D, chu_tri: kt}, g: {viec: G, nhiem_vu: {a: {viec: A, chu_tri: Các thôn}, b: {viec: B}, c: {viec: C, phoi_hop: kt}}}";
        let message = "cảnh báo «b»: nhiệm vụ «B» và 1 nhiệm vụ khác không có cơ quan chủ trì";
        check(&RULE, &plan(group), &[message]);
        check(&RULE, &plan("a: {viec: A, chu_tri: kt}, b: {viec: B}"), &[]);
    }
}
