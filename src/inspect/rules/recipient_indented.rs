//! Recipients that are not flush left.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::parts::Part;
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_measured};
use crate::units::Length;

/// Recipients that are not flush left.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-R07",
        title: "nơi nhận không sát lề trái",
        about: "Gạch đầu dòng của nơi nhận sát lề trái.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 9",
    docx: "thụt của các dòng nơi nhận",
    pdf: "vị trí của gạch đầu dòng",
    cure: "Chọn các dòng nơi nhận, đặt thụt trái và thụt đầu dòng bằng 0.",
    wrong: "nơi nhận thụt 1 cm",
    right: "nơi nhận sát lề trái",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let all = case.every(Component::Recipient)?;
    let edge = case.tolerance().number_center;
    let at = |part: &Part| part.text.starts_with('-').then(|| case.observed.first_line_at(part.piece)).flatten();
    let measured: Vec<(&Part, Length)> = all.into_iter().filter_map(|part| Some((part, at(part)?))).collect();
    if measured.is_empty() {
        return Err(not_measured("không đo được thụt đầu dòng của nơi nhận"));
    }
    let wrong: Vec<_> = measured.iter().filter(|(_, at)| *at > edge).collect();
    if let Some((_, at)) = wrong.first() {
        let parts: Vec<&Part> = wrong.iter().map(|(part, _)| *part).collect();
        found.summed(&parts, &format!("là nơi nhận thụt vào {}, phải sát lề trái", at.display_mm()));
    }
    Ok(())
}
