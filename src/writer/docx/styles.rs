//! Named styles, and what a paragraph says beyond its style.
//!
//! Owns the pairing of a component with a Word style. Headings use Word's built-in styles, because its navigation pane and
//! tables of contents know only those.

use ::docx_rs::{
    AlignmentType, LineSpacing, LineSpacingType, ParagraphProperty, RunFonts, RunProperty, SpecialIndentType,
    Style as Definition, StyleType, Styles,
};

use crate::decree::{Align, Component, Decree, Slant, Style, TYPEFACE, Weight};
use crate::units::Length;
use crate::writer::layout::Para;

/// Single spacing in Word's 240ths of a line.
const SINGLE: i32 = 240;

/// The deepest heading that has a style.
const HEADING_LEVELS: u8 = 4;

/// Every style of a document: Normal, the headings, and one for each component under the decree's term.
///
/// docx-rs writes Normal by itself and without a look, so the defaults of the document are its look.
pub(super) fn styles(decree: &Decree) -> Styles {
    let typeface = RunFonts::new().ascii(TYPEFACE).hi_ansi(TYPEFACE).cs(TYPEFACE).east_asia(TYPEFACE);
    let single = LineSpacing::new().before(0).after(0).line(SINGLE).line_rule(LineSpacingType::Auto);
    let empty = Styles::new()
        .default_fonts(typeface)
        .default_size(half_points(decree.sizes.body.chosen))
        .default_line_spacing(single);
    let headings = (1..=HEADING_LEVELS).map(|level| {
        definition(&heading_id(level), &format!("heading {level}"), &heading_style(level, decree))
            .outline_lvl(usize::from(level) - 1)
            .next(style_id(Component::BodyText))
    });
    let components = Component::ALL
        .into_iter()
        .map(|component| definition(&style_id(component), &style_name(component), &decree.style(component)));
    headings.chain(components).fold(empty, Styles::add_style)
}

/// The style that a paragraph names, and its definition.
pub(super) fn named_style(para: &Para, decree: &Decree) -> (String, Style) {
    match para.heading {
        Some(level) => {
            let level = level.clamp(1, HEADING_LEVELS);
            (heading_id(level), heading_style(level, decree))
        }
        None => (style_id(para.component), decree.style(para.component)),
    }
}

/// The identifier of a component's style: its English name, because identifiers are ASCII.
pub(super) fn style_id(component: Component) -> String {
    format!("{component:?}")
}

/// The name of a component's style, as it stands in Word's list: the decree's term.
///
/// Word takes what follows a comma for a second name, so a term that joins two things says "and" (và).
fn style_name(component: Component) -> String {
    component.term().replace(", ", " và ")
}

fn heading_id(level: u8) -> String {
    format!("Heading{level}")
}

/// The look of a level of headings: that of the component which usually has it.
fn heading_style(level: u8, decree: &Decree) -> Style {
    decree.style(match level {
        1 => Component::SectionTitle,
        2 => Component::ClauseTitle,
        _ => Component::PointTitle,
    })
}

fn definition(id: &str, name: &str, style: &Style) -> Definition {
    let mut definition = Definition::new(id, StyleType::Paragraph).name(name).based_on("Normal");
    definition.paragraph_property = paragraph_property(style, None);
    definition.run_property = run_property(&Face::of(style), None);
    definition
}

/// What a paragraph says about itself beyond `base`, the definition of its style; everything when there is none.
///
/// A style that keeps with the next paragraph cannot be told otherwise here; the layout never turns it off.
pub(super) fn paragraph_property(style: &Style, base: Option<&Style>) -> ParagraphProperty {
    let mut property = ParagraphProperty::new();
    if base.is_none_or(|base| base.align != style.align) {
        property = property.align(alignment(style.align));
    }
    if base.is_none_or(|base| base.first_line != style.first_line) {
        let first_line = SpecialIndentType::FirstLine(twips(style.first_line));
        property = property.indent(Some(0), Some(first_line), Some(0), None);
    }
    let gaps = |style: &Style| (style.before, style.after, style.pitch);
    if base.is_none_or(|base| gaps(base) != gaps(style)) {
        property = property.line_spacing(spacing(style.before, style.after, style.pitch));
    }
    if style.keep_with_next && base.is_none_or(|base| !base.keep_with_next) {
        property = property.keep_next(true);
    }
    if base.is_none() {
        property = property.widow_control(true);
    }
    property
}

/// The gaps of a paragraph and the distance of its lines; without a pitch, the typeface's own single spacing.
pub(super) fn spacing(before: Length, after: Length, pitch: Option<Length>) -> LineSpacing {
    let gaps = LineSpacing::new().before(unsigned(before)).after(unsigned(after));
    match pitch {
        Some(pitch) => gaps.line(twips(pitch)).line_rule(LineSpacingType::Exact),
        None => gaps.line(SINGLE).line_rule(LineSpacingType::Auto),
    }
}

/// What a run of words looks like.
pub(super) struct Face {
    pub(super) size: Length,
    pub(super) bold: bool,
    pub(super) italic: bool,
}

impl Face {
    /// The look of words in a style.
    pub(super) fn of(style: &Style) -> Self {
        Self { size: style.size, bold: style.weight == Weight::Bold, italic: style.slant == Slant::Italic }
    }
}

/// What a run says about itself beyond the face of its paragraph's style; everything when there is none.
pub(super) fn run_property(face: &Face, base: Option<&Face>) -> RunProperty {
    let mut property = RunProperty::new();
    match (face.bold, base.is_some_and(|base| base.bold)) {
        (true, false) => property = property.bold(),
        (false, true) => property = property.disable_bold(),
        (true, true) | (false, false) => {}
    }
    match (face.italic, base.is_some_and(|base| base.italic)) {
        (true, false) => property = property.italic(),
        (false, true) => property = property.disable_italic(),
        (true, true) | (false, false) => {}
    }
    if base.is_none_or(|base| base.size != face.size) {
        property = property.size(half_points(face.size));
    }
    property
}

fn alignment(align: Align) -> AlignmentType {
    match align {
        Align::Left => AlignmentType::Left,
        Align::Center => AlignmentType::Center,
        Align::Right => AlignmentType::Right,
        Align::Justify => AlignmentType::Both,
    }
}

/// A length in twips, in the type that docx-rs takes for indents and lines.
pub(super) fn twips(length: Length) -> i32 {
    i32::try_from(length.to_twips()).expect("a length on paper fits 32 bits")
}

/// A length in twips where the format has no room for a negative one.
pub(super) fn unsigned(length: Length) -> u32 {
    u32::try_from(length.to_twips().max(0)).expect("a length on paper fits 32 bits")
}

fn half_points(size: Length) -> usize {
    usize::try_from(size.to_half_points()).expect("a size of type is positive")
}
