//! A figure that is printed with fewer decimals than it has.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::table::cell::Cell;
use crate::plan::table::column::{Column, DECIMALS};
use crate::plan::table::row::Row;
use crate::source::Span;
use crate::table::Computed;
use crate::value::Quantity;

/// A figure is not printed as it is written.
pub const ROUNDED: Code = Code {
    id: "KH-0318",
    title: "số viết tay bị làm tròn khi in",
    about: "Cột in ít chữ số thập phân hơn số đã viết, nên số trên giấy khác số trong tệp, còn công thức vẫn tính bằng số \
            trong tệp. Viết số đúng như muốn in, hoặc tăng so_le của cột.",
};

/// A cell holds a number, or a stated figure, finer than its column prints.
pub static RULE: Rule = Rule {
    code: ROUNDED,
    level: Severity::Warning,
    reason: "số trên giấy phải là số đã viết",
    about: ROUNDED.about,
    wrong: "noi_dung: [{bang: {cot: [{ten: A}, {ten: Giá, loai: so, so_le: 1}], dong: [[x, \"0,15\"]]}}]",
    right: "noi_dung: [{bang: {cot: [{ten: A}, {ten: Giá, loai: so, so_le: 2}], dong: [[x, \"0,15\"]]}}]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (table, computed) in case.tables() {
        let leaves = table.leaves().0;
        for (index, row) in table.rows.iter().enumerate() {
            for (at, figure, span) in numbers(computed, index, row) {
                found.extend(judge(leaves[at], figure, span));
            }
        }
    }
}

/// The numbers of a row that are printed, their columns and places: a stated figure is printed in place of the cell's own.
fn numbers<'a>(
    computed: &'a Computed,
    index: usize,
    row: &'a Row,
) -> impl Iterator<Item = (usize, Quantity, &'a Span)> {
    let stated = row.stated.iter().map(|(at, number)| (*at, number.value, &number.span));
    let is_stated = |at: usize| row.stated.iter().any(|(known, _)| *known == at);
    let own = row.cells.iter().enumerate().filter_map(move |(at, cell)| match cell {
        Cell::Number(number) if !is_stated(at) => Some((at, number.value, &number.span)),
        Cell::Value(text) if !is_stated(at) => Some((at, computed.figure(index, at).written()?, &text.span)),
        Cell::Number(_) | Cell::Value(_) | Cell::Blank | Cell::Dash | Cell::Words(_) => None,
    });
    own.chain(stated)
}

fn judge(column: &Column, figure: Quantity, span: &Span) -> Option<Diagnostic> {
    let decimals = u32::try_from(column.decimals.as_ref()?.value.0).ok()?;
    let printed = figure.number.to_decimals(decimals);
    if printed.equals(figure.number) {
        return None;
    }
    let message = format!("«{}» được in là {}", figure.number.display(), printed.display());
    let help = format!("viết số đúng như muốn in, hoặc tăng «{}» của cột", DECIMALS.name());
    Some(Diagnostic::error(ROUNDED, span.clone(), message).as_warning().help(help))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn figures_are_printed_as_they_are_written() {
        let table = |row: &str| {
            format!("noi_dung: [{{bang: {{cot: [{{ten: A}}, {{ten: B, ma: b, loai: so, so_le: 1}}], dong: [{row}]}}}}]")
        };
        check(&RULE, &table("[x, \"0,15\"]"), &["cảnh báo «\"0,15\"»: «0,15» được in là 0,2"]);
        check(&RULE, &table("[x, \"0,10\"], [y, 3], [z, ~]"), &[]);
        let message = "cảnh báo «\"0,25\"»: «0,25» được in là 0,3";
        check(&RULE, &table("{o: [x, \"0,15\"], ghi: {b: \"0,25\"}}"), &[message]);
    }
}
