//! What is printed, measured: plain values, which anyone may build and read.

use crate::decree::{Align, Component, Style};
use crate::units::Length;

/// A run of words of one look, or a line break.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Run {
    /// Words.
    Words {
        /// The words, in the case in which they are printed.
        text: String,
        /// Whether they are bold, the component's own weight included.
        bold: bool,
        /// Whether they are italic, the component's own slant included.
        italic: bool,
    },
    /// A line break.
    Break,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Para {
    /// What it is; names its style.
    pub component: Component,
    /// How it looks.
    pub style: Style,
    /// Level in the outline of headings.
    pub heading: Option<u8>,
    /// Its words, label included.
    pub runs: Vec<Run>,
    /// Whether all its lines stay on one page.
    pub keep_lines: bool,
    /// The spaces at which a line ends, because what follows stays whole; in the order of the words.
    pub holds: Vec<Hold>,
    /// Where words wider than a line go on in the next, in their order; word processors find the same places.
    pub cuts: Vec<Cut>,
}

impl Para {
    /// A paragraph of text, whose lines end where the words do.
    pub fn new(component: Component, style: Style, runs: Vec<Run>) -> Self {
        Self { component, style, heading: None, runs, keep_lines: false, holds: Vec::new(), cuts: Vec::new() }
    }
}

/// A place in the words of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cut {
    /// Index of its run.
    pub run: usize,
    /// Its place in the words of the run, in bytes.
    pub at: usize,
}

/// A space at the end of a line, wider than others, so that what follows has no room behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hold {
    /// Index of its run.
    pub run: usize,
    /// Its place in the words of the run, in bytes.
    pub at: usize,
    /// How much wider it is.
    pub room: Length,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Cell {
    /// Column of its left edge, from 0.
    pub column: usize,
    /// Columns it covers.
    pub colspan: u16,
    /// Rows it covers.
    pub rowspan: u16,
    /// Whether its words stand at its upper edge; in the middle if not.
    pub at_top: bool,
    /// Its paragraphs.
    pub paras: Vec<Para>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Row {
    /// Its cells; those covered from above are left out.
    pub cells: Vec<Cell>,
    /// Whether it stays on one page with what follows: the next row, or what stands below the table.
    pub keep_with_next: bool,
    /// Whether it stands within the grid; a note below the last row does not.
    pub is_ruled: bool,
    /// Whether it may go on on the next page.
    pub splits: bool,
    /// How high it is at least; `None` leaves that to what it holds.
    pub height: Option<Length>,
}

/// A ruled table.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Table {
    /// Width of each column; they add up to the width of the text.
    pub columns: Vec<Length>,
    /// How many of the rows are repeated on each page.
    pub header_rows: usize,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Weight of the grid.
    pub grid: Length,
    /// Left and right padding of a cell.
    pub padding_x: Length,
    /// Upper and lower padding of a cell.
    pub padding_y: Length,
    /// What stands below it on one page with its last rows: no format keeps a table that runs over pages with what follows.
    pub tail: Vec<Block>,
}

impl Table {
    /// Left and right padding of the cells of a row: what stands outside the grid is flush with the text above and below.
    pub fn padding_of(&self, row: &Row) -> Length {
        if row.is_ruled { self.padding_x } else { Length::ZERO }
    }

    /// The width that a cell of a row has for its words.
    pub fn room_of(&self, row: &Row, cell: &Cell) -> Length {
        let columns = self.columns.iter().skip(cell.column).take(usize::from(cell.colspan));
        columns.fold(Length::ZERO, |sum, &width| sum + width) - self.padding_of(row) * 2
    }
}

/// Something printed below the last thing.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Block {
    /// A paragraph.
    Para(Para),
    /// A solid line, centered in its column.
    Rule {
        /// Its length.
        length: Length,
        /// Its weight.
        weight: Length,
        /// From the line above to it.
        before: Length,
        /// From it to the line below.
        after: Length,
        /// Width of the column in which it is centered.
        column: Length,
    },
    /// Words in a box, centered in their column or flush with one of its sides.
    Mark {
        /// The words.
        para: Para,
        /// Width of the box.
        width: Length,
        /// Height of the box.
        height: Length,
        /// Weight of its border.
        weight: Length,
        /// Whether border and words are red.
        red: bool,
        /// From the line above to the box.
        before: Length,
        /// Where in its column it stands.
        align: Align,
    },
    /// Empty room.
    Space {
        /// Its height.
        height: Length,
    },
    /// Two columns side by side, level at the top, without borders, never split over pages.
    Columns {
        /// Width of the left column.
        left_width: Length,
        /// Width of the right column.
        right_width: Length,
        /// What stands at the left, row by row: the n-th rows of both sides are level.
        rows: Vec<ColumnRow>,
    },
    /// A ruled table.
    Table(Table),
}

/// One row of two columns, level at the top.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ColumnRow {
    /// Left side.
    pub left: Vec<Block>,
    /// Right side.
    pub right: Vec<Block>,
}

/// A run of pages of one shape with page numbers of its own.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Section {
    /// Width of the page as it is read.
    pub width: Length,
    /// Height of the page as it is read.
    pub height: Length,
    /// Whether the page is turned on its side.
    pub landscape: bool,
    /// Upper margin.
    pub top: Length,
    /// Lower margin.
    pub bottom: Length,
    /// Left margin.
    pub left: Length,
    /// Right margin.
    pub right: Length,
    /// From the upper edge of the paper to the page number, and from the lower edge to what stands at the foot.
    pub header_distance: Length,
    /// Look of the page number, which is printed from the second page on.
    pub page_number: Style,
    /// What stands at the foot of its first page, in the lower margin; what is too tall for it takes from the page.
    pub footer: Vec<Block>,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// A table that found no room for all it holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Cramped {
    /// Where its writer declared it.
    pub origin: Option<usize>,
    /// Columns narrower than their widest word.
    pub columns: Vec<CrampedColumn>,
    /// By how much it is wider than the text.
    pub over: Length,
    /// Whether it leaves the paper.
    pub leaves_paper: bool,
    /// Title of its widest column.
    pub widest: String,
    /// Whether any of its columns has a length of its own.
    pub has_fixed: bool,
    /// Whether its page is turned on its side.
    pub landscape: bool,
    /// Whether it stands in an appendix, whose page may be turned.
    pub in_appendix: bool,
    /// Whether the margins at its sides could be narrower.
    pub has_margin: bool,
    /// Size of its type, and the least that is permitted.
    pub size: (Length, Length),
}

/// A column narrower than its widest word.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CrampedColumn {
    /// Its title.
    pub title: String,
    /// The word.
    pub word: String,
    /// How wide the column would have to be.
    pub needs: Length,
    /// How wide it is.
    pub has: Length,
    /// Whether it tears a number, a date or a code.
    pub cuts: bool,
    /// Whether it has a length of its own.
    pub is_fixed: bool,
}

/// A document, ready to be spelled.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Layout {
    /// Title of the file.
    pub title: String,
    /// Author of the file.
    pub author: String,
    /// Identifier of the file.
    pub identifier: String,
    /// Year, month, day.
    pub date: (i32, u8, u8),
    /// The body, then one section for each appendix.
    pub sections: Vec<Section>,
    /// Tables that found no room for all they hold.
    pub cramped: Vec<Cramped>,
}
