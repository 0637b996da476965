//! One thing that has two deadlines.

use crate::check::citations::date;
use crate::check::letters::{place, sentence};
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::deadline::Deadline;
use crate::plan::task::Task;
use crate::source::Span;
use crate::value::{Day, Spanned, Text};
use crate::vietnamese::{shortened, uncapitalize};

/// One thing with two deadlines.
pub const TWO_DEADLINES: Code = Code {
    id: "KH-0424",
    title: "một việc hai thời hạn",
    about: "Một việc, một báo cáo chỉ có một thời hạn, ở mọi nơi nhắc tới: câu trong chương trách nhiệm nhắc lại một nhiệm vụ, một báo cáo \
            thì ghi đúng thời hạn của nó. Sửa nơi sai.",
};

/// A duty speaks of a task or a report and gives it another deadline.
pub static RULE: Rule = Rule {
    code: TWO_DEADLINES,
    level: Severity::Warning,
    reason: "hai thời hạn thì không biết khi nào là chậm",
    about: TWO_DEADLINES.about,
    wrong: "nhiem_vu: {a: {viec: Rà soát hộ nghèo năm 2026, thoi_han: {truoc_ngay: 14/12/2026}}}\n\
            trach_nhiem: [{co_quan: x, viec: [\"Rà soát hộ nghèo năm 2026, xong trước ngày 30/11/2026.\"]}]",
    right: "nhiem_vu: {a: {viec: Rà soát hộ nghèo năm 2026, thoi_han: {truoc_ngay: 14/12/2026}}}\n\
            trach_nhiem: [{co_quan: x, viec: [\"Rà soát hộ nghèo năm 2026, xong trước ngày 14/12/2026.\"]}]",
    check,
};

/// Words that a name must have to be known again inside a sentence.
const FEWEST_WORDS: usize = 4;

/// A thing that is due, in small letters.
struct Due {
    /// What; the words by which a sentence names it.
    name: String,
    day: Day,
    shown: String,
    place: Span,
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let all = everything(case.plan);
    let named: Vec<&Due> = all.iter().filter(|due| due.name.split(' ').count() >= FEWEST_WORDS).collect();
    if named.is_empty() {
        return;
    }
    for duty in &case.plan.responsibilities {
        let mut texts: Vec<&Text> = duty.text.iter().collect();
        duty.items.iter().for_each(|item| item.visit(&mut |block| texts.extend(&block.text)));
        texts.into_iter().for_each(|text| said(text, &named, found));
    }
}

/// Every task and report that is due on a day.
fn everything(plan: &Plan) -> Vec<Due> {
    let day = |deadline: Option<&Spanned<Deadline>>| match &deadline?.value {
        Deadline::Once(when) => when.due(plan.counted()),
        Deadline::Milestones(_) => None,
    };
    let due = |name: Option<&Text>, deadline: Option<&Spanned<Deadline>>| {
        let due = day(deadline)?;
        let (name, place) = (name?.letters().trim().trim_end_matches('.').to_lowercase(), deadline?.span.clone());
        Some(Due { name, day: due.day, shown: due.display(), place })
    };
    let tasks = Task::all(&plan.tasks).into_iter().filter(|(_, task)| !task.is_group());
    let tasks = tasks.filter_map(|(_, task)| due(task.text.as_ref(), task.deadline.as_ref()));
    let reports = plan.reports.values().filter_map(|report| due(report.what.as_ref(), report.when.as_ref()));
    tasks.chain(reports).collect()
}

/// A sentence of a duty that names something and says another day.
fn said(text: &Text, named: &[&Due], found: &mut Vec<Diagnostic>) {
    const BEFORE: &str = "trước ngày ";
    let letters = text.letters();
    if !letters.contains("rước ngày ") {
        return;
    }
    let small = letters.to_lowercase();
    if small.len() != letters.len() {
        return;
    }
    for (at, before) in small.match_indices(BEFORE) {
        let Some((day, rest)) = date(&small[at + before.len()..]) else { continue };
        let sentence = sentence(&small, at);
        // Where two days stand in one sentence, nobody can tell which is whose.
        if sentence.matches(BEFORE).count() > 1 {
            continue;
        }
        let due: Vec<_> = named.iter().filter(|due| sentence.contains(due.name.as_str())).collect();
        if let [due] = due.as_slice()
            && due.day != day
        {
            let written = &letters[at..letters.len() - rest.len()];
            found.push(finding(&place(text, written), written, due));
        }
    }
}

fn finding(place: &Span, written: &str, first: &Due) -> Diagnostic {
    let name = shortened(&first.name);
    let message = format!("«{name}» có hai thời hạn: {} và {}", first.shown, uncapitalize(written));
    Diagnostic::error(TWO_DEADLINES, place.first_line(), message)
        .as_warning()
        .label(first.place.first_line(), first.shown.clone())
        .help("sửa thời hạn sai")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn a_duty_says_the_same_day() {
        let plan = |words: &str| {
            format!(
                "nhiem_vu: {{a: {{viec: Lập danh sách hộ nghèo, thoi_han: {{truoc_ngay: 01/5/2026}}}}}}\n\
                 trach_nhiem: [{{co_quan: x, viec: [\"{words}\"]}}]"
            )
        };
        let message = "cảnh báo «Trước ngày 10/5/2026»: «lập danh sách hộ nghèo» có hai thời hạn: trước ngày 01/5/2026 và trước ngày 10/5/2026";
        check(&RULE, &plan("Trước ngày 10/5/2026, lập danh sách hộ nghèo."), &[message]);
        check(&RULE, &plan("Trước ngày 01 tháng 5 năm 2026, lập danh sách hộ nghèo."), &[]);
        check(&RULE, &plan("Lập danh sách hộ nghèo; họp trước ngày 10/5/2026."), &[]);
    }
}
