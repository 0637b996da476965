//! A heading that says what the one above it, or one beside it, says.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::check::rule::{Case, Rule};
use crate::check::trees::every_block;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::block::{Block, Content};
use crate::value::Text;
use crate::vietnamese::fold;

/// Two headings alike.
pub const HEADING_REPEATED: Code = Code {
    id: "KH-0428",
    title: "tiêu đề lặp lại",
    about: "Một tiêu đề giống hệt tiêu đề chứa nó, hoặc giống một tiêu đề cùng cấp, nên người đọc không biết hai phần khác nhau ở đâu. \
            Đặt tiêu đề khác, hoặc gộp hai phần.",
};

/// A heading repeats its parent's or a sibling's.
pub static RULE: Rule = Rule {
    code: HEADING_REPEATED,
    level: Severity::Warning,
    reason: "mỗi tiêu đề phải nói được phần của nó khác các phần khác ở đâu",
    about: HEADING_REPEATED.about,
    wrong: "noi_dung: [{muc: Kinh phí, noi_dung: [Một.]}, {muc: Kinh phí, noi_dung: [Hai.]}]",
    right: "noi_dung: [{muc: Kinh phí, noi_dung: [Một.]}, {muc: Nguồn kinh phí, noi_dung: [Hai.]}]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    for tree in [&plan.content].into_iter().chain(plan.appendices.values().map(|appendix| &appendix.content)) {
        alike(tree, found);
    }
    for block in every_block(plan) {
        if let Some(heading) = block.heading.as_ref().filter(|_| children(block).flatten().any(has_heading)) {
            let words = key(heading);
            let repeats = |child: &&Block| child.heading.as_ref().is_some_and(|own| key(own) == words);
            for child in children(block).flatten().filter(repeats) {
                tell(child.heading.as_ref(), heading, "tiêu đề lặp lại tiêu đề chứa nó", "tiêu đề chứa nó", found);
            }
        }
        children(block).for_each(|children| alike(children, found));
    }
}

fn has_heading(block: &Block) -> bool {
    block.heading.is_some()
}

/// The parts inside a part.
fn children(block: &Block) -> impl Iterator<Item = &[Block]> {
    block.content.iter().filter_map(|content| match content {
        Content::Blocks(blocks) => Some(blocks.as_slice()),
        Content::Agenda(_) | Content::Mount(_) | Content::Table(_) | Content::Amendments(_) => None,
    })
}

/// Headings beside each other that say the same.
fn alike(blocks: &[Block], found: &mut Vec<Diagnostic>) {
    let mut known: BTreeMap<String, &Text> = BTreeMap::new();
    for heading in blocks.iter().filter_map(|block| block.heading.as_ref()) {
        match known.entry(key(heading)) {
            Entry::Occupied(first) => {
                tell(Some(heading), first.get(), "hai tiêu đề cùng cấp giống nhau", "tiêu đề kia", found);
            }
            Entry::Vacant(place) => drop(place.insert(heading)),
        }
    }
}

/// What of a heading tells it from others.
fn key(heading: &Text) -> String {
    fold(heading.letters().trim_end_matches([':', '.', ';', ' ']))
}

fn tell(heading: Option<&Text>, first: &Text, what: &str, where_: &str, found: &mut Vec<Diagnostic>) {
    let Some(heading) = heading else { return };
    let message = format!("{what}: «{}»", heading.letters());
    let finding = Diagnostic::error(HEADING_REPEATED, heading.span.first_line(), message).as_warning();
    found.push(finding.label(first.span.first_line(), where_).help("đặt tiêu đề khác, hoặc gộp hai phần"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn headings_are_compared_with_those_around_and_beside() {
        check(
            &RULE,
            "noi_dung: [{muc: Nội dung, noi_dung: [{muc: \"Nội dung:\", noi_dung: [Một.]}]}, {muc: Kinh phí, noi_dung: [Hai.]}]",
            &["cảnh báo «\"Nội dung:\"»: tiêu đề lặp lại tiêu đề chứa nó: «Nội dung:»"],
        );
        check(
            &RULE,
            "noi_dung: [{muc: Một, noi_dung: [{muc: A, noi_dung: [x]}]}, {muc: Hai, noi_dung: [{muc: A, noi_dung: [x]}]}]",
            &[],
        );
    }
}
