//! The flow of a document: sections, paragraphs, rules and empty room.
//!
//! Owns what follows what. Knows of tables only that they stand in the flow; [`super::table`] spells them.

use ::docx_rs::{
    BreakType, Document, FieldCharType, Footer, FooterReference, Header, InstrPAGE, InstrText, PageMargin, PageNumType,
    PageOrientationType, PageSize, Paragraph, ParagraphBorder, ParagraphBorderPosition, ParagraphBorders,
    Run as TextRun, SectionProperty, Table,
};
use ::docx_rs::{HeaderReference, RunProperty};

use super::package::{self, ADDRESS_FOOTER, BLANK_FOOTER, BLANK_HEADER, PAGE_NUMBER_HEADER};
use super::printable;
use super::styles::{Face, named_style, paragraph_property, run_property, spacing, style_id, twips, unsigned};
use super::table::{self, Frame, RED};
use crate::decree::{Component, Decree};
use crate::units::Length;
use crate::writer::layout::{Block, Layout, Para, Run, Section};

/// The height of a paragraph that is there because the format wants one: the least that Word sets.
pub(super) const THINNEST: Length = Length::twips(20);

/// One thing in the flow of a page or a cell.
#[expect(clippy::large_enum_variant, reason = "both are built once and moved into the document at once")]
pub(super) enum Piece {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
}

/// A flow of pieces; the format wants a paragraph at the end of each cell and each section.
pub(super) struct Flow {
    /// What comes before the last paragraph.
    pub(super) pieces: Vec<Piece>,
    /// The last paragraph.
    pub(super) last: Paragraph,
}

/// The body of a document. Its last section carries the contents of all headers and footers, to which the others refer.
pub(super) fn document(layout: &Layout, decree: &Decree) -> Document {
    let (last, others) = layout.sections.split_last().expect("a layout has a body");
    let footers = package::footers(layout);
    let has_footers = !footers.is_empty();
    let mut document = Document::new();
    for section in others {
        let flow = flow(&section.blocks, decree);
        document = flow.pieces.into_iter().fold(document, add);
        document = document.add_paragraph(flow.last.section_property(section_property(section, has_footers)));
    }
    let flow = flow(&last.blocks, decree);
    document = flow.pieces.into_iter().fold(document, add).add_paragraph(flow.last);
    let mut property = section_property(last, has_footers)
        .header(page_number_header(last, decree), PAGE_NUMBER_HEADER.id)
        .first_header(blank_header(), BLANK_HEADER.id);
    // The references are there already; docx-rs builds the contents wherever it finds them.
    let first = &layout.sections[0];
    for part in footers {
        if *part == ADDRESS_FOOTER {
            property.first_footer = Some((part.id.to_owned(), footer(&first.footer, decree)));
        } else {
            property.footer = Some((part.id.to_owned(), footer(&[], decree)));
        }
    }
    document.default_section_property(property)
}

/// A footer of first pages.
fn footer(blocks: &[Block], decree: &Decree) -> Footer {
    let flow = flow(blocks, decree);
    let footer = flow.pieces.into_iter().fold(Footer::new(), |footer, piece| match piece {
        Piece::Paragraph(paragraph) => footer.add_paragraph(paragraph),
        Piece::Table(table) => footer.add_table(table),
    });
    footer.add_paragraph(flow.last)
}

fn add(document: Document, piece: Piece) -> Document {
    match piece {
        Piece::Paragraph(paragraph) => document.add_paragraph(paragraph),
        Piece::Table(table) => document.add_table(table),
    }
}

fn section_property(section: &Section, has_footers: bool) -> SectionProperty {
    let margin = PageMargin {
        top: twips(section.top),
        bottom: twips(section.bottom),
        left: twips(section.left),
        right: twips(section.right),
        header: twips(section.header_distance),
        footer: twips(section.header_distance),
        gutter: 0,
    };
    let mut property = SectionProperty::new()
        .page_size(PageSize::new().size(unsigned(section.width), unsigned(section.height)))
        .page_margin(margin)
        .page_num_type(PageNumType::new().start(1))
        .title_pg();
    if section.landscape {
        property = property.page_orient(PageOrientationType::Landscape);
    }
    property.space = 0;
    property.header_reference = Some(HeaderReference::new("default", PAGE_NUMBER_HEADER.id));
    property.first_header_reference = Some(HeaderReference::new("first", BLANK_HEADER.id));
    if has_footers {
        // A section without a footer of its own would take over that of the section before.
        let footer = if section.footer.is_empty() { BLANK_FOOTER } else { ADDRESS_FOOTER };
        property.first_footer_reference = Some(FooterReference::new("first", footer.id));
    }
    property
}

/// The page number of the second page on. All sections of a layout look alike, so they share it.
fn page_number_header(section: &Section, decree: &Decree) -> Header {
    let base = decree.style(Component::PageNumber);
    let property = run_property(&Face::of(&section.page_number), Some(&Face::of(&base)));
    let run = || with_property(TextRun::new(), property.clone());
    let mut paragraph = Paragraph::new()
        .add_run(run().add_field_char(FieldCharType::Begin, false))
        .add_run(run().add_instr_text(InstrText::PAGE(InstrPAGE {})))
        .add_run(run().add_field_char(FieldCharType::Separate, false))
        .add_run(run().add_text("1"))
        .add_run(run().add_field_char(FieldCharType::End, false));
    paragraph.property = paragraph_property(&section.page_number, Some(&base));
    Header::new().add_paragraph(paragraph.style(&style_id(Component::PageNumber)))
}

/// The header of the first page of each section, which shows no number.
fn blank_header() -> Header {
    Header::new().add_paragraph(Paragraph::new().style(&style_id(Component::PageNumber)))
}

/// Spells blocks, one below the other.
pub(super) fn flow(blocks: &[Block], decree: &Decree) -> Flow {
    let mut pieces = Vec::with_capacity(blocks.len() + 1);
    for block in blocks {
        match block {
            Block::Para(para) => pieces.push(Piece::Paragraph(paragraph(para, decree))),
            Block::Rule { length, weight, before, after, column } => {
                pieces.push(Piece::Paragraph(rule(*length, *weight, *before, *after, *column)));
            }
            Block::Mark { para, width, height, weight, red, before, align } => {
                // A table has no gap of its own.
                if !before.is_zero() {
                    pieces.push(Piece::Paragraph(space(*before)));
                }
                let words = colored(para, red.then_some(RED), decree);
                let frame = Frame { width: *width, height: *height, weight: *weight, red: *red, align: *align };
                push_table(&mut pieces, table::framed(words, &frame));
            }
            Block::Space { height } => pieces.push(Piece::Paragraph(space(*height))),
            Block::Columns { left_width, right_width, rows } => {
                push_table(&mut pieces, table::columns(*left_width, *right_width, rows, decree));
            }
            Block::Table(block) => push_table(&mut pieces, table::ruled(block, decree)),
        }
    }
    let last = match pieces.pop() {
        Some(Piece::Paragraph(paragraph)) => paragraph,
        Some(Piece::Table(table)) => {
            pieces.push(Piece::Table(table));
            empty(THINNEST)
        }
        None => empty(THINNEST),
    };
    Flow { pieces, last }
}

/// Adds a table. Word makes one table of two neighbors, so something must stand between them.
fn push_table(pieces: &mut Vec<Piece>, table: Table) {
    if let Some(Piece::Table(_)) = pieces.last() {
        pieces.push(Piece::Paragraph(empty(THINNEST)));
    }
    pieces.push(Piece::Table(table));
}

/// A paragraph with its words.
pub(super) fn paragraph(para: &Para, decree: &Decree) -> Paragraph {
    colored(para, None, decree)
}

/// A paragraph with its words in one color; `None` is the reader's own, black.
fn colored(para: &Para, color: Option<&str>, decree: &Decree) -> Paragraph {
    let (id, base) = named_style(para, decree);
    let face = Face::of(&base);
    let mut paragraph = Paragraph::new();
    for run in &para.runs {
        paragraph = paragraph.add_run(match run {
            Run::Words { text, bold, italic } => {
                let words = Face { size: para.style.size, bold: *bold, italic: *italic };
                let run = with_property(TextRun::new(), run_property(&words, Some(&face)));
                let run = run.add_text(printable(text));
                match color {
                    Some(color) => run.color(color),
                    None => run,
                }
            }
            Run::Break => TextRun::new().add_break(BreakType::TextWrapping),
        });
    }
    paragraph.property = paragraph_property(&para.style, Some(&base));
    // An empty paragraph is as tall as its mark.
    paragraph.property.run_property =
        run_property(&Face { size: para.style.size, bold: face.bold, italic: face.italic }, Some(&face));
    if para.keep_lines {
        paragraph = paragraph.keep_lines(true);
    }
    paragraph.style(&id)
}

fn with_property(mut run: TextRun, property: RunProperty) -> TextRun {
    run.run_property = property;
    run
}

/// A solid line: the lower border of a thin paragraph, as wide as its indents leave room.
///
/// The thin line stands in the gap above, and the border takes its own weight from the gap below, so that the text around it
/// is as far apart as the layout says.
fn rule(length: Length, weight: Length, before: Length, after: Length, column: Length) -> Paragraph {
    let thickness = usize::try_from(weight.to_eighths_of_point()).expect("a rule has a weight");
    let border = ParagraphBorder::new(ParagraphBorderPosition::Bottom).size(thickness);
    let room = column.to_twips() - length.to_twips();
    let (left, right) = (room / 2, room - room / 2);
    let indent = |twips: i64| i32::try_from(twips.max(0)).expect("a page is narrower than that");
    let mut paragraph = empty(THINNEST);
    paragraph.property = paragraph
        .property
        .indent(Some(indent(left)), None, Some(indent(right)), None)
        .line_spacing(spacing(before - THINNEST, after - weight, Some(THINNEST)))
        .set_borders(ParagraphBorders::with_empty().set(border));
    paragraph
}

/// Empty room, on one page with what follows: whatever it stands before must not lose it at the foot of a page.
fn space(height: Length) -> Paragraph {
    empty(height).keep_next(true)
}

/// A paragraph without words of an exact height.
pub(super) fn empty(height: Length) -> Paragraph {
    let size = usize::try_from(THINNEST.to_half_points()).expect("the thinnest line has a height");
    Paragraph::new().line_spacing(spacing(Length::ZERO, Length::ZERO, Some(height))).size(size)
}
