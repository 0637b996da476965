//! Columns of a table: a tree, whose ends hold the cells.

use super::formula::Formula;
use crate::diagnostic::{Code, Diagnostic};
use crate::schema::{Key, Kind, Read, Reader, Visitor, Walk, Whole, YesNo};
use crate::value::id::is_id;
use crate::value::{Decimal, Spanned, Text};
use crate::yaml::Node;
use crate::{choice, record};

choice! {
    /// What a column holds.
    pub enum ColumnKind {
        /// Words.
        Words = "chu", "chữ";
        /// Numbers.
        Numbers = "so", "số";
        /// Ordinal numbers of the rows, generated.
        Ordinal = "stt", "số thứ tự, tự đánh";
    }
}

choice! {
    /// Horizontal place of a cell's words.
    pub enum Align {
        /// Flush left.
        Left = "trai", "trái";
        /// Centered.
        Center = "giua", "giữa";
        /// Flush right.
        Right = "phai", "phải";
    }
}

record! {
    /// A column, or several under one title.
    pub mixed Column, COLUMN = "column", "cột";
    /// Words at its head.
    required_line TITLE title: Option<Text> = "ten", "Tiêu đề cột", "Chữ ở đầu cột.", "Số hộ nghèo";
    /// Its id, for formulas and rows.
    optional ID id: Option<ColumnId> = "ma", "Mã cột", "Mã để công thức và dòng gọi tới.", "ngheo";
    /// What it holds; words if nothing is said.
    optional KIND kind: Option<Spanned<ColumnKind>> = "loai", "Loại", "Cột chứa gì; không viết là chữ.", "so";
    /// Its width beside that of the others.
    optional WIDTH width: Option<Spanned<Width>> = "rong", "Bề rộng", "Bề rộng so với các cột khác, hoặc đúng số milimét; không viết thì theo chữ và số trong cột.", "20";
    /// Where its words stand.
    optional ALIGN align: Option<Spanned<Align>> = "can", "Căn", "Căn chữ; không viết thì chữ căn trái, số căn phải.", "giua";
    /// Decimals of its numbers.
    optional DECIMALS decimals: Option<Spanned<Whole<0, 6>>> = "so_le", "Số chữ số thập phân", "Số chữ số sau dấu phẩy khi in; số viết tay có nhiều chữ số hơn thì bị báo.", "2";
    /// How its numbers follow from those of other columns.
    optional FORMULA formula: Option<Spanned<Formula>> = "tinh", "Công thức", "Công thức tính từ các cột số khác, theo mã cột.", "ngheo / tong * 100";
    /// Whether totals add it up; they do if nothing is said.
    optional SUM sum: Option<YesNo> = "cong", "Cộng", "Có cộng ở dòng tổng không; không viết là có.", "khong";
    /// Whether equal neighbors become one cell.
    optional MERGE merge: Option<YesNo> = "gop", "Gộp ô", "Gộp các ô liền nhau có cùng chữ.", "co";
    /// Whether only the draft has it.
    optional DROP drop: Option<YesNo> = "bo_khi_ban_hanh", "Bỏ khi ban hành", "Cột chỉ có trong bản dự thảo, như cột thuyết minh; ở cột lớn thì bỏ cả các cột bên trong.", "co";
    /// Columns under its title.
    optional CHILDREN children: Vec<Column> = "cot", "Các cột bên trong", "Các cột nhỏ dưới tiêu đề này.", "[{ten: Đầu năm}, {ten: Cuối năm}]";
}

impl Read for Column {
    fn kind() -> Kind {
        Kind::Group(&COLUMN)
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let column: Self = reader.record(node, key)?;
        if !column.place.has(CHILDREN.name()) {
            return Some(column);
        }
        if column.children.is_empty() {
            let message = "cột lớn này không có cột nào bên trong";
            reader.report(
                Diagnostic::error(Code::NoColumns, column.place.of(CHILDREN.name()), message)
                    .help(format!("thêm cột nhỏ, hoặc xóa khóa «{}»", CHILDREN.name())),
            );
        }
        let own = [
            ID.name(),
            KIND.name(),
            WIDTH.name(),
            ALIGN.name(),
            DECIMALS.name(),
            FORMULA.name(),
            SUM.name(),
            MERGE.name(),
        ];
        for own in own.into_iter().filter(|own| column.place.has(own)) {
            let message = format!("«{own}» không dùng được ở cột lớn có các cột bên trong");
            reader.report(
                Diagnostic::error(Code::Incompatible, column.place.of(own), message)
                    .help("viết khóa này ở từng cột nhỏ"),
            );
        }
        Some(column)
    }
}

impl Column {
    /// What it holds.
    pub fn holds(&self) -> ColumnKind {
        match &self.kind {
            _ if self.is_computed() => ColumnKind::Numbers,
            Some(kind) => kind.value,
            None => ColumnKind::Words,
        }
    }

    /// Whether a formula was written, be it one that can be read or not.
    fn is_computed(&self) -> bool {
        self.formula.is_some() || self.place.has(FORMULA.name())
    }

    /// Whether it is clear which cells it takes: a kind that was not understood, or columns that are missing, leave it open.
    pub fn is_clear(&self) -> bool {
        (self.kind.is_some() || !self.place.has(KIND.name())) && !self.place.has(CHILDREN.name())
    }

    /// Whether it has an id.
    pub fn is_called(&self, name: &str) -> bool {
        self.id.as_ref().is_some_and(|id| id.0.value == name)
    }

    /// Its id, for messages.
    pub fn called(&self) -> &str {
        self.id.as_ref().map_or("", |id| &id.0.value)
    }

    /// Whether totals add it up.
    pub fn is_summed(&self) -> bool {
        self.sum != Some(YesNo::No)
    }

    /// Whether it is a number that a clerk fills in.
    pub fn is_filled(&self) -> bool {
        !self.is_computed() && self.holds() != ColumnKind::Ordinal
    }

    /// The columns without others under them, from left to right.
    pub fn leaves<'a>(columns: &'a [Self], out: &mut Vec<&'a Self>) {
        for column in columns {
            if column.children.is_empty() {
                out.push(column);
            } else {
                Self::leaves(&column.children, out);
            }
        }
    }

    /// Rows of the header that some columns need.
    pub fn depth(columns: &[Self]) -> usize {
        columns.iter().map(|column| 1 + Self::depth(&column.children)).max().unwrap_or(0)
    }
}

/// The columns that hold cells, from left to right.
#[derive(Debug)]
pub struct Leaves<'a>(pub Vec<&'a Column>);

impl Leaves<'_> {
    /// The column with an id.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|column| column.is_called(name))
    }
}

/// The id of a column.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnId(pub Spanned<String>);

impl Read for ColumnId {
    fn kind() -> Kind {
        Kind::Name
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let value = reader.parsed(node, key, |text| {
            let text = text.trim();
            if is_id(text) && !text.starts_with(|letter: char| letter.is_ascii_digit()) {
                Ok(text.to_owned())
            } else {
                Err("mã cột gồm chữ, số và dấu gạch dưới, mở đầu bằng chữ, ví dụ ma: ho_ngheo".to_owned())
            }
        })?;
        Some(Self(Spanned { value, span: node.span.clone() }))
    }
}

impl Walk for ColumnId {
    fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
}

/// The width of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// Beside that of the others, in thousandths.
    Share(u32),
    /// In micrometers.
    Micrometers(u32),
}

/// What stands behind a width that is no share.
const MILLIMETERS: &str = "mm";

impl Read for Width {
    fn kind() -> Kind {
        Kind::Form("một số từ 0,1 đến 1.000, hoặc số milimét như `25 mm`", r"^(\d{1,3}(\.\d{3})+|\d+)(,\d+)?( ?mm)?$")
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        reader.parsed(node, key, |text| {
            let text = text.trim();
            match text.strip_suffix(MILLIMETERS) {
                Some(number) => thousandths(number)
                    .filter(|width| (5_000..=250_000).contains(width))
                    .map(Self::Micrometers)
                    .ok_or_else(|| "viết số milimét từ 5 đến 250, ví dụ rong: 25 mm".to_owned()),
                None => thousandths(text)
                    .filter(|width| (100..=1_000_000).contains(width))
                    .map(Self::Share)
                    .ok_or_else(|| {
                        "viết một số từ 0,1 đến 1.000, ví dụ rong: 20, hoặc số milimét, ví dụ rong: 25 mm".to_owned()
                    }),
            }
        })
    }
}

fn thousandths(text: &str) -> Option<u32> {
    let (digits, unit) = Decimal::parse(text.trim()).ok()?.to_fraction();
    u32::try_from(digits.saturating_mul(1_000) / unit).ok()
}

impl Walk for Width {
    fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
}
