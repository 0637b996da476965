//! What paragraphs and runs say about themselves, in the order of the schema.

use super::xml::Xml;
use crate::decree::{Align, Slant, Style, Weight};
use crate::redline::Change;
use crate::units::Length;

/// Single spacing in Word's 240ths of a line.
const SINGLE: i64 = 240;

/// What a run of words looks like.
#[derive(Clone, Copy)]
pub(super) struct Face {
    pub(super) size: Length,
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// How much wider it sets its letters.
    pub(super) room: Length,
}

impl Face {
    /// The look of words in a style.
    pub(super) fn of(style: &Style) -> Self {
        let (bold, italic) = (style.weight == Weight::Bold, style.slant == Slant::Italic);
        Self { size: style.size, bold, italic, room: Length::ZERO }
    }
}

/// What a run says about itself beyond the face of its paragraph's style; everything when there is none.
pub(super) fn run_property(xml: &mut Xml<'_>, face: Face, base: Option<Face>, color: Option<&str>) {
    mark_property(xml, face, base, color, None);
}

/// What the end of a paragraph says about itself, and whether it came or went.
pub(super) fn mark_property(
    xml: &mut Xml<'_>,
    face: Face,
    base: Option<Face>,
    color: Option<&str>,
    change: Option<Change>,
) {
    xml.group("w:rPr", |xml| {
        xml.mark(change);
        switch(xml, "b", face.bold, base.is_some_and(|base| base.bold));
        switch(xml, "i", face.italic, base.is_some_and(|base| base.italic));
        if let Some(color) = color {
            xml.empty(format_args!(r#"w:color w:val="{color}""#));
        }
        if !face.room.is_zero() {
            xml.empty(format_args!(r#"w:spacing w:val="{}""#, face.room.to_twips()));
        }
        if base.is_none_or(|base| base.size != face.size) {
            size(xml, face.size);
        }
    });
}

/// Turns a look on or off where it differs from that of the style.
fn switch(xml: &mut Xml<'_>, look: &str, on: bool, base: bool) {
    match (on, base) {
        (true, false) => xml.empty(format_args!("w:{look}/><w:{look}Cs")),
        (false, true) => xml.empty(format_args!(r#"w:{look} w:val="false"/><w:{look}Cs"#)),
        (true, true) | (false, false) => {}
    }
}

/// A size of type.
pub(super) fn size(xml: &mut Xml<'_>, size: Length) {
    let half_points = size.to_half_points();
    xml.empty(format_args!(r#"w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}""#));
}

/// The gaps of a paragraph and the distance of its lines; without a pitch, the typeface's own single spacing.
pub(super) fn spacing(xml: &mut Xml<'_>, before: Length, after: Length, pitch: Option<Length>) {
    let (line, rule) = match pitch {
        Some(pitch) => (pitch.to_twips(), "exact"),
        None => (SINGLE, "auto"),
    };
    let (before, after) = (unsigned(before), unsigned(after));
    xml.empty(format_args!(r#"w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="{rule}""#));
}

/// The indents, gaps and alignment of a style beyond those of another; all of them when there is none.
pub(super) fn placement(xml: &mut Xml<'_>, style: &Style, base: Option<&Style>) {
    let gaps = |style: &Style| (style.before, style.after, style.pitch);
    if base.is_none_or(|base| gaps(base) != gaps(style)) {
        spacing(xml, style.before, style.after, style.pitch);
    }
    if base.is_none_or(|base| base.first_line != style.first_line) {
        let first_line = style.first_line.to_twips();
        xml.empty(format_args!(r#"w:ind w:left="0" w:right="0" w:firstLine="{first_line}""#));
    }
    if base.is_none_or(|base| base.align != style.align) {
        let align = match style.align {
            Align::Left => "left",
            Align::Center => "center",
            Align::Right => "right",
            Align::Justify => "both",
        };
        xml.empty(format_args!(r#"w:jc w:val="{align}""#));
    }
}

/// A length in twips where the format has no room for a negative one.
pub(super) fn unsigned(length: Length) -> i64 {
    length.to_twips().max(0)
}
