//! The flow of a document: what stands one below the other, and what the format wants between and after it.
//!
//! Owns what follows what. Knows of tables only that they stand in the flow; [`super::table`] spells them.

use super::package;
use super::paragraph::{Line, Place, THINNEST, empty, paragraph, rule, space};
use super::section::{self, Shape};
use super::table::{self, Frame, RED};
use super::xml::Xml;
use crate::decree::Decree;
use crate::layout::{Block, Layout};

/// The body of a document. Each section but the last ends with a paragraph that carries the shape of its pages.
pub(super) fn document(layout: &Layout, decree: &Decree) -> Vec<u8> {
    let (last, others) = layout.sections.split_last().expect("a layout has a body");
    let has_footers = !package::footers(layout).is_empty();
    Xml::part("w:document", |xml| {
        xml.element("w:body", |xml| {
            for section in others {
                let ends = Some(Shape { section, has_footers });
                flow(xml, &section.blocks, Place { keeps: false, ends }, decree);
            }
            flow(xml, &last.blocks, Place::default(), decree);
            section::shape(xml, Shape { section: last, has_footers });
        });
    })
}

/// A footer of first pages.
pub(super) fn footer(blocks: &[Block], decree: &Decree) -> Vec<u8> {
    Xml::part("w:ftr", |xml| flow(xml, blocks, Place::default(), decree))
}

/// Spells blocks, one below the other. The format wants a paragraph at the end of each cell and each section.
fn flow(xml: &mut Xml, blocks: &[Block], place: Place<'_>, decree: &Decree) {
    let within = Place { ends: None, ..place };
    let mut below_table = false;
    for (index, block) in blocks.iter().enumerate() {
        let here = if index + 1 == blocks.len() { place } else { within };
        let is_table = match block {
            Block::Table(_) | Block::Columns { .. } | Block::Mark { .. } => true,
            Block::Para(_) | Block::Rule { .. } | Block::Space { .. } => false,
        };
        if let Block::Mark { before, .. } = block
            && !before.is_zero()
        {
            // A table has no gap of its own.
            space(xml, *before, within);
        } else if is_table && below_table {
            // Word makes one table of two neighbors, so something must stand between them.
            empty(xml, THINNEST, within);
        }
        match block {
            Block::Para(para) => paragraph(xml, para, None, here, decree),
            Block::Rule { length, weight, before, after, column } => {
                let (length, weight, before, after, column) = (*length, *weight, *before, *after, *column);
                rule(xml, &Line { length, weight, before, after, column }, here);
            }
            Block::Mark { para, width, height, weight, red, before: _, align } => {
                let frame = Frame { width: *width, height: *height, weight: *weight, red: *red, align: *align };
                let words = |xml: &mut Xml| paragraph(xml, para, red.then_some(RED), Place::default(), decree);
                table::framed(xml, &frame, words);
            }
            Block::Space { height } => space(xml, *height, here),
            Block::Columns { left_width, right_width, rows } => {
                table::columns(xml, [*left_width, *right_width], rows.len(), |xml, row, column, keeps| {
                    let blocks = [&rows[row].left, &rows[row].right][column];
                    flow(xml, blocks, Place { keeps, ends: None }, decree);
                });
            }
            Block::Table(ruled) => table::ruled(xml, ruled, decree, |xml, blocks, keeps| {
                flow(xml, blocks, Place { keeps, ends: None }, decree);
            }),
        }
        below_table = is_table;
    }
    if below_table || blocks.is_empty() {
        empty(xml, THINNEST, place);
    }
}
