//! The edges of the text, the distance of its lines and the indent of its paragraphs, as most lines have them.

use super::piece::Piece;
use super::sheet::Sheet;

/// How far the end of a line may be from an edge to reach it.
pub(super) const REACH: f64 = 1.5;

/// The share of the paper's width from which on a line counts as wide.
const WIDE: f64 = 0.4;

/// How far a line with a long word hangs over the right edge at most, in points.
const OVERHANG: f64 = 12.0;

/// How many lines that end alike show the right edge.
pub(super) const EVEN: usize = 4;

/// What is measured on lines over the whole width.
#[derive(Debug, Clone, Default)]
pub(super) struct Measures {
    /// Left and right edge of the text.
    pub(super) edges: (f64, f64),
    /// Distances of lines within paragraphs, by size.
    pitches: Vec<(f64, f64)>,
    /// How far first lines begin behind others.
    pub(super) indent: Option<f64>,
    /// How many of them end at the right edge.
    pub(super) even: usize,
    /// Whether most of them do: some lines of a ragged text end alike by chance.
    pub(super) is_justified: bool,
    /// Whether lines that go on a paragraph show the left edge.
    pub(super) has_left: bool,
}

impl Measures {
    /// Of nothing but two edges.
    pub(super) fn between(edges: (f64, f64)) -> Self {
        Self { edges, ..Self::default() }
    }

    /// Of some pages.
    pub(super) fn of<'s>(sheets: impl Iterator<Item = &'s Sheet> + Clone) -> Option<Self> {
        let wide = |sheet: &'s Sheet| {
            sheet.full_lines().flatten().filter(|line| line.width() > WIDE * sheet.size.0).collect::<Vec<_>>()
        };
        let lines: Vec<_> = sheets.clone().flat_map(wide).collect();
        if lines.len() < 3 {
            return None;
        }
        let (right, even) = densest(lines.iter().map(|line| line.x.1).collect(), 1.0);
        let farthest = lines.iter().map(|line| line.x.1).fold(f64::MIN, f64::max);
        // Lines of the same words end alike, wherever the text does.
        let even = if farthest - right > OVERHANG { 0 } else { even };
        let right = if even > 0 && even * 5 >= lines.len() { right } else { farthest };
        let is_justified = even * 2 > lines.len();
        let left = leftmost(lines.iter().map(|line| line.x.0).collect());
        let edges = (left, right);
        let pairs = sheets.flat_map(Sheet::full_lines).flat_map(|lines| lines.windows(2));
        let mut goes_on: Vec<_> = pairs.filter(|two| goes_on(&two[0], &two[1], edges)).collect();
        let indents: Vec<_> =
            goes_on.iter().map(|two| two[0].x.0 - left).filter(|indent| (8.0..80.0).contains(indent)).collect();
        let indent = (!indents.is_empty()).then(|| densest(indents, 1.0).0);
        // Where no first line stands behind the others and no lines end alike, each line may be a paragraph.
        if indent.is_none() && even < EVEN {
            goes_on.clear();
        }
        let mut pitches: Vec<(f64, f64)> = Vec::new();
        for two in &goes_on {
            let size = two[0].size;
            if pitches.iter().all(|(known, _)| (known - size).abs() > 0.25) && pitches.len() < 16 {
                let same = goes_on.iter().filter(|two| (two[0].size - size).abs() <= 0.25);
                pitches.push((size, densest(same.map(|two| two[1].y - two[0].y).collect(), 0.4).0));
            }
        }
        Some(Self { edges, pitches, indent, even, is_justified, has_left: !goes_on.is_empty() })
    }

    /// With the edges of tables and of all lines, where no lines end alike: a page of tables has a text block too.
    pub(super) fn widened<'s>(mut self, sheets: impl Iterator<Item = &'s Sheet> + Clone) -> Self {
        if self.even >= EVEN {
            return self;
        }
        let lines = sheets.clone().flat_map(Sheet::full_lines).flatten().map(|line| line.x);
        let spans = sheets.clone().flat_map(Sheet::tables).map(|grid| grid.x).chain(lines);
        let widest = spans.fold(self.edges, |(left, right), span| (left.min(span.0), right.max(span.1)));
        self.edges =
            if widest.0 < widest.1 { widest } else { (0.0, sheets.map(|sheet| sheet.size.0).fold(0.0, f64::max)) };
        self
    }

    /// The distance of lines of a size within a paragraph, where it could be measured.
    pub(super) fn pitch(&self, size: f64) -> Option<f64> {
        self.pitches.iter().find(|(known, _)| (known - size).abs() <= 0.25).map(|(_, pitch)| *pitch)
    }
}

/// Whether a line surely goes on the paragraph of the one above.
fn goes_on(above: &Piece, below: &Piece, edges: (f64, f64)) -> bool {
    let distance = below.y - above.y;
    (above.x.1 - edges.1).abs() <= REACH
        && (below.x.0 - edges.0).abs() <= REACH
        && (above.size - below.size).abs() <= 0.25
        && (0.9 * above.size..2.2 * above.size).contains(&distance)
}

/// The middle of the values that lie closest together, and how many they are.
pub(super) fn densest(mut values: Vec<f64>, width: f64) -> (f64, usize) {
    values.sort_by(f64::total_cmp);
    let mut best = (0.0, 0);
    let mut end = 0;
    for start in 0..values.len() {
        while end < values.len() && values[end] <= values[start] + width {
            end += 1;
        }
        if end - start > best.1 {
            best = (values[(start + end - 1) / 2], end - start);
        }
    }
    best
}

/// The smallest value that several share.
fn leftmost(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let enough = (values.len() / 12).max(2);
    let several = values.windows(enough).find(|window| window[enough - 1] - window[0] <= 1.0);
    several.or(values.chunks(1).next()).map_or(0.0, |window| window[0])
}
