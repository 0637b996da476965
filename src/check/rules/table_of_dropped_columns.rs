//! A table of which nothing is left when the plan is issued.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Status;
use crate::plan::table::COLUMNS;
use crate::plan::table::column::{Column, DROP};
use crate::schema::YesNo;

/// A table of which nothing is left when the plan is issued.
pub const NOTHING_LEFT: Code = Code {
    id: "KH-0317",
    title: "bảng không còn cột nào",
    about: "Mọi cột của bảng đều bỏ khi ban hành, nên bản ban hành có một bảng trống. Giữ lại ít nhất một cột, hoặc xóa bảng.",
};

/// Every column of a table is dropped on issue.
pub static RULE: Rule = Rule {
    code: NOTHING_LEFT,
    level: Severity::Error,
    reason: "bảng in ra phải có cột",
    about: NOTHING_LEFT.about,
    wrong: "trang_thai: ban_hanh\nnoi_dung: [{bang: {cot: [{ten: Góp ý, bo_khi_ban_hanh: co}], dong: [[x]]}}]",
    right: "trang_thai: ban_hanh\nnoi_dung: [{bang: {cot: [{ten: Việc}, {ten: Góp ý, bo_khi_ban_hanh: co}], dong: [[x, y]]}}]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    if case.status == Status::Draft {
        return;
    }
    for (table, _) in case.tables() {
        if table.columns.iter().all(is_dropped) {
            let message = format!("mọi cột của bảng này có «{}», nên bản ban hành không còn cột nào", DROP.name());
            found.push(
                Diagnostic::error(NOTHING_LEFT, table.place.of(COLUMNS.name()), message)
                    .help("giữ lại ít nhất một cột, hoặc xóa bảng"),
            );
        }
    }
}

fn is_dropped(column: &Column) -> bool {
    YesNo::is_yes(column.drop.as_ref()) || !column.children.is_empty() && column.children.iter().all(is_dropped)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn a_column_is_left() {
        check(
            &RULE,
            RULE.wrong,
            &["lỗi «cot»: mọi cột của bảng này có «bo_khi_ban_hanh», nên bản ban hành không còn cột nào"],
        );
        check(&RULE, &RULE.wrong.replace("ban_hanh\n", "du_thao\n"), &[]);
    }
}
