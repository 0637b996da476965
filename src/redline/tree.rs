//! A document with its changes: what both versions hold, what came and what went.
//!
//! Borrows from the two layouts; what stands in both alike is shown as the new one has it.

use crate::layout::{self, Block, ColumnRow, Layout, Placed, placed};
use crate::units::Length;

/// What became of a part of a document between two versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The new version alone has it.
    Inserted,
    /// The old version alone has it.
    Deleted,
}

/// Words of one look within a paragraph, or a line break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub run: layout::Run,
    /// How much wider its letters are set.
    pub room: Length,
    /// What became of them.
    pub change: Option<Change>,
}

/// A paragraph.
#[derive(Debug, Clone)]
pub struct Para<'a> {
    /// How it looks; and its words, where it has none of its own here.
    pub para: &'a layout::Para,
    /// Its words, where they are not those of one version alone.
    pub spans: Option<Vec<Span>>,
    /// What became of it as a whole.
    pub change: Option<Change>,
    /// Whether its words stayed and are bold or italic otherwise than before, which no mark tells.
    pub is_restyled: bool,
}

/// Something below the last thing.
#[derive(Debug, Clone)]
pub enum Piece<'a> {
    /// A paragraph.
    Para(Para<'a>),
    /// A line, empty room or a boxed mark.
    Whole(&'a Block, Option<Change>),
    /// Two columns side by side.
    Columns(Columns<'a>),
    /// A ruled table.
    Table(Table<'a>),
}

/// Two columns side by side.
#[derive(Debug, Clone)]
pub struct Columns<'a> {
    /// Width of the left and the right one.
    pub widths: [Length; 2],
    /// What stands in them, row by row.
    pub rows: Vec<Sides<'a>>,
}

/// A row of two columns.
#[derive(Debug, Clone)]
pub struct Sides<'a> {
    /// What stands at the left and at the right.
    pub sides: [Vec<Piece<'a>>; 2],
    /// What became of the row.
    pub change: Option<Change>,
}

/// A ruled table.
#[derive(Debug, Clone)]
pub struct Table<'a> {
    /// Its grid.
    pub look: &'a layout::Table,
    /// Width of each column.
    pub columns: Vec<Length>,
    /// Its rows.
    pub rows: Vec<Row<'a>>,
    /// What stands below it on one page with its last rows.
    pub tail: Vec<Piece<'a>>,
}

/// A row of a table.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// How it looks.
    pub row: &'a layout::Row,
    /// Whether it is repeated on each page.
    pub is_header: bool,
    /// Its cells from left to right.
    pub cells: Vec<Cell<'a>>,
    /// What became of it.
    pub change: Option<Change>,
}

/// A cell in a row.
#[derive(Debug, Clone)]
pub struct Cell<'a> {
    /// Where it stands.
    pub placed: Placed<'a>,
    /// Whether it is one with cells above or below, in either version.
    pub merges: bool,
    /// Its paragraphs.
    pub pieces: Vec<Piece<'a>>,
}

/// A run of pages of one shape.
#[derive(Debug, Clone)]
pub struct Section<'a> {
    /// The shape.
    pub shape: &'a layout::Section,
    /// What it holds.
    pub pieces: Vec<Piece<'a>>,
    /// What became of the break after it.
    pub end: Option<Change>,
}

/// A document with its changes.
#[derive(Debug, Clone)]
pub struct Redline<'a> {
    /// Its sections; one at least.
    pub sections: Vec<Section<'a>>,
}

impl<'a> Redline<'a> {
    /// A document in which nothing changed.
    pub fn unchanged(layout: &'a Layout) -> Self {
        let section = |section: &'a layout::Section| Section::whole(section, None);
        Self { sections: layout.sections.iter().map(section).collect() }
    }
}

impl Redline<'_> {
    /// How many paragraphs say what they said and look otherwise: a redline does not mark them.
    pub fn restyled(&self) -> usize {
        self.sections.iter().map(|section| restyled(&section.pieces)).sum()
    }
}

fn restyled(pieces: &[Piece<'_>]) -> usize {
    let of = |piece: &Piece<'_>| match piece {
        Piece::Para(para) => usize::from(para.is_restyled),
        Piece::Whole(..) => 0,
        Piece::Columns(columns) => {
            columns.rows.iter().flat_map(|row| &row.sides).map(|side| restyled(side)).sum::<usize>()
        }
        Piece::Table(table) => {
            let cells = table.rows.iter().flat_map(|row| &row.cells).map(|cell| restyled(&cell.pieces));
            cells.sum::<usize>() + restyled(&table.tail)
        }
    };
    pieces.iter().map(of).sum()
}

impl<'a> Section<'a> {
    /// A section to which one thing happened as a whole.
    pub(super) fn whole(shape: &'a layout::Section, change: Option<Change>) -> Self {
        Self { shape, pieces: pieces(&shape.blocks, change), end: change }
    }
}

/// Blocks to which one thing happened as a whole.
pub fn pieces<'a>(blocks: impl IntoIterator<Item = &'a Block>, change: Option<Change>) -> Vec<Piece<'a>> {
    blocks.into_iter().map(|block| Piece::whole(block, change)).collect()
}

impl<'a> Piece<'a> {
    /// A block to which one thing happened as a whole.
    pub(super) fn whole(block: &'a Block, change: Option<Change>) -> Self {
        match block {
            Block::Para(para) => Self::Para(Para { para, spans: None, change, is_restyled: false }),
            Block::Rule { .. } | Block::Space { .. } | Block::Mark { .. } => Self::Whole(block, change),
            Block::Columns { left_width, right_width, rows } => Self::Columns(Columns {
                widths: [*left_width, *right_width],
                rows: rows.iter().map(|row| Sides::whole(row, change)).collect(),
            }),
            Block::Table(table) => {
                Self::Table(Table { tail: pieces(&table.tail, change), ..Table::without_tail(table, change) })
            }
        }
    }

    /// What became of it, where one thing happened to all of it.
    pub fn change(&self) -> Option<Change> {
        match self {
            Self::Para(para) => para.change,
            Self::Whole(_, change) => *change,
            Self::Columns(columns) => common(columns.rows.iter().map(|row| row.change)),
            Self::Table(table) => {
                common(table.rows.iter().map(|row| row.change).chain(table.tail.iter().map(Piece::change)))
            }
        }
    }
}

/// Makes what went as wide as a page has room, where its own pages were wider.
pub(super) fn fit(pieces: &mut [Piece<'_>], room: Length) {
    for piece in pieces.iter_mut().filter(|piece| piece.change() == Some(Change::Deleted)) {
        match piece {
            Piece::Para(_) | Piece::Whole(..) => {}
            Piece::Columns(columns) => narrow(&mut columns.widths, room),
            Piece::Table(table) => narrow(&mut table.columns, room),
        }
    }
}

fn narrow(columns: &mut [Length], room: Length) {
    let all = columns.iter().fold(Length::ZERO, |sum, &column| sum + column);
    if all > room {
        columns.iter_mut().for_each(|column| *column = column.scaled(room.to_emu(), all.to_emu()));
    }
}

/// What happened to all alike.
pub fn common(changes: impl IntoIterator<Item = Option<Change>>) -> Option<Change> {
    let mut changes = changes.into_iter();
    let first = changes.next()??;
    changes.all(|change| change == Some(first)).then_some(first)
}

impl<'a> Sides<'a> {
    /// A row of two columns to which one thing happened as a whole.
    pub(super) fn whole(row: &'a ColumnRow, change: Option<Change>) -> Self {
        Self { sides: [pieces(&row.left, change), pieces(&row.right, change)], change }
    }
}

impl<'a> Table<'a> {
    /// A table to which one thing happened as a whole, without what stands below it.
    pub(super) fn without_tail(look: &'a layout::Table, change: Option<Change>) -> Self {
        let rows = placed(look).into_iter().zip(&look.rows).enumerate();
        let rows = rows.map(|(index, (cells, row))| Row {
            row,
            is_header: index < look.header_rows,
            cells: cells.into_iter().map(|placed| Cell::whole(placed, change)).collect(),
            change,
        });
        Self { look, columns: look.columns.clone(), rows: rows.collect(), tail: Vec::new() }
    }
}

impl<'a> Cell<'a> {
    /// A cell to which one thing happened as a whole.
    pub(super) fn whole(placed: Placed<'a>, change: Option<Change>) -> Self {
        let paras = &placed.cell.paras;
        let pieces = if placed.continued {
            // What stands in a covered cell is never seen; it is no taller than a line of the cell that covers it.
            let unseen = |para| Piece::Para(Para { para, spans: Some(Vec::new()), change, is_restyled: false });
            paras.first().map(unseen).into_iter().collect()
        } else {
            paras.iter().map(|para| Piece::Para(Para { para, spans: None, change, is_restyled: false })).collect()
        };
        Self { placed, merges: placed.cell.rowspan > 1, pieces }
    }
}
