//! The body tree as steps, and the data that a step prints: shapes that hold each other.
//!
//! Templates cannot walk a tree, a list they can.

use serde::Serialize;

use super::body::BodyView;
use super::funding::FundingView;
use super::table::TableView;
use super::target::TargetView;
use crate::template::xml::Xml;

/// A step through the body tree, in the order in which it is printed.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct Event {
    /// `doan` a paragraph, `mo` opens an item, `dong` closes it, `in` prints data, `bang` a table, `sua_doi`
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
    pub(super) thanh: Vec<Xml>,
    /// Whether the new words stand in quotation marks already.
    pub(super) co_ngoac: bool,
}

/// Data printed at one place of the body.
#[derive(Debug, Clone, Default, Serialize)]
pub(in crate::template) struct MountView {
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
    pub(super) chi_tieu: Vec<TargetView>,
    pub(super) du_an: Vec<ProjectView>,
    pub(super) kinh_phi: Option<FundingView>,
    pub(super) nhiem_vu: Vec<TaskView>,
    pub(super) trach_nhiem: Vec<ResponsibilityView>,
    pub(super) bao_cao: Vec<ReportView>,
}

/// A project.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct ProjectView {
    pub(super) ten_goi: Xml,
    pub(super) ten: Xml,
    pub(super) muc_tieu: Vec<Xml>,
    pub(super) doi_tuong: Vec<Xml>,
    pub(super) noi_dung: Vec<Event>,
    pub(super) chu_tri: Option<BodyView>,
    pub(super) dong_chu_tri: Vec<BodyView>,
    pub(super) phoi_hop: Vec<BodyView>,
    /// Amount and words.
    pub(super) kinh_phi: Option<Xml>,
    pub(super) phan_cong: Option<Xml>,
}

/// A task.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct TaskView {
    pub(super) viec: Xml,
    pub(super) chu_tri: Option<BodyView>,
    pub(super) dong_chu_tri: Vec<BodyView>,
    pub(super) phoi_hop: Vec<BodyView>,
    pub(super) thoi_han: Option<Xml>,
    pub(super) san_pham: Option<Xml>,
}

/// What a body must do.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct ResponsibilityView {
    pub(super) ten: Xml,
    pub(super) de_nghi: bool,
    pub(super) dang: &'static str,
    /// Whether the clerk wants name and words on one line, whatever stands around.
    pub(super) giu_lien_dong: bool,
    pub(super) loi: Option<Xml>,
    pub(super) viec: Vec<Event>,
}

/// A reporting duty.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct ReportView {
    pub(super) noi_dung: Xml,
    pub(super) co_quan: Vec<BodyView>,
    pub(super) gui: Vec<BodyView>,
    pub(super) qua: Option<BodyView>,
    pub(super) thoi_han: Option<Xml>,
    pub(super) ky: Option<Xml>,
}
