//! A signer's name that does not look like one.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::parts::Part;
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence};

/// A signer's name that does not look like one.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-K08",
        title: "họ tên người ký viết lạ",
        about: "Họ tên người ký gồm họ, chữ đệm và tên, mỗi chữ viết hoa chữ cái đầu.",
    },
    basis: Basis::Practice,
    clause: "thông lệ văn phòng; Nghị định không quy định",
    docx: "chữ của họ tên người ký",
    pdf: "chữ của họ tên người ký",
    cure: "Viết đủ họ, chữ đệm, tên: Nguyễn Văn An.",
    wrong: "Nguyễn văn An",
    right: "Nguyễn Văn An",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let all = case.every(Component::SignerName)?;
    let is_odd = |part: &&Part| {
        let words: Vec<_> = part.text.split(' ').collect();
        let is_small = |word: &&str| word.starts_with(char::is_lowercase);
        part.text.chars().all(|letter| letter.is_alphabetic() || letter == ' ')
            && (words.len() == 1 || words.iter().any(is_small))
    };
    let wrong: Vec<&Part> = all.into_iter().filter(is_odd).collect();
    found.summed(&wrong, "không giống họ tên người ký: thiếu họ hoặc có chữ không viết hoa");
    Ok(())
}
