//! The id of a table, of a row or of a column, and the names that stand beside them.

use crate::schema::{Key, Kind, Mean, Meaning, Read, Reader, Visitor, Walk};
use crate::value::Spanned;
use crate::value::id::is_id;
use crate::yaml::Node;

/// The name of the total of a table, which no row may have as its own id.
pub const TOTAL: &str = "tong";
/// The names of what is counted in a table or in a group: its rows, the same in words, its groups.
pub const COUNTS: [&str; 3] = ["so_dong", "so_dong_bang_chu", "so_nhom"];

/// The id of a table, of a row or of a column, by which formulas, sentences and other tables call it.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnId(pub Spanned<String>);

impl Read for OwnId {
    fn kind() -> Kind {
        Kind::Name
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let value = reader.parsed(node, key, |text| {
            let text = text.trim();
            if is_id(text) && !text.starts_with(|letter: char| letter.is_ascii_digit()) {
                Ok(text.to_owned())
            } else {
                Err("mã gồm chữ, số và dấu gạch dưới, mở đầu bằng chữ, ví dụ ma: ho_ngheo".to_owned())
            }
        })?;
        Some(Self(Spanned { value, span: node.span.clone() }))
    }
}

impl Walk for OwnId {
    fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
}

impl Mean for OwnId {
    fn mean(&self) -> Meaning {
        Meaning::Plain(self.0.value.clone())
    }
}
