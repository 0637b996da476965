//! Cells: words, or what a column that counts asks for: numbers, times, dates, and values of the plan that are numbers.

use super::column::{ColumnKind, Leaves};
use crate::diagnostic::{Code, Diagnostic};
use crate::schema::{Key, Many, Need, Read, Reader};
use crate::value::{ClockTime, Day, Decimal, Duration, FullDate, Quantity, Room, Spanned, Text, What};
use crate::vietnamese::shortened;
use crate::yaml::{Node, Value};

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Blank,
    /// A dash in a column of numbers: there is no number.
    Dash,
    /// A number; minutes in a column of times, a count of days in one of dates.
    Number(Spanned<Quantity>),
    /// A value of the plan that is a number, in a column of numbers.
    Value(Text),
    /// Words, one paragraph each.
    Words(Vec<Text>),
}

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

/// Reads a figure of a cell, which is no code: noughts before a number would be lost.
fn figure(text: &str, kind: ColumnKind) -> Result<Quantity, String> {
    let text = text.trim();
    let is_code = kind == ColumnKind::Numbers
        && text.len() > 2
        && text.starts_with('0')
        && text.bytes().all(|digit| digit.is_ascii_digit());
    if is_code {
        let number = text.trim_start_matches('0');
        let number = if number.is_empty() { "0" } else { number };
        return Err(format!("số thì viết {number}; mã thì để ở cột chữ, bỏ loai: {}", ColumnKind::Numbers.word()));
    }
    quantity(text, kind)
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

/// A cell in a column of numbers, for messages.
pub(super) static NUMBER: Key = Key {
    key: "o",
    title: "Ô số",
    need: Need::Optional,
    about: "Một số.",
    example: "1.234",
    kind: Decimal::kind,
    room: Room::Line,
};

/// A cell in a column of words, for messages.
static WORDS: Key = Key {
    key: "o",
    title: "Ô chữ",
    need: Need::Optional,
    about: "Một câu, hoặc nhiều câu.",
    example: "Thôn Một",
    kind: <Many<Text>>::kind,
    room: Room::Paragraph,
};

/// Letters that stand for «no number» where a number could be.
fn is_dash(text: &str) -> bool {
    matches!(text.trim(), "-" | "–" | "—" | "−")
}

/// What is written in a column; `None` if it is not taken.
pub(super) fn read(node: &Node, leaves: &Leaves<'_>, index: usize, reader: &mut Reader) -> Option<Cell> {
    let kind = leaves.0[index].holds();
    match &node.value {
        Value::Blank => Some(Cell::Blank),
        Value::Text(text) if kind.is_figure() && is_dash(text) => Some(Cell::Dash),
        Value::Text(text) if text.trim().is_empty() => Some(Cell::Blank),
        Value::Text(text) if kind.is_figure() && text.contains("{{") => value(node, &NUMBER, reader).map(Cell::Value),
        Value::Text(text) if kind.is_figure() => match figure(text, kind) {
            Ok(value) => Some(Cell::Number(Spanned { value, span: node.span.clone() })),
            Err(advice) => {
                let title = leaves.0[index].title.as_ref().map(Text::letters).unwrap_or_default();
                let message = format!("cột «{title}» không nhận giá trị «{}»", shortened(text));
                let help = format!("{advice}; ô không có số thì viết ~ hoặc \"-\"");
                reader.report(Diagnostic::error(Code::BadValue, node.span.first_line(), message).help(help));
                None
            }
        },
        Value::List(_) | Value::Map(_) if kind.is_figure() => {
            reader.wrong_type(node, &(NUMBER.kind)(), &NUMBER);
            None
        }
        Value::Text(_) | Value::List(_) | Value::Map(_) => {
            Many::read(node, &WORDS, reader).map(|words: Many<Text>| Cell::Words(words.0))
        }
    }
}
