//! Merged labels that run over a page: printed again at its top.
//!
//! No format does so by itself, and a DOCX knows no pages. So the pages are found here, from the heights that both formats
//! give to lines and rows, and a cell over several rows ends with the page and begins anew on the next. Where a program
//! breaks a page elsewhere, the label stands a row off; no word is lost. Rows of which it is not sure whether a page has room
//! for them are made a little higher, so that it has none anywhere.

use super::height::{self, line, row_heights, stacked};
use super::lines::count;
use super::tree::{Block, Para, Section, Table};
use super::typeface::Typeface;
use crate::units::Length;

/// Ends each cell over several rows with its page, and begins it anew on the next.
pub(super) fn repeat_labels(section: &mut Section, typeface: &Typeface) {
    if (0..section.blocks.len()).all(|index| table(section, index).is_none()) {
        return;
    }
    // What stays with what changes no height.
    let heights: Vec<_> = section.blocks.iter().map(|block| heights_of(block, typeface)).collect();
    for (block, heights) in section.blocks.iter_mut().zip(&heights) {
        if let Block::Table(table) = block {
            keep_under_labels(table, heights, typeface);
        }
    }
    let atoms = atoms(section, &heights, typeface);
    let pages = pages(section, &atoms, typeface);
    for (block, row, height) in pages.raised {
        if let Some(Block::Table(table)) = section.blocks.get_mut(block) {
            table.rows[row].height = Some(height);
        }
    }
    for (block, row) in pages.starts {
        if let Some(Block::Table(table)) = section.blocks.get_mut(block) {
            split_at(table, row);
        }
    }
}

/// The cells below the header that reach over several rows: row, and place within it.
fn labels(table: &Table) -> impl Iterator<Item = (usize, usize)> {
    table.rows.iter().enumerate().skip(table.header_rows).flat_map(|(row, of_row)| {
        let cells = of_row.cells.iter().enumerate();
        cells.filter(|(_, cell)| cell.rowspan > 1).map(move |(at, _)| (row, at))
    })
}

/// The heights of the rows of a table.
fn heights_of(block: &Block, typeface: &Typeface) -> Vec<Length> {
    match block {
        Block::Table(table) => row_heights(table, typeface),
        Block::Para(_) | Block::Rule { .. } | Block::Mark { .. } | Block::Space { .. } | Block::Columns { .. } => {
            Vec::new()
        }
    }
}

/// A label is not torn: as many rows as it is high stay on its page.
fn keep_under_labels(table: &mut Table, heights: &[Length], typeface: &Typeface) {
    let found: Vec<_> = labels(table).collect();
    for (row, at) in found {
        let cell = &table.rows[row].cells[at];
        let end = (row + usize::from(cell.rowspan)).min(heights.len());
        let needed = height::cell(table, &table.rows[row], cell, typeface);
        let mut filled = Length::ZERO;
        for (above, &height) in table.rows[row..end - 1].iter_mut().zip(&heights[row..]) {
            filled = filled + height;
            if filled >= needed {
                break;
            }
            above.keep_with_next = true;
        }
    }
}

/// What a page break does not go through.
struct Atom {
    height: Length,
    /// From what stands above, where that is on the same page; the greater of two gaps counts.
    before: Length,
    after: Length,
    /// Whether it stays on one page with the next.
    keeps: bool,
    /// The row that it is, with its table.
    row: Option<(usize, usize)>,
}

impl Atom {
    fn plain(height: Length) -> Self {
        Self { height, before: Length::ZERO, after: Length::ZERO, keeps: false, row: None }
    }
}

fn atoms(section: &Section, heights: &[Vec<Length>], typeface: &Typeface) -> Vec<Atom> {
    let width = section.width - section.left - section.right;
    let mut atoms = Vec::new();
    for (index, (block, heights)) in section.blocks.iter().zip(heights).enumerate() {
        let Block::Table(table) = block else {
            atoms.extend(atoms_of(block, width, typeface));
            continue;
        };
        for (row, &height) in heights.iter().enumerate() {
            let keeps = row < table.header_rows || table.rows[row].keep_with_next;
            atoms.push(Atom { keeps, row: Some((index, row)), ..Atom::plain(height) });
        }
        atoms.extend(table.tail.iter().flat_map(|block| atoms_of(block, width, typeface)));
    }
    atoms
}

/// The atoms of what is no table.
fn atoms_of(block: &Block, width: Length, typeface: &Typeface) -> Vec<Atom> {
    match block {
        Block::Para(para) => lines_of(para, width, typeface),
        Block::Rule { weight, before, after, .. } => vec![Atom {
            before: *before,
            after: (*after - *weight).max(Length::ZERO),
            keeps: true,
            ..Atom::plain(*weight)
        }],
        Block::Mark { height, weight, before, .. } => vec![Atom::plain(*before + *height + *weight)],
        Block::Space { height } => vec![Atom { keeps: true, ..Atom::plain(*height) }],
        Block::Columns { .. } => vec![Atom::plain(stacked(std::slice::from_ref(block), width, typeface))],
        Block::Table(_) => Vec::new(),
    }
}

fn lines_of(para: &Para, width: Length, typeface: &Typeface) -> Vec<Atom> {
    let style = &para.style;
    let count = count(para, width, typeface);
    let line = |at| {
        let (first, last) = (at == 0, at + 1 == count);
        // Neither the first line nor the last of a paragraph stands alone.
        let lonely = at == 0 || at + 2 == count;
        Atom {
            before: if first { style.before } else { Length::ZERO },
            after: if last { style.after } else { Length::ZERO },
            keeps: if last { style.keep_with_next } else { para.keep_lines || lonely },
            ..Atom::plain(line(style, typeface))
        }
    };
    (0..count).map(line).collect()
}

/// What fits on a page or lacks by less than this part of it may lack or fit where another program measures: they round rows,
/// line by line.
const HAIR: i64 = 1200;

/// Where the pages of a section begin.
struct Pages {
    /// The rows, with their tables, that begin a page below the first row of their table.
    starts: Vec<(usize, usize)>,
    /// The rows, with their tables, that go to the next page for all programs, and how high they are for that.
    raised: Vec<(usize, usize, Length)>,
}

fn pages(section: &Section, atoms: &[Atom], typeface: &Typeface) -> Pages {
    let room = section.height - section.top - section.bottom;
    let hair = room.scaled(1, HAIR);
    // How much higher a row is made that may fit or lack, so that it lacks for all.
    let raise = hair * 2;
    let width = section.width - section.left - section.right;
    let foot = stacked(&section.footer, width, typeface) + section.header_distance - section.bottom;
    let mut page = Page { filled: Length::ZERO, after: Length::ZERO };
    if !section.footer.is_empty() && foot > Length::ZERO {
        page.filled = foot;
    }
    let headers: Vec<_> = (0..section.blocks.len())
        .map(|index| {
            if header_rows(section, index) == 0 {
                return Length::ZERO;
            }
            let of_header =
                |atom: &&Atom| atom.row.is_some_and(|(block, row)| block == index && row < header_rows(section, block));
            atoms.iter().filter(of_header).fold(Length::ZERO, |sum, atom| sum + atom.height)
        })
        .collect();
    let mut pages = Pages { starts: Vec::new(), raised: Vec::new() };
    let mut first = 0;
    while first < atoms.len() {
        let together = atoms[first..].iter().take_while(|atom| atom.keeps).count() + 1;
        let chain = &atoms[first..(first + together).min(atoms.len())];
        let grid = chain.iter().rev().find_map(|atom| atom.row).map_or(Length::ZERO, |(block, _)| grid(section, block));
        let filled = page.height_with(chain) + grid;
        let raised = chain.iter().rev().find(|atom| atom.row.is_some()).filter(|_| filled <= room + hair);
        if filled > if raised.is_some() { room - hair } else { room } {
            // What is taller than a page goes on wherever it is.
            let repeated = repeated(section, chain, &headers);
            let height = chain.iter().fold(grid + repeated, |sum, atom| sum + atom.before + atom.height);
            let opening = chain.first().filter(|_| chain.len() == 1).and_then(|atom| opening(section, atom, typeface));
            let opens = opening.is_some_and(|opening| page.filled + opening + grid <= room);
            if !opens && (height + raise <= room || chain.len() == 1) {
                page = Page { filled: repeated, after: Length::ZERO };
                pages.starts.extend(chain[0].row.filter(|&(block, row)| row > header_rows(section, block)));
                if let Some((atom, (block, row))) = raised.and_then(|atom| Some((atom, atom.row?))) {
                    page.filled = page.filled + raise;
                    pages.raised.push((block, row, atom.height + raise));
                }
            }
        }
        for atom in chain {
            page.put(atom);
            while page.filled + grid > room {
                page.filled = page.filled - room + repeated(section, chain, &headers);
            }
        }
        first += together;
    }
    pages
}

struct Page {
    filled: Length,
    /// The gap below the last thing.
    after: Length,
}

impl Page {
    fn height_with(&self, chain: &[Atom]) -> Length {
        let mut page = Self { ..*self };
        chain.iter().for_each(|atom| page.put(atom));
        page.filled
    }

    fn put(&mut self, atom: &Atom) {
        let gap = if self.filled.is_zero() { Length::ZERO } else { self.after.max(atom.before) };
        self.filled = self.filled + gap + atom.height;
        self.after = atom.after;
    }
}

fn table(section: &Section, block: usize) -> Option<&Table> {
    match section.blocks.get(block) {
        Some(Block::Table(table)) => Some(table),
        Some(
            Block::Para(_) | Block::Rule { .. } | Block::Mark { .. } | Block::Space { .. } | Block::Columns { .. },
        )
        | None => None,
    }
}

fn header_rows(section: &Section, block: usize) -> usize {
    table(section, block).map_or(0, |table| table.header_rows)
}

fn grid(section: &Section, block: usize) -> Length {
    table(section, block).map_or(Length::ZERO, |table| table.grid)
}

/// How high what stands on a page of a row that goes on on the next is at least: its first line.
fn opening(section: &Section, atom: &Atom, typeface: &Typeface) -> Option<Length> {
    let (block, row) = atom.row?;
    let table = table(section, block)?;
    let row = table.rows.get(row).filter(|row| row.splits)?;
    let lines = row.cells.iter().filter_map(|cell| cell.paras.first()).map(|para| line(&para.style, typeface));
    Some(table.padding_y * 2 + table.grid + lines.max().unwrap_or_default())
}

/// How high the header is that stands above rows on a new page.
fn repeated(section: &Section, chain: &[Atom], headers: &[Length]) -> Length {
    let Some((block, row)) = chain.first().and_then(|atom| atom.row) else { return Length::ZERO };
    if row < header_rows(section, block) { Length::ZERO } else { headers.get(block).copied().unwrap_or_default() }
}

/// Ends the cells that reach over the upper edge of a row there, and begins them anew below.
fn split_at(table: &mut Table, row: usize) {
    let mut again = Vec::new();
    for (above, of_row) in table.rows.iter_mut().enumerate().take(row) {
        for cell in &mut of_row.cells {
            let rows = usize::from(cell.rowspan);
            if above + rows > row {
                let mut below = cell.clone();
                let upper = u16::try_from(row - above).unwrap_or(u16::MAX);
                below.rowspan = cell.rowspan - upper;
                cell.rowspan = upper;
                // Whoever turns the page looks for it at its top.
                (cell.at_top, below.at_top) = (true, true);
                again.push(below);
            }
        }
    }
    if let Some(of_row) = table.rows.get_mut(row) {
        of_row.cells.extend(again);
        of_row.cells.sort_by_key(|cell| cell.column);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decree::{Component, Decree, TypeSet};
    use crate::layout::{Cell, Row};

    /// A row without words of 10 pt each, in pages so high: which rows begin a page, and which are raised for that.
    #[track_caller]
    fn check_pages(room: Length, starts: &[usize], raised: &[usize]) {
        let decree = Decree::new(TypeSet::Fourteen);
        let row = Row {
            cells: vec![Cell { column: 0, colspan: 1, rowspan: 1, at_top: false, paras: Vec::new() }],
            keep_with_next: false,
            is_ruled: true,
            splits: false,
            height: None,
        };
        let table = Table {
            columns: vec![Length::pt(100)],
            header_rows: 0,
            rows: vec![row; 25],
            grid: Length::ZERO,
            padding_x: Length::ZERO,
            padding_y: Length::pt(5),
            tail: Vec::new(),
        };
        let section = Section {
            width: Length::pt(100),
            height: room,
            landscape: false,
            top: Length::ZERO,
            bottom: Length::ZERO,
            left: Length::ZERO,
            right: Length::ZERO,
            header_distance: Length::ZERO,
            page_number: decree.style(Component::PageNumber),
            footer: Vec::new(),
            blocks: vec![Block::Table(table)],
        };
        let typeface = Typeface::built_in();
        let heights: Vec<_> = section.blocks.iter().map(|block| heights_of(block, &typeface)).collect();
        let found = pages(&section, &atoms(&section, &heights, &typeface), &typeface);
        assert_eq!(found.starts.into_iter().map(|(_, row)| row).collect::<Vec<_>>(), starts);
        assert_eq!(found.raised.iter().map(|&(_, row, _)| row).collect::<Vec<_>>(), raised);
        assert!(found.raised.iter().all(|&(_, _, height)| height > Length::pt(10)));
    }

    #[test]
    fn a_row_that_fits_by_a_hair_goes_to_the_next_page_for_all() {
        check_pages(Length::pt(105), &[10, 20], &[]);
        check_pages(Length::pt(100), &[9, 18], &[9]);
        check_pages(Length::pt(100) + Length::twips(1), &[9, 18], &[9]);
        check_pages(Length::pt(100) - Length::twips(1), &[9, 18], &[9]);
    }

    #[test]
    fn a_label_begins_anew_where_its_page_does() {
        let cell = |column, rowspan| Cell { column, colspan: 1, rowspan, at_top: false, paras: Vec::new() };
        let row = |cells| Row { cells, keep_with_next: false, is_ruled: true, splits: false, height: None };
        let mut table = Table {
            columns: vec![Length::ZERO; 2],
            header_rows: 0,
            rows: vec![row(vec![cell(0, 4), cell(1, 1)]), row(vec![cell(1, 1)]), row(vec![cell(1, 2)]), row(vec![])],
            grid: Length::ZERO,
            padding_x: Length::ZERO,
            padding_y: Length::ZERO,
            tail: Vec::new(),
        };
        split_at(&mut table, 2);
        split_at(&mut table, 3);
        let spans = |row: &Row| row.cells.iter().map(|cell| (cell.column, cell.rowspan)).collect::<Vec<_>>();
        let found: Vec<_> = table.rows.iter().map(spans).collect();
        assert_eq!(found, [vec![(0, 2), (1, 1)], vec![(1, 1)], vec![(0, 1), (1, 1)], vec![(0, 1), (1, 1)]]);
    }
}
