//! An appendix that a sentence names and the plan has not.

use crate::check::letters::{Words, place, sentence};
use crate::check::rule::{Case, Rule};
use crate::check::trees::every_block;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::block::Content;
use crate::plan::whole::APPENDICES;
use crate::schema::{Visitor, Walk};
use crate::value::Text;
use crate::vietnamese::number_in_words;

/// An appendix that is not there.
pub const NO_SUCH_APPENDIX: Code = Code {
    id: "KH-0421",
    title: "nhắc tới phụ lục không có",
    about: "Câu nhắc tới một phụ lục mà kế hoạch không có, ghi số phụ lục khác với số được in, đếm sai số phụ lục, hoặc gọi tên phụ lục \
            khác với tên của nó. Gọi bằng mã, {{ phu_luc.bieu }}, thì số luôn đúng. Phụ lục của văn bản khác thì không tính.",
};

/// A sentence names, counts or entitles appendices otherwise than they are.
pub static RULE: Rule = Rule {
    code: NO_SUCH_APPENDIX,
    level: Severity::Error,
    reason: "Phụ lục I, phần I, mục III, khoản 1: văn bản chỉ dẫn đúng phụ lục của nó",
    about: NO_SUCH_APPENDIX.about,
    wrong: "noi_dung: [\"Chi tiết tại Phụ lục I, Phụ lục II, Phụ lục III.\"]\n\
            phu_luc: {a: {ten: Một, noi_dung: [Câu.]}, b: {ten: Hai, noi_dung: [Câu.]}}",
    right: "noi_dung: [\"Chi tiết tại Phụ lục I, Phụ lục II.\"]\n\
            phu_luc: {a: {ten: Một, noi_dung: [Câu.]}, b: {ten: Hai, noi_dung: [Câu.]}}",
    check,
};

/// Words that tell of another document, whose appendices are not those of the plan.
const OTHER_DOCUMENTS: [&str; 12] = [
    "Nghị định",
    "Thông tư",
    "Quyết định",
    "Nghị quyết",
    "Luật",
    "Công văn",
    "Hướng dẫn",
    "Chỉ thị",
    "Tờ trình",
    "Văn bản",
    " số ",
    "van_ban",
];
/// Words behind which the appendices of the plan are counted.
const COUNTING: [&str; 6] = ["có", "gồm", "kèm", "kèm theo", "với", "cùng"];
const TERM: &str = "Phụ lục ";

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    let quoted = quoted(plan);
    let speaks = |words: &&Words<'_>| words.letters.contains("hụ lục") || words.letters.contains(APPENDICES.name());
    for words in case.letters().iter().filter(speaks) {
        // What stands before a title by hand is told where titles are looked at.
        let titles = plan.appendices.values().filter_map(|appendix| appendix.title.as_ref());
        if quoted.iter().copied().chain(titles).any(|text| std::ptr::eq(text, words.text)) {
            continue;
        }
        named(plan, words, found);
        counted(plan, words, found);
        entitled(plan, words, found);
    }
}

/// Words of changes in another document, whose appendices they mean.
fn quoted(plan: &Plan) -> Vec<&Text> {
    let mut texts = Texts(Vec::new());
    for content in every_block(plan).into_iter().flat_map(|block| &block.content) {
        match content {
            Content::Amendments(amendments) => amendments.walk(&mut texts),
            Content::Blocks(_) | Content::Mount(_) | Content::Table(_) | Content::Agenda(_) => {}
        }
    }
    texts.0
}

struct Texts<'a>(Vec<&'a Text>);

impl<'a> Visitor<'a> for Texts<'a> {
    fn text(&mut self, text: &'a Text) {
        self.0.push(text);
    }
}

/// Whether a sentence may speak of the appendices of another document.
fn is_of_another(letters: &str, at: usize) -> bool {
    let sentence = sentence(letters, at);
    OTHER_DOCUMENTS.iter().any(|word| sentence.contains(word))
}

/// Appendices by their number.
fn named(plan: &Plan, words: &Words<'_>, found: &mut Vec<Diagnostic>) {
    let letters = words.letters.as_ref();
    for (at, term) in letters.match_indices(TERM) {
        let rest = &letters[at + term.len()..];
        let end = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
        let number = &rest[..end];
        let is_number = !number.is_empty()
            && (number.chars().all(|letter| "IVXL".contains(letter))
                || number.bytes().all(|byte| byte.is_ascii_digit()));
        let written = &letters[at..at + term.len() + end];
        if !is_number || is_of_another(letters, at) || numbers(plan).any(|known| is_number_of(&known, written)) {
            continue;
        }
        let message = format!("«{written}» không có trong kế hoạch: {}", those(plan));
        let help = match plan.appendices.ids().next() {
            Some(id) => format!("gọi bằng mã: {{{{ {}.{id} }}}}", APPENDICES.name()),
            None => format!("thêm phụ lục ở khóa «{}», hoặc bỏ lời nhắc", APPENDICES.name()),
        };
        found.push(Diagnostic::error(NO_SUCH_APPENDIX, place(words.text, written), message).help(help));
    }
}

/// The appendices as they are named in print.
fn numbers(plan: &Plan) -> impl Iterator<Item = String> {
    (0..plan.appendices.len()).map(|at| plan.appendix_number(at))
}

/// Whether a name in a sentence is that of an appendix: one by hand may say more.
fn is_number_of(known: &str, written: &str) -> bool {
    let rest = known.strip_prefix(written);
    rest.is_some_and(|rest| !rest.starts_with(|letter: char| letter.is_alphanumeric()))
        || known.ends_with(&written[TERM.len()..]) && known.contains("số")
}

fn those(plan: &Plan) -> String {
    match plan.appendices.len() {
        0 => "kế hoạch không có phụ lục".to_owned(),
        1 => format!("kế hoạch có một phụ lục, in là «{}»", plan.appendix_number(0)),
        count => format!(
            "kế hoạch có {count} phụ lục, từ «{}» đến «{}»",
            plan.appendix_number(0),
            plan.appendix_number(count - 1)
        ),
    }
}

/// The number of appendices in words or figures.
fn counted(plan: &Plan, words: &Words<'_>, found: &mut Vec<Diagnostic>) {
    let letters = words.letters.as_ref();
    for (at, _) in letters.match_indices(" phụ lục") {
        let before = &letters[..at];
        let start = before.rfind(' ').map_or(0, |space| space + 1);
        let (lead, number) = (before[..start].trim_end(), &before[start..]);
        let count = number.parse().ok().or_else(|| (2..=20).find(|count| number_in_words(*count) == number));
        let is_whole = COUNTING.iter().any(|word| lead.ends_with(word));
        let Some(count) = count.filter(|count| is_whole && *count != plan.appendices.len() as u128) else { continue };
        if is_of_another(letters, at) {
            continue;
        }
        let written = &letters[start..at + " phụ lục".len()];
        let message = format!("«{written}», mà kế hoạch có {} phụ lục", plan.appendices.len());
        let help = format!("sửa {count} thành {}, hoặc thêm phụ lục còn thiếu", plan.appendices.len());
        found.push(Diagnostic::error(NO_SUCH_APPENDIX, place(words.text, written), message).help(help));
    }
}

/// Titles in brackets right behind the name of an appendix.
fn entitled(plan: &Plan, words: &Words<'_>, found: &mut Vec<Diagnostic>) {
    let letters = words.letters.as_ref();
    for (at, (id, appendix)) in plan.appendices.iter().enumerate() {
        let Some(title) = appendix.title.as_ref().map(|title| title.letters()) else { continue };
        let called = [format!("{{{{ {}.{} }}}}", APPENDICES.name(), id.name), plan.appendix_number(at)];
        for name in called.iter().filter(|name| name.len() > TERM.len()) {
            let Some(start) = letters.find(name.as_str()) else { continue };
            let behind = letters[start + name.len()..].trim_start();
            let behind = behind.strip_prefix("kèm theo").unwrap_or(behind).trim_start();
            let Some(given) = behind.strip_prefix('(').and_then(|inside| Some(&inside[..inside.find(')')?])) else {
                continue;
            };
            if is_title_otherwise(given, &title) {
                let message = format!("phụ lục «{}» tên là «{title}», ở đây gọi là «{given}»", id.name);
                let finding = Diagnostic::error(NO_SUCH_APPENDIX, place(words.text, given), message);
                found.push(finding.label(id.span.clone(), "phụ lục này").help(format!("viết «{title}»")));
            }
        }
    }
}

/// Whether some words are meant to be a title, as they share half of its words, and are another.
fn is_title_otherwise(given: &str, title: &str) -> bool {
    let (given, title) = (given.to_lowercase(), title.to_lowercase());
    let own: Vec<&str> = title.split(' ').collect();
    let shared = given.split(' ').filter(|word| own.contains(word)).count();
    given != title && own.len() >= 3 && shared * 2 >= own.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn said(words: &str, expected: &[&str]) {
        let two = "phu_luc: {a: {ten: Biểu tổng hợp chỉ tiêu, noi_dung: [Câu.]}, b: {ten: Hai, noi_dung: [Câu.]}}";
        let expected: Vec<_> = expected.iter().map(|message| format!("lỗi {message}")).collect();
        let expected: Vec<_> = expected.iter().map(String::as_str).collect();
        check(&RULE, &format!("noi_dung: [\"{words}\"]\n{two}"), &expected);
    }

    #[test]
    fn appendices_are_there() {
        let there = "không có trong kế hoạch: kế hoạch có 2 phụ lục, từ «Phụ lục I» đến «Phụ lục II»";
        said("Chi tiết tại Phụ lục III kèm theo.", &[&format!("«Phụ lục III»: «Phụ lục III» {there}")]);
        said("Chi tiết tại Phụ lục 2.", &[&format!("«Phụ lục 2»: «Phụ lục 2» {there}")]);
        said("Theo Phụ lục III Nghị định số 30/2020/NĐ-CP. Xem Phụ lục II.", &[]);
        said("Theo {{ van_ban.a }}, Phụ lục VII.", &[]);
    }

    #[test]
    fn one_alone_has_no_number() {
        let one = |words: &str| format!("noi_dung: [\"{words}\"]\nphu_luc: {{a: {{ten: Một, noi_dung: [Câu.]}}}}");
        let message = "lỗi «Phụ lục 1»: «Phụ lục 1» không có trong kế hoạch: kế hoạch có một phụ lục, in là «Phụ lục»";
        check(&RULE, &one("Chi tiết tại Phụ lục 1."), &[message]);
        check(&RULE, &one("Chi tiết tại Phụ lục kèm theo."), &[]);
    }

    #[test]
    fn appendices_are_counted_and_named() {
        said("Kế hoạch có bốn phụ lục.", &["«bốn phụ lục»: «bốn phụ lục», mà kế hoạch có 2 phụ lục"]);
        said("Kèm theo 02 phụ lục; ba phụ lục đầu.", &[]);
        let title = "«Bảng tổng hợp chỉ tiêu»: phụ lục «a» tên là «Biểu tổng hợp chỉ tiêu», ở đây gọi là «Bảng tổng hợp chỉ tiêu»";
        said("Theo {{ phu_luc.a }} (Bảng tổng hợp chỉ tiêu).", &[title]);
        said("Theo {{ phu_luc.a }} kèm theo (Biểu tổng hợp chỉ tiêu).", &[]);
        said("Theo Phụ lục I (tính theo hộ).", &[]);
    }
}
