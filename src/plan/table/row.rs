//! Rows of a table: cells that hold numbers or words, as their columns ask for.

use super::cell::{self, Cell};
use super::column::{ColumnKind, Leaves};
use super::own_id::OwnId;
use super::standing::{CellSpan, Standing};
use super::written::{Ordinal, RowCount, Written, WrittenSpans};
use crate::diagnostic::{Code, Diagnostic};
use crate::record;
use crate::schema::limit::Limit;
use crate::schema::{Key, Kind, Many, Mean, Meaning, Read, Reader, Record, Visitor, Walk};
use crate::source::Span;
use crate::value::{Decimal, Place, Quantity, Spanned, Text};
use crate::yaml::{Entry, Node, Value};

record! {
    /// A row by its keys.
    pub mixed RowKeys, ROW = "row", "dòng";
    /// Its id, for sentences and other tables.
    optional ID id: Option<OwnId> = "ma", "Mã dòng", "Mã để câu và bảng khác gọi số của dòng.", "da1";
    /// Its cells.
    optional CELLS cells: Option<Written> = "o", "Các ô", "Các ô theo thứ tự cột, hoặc theo mã cột; ô không có số viết ~ hoặc \"-\".", "[Thôn Một, 120]";
    /// Name of a group row.
    optional_line GROUP group: Option<Text> = "nhom", "Dòng nhóm", "Tên nhóm; số của nhóm là tổng các dòng trong nhóm.", "Khu vực I";
    /// Name of a subtotal.
    optional_line SUBTOTAL subtotal: Option<Text> = "cong", "Dòng cộng", "Tên dòng cộng các dòng của nhóm ở trên.", "Cộng";
    /// Name of a total.
    optional_line TOTAL total: Option<Text> = "tong", "Dòng tổng", "Tên dòng tổng của cả bảng.", "Tổng cộng";
    /// Its own rows.
    optional INNER inner: Option<Rows> = "dong", "Các dòng bên trong", "Các dòng của nhóm hay của dòng này; số của nó là tổng của chúng, nên số viết tay được đối chiếu.", "[[Thôn Một, 12], [Thôn Hai, 9]]";
    /// Parts of it that are shown and not added again.
    optional PARTS parts: Option<Rows> = "trong_do", "Các dòng trong đó", "Các phần của dòng này chỉ nêu cho biết: không cộng thêm lần nữa, không mang số thứ tự.", "[[Trong đó vốn đầu tư, 20]]";
    /// Words across the table.
    optional ACROSS across: Option<Text> = "loi", "Lời ngang bảng", "Một câu in ngang cả bảng.", "Các thôn đặc biệt khó khăn";
    /// Its number by hand.
    optional_line ORDINAL ordinal: Option<Ordinal> = "stt", "Số thứ tự viết tay", "Thay cho số thứ tự tự đánh; \"\" là dòng không mang số.", "I";
    /// Over how many rows its cells go.
    optional SPANS spans: Option<WrittenSpans> = "gop", "Gộp ô với các dòng dưới", "Mã cột và số dòng mà ô của cột ấy chiếm, kể từ dòng này: 1 là không gộp với dòng nào, ca_nhom là cả các dòng bên trong.", "{han: 3}";
    /// Figures that the plan's source states.
    optional STATED stated: Option<Written> = "ghi", "Số ghi trong văn bản gốc", "Số mà văn bản gốc ghi ở cột được tính; được in, kèm cảnh báo nếu khác.", "{giam: 7.449}";
}

/// What a row is.
#[derive(Debug, Clone, PartialEq)]
pub enum RowKind {
    /// An ordinary row.
    Ordinary,
    /// Group row with its name.
    Group(Text),
    /// Subtotal with its name.
    Subtotal(Text),
    /// Total with its name.
    Total(Text),
    /// Words across the table.
    Across(Text),
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its id, for sentences and other tables.
    pub id: Option<OwnId>,
    /// What it is.
    pub kind: RowKind,
    /// Its number by hand; `None` lets it be counted.
    pub ordinal: Option<Ordinal>,
    /// A cell for each column.
    pub cells: Vec<Cell>,
    /// Figures that the plan's source states, by column.
    pub stated: Vec<(usize, Spanned<Quantity>)>,
    /// Cells that go over several rows.
    pub spans: Vec<CellSpan>,
    /// How it stands to the row around it.
    pub standing: Standing,
    /// Whether its own rows were written inside it: then no row after it belongs to it.
    pub holds_rows: bool,
    /// Where it stands.
    pub place: Place,
}

/// Rows as they are written, before their columns are known.
#[derive(Debug, Clone)]
pub struct Rows(pub(super) Vec<Node>);

impl PartialEq for Rows {
    fn eq(&self, other: &Self) -> bool {
        self.0.iter().map(|node| &node.value).eq(other.0.iter().map(|node| &node.value))
    }
}

impl Read for Rows {
    fn kind() -> Kind {
        let cell = || Kind::Blank(Box::new(<Many<Text>>::kind()));
        cell().list().or(Kind::Group(&ROW)).list()
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let Value::List(rows) = &node.value else {
            reader.wrong_type(node, &Self::kind(), key);
            return None;
        };
        // More rows than a file may have are not even copied.
        Some(Self(rows.iter().take(Limit::Rows.most() + 1).cloned().collect()))
    }
}

impl Walk for Rows {
    fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
}

/// How rows stand to the row around them, by its index.
type Stands = fn(usize) -> Standing;

/// What was written inside a row and is read after it.
#[derive(Default)]
pub(super) struct Inside {
    /// Its rows and its parts, each list with how its rows stand to it, in the order of the file.
    pub(super) lists: Vec<(Stands, Rows)>,
    /// Columns whose cell goes over all its rows, and where that is said.
    pub(super) over_all: Vec<(usize, Span)>,
}

impl Walk for Row {
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        if let Some(name) = self.name() {
            name.walk(visitor);
        }
        self.ordinal.walk(visitor);
        for cell in &self.cells {
            match cell {
                Cell::Words(texts) => texts.walk(visitor),
                Cell::Value(text) => text.walk(visitor),
                Cell::Blank | Cell::Dash | Cell::Number(_) => {}
            }
        }
    }
}

impl Row {
    /// The words that name it, or stand across the table.
    pub fn name(&self) -> Option<&Text> {
        match &self.kind {
            RowKind::Group(text) | RowKind::Subtotal(text) | RowKind::Total(text) | RowKind::Across(text) => Some(text),
            RowKind::Ordinary => None,
        }
    }

    /// The number in a column, as the clerk wrote it.
    pub fn number(&self, column: usize) -> Option<Decimal> {
        match self.cells.get(column) {
            Some(Cell::Number(number)) => Some(number.number),
            _ => None,
        }
    }

    /// Reads a row of a table with some columns; the rows inside it are left to be read after it.
    pub(super) fn read(node: &Node, key: &Key, leaves: &Leaves<'_>, reader: &mut Reader) -> Option<(Self, Inside)> {
        let first = node.span.first_line();
        if !reader.spend(Limit::Rows, 1, &first) || !reader.spend(Limit::Cells, leaves.0.len(), &first) {
            return None;
        }
        let place = Place::without_keys(node.span.clone());
        let cells = vec![Cell::Blank; leaves.0.len()];
        let mut row = Self {
            id: None,
            kind: RowKind::Ordinary,
            ordinal: None,
            cells,
            stated: Vec::new(),
            spans: Vec::new(),
            standing: Standing::Beside,
            holds_rows: false,
            place,
        };
        if let Value::List(cells) = &node.value {
            row.list(node, cells, leaves, reader);
            return Some((row, Inside::default()));
        }
        let fields = reader.group(node, &ROW, key)?;
        let keys = RowKeys::from_fields(&fields, reader);
        row.place = keys.place.clone();
        row.check_keys(&keys, leaves, reader);
        (row.id, row.ordinal) = (keys.id, keys.ordinal);
        row.holds_rows = row.place.has(INNER.name());
        match keys.cells {
            Some(Written(Node { value: Value::List(cells), span })) => {
                row.list(&Node { value: Value::Blank, span }, &cells, leaves, reader);
            }
            Some(Written(Node { value: Value::Map(entries), .. })) => row.named(&entries, leaves, reader),
            _ => {}
        }
        if let Some(Written(node)) = keys.stated {
            row.state(&node, leaves, reader);
        }
        let mut inside = Inside::default();
        if let Some(WrittenSpans(Node { value: Value::Map(entries), .. })) = keys.spans {
            row.span(&entries, &mut inside, leaves, reader);
        }
        let names = [keys.group.map(RowKind::Group), keys.subtotal.map(RowKind::Subtotal)];
        let names = names.into_iter().chain([keys.total.map(RowKind::Total), keys.across.map(RowKind::Across)]);
        row.kind = names.flatten().next().unwrap_or(RowKind::Ordinary);
        inside.lists.extend(keys.inner.map(|rows| (Standing::In as Stands, rows)));
        inside.lists.extend(keys.parts.map(|rows| (Standing::PartOf as Stands, rows)));
        let at = |key: &str| row.place.keys.iter().position(|(known, _)| *known == key);
        if at(PARTS.name()) < at(INNER.name()) {
            inside.lists.reverse();
        }
        Some((row, inside))
    }

    /// Reports keys that do not go together.
    fn check_keys(&self, keys: &RowKeys, leaves: &Leaves<'_>, reader: &mut Reader) {
        let place = &keys.place;
        let mut clash = |first: &str, second: &str, help: &str| {
            let message = format!("một dòng không thể vừa có «{first}» vừa có «{second}»");
            reader.report(Diagnostic::error(Code::Incompatible, place.of(second), message).help(help));
        };
        let kinds = [GROUP.name(), SUBTOTAL.name(), TOTAL.name(), ACROSS.name()];
        let given: Vec<_> = kinds.into_iter().filter(|kind| place.has(kind)).collect();
        if let [first, second, ..] = given.as_slice() {
            clash(first, second, "tách thành hai dòng, hoặc giữ một khóa");
        }
        if place.has(ACROSS.name()) {
            let own = [CELLS.name(), ORDINAL.name(), STATED.name(), SPANS.name()];
            for other in own.into_iter().filter(|key| place.has(key)) {
                clash(ACROSS.name(), other, "dòng ngang bảng chỉ có một câu; muốn có ô và số thứ tự thì bỏ loi");
            }
            for other in [INNER.name(), PARTS.name()].into_iter().filter(|key| place.has(key)) {
                clash(ACROSS.name(), other, "dòng ngang bảng không chứa dòng nào; tên của một nhóm viết ở nhom");
            }
        }
        for sum in [SUBTOTAL.name(), TOTAL.name()].into_iter().filter(|key| place.has(key) && place.has(INNER.name())) {
            clash(sum, INNER.name(), "dòng tổng tự cộng các dòng của bảng: viết các dòng ấy ngang hàng với nó");
        }
        if (place.has(INNER.name()) || place.has(PARTS.name())) && given.is_empty() && !place.has(CELLS.name()) {
            let key = if place.has(INNER.name()) { INNER.name() } else { PARTS.name() };
            let message = format!("dòng này có «{key}» mà không có tên hay ô nào");
            reader.report(Diagnostic::error(Code::MissingKey, place.of(key), message).help(format!(
                "thêm {}: {}; hoặc viết các ô trong «{}»",
                GROUP.name(),
                GROUP.key.example,
                CELLS.name()
            )));
        }
        if !place.has(ACROSS.name())
            && place.has(ORDINAL.name())
            && !leaves.0.iter().any(|column| column.holds() == ColumnKind::Ordinal)
        {
            let message = format!("bảng không có cột số thứ tự nên «{}» không in được", ORDINAL.name());
            reader.report(
                Diagnostic::error(Code::Incompatible, place.of(ORDINAL.name()), message)
                    .help("thêm một cột {ten: STT, loai: stt}, hoặc xóa khóa"),
            );
        }
    }

    /// Cells in the order of the columns that a clerk fills: neither ordinal nor computed.
    fn list(&mut self, node: &Node, cells: &[Node], leaves: &Leaves<'_>, reader: &mut Reader) {
        let open: Vec<usize> = (0..leaves.0.len()).filter(|&index| leaves.0[index].is_filled()).collect();
        if cells.len() != open.len() && leaves.0.iter().all(|column| column.is_clear()) {
            self.place.refused.push(CELLS.name());
            let is_torn = cells.len() > open.len() && cells.windows(2).any(|pair| tears(&pair[0], &pair[1]));
            // A number torn by its comma has been reported where it is torn.
            if !is_torn {
                let message = format!("dòng có {} ô, bảng cần {} ô", cells.len(), open.len());
                let help = if cells.len() > open.len() {
                    "bớt ô; ô có dấu phẩy thì đặt cả ô trong dấu nháy kép: \"một, hai\""
                } else {
                    "viết đủ ô theo thứ tự cột, trừ cột số thứ tự và cột có công thức; ô trống viết ~"
                };
                reader.report(Diagnostic::error(Code::BadValue, node.span.first_line(), message).help(help));
            }
            // Which cell belongs to which column is no longer known.
            if cells.len() > open.len() {
                return;
            }
        }
        for (&index, cell) in open.iter().zip(cells) {
            self.put(cell, leaves, index, reader);
        }
    }

    fn put(&mut self, node: &Node, leaves: &Leaves<'_>, index: usize, reader: &mut Reader) {
        match cell::read(node, leaves, index, reader) {
            Some(cell) => self.cells[index] = cell,
            None => self.place.refused.push(CELLS.name()),
        }
    }

    fn named(&mut self, entries: &[Entry], leaves: &Leaves<'_>, reader: &mut Reader) {
        for entry in entries {
            let Some(index) = leaves.find(&entry.key, &entry.key_span, reader) else { continue };
            let column = leaves.0[index];
            if column.is_filled() {
                self.put(&entry.node, leaves, index, reader);
                continue;
            }
            let (message, help) = if column.formula.is_some() {
                (
                    format!("cột «{}» có công thức, không viết giá trị", entry.key),
                    format!("bỏ giá trị; muốn in số khác số tính được thì viết trong «{}»", STATED.name()),
                )
            } else {
                (
                    format!("cột «{}» tự đánh số, không viết giá trị", entry.key),
                    format!("bỏ giá trị; số viết tay thì dùng khóa «{}»", ORDINAL.name()),
                )
            };
            reader.report(Diagnostic::error(Code::Incompatible, entry.key_span.clone(), message).help(help));
        }
    }

    fn span(&mut self, entries: &[Entry], inside: &mut Inside, leaves: &Leaves<'_>, reader: &mut Reader) {
        for entry in entries {
            let Some(column) = leaves.find(&entry.key, &entry.key_span, reader) else { continue };
            let span = entry.node.span.clone();
            match RowCount::read(&entry.node, &SPANS.key, reader) {
                Some(RowCount::All) if self.holds_rows => inside.over_all.push((column, span)),
                Some(RowCount::All) => {
                    let message = format!("dòng này không chứa dòng nào trong «{}»", INNER.name());
                    reader.report(Diagnostic::error(Code::Incompatible, span, message).help(format!(
                        "viết số dòng, ví dụ {}: {}",
                        SPANS.name(),
                        SPANS.key.example
                    )));
                }
                Some(RowCount::Some(value)) => self.spans.push(CellSpan { column, rows: Spanned { value, span } }),
                None => {}
            }
        }
    }

    fn state(&mut self, node: &Node, leaves: &Leaves<'_>, reader: &mut Reader) {
        let Value::Map(entries) = &node.value else {
            let message = format!("«{}» cần mã cột và số", STATED.name());
            reader.report(Diagnostic::error(Code::WrongType, node.span.first_line(), message).help(format!(
                "ví dụ {}: {}",
                STATED.name(),
                STATED.key.example
            )));
            return;
        };
        for entry in entries {
            let Some(index) = leaves.find(&entry.key, &entry.key_span, reader) else { continue };
            let kind = leaves.0[index].holds();
            if !kind.is_figure() {
                let message = format!("cột «{}» không phải cột số nên không có số ghi", entry.key);
                reader.report(
                    Diagnostic::error(Code::Incompatible, entry.key_span.clone(), message)
                        .help(format!("viết chữ của cột này trong «{}»", CELLS.name())),
                );
                continue;
            }
            let number = reader.parsed(&entry.node, &cell::NUMBER, |text| cell::quantity(text, kind));
            self.stated.extend(number.map(|value| (index, Spanned { value, span: entry.node.span.clone() })));
        }
    }
}

/// Whether a comma between two digits parts two cells: `[A, 3,5]`.
fn tears(before: &Node, after: &Node) -> bool {
    let (Value::Text(one), Value::Text(other)) = (&before.value, &after.value) else { return false };
    let is_close = before.span.range.end + 1 == after.span.range.start;
    is_close
        && one.ends_with(|letter: char| letter.is_ascii_digit())
        && other.starts_with(|letter: char| letter.is_ascii_digit())
}

// What rows hold is told by their table, which knows the columns.
impl Mean for Rows {
    fn mean(&self) -> Meaning {
        Meaning::Nothing
    }
}
