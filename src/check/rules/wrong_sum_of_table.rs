//! A figure of a table that is not what the others make.

use crate::check::codes::WRONG_SUM;
use crate::check::culprit::{Slip, Who, culprit};
use crate::check::prose::distance;
use crate::check::rule::{Case, Rule};
use crate::check::sums::{STATED_HELP, addends_told, stated_otherwise, with_culprit};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::table::Table;
use crate::plan::table::cell::Cell;
use crate::plan::table::column::ColumnKind;
use crate::table::{Computed, Difference, Problem, Role, show};
use crate::value::Decimal;

/// A total, a group or a stated figure of a table differs from what its rows make; or rows lack figures that a rate needs.
pub static RULE: Rule = Rule {
    code: WRONG_SUM,
    level: Severity::Error,
    reason: "tổng của bảng bằng các dòng cộng lại",
    about: "Số viết tay ở dòng nhóm, dòng cộng hay dòng tổng khác với các dòng cộng lại. Sửa số sai; hoặc bỏ số viết tay để \
            chương trình tự cộng; hoặc chép số của văn bản gốc vào khóa ghi.",
    wrong: "noi_dung: [{bang: {cot: [{ten: Thôn}, {ten: Hộ, loai: so}], dong: [[A, 2], [B, 3], {tong: Cộng, o: [~, 6]}]}}]",
    right: "noi_dung: [{bang: {cot: [{ten: Thôn}, {ten: Hộ, loai: so}], dong: [[A, 2], [B, 3], {tong: Cộng}]}}]",
    check,
};

/// Addends looked at in one table; one with more differences has other troubles.
const MOST_SEARCHED: usize = 100_000;

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    // What waits for a figure of another place adds up to nothing yet.
    let whole = case.tables().iter().filter(|(table, computed)| !table.has_refused() && computed.is_whole);
    for (table, computed) in whole {
        let mut searched = 0;
        found.extend(computed.problems.iter().filter_map(|problem| finding(table, computed, problem, &mut searched)));
    }
}

fn finding(table: &Table, computed: &Computed, problem: &Problem, searched: &mut usize) -> Option<Diagnostic> {
    match problem {
        Problem::Stated(difference) => {
            let place = table.rows[difference.row].stated.iter().find(|(column, _)| *column == difference.column);
            let span =
                place.map_or_else(|| table.rows[difference.row].place.first_line(), |(_, stated)| stated.span.clone());
            let (given, made) = shown(table, difference);
            let sum = addends(computed, difference, searched);
            let found = stated_otherwise(span, &given, &told(table, computed, difference, &sum, made));
            Some(explained(found, table, computed, difference, &sum, STATED_HELP))
        }
        Problem::Written(difference) => {
            let row = &table.rows[difference.row];
            let span = match &row.cells[difference.column] {
                Cell::Number(number) => number.span.clone(),
                Cell::Value(text) => text.span.clone(),
                Cell::Blank | Cell::Dash | Cell::Words(_) => row.place.first_line(),
            };
            let (given, made) = shown(table, difference);
            let is_mean = table.leaves().0[difference.column].average.is_some();
            let made_of = if is_mean { "trung bình các dòng là" } else { "các dòng cộng lại được" };
            let sum = addends(computed, difference, searched);
            let message = format!("viết {given}, {made_of} {}", told(table, computed, difference, &sum, made));
            let help = "sửa số sai, hoặc bỏ số này để chương trình tự tính; số của văn bản gốc thì viết trong «ghi»";
            let found = Diagnostic::error(WRONG_SUM, span, message);
            Some(explained(found, table, computed, difference, &sum, help))
        }
        Problem::Incomplete { row, column } => {
            let column = table.leaves().0[*column];
            let title = || column.title.as_ref().map(crate::value::Text::letters).unwrap_or_default();
            let name = if column.called().is_empty() { title() } else { column.called().to_owned() };
            let message = format!("dòng này trống số ở cột «{name}», nên số tính ở dòng tổng không đúng");
            Some(
                Diagnostic::error(WRONG_SUM, table.rows[*row].place.first_line(), message)
                    .as_warning()
                    .help("điền số còn thiếu, hoặc để trống cả các số cùng công thức"),
            )
        }
        Problem::Cycle { .. }
        | Problem::Unclear { .. }
        | Problem::LargerPart { .. }
        | Problem::NotComputable { .. }
        | Problem::Related { .. }
        | Problem::Sign { .. } => None,
    }
}

/// The two figures as their column prints them, or as they are where that would make them alike.
fn shown(table: &Table, difference: &Difference) -> (String, String) {
    let column = table.leaves().0[difference.column];
    let (given, computed) = (difference.given, difference.computed);
    let both = (show(column, given), show(column, computed));
    if both.0 == both.1 || column.holds() == ColumnKind::Numbers { (given.display(), computed.display()) } else { both }
}

/// The rows whose figures make the computed one, with those figures; none where it is no sum or too many were looked at.
fn addends(computed: &Computed, difference: &Difference, searched: &mut usize) -> Vec<(usize, Decimal)> {
    if *searched > MOST_SEARCHED {
        return Vec::new();
    }
    let rows: Vec<_> = computed.addends(difference.row, difference.column).collect();
    *searched += rows.len();
    let sum = rows.iter().try_fold(Decimal::whole(0), |sum, (_, number)| sum.plus(*number));
    if sum.is_some_and(|sum| sum.equals(difference.computed.number)) { rows } else { Vec::new() }
}

/// What is computed with its addends and how far it lies from what is given.
fn told(
    table: &Table,
    computed: &Computed,
    difference: &Difference,
    rows: &[(usize, Decimal)],
    made: String,
) -> String {
    let column = table.leaves().0[difference.column];
    if rows.len() < 2 || column.holds() != ColumnKind::Numbers {
        return made;
    }
    let figure = |row: usize| computed.figure(row, difference.column).counted();
    let shown = |(row, number): &(usize, Decimal)| show(column, figure(*row).unwrap_or_else(|| (*number).into()));
    let addends = addends_told(rows.iter().map(shown));
    let far = distance(difference.given.number, difference.computed.number);
    let far = far.filter(|far| !far.equals(Decimal::whole(0)));
    format!("{addends}{made}{}", far.map(|far| format!(", chênh {}", far.display())).unwrap_or_default())
}

/// The finding with the difference, and the figure that explains it if one does.
fn explained(
    found: Diagnostic,
    table: &Table,
    computed: &Computed,
    difference: &Difference,
    rows: &[(usize, Decimal)],
    help: &str,
) -> Diagnostic {
    let count = computed.addends(difference.row, difference.column).count();
    let sum = if count > 1 { format!("cộng {count} dòng; ") } else { String::new() };
    let found = found.help(format!("{sum}{help}"));
    let is_exact = difference.given.said.is_none() && difference.computed.said.is_none();
    let numbers: Vec<_> = rows.iter().map(|(_, number)| *number).collect();
    let Some(culprit) = culprit(difference.given.number, &numbers).filter(|_| is_exact) else { return found };
    let row = match culprit.who {
        Who::Addend(at) => rows.get(at).map(|(row, _)| *row),
        Who::Total => None,
    };
    let is_group = row.is_some_and(|row| computed.tree.role(row) == Role::Group);
    let told = if is_group && culprit.slip == Slip::Twice {
        "có thể cộng cả nhóm này lẫn các dòng của nhóm".to_owned()
    } else {
        culprit.slip.told(if is_group { "nhóm này" } else { "dòng này" })
    };
    let column = table.leaves().0[difference.column];
    let show = |number: Decimal| show(column, number.into());
    with_culprit(found, culprit, row.map(|row| table.rows[row].place.first_line()), &told, &show)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    fn table(columns: &str, rows: &str) -> String {
        format!("noi_dung: [{{bang: {{cot: [{columns}], dong: [{rows}]}}}}]")
    }

    #[test]
    fn totals_are_compared_with_their_rows() {
        let columns = "{ten: A}, {ten: B, ma: b, loai: so}";
        check(
            &RULE,
            &table(columns, "[x, 1], [y, 2], {tong: T, o: {b: 4}}"),
            &["lỗi «4»: viết 4, các dòng cộng lại được 1 + 2 = 3, chênh 1"],
        );
        check(&RULE, &table(columns, "[x, 1], [y, 2], {tong: T, o: {b: 3}}"), &[]);
        check(
            &RULE,
            &table(columns, "{nhom: N, o: {b: 5}}, [x, 1], [y, 2]"),
            &["lỗi «5»: viết 5, các dòng cộng lại được 1 + 2 = 3, chênh 2"],
        );
        let message = "cảnh báo «9»: ghi 9, tính được 1 + 2 = 3, chênh 6";
        check(&RULE, &table(columns, "[x, 1], [y, 2], {tong: T, ghi: {b: 9}}"), &[message]);
    }
}
