//! A row below the sum that it is not in.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::table::Table;
use crate::table::{Computed, Role};

/// A row stands below the sum of its group, or between two sums of the table.
pub const BEHIND_SUM: Code = Code {
    id: "KH-0358",
    title: "dòng đứng sau dòng cộng",
    about: "Dòng «cong» cộng những dòng đứng trên nó trong nhóm: dòng viết sau nó vẫn thuộc nhóm, nên nhóm và dòng «cong» in \
            hai số khác nhau. Dòng «tong» cộng mọi dòng của bảng, kể cả dòng viết dưới nó. Chuyển dòng lên trên dòng cộng, hoặc \
            mở nhóm mới.",
};

/// A group goes on below its subtotal, or rows stand both above and below a total.
pub static RULE: Rule = Rule {
    code: BEHIND_SUM,
    level: Severity::Error,
    reason: "số ở dòng cộng phải là tổng các dòng mà người đọc thấy nó cộng",
    about: BEHIND_SUM.about,
    wrong: "noi_dung: [{bang: {cot: [{ten: Thôn}, {ten: Vốn, loai: so}], dong: [{nhom: H}, [A, 5], {cong: Cộng H}, [B, 3]]}}]",
    right: "noi_dung: [{bang: {cot: [{ten: Thôn}, {ten: Vốn, loai: so}], dong: [{nhom: H}, [A, 5], [B, 3], {cong: Cộng H}]}}]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (table, computed) in case.tables() {
        judge(table, computed, found);
    }
}

fn judge(table: &Table, computed: &Computed, found: &mut Vec<Diagnostic>) {
    let tree = &computed.tree;
    // The last subtotal of each group, and the last total with rows above it, while the rows are read.
    let mut subtotals = vec![None; table.rows.len()];
    let (mut total, mut has_rows) = (None, false);
    for row in 0..table.rows.len() {
        let parent = tree.parent(row);
        match tree.role(row) {
            Role::Subtotal => {
                if let Some(group) = parent {
                    subtotals[group] = Some(row);
                }
            }
            // A total may head its table.
            Role::Total if has_rows => total = Some(row),
            Role::Total | Role::Across => {}
            Role::Ordinary | Role::Group if !tree.is_added(row) => {}
            Role::Ordinary | Role::Group => {
                // One finding tells of all rows behind a sum.
                let sum = match parent {
                    Some(group) => subtotals[group].take(),
                    None => total.take(),
                };
                has_rows |= parent.is_none();
                found.extend(sum.map(|sum| behind(table, row, sum, parent.is_some())));
            }
        }
    }
}

/// A row behind a sum of its group, or of the table.
fn behind(table: &Table, row: usize, sum: usize, in_group: bool) -> Diagnostic {
    let place = |row: usize| table.rows[row].place.first_line();
    let (message, help) = if in_group {
        let message = "dòng này đứng sau dòng «cong» của nhóm: nhóm tính cả nó, dòng «cong» thì không";
        (message, "chuyển dòng lên trên dòng «cong», hoặc mở nhóm mới trước dòng này")
    } else {
        let message = "dòng này đứng sau dòng «tong», nhưng dòng «tong» cộng cả nó";
        (message, "chuyển dòng «tong» xuống cuối hoặc lên đầu bảng; muốn cộng riêng từng phần thì dùng «cong»")
    };
    Diagnostic::error(BEHIND_SUM, place(row), message).label(place(sum), "dòng cộng").help(help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn table(rows: &str, expected: &[&str]) {
        let columns = "{ten: A}, {ten: Vốn, loai: so}";
        check(&RULE, &format!("noi_dung: [{{bang: {{cot: [{columns}], dong: [{rows}]}}}}]"), expected);
    }

    const IN_GROUP: &str = "dòng này đứng sau dòng «cong» của nhóm: nhóm tính cả nó, dòng «cong» thì không";
    const IN_TABLE: &str = "dòng này đứng sau dòng «tong», nhưng dòng «tong» cộng cả nó";

    #[test]
    fn rows_stand_before_the_sum_that_they_are_in() {
        let of_group = |row: &str| format!("lỗi «{row}»: {IN_GROUP}");
        table("{nhom: H}, [x, 5], {cong: Cộng}, [y, 3], [z, 1], {tong: Tổng}", &[&of_group("[y, 3]")]);
        table("{nhom: H, dong: [[x, 5], {cong: Cộng}, [y, 3]]}", &[&of_group("[y, 3]")]);
        table("{nhom: H}, [x, 5], {cong: Cộng}, {nhom: K}, [y, 3], {cong: Cộng}, {tong: Tổng}", &[]);
        table("[x, 5], {cong: Cộng}, [y, 3], {cong: Cộng}, {tong: Tổng}", &[]);
    }

    #[test]
    fn a_total_stands_above_or_below_all_rows() {
        let of_table = |row: &str| format!("lỗi «{row}»: {IN_TABLE}");
        table("[x, 5], {tong: Cộng}, [y, 3], {tong: Tổng}", &[&of_table("[y, 3]")]);
        table("{tong: Tổng}, [x, 5], [y, 3]", &[]);
        table("[x, 5], {tong: Cộng}, {loi: Lời}", &[]);
    }
}
