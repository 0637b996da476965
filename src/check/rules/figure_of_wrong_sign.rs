//! Figures on the wrong side of zero.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::table::cell::Cell;
use crate::plan::table::column::ColumnKind;
use crate::table::{Problem, show};

/// A figure that its column does not allow.
pub const WRONG_SIGN: Code = Code {
    id: "KH-0328",
    title: "số trái dấu với cột",
    about: "Cột khai ở khóa dau rằng số của nó âm hay dương, mà số này thì khác; hoặc thời lượng tính được nhỏ hơn 0, giờ tính \
            được vượt quá một ngày. Sửa số, hoặc sửa khóa dau.",
};

/// A figure is on the wrong side of zero for its column, a time is beyond the day.
pub static RULE: Rule = Rule {
    code: WRONG_SIGN,
    level: Severity::Error,
    reason: "cột tăng, giảm chỉ chứa số đúng chiều",
    about: WRONG_SIGN.about,
    wrong: "noi_dung: [{bang: {cot: [{ten: Thôn}, {ten: Giảm, loai: so, dau: khong_am}], dong: [[A, -2]]}}]",
    right: "noi_dung: [{bang: {cot: [{ten: Thôn}, {ten: Giảm, loai: so, dau: khong_am}], dong: [[A, 2]]}}]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (table, computed) in case.tables() {
        let leaves = table.leaves().0;
        for problem in &computed.problems {
            let Problem::Sign { row, column } = *problem else { continue };
            let (written, head) = (&table.rows[row], leaves[column]);
            let title = head.title.as_ref().map(crate::value::Text::letters).unwrap_or_default();
            let Some(figure) = computed.figure(row, column).number() else { continue };
            let demand = match (&head.sign, head.holds()) {
                (Some(sign), _) => format!("số phải {}", sign.meaning()),
                (None, ColumnKind::Time) => "giờ phải nằm trong một ngày".to_owned(),
                (None, _) => "thời lượng phải không âm".to_owned(),
            };
            let stated = written.stated.iter().find(|(at, _)| *at == column).map(|(_, stated)| stated.span.clone());
            let own = match &written.cells[column] {
                Cell::Number(number) => Some(number.span.clone()),
                Cell::Value(text) => Some(text.span.clone()),
                Cell::Blank | Cell::Dash | Cell::Words(_) => None,
            };
            let span = stated.or(own).unwrap_or_else(|| written.place.first_line());
            let message = format!("cột «{title}» của dòng này là {}, {demand}", show(head, figure));
            found.push(Diagnostic::error(WRONG_SIGN, span, message).help("sửa số, hoặc sửa khóa của cột"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    fn table(columns: &str, rows: &str) -> String {
        format!("noi_dung: [{{bang: {{cot: [{{ten: A}}, {columns}], dong: [{rows}]}}}}]")
    }

    #[test]
    fn columns_say_which_side_of_zero_is_theirs() {
        let signed =
            |sign: &str| table(&format!("{{ten: B, loai: so, dau: {sign}}}"), "[x, -1], [y, 0], [z, 1], [t, ~]");
        let below = "lỗi «-1»: cột «B» của dòng này là -1, số phải";
        let nought = "lỗi «0»: cột «B» của dòng này là 0, số phải";
        let above = "lỗi «1»: cột «B» của dòng này là 1, số phải";
        check(&RULE, &signed("khong_am"), &[&format!("{below} không âm")]);
        check(&RULE, &signed("duong"), &[&format!("{below} lớn hơn 0"), &format!("{nought} lớn hơn 0")]);
        check(&RULE, &signed("khong_duong"), &[&format!("{above} không dương")]);
        check(&RULE, &signed("am"), &[&format!("{nought} nhỏ hơn 0"), &format!("{above} nhỏ hơn 0")]);
    }

    #[test]
    fn what_is_computed_is_judged_too() {
        let columns = "{ten: Từ, ma: a, loai: gio}, {ten: Đến, ma: b, loai: gio}, {ten: Lâu, ma: c, loai: thoi_luong, tinh: b - a}, {ten: Gấp đôi, loai: gio, tinh: a + a}";
        let rows = "[x, 8h, 7h30], [y, 13h, 14h]";
        let length = "lỗi «[x, 8h, 7h30]»: cột «Lâu» của dòng này là -30 phút, thời lượng phải không âm";
        let time = "lỗi «[y, 13h, 14h]»: cột «Gấp đôi» của dòng này là 26 giờ 00, giờ phải nằm trong một ngày";
        check(&RULE, &table(columns, rows), &[length, time]);
    }
}
