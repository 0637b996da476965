//! Căn cứ among the body.

use crate::diagnostic::Code;
use crate::inspect::parts::{Marker, Part};
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// Căn cứ among the body.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-C07", title: "căn cứ nằm trong nội dung", about: "Căn cứ đặt giữa trích yếu và nội dung."
    },
    clause: "Phụ lục I, phần I, mục II, khoản 6",
    docx: "vị trí của các dòng căn cứ",
    pdf: "vị trí của các dòng căn cứ",
    cure: "Chuyển căn cứ lên ngay dưới trích yếu.",
    wrong: "căn cứ sau mục I",
    right: "căn cứ dưới trích yếu",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let body = case.body()?;
    let start = body.iter().position(|part| matches!(part.marker, Some(Marker::Roman(_) | Marker::Part(_))));
    let after = start.map_or(&[][..], |start| &body[start..]);
    let is_basis = |part: &&Part| {
        let is_italic = case.observed.share(part.piece, |face| face.is_italic) > 900;
        part.text.starts_with("Căn cứ ") && part.text.ends_with(';') && is_italic
    };
    let wrong: Vec<&Part> = after.iter().copied().filter(is_basis).collect();
    found.summed(&wrong, "là căn cứ nằm trong nội dung");
    Ok(())
}
