//! No line «(Kèm theo …)», or one of a wrong look.

use std::collections::BTreeSet;

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::face::{Aspects, judge_parts};
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// No line «(Kèm theo …)», or one of a wrong look.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-A04",
        title: "dòng «Kèm theo» của phụ lục",
        about: "Dưới tiêu đề phụ lục có dòng «(Kèm theo … số … ngày … của …)» cỡ 13–14, kiểu chữ nghiêng, ở giữa.",
    },
    clause: "Phụ lục I, phần I, mục III, khoản 1",
    docx: "chữ, cỡ, kiểu chữ, căn giữa",
    pdf: "chữ, cỡ, kiểu chữ, căn giữa",
    cure: "Thêm dòng «(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng … năm … của Ủy ban nhân dân …)», kiểu chữ nghiêng.",
    wrong: "không có dòng «Kèm theo»",
    right: "(Kèm theo Kế hoạch số 05/KH-UBND…)",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let numbers = case.every(Component::AppendixNumber)?;
    let all: Vec<_> =
        case.parts.everywhere(Component::AppendixReference).filter(|part| part.appendix.is_some()).collect();
    let with: BTreeSet<_> = all.iter().map(|part| part.appendix).collect();
    let without: Vec<_> = numbers.iter().copied().filter(|part| !with.contains(&part.appendix)).collect();
    found.summed(&without, "không có dòng «(Kèm theo …)»");
    if all.is_empty() {
        Ok(())
    } else {
        judge_parts(case, found, Component::AppendixReference, Aspects::Centered, &all)
    }
}
