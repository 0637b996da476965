//! What each body must do (trách nhiệm), and who reports to whom (chế độ báo cáo).

use super::block::Block;
use super::body::Body;
use super::deadline::Deadline;
use crate::schema::{Many, YesNo};
use crate::value::{Name, Ref, Spanned, Text};
use crate::{choice, record};

choice! {
    /// How the duties of a body are headed.
    pub enum DutyForm {
        /// The name on a line of its own, duties below.
        Block = "rieng_dong", "tên cơ quan trên dòng riêng, việc ở dưới";
        /// The name, a colon, the duty on the same line.
        RunIn = "lien_dong", "tên cơ quan, dấu hai chấm, việc trên cùng dòng";
        /// One sentence whose subject is the name.
        Sentence = "ca_cau", "cả mục là một câu, tên cơ quan là chủ ngữ";
    }
}

choice! {
    /// What of a body's part in projects and tasks is listed among its duties.
    pub enum Listing {
        /// What it leads.
        Leads = "chu_tri", "những dự án, nhiệm vụ cơ quan chủ trì";
        /// What it co-operates in.
        Cooperates = "phoi_hop", "những dự án, nhiệm vụ cơ quan phối hợp";
    }
}

record! {
    /// What a body must do.
    pub group Responsibility, RESPONSIBILITY = "responsibility", "trách nhiệm";
    /// Who.
    required BODIES bodies: Many<Ref<Body>> = "co_quan", "Cơ quan", "Mã cơ quan, hoặc nhiều mã.", "vhxh";
    /// Words in place of the bodies' names.
    optional_line HEADING heading: Option<Text> = "tieu_de", "Tiêu đề", "Lời thay cho tên cơ quan ở tiêu đề.", "Các ban, ngành, đoàn thể xã";
    /// How it is headed.
    optional FORM form: Option<Spanned<DutyForm>> = "dang", "Dạng", "Cách in; không viết thì theo dữ liệu: có loi là liền dòng.", "ca_cau";
    /// Whether the body is asked rather than told (đề nghị).
    optional REQUEST requested: Option<YesNo> = "de_nghi", "Đề nghị", "Cơ quan ngoài quyền của người ký thì đề nghị chứ không giao: viết co.", "co";
    /// Duties as a paragraph.
    optional TEXT text: Option<Text> = "loi", "Lời", "Trách nhiệm viết thành đoạn, in liền sau tên cơ quan.", "Chủ trì rà soát hộ nghèo.";
    /// Duties as a list.
    optional ITEMS items: Vec<Block> = "viec", "Các việc", "Từng việc, in thành gạch đầu dòng.", "[Tổng hợp kết quả, báo cáo Ủy ban nhân dân xã]";
    /// What the program lists by itself.
    optional LISTINGS listings: Many<Spanned<Listing>> = "liet_ke", "Tự liệt kê", "Chương trình tự liệt kê các dự án, nhiệm vụ mà cơ quan chủ trì, phối hợp, theo số in trong bảng.", "[chu_tri, phoi_hop]";
    /// Group for printing.
    optional GROUP group: Option<Name> = "nhom", "Nhóm", "Tên nhóm, khi một cơ quan có trách nhiệm ở nhiều phần.", "chu_tri";
}

impl Responsibility {
    /// How it is headed: as written, else as its data ask for.
    pub fn shown_as(&self) -> DutyForm {
        match &self.form {
            Some(form) => form.value,
            None if self.text.is_some() => DutyForm::RunIn,
            None => DutyForm::Block,
        }
    }
}

record! {
    /// A reporting duty.
    pub group Report, REPORT = "report", "chế độ báo cáo";
    /// On what.
    required WHAT what: Option<Text> = "noi_dung", "Nội dung", "Báo cáo về việc gì.", "kết quả thực hiện Kế hoạch";
    /// From whom.
    required REPORTING from: Many<Ref<Body>> = "co_quan", "Cơ quan báo cáo", "Ai báo cáo.", "vhxh";
    /// To whom.
    required RECEIVING to: Many<Ref<Body>> = "gui", "Gửi", "Ai nhận báo cáo.", "ubnd_huyen";
    /// Through whom.
    optional VIA via: Option<Ref<Body>> = "qua", "Qua", "Cơ quan đầu mối tổng hợp.", "phong_ldtbxh";
    /// When, or how often.
    optional WHEN when: Option<Deadline> = "thoi_han", "Thời hạn", "Khi nào, hoặc bao lâu một lần.", "trước ngày 25 của tháng cuối quý";
    /// What time it covers.
    optional_line COVERED period: Option<Text> = "ky", "Kỳ báo cáo", "Khoảng thời gian mà báo cáo nói tới.", "06 tháng đầu năm";
}
