//! The grid of a table: whether its cells fill it.

use roxmltree::Node;

use super::walker::Walker;
use crate::document::tree::{Row, RowKind};

/// Reports rows whose cells do not fill the grid.
pub(super) fn check_grid(walker: &mut Walker, rows: &[(Node<'_, '_>, Row)], width: usize) {
    let mut open = vec![0_u16; width];
    let mut last = RowKind::Body;
    for (node, row) in rows {
        if last == RowKind::Header && row.kind != RowKind::Header && open.iter().any(|&rows| rows > 0) {
            // The header is repeated on each page, the body is not.
            walker.fault(*node, "ô của thead lấn xuống tbody", "giảm rowspan trong thead");
            return;
        }
        last = row.kind;
        let mut column = 0;
        let mut overlaps = false;
        for cell in &row.cells {
            while open.get(column).is_some_and(|&rows| rows > 0) {
                column += 1;
            }
            for _ in 0..cell.colspan {
                match open.get_mut(column) {
                    Some(rows) if *rows == 0 => *rows = cell.rowspan,
                    _ => overlaps = true,
                }
                column += 1;
            }
        }
        let full = open.iter().all(|&rows| rows > 0);
        if overlaps || !full {
            let message = format!("các ô của dòng này không lấp đầy đúng {width} cột");
            walker.fault(*node, message, "kiểm tra số ô, colspan và rowspan của các dòng trên");
            return;
        }
        for rows in &mut open {
            *rows -= 1;
        }
    }
    if open.iter().any(|&rows| rows > 0)
        && let Some((node, _)) = rows.last()
    {
        walker.fault(*node, "ô có rowspan vượt quá dòng cuối của bảng", "giảm rowspan");
    }
}
