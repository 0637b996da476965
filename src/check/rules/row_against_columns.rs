//! A row in which columns do not add up that add up in all other rows.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::table::Table;
use crate::plan::table::cell::Cell;
use crate::plan::table::column::{Column, ColumnKind, FORMULA};
use crate::source::Span;
use crate::table::{Computed, Role};
use crate::value::Decimal;

/// Columns add up in all rows but one.
pub const ROW_AGAINST_COLUMNS: Code = Code {
    id: "KH-0465",
    title: "một dòng lệch với quan hệ giữa các cột",
    about: "Các cột số đứng liền nhau cộng, trừ thành nhau ở mọi dòng (nghèo và cận nghèo thành cộng; đầu năm, giảm, tăng thành cuối năm), \
            chỉ trừ một dòng. Sửa số của dòng ấy; cột là kết quả thì viết tinh để chương trình tự tính. Chỉ xét bảng có từ sáu dòng đủ số.",
};

/// Columns without a formula add up in all rows but one.
pub static RULE: Rule = Rule {
    code: ROW_AGAINST_COLUMNS,
    level: Severity::Warning,
    reason: "các cột cộng thành nhau ở mọi dòng thì dòng lệch là dòng gõ nhầm",
    about: ROW_AGAINST_COLUMNS.about,
    wrong: "noi_dung: [{bang: {cot: [{ten: Thôn}, {ten: Nghèo, loai: so}, {ten: Cận nghèo, loai: so}, {ten: Cộng, loai: so}], \
            dong: [[A, 12, 7, 19], [B, 15, 4, 19], [C, 18, 9, 27], [D, 11, 5, 16], [E, 20, 8, 28], [F, 14, 6, 21]]}}]",
    right: "noi_dung: [{bang: {cot: [{ten: Thôn}, {ten: Nghèo, loai: so}, {ten: Cận nghèo, loai: so}, {ten: Cộng, loai: so}], \
            dong: [[A, 12, 7, 19], [B, 15, 4, 19], [C, 18, 9, 27], [D, 11, 5, 16], [E, 20, 8, 28], [F, 14, 6, 20]]}}]",
    check,
};

/// Rows in which columns must add up for one in which they do not to be told.
const FEWEST: usize = 5;
/// Of these, rows in which a column must have more than nothing to mean something.
const FEWEST_FILLED: usize = 4;

/// Columns beside each other of which one follows from the others, each with its sign: what is added up is nothing.
const RELATIONS: [&[i128]; 6] =
    [&[1, 1, -1], &[-1, 1, 1], &[1, 1, 1, -1], &[-1, 1, 1, 1], &[1, -1, 1, -1], &[1, 1, -1, -1]];

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (table, computed) in case.tables().iter().filter(|(table, _)| table.rows.len() > FEWEST) {
        found.extend(odd_row(table, computed));
    }
}

/// The numbers of a row, each at its column.
type Numbers<'t> = Vec<Option<(Decimal, &'t Span)>>;

fn odd_row(table: &Table, computed: &Computed) -> Option<Diagnostic> {
    let leaves = table.leaves().0;
    let columns: Vec<usize> = (0..leaves.len()).filter(|at| is_counted(leaves[*at])).collect();
    if columns.len() < 3 {
        return None;
    }
    let rows = (0..table.rows.len()).filter(|row| computed.tree.role(*row) == Role::Ordinary);
    let rows: Vec<Numbers<'_>> =
        rows.map(|row| columns.iter().map(|column| written(table, row, *column)).collect()).collect();
    let all = RELATIONS.iter().flat_map(|signs| (0..columns.len()).map(move |from| (*signs, from)));
    let (signs, from, row) = all.into_iter().find_map(|(signs, from)| {
        let row = only_one_off(&rows, signs, from)?;
        Some((signs, from, row))
    })?;
    let title = |at: usize| leaves[columns[at]].title.as_ref().map(|title| title.letters()).unwrap_or_default();
    finding(&rows[row], signs, from, title)
}

/// Whether a column holds counts that are written by hand and tied to no other by a formula.
fn is_counted(column: &Column) -> bool {
    let title = column.title.as_ref().map(|title| title.letters().to_lowercase()).unwrap_or_default();
    let is_rate = title.contains('%') || title.contains("tỷ lệ") || title.contains("tỉ lệ");
    column.holds() == ColumnKind::Numbers && column.formula.is_none() && column.checks.0.is_empty() && !is_rate
}

fn written(table: &Table, row: usize, column: usize) -> Option<(Decimal, &Span)> {
    match table.rows[row].cells.get(column)? {
        Cell::Number(number) => number.value.said.is_none().then_some((number.value.number, &number.span)),
        Cell::Blank | Cell::Dash | Cell::Value(_) | Cell::Words(_) => None,
    }
}

/// The only row in which some columns do not add up, if they do in enough others.
fn only_one_off(rows: &[Numbers<'_>], signs: &[i128], from: usize) -> Option<usize> {
    let mut off = None;
    let mut holding = 0;
    let mut filled = vec![0; signs.len()];
    for (at, row) in rows.iter().enumerate() {
        let numbers = row.get(from..from + signs.len())?;
        let Some(numbers) = numbers.iter().map(|number| number.map(|(number, _)| number)).collect::<Option<Vec<_>>>()
        else {
            continue;
        };
        if sum(&numbers, signs)? != 0 {
            if off.replace(at).is_some() {
                return None;
            }
            continue;
        }
        holding += 1;
        for (count, number) in filled.iter_mut().zip(&numbers) {
            *count += usize::from(number.to_fraction().0 != 0);
        }
    }
    off.filter(|_| holding >= FEWEST && filled.iter().all(|count| *count >= FEWEST_FILLED))
}

/// What some numbers add up to, each with its sign, in their smallest unit.
fn sum(numbers: &[Decimal], signs: &[i128]) -> Option<i128> {
    let decimals = numbers.iter().map(|number| number.decimals()).max()?;
    numbers.iter().zip(signs).try_fold(0, |sum: i128, (number, sign)| {
        sum.checked_add(number.to_decimals(decimals).to_fraction().0.checked_mul(*sign)?)
    })
}

fn finding(row: &Numbers<'_>, signs: &[i128], from: usize, title: impl Fn(usize) -> String) -> Option<Diagnostic> {
    // The column that follows from the others is the one that stands alone with its sign, the last of two.
    let end = signs.len() - 1;
    let result = if signs[0] < 0 { 0 } else { end };
    let mut told = String::new();
    for (at, sign) in signs.iter().enumerate().filter(|(at, _)| *at != result) {
        let number = row[from + at].map(|(number, _)| number.display()).unwrap_or_default();
        let joined = match (told.is_empty(), *sign == -signs[result]) {
            (true, _) => "",
            (false, true) => " + ",
            (false, false) => " - ",
        };
        told.push_str(&format!("{joined}{number}"));
    }
    let (number, span) = row[from + result]?;
    let number = number.display();
    let names: Vec<_> = (0..signs.len()).map(|at| format!("«{}»", title(from + at))).collect();
    let message = format!(
        "dòng này ghi {number} ở cột «{}», mà {told} không bằng {number}; ở mọi dòng khác các cột {} khớp nhau",
        title(from + result),
        names.join(", ")
    );
    let help = format!("sửa số sai của dòng này; viết «{}» ở cột kết quả thì chương trình tự tính", FORMULA.name());
    Some(Diagnostic::error(ROW_AGAINST_COLUMNS, span.clone(), message).as_warning().help(help))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn table(columns: &[&str], rows: &[&str], expected: &[&str]) {
        let columns: String = columns.iter().map(|title| format!(", {{ten: {title}, loai: so}}")).collect();
        let rows: String = rows.iter().map(|row| format!("[x, {row}], ")).collect();
        let table = format!("noi_dung: [{{bang: {{cot: [{{ten: Thôn}}{columns}], dong: [{rows}{{tong: T}}]}}}}]");
        check(&RULE, &table, expected);
    }

    #[test]
    fn a_row_that_does_not_add_up_is_told() {
        let rows = ["12, 7, 19", "15, 4, 19", "18, 9, 27", "11, 5, 16", "20, 8, 28"];
        let with = |row: &'static str| rows.into_iter().chain([row]).collect::<Vec<_>>();
        let message = "cảnh báo «21»: dòng này ghi 21 ở cột «C», mà 14 + 6 không bằng 21; ở mọi dòng khác các cột «A», «B», «C» khớp nhau";
        table(&["A", "B", "C"], &with("14, 6, 21"), &[message]);
        table(&["A", "B", "C"], &with("14, 6, 20"), &[]);
        table(&["A", "B", "C"], &with("14, ~, 20"), &[]);
        table(&["A", "B", "Tỷ lệ (%)"], &with("14, 6, 21"), &[]);
        table(&["A", "B", "C"], &rows, &[]);
        table(&["A", "B", "C"], &rows.into_iter().skip(1).chain(["14, 6, 21"]).collect::<Vec<_>>(), &[]);
        table(&["A", "B", "C"], &with("14, 6, 21").into_iter().chain(["1, 1, 3"]).collect::<Vec<_>>(), &[]);
    }

    #[test]
    fn what_is_left_at_the_end_follows_from_the_beginning() {
        let rows = ["18, 5, 1, 14", "17, 5, 2, 14", "24, 6, 1, 19", "28, 6, 3, 25", "33, 7, 1, 27", "34, 7, 1, 29"];
        let message = "cảnh báo «29»: dòng này ghi 29 ở cột «Cuối», mà 34 - 7 + 1 không bằng 29; ở mọi dòng khác các cột «Đầu», «Giảm», «Tăng», «Cuối» khớp nhau";
        table(&["Đầu", "Giảm", "Tăng", "Cuối"], &rows, &[message]);
    }

    #[test]
    fn columns_of_nothing_mean_nothing() {
        let rows = ["12, 0, 12", "15, 0, 15", "18, 0, 18", "11, 0, 11", "20, 0, 20", "14, 0, 15"];
        table(&["A", "B", "C"], &rows, &[]);
    }
}
