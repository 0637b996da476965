//! The layout in the terms of the Typst source: what `/doc.json` holds.
//!
//! Owns what the compiler would decide otherwise than a word processor does: how high a line is, what is too tall to be kept
//! together, and, in [`words`](super::words), where a word breaks. The source then only places what it is given. Lengths are
//! EMU.

use serde::Serialize;

use super::gaps::{edges, gaps};
use super::rows::{Kept, Raised, kept, raised};
use super::words::{Piece, pieces};
use crate::decree::{Align, Style};
use crate::layout::Typeface;
use crate::layout::{
    Block, ColumnRow, Layout, Para, Row, Run, Section, Table, kept_rows, line_edges, may_exceed, row_heights,
};
use crate::units::Length;

/// A document as the Typst source reads it.
#[derive(Debug, Serialize)]
pub(super) struct Sheet<'a> {
    family: &'a str,
    styles: Vec<Look>,
    sections: Vec<SheetSection>,
}

/// A style with the edges of its lines.
#[derive(Debug, Serialize)]
struct Look {
    size: Length,
    align: Align,
    first_line: Length,
    keep_with_next: bool,
    top: Length,
    bottom: Length,
}

#[derive(Debug, Serialize)]
struct SheetPara {
    style: usize,
    heading: Option<u8>,
    pieces: Vec<Piece>,
    breakable: bool,
}

#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum SheetBlock {
    /// Paragraphs of one style below each other, nothing but gaps between them: to say a style costs the compiler as much as to
    /// set a line.
    Paras {
        style: usize,
        parts: Vec<ParaOrGap>,
    },
    /// A paragraph with more to say of it.
    Para(SheetPara),
    Rule {
        length: Length,
        weight: Length,
    },
    Mark {
        para: SheetPara,
        width: Length,
        height: Length,
        weight: Length,
        red: bool,
        before: Length,
        align: Align,
    },
    Space {
        height: Length,
    },
    /// Room between two blocks, which is none where a page ends.
    Gap {
        height: Length,
    },
    /// Room that is there wherever it falls.
    Edge {
        height: Length,
    },
    Columns {
        columns: [Length; 2],
        rows: Vec<[Vec<SheetBlock>; 2]>,
        breakable: bool,
    },
    Table {
        columns: Vec<Length>,
        header: Vec<SheetCell>,
        body: Vec<SheetCell>,
        kept: Vec<Kept>,
        raised: Vec<Raised>,
        grid: Length,
        padding_x: Length,
        padding_y: Length,
        tail: Option<Tail>,
    },
}

/// A paragraph among others of its style, or the gap above it.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum ParaOrGap {
    Para(Vec<Piece>),
    Gap(Length),
}

/// What stands below a table on one page with its last rows.
#[derive(Debug, Serialize)]
struct Tail {
    /// The first of those rows.
    y: usize,
    /// How many rows the table has.
    rows: usize,
    blocks: Vec<SheetBlock>,
    /// The gap below them.
    after: Length,
}

#[derive(Debug, Serialize)]
struct SheetCell {
    x: usize,
    y: usize,
    colspan: u16,
    rowspan: u16,
    /// The words of a cell that holds one paragraph: half the time and two thirds of the bytes in a long table.
    text: Option<SheetPara>,
    /// What stands in any other cell.
    blocks: Vec<SheetBlock>,
    breakable: bool,
    ruled: bool,
    at_top: bool,
}

#[derive(Debug, Serialize)]
struct SheetSection {
    width: Length,
    height: Length,
    top: Length,
    bottom: Length,
    left: Length,
    right: Length,
    header_distance: Length,
    page_number: usize,
    footer: Vec<SheetBlock>,
    blocks: Vec<SheetBlock>,
}

impl<'a> Sheet<'a> {
    /// Prepares a layout for the Typst source.
    pub(super) fn new(layout: &'a Layout, typeface: &'a Typeface) -> Self {
        let mut speller = Speller { typeface, known: Vec::new(), looks: Vec::new(), heading: 0 };
        let sections = layout.sections.iter().map(|section| speller.section(section)).collect();
        Self { family: typeface.family(), styles: speller.looks, sections }
    }
}

/// The room that a block has.
#[derive(Clone, Copy)]
struct Room {
    width: Length,
    height: Length,
}

/// What is known while a layout is read from its beginning to its end.
struct Speller<'a> {
    typeface: &'a Typeface,
    known: Vec<Style>,
    looks: Vec<Look>,
    /// Level of the last heading.
    heading: u8,
}

impl Speller<'_> {
    fn section(&mut self, section: &Section) -> SheetSection {
        let room = Room {
            width: section.width - section.left - section.right,
            height: section.height - section.top - section.bottom,
        };
        SheetSection {
            width: section.width,
            height: section.height,
            top: section.top,
            bottom: section.bottom,
            left: section.left,
            right: section.right,
            header_distance: section.header_distance,
            page_number: self.style(&section.page_number),
            footer: self.stacked(&section.footer, room),
            blocks: self.blocks(&section.blocks, room),
        }
    }

    /// Blocks one below the other. Of the gaps below one and above the next, the larger is kept.
    fn blocks(&mut self, blocks: &[Block], room: Room) -> Vec<SheetBlock> {
        let mut sheet = Vec::with_capacity(2 * blocks.len());
        for (index, block) in blocks.iter().enumerate() {
            let above = index.checked_sub(1).map_or(Length::ZERO, |above| gaps(&blocks[above]).1);
            let gap = if index == 0 { Length::ZERO } else { above.max(gaps(block).0) };
            let gap = (gap > Length::ZERO).then_some(gap);
            let block = if let Block::Para(para) = block {
                let para = self.para(para, room);
                if self.is_plain(&para) {
                    plain(para, gap, &mut sheet);
                    continue;
                }
                SheetBlock::Para(para)
            } else {
                self.block(block, room)
            };
            sheet.extend(gap.map(|height| SheetBlock::Gap { height }));
            sheet.push(block);
        }
        sheet
    }

    /// Whether nothing is to be said of a paragraph but its style and its words.
    fn is_plain(&self, para: &SheetPara) -> bool {
        let keeps = !para.breakable || self.looks[para.style].keep_with_next;
        para.heading.is_none() && !keeps && !para.pieces.is_empty()
    }

    /// Blocks whose upper edge is that of a column, a cell or a table's tail.
    fn hung(&mut self, blocks: &[Block], room: Room) -> Vec<SheetBlock> {
        let height = blocks.first().map_or(Length::ZERO, |block| edges(block).0);
        let mut sheet: Vec<_> = (height > Length::ZERO).then_some(SheetBlock::Edge { height }).into_iter().collect();
        sheet.extend(self.blocks(blocks, room));
        sheet
    }

    /// What stands in a column or a cell: the compiler drops gaps at its edges, word processors do not.
    fn stacked(&mut self, blocks: &[Block], room: Room) -> Vec<SheetBlock> {
        let mut sheet = self.hung(blocks, room);
        let height = blocks.last().map_or(Length::ZERO, |block| edges(block).1);
        sheet.extend((height > Length::ZERO).then_some(SheetBlock::Edge { height }));
        sheet
    }

    fn block(&mut self, block: &Block, room: Room) -> SheetBlock {
        match block {
            Block::Para(para) => SheetBlock::Para(self.para(para, room)),
            Block::Rule { length, weight, before: _, after: _, column: _ } => {
                SheetBlock::Rule { length: *length, weight: *weight }
            }
            Block::Mark { para, width, height, weight, red, before, align } => SheetBlock::Mark {
                para: self.para(para, Room { width: *width, ..room }),
                width: *width,
                height: *height,
                weight: *weight,
                red: *red,
                before: *before,
                align: *align,
            },
            Block::Space { height } => SheetBlock::Space { height: *height },
            Block::Columns { left_width, right_width, rows } => self.columns([*left_width, *right_width], rows, room),
            Block::Table(table) => self.table(table, room),
        }
    }

    fn columns(&mut self, columns: [Length; 2], rows: &[ColumnRow], room: Room) -> SheetBlock {
        let sides = columns.map(|width| Room { width, ..room });
        let tall = self.columns_height(sides, rows);
        let rows =
            rows.iter().map(|row| [self.stacked(&row.left, sides[0]), self.stacked(&row.right, sides[1])]).collect();
        SheetBlock::Columns { columns, rows, breakable: tall > room.height }
    }

    /// At most how high two columns are.
    fn columns_height(&self, sides: [Room; 2], rows: &[ColumnRow]) -> Length {
        let height = |blocks: &[Block], room| blocks.iter().fold(Length::ZERO, |sum, b| sum + self.height(b, room));
        rows.iter().fold(Length::ZERO, |sum, row| sum + height(&row.left, sides[0]).max(height(&row.right, sides[1])))
    }

    fn table(&mut self, table: &Table, room: Room) -> SheetBlock {
        let (header, body) = table.rows.split_at(table.header_rows.min(table.rows.len()));
        let heights = row_heights(table, self.typeface);
        let header_height = heights[..header.len()].iter().fold(Length::ZERO, |sum, &height| sum + height);
        let below_header = Room { height: room.height - header_height, ..room };
        let first_of_tail = table.rows.len() - kept_rows(table);
        let mut kept = kept(body, header.len(), below_header.height, &heights);
        // The last of them stay with what follows too.
        kept.retain(|rows| table.tail.is_empty() || rows.y < first_of_tail);
        SheetBlock::Table {
            columns: table.columns.clone(),
            header: self.cells(table, header, 0, room, &heights),
            body: self.cells(table, body, header.len(), below_header, &heights),
            kept,
            raised: raised(body, header.len()),
            grid: table.grid,
            padding_x: table.padding_x,
            padding_y: table.padding_y,
            tail: (!table.tail.is_empty()).then(|| Tail {
                y: first_of_tail,
                rows: table.rows.len(),
                blocks: self.hung(&table.tail, room),
                after: table.tail.last().map_or(Length::ZERO, |block| edges(block).1),
            }),
        }
    }

    fn cells(&mut self, table: &Table, rows: &[Row], first: usize, room: Room, heights: &[Length]) -> Vec<SheetCell> {
        let mut cells = Vec::with_capacity(rows.len() * table.columns.len());
        for (index, row) in rows.iter().enumerate() {
            cells.extend(row.cells.iter().map(|cell| {
                let (text, blocks) = self.cell(&cell.paras, Room { width: table.room_of(row, cell), ..room });
                SheetCell {
                    x: cell.column,
                    y: first + index,
                    colspan: cell.colspan,
                    rowspan: cell.rowspan,
                    text,
                    blocks,
                    // A row is not split unless told, but a cell over several rows may be, between two of them.
                    breakable: row.splits || cell.rowspan > 1 || may_exceed(heights[first + index], room.height),
                    ruled: row.is_ruled,
                    at_top: cell.at_top,
                }
            }));
        }
        cells
    }

    /// What stands in a cell: the words of one paragraph, or blocks.
    fn cell(&mut self, paras: &[Para], room: Room) -> (Option<SheetPara>, Vec<SheetBlock>) {
        match paras {
            [para] if para.style.before == Length::ZERO && para.style.after == Length::ZERO => {
                let para = self.para(para, room);
                if para.heading.is_none() && !para.pieces.is_empty() {
                    (Some(para), Vec::new())
                } else {
                    (None, vec![SheetBlock::Para(para)])
                }
            }
            paras => {
                let blocks: Vec<_> = paras.iter().cloned().map(Block::Para).collect();
                (None, self.stacked(&blocks, room))
            }
        }
    }

    fn para(&mut self, para: &Para, room: Room) -> SheetPara {
        SheetPara {
            style: self.style(&para.style),
            // A heading without words is none.
            heading: para.heading.filter(|_| has_words(para)).map(|level| self.heading(level)),
            pieces: pieces(para),
            // What is taller than a page must break, or its end would be cut off.
            breakable: !para.keep_lines || self.para_height(para, room) > room.height,
        }
    }

    /// A level that follows on the level before: PDF/UA knows no third level straight below the first.
    fn heading(&mut self, level: u8) -> u8 {
        self.heading = level.clamp(1, self.heading + 1);
        self.heading
    }

    /// The index of a style among those of the document.
    fn style(&mut self, style: &Style) -> usize {
        if let Some(index) = self.known.iter().position(|known| known == style) {
            return index;
        }
        let (top, bottom) = line_edges(style, self.typeface);
        self.known.push(*style);
        self.looks.push(Look {
            size: style.size,
            align: style.align,
            first_line: style.first_line,
            keep_with_next: style.keep_with_next,
            top,
            bottom,
        });
        self.known.len() - 1
    }

    /// At most how high a block is.
    fn height(&self, block: &Block, room: Room) -> Length {
        match block {
            Block::Para(para) => self.para_height(para, room),
            Block::Rule { weight, before, after, .. } => *weight + *before + *after,
            Block::Mark { height, before, .. } => *height + *before,
            Block::Space { height } => *height,
            Block::Columns { left_width, right_width, rows } => {
                self.columns_height([*left_width, *right_width].map(|width| Room { width, ..room }), rows)
            }
            Block::Table(_) => room.height,
        }
    }

    /// At most how high a paragraph is.
    fn para_height(&self, para: &Para, room: Room) -> Length {
        let style = &para.style;
        let (top, bottom) = line_edges(style, self.typeface);
        let lines: i64 = para
            .runs
            .split(|run| *run == Run::Break)
            .map(|line| {
                let width = style.first_line + self.typeface.runs_width(line, style.size);
                // A line is rarely emptier than by a fifth.
                1 + width.scaled(5, 4).to_emu() / room.width.to_emu().max(1)
            })
            .sum();
        style.before + (top + bottom) * lines + style.after
    }
}

/// Puts a paragraph to those of its style before it, or first of such.
fn plain(para: SheetPara, gap: Option<Length>, sheet: &mut Vec<SheetBlock>) {
    match sheet.last_mut() {
        Some(SheetBlock::Paras { style, parts }) if *style == para.style => {
            parts.extend(gap.map(ParaOrGap::Gap));
            parts.push(ParaOrGap::Para(para.pieces));
        }
        _ => {
            sheet.extend(gap.map(|height| SheetBlock::Gap { height }));
            sheet.push(SheetBlock::Paras { style: para.style, parts: vec![ParaOrGap::Para(para.pieces)] });
        }
    }
}

fn has_words(para: &Para) -> bool {
    para.runs.iter().any(|run| match run {
        Run::Words { text, .. } => !text.trim().is_empty(),
        Run::Break => false,
    })
}
