//! Tables of both versions: rows by what they are about, then cells word by word.

use super::align::{Step, align};
use super::likeness::{Bag, hash, letters};
use super::tree::{Cell, Change, Para, Piece, Row, Table};
use super::words::revised;
use crate::layout::{self, Placed, placed};

/// Rows less alike than this are two.
const LEAST_ALIKE: f32 = 0.4;

/// How much of the likeness of two rows is that of the cells that name them.
const NAME: f32 = 0.65;

/// A table of both versions, of as many columns in each, without what stands below it.
pub(super) fn both<'a>(old: &'a layout::Table, new: &'a layout::Table) -> Table<'a> {
    let (old_rows, new_rows) = (signs(old), signs(new));
    let keys = |rows: &[Sign<'_>]| rows.iter().map(|row| Some(row.key)).collect::<Vec<_>>();
    let steps = align(&keys(&old_rows), &keys(&new_rows), |a, b| old_rows[a].likeness(&new_rows[b]));
    let row = |step| match step {
        Step::Both(a, b) => {
            let cells = old_rows[a].cells.iter().zip(&new_rows[b].cells).map(|(old, new)| cell(*old, *new));
            Row { row: &new.rows[b], is_header: b < new.header_rows, cells: cells.collect(), change: None }
        }
        Step::Old(a) => alone(old, &old_rows[a].cells, a, Change::Deleted),
        Step::New(b) => alone(new, &new_rows[b].cells, b, Change::Inserted),
    };
    Table { look: new, columns: new.columns.clone(), rows: steps.into_iter().map(row).collect(), tail: Vec::new() }
}

fn alone<'a>(table: &'a layout::Table, cells: &[Placed<'a>], index: usize, change: Change) -> Row<'a> {
    Row {
        row: &table.rows[index],
        is_header: index < table.header_rows,
        cells: cells.iter().map(|&placed| Cell::whole(placed, Some(change))).collect(),
        change: Some(change),
    }
}

/// A cell of both versions.
fn cell<'a>(old: Placed<'a>, new: Placed<'a>) -> Cell<'a> {
    let whole = Cell::whole(new, None);
    // A cell that begins in one version and continues in the other loses or gains its words.
    let pieces = match (old.continued, new.continued) {
        (true, true) => whole.pieces,
        (true, false) => Cell::whole(new, Some(Change::Inserted)).pieces,
        (false, true) => Cell::whole(old, Some(Change::Deleted)).pieces,
        (false, false) => paras(&old.cell.paras, &new.cell.paras),
    };
    Cell { pieces, merges: whole.merges || old.cell.rowspan > 1, placed: new }
}

/// The paragraphs of a cell of both versions. The last of both are one: a cell cannot do without its last.
fn paras<'a>(old: &'a [layout::Para], new: &'a [layout::Para]) -> Vec<Piece<'a>> {
    let (Some((old_last, old_others)), Some((new_last, new_others))) = (old.split_last(), new.split_last()) else {
        let gone = old.iter().map(|para| whole(para, Change::Deleted));
        return gone.chain(new.iter().map(|para| whole(para, Change::Inserted))).collect();
    };
    let bags = |paras: &[layout::Para]| paras.iter().map(|para| Bag::of(&letters(para))).collect::<Vec<_>>();
    let (old_bags, new_bags) = (bags(old_others), bags(new_others));
    let steps = align(&vec![None; old_others.len()], &vec![None; new_others.len()], |a, b| {
        let likeness = old_bags[a].likeness(&new_bags[b]);
        if likeness >= LEAST_ALIKE { likeness } else { 0.0 }
    });
    let piece = |step| match step {
        Step::Both(a, b) => Piece::Para(revised(&old_others[a], &new_others[b])),
        Step::Old(a) => whole(&old_others[a], Change::Deleted),
        Step::New(b) => whole(&new_others[b], Change::Inserted),
    };
    steps.into_iter().map(piece).chain([Piece::Para(revised(old_last, new_last))]).collect()
}

fn whole(para: &layout::Para, change: Change) -> Piece<'_> {
    Piece::Para(Para { para, spans: None, change: Some(change), is_restyled: false })
}

/// By what a row is known again.
struct Sign<'a> {
    cells: Vec<Placed<'a>>,
    /// The words that each cell shows, be they written in a row above.
    shown: Vec<u64>,
    is_ruled: bool,
    is_header: bool,
    /// Words of the first cell that has some: what the row is about.
    name: Bag,
    /// Words of the other cells, each with its column.
    rest: Bag,
    key: u64,
}

fn signs(table: &layout::Table) -> Vec<Sign<'_>> {
    let rows = placed(table).into_iter().zip(&table.rows).enumerate();
    rows.map(|(index, (cells, row))| Sign::of(cells, row.is_ruled, index < table.header_rows)).collect()
}

impl<'a> Sign<'a> {
    fn of(cells: Vec<Placed<'a>>, is_ruled: bool, is_header: bool) -> Self {
        let (mut name, mut rest, mut shown) = (None, String::new(), Vec::with_capacity(cells.len()));
        for placed in &cells {
            let text = placed.cell.paras.iter().map(letters).collect::<Vec<_>>().join("\n");
            shown.push(hash(&text));
            if placed.continued {
                continue;
            }
            if name.is_none() && is_name(&text) {
                name = Some(Bag::of(&text));
                continue;
            }
            for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
                rest += &format!("{}:{word} ", placed.column);
            }
        }
        let continued: Vec<_> = cells.iter().map(|placed| (placed.column, placed.continued)).collect();
        let key = hash(&(&shown, continued, is_ruled, is_header));
        Self { cells, shown, is_ruled, is_header, name: name.unwrap_or_default(), rest: Bag::of(&rest), key }
    }

    /// How much it is worth to take two rows for one.
    fn likeness(&self, other: &Self) -> f32 {
        if !self.is_one_shape(other) {
            return 0.0;
        }
        let (name, rest) = (self.name.likeness(&other.name), self.rest.likeness(&other.rest));
        let likeness = if self.name.len() + other.name.len() == 0 { rest } else { name * NAME + rest * (1.0 - NAME) };
        if likeness >= LEAST_ALIKE { likeness } else { 0.0 }
    }

    /// Whether the cells of one can be those of the other. A label that begins anew on a page is the label above it.
    fn is_one_shape(&self, other: &Self) -> bool {
        let same = |(old, new): (&Placed<'_>, &Placed<'_>)| (old.column, old.span) == (new.column, new.span);
        let mut labels = self.cells.iter().zip(&other.cells).zip(self.shown.iter().zip(&other.shown));
        (self.is_ruled, self.is_header, self.cells.len()) == (other.is_ruled, other.is_header, other.cells.len())
            && self.cells.iter().zip(&other.cells).all(same)
            && labels.all(|((old, new), (a, b))| old.continued == new.continued || a == b)
    }
}

/// Whether words name something, and do not count it.
fn is_name(text: &str) -> bool {
    text.split([' ', '\n']).any(|word| word.chars().filter(|letter| letter.is_alphabetic()).count() > 1)
}
