//! The layout that Nghị định 30/2020/NĐ-CP demands, as one value.
//!
//! Owns every measure of a document, its permitted range and its clause. Both writers read `chosen`, checks read what is
//! `allowed`. Knows no plan, no tree and no format; a length stands nowhere else in the program.

pub mod component;
mod measure;
pub mod measured;
mod rule;
mod style;

pub use component::Component;
pub use measure::{Choice, MEASURES, Measure, MeasureId};
pub use rule::{Allowed, Rule, Share};
pub use style::{Align, Letters, Slant, Style, Weight};

use crate::units::Length;

const PAGE: &str = "Phụ lục I, phần I, mục I";
const BODY: &str = "Phụ lục I, phần I, mục II, khoản 6";
const PRACTICE: &str = "thông lệ văn phòng; Nghị định không quy định";

/// The two indents of a first line; nothing between them is permitted.
const FIRST_LINE_INDENTS: &[Length] = &[Length::mm(10), Length::um(12_700)];

/// The two coupled sets of type sizes in the footnote of the decree's table of type (bảng mẫu chữ).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypeSet {
    /// Quốc hiệu 12, Tiêu ngữ 13, place and date 13, body 13.
    Thirteen,
    /// Quốc hiệu 13, Tiêu ngữ 14, place and date 14, body 14.
    Fourteen,
}

/// Sizes of type, one for each group of components that moves together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sizes {
    /// Quốc hiệu, and the names of the agencies beside it.
    pub national_title: Rule<Length>,
    /// Tiêu ngữ, place and date.
    pub national_motto: Rule<Length>,
    /// Số, ký hiệu, and the boxed marks below it, which are 13 or 14 whatever the body is.
    pub number_symbol: Rule<Length>,
    /// Tên loại, trích yếu, body, signature, page number.
    pub body: Rule<Length>,
    /// "Nơi nhận:".
    pub recipients_label: Rule<Length>,
    /// The lines of nơi nhận and the drafter's mark.
    pub recipient: Rule<Length>,
    /// "Phụ lục I".
    pub appendix_number: Rule<Length>,
    /// Address at the foot of page 1.
    pub address_footer: Rule<Length>,
    /// Text in tables.
    pub table: Rule<Length>,
}

/// Page size and margins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Short side of A4.
    pub width: Rule<Length>,
    /// Long side of A4.
    pub height: Rule<Length>,
    /// Lề trên.
    pub margin_top: Rule<Length>,
    /// Lề dưới.
    pub margin_bottom: Rule<Length>,
    /// Lề trái.
    pub margin_left: Rule<Length>,
    /// Lề phải.
    pub margin_right: Rule<Length>,
    /// From the upper edge of the paper to the page number, and from the lower edge to the address.
    pub header_distance: Rule<Length>,
}

impl Page {
    /// The width of a line of text on a portrait page.
    pub fn text_width(&self) -> Length {
        self.width.chosen - self.margin_left.chosen - self.margin_right.chosen
    }

    /// The height of the text on a portrait page.
    pub fn text_height(&self) -> Length {
        self.height.chosen - self.margin_top.chosen - self.margin_bottom.chosen
    }

    /// The height of the text on a landscape page, which keeps the same upper and lower margins.
    pub fn landscape_text_height(&self) -> Length {
        self.width.chosen - self.margin_top.chosen - self.margin_bottom.chosen
    }

    /// The width of a line of text on a landscape page, which keeps the same left and right margins.
    pub fn landscape_text_width(&self) -> Length {
        self.height.chosen - self.margin_left.chosen - self.margin_right.chosen
    }
}

/// Distances inside the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spacing {
    /// Thụt đầu dòng: 1 cm or 1.27 cm, nothing between.
    pub first_line: Rule<Length>,
    /// Khoảng cách giữa các đoạn.
    pub paragraph_gap: Rule<Length>,
    /// Distance from one baseline to the next in the body.
    pub line_pitch: Rule<Length>,
    /// Gap between the header block and tên loại.
    pub before_title: Rule<Length>,
    /// Gap between the rule under trích yếu and the text.
    pub after_title: Rule<Length>,
    /// Gap above the number, symbol, place and date, above each mark, and between two issuers.
    pub before_number: Rule<Length>,
    /// Gap between the body and the block of recipients and signature.
    pub before_closing: Rule<Length>,
    /// Room for the signature and the seal.
    pub signature: Rule<Length>,
    /// Width of the right column of the header, wide enough for Quốc hiệu in one line.
    pub header_right_column: Rule<Length>,
    /// Width of the left column of recipients and signature, as a share of the text width.
    pub recipients_column: Rule<Share>,
}

/// Rules drawn under text (đường kẻ ngang, nét liền).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lines {
    /// Weight of a rule.
    pub weight: Rule<Length>,
    /// From the lower edge of the text's line to the rule.
    pub gap: Rule<Length>,
    /// Length of the rule under Tiêu ngữ, as a share of its text.
    pub under_motto: Rule<Share>,
    /// Length of the rule under the issuer's name, as a share of its last line.
    pub under_issuer: Rule<Share>,
    /// Length of the rule under trích yếu, as a share of its last line.
    pub under_subject: Rule<Share>,
    /// Length of the rule under the line "(Kèm theo ...)", as a share of its last line.
    pub under_appendix_reference: Rule<Share>,
}

/// Tables; the decree leaves them to the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tables {
    /// Weight of the grid.
    pub grid: Rule<Length>,
    /// From the grid to the text at the left and right of a cell.
    pub cell_padding_x: Rule<Length>,
    /// From the grid to the text above and below it in a cell.
    pub cell_padding_y: Rule<Length>,
}

/// Boxed marks (dấu khẩn, dấu lưu hành, dự thảo).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks {
    /// Height of a box.
    pub height: Rule<Length>,
    /// Width of the box of HỎA TỐC.
    pub flash_width: Rule<Length>,
    /// Width of the box of THƯỢNG KHẨN.
    pub immediate_width: Rule<Length>,
    /// Width of the box of KHẨN.
    pub urgent_width: Rule<Length>,
    /// Width of the box of DỰ THẢO.
    pub draft_width: Rule<Length>,
    /// Width of the box of XEM XONG TRẢ LẠI, LƯU HÀNH NỘI BỘ.
    pub circulation_width: Rule<Length>,
}

/// The whole layout of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decree {
    /// Which of the two sets of sizes is used.
    pub type_set: TypeSet,
    /// Page size and margins.
    pub page: Page,
    /// Sizes of type.
    pub sizes: Sizes,
    /// Distances inside the text.
    pub spacing: Spacing,
    /// Rules under text.
    pub lines: Lines,
    /// Tables.
    pub tables: Tables,
    /// Boxed marks.
    pub marks: Marks,
}

/// Fixed text of Quốc hiệu. Phụ lục I, phần I, mục II, khoản 1.
pub const NATIONAL_TITLE: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
/// Fixed text of Tiêu ngữ. Phụ lục I, phần I, mục II, khoản 1.
pub const NATIONAL_MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";
/// The name of the typeface. Phụ lục I, phần I, mục I, khoản 3.
pub const TYPEFACE: &str = "Times New Roman";

impl Decree {
    /// The layout with the usual choices of an office, in one of the two sets of sizes.
    pub const fn new(type_set: TypeSet) -> Self {
        let (title, motto, body, pitch_min, pitch_max) = match type_set {
            TypeSet::Thirteen => (12, 13, 13, 149, 224),
            TypeSet::Fourteen => (13, 14, 14, 161, 241),
        };
        let (title, motto, body) = (Length::pt(title), Length::pt(motto), Length::pt(body));
        Self {
            type_set,
            page: Page {
                width: Rule::exactly(PAGE, Length::mm(210)),
                height: Rule::exactly(PAGE, Length::mm(297)),
                margin_top: Rule::between(PAGE, Length::mm(20), Length::mm(25), Length::mm(20)),
                margin_bottom: Rule::between(PAGE, Length::mm(20), Length::mm(25), Length::mm(20)),
                margin_left: Rule::between(PAGE, Length::mm(30), Length::mm(35), Length::mm(30)),
                margin_right: Rule::between(PAGE, Length::mm(15), Length::mm(20), Length::mm(15)),
                header_distance: Rule::between(PAGE, Length::mm(8), Length::mm(12), Length::mm(10)),
            },
            sizes: Sizes {
                national_title: Rule::exactly("Phụ lục I, phần I, bảng mẫu chữ", title),
                national_motto: Rule::exactly("Phụ lục I, phần I, bảng mẫu chữ", motto),
                number_symbol: Rule::exactly("Phụ lục I, phần I, mục II, khoản 3", Length::pt(13)),
                body: Rule::exactly(BODY, body),
                recipients_label: Rule::exactly("Phụ lục I, phần I, mục II, khoản 9", Length::pt(12)),
                recipient: Rule::exactly("Phụ lục I, phần I, mục II, khoản 9", Length::pt(11)),
                appendix_number: Rule::exactly("Phụ lục I, phần I, mục III, khoản 1", Length::pt(14)),
                address_footer: Rule::between(
                    "Phụ lục I, phần I, mục III, khoản 4",
                    Length::pt(11),
                    Length::pt(12),
                    Length::pt(11),
                ),
                table: Rule::between(PRACTICE, Length::pt(11), Length::pt(13), Length::pt(12)),
            },
            spacing: Spacing {
                first_line: Rule::either(BODY, FIRST_LINE_INDENTS, Length::um(12_700)),
                paragraph_gap: Rule::between(BODY, Length::pt(6), Length::pt(12), Length::pt(6)),
                line_pitch: Rule::between(
                    BODY,
                    Length::pt_tenths(pitch_min),
                    Length::pt_tenths(pitch_max),
                    Length::pt(18),
                ),
                before_title: Rule::between(PRACTICE, Length::pt(6), Length::pt(24), Length::pt(14)),
                after_title: Rule::between(PRACTICE, Length::pt(6), Length::pt(24), Length::pt(12)),
                before_number: Rule::between(PRACTICE, Length::pt(3), Length::pt(12), Length::pt(6)),
                before_closing: Rule::between(PRACTICE, Length::pt(6), Length::pt(24), Length::pt(12)),
                signature: Rule::between(PRACTICE, Length::mm(20), Length::mm(40), Length::mm(27)),
                header_right_column: Rule::between(PRACTICE, Length::mm(92), Length::mm(105), Length::mm(98)),
                recipients_column: Rule::between_shares(
                    PRACTICE,
                    Share::permille(400),
                    Share::permille(600),
                    Share::permille(500),
                ),
            },
            lines: Lines {
                weight: Rule::between(PRACTICE, Length::pt_tenths(5), Length::pt(1), Length::emu(9_525)),
                gap: Rule::between(PRACTICE, Length::ZERO, Length::pt(4), Length::pt(3)),
                under_motto: Rule::between_shares(
                    "Phụ lục I, phần I, mục II, khoản 1",
                    Share::permille(950),
                    Share::permille(1_060),
                    Share::permille(1_000),
                ),
                under_issuer: Rule::between_shares(
                    "Phụ lục I, phần I, mục II, khoản 2",
                    Share::permille(333),
                    Share::permille(500),
                    Share::permille(420),
                ),
                under_subject: Rule::between_shares(
                    "Phụ lục I, phần I, mục II, khoản 5",
                    Share::permille(333),
                    Share::permille(500),
                    Share::permille(420),
                ),
                under_appendix_reference: Rule::between_shares(
                    PRACTICE,
                    Share::permille(250),
                    Share::permille(500),
                    Share::permille(350),
                ),
            },
            tables: Tables {
                grid: Rule::between(PRACTICE, Length::pt_tenths(5), Length::pt(1), Length::pt_tenths(5)),
                cell_padding_x: Rule::between(PRACTICE, Length::um(500), Length::mm(3), Length::um(1_500)),
                cell_padding_y: Rule::between(PRACTICE, Length::ZERO, Length::mm(3), Length::pt(2)),
            },
            marks: Marks {
                height: Rule::exactly("Phụ lục I, phần I, mục III, khoản 2", Length::mm(8)),
                flash_width: Rule::exactly("Phụ lục I, phần I, mục III, khoản 2", Length::mm(30)),
                immediate_width: Rule::exactly("Phụ lục I, phần I, mục III, khoản 2", Length::mm(40)),
                urgent_width: Rule::exactly("Phụ lục I, phần I, mục III, khoản 2", Length::mm(20)),
                draft_width: Rule::exactly(PRACTICE, Length::mm(30)),
                circulation_width: Rule::exactly(PRACTICE, Length::mm(62)),
            },
        }
    }
}
