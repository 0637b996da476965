//! Căn cứ that do not end with semicolons, the last with a full stop.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::parts::Part;
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// Căn cứ that do not end with semicolons, the last with a full stop.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-C02",
        title: "dấu cuối của căn cứ",
        about: "Sau mỗi căn cứ có dấu chấm phẩy, căn cứ cuối cùng có dấu chấm.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 6",
    docx: "dấu cuối của mỗi căn cứ",
    pdf: "dấu cuối của mỗi căn cứ",
    cure: "Sửa dấu cuối mỗi căn cứ thành «;», căn cứ cuối thành «.».",
    wrong: "Căn cứ Luật …,",
    right: "Căn cứ Luật …;",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let all = case.every(Component::LegalBasis)?;
    let (Some(last), inner) = (all.last(), &all[..all.len() - 1]) else { return Ok(()) };
    let wrong: Vec<&Part> = inner.iter().copied().filter(|part| !part.text.ends_with(';')).collect();
    found.summed(&wrong, "là căn cứ không kết thúc bằng dấu chấm phẩy");
    // A quyết định goes on after its căn cứ; there the last may end otherwise.
    if !last.text.ends_with('.') && wrong.is_empty() {
        found.summed(&[last], "là căn cứ cuối, phải kết thúc bằng dấu chấm");
    }
    Ok(())
}
