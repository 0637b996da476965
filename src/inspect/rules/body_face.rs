//! A body of a wrong size, or italic.

use crate::decree::Component;
use crate::decree::measured::permitted_sizes;
use crate::diagnostic::Code;
use crate::inspect::face::{allows_size, sizes};
use crate::inspect::parts::Part;
use crate::inspect::rule::{Case, Findings, Rule, Silence};
use crate::vietnamese::shortened;

/// A body of a wrong size, or italic.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-B02",
        title: "nội dung sai cỡ, kiểu chữ",
        about: "Nội dung in thường, cỡ 13–14, kiểu chữ đứng.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 6",
    docx: "cỡ, kiểu chữ của các đoạn nội dung",
    pdf: "cỡ, kiểu chữ của các đoạn nội dung",
    cure: "Chọn toàn bộ nội dung, đặt cỡ 13 hoặc 14, kiểu chữ đứng.",
    wrong: "nội dung cỡ 12",
    right: "nội dung cỡ 14",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let demand = permitted_sizes(Component::BodyText);
    let body: Vec<_> = case.body()?.into_iter().filter(|part| part.component == Component::BodyText).collect();
    let size = |part: &Part| case.observed.face(part.piece).map(|face| face.size);
    let wrong: Vec<&Part> =
        body.iter().copied().filter(|part| size(part).is_some_and(|size| !allows_size(case, &demand, size))).collect();
    if let Some(first) = wrong.first() {
        let what = format!("cỡ {}; quy định {}", size(first).unwrap_or_default().display_pt(), sizes(&demand));
        found.summed(&wrong, &what);
    }
    let is_italic = |part: &&&Part| case.observed.share(part.piece, |face| face.is_italic) > 900;
    let italic = body.iter().filter(is_italic).count();
    // A note or two in italics are no body.
    if let (Some(first), true) = (body.iter().find(is_italic), italic * 2 > body.len() && italic > 2) {
        found.on(
            first.piece,
            &format!(
                "{italic} đoạn nội dung in nghiêng, đoạn đầu: «{}»; quy định kiểu chữ đứng",
                shortened(&first.text)
            ),
        );
    }
    Ok(())
}
