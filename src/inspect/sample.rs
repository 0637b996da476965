//! A right plan, measured, for the tests of the rules.

use super::observed::{
    Align, Column, Face, Medium, Observed, PageNumber, Paragraph, Place, RuleBelow, Run, Sheet, Traits,
};
use crate::units::Length;

/// The look of a paragraph of the sample.
#[derive(Clone, Copy)]
struct Look {
    size: i64,
    bold: bool,
    italic: bool,
    align: Align,
    column: Column,
    row: Option<(usize, usize)>,
}

const fn look(size: i64, align: Align) -> Look {
    Look { size, bold: false, italic: false, align, column: Column::Full, row: None }
}

impl Look {
    const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    const fn italic(self) -> Self {
        Self { italic: true, ..self }
    }

    const fn at(self, column: Column, group: usize, row: usize) -> Self {
        Self { column, row: Some((group, row)), ..self }
    }
}

/// The type of the sample's letters.
pub(super) fn face(size: i64, is_bold: bool, is_italic: bool) -> Face {
    let family = "Times New Roman".to_owned();
    Face { family, size: Length::pt(size), is_bold, is_italic, ..Face::default() }
}

fn paragraph(text: &str, look: Look, number: usize) -> Paragraph {
    let is_body = look.align == Align::Both;
    let is_beside = look.column != Column::Full;
    Paragraph {
        place: Place::Part { part: "word/document.xml".to_owned(), paragraph: number },
        page: None,
        last_page: None,
        column: look.column,
        row: look.row,
        text: text.to_owned(),
        runs: vec![Run { text: text.to_owned(), face: face(look.size, look.bold, look.italic) }],
        align: Some(look.align),
        off_center: (look.align == Align::Center).then_some(Length::ZERO),
        first_line: Some(if is_body { Length::um(12_700) } else { Length::ZERO }),
        left: Some(Length::ZERO),
        gap: Some(if is_body { Length::pt(6) } else { Length::ZERO }),
        empty_above: 0,
        pitch: Some(if is_beside { 1_000 } else { 1_120 }),
        rule: None,
        lines: None,
        first_baseline: None,
        last_baseline: None,
        label: None,
        has_layout_spaces: false,
        keeps_next: None,
        begins_page: text.starts_with("Phụ lục "),
    }
}

/// A line under a paragraph, of a share of its text in thousandths.
pub(super) fn rule_below(share: i64) -> RuleBelow {
    let width = Length::mm(60);
    RuleBelow {
        length: width.scaled(share, 1_000),
        text_widths: Some((width, width)),
        off_center: Some(Length::ZERO),
        is_solid: true,
    }
}

fn sheet(paragraphs: std::ops::Range<usize>, restart: Option<u32>) -> Sheet {
    let number = PageNumber {
        is_above: true,
        value: None,
        is_decimal: true,
        line: "#".to_owned(),
        face: face(14, false, false),
        align: Some(Align::Center),
        off_center: Some(Length::ZERO),
    };
    Sheet {
        place: Place::Part { part: "word/document.xml".to_owned(), paragraph: paragraphs.end },
        width: Length::mm(210),
        height: Length::mm(297),
        is_landscape: false,
        top: Some(Length::mm(20)),
        bottom: Some(Length::mm(20)),
        left: Some(Length::mm(30)),
        right: Some(Length::mm(15)),
        gutter: Some(Length::ZERO),
        is_mirrored: Some(false),
        number: Some(number),
        first_number: None,
        restart,
        paragraphs,
    }
}

/// The text of the body, long enough to have several lines.
const SENTENCE: &str = "Rà soát, phân loại hộ nghèo, hộ cận nghèo theo từng nguyên nhân; giao từng đoàn thể giúp đỡ một số \
                        hộ cụ thể, kiểm tra kết quả hằng quý và báo cáo Ủy ban nhân dân xã (chi tiết tại Phụ lục I, Phụ lục II).";

/// A plan of a commune with two appendices, as its DOCX would be measured.
pub(super) fn observed() -> Observed {
    let (left, right) = (Column::Left, Column::Right);
    let center = |size| look(size, Align::Center);
    let body = look(14, Align::Both);
    let item = look(11, Align::Left).at(left, 1, 0);
    let reference = "(Kèm theo Kế hoạch số 05/KH-UBND ngày 26 tháng 02 năm 2026 của Ủy ban nhân dân xã Bình Minh)";
    let end = format!("{SENTENCE}./.");
    let lines = [
        ("ỦY BAN NHÂN DÂN", center(13).bold().at(left, 0, 0)),
        ("XÃ BÌNH MINH", center(13).bold().at(left, 0, 0)),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", center(13).bold().at(right, 0, 0)),
        ("Độc lập - Tự do - Hạnh phúc", center(14).bold().at(right, 0, 0)),
        ("Số: 05/KH-UBND", center(13).at(left, 0, 1)),
        ("Bình Minh, ngày 26 tháng 02 năm 2026", center(14).italic().at(right, 0, 1)),
        ("KẾ HOẠCH", center(14).bold()),
        ("Thực hiện công tác giảm nghèo năm 2026", center(14).bold()),
        ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", body.italic()),
        ("Theo đề nghị của Trưởng phòng Kinh tế.", body.italic()),
        ("Phần I", center(14).bold()),
        ("TÌNH HÌNH", center(14).bold()),
        ("I. MỤC ĐÍCH, YÊU CẦU", body.bold()),
        ("1. Mục đích", body.bold()),
        (SENTENCE, body),
        ("a) Rà soát hộ nghèo;", body),
        ("b) Hỗ trợ sinh kế.", body),
        ("2. Yêu cầu", body.bold()),
        ("II. TỔ CHỨC THỰC HIỆN", body.bold()),
        (&end, body),
        ("Nơi nhận:", look(12, Align::Left).bold().italic().at(left, 1, 0)),
        ("- UBND tỉnh;", item),
        ("- Lưu: VT, KT.", item),
        ("TM. ỦY BAN NHÂN DÂN", center(14).bold().at(right, 1, 0)),
        ("CHỦ TỊCH", center(14).bold().at(right, 1, 0)),
        ("Nguyễn Văn An", center(14).bold().at(right, 1, 0)),
        ("Phụ lục I", center(14).bold()),
        ("DANH MỤC NHIỆM VỤ", center(14).bold()),
        (reference, center(14).italic()),
        (&end, body),
        ("Phụ lục II", center(14).bold()),
        ("PHÂN CÔNG", center(14).bold()),
        (reference, center(14).italic()),
        (&end, body),
    ];
    let mut paragraphs: Vec<_> =
        lines.iter().enumerate().map(|(index, (text, look))| paragraph(text, *look, index + 1)).collect();
    for (index, share) in [(1, 420), (3, 1_000), (7, 420), (28, 350), (32, 350)] {
        paragraphs[index].rule = Some(rule_below(share));
    }
    let ends = [26, 30, paragraphs.len()];
    Observed {
        medium: Medium::Docx,
        sheets: vec![sheet(0..ends[0], None), sheet(ends[0]..ends[1], Some(1)), sheet(ends[1]..ends[2], Some(1))],
        paragraphs,
        tables: Vec::new(),
        boxes: Vec::new(),
        traits: Traits::default(),
    }
}

/// The same as its PDF would be measured: a page a sheet, heights of lines, no settings.
pub(super) fn observed_pdf() -> Observed {
    let mut observed = observed();
    observed.medium = Medium::Pdf;
    for (index, sheet) in observed.sheets.iter_mut().enumerate() {
        let page = u32::try_from(index + 1).expect("three pages");
        sheet.place = Place::Page { page, y: Length::ZERO };
        (sheet.gutter, sheet.is_mirrored, sheet.restart, sheet.number) = (None, None, None, None);
        for (line, paragraph) in observed.paragraphs[sheet.paragraphs.clone()].iter_mut().enumerate() {
            let beside = paragraph.row.map(|(_, row)| row);
            // The two blocks of a row begin level.
            let at = match (paragraph.column, beside) {
                (Column::Right, _) if line > 20 => line - 3,
                (Column::Right, Some(0)) => line - 2,
                (Column::Right, Some(_)) => line - 1,
                (Column::Full | Column::Left | Column::Table(_) | Column::Right, _) => line,
            };
            let y = Length::pt(60) + Length::pt(18) * i64::try_from(at).expect("few lines");
            paragraph.place = Place::Page { page, y };
            (paragraph.page, paragraph.last_page) = (Some(page), Some(page));
            (paragraph.first_baseline, paragraph.last_baseline) = (Some(y), Some(y));
            paragraph.lines = Some(if paragraph.text.chars().count() > 110 { 3 } else { 1 });
        }
    }
    observed.traits.language = Some("vi-VN".to_owned());
    observed.traits.title = Some("Kế hoạch".to_owned());
    observed
}
