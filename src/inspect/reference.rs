//! The page of rules for whoever answers for the layout.

use super::observed::Medium;
use super::regime::OTHER_REGIME;
use super::rule::{Kinds, Rule};
use super::rules::RULES;
use crate::diagnostic::{Code, Severity};

/// The page, in Markdown.
pub fn markdown() -> String {
    let mut out = String::from(
        "# Các quy tắc đo thể thức\n\nTrang này được sinh từ bảng quy tắc của chương trình; đừng sửa tay. Đây là những gì \
         `kehoach check` đo trên tệp DOCX, PDF đã có, theo Nghị định 30/2020/NĐ-CP. *Căn cứ*: Nghị định (lỗi), mẫu của \
         Nghị định hoặc văn bản khác (cảnh báo), thông lệ (lưu ý).\n\n| mã | căn cứ | đo gì trong DOCX | đo gì trong PDF | \
         áp dụng | điều khoản |\n|---|---|---|---|---|---|\n",
    );
    for rule in RULES {
        let measure = |medium| if rule.measures(medium).is_empty() { "–" } else { rule.measures(medium) };
        out += &format!(
            "| [{id}](#{anchor}) | {} | {} | {} | {} | {} |\n",
            rule.basis.term(),
            measure(Medium::Docx),
            measure(Medium::Pdf),
            about(rule),
            rule.clause,
            id = rule.code.id,
            anchor = rule.code.id.to_lowercase(),
        );
    }
    for rule in RULES {
        let code = rule.code;
        out += &format!("\n## {}\n\n{}. {}\n", code.id, crate::vietnamese::capitalize(code.title), code.about);
        if !rule.wrong.is_empty() {
            out += &format!("\n- Sai: {}\n- Đúng: {}\n", rule.wrong, rule.right);
        }
        if !rule.cure.is_empty() {
            out += &format!("\nCách sửa: {}\n", rule.cure);
        }
    }
    out
}

/// The codes of all rules, in order, then that of files which the decree does not rule.
pub fn codes() -> Vec<&'static str> {
    RULES.iter().map(|rule| rule.code.id).chain([OTHER_REGIME.id]).collect()
}

/// What a rule means, for a terminal; `None` where there is no such code.
pub fn explain(id: &str) -> Option<String> {
    let page = |code: Code, level: &str| {
        format!("{} ({level})\n\n{}. {}\n", code.id, crate::vietnamese::capitalize(code.title), code.about)
    };
    if id == OTHER_REGIME.id {
        return Some(page(OTHER_REGIME, Severity::Info.term()));
    }
    let rule = RULES.iter().find(|rule| rule.code.id == id)?;
    let mut out = page(rule.code, rule.basis.severity().term());
    out += &format!("\nCăn cứ: {} ({}); áp dụng cho {}.\n", rule.clause, rule.basis.term(), about(rule));
    for (name, measure) in [("DOCX", rule.docx), ("PDF", rule.pdf)] {
        let measure = if measure.is_empty() { "không đo được" } else { measure };
        out += &format!("Đo trong {name}: {measure}.\n");
    }
    if !rule.wrong.is_empty() {
        out += &format!("\nSai: {}\nĐúng: {}\n", rule.wrong, rule.right);
    }
    if !rule.cure.is_empty() {
        out += &format!("\nCách sửa: {}\n", rule.cure);
    }
    Some(out)
}

fn about(rule: &Rule) -> &'static str {
    match (rule.kinds, rule.is_for_final) {
        (Kinds::All, false) => "mọi văn bản",
        (Kinds::All, true) => "mọi bản chính thức",
        (Kinds::Named, false) => "văn bản có tên loại",
        (Kinds::Named, true) => "bản chính thức có tên loại",
        (Kinds::Plans, false) => "kế hoạch",
        (Kinds::Plans, true) => "kế hoạch, bản chính thức",
    }
}
