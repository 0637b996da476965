//! Straight lines among what a content draws.

use super::marks::{Marks, Stroke};
use super::matrix::Matrix;

/// How thick a filled area may be to be a line.
const THICKEST: f64 = 3.0;

/// How far a line may slope to be level.
const LEVEL: f64 = 0.5;

/// How many corners a path may have to be looked at: beyond that it is a drawing.
const MOST_CORNERS: usize = 20_000;

/// How many lines a page may have.
const MOST_STROKES: usize = 60_000;

/// A path as it is built, in places of the page.
#[derive(Debug, Default)]
pub(super) struct Path {
    /// Each stretch of corners without a break.
    parts: Vec<Vec<(f64, f64)>>,
    corners: usize,
    /// Whether the last stretch has a curve.
    curved: Vec<bool>,
}

impl Path {
    /// Begins a stretch.
    pub(super) fn begin(&mut self, matrix: Matrix, x: f64, y: f64) {
        self.corners += 1;
        if !self.is_drawing() {
            self.parts.push(vec![matrix.point(x, y)]);
            self.curved.push(false);
        }
    }

    /// Goes on.
    pub(super) fn go(&mut self, matrix: Matrix, x: f64, y: f64, is_curve: bool) {
        self.corners += 1;
        if self.corners > MOST_CORNERS {
            return;
        }
        if let (Some(part), Some(curved)) = (self.parts.last_mut(), self.curved.last_mut()) {
            part.push(matrix.point(x, y));
            *curved |= is_curve;
        }
    }

    /// Goes back to where the stretch began.
    pub(super) fn close(&mut self) {
        if let Some(part) = self.parts.last_mut()
            && let Some(first) = part.first().copied()
        {
            part.push(first);
        }
    }

    /// A rectangle.
    pub(super) fn rectangle(&mut self, matrix: Matrix, x: f64, y: f64, width: f64, height: f64) {
        self.begin(matrix, x, y);
        self.go(matrix, x + width, y, false);
        self.go(matrix, x + width, y + height, false);
        self.go(matrix, x, y + height, false);
        self.close();
    }

    /// Whether it is a drawing of which no line is taken.
    fn is_drawing(&self) -> bool {
        self.corners > MOST_CORNERS
    }

    /// The lines of its outline.
    pub(super) fn stroke(&self, marks: &mut Marks, color: Option<[u8; 3]>, is_solid: bool) {
        if self.is_drawing() || is_full(marks) {
            return;
        }
        let straight = self.parts.iter().zip(&self.curved).filter(|(_, curved)| !**curved);
        for (part, _) in straight {
            for two in part.windows(2) {
                let (from, to) = (two[0], two[1]);
                let (across, down) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
                if down <= LEVEL && across > down {
                    let span = (from.0.min(to.0), from.0.max(to.0));
                    marks.level.push(Stroke { at: (from.1 + to.1) / 2.0, span, color, is_solid });
                } else if across <= LEVEL && down > across {
                    let span = (from.1.min(to.1), from.1.max(to.1));
                    marks.upright.push(Stroke { at: (from.0 + to.0) / 2.0, span, color, is_solid });
                }
            }
        }
    }

    /// The areas that are so thin that they are lines.
    pub(super) fn fill(&self, marks: &mut Marks, color: Option<[u8; 3]>) {
        // White areas cover; they draw nothing.
        if self.is_drawing() || is_full(marks) || color == Some([255; 3]) {
            return;
        }
        for (part, curved) in self.parts.iter().zip(&self.curved) {
            if *curved || part.len() < 3 {
                continue;
            }
            let bounds = |of: fn(&(f64, f64)) -> f64| {
                part.iter().map(of).fold((f64::MAX, f64::MIN), |(low, high), at| (low.min(at), high.max(at)))
            };
            let (x, y) = (bounds(|corner| corner.0), bounds(|corner| corner.1));
            let (width, height) = (x.1 - x.0, y.1 - y.0);
            if height <= THICKEST && width > height * 2.0 {
                marks.level.push(Stroke { at: (y.0 + y.1) / 2.0, span: x, color, is_solid: true });
            } else if width <= THICKEST && height > width * 2.0 {
                marks.upright.push(Stroke { at: (x.0 + x.1) / 2.0, span: y, color, is_solid: true });
            }
        }
    }
}

fn is_full(marks: &Marks) -> bool {
    marks.level.len() + marks.upright.len() >= MOST_STROKES
}
