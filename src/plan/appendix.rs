//! Appendices (phụ lục).

use super::block::Block;
use super::settings::Margins;
use crate::schema::limit::Limit;
use crate::schema::{Key, Kind, Read, Reader};
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
