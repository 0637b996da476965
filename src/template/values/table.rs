//! Figures and words of tables: `{{ bang.cong_trinh.tong.von }}`.

use super::super::missing::Missing;
use super::super::view::is_gone;
use super::super::words::Viewer;
use super::super::xml::Xml;
use crate::plan::Status;
use crate::plan::table::column::ColumnKind;
use crate::table::{Found, Lost, show};
use crate::value::{Decimal, Text};
use crate::vietnamese;

/// A figure as its table prints it, the words of a cell, the number of a row, or a count of rows.
pub(super) fn of_table(viewer: &Viewer<'_>, rest: &[String]) -> Result<Xml, Missing> {
    let names: Vec<&str> = rest.iter().map(String::as_str).collect();
    let found = viewer.tables.find(&names).map_err(|lost| match lost {
        Lost::Unknown(..) => Missing::Lost(lost.behind(1)),
        Lost::Group(names) => Missing::Group(names),
        Lost::Unclear => Missing::Blank,
    })?;
    let spot = match found {
        Found::Count(count) => return Ok(Decimal::whole(count as i128).display_count().into()),
        Found::CountInWords(count) => return Ok(vietnamese::number_in_words(count as u128).into()),
        Found::Figure(spot) | Found::Words(_, spot) => spot,
    };
    let (table, column, figure) = viewer.tables.figure(spot);
    if viewer.status != Status::Draft && is_gone(table, spot.column) {
        return Err(Missing::Dropped(column.title.as_ref().map(Text::letters).unwrap_or_default()));
    }
    if column.holds() == ColumnKind::Ordinal {
        let number = viewer.number(viewer.tables.of(table).number(spot.row, spot.column));
        return if number.is_empty() { Err(Missing::Blank) } else { Ok(number) };
    }
    match found {
        Found::Words(texts, _) => Ok(Xml::join(&viewer.all_words(texts), "; ")),
        Found::Figure(_) | Found::Count(_) | Found::CountInWords(_) => {
            figure.map(|figure| show(column, figure).into()).ok_or(Missing::Blank)
        }
    }
}
