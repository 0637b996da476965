//! In which unit of money a column counts.

use crate::plan::table::Table;
use crate::plan::table::column::Column;
use crate::value::{MONEY_UNITS, MoneyUnit, Text};

/// The unit of money of a column: what stands in brackets at its head, else the unit of the table. `None` where neither is
/// one of money.
pub(super) fn money_unit(table: &Table, column: &Column) -> Option<MoneyUnit> {
    let title = column.title.as_ref().map(Text::letters).unwrap_or_default();
    let bracket =
        title.rsplit_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(inside, _)| inside.to_owned());
    let words = bracket.or_else(|| table.unit.as_ref().map(Text::letters))?.to_lowercase();
    MONEY_UNITS.into_iter().find(|unit| words.contains(unit.name))
}
