//! The rows of a table: a tree in the file, one list in the table, each row before those inside it.

use super::column::Leaves;
use super::row::{self, Row, Rows};
use super::standing::{CellSpan, Standing};
use crate::diagnostic::{Code, Diagnostic};
use crate::schema::limit::Limit;
use crate::schema::{Key, Reader};
use crate::value::Spanned;
use crate::yaml::Value;

/// Reads the rows of a table with some columns.
pub(super) fn read(rows: &Rows, key: &Key, leaves: &Leaves<'_>, reader: &mut Reader) -> Vec<Row> {
    let mut reading = Reading { leaves, reader, rows: Vec::new() };
    reading.list(rows, key, Standing::Beside, 1);
    reading.rows
}

struct Reading<'a> {
    leaves: &'a Leaves<'a>,
    reader: &'a mut Reader,
    rows: Vec<Row>,
}

impl Reading<'_> {
    fn list(&mut self, rows: &Rows, key: &Key, standing: Standing, depth: usize) {
        for node in &rows.0 {
            if node.value == Value::Blank {
                let message = "một dòng của bảng còn trống";
                self.reader.report(
                    Diagnostic::error(Code::BadValue, node.span.clone(), message).help("viết các ô, hoặc xóa dòng"),
                );
                continue;
            }
            let Some((mut row, inside)) = Row::read(node, key, self.leaves, self.reader) else { continue };
            row.standing = standing;
            self.check_sum(&row);
            let (at, place) = (self.rows.len(), row.place.clone());
            self.rows.push(row);
            for (standing, rows) in inside.lists {
                let (standing, key) = match standing(at) {
                    standing @ Standing::PartOf(_) => (standing, &row::PARTS.key),
                    standing @ (Standing::Beside | Standing::In(_)) => (standing, &row::INNER.key),
                };
                if depth < Limit::RowsDepth.most() {
                    self.list(&rows, key, standing, depth + 1);
                } else {
                    self.reader.report(Limit::RowsDepth.exceeded(depth + 1, place.of(key.key)));
                }
            }
            let value = self.rows.len() - at;
            let over_all = |(column, span)| CellSpan { column, rows: Spanned { value, span } };
            self.rows[at].spans.extend(inside.over_all.into_iter().map(over_all));
        }
    }

    /// Reports a row that adds up rows among which it does not stand.
    fn check_sum(&mut self, row: &Row) {
        let (total, subtotal) = (row::TOTAL.name(), row::SUBTOTAL.name());
        let (key, message, help) = match row.standing {
            Standing::In(_) if row.place.has(total) => {
                let message = format!("«{total}» cộng cả bảng nên không đứng trong một dòng khác");
                (total, message, format!("dòng cộng của riêng nhóm này thì dùng «{subtotal}»"))
            }
            Standing::PartOf(_) if row.place.has(total) || row.place.has(subtotal) => {
                let key = if row.place.has(total) { total } else { subtotal };
                let message = format!("«{key}» không đứng trong «{}»: các phần ấy không được cộng", row::PARTS.name());
                (key, message, "viết thành dòng thường, hoặc đưa ra ngoài".to_owned())
            }
            Standing::Beside | Standing::In(_) | Standing::PartOf(_) => return,
        };
        self.reader.report(Diagnostic::error(Code::Incompatible, row.place.of(key), message).help(help));
    }
}
