//! The layout in the terms of the Typst source: what `/doc.json` holds.
//!
//! Owns everything about text that the compiler would decide otherwise than Word does: where a line may not break, where
//! it must, how high it is, what is too tall to be kept together. The source then only places what it is given. Lengths are
//! EMU.

use serde::Serialize;

use crate::decree::{Align, Style};
use crate::units::Length;
use crate::writer::font::Typeface;
use crate::writer::layout::{Block, Cell, ColumnRow, Layout, Para, Row, Run, Section, Table};

/// A document as the Typst source reads it.
#[derive(Debug, Serialize)]
pub(super) struct Sheet<'a> {
    title: &'a str,
    author: &'a str,
    date: (i32, u8, u8),
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
    before: Length,
    after: Length,
    keep_with_next: bool,
    top: Length,
    bottom: Length,
}

/// A stretch of a paragraph.
#[derive(Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Piece {
    /// Words that may break where the compiler likes.
    Words(Words),
    /// Words that stay on one line.
    Whole { words: Vec<Words> },
    /// The end of a line.
    Break,
}

/// Letters of one look.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Words {
    text: String,
    bold: bool,
    italic: bool,
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
    Para(SheetPara),
    Rule {
        length: Length,
        weight: Length,
        before: Length,
        after: Length,
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
    Columns {
        columns: [Length; 2],
        rows: Vec<[Vec<SheetBlock>; 2]>,
        breakable: bool,
    },
    Table {
        columns: Vec<Length>,
        header: Vec<SheetCell>,
        body: Vec<SheetCell>,
        grid: Length,
        padding_x: Length,
        padding_y: Length,
    },
}

#[derive(Debug, Serialize)]
struct SheetCell {
    x: usize,
    y: usize,
    colspan: u16,
    rowspan: u16,
    paras: Vec<SheetPara>,
    breakable: bool,
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
    blocks: Vec<SheetBlock>,
}

impl<'a> Sheet<'a> {
    /// Prepares a layout for the Typst source.
    pub(super) fn new(layout: &'a Layout, typeface: &'a Typeface) -> Self {
        let mut speller = Speller { typeface, known: Vec::new(), looks: Vec::new(), heading: 0 };
        let sections = layout.sections.iter().map(|section| speller.section(section)).collect();
        Self {
            title: &layout.title,
            author: &layout.author,
            date: layout.date,
            family: typeface.family(),
            styles: speller.looks,
            sections,
        }
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
            blocks: self.blocks(&section.blocks, room),
        }
    }

    fn blocks(&mut self, blocks: &[Block], room: Room) -> Vec<SheetBlock> {
        blocks.iter().map(|block| self.block(block, room)).collect()
    }

    fn block(&mut self, block: &Block, room: Room) -> SheetBlock {
        match block {
            Block::Para(para) => SheetBlock::Para(self.para(para, room)),
            Block::Rule { length, weight, before, after, column: _ } => {
                SheetBlock::Rule { length: *length, weight: *weight, before: *before, after: *after }
            }
            Block::Mark { para, width, height, weight, red, before, column: _, align } => SheetBlock::Mark {
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
        let height = |blocks: &[Block], room| blocks.iter().fold(Length::ZERO, |sum, b| sum + self.height(b, room));
        let tall = rows
            .iter()
            .fold(Length::ZERO, |sum, row| sum + height(&row.left, sides[0]).max(height(&row.right, sides[1])));
        let rows =
            rows.iter().map(|row| [self.blocks(&row.left, sides[0]), self.blocks(&row.right, sides[1])]).collect();
        SheetBlock::Columns { columns, rows, breakable: tall > room.height }
    }

    fn table(&mut self, table: &Table, room: Room) -> SheetBlock {
        let (header, body) = table.rows.split_at(table.header_rows.min(table.rows.len()));
        let header_height = header.iter().fold(Length::ZERO, |sum, row| sum + self.row_height(table, row, room));
        let below_header = Room { height: room.height - header_height, ..room };
        SheetBlock::Table {
            columns: table.columns.clone(),
            header: self.cells(table, header, 0, room),
            body: self.cells(table, body, header.len(), below_header),
            grid: table.grid,
            padding_x: table.padding_x,
            padding_y: table.padding_y,
        }
    }

    fn cells(&mut self, table: &Table, rows: &[Row], first: usize, room: Room) -> Vec<SheetCell> {
        let mut cells = Vec::with_capacity(rows.len() * table.columns.len());
        for (index, row) in rows.iter().enumerate() {
            let tall = self.row_height(table, row, room) > room.height;
            cells.extend(row.cells.iter().map(|cell| SheetCell {
                x: cell.column,
                y: first + index,
                colspan: cell.colspan,
                rowspan: cell.rowspan,
                paras: cell.paras.iter().map(|para| self.para(para, in_cell(table, cell, room))).collect(),
                // A row is never split, but a cell over several rows may be, between two of them.
                breakable: tall || cell.rowspan > 1,
            }));
        }
        cells
    }

    /// At most how high a row is.
    fn row_height(&self, table: &Table, row: &Row, room: Room) -> Length {
        let heights = row.cells.iter().map(|cell| {
            let room = in_cell(table, cell, room);
            cell.paras.iter().fold(table.padding_y * 2, |sum, para| sum + self.para_height(para, room))
        });
        heights.max().unwrap_or_default()
    }

    fn para(&mut self, para: &Para, room: Room) -> SheetPara {
        SheetPara {
            style: self.style(&para.style),
            heading: para.heading.map(|level| self.heading(level)),
            pieces: self.pieces(para, room),
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
            before: style.before,
            after: style.after,
            keep_with_next: style.keep_with_next,
            top,
            bottom,
        });
        self.known.len() - 1
    }

    /// The words of a paragraph, with those kept whole that the compiler would break and those torn that have no room.
    fn pieces(&self, para: &Para, room: Room) -> Vec<Piece> {
        let size = para.style.size;
        let line = room.width - para.style.first_line;
        let mut pieces = Vec::with_capacity(para.runs.len());
        for word in words(&para.runs) {
            match word {
                Word::Break => pieces.push(Piece::Break),
                Word::Open(words) => pieces.push(Piece::Words(words)),
                Word::Closed(parts) => self.closed(parts, size, line, &mut pieces),
            }
        }
        join(pieces)
    }

    /// A word between two spaces, broken where Word breaks it and nowhere else.
    fn closed(&self, parts: Vec<Words>, size: Length, line: Length, pieces: &mut Vec<Piece>) {
        if self.is_wide(&parts, size, line) {
            for stretch in hyphenated(parts) {
                let stretches =
                    if self.is_wide(&stretch, size, line) { self.torn(&stretch, size, line) } else { vec![stretch] };
                pieces.extend(stretches.into_iter().map(|words| Piece::Whole { words }));
            }
        } else if parts.iter().any(|part| part.text.contains('/') || part.text.contains("www.")) || breaks(&parts) {
            pieces.extend(hyphenated(parts).into_iter().map(|words| Piece::Whole { words }));
        } else {
            pieces.extend(parts.into_iter().map(Piece::Words));
        }
    }

    fn is_wide(&self, parts: &[Words], size: Length, line: Length) -> bool {
        // A letter is hardly ever wider than the type is high, so most words need no measuring.
        let most = parts.iter().flat_map(|part| part.text.chars()).fold(Length::ZERO, |sum, _| sum + size);
        most > line && self.width(parts, size) > line
    }

    fn width(&self, parts: &[Words], size: Length) -> Length {
        parts.iter().fold(Length::ZERO, |sum, part| sum + self.typeface.width(&part.text, size, part.bold, part.italic))
    }

    /// A word without room, in stretches as wide as the line: it starts on a new line and goes on in the next, as in Word.
    fn torn(&self, parts: &[Words], size: Length, line: Length) -> Vec<Vec<Words>> {
        let mut stretches: Vec<Vec<Words>> = Vec::new();
        let mut filled = line;
        for part in parts {
            for letter in part.text.chars() {
                let letter = Words { text: letter.to_string(), ..*part };
                let width = self.width(std::slice::from_ref(&letter), size);
                filled = filled + width;
                match stretches.last_mut() {
                    Some(stretch) if filled <= line => push(stretch, letter),
                    _ => {
                        stretches.push(vec![letter]);
                        filled = width;
                    }
                }
            }
        }
        stretches
    }

    /// At most how high a block is.
    fn height(&self, block: &Block, room: Room) -> Length {
        match block {
            Block::Para(para) => self.para_height(para, room),
            Block::Rule { weight, before, after, .. } => *weight + *before + *after,
            Block::Mark { height, before, .. } => *height + *before,
            Block::Space { height } => *height,
            Block::Columns { .. } | Block::Table(_) => room.height,
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

/// The room inside a cell.
fn in_cell(table: &Table, cell: &Cell, room: Room) -> Room {
    let columns = table.columns.iter().skip(cell.column).take(usize::from(cell.colspan));
    Room { width: columns.fold(Length::ZERO, |sum, &width| sum + width) - table.padding_x * 2, ..room }
}

/// From the upper edge of a line to its baseline, and from there to its lower edge.
///
/// An exact pitch lies four fifths above the baseline, as in Word. Single spacing is what the typeface asks for.
fn line_edges(style: &Style, typeface: &Typeface) -> (Length, Length) {
    if let Some(pitch) = style.pitch {
        let top = pitch.scaled(4, 5);
        return (top, pitch - top);
    }
    typeface.single_line(style.size)
}

/// A word, or what lies between two words.
enum Word {
    Break,
    Open(Words),
    Closed(Vec<Words>),
}

/// Splits runs at spaces.
fn words(runs: &[Run]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = Vec::new();
    let close = |word: &mut Vec<Words>, words: &mut Vec<Word>| {
        if !word.is_empty() {
            words.push(Word::Closed(std::mem::take(word)));
        }
    };
    for run in runs {
        let Run::Words { text, bold, italic } = run else {
            close(&mut word, &mut words);
            words.push(Word::Break);
            continue;
        };
        let look = |text: &str| Words { text: text.to_owned(), bold: *bold, italic: *italic };
        let mut rest = text.as_str();
        while !rest.is_empty() {
            let spaces = rest.len() - rest.trim_start_matches(' ').len();
            if spaces > 0 {
                close(&mut word, &mut words);
                words.push(Word::Open(look(&rest[..spaces])));
                rest = &rest[spaces..];
                continue;
            }
            let end = rest.find(' ').unwrap_or(rest.len());
            word.push(look(&rest[..end]));
            rest = &rest[end..];
        }
    }
    close(&mut word, &mut words);
    words
}

/// Whether Word breaks a word where the compiler does not: after a hyphen before a digit.
fn breaks(parts: &[Words]) -> bool {
    let mut before = None;
    parts.iter().flat_map(|part| part.text.chars()).any(|letter| {
        let found = before == Some('-') && letter.is_ascii_digit();
        before = Some(letter);
        found
    })
}

/// Splits a word after its hyphens.
fn hyphenated(parts: Vec<Words>) -> Vec<Vec<Words>> {
    let mut stretches: Vec<Vec<Words>> = vec![Vec::new()];
    let mut before = None;
    for part in parts {
        for letter in part.text.chars() {
            let follows = letter.is_alphanumeric() || letter == '(';
            if before == Some('-') && follows {
                stretches.push(Vec::new());
            }
            let letter_part = Words { text: letter.to_string(), ..part };
            push(stretches.last_mut().expect("there is a first stretch"), letter_part);
            before = Some(letter);
        }
    }
    stretches
}

/// Adds words to others of the same look, or behind those of another.
fn push(words: &mut Vec<Words>, more: Words) {
    match words.last_mut() {
        Some(last) if (last.bold, last.italic) == (more.bold, more.italic) => last.text.push_str(&more.text),
        _ => words.push(more),
    }
}

/// Puts neighbors of one look together again.
fn join(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if let (Some(Piece::Words(last)), Piece::Words(words)) = (joined.last_mut(), &piece)
            && (last.bold, last.italic) == (words.bold, words.italic)
        {
            last.text.push_str(&words.text);
            continue;
        }
        joined.push(piece);
    }
    joined
}
