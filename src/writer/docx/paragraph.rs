//! Paragraphs: words, rules and empty room.

use super::property::{Face, mark_property, placement, run_property, size, spacing};
use super::section::{self, Shape};
use super::styles::named_style;
use super::xml::Xml;
use crate::decree::{Decree, Style};
use crate::layout::{self, Run};
use crate::redline::{Change, Para};
use crate::units::Length;

/// The height of a paragraph that is there because the format wants one: the least that Word sets.
pub(super) const THINNEST: Length = Length::twips(20);

/// What a paragraph says because of where it stands.
#[derive(Clone, Copy, Default)]
pub(super) struct Place<'a> {
    /// Whether it stays on one page with the next.
    pub(super) keeps: bool,
    /// The shape of the section that ends with it.
    pub(super) ends: Option<Shape<'a>>,
    /// Whether its end came or went.
    pub(super) change: Option<Change>,
}

/// A paragraph with its words in one color; `None` is the reader's own, black.
///
/// A style that keeps with the next paragraph cannot be told otherwise here; the layout never turns it off.
pub(super) fn paragraph(xml: &mut Xml<'_>, of: &Para<'_>, color: Option<&str>, place: Place<'_>, decree: &Decree) {
    let para = of.para;
    let (id, base) = named_style(para, decree);
    let face = Face::of(&base);
    let Style { size, keep_with_next, .. } = para.style;
    xml.element("w:p", |xml| {
        xml.element("w:pPr", |xml| {
            xml.empty(format_args!(r#"w:pStyle w:val="{id}""#));
            if place.keeps || keep_with_next && !base.keep_with_next {
                xml.empty(format_args!("w:keepNext"));
            }
            if para.keep_lines {
                xml.empty(format_args!("w:keepLines"));
            }
            placement(xml, &para.style, Some(&base));
            // An empty paragraph is as tall as its mark.
            mark_property(xml, Face { size, ..face }, Some(face), None, place.change);
            ends(xml, place);
        });
        let run = |xml: &mut Xml<'_>, run: &Run, text: &str, room: Length, change: Option<Change>| {
            let Run::Words { bold, italic, .. } = run else {
                return xml.element("w:r", |xml| xml.empty(format_args!(r#"w:br w:type="textWrapping""#)));
            };
            xml.element("w:r", |xml| {
                let own = Face { size, bold: *bold, italic: *italic, room };
                run_property(xml, own, Some(face), color);
                words(xml, text, change);
            });
        };
        let Some(spans) = &of.spans else {
            if para.runs.is_empty() {
                return;
            }
            return xml.changed(of.change, |xml| {
                each_run(para, of.change, |words, text, room| run(xml, words, text, room, of.change));
            });
        };
        for spans in spans.chunk_by(|a, b| a.change == b.change) {
            let change = spans[0].change.or(of.change);
            xml.changed(change, |xml| {
                spans.iter().for_each(|span| run(xml, &span.run, letters(&span.run), span.room, change));
            });
        }
    });
}

/// Goes through the words of a paragraph. A space that is wider than others stands in a run of its own; what went has none,
/// because its lines end elsewhere.
fn each_run(para: &layout::Para, change: Option<Change>, mut visit: impl FnMut(&Run, &str, Length)) {
    let holds = if change == Some(Change::Deleted) { &[] } else { &*para.holds };
    let mut holds = holds.iter().peekable();
    for (index, run) in para.runs.iter().enumerate() {
        let text = letters(run);
        let mut start = 0;
        while let Some(hold) = holds.next_if(|hold| hold.run == index) {
            visit(run, &text[start..hold.at], Length::ZERO);
            visit(run, &text[hold.at..=hold.at], hold.room);
            start = hold.at + 1;
        }
        if start == 0 || start < text.len() {
            visit(run, &text[start..], Length::ZERO);
        }
    }
}

fn letters(run: &Run) -> &str {
    match run {
        Run::Words { text, .. } => text,
        Run::Break => "",
    }
}

/// The words of a run, with all their spaces.
pub(super) fn words(xml: &mut Xml<'_>, text: &str, change: Option<Change>) {
    let tag = if change == Some(Change::Deleted) { "w:delText" } else { "w:t" };
    xml.element_with(tag, format_args!(r#" xml:space="preserve""#), |xml| xml.words(text));
}

/// A solid line: the lower border of a thin paragraph, as wide as its indents leave room.
///
/// The thin line stands in the gap above, and the border takes its own weight from the gap below, so that the text around it
/// is as far apart as the layout says.
pub(super) fn rule(xml: &mut Xml<'_>, line: &Line, place: Place<'_>) {
    let room = line.column.to_twips() - line.length.to_twips();
    let (left, right) = ((room / 2).max(0), (room - room / 2).max(0));
    let thickness = line.weight.to_eighths_of_point();
    thin(xml, place, |xml| {
        xml.element("w:pBdr", |xml| {
            xml.empty(format_args!(r#"w:bottom w:val="single" w:space="0" w:sz="{thickness}" w:color="auto""#));
        });
        spacing(xml, line.before - THINNEST, line.after - line.weight, Some(THINNEST));
        xml.empty(format_args!(r#"w:ind w:left="{left}" w:right="{right}""#));
    });
}

/// A solid line in a column.
pub(super) struct Line {
    /// Its length.
    pub(super) length: Length,
    /// Its weight.
    pub(super) weight: Length,
    /// From the line above to it.
    pub(super) before: Length,
    /// From it to the line below.
    pub(super) after: Length,
    /// Width of the column in which it is centered.
    pub(super) column: Length,
}

/// Empty room, on one page with what follows: whatever it stands before must not lose it at the foot of a page.
pub(super) fn space(xml: &mut Xml<'_>, height: Length, place: Place<'_>) {
    empty(xml, height, Place { keeps: true, ..place });
}

/// A paragraph without words of an exact height.
pub(super) fn empty(xml: &mut Xml<'_>, height: Length, place: Place<'_>) {
    thin(xml, place, |xml| spacing(xml, Length::ZERO, Length::ZERO, Some(height)));
}

/// A paragraph without words, with what its height and place are.
fn thin(xml: &mut Xml<'_>, place: Place<'_>, inside: impl FnOnce(&mut Xml<'_>)) {
    xml.element("w:p", |xml| {
        xml.element("w:pPr", |xml| {
            if place.keeps {
                xml.empty(format_args!("w:keepNext"));
            }
            inside(xml);
            xml.element("w:rPr", |xml| {
                xml.mark(place.change);
                size(xml, THINNEST);
            });
            ends(xml, place);
        });
    });
}

fn ends(xml: &mut Xml<'_>, place: Place<'_>) {
    if let Some(shape) = place.ends {
        section::shape(xml, shape);
    }
}
