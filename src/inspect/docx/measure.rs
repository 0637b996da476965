//! Measures paragraphs one after the other, and what is drawn below them.

use super::board::{Anchored, Board, Entry};
use super::flow::{Flow, Gap, height, pitch};
use super::lines::{guessed_lines, is_capital, lead, seen_indent, size_of, words_of, wrapped};
use super::piece::{self, Piece, Side, has_layout_spaces};
use super::raw::{self, Block, Shape, Words, each_paragraph};
use super::settings::Settings;
use crate::inspect::observed::{Align, Boxed, Column, Face, Observed, Paragraph, Place};
use crate::units::Length;

/// Thousandths of the size that a raised letter keeps.
const RAISED: i64 = 650;

/// Letters of the longest text that is measured line by line.
const LONGEST: usize = 900;

/// What has been measured, and what it depends on.
pub(super) struct Measure<'a> {
    pub(super) part: &'a str,
    pub(super) settings: &'a Settings,
    pub(super) out: Observed,
    /// Groups of blocks side by side so far.
    pub(super) groups: usize,
    /// The group of the lines parted by tabs right above, and its rows.
    parted: Option<(usize, usize)>,
}

/// The column in which blocks are measured; lengths in twips.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    pub(super) width: Option<i64>,
    /// The margin left of it.
    pub(super) margin: Option<i64>,
    pub(super) column: Column,
    pub(super) row: Option<(usize, usize)>,
    pub(super) is_grid: bool,
}

impl Room {
    fn is_body(&self) -> bool {
        self.row.is_none() && !self.is_grid
    }
}

impl<'a> Measure<'a> {
    /// Nothing measured yet.
    pub(super) fn new(part: &'a str, settings: &'a Settings, out: Observed) -> Self {
        Self { part, settings, out, groups: 0, parted: None }
    }

    /// Where a paragraph stands.
    pub(super) fn place(&self, paragraph: usize) -> Place {
        Place::Part { part: self.part.to_owned(), paragraph }
    }

    /// Measures blocks in a column.
    pub(super) fn blocks(&mut self, blocks: &[Block], room: Room, flow: &mut Flow, board: &mut Board) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.paragraph(paragraph, room, flow, board),
                Block::Table(table) => {
                    self.parted = None;
                    self.table(table, room, flow);
                }
                Block::Section(_) => {}
            }
        }
    }

    fn paragraph(&mut self, paragraph: &raw::Paragraph, room: Room, flow: &mut Flow, board: &mut Board) {
        let heading = if room.is_body() { self.heading(&paragraph.shapes) } else { Vec::new() };
        flow.come(paragraph, self.settings.adds_spaces);
        let anchor = (board.len(), flow.y);
        let is_blank = paragraph.is_blank();
        let is_boxed = !is_blank && is_boxed(paragraph);
        if is_blank {
            self.blank(paragraph, room, flow, board);
        } else if is_boxed {
            self.boxed(paragraph, room, flow);
        } else {
            self.words(paragraph, room, flow, board);
        }
        for (index, shape) in paragraph.shapes.iter().enumerate() {
            match shape {
                Shape::Words(_) if heading.contains(&index) => {}
                Shape::Rule(rule) => {
                    let (column, width, margin) = (room.column, room.width, room.margin);
                    let anchored = Anchored { column, width, margin, top: anchor.1, has_own: !is_blank && !is_boxed };
                    board.note(rule.clone(), anchor.0, anchored);
                }
                Shape::Words(words) => self.words_in_box(words, paragraph.number),
                Shape::Drawn(text) => {
                    let text = piece::compose(text.trim());
                    if !text.is_empty() {
                        let boxed = Boxed { text, ..self.no_box(paragraph.number) };
                        self.out.boxes.push(boxed);
                    }
                }
            }
        }
    }

    /// An empty paragraph: a space, or a line drawn as its border.
    fn blank(&mut self, paragraph: &raw::Paragraph, room: Room, flow: &mut Flow, board: &mut Board) {
        let line = height(&paragraph.setting, paragraph.mark.size);
        let [above, _, below, _] = paragraph.setting.borders;
        let edge = [below, above].into_iter().flatten().find(|edge| edge.is_drawn);
        if let Some(edge) = edge {
            self.border(paragraph, edge.is_solid, room, board);
        }
        let is_counted = edge.is_none() && !paragraph.has_picture && paragraph.shapes.is_empty();
        for (index, part) in paragraph.lines.iter().enumerate() {
            // A break alone in its line ends the page there and then.
            if part.begins_page {
                flow.begin_page();
            } else {
                flow.pass(line, is_counted && index == 0);
            }
        }
    }

    /// A border below words, as a rule.
    fn border(&mut self, paragraph: &raw::Paragraph, is_solid: bool, room: Room, board: &Board) {
        let setting = &paragraph.setting;
        let (left, right) = (setting.left.unwrap_or(0), setting.right.unwrap_or(0));
        let Some(width) = room.width else {
            self.out.traits.loose_rules += 1;
            return;
        };
        let (length, middle) = (width - left - right, (left + width - right) / 2);
        if length > 0 && !board.underline(room.column, length, Some(middle), is_solid, &mut self.out.paragraphs) {
            self.out.traits.loose_rules += 1;
        }
    }

    /// A paragraph with letters.
    fn words(&mut self, paragraph: &raw::Paragraph, room: Room, flow: &mut Flow, board: &mut Board) {
        let around = piece::Around {
            width: room.width,
            is_body: room.is_body(),
            is_grid: room.is_grid,
            stop: self.settings.stop,
        };
        let mut left_gap = None;
        for piece in piece::pieces(paragraph, &around) {
            if piece.begins_page {
                flow.begin_page();
            }
            let line = height(&paragraph.setting, size_of(&piece.runs).unwrap_or(paragraph.mark.size));
            if let Some((length, is_solid)) = piece.strokes {
                let raised = paragraph.lines.iter().flat_map(|line| &line.runs).any(|run| run.look.is_raised);
                let length = if raised { length * RAISED / 1_000 } else { length };
                let indent = paragraph.setting.left.unwrap_or(0) - paragraph.setting.right.unwrap_or(0);
                let is_middle = piece.align == Some(Align::Center);
                let middle = room.width.filter(|_| is_middle).map(|width| (width + indent) / 2);
                if !board.underline(room.column, length, middle, is_solid, &mut self.out.paragraphs) {
                    self.out.traits.loose_rules += 1;
                }
                flow.pass(line, false);
                continue;
            }
            if piece.runs.iter().all(|run| run.text.chars().all(raw::is_blank)) {
                flow.pass(line, true);
                continue;
            }
            let (side, top) = (piece.side, flow.y);
            let gap = match (side, left_gap) {
                (Side::Right, Some(gap)) => gap,
                _ => flow.letters(),
            };
            left_gap = (side == Side::Left).then_some(gap);
            let room = self.room_of(side, room);
            let lines = self.piece(paragraph, piece, room, gap, top, board);
            if side != Side::Left {
                flow.y = top + line * lines;
            }
        }
        // A border below its own words.
        if let Some(edge) = paragraph.setting.borders[2].filter(|edge| edge.is_drawn) {
            self.border(paragraph, edge.is_solid, room, board);
        }
    }

    /// The column of a piece of a line.
    fn room_of(&mut self, side: Side, room: Room) -> Room {
        let column = match side {
            Side::Whole => {
                self.parted = if room.is_body() { None } else { self.parted };
                return room;
            }
            Side::Left => {
                let (group, row) = self.parted.unwrap_or_else(|| {
                    self.groups += 1;
                    (self.groups - 1, 0)
                });
                self.parted = Some((group, row + 1));
                Column::Left
            }
            Side::Right => Column::Right,
        };
        let row = self.parted.map(|(group, next)| (group, next.saturating_sub(1)));
        Room { column, row, width: None, margin: None, is_grid: false }
    }

    /// Adds a piece to what was measured; how many lines it takes.
    fn piece(
        &mut self,
        paragraph: &raw::Paragraph,
        piece: Piece,
        room: Room,
        gap: Gap,
        top: i64,
        board: &mut Board,
    ) -> i64 {
        let setting = &paragraph.setting;
        let text = piece::text(&piece.runs);
        let is_whole = piece.side == Side::Whole;
        let left = setting.left.unwrap_or(0);
        let right = setting.right.unwrap_or(0);
        let indent = if piece.is_first { setting.first_line.unwrap_or(0) } else { 0 };
        let available = room.width.map(|width| (width - left - right).max(1));
        let (lead, has_tab) = lead(&piece.runs);
        let is_middle = piece.align == Some(Align::Center);
        let widths = (text.len() <= LONGEST).then(|| wrapped(&piece.runs, available)).flatten();
        let off_center = (is_middle && is_whole && !has_tab).then(|| (left + indent - right + lead) / 2);
        let size = size_of(&piece.runs).unwrap_or(paragraph.mark.size);
        let first_line = if is_middle || !is_whole {
            None
        } else {
            Some(seen_indent(&piece.runs, left, indent, lead, setting, self.settings.stop))
        };
        let label = paragraph.label.as_ref().filter(|_| piece.is_first);
        let lines = match &widths {
            Some(widths) => widths.len(),
            None => guessed_lines(&text, size, available),
        };
        let lines = i64::try_from(lines).unwrap_or(1).max(1);
        let last = widths.as_ref().and_then(|widths| widths.last().copied());
        let middle = if !is_whole {
            None
        } else if let Some(off) = off_center {
            room.width.map(|width| width / 2 + off)
        } else {
            last.filter(|_| piece.align == Some(Align::Left)).map(|last| left + indent + last / 2)
        };
        board.put(Entry {
            index: self.out.paragraphs.len(),
            column: room.column,
            top,
            bottom: top + lines * height(setting, size),
            middle,
            widths: last.zip(widths.as_ref().and_then(|widths| widths.iter().copied().max())),
            kind: piece.runs.first().filter(|_| is_middle).map(|run| (run.face.clone(), is_capital(&text))),
        });
        self.out.paragraphs.push(Paragraph {
            place: self.place(paragraph.number),
            page: None,
            last_page: None,
            column: room.column,
            row: room.row,
            has_layout_spaces: has_layout_spaces(&text),
            text,
            runs: piece.runs,
            align: piece.align,
            off_center: off_center.map(Length::twips),
            first_line: first_line.map(Length::twips),
            left: is_whole.then(|| Length::twips(left)),
            gap: gap.twips.map(Length::twips),
            empty_above: gap.empty,
            pitch: Some(pitch(setting, size)),
            rule: None,
            lines: None,
            first_baseline: None,
            last_baseline: None,
            label: label.map(|label| piece::compose(label.trim_end())),
            keeps_next: Some(setting.keeps_next.unwrap_or(false)),
            begins_page: gap.begins_page,
        });
        lines
    }

    /// A paragraph with a border all round.
    fn boxed(&mut self, paragraph: &raw::Paragraph, room: Room, flow: &mut Flow) {
        let block = std::slice::from_ref(paragraph);
        let setting = &paragraph.setting;
        let lines = i64::try_from(paragraph.lines.len()).unwrap_or(1);
        let inside = room.width.map(|width| width - setting.left.unwrap_or(0) - setting.right.unwrap_or(0));
        let framed = setting.frame.and_then(|frame| frame.width.or(Some(0)).filter(|width| *width > 0));
        let framed_height = setting.frame.and_then(|frame| frame.height);
        let (text, face) = words_of(&mut block.iter());
        let color = setting.borders[0].and_then(|edge| edge.color);
        self.out.boxes.push(Boxed {
            text,
            face,
            width: framed.or(inside).map(Length::twips),
            height: framed_height.map(Length::twips),
            has_border: true,
            color,
            ..self.no_box(paragraph.number)
        });
        flow.pass(lines * height(setting, paragraph.mark.size), false);
    }

    /// The words of a text box.
    fn words_in_box(&mut self, words: &Words, number: usize) {
        let mut inside = Vec::new();
        each_paragraph(&words.blocks, &mut |paragraph, _| inside.push(paragraph));
        let (text, face) = words_of(&mut inside.into_iter());
        if text.is_empty() {
            return;
        }
        let boxed = Boxed {
            text,
            face,
            width: words.width.map(Length::emu),
            height: words.height.map(Length::emu),
            has_border: words.has_border,
            color: words.color,
            ..self.no_box(number)
        };
        self.out.boxes.push(boxed);
    }

    /// A box without anything.
    pub(super) fn no_box(&self, number: usize) -> Boxed {
        Boxed {
            place: self.place(number),
            text: String::new(),
            face: Face::default(),
            width: None,
            height: None,
            has_border: false,
            color: None,
        }
    }
}

/// Whether a paragraph has a border all round.
fn is_boxed(paragraph: &raw::Paragraph) -> bool {
    paragraph.setting.borders.iter().all(|edge| edge.is_some_and(|edge| edge.is_drawn))
}
