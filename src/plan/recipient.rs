//! Nơi nhận and người ký.

use super::body::Body;
use crate::record;
use crate::schema::limit::Limit;
use crate::schema::{Key, Kind, Many, Mean, Meaning, Read, Reader, Visitor, Walk};
use crate::value::{IdOrText, Name, Place, Ref, Text};
use crate::yaml::{Node, Value};

record! {
    /// A line of nơi nhận.
    pub mixed Recipient, RECIPIENT = "recipient", "nơi nhận";
    /// Bodies that receive the plan through this line.
    optional BODIES bodies: Many<Ref<Body>> = "co_quan", "Cơ quan", "Mã cơ quan, hoặc nhiều mã trên một dòng.", "[vhxh, dcnn]";
    /// A group whose bodies all receive the plan through this line.
    optional GROUP group: Option<Name> = "nhom", "Nhóm cơ quan", "Tên nhóm trong danh bạ: mọi cơ quan của nhóm đều nhận.", "ban_nganh";
    /// Words in place of the bodies' names.
    optional_line TEXT text: Option<Text> = "loi", "Lời", "Tên in trên dòng; không viết thì in tên ngắn của các cơ quan.", "Các ban, ngành, đoàn thể xã";
    /// What it is sent for, printed in brackets.
    optional_line PURPOSE purpose: Option<Text> = "de", "Để", "Lời trong ngoặc: gửi để làm gì.", "báo cáo";
}

impl Read for Recipient {
    fn kind() -> Kind {
        <IdOrText<Body>>::kind().or(Kind::Group(&RECIPIENT))
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        if !reader.spend(Limit::Recipients, 1, &node.span.first_line()) {
            return None;
        }
        let Value::Text(_) = node.value else { return reader.record(node, key) };
        if reader.has_glued_key(node, &RECIPIENT) {
            return None;
        }
        let place = Place::without_keys(node.span.clone());
        let line = Self { bodies: Many::default(), group: None, text: None, purpose: None, place };
        Some(match IdOrText::read(node, key, reader)? {
            IdOrText::Id(id) => Self { bodies: Many(vec![id]), ..line },
            IdOrText::Text(text) => Self { text: Some(text), ..line },
        })
    }
}

record! {
    /// Who signs.
    pub mixed Signature, SIGNATURE = "signature_shape", "người ký";
    /// Lines above the post: `TM. ỦY BAN NHÂN DÂN`.
    optional_line AUTHORITY authority: Vec<Authority> = "quyen_han", "Quyền hạn", "Các dòng trên chức vụ, mở đầu bằng TM. KT. TL. TUQ. hoặc Q.", "[TM. Ủy ban nhân dân]";
    /// Post.
    required_line POST post: Option<Text> = "chuc_vu", "Chức vụ", "Chức vụ lãnh đạo chính thức của người ký.", "Chủ tịch";
    /// Second post, printed above the name.
    optional_line OTHER_POST other_post: Option<Text> = "chuc_vu_khac", "Chức vụ khác", "Chức vụ ghi trên họ tên.", "Trưởng Ban Chỉ đạo";
    /// Name.
    optional_line SIGNER_NAME name: Option<Text> = "ho_ten", "Họ và tên", "Họ, chữ đệm, tên; không ghi học hàm, học vị.", "Nguyễn Văn An";
}

impl Read for Signature {
    fn kind() -> Kind {
        Kind::Group(&SIGNATURE)
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        if !reader.spend(Limit::Recipients, 1, &node.span.first_line()) {
            return None;
        }
        reader.record(node, key)
    }
}

/// A line above the post of who signs: `TM. Ủy ban nhân dân`.
#[derive(Debug, Clone, PartialEq)]
pub struct Authority(pub Text);

/// What such a line begins with. Phụ lục I, phần I, mục II, khoản 7.
const CODES: [&str; 5] = ["TM. ", "KT. ", "TL. ", "TUQ. ", "Q. "];

impl Read for Authority {
    fn kind() -> Kind {
        Kind::Text
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let text = reader.text(node, key)?;
        let letters = text.letters();
        if !CODES.iter().any(|code| letters.starts_with(code)) {
            let advice =
                "mở đầu bằng TM. KT. TL. TUQ. hoặc Q., dấu cách, rồi tên cơ quan hoặc chức vụ: TM. Ủy ban nhân dân";
            reader.bad_value(node, key, advice);
            return None;
        }
        Some(Self(text))
    }
}

impl Walk for Authority {
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.0.walk(visitor);
    }
}

impl Mean for Authority {
    fn mean(&self) -> Meaning {
        self.0.mean()
    }
}
