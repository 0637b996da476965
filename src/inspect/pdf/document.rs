//! The pages of a file as one text: what is observed.

use std::collections::BTreeMap;

use super::block::Part;
use super::grid::{Cell, Grid};
use super::marks::length;
use super::measure::{EVEN, Measures, REACH, densest};
use super::paragraph::{Draft, Standing, append, paragraphs};
use super::piece::Piece;
use super::sheet::{Item, Sheet};
use crate::inspect::observed::{self, Boxed, Column, Observed, PageNumber, Paragraph, Place, Table};
use crate::vietnamese::compose;

/// How much of a line of Times New Roman stands below the baseline, in sizes: letters, and what Word adds.
const BELOW: f64 = 0.216;
const BELOW_LINE: f64 = 0.258;

/// How much stands above it.
const ABOVE: f64 = 0.891;

/// How deep the letters of a full page reach, as a part of the deepest page's.
const FULL_PAGE: f64 = 48.0;

/// How far upper edges of cells of one row may be apart.
const SAME_ROW: f64 = 1.5;

/// The padding that cells have at most.
const WIDEST_PADDING: f64 = 9.0;

/// Puts pages together; `observed` comes with its traits.
pub(super) fn fill(observed: &mut Observed, sheets: &[Sheet]) {
    let of_width = |sheet: &Sheet| (sheet.size.0 / 10.0).round() as i64;
    let mut by_width: BTreeMap<i64, Measures> = BTreeMap::new();
    for sheet in sheets {
        let width = of_width(sheet);
        by_width.entry(width).or_insert_with(|| {
            let alike = sheets.iter().filter(|other| of_width(other) == width);
            Measures::of(alike.clone()).unwrap_or_else(|| Measures::between((f64::MAX, f64::MIN))).widened(alike)
        });
    }
    let mut groups = 0;
    let mut open: Option<Piece> = None;
    let mut edges = Vec::new();
    for sheet in sheets {
        let own = Measures::of(std::iter::once(sheet));
        let mut measures = by_width.get(&of_width(sheet)).cloned().unwrap_or_default();
        // A page whose own lines are even has its own edges: margins may change sides.
        if let Some(own) = own.as_ref().filter(|own| own.even >= EVEN && own.has_left) {
            measures.edges = own.edges;
        }
        let start = observed.paragraphs.len();
        let first_table = observed.tables.len();
        let mut drafts = drafts(sheet, &measures, observed, &mut groups);
        boxes(sheet, observed);
        let is_body = drafts.first().is_some_and(|draft| {
            draft.paragraph.column == Column::Full
                && !matches!(draft.paragraph.align, Some(observed::Align::Center | observed::Align::Right))
        });
        let goes_on = open.as_ref().zip(drafts.first()).is_some_and(|(last, next)| goes_on(last, next, &measures));
        if goes_on && let Some(last) = observed.paragraphs.last_mut() {
            join(last, drafts.remove(0).paragraph);
            for table in &mut observed.tables[first_table..] {
                table.paragraphs = table.paragraphs.start - 1..table.paragraphs.end - 1;
            }
        } else if let Some(first) = drafts.first_mut() {
            first.paragraph.begins_page = true;
        }
        // A page that is one stretch of a paragraph leaves it open.
        let last = drafts.last().filter(|draft| draft.paragraph.column == Column::Full).map(|draft| draft.last.clone());
        let stretch = sheet.full_lines().last().and_then(|lines| lines.last()).filter(|_| goes_on && drafts.is_empty());
        open = last.or_else(|| stretch.cloned());
        observed.paragraphs.extend(drafts.into_iter().map(|draft| draft.paragraph));
        edges.push(Ends::of(sheet, &measures, goes_on, is_body));
        let mut made = observed_sheet(sheet, &measures, own.as_ref());
        made.paragraphs = start..observed.paragraphs.len();
        observed.sheets.push(made);
    }
    give_ends(&mut observed.sheets, &edges);
}

/// Where the text of a page begins and ends.
struct Ends {
    /// From the upper edge to the text, of pages after the first that begin with a paragraph of the body.
    top: Option<f64>,
    /// Whether its first line goes on a paragraph, so that no space stands above it.
    goes_on: bool,
    /// From the lower edge to the text.
    bottom: Option<f64>,
}

impl Ends {
    fn of(sheet: &Sheet, measures: &Measures, goes_on: bool, is_body: bool) -> Self {
        let lines = sheet.full_lines().next().filter(|_| is_body && sheet.page > 1);
        // A name of a signature that the page before has no room for stands below the upper edge.
        let middle = (measures.edges.0 + measures.edges.1) / 2.0;
        let first = lines.and_then(|lines| lines.first()).filter(|line| line.x.0 < middle);
        let top = first.map(|line| {
            let pitch = measures.pitch(line.size).unwrap_or((ABOVE + BELOW_LINE) * line.size);
            line.y - (pitch - BELOW_LINE * line.size)
        });
        let lowest = sheet.full_lines().flatten().max_by(|one, other| one.y.total_cmp(&other.y));
        Self { top, goes_on, bottom: lowest.map(|line| sheet.size.1 - line.y - BELOW * line.size) }
    }
}

/// Gives pages the room above and below their text, where they are full.
fn give_ends(sheets: &mut [observed::Sheet], ends: &[Ends]) {
    let sure: Vec<_> = ends.iter().filter(|ends| ends.goes_on).filter_map(|ends| ends.top).collect();
    let least = |of: fn(&Ends) -> Option<f64>| ends.iter().filter_map(of).reduce(f64::min);
    let top = if sure.is_empty() { least(|ends| ends.top) } else { Some(densest(sure, 1.0).0) };
    let bottom = least(|ends| ends.bottom);
    let last = sheets.len().saturating_sub(1);
    for (place, (sheet, ends)) in sheets.iter_mut().zip(ends).enumerate() {
        let near = |own: Option<f64>, usual: Option<f64>, far: f64| {
            own.filter(|own| usual.is_some_and(|usual| own - usual <= far))
        };
        sheet.top = ends.top.filter(|_| ends.goes_on).or(near(ends.top, top, 1.0)).map(length);
        sheet.bottom = near(ends.bottom, bottom, FULL_PAGE).filter(|_| place != last).map(length);
    }
}

/// What is observed of a page apart from its paragraphs.
fn observed_sheet(sheet: &Sheet, measures: &Measures, own: Option<&Measures>) -> observed::Sheet {
    let middle = (measures.edges.0 + measures.edges.1) / 2.0;
    let number = sheet
        .number
        .as_ref()
        .map(|numbered| PageNumber { off_center: Some(length(numbered.middle - middle)), ..numbered.number.clone() });
    let left = own.filter(|own| own.has_left).map(|own| own.edges.0);
    let right = own.filter(|own| own.even >= 3 && own.is_justified).map(|own| sheet.size.0 - own.edges.1);
    observed::Sheet {
        place: Place::Page { page: sheet.page, y: length(0.0) },
        width: length(sheet.size.0),
        height: length(sheet.size.1),
        is_landscape: sheet.size.0 > sheet.size.1,
        top: None,
        bottom: None,
        left: left.map(length),
        right: right.map(length),
        gutter: None,
        is_mirrored: None,
        number,
        first_number: None,
        restart: None,
        paragraphs: 0..0,
    }
}

/// Whether the first paragraph of a page goes on with the last one of the page before.
fn goes_on(last: &Piece, next: &Draft, measures: &Measures) -> bool {
    let line = &next.first;
    let text = line.text();
    let begins_new = text.chars().next().is_none_or(|letter| "-+•*".contains(letter));
    next.paragraph.column == Column::Full
        && next.paragraph.align != Some(observed::Align::Center)
        && (line.size - last.size).abs() <= 0.6
        && (line.x.0 - measures.edges.0).abs() <= REACH
        && (last.x.1 - measures.edges.1).abs() <= 3.0 * REACH
        && last.rule.is_none()
        && !begins_new
}

/// Puts what a page goes on with behind the paragraph of the page before.
fn join(paragraph: &mut Paragraph, rest: Paragraph) {
    let lines = paragraph.lines.unwrap_or(1);
    if lines == 1 && rest.lines.is_some_and(|lines| lines > 1) {
        paragraph.align = rest.align;
        paragraph.pitch = rest.pitch;
    }
    if lines == 1 {
        // The first line began where it did against what follows at the left edge.
        paragraph.first_line = paragraph.left;
        paragraph.left = rest.left;
        paragraph.off_center = None;
    }
    append(&mut paragraph.runs, rest.runs);
    paragraph.text = compose(&paragraph.runs.iter().map(|run| run.text.as_str()).collect::<String>());
    paragraph.lines = Some(lines + rest.lines.unwrap_or(1));
    paragraph.last_baseline = rest.last_baseline;
    paragraph.last_page = rest.last_page;
    paragraph.rule = rest.rule;
}

/// The paragraphs of a page.
fn drafts(sheet: &Sheet, measures: &Measures, observed: &mut Observed, groups: &mut usize) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut above: Option<(f64, bool)> = None;
    for item in &sheet.items {
        let before = drafts.len();
        match item {
            Item::Part(Part::Full(lines)) => {
                let standing = Standing { page: sheet.page, column: Column::Full, row: None, edges: measures.edges };
                drafts.extend(paragraphs(lines, standing, &sheet.types, measures));
            }
            Item::Part(Part::Pair(rows)) => {
                let edges = |column: Column| {
                    let lines = rows.iter().flat_map(|(left, right)| if column == Column::Left { left } else { right });
                    lines.fold((f64::MAX, f64::MIN), |(low, high), line| (low.min(line.x.0), high.max(line.x.1)))
                };
                for (number, (left, right)) in rows.iter().enumerate() {
                    for (column, lines) in [(Column::Left, left), (Column::Right, right)] {
                        let row = Some((*groups, number));
                        let standing = Standing { page: sheet.page, column, row, edges: edges(column) };
                        drafts.extend(paragraphs(lines, standing, &sheet.types, measures));
                    }
                }
                *groups += 1;
            }
            Item::Table(grid, pieces) => {
                let number = observed.tables.len();
                let made = cells(sheet, grid, pieces, measures, number);
                let start = observed.paragraphs.len() + drafts.len();
                observed.tables.push(Table {
                    place: Place::Page { page: sheet.page, y: length(grid.y.0) },
                    width: Some(length(grid.x.1 - grid.x.0)),
                    paragraphs: start..start + made.len(),
                });
                drafts.extend(made);
            }
        }
        // The first paragraph below another part stands off from it too.
        if let (Some((above, is_table)), Some(draft)) = (above, drafts.get_mut(before))
            && draft.paragraph.column == Column::Full
            && draft.paragraph.gap.is_none()
        {
            let size = draft.first.size;
            let pitch = measures.pitch(size).unwrap_or(size * (ABOVE + BELOW_LINE));
            // Below a table there is no descent of letters.
            let pitch = if is_table { pitch - BELOW_LINE * size } else { pitch };
            draft.paragraph.gap = Some(length((draft.first.y - above - pitch).max(0.0)));
        }
        above = Some((lowest_of(item), matches!(item, Item::Table(..))));
    }
    drafts
}

/// The lowest baseline, or the lower edge, of what stands in the text.
fn lowest_of(item: &Item) -> f64 {
    let lowest = |lines: &mut dyn Iterator<Item = &Piece>| lines.map(|line| line.y).fold(f64::MIN, f64::max);
    match item {
        Item::Part(Part::Full(lines)) => lowest(&mut lines.iter()),
        Item::Part(Part::Pair(rows)) => lowest(&mut rows.iter().flat_map(|(left, right)| left.iter().chain(right))),
        Item::Table(grid, _) => grid.y.1,
    }
}

/// The paragraphs of a table, cell after cell.
fn cells(sheet: &Sheet, grid: &Grid, pieces: &[Piece], measures: &Measures, table: usize) -> Vec<Draft> {
    let mut by_edges: BTreeMap<[i64; 4], (Cell, Vec<Piece>)> = BTreeMap::new();
    for piece in pieces {
        let cell = grid.cell(piece);
        let edges = [cell.y.0, cell.x.0, cell.y.1, cell.x.1].map(|edge| (edge * 10.0).round() as i64);
        by_edges.entry(edges).or_insert_with(|| (cell, Vec::new())).1.push(piece.clone());
    }
    // Cells whose upper edges are nearly at one height stand in one row.
    let mut cells: Vec<(usize, Cell, Vec<Piece>)> = Vec::new();
    for (cell, lines) in by_edges.into_values() {
        let row = cells.last().map_or(0, |(row, last, _)| row + usize::from(cell.y.0 - last.y.0 > SAME_ROW));
        cells.push((row, cell, lines));
    }
    cells.sort_by(|(row, one, _), (other_row, other, _)| row.cmp(other_row).then(one.x.0.total_cmp(&other.x.0)));
    let paddings = cells
        .iter()
        .flat_map(|(_, cell, lines)| lines.iter().flat_map(|line| [line.x.0 - cell.x.0, cell.x.1 - line.x.1]));
    let padding = paddings.filter(|padding| *padding > 0.0).fold(WIDEST_PADDING, f64::min);
    let mut drafts = Vec::new();
    for (_, cell, lines) in cells {
        let edges = (cell.x.0 + padding, cell.x.1 - padding);
        let standing = Standing { page: sheet.page, column: Column::Table(table), row: None, edges };
        let lines = lines_of(lines);
        drafts.extend(paragraphs(&lines, standing, &sheet.types, measures));
    }
    drafts
}

/// Pieces of one column on one baseline, as one line.
fn lines_of(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut lines: Vec<Piece> = Vec::new();
    for piece in pieces {
        match lines.pop() {
            Some(last) if (last.y - piece.y).abs() < 0.4 * last.size && piece.x.0 >= last.x.1 => {
                lines.push(last.joined(piece))
            }
            Some(last) => lines.extend([last, piece]),
            None => lines.push(piece),
        }
    }
    lines
}

fn boxes(sheet: &Sheet, observed: &mut Observed) {
    for (grid, pieces) in &sheet.boxes {
        let runs: Vec<_> = pieces.iter().flat_map(|piece| piece.runs(&sheet.types)).collect();
        let words: Vec<_> = pieces.iter().map(Piece::text).collect();
        observed.boxes.push(Boxed {
            place: Place::Page { page: sheet.page, y: length(grid.y.0) },
            text: compose(&words.join(" ")),
            face: runs.into_iter().next().map(|run| run.face).unwrap_or_default(),
            width: Some(length(grid.x.1 - grid.x.0)),
            height: Some(length(grid.y.1 - grid.y.0)),
            has_border: true,
            color: grid.color(),
        });
    }
}
