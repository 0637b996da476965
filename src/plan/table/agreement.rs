//! Figures of a table that must be those of another place.

use crate::record;
use crate::schema::{Key, Kind, Mean, Meaning, Read, Reader, Visitor, Walk};
use crate::value::Spanned;
use crate::value::id::is_id;
use crate::yaml::Node;

record! {
    /// A figure of the table, and the value that it must be equal to.
    pub group Agreement, AGREEMENT = "agreement", "hai số phải khớp";
    /// The figure.
    required CELL cell: Option<Spanned<ValuePath>> = "o", "Ô của bảng này", "Mã dòng, dấu chấm, mã cột; dòng tổng là tong; số dòng là so_dong.", "tong.so_tien";
    /// The value.
    required OTHER other: Option<Spanned<ValuePath>> = "voi", "Khớp với", "Tên của một con số mà câu gọi được, không có ngoặc nhọn.", "kinh_phi.tong";
}

/// The name of a value, from the outermost in: `kinh_phi.tong`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValuePath(pub Vec<String>);

impl ValuePath {
    /// The name as it is written.
    pub fn written(&self) -> String {
        self.0.join(".")
    }
}

impl Read for ValuePath {
    fn kind() -> Kind {
        Kind::Form("tên một giá trị", "^[^{}]+$")
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        reader.parsed(node, key, |text| {
            let path: Vec<String> = text.trim().split('.').map(str::to_owned).collect();
            if path.iter().all(|name| is_id(name)) {
                Ok(Self(path))
            } else {
                Err(format!("viết tên giá trị, không có ngoặc nhọn, ví dụ {}: {}", key.key, key.example))
            }
        })
    }
}

impl Walk for ValuePath {
    fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
}

impl Mean for ValuePath {
    fn mean(&self) -> Meaning {
        Meaning::Plain(self.written())
    }
}
