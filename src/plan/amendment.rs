//! What a plan changes in another document (sửa đổi, bổ sung).

use super::cited::CitedDocument;
use crate::schema::Many;
use crate::value::{Ref, Spanned, Text};
use crate::{choice, record};

choice! {
    /// What is done with a part of the other document.
    pub enum Change {
        /// Its words are replaced.
        Replace = "sua", "Sửa đổi";
        /// Its words are replaced and go on.
        Extend = "sua_bo_sung", "Sửa đổi, bổ sung";
        /// A part is added.
        Add = "bo_sung", "Bổ sung";
        /// A table or an appendix takes its place.
        Exchange = "thay", "Thay thế";
        /// Some words take the place of others.
        Words = "thay_cum_tu", "Thay cụm từ";
        /// It is dropped.
        Drop = "bai_bo", "Bãi bỏ";
    }
}

record! {
    /// The changes that a plan makes in a document.
    pub group Amendments, AMENDMENTS = "amendments", "sửa đổi, bổ sung một văn bản";
    /// The document.
    required DOCUMENT document: Option<Ref<CitedDocument>> = "van_ban", "Văn bản được sửa đổi", "Mã của văn bản được sửa đổi, khai báo ở van_ban.", "kh277";
    /// The sentence before the changes.
    optional LEAD_IN lead_in: Option<Text> = "mo", "Câu dẫn", "Câu dẫn vào các nội dung sửa đổi; không viết là Sửa đổi, bổ sung một số nội dung của … như sau:", "\"Điều chỉnh Kế hoạch 277 như sau:\"";
    /// The changes.
    required CHANGES changes: Vec<Amendment> = "noi_dung", "Nội dung sửa đổi", "Từng nội dung sửa đổi, theo thứ tự in; được đánh số theo cấp.", "[{viec: bai_bo, cho: mục IV}]";
}

record! {
    /// One change.
    pub group Amendment, AMENDMENT = "amendment", "nội dung sửa đổi";
    /// What is done.
    required CHANGE change: Option<Spanned<Change>> = "viec", "Việc", "Làm gì với chỗ ấy.", "sua";
    /// Which part it is done with.
    required_line WHERE place_named: Option<Text> = "cho", "Chỗ được sửa", "Mục, khoản, bảng, phụ lục của văn bản được sửa đổi; khi thay cụm từ là nơi có cụm từ ấy.", "khoản 2 mục III";
    /// The part behind which one is added.
    optional_line AFTER after: Option<Text> = "sau", "Vào sau", "Chỗ mà phần bổ sung đứng sau.", "khoản 4 mục III";
    /// Words that are replaced.
    optional_line OLD old: Option<Text> = "cum_tu", "Cụm từ cũ", "Cụm từ bị thay, không kèm dấu ngoặc kép.", "Phòng Lao động";
    /// What takes the place.
    optional_line BY by: Option<Text> = "boi", "Thay bằng", "Phụ lục, bảng hay cụm từ thay vào.", "\"{{ phu_luc.bieu }} kèm theo Kế hoạch này\"";
    /// The new words.
    optional NEW new: Many<Text> = "thanh", "Lời mới", "Lời mới, mỗi đoạn một dòng của danh sách; dấu ngoặc kép do chương trình đặt.", "\"2. Kinh phí thực hiện: 500 triệu đồng.\"";
}
