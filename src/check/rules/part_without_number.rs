//! An id at a part that no sentence can name.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::block::{Block, ID, PARTS};
use crate::plan::numbering::NumberingStyle;
use crate::plan::whole::{CONTENT, SUBJECT};
use crate::value::Text;

/// An id at a part that no sentence can name, or a name where numbers are not known.
pub const UNNAMEABLE: Code = Code {
    id: "KH-0345",
    title: "mã ở chỗ không mang số",
    about: "Câu nhắc tới một phần bằng số của phần ấy, nên mã chỉ đặt ở phần có số hoặc có tiêu đề, trong noi_dung của kế hoạch \
            hay của phụ lục. Thêm tiêu đề, kiểu số, hoặc đặt mã ở mục chứa nó.",
};

/// An id at a part without number and title, inside data, or named in trích yếu.
pub static RULE: Rule = Rule {
    code: UNNAMEABLE,
    level: Severity::Error,
    reason: "phần không có số thì không có tên để nhắc",
    about: UNNAMEABLE.about,
    wrong: "noi_dung: [{muc: Kinh phí, noi_dung: [{loi: Một câu., ma: cau}]}]",
    right: "noi_dung: [{muc: Kinh phí, noi_dung: [{loi: Một câu., kieu: \"a)\", ma: cau}]}]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    plan.trees().for_each(|tree| tree.visit(&mut |block| without_number(block, found)));
    for tree in plan.inner_trees() {
        tree.visit(&mut |block| {
            if let Some(id) = &block.id {
                let message = format!("«{}» chỉ đặt được trong cây nội dung của kế hoạch, của phụ lục", ID.name());
                let help = format!(
                    "chỗ này thuộc dữ liệu, in ở đâu do «in» quyết định: đặt mã ở mục của {} chứa nó",
                    CONTENT.name()
                );
                found.push(Diagnostic::error(UNNAMEABLE, id.0.span.clone(), message).help(help));
            }
        });
    }
    for named in
        plan.subject.iter().flat_map(Text::values).filter(|named| named.path.first().is_some_and(|root| root == PARTS))
    {
        let message = format!("«{}» không gọi được số của mục", SUBJECT.name());
        let help = "viết thẳng số của mục vào trích yếu";
        found.push(Diagnostic::error(UNNAMEABLE, named.span.clone(), message).help(help));
    }
}

/// A part has a number where it has a heading, a number by hand, or words in a list.
fn without_number(block: &Block, found: &mut Vec<Diagnostic>) {
    let Some(id) = &block.id else { return };
    let speaks = block.text.is_some();
    let is_item = block.heading.is_some() || block.label.is_some() || speaks && block.style.is_some();
    let is_bare = block.heading.is_none() && block.label.is_none() && block.style == Some(NumberingStyle::None);
    if !is_item || is_bare {
        let message = format!("phần mang mã «{}» không có số, không có tiêu đề", id.0.name);
        let help = "thêm muc: …, hoặc kieu: \"a)\"; hoặc đặt mã ở mục chứa nó";
        found.push(Diagnostic::error(UNNAMEABLE, id.0.span.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn an_id_stands_where_a_number_is() {
        let message = "lỗi «a»: phần mang mã «a» không có số, không có tiêu đề";
        check(&RULE, "noi_dung: [{loi: Câu., ma: a}]", &[message]);
        check(&RULE, "noi_dung: [{loi: Câu., kieu: khong, ma: a}]", &[message]);
        check(&RULE, "noi_dung: [{muc: Tên, kieu: khong, ma: a}, {khoan: [{loi: Câu., ma: b}]}]", &[]);
    }

    #[test]
    fn what_stands_inside_data_has_no_id() {
        let message = "lỗi «a»: «ma» chỉ đặt được trong cây nội dung của kế hoạch, của phụ lục";
        let duty = "trach_nhiem: [{co_quan: x, viec: [{loi: Câu., ma: a}]}]\nco_quan: {x: {ten: X}}";
        check(&RULE, &format!("noi_dung: [{{in: trach_nhiem}}]\n{duty}"), &[message]);
    }

    #[test]
    fn the_subject_names_no_part() {
        let subject = "trich_yeu: \"Sửa {{ muc.a }}\"\nnoi_dung: [{muc: Một, ma: a}]";
        check(&RULE, subject, &["lỗi «muc.a»: «trich_yeu» không gọi được số của mục"]);
    }
}
