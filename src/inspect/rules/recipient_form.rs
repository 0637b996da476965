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

/// Letters of «Nơi nhận».
const LABEL: usize = 8;

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    if let Some(label) = case.parts.first(Component::RecipientsLabel)
        && case.parts.first(Component::Recipient).is_none()
        && label.text.trim_end_matches([':', ' ']).chars().count() == LABEL
        && case.is_whole()
        && !case.is_draft()
    {
        found.on(label.piece, "dưới «Nơi nhận:» không có nơi nhận nào");
        return Ok(());
    }
    let all = case.every(Component::Recipient)?;
    let inner = &all[..all.len() - 1];
    let is_item = |part: &Part| part.text.starts_with(['-', '–']);
    let begins = |index: usize| all.get(index + 1).is_none_or(|next| is_item(next));
    let is_wrong = |index: &usize| {
        let part = inner[*index];
        let is_close = part.text.starts_with("-") && !part.text.starts_with("- ");
        // One without a dash among others with it stands first, or begins anew behind a semicolon.
        let above = index.checked_sub(1).map(|above| inner[above]);
        let ends = |part: &Part| part.text.ends_with(';');
        let is_bare = ends(part)
            && part.text.starts_with(char::is_uppercase)
            && begins(*index)
            && above.is_none_or(|above| is_item(above) && ends(above));
        is_close || is_bare || is_item(part) && begins(*index) && !part.text.ends_with(';') && !part.text.ends_with(':')
    };
    let wrong: Vec<&Part> = (0..inner.len()).filter(is_wrong).map(|index| inner[index]).collect();
    found.summed(&wrong, "là nơi nhận không viết dạng «- …;»");
    if !all.iter().any(|part| is_item(part)) {
        found.summed(&all, "là nơi nhận không có gạch đầu dòng");
    }
    Ok(())
}
