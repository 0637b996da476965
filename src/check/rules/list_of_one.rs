//! A list that has one item.

use crate::check::rule::{Case, Rule};
use crate::check::trees::every_block;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::block::{Block, Content};
use crate::plan::numbering::NumberingStyle;

/// A list of one item.
pub const LIST_OF_ONE: Code = Code {
    id: "KH-0429",
    title: "danh sách chỉ có một ý",
    about: "Một danh sách đánh số 1. hay chữ a) mà chỉ có một ý: có 1. thì phải có 2. Viết ý ấy \
            thành lời của mục, hoặc thêm ý còn thiếu. Mục con có tiêu đề, gạch đầu dòng và danh sách in từ dữ liệu không bị xét.",
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
        item.heading.is_none() && item.label.is_none() && mounts.is_empty() && speaks
    };
    let mut listed = items.iter().filter(|item| is_listed(item));
    let (Some(only), None) = (listed.next(), listed.next()) else { return None };
    items.iter().all(is_plain).then_some(*only)
}

/// Whether a part is a sentence with a number or a letter; a dash may stand alone.
fn is_listed(item: &Block) -> bool {
    use NumberingStyle::{
        Capital, Dash, Decimal, Letter, LetterWithDot, None, Number, Part, PartInWords, Plus, Roman, Step,
    };
    let is_counted = item.style.is_some_and(|style| match style {
        Part | PartInWords | Capital | Roman | Number | Decimal | Letter | LetterWithDot | Step => true,
        Dash | Plus | None => false,
    });
    is_counted && item.heading.is_none() && item.text.is_some()
}

fn finding(only: &Block) -> Diagnostic {
    let span = only.text.as_ref().map_or_else(|| only.place.first_line(), |text| text.span.first_line());
    let message = "danh sách này chỉ có một ý";
    let help = "viết ý này thành lời của mục, không có dấu đầu dòng; hoặc thêm ý còn thiếu";
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
        inside("khoan: [Một.]", &[one]);
        inside("noi_dung: [Câu dẫn.], diem: [Một.]", &[one]);
        inside("noi_dung: [{kieu: \"a)\", loi: Một.}]", &[one]);
    }

    #[test]
    fn what_may_be_part_of_a_longer_list_is_passed_over() {
        for keys in [
            "khoan: [Một., Hai.]",
            "gach: [Một.]",
            "noi_dung: [Một.]",
            "noi_dung: [{muc: Con, noi_dung: [Câu.]}]",
            "gach: [{in: chi_tieu}]",
            "noi_dung: [{in: chi_tieu}], khoan: [Một.]",
            "noi_dung: [{khoan: [Một.]}, Câu., {khoan: [Hai.]}]",
            "noi_dung: [{nhan: \"2.1.\", loi: Một.}]",
            "gach: [{kieu: khong, loi: Một.}]",
        ] {
            inside(keys, &[]);
        }
    }
}
