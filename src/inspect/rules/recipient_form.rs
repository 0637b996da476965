//! Recipients that do not begin with a hyphen and end with a semicolon.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::parts::Part;
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// Recipients that do not begin with a hyphen and end with a semicolon.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-R04",
        title: "dòng nơi nhận thiếu gạch đầu dòng, chấm phẩy",
        about: "Mỗi nơi nhận một dòng, bắt đầu bằng gạch đầu dòng và dấu cách, kết thúc bằng dấu chấm phẩy.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 9",
    docx: "đầu, cuối mỗi dòng nơi nhận",
    pdf: "đầu, cuối mỗi dòng nơi nhận",
    cure: "Viết «- Tên nơi nhận;» mỗi nơi một dòng.",
    wrong: "Như trên.",
    right: "- Như trên;",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let all = case.every(Component::Recipient)?;
    let inner = &all[..all.len() - 1];
    let is_item = |part: &Part| part.text.starts_with(['-', '–']);
    let begins = |index: usize| all.get(index + 1).is_none_or(|next| is_item(next));
    let is_wrong = |index: &usize| {
        let part = inner[*index];
        let is_close = part.text.starts_with("-") && !part.text.starts_with("- ");
        is_close || is_item(part) && begins(*index) && !part.text.ends_with(';') && !part.text.ends_with(':')
    };
    let wrong: Vec<&Part> = (0..inner.len()).filter(is_wrong).map(|index| inner[index]).collect();
    found.summed(&wrong, "là nơi nhận không viết dạng «- …;»");
    if !all.iter().any(|part| is_item(part)) {
        found.summed(&all, "là nơi nhận không có gạch đầu dòng");
    }
    Ok(())
}
