//! A sentence whose «trong đó» has more than the whole.

use crate::check::prose::{Passage, Unit, Written};
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

/// A part of a count is larger than the count.
pub const PART_LARGER: Code = Code {
    id: "KH-0452",
    title: "phần «trong đó» của câu lớn hơn toàn thể",
    about: "Số viết ngay sau «trong đó» lớn hơn số viết trước nó, cùng đơn vị. Sửa một trong hai số.",
};

/// A sentence counts more in a part than in the whole.
pub static RULE: Rule = Rule {
    code: PART_LARGER,
    level: Severity::Warning,
    reason: "phần không lớn hơn toàn thể",
    about: PART_LARGER.about,
    wrong: "noi_dung: [\"Toàn xã có 260 hộ nghèo, trong đó có 264 hộ dân tộc thiểu số.\"]",
    right: "noi_dung: [\"Toàn xã có 260 hộ nghèo, trong đó có 246 hộ dân tộc thiểu số.\"]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for passage in case.passages() {
        for pair in passage.figures.windows(2) {
            let [whole, part] = pair else { continue };
            if is_part(passage, whole, part) && whole.number.is_less_than(part.number) {
                let (more, less) = (passage.told(part), passage.told(whole));
                let message = format!("phần «trong đó» là {more}, lớn hơn {less} chứa nó");
                let finding = Diagnostic::error(PART_LARGER, passage.place(part.start..part.rest), message);
                let finding = finding.label(passage.place(whole.start..whole.rest), "toàn thể");
                found.push(finding.as_warning().help("sửa một trong hai số"));
            }
        }
    }
}

/// Whether a figure is said to be a part of the one before it.
fn is_part(passage: &Passage<'_>, whole: &Written, part: &Written) -> bool {
    if !matches!(whole.unit, Unit::Count(_) | Unit::Money(_)) || whole.unit != part.unit {
        return false;
    }
    let Some((before, told)) = passage.between(whole.rest, part.start).split_once("trong đó") else { return false };
    let is_direct = ["", ":", "có", "có:", "gồm", "gồm:"].contains(&told.trim());
    is_direct && !before.contains([';', '.', ':', ')']) && !before.contains("giảm") && !passage.is_bounded(whole)
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
    fn a_part_is_no_larger_than_its_whole() {
        let message = "cảnh báo «264 hộ»: phần «trong đó» là 264 hộ, lớn hơn 260 hộ chứa nó";
        sentence("Có 260 hộ nghèo, trong đó có 264 hộ dân tộc thiểu số.", &[message]);
        sentence("Có 260 hộ nghèo, trong đó 246 hộ dân tộc thiểu số.", &[]);
        let message = "cảnh báo «7 ca»: phần «trong đó» là 7 ca, lớn hơn 5 ca chứa nó";
        sentence("Ghi nhận 5 ca mắc, trong đó 7 ca nặng.", &[message]);
    }

    #[test]
    fn what_may_be_no_part_is_passed_over() {
        for words in [
            "05 thôn với 90 hộ, trong đó 100 người",
            "giảm 50 hộ, trong đó hộ nghèo còn 210 hộ",
            "260 hộ; trong đó 300 hộ",
            "trên 260 hộ, trong đó 300 hộ",
        ] {
            sentence(words, &[]);
        }
    }
}
