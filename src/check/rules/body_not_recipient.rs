//! A body that must do something and does not receive the plan.

use std::collections::BTreeSet;

use crate::check::mentions::{self, Who};
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::body::{self, Body};
use crate::plan::project;
use crate::plan::recipient::Recipient;
use crate::plan::whole::{BODIES, RECIPIENTS};
use crate::value::{IdOrText, Ref, Text};

/// A body with a duty that does not receive the plan.
pub const NOT_RECIPIENT: Code = Code {
    id: "KH-0410",
    title: "cơ quan có việc mà không có ở nơi nhận",
    about: "Cơ quan có trách nhiệm, chủ trì hoặc phối hợp việc, nhận báo cáo phải nhận được kế hoạch: ghi mã của nó ở noi_nhan, hoặc ghi \
            một nhóm mà nó thuộc về. Dòng nơi nhận chỉ có lời chung như «Các ban, ngành» thì không báo, vì không rõ gồm những ai.",
};

/// A body that has a duty, leads something or co-operates in it, or is reported to is on no line of recipients.
pub static RULE: Rule = Rule {
    code: NOT_RECIPIENT,
    level: Severity::Warning,
    reason: "cơ quan không nhận được kế hoạch thì không làm được việc kế hoạch giao",
    about: NOT_RECIPIENT.about,
    wrong: "co_quan: {kt: {ten: Phòng Kinh tế}, yt: {ten: Trạm Y tế}}\n\
            trach_nhiem: [{co_quan: kt, loi: Rà soát.}, {co_quan: yt, loi: Khám bệnh.}]\nnoi_nhan: [kt]",
    right: "co_quan: {kt: {ten: Phòng Kinh tế}, yt: {ten: Trạm Y tế}}\n\
            trach_nhiem: [{co_quan: kt, loi: Rà soát.}, {co_quan: yt, loi: Khám bệnh.}]\nnoi_nhan: [kt, yt]",
    check,
};

/// Bodies that are named; more are counted.
const MOST_NAMED: usize = 6;
/// Words of a line that speaks of bodies without naming them.
const COLLECTIVE: [&str; 7] = [" ngành", " phòng", " sở", "cơ quan", "đơn vị", "như ", "đoàn thể"];

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    let lines = &plan.recipients;
    // A line of general words may mean anybody.
    if plan.attached.is_some() || lines.is_empty() || lines.iter().any(|line| is_open(plan, line)) {
        return;
    }
    let received = received(plan);
    let groups: BTreeSet<&str> =
        lines.iter().filter_map(|line| line.group.as_ref()).map(|group| group.words.as_str()).collect();
    let is_covered = |id: &str| {
        let in_group = |body: &Body| body.groups.iter().any(|group| groups.contains(group.words.as_str()));
        received.contains(id)
            || plan.bodies.get(id).is_none_or(|body| in_group(body) || is_anybody(body) || is_of_issuer(plan, body))
    };
    let mut known = BTreeSet::new();
    let missing: Vec<_> =
        duties(plan).filter(|(body, _)| !is_covered(&body.name) && known.insert(body.name.as_str())).collect();
    found.extend(finding(plan, &missing));
}

/// Everybody who has a duty or is reported to, and what for.
fn duties(plan: &Plan) -> impl Iterator<Item = (&Ref<Body>, &'static str)> {
    let responsible =
        plan.responsibilities.iter().flat_map(|duty| &duty.bodies.0).map(|body| (body, "có trách nhiệm ở đây"));
    let named = mentions::of_tasks(plan).into_iter().chain(mentions::of_projects(plan)).flatten();
    let named = named.filter_map(move |mention| match mention.who {
        Who::Id(id) if mention.key == project::COOPERATING.name() => {
            (!is_anybody_concerned(plan, id)).then_some((id, "phối hợp ở đây"))
        }
        Who::Id(id) => Some((id, "chủ trì việc ở đây")),
        Who::Words(_) => None,
    });
    let reporting = plan.reports.values().flat_map(|report| {
        let from = report.from.0.iter().map(|body| (body, "phải báo cáo ở đây"));
        let to = report.to.0.iter().chain(&report.via).map(|body| (body, "nhận báo cáo ở đây"));
        from.chain(to)
    });
    responsible.chain(named).chain(reporting)
}

/// Those who receive the plan by their id, or by their name in words, and the issuers.
fn received(plan: &Plan) -> BTreeSet<&str> {
    let mut received: BTreeSet<&str> = BTreeSet::new();
    for issuer in &plan.issuers.0 {
        match issuer {
            IdOrText::Id(id) => _ = received.insert(&id.name),
            IdOrText::Text(words) => received.extend(mentions::declared(plan, words)),
        }
    }
    let lines = || plan.recipients.iter().filter_map(|line| line.text.as_ref());
    for named in lines().flat_map(Text::values) {
        if let [registry, id, ..] = named.path.as_slice()
            && registry == BODIES.name()
        {
            received.insert(id);
        }
    }
    let words: Vec<String> = lines().map(|text| text.letters().to_lowercase()).collect();
    received.extend(plan.recipients.iter().flat_map(|line| &line.bodies.0).map(|body| body.name.as_str()));
    for (id, body) in plan.bodies.iter() {
        let mut names = body.name.iter().chain(&body.short).map(|name| name.letters().to_lowercase());
        if names.any(|name| words.iter().any(|words| words.contains(&name))) {
            received.insert(&id.name);
        }
    }
    received
}

/// Whether a line speaks of bodies that are not told: of words alone, or of a body that is many and no declared group.
fn is_open(plan: &Plan, line: &Recipient) -> bool {
    let is_general = |words: &str| COLLECTIVE.iter().any(|word| words.contains(word));
    let many = |words: &str| (words.starts_with("các ") || words.starts_with("như ")) && is_general(words);
    if line.group.is_some() {
        return false;
    }
    if line.bodies.0.is_empty() {
        return line.text.as_ref().is_none_or(|text| many(&text.letters().to_lowercase()));
    }
    let body = |id: &Ref<Body>| plan.bodies.get(&id.name).and_then(|body| body.name.as_ref());
    match line.bodies.0.as_slice() {
        [one] => body(one).is_some_and(|name| {
            let name = name.letters().to_lowercase();
            many(&name) && !name.contains("thành viên")
        }),
        _ => false,
    }
}

/// Whether a body is some of every level: who of them receives the plan, no list tells.
fn is_anybody(body: &Body) -> bool {
    body.name.as_ref().is_some_and(|name| name.letters().to_lowercase().contains("các cấp"))
}

/// Whether a body that co-operates is whoever is concerned: «các phòng, ban liên quan».
fn is_anybody_concerned(plan: &Plan, id: &Ref<Body>) -> bool {
    let name = plan.bodies.get(&id.name).and_then(|body| body.name.as_ref()).map(|name| name.letters().to_lowercase());
    name.is_some_and(|name| name.starts_with("các ") || name.contains("liên quan"))
}

/// Whether a body is who leads the issuer: the plan is its own.
fn is_of_issuer(plan: &Plan, body: &Body) -> bool {
    let is_issuer =
        |id: &str| plan.issuers.0.iter().any(|issuer| matches!(issuer, IdOrText::Id(own) if own.name == id));
    let leads = body.name.as_ref().is_some_and(|name| name.letters().contains("Chủ tịch"));
    leads && body.parent.as_ref().is_some_and(|parent| is_issuer(&parent.name))
}

fn finding(plan: &Plan, missing: &[(&Ref<Body>, &'static str)]) -> Option<Diagnostic> {
    let (first, _) = missing.first()?;
    let quoted: Vec<_> = missing.iter().take(MOST_NAMED).map(|(body, _)| format!("«{}»", body.name)).collect();
    let beyond = missing.len().saturating_sub(MOST_NAMED);
    let beyond = if beyond > 0 { format!(" và {beyond} cơ quan khác") } else { String::new() };
    let message = format!("{}{beyond} có việc trong kế hoạch mà không có ở nơi nhận", quoted.join(", "));
    let help = format!(
        "thêm mã vào «{}»: - {}; nếu một dòng đã gồm cơ quan ấy thì ghi «{}» ở cơ quan và ở dòng ấy",
        RECIPIENTS.name(),
        first.name,
        body::GROUPS.name()
    );
    let place = plan.place.of(RECIPIENTS.name());
    let finding = Diagnostic::error(NOT_RECIPIENT, place, message).as_warning().help(help);
    let labels = missing.iter().take(MOST_NAMED);
    Some(labels.fold(finding, |finding, (body, why)| finding.label(body.span.first_line(), *why)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    fn plan(recipients: &str) -> String {
        format!(
            "co_quan_ban_hanh: xa\nco_quan: {{xa: {{ten: UBND xã}}, ct: {{ten: Chủ tịch UBND xã, thuoc: xa}}, kt: {{ten: Phòng Kinh tế, nhom: [phong]}}, yt: {{ten: Trạm Y tế}}, \
             so: {{ten: Sở Y tế}}, bn: {{ten: \"Các ban, ngành xã\"}}}}\n\
             nhiem_vu: {{a: {{viec: A, chu_tri: kt, phoi_hop: [bn]}}, b: {{viec: B, chu_tri: ct}}}}\n\
             bao_cao: {{b: {{noi_dung: B, co_quan: yt, gui: [so, xa]}}}}\nnoi_nhan: {recipients}"
        )
    }

    #[test]
    fn ids_groups_and_names_cover() {
        let message = |ids: &str| format!("cảnh báo «noi_nhan»: {ids} có việc trong kế hoạch mà không có ở nơi nhận");
        check(&RULE, &plan("[Lưu trữ]"), &[&message("«kt», «yt», «so»")]);
        check(&RULE, &plan("[{nhom: phong}, so]"), &[&message("«yt»")]);
        check(&RULE, &plan("[kt, \"Sở Y tế, Trạm Y tế\"]"), &[]);
    }

    #[test]
    fn who_cooperates_receives_the_plan_too() {
        let plan = plan("[kt, yt, so]").replace("phoi_hop: [bn]", "phoi_hop: [bn, dtn]");
        let plan = plan.replace("co_quan: {xa:", "co_quan: {dtn: {ten: Đoàn Thanh niên}, xa:");
        let message = "cảnh báo «noi_nhan»: «dtn» có việc trong kế hoạch mà không có ở nơi nhận";
        check(&RULE, &plan, &[message]);
    }

    #[test]
    fn general_words_may_mean_anybody() {
        check(&RULE, &plan("[Như trên]"), &[]);
        check(&RULE, &plan("[\"Các ban, ngành, đoàn thể xã\"]"), &[]);
        check(&RULE, &plan("[bn]"), &[]);
    }
}
