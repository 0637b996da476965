//! A figure of a table that lies far from all others of its column.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::table::Table;
use crate::plan::table::cell::Cell;
use crate::plan::table::column::{Column, ColumnKind};
use crate::table::{Computed, Role};
use crate::value::{Decimal, Quantity, Spanned};

/// A figure lies far from all others of its column.
pub const FAR_FROM_OTHERS: Code = Code {
    id: "KH-0461",
    title: "số lệch hẳn các dòng khác",
    about: "Một số của cột lớn hoặc nhỏ hơn mọi dòng khác từ mười lần trở lên, trong khi các dòng khác gần nhau: có thể thừa, thiếu \
            chữ số hoặc nhầm đơn vị. Xem lại số; số đúng thì không cần sửa. Chỉ xét cột có từ tám số.",
};

/// A figure lies far from all others of its column.
pub static RULE: Rule = Rule {
    code: FAR_FROM_OTHERS,
    level: Severity::Info,
    reason: "số lệch hẳn các dòng khác thường do gõ nhầm",
    about: FAR_FROM_OTHERS.about,
    wrong: "noi_dung: [{bang: {cot: [{ten: Thôn}, {ten: Hộ, loai: so}], dong: [[A, 120], [B, 131], [C, 98], [D, 104], [E, 140], [F, 115], [G, 122], [H, 110.000]]}}]",
    right: "noi_dung: [{bang: {cot: [{ten: Thôn}, {ten: Hộ, loai: so}], dong: [[A, 120], [B, 131], [C, 98], [D, 104], [E, 140], [F, 115], [G, 122], [H, 110]]}}]",
    check,
};

/// Figures that a column must have for one of them to be far from the others.
const FEWEST: usize = 8;
/// How many times as far as the others from their middle, in orders of magnitude.
const FARTHEST: f64 = 6.0;
/// What makes a modified z-score comparable to a standard one.
const SCALE: f64 = 0.6745;
/// Figures nearer to each other than a tenth count as alike.
const LEAST_SPREAD: f64 = 0.04;
/// How many orders of magnitude lie between the figure and the nearest other one.
const GAP: f64 = 1.0;

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (table, computed) in case.tables().iter().filter(|(table, _)| table.rows.len() >= FEWEST) {
        let leaves = table.leaves().0;
        // Rows that count different things are not compared.
        if leaves.iter().any(|column| is_unit(column)) {
            continue;
        }
        for (at, column) in leaves.iter().enumerate() {
            if column.holds() == ColumnKind::Numbers && column.formula.is_none() {
                found.extend(far(table, computed, at));
            }
        }
    }
}

/// Whether a column tells for each row what is counted there.
fn is_unit(column: &Column) -> bool {
    let title = column.title.as_ref().map(|title| title.letters().to_lowercase()).unwrap_or_default();
    ["đơn vị tính", "đvt", "đơn vị đo"].contains(&title.as_str())
}

fn far(table: &Table, computed: &Computed, column: usize) -> Option<Diagnostic> {
    let rows =
        (0..table.rows.len()).filter(|row| computed.tree.role(*row) == Role::Ordinary && computed.tree.is_added(*row));
    let written: Vec<&Spanned<Quantity>> = rows.filter_map(|row| written(table, row, column)).collect();
    if written.len() < FEWEST {
        return None;
    }
    let sizes: Vec<f64> = written.iter().map(|figure| size(figure.value.number)).collect::<Option<_>>()?;
    let middle = median(sizes.clone());
    let spread = median(sizes.iter().map(|size| (size - middle).abs()).collect()).max(LEAST_SPREAD);
    let mut far = sizes.iter().enumerate().filter(|(_, size)| SCALE * (*size - middle).abs() / spread > FARTHEST);
    // Several far figures are another kind of row.
    let ((at, own), None) = (far.next()?, far.next()) else { return None };
    let nearest = sizes.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| (other - own).abs());
    if nearest.fold(f64::INFINITY, f64::min) < GAP {
        return None;
    }
    let others = written.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, figure)| figure.value.number);
    let low = others.clone().reduce(|one, other| if other.is_less_than(one) { other } else { one })?;
    let high = others.reduce(|one, other| if one.is_less_than(other) { other } else { one })?;
    let (number, low, high) = (written[at].value.number.display(), low.display(), high.display());
    let message = format!("dòng này ghi {number}, các dòng khác của cột từ {low} đến {high}");
    let finding = Diagnostic::error(FAR_FROM_OTHERS, written[at].span.clone(), message);
    let help = "xem lại có thừa, thiếu chữ số hay nhầm đơn vị không; số đúng thì để nguyên";
    Some(Diagnostic { severity: Severity::Info, ..finding }.help(help))
}

fn written(table: &Table, row: usize, column: usize) -> Option<&Spanned<Quantity>> {
    match table.rows[row].cells.get(column)? {
        Cell::Number(number) => Some(number),
        Cell::Blank | Cell::Dash | Cell::Value(_) | Cell::Words(_) => None,
    }
}

/// The order of magnitude of a number; none for one that has none.
fn size(number: Decimal) -> Option<f64> {
    let (top, bottom) = number.to_fraction();
    #[expect(clippy::cast_precision_loss, reason = "only the order of magnitude counts")]
    let size = (top as f64 / bottom as f64).log10();
    (top > 0).then_some(size)
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn column(figures: &[&str], expected: &[&str]) {
        let rows: String = figures.iter().map(|figure| format!("[x, \"{figure}\"], ")).collect();
        let table =
            format!("noi_dung: [{{bang: {{cot: [{{ten: A}}, {{ten: B, loai: so}}], dong: [{rows}{{tong: T}}]}}}}]");
        check(&RULE, &table, expected);
    }

    #[test]
    fn one_figure_of_another_magnitude_is_told() {
        let rest = ["120", "131", "98", "104", "140", "115", "122"];
        let with = |figure: &'static str| rest.into_iter().chain([figure]).collect::<Vec<_>>();
        column(&with("110"), &[]);
        column(&with("600"), &[]);
        column(&with("1.150"), &[]);
        let message = "lưu ý «\"115.000\"»: dòng này ghi 115.000, các dòng khác của cột từ 98 đến 140";
        column(&with("115.000"), &[message]);
        let message = "lưu ý «\"1,1\"»: dòng này ghi 1,1, các dòng khác của cột từ 98 đến 140";
        column(&with("1,1"), &[message]);
        column(&rest[1..], &[]);
    }

    #[test]
    fn columns_of_many_magnitudes_are_passed_over() {
        column(&["1", "12", "150", "3.000", "20", "7", "900", "80", "100.000"], &[]);
        column(&["120", "131", "98", "104", "140", "115", "122", "115.000", "98.000"], &[]);
    }
}
