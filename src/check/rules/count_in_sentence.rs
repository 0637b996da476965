//! A sentence that counts what the plan declares, and counts otherwise.

use std::collections::BTreeSet;

use crate::check::prose::Passage;
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::target::Target;
use crate::plan::task::Task;
use crate::plan::whole::{PROJECTS, TARGETS, TASKS};
use crate::vietnamese::number_in_words;

/// A sentence counts otherwise than the plan.
pub const COUNT_IN_SENTENCE: Code = Code {
    id: "KH-0454",
    title: "câu đếm khác dữ liệu của kế hoạch",
    about: "Câu nói Kế hoạch gồm bao nhiêu dự án, tiểu dự án, chỉ tiêu, nhiệm vụ, mà kế hoạch khai báo số khác, và không nhóm nào \
            có đúng số ấy. Sửa số trong câu, hoặc gọi {{ so_chi_tieu }}, {{ so_nhiem_vu }} để chương trình tự đếm.",
};

/// A sentence says how many projects, targets or tasks the plan has, and the plan has another number of them.
pub static RULE: Rule = Rule {
    code: COUNT_IN_SENTENCE,
    level: Severity::Warning,
    reason: "số đếm trong câu phải bằng số dòng người đọc đếm được",
    about: COUNT_IN_SENTENCE.about,
    wrong: "mo_dau: [\"Kế hoạch gồm 03 nhiệm vụ sau đây:\"]\nnhiem_vu: {a: {viec: A}, b: {viec: B}}",
    right: "mo_dau: [\"Kế hoạch gồm 02 nhiệm vụ sau đây:\"]\nnhiem_vu: {a: {viec: A}, b: {viec: B}}",
    check,
};

/// What can be counted: its word, and its key.
const NOUNS: [&str; 4] = ["tiểu dự án", "dự án", "chỉ tiêu", "nhiệm vụ"];
/// Words before a number that counts all there are.
const LEADS: [&str; 8] = ["gồm", "bao gồm", "gồm có", "có", "tổng số", "tất cả", "toàn bộ", "thực hiện"];
/// Words behind the noun that keep it whole; what else follows may narrow it: «3 dự án đường».
const TAILS: [&str; 12] = [
    "sau",
    "sau đây",
    "dưới đây",
    "của Kế hoạch",
    "của Chương trình",
    "trong Kế hoạch",
    "thuộc Chương trình",
    "thành phần",
    "tại Phụ lục",
    "nêu tại",
    "cụ thể",
    "quy định tại",
];
/// The largest number that is looked for in words.
const MOST_IN_WORDS: u128 = 20;

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    if plan.projects.is_empty() && plan.targets.is_empty() && plan.tasks.is_empty() {
        return;
    }
    for passage in case.passages().iter().filter(|passage| passage.words.contains("Kế hoạch")) {
        for noun in NOUNS {
            for (at, _) in passage.words.match_indices(noun) {
                found.extend(claim(passage, noun, at).and_then(|claim| judge(plan, passage, noun, &claim)));
            }
        }
    }
}

/// A number before a noun.
struct Claim {
    start: usize,
    end: usize,
    number: usize,
}

fn claim(passage: &Passage<'_>, noun: &str, at: usize) -> Option<Claim> {
    let end = at + noun.len();
    let behind = passage.words.get(end..)?;
    let is_whole = behind.starts_with(|letter: char| ",.;:)".contains(letter))
        || behind.is_empty()
        || TAILS.iter().any(|tail| behind.trim_start().starts_with(tail));
    let before = passage.words.get(..at)?.trim_end();
    let (start, number) = passage
        .figures
        .iter()
        .find(|figure| figure.end == before.len())
        .and_then(|figure| Some((figure.start, usize::try_from(figure.number.to_whole()?).ok()?)))
        .or_else(|| in_words(before))?;
    let lead = passage.words[..start].trim_end();
    let is_lead =
        LEADS.iter().any(|word| lead.strip_suffix(word).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric)));
    // «Kế hoạch» is what has them: no other body or programme.
    let is_of_plan = subject(lead) || behind.trim_start().starts_with("của Kế hoạch");
    (is_whole && is_lead && is_of_plan).then_some(Claim { start, end, number })
}

/// Whether the sentence so far is about the plan itself.
fn subject(before: &str) -> bool {
    let sentence = before.rsplit_once(". ").map_or(before, |(_, sentence)| sentence);
    let named = sentence.rsplit_once("Kế hoạch").map(|(_, rest)| rest);
    named.is_some_and(|rest| !rest.contains([',', ';', ':', '(']) && !rest.contains("số ") && rest.len() <= 60)
}

/// The number with which words end, and where it begins: `mười ba`.
fn in_words(before: &str) -> Option<(usize, usize)> {
    (1..=MOST_IN_WORDS).rev().find_map(|number| {
        let rest = before.strip_suffix(number_in_words(number).as_str())?;
        let is_word = rest.is_empty() || rest.ends_with(' ');
        // «Hai mươi» ends with no number of its own, and «mười hai» is found before «hai».
        is_word.then_some((rest.len(), usize::try_from(number).ok()?))
    })
}

fn judge(plan: &Plan, passage: &Passage<'_>, noun: &str, claim: &Claim) -> Option<Diagnostic> {
    let (counts, key) = counts(plan, noun);
    let main = *counts.first().filter(|main| **main > 0)?;
    if counts.contains(&claim.number) {
        return None;
    }
    let message = format!("câu này ghi {} {noun}, kế hoạch khai báo {main}", claim.number);
    let finding = Diagnostic::error(COUNT_IN_SENTENCE, passage.place(claim.start..claim.end), message).as_warning();
    let help = format!("sửa số trong câu thành {main:02}, hoặc khai báo đủ ở «{key}»");
    Some(finding.label(plan.place.of(key), "khai báo ở đây").help(help))
}

/// How many there are, and every other number that may be meant: of a group, with what is inside.
fn counts(plan: &Plan, noun: &str) -> (Vec<usize>, &'static str) {
    match noun {
        "chỉ tiêu" => (of_targets(plan), TARGETS.name()),
        "nhiệm vụ" => (of_tasks(plan), TASKS.name()),
        _ => (of_projects(plan, noun), PROJECTS.name()),
    }
}

fn of_targets(plan: &Plan) -> Vec<usize> {
    let all = Target::with_parts(&plan.targets);
    let leaves = all.iter().filter(|(_, target)| target.parts.is_empty()).count();
    let groups: BTreeSet<&str> =
        all.iter().filter_map(|(_, target)| Some(target.group.as_ref()?.words.as_str())).collect();
    let of_group = |group: &&str| {
        plan.targets.values().filter(|target| target.group.as_ref().is_some_and(|own| own.words == *group)).count()
    };
    let mut counts = vec![plan.targets.len(), all.len(), leaves, groups.len()];
    counts.extend(groups.iter().map(of_group));
    counts.extend(all.iter().map(|(_, target)| target.parts.len()));
    counts
}

fn of_tasks(plan: &Plan) -> Vec<usize> {
    let all = Task::all(&plan.tasks);
    let mut counts = vec![Task::count(&plan.tasks), all.len(), plan.tasks.len()];
    counts.extend(all.iter().filter(|(_, task)| task.is_group()).map(|(_, task)| Task::count(&task.tasks)));
    counts.extend(all.iter().filter(|(_, task)| task.is_group()).map(|(_, task)| task.tasks.len()));
    counts
}

/// Dự án are counted with those of which only a Tiểu dự án is carried out, or without; the programme may have more.
fn of_projects(plan: &Plan, noun: &str) -> Vec<usize> {
    let parent = |id: &str| plan.programme.as_ref().and_then(|programme| programme.part_of(id));
    let ids: Vec<&str> = plan.projects.iter().map(|(id, _)| id.name.as_str()).collect();
    let whole: BTreeSet<&str> = ids.iter().copied().filter(|id| parent(id).is_none()).collect();
    let parts: Vec<&str> = ids.iter().copied().filter(|id| parent(id).is_some()).collect();
    let named: BTreeSet<&str> = whole.iter().copied().chain(parts.iter().filter_map(|id| parent(id))).collect();
    let known = || plan.programme.iter().flat_map(|programme| programme.projects.iter());
    let of_programme = |is_part: bool| known().filter(|(_, project)| project.part_of.is_some() == is_part).count();
    if noun == "tiểu dự án" {
        let mut counts = vec![parts.len(), of_programme(true)];
        counts.extend(named.iter().map(|id| parts.iter().filter(|part| parent(part) == Some(id)).count()));
        return counts;
    }
    vec![named.len(), whole.len(), ids.len(), of_programme(false), parts.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    const TASKS: &str = "nhiem_vu: {a: {viec: A}, b: {viec: B, nhiem_vu: {c: {viec: C}, d: {viec: D}}}}";

    #[track_caller]
    fn sentence(sentence: &str, expected: &[&str]) {
        check(&RULE, &format!("mo_dau: [\"{sentence}\"]\n{TASKS}"), expected);
    }

    #[test]
    fn tasks_are_counted_in_figures_and_words() {
        sentence("Kế hoạch gồm 03 nhiệm vụ.", &[]);
        sentence("Kế hoạch gồm ba nhiệm vụ.", &[]);
        sentence("Kế hoạch gồm 02 nhiệm vụ.", &[]);
        let message = "cảnh báo «05 nhiệm vụ»: câu này ghi 5 nhiệm vụ, kế hoạch khai báo 3";
        sentence("Kế hoạch gồm 05 nhiệm vụ.", &[message]);
        let message = "cảnh báo «mười ba nhiệm vụ»: câu này ghi 13 nhiệm vụ, kế hoạch khai báo 3";
        sentence("Kế hoạch có mười ba nhiệm vụ sau đây:", &[message]);
        let message = "cảnh báo «7 nhiệm vụ»: câu này ghi 7 nhiệm vụ, kế hoạch khai báo 3";
        sentence("Ủy ban nhân dân xã thực hiện 7 nhiệm vụ của Kế hoạch.", &[message]);
    }

    #[test]
    fn what_may_be_other_tasks_is_passed_over() {
        for words in [
            "Kế hoạch gồm 05 nhiệm vụ trọng tâm.",
            "Phòng Kinh tế thực hiện 5 nhiệm vụ.",
            "Theo Kế hoạch số 20, huyện thực hiện 5 nhiệm vụ.",
            "Kế hoạch này giao xã, trong đó có 5 nhiệm vụ.",
            "Kế hoạch gồm 5 chỉ tiêu.",
        ] {
            sentence(words, &[]);
        }
    }

    #[test]
    fn projects_are_those_of_the_programme() {
        let plan = |sentence: &str| {
            format!(
                "mo_dau: [\"{sentence}\"]\nchuong_trinh: {{ten: C, du_an: {{d: {{so: 1, ten: D}}, t: {{so: 1, thuoc: d, ten: T}}, e: {{so: 2, ten: E}}}}}}\ndu_an: {{t: {{}}, e: {{}}}}"
            )
        };
        check(&RULE, &plan("Kế hoạch gồm 02 dự án, 01 tiểu dự án."), &[]);
        let message = "cảnh báo «04 dự án»: câu này ghi 4 dự án, kế hoạch khai báo 2";
        check(&RULE, &plan("Kế hoạch gồm 04 dự án."), &[message]);
    }
}
