//! A Phần, Chương or Mục without a title.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::parts::Part;
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_applicable};

/// A Phần, Chương or Mục without a title.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-N08",
        title: "phần, chương, mục không có tiêu đề",
        about: "Phần, Chương, Mục, Tiểu mục phải có tiêu đề.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 6",
    docx: "đoạn sau số của phần, chương, mục",
    pdf: "đoạn sau số của phần, chương, mục",
    cure: "Thêm tiêu đề in hoa ở dòng dưới.",
    wrong: "Phần I / 1. Nội dung",
    right: "Phần I / MỤC TIÊU",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let body = case.body()?;
    if case.parts.first(Component::PartNumber).is_none() {
        return Err(not_applicable("nội dung không có phần, chương, mục đứng riêng"));
    }
    let is_bare = |index: usize| {
        let part = body[index];
        let has_own = part.text.split(' ').count() > 3;
        let next = body.get(index + 1).map(|next| next.component);
        part.component == Component::PartNumber && !has_own && next != Some(Component::PartTitle)
    };
    let wrong: Vec<&Part> = (0..body.len()).filter(|&index| is_bare(index)).map(|index| body[index]).collect();
    found.summed(&wrong, "không có tiêu đề ở dòng dưới");
    Ok(())
}
