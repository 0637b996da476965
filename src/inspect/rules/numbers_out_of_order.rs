//! Numbers of mục and khoản with gaps or twice.

use crate::diagnostic::Code;
use crate::inspect::parts::{Marker, Part};
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence};
use crate::vietnamese::roman;

/// Numbers of mục and khoản with gaps or twice.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-N07",
        title: "số mục, khoản không liên tục",
        about: "Số của các mục I, II và khoản 1, 2 bắt đầu từ 1, liên tục, không lặp.",
    },
    basis: Basis::Practice,
    clause: "thông lệ văn phòng; Nghị định không quy định",
    docx: "dãy số gõ tay và số tự động",
    pdf: "dãy số",
    cure: "Sửa số cho liên tục.",
    wrong: "I. … III. …",
    right: "I. … II. …",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let mut romans = None;
    let mut arabics: Option<usize> = None;
    let mut wrong: Vec<(&Part, String)> = Vec::new();
    let mut appendix = None;
    for part in &case.parts.all {
        if part.appendix != appendix {
            (appendix, romans, arabics) = (part.appendix, None, None);
        }
        match part.marker {
            Some(Marker::Part(_) | Marker::Division(_) | Marker::Article(_)) => (romans, arabics) = (None, None),
            Some(Marker::Roman(number)) => {
                if let Some(last) = romans.filter(|&last| number != 1 && number != last + 1) {
                    wrong.push((part, format!("sau {}. là {}.", roman(last), roman(number))));
                }
                (romans, arabics) = (Some(number), None);
            }
            Some(Marker::Arabic(number)) => {
                if let Some(last) = arabics.filter(|&last| number != 1 && number != last + 1) {
                    wrong.push((part, format!("sau {last}. là {number}.")));
                }
                arabics = Some(number);
            }
            Some(Marker::Nested | Marker::Letter(_) | Marker::OtherLetter(_) | Marker::Dash) | None => {}
        }
    }
    if let Some((part, what)) = wrong.first() {
        let more = if wrong.len() > 1 { format!(", và {} chỗ khác", wrong.len() - 1) } else { String::new() };
        found.on(part.piece, &format!("số mục, khoản không liên tục: {what}{more}"));
    }
    Ok(())
}
