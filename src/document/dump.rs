//! The tree as readable text, for snapshots.

use std::fmt::Write;

use super::tree::{Block, Cell, ColumnWidth, Document, Inline, Orientation, Paragraph, Text};
use crate::decree::Component;

/// Writes a document tree as indented text: what each part is, then its words.
pub fn dump(document: &Document) -> String {
    let mut out = String::new();
    let header = &document.header;
    for mark in &header.marks {
        line(&mut out, 0, mark.component.term(), &mark.text);
    }
    for (term, texts) in [("Cơ quan chủ quản", &header.parent), ("Cơ quan ban hành", &header.issuer)] {
        for text in texts {
            line(&mut out, 0, term, &marked(text));
        }
    }
    for (term, text) in [("Số, ký hiệu", &header.number), ("Địa danh, thời gian", &header.place_date)] {
        if !text.is_empty() {
            line(&mut out, 0, term, &marked(text));
        }
    }
    line(&mut out, 0, "Tên loại văn bản", &marked(&document.document_type));
    line(&mut out, 0, "Trích yếu nội dung", &marked(&document.subject));
    if !document.reference.is_empty() {
        line(&mut out, 0, Component::AppendixReference.term(), &marked(&document.reference));
    }
    if document.orientation == Orientation::Landscape {
        line(&mut out, 0, "Hướng giấy", "ngang");
    }
    blocks(&mut out, 0, &document.body);
    let closing = &document.closing;
    for part in &closing.recipients {
        paragraph(&mut out, 0, part);
    }
    for signer in &closing.signers {
        for part in signer.authority.iter().chain(&signer.name) {
            paragraph(&mut out, 0, part);
        }
    }
    if !document.address.is_empty() {
        line(&mut out, 0, Component::AddressFooter.term(), &marked(&document.address));
    }
    for appendix in &document.appendices {
        let _ = writeln!(out, "Phụ lục {:?}", appendix.orientation);
        if appendix.type_set.is_some() || !appendix.choices.is_empty() {
            let _ = writeln!(out, "  Cỡ chữ: {:?}; {:?}", appendix.type_set, appendix.choices);
        }
        for part in &appendix.head {
            paragraph(&mut out, 1, part);
        }
        blocks(&mut out, 1, &appendix.blocks);
        for part in appendix.signers.iter().flat_map(|signer| signer.authority.iter().chain(&signer.name)) {
            paragraph(&mut out, 1, part);
        }
    }
    out
}

fn blocks(out: &mut String, depth: usize, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Paragraph(part) => paragraph(out, depth, part),
            Block::Table(table) => {
                let widths: Vec<_> = table.columns.iter().map(|&column| width(column)).collect();
                line(out, depth, "Bảng", &format!("[{}]", widths.join(", ")));
                for row in &table.rows {
                    let cells: Vec<_> = row.cells.iter().map(cell).collect();
                    let leads_on = if row.leads_on { " (liền dòng sau)" } else { "" };
                    line(out, depth + 1, &format!("{:?}{leads_on}", row.kind), &cells.join(" | "));
                }
            }
        }
    }
}

fn paragraph(out: &mut String, depth: usize, paragraph: &Paragraph) {
    let level = paragraph.heading.map(|level| format!(" (cấp {level})")).unwrap_or_default();
    let term = format!("{}{level}", paragraph.component.term());
    line(out, depth, &term, &(marked(&paragraph.label) + &marked(&paragraph.text)));
}

fn cell(cell: &Cell) -> String {
    let words: Vec<_> = cell.paragraphs.iter().map(marked).collect();
    let mut text = words.join(" ¶ ");
    if cell.colspan > 1 || cell.rowspan > 1 {
        let _ = write!(text, " [{}×{}]", cell.colspan, cell.rowspan);
    }
    text
}

/// Words with `*bold*` and `_italic_` marks, and `⏎` for a line break.
fn marked(text: &Text) -> String {
    text.iter()
        .map(|inline| match inline {
            Inline::Words { text, bold, italic } => {
                let text = if *bold { format!("*{text}*") } else { text.clone() };
                if *italic { format!("_{text}_") } else { text }
            }
            Inline::Break => "⏎".to_owned(),
        })
        .collect()
}

fn width(column: ColumnWidth) -> String {
    match column {
        ColumnWidth::Content => "tự tính".to_owned(),
        ColumnWidth::Share(weight) => decimal(weight),
        ColumnWidth::Micrometers(width) => format!("{} mm", decimal(width)),
    }
}

/// Thousandths as they are written: `3`, `3.5`.
fn decimal(thousandths: u32) -> String {
    let text = format!("{}.{:03}", thousandths / 1_000, thousandths % 1_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn line(out: &mut String, depth: usize, term: &str, words: &str) {
    let _ = writeln!(out, "{:indent$}{term}: {words}", "", indent = depth * 2);
}
