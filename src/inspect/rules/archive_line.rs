//! A last line of recipients that is not «- Lưu: VT, ….»

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// A last line of recipients that is not «- Lưu: VT, ….»
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-R05",
        title: "dòng «Lưu» của nơi nhận",
        about: "Dòng cuối là «- Lưu: VT, đơn vị soạn thảo.», kết thúc bằng dấu chấm.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 9",
    docx: "dòng cuối của nơi nhận",
    pdf: "dòng cuối của nơi nhận",
    cure: "Viết «- Lưu: VT, KT.» ở dòng cuối.",
    wrong: "- Lưu VT;",
    right: "- Lưu: VT, KT.",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let all = case.every(Component::Recipient)?;
    let (Some(first), Some(last)) = (all.first(), all.last()) else { return Ok(()) };
    let Some(at) = all.iter().rposition(|part| part.folded().starts_with("luu")) else {
        found.on(first.piece, "nơi nhận không có dòng «- Lưu: VT, …»");
        return Ok(());
    };
    let text = all[at..].iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join(" ");
    let words = text.trim_start_matches(['-', '–', ' ']);
    let mut faults = Vec::new();
    match words.strip_prefix("Lưu:") {
        None => faults.push("không bắt đầu bằng «- Lưu:»"),
        Some(rest) if !rest.trim_start().starts_with("VT") => faults.push("không ghi VT trước tiên"),
        Some(_) => {}
    }
    if !words.ends_with(['.', ')']) && last.text.ends_with([';', ',']) {
        faults.push("không kết thúc bằng dấu chấm");
    }
    if !faults.is_empty() {
        found.on(all[at].piece, &format!("dòng «{}» {}", crate::vietnamese::shortened(&text), faults.join(", ")));
    }
    Ok(())
}
