//! Paragraphs: words, rules and empty room.

use super::property::{Face, placement, run_property, size, spacing};
use super::section::{self, Shape};
use super::styles::named_style;
use super::xml::Xml;
use crate::decree::{Decree, Style};
use crate::layout::{Para, Run};
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
}

/// A paragraph with its words in one color; `None` is the reader's own, black.
///
/// A style that keeps with the next paragraph cannot be told otherwise here; the layout never turns it off.
pub(super) fn paragraph(xml: &mut Xml, para: &Para, color: Option<&str>, place: Place<'_>, decree: &Decree) {
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
            run_property(xml, Face { size, ..face }, Some(face), None);
            ends(xml, place);
        });
        let mut holds = para.holds.iter().peekable();
        for (index, run) in para.runs.iter().enumerate() {
            let Run::Words { text, bold, italic } = run else {
                xml.element("w:r", |xml| xml.empty(format_args!(r#"w:br w:type="textWrapping""#)));
                continue;
            };
            let run = |xml: &mut Xml, text: &str, room: Length| {
                xml.element("w:r", |xml| {
                    let own = Face { size, bold: *bold, italic: *italic, room };
                    run_property(xml, own, Some(face), color);
                    words(xml, text);
                });
            };
            let mut start = 0;
            // A space that is wider than others stands in a run of its own.
            while let Some(hold) = holds.next_if(|hold| hold.run == index) {
                run(xml, &text[start..hold.at], Length::ZERO);
                run(xml, &text[hold.at..=hold.at], hold.room);
                start = hold.at + 1;
            }
            if start == 0 || start < text.len() {
                run(xml, &text[start..], Length::ZERO);
            }
        }
    });
}

/// The words of a run, with all their spaces.
pub(super) fn words(xml: &mut Xml, text: &str) {
    xml.element_with("w:t", format_args!(r#" xml:space="preserve""#), |xml| xml.words(text));
}

/// A solid line: the lower border of a thin paragraph, as wide as its indents leave room.
///
/// The thin line stands in the gap above, and the border takes its own weight from the gap below, so that the text around it
/// is as far apart as the layout says.
pub(super) fn rule(xml: &mut Xml, line: &Line, place: Place<'_>) {
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
pub(super) fn space(xml: &mut Xml, height: Length, place: Place<'_>) {
    empty(xml, height, Place { keeps: true, ..place });
}

/// A paragraph without words of an exact height.
pub(super) fn empty(xml: &mut Xml, height: Length, place: Place<'_>) {
    thin(xml, place, |xml| spacing(xml, Length::ZERO, Length::ZERO, Some(height)));
}

/// A paragraph without words, with what its height and place are.
fn thin(xml: &mut Xml, place: Place<'_>, inside: impl FnOnce(&mut Xml)) {
    xml.element("w:p", |xml| {
        xml.element("w:pPr", |xml| {
            if place.keeps {
                xml.empty(format_args!("w:keepNext"));
            }
            inside(xml);
            xml.element("w:rPr", |xml| size(xml, THINNEST));
            ends(xml, place);
        });
    });
}

fn ends(xml: &mut Xml, place: Place<'_>) {
    if let Some(shape) = place.ends {
        section::shape(xml, shape);
    }
}
