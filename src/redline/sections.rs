//! Sections of both versions: the body, then the appendices that are one, that came and that went.

use super::align::{Step, align};
use super::flow;
use super::likeness::{Bag, all_letters};
use super::tree::{Change, Redline, Section};
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
    sections.extend(steps.into_iter().map(|step| match step {
        Step::Both(a, b) => both(&old_others[a], &new_others[b]),
        Step::Old(a) => Section::whole(&old_others[a], Some(Change::Deleted)),
        Step::New(b) => Section::whole(&new_others[b], Some(Change::Inserted)),
    }));
    end(&mut sections);
    Redline { sections }
}

fn both<'a>(old: &'a layout::Section, new: &'a layout::Section) -> Section<'a> {
    Section { shape: new, pieces: flow::section(&old.blocks, &new.blocks), end: None }
}

/// The end of a document is no break, and cannot come or go.
///
/// What went at the end goes with the break before it; the section before gets an end of its own behind it.
fn end(sections: &mut Vec<Section<'_>>) {
    let went = sections.iter().rev().take_while(|section| section.end == Some(Change::Deleted)).count();
    let last = sections.len() - went - 1;
    if went > 0 {
        let shape = sections[last].shape;
        sections[last].end = Some(Change::Deleted);
        sections.push(Section { shape, pieces: Vec::new(), end: None });
    } else {
        sections[last].end = None;
    }
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
