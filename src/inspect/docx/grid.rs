//! Tables: those with a grid hold data, those without put blocks side by side.

use super::board::Board;
use super::flow::Flow;
use super::lines::words_of;
use super::measure::{Measure, Room};
use super::raw::{self, Cell, each_paragraph};
use crate::inspect::observed::{Boxed, Column, Table};
use crate::units::Length;

/// Letters of the longest text that is a box, not a table.
const LONGEST_BOX: usize = 80;

/// Twips from the edge of a cell to its words where nothing else is said.
const USUAL_MARGIN: i64 = 108;

/// Of ten parts of the width of its table, those that a cell takes that stands on no side.
const WHOLE: i64 = 8;

/// Twips of a column of a table that names no width: only which side it stands on is told by it.
const USUAL_COLUMN: i64 = 1_000;

/// A cell with its room.
struct Placed<'c> {
    cell: &'c Cell,
    /// From the left edge of the table to its edges.
    from: i64,
    to: i64,
    is_drawn: bool,
    /// Whether those are known; a table that names no width has columns of one width.
    is_measured: bool,
}

impl Measure<'_> {
    /// Measures a table.
    pub(super) fn table(&mut self, table: &raw::Table, room: Room, flow: &mut Flow) {
        let rows: Vec<Vec<Placed<'_>>> = placed(table);
        let cells = || rows.iter().flatten();
        let drawn = cells().filter(|placed| placed.is_drawn).count();
        let is_grid = drawn > 0 && drawn * 2 >= cells().count();
        let begins_page = flow.take_page_begin();
        let start = self.out.paragraphs.len();
        let mut written = cells().filter(|placed| letters(placed.cell) > 0);
        let lone = written.next().filter(|_| written.next().is_none());
        let end = match lone.filter(|placed| placed.is_drawn && letters(placed.cell) <= LONGEST_BOX) {
            Some(placed) => {
                self.box_of(placed, table.number);
                0
            }
            None => {
                // The end of a document in rows without lines below a grid is no part of it; notes below it are.
                let is_ruled = |row: &Vec<Placed<'_>>| row.iter().any(|placed| placed.is_drawn);
                let ruled = rows.iter().rposition(is_ruled).map_or(0, |at| at + 1);
                let is_end = |row: &Vec<Placed<'_>>| is_grid && row.iter().any(|placed| is_closing(placed.cell));
                let end = rows.iter().skip(ruled).position(is_end).map_or(rows.len(), |at| ruled + at);
                let (grid, below) = rows.split_at(end);
                let high = self.rows(grid, table, room, is_grid);
                if below.is_empty() { high } else { high + self.rows(below, table, room, false) }
            }
        };
        if begins_page && let Some(first) = self.out.paragraphs.get_mut(start) {
            first.begins_page = true;
        }
        flow.leave_table(end);
    }

    /// Measures the cells row by row; how high they are together, in twips.
    fn rows(&mut self, rows: &[Vec<Placed<'_>>], table: &raw::Table, room: Room, is_grid: bool) -> i64 {
        let start = self.out.paragraphs.len();
        let width = rows.iter().flatten().map(|placed| placed.to).max().filter(|width| *width > 0);
        let is_measured = rows.iter().flatten().all(|placed| placed.is_measured);
        let group = self.groups;
        self.groups += usize::from(!is_grid);
        let (mut y, mut board) = (0, Board::default());
        for (index, row) in rows.iter().enumerate() {
            let mut lowest = y;
            for placed in row {
                let column = if is_grid { Column::Full } else { side(placed, width) };
                let row = (!is_grid && column != Column::Full).then_some((group, index));
                if !is_grid && placed.is_drawn && letters(placed.cell) > 0 && letters(placed.cell) <= LONGEST_BOX {
                    self.box_of(placed, table.number);
                    continue;
                }
                let margins = margins(placed.cell, table);
                let whole = placed.to - placed.from;
                let inside = Some(whole - margins).filter(|width| *width > 0 && placed.is_measured);
                let inside = inside.or(room.width.filter(|_| row.is_none()));
                let own = Room { width: inside, margin: None, column, row, is_grid };
                let mut flow = Flow::at(y);
                let before = board.len();
                self.blocks(&placed.cell.blocks, own, &mut flow, &mut board);
                lowest = lowest.max(flow.y);
                let only_below = !placed.is_drawn && placed.cell.edges[2].is_some_and(|edge| edge.is_drawn);
                if only_below && !is_grid && board.len() > before {
                    let solid = placed.cell.edges[2].is_some_and(|edge| edge.is_solid);
                    let middle = inside.map(|width| width / 2);
                    board.underline(column, whole, middle, solid, &mut self.out.paragraphs);
                }
            }
            y = lowest;
        }
        self.out.traits.loose_rules += board.settle(&mut self.out.paragraphs);
        if is_grid {
            self.note_grid(start, table, width.filter(|_| is_measured));
        }
        y
    }

    /// Notes a table with a grid, to which all belongs that was measured since.
    fn note_grid(&mut self, start: usize, table: &raw::Table, width: Option<i64>) {
        let index = self.out.tables.len();
        for paragraph in &mut self.out.paragraphs[start..] {
            if !matches!(paragraph.column, Column::Table(_)) {
                (paragraph.column, paragraph.row) = (Column::Table(index), None);
            }
        }
        let width = width.or(table.width).map(Length::twips);
        let paragraphs = start..self.out.paragraphs.len();
        self.out.tables.push(Table { place: self.place(table.number), width, paragraphs });
    }

    /// Notes a cell with a border of its own.
    fn box_of(&mut self, placed: &Placed<'_>, number: usize) {
        let mut inside = Vec::new();
        each_paragraph(&placed.cell.blocks, &mut |paragraph, _| inside.push(paragraph));
        let number = inside.first().map_or(number, |paragraph| paragraph.number);
        let (text, face) = words_of(&mut inside.into_iter());
        let color = placed.cell.edges.iter().flatten().find_map(|edge| edge.color);
        let width = Some(placed.to - placed.from).filter(|width| *width > 0).map(Length::twips);
        let boxed = Boxed { text, face, width, has_border: true, color, ..self.no_box(number) };
        self.out.boxes.push(boxed);
    }
}

/// Twips that the margins of a cell take.
fn margins(cell: &Cell, table: &raw::Table) -> i64 {
    let left = cell.left.or(table.borders.left).unwrap_or(USUAL_MARGIN);
    left + cell.right.or(table.borders.right).unwrap_or(USUAL_MARGIN)
}

/// Whether a cell holds what ends a document: its last mark, or those to whom it goes.
fn is_closing(cell: &Cell) -> bool {
    let mut inside = Vec::new();
    each_paragraph(&cell.blocks, &mut |paragraph, _| inside.push(paragraph));
    let (text, _) = words_of(&mut inside.into_iter());
    text.trim() == "./." || crate::vietnamese::fold(&text).starts_with("noinhan")
}

/// How many letters a cell has.
fn letters(cell: &Cell) -> usize {
    let mut count = 0;
    each_paragraph(&cell.blocks, &mut |paragraph, _| {
        let runs = paragraph.lines.iter().flat_map(|line| &line.runs);
        count += runs.map(|run| run.text.trim().chars().count()).sum::<usize>();
    });
    count
}

/// The side of its table on which a cell stands.
fn side(placed: &Placed<'_>, width: Option<i64>) -> Column {
    let Some(width) = width else { return Column::Full };
    if (placed.to - placed.from) * 10 >= width * WHOLE {
        return Column::Full;
    }
    if placed.from + placed.to <= width { Column::Left } else { Column::Right }
}

/// The cells of a table with their rooms.
fn placed(table: &raw::Table) -> Vec<Vec<Placed<'_>>> {
    let [top, left, bottom, right, level, upright] =
        table.borders.edges.map(|edge| edge.is_some_and(|edge| edge.is_drawn));
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    let is_measured = table.grid.iter().any(|width| *width > 0) || cells.into_iter().any(|cell| cell.width > Some(0));
    let last_row = table.rows.len().saturating_sub(1);
    let columns = table.grid.len();
    let mut rows = Vec::with_capacity(table.rows.len());
    for (index, row) in table.rows.iter().enumerate() {
        let mut at = row.skipped;
        let mut x: i64 = table.grid.iter().take(at).sum();
        let last_cell = row.cells.len().saturating_sub(1);
        let cells = row.cells.iter().enumerate().map(|(place, cell)| {
            let from_grid: i64 = table.grid.iter().skip(at).take(cell.span).sum();
            let is_known = at + cell.span <= columns && from_grid > 0;
            let width = match (is_measured, is_known) {
                (false, _) => i64::try_from(cell.span).unwrap_or(1) * USUAL_COLUMN,
                (true, true) => from_grid,
                (true, false) => cell.width.unwrap_or(0),
            };
            let from = x;
            (at, x) = (at + cell.span, x.saturating_add(width));
            let usual = [
                if index == 0 { top } else { level },
                if place == 0 { left } else { upright },
                if index == last_row { bottom } else { level },
                if place == last_cell { right } else { upright },
            ];
            let edge = |side: usize| cell.edges[side].map_or(usual[side], |edge| edge.is_drawn);
            let is_drawn = (edge(0) && edge(2)) || ((edge(0) || edge(2)) && (edge(1) || edge(3)));
            Placed { cell, from, to: x, is_drawn, is_measured }
        });
        rows.push(cells.collect());
    }
    rows
}
