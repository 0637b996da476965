//! Bodies (cơ quan): agencies, officers and groups that issue, do or receive something.

use crate::record;
use crate::schema::{Key, Kind, Mean, Meaning, Read, Reader, Visitor, Walk};
use crate::value::{Entity, FullDate, Home, Name, Ref, Spanned, Text};
use crate::yaml::Node;

record! {
    /// An agency, an officer or a group.
    pub group Body, BODY = "body_entry", "cơ quan";
    /// Official name in full.
    required_line NAME name: Option<Text> = "ten", "Tên đầy đủ", "Tên chính thức, đầy đủ.", "Ủy ban nhân dân xã Bình Minh";
    /// Short name for running text.
    optional_line SHORT short: Option<Text> = "ten_ngan", "Tên ngắn", "Tên viết gọn dùng trong câu.", "UBND xã Bình Minh";
    /// Lines in which the name stands at the head of a document.
    optional LINES lines: Vec<Line> = "dong", "Dòng in ở đầu văn bản", "Cách ngắt tên thành dòng ở ô cơ quan ban hành, cơ quan chủ quản; không viết thì ngắt sau Ủy ban nhân dân.", "[Ủy ban nhân dân, xã Bình Minh]";
    /// The body above it.
    optional PARENT parent: Option<Ref<Body>> = "thuoc", "Trực thuộc", "Cơ quan cấp trên trực tiếp.", "ubnd_xa";
    /// Groups it belongs to.
    optional GROUPS groups: Vec<Name> = "nhom", "Nhóm", "Các nhóm mà cơ quan thuộc về, như ban_nganh.", "[ban_nganh]";
    /// First day of its name.
    optional FROM from: Option<Spanned<FullDate>> = "tu_ngay", "Có từ ngày", "Ngày cơ quan bắt đầu có tên này.", "01/7/2025";
    /// Last day of its name.
    optional UNTIL until: Option<Spanned<FullDate>> = "den_ngay", "Đến ngày", "Ngày cuối cùng cơ quan còn tên này; không in.", "30/6/2025";
    /// The body that has its work since then.
    optional REPLACED_BY replaced_by: Option<Ref<Body>> = "thay_bang", "Cơ quan thay thế", "Mã cơ quan nhận nhiệm vụ sau ngày đó; không in.", "so_nnmt";
}

impl Entity for Body {
    const HOME: &'static Home =
        &Home { term: "cơ quan", place: "khóa «co_quan» của kế hoạch hoặc của tệp dùng chung" };
}

/// A line of a name at the head of a document; it may begin in the middle of the name.
#[derive(Debug, Clone, PartialEq)]
pub struct Line(pub Text);

impl Read for Line {
    fn kind() -> Kind {
        Kind::Text
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        reader.text(node, key).map(Self)
    }
}

impl Walk for Line {
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.0.walk(visitor);
    }
}

impl Mean for Line {
    fn mean(&self) -> Meaning {
        self.0.mean()
    }
}
