//! What stands one below the other in both versions: which blocks are one, and what changed in them.

use super::align::{Step, align};
use super::likeness::{Bag, all_letters, collect, hash};
use super::table;
use super::tree::{Change, Columns, Piece, Sides, Table};
use super::words::revised;
use crate::decree::Component;
use crate::layout::{Block, ColumnRow};

/// Blocks less alike than this are two.
const LEAST_ALIKE: f32 = 0.4;

/// What a line or empty room is worth beside words.
const ROOM: f32 = 0.01;

/// The flow of a section in both versions.
pub(super) fn section<'a>(old: &'a [Block], new: &'a [Block]) -> Vec<Piece<'a>> {
    flow(&untied(old), &untied(new))
}

/// A block of a flow, and the table under which the page holds it.
struct Part<'a> {
    block: &'a Block,
    table: Option<usize>,
    sign: Sign,
}

/// Blocks one below the other, those below a table too: whether the page holds these together says nothing of their words.
fn untied(blocks: &[Block]) -> Vec<Part<'_>> {
    let mut parts = Vec::with_capacity(blocks.len());
    for block in blocks {
        let at = parts.len();
        parts.push(Part { block, table: None, sign: Sign::of(block) });
        if let Block::Table(table) = block {
            let below = table.tail.iter();
            parts.extend(below.map(|block| Part { block, table: Some(at), sign: Sign::of(block) }));
        }
    }
    parts
}

fn flow<'a>(old: &[Part<'a>], new: &[Part<'a>]) -> Vec<Piece<'a>> {
    let keys = |parts: &[Part<'_>]| parts.iter().map(|part| part.sign.key).collect::<Vec<_>>();
    let steps = align(&keys(old), &keys(new), |a, b| old[a].sign.likeness(&new[b].sign));
    let mut found: Vec<Piece<'a>> = Vec::with_capacity(steps.len());
    // The table of the new version whose blocks below it are still to come, and how many.
    let mut tied: Option<(usize, usize)> = None;
    for step in steps {
        let (piece, at) = match step {
            Step::Both(a, b) => (both(old[a].block, new[b].block), Some(b)),
            Step::Old(a) => (alone(old[a].block, Change::Deleted), None),
            Step::New(b) => (alone(new[b].block, Change::Inserted), Some(b)),
        };
        match (&mut tied, found.last_mut()) {
            (Some((table, left)), Some(Piece::Table(above))) => {
                above.tail.push(piece);
                *left -= usize::from(at.is_some_and(|at| new[at].table == Some(*table)));
                if *left == 0 {
                    tied = None;
                }
            }
            _ => {
                found.push(piece);
                tied = at.and_then(|at| Some((at, blocks_below(new[at].block)?)));
            }
        }
    }
    found
}

/// How many blocks the page holds together with a table.
fn blocks_below(block: &Block) -> Option<usize> {
    let Block::Table(table) = block else { return None };
    Some(table.tail.len()).filter(|&count| count > 0)
}

/// A block that one version alone has, without what stands below it.
fn alone(block: &Block, change: Change) -> Piece<'_> {
    match block {
        Block::Table(table) => Piece::Table(Table::without_tail(table, Some(change))),
        Block::Para(_) | Block::Rule { .. } | Block::Space { .. } | Block::Mark { .. } | Block::Columns { .. } => {
            Piece::whole(block, Some(change))
        }
    }
}

/// A block of both versions.
fn both<'a>(old: &'a Block, new: &'a Block) -> Piece<'a> {
    match (old, new) {
        (Block::Para(old), Block::Para(new)) => Piece::Para(revised(old, new)),
        (Block::Columns { rows: old, .. }, Block::Columns { left_width, right_width, rows }) => {
            Piece::Columns(Columns { widths: [*left_width, *right_width], rows: sides(old, rows) })
        }
        (Block::Table(old), Block::Table(new)) => Piece::Table(table::both(old, new)),
        (_, new) => Piece::whole(new, None),
    }
}

/// The rows of two columns in both versions.
fn sides<'a>(old: &'a [ColumnRow], new: &'a [ColumnRow]) -> Vec<Sides<'a>> {
    let signs = |rows: &'a [ColumnRow]| rows.iter().map(Sign::of_row).collect::<Vec<_>>();
    let (old_signs, new_signs) = (signs(old), signs(new));
    let keys = |signs: &[Sign]| signs.iter().map(|sign| sign.key).collect::<Vec<_>>();
    let steps = align(&keys(&old_signs), &keys(&new_signs), |a, b| old_signs[a].likeness(&new_signs[b]));
    let row = |step| match step {
        Step::Both(a, b) => {
            let (old, new): (&ColumnRow, &ColumnRow) = (&old[a], &new[b]);
            Sides { sides: [section(&old.left, &new.left), section(&old.right, &new.right)], change: None }
        }
        Step::Old(a) => Sides::whole(&old[a], Some(Change::Deleted)),
        Step::New(b) => Sides::whole(&new[b], Some(Change::Inserted)),
    };
    steps.into_iter().map(row).collect()
}

/// What a block is; blocks of two kinds are never one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    /// A paragraph, with its level in the outline.
    Para(Component, Option<u8>),
    Rule,
    Space,
    Mark(Component),
    /// Two columns, by what is first in them.
    Columns(Option<Component>),
    /// A table, by how many columns it has.
    Table(usize),
}

/// By what a block is known again.
struct Sign {
    kind: Kind,
    words: Bag,
    /// Words of the header, if it is a table.
    header: Bag,
    /// A number for kind and words; blocks of few words have none.
    key: Option<u64>,
    /// A number for the words.
    letters: u64,
}

/// Fewer words than these may stand anywhere.
const FEW_WORDS: usize = 3;

impl Sign {
    fn of(block: &Block) -> Self {
        match block {
            Block::Para(para) => Self::new(Kind::Para(para.component, para.heading), [block]),
            Block::Rule { .. } => Self::new(Kind::Rule, []),
            Block::Space { .. } => Self::new(Kind::Space, []),
            Block::Mark { para, .. } => Self::new(Kind::Mark(para.component), [block]),
            Block::Columns { .. } => Self::new(Kind::Columns(first(block)), [block]),
            Block::Table(table) => {
                let header = table.rows.iter().take(table.header_rows).flat_map(|row| &row.cells);
                let header = header.flat_map(|cell| &cell.paras).map(super::likeness::letters);
                let words = Self::new(Kind::Table(table.columns.len()), [block]);
                Self { header: Bag::of(&header.collect::<Vec<_>>().join("\n")), ..words }
            }
        }
    }

    fn of_row(row: &ColumnRow) -> Self {
        let all = || row.left.iter().chain(&row.right);
        Self::new(Kind::Columns(all().find_map(first)), all())
    }

    fn new<'a>(kind: Kind, blocks: impl IntoIterator<Item = &'a Block>) -> Self {
        let text = all_letters(blocks);
        let words = Bag::of(&text);
        let key = (words.len() >= FEW_WORDS).then(|| hash(&(kind, &text)));
        Self { kind, key, words, header: Bag::default(), letters: hash(&text) }
    }

    /// How much it is worth to take two blocks for one.
    fn likeness(&self, other: &Self) -> f32 {
        if self.kind != other.kind {
            return 0.0;
        }
        let words = || self.words.likeness(&other.words);
        let worth = match self.kind {
            Kind::Rule | Kind::Space => return ROOM,
            // There is one of its kind, or one for each body that signs.
            Kind::Para(component, _) if is_single(component) => f32::midpoint(1.0, words()),
            Kind::Para(..) => words(),
            Kind::Mark(_) => f32::from(u8::from(self.letters == other.letters)),
            // There is one of its kind.
            Kind::Columns(_) => f32::midpoint(1.0, words()),
            Kind::Table(_) => f32::midpoint(self.header.likeness(&other.header), words()),
        };
        if worth >= LEAST_ALIKE { worth } else { 0.0 }
    }
}

/// Whether a part of a document stands in it once.
fn is_single(component: Component) -> bool {
    matches!(
        component,
        Component::NumberSymbol
            | Component::PlaceDate
            | Component::DocumentType
            | Component::Subject
            | Component::SignerPost
            | Component::SignerName
            | Component::AppendixNumber
            | Component::AppendixTitle
            | Component::AppendixReference
    )
}

/// What the first paragraph of a block is.
fn first(block: &Block) -> Option<Component> {
    let mut found = None;
    collect(block, &mut |para| {
        found.get_or_insert(para.component);
    });
    found
}
