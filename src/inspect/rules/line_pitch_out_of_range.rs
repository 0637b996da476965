//! Lines nearer than single or farther than one and a half.

use crate::decree::Allowed;
use crate::decree::measured::PITCH;
use crate::diagnostic::Code;
use crate::inspect::parts::Part;
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_measured};

/// Lines nearer than single or farther than one and a half.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-B06",
        title: "giãn dòng ngoài quy định",
        about: "Khoảng cách giữa các dòng tối thiểu là dòng đơn, tối đa là 1,5 dòng.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 6",
    docx: "giãn dòng của các đoạn nội dung",
    pdf: "khoảng cách các dòng so với cỡ chữ",
    cure: "Chọn các đoạn nội dung, mở hộp Đoạn (Paragraph): Giãn dòng (Line spacing) từ Đơn (Single) đến 1,5 dòng.",
    wrong: "giãn dòng gấp đôi",
    right: "giãn dòng 1,15",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let Allowed::Range(least, most) = PITCH.allowed else { return Ok(()) };
    let off = case.tolerance().pitch;
    let pitch = |part: &'_ Part| case.observed.paragraph(part.piece).pitch;
    let measured: Vec<_> = case.body()?.into_iter().filter_map(|part| Some((part, pitch(part)?))).collect();
    if measured.is_empty() {
        return Err(not_measured("không có đoạn nhiều dòng để đo"));
    }
    let is_wrong = |pitch: i64| pitch < least.to_permille() - off || pitch > most.to_permille() + off;
    let wrong: Vec<_> = measured.iter().filter(|(_, pitch)| is_wrong(*pitch)).collect();
    if let Some((_, pitch)) = wrong.first() {
        let parts: Vec<&Part> = wrong.iter().map(|(part, _)| *part).collect();
        let lines = format!("{},{:02}", pitch / 1_000, pitch % 1_000 / 10);
        found.summed(&parts, &format!("giãn dòng {lines}; quy định từ dòng đơn đến 1,5 dòng"));
    }
    Ok(())
}
