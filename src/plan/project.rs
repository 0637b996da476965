//! Dự án and Tiểu dự án as this plan carries them out, and who leads them.

use super::block::Block;
use super::body::Body;
use super::lead::CoLeads;
use crate::record;
use crate::schema::Many;
use crate::value::{Amount, Ref, Spanned, Text};

record! {
    /// A Dự án or Tiểu dự án as this plan carries it out; its id is the programme's.
    pub group Project, PROJECT = "project", "dự án thực hiện";
    /// The one body that leads it.
    optional LEAD lead: Option<Ref<Body>> = "chu_tri", "Chủ trì", "Cơ quan chủ trì, duy nhất một cơ quan.", "vhxh";
    /// Bodies that lead a part each.
    optional CO_LEADS co_leads: CoLeads = "dong_chu_tri", "Đồng chủ trì", "Các cơ quan cùng chủ trì; có phần việc riêng thì viết mã: phần việc.", "{tram_y_te: phần khám sức khỏe}";
    /// Bodies that co-operate.
    optional COOPERATING cooperating: Many<Ref<Body>> = "phoi_hop", "Phối hợp", "Các cơ quan phối hợp.", "[dcnn, tckt]";
    /// Its goals.
    optional GOALS goals: Many<Text> = "muc_tieu", "Mục tiêu", "Mục tiêu của dự án trong kế hoạch; nhiều mục tiêu thì viết danh sách.", "Hộ nghèo có việc làm ổn định.";
    /// Whom it serves.
    optional GROUPS groups: Many<Text> = "doi_tuong", "Đối tượng", "Những người được hỗ trợ; nhiều đối tượng thì viết danh sách.", "[Người lao động thuộc hộ nghèo]";
    /// What it does.
    optional CONTENT content: Vec<Block> = "noi_dung", "Nội dung", "Nội dung hỗ trợ.", "[Tập huấn kỹ thuật chăn nuôi]";
    /// Its money.
    optional AMOUNT amount: Option<Spanned<Amount>> = "so_tien", "Số tiền", "Kinh phí của dự án trong kế hoạch; trước số viết được khoảng, trên, không quá, tối thiểu….", "15.000.000 đồng";
    /// Its money in words.
    optional FUNDING funding: Option<Text> = "kinh_phi", "Kinh phí", "Kinh phí bằng lời: khi chưa có số tiền, hoặc để nói rõ số tiền gồm những gì.", "theo nguồn ngân sách được phân bổ";
    /// Who does what, in words that stand for the lines on lead and co-operation.
    optional ASSIGNMENT assignment: Option<Text> = "phan_cong", "Phân công thực hiện", "Câu phân công viết tay, thay cho dòng chủ trì và phối hợp.", "Phòng Kinh tế chủ trì, phối hợp với các thôn thực hiện";
}
