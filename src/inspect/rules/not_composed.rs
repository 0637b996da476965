//! Decomposed letters, and letters without width.

use crate::diagnostic::Code;
use crate::inspect::observed::Paragraph;
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence};
use crate::vietnamese::{compose, shortened};

/// Decomposed letters, and letters without width.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-U01",
        title: "chữ tổ hợp, ký tự không hiện",
        about: "Chữ Việt nên ở dạng dựng sẵn (NFC), không có ký tự không độ rộng: nếu không, tìm và so chữ sẽ sai.",
    },
    basis: Basis::Practice,
    clause: "thông lệ văn phòng; Nghị định không quy định",
    docx: "mã của chữ",
    pdf: "mã của chữ",
    cure: "Dùng Unikey (Ctrl+Shift+F6) chuyển sang Unicode dựng sẵn; tìm và xóa ký tự không độ rộng.",
    wrong: "e + dấu mũ + dấu sắc",
    right: "ế",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let is_hidden = |letter: char| matches!(letter, '\u{200b}'..='\u{200d}' | '\u{feff}');
    let is_apart = |paragraph: &&Paragraph| paragraph.runs.iter().any(|run| compose(&run.text) != run.text);
    let has_hidden = |paragraph: &&Paragraph| paragraph.text.chars().any(is_hidden);
    let paragraphs = || case.observed.paragraphs.iter();
    if let Some(first) = paragraphs().find(is_apart) {
        let count = paragraphs().filter(is_apart).count();
        found.at(
            &first.place,
            &format!("{count} đoạn có chữ Việt tổ hợp (chưa dựng sẵn), đoạn đầu: «{}»", shortened(&first.text)),
        );
    }
    if let Some(first) = paragraphs().find(has_hidden) {
        let count = paragraphs().filter(has_hidden).count();
        found.at(&first.place, &format!("{count} đoạn có ký tự không độ rộng, đoạn đầu: «{}»", shortened(&first.text)));
    }
    Ok(())
}
