//! Reads what follows one after the other: paragraphs, tables, ends of sections.

use super::raw::{Block, Cell, Row, Table};
use super::reader::{Around, Reader};
use super::section::Section;
use super::setting::Edge;
use super::style::Borders;
use super::xml::{Token, Xml};
use crate::inspect::observed::Refusal;

/// Columns that a table may have; Word takes 63.
const MOST_COLUMNS: usize = 200;

impl Reader {
    /// Reads a whole part.
    pub(super) fn story(&mut self, xml: &mut Xml<'_>, is_header: bool) -> Result<Vec<Block>, Refusal> {
        self.number = 0;
        self.is_header = is_header;
        self.fields.clear();
        self.orders = 0;
        let blocks = self.blocks(xml, 0, &Around::default())?;
        self.changes += xml.insertions + xml.deletions;
        Ok(blocks)
    }

    /// Reads the blocks in the element that stands at a depth.
    pub(super) fn blocks(&mut self, xml: &mut Xml<'_>, depth: usize, around: &Around) -> Result<Vec<Block>, Refusal> {
        let mut blocks = Vec::new();
        while let Some(token) = xml.within(depth)? {
            let Token::Open(tag) = token else { continue };
            match tag.name() {
                "p" => self.paragraph(xml, around, &mut blocks)?,
                "tbl" => blocks.push(Block::Table(self.table(xml, around)?)),
                "sectPr" => blocks.push(Block::Section(Box::new(Section::read(xml)?))),
                "document" | "body" | "hdr" | "ftr" | "footnotes" | "endnotes" => {}
                // What holds blocks and is nothing itself.
                "sdt" | "sdtContent" | "customXml" | "smartTag" | "ins" | "moveTo" | "txbxContent" => {}
                // Nothing that is read stands in it, or one does not know.
                _ => xml.skip()?,
            }
        }
        Ok(blocks)
    }

    /// Reads the element `tbl` that has just begun.
    fn table(&mut self, xml: &mut Xml<'_>, around: &Around) -> Result<Table, Refusal> {
        let depth = xml.depth();
        self.count_block()?;
        let mut table = Table {
            number: self.number + 1,
            borders: Borders::default(),
            width: None,
            grid: Vec::new(),
            rows: Vec::new(),
        };
        let mut inside = Around { table: None, is_box: around.is_box };
        table.borders = self.styles.borders(None);
        while let Some(token) = xml.within(depth)? {
            let Token::Open(tag) = token else { continue };
            match tag.name() {
                "tblPr" => {
                    let own = Borders::read(xml)?;
                    table.borders = self.styles.borders(own.style.as_deref()).under(&own.borders);
                    table.width = own.width;
                    inside.table = own.style;
                }
                "gridCol" if table.grid.len() < MOST_COLUMNS => table.grid.push(tag.twips("w").unwrap_or(0)),
                "tr" => {
                    let row = self.row(xml, &inside)?;
                    table.rows.push(row);
                }
                _ => {}
            }
        }
        Ok(table)
    }

    /// Reads the element `tr` that has just begun.
    fn row(&mut self, xml: &mut Xml<'_>, inside: &Around) -> Result<Row, Refusal> {
        let depth = xml.depth();
        self.count_block()?;
        let mut row = Row::default();
        while let Some(token) = xml.within(depth)? {
            let Token::Open(tag) = token else { continue };
            match tag.name() {
                "gridBefore" => {
                    let skipped = tag.number("val").and_then(|count| usize::try_from(count).ok());
                    row.skipped = skipped.unwrap_or(0).min(MOST_COLUMNS);
                }
                "tc" => {
                    let cell = self.cell(xml, inside)?;
                    row.cells.push(cell);
                }
                "tblPrEx" => xml.skip()?,
                _ => {}
            }
        }
        Ok(row)
    }

    /// Reads the element `tc` that has just begun.
    fn cell(&mut self, xml: &mut Xml<'_>, inside: &Around) -> Result<Cell, Refusal> {
        let depth = xml.depth();
        self.count_block()?;
        let mut cell = Cell { span: 1, ..Cell::default() };
        while let Some(token) = xml.within(depth)? {
            let Token::Open(tag) = token else { continue };
            match tag.name() {
                "tcPr" => cell.read_properties(xml)?,
                "p" => self.paragraph(xml, inside, &mut cell.blocks)?,
                "tbl" => {
                    let table = self.table(xml, inside)?;
                    cell.blocks.push(Block::Table(table));
                }
                "sdt" | "sdtContent" | "customXml" | "smartTag" | "ins" | "moveTo" => {}
                _ => xml.skip()?,
            }
        }
        Ok(cell)
    }
}

impl Cell {
    /// Reads the element `tcPr` that has just begun.
    fn read_properties(&mut self, xml: &mut Xml<'_>) -> Result<(), Refusal> {
        let depth = xml.depth();
        let mut is_margin = false;
        while let Some(token) = xml.within(depth)? {
            let Token::Open(tag) = token else { continue };
            let side = match tag.name() {
                "top" => 0,
                "left" | "start" => 1,
                "bottom" => 2,
                "right" | "end" => 3,
                name => {
                    match name {
                        "tcW" if tag.get("type").is_none_or(|kind| kind == "dxa") => self.width = tag.twips("w"),
                        "gridSpan" => {
                            let span = tag.number("val").and_then(|span| usize::try_from(span).ok());
                            self.span = span.unwrap_or(1).clamp(1, MOST_COLUMNS);
                        }
                        "tcBorders" => is_margin = false,
                        "tcMar" => is_margin = true,
                        _ => {}
                    }
                    continue;
                }
            };
            match (is_margin, side) {
                (true, 1) => self.left = tag.twips("w"),
                (true, 3) => self.right = tag.twips("w"),
                (true, _) => {}
                (false, side) => self.edges[side] = Some(Edge::of(&tag)),
            }
        }
        Ok(())
    }
}
