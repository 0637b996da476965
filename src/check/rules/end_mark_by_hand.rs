//! `./.` by hand.

use crate::check::rule::{Case, Rule};
use crate::check::{language, words};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::language::Fault;
use crate::value::Text;

/// `./.` by hand.
pub const END_MARK_BY_HAND: Code = Code {
    id: "KH-0609",
    title: "dấu ./. viết tay",
    about: "Chương trình tự đặt ./. ở cuối văn bản và cuối mỗi phụ lục. Viết tay ở giữa văn bản thì nó được in \
            ra ở đó.",
};

/// `./.` by hand.
pub static RULE: Rule = Rule {
    code: END_MARK_BY_HAND,
    level: Severity::Info,
    reason: "dấu ./. chỉ đứng ở chỗ văn bản kết thúc",
    about: END_MARK_BY_HAND.about,
    wrong: "mo_dau: [Ủy ban nhân dân xã ban hành Kế hoạch này./.]",
    right: "mo_dau: [Ủy ban nhân dân xã ban hành Kế hoạch này.]",
    check,
};

/// In the last row of a table the mark is written by hand, since a cell is nobody's last word.
fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let cells = words::cells(case.plan);
    let is_meant = |text: &Text| !cells.iter().any(|cell| std::ptr::eq(*cell, text));
    language::report_where(case, Fault::EndMark, &RULE, is_meant, found);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn cells_of_tables_may_end_by_hand() {
        let message = "lưu ý «./.»: dấu «./.» được viết tay";
        check(&RULE, "noi_dung: [Hết./.]", &[message]);
        check(&RULE, "noi_dung: [{bang: {cot: [{ten: Nội dung}], dong: [[Hết./.]]}}]", &[]);
    }
}
