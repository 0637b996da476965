//! Letters that are not black.

use crate::decree::measured::BLACK;
use crate::diagnostic::Code;
use crate::inspect::observed::Run;
use crate::inspect::rule::{Case, Findings, Rule, Silence};
use crate::vietnamese::{fold, shortened};

/// Letters that are not black.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-F02",
        title: "chữ không phải màu đen",
        about: "Chữ của văn bản có màu đen; chỉ dấu chỉ độ khẩn, dấu và chữ ký có màu khác.",
    },
    clause: "Phụ lục I, phần I, mục I, khoản 3",
    docx: "màu của chữ",
    pdf: "màu của chữ",
    cure: "Chọn chữ đó, đặt màu Tự động (Automatic) hoặc đen trong thẻ Trang đầu (Home) > Màu phông (Font Color).",
    wrong: "«Hạn chót: 15/3» màu đỏ",
    right: "«Hạn chót: 15/3» màu đen",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let is_colored = |run: &&Run| {
        let is_seen = run.text.chars().any(char::is_alphanumeric);
        is_seen && run.face.color.is_some_and(|color| color.iter().any(|&part| part > BLACK)) && !is_urgent(&run.text)
    };
    let runs = case
        .observed
        .paragraphs
        .iter()
        .filter_map(|paragraph| Some((paragraph, paragraph.runs.iter().find(is_colored)?)));
    let colored: Vec<_> = runs.collect();
    if let Some((paragraph, run)) = colored.first() {
        let [red, green, blue] = run.face.color.unwrap_or_default();
        let words = shortened(&run.text);
        let count = colored.len();
        found.at(
            &paragraph.place,
            &format!("chữ không phải màu đen ở {count} đoạn, đầu tiên: «{words}» (màu {red}, {green}, {blue})"),
        );
    }
    Ok(())
}

fn is_urgent(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "hoatoc" | "thuongkhan" | "khan" | "hoa" | "toc" | "thuong" | "mat" | "toimat" | "tuyetmat"
    )
}
