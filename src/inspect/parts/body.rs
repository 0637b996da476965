//! The paragraphs of the body, of the document and of its appendices.

use std::ops::Range;

use super::marker::{Marker, marker};
use super::search::Search;
use crate::decree::Component;
use crate::inspect::observed::{Align, Column};
use crate::vietnamese::fold;

/// Words that a line beside a table begins with, folded.
const BESIDE_TABLES: [&str; 8] = ["donvitinh", "dvt", "ghichu", "nguon", "bang", "bieu", "hinh", "sodo"];

/// Tells what the paragraphs of a stretch are. What stands beside tables, in them, or in the middle of a line of its own is
/// no body.
pub(super) fn find(search: &mut Search<'_>, range: Range<usize>, appendix: Option<usize>) {
    let words = search.words;
    let mut after_part = false;
    for index in range.clone() {
        let line = &words[index];
        let paragraph = search.observed.paragraph(line.piece);
        if line.column != Column::Full {
            after_part = false;
            continue;
        }
        if line.text == "./." {
            search.add(Component::EndMark, index, appendix);
            continue;
        }
        let mark = marker(&line.text);
        let component = match mark {
            Some(Marker::Part(_) | Marker::Division(_)) => Component::PartNumber,
            None if after_part && is_beside(search, index, &range) => Component::PartTitle,
            Some(Marker::Roman(_)) => Component::SectionTitle,
            Some(Marker::Arabic(_) | Marker::Article(_)) if is_titled(search, index) => Component::ClauseTitle,
            Some(Marker::Letter(_) | Marker::OtherLetter(_)) if is_titled(search, index) => Component::PointTitle,
            Some(_) => Component::BodyText,
            None if matches!(paragraph.align, Some(Align::Center | Align::Right)) => continue,
            None if is_note(search, index) => continue,
            None => Component::BodyText,
        };
        after_part = component == Component::PartNumber;
        search.add(component, index, appendix);
    }
}

/// Whether a line after the number of a part is its title: it is bold or in the middle.
fn is_beside(search: &Search<'_>, index: usize, range: &Range<usize>) -> bool {
    let paragraph = search.observed.paragraph(search.words[index].piece);
    range.contains(&index) && (paragraph.align == Some(Align::Center) || search.is_bold(index))
}

/// Whether all of a paragraph is bold.
fn is_titled(search: &Search<'_>, index: usize) -> bool {
    search.observed.share(search.words[index].piece, |face| face.is_bold) > 900
}

/// Whether a paragraph belongs to the table above or below.
fn is_note(search: &Search<'_>, index: usize) -> bool {
    let words = search.words;
    let folded = fold(&words[index].text);
    let in_table = |index: Option<usize>| {
        index.and_then(|index| words.get(index)).is_some_and(|line| matches!(line.column, Column::Table(_)))
    };
    let is_near = in_table(index.checked_sub(1)) || in_table(Some(index + 1));
    let is_italic = search.observed.share(words[index].piece, |face| face.is_italic) > 500;
    is_near && (is_italic || BESIDE_TABLES.iter().any(|start| folded.starts_with(start)))
}
