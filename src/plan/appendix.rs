//! Appendices (phụ lục).

use super::block::Block;
use crate::schema::limit::Limit;
use crate::schema::{Key, Kind, Read, Reader};
use crate::value::Text;
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

record! {
    /// An appendix.
    pub mixed Appendix, APPENDIX = "appendix", "phụ lục";
    /// Title.
    required_line TITLE title: Option<Text> = "ten", "Tên phụ lục", "Tên phụ lục.", "Tổng hợp nhu cầu hỗ trợ";
    /// Which way its pages are turned.
    optional ORIENTATION orientation: Option<Orientation> = "huong", "Hướng giấy", "Giấy dọc hay ngang; không viết là dọc.", "ngang";
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
