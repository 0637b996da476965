//! In which unit of money a column counts.

use crate::plan::table::Table;
use crate::plan::table::column::Column;
use crate::value::{MONEY_UNITS, MoneyUnit, Text};

/// The unit of money of a column: what its head names, else the unit of the table. `None` where neither is one of money.
pub(super) fn money_unit(table: &Table, column: &Column) -> Option<MoneyUnit> {
    let title = column.title.as_ref().map(Text::letters).unwrap_or_default();
    if let Some(unit) = MoneyUnit::named_in(&title) {
        return Some(unit);
    }
    // Another unit in brackets, as in «Số hộ (hộ)», is that of the column.
    if title.contains('(') {
        return None;
    }
    let words = table.unit.as_ref().map(Text::letters)?.to_lowercase();
    MONEY_UNITS.into_iter().find(|unit| words.contains(unit.name))
}
