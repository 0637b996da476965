//! A formula whose result is beyond any figure.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::table::Problem;

/// A formula whose result is beyond any figure.
pub const TOO_LARGE: Code = Code {
    id: "KH-0316",
    title: "số tính được quá lớn",
    about: "Công thức cho một số lớn hơn mọi số liệu có thật, nên ô ấy không in được. Xem lại công thức và số liệu.",
};

/// A figure of a table cannot be computed though all that it needs is there.
pub static RULE: Rule = Rule {
    code: TOO_LARGE,
    level: Severity::Error,
    reason: "ô tính được thì phải có số",
    about: TOO_LARGE.about,
    wrong: "noi_dung: [{bang: {cot: [{ten: A}, {ten: B, ma: b, loai: so}, {ten: C, tinh: b*b*b*b*b}], dong: [[x, 999999999999]]}}]",
    right: "noi_dung: [{bang: {cot: [{ten: A}, {ten: B, ma: b, loai: so}, {ten: C, tinh: b*b}], dong: [[x, 12]]}}]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (table, computed) in case.tables() {
        let leaves = table.leaves().0;
        for problem in &computed.problems {
            let Problem::NotComputable { row, column } = problem else { continue };
            let title = leaves[*column].title.as_ref().map(crate::value::Text::letters).unwrap_or_default();
            let message = format!("số tính được ở cột «{title}» của dòng này quá lớn");
            found.push(
                Diagnostic::error(TOO_LARGE, table.rows[*row].place.first_line(), message)
                    .help("xem lại công thức của cột và số liệu của dòng"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::findings;

    #[test]
    fn figures_beyond_measure_are_named() {
        assert_eq!(findings(&RULE, RULE.wrong).len(), 1);
    }
}
