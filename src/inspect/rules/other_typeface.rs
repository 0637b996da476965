//! Letters in another typeface than Times New Roman.

use crate::decree::TYPEFACE;
use crate::diagnostic::{Code, Severity};
use crate::inspect::observed::{Medium, Run};
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_measured};
use crate::vietnamese::fold;

/// Letters in another typeface than Times New Roman.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-F01",
        title: "phông chữ không phải Times New Roman",
        about: "Văn bản dùng phông Times New Roman, bộ mã Unicode.",
    },
    clause: "Phụ lục I, phần I, mục I, khoản 3",
    docx: "phông của chữ (không xét ký hiệu)",
    pdf: "tên phông của chữ",
    cure: "Bấm Ctrl+A chọn toàn văn bản, đặt phông Times New Roman trong thẻ Trang đầu (Home).",
    wrong: "nội dung phông Arial",
    right: "nội dung phông Times New Roman",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let mut others: Vec<(&str, usize, usize)> = Vec::new();
    let mut is_named = false;
    for (index, paragraph) in case.observed.paragraphs.iter().enumerate() {
        for Run { text, face } in &paragraph.runs {
            let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
            is_named |= !face.family.is_empty();
            if letters == 0 || face.family.is_empty() || is_right(&face.family) {
                continue;
            }
            match others.iter_mut().find(|(family, ..)| *family == face.family) {
                Some((_, count, _)) => *count += letters,
                None => others.push((&face.family, letters, index)),
            }
        }
    }
    if !is_named {
        return Err(not_measured("tệp không ghi tên phông"));
    }
    others.sort_by_key(|(_, count, _)| std::cmp::Reverse(*count));
    // A typeface as wide as the decree's looks alike; a PDF that was made where the other is not sold has it.
    let (like, other): (Vec<_>, Vec<_>) = others.into_iter().partition(|(family, ..)| is_clone(family));
    let is_drawn = case.observed.medium == Medium::Pdf;
    // A DOCX names the typeface that Word will look for; a PDF carries the letters themselves, and these are as wide.
    if is_drawn && other.is_empty() && !like.is_empty() {
        return Err(not_measured("tệp mang phông có cùng số đo với Times New Roman"));
    }
    let like = if is_drawn { Vec::new() } else { like };
    for (families, severity) in [(other, Severity::Error), (like, Severity::Warning)] {
        let Some((_, _, first)) = families.first() else { continue };
        let names: Vec<_> =
            families.iter().take(4).map(|(family, count, _)| format!("{family} ({count} chữ)")).collect();
        let place = &case.observed.paragraphs[*first].place;
        found.graded(severity, place, &format!("phông {}, không phải {TYPEFACE}", names.join(", ")));
    }
    Ok(())
}

/// Whether a typeface is the decree's, or one for formulas alone.
fn is_right(family: &str) -> bool {
    let folded = fold(family);
    folded.starts_with("timesnewroman")
        || folded.contains("math")
        || folded.starts_with("symbol")
        || folded.starts_with("wingdings")
}

/// Whether a typeface has letters as wide as those of the decree's.
fn is_clone(family: &str) -> bool {
    let folded = fold(family);
    folded.starts_with("liberationserif") || folded.starts_with("tinos")
}
