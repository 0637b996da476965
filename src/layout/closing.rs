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

/// Ties the last paragraph of the body to the block of recipients and signature, so that it never stands alone on a page.
pub(super) fn keep_with_closing(blocks: &mut [Block]) {
    if let Some(Block::Para(para)) = blocks.last_mut() {
        para.keep_lines = true;
        para.style.keep_with_next = true;
    }
}
