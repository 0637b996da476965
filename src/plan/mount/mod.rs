//! Places of the body where data is printed, and in which forms each kind of data can be.

pub mod asked_column;
pub mod known_columns;

use super::numbering::NumberingStyle;
use crate::choice;
use crate::value::{MoneyUnit, Name, Spanned};
use asked_column::AskedColumn;

choice! {
    /// What data a mount prints.
    pub enum MountKind {
        /// Targets.
        Targets = "chi_tieu", "các chỉ tiêu";
        /// Projects.
        Projects = "du_an", "các dự án";
        /// Funding.
        Funding = "kinh_phi", "kinh phí";
        /// Tasks.
        Tasks = "nhiem_vu", "các nhiệm vụ";
        /// Responsibilities.
        Responsibilities = "trach_nhiem", "trách nhiệm của từng cơ quan";
        /// Reports.
        Reports = "bao_cao", "chế độ báo cáo";
    }
}

choice! {
    /// How a mount prints its data.
    pub enum MountForm {
        /// One numbered item each.
        List = "danh_sach", "danh sách";
        /// All in one paragraph.
        Paragraph = "mot_doan", "nối thành một đoạn";
        /// A table.
        Table = "bang", "bảng";
        /// The total alone.
        Total = "tong", "chỉ số tổng";
        /// A table by source.
        SourceTable = "bang_nguon", "bảng theo nguồn vốn";
        /// A table by year.
        YearTable = "bang_nam", "bảng theo năm";
        /// A table by source and, beside it, by year.
        SourceYearTable = "bang_nguon_nam", "bảng theo nguồn vốn và theo năm";
        /// A list in which parts stand inside their whole.
        Nested = "long_nhau", "danh sách, Tiểu dự án nằm trong Dự án";
        /// What a template of the office's own makes of it.
        Own = "mau_rieng", "theo mẫu riêng của cơ quan";
    }
}

impl MountKind {
    /// The forms in which its data can be printed.
    pub fn forms(self) -> &'static [MountForm] {
        use MountForm::{List, Nested, Paragraph, SourceTable, SourceYearTable, Table, Total, YearTable};
        match self {
            Self::Funding => &[List, Table, Total, SourceTable, YearTable, SourceYearTable],
            Self::Targets => &[List, Paragraph, Table, YearTable],
            Self::Projects => &[List, Nested, Paragraph, Table],
            Self::Tasks | Self::Responsibilities | Self::Reports => &[List, Paragraph, Table],
        }
    }
}

impl MountForm {
    /// Whether it is printed in words, within a paragraph.
    pub fn in_words(self) -> bool {
        matches!(self, Self::Paragraph | Self::Total)
    }

    /// Whether it is a table.
    pub fn is_table(self) -> bool {
        matches!(self, Self::Table | Self::SourceTable | Self::YearTable | Self::SourceYearTable)
    }
}

choice! {
    /// How the rows of a table with groups are counted.
    pub enum Counting {
        /// From 1 in each group.
        ByGroup = "tung_nhom", "mỗi nhóm đếm lại từ 1";
        /// On through all groups.
        Running = "lien_tuc", "đếm liên tục qua các nhóm";
    }
}

/// The columns that hold money without its unit.
pub const MONEY_COLUMNS: [&str; 3] = ["so_tien", "theo_nguon", "theo_nam"];

/// A place in the body tree where data is printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Mount {
    /// Which data.
    pub kind: Spanned<MountKind>,
    /// Only this group.
    pub group: Option<Name>,
    /// Only these ids, in this order.
    pub pick: Vec<Name>,
    /// How.
    pub form: Option<Spanned<MountForm>>,
    /// Style of the parts of each project.
    pub part_style: Option<Spanned<NumberingStyle>>,
    /// The columns that are asked for, in their order; none for the usual ones.
    pub columns: Vec<AskedColumn>,
    /// How the rows of a table are counted.
    pub counting: Option<Spanned<Counting>>,
}

impl Mount {
    /// A mount of all data of a kind, as the usual outline has it.
    pub fn shown_as(&self) -> MountForm {
        self.form.as_ref().map_or(MountForm::List, |form| form.value)
    }

    /// Whether its rows are counted on through all groups.
    pub fn counts_on(&self) -> bool {
        self.counting.as_ref().is_some_and(|counting| counting.value == Counting::Running)
    }

    /// Whether it prints what stands in a group, or in none.
    pub fn takes(&self, group: Option<&str>) -> bool {
        self.group.as_ref().is_none_or(|wanted| group == Some(wanted.words.as_str()))
    }

    /// Whether it prints what has an id.
    pub fn picks(&self, id: &str) -> bool {
        self.pick.is_empty() || self.pick.iter().any(|pick| pick.words == id)
    }

    /// The columns of money whose titles name a unit, with that unit.
    pub fn titles_with_units(&self) -> impl Iterator<Item = (&AskedColumn, MoneyUnit)> {
        let of_money = |column: &&AskedColumn| MONEY_COLUMNS.contains(&column.key.words.as_str());
        self.columns.iter().filter(of_money).filter_map(|column| Some((column, column.named_unit()?)))
    }

    /// The unit of its money, if a title names one.
    pub fn money_unit(&self) -> Option<MoneyUnit> {
        self.titles_with_units().next().map(|(_, unit)| unit)
    }

    /// Whether it prints all data of its kind.
    pub fn is_whole(&self) -> bool {
        self.pick.is_empty() && self.group.is_none()
    }
}
