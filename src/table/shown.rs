//! How figures are printed, in the table and wherever a sentence names them.

use crate::plan::table::column::{Column, ColumnKind};
use crate::value::{ClockTime, Day, Decimal, Duration, Quantity};

/// A figure as its column prints it.
pub fn show(column: &Column, figure: Quantity) -> String {
    let minutes = |show: fn(i128) -> String| figure.number.to_whole().map(show);
    let special = match column.holds() {
        ColumnKind::Time => minutes(|minutes| ClockTime(minutes).display()),
        ColumnKind::Duration => minutes(|minutes| Duration(minutes).display()),
        ColumnKind::Minutes => Some(format!("{} phút", figure.number.display())),
        ColumnKind::Day => figure.number.to_whole().and_then(Day::of_number).map(Day::display),
        ColumnKind::Numbers | ColumnKind::Words | ColumnKind::Ordinal => None,
    };
    figure.around(special.unwrap_or_else(|| rounded(column, figure.number).display()))
}

/// A number with the decimals that its column prints.
pub(super) fn rounded(column: &Column, number: Decimal) -> Decimal {
    decimals(column).map_or(number, |decimals| number.to_decimals(decimals))
}

/// The decimals that a column prints, if it says so.
pub(super) fn decimals(column: &Column) -> Option<u32> {
    column.decimals.as_ref().and_then(|decimals| u32::try_from(decimals.value.0).ok())
}
