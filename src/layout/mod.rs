//! What both formats print, measured: the document tree under the decree.
//!
//! Every number is taken from [`Decree`] or measured in the [`Typeface`], once, so that a DOCX and a PDF of one plan cannot
//! differ. Decides lines of titles, lengths of rules and widths of columns; knows no format, no plan and no disk.

mod balance;
mod closing;
mod columns;
mod demand;
mod formula;
mod grid;
mod header;
mod height;
mod label;
mod lines;
mod mark;
mod page;
mod paragraph;
mod part;
mod table;
mod tail;
mod tree;
mod typeface;
mod whole;
mod within;
mod words;

use self::paragraph::Ruler;
use crate::decree::Decree;
use crate::document::Document;

pub use self::grid::{Placed, placed};
pub(crate) use self::height::{line_edges, may_exceed, row_heights};
pub(crate) use self::tail::kept_rows;
pub use self::tree::{
    Block, Cell, ColumnRow, Cramped, CrampedColumn, Cut, Hold, Layout, Para, Row, Run, Section, Table,
};
pub use self::typeface::Typeface;
pub use self::within::ends_within;

/// Lays a document out under a decree, measured in a typeface.
pub fn lay_out(document: &Document, decree: &Decree, typeface: &Typeface) -> Layout {
    let ruler = Ruler { decree, typeface };
    let mut cramped = Vec::new();
    let mut sections = vec![page::body(&ruler, document, &mut cramped)];
    sections.extend(document.appendices.iter().map(|appendix| page::appendix(&ruler, appendix, &mut cramped)));
    for section in &mut sections {
        tail::tie(section, typeface);
        label::repeat_labels(section, typeface);
    }
    let mut layout = Layout {
        title: document.meta.title.clone(),
        author: document.meta.author.clone(),
        identifier: document.meta.identifier.clone(),
        date: document.meta.date,
        sections,
        cramped,
    };
    end_lines(&mut layout, typeface);
    layout
}

/// Decides the ends of lines that no format finds by itself.
pub fn end_lines(layout: &mut Layout, typeface: &Typeface) {
    for section in &mut layout.sections {
        let room = section.width - section.left - section.right;
        lines::end_all(&mut section.blocks, room, typeface);
        lines::end_all(&mut section.footer, room, typeface);
    }
}
