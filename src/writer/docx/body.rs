//! The flow of a document: what stands one below the other, and what the format wants between and after it.
//!
//! Owns what follows what. Knows of tables only that they stand in the flow; [`super::table`] spells them.

use super::package;
use super::paragraph::{Line, Place, THINNEST, empty, paragraph, rule, space};
use super::section::{self, Shape};
use super::table::{self, Frame, RED};
use super::xml::Xml;
use crate::decree::Decree;
use crate::layout::Block;
use crate::redline::{Change, Para, Piece, Redline, Stamp};

/// The body of a document. Each section but the last ends with a paragraph that carries the shape of its pages.
pub(super) fn document(document: &Redline<'_>, stamp: Option<&Stamp>, decree: &Decree) -> Vec<u8> {
    let (last, others) = document.sections.split_last().expect("a document has a body");
    let has_footers = !package::footers(document).is_empty();
    Xml::part_with_changes("w:document", stamp, |xml| {
        xml.element("w:body", |xml| {
            for section in others {
                let ends = Some(Shape { section: section.shape, has_footers });
                flow(xml, &section.pieces, Place { keeps: false, ends, change: section.end }, decree);
            }
            flow(xml, &last.pieces, Place::default(), decree);
            section::shape(xml, Shape { section: last.shape, has_footers });
        });
    })
}

/// A footer of first pages.
pub(super) fn footer(pieces: &[Piece<'_>], decree: &Decree) -> Vec<u8> {
    Xml::part("w:ftr", |xml| flow(xml, pieces, Place::default(), decree))
}

/// Spells pieces, one below the other. The format wants a paragraph at the end of each cell and each section; `place` is its.
fn flow(xml: &mut Xml<'_>, pieces: &[Piece<'_>], place: Place<'_>, decree: &Decree) {
    let mut above: Option<&Piece<'_>> = None;
    let mut is_ended = false;
    for (index, piece) in pieces.iter().enumerate() {
        let change = piece.change();
        let within = Place { ends: None, change, ..place };
        is_ended = index + 1 == pieces.len() && may_end(piece, place.change);
        let here = if is_ended { place } else { within };
        if let Piece::Whole(Block::Mark { before, .. }, _) = piece
            && !before.is_zero()
        {
            // A table has no gap of its own.
            space(xml, *before, within);
        } else if let Some(above) = above.filter(|_| is_table(piece)) {
            if is_table(above) {
                // Word makes one table of two neighbors, so something must stand between them as long as both do.
                empty(xml, THINNEST, Place { change: above.change().or(change), ..within });
            } else if above.change() == Some(Change::Deleted) {
                // LibreOffice leaves an empty paragraph of what went from above a table, as tall as the last.
                empty(xml, THINNEST, Place { change: above.change(), ..within });
            }
        }
        match piece {
            Piece::Para(para) => paragraph(xml, para, None, here, decree),
            Piece::Whole(block, change) => whole(xml, block, *change, here, decree),
            Piece::Columns(columns) => table::columns(xml, columns, |xml, pieces, keeps, change| {
                flow(xml, pieces, Place { keeps, ends: None, change }, decree);
            }),
            Piece::Table(ruled) => table::ruled(xml, ruled, |xml, pieces, keeps, change| {
                flow(xml, pieces, Place { keeps, ends: None, change }, decree);
            }),
        }
        above = Some(piece);
    }
    if !is_ended {
        empty(xml, THINNEST, place);
    }
}

/// Spells what is neither a paragraph with words nor a table with several cells.
fn whole(xml: &mut Xml<'_>, block: &Block, change: Option<Change>, here: Place<'_>, decree: &Decree) {
    match block {
        Block::Rule { length, weight, before, after, column } => {
            let (length, weight, before, after, column) = (*length, *weight, *before, *after, *column);
            rule(xml, &Line { length, weight, before, after, column }, here);
        }
        Block::Mark { para, width, height, weight, red, before: _, align } => {
            let frame = Frame { width: *width, height: *height, weight: *weight, red: *red, align: *align, change };
            table::framed(xml, &frame, |xml| {
                let para = Para { para, spans: None, change, is_restyled: false };
                paragraph(xml, &para, red.then_some(RED), Place { change, ..Place::default() }, decree);
            });
        }
        Block::Space { height } => space(xml, *height, here),
        Block::Para(_) | Block::Columns { .. } | Block::Table(_) => unreachable!("these have pieces of their own"),
    }
}

fn is_table(piece: &Piece<'_>) -> bool {
    match piece {
        Piece::Columns(_) | Piece::Table(_) | Piece::Whole(Block::Mark { .. }, _) => true,
        Piece::Para(_) | Piece::Whole(..) => false,
    }
}

/// Whether a piece can be the last of its cell or section, whose end may not come or go as it does.
///
/// What came may lend its end to both versions: the old one has an empty paragraph there. What went may not: the new one
/// would take over its look.
fn may_end(piece: &Piece<'_>, end: Option<Change>) -> bool {
    let change = piece.change();
    !is_table(piece) && (change == end || end.is_none() && change == Some(Change::Inserted))
}
