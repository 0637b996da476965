//! A list whose lines carry the sign of the line that leads it in.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::block::{Block, Content};
use crate::plan::numbering::NumberingStyle;

/// On paper a list looks as if it stood beside the line that it belongs to.
pub const WITHOUT_DEPTH: Code = Code {
    id: "KH-0319",
    title: "danh sách không thấy bậc",
    about: "Văn bản có hai bậc gạch đầu dòng: dấu gạch, dưới nó là dấu cộng. Danh sách nằm dưới một ý mang cùng dấu, hoặc dấu \
            gạch dưới dấu cộng, thì in ra không còn thấy ý nào thuộc ý nào. Dùng bậc khác, hoặc viết thành một câu.",
};

/// A line of a list is followed by a list of its own with the same sign, or with dashes below a plus.
pub static RULE: Rule = Rule {
    code: WITHOUT_DEPTH,
    level: Severity::Warning,
    reason: "người đọc phải thấy ý nào thuộc ý nào",
    about: WITHOUT_DEPTH.about,
    wrong: "noi_dung: [{gach: [{loi: \"Gồm:\", gach: [Một., Hai.]}]}]",
    right: "noi_dung: [{gach: [{loi: \"Gồm:\", cong: [Một., Hai.]}]}]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let in_projects = || case.plan.projects.values().flat_map(|project| &project.content);
    for tree in case.plan.trees().chain(in_projects()) {
        tree.visit(&mut |block| judge(block, block.style, found));
    }
    // What a project holds stands below a dash of its own.
    for block in in_projects().filter(|block| block.style.is_none()) {
        judge(block, Some(NumberingStyle::Plus), found);
    }
}

/// Looks at the lists right below a part that carries a sign.
fn judge(block: &Block, sign: Option<NumberingStyle>, found: &mut Vec<Diagnostic>) {
    for content in &block.content {
        let Content::Blocks(parts) = content else { continue };
        let first = parts.first().filter(|first| block.text.is_some() && is_flat(sign, first.style));
        if let Some(first) = first {
            let message = "danh sách này mang dấu không thấp hơn dấu của ý đứng trên nó";
            let help = "dưới dấu gạch dùng cong:; dưới dấu cộng thì viết thành một câu, hoặc đưa danh sách ra ngoài";
            found.push(Diagnostic::error(WITHOUT_DEPTH, first.place.first_line(), message).as_warning().help(help));
        }
    }
}

/// Whether a list with a sign shows no depth below a line with one.
fn is_flat(above: Option<NumberingStyle>, below: Option<NumberingStyle>) -> bool {
    use NumberingStyle::{Dash, Plus};
    matches!((above, below), (Some(Dash), Some(Dash)) | (Some(Plus), Some(Dash | Plus)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn a_list_shows_to_which_line_it_belongs() {
        let message =
            |first: &str| format!("cảnh báo «{first}»: danh sách này mang dấu không thấp hơn dấu của ý đứng trên nó");
        check(&RULE, RULE.wrong, &[&message("Một.")]);
        check(&RULE, "noi_dung: [{loi: \"A:\", gach: [{loi: \"B:\", cong: [c]}]}]", &[]);
        check(&RULE, "noi_dung: [{cong: [{loi: \"B:\", cong: [c]}]}]", &[&message("c")]);
        check(&RULE, "du_an: {d: {noi_dung: [{loi: \"B:\", gach: [c]}, e]}}", &[&message("c")]);
    }
}
