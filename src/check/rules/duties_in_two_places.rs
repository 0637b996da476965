//! A body whose duties stand in two places of one list.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::duty::{self, DutyForm, Responsibility};

/// The duties of a body in two places.
pub const DUTIES_APART: Code = Code {
    id: "KH-0431",
    title: "trách nhiệm của một cơ quan ở hai chỗ",
    about: "Trách nhiệm của một cơ quan được khai báo hai lần dưới cùng một tiêu đề, nên in thành hai phần cùng tên. Gộp lại một phần. \
            Cố ý tách ra hai phần của kế hoạch thì ghi nhom khác nhau, hoặc ghi tieu_de khác nhau.",
};

/// The same bodies have duties twice, under one heading.
pub static RULE: Rule = Rule {
    code: DUTIES_APART,
    level: Severity::Info,
    reason: "cơ quan đọc phần của mình ở một chỗ thì không sót việc",
    about: DUTIES_APART.about,
    wrong: "co_quan: {kt: {ten: Phòng Kinh tế}}\ntrach_nhiem: [{co_quan: kt, viec: [Rà soát.]}, {co_quan: kt, viec: [Báo cáo.]}]",
    right: "co_quan: {kt: {ten: Phòng Kinh tế}}\ntrach_nhiem: [{co_quan: kt, viec: [Rà soát., Báo cáo.]}]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    // Sentences whose subject is the body may follow each other.
    let headed = case.plan.responsibilities.iter().filter(|duty| duty.shown_as() != DutyForm::Sentence);
    let mut known: Vec<(Heading<'_>, &Responsibility)> = Vec::new();
    for duty in headed {
        let heading = Heading::of(duty);
        match known.iter().find(|(other, _)| *other == heading) {
            Some((_, first)) => found.push(finding(&heading, first, duty)),
            None => known.push((heading, duty)),
        }
    }
}

/// What tells the duties of a body from those of others.
#[derive(PartialEq, Eq)]
struct Heading<'a> {
    bodies: Vec<&'a str>,
    words: Option<String>,
    group: Option<&'a str>,
}

impl<'a> Heading<'a> {
    fn of(duty: &'a Responsibility) -> Self {
        let mut bodies: Vec<&str> = duty.bodies.0.iter().map(|body| body.name.as_str()).collect();
        bodies.sort_unstable();
        let words = duty.heading.as_ref().map(|heading| heading.letters().to_lowercase());
        Self { bodies, words, group: duty.group.as_ref().map(|group| group.words.as_str()) }
    }
}

fn finding(heading: &Heading<'_>, first: &Responsibility, second: &Responsibility) -> Diagnostic {
    let message = format!("trách nhiệm của «{}» đã có ở một phần khác cùng tiêu đề", heading.bodies.join(", "));
    let place = |duty: &Responsibility| duty.place.of(duty::BODIES.name()).first_line();
    let help = format!(
        "gộp các việc vào một phần; cố ý tách thì ghi «{}» hoặc «{}» khác nhau",
        duty::GROUP.name(),
        duty::HEADING.name()
    );
    let finding = Diagnostic::error(DUTIES_APART, place(second), message).help(help);
    Diagnostic { severity: Severity::Info, ..finding }.label(place(first), "phần kia")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn duties(duties: &str, expected: &[&str]) {
        let bodies = "co_quan: {kt: {ten: Phòng Kinh tế}, yt: {ten: Trạm Y tế}}";
        check(&RULE, &format!("{bodies}\ntrach_nhiem: [{duties}]"), expected);
    }

    #[test]
    fn duties_of_one_body_stand_together() {
        let message = "lưu ý «co_quan»: trách nhiệm của «kt, yt» đã có ở một phần khác cùng tiêu đề";
        duties("{co_quan: [kt, yt], viec: [A.]}, {co_quan: [yt, kt], viec: [B.]}", &[message]);
        duties("{co_quan: kt, viec: [A.]}, {co_quan: [yt, kt], viec: [B.]}", &[]);
        duties("{co_quan: kt, viec: [A.]}, {co_quan: kt, nhom: b, viec: [B.]}", &[]);
        duties("{co_quan: kt, viec: [A.]}, {co_quan: kt, tieu_de: Cơ quan thường trực, viec: [B.]}", &[]);
        duties("{co_quan: kt, dang: ca_cau, loi: làm A.}, {co_quan: kt, dang: ca_cau, loi: làm B.}", &[]);
    }
}
