//! Letters of điểm out of order.

use crate::diagnostic::Code;
use crate::inspect::parts::{Marker, Part};
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_applicable};
use crate::vietnamese::point_letter;

/// Letters of điểm out of order.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-N06",
        title: "chữ cái của điểm sai thứ tự",
        about: "Các điểm theo thứ tự bảng chữ cái tiếng Việt: a, b, c, d, đ, e, g, h, i, k, l, m, n, o, p, q, r, s, t, u, v, x, y.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 6",
    docx: "dãy chữ cái của các điểm",
    pdf: "dãy chữ cái của các điểm",
    cure: "Sửa chữ cái: sau d là đ, sau e là g, không có f, j, w, z.",
    wrong: "d) … e) …",
    right: "d) … đ) … e) …",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let place = |letter: char| (1..24).find(|&number| point_letter(number).starts_with(letter));
    let mut last: Option<(char, Option<usize>)> = None;
    let mut wrong: Vec<(&Part, char, char)> = Vec::new();
    let mut appendix = None;
    let mut count = 0;
    for part in &case.parts.all {
        if part.appendix != appendix {
            (appendix, last) = (part.appendix, None);
        }
        match part.marker {
            Some(Marker::Letter(letter)) => {
                count += 1;
                let number = place(letter);
                if let Some((before, before_number)) = last {
                    let is_next = number.is_some() && number == before_number.map(|number| number + 1);
                    if letter != 'a' && !is_next && before_number.is_some() {
                        wrong.push((part, before, letter));
                    }
                }
                last = Some((letter, number));
            }
            Some(Marker::Dash) | None => {}
            Some(
                Marker::Part(_)
                | Marker::Division(_)
                | Marker::Article(_)
                | Marker::Roman(_)
                | Marker::Arabic(_)
                | Marker::Nested
                | Marker::OtherLetter(_),
            ) => last = None,
        }
    }
    if count == 0 {
        return Err(not_applicable("văn bản không có điểm «a)»"));
    }
    if let Some((part, before, letter)) = wrong.first() {
        let next = place(*before).map(|number| point_letter(number + 1)).unwrap_or_default();
        let more = if wrong.len() > 1 { format!(", và {} chỗ khác", wrong.len() - 1) } else { String::new() };
        found.on(part.piece, &format!("sau điểm {before}) là {letter}), phải là {next}){more}"));
    }
    Ok(())
}
