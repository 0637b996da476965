//! A word that a deadline prints itself, and a sentence prints once more.

use crate::check::deadlines::every_deadline;
use crate::check::rule::{Case, Rule};
use crate::check::texts::texts;
use crate::check::trees::every_block;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::deadline::Deadline;
use crate::plan::deadline::when::{AT, Side, When};
use crate::plan::target::Target;
use crate::plan::task::{self, Task};
use crate::plan::whole::{REPORTS, TARGETS, TASKS};
use crate::source::Span;
use crate::value::{Spanned, Text, What};

/// A word of a deadline printed twice.
pub const PRINTED_TWICE: Code = Code {
    id: "KH-0436",
    title: "chữ của thời hạn in hai lần",
    about: "Thời hạn viết bằng khóa tự in chữ đứng đầu («trước ngày …», «tháng …», «hoàn thành …»); câu gọi nó hay lời đứng trước nó lại \
            viết chữ ấy, nên in thành «trước trước ngày …». Xóa chữ viết tay.",
};

/// A sentence writes the words with which a deadline that is printed behind them begins.
pub static RULE: Rule = Rule {
    code: PRINTED_TWICE,
    level: Severity::Warning,
    reason: "chữ lặp in ra giấy mà trong tệp không thấy",
    about: PRINTED_TWICE.about,
    wrong: "nhiem_vu: {a: {viec: Rà soát, thoi_han: {truoc_ngay: 15/12/2026}}}\nnoi_dung: [\"Rà soát xong trước {{ nhiem_vu.a.thoi_han }}.\"]",
    right: "nhiem_vu: {a: {viec: Rà soát, thoi_han: {truoc_ngay: 15/12/2026}}}\nnoi_dung: [\"Rà soát xong {{ nhiem_vu.a.thoi_han }}.\"]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    for deadline in every_deadline(plan) {
        if let Deadline::Once(When::Every { at: Some(at), .. }) = &deadline.value
            && at.letters().to_lowercase().starts_with("trước ")
        {
            let help = format!("xóa chữ «trước» ở khóa «{}»: chương trình tự in", AT.name());
            found.push(finding(at.span.first_line(), "trước", &help));
        }
    }
    texts(plan).into_iter().for_each(|text| named(plan, text, found));
    let duties = plan.responsibilities.iter().filter_map(|duty| Some((duty.text.as_ref()?, duty.deadline.as_ref()?)));
    let blocks = every_block(plan).into_iter();
    let blocks = blocks.filter_map(|block| Some((block.text.as_ref()?, block.deadline.as_ref()?)));
    found.extend(duties.chain(blocks).filter_map(|(text, deadline)| closed(plan, text, deadline)));
}

/// Deadlines that a text names behind a word with which they begin.
fn named(plan: &Plan, text: &Text, found: &mut Vec<Diagnostic>) {
    for pair in text.parts.windows(2) {
        let [before, value] = pair else { continue };
        let (What::Words(before), What::Value(value)) = (&before.what, &value.what) else { continue };
        let Some(begins) = begins(plan, &value.path) else { continue };
        if let Some(word) = doubled(before, &begins) {
            found.push(finding(
                value.span.clone(),
                &word,
                &format!("xóa chữ «{word}» trong câu: giá trị này đã có chữ ấy"),
            ));
        }
    }
}

/// The words with which some others end and a value begins: two of them, or one.
fn doubled(before: &str, begins: &str) -> Option<String> {
    let before = before.to_lowercase();
    let written: Vec<&str> = before.split_whitespace().map(|word| word.trim_start_matches(['(', '“', '"'])).collect();
    let printed: Vec<&str> = begins.split_whitespace().collect();
    [2, 1].into_iter().find_map(|count| {
        let (written, printed) = (written.get(written.len().checked_sub(count)?..)?, printed.get(..count)?);
        (written == printed).then(|| printed.join(" "))
    })
}

/// The words with which a value begins that is a deadline or the period of the plan, in small letters.
fn begins(plan: &Plan, path: &[String]) -> Option<String> {
    let [kind, .., id, key] = path else {
        return (path == ["thoi_ky"]).then(|| plan.period_in_words())?;
    };
    if key != task::DEADLINE.name() {
        return None;
    }
    let deadline = if kind == TASKS.name() {
        Task::all(&plan.tasks).into_iter().find(|(known, _)| known.name == *id)?.1.deadline.as_ref()
    } else if kind == REPORTS.name() {
        plan.reports.get(id)?.when.as_ref()
    } else if kind == TARGETS.name() {
        Target::find(&plan.targets, id)?.deadline.as_ref()
    } else {
        None
    };
    match &deadline?.value {
        Deadline::Once(when) => Some(first_words(when)),
        Deadline::Milestones(_) => None,
    }
}

/// The words with which a deadline is printed, in small letters; as many as may stand before it too.
fn first_words(when: &When) -> String {
    let words = |words: &str| words.to_owned();
    match when {
        When::Text(text) | When::Every { every: text, .. } => text.letters().to_lowercase(),
        When::Before(_) => words("trước ngày"),
        When::On(_) => words("ngày"),
        When::Month(_) => words("tháng"),
        When::Quarter(_) => words("quý"),
        When::Year(_) => words("năm"),
        When::SchoolYear(_) => words("năm học"),
        When::Span { from: Some(from), .. } => format!("từ {}", from.display()),
        When::Span { from: None, to } => to.as_ref().map(|to| format!("đến {}", to.display())).unwrap_or_default(),
        When::Cycle(cycle) => cycle.display().to_lowercase(),
        When::Standing(standing) => standing.meaning().to_lowercase(),
        When::Event { side: Side::Before, lapse: None, .. } => words("trước"),
        When::Event { side: Side::Before, lapse: Some(_), .. } => words("chậm nhất"),
        When::Event { side: Side::After, lapse: None, .. } => words("sau"),
        When::AfterIssue(_) | When::Event { side: Side::After, lapse: Some(_), .. } => words("trong"),
    }
}

/// Words behind which their own deadline is printed, which they end with or tell already.
fn closed(plan: &Plan, text: &Text, deadline: &Spanned<Deadline>) -> Option<Diagnostic> {
    const DONE: &str = "hoàn thành";
    let Deadline::Once(when) = &deadline.value else { return None };
    let letters = text.letters().to_lowercase();
    let ends_with_done = letters.trim_end_matches(['.', ';', ' ']).ends_with(DONE);
    // What is done again and again, or told in words, is joined without a verb.
    let begins_with_done = match when {
        When::Span { from, .. } => from.is_none(),
        When::Before(_)
        | When::On(_)
        | When::Month(_)
        | When::Quarter(_)
        | When::Year(_)
        | When::SchoolYear(_)
        | When::AfterIssue(_)
        | When::Event { .. } => true,
        When::Text(_) | When::Every { .. } | When::Cycle(_) | When::Standing(_) => false,
    };
    if ends_with_done && begins_with_done {
        let help = format!("xóa «{DONE}» ở cuối lời: thời hạn in ra đã có chữ ấy");
        return Some(finding(text.span.first_line(), DONE, &help));
    }
    let When::Before(_) = when else { return None };
    let due = when.due(plan.counted())?.display();
    let help = "xóa thời hạn viết tay trong lời, hoặc xóa khóa thời hạn";
    letters.contains(&due).then(|| finding(text.span.first_line(), &due, help))
}

fn finding(span: Span, word: &str, help: &str) -> Diagnostic {
    let message = format!("«{word}» in hai lần: trong câu và trong thời hạn");
    Diagnostic::error(PRINTED_TWICE, span, message).as_warning().help(help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn sentence(deadline: &str, words: &str, expected: &[&str]) {
        let plan = format!(
            "thoi_ky: 2026\nnhiem_vu: {{a: {{viec: A, thoi_han: {deadline}}}}}\nnoi_dung: [\"{words} {{{{ nhiem_vu.a.thoi_han }}}}.\"]"
        );
        check(&RULE, &plan, expected);
    }

    #[test]
    fn words_before_a_deadline_are_not_its_own() {
        let twice =
            |word: &str| format!("cảnh báo «nhiem_vu.a.thoi_han»: «{word}» in hai lần: trong câu và trong thời hạn");
        sentence("{truoc_ngay: 15/12/2026}", "Xong trước", &[&twice("trước")]);
        sentence("{truoc_ngay: 15/12/2026}", "Xong trước ngày", &[&twice("trước ngày")]);
        sentence("{thang: 4/2026}", "Trong tháng", &[&twice("tháng")]);
        sentence("trước ngày 20 hằng tháng", "Gửi (trước", &[&twice("trước")]);
        sentence("{ngay: 15/12/2026}", "Xong trước", &[]);
        sentence("{truoc_ngay: 15/12/2026}", "Xong", &[]);
        sentence("[{moc: A, thoi_han: {thang: 4/2026}}]", "Xong tháng", &[]);
        let period = "thoi_ky: 2026\nnoi_dung: [\"Trong năm {{ thoi_ky }}\", \"Trong {{ thoi_ky }}\"]";
        check(&RULE, period, &["cảnh báo «thoi_ky»: «năm» in hai lần: trong câu và trong thời hạn"]);
    }

    #[test]
    fn words_that_a_deadline_closes_do_not_tell_it() {
        let closed = |words: &str, deadline: &str| format!("noi_dung: [{{loi: \"{words}\", thoi_han: {deadline}}}]");
        let day = "{truoc_ngay: 15/12/2026}";
        let done = "cảnh báo «\"Rà soát, hoàn thành.\"»: «hoàn thành» in hai lần: trong câu và trong thời hạn";
        check(&RULE, &closed("Rà soát, hoàn thành.", day), &[done]);
        let due = "cảnh báo «\"Rà soát trước ngày 15/12/2026.\"»: «trước ngày 15/12/2026» in hai lần: trong câu và trong thời hạn";
        check(&RULE, &closed("Rà soát trước ngày 15/12/2026.", day), &[due]);
        check(&RULE, &closed("Rà soát, họp trước ngày 01/12/2026.", day), &[]);
        check(&RULE, &closed("Phấn đấu hoàn thành.", "thường xuyên"), &[]);
    }

    #[test]
    fn the_end_of_each_time_has_its_word() {
        let plan = |at: &str| format!("nhiem_vu: {{a: {{viec: A, thoi_han: {{dinh_ky: hằng tháng, truoc: {at}}}}}}}");
        let message = "cảnh báo «trước ngày 05»: «trước» in hai lần: trong câu và trong thời hạn";
        check(&RULE, &plan("trước ngày 05"), &[message]);
        check(&RULE, &plan("ngày 05"), &[]);
    }
}
