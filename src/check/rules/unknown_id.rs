//! An id that nobody declares.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::body::Body;
use crate::plan::cited::CitedDocument;
use crate::plan::event::Event;
use crate::plan::funding::Source;
use crate::plan::programme::ProgrammeProject;
use crate::plan::target::Target;
use crate::schema::{Visitor, Walk};
use crate::source::Span;
use crate::value::{Entity, Home};
use crate::vietnamese::{did_you_mean, shortened};

/// An id is used that no place declares.
pub static RULE: Rule = Rule {
    code: Code::UnknownId,
    level: Severity::Error,
    reason: "mã không được khai báo thì không biết in gì",
    about: Code::UnknownId.about,
    wrong: "can_cu: [kh22]\nvan_ban: {kh21: {loai: Kế hoạch}}",
    right: "can_cu: [kh21]\nvan_ban: {kh21: {loai: Kế hoạch}}",
    check,
};

/// Unknown ids for which the right one is sought; nobody reads more.
const MOST_SUGGESTIONS: usize = 30;

struct Ids<'a> {
    known: BTreeMap<&'static str, BTreeSet<&'a str>>,
    found: Vec<Diagnostic>,
}

impl<'a> Ids<'a> {
    fn new(plan: &'a Plan) -> Self {
        let sources = plan.funding.iter().flat_map(|funding| funding.sources.ids());
        let projects = plan.programme.iter().flat_map(|programme| programme.projects.ids());
        let targets = Target::with_parts(&plan.targets).into_iter().map(|(id, _)| id.name.as_str());
        let known = BTreeMap::from([
            (Body::HOME.term, plan.bodies.ids().collect()),
            (Event::HOME.term, plan.events.ids().collect()),
            (CitedDocument::HOME.term, plan.documents.ids().collect()),
            (ProgrammeProject::HOME.term, projects.collect()),
            (Source::HOME.term, sources.collect()),
            (Target::HOME.term, targets.collect()),
        ]);
        Self { known, found: Vec::new() }
    }

    fn report(&mut self, home: &Home, name: &str, span: &Span, message: String, otherwise: String) {
        let near = (self.found.len() < MOST_SUGGESTIONS)
            .then(|| did_you_mean(name, self.known.get(home.term).into_iter().flatten().copied()));
        let help = near.flatten().unwrap_or(otherwise);
        self.found.push(Diagnostic::error(Code::UnknownId, span.clone(), message).help(help));
    }

    fn knows(&self, home: &Home, name: &str) -> bool {
        self.known.get(home.term).is_some_and(|known| known.contains(name))
    }
}

impl<'a> Visitor<'a> for Ids<'a> {
    fn reference(&mut self, home: &'static Home, name: &'a str, span: &'a Span) {
        if !self.knows(home, name) {
            let message = format!("chưa khai báo {} nào có mã «{}»", home.term, shortened(name));
            self.report(home, name, span, message, format!("khai báo mã này dưới {}", home.place));
        }
    }
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let mut ids = Ids::new(case.plan);
    case.plan.walk(&mut ids);
    for (id, _) in case.plan.projects.iter() {
        if !ids.knows(ProgrammeProject::HOME, &id.name) {
            let message = format!("chương trình không có dự án nào mang mã «{}»", shortened(&id.name));
            let otherwise = "khai báo dự án dưới khóa «chuong_trinh», phần «du_an»".to_owned();
            ids.report(ProgrammeProject::HOME, &id.name, &id.span, message, otherwise);
        }
    }
    found.append(&mut ids.found);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::{check, findings};

    #[test]
    fn ids_of_every_register_must_be_declared() {
        check(&RULE, "can_cu: [kh22]", &["lỗi «kh22»: chưa khai báo văn bản nào có mã «kh22»"]);
        check(&RULE, "noi_nhan: [ubnd]", &["lỗi «ubnd»: chưa khai báo cơ quan nào có mã «ubnd»"]);
        let funding = "kinh_phi: {khoan: {a: {ten: a, nguon: nst}}}";
        check(&RULE, funding, &["lỗi «nst»: chưa khai báo nguồn vốn nào có mã «nst»"]);
        check(&RULE, "du_an: {da1: {}}", &["lỗi «da1»: chương trình không có dự án nào mang mã «da1»"]);
    }

    #[test]
    fn targets_within_targets_are_declared() {
        let targets = "chi_tieu: {a: {loi: A, trong_do: {b: {loi: B}}}}";
        check(&RULE, &format!("{targets}\nnhiem_vu: {{x: {{viec: X, chi_tieu: [a, b]}}}}"), &[]);
        let wrong = format!("{targets}\nnhiem_vu: {{x: {{viec: X, chi_tieu: c}}}}");
        check(&RULE, &wrong, &["lỗi «c»: chưa khai báo chỉ tiêu nào có mã «c»"]);
    }

    #[test]
    fn the_id_that_was_meant_is_asked_for() {
        let found = findings(&RULE, "co_quan: {kinh_te: {ten: Phòng Kinh tế}}\nnoi_nhan: [kinhte, x]");
        let helps: Vec<_> = found.iter().filter_map(|found| found.help.as_deref()).collect();
        let otherwise = "khai báo mã này dưới khóa «co_quan» của kế hoạch hoặc của tệp dùng chung";
        assert_eq!(helps, ["có phải «kinh_te»?", otherwise]);
    }
}
