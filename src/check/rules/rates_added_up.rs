//! A column of rates whose total adds them up.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::table::Table;
use crate::plan::table::column::{AVERAGE, Column, ColumnKind, FORMULA, SUM};
use crate::table::{Computed, Entered};
use crate::value::Decimal;

/// A total adds rates up.
pub const RATES_ADDED: Code = Code {
    id: "KH-0462",
    title: "tỷ lệ bị cộng ở dòng tổng",
    about: "Cột là tỷ lệ phần trăm mà dòng nhóm, dòng tổng cộng các tỷ lệ lại, được hơn 100%. Tỷ lệ của dòng tổng phải tính lại từ \
            các số: dùng tinh, hoặc trung_binh theo một cột; không in thì viết cong: khong.",
};

/// The total of a column of rates adds them up to more than all.
pub static RULE: Rule = Rule {
    code: RATES_ADDED,
    level: Severity::Warning,
    reason: "tỷ lệ chung không phải tổng các tỷ lệ",
    about: RATES_ADDED.about,
    wrong: "noi_dung: [{bang: {cot: [{ten: Thôn}, {ten: Tỷ lệ (%), loai: so}], dong: [[A, 60], [B, 70], {tong: Cộng}]}}]",
    right: "noi_dung: [{bang: {cot: [{ten: Thôn}, {ten: Tỷ lệ (%), loai: so, cong: khong}], dong: [[A, 60], [B, 70], {tong: Cộng}]}}]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (table, computed) in case.tables() {
        for (at, column) in table.leaves().0.into_iter().enumerate().filter(|(_, column)| is_rate(column)) {
            found.extend(added(table, computed, column, at));
        }
    }
}

/// Whether a column holds rates that its totals add up.
fn is_rate(column: &Column) -> bool {
    let title = column.title.as_ref().map(|title| title.letters().to_lowercase()).unwrap_or_default();
    let is_named = ["tỷ lệ", "tỉ lệ"].iter().any(|word| title.starts_with(word)) && title.contains('%');
    let adds = column.holds() == ColumnKind::Numbers && column.is_summed();
    is_named && adds && column.formula.is_none() && column.average.is_none()
}

fn added(table: &Table, computed: &Computed, column: &Column, at: usize) -> Option<Diagnostic> {
    let is_sum = |row: &usize| computed.tree.role(*row).sums() && computed.addends(*row, at).count() > 1;
    let (row, sum) = (0..table.rows.len()).filter(is_sum).find_map(|row| {
        let figure = computed.figure(row, at);
        let is_printed = matches!((figure.stated, figure.entered), (None, Entered::Blank));
        let sum = figure.computed.filter(|_| is_printed)?.number;
        Decimal::whole(100).to_decimals(sum.decimals()).plus(Decimal::whole(1))?.is_less_than(sum).then_some((row, sum))
    })?;
    let message = format!("dòng này cộng các tỷ lệ được {}%", sum.display());
    let finding = Diagnostic::error(RATES_ADDED, table.rows[row].place.first_line(), message).as_warning();
    let help = format!(
        "tính lại tỷ lệ bằng «{}», lấy trung bình bằng «{}», hoặc viết {}: khong",
        FORMULA.name(),
        AVERAGE.name(),
        SUM.name()
    );
    let title = column.title.as_ref().map(|title| title.span.clone());
    let finding = finding.help(help);
    Some(match title {
        Some(title) => finding.label(title, "cột tỷ lệ"),
        None => finding,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn shares_of_one_whole_may_be_added() {
        let table = |title: &str, rows: &str| {
            format!("noi_dung: [{{bang: {{cot: [{{ten: A}}, {{ten: {title}, ma: b, loai: so}}], dong: [{rows}]}}}}]")
        };
        check(&RULE, &table("Tỷ lệ (%)", "[a, 40], [b, 60], {tong: T}"), &[]);
        check(&RULE, &table("Số hộ", "[a, 80], [b, 60], {tong: T}"), &[]);
        check(&RULE, &table("Tỷ lệ (%)", "[a, 80], [b, 60]"), &[]);
        check(&RULE, &table("Tỷ lệ (%)", "[a, 80], [b, 60], {tong: T, ghi: {b: 70}}"), &[]);
        let message = "cảnh báo «{tong: T»: dòng này cộng các tỷ lệ được 140%";
        check(&RULE, &table("Tỷ lệ (%)", "[a, 80], [b, 60], {tong: T}"), &[message]);
    }
}
