//! Lines that cross each other: tables, and boxes around a few words.

use super::marks::{Marks, Stroke};
use super::piece::Piece;

/// How near lines must come to each other to meet.
const MEET: f64 = 2.5;

/// How long a line of a grid is at least.
const SHORTEST: f64 = 4.0;

/// How many lines of one direction may be looked at on a page.
const MOST_LINES: usize = 2_000;

/// How wide a box may be, as a part of the paper, to be a box and no table of one cell.
const WIDEST_BOX: f64 = 0.55;

/// Lines that hang together.
#[derive(Debug)]
pub(super) struct Grid {
    level: Vec<Stroke>,
    upright: Vec<Stroke>,
    /// Its left and right edge.
    pub(super) x: (f64, f64),
    /// Its upper and lower edge.
    pub(super) y: (f64, f64),
    /// Whether it is a box around a few words.
    pub(super) is_box: bool,
}

/// A cell: where it begins and ends, down and across.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Cell {
    /// Upper and lower edge.
    pub(super) y: (f64, f64),
    /// Left and right edge.
    pub(super) x: (f64, f64),
}

impl Grid {
    /// The colour of its lines, unless black.
    pub(super) fn color(&self) -> Option<[u8; 3]> {
        self.level.first().and_then(|stroke| stroke.color)
    }

    /// The size of its area.
    fn area(&self) -> f64 {
        (self.x.1 - self.x.0) * (self.y.1 - self.y.0)
    }

    /// Whether a piece stands in it.
    fn holds(&self, piece: &Piece) -> bool {
        let y = inside(piece);
        let x = piece.middle();
        self.x.0 - MEET < x && x < self.x.1 + MEET && self.y.0 < y && y < self.y.1
    }

    /// The cell in which a piece stands.
    pub(super) fn cell(&self, piece: &Piece) -> Cell {
        let (x, y) = (piece.middle(), inside(piece));
        let around = |strokes: &[Stroke], at: f64, across: f64, edges: (f64, f64)| {
            let covers = |stroke: &&Stroke| stroke.span.0 - MEET <= across && across <= stroke.span.1 + MEET;
            let places = strokes.iter().filter(covers).map(|stroke| stroke.at);
            let (before, after): (Vec<f64>, Vec<f64>) = places.partition(|place| *place <= at);
            let before = before.into_iter().fold(f64::MIN, f64::max);
            let after = after.into_iter().fold(f64::MAX, f64::min);
            (if before == f64::MIN { edges.0 } else { before }, if after == f64::MAX { edges.1 } else { after })
        };
        Cell { y: around(&self.level, y, x, self.y), x: around(&self.upright, x, y, self.x) }
    }
}

/// A place within the letters of a piece: a little above the baseline.
fn inside(piece: &Piece) -> f64 {
    piece.y - piece.size * 0.3
}

/// The grids of a page; level lines that belong to none stay.
pub(super) fn grids(marks: &mut Marks, width: f64) -> Vec<Grid> {
    let long = |strokes: &[Stroke]| -> Vec<Stroke> {
        strokes.iter().filter(|stroke| stroke.length() >= SHORTEST).copied().collect()
    };
    let (level, upright) = (long(&marks.level), long(&marks.upright));
    if level.len() > MOST_LINES || upright.len() > MOST_LINES {
        return Vec::new();
    }
    let groups = groups(&level, &upright);
    let mut grids = Vec::new();
    let mut free = Vec::new();
    for (levels, uprights) in groups {
        let level: Vec<_> = levels.iter().map(|place| level[*place]).collect();
        let upright: Vec<_> = uprights.iter().map(|place| upright[*place]).collect();
        if level.len() < 2 || upright.len() < 2 {
            free.extend(level);
            continue;
        }
        let bounds = |strokes: &[Stroke], others: &[Stroke]| {
            let places = strokes.iter().map(|stroke| (stroke.at, stroke.at));
            let ends = others.iter().map(|stroke| stroke.span);
            places.chain(ends).fold((f64::MAX, f64::MIN), |(low, high), (from, to)| (low.min(from), high.max(to)))
        };
        let (x, y) = (bounds(&upright, &level), bounds(&level, &upright));
        let is_box = level.len() == 2 && upright.len() == 2 && x.1 - x.0 <= WIDEST_BOX * width;
        grids.push(Grid { level, upright, x, y, is_box });
    }
    marks.level = free;
    grids.sort_by(|one, other| one.y.0.total_cmp(&other.y.0).then(one.x.0.total_cmp(&other.x.0)));
    grids
}

/// Lines that meet, directly or through others.
fn groups(level: &[Stroke], upright: &[Stroke]) -> Vec<(Vec<usize>, Vec<usize>)> {
    let mut parents: Vec<usize> = (0..level.len() + upright.len()).collect();
    for (one, stroke) in level.iter().enumerate() {
        for (other, crossing) in upright.iter().enumerate() {
            let meets = stroke.span.0 - MEET <= crossing.at
                && crossing.at <= stroke.span.1 + MEET
                && crossing.span.0 - MEET <= stroke.at
                && stroke.at <= crossing.span.1 + MEET;
            if meets {
                let (root, other) = (root(&mut parents, one), root(&mut parents, level.len() + other));
                parents[root] = other;
            }
        }
    }
    let mut groups: std::collections::BTreeMap<usize, (Vec<usize>, Vec<usize>)> = std::collections::BTreeMap::new();
    for place in 0..parents.len() {
        let group = groups.entry(root(&mut parents, place)).or_default();
        match place.checked_sub(level.len()) {
            Some(upright) => group.1.push(upright),
            None => group.0.push(place),
        }
    }
    groups.into_values().collect()
}

fn root(parents: &mut [usize], mut place: usize) -> usize {
    while parents[place] != place {
        parents[place] = parents[parents[place]];
        place = parents[place];
    }
    place
}

/// The grid in which each piece stands: the smallest that holds it.
pub(super) fn placed(grids: &[Grid], pieces: Vec<Piece>) -> (Vec<Vec<Piece>>, Vec<Piece>) {
    let mut within: Vec<Vec<Piece>> = grids.iter().map(|_| Vec::new()).collect();
    let mut free = Vec::new();
    for piece in pieces {
        let holders = grids.iter().enumerate().filter(|(_, grid)| grid.holds(&piece));
        match holders.min_by(|(_, one), (_, other)| one.area().total_cmp(&other.area())) {
            Some((place, _)) => within[place].push(piece),
            None => free.push(piece),
        }
    }
    (within, free)
}
