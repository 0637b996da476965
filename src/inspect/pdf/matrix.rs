//! Where things of a page land.
//!
//! Positions in a PDF are real numbers, and so they are here, in points from the upper left corner of the paper; lengths come
//! of them only where they are handed on.

/// Six numbers that move, turn and stretch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    /// Leaves all where it is.
    pub(super) const SAME: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// Moves.
    pub(super) fn shift(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// First this, then the other.
    pub(super) fn then(self, after: Self) -> Self {
        let ([a, b, c, d, e, f], [k, l, m, n, o, p]) = (self.0, after.0);
        Self([a * k + b * m, a * l + b * n, c * k + d * m, c * l + d * n, e * k + f * m + o, e * l + f * n + p])
    }

    /// Where a point lands.
    pub(super) fn point(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// How much it stretches what is upright.
    pub(super) fn height(self) -> f64 {
        self.0[2].hypot(self.0[3])
    }

    /// From a page's own places, counted from below, to places counted from the upper left corner as it lies.
    pub(super) fn of_page(edges: [f64; 4], quarters: usize) -> Self {
        let [left, lower, right, upper] = edges;
        match quarters {
            1 => Self([0.0, 1.0, 1.0, 0.0, -lower, -left]),
            2 => Self([-1.0, 0.0, 0.0, 1.0, right, -lower]),
            3 => Self([0.0, -1.0, -1.0, 0.0, upper, right]),
            _ => Self([1.0, 0.0, 0.0, -1.0, -left, upper]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_page_is_read_as_it_lies() {
        let edges = [0.0, 0.0, 595.0, 842.0];
        assert_eq!(Matrix::of_page(edges, 0).point(0.0, 842.0), (0.0, 0.0));
        // Turned to the right, the lower left corner comes to lie above on the left.
        assert_eq!(Matrix::of_page(edges, 1).point(0.0, 0.0), (0.0, 0.0));
        assert_eq!(Matrix::of_page(edges, 2).point(595.0, 0.0), (0.0, 0.0));
        assert_eq!(Matrix::of_page(edges, 3).point(595.0, 842.0), (0.0, 0.0));
    }
}
