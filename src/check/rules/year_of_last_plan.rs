//! A year that was copied from last year's plan.

use crate::check::letters::{Words, place, sentence};
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::task::Task;
use crate::value::Text;

/// A year of last year's plan.
pub const LAST_YEAR: Code = Code {
    id: "KH-0425",
    title: "năm chép từ kế hoạch năm trước",
    about: "Kế hoạch của một năm giao việc, gọi tên mình bằng năm trước: thường là chép kế hoạch cũ mà chưa sửa năm. Nói về kết quả của \
            năm trước thì được.",
};

/// A plan for one year gives itself, its headings or its tasks the year before.
pub static RULE: Rule = Rule {
    code: LAST_YEAR,
    level: Severity::Warning,
    reason: "việc phải làm trong một năm đã qua thì không ai làm được",
    about: LAST_YEAR.about,
    wrong: "thoi_ky: 2026\ntrich_yeu: Giảm nghèo bền vững năm 2026\nket_thuc: Trên đây là Kế hoạch giảm nghèo bền vững năm 2025",
    right: "thoi_ky: 2026\ntrich_yeu: Giảm nghèo bền vững năm 2026\nket_thuc: Trên đây là Kế hoạch giảm nghèo bền vững năm 2026",
    check,
};

/// Words by which a heading speaks of what is to be done.
const HEADINGS: [&str; 5] = ["mục tiêu", "chỉ tiêu", "nhiệm vụ", "kinh phí thực hiện", "giải pháp"];
/// Words by which a sentence looks back.
const LOOKING_BACK: [&str; 18] = [
    "kết quả",
    "đánh giá",
    "tổng kết",
    "tình hình",
    "so với",
    "năm trước",
    "chuyển nguồn",
    "chuyển sang",
    "chưa",
    "đã",
    "quyết toán",
    "thực trạng",
    "công nhận",
    "kéo dài",
    "còn lại",
    "tồn đọng",
    "đầu kỳ",
    "rà soát",
];

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    let Some(period) = plan.period.as_ref().map(|period| period.value).filter(|period| period.from == period.to) else {
        return;
    };
    // A plan that is issued in the year before may still speak of that year as to come.
    if plan.issue_date().is_none_or(|date| date.year < period.from) {
        return;
    }
    let old = format!("năm {}", period.from - 1);
    let mut look = |text: &Text, is_wrong: &dyn Fn(&Words<'_>, usize) -> bool| {
        let words = Words::new(text);
        if let Some(at) = words.letters.find(&old).filter(|at| is_wrong(&words, *at)) {
            let message = format!("«{}» trong kế hoạch {}", around(&words.letters, at, &old), period.display());
            let help = format!("sửa thành năm {}, nếu là chép từ kế hoạch cũ", period.from);
            found.push(Diagnostic::error(LAST_YEAR, place(text, &old), message).as_warning().help(help));
        }
    };
    let title = own_title(plan, period.from);
    let names_itself = |words: &Words<'_>, at: usize| {
        let before = words.letters[..at].trim_end().to_lowercase();
        let own = |title: &String| before.ends_with(&format!("kế hoạch {title}"));
        title.as_ref().is_some_and(own) && !looks_back(&words.letters, at)
    };
    plan.opening.0.iter().chain(&plan.closing.0).for_each(|text| look(text, &names_itself));
    let speaks_of_tasks = |words: &Words<'_>, at: usize| is_heading(&words.letters) && !looks_back(&words.letters, at);
    for tree in &plan.content {
        tree.visit(&mut |block| block.heading.iter().for_each(|text| look(text, &speaks_of_tasks)));
    }
    let is_task = |words: &Words<'_>, at: usize| {
        let before = words.letters[..at].trim_end().to_lowercase();
        let to_come = ["trong", "đến hết", "hết", "kế hoạch", "đến cuối"].iter().any(|end| before.ends_with(end));
        to_come && !looks_back(&words.letters, at)
    };
    for (_, task) in Task::all(&plan.tasks) {
        task.text.iter().chain(&task.products.0).for_each(|text| look(text, &is_task));
    }
}

/// The subject of a plan up to its year, in small letters.
fn own_title(plan: &Plan, year: i32) -> Option<String> {
    let subject = plan.subject.as_ref()?.letters().to_lowercase();
    let end = subject.find(&format!(" năm {year}"))?;
    let title = subject[..end].trim();
    Some(title.strip_prefix("về việc ").unwrap_or(title).to_owned())
}

/// Whether a heading speaks of what is to be done.
pub fn is_heading(letters: &str) -> bool {
    let small = letters.to_lowercase();
    HEADINGS.iter().any(|start| small.starts_with(start))
}

/// Whether the sentence around a place looks back.
pub fn looks_back(letters: &str, at: usize) -> bool {
    let sentence = sentence(letters, at).to_lowercase();
    LOOKING_BACK.iter().any(|word| sentence.contains(word))
}

/// Some words before a place, and what stands there.
fn around(letters: &str, at: usize, old: &str) -> String {
    let before: Vec<&str> = letters[..at].split_whitespace().rev().take(4).collect();
    let before: Vec<&str> = before.into_iter().rev().collect();
    format!("{} {old}", before.join(" ")).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn told(rest: &str, place: &str, words: &str) {
        let plan = format!("thoi_ky: 2026\ntrich_yeu: Giảm nghèo năm 2026\n{rest}");
        let message = format!("cảnh báo «{place}»: «{words}» trong kế hoạch năm 2026");
        check(&RULE, &plan, &if words.is_empty() { vec![] } else { vec![message.as_str()] });
    }

    #[test]
    fn a_plan_names_itself_by_its_own_year() {
        told("mo_dau: Ban hành Kế hoạch giảm nghèo năm 2025 như sau", "năm 2025", "Kế hoạch giảm nghèo năm 2025");
        told("mo_dau: Tiếp tục kết quả của Kế hoạch giảm nghèo năm 2025", "", "");
        told("noi_dung: [{muc: Mục tiêu năm 2025}]", "năm 2025", "Mục tiêu năm 2025");
        told("noi_dung: [{muc: Kết quả thực hiện mục tiêu năm 2025}]", "", "");
    }

    #[test]
    fn a_task_lies_in_the_year_of_the_plan() {
        told("nhiem_vu: {a: {viec: Mở 3 lớp trong năm 2025}}", "năm 2025", "Mở 3 lớp trong năm 2025");
        told("nhiem_vu: {a: {viec: Đánh giá việc làm trong năm 2025}}", "", "");
        told("nhiem_vu: {a: {viec: Rà soát hộ nghèo cuối năm 2025}}", "", "");
    }
}
