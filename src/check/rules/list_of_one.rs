//! A list that has one item.

use crate::check::rule::{Case, Rule};
use crate::check::trees::every_block;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::block::{Block, Content};
use crate::plan::numbering::NumberingStyle;
use crate::source::Span;

/// A list of one item.
pub const LIST_OF_ONE: Code = Code {
    id: "KH-0429",
    title: "danh sách chỉ có một ý",
    about: "Một danh sách có số, chữ hay dấu đầu dòng mà chỉ có một ý, hoặc một mục chỉ có một mục con: có 1. thì phải có 2. Viết ý ấy \
            thành lời của mục, hoặc thêm ý còn thiếu. Danh sách in từ dữ liệu không bị xét.",
};

/// A list that has one item.
pub static RULE: Rule = Rule {
    code: LIST_OF_ONE,
    level: Severity::Info,
    reason: "danh sách một ý thường là còn thiếu ý, hoặc không cần là danh sách",
    about: LIST_OF_ONE.about,
    wrong: "noi_dung: [{muc: Kinh phí, khoan: [Ngân sách xã bảo đảm.]}]",
    right: "noi_dung: [{muc: Kinh phí, noi_dung: [Ngân sách xã bảo đảm.]}]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    found.extend(every_block(case.plan).into_iter().filter_map(only_item).map(finding));
}

/// The only item of the list that a part of the body holds.
fn only_item(block: &Block) -> Option<&Block> {
    // What stands in a part without words belongs to the list around it.
    if block.heading.is_none() && block.text.is_none() {
        return None;
    }
    let mut items = Vec::new();
    for content in &block.content {
        match content {
            Content::Blocks(blocks) => items.extend(blocks),
            Content::Table(_) => {}
            // Data prints items of its own.
            Content::Mount(_) | Content::Agenda(_) | Content::Amendments(_) => return None,
        }
    }
    let is_plain = |item: &&Block| {
        let mut mounts = Vec::new();
        item.mounts(&mut mounts);
        let is_list = |content: &Content| matches!(content, Content::Blocks(_));
        let speaks = item.heading.is_some() || item.text.is_some() || !item.content.iter().any(is_list);
        // A number by hand may go on from another list.
        item.label.is_none() && mounts.is_empty() && speaks
    };
    let mut listed = items.iter().filter(|item| is_listed(item));
    let (Some(only), None) = (listed.next(), listed.next()) else { return None };
    items.iter().all(is_plain).then_some(*only)
}

/// Whether a part has a number or a sign.
fn is_listed(item: &Block) -> bool {
    match item.style {
        Some(NumberingStyle::None) => false,
        Some(_) => item.heading.is_some() || item.text.is_some(),
        None => item.heading.is_some(),
    }
}

fn finding(only: &Block) -> Diagnostic {
    let place = |span: &Span| span.first_line();
    let (span, message, help) = match (&only.heading, &only.text) {
        (Some(heading), _) => (
            place(&heading.span),
            format!("mục này chỉ có một mục con: «{}»", crate::vietnamese::shortened(&heading.letters())),
            "bỏ tiêu đề của mục con, hoặc tách thành ít nhất hai mục con",
        ),
        (None, text) => (
            text.as_ref().map_or_else(|| only.place.first_line(), |text| place(&text.span)),
            "danh sách này chỉ có một ý".to_owned(),
            "viết ý này thành lời của mục, không có dấu đầu dòng; hoặc thêm ý còn thiếu",
        ),
    };
    Diagnostic { severity: Severity::Info, ..Diagnostic::error(LIST_OF_ONE, span, message) }.help(help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn inside(keys: &str, expected: &[&str]) {
        check(&RULE, &format!("noi_dung: [{{muc: M, {keys}}}]\nchi_tieu: {{a: {{loi: A}}}}"), expected);
    }

    #[test]
    fn a_list_of_one_item_is_told() {
        let one = "lưu ý «Một.»: danh sách này chỉ có một ý";
        inside("gach: [Một.]", &[one]);
        inside("noi_dung: [Câu dẫn.], gach: [Một.]", &[one]);
        inside("noi_dung: [{kieu: \"a)\", loi: Một.}]", &[one]);
        inside("noi_dung: [{muc: Con, noi_dung: [Câu.]}]", &["lưu ý «Con»: mục này chỉ có một mục con: «Con»"]);
    }

    #[test]
    fn what_may_be_part_of_a_longer_list_is_passed_over() {
        for keys in [
            "gach: [Một., Hai.]",
            "noi_dung: [Một.]",
            "gach: [{in: chi_tieu}]",
            "noi_dung: [{in: chi_tieu}], gach: [Một.]",
            "noi_dung: [{gach: [Một.]}, Câu., {gach: [Hai.]}]",
            "noi_dung: [{nhan: \"2.1.\", loi: Một.}]",
            "gach: [{kieu: khong, loi: Một.}]",
        ] {
            inside(keys, &[]);
        }
    }
}
