//! Properties of a cell.

use super::xml::Xml;

/// Takes a cell out of the grid: sides without a border, and margins of its own.
pub(super) fn open(xml: &mut Xml<'_>, without_border: &[&str], margins: &[(&str, i64)]) {
    xml.element("w:tcBorders", |xml| {
        for side in without_border {
            xml.empty(format_args!(r#"w:{side} w:val="nil""#));
        }
    });
    xml.element("w:tcMar", |xml| {
        for (side, width) in margins {
            xml.empty(format_args!(r#"w:{side} w:w="{width}" w:type="dxa""#));
        }
    });
}

/// How wide a cell is, in twips.
pub(super) fn width(xml: &mut Xml<'_>, twips: i64) {
    xml.empty(format_args!(r#"w:tcW w:w="{twips}" w:type="dxa""#));
}
