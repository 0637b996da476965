//! How the cells of columns that count are read: numbers, times, dates, and values of the plan that are numbers.

use super::column::ColumnKind;
use crate::diagnostic::{Code, Diagnostic};
use crate::schema::{Key, Reader};
use crate::value::{ClockTime, Day, Decimal, Duration, FullDate, Quantity, Text, What};
use crate::yaml::Node;

/// Reads a figure as the kind of its column asks for.
///
/// # Errors
/// A sentence of advice.
pub(super) fn quantity(text: &str, kind: ColumnKind) -> Result<Quantity, String> {
    let whole = |number: i128| Quantity::from(Decimal::whole(number));
    match kind {
        ColumnKind::Numbers | ColumnKind::Words | ColumnKind::Ordinal => Quantity::parse(text),
        ColumnKind::Time => ClockTime::parse(text).map(|time| whole(time.0)),
        ColumnKind::Duration | ColumnKind::Minutes => Duration::parse(text).map(|length| whole(length.0)),
        ColumnKind::Day => {
            let number = FullDate::parse(text)?.0.to_day().map(Day::number);
            number.map(whole).ok_or_else(|| "viết đủ ngày/tháng/năm, ví dụ 26/02/2026".to_owned())
        }
    }
}

/// Reads a cell that names a value: the name and nothing beside it.
pub(super) fn value(node: &Node, key: &Key, reader: &mut Reader) -> Option<Text> {
    let before = reader.diagnostics.len();
    let text = reader.text(node, key);
    if let Some(text) = &text
        && let [part] = text.parts.as_slice()
        && let What::Value(named) = &part.what
        && named.filters.is_empty()
    {
        return Some(text.clone());
    }
    // Braces that cannot be read have been reported.
    if reader.diagnostics.len() == before {
        let message = "ô số gọi một giá trị thì không có chữ, số hay bộ lọc nào khác";
        reader.report(
            Diagnostic::error(Code::BadValue, node.span.first_line(), message)
                .help("chỉ viết tên giá trị: \"{{ bang.ma_bang.tong.ma_cot }}\"; lời thêm viết ở một cột chữ"),
        );
    }
    None
}
