//! A row whose number does not fit where it stands.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::table::Problem;

/// A row whose number does not fit where it stands.
pub const UNCLEAR_GROUP: Code = Code {
    id: "KH-0315",
    title: "chưa rõ dòng thuộc nhóm nào",
    about: "Số thứ tự viết tay của dòng không khớp với nhóm mà nó đứng dưới, nên tổng của nhóm có thể cộng nhầm. Sửa số thứ \
            tự, hoặc chuyển dòng về đúng nhóm.",
};

/// A row of a table has the number of another group.
pub static RULE: Rule = Rule {
    code: UNCLEAR_GROUP,
    level: Severity::Warning,
    reason: "tổng của một nhóm chỉ gồm các dòng của nhóm ấy",
    about: UNCLEAR_GROUP.about,
    wrong: "noi_dung: [{bang: {cot: [{ten: TT, loai: stt}, {ten: A}, {ten: B, loai: so}], dong: [{stt: \"2\", nhom: Hai}, {stt: \"3.1\", o: [x, 1]}]}}]",
    right: "noi_dung: [{bang: {cot: [{ten: TT, loai: stt}, {ten: A}, {ten: B, loai: so}], dong: [{stt: \"2\", nhom: Hai}, {stt: \"2.1\", o: [x, 1]}]}}]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (table, computed) in case.tables() {
        for problem in &computed.problems {
            let Problem::Unclear { row, group } = problem else { continue };
            let (row, group) = (&table.rows[*row], &table.rows[*group]);
            let number = |row: &crate::plan::table::row::Row| {
                let written = row.ordinal.as_ref().and_then(|ordinal| ordinal.0.as_ref());
                written.map(crate::value::Text::letters).unwrap_or_default()
            };
            let message = format!("dòng số «{}» đứng ở «{}», chưa rõ thuộc nhóm nào", number(row), number(group));
            found.push(
                Diagnostic::error(UNCLEAR_GROUP, row.place.first_line(), message)
                    .as_warning()
                    .label(group.place.first_line(), "dòng này")
                    .help("sửa số thứ tự, hoặc chuyển dòng về đúng nhóm"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::findings;

    #[test]
    fn rows_of_another_group_are_named() {
        let found = findings(&RULE, RULE.wrong);
        assert_eq!(found[0].message, "dòng số «3.1» đứng ở «2», chưa rõ thuộc nhóm nào");
    }
}
