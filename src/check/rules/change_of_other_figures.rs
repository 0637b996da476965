//! A sentence whose change is not what lies between the two figures beside it.

use crate::check::prose::{Passage, Unit, Written, distance, is_percent, is_rounded};
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::value::Decimal;

/// A sentence says a change that its own figures do not make.
pub const CHANGE_OF_OTHERS: Code = Code {
    id: "KH-0451",
    title: "mức tăng, giảm trong câu không đúng",
    about: "Câu viết từ mức này đến mức kia, mà lượng tăng, giảm viết cạnh đó khác với hai mức; hoặc viết giảm mà mức sau lớn hơn, \
            viết tăng mà mức sau nhỏ hơn. Sửa một trong ba số.",
};

/// A sentence says a change that is not what lies between the figures beside it.
pub static RULE: Rule = Rule {
    code: CHANGE_OF_OTHERS,
    level: Severity::Warning,
    reason: "lượng tăng, giảm là mức sau trừ mức trước",
    about: CHANGE_OF_OTHERS.about,
    wrong: "noi_dung: [\"Tỷ lệ hộ nghèo từ 5,2% xuống còn 4,1% (giảm 1,2 điểm %).\"]",
    right: "noi_dung: [\"Tỷ lệ hộ nghèo từ 5,2% xuống còn 4,1% (giảm 1,1 điểm %).\"]",
    check,
};

/// Words between two levels of which the second is the lower.
const DOWN: [&str; 7] = ["xuống", "xuống còn", "còn", "giảm còn", "giảm xuống", "giảm xuống còn", "xuống mức"];
/// Words between two levels of which the second is the higher.
const UP: [&str; 7] = ["lên", "lên thành", "tăng lên", "lên đến", "lên tới", "lên mức", "tăng lên thành"];
/// Words between levels and the change that they make.
const MAKES: [&str; 10] = [
    "giảm",
    "tăng",
    "tức giảm",
    "tức tăng",
    "tức là giảm",
    "tức là tăng",
    "tương ứng giảm",
    "tương ứng tăng",
    "tương đương giảm",
    "tương đương tăng",
];

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for passage in case.passages() {
        for at in 0..passage.figures.len() {
            found.extend(levels(passage, at).and_then(|levels| levels.judge(passage)));
        }
    }
}

/// Two levels in a sentence.
struct Levels<'p> {
    from: &'p Written,
    to: &'p Written,
    is_down: bool,
    change: Option<&'p Written>,
}

fn levels<'p>(passage: &'p Passage<'_>, at: usize) -> Option<Levels<'p>> {
    let from = &passage.figures[at];
    let before = passage.before(from);
    let before = ["từ mức", "Từ mức", "từ", "Từ"].into_iter().find_map(|word| before.strip_suffix(word))?;
    if before.ends_with(char::is_alphabetic) {
        return None;
    }
    let behind = passage.behind_bracket(from.rest);
    let (next, to) = passage.next(behind)?;
    let link = passage.between(behind, to.start).trim();
    let is_down = DOWN.contains(&link);
    let is_alike = from.unit == to.unit || from.unit == Unit::None && from.rest == from.end;
    if !(is_down || UP.contains(&link)) || !is_alike || to.unit == Unit::None || to.unit == Unit::Points {
        return None;
    }
    let after = || {
        let behind = passage.behind_bracket(to.rest);
        let inside = [passage.figures.get(next + 1), passage.next(behind).map(|(_, figure)| figure)];
        let is_change = |change: &&Written| {
            let start = if change.start < behind { to.rest } else { behind };
            let link = passage.between(start, change.start);
            MAKES.contains(&link.trim_matches([' ', ',', '(']))
        };
        inside.into_iter().flatten().find(is_change)
    };
    let ahead = || {
        let change = passage.figures.get(at.checked_sub(1)?)?;
        let is_said = ["giảm", "tăng"].iter().any(|word| passage.before(change).to_lowercase().ends_with(word));
        let link = passage.between(change.rest, from.start).trim_matches([' ', ',', '(']);
        (is_said && ["từ", "từ mức"].contains(&link)).then_some(change)
    };
    let change = ahead().or_else(after);
    Some(Levels { from, to, is_down, change })
}

impl Levels<'_> {
    fn judge(&self, passage: &Passage<'_>) -> Option<Diagnostic> {
        let (from, to) = (self.from.number, self.to.number);
        let is_wrong_way = if self.is_down { from.is_less_than(to) } else { to.is_less_than(from) };
        let end = self.to.rest.max(self.change.map_or(0, |change| change.rest));
        let start = self.change.map_or(self.from.start, |change| change.start.min(self.from.start));
        let finding =
            |message: String| Diagnostic::error(CHANGE_OF_OTHERS, passage.place(start..end), message).as_warning();
        if is_wrong_way {
            let (way, than) = if self.is_down { ("giảm", "lớn") } else { ("tăng", "nhỏ") };
            let message = format!("câu này viết {way}, mà {} {than} hơn {}", to.display(), from.display());
            return Some(finding(message).help("sửa một trong hai số, hoặc sửa chữ tăng, giảm"));
        }
        let change = self.change?;
        let right = distance(from, to)?;
        if self.is_true(right, change)? {
            return None;
        }
        let way = if self.is_down { "giảm" } else { "tăng" };
        let message = format!(
            "từ {} đến {} là {way} {}, câu này ghi {}",
            from.display(),
            to.display(),
            right.display(),
            passage.told(change)
        );
        Some(finding(message).help(format!("sửa lượng {way} thành {}, hoặc sửa một trong hai mức", right.display())))
    }

    /// Whether a change is the true one, in points or in per cent of the first level; nothing where its unit is another.
    fn is_true(&self, right: Decimal, change: &Written) -> Option<bool> {
        let relative = || is_percent(right, self.from.number, change.number);
        match (self.to.unit, change.unit) {
            (Unit::Percent, Unit::Points) => is_rounded(change.number, right),
            // «Giảm 20%» may be a fifth.
            (Unit::Percent, Unit::Percent) => Some(is_rounded(change.number, right)? || relative()?),
            (one, other) if one == other => is_rounded(change.number, right),
            (Unit::Count(_) | Unit::Money(_), Unit::Percent) => relative(),
            (Unit::None | Unit::Percent | Unit::Points | Unit::Money(_) | Unit::Count(_), _) => None,
        }
    }
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
    fn changes_lie_between_their_levels() {
        sentence("Số hộ nghèo giảm 58 hộ, từ 318 hộ xuống còn 260 hộ.", &[]);
        sentence("Tỷ lệ giảm 3,00 điểm phần trăm, từ 16,09% (318/1.976 hộ) xuống còn 13,09% (260/1.986 hộ).", &[]);
        sentence("Giảm từ 120 hộ còn 100 hộ, giảm 16,7%.", &[]);
        let message = "«15 ngày xuống còn 20 ngày»: câu này viết giảm, mà 20 lớn hơn 15";
        sentence("Giảm thời gian giải quyết từ 15 ngày xuống còn 20 ngày.", &[message]);
        sentence("Giảm từ 15 ngày xuống còn 10 ngày làm việc, từ 15 ngày xuống còn 10 ngày.", &[]);
        sentence("Từ 5,2% xuống còn 4,1%, giảm 1,1%.", &[]);
        sentence("Từ 5% xuống còn 4%, giảm 20%.", &[]);
        sentence("Tăng từ 50 lên 60 người (tăng 20%).", &[]);
        let message = "«120 hộ còn 100 hộ, giảm 25 hộ»: từ 120 đến 100 là giảm 20, câu này ghi 25 hộ";
        sentence("Giảm từ 120 hộ còn 100 hộ, giảm 25 hộ.", &[message]);
        let message = "«59 hộ, từ 318 hộ xuống còn 260 hộ»: từ 318 đến 260 là giảm 58, câu này ghi 59 hộ";
        sentence("Số hộ nghèo giảm 59 hộ, từ 318 hộ xuống còn 260 hộ.", &[message]);
        let message = "«5,2% xuống còn 4,1% (giảm 1,2 điểm %»: từ 5,2 đến 4,1 là giảm 1,1, câu này ghi 1,2 điểm %";
        sentence("Tỷ lệ từ 5,2% xuống còn 4,1% (giảm 1,2 điểm %).", &[message]);
        let message = "«16,09% (318/1.976 hộ) xuống còn 13,09% (260/1.986 hộ), giảm 3,1 điểm %»: từ 16,09 đến 13,09 là giảm 3,00, câu này ghi 3,1 điểm %";
        sentence("Từ 16,09% (318/1.976 hộ) xuống còn 13,09% (260/1.986 hộ), giảm 3,1 điểm %.", &[message]);
    }

    #[test]
    fn levels_go_the_way_that_is_said() {
        let message = "«4,1% xuống còn 5,2%»: câu này viết giảm, mà 5,2 lớn hơn 4,1";
        sentence("Tỷ lệ từ 4,1% xuống còn 5,2%.", &[message]);
        sentence("Tỷ lệ từ 4,1% lên 5,2%.", &[]);
    }

    #[test]
    fn what_is_not_sure_is_passed_over() {
        for words in [
            "từ 5 hộ đến 10 hộ, giảm 25 hộ",
            "từ 120 hộ còn dưới 100 hộ, giảm 25 hộ",
            "từ 120 hộ còn 100 hộ, giảm ít nhất 25 hộ",
            "từ 120 hộ còn 100 hộ, giảm 25 triệu đồng",
            "từ 120 hộ còn 100 người",
            "từ 120 hộ còn 100 hộ; số hộ cận nghèo giảm 25 hộ",
        ] {
            sentence(words, &[]);
        }
    }
}
