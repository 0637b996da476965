//! A body of more than one size.

use crate::decree::Component;
use crate::decree::measured::permitted_sizes;
use crate::diagnostic::Code;
use crate::inspect::face::allows_size;
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence};
use crate::units::Length;

/// A body of more than one size.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-F04",
        title: "nội dung nhiều cỡ chữ",
        about: "Cả phần nội dung nên dùng một cỡ chữ, 13 hoặc 14.",
    },
    basis: Basis::Practice,
    clause: "thông lệ văn phòng; Nghị định không quy định",
    docx: "cỡ chữ của các đoạn nội dung",
    pdf: "cỡ chữ của các đoạn nội dung",
    cure: "Chọn toàn bộ nội dung, đặt một cỡ chữ 13 hoặc 14.",
    wrong: "mục I cỡ 14, mục II cỡ 13",
    right: "cả hai mục cỡ 14",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let demand = permitted_sizes(Component::BodyText);
    let mut sizes: Vec<(Length, usize, crate::inspect::piece::Piece)> = Vec::new();
    for part in case.body()? {
        let Some(face) = case.observed.face(part.piece) else { continue };
        let is_same = |known: Length| (known - face.size).to_emu().abs() <= case.tolerance().size.to_emu();
        match sizes.iter_mut().find(|(size, ..)| is_same(*size)) {
            Some((_, count, _)) => *count += 1,
            None => sizes.push((face.size, 1, part.piece)),
        }
    }
    sizes.sort_by_key(|(_, count, _)| std::cmp::Reverse(*count));
    let is_permitted = sizes.iter().all(|(size, ..)| allows_size(case, &demand, *size));
    if let ([(most, ..), .., (_, _, piece)], true) = (sizes.as_slice(), is_permitted) {
        let words: Vec<_> =
            sizes.iter().map(|(size, count, _)| format!("{} ({count} đoạn)", size.display_pt())).collect();
        found.on(
            *piece,
            &format!("nội dung có nhiều cỡ chữ: {}; nên dùng một cỡ {}", words.join(", "), most.display_pt()),
        );
    }
    Ok(())
}
