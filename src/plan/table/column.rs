//! Columns of a table: a tree, whose ends hold the cells.

use super::formula::Formula;
use super::own_id::OwnId;
use super::style::Counting;
use crate::diagnostic::{Code, Diagnostic};
use crate::schema::{Key, Kind, Many, Mean, Meaning, Read, Reader, Visitor, Walk, Whole, YesNo};
use crate::source::Span;
use crate::value::id::is_id;
use crate::value::{Decimal, Spanned, Text};
use crate::vietnamese;
use crate::yaml::Node;
use crate::{choice, record};

choice! {
    /// What a column holds.
    pub enum ColumnKind {
        /// Words.
        Words = "chu", "chữ";
        /// Numbers.
        Numbers = "so", "số";
        /// Times of day.
        Time = "gio", "giờ trong ngày, in 07 giờ 30";
        /// Lengths of time, printed in hours and minutes.
        Duration = "thoi_luong", "thời lượng, in 1 giờ 30 phút";
        /// Lengths of time, printed in minutes.
        Minutes = "phut", "thời lượng, in 90 phút";
        /// Dates.
        Day = "ngay", "ngày, in 26/02/2026";
        /// Ordinal numbers of the rows, generated.
        Ordinal = "stt", "số thứ tự, tự đánh";
    }
}

choice! {
    /// What the numbers of a column must be.
    pub enum Sign {
        /// Above zero.
        Positive = "duong", "lớn hơn 0";
        /// Not below zero.
        NotNegative = "khong_am", "không âm";
        /// Below zero.
        Negative = "am", "nhỏ hơn 0";
        /// Not above zero.
        NotPositive = "khong_duong", "không dương";
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
    optional ID id: Option<OwnId> = "ma", "Mã cột", "Mã để công thức, dòng và câu gọi tới.", "ngheo";
    /// What it holds; words if nothing is said.
    optional KIND kind: Option<Spanned<ColumnKind>> = "loai", "Loại", "Cột chứa gì; không viết là chữ.", "so";
    /// What a column of ordinal numbers counts.
    optional COUNTING counting: Option<Spanned<Counting>> = "dem", "Đếm", "Cột số thứ tự đếm những dòng nào; không viết là mọi dòng, từng cấp.", "chay_tiep";
    /// Its width beside that of the others.
    optional WIDTH width: Option<Spanned<Width>> = "rong", "Bề rộng", "Bề rộng so với các cột khác, hoặc đúng số milimét; không viết thì theo chữ và số trong cột.", "20";
    /// Where its words stand.
    optional ALIGN align: Option<Spanned<Align>> = "can", "Căn", "Căn chữ; không viết thì chữ căn trái, số căn phải.", "giua";
    /// Decimals of its numbers.
    optional DECIMALS decimals: Option<Spanned<Whole<0, 6>>> = "so_le", "Số chữ số thập phân", "Số chữ số sau dấu phẩy khi in; số viết tay có nhiều chữ số hơn thì bị báo.", "2";
    /// How its numbers follow from those of other columns.
    optional FORMULA formula: Option<Spanned<Formula>> = "tinh", "Công thức", "Công thức tính từ các cột số khác, theo mã cột.", "ngheo / tong * 100";
    /// Other formulas that its numbers must satisfy.
    optional CHECKS checks: Many<Spanned<Formula>> = "doi_chieu", "Đối chiếu", "Công thức khác cũng phải cho đúng số của cột; chỉ để kiểm, không in. Nhiều công thức thì viết danh sách.", "nam_1 + nam_2 + nam_3";
    /// What its numbers must be.
    optional SIGN sign: Option<Spanned<Sign>> = "dau", "Dấu của số", "Số của cột phải âm hay dương; không viết thì không kiểm.", "khong_am";
    /// How totals make its mean.
    optional AVERAGE average: Option<Spanned<Average>> = "trung_binh", "Trung bình", "Dòng nhóm, dòng tổng in số trung bình thay cho tổng: «co» là các dòng như nhau, mã một cột số là tính theo số của cột ấy.", "so_ho";
    /// Whether totals add it up; they do if nothing is said.
    optional SUM sum: Option<YesNo> = "cong", "Cộng", "Có cộng ở dòng tổng không; không viết là có.", "khong";
    /// Whether equal neighbors become one cell.
    optional MERGE merge: Option<YesNo> = "gop", "Gộp ô", "Gộp các ô liền nhau có cùng chữ; cột số không tự gộp.", "co";
    /// Whether only the draft has it.
    optional DROP drop: Option<YesNo> = "bo_khi_ban_hanh", "Bỏ khi ban hành", "Cột chỉ có trong bản dự thảo, như cột thuyết minh; ở cột lớn thì bỏ cả các cột bên trong.", "co";
    /// Columns under its title.
    optional CHILDREN children: Vec<Column> = "cot", "Các cột bên trong", "Các cột nhỏ dưới tiêu đề này.", "[{ten: Đầu năm}, {ten: Cuối năm}]";
}

/// Formulas with which one column may be compared.
const MOST_CHECKS: usize = 5;

impl Read for Column {
    fn kind() -> Kind {
        Kind::Group(&COLUMN)
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let column: Self = reader.record(node, key)?;
        if column.place.has(COUNTING.name()) && column.is_clear() && column.holds() != ColumnKind::Ordinal {
            let message = format!("«{}» chỉ dùng ở cột số thứ tự", COUNTING.name());
            reader.report(
                Diagnostic::error(Code::Incompatible, column.place.of(COUNTING.name()), message).help(format!(
                    "thêm {}: {}, hoặc xóa khóa",
                    KIND.name(),
                    ColumnKind::Ordinal.word()
                )),
            );
        }
        if !column.place.has(CHILDREN.name()) {
            column.check_keys(reader);
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
            COUNTING.name(),
            WIDTH.name(),
            ALIGN.name(),
            DECIMALS.name(),
            FORMULA.name(),
            SUM.name(),
            MERGE.name(),
            CHECKS.name(),
            SIGN.name(),
            AVERAGE.name(),
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
            Some(kind) if kind.is_figure() || kind.value == ColumnKind::Ordinal => kind.value,
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

    /// What it counts, if it is a column of ordinal numbers.
    pub fn counts(&self) -> Option<Counting> {
        let counting = self.counting.as_ref().map_or(Counting::Levels, |counting| counting.value);
        (self.holds() == ColumnKind::Ordinal).then_some(counting)
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
        self.sum != Some(YesNo::No) && self.average.is_none() && self.holds().adds_up()
    }

    /// Reports keys that mean nothing for what it holds, or that exclude each other.
    fn check_keys(&self, reader: &mut Reader) {
        let mut refuse = |key: &str, message: String, help: &str| {
            reader.report(Diagnostic::error(Code::Incompatible, self.place.of(key), message).help(help));
        };
        let kind = self.holds();
        if kind == ColumnKind::Ordinal && self.place.has(FORMULA.name()) {
            let help = "xóa khóa này; cột tính ra thì bỏ loai: stt";
            refuse(FORMULA.name(), "cột số thứ tự không có công thức".to_owned(), help);
        }
        for key in [CHECKS.name(), SIGN.name(), AVERAGE.name()].into_iter().filter(|key| self.place.has(key)) {
            if !kind.is_figure() && self.is_clear() {
                let message = format!("«{key}» chỉ dùng được ở cột số");
                refuse(key, message, "thêm loai: so, hoặc xóa khóa này");
            }
        }
        if self.place.has(DECIMALS.name()) && kind.is_figure() && kind != ColumnKind::Numbers {
            refuse(
                DECIMALS.name(),
                format!("«{}» không dùng được ở cột giờ, cột ngày", DECIMALS.name()),
                "xóa khóa này",
            );
        }
        if self.sum == Some(YesNo::Yes) && kind.is_figure() && !kind.adds_up() {
            let help = "xóa khóa này; muốn cộng thời lượng thì viết loai: thoi_luong";
            refuse(SUM.name(), "giờ trong ngày, ngày tháng không cộng lại được".to_owned(), help);
        }
        if self.merge == Some(YesNo::Yes) && kind.adds_up() && self.is_clear() {
            let help = "xóa khóa này; hai dòng chung một số thì viết gop: {mã cột: số dòng} ở dòng đầu, dòng sau để ~";
            refuse(MERGE.name(), "cột số không tự gộp ô: hai số bằng nhau vẫn là hai số".to_owned(), help);
        }
        if self.checks.len() > MOST_CHECKS {
            let message =
                format!("«{}» có {} công thức, nhiều nhất là {MOST_CHECKS}", CHECKS.name(), self.checks.len());
            refuse(CHECKS.name(), message, "giữ các công thức cần thiết");
        }
        for other in [FORMULA.name(), SUM.name()].into_iter().filter(|key| self.place.has(key)) {
            if self.place.has(AVERAGE.name()) {
                let message = format!("một cột không thể vừa có «{other}» vừa có «{}»", AVERAGE.name());
                refuse(AVERAGE.name(), message, "giữ một khóa; cột có công thức thì dòng tổng tính lại từ các tổng");
            }
        }
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

    /// The column with an id; one that is not there is reported.
    pub(super) fn find(&self, name: &str, span: &Span, reader: &mut Reader) -> Option<usize> {
        let found = self.position(name);
        if found.is_none() {
            let ids = || self.0.iter().map(|column| column.called()).filter(|id| !id.is_empty());
            let help = vietnamese::did_you_mean(name, ids()).unwrap_or_else(|| {
                let all = ids().collect::<Vec<_>>().join(", ");
                if all.is_empty() {
                    "đặt mã cho cột bằng khóa «ma»".to_owned()
                } else {
                    format!("các cột có mã: {all}")
                }
            });
            let message = format!("bảng không có cột nào mang mã «{name}»");
            reader.report(Diagnostic::error(Code::UnknownId, span.clone(), message).help(help));
        }
        found
    }
}

impl ColumnKind {
    /// Whether its cells count: numbers, times and dates.
    pub fn is_figure(self) -> bool {
        match self {
            Self::Numbers | Self::Time | Self::Duration | Self::Minutes | Self::Day => true,
            Self::Words | Self::Ordinal => false,
        }
    }

    /// What its cells are, in a few words.
    pub fn what(self) -> &'static str {
        self.meaning().split(',').next().unwrap_or_default()
    }

    /// Whether its cells can be added up.
    pub fn adds_up(self) -> bool {
        matches!(self, Self::Numbers | Self::Duration | Self::Minutes)
    }
}

/// How totals make the mean of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Average {
    /// Each row counts once.
    Plain,
    /// Each row counts with its number in another column.
    Weighted(String),
}

impl Read for Average {
    fn kind() -> Kind {
        Kind::Name
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        reader.parsed(node, key, |text| match text.trim() {
            "co" => Ok(Self::Plain),
            id if is_id(id) && id != "khong" => Ok(Self::Weighted(id.to_owned())),
            _ => Err("viết co, hoặc mã của cột số làm trọng số; không tính trung bình thì xóa khóa".to_owned()),
        })
    }
}

impl Walk for Average {
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

impl Mean for Average {
    fn mean(&self) -> Meaning {
        Meaning::Plain(match self {
            Self::Plain => "co".to_owned(),
            Self::Weighted(id) => id.clone(),
        })
    }
}

impl Mean for Width {
    fn mean(&self) -> Meaning {
        Meaning::Plain(match self {
            Self::Share(thousandths) => format!("{}", f64::from(*thousandths) / 1_000.0),
            Self::Micrometers(micrometers) => format!("{} mm", f64::from(*micrometers) / 1_000.0),
        })
    }
}
