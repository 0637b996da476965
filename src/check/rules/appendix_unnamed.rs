//! An appendix of which the document says nothing.

use std::collections::BTreeSet;

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::block::PARTS;
use crate::plan::whole::APPENDICES;
use crate::value::Text;
use crate::vietnamese::roman;

/// An appendix that no text mentions.
pub const APPENDIX_UNNAMED: Code = Code {
    id: "KH-0305",
    title: "phụ lục không được nhắc tới",
    about: "Nghị định 30/2020/NĐ-CP đòi hỏi văn bản có chỉ dẫn về từng phụ lục. Nhắc tới phụ lục ở chỗ người đọc cần xem; \
            lời trong chính phụ lục và lời ghi chú không tính.",
};

/// An appendix that no text outside it mentions.
pub static RULE: Rule = Rule {
    code: APPENDIX_UNNAMED,
    level: Severity::Error,
    reason: "Phụ lục I, phần I, mục III, khoản 1",
    about: APPENDIX_UNNAMED.about,
    wrong: "noi_dung: [Câu.]\nphu_luc: {bieu: {ten: Biểu, noi_dung: [Câu.]}}",
    right: "noi_dung: [\"Chi tiết tại {{ phu_luc.bieu }}.\"]\nphu_luc: {bieu: {ten: Biểu, noi_dung: [Câu.]}}",
    check,
};

/// What every appendix is called.
const TERM: &str = "phụ lục";

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let appendices: Vec<_> = case.plan.appendices.iter().collect();
    if appendices.is_empty() {
        return;
    }
    let (mut mentioned, numerals) = (BTreeSet::new(), numerals());
    let home = |text: &Text| {
        appendices.iter().position(|(_, appendix)| {
            let (whole, part) = (&appendix.place.span, &text.span);
            whole.file.name == part.file.name
                && whole.range.start <= part.range.start
                && part.range.end <= whole.range.end
        })
    };
    let mut names = Names { alone: appendices.len() == 1, ..Names::default() };
    for (at, (_, appendix)) in appendices.iter().enumerate() {
        match appendix.number {
            Some(_) => names.by_hand.push((at, case.plan.appendix_number(at).to_lowercase())),
            None => names.by_numeral.push(at),
        }
    }
    for words in case.letters() {
        let text = words.text;
        let mut here = names.in_words(&words.letters, &numerals);
        for named in text.values() {
            match named.path.as_slice() {
                [key, id, ..] if key == APPENDICES.name() => {
                    here.extend(appendices.iter().position(|(known, _)| known.name == *id));
                }
                // The name of a part of an appendix ends with that of the appendix.
                [key, id] if key == PARTS => here.extend(appendices.iter().position(|(_, own)| own.has_part(id))),
                _ => {}
            }
        }
        if !here.is_empty() {
            let home = home(text);
            mentioned.extend(here.into_iter().filter(|at| Some(*at) != home));
        }
    }
    for (at, (id, _)) in appendices.iter().enumerate() {
        if !mentioned.contains(&at) {
            let message = format!("phụ lục «{}» không được nhắc tới trong văn bản", id.name);
            let example = format!("{{{{ {}.{} }}}}", APPENDICES.name(), id.name);
            let help = format!("nhắc tới phụ lục ở chỗ cần xem, ví dụ (chi tiết tại {example})");
            found.push(Diagnostic::error(APPENDIX_UNNAMED, id.span.clone(), message).help(help));
        }
    }
}

/// How the appendices are called.
#[derive(Default)]
struct Names {
    /// Whether there is one alone, which needs no number.
    alone: bool,
    /// Those with a number by hand, and their names in small letters.
    by_hand: Vec<(usize, String)>,
    /// Those with a numeral, in order.
    by_numeral: Vec<usize>,
}

impl Names {
    /// The appendices that some words mention.
    fn in_words(&self, words: &str, numerals: &[String]) -> Vec<usize> {
        // Most texts name none, in whatever way.
        if find_term(words).is_none() {
            return Vec::new();
        }
        let letters = words.to_lowercase();
        let is_named = |name: &str| {
            let ends = |at: usize| !letters[at + name.len()..].starts_with(|letter: char| letter.is_alphanumeric());
            letters.match_indices(name).any(|(at, _)| ends(at))
        };
        if self.alone {
            return if is_named(TERM) { vec![0] } else { Vec::new() };
        }
        let mut mentioned: Vec<_> = self.by_hand.iter().filter(|(_, name)| is_named(name)).map(|(at, _)| *at).collect();
        let by_numeral = in_words(words, self.by_numeral.len(), numerals);
        mentioned.extend(by_numeral.into_iter().filter_map(|at| self.by_numeral.get(at)));
        mentioned
    }
}

/// The appendices with a numeral that some words mention: `Phụ lục II`, `các Phụ lục I, II và IV`, `Phụ lục I đến Phụ lục V`.
fn in_words(words: &str, count: usize, numerals: &[String]) -> Vec<usize> {
    let mut mentioned = Vec::new();
    let mut rest = words;
    let mut range_from = None;
    while let Some(at) = find_term(rest) {
        let before = &rest[..at];
        if before.trim() != "đến" {
            range_from = None;
        }
        rest =
            &rest[at + rest[at..].char_indices().nth(TERM.chars().count()).map_or(rest.len() - at, |(end, _)| end)..];
        while let Some((number, after)) = numeral(rest, numerals) {
            mentioned.extend(range_from.unwrap_or(number)..=number.min(count));
            (range_from, rest) = separator(after, number, numerals);
        }
    }
    mentioned.into_iter().filter_map(|number| number.checked_sub(1)).collect()
}

/// Where some words call an appendix one, in small letters or in capitals.
fn find_term(words: &str) -> Option<usize> {
    // No other letter is `p` when it is made small.
    let begins = words.bytes().enumerate().filter(|(_, byte)| byte.eq_ignore_ascii_case(&b'p'));
    begins.map(|(at, _)| at).find(|at| {
        let mut own = words[*at..].chars().flat_map(char::to_lowercase);
        TERM.chars().all(|letter| own.next() == Some(letter))
    })
}

/// The numerals that an appendix may have, and some beyond.
fn numerals() -> Vec<String> {
    (1..=100).map(roman).collect()
}

/// The Roman numeral with which a text begins, and what follows it.
fn numeral<'t>(text: &'t str, numerals: &[String]) -> Option<(usize, &'t str)> {
    let text = text.trim_start();
    let end = text.find(|letter: char| !"IVXLC".contains(letter)).unwrap_or(text.len());
    let (letters, after) = text.split_at(end);
    let ends = !after.starts_with(|letter: char| letter.is_alphanumeric());
    let number = numerals.iter().position(|numeral| numeral == letters)? + 1;
    ends.then_some((number, after))
}

/// What stands between two numerals: the beginning of a range, if it is one, and what follows.
fn separator<'t>(text: &'t str, number: usize, numerals: &[String]) -> (Option<usize>, &'t str) {
    let trimmed = text.trim_start();
    for sign in ["đến ", "-", "–"] {
        if let Some(rest) = trimmed.strip_prefix(sign) {
            return (Some(number), if sign == "đến " && numeral(rest, numerals).is_none() { trimmed } else { rest });
        }
    }
    for sign in [", và ", "và ", ",", ";"] {
        if let Some(rest) = trimmed.strip_prefix(sign)
            && numeral(rest, numerals).is_some()
        {
            return (None, rest);
        }
    }
    (None, text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    const TWO: &str = "phu_luc: {a: {ten: Một, noi_dung: [Câu.]}, b: {ten: Hai, noi_dung: [Câu.]}}";

    #[track_caller]
    fn missed(text: &str, ids: &[&str]) {
        let message = |id: &&str| format!("lỗi «{id}»: phụ lục «{id}» không được nhắc tới trong văn bản");
        let messages: Vec<_> = ids.iter().map(message).collect();
        let messages: Vec<_> = messages.iter().map(String::as_str).collect();
        check(&RULE, &format!("noi_dung: [\"{text}\"]\n{TWO}"), &messages);
    }

    #[test]
    fn numerals_are_whole() {
        missed("Chi tiết tại Phụ lục II kèm theo.", &["a"]);
        missed("Chi tiết tại **Phụ lục** I.", &["b"]);
        missed("Chi tiết tại Phụ lục I, Phụ lục II.", &[]);
        missed("Chi tiết tại các Phụ lục I và II.", &[]);
        missed("Chi tiết từ Phụ lục I đến Phụ lục II.", &[]);
        missed("Chi tiết tại Phụ lục.", &["a", "b"]);
        missed("Chi tiết tại Phụ lục IV.", &["a", "b"]);
        missed("Chi tiết tại {{ phu_luc.b }} và {{phu_luc.a}}.", &[]);
    }

    #[test]
    fn numbers_by_hand_and_parts_name_an_appendix() {
        let two = "phu_luc: {a: {ten: A, so: số 1, noi_dung: [C.]}, b: {ten: B, noi_dung: [{muc: M, ma: m}]}}";
        let message = |id: &str| format!("lỗi «{id}»: phụ lục «{id}» không được nhắc tới trong văn bản");
        check(&RULE, &format!("noi_dung: [\"Xem Phụ lục số 1; {{{{ muc.m }}}}.\"]\n{two}"), &[]);
        check(&RULE, &format!("noi_dung: [Xem Phụ lục số 10 và Phụ lục I.]\n{two}"), &[&message("a")]);
        check(&RULE, &format!("noi_dung: [Xem phụ lục số 1 và Phụ lục II.]\n{two}"), &[&message("b")]);
    }

    #[test]
    fn ranges_hold_what_lies_between() {
        assert_eq!(in_words("từ Phụ lục II đến Phụ lục IV", 5, &numerals()), [1, 1, 2, 3]);
        assert_eq!(in_words("các Phụ lục I - III, V", 5, &numerals()), [0, 0, 1, 2, 4]);
        assert_eq!(in_words("Phụ lục I; đến nay có Phụ lục III", 5, &numerals()), [0, 2]);
    }

    #[test]
    fn one_appendix_needs_no_number() {
        let one = "phu_luc: {a: {ten: Một, noi_dung: [Xem Phụ lục.]}}";
        check(&RULE, &format!("noi_dung: [Chi tiết tại Phụ lục kèm theo.]\n{one}"), &[]);
        let message = "lỗi «a»: phụ lục «a» không được nhắc tới trong văn bản";
        check(&RULE, &format!("# Phụ lục\nnoi_dung: [Câu.]\n{one}"), &[message]);
    }
}
