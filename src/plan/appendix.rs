//! Appendices (phụ lục).

use super::block::Block;
use super::recipient::Signature;
use super::settings::Margins;
use crate::schema::limit::Limit;
use crate::schema::{Key, Kind, Many, Mean, Meaning, Read, Reader, Visitor, Walk};
use crate::value::{Name, Spanned, Text};
use crate::yaml::Node;
use crate::{choice, record};

choice! {
    /// Which way the pages of an appendix are turned.
    pub enum Orientation {
        /// Upright.
        Portrait = "doc", "dọc";
        /// Turned on their side.
        Landscape = "ngang", "ngang";
    }
}

choice! {
    /// Size of the type of an appendix.
    pub enum BodySize {
        /// 13 points.
        Thirteen = "13", "cỡ 13";
        /// 14 points.
        Fourteen = "14", "cỡ 14";
    }
}

record! {
    /// An appendix.
    pub mixed Appendix, APPENDIX = "appendix", "phụ lục";
    /// Title.
    required_line TITLE title: Option<Text> = "ten", "Tên phụ lục", "Tên phụ lục.", "Tổng hợp nhu cầu hỗ trợ";
    /// A number by hand.
    optional NUMBER number: Option<Spanned<AppendixNumber>> = "so", "Số viết tay", "Số in sau chữ Phụ lục, thay cho số La Mã tự đánh; đặt trong nháy.", "\"số 01\"";
    /// Which way its pages are turned.
    optional ORIENTATION orientation: Option<Orientation> = "huong", "Hướng giấy", "Giấy dọc hay ngang; không viết là dọc.", "ngang";
    /// Size of its type; that of the plan if nothing is said.
    optional BODY_SIZE body_size: Option<Spanned<BodySize>> = "co_chu", "Cỡ chữ", "Cỡ chữ của tên và nội dung phụ lục; không viết là cỡ chữ của kế hoạch.", "13";
    /// Size of type in its tables.
    optional TABLE_SIZE table_size: Option<Name> = "co_chu_bang", "Cỡ chữ trong bảng", "Cỡ chữ trong các bảng của phụ lục, từ 11 pt đến 13 pt; không viết là cỡ của kehoach.yaml.", "11 pt";
    /// Margins of its pages.
    optional MARGINS margins: Option<Margins> = "le", "Lề trang", "Lề các trang của phụ lục; lề nào không viết thì như kế hoạch.", "{trai: 30 mm, phai: 15 mm}";
    /// What it holds.
    required CONTENT content: Vec<Block> = "noi_dung", "Nội dung", "Nội dung phụ lục.", "[{in: kinh_phi, dang: bang}]";
    /// Who signs it.
    optional SIGNATURES signatures: Many<Signature> = "nguoi_ky", "Người ký phụ lục", "Người ký ở cuối phụ lục, như người lập biểu; hai người thì viết danh sách, in từ trái sang phải. Phụ lục thường không có chữ ký riêng.", "[{chuc_vu: Người lập biểu}, {chuc_vu: Trưởng phòng}]";
    /// The entity of last year's plan that it goes on from.
    optional CONTINUES continues: Option<Name> = "ke_thua", "Kế thừa", "Mã của phụ lục ấy trong kế hoạch trước, khi mã đã đổi; để so sánh hai kế hoạch, không in.", "bieu_1";
    /// Those of last year's plan that it takes together.
    optional MERGES merges: Many<Name> = "gop_tu", "Gộp từ", "Mã những phụ lục của kế hoạch trước được gộp thành phụ lục này; để so sánh hai kế hoạch, không in.", "[bieu_1, bieu_2]";
    /// The one of last year's plan of which it is a part.
    optional SPLITS splits: Option<Name> = "tach_tu", "Tách từ", "Mã phụ lục của kế hoạch trước mà phụ lục này tách ra; để so sánh hai kế hoạch, không in.", "bieu_1";
}

impl Appendix {
    /// Whether a part of it has an id.
    pub fn has_part(&self, id: &str) -> bool {
        let mut found = false;
        let mut look = |block: &Block| found |= block.id.as_ref().is_some_and(|own| own.0.name == id);
        self.content.iter().for_each(|block| block.visit(&mut look));
        found
    }
}

/// The number of an appendix, as it is printed behind the word Phụ lục: `số 01`, `IIa`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppendixNumber(pub String);

/// Longer than any number of an appendix.
const LONGEST: usize = 20;

impl Read for AppendixNumber {
    fn kind() -> Kind {
        Kind::Name
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        reader.parsed(node, key, |text| {
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let number = ["Phụ lục ", "phụ lục "].iter().find_map(|term| words.strip_prefix(term)).unwrap_or(&words);
            let fits = |letter: char| letter.is_alphanumeric() || " .-/".contains(letter);
            if !number.is_empty() && number.chars().all(fits) && number.chars().count() <= LONGEST {
                Ok(Self(number.to_owned()))
            } else {
                Err("chỉ viết phần sau chữ Phụ lục, gồm chữ và số, ví dụ so: \"số 01\"".to_owned())
            }
        })
    }
}

impl Walk for AppendixNumber {
    fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
}

impl Read for Appendix {
    fn kind() -> Kind {
        Kind::Group(&APPENDIX)
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        if !reader.spend(Limit::Appendices, 1, &node.span.first_line()) {
            return None;
        }
        reader.record(node, key)
    }
}

impl Mean for AppendixNumber {
    fn mean(&self) -> Meaning {
        Meaning::Plain(self.0.clone())
    }
}
