//! A page put in order: its tables, its blocks, and what stands outside the text.

use super::block::{Part, parts};
use super::grid::{Grid, grids, placed};
use super::marks::{Letter, Marks, Type, UNKNOWN};
use super::number::{Numbered, take_number};
use super::piece::{Piece, pieces};
use super::rule::give_rules;
use super::trouble::Trouble;

/// From here on letters are too large for text, in points: a watermark, unless a few stand in a line of their own type.
const HUGE: f64 = 36.0;

/// How large turned letters of a watermark are.
const LARGE: f64 = 24.0;

/// How many pieces of lines a page may have: a table of numbers has some thousands.
const MOST_PIECES: usize = 20_000;

/// A page in order.
#[derive(Debug)]
pub(super) struct Sheet {
    /// Its number, from 1.
    pub(super) page: u32,
    /// Width and height.
    pub(super) size: (f64, f64),
    /// Text and tables from above.
    pub(super) items: Vec<Item>,
    /// The number that it bears.
    pub(super) number: Option<Numbered>,
    /// Boxes with their words.
    pub(super) boxes: Vec<(Grid, Vec<Piece>)>,
    /// Types of its letters.
    pub(super) types: Vec<Type>,
    /// Letters of a watermark.
    pub(super) watermark: Option<String>,
    /// Lines of footnotes.
    pub(super) notes: Vec<String>,
}

/// What stands in the text.
#[derive(Debug)]
pub(super) enum Item {
    /// Lines.
    Part(Part),
    /// A table, with its pieces.
    Table(Grid, Vec<Piece>),
}

impl Item {
    fn top(&self) -> f64 {
        match self {
            Self::Part(part) => part.top(),
            Self::Table(grid, _) => grid.y.0,
        }
    }
}

impl Sheet {
    /// Puts what is drawn in order.
    pub(super) fn new(page: u32, size: (f64, f64), mut marks: Marks) -> Result<Self, Trouble> {
        let watermark = take_watermark(&mut marks);
        let grids = grids(&mut marks, size.0);
        let pieces = pieces(&mut marks);
        if pieces.len() > MOST_PIECES {
            return Err(Trouble::TooLarge);
        }
        let (within, mut free) = placed(&grids, pieces);
        let number = take_number(&mut free, &marks.types, size.1);
        give_rules(&mut free, &mut marks);
        let notes = take_notes(&mut free, &marks);
        let mut boxes = Vec::new();
        let mut tables = Vec::new();
        for (grid, pieces) in grids.into_iter().zip(within) {
            // What has no words is a drawing.
            if !pieces.is_empty() {
                if grid.is_box { boxes.push((grid, pieces)) } else { tables.push((grid, pieces)) }
            }
        }
        // A table cuts the text in two; what is beside it goes before.
        let mut items = Vec::new();
        for (grid, pieces) in tables {
            let (above, below): (Vec<_>, Vec<_>) = free.into_iter().partition(|piece| piece.y <= grid.y.0 + 3.0);
            items.extend(parts(above).into_iter().map(Item::Part));
            items.push(Item::Table(grid, pieces));
            free = below;
        }
        items.extend(parts(free).into_iter().map(Item::Part));
        items.sort_by(|one, other| one.top().total_cmp(&other.top()));
        Ok(Self { page, size, items, number, boxes, types: marks.types, watermark, notes })
    }

    /// The lines that go over the whole width.
    pub(super) fn full_lines(&self) -> impl Iterator<Item = &Vec<Piece>> {
        self.items.iter().filter_map(|item| match item {
            Item::Part(Part::Full(lines)) => Some(lines),
            Item::Part(Part::Pair(_)) | Item::Table(..) => None,
        })
    }
}

impl Sheet {
    /// Its tables.
    pub(super) fn tables(&self) -> impl Iterator<Item = &Grid> {
        self.items.iter().filter_map(|item| match item {
            Item::Table(grid, _) => Some(grid),
            Item::Part(_) => None,
        })
    }
}

/// Takes letters that lie large across the page.
fn take_watermark(marks: &mut Marks) -> Option<String> {
    let mut found: Vec<Letter> =
        std::mem::take(&mut marks.turned).into_iter().filter(|letter| letter.size >= LARGE).collect();
    let (huge, rest): (Vec<_>, Vec<_>) =
        std::mem::take(&mut marks.letters).into_iter().partition(|letter| letter.size >= HUGE);
    marks.letters = rest;
    found.extend(huge);
    let text: String = found.iter().map(|letter| letter.letter).filter(|letter| *letter != UNKNOWN).collect();
    let words: Vec<_> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Takes the lines under the short line at the foot that sets footnotes apart.
fn take_notes(pieces: &mut Vec<Piece>, marks: &Marks) -> Vec<String> {
    let left = pieces.iter().map(|piece| piece.x.0).fold(f64::MAX, f64::min);
    let size = super::piece::most(pieces.iter().map(|piece| (piece.size, piece.width())));
    let separates = |at: f64| {
        let mut below = pieces.iter().filter(|piece| piece.y > at).peekable();
        below.peek().is_some() && below.all(|piece| piece.size <= size - 0.9)
    };
    let is_short = |from: f64, to: f64| (from - left).abs() <= 4.0 && to - from >= 40.0;
    let separator = marks.level.iter().filter(|stroke| is_short(stroke.span.0, stroke.span.1) && separates(stroke.at));
    let Some(at) = separator.map(|stroke| stroke.at).reduce(f64::min) else { return Vec::new() };
    let (kept, notes): (Vec<_>, Vec<_>) = std::mem::take(pieces).into_iter().partition(|piece| piece.y <= at);
    *pieces = kept;
    notes.iter().map(Piece::text).collect()
}
