//! Sections of both versions: the body, then the appendices that are one, that came and that went.

use super::align::{Step, align};
use super::flow;
use super::likeness::{Bag, all_letters};
use super::tree::{Change, Piece, Redline, Section, fit};
use crate::layout::{self, Block, Layout};

/// Appendices less alike than this are two.
const LEAST_ALIKE: f32 = 0.35;

/// Compares two layouts.
pub(super) fn compare<'a>(old: &'a Layout, new: &'a Layout) -> Redline<'a> {
    let (Some((old_body, old_others)), Some((new_body, new_others))) =
        (old.sections.split_first(), new.sections.split_first())
    else {
        return Redline::unchanged(new);
    };
    let signs = |sections: &[layout::Section]| sections.iter().map(Sign::of).collect::<Vec<_>>();
    let (old_signs, new_signs) = (signs(old_others), signs(new_others));
    let steps = align(&vec![None; old_others.len()], &vec![None; new_others.len()], |a, b| {
        old_signs[a].likeness(&new_signs[b])
    });
    let mut sections = vec![both(old_body, new_body)];
    for step in steps {
        match step {
            Step::Both(a, b) => sections.push(both(&old_others[a], &new_others[b])),
            Step::New(b) => sections.push(Section::whole(&new_others[b], Some(Change::Inserted))),
            // No word processor is sure of what becomes of a page whose words went: they stand on the pages before.
            Step::Old(a) => {
                let gone = old_others[a].blocks.iter().map(|block| Piece::whole(block, Some(Change::Deleted)));
                sections.last_mut().expect("there is a body").pieces.extend(gone);
            }
        }
    }
    for section in &mut sections {
        let Section { shape, pieces, .. } = section;
        fit(pieces, shape.width - shape.left - shape.right);
    }
    // The end of a document is no break, and cannot come.
    sections.last_mut().expect("there is a body").end = None;
    Redline { sections }
}

fn both<'a>(old: &'a layout::Section, new: &'a layout::Section) -> Section<'a> {
    Section { shape: new, pieces: flow::section(&old.blocks, &new.blocks), end: None }
}

/// By what an appendix is known again.
struct Sign {
    head: Bag,
    words: Bag,
}

impl Sign {
    fn of(section: &layout::Section) -> Self {
        let is_para = |block: &&Block| matches!(block, Block::Para(_));
        let head = section.blocks.iter().take_while(is_para);
        Self { head: Bag::of(&all_letters(head)), words: Bag::of(&all_letters(&section.blocks)) }
    }

    fn likeness(&self, other: &Self) -> f32 {
        let likeness = f32::midpoint(self.head.likeness(&other.head), self.words.likeness(&other.words));
        if likeness >= LEAST_ALIKE { likeness } else { 0.0 }
    }
}
