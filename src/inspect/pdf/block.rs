//! Where pieces stand across the page: over its whole width, or in two blocks side by side.

use super::piece::Piece;

/// How far apart in height pieces may stand to be beside each other, in sizes.
const BESIDE: f64 = 0.6;

/// How far middles of centred lines may be apart, and how far left edges.
const SAME_MIDDLE: f64 = 4.0;
const SAME_EDGE: f64 = 3.0;

/// How far below each other the lines of a block may stand: a signature takes room.
const TALLEST_GAP: f64 = 160.0;

/// How far apart in width the gaps of one line may be.
const SAME_GAP: f64 = 1.5;

/// How large the letters of a list of recipients are at most: what stands right below one belongs to it.
const LIST_SIZE: f64 = 12.3;

/// How wide the label of a list may be, and how far its words may stand from it.
const WIDEST_LABEL: f64 = 30.0;
const FAR_LABEL: f64 = 42.0;

/// What stands one below the other on a page: blocks over the whole width, and rows of two.
#[derive(Debug)]
pub(super) enum Part {
    /// Over the whole width.
    Full(Vec<Piece>),
    /// Side by side: each row with its left and its right lines.
    Pair(Vec<(Vec<Piece>, Vec<Piece>)>),
}

impl Part {
    /// The baseline of its first line.
    pub(super) fn top(&self) -> f64 {
        match self {
            Self::Full(lines) => lines.first().map_or(0.0, |line| line.y),
            Self::Pair(rows) => {
                let firsts = rows.iter().flat_map(|(left, right)| [left.first(), right.first()]).flatten();
                firsts.map(|line| line.y).fold(f64::MAX, f64::min)
            }
        }
    }
}

/// Puts pieces that stand in no grid into parts.
pub(super) fn parts(pieces: Vec<Piece>) -> Vec<Part> {
    let mut rows = rows(pieces);
    let mut parts: Vec<Part> = Vec::new();
    let mut full: Vec<Piece> = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        if let Some((start, end, gutter)) = pair_from(&rows, at) {
            if let Some(torn) = torn_line(&rows[start..end]) {
                let row = std::mem::take(&mut rows[start + torn]);
                rows[start + torn] = row.into_iter().reduce(Piece::joined).into_iter().collect();
                continue;
            }
            full.extend(rows[at..start].iter().flatten().cloned());
            if !full.is_empty() {
                parts.push(Part::Full(std::mem::take(&mut full)));
            }
            let members = rows[start..end].iter().flatten().cloned();
            let (left, right): (Vec<_>, Vec<_>) = members.partition(|piece| is_left(piece, gutter));
            parts.push(Part::Pair(pair_rows(left, right)));
            at = end;
        } else {
            full.extend(rows[at..].iter().flatten().cloned());
            break;
        }
    }
    if !full.is_empty() {
        parts.push(Part::Full(full));
    }
    parts
}

/// Pieces by rows: those beside each other, from the left; labels joined with their words.
fn rows(pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    let mut rows: Vec<Vec<Piece>> = Vec::new();
    for piece in pieces {
        let row = rows.last_mut().filter(|row| {
            row.iter().all(|other| {
                let is_beside = (piece.y - other.y).abs() <= BESIDE * piece.size.min(other.size).max(1.0);
                is_beside && (piece.x.0 >= other.x.1 - 1.0 || other.x.0 >= piece.x.1 - 1.0)
            })
        });
        match row {
            Some(row) if row.len() < 64 => row.push(piece),
            _ => rows.push(vec![piece]),
        }
    }
    for row in &mut rows {
        row.sort_by(|one, other| one.x.0.total_cmp(&other.x.0));
        *row = labels_joined(std::mem::take(row));
        if is_stretched(row) {
            *row = std::mem::take(row).into_iter().reduce(Piece::joined).into_iter().collect();
        }
    }
    rows
}

/// Whether the pieces of a row are the words of one line that is drawn out to both edges: of one type, as far from each other.
fn is_stretched(row: &[Piece]) -> bool {
    let [first, second, _, ..] = row else { return false };
    let gap = second.x.0 - first.x.1;
    let is_even = |two: &[Piece]| {
        (two[1].x.0 - two[0].x.1 - gap).abs() < SAME_GAP
            && (two[0].y - two[1].y).abs() < 0.3
            && (two[0].size - two[1].size).abs() < 0.3
    };
    row.windows(2).all(is_even) && row.iter().all(|piece| !piece.text().contains(' '))
}

/// Joins the label of a list with the words behind it: `a)`, `-`, `1.`, and what else stands on exactly one baseline.
fn labels_joined(row: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for piece in row {
        match out.pop() {
            Some(last)
                if last.width() <= WIDEST_LABEL
                    && piece.x.0 - last.x.0 <= FAR_LABEL
                    && (piece.y - last.y).abs() < 0.8
                    && is_label(&last.text()) =>
            {
                out.push(last.joined(piece));
            }
            Some(last) => out.extend([last, piece]),
            None => out.push(piece),
        }
    }
    out
}

fn is_label(text: &str) -> bool {
    let is_number = |text: &str| {
        !text.is_empty() && text.chars().all(|letter| letter.is_ascii_digit() || "IVXLC.".contains(letter))
    };
    let signs = ["-", "–", "—", "+", "*", "•", "●", "○", "▪", "§", "·", "\u{f0b7}", "\u{fffd}"];
    signs.contains(&text)
        || text.strip_suffix(['.', ')', '/']).is_some_and(|label| is_number(label) || label.chars().count() == 1)
        || is_number(text) && text.ends_with('.')
}

/// Whether a piece stands in the left one of two blocks; what ends before the right one begins does, wherever its middle is.
fn is_left(piece: &Piece, gutter: (f64, f64)) -> bool {
    piece.middle() < (gutter.0 + gutter.1) / 2.0 || piece.x.1 <= gutter.1
}

/// The next rows of two blocks from a row on: where they begin, one past where they end, and what stands between them.
fn pair_from(rows: &[Vec<Piece>], from: usize) -> Option<(usize, usize, (f64, f64))> {
    let first = (from..rows.len()).find(|at| rows[*at].len() == 2)?;
    let mut gutter = (rows[first][0].x.1, rows[first][1].x.0);
    let narrowed = |gutter: (f64, f64), row: &[Piece]| {
        // A row of one piece narrows from its side; one that crosses leaves nothing.
        let middle = (gutter.0 + gutter.1) / 2.0;
        let narrowed = row.iter().fold(gutter, |gutter, piece| {
            if is_left(piece, gutter) {
                (gutter.0.max(piece.x.1), gutter.1)
            } else {
                (gutter.0, gutter.1.min(piece.x.0))
            }
        });
        let crosses = row.iter().any(|piece| piece.x.0 < middle && middle < piece.x.1 && piece.x.1 > gutter.1);
        (narrowed.0 < narrowed.1 && !crosses).then_some(narrowed)
    };
    let mut last = first;
    let mut at = first + 1;
    // Up to the last row of two through which the room between the blocks goes on.
    let mut trial = gutter;
    while at < rows.len() && rows[at].len() <= 2 {
        let Some(next) = narrowed(trial, &rows[at]) else { break };
        let gap = rows[at][0].y - rows[at - 1][0].y;
        if gap > TALLEST_GAP {
            break;
        }
        trial = next;
        if rows[at].len() == 2 {
            (last, gutter) = (at, trial);
        }
        at += 1;
    }
    let belongs = |piece: &Piece, members: &[Vec<Piece>]| {
        let is_at_left = is_left(piece, gutter);
        let side = members.iter().flatten().filter(|member| is_left(member, gutter) == is_at_left);
        let near = |member: &&Piece| (member.middle() - piece.middle()).abs() <= SAME_MIDDLE;
        let flush = |member: &&Piece| is_at_left && (member.x.0 - piece.x.0).abs() <= SAME_EDGE;
        let fits = if is_at_left { piece.x.1 <= gutter.1 } else { piece.x.0 >= gutter.0 };
        let ends_list = |member: &&Piece| {
            let below = piece.y - member.y;
            is_at_left
                && piece.size <= LIST_SIZE
                && (member.size - piece.size).abs() <= 0.3
                && (0.0..2.0 * piece.size).contains(&below)
        };
        let begins_list = |member: &&Piece| flush(member) && piece.size <= LIST_SIZE && is_list_label(&member.text());
        let ends_list = side.clone().any(|member| ends_list(&member) || begins_list(&member));
        let (near, flush) = (side.clone().filter(near).count(), side.filter(flush).count());
        fits && (near >= 1 || flush >= 2 || ends_list)
    };
    // Lines of one block alone, above and below: those that stand as it does.
    let mut start = first;
    while start > from {
        let row = &rows[start - 1];
        let [piece] = row.as_slice() else { break };
        if rows[start][0].y - piece.y > piece.size * 2.0 || !belongs(piece, &rows[first..=last]) {
            break;
        }
        start -= 1;
    }
    let mut end = last + 1;
    while end < rows.len() {
        let [piece] = rows[end].as_slice() else { break };
        if piece.y - rows[end - 1][0].y > TALLEST_GAP || !belongs(piece, &rows[start..end]) {
            break;
        }
        end += 1;
    }
    Some((start, end, gutter))
}

/// Whether a text is the label of the list of recipients.
fn is_list_label(text: &str) -> bool {
    crate::vietnamese::fold(text) == "noinhan"
}

/// Which row is no pair but one line with a wide gap: the only one of two pieces, on one baseline and near each other.
fn torn_line(rows: &[Vec<Piece>]) -> Option<usize> {
    let mut pairs = rows.iter().enumerate().filter(|(_, row)| row.len() == 2);
    let (place, row) = pairs.next()?;
    let is_torn = pairs.next().is_none()
        && (row[0].y - row[1].y).abs() < 0.3
        && (row[0].size - row[1].size).abs() < 0.3
        && row[1].x.0 - row[0].x.1 < 2.0 * row[0].size;
    is_torn.then_some(place)
}

/// Cuts two blocks into rows where both have a gap at the same height.
fn pair_rows(left: Vec<Piece>, right: Vec<Piece>) -> Vec<(Vec<Piece>, Vec<Piece>)> {
    let wide_gaps = |lines: &[Piece]| -> Vec<(f64, f64)> {
        let wide = |two: &&[Piece]| two[1].y - two[0].y > 1.45 * two[1].size.max(two[0].size).max(1.0);
        lines.windows(2).filter(wide).map(|two| (two[0].y, two[1].y)).collect()
    };
    let right_gaps = wide_gaps(&right);
    let shared = |gap: &(f64, f64)| {
        right_gaps.iter().find_map(|other| {
            let (from, to) = (gap.0.max(other.0), gap.1.min(other.1));
            (from < to).then_some((from + to) / 2.0)
        })
    };
    let cuts: Vec<f64> = wide_gaps(&left).iter().filter_map(shared).collect();
    let row = |piece: &Piece| cuts.iter().filter(|cut| piece.y > **cut).count();
    let mut rows: Vec<(Vec<Piece>, Vec<Piece>)> = (0..=cuts.len()).map(|_| (Vec::new(), Vec::new())).collect();
    for piece in left {
        let row = row(&piece);
        rows[row].0.push(piece);
    }
    for piece in right {
        let row = row(&piece);
        rows[row].1.push(piece);
    }
    rows.retain(|(left, right)| !left.is_empty() || !right.is_empty());
    rows
}
