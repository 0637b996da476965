//! Lines under text, and text that is a line.

use super::marks::{Marks, Stroke, length};
use super::piece::Piece;
use crate::inspect::observed::RuleBelow;

/// How far below a baseline a line may stand to belong to it, in sizes.
const FARTHEST: f64 = 1.5;

/// Up to here below a baseline, in sizes, a line as long as the text underlines its letters.
const UNDERLINE: f64 = 0.155;

/// How far its middle may be from that of the text.
const OFF_MIDDLE: f64 = 18.0;

/// How short a line may be.
const SHORTEST: f64 = 10.0;

/// Takes the pieces that only draw a line (`_____`) for lines, and gives each line under a piece to it.
pub(super) fn give_rules(pieces: &mut Vec<Piece>, marks: &mut Marks) {
    pieces.retain(|piece| match drawn_by_letters(piece) {
        Some(stroke) => {
            marks.level.push(stroke);
            false
        }
        None => true,
    });
    marks.level.retain(|stroke| {
        let owner = (stroke.length() >= SHORTEST).then(|| owner(pieces, stroke)).flatten();
        let Some(owner) = owner else { return true };
        let underlines = stroke.at - owner.y < UNDERLINE * owner.size && stroke.length() > 0.8 * owner.width();
        if !underlines && owner.rule.is_none() {
            owner.rule = Some(*stroke);
        }
        false
    });
}

/// The line that underscores or hyphens draw.
fn drawn_by_letters(piece: &Piece) -> Option<Stroke> {
    let mut signs = piece.letters.iter().filter(|letter| !letter.is_space()).map(|letter| letter.letter);
    let first = signs.next().filter(|sign| "_-–—―─".contains(*sign))?;
    let is_row = signs.clone().all(|sign| sign == first) && signs.count() >= 3;
    is_row.then(|| Stroke {
        at: piece.y + 0.1 * piece.size,
        span: piece.x,
        color: None,
        is_solid: !"-–".contains(first),
    })
}

/// The piece under which a line stands.
fn owner<'p>(pieces: &'p mut [Piece], stroke: &Stroke) -> Option<&'p mut Piece> {
    let above = pieces.iter_mut().filter(|piece| {
        let below = stroke.at - piece.y;
        // A raised row of underscores stands as high as the foot of the letters.
        -0.3 * piece.size <= below
            && below <= FARTHEST * piece.size
            && (piece.middle() - stroke.middle()).abs() <= OFF_MIDDLE
            && piece.x.0 < stroke.span.1
            && stroke.span.0 < piece.x.1
    });
    above.max_by(|one, other| one.y.total_cmp(&other.y))
}

/// What is said of the line under the last of some lines, measured against those of one block with it.
pub(super) fn rule_below(stroke: &Stroke, last: &Piece, block: &[Piece]) -> RuleBelow {
    let belongs = |two: &[&Piece]| {
        let (lower, upper) = (two[0], two[1]);
        let kind = |piece: &Piece| piece.letters.first().map(|letter| letter.kind);
        kind(lower) == kind(upper)
            && (lower.size - upper.size).abs() < 0.3
            && lower.y - upper.y <= 1.8 * lower.size
            && (lower.middle() - upper.middle()).abs() <= 4.0
    };
    let mut longest = last.width();
    let upward: Vec<&Piece> = std::iter::once(last).chain(block.iter().rev()).collect();
    for two in upward.windows(2).take_while(|two| belongs(two)) {
        longest = longest.max(two[1].width());
    }
    RuleBelow {
        length: length(stroke.length()),
        text_widths: Some((length(last.width()), length(longest))),
        off_center: Some(length(stroke.middle() - last.middle())),
        is_solid: stroke.is_solid,
    }
}
