//! A sentence whose «gồm» does not make up the figure before it.

use crate::check::culprit::{Who, culprit};
use crate::check::prose::{NAMED, Passage, Unit, Written, distance};
use crate::check::rule::{Case, Rule};
use crate::check::sums::{addends_told, with_culprit};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::value::Decimal;

/// Parts in a sentence do not make up the whole.
pub const SUM_IN_SENTENCE: Code = Code {
    id: "KH-0453",
    title: "các phần của câu không cộng thành tổng",
    about: "Các số viết sau «gồm» cộng lại không bằng số viết trước đó, cùng đơn vị. Sửa số sai. Chỉ xét khi mọi phần đều có số, và \
            câu không có phần «còn lại».",
};

/// The figures behind «gồm» do not make up the one before it.
pub static RULE: Rule = Rule {
    code: SUM_IN_SENTENCE,
    level: Severity::Warning,
    reason: "tổng bằng các phần cộng lại, cả trong câu",
    about: SUM_IN_SENTENCE.about,
    wrong: "noi_dung: [\"Hỗ trợ 24 hộ, gồm 16 hộ xây mới và 07 hộ sửa chữa nhà ở.\"]",
    right: "noi_dung: [\"Hỗ trợ 24 hộ, gồm 17 hộ xây mới và 07 hộ sửa chữa nhà ở.\"]",
    check,
};

/// The word before the parts.
const PARTS: &str = "gồm";

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for passage in case.passages().iter().filter(|passage| passage.figures.len() > 2) {
        for (at, _) in passage.words.match_indices(PARTS) {
            found.extend(sum(passage, at).and_then(|sum| sum.judge(passage)));
        }
    }
}

/// A figure and those that are to make it up.
struct Sum<'p> {
    whole: &'p Written,
    parts: Vec<&'p Written>,
}

fn sum<'p>(passage: &'p Passage<'_>, at: usize) -> Option<Sum<'p>> {
    let whole = passage.figures.iter().rev().find(|figure| figure.rest <= at)?;
    let link = passage.between(whole.rest, at);
    let is_near = !link.contains(['.', ';', ':', '(', ')']) && !link.contains("trong đó") && !link.contains(NAMED);
    if !matches!(whole.unit, Unit::Count(_) | Unit::Money(_)) || !is_near || passage.is_bounded(whole) {
        return None;
    }
    let from = at + PARTS.len();
    let clause = passage.words.get(from..)?;
    let clause = [";", ". "]
        .into_iter()
        .filter_map(|mark| clause.split_once(mark))
        .map(|(clause, _)| clause)
        .fold(clause, |shortest, clause| if clause.len() < shortest.len() { clause } else { shortest });
    let is_open = ["còn lại", "trong đó", "khác", "v.v", "...", "…", NAMED].iter().any(|word| clause.contains(word));
    let end = from + clause.len();
    let inside = passage.figures.iter().filter(|figure| figure.start >= from && figure.rest <= end);
    let parts: Vec<_> = inside
        .filter(|figure| figure.unit == whole.unit && !is_in_brackets(passage.between(from, figure.start)))
        .collect();
    // Each part begins with its figure, or each ends with it.
    let begins = |part: &&Written| {
        let before = passage.between(from, part.start).trim_end();
        before.is_empty() || before == ":" || before.ends_with(',') || before.ends_with(" và")
    };
    let ends = |part: &&Written| {
        let behind = passage.between(part.rest, end).trim_start();
        behind.is_empty() || behind == "." || behind.starts_with(',') || behind.starts_with("và ")
    };
    let is_list = parts.iter().all(begins) || parts.iter().all(ends);
    let is_exact = !parts.iter().any(|part| passage.is_bounded(part));
    (parts.len() > 1 && !is_open && is_list && is_exact).then_some(Sum { whole, parts })
}

fn is_in_brackets(before: &str) -> bool {
    before.matches('(').count() > before.matches(')').count()
}

impl Sum<'_> {
    fn judge(&self, passage: &Passage<'_>) -> Option<Diagnostic> {
        let numbers: Vec<Decimal> = self.parts.iter().map(|part| part.number).collect();
        let sum = numbers.iter().try_fold(Decimal::whole(0), |sum, number| sum.plus(*number))?;
        if sum.equals(self.whole.number) {
            return None;
        }
        let addends = addends_told(numbers.iter().map(|number| number.display()));
        let far = distance(self.whole.number, sum)?.display();
        let (whole, sum) = (self.whole.number.display(), sum.display());
        let message = format!("câu này ghi {whole}, các phần sau «{PARTS}» cộng lại được {addends}{sum}, chênh {far}");
        let place = passage.place(self.whole.start..self.whole.rest);
        let finding =
            Diagnostic::error(SUM_IN_SENTENCE, place, message).as_warning().help("sửa tổng, hoặc sửa phần sai");
        let Some(culprit) = culprit(self.whole.number, &numbers) else { return Some(finding) };
        let place = match culprit.who {
            Who::Addend(at) => self.parts.get(at).map(|part| passage.place(part.start..part.rest)),
            Who::Total => None,
        };
        Some(with_culprit(finding, culprit, place, &culprit.slip.told("số này"), &|number| number.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn sentence(sentence: &str, expected: &[&str]) {
        check(&RULE, &format!("noi_dung: [\"{sentence}\"]"), expected);
    }

    #[test]
    fn parts_make_up_what_stands_before_them() {
        sentence("Hỗ trợ 24 hộ, gồm 17 hộ xây mới (mức 60 triệu đồng một nhà) và 07 hộ sửa chữa.", &[]);
        let message = "cảnh báo «24 hộ»: câu này ghi 24, các phần sau «gồm» cộng lại được 16 + 7 = 23, chênh 1";
        sentence("Hỗ trợ 24 hộ, gồm 16 hộ xây mới và 07 hộ sửa chữa nhà ở.", &[message]);
        let credit = |whole: &str| {
            format!(
                "Giải ngân {whole} triệu đồng, gồm cho vay hộ nghèo 3.600 triệu đồng, nước sạch và vệ sinh 300 triệu đồng."
            )
        };
        sentence(&credit("3.900"), &[]);
        let message = "cảnh báo «9.300 triệu đồng»: câu này ghi 9.300, các phần sau «gồm» cộng lại được 3.600 + 300 = 3.900, chênh 5.400";
        sentence(&credit("9.300"), &[message]);
    }

    #[test]
    fn what_may_have_other_parts_is_passed_over() {
        for words in [
            "24 hộ, gồm 16 hộ xây mới và các hộ còn lại sửa chữa, 5 hộ",
            "24 hộ, gồm 16 hộ xây mới",
            "24 hộ, gồm 16 hộ, trong đó 5 hộ nghèo, và 7 hộ",
            "khoảng 24 hộ, gồm 16 hộ và 7 hộ",
            "24 hộ. Nhóm gồm 16 hộ và 7 hộ",
            "24 hộ, gồm 16 người và 7 người",
            "24 hộ tại {{ nam }} gồm 16 hộ và 7 hộ",
        ] {
            sentence(words, &[]);
        }
    }
}
