//! Tasks with their owners (nhiệm vụ).

use super::body::Body;
use super::deadline::Deadline;
use super::programme::ProgrammeProject;
use super::project::CoLeads;
use super::target::Target;
use crate::record;
use crate::schema::Many;
use crate::value::{Ref, Spanned, Text};

record! {
    /// A task with its owner.
    pub group Task, TASK = "task", "nhiệm vụ";
    /// What is to be done.
    required TEXT text: Option<Text> = "viec", "Việc", "Việc phải làm.", "Rà soát hộ nghèo, hộ cận nghèo";
    /// Who leads.
    optional LEAD lead: Option<Ref<Body>> = "chu_tri", "Chủ trì", "Cơ quan chủ trì.", "vhxh";
    /// Who leads a part.
    optional CO_LEADS co_leads: CoLeads = "dong_chu_tri", "Đồng chủ trì", "Các cơ quan cùng chủ trì; có phần việc riêng thì viết mã: phần việc.", "{tram_y_te: phần khám sức khỏe}";
    /// Who co-operates.
    optional COOPERATING cooperating: Many<Ref<Body>> = "phoi_hop", "Phối hợp", "Các cơ quan phối hợp.", "[tram_y_te]";
    /// Until when.
    optional DEADLINE deadline: Option<Spanned<Deadline>> = "thoi_han", "Thời hạn", "Thời hạn: một câu, các khóa của thời hạn, hoặc danh sách các mốc.", "{truoc_ngay: 15/12/2024}";
    /// What comes of it.
    optional PRODUCT product: Option<Text> = "san_pham", "Sản phẩm", "Kết quả phải có.", "Báo cáo kết quả rà soát";
    /// The project it belongs to.
    optional PROJECT project: Option<Ref<ProgrammeProject>> = "du_an", "Dự án", "Dự án mà nhiệm vụ thuộc về; không in.", "da2";
    /// The targets it serves.
    optional TARGETS targets: Many<Ref<Target>> = "chi_tieu", "Chỉ tiêu", "Các chỉ tiêu mà nhiệm vụ phục vụ, kể cả chỉ tiêu nằm trong trong_do; không in.", "[ho_ngheo]";
}
