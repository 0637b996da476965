//! A cell that goes over rows where it cannot.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::table::Table;
use crate::plan::table::cell::Cell;
use crate::plan::table::column::ColumnKind;
use crate::plan::table::row::{RowKind, SPANS};
use crate::plan::table::standing::CellSpan;
use crate::source::Span;
use crate::table::{Computed, Entered, show};
use crate::value::Text;

/// A cell cannot go over the rows that are said.
pub const OVER_ROWS: Code = Code {
    id: "KH-0321",
    title: "ô gộp không gộp được",
    about: "Ô gộp không được vượt quá cuối bảng hay qua một dòng ngang bảng, không chồng lên ô gộp khác, và không che mất chữ \
            hay số của dòng dưới. Sửa số dòng trong gop, hoặc để trống các ô bị che.",
};

/// A cell goes over rows that are not there, or over what is written in them.
pub static RULE: Rule = Rule {
    code: OVER_ROWS,
    level: Severity::Error,
    reason: "điều đã viết trong bảng không được mất khi gộp ô",
    about: OVER_ROWS.about,
    wrong: "noi_dung: [{bang: {cot: [{ten: A}, {ten: Hạn, ma: h}], dong: [{o: [x, Quý I], gop: {h: 2}}, [y, Quý II]]}}]",
    right: "noi_dung: [{bang: {cot: [{ten: A}, {ten: Hạn, ma: h}], dong: [{o: [x, Quý I], gop: {h: 2}}, [y, ~]]}}]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (table, computed) in case.tables() {
        let rows = table.rows.iter().enumerate().filter(|(_, row)| !matches!(row.kind, RowKind::Across(_)));
        for (at, row) in rows {
            found.extend(row.spans.iter().filter_map(|span| judge(table, computed, at, span)));
        }
        names(table, found);
    }
}

/// What is wrong with a cell that goes over several rows.
fn judge(table: &Table, computed: &Computed, at: usize, span: &CellSpan) -> Option<Diagnostic> {
    let count = span.rows.value;
    let left = table.rows.len() - at;
    // A subtotal or total with a figure of its own, or a name, is not hidden below a cell.
    let free = |below: &usize| {
        let row = &table.rows[*below];
        let heads = matches!(row.kind, RowKind::Subtotal(_) | RowKind::Total(_) | RowKind::Across(_));
        !heads && hidden(table, computed, (at, *below), span.column).is_none()
    };
    let most = 1 + (at + 1..table.rows.len()).take_while(free).count();
    let key = SPANS.name();
    let finding =
        |message: String, help: String| Diagnostic::error(OVER_ROWS, span.rows.span.clone(), message).help(help);
    if count > left {
        let message = format!("«{key}» lấy {count} dòng, từ dòng này đến cuối bảng còn {left}");
        return Some(finding(message, format!("viết nhiều nhất là {most}")));
    }
    for below in at + 1..at + count {
        let row = &table.rows[below];
        if matches!(row.kind, RowKind::Across(_)) {
            let message = "ô gộp gặp một dòng ngang bảng".to_owned();
            let help = format!("viết nhiều nhất là {}", below - at);
            return Some(finding(message, help).label(row.place.first_line(), "dòng ngang bảng"));
        }
        if let Some(other) = row.spans.iter().find(|other| other.column == span.column) {
            let message = "hai ô gộp chồng lên nhau".to_owned();
            let help = format!("viết nhiều nhất là {}, hoặc xóa ô gộp ở dưới", below - at);
            return Some(finding(message, help).label(other.rows.span.clone(), "ô gộp kia"));
        }
        if let Some((shown, place)) = hidden(table, computed, (at, below), span.column) {
            let message = format!("ô gộp che mất «{shown}» ở dòng dưới");
            let help = "viết ~ ở ô bị che, hoặc bớt số dòng".to_owned();
            return Some(finding(message, help).label(place, "ô này"));
        }
    }
    None
}

/// What a row has in a column and the row above does not have.
fn hidden(table: &Table, computed: &Computed, (above, below): (usize, usize), column: usize) -> Option<(String, Span)> {
    let row = &table.rows[below];
    let leaves = table.leaves().0;
    let line = || row.place.first_line();
    match leaves[column].holds() {
        ColumnKind::Words => {
            let letters = |cell: &Cell| match cell {
                Cell::Words(words) => words.iter().map(Text::letters).collect::<Vec<_>>(),
                Cell::Blank | Cell::Dash | Cell::Number(_) | Cell::Value(_) => Vec::new(),
            };
            let words = letters(&row.cells[column]);
            (!words.is_empty() && words != letters(&table.rows[above].cells[column]))
                .then(|| (words.join("; "), line()))
        }
        ColumnKind::Numbers | ColumnKind::Time | ColumnKind::Duration | ColumnKind::Minutes | ColumnKind::Day => {
            let figure = |row| computed.figure(row, column).printed();
            match figure(below) {
                shown if shown == figure(above) => None,
                Entered::Blank => None,
                Entered::Dash => Some(("-".to_owned(), line())),
                Entered::Number(number) => Some((show(leaves[column], number), line())),
            }
        }
        ColumnKind::Ordinal => {
            let by_hand = row.ordinal.as_ref().and_then(|ordinal| ordinal.0.as_ref())?;
            Some((by_hand.letters(), by_hand.span.clone()))
        }
    }
}

/// Finds rows whose name has no cell left, since cells from above go over all columns where it could stand.
fn names(table: &Table, found: &mut Vec<Diagnostic>) {
    let leaves = table.leaves().0;
    let holds_words = |at: &usize| leaves[*at].holds() == ColumnKind::Words;
    let mut places: Vec<usize> = (0..leaves.len()).filter(holds_words).collect();
    if places.is_empty() {
        places.extend(0..leaves.len());
    }
    // Down to which row each column is covered from above.
    let mut ends = vec![0; leaves.len()];
    for (at, row) in table.rows.iter().enumerate() {
        let is_named = matches!(row.kind, RowKind::Group(_) | RowKind::Subtotal(_) | RowKind::Total(_));
        if is_named && places.iter().all(|place| at < ends[*place]) {
            let message = "ô gộp từ dòng trên che hết các cột chữ, tên của dòng này không còn chỗ in";
            found.push(
                Diagnostic::error(OVER_ROWS, row.place.first_line(), message)
                    .help(format!("bớt số dòng trong «{}» ở dòng trên", SPANS.name())),
            );
        }
        for span in &row.spans {
            ends[span.column] = ends[span.column].max(at + span.rows.value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn table_of(columns: &str, rows: &str, expected: &[&str]) {
        check(&RULE, &format!("noi_dung: [{{bang: {{cot: [{columns}], dong: [{rows}]}}}}]"), expected);
    }

    #[track_caller]
    fn table(rows: &str, expected: &[&str]) {
        let columns = "{ten: TT, ma: tt, loai: stt}, {ten: A, ma: a}, {ten: Hạn, ma: h}, {ten: Vốn, ma: v, loai: so}";
        table_of(columns, rows, expected);
    }

    #[test]
    fn cells_stay_within_the_table_and_off_each_other() {
        table("{o: [x, q, 1], gop: {h: 1, tt: 2}}, [y, q, 2]", &[]);
        let message = "lỗi «3»: «gop» lấy 3 dòng, từ dòng này đến cuối bảng còn 2";
        table("{o: [x, q, 1], gop: {h: 3}}, [y, ~, 2]", &[message]);
        table("{o: [x, q, 1], gop: {h: 3}}, {loi: L}, [y, ~, 2]", &["lỗi «3»: ô gộp gặp một dòng ngang bảng"]);
        let rows = "{o: [x, q, 1], gop: {h: 3}}, {o: [y, ~, 2], gop: {h: 2}}, [z, ~, ~]";
        table(rows, &["lỗi «3»: hai ô gộp chồng lên nhau"]);
    }

    #[test]
    fn cells_hide_nothing() {
        let hides = |shown: &str| format!("lỗi «2»: ô gộp che mất «{shown}» ở dòng dưới");
        table("{o: [x, q, 1], gop: {h: 2}}, [y, q, 2]", &[]);
        table("{o: [x, q, 1], gop: {h: 2}}, [y, r, 2]", &[&hides("r")]);
        table("{o: [x, q, 1], gop: {v: 2}}, [y, q, 2]", &[&hides("2")]);
        table("{o: [x, q, 1], gop: {tt: 2}}, {stt: 1a, o: [y, q, 2]}", &[&hides("1a")]);
    }

    #[test]
    fn a_name_has_a_cell() {
        let message = "lỗi «{nhom: N»: ô gộp từ dòng trên che hết các cột chữ, tên của dòng này không còn chỗ in";
        table("{o: [x, q, 1], gop: {a: 2, h: 2}}, {nhom: N}", &[message]);
        table("{o: [x, q, 1], gop: {a: 2}}, {nhom: N}", &[]);
        let message = message.replace('N', "M");
        table_of("{ten: Vốn, ma: v, loai: so}", "{nhom: N, gop: {v: 2}}, {nhom: M}", &[&message]);
    }
}
