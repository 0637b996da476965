//! A group of a table without rows.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::table::cell::Cell;
use crate::plan::table::row::{INNER, PARTS, Row, RowKind};

/// A group row has no row below it that belongs to it, and nothing of its own.
pub static RULE: Rule = Rule {
    code: Code::Incompatible,
    level: Severity::Warning,
    reason: "tên nhóm in ra mà không có dòng nào thì người đọc tưởng thiếu số liệu",
    about: "Dòng nhóm không có dòng nào đứng dưới và không có ô nào của riêng nó. Thêm dòng; nhóm chứa nhóm khác thì viết nhóm ấy \
            trong dong; nhóm để trống có chủ ý thì viết dong: [].",
    wrong: "noi_dung: [{bang: {cot: [{ten: A}, {ten: B, loai: so}], dong: [[x, 1], {nhom: G}]}}]",
    right: "noi_dung: [{bang: {cot: [{ten: A}, {ten: B, loai: so}], dong: [[x, 1], {nhom: G}, [y, 2]]}}]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (table, computed) in case.tables().iter().filter(|(table, _)| !table.has_refused()) {
        let rows = table.rows.iter().enumerate();
        for (_, row) in rows.filter(|(at, row)| is_bare(row) && computed.tree.addends(*at).is_empty()) {
            let help = format!("thêm dòng; nhóm để trống có chủ ý thì viết {}: []", INNER.name());
            let finding = Diagnostic::error(Code::Incompatible, row.place.first_line(), "nhóm này không có dòng nào");
            found.push(finding.as_warning().help(help));
        }
    }
}

/// Whether a row heads a group and says nothing else: neither cells nor what stands inside it.
fn is_bare(row: &Row) -> bool {
    let is_blank = |cell: &Cell| match cell {
        Cell::Blank => true,
        Cell::Dash | Cell::Number(_) | Cell::Value(_) | Cell::Words(_) => false,
    };
    let holds = row.holds_rows || row.place.has(PARTS.name());
    matches!(row.kind, RowKind::Group(_)) && !holds && row.cells.iter().all(is_blank)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn groups_have_rows_or_say_that_they_have_none() {
        let table =
            |rows: &str| format!("noi_dung: [{{bang: {{cot: [{{ten: A}}, {{ten: B, loai: so}}], dong: [{rows}]}}}}]");
        let message = |row: &str| format!("cảnh báo «{row}»: nhóm này không có dòng nào");
        check(&RULE, &table("{nhom: G}, {nhom: H}, [y, 2]"), &[&message("{nhom: G")]);
        check(&RULE, &table("[y, 2], {nhom: G, dong: []}"), &[]);
        check(&RULE, &table("[y, 2], {nhom: G, o: [~, 5]}"), &[]);
    }
}
