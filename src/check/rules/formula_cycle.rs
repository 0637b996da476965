//! Formulas that wait for each other.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::table::Problem;

/// Formulas that wait for each other.
pub const FORMULA_CYCLE: Code = Code {
    id: "KH-0314",
    title: "công thức gọi vòng",
    about: "Các cột có công thức gọi lẫn nhau thành vòng, nên không cột nào tính được. Sửa một công thức của vòng được nêu.",
};

/// Columns of a table read each other in a circle.
pub static RULE: Rule = Rule {
    code: FORMULA_CYCLE,
    level: Severity::Error,
    reason: "mỗi cột tính được từ các cột khác",
    about: FORMULA_CYCLE.about,
    wrong: "noi_dung: [{bang: {cot: [{ten: A}, {ten: B, ma: b, tinh: c + 1}, {ten: C, ma: c, tinh: b + 1}], dong: [[x]]}}]",
    right: "noi_dung: [{bang: {cot: [{ten: A}, {ten: B, ma: b, loai: so}, {ten: C, ma: c, tinh: b + 1}], dong: [[x, 1]]}}]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (table, computed) in case.tables() {
        let leaves = table.leaves().0;
        for problem in &computed.problems {
            let Problem::Cycle { columns } = problem else { continue };
            let name = |column: &usize| {
                let column = leaves[*column];
                let title = || column.title.as_ref().map(crate::value::Text::letters).unwrap_or_default();
                Some(column.called()).filter(|id| !id.is_empty()).map_or_else(title, str::to_owned)
            };
            let chain: Vec<_> = columns.iter().chain(columns.first()).map(name).collect();
            let first = columns.first().map(|column| leaves[*column]);
            let formula = first.and_then(|column| column.formula.as_ref()).map(|formula| formula.span.clone());
            let mean = first.and_then(|column| column.average.as_ref()).map(|average| average.span.clone());
            let span = formula.or(mean).unwrap_or_else(|| table.place.first_line());
            found.push(
                Diagnostic::error(FORMULA_CYCLE, span, format!("công thức gọi vòng: {}", chain.join(" → ")))
                    .help("sửa công thức ở đây, hoặc ở một cột khác của vòng"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn cycles_are_named() {
        check(&RULE, RULE.wrong, &["lỗi «c + 1»: công thức gọi vòng: b → c → b"]);
    }
}
