//! A row that is shown as a part of another and has more than that one.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::table::{Entered, Problem};
use crate::value::Text;

/// A part is larger than its whole.
pub const LARGER_PART: Code = Code {
    id: "KH-0320",
    title: "dòng «trong đó» lớn hơn dòng chứa nó",
    about: "Một phần chỉ nêu cho biết không thể lớn hơn toàn bộ. Sửa một trong hai số; hoặc nếu dòng ấy không phải là một phần \
            thì đưa ra khỏi trong_do.",
};

/// A row under «trong_do» has more than the row around it.
pub static RULE: Rule = Rule {
    code: LARGER_PART,
    level: Severity::Error,
    reason: "một phần không lớn hơn toàn bộ",
    about: LARGER_PART.about,
    wrong: "noi_dung: [{bang: {cot: [{ten: A}, {ten: Vốn, loai: so}], dong: [{o: [x, 5], trong_do: [[y, 6]]}]}}]",
    right: "noi_dung: [{bang: {cot: [{ten: A}, {ten: Vốn, loai: so}], dong: [{o: [x, 5], trong_do: [[y, 4]]}]}}]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (table, computed) in case.tables().iter().filter(|(table, _)| !table.has_refused()) {
        let leaves = table.leaves().0;
        for problem in &computed.problems {
            let &Problem::LargerPart { row, whole, column } = problem else { continue };
            let shown = |row| match computed.figure(row, column).printed() {
                Entered::Number(number) => number.display(),
                Entered::Blank | Entered::Dash => String::new(),
            };
            let title = leaves[column].title.as_ref().map(Text::letters).unwrap_or_default();
            let message = format!("trong đó {}, lớn hơn toàn bộ {} ở cột «{title}»", shown(row), shown(whole));
            found.push(
                Diagnostic::error(LARGER_PART, table.rows[row].place.first_line(), message)
                    .label(table.rows[whole].place.first_line(), "dòng chứa nó")
                    .help("sửa một trong hai số; dòng không phải là một phần thì đưa ra khỏi «trong_do»"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn table(rows: &str, expected: &[&str]) {
        let columns = "{ten: A}, {ten: Vốn, ma: v, loai: so}, {ten: Tỷ lệ, loai: so, cong: khong}";
        check(&RULE, &format!("noi_dung: [{{bang: {{cot: [{columns}], dong: [{rows}]}}}}]"), expected);
    }

    #[test]
    fn parts_are_compared_with_what_is_printed_of_their_whole() {
        table("{o: [x, 5, 1], trong_do: [[y, 5, 2], [z, ~, 3]]}", &[]);
        table(
            "{nhom: N, dong: [[x, 2, ~], [y, 3, ~]], trong_do: [[z, 6, ~]]}",
            &["lỗi «[z, 6, ~]»: trong đó 6, lớn hơn toàn bộ 5 ở cột «Vốn»"],
        );
        table(
            "[x, 2, ~], {tong: T, trong_do: [[z, 3, ~]]}",
            &["lỗi «[z, 3, ~]»: trong đó 3, lớn hơn toàn bộ 2 ở cột «Vốn»"],
        );
    }
}
