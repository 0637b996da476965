//! A number by hand that does not follow the one before it.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::block::{Block, Content};
use crate::vietnamese::{point_letter, roman};

/// A number by hand out of order.
pub const OUT_OF_ORDER: Code = Code {
    id: "KH-0426",
    title: "số viết tay không liền nhau",
    about: "Hai mục liền nhau cùng có số viết tay (nhan) cùng kiểu thì số sau lớn hơn số trước đúng một, theo thứ tự chữ cái tiếng Việt: \
            d rồi đ, e rồi g. Sửa số, hoặc bỏ khóa nhan để chương trình đánh số.",
};

/// Two neighbours with numbers by hand of one style do not follow each other.
pub static RULE: Rule = Rule {
    code: OUT_OF_ORDER,
    level: Severity::Error,
    reason: "số mục chạy liền, không nhảy, không trùng",
    about: OUT_OF_ORDER.about,
    wrong: "noi_dung: [{muc: Một, nhan: \"2.9.\"}, {muc: Hai, nhan: \"2.11.\"}]",
    right: "noi_dung: [{muc: Một, nhan: \"2.9.\"}, {muc: Hai, nhan: \"2.10.\"}]",
    check,
};

/// A number by hand, taken apart.
#[derive(Debug, PartialEq, Eq)]
struct Label {
    /// What stands before its last number: `2.`, `Điều `.
    before: String,
    /// Its last number.
    number: usize,
    /// How that is written, and what stands behind it.
    style: (char, String),
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    siblings(&plan.content, found);
    plan.appendices.values().for_each(|appendix| siblings(&appendix.content, found));
    plan.projects.values().for_each(|project| siblings(&project.content, found));
    plan.responsibilities.iter().for_each(|duty| siblings(&duty.items, found));
}

fn siblings(blocks: &[Block], found: &mut Vec<Diagnostic>) {
    for pair in blocks.windows(2) {
        if let [first, second] = pair {
            found.extend(finding(first, second));
        }
    }
    for content in blocks.iter().flat_map(|block| &block.content) {
        match content {
            Content::Blocks(blocks) => siblings(blocks, found),
            // What is quoted from another document keeps the numbers of that.
            Content::Amendments(_) | Content::Mount(_) | Content::Table(_) | Content::Agenda(_) => {}
        }
    }
}

fn finding(first: &Block, second: &Block) -> Option<Diagnostic> {
    let (one, two) = (first.label.as_ref()?, second.label.as_ref()?);
    let (before, after) = (readings(&one.letters()), readings(&two.letters()));
    let pairs = || before.iter().flat_map(|one| after.iter().map(move |two| (one, two)));
    // `i)` and `V.` may be a letter or a numeral: one reading that fits is enough.
    let mut alike = pairs().filter(|(one, two)| one.style == two.style && one.before == two.before).peekable();
    alike.peek()?;
    let mut all: Vec<_> = alike.collect();
    if all.iter().any(|(one, two)| two.number == one.number + 1) {
        return None;
    }
    let (last, here) = all.pop()?;
    let message = format!("số viết tay «{}» không liền sau «{}»", two.letters(), one.letters());
    let next = format!("{}{}{}", last.before, written(last.number + 1, here.style.0)?, here.style.1);
    Some(
        Diagnostic::error(OUT_OF_ORDER, two.span.first_line(), message)
            .label(one.span.first_line(), "số trước ở đây")
            .help(format!("viết «{next}», hoặc bỏ khóa «nhan» để chương trình đánh số")),
    )
}

/// The ways in which a label may be read.
fn readings(label: &str) -> Vec<Label> {
    let label = label.trim();
    let body = label.trim_end_matches(['.', ')', ':']);
    let behind = label[body.len()..].to_owned();
    let start = body
        .rfind(|letter: char| !letter.is_alphanumeric())
        .map_or(0, |at| at + body[at..].chars().next().map_or(1, char::len_utf8));
    let (before, last) = body.split_at(start);
    ['1', 'I', 'a']
        .into_iter()
        .filter_map(|style| {
            let number = (1..=MOST).find(|number| written(*number, style).is_some_and(|known| known == last))?;
            Some(Label { before: before.to_owned(), number, style: (style, behind.clone()) })
        })
        .collect()
}

/// Numbers beyond which no plan numbers by hand.
const MOST: usize = 60;

fn written(number: usize, style: char) -> Option<String> {
    match style {
        '1' => Some(number.to_string()),
        'I' => Some(roman(number)),
        'a' => (number <= 23).then(|| point_letter(number)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn follow(one: &str, two: &str, is_right: bool) {
        let plan =
            format!("noi_dung: [{{muc: A, noi_dung: [{{muc: B, nhan: \"{one}\"}}, {{muc: C, nhan: \"{two}\"}}]}}]");
        let message = format!("lỗi «\"{two}\"»: số viết tay «{two}» không liền sau «{one}»");
        check(&RULE, &plan, &if is_right { vec![] } else { vec![message.as_str()] });
    }

    #[test]
    fn neighbours_follow_each_other() {
        follow("2.9.", "2.10.", true);
        follow("2.9.", "2.9.", false);
        follow("d)", "đ)", true);
        follow("d)", "e)", false);
        follow("h)", "i)", true);
        follow("IV.", "V.", true);
        follow("II.", "IV.", false);
        follow("Điều 1.", "Điều 3.", false);
        follow("2.10.", "3.", true);
        follow("2a.", "3.", true);
    }

    #[test]
    fn only_neighbours_by_hand_are_compared() {
        check(&RULE, "noi_dung: [{muc: A, nhan: \"1.\"}, {muc: B}, {muc: C, nhan: \"7.\"}]", &[]);
    }
}
