//! Boxed marks: dự thảo, độ khẩn, lưu hành.

use super::paragraph::Ruler;
use super::tree::{Block, Run};
use crate::decree::{Align, Component};
use crate::document::{Inline, Mark};
use crate::units::Length;

/// A boxed mark in its column.
pub(super) fn boxed(ruler: &Ruler<'_>, mark: &Mark, column: Length, align: Align) -> Block {
    let Mark { component, text } = mark;
    let marks = &ruler.decree.marks;
    let width = if *component == Component::CirculationMark {
        marks.circulation_width.chosen
    } else if *component == Component::DraftMark {
        marks.draft_width.chosen
    } else {
        match text.to_uppercase().as_str() {
            "HỎA TỐC" => marks.flash_width.chosen,
            "THƯỢNG KHẨN" => marks.immediate_width.chosen,
            _ => marks.urgent_width.chosen,
        }
    };
    // An office may write more on its own mark than the box has room for; the words of the decree's always fit.
    let tables = &ruler.decree.tables;
    let (beside, around) = (tables.cell_padding_x.chosen * 2, tables.cell_padding_y.chosen * 2);
    let (para, _) = ruler.centered(*component, &[Inline::plain(text)], column - beside);
    let lines: Vec<_> = para.runs.split(|run| *run == Run::Break).collect();
    let widest = lines.iter().map(|line| ruler.typeface.runs_width(line, para.style.size)).max().unwrap_or_default();
    let (above, below) = ruler.typeface.single_line(para.style.size);
    let count = i64::try_from(lines.len()).expect("a mark has a few lines");
    Block::Mark {
        width: width.max(widest + beside),
        height: marks.height.chosen.max((above + below) * count + around),
        para,
        weight: ruler.decree.lines.weight.chosen,
        red: *component == Component::UrgencyMark,
        before: ruler.decree.spacing.before_number.chosen,
        align,
    }
}
