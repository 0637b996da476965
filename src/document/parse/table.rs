//! Tables: captions, columns, rows, cells.

use roxmltree::Node;

use super::grid::check_grid;
use super::inline::{content, words};
use super::walker::{Walker, name};
use crate::decree::Component;
use crate::document::tree::{Block, Cell, CellAlign, ColumnWidth, Paragraph, Row, RowKind, Table, Text};

/// The least weight of a column, in thousandths.
const LEAST_WEIGHT: u32 = 100;
/// The heaviest column, in thousandths.
const MOST_WEIGHT: u32 = 1_000_000;
/// What stands behind a width that is no weight.
const MILLIMETERS: &str = "mm";

/// A table with what stands above and below it.
pub(super) fn table(walker: &mut Walker, node: Node<'_, '_>, out: &mut Vec<Block>) {
    walker.attributes(node, &["ngat-dong", "goc"]);
    let splits = node.attribute("ngat-dong") == Some("co");
    let mut columns = Vec::new();
    let mut rows = Vec::new();
    let mut notes = Vec::new();
    for child in walker.children(node, &["ten-bang", "don-vi", "cot", "thead", "tbody", "ghi-chu"]) {
        let mut paragraph = |component| Block::Paragraph(Paragraph::new(component, words(walker, child)));
        match name(child) {
            "ten-bang" => out.push(paragraph(Component::TableCaption)),
            "don-vi" => out.push(paragraph(Component::TableUnit)),
            "ghi-chu" => notes.push(paragraph(Component::TableNote)),
            "cot" => columns.push(width(walker, child)),
            part => {
                walker.attributes(child, &[]);
                for node in walker.children(child, &["tr"]) {
                    rows.push((node, row(walker, node, part == "thead")));
                }
            }
        }
    }
    let Some((_, first)) = rows.first() else {
        walker.fault(node, "bảng không có dòng nào", "thêm <tr> trong <tbody>");
        return;
    };
    if columns.is_empty() {
        let width = first.cells.iter().map(|cell| usize::from(cell.colspan)).sum();
        columns = vec![ColumnWidth::Content; width];
    }
    check_grid(walker, &rows, columns.len());
    let origin = node.attribute("goc").and_then(|origin| origin.parse().ok());
    out.push(Block::Table(Table { columns, rows: rows.into_iter().map(|(_, row)| row).collect(), splits, origin }));
    out.extend(notes);
}

fn width(walker: &mut Walker, node: Node<'_, '_>) -> ColumnWidth {
    walker.attributes(node, &["rong"]);
    let Some(text) = node.attribute("rong") else { return ColumnWidth::Content };
    let read = |text| thousandths(text).filter(|width| (LEAST_WEIGHT..=MOST_WEIGHT).contains(width));
    let width = match text.strip_suffix(MILLIMETERS) {
        Some(number) => read(number.trim_end()).map(ColumnWidth::Micrometers),
        None => read(text).map(ColumnWidth::Share),
    };
    if width.is_none() {
        let help =
            "viết một số từ 0.1 đến 1000, phần lẻ sau dấu chấm, nhiều nhất ba chữ số: 3.5; hoặc số milimét: 25 mm";
        walker.fault(node, format!("thuộc tính «rong» là «{text}»"), help);
    }
    width.unwrap_or(ColumnWidth::Content)
}

/// Reads `3.5` as 3,500.
fn thousandths(text: &str) -> Option<u32> {
    let (whole, fraction) = match text.split_once('.') {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (text, ""),
    };
    let are_digits = |part: &str, most| part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !are_digits(whole, 4) || !are_digits(fraction, 3) {
        return None;
    }
    format!("{whole}{fraction:0<3}").parse().ok()
}

fn row(walker: &mut Walker, node: Node<'_, '_>, header: bool) -> Row {
    walker.attributes(node, &["loai", "lien-dong-sau"]);
    let leads_on = node.attribute("lien-dong-sau") == Some("co");
    let kind = match node.attribute("loai") {
        _ if header => RowKind::Header,
        Some("tong") => RowKind::Total,
        _ => RowKind::Body,
    };
    let cells = walker.children(node, &["td"]).into_iter().map(|node| cell(walker, node, header)).collect();
    Row { kind, leads_on, cells }
}

fn cell(walker: &mut Walker, node: Node<'_, '_>, header: bool) -> Cell {
    walker.attributes(node, &["colspan", "rowspan", "align"]);
    let align = match node.attribute("align") {
        Some("left") => CellAlign::Left,
        Some("center") => CellAlign::Center,
        Some("right") => CellAlign::Right,
        None if header => CellAlign::Center,
        None => CellAlign::Left,
        Some(other) => {
            walker.fault(node, format!("căn chữ «{other}»"), "viết left, center hoặc right");
            CellAlign::Left
        }
    };
    Cell {
        colspan: walker.whole(node, "colspan", 64).unwrap_or(1),
        rowspan: walker.whole(node, "rowspan", 10_000).unwrap_or(1),
        align,
        paragraphs: cell_paragraphs(walker, node),
    }
}

fn cell_paragraphs(walker: &mut Walker, cell: Node<'_, '_>) -> Vec<Text> {
    if cell.children().any(|child| child.is_element() && name(child) == "p") {
        return walker.children(cell, &["p"]).into_iter().map(|paragraph| words(walker, paragraph)).collect();
    }
    vec![content(walker, cell)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_decimals_with_a_point() {
        for (text, expected) in
            [("3", Some(3_000)), ("3.5", Some(3_500)), ("0.125", Some(125)), ("1000", Some(1_000_000))]
        {
            assert_eq!(thousandths(text), expected, "{text}");
        }
        for text in ["", ".", "3.", ".5", "3,5", "-3", "+3", "1e3", "3.0001", "3 ", "10000.0.0", "99999999999"] {
            assert_eq!(thousandths(text), None, "{text}");
        }
    }
}
