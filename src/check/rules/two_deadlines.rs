//! One thing that has two deadlines.

use crate::check::citations::date;
use crate::check::prose::{place, sentence};
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::body::Body;
use crate::plan::deadline::Deadline;
use crate::plan::task::Task;
use crate::source::Span;
use crate::value::{Day, IdOrText, Ref, Spanned, Text};
use crate::vietnamese::{shortened, uncapitalize};

/// One thing with two deadlines.
pub const TWO_DEADLINES: Code = Code {
    id: "KH-0424",
    title: "một việc hai thời hạn",
    about: "Một việc, một báo cáo chỉ có một thời hạn, ở mọi nơi nhắc tới: hai nhiệm vụ cùng lời, hai chế độ báo cáo giống nhau, hay câu \
            trong chương trách nhiệm nhắc lại việc ấy. Sửa nơi sai.",
};

/// A task or a report has another deadline where it is written again, or where a duty speaks of it.
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
    /// What tells it from others of the same name.
    apart: String,
    day: Day,
    shown: String,
    place: Span,
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let all = everything(case.plan);
    for (at, due) in all.iter().enumerate() {
        let same = |first: &&Due| first.name == due.name && first.apart == due.apart && first.day != due.day;
        if let Some(first) = all[..at].iter().find(same) {
            found.push(finding(&due.place, &due.shown, first));
        }
    }
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
    let due = |name: Option<&Text>, apart: String, deadline: Option<&Spanned<Deadline>>| {
        let due = day(deadline)?;
        let (name, place) = (name?.letters().trim().trim_end_matches('.').to_lowercase(), deadline?.span.clone());
        Some(Due { name, apart, day: due.day, shown: due.display(), place })
    };
    let tasks = Task::all(&plan.tasks).into_iter();
    // Tasks of different bodies, with different products, are alike by chance.
    let tasks = tasks.filter(|(_, task)| !task.is_group()).filter_map(|(_, task)| {
        let who = task.lead.as_ref().map(|lead| name_of(&lead.body)).unwrap_or_default();
        let products = task.products.0.iter().map(Text::letters).collect::<Vec<_>>().join(";");
        due(task.text.as_ref(), format!("{who} {products}"), task.deadline.as_ref())
    });
    let reports = plan.reports.values().filter_map(|report| {
        let bodies = |bodies: &[Ref<Body>]| {
            bodies.iter().map(|body| body.name.clone()).collect::<Vec<_>>().join(",")
        };
        let period = report.period.as_ref().map(Text::letters).unwrap_or_default();
        let apart = format!("{} → {} {period}", bodies(&report.from.0), bodies(&report.to.0));
        due(report.what.as_ref(), apart, report.when.as_ref())
    });
    tasks.chain(reports).collect()
}

fn name_of(body: &IdOrText<Body>) -> String {
    match body {
        IdOrText::Id(id) => id.name.clone(),
        IdOrText::Text(text) => text.letters(),
    }
}

/// A sentence of a duty that names something and says another day.
fn said(text: &Text, named: &[&Due], found: &mut Vec<Diagnostic>) {
    const BEFORE: &str = "trước ngày ";
    let letters = text.letters();
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
    fn what_is_written_twice_is_due_once() {
        let report = |day: &str, rest: &str| format!("{{noi_dung: kết quả, co_quan: x, gui: y, thoi_han: {{truoc_ngay: {day}}}{rest}}}");
        let plan = |one: &str, other: &str| format!("bao_cao: {{a: {one}, b: {other}}}");
        let first = report("20/6/2026", "");
        let message = "cảnh báo «{truoc_ngay: 25/6/2026»: «kết quả» có hai thời hạn: trước ngày 20/6/2026 và trước ngày 25/6/2026";
        check(&RULE, &plan(&first, &report("25/6/2026", "")), &[message]);
        check(&RULE, &plan(&first, &report("25/12/2026", ", ky: cả năm")), &[]);
    }

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
