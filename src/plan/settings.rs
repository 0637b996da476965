//! The settings of an office, `kehoach.yaml`: choices within what the decree permits.

use crate::diagnostic::Diagnostic;
use crate::schema::Reader;
use crate::value::{Name, Spanned};
use crate::yaml::Node;
use crate::{choice, record};

choice! {
    /// Sizes of type that go together.
    pub enum TypeSize {
        /// Body in 13.
        Thirteen = "13", "nội dung cỡ 13, Quốc hiệu 12, Tiêu ngữ 13";
        /// Body in 14.
        Fourteen = "14", "nội dung cỡ 14, Quốc hiệu 13, Tiêu ngữ 14";
    }
}

record! {
    /// What an office has set.
    pub group Settings, SETTINGS = "settings", "thiết lập của văn phòng";
    /// Size of the body's type; the usual one if it is not set.
    optional TYPE_SIZE type_size: Option<Spanned<TypeSize>> = "co_chu", "Cỡ chữ", "Bộ cỡ chữ; không viết là 14.", "14";
    /// Margins of the page.
    optional MARGINS margins: Option<Margins> = "le", "Lề trang", "Lề trang.", "{trai: 30 mm, phai: 15 mm}";
    /// Indent of first lines.
    optional FIRST_LINE first_line: Option<Name> = "thut_dau_dong", "Thụt đầu dòng", "1 cm hoặc 1,27 cm.", "1,27 cm";
    /// Gap between paragraphs.
    optional GAP gap: Option<Name> = "cach_doan", "Khoảng cách giữa các đoạn", "Từ 6 pt trở lên.", "6 pt";
    /// Distance between lines.
    optional PITCH pitch: Option<Name> = "gian_dong", "Giãn dòng", "Khoảng cách giữa hai dòng, từ dòng đơn đến 1,5 dòng.", "18 pt";
    /// Size of type in tables.
    optional TABLE_SIZE table_size: Option<Name> = "co_chu_bang", "Cỡ chữ trong bảng", "Từ 11 pt đến 13 pt.", "12 pt";
    /// Folder of the office's own fonts.
    optional FONTS fonts: Option<Name> = "phong_chu", "Thư mục phông chữ", "Thư mục có bốn tệp phông của văn phòng cho bản PDF: thường, đậm, nghiêng, đậm nghiêng.", "phong";
    /// How grave findings are in this office.
    optional LEVELS levels: Vec<LevelChoice> = "muc_do", "Mức của thông báo", "Mức mà cơ quan đặt cho từng mã thông báo.", "[{ma: KH-0607, muc: tat}]";
}

choice! {
    /// How grave an office takes the findings of a code.
    pub enum Level {
        /// They are not shown.
        Off = "tat", "không báo";
        /// Worth knowing.
        Info = "luu_y", "lưu ý";
        /// Probably a mistake.
        Warning = "canh_bao", "cảnh báo";
        /// The plan is not built.
        Error = "loi", "lỗi, kế hoạch không được dựng";
    }
}

record! {
    /// How grave the findings of a code are.
    pub group LevelChoice, LEVEL_CHOICE = "level", "mức của thông báo";
    /// The code.
    required CODE code: Option<Name> = "ma", "Mã", "Mã của thông báo, như in trong ngoặc vuông.", "KH-0607";
    /// The level.
    required LEVEL level: Option<Spanned<Level>> = "muc", "Mức", "tat, luu_y, canh_bao hoặc loi.", "canh_bao";
}

record! {
    /// Margins of the page.
    pub group Margins, MARGINS_SHAPE = "margins", "lề trang";
    /// Above.
    optional TOP top: Option<Name> = "tren", "Lề trên", "Từ 20 mm đến 25 mm.", "20 mm";
    /// Below.
    optional BOTTOM bottom: Option<Name> = "duoi", "Lề dưới", "Từ 20 mm đến 25 mm.", "20 mm";
    /// At the left.
    optional LEFT left: Option<Name> = "trai", "Lề trái", "Từ 30 mm đến 35 mm.", "30 mm";
    /// At the right.
    optional RIGHT right: Option<Name> = "phai", "Lề phải", "Từ 15 mm đến 20 mm.", "15 mm";
}

/// Reads the settings of an office: what can be read, and what is wrong with the rest.
pub fn read_settings(node: &Node) -> (Settings, Vec<Diagnostic>) {
    let mut reader = Reader::default();
    let settings = reader.root(node);
    (settings, reader.diagnostics)
}
