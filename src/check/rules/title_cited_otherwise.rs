//! A document whose title a sentence cites otherwise than another place of the plan.

use super::document_cited_otherwise::{is_same, registered};
use crate::check::citations::{self, Citation};
use crate::check::letters::place;
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::source::Span;
use crate::vietnamese::fold;

/// A document cited with two titles.
pub const OTHER_TITLE: Code = Code {
    id: "KH-0434",
    title: "một văn bản viện dẫn với hai trích yếu",
    about: "Hai chỗ viện dẫn cùng một văn bản, cùng số, cùng ngày, mà trích yếu khác nhau ở một từ hay một năm. Chép đúng trích yếu, hoặc \
            khai báo văn bản ở van_ban rồi gọi bằng mã. Trích yếu viết rút gọn không bị xét.",
};

/// A sentence cites a document with a word of its title other than in the register or in another sentence.
pub static RULE: Rule = Rule {
    code: OTHER_TITLE,
    level: Severity::Warning,
    reason: "một văn bản chỉ có một trích yếu",
    about: OTHER_TITLE.about,
    wrong: "noi_dung: [\"Quyết định số 90/QĐ-TTg ngày 18/01/2022 phê duyệt Chương trình giảm nghèo bền vững giai đoạn 2021 - 2025.\", \
            \"Quyết định số 90/QĐ-TTg ngày 18/01/2022 phê duyệt Chương trình giảm nghèo bền vững giai đoạn 2021 - 2030.\"]",
    right: "noi_dung: [\"Quyết định số 90/QĐ-TTg ngày 18/01/2022 phê duyệt Chương trình giảm nghèo bền vững giai đoạn 2021 - 2025.\", \
            \"Quyết định số 90/QĐ-TTg ngày 18/01/2022 phê duyệt Chương trình giảm nghèo bền vững giai đoạn 2021 - 2025.\"]",
    check,
};

/// Words that must be alike before a word that differs.
const ALIKE_BEFORE: usize = 3;
/// Words that must be alike behind it, unless both are years.
const ALIKE_BEHIND: usize = 2;

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let cited = citations::all(case.letters());
    let titled: Vec<_> = cited.into_iter().filter_map(|one| Some((one, words(one.title()?)))).collect();
    for (at, (citation, title)) in titled.iter().enumerate() {
        let known = known(case.plan, citation).into_iter();
        let earlier = titled[..at].iter().filter(|(first, _)| first.day == citation.day && is_same(first, citation));
        let earlier = earlier.map(|(first, words)| (words.clone(), place(first.words.text, first.written)));
        let other = known.chain(earlier).find_map(|(words, place)| Some((difference(title, &words)?, place)));
        found.extend(other.map(|((here, there), span)| finding(citation, here, &there, span)));
    }
}

/// The title of the registered document that a citation means, and where it stands.
fn known(plan: &Plan, citation: &Citation<'_>) -> Option<(Vec<String>, Span)> {
    let document = plan
        .documents
        .values()
        .find(|document| registered(plan, document, citation).is_some_and(|(day, _)| citation.day == Some(day)))?;
    let subject = document.subject.as_ref()?;
    Some((words(&subject.letters()), subject.span.clone()))
}

/// The words of a title up to its end, without the «về việc» before it; a mark between two figures parts them.
fn words(title: &str) -> Vec<String> {
    let end = title.find([';', '(', ')', '”', '"', ':']).unwrap_or(title.len());
    let title = &title[..end];
    let end = title.find(". ").unwrap_or(title.len());
    let words = title[..end].split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    let skipped = match words.as_slice() {
        [first, second, ..] if first == "về" && second == "việc" => 2,
        [first, ..] if first == "về" => 1,
        _ => 0,
    };
    words.into_iter().skip(skipped).collect()
}

/// The first word of a title that stands otherwise in another one, both alike before and behind it.
fn difference<'t>(title: &'t [String], other: &[String]) -> Option<(&'t str, String)> {
    let is_alike = |(one, other): (&String, &String)| one == other || fold(one) == fold(other);
    let at = title.iter().zip(other).position(|pair| !is_alike(pair))?;
    let (here, there) = (title.get(at)?, other.get(at)?);
    let is_year = |word: &String| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let behind = title[at + 1..].iter().zip(&other[at + 1..]).take(ALIKE_BEHIND);
    let goes_on = behind.clone().count() == ALIKE_BEHIND && behind.clone().all(is_alike);
    let differs = at >= ALIKE_BEFORE && (goes_on || is_year(here) && is_year(there));
    differs.then(|| (here.as_str(), there.clone()))
}

fn finding(citation: &Citation<'_>, here: &str, there: &str, other: Span) -> Diagnostic {
    let span = place(citation.words.text, citation.written);
    let message =
        format!("trích yếu của văn bản số {} ở đây viết «{here}», ở nơi khác viết «{there}»", citation.symbol);
    Diagnostic::error(OTHER_TITLE, span, message)
        .as_warning()
        .label(other.first_line(), format!("viết «{there}» ở đây"))
        .help("chép đúng trích yếu của văn bản; khai báo ở «van_ban» rồi gọi bằng mã thì nơi nào cũng như nhau")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    const CITED: &str = "Quyết định số 90/QĐ-TTg ngày 18/01/2022 của Thủ tướng Chính phủ";

    #[track_caller]
    fn two(one: &str, other: &str, expected: &[&str]) {
        check(&RULE, &format!("noi_dung: [\"{CITED} {one}\", \"Theo {CITED} {other}\"]"), expected);
    }

    #[test]
    fn a_title_is_the_same_everywhere() {
        let first = "về việc phê duyệt Chương trình giảm nghèo bền vững cho huyện";
        let message = "cảnh báo «90/QĐ-TTg ngày 18/01/2022»: trích yếu của văn bản số 90/QĐ-TTg ở đây viết «nhanh», ở nơi khác viết «bền»";
        two(first, "về phê duyệt Chương trình giảm nghèo nhanh vững cho huyện.", &[message]);
        two(first, "về phê duyệt Chương trình giảm nghèo bền vững cho huyện, thực hiện", &[]);
        two(first, "về phê duyệt Chương trình giảm nghèo.", &[]);
        two(first, "về phê duyệt Chương trình giảm nghèo cho huyện", &[]);
        two(first, "và các văn bản khác về giảm nghèo", &[]);
    }

    #[test]
    fn a_title_is_that_of_the_register() {
        let plan = |number: &str| {
            format!(
                "van_ban: {{a: {{loai: Kế hoạch, so_hieu: 21/KH-UBND, ngay: 29/02/2024, trich_yeu: giảm nghèo bền vững năm 2024 của xã}}}}\n\
                 noi_dung: [\"Kế hoạch số {number}/KH-UBND ngày 29/02/2024 về giảm nghèo bền vững năm 2023 của xã\"]"
            )
        };
        let message = "cảnh báo «21/KH-UBND ngày 29/02/2024»: trích yếu của văn bản số 21/KH-UBND ở đây viết «2023», ở nơi khác viết «2024»";
        check(&RULE, &plan("21"), &[message]);
        check(&RULE, &plan("22"), &[]);
    }
}
