//! The block at the end: recipients and signatures.

use super::paragraph::Ruler;
use super::tree::{Block, ColumnRow, Para, Run};
use crate::decree::Component;
use crate::document::{Closing, Paragraph, Signer};
use crate::units::Length;

/// Signers in pairs side by side; below them the recipients at the left, level with the one who is left over.
pub(super) fn closing(ruler: &Ruler<'_>, closing: &Closing, text_width: Length) -> Block {
    let left_width = ruler.decree.spacing.recipients_column.chosen.of(text_width);
    let right_width = text_width - left_width;
    let (pairs, left_over) = closing.signers.as_chunks::<2>();
    let mut rows: Vec<_> = pairs
        .iter()
        .map(|[left, right]| {
            let signers = [signer(ruler, left, left_width), signer(ruler, right, right_width)];
            let most = signers.iter().map(SignerBlocks::lines).max().unwrap_or_default();
            let [left, right] = signers.map(|signer| signed(ruler, signer, most));
            ColumnRow { left, right }
        })
        .collect();
    let last = ColumnRow {
        left: closing.recipients.iter().map(|paragraph| Block::Para(ruler.paragraph(paragraph))).collect(),
        right: left_over.first().map(|one| signed(ruler, signer(ruler, one, right_width), 0)).unwrap_or_default(),
    };
    if !last.left.is_empty() || !last.right.is_empty() {
        rows.push(last);
    }
    let height = ruler.decree.spacing.before_closing.chosen;
    for side in rows.iter_mut().skip(1).flat_map(|row| [&mut row.left, &mut row.right]) {
        if !side.is_empty() {
            side.insert(0, Block::Space { height });
        }
    }
    Block::Columns { left_width, right_width, rows }
}

fn signer(ruler: &Ruler<'_>, signer: &Signer, column: Length) -> SignerBlocks {
    let centered = |paragraphs: &[Paragraph]| {
        let centered = |part: &Paragraph| ruler.centered(part.component, &part.text, column).0;
        paragraphs.iter().map(centered).collect()
    };
    SignerBlocks { above: centered(&signer.authority), below: centered(&signer.name) }
}

/// Boxes 7a to 7c. `lines` is how many the taller of two signers has: both names stand on one level.
fn signed(ruler: &Ruler<'_>, signer: SignerBlocks, lines: usize) -> Vec<Block> {
    let lacking = i64::try_from(lines.saturating_sub(signer.lines())).expect("a signer has a few lines");
    let (above, below) = ruler.typeface.single_line(ruler.decree.style(Component::SignerName).size);
    let height = ruler.decree.spacing.signature.chosen + (above + below) * lacking;
    let above = signer.above.into_iter().map(Block::Para);
    above.chain([Block::Space { height }]).chain(signer.below.into_iter().map(Block::Para)).collect()
}

/// What stands above and below a signature.
struct SignerBlocks {
    above: Vec<Para>,
    below: Vec<Para>,
}

impl SignerBlocks {
    fn lines(&self) -> usize {
        let breaks = |para: &Para| para.runs.iter().filter(|run| **run == Run::Break).count();
        self.above.iter().chain(&self.below).map(|para| 1 + breaks(para)).sum()
    }
}

/// Lines of text above the block of recipients and signature that stay on its page.
const LINES_ABOVE: usize = 2;

/// Ties the last lines of the body to the block of recipients and signature, so that it never stands alone on a page, and
/// the last line to the mark below it.
///
/// A paragraph is tied whole: each program has its own mind about which of its lines may stay behind.
pub(super) fn keep_with_closing(ruler: &Ruler<'_>, blocks: &mut [Block], text_width: Length) {
    keep_with_next(ruler, blocks, text_width, LINES_ABOVE);
}

/// Ties the mark below a table that ends an appendix to the last row.
pub(super) fn keep_end_mark(ruler: &Ruler<'_>, blocks: &mut [Block], text_width: Length) {
    if let Some((Block::Para(Para { component: Component::EndMark, .. }), above)) = blocks.split_last_mut() {
        keep_with_next(ruler, above, text_width, 1);
    }
}

/// Ties at least so many lines at the end of some blocks to what follows them.
fn keep_with_next(ruler: &Ruler<'_>, blocks: &mut [Block], text_width: Length, lines: usize) {
    let mut kept = 0;
    for block in blocks.iter_mut().rev() {
        match block {
            Block::Para(para) => {
                para.keep_lines = true;
                para.style.keep_with_next = true;
                kept += least_lines(ruler, para, text_width);
            }
            Block::Space { .. } => {}
            Block::Table(table) => {
                let body = &mut table.rows[table.header_rows..];
                for row in body.iter_mut().rev().take(lines.saturating_sub(kept)) {
                    row.keep_with_next = true;
                }
                return;
            }
            Block::Rule { .. } | Block::Mark { .. } | Block::Columns { .. } => return,
        }
        if kept >= lines {
            return;
        }
    }
}

/// One line, or two where a paragraph has more than one.
fn least_lines(ruler: &Ruler<'_>, para: &Para, text_width: Length) -> usize {
    let width = para.style.first_line + ruler.typeface.runs_width(&para.runs, para.style.size);
    if width > text_width || para.runs.contains(&Run::Break) { 2 } else { 1 }
}
