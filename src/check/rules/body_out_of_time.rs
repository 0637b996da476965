//! A body that is not there when the plan names it.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::body::Body;
use crate::schema::{Visitor, Walk};
use crate::source::Span;
use crate::value::{Date, Day, Entity, Home, IdOrText};

/// A body outside the days of its existence.
pub const OUT_OF_TIME: Code = Code {
    id: "KH-0411",
    title: "cơ quan không có vào ngày ấy",
    about: "Danh bạ ghi cơ quan có từ tu_ngay hoặc chỉ đến den_ngay, mà kế hoạch giao việc, gửi cho cơ quan ấy vào ngày khác; hoặc \
            văn bản viện dẫn ghi một cơ quan chưa có, không còn vào ngày ban hành của nó. Dùng cơ quan có vào ngày ấy.",
};

/// A body is used outside the days of its existence.
pub static RULE: Rule = Rule {
    code: OUT_OF_TIME,
    level: Severity::Warning,
    reason: "cơ quan đã giải thể, đổi tên hoặc chưa thành lập thì không nhận việc được",
    about: OUT_OF_TIME.about,
    wrong: "ngay_ban_hanh: 05/3/2026\nnoi_nhan: [cu]\n\
            co_quan: {cu: {ten: Phòng Lao động, den_ngay: 30/6/2025, thay_bang: moi}, moi: {ten: Phòng Văn hóa - Xã hội}}",
    right: "ngay_ban_hanh: 05/3/2026\nnoi_nhan: [moi]\n\
            co_quan: {cu: {ten: Phòng Lao động, den_ngay: 30/6/2025, thay_bang: moi}, moi: {ten: Phòng Văn hóa - Xã hội}}",
    check,
};

/// The bodies that a plan uses, each where it is used first.
#[derive(Default)]
struct Used<'a>(Vec<(&'a str, &'a Span)>);

impl<'a> Visitor<'a> for Used<'a> {
    fn reference(&mut self, home: &'static Home, name: &'a str, span: &'a Span) {
        if home.term == Body::HOME.term && !self.0.iter().any(|(known, _)| *known == name) {
            self.0.push((name, span));
        }
    }
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    // Most registers tell no days.
    if !plan.bodies.values().any(|body| body.from.is_some() || body.until.is_some()) {
        return;
    }
    if let Some(issued) = plan.issue_date() {
        for (name, span) in used(plan).0 {
            found.extend(plan.bodies.get(name).and_then(|body| finding(body, name, span, issued, "kế hoạch")));
        }
    }
    for document in plan.documents.values() {
        let (Some(IdOrText::Id(issuer)), Some(date)) = (&document.issuer, &document.date) else { continue };
        let body = plan.bodies.get(&issuer.name);
        found.extend(body.and_then(|body| finding(body, &issuer.name, &issuer.span, date.value.0, "văn bản này")));
    }
}

fn used(plan: &Plan) -> Used<'_> {
    let mut used = Used::default();
    plan.issuers.walk(&mut used);
    plan.parent.walk(&mut used);
    plan.legal_bases.walk(&mut used);
    plan.content.walk(&mut used);
    plan.appendices.walk(&mut used);
    plan.targets.walk(&mut used);
    plan.projects.walk(&mut used);
    plan.tasks.walk(&mut used);
    plan.responsibilities.walk(&mut used);
    plan.reports.walk(&mut used);
    plan.recipients.walk(&mut used);
    used
}

fn finding(body: &Body, id: &str, span: &Span, date: Date, what: &str) -> Option<Diagnostic> {
    let day = |date: &Option<crate::value::Spanned<crate::value::FullDate>>| {
        date.as_ref().and_then(|date| Some((date.value.0.to_day()?, date.span.clone())))
    };
    let (first, last) = (date.first_day()?, date.last_day()?);
    let name = body.name.as_ref().map_or_else(|| id.to_owned(), |name| name.letters());
    let issued = date.display_short();
    let after = day(&body.until).filter(|(until, _)| *until < first);
    let before = day(&body.from).filter(|(from, _)| *from > last);
    let (day, place, words): (Day, Span, &str) = match (after, before) {
        (Some((day, place)), _) => (day, place, "chỉ có đến ngày"),
        (None, Some((day, place))) => (day, place, "có từ ngày"),
        (None, None) => return None,
    };
    let message = format!("«{name}» {words} {}, mà {what} ban hành {issued}", day.display());
    let help = match &body.replaced_by {
        Some(next) if words.starts_with("chỉ") => format!("dùng «{}», cơ quan thay thế", next.name),
        _ => "dùng cơ quan có vào ngày ấy, hoặc sửa tu_ngay, den_ngay trong danh bạ".to_owned(),
    };
    Some(
        Diagnostic::error(OUT_OF_TIME, span.first_line(), message)
            .as_warning()
            .label(place, "danh bạ ghi ở đây")
            .help(help),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    const BODIES: &str = "co_quan: {cu: {ten: Phòng A, den_ngay: 30/6/2025}, moi: {ten: Phòng B, tu_ngay: 01/7/2025}}";

    #[test]
    fn a_plan_uses_the_bodies_of_its_day() {
        let plan = |date: &str| {
            format!(
                "{BODIES}\nngay_ban_hanh: {date}\nnhiem_vu: {{a: {{viec: A, chu_tri: cu, phoi_hop: [moi]}}}}\nnoi_nhan: [cu]"
            )
        };
        let gone = "cảnh báo «cu»: «Phòng A» chỉ có đến ngày 30/6/2025, mà kế hoạch ban hành 01/7/2025";
        check(&RULE, &plan("01/7/2025"), &[gone]);
        let to_come = "cảnh báo «moi»: «Phòng B» có từ ngày 01/7/2025, mà kế hoạch ban hành 30/6/2025";
        check(&RULE, &plan("30/6/2025"), &[to_come]);
        check(&RULE, &plan("2025"), &[]);
    }

    #[test]
    fn a_document_keeps_the_issuer_of_its_day() {
        let plan = |date: &str| {
            format!("{BODIES}\nngay_ban_hanh: 01/3/2026\nvan_ban: {{v: {{loai: Kế hoạch, ngay: {date}, co_quan: cu}}}}")
        };
        check(&RULE, &plan("01/6/2025"), &[]);
        let message = "cảnh báo «cu»: «Phòng A» chỉ có đến ngày 30/6/2025, mà văn bản này ban hành 02/7/2025";
        check(&RULE, &plan("02/7/2025"), &[message]);
    }
}
