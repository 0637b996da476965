//! A parent agency above an Ủy ban nhân dân.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence};

/// A parent agency above an Ủy ban nhân dân.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-G02",
        title: "cơ quan chủ quản trên Ủy ban nhân dân",
        about: "Ủy ban nhân dân ban hành văn bản thì trên tên không ghi cơ quan chủ quản.",
    },
    basis: Basis::Practice,
    clause: "thông lệ văn phòng; Nghị định không quy định",
    docx: "các dòng bên trái Quốc hiệu",
    pdf: "các dòng bên trái Quốc hiệu",
    cure: "Xóa dòng cơ quan chủ quản.",
    wrong: "UBND TỈNH A / ỦY BAN NHÂN DÂN XÃ B",
    right: "ỦY BAN NHÂN DÂN XÃ B",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let issuer = case.first(Component::Issuer)?;
    let folded = issuer.folded();
    let is_committee = folded.starts_with("uybannhandan") || folded.starts_with("ubnd");
    if let Some(parent) = case.parts.first(Component::ParentAgency).filter(|_| is_committee) {
        found.on(
            parent.piece,
            &format!(
                "trên «{}» có cơ quan chủ quản «{}»; Ủy ban nhân dân không ghi cơ quan chủ quản",
                issuer.text, parent.text
            ),
        );
    }
    Ok(())
}
