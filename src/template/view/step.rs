//! The body tree as steps, and the data that a step prints: shapes that hold each other.
//!
//! Templates cannot walk a tree, a list they can.

use std::collections::BTreeMap;

use serde::Serialize;

use super::agenda::AgendaView;
use super::body::{BodyView, ProjectName};
use super::columns::{ColumnView, SpanView};
use super::funding::FundingView;
use super::listing::ListingView;
use super::table::TableView;
use super::target::TargetView;
use super::target_rows::TargetRowView;
use crate::template::xml::Xml;

/// A step through the body tree, in the order in which it is printed.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct Event {
    /// `doan` a paragraph, `mo` opens an item, `dong` closes it, `in` prints data, `bang` a table, `lich` an agenda, `sua_doi`
    /// changes in another document.
    pub(super) buoc: &'static str,
    pub(super) kieu: &'static str,
    pub(super) nhan: Xml,
    /// The id by which sentences name it.
    pub(super) ma: String,
    pub(super) ten: Option<Xml>,
    pub(super) loi: Option<Xml>,
    pub(super) in_du_lieu: Option<MountView>,
    pub(super) bang: Option<TableView>,
    pub(super) lich: Option<AgendaView>,
    pub(super) sua_doi: Option<AmendmentsView>,
}

/// Changes in another document.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct AmendmentsView {
    /// Numbering style of the changes; empty lets their depth decide.
    pub(super) kieu: &'static str,
    pub(super) van_ban: Xml,
    pub(super) mo: Option<Xml>,
    pub(super) noi_dung: Vec<AmendmentView>,
}

/// One change in another document.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct AmendmentView {
    /// What is done: the key's word.
    pub(super) viec: &'static str,
    /// What is done, in words.
    pub(super) ten_viec: &'static str,
    pub(super) cho: Xml,
    pub(super) sau: Option<Xml>,
    pub(super) cum_tu: Option<Xml>,
    pub(super) boi: Option<Xml>,
    /// Whether the old words, and those in their place, stand in quotation marks already.
    pub(super) cum_tu_co_ngoac: bool,
    pub(super) boi_co_ngoac: bool,
    /// Whether the place is named with «tại» before it.
    pub(super) cho_co_tai: bool,
    pub(super) thanh: Vec<Xml>,
    /// Whether the new words stand in quotation marks already.
    pub(super) co_ngoac: bool,
}

/// Data printed at one place of the body.
#[derive(Debug, Clone, Default, Serialize)]
pub(in crate::template) struct MountView {
    /// Where it is called in the plan, by which a table of it is found again.
    pub(super) goc: usize,
    /// Which data: the key's word.
    pub(super) loai: &'static str,
    /// How: the key's word.
    pub(super) dang: &'static str,
    /// Numbering style of the entries; empty lets their depth decide.
    pub(super) kieu: &'static str,
    /// Numbering style of the parts of a project.
    pub(super) kieu_phan: &'static str,
    /// Numbering style of what stands inside such a part.
    pub(super) kieu_con: &'static str,
    /// Whether the list goes on at the next place.
    pub(super) noi_tiep: bool,
    /// The columns of the table, or the lines of each entry of the list.
    pub(super) cot: Vec<ColumnView>,
    /// The cells of a row that names a group.
    pub(super) o_nhom: Vec<SpanView>,
    /// The cells of the total row; none without it.
    pub(super) o_tong: Vec<SpanView>,
    /// Whether columns of years stand under a title.
    pub(super) hai_tang: bool,
    /// The rows of a table by year.
    pub(super) dong: Vec<TargetRowView>,
    /// What the entries of the table cost in all, in its unit.
    pub(super) tong_so: Option<Xml>,
    /// The unit of the money in the table.
    pub(super) don_vi: &'static str,
    pub(super) chi_tieu: Vec<TargetView>,
    pub(super) du_an: Vec<ProjectView>,
    pub(super) kinh_phi: Option<FundingView>,
    pub(super) nhiem_vu: Vec<TaskView>,
    pub(super) trach_nhiem: Vec<ResponsibilityView>,
    pub(super) bao_cao: Vec<ReportView>,
}

/// A project.
#[derive(Debug, Clone, Default, Serialize)]
pub(in crate::template) struct ProjectView {
    /// Its number in a table.
    pub(super) stt: String,
    /// 1 for a Tiểu dự án below its Dự án.
    pub(super) cap: usize,
    pub(super) ten_goi: Xml,
    pub(super) ten: Xml,
    pub(super) muc_tieu: Vec<Xml>,
    pub(super) doi_tuong: Vec<Xml>,
    pub(super) noi_dung: Vec<Event>,
    pub(super) chu_tri: Option<BodyView>,
    pub(super) dong_chu_tri: Vec<BodyView>,
    pub(super) phoi_hop: Vec<BodyView>,
    pub(super) so_tien: Option<Xml>,
    /// The amount in the unit of the table.
    pub(super) so_tien_so: Option<Xml>,
    /// Words on its money.
    pub(super) loi_kinh_phi: Option<Xml>,
    /// Amount and words.
    pub(super) kinh_phi: Option<Xml>,
    pub(super) phan_cong: Option<Xml>,
    /// The Tiểu dự án that are printed inside.
    pub(super) con: Vec<Self>,
}

impl ProjectView {
    /// A project of which nothing is known but what it is called.
    pub(super) fn named(name: ProjectName) -> Self {
        Self { ten_goi: name.called, ten: name.name, ..Self::default() }
    }
}

/// A task, or a group of tasks: what is in a group follows it.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct TaskView {
    /// Its number in a table.
    pub(super) stt: String,
    pub(super) ky_hieu: Option<Xml>,
    pub(super) viec: Xml,
    pub(super) la_nhom: bool,
    /// Whether it is a group whose row has nothing but a name and figures.
    pub(super) chi_ten: bool,
    /// How many groups end behind it.
    pub(super) dong: usize,
    /// Whether it is the first in its group.
    pub(super) sau_nhom: bool,
    /// Numbering style in a list; empty lets its depth decide.
    pub(super) kieu: &'static str,
    /// Numbering style of its lines in a list.
    pub(super) kieu_con: &'static str,
    pub(super) chu_tri: Option<BodyView>,
    pub(super) dong_chu_tri: Vec<BodyView>,
    pub(super) phoi_hop: Vec<BodyView>,
    pub(super) cach_lam: Option<Xml>,
    pub(super) thoi_han: Option<Xml>,
    /// The steps of a deadline that has several, each with its own.
    pub(super) cac_moc: Vec<Xml>,
    /// All products in one sentence.
    pub(super) san_pham: Option<Xml>,
    pub(super) cac_san_pham: Vec<Xml>,
    /// The amount with its unit; of a group, what the tasks in it cost.
    pub(super) so_tien: Option<Xml>,
    /// The amount in the unit of the table.
    pub(super) so_tien_so: Option<Xml>,
    pub(super) kinh_phi: Option<Xml>,
    pub(super) loai_chi: Option<Xml>,
    /// What the project is called.
    pub(super) du_an: Option<Xml>,
    /// The targets that it serves, by name.
    pub(super) chi_tieu: Vec<Xml>,
    /// Cells of the office's own columns, by the word of the column.
    pub(super) o_rieng: BTreeMap<String, Xml>,
}

/// What a body must do.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct ResponsibilityView {
    /// The heading: as written, else the names of the bodies.
    pub(super) ten: Xml,
    pub(super) co_quan: Vec<BodyView>,
    pub(super) de_nghi: bool,
    pub(super) dang: &'static str,
    /// Whether the clerk wants name and words on one line, whatever stands around.
    pub(super) giu_lien_dong: bool,
    pub(super) loi: Option<Xml>,
    pub(super) viec: Vec<Event>,
    /// What it leads and co-operates in, where the program lists it.
    pub(super) liet_ke: ListingView,
}

/// A reporting duty.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct ReportView {
    pub(super) noi_dung: Xml,
    pub(super) co_quan: Vec<BodyView>,
    pub(super) gui: Vec<BodyView>,
    pub(super) qua: Option<BodyView>,
    pub(super) thoi_han: Option<Xml>,
    /// The steps of a deadline that has several, each with its own.
    pub(super) cac_moc: Vec<Xml>,
    pub(super) ky: Option<Xml>,
}
