//! A symbol whose abbreviation is not that of the kind.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::kind::Kind;
use crate::inspect::number::number_symbol;
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_applicable};

/// A symbol whose abbreviation is not that of the kind.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-S03",
        title: "ký hiệu không khớp tên loại",
        about: "Ký hiệu bắt đầu bằng chữ viết tắt của tên loại: kế hoạch là KH, báo cáo là BC, tờ trình là TTr; công văn không có chữ viết tắt tên loại.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 3",
    docx: "ký hiệu và tên loại",
    pdf: "ký hiệu và tên loại",
    cure: "Sửa chữ viết tắt ở đầu ký hiệu theo tên loại (Phụ lục III).",
    wrong: "KẾ HOẠCH mang số 05/BC-UBND",
    right: "KẾ HOẠCH mang số 05/KH-UBND",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let part = case.first(Component::NumberSymbol)?;
    let line = number_symbol(&part.text);
    let groups = line.groups();
    let Some(first) = groups.first().filter(|first| !first.is_empty()) else {
        return Err(not_applicable("số, ký hiệu không có ký hiệu"));
    };
    match (case.parts.kind, case.parts.kind.document_type()) {
        (Kind::Dispatch, _) if *first == "CV" => {
            found.on(part.piece, "ký hiệu công văn không có «CV»; viết tên cơ quan rồi đơn vị soạn thảo");
        }
        (_, Some(kind)) if *first != kind.code => {
            let name = kind.name.to_lowercase();
            found.on(part.piece, &format!("ký hiệu bắt đầu bằng «{first}», {name} viết tắt là «{}»", kind.code));
        }
        (Kind::Plan | Kind::Report | Kind::Submission | Kind::Decision | Kind::Dispatch | Kind::Other(_), _) => {}
        (Kind::Unknown, _) => return Err(not_applicable("chưa rõ loại văn bản")),
    }
    Ok(())
}
