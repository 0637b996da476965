//! A figure of a table that is not what the others make.

use crate::check::codes::WRONG_SUM;
use crate::check::rule::{Case, Rule};
use crate::check::sums::{STATED_HELP, stated_otherwise};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::table::Table;
use crate::plan::table::cell::Cell;
use crate::plan::table::column::ColumnKind;
use crate::table::{Computed, Difference, Problem, Slip, show};

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

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    // What waits for a figure of another place adds up to nothing yet.
    let whole = case.tables().iter().filter(|(table, computed)| !table.has_refused() && computed.is_whole);
    for (table, computed) in whole {
        found.extend(computed.problems.iter().filter_map(|problem| finding(table, computed, problem)));
    }
}

fn finding(table: &Table, computed: &Computed, problem: &Problem) -> Option<Diagnostic> {
    match problem {
        Problem::Stated(difference) => {
            let place = table.rows[difference.row].stated.iter().find(|(column, _)| *column == difference.column);
            let span =
                place.map_or_else(|| table.rows[difference.row].place.first_line(), |(_, stated)| stated.span.clone());
            let (given, made) = shown(table, difference);
            let found = stated_otherwise(span, &given, &made);
            Some(explained(found, table, computed, difference, STATED_HELP))
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
            let message = format!("viết {given}, {made_of} {made}");
            let help = "sửa số sai, hoặc bỏ số này để chương trình tự tính; số của văn bản gốc thì viết trong «ghi»";
            Some(explained(Diagnostic::error(WRONG_SUM, span, message), table, computed, difference, help))
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

/// The finding with the difference, and the row that explains it if one does.
fn explained(found: Diagnostic, table: &Table, computed: &Computed, difference: &Difference, help: &str) -> Diagnostic {
    let count = computed.addends(difference.row, difference.column).count();
    let sum = if count > 1 { format!("cộng {count} dòng; ") } else { String::new() };
    let found = found.help(format!("{sum}{help}"));
    let Some(suspect) = difference.suspect else { return found };
    let what = match suspect.slip {
        Slip::Missing => "có thể quên cộng dòng này",
        Slip::Twice => "có thể cộng dòng này hai lần",
        Slip::Swapped => "có thể đảo hai chữ số ở dòng này",
        Slip::Thousandfold => "có thể lệch một nghìn lần ở dòng này",
    };
    found.label(table.rows[suspect.row].place.first_line(), what)
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
            &["lỗi «4»: viết 4, các dòng cộng lại được 3"],
        );
        check(&RULE, &table(columns, "[x, 1], [y, 2], {tong: T, o: {b: 3}}"), &[]);
        check(
            &RULE,
            &table(columns, "{nhom: N, o: {b: 5}}, [x, 1], [y, 2]"),
            &["lỗi «5»: viết 5, các dòng cộng lại được 3"],
        );
        check(&RULE, &table(columns, "[x, 1], [y, 2], {tong: T, ghi: {b: 9}}"), &["cảnh báo «9»: ghi 9, tính được 3"]);
    }
}
