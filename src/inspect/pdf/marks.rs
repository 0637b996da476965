//! What is drawn on a page: letters, straight lines, pictures. Places in points from the upper left corner of the paper.

use crate::inspect::observed::Face;
use crate::units::Length;

/// The type of letters, but for their size.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Type {
    /// The name of the typeface.
    pub(super) family: String,
    /// Whether it is bold.
    pub(super) is_bold: bool,
    /// Whether it is italic.
    pub(super) is_italic: bool,
    /// Its colour, unless black.
    pub(super) color: Option<[u8; 3]>,
}

impl Type {
    /// The type at a size in points.
    pub(super) fn at_size(&self, size: f64) -> Face {
        Face {
            family: self.family.clone(),
            size: length(size),
            is_bold: self.is_bold,
            is_italic: self.is_italic,
            is_underlined: false,
            color: self.color,
            stretch: None,
        }
    }
}

/// A length of points, to the nearest that there is.
pub(super) fn length(points: f64) -> Length {
    Length::emu((points * 12_700.0).round() as i64)
}

/// A letter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Letter {
    /// The letter; [`UNKNOWN`] where the file does not tell.
    pub(super) letter: char,
    /// Marks that are drawn apart; nothing where there are none.
    pub(super) marks: [Option<char>; 2],
    /// Where it begins and ends.
    pub(super) x: (f64, f64),
    /// Its baseline.
    pub(super) y: f64,
    /// Its size.
    pub(super) size: f64,
    /// Which of [`Marks::types`].
    pub(super) kind: usize,
}

/// What stands for a letter that the file does not tell.
pub(super) const UNKNOWN: char = '\u{fffd}';

impl Letter {
    /// Whether it is white.
    pub(super) fn is_space(&self) -> bool {
        self.letter.is_whitespace()
    }
}

/// A straight line, level or upright.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stroke {
    /// Its place across its direction.
    pub(super) at: f64,
    /// Where it begins and ends.
    pub(super) span: (f64, f64),
    /// Its colour, unless black.
    pub(super) color: Option<[u8; 3]>,
    /// Whether it has no gaps.
    pub(super) is_solid: bool,
}

impl Stroke {
    /// How long it is.
    pub(super) fn length(&self) -> f64 {
        self.span.1 - self.span.0
    }

    /// Its middle.
    pub(super) fn middle(&self) -> f64 {
        (self.span.0 + self.span.1) / 2.0
    }
}

/// All that is drawn on a page.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Letters that stand upright, as they come.
    pub(super) letters: Vec<Letter>,
    /// Letters that are turned.
    pub(super) turned: Vec<Letter>,
    /// The types of letters.
    pub(super) types: Vec<Type>,
    /// Level lines.
    pub(super) level: Vec<Stroke>,
    /// Upright lines.
    pub(super) upright: Vec<Stroke>,
    /// The share of the paper that the largest picture takes, in thousandths.
    pub(super) picture: u32,
    /// Letters that are not seen, as those under a scanned picture.
    pub(super) unseen: usize,
    /// Letters that the file does not tell.
    pub(super) unmapped: usize,
    /// Types that stand on the page and are not carried by the file.
    pub(super) not_embedded: Vec<String>,
}

impl Marks {
    /// Which type this is.
    pub(super) fn kind(&mut self, wanted: &Type) -> usize {
        // A file with more types than any document has gets the last for the rest.
        const MOST_TYPES: usize = 100;
        let known = self.types.iter().rposition(|known| known == wanted);
        known.unwrap_or_else(|| {
            if self.types.len() < MOST_TYPES {
                self.types.push(wanted.clone());
            }
            self.types.len() - 1
        })
    }

    /// Joins lines that continue each other, and takes a row of short ones for a line with gaps.
    pub(super) fn join_strokes(&mut self) {
        for strokes in [&mut self.level, &mut self.upright] {
            *strokes = joined(std::mem::take(strokes));
        }
    }
}

/// How far the ends of two strokes may be apart to be one, and how far their places.
const TOUCH: f64 = 1.0;
const SAME_LINE: f64 = 0.8;

fn joined(mut strokes: Vec<Stroke>) -> Vec<Stroke> {
    strokes.sort_by(|one, other| one.at.total_cmp(&other.at));
    let mut out: Vec<Stroke> = Vec::new();
    let mut rest = strokes.as_mut_slice();
    while let Some(first) = rest.first() {
        let end = rest.iter().position(|stroke| stroke.at > first.at + SAME_LINE).unwrap_or(rest.len());
        let (line, after) = rest.split_at_mut(end);
        line.sort_by(|one, other| one.span.0.total_cmp(&other.span.0));
        let mut pieces: Vec<Stroke> = Vec::new();
        for stroke in line.iter() {
            match pieces.last_mut() {
                Some(last) if stroke.span.0 <= last.span.1 + TOUCH => {
                    last.span.1 = last.span.1.max(stroke.span.1);
                    last.is_solid &= stroke.is_solid;
                }
                _ => pieces.push(*stroke),
            }
        }
        out.extend(dashes_joined(pieces));
        rest = after;
    }
    out
}

/// Pieces as short as dashes, with gaps as short, are one line with gaps.
fn dashes_joined(pieces: Vec<Stroke>) -> Vec<Stroke> {
    const LONGEST_DASH: f64 = 8.0;
    let mut out: Vec<(Stroke, usize)> = Vec::new();
    for piece in pieces {
        match out.last_mut() {
            Some((last, count))
                if piece.length() <= LONGEST_DASH
                    && (*count > 1 || last.length() <= LONGEST_DASH)
                    && piece.span.0 - last.span.1 <= LONGEST_DASH =>
            {
                last.span.1 = piece.span.1;
                last.is_solid = false;
                *count += 1;
            }
            _ => out.push((piece, 1)),
        }
    }
    out.into_iter().map(|(stroke, _)| stroke).collect()
}
