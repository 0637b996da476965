//! Figures that another formula of their column contradicts.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::table::cell::Cell;
use crate::table::{Problem, show};

/// A figure that another formula of its column contradicts.
pub const CONTRADICTED: Code = Code {
    id: "KH-0329",
    title: "số không đúng với đối chiếu",
    about: "Cột có khóa doi_chieu: số của cột còn phải bằng kết quả của công thức ấy, mà ở dòng này thì khác. Sửa số sai ở các \
            cột được nêu, hoặc sửa công thức.",
};

/// A figure is not what another formula of its column gives.
pub static RULE: Rule = Rule {
    code: CONTRADICTED,
    level: Severity::Error,
    reason: "một số tính bằng hai cách phải ra một kết quả",
    about: CONTRADICTED.about,
    wrong: "noi_dung: [{bang: {cot: [{ten: A}, {ten: Tổng, loai: so, doi_chieu: b + c}, {ten: B, ma: b, loai: so}, {ten: C, ma: c, loai: so}], dong: [[x, 5, 2, 4]]}}]",
    right: "noi_dung: [{bang: {cot: [{ten: A}, {ten: Tổng, loai: so, doi_chieu: b + c}, {ten: B, ma: b, loai: so}, {ten: C, ma: c, loai: so}], dong: [[x, 6, 2, 4]]}}]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let whole = case.tables().iter().filter(|(table, computed)| !table.has_refused() && computed.is_whole);
    for (table, computed) in whole {
        let leaves = table.leaves().0;
        for problem in &computed.problems {
            let Problem::Related { difference, formula } = problem else { continue };
            let (row, column) = (&table.rows[difference.row], leaves[difference.column]);
            let title = column.title.as_ref().map(crate::value::Text::letters).unwrap_or_default();
            let formula = &column.checks[*formula];
            let span = match &row.cells[difference.column] {
                Cell::Number(number) => number.span.clone(),
                Cell::Value(text) => text.span.clone(),
                Cell::Blank | Cell::Dash | Cell::Words(_) => row.place.first_line(),
            };
            let written = formula.value.display(&str::to_owned);
            let (given, made) = (show(column, difference.given), show(column, difference.computed));
            // What rounding would hide is shown as it is.
            let is_alike = given == made;
            let (given, made) =
                if is_alike { (difference.given.display(), difference.computed.display()) } else { (given, made) };
            let message = format!("cột «{title}» của dòng này là {given}, đối chiếu {written} được {made}");
            found.push(
                Diagnostic::error(CONTRADICTED, span, message)
                    .label(formula.span.first_line(), "công thức đối chiếu")
                    .help("sửa số sai của dòng này, hoặc sửa công thức"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn every_formula_must_hold_in_every_row() {
        let plan = |rows: &str| {
            format!(
                "noi_dung: [{{bang: {{cot: [{{ten: A}}, {{ten: Tổng, ma: t, tinh: b + c, doi_chieu: [d + e, t * 1]}}, {{ten: B, ma: b, loai: so}}, {{ten: C, ma: c, loai: so}}, {{ten: D, ma: d, loai: so}}, {{ten: E, ma: e, loai: so, so_le: 1}}], dong: [{rows}]}}}}]"
            )
        };
        check(&RULE, &plan("[x, 1, 2, 3, ~], [y, 1, 2, ~, ~], {tong: T, ghi: {e: 3}}"), &[]);
        let wrong = "[x, 1, 2, 3, \"0,5\"], {tong: T}";
        let row = "lỗi «[x, 1, 2, 3, \"0,5\"]»: cột «Tổng» của dòng này là 3, đối chiếu d+e được 4";
        check(&RULE, &plan(wrong), &[row]);
        let nested = "{nhom: N, dong: [{nhom: M, dong: [[x, 1, 2, 3, \"0,5\"], [y, 1, 2, 3, ~]]}]}, {tong: T}";
        check(&RULE, &plan(nested), &[row]);
        let total = "lỗi «{tong: T, o: {d: 9, e: 0»: cột «Tổng» của dòng này là 3, đối chiếu d+e được 9";
        check(&RULE, &plan("[x, 1, 2, 3, ~], {tong: T, o: {d: 9, e: 0}}"), &[total]);
        // Figures that a clerk writes are compared with sums as they are.
        let exact = "noi_dung: [{bang: {cot: [{ten: A, ma: a, loai: so, doi_chieu: b + 1}, {ten: B, ma: b, loai: so}], dong: [[3, \"1,75\"]]}}]";
        check(&RULE, exact, &["lỗi «3»: cột «A» của dòng này là 3, đối chiếu b+1 được 2,75"]);
    }
}
