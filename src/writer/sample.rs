//! A document that uses every kind of block, for the tests of both writers.

use crate::decree::Component;
use crate::document::{
    Appendix, Block, Cell, CellAlign, Closing, ColumnWidth, Document, Header, Inline, Mark, Meta, Orientation,
    Paragraph, Row, RowKind, Signer, Table, Text,
};

fn text(words: &str) -> Text {
    if words.is_empty() { Text::new() } else { vec![Inline::plain(words)] }
}

fn titled(component: Component, level: u8, label: &str, words: &str) -> Block {
    Block::Paragraph(Paragraph { heading: Some(level), label: text(label), ..Paragraph::new(component, text(words)) })
}

fn item(label: &str, words: &str) -> Block {
    Block::Paragraph(Paragraph { label: text(label), ..Paragraph::new(Component::BodyText, text(words)) })
}

fn cell(words: &str, align: CellAlign, colspan: u16, rowspan: u16) -> Cell {
    Cell { colspan, rowspan, align, paragraphs: vec![text(words)] }
}

/// A draft of about four pages with a landscape appendix of two.
pub(crate) fn document() -> Document {
    let sentence = "Rà soát, phân loại hộ nghèo, hộ cận nghèo theo từng nguyên nhân; giao từng đoàn thể giúp đỡ một số \
                    hộ cụ thể, kiểm tra kết quả hằng quý và báo cáo Ủy ban nhân dân xã trước ngày 25 của tháng cuối quý.";
    let mut body = vec![
        Block::Paragraph(Paragraph::new(
            Component::LegalBasis,
            text("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"),
        )),
        Block::Paragraph(Paragraph::new(
            Component::LegalBasis,
            text("Theo đề nghị của Trưởng phòng Kinh tế tại Tờ trình số 12/TTr-KT ngày 05 tháng 02 năm 2026."),
        )),
        item("", "Ủy ban nhân dân xã ban hành Kế hoạch thực hiện trên địa bàn xã, gồm những nội dung sau:"),
    ];
    for (number, title) in [("I", "Mục đích, yêu cầu"), ("II", "Nhiệm vụ và giải pháp"), ("III", "Tổ chức thực hiện")]
    {
        body.push(titled(Component::SectionTitle, 1, &format!("{number}. "), title));
        for clause in 1..=3 {
            body.push(titled(
                Component::ClauseTitle,
                2,
                &format!("{clause}. "),
                "Nâng cao trách nhiệm của các cơ quan",
            ));
            body.push(titled(Component::PointTitle, 3, "a) ", "Về việc làm và thu nhập"));
            body.push(item("- ", sentence));
            body.push(item("+ ", &format!("{sentence} {sentence}")));
            body.push(item("- ", "Kinh phí/nguồn vốn 11 triệu đồng <b>&amp; $x$ #panic() \\ \"{{ y }}\" ]]>."));
        }
    }
    body.push(Block::Paragraph(Paragraph::new(
        Component::BodyText,
        vec![
            Inline::plain("Trên đây là Kế hoạch của Ủy ban nhân dân xã; "),
            Inline::Words { text: "yêu cầu".to_owned(), bold: false, italic: true },
            Inline::plain(
                " các cơ quan, đơn vị, các thôn trên địa bàn xã tổ chức thực hiện nghiêm túc, có hiệu quả./.",
            ),
        ],
    )));
    Document {
        reference: Vec::new(),
        orientation: Orientation::Portrait,
        meta: Meta {
            title: "Kế hoạch thực hiện Chương trình năm 2026".to_owned(),
            author: "Ủy ban nhân dân xã Bình Minh".to_owned(),
            identifier: "05/KH-UBND".to_owned(),
            date: (2026, 2, 26),
        },
        header: Header {
            marks: vec![
                Mark { component: Component::DraftMark, text: "DỰ THẢO".to_owned() },
                Mark { component: Component::UrgencyMark, text: "KHẨN".to_owned() },
            ],
            parent: vec![text("UBND tỉnh Quảng Ngãi")],
            issuer: vec![vec![Inline::plain("Ủy ban nhân dân"), Inline::Break, Inline::plain("xã Bình Minh")]],
            number: text("Số:\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}/KH-UBND"),
            place_date: text("Bình Minh, ngày 26 tháng 02 năm 2026"),
        },
        document_type: text("Kế hoạch"),
        subject: text(
            "Thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững trên địa bàn xã Bình Minh năm 2026",
        ),
        body,
        closing: Closing {
            recipients: vec![
                Paragraph::new(Component::RecipientsLabel, text("Nơi nhận:")),
                Paragraph {
                    label: text("- "),
                    ..Paragraph::new(Component::Recipient, text("Sở Nông nghiệp và Môi trường;"))
                },
                Paragraph {
                    label: text("- "),
                    ..Paragraph::new(
                        Component::Recipient,
                        text("Ủy ban Mặt trận Tổ quốc Việt Nam xã và các tổ chức chính trị - xã hội xã;"),
                    )
                },
                Paragraph { label: text("- "), ..Paragraph::new(Component::Recipient, text("Lưu: VT, KT.")) },
            ],
            signers: vec![Signer {
                authority: vec![
                    Paragraph::new(Component::SigningAuthority, text("TM. Ủy ban nhân dân")),
                    Paragraph::new(Component::SigningAuthority, text("KT. Chủ tịch")),
                    Paragraph::new(Component::SignerPost, text("Phó Chủ tịch")),
                ],
                name: vec![Paragraph::new(Component::SignerName, text("Nguyễn Văn An"))],
            }],
        },
        address: text("Số 1 đường Hùng Vương, xã Bình Minh. ĐT: 0255.3.123.456"),
        appendices: vec![Appendix {
            signers: Vec::new(),
            orientation: Orientation::Landscape,
            type_set: None,
            choices: Vec::new(),
            head: vec![
                Paragraph { heading: Some(1), ..Paragraph::new(Component::AppendixNumber, text("Phụ lục")) },
                Paragraph::new(Component::AppendixTitle, text("Biểu chỉ tiêu giảm nghèo năm 2026")),
                Paragraph::new(
                    Component::AppendixReference,
                    text(
                        "(Kèm theo Kế hoạch số 05/KH-UBND ngày 26 tháng 02 năm 2026 của Ủy ban nhân dân xã Bình Minh)",
                    ),
                ),
            ],
            blocks: vec![
                Block::Paragraph(Paragraph::new(Component::TableUnit, text("Đơn vị tính: hộ"))),
                Block::Table(table()),
                Block::Paragraph(Paragraph::new(
                    Component::TableNote,
                    text("Ghi chú: số liệu đến ngày 31 tháng 12 năm 2025./."),
                )),
            ],
        }],
    }
}

fn table() -> Table {
    let header = |cells| Row { kind: RowKind::Header, leads_on: false, cells };
    let center = CellAlign::Center;
    let mut rows = vec![
        header(vec![
            cell("STT", center, 1, 2),
            cell("Thôn", center, 1, 2),
            cell("Hộ nghèo", center, 2, 1),
            cell("Nguyên nhân", center, 1, 2),
        ]),
        header(vec![cell("Đầu năm", center, 1, 1), cell("Cuối năm", center, 1, 1)]),
        Row {
            kind: RowKind::Total,
            leads_on: false,
            cells: vec![
                cell("Tổng số", center, 2, 1),
                cell("1.234", CellAlign::Right, 1, 1),
                cell("987", CellAlign::Right, 1, 1),
                cell("", CellAlign::Left, 1, 1),
            ],
        },
    ];
    for village in 1..=30 {
        let mut cells = vec![
            cell(&village.to_string(), center, 1, 1),
            cell(&format!("Thôn {village}"), CellAlign::Left, 1, 1),
            cell("41", CellAlign::Right, 1, 1),
            cell("32", CellAlign::Right, 1, 1),
        ];
        // A reason stands once for two villages.
        if village % 2 == 1 {
            cells.push(cell("Thiếu đất sản xuất; thiếu lao động", CellAlign::Left, 1, 2));
        }
        rows.push(Row { kind: RowKind::Body, leads_on: false, cells });
    }
    let columns = [6_000, 24_000, 14_000, 14_000, 42_000].map(ColumnWidth::Share).to_vec();
    Table { columns, rows, splits: false, origin: None }
}
