//! A sentence whose rate is not that of the figures beside it.

use crate::check::prose::{Passage, Unit, Written, is_percent, percent};
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

/// A sentence says a rate that its own figures do not make.
pub const RATE_OF_OTHERS: Code = Code {
    id: "KH-0450",
    title: "tỷ lệ trong câu không đúng",
    about: "Tỷ lệ viết trong câu khác với hai số viết cạnh nó, kể cả khi làm tròn. Sửa tỷ lệ theo thông báo, hoặc sửa số. Chỉ xét \
            chỗ chắc chắn: «45/120 hộ, đạt 37,5%», «37,5% (45/120 hộ)», «45 hộ, chiếm 37,5% trong tổng số 120 hộ».",
};

/// A sentence says a rate that the figures beside it do not make.
pub static RULE: Rule = Rule {
    code: RATE_OF_OTHERS,
    level: Severity::Warning,
    reason: "tỷ lệ là số này chia cho số kia",
    about: RATE_OF_OTHERS.about,
    wrong: "noi_dung: [\"Có 45/120 hộ nghèo, đạt 40%.\"]",
    right: "noi_dung: [\"Có 45/120 hộ nghèo, đạt 37,5%.\"]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for passage in case.passages() {
        for at in 0..passage.figures.len() {
            found.extend(claim(passage, at).and_then(|claim| judge(passage, &claim)));
        }
    }
}

/// A count, what it is counted in, and its rate.
struct Claim<'p> {
    part: &'p Written,
    whole: &'p Written,
    rate: &'p Written,
}

/// What the figures from one on say of each other.
fn claim<'p>(passage: &'p Passage<'_>, at: usize) -> Option<Claim<'p>> {
    let figure = |step: usize| passage.figures.get(at + step);
    let [first, second, third] = [figure(0)?, figure(1)?, figure(2)?];
    if is_fraction(first, second) && third.unit == Unit::Percent && passage.is_rate_of(second.rest, third) {
        return Some(Claim { part: first, whole: second, rate: third });
    }
    if first.unit == Unit::Percent && is_fraction(second, third) {
        let inside = passage.between(third.rest, passage.words.len());
        let is_alone = inside.find(')').is_some_and(|end| !inside[..end].contains(['(', ',', ';', '%']));
        let opens = passage.between(first.rest, second.start).trim() == "(";
        return (opens && is_alone).then_some(Claim { part: second, whole: third, rate: first });
    }
    let is_of = ["trong tổng số", "trong số", "trong", "trên tổng số", "của tổng số", "tổng số"];
    let is_counted = matches!(first.unit, Unit::Count(_) | Unit::Money(_)) && first.unit == third.unit;
    let is_rate = second.unit == Unit::Percent && passage.is_rate_of(first.rest, second);
    let link = passage.between(second.rest, third.start).trim();
    // The rate behind a part may be that of the whole: «45 hộ, trong đó 30 hộ …, chiếm 5% trong tổng số 900 hộ».
    let is_part = passage.before(first).ends_with("trong đó") || passage.before(first).ends_with("trong đó có");
    let is_whole = is_counted && is_rate && is_of.contains(&link) && !is_part && !passage.is_bounded(first);
    is_whole.then_some(Claim { part: first, whole: third, rate: second })
}

fn is_fraction(over: &Written, under: &Written) -> bool {
    over.is_over && !over.is_under && !under.is_over && under.start == over.end + 1
}

fn judge(passage: &Passage<'_>, claim: &Claim<'_>) -> Option<Diagnostic> {
    let Claim { part, whole, rate } = claim;
    if is_percent(part.number, whole.number, rate.number)? {
        return None;
    }
    let right = percent(part.number, whole.number, rate.number.decimals())?.display();
    let (top, bottom) = (part.number.display(), whole.number.display());
    let message = format!("{top} trên {bottom} là {right}%, câu này ghi {}%", rate.number.display());
    let (from, to) = (part.start.min(rate.start), whole.rest.max(rate.rest));
    let finding = Diagnostic::error(RATE_OF_OTHERS, passage.place(from..to), message).as_warning();
    Some(finding.help(format!("sửa tỷ lệ thành {right}%, hoặc sửa một trong hai số")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn sentence(sentence: &str, expected: &[&str]) {
        let expected: Vec<_> = expected.iter().map(|message| format!("cảnh báo {message}")).collect();
        let expected: Vec<_> = expected.iter().map(String::as_str).collect();
        check(&RULE, &format!("noi_dung: [\"{sentence}\"]"), &expected);
    }

    #[test]
    fn rates_beside_their_figures_are_reckoned() {
        sentence("Đã hỗ trợ 45/120 hộ nghèo, đạt 37,5%.", &[]);
        sentence("Đã hỗ trợ 45/120 hộ nghèo, đạt 38%.", &[]);
        let message = "«45/120 hộ nghèo, đạt 40%»: 45 trên 120 là 38%, câu này ghi 40%";
        sentence("Đã hỗ trợ 45/120 hộ nghèo, đạt 40%.", &[message]);
        let message = "«45/120 hộ (40,0%»: 45 trên 120 là 37,5%, câu này ghi 40,0%";
        sentence("Đã hỗ trợ 45/120 hộ (40,0%).", &[message]);
        let message = "«16,19% (318/1.976 hộ»: 318 trên 1.976 là 16,09%, câu này ghi 16,19%";
        sentence("Tỷ lệ hộ nghèo là 16,19% (318/1.976 hộ).", &[message]);
        let message = "«1.234 hộ, chiếm 13,5% trong tổng số 9.876 hộ»: 1.234 trên 9.876 là 12,5%, câu này ghi 13,5%";
        sentence("Có 1.234 hộ, chiếm 13,5% trong tổng số 9.876 hộ.", &[message]);
    }

    #[test]
    fn what_may_be_another_rate_is_passed_over() {
        for words in [
            "45/120 hộ được hỗ trợ, trong đó hộ cận nghèo đạt 40%",
            "45/120 hộ, đạt trên 30%",
            "từ 16,09% (318/1.976 hộ) xuống còn 13,09% (260/1.986 hộ)",
            "148 hộ (56,92%); 134 hộ (51,54%)",
            "260 hộ, chiếm 13,09% tổng số hộ; 152 hộ cận nghèo",
            "khoảng 45 hộ, chiếm 40% trong tổng số 120 hộ",
            "ngày 15/12/2026 đạt 40%",
            "45 hộ, trong đó 30 hộ dân tộc thiểu số, chiếm 5% trong tổng số 900 hộ",
            "đến 30/9, vốn đạt 100%",
            "45/120 hộ. Đạt 40% kế hoạch",
        ] {
            sentence(words, &[]);
        }
    }
}
