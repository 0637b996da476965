//! The shapes of what templates see.
//!
//! Names are the keys that clerks write, so that whoever edits a template finds them in the guide. Values are words that
//! are ready to print; templates only put them together.

use std::collections::BTreeMap;

use serde::Serialize;

/// A body (cơ quan).
#[derive(Debug, Clone, Serialize)]
pub(super) struct BodyView {
    pub(super) ten: String,
    pub(super) ten_ngan: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct BasisView {
    pub(super) dong_tu: String,
    pub(super) van_ban: Vec<String>,
    pub(super) loi: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct TargetView {
    pub(super) loi: Option<String>,
    pub(super) mo: Option<String>,
    pub(super) ten: Option<String>,
    pub(super) doi_tuong: Option<String>,
    pub(super) ket_qua: Option<String>,
    pub(super) so_sanh: Option<&'static str>,
    /// Value with its unit: `0,79%`, `05 hộ`.
    pub(super) gia_tri: Option<String>,
    /// Value without a unit, for a population that begins with the unit's noun.
    pub(super) gia_tri_tron: Option<String>,
    pub(super) con: Option<String>,
    pub(super) tu: Option<String>,
    pub(super) den: Option<String>,
    /// `giảm` or `tăng`, from the two levels.
    pub(super) huong: Option<&'static str>,
    pub(super) giam: Option<String>,
    pub(super) tang: Option<String>,
    pub(super) phan: Option<String>,
    pub(super) moi: Option<String>,
    pub(super) so_voi: Option<String>,
    pub(super) giao: Option<String>,
    pub(super) chi_so: Option<String>,
    pub(super) tung_nam: Vec<StepView>,
    pub(super) chuan: Option<String>,
    pub(super) thoi_han: Option<String>,
    pub(super) trong_do: Vec<Self>,
    pub(super) phan_bo: Vec<ShareView>,
    pub(super) phu_trach: Option<BodyView>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct StepView {
    pub(super) nam: String,
    pub(super) gia_tri: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ShareView {
    pub(super) noi: String,
    pub(super) gia_tri: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ProjectView {
    pub(super) ten_goi: String,
    pub(super) ten: String,
    pub(super) muc_tieu: Vec<String>,
    pub(super) doi_tuong: Vec<String>,
    pub(super) noi_dung: Vec<Event>,
    pub(super) chu_tri: Option<BodyView>,
    pub(super) dong_chu_tri: Vec<BodyView>,
    pub(super) phoi_hop: Vec<BodyView>,
    /// Amount, or words.
    pub(super) kinh_phi: Option<String>,
    pub(super) phan_cong: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct FundingView {
    pub(super) don_vi: &'static str,
    pub(super) loi: Option<String>,
    pub(super) tong: Option<String>,
    pub(super) tong_so: Option<String>,
    pub(super) tong_so_luong: Option<String>,
    pub(super) khoan: Vec<ItemView>,
    pub(super) nhom: Vec<ItemGroupView>,
    /// By source or by year.
    pub(super) theo_cot: SplitTableView,
}

/// Items by source or by year.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct SplitTableView {
    pub(super) cot: Vec<String>,
    pub(super) dong: Vec<SplitRowView>,
    pub(super) tong: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct SplitRowView {
    pub(super) ten: String,
    pub(super) cong: Option<String>,
    pub(super) o: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ItemGroupView {
    /// `None` for items without a group.
    pub(super) ten: Option<String>,
    pub(super) khoan: Vec<ItemView>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ItemView {
    pub(super) ten: String,
    pub(super) so_luong: Option<String>,
    pub(super) so_luong_so: Option<String>,
    pub(super) so_tien: Option<String>,
    pub(super) so_tien_so: Option<String>,
    /// Words in place of an amount.
    pub(super) theo: Option<&'static str>,
    pub(super) muc_toi_da: Option<String>,
    pub(super) nguon: Vec<String>,
    pub(super) loi: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct TaskView {
    pub(super) viec: String,
    pub(super) chu_tri: Option<BodyView>,
    pub(super) dong_chu_tri: Vec<BodyView>,
    pub(super) phoi_hop: Vec<BodyView>,
    pub(super) thoi_han: Option<String>,
    pub(super) san_pham: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ResponsibilityView {
    pub(super) ten: String,
    pub(super) de_nghi: bool,
    pub(super) dang: &'static str,
    pub(super) loi: Option<String>,
    pub(super) viec: Vec<Event>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ReportView {
    pub(super) noi_dung: String,
    pub(super) co_quan: Vec<BodyView>,
    pub(super) gui: Vec<BodyView>,
    pub(super) qua: Option<BodyView>,
    pub(super) thoi_han: Option<String>,
    pub(super) ky: Option<String>,
}

/// A table, computed.
#[derive(Debug, Clone, Serialize)]
pub(super) struct TableView {
    pub(super) ten: Option<String>,
    pub(super) don_vi: Option<String>,
    pub(super) rong: Vec<u32>,
    pub(super) dau: Vec<Vec<HeaderCellView>>,
    pub(super) chi_so: Vec<String>,
    pub(super) dong: Vec<TableRowView>,
    pub(super) chu_thich: Vec<String>,
    pub(super) ngat_dong: bool,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct HeaderCellView {
    pub(super) chu: String,
    pub(super) colspan: usize,
    pub(super) rowspan: usize,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct TableRowView {
    pub(super) dam: bool,
    pub(super) o: Vec<CellView>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct CellView {
    pub(super) doan: Vec<String>,
    pub(super) can: &'static str,
    pub(super) colspan: usize,
    pub(super) rowspan: usize,
}

/// Data printed at one place of the body.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct MountView {
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
    pub(super) chi_tieu: Vec<TargetView>,
    pub(super) du_an: Vec<ProjectView>,
    pub(super) kinh_phi: Option<FundingView>,
    pub(super) nhiem_vu: Vec<TaskView>,
    pub(super) trach_nhiem: Vec<ResponsibilityView>,
    pub(super) bao_cao: Vec<ReportView>,
}

/// A step through the body tree, in the order in which it is printed: templates cannot walk a tree, a list they can.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Event {
    /// `doan` a paragraph, `mo` opens an item, `dong` closes it, `in` prints data, `bang` a table.
    pub(super) buoc: &'static str,
    pub(super) kieu: &'static str,
    pub(super) nhan: String,
    pub(super) ten: Option<String>,
    pub(super) loi: Option<String>,
    pub(super) in_du_lieu: Option<MountView>,
    pub(super) bang: Option<TableView>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct RecipientView {
    pub(super) loi: String,
    pub(super) de: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct SignatureView {
    pub(super) quyen_han: Vec<String>,
    pub(super) chuc_vu: String,
    pub(super) chuc_vu_khac: Option<String>,
    pub(super) ho_ten: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct AppendixView {
    pub(super) so: String,
    pub(super) ten: String,
    pub(super) huong: &'static str,
    pub(super) kem_theo: String,
    pub(super) noi_dung: Vec<Event>,
}

/// The plan as templates see it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct PlanView {
    pub(super) tieu_de: String,
    pub(super) tac_gia: String,
    pub(super) dinh_danh: String,
    pub(super) ngay_may: String,
    /// Words of the draft mark; nothing once the plan is issued.
    pub(super) du_thao: Option<String>,
    pub(super) do_khan: Option<&'static str>,
    pub(super) luu_hanh: Option<&'static str>,
    pub(super) co_quan_chu_quan: Vec<String>,
    /// One name for each issuer, broken into lines.
    pub(super) co_quan_ban_hanh: Vec<String>,
    pub(super) so: String,
    pub(super) ky_hieu: String,
    pub(super) dia_danh: String,
    pub(super) ngay: String,
    pub(super) trich_yeu: String,
    pub(super) thoi_ky: Option<String>,
    pub(super) danh_so: String,
    pub(super) can_cu: Vec<BasisView>,
    pub(super) mo_dau: Vec<String>,
    pub(super) muc_dich: Vec<String>,
    pub(super) yeu_cau: Vec<String>,
    pub(super) noi_dung: Vec<Event>,
    /// Every entry of each kind, for the usual outline.
    pub(super) tat_ca: AllMounts,
    pub(super) ket_thuc: Vec<String>,
    pub(super) phu_luc: Vec<AppendixView>,
    pub(super) noi_nhan: Vec<RecipientView>,
    pub(super) luu: Vec<String>,
    /// Drafter and number of copies: `PL.(300)`.
    pub(super) soan_thao: Option<String>,
    pub(super) dia_chi: Option<String>,
    pub(super) nguoi_ky: Vec<SignatureView>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct AllMounts {
    pub(super) chi_tieu: MountView,
    pub(super) du_an: MountView,
    pub(super) kinh_phi: MountView,
    pub(super) nhiem_vu: MountView,
    pub(super) trach_nhiem: MountView,
    pub(super) bao_cao: MountView,
}

/// The values that a text may name.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ValuesView {
    pub(super) nam: i32,
    pub(super) thoi_ky: Option<String>,
    pub(super) ngay: String,
    pub(super) dia_danh: String,
    pub(super) van_ban: BTreeMap<String, String>,
    pub(super) co_quan: BTreeMap<String, String>,
    pub(super) ten_co_quan: BTreeMap<String, String>,
    pub(super) dinh_nghia: BTreeMap<String, String>,
    pub(super) du_an: BTreeMap<String, String>,
    pub(super) ten_du_an: BTreeMap<String, String>,
    pub(super) phu_luc: BTreeMap<String, String>,
    pub(super) chi_tieu: BTreeMap<String, TargetView>,
    pub(super) chuong_trinh: BTreeMap<&'static str, String>,
    pub(super) so_chi_tieu: String,
    pub(super) so_nhiem_vu: String,
    pub(super) kinh_phi: Option<FundingValues>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct FundingValues {
    pub(super) tong: Option<String>,
    pub(super) tong_bang_chu: Option<String>,
    pub(super) tong_so_luong: Option<String>,
    pub(super) don_vi: &'static str,
    /// Total of each source.
    pub(super) nguon: BTreeMap<String, String>,
    pub(super) khoan: BTreeMap<String, ItemView>,
}
