//! A body that is named twice for one thing.

use crate::check::mentions::{self, Mention, Who};
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;

/// A body that is named twice for one task, one project or one item of an agenda.
pub const BODY_TWICE: Code = Code {
    id: "KH-0322",
    title: "cơ quan ghi hai lần",
    about: "Một cơ quan được ghi hai lần ở cùng một nhiệm vụ, dự án hay mục của lịch. Xóa một trong hai chỗ.",
};

/// A task, a project or an item of an agenda names the same body twice.
pub static RULE: Rule = Rule {
    code: BODY_TWICE,
    level: Severity::Warning,
    reason: "một cơ quan vừa chủ trì vừa phối hợp thì không rõ ai làm gì",
    about: "Ở một nhiệm vụ, một dự án, mỗi cơ quan chỉ ghi một lần: chủ trì, đồng chủ trì hoặc phối hợp. Ở một mục của lịch cũng vậy.",
    wrong: "co_quan: {kt: {ten: Phòng Kinh tế}}\nnhiem_vu: {a: {viec: A, chu_tri: kt, phoi_hop: [kt]}}",
    right: "co_quan: {kt: {ten: Phòng Kinh tế}, yt: {ten: Trạm Y tế}}\nnhiem_vu: {a: {viec: A, chu_tri: kt, phoi_hop: [yt]}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    let groups = [mentions::of_tasks(plan), mentions::of_projects(plan), mentions::of_agendas(plan)];
    for mentions in groups.iter().flatten() {
        let mut known: Vec<(String, Mention<'_>)> = Vec::new();
        for mention in mentions {
            let who = name(plan, *mention);
            match known.iter().find(|(first, _)| *first == who) {
                Some((who, first)) => found.push(finding(&shown(who, *mention), *first, *mention)),
                None => known.push((who, *mention)),
            }
        }
    }
}

/// By what a body is known: the id that is written or whose words are, else the words.
fn name(plan: &Plan, mention: Mention<'_>) -> String {
    match mention.who {
        Who::Id(id) => id.name.clone(),
        Who::Words(text) => mentions::declared(plan, text).map_or_else(|| text.letters().to_lowercase(), str::to_owned),
    }
}

/// A body as it is written.
fn shown(who: &str, mention: Mention<'_>) -> String {
    match mention.who {
        Who::Words(text) if text.letters().to_lowercase() == who => text.letters(),
        Who::Id(_) | Who::Words(_) => who.to_owned(),
    }
}

fn finding(who: &str, first: Mention<'_>, second: Mention<'_>) -> Diagnostic {
    let message = if first.key == second.key {
        format!("«{}» ghi «{who}» hai lần", first.key)
    } else {
        format!("«{who}» đã ghi ở «{}», nay lại ghi ở «{}»", first.key, second.key)
    };
    Diagnostic::error(BODY_TWICE, second.span().first_line(), message)
        .as_warning()
        .label(first.span().first_line(), "ghi lần đầu ở đây")
        .help("xóa một trong hai chỗ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    const BODIES: &str = "co_quan: {kt: {ten: Phòng Kinh tế, ten_ngan: Phòng KT}, yt: {ten: Trạm Y tế}}";

    #[test]
    fn a_body_stands_once_in_a_task() {
        let task = |keys: &str| format!("{BODIES}\nnhiem_vu: {{a: {{viec: A, nhiem_vu: {{b: {{viec: B, {keys}}}}}}}}}");
        let both = "cảnh báo «kt»: «kt» đã ghi ở «chu_tri», nay lại ghi ở «dong_chu_tri»";
        check(&RULE, &task("chu_tri: kt, dong_chu_tri: {kt: phần A}"), &[both]);
        check(&RULE, &task("phoi_hop: [yt, kt, kt]"), &["cảnh báo «kt»: «phoi_hop» ghi «kt» hai lần"]);
        let words = "cảnh báo «phòng kinh tế»: «kt» đã ghi ở «chu_tri», nay lại ghi ở «phoi_hop»";
        check(&RULE, &task("chu_tri: kt, phoi_hop: [phòng kinh tế]"), &[words]);
        let written = "cảnh báo «Công an xã»: «phoi_hop» ghi «Công an xã» hai lần";
        check(&RULE, &task("chu_tri: kt, phoi_hop: [Công an xã, Công an xã]"), &[written]);
        check(
            &RULE,
            &task("phoi_hop: [Các thôn, các thôn]"),
            &["cảnh báo «các thôn»: «phoi_hop» ghi «các thôn» hai lần"],
        );
        check(&RULE, &task("chu_tri: kt, dong_chu_tri: yt, phoi_hop: [Các thôn]"), &[]);
    }

    #[test]
    fn a_body_stands_once_in_a_project_and_in_an_item_of_an_agenda() {
        let project = "du_an: {da1: {chu_tri: kt, phoi_hop: [yt, kt]}}";
        let both = "cảnh báo «kt»: «kt» đã ghi ở «chu_tri», nay lại ghi ở «phoi_hop»";
        check(&RULE, &format!("{BODIES}\n{project}"), &[both]);
        let item = "{trong: 30 phút, viec: Họp, nguoi: [kt, kt]}, {trong: 30 phút, viec: Bàn, nguoi: [kt]}";
        let agenda = format!("{BODIES}\nnoi_dung: [{{lich: {{bat_dau: 7h30, muc: [{item}]}}}}]");
        check(&RULE, &agenda, &["cảnh báo «kt»: «nguoi» ghi «kt» hai lần"]);
    }
}
