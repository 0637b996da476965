//! A story as the file has it, read and not yet measured; lengths in twips, those of shapes in EMU.

use std::rc::Rc;

use super::letters::Look;
use super::section::Section;
use super::setting::{Edge, Setting};
use super::style::Borders;
use crate::inspect::observed::Align;

/// What follows one after the other.
#[derive(Debug)]
pub(super) enum Block {
    Paragraph(Box<Paragraph>),
    Table(Table),
    /// The end of a section.
    Section(Box<Section>),
}

/// A paragraph.
#[derive(Debug)]
pub(super) struct Paragraph {
    /// Which paragraph of its part, from 1.
    pub(super) number: usize,
    /// Its style.
    pub(super) style: Option<Rc<str>>,
    pub(super) setting: Setting,
    /// Its lines, between breaks; at least one.
    pub(super) lines: Vec<Line>,
    /// The label, which begins the first line.
    pub(super) label: Option<String>,
    /// The letters of its mark.
    pub(super) mark: Rc<Look>,
    pub(super) shapes: Vec<Shape>,
    /// Whether a picture stands among its letters.
    pub(super) has_picture: bool,
    /// How a tab sets what follows that goes by the page, not by stops.
    pub(super) placed: Option<Align>,
    /// The page number among its letters.
    pub(super) page_number: Option<NumberField>,
}

/// Letters up to a break.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub(super) runs: Vec<Run>,
    /// Whether a page begins with it.
    pub(super) begins_page: bool,
}

/// Letters of one look.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) look: Rc<Look>,
    /// The typeface of just these letters.
    pub(super) family: Rc<str>,
}

/// A field that prints the number of the page.
#[derive(Debug, Clone)]
pub(super) struct NumberField {
    /// The digits that it asks for itself.
    pub(super) digits: Option<&'static str>,
}

/// A table.
#[derive(Debug)]
pub(super) struct Table {
    /// The paragraph before which it stands.
    pub(super) number: usize,
    pub(super) borders: Borders,
    pub(super) width: Option<i64>,
    /// The widths of its columns.
    pub(super) grid: Vec<i64>,
    pub(super) rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// Columns left out before the first cell.
    pub(super) skipped: usize,
    pub(super) cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Default)]
pub(super) struct Cell {
    pub(super) width: Option<i64>,
    pub(super) span: usize,
    /// Above, left, below, right.
    pub(super) edges: [Option<Edge>; 4],
    pub(super) left: Option<i64>,
    pub(super) right: Option<i64>,
    pub(super) blocks: Vec<Block>,
}

/// A shape anchored in a paragraph.
#[derive(Debug)]
pub(super) enum Shape {
    /// A level line.
    Rule(Rule),
    /// A box with words.
    Words(Words),
    /// Letters that are drawn: a watermark.
    Drawn(String),
}

/// A level line.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    pub(super) length: i64,
    pub(super) is_solid: bool,
    pub(super) x: Across,
    /// From the upper edge of its paragraph, where that is told.
    pub(super) y: Option<i64>,
}

/// Where a shape stands across.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Across {
    /// From the left edge of the column.
    Column(i64),
    /// From the left margin of the page, out of the cell in which it is anchored.
    Margin(i64),
    /// From the left edge of the paper.
    Page(i64),
    /// In the middle of the column.
    Middle,
    /// Elsewhere.
    Unknown,
}

/// A box with words.
#[derive(Debug)]
pub(super) struct Words {
    pub(super) blocks: Vec<Block>,
    pub(super) width: Option<i64>,
    pub(super) height: Option<i64>,
    pub(super) has_border: bool,
    pub(super) color: Option<[u8; 3]>,
}

impl Paragraph {
    /// Whether it has no letters.
    pub(super) fn is_blank(&self) -> bool {
        self.label.is_none() && self.lines.iter().all(Line::is_blank)
    }
}

impl Line {
    /// Whether it has no letters.
    pub(super) fn is_blank(&self) -> bool {
        self.runs.iter().all(|run| run.text.chars().all(is_blank))
    }
}

/// Whether nothing is seen where a letter stands.
pub(super) fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// All paragraphs of some blocks, those in tables and boxes included.
pub(super) fn each_paragraph<'a>(blocks: &'a [Block], visit: &mut dyn FnMut(&'a Paragraph, bool)) {
    fn walk<'a>(blocks: &'a [Block], is_whole: bool, visit: &mut dyn FnMut(&'a Paragraph, bool)) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => {
                    visit(paragraph, is_whole);
                    for shape in &paragraph.shapes {
                        if let Shape::Words(words) = shape {
                            walk(&words.blocks, false, visit);
                        }
                    }
                }
                Block::Table(table) => {
                    let cells = table.rows.iter().flat_map(|row| &row.cells);
                    cells.for_each(|cell| walk(&cell.blocks, false, visit));
                }
                Block::Section(_) => {}
            }
        }
    }
    walk(blocks, true, visit);
}
