//! Tables as a clerk writes them: columns, rows, cells that know what they hold. What follows from them is computed elsewhere.

pub mod agreement;
pub mod cell;
pub mod column;
pub mod formula;
pub mod own_id;
mod relation;
pub mod row;
mod rows;
mod said;
pub mod standing;
pub mod style;
pub mod written;

use agreement::Agreement;
use column::{Column, Leaves};
use own_id::OwnId;
use row::{Row, Rows};
use style::RowStyle;

use crate::diagnostic::{Code, Diagnostic};
use crate::record;
use crate::schema::limit::Limit;
use crate::schema::{Fields, Key, Kind, Many, Read, Reader, Record, Visitor, Walk, YesNo};
use crate::value::{Place, Text};
use crate::yaml::{Node, Value};

record! {
    /// A table by its keys, without its rows.
    pub mixed TableKeys, TABLE = "table", "bảng";
    /// Its id, for sentences and other tables.
    optional ID id: Option<OwnId> = "ma", "Mã bảng", "Mã để câu và bảng khác gọi số của bảng.", "ho_ngheo";
    /// Caption.
    optional_line CAPTION caption: Option<Text> = "ten", "Tên bảng", "Tên in trên bảng.", "Chỉ tiêu giảm nghèo theo thôn";
    /// Unit of its figures.
    optional_line UNIT unit: Option<Text> = "don_vi", "Đơn vị tính", "Đơn vị của số liệu, in góc phải trên bảng.", "hộ";
    /// Its columns.
    required COLUMNS columns: Vec<Column> = "cot", "Các cột", "Các cột từ trái sang phải; cột lớn chứa cột nhỏ.", "[{ten: Thôn}, {ten: Số hộ, loai: so}]";
    /// Whether it has an index row.
    optional INDEX index: Option<YesNo> = "chi_so", "Dòng chỉ số", "In dòng A, B, 1, 2, 3=2/1×100 dưới tiêu đề cột.", "co";
    /// Whether a row may go on on the next page.
    optional SPLIT split: Option<YesNo> = "ngat_dong", "Ngắt dòng qua trang", "Cho một dòng dài chạy sang trang sau; không viết là không.", "co";
    /// How its rows are numbered.
    optional NUMBERING numbering: Vec<RowStyle> = "danh_so", "Cách đánh số dòng", "Kiểu số của từng cấp dòng, từ ngoài vào, viết bằng số đầu tiên của cấp; không viết thì nhóm là I, dòng là 1, bên trong nữa là 1.1.", "[A, I, \"1\", a)]";
    /// Its rows.
    required ROWS rows: Option<Rows> = "dong", "Các dòng", "Các dòng: danh sách ô theo thứ tự cột, hoặc dòng nhóm, dòng tổng.", "[[Thôn Một, 120], {tong: Tổng cộng}]";
    /// Figures that must be those of another place.
    optional AGREEMENTS agreements: Vec<Agreement> = "khop", "Phải khớp", "Những số của bảng phải bằng số ở nơi khác; khác nhau thì báo.", "[{o: tong.so_tien, voi: kinh_phi.tong}]";
    /// Notes below it.
    optional NOTES notes: Many<Text> = "chu_thich", "Chú thích", "Lời in dưới bảng.", "Số liệu đến ngày 31/12/2025.";
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its id, for sentences and other tables.
    pub id: Option<OwnId>,
    /// Caption.
    pub caption: Option<Text>,
    /// Unit of its figures.
    pub unit: Option<Text>,
    /// Its columns, a tree.
    pub columns: Vec<Column>,
    /// Whether it has an index row.
    pub index: bool,
    /// Whether a row may go on on the next page.
    pub splits: bool,
    /// The styles of the numbers of its rows, from the outermost level in; none leaves them as usual.
    pub numbering: Vec<RowStyle>,
    /// Its rows, each before those inside it.
    pub rows: Vec<Row>,
    /// Figures that must be those of another place.
    pub agreements: Vec<Agreement>,
    /// Notes below it.
    pub notes: Vec<Text>,
    /// Where it stands.
    pub place: Place,
}

impl Table {
    /// The columns that hold cells, from left to right.
    pub fn leaves(&self) -> Leaves<'_> {
        let mut leaves = Vec::new();
        Column::leaves(&self.columns, &mut leaves);
        Leaves(leaves)
    }

    /// Whether a column or a row holds something that was not taken, so that its sums mean nothing.
    pub fn has_refused(&self) -> bool {
        let columns = self.leaves().0.into_iter().map(|column| &column.place);
        columns.chain(self.rows.iter().map(|row| &row.place)).any(|place| !place.refused.is_empty())
    }
}

impl Read for Table {
    fn kind() -> Kind {
        Kind::Group(&TABLE)
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let fields = reader.group(node, &TABLE, key)?;
        let keys = TableKeys::from_fields(&fields, reader);
        let mut leaves = Vec::new();
        Column::leaves(&keys.columns, &mut leaves);
        let leaves = Leaves(leaves);
        if !has_good_columns(&keys, &leaves, &fields, reader) {
            return None;
        }
        relation::check_columns(&leaves, reader);
        let rows = keys.rows.as_ref().map(|rows| rows::read(rows, &ROWS.key, &leaves, reader)).unwrap_or_default();
        let (index, splits) = (YesNo::is_yes(keys.index.as_ref()), YesNo::is_yes(keys.split.as_ref()));
        relation::check_names(keys.id.is_some(), &leaves, &rows, reader);
        let TableKeys { id, caption, unit, columns, numbering, agreements, notes, place, .. } = keys;
        Some(Self { id, caption, unit, columns, index, splits, numbering, rows, agreements, notes: notes.0, place })
    }
}

/// Whether the columns can hold rows; what is wrong with them is reported.
fn has_good_columns(keys: &TableKeys, leaves: &Leaves<'_>, fields: &Fields<'_>, reader: &mut Reader) -> bool {
    let place = keys.place.of(COLUMNS.name());
    if leaves.0.is_empty() {
        if matches!(fields.node_of(COLUMNS.name()), Some(Node { value: Value::List(items), .. }) if items.is_empty()) {
            reader.report(Diagnostic::error(Code::NoColumns, place, "bảng không có cột nào").help(format!(
                "ví dụ {}: {}",
                COLUMNS.name(),
                COLUMNS.key.example
            )));
        }
        return false;
    }
    for (limit, found) in [(Limit::Columns, leaves.0.len()), (Limit::HeaderDepth, Column::depth(&keys.columns))] {
        if found > limit.most() {
            reader.report(limit.exceeded(found, place));
            return false;
        }
    }
    if !keys.numbering.is_empty() && leaves.0.iter().all(|column| column.holds() != column::ColumnKind::Ordinal) {
        let message = format!("bảng không có cột số thứ tự nên «{}» không in được", NUMBERING.name());
        reader.report(
            Diagnostic::error(Code::Incompatible, keys.place.of(NUMBERING.name()), message)
                .help("thêm một cột {ten: STT, loai: stt}, hoặc xóa khóa"),
        );
    }
    true
}

impl Walk for Table {
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.caption.walk(visitor);
        self.unit.walk(visitor);
        self.columns.walk(visitor);
        self.rows.walk(visitor);
        self.notes.walk(visitor);
    }
}
