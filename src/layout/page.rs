//! Pages: the body, then one section for each appendix.

use super::closing::{closing, keep_end_mark, keep_with_closing};
use super::header::{header, title};
use super::paragraph::Ruler;
use super::table::{Place, table};
use super::tree::{Block, Cramped, Para, Section};
use crate::decree::Component;
use crate::document::{Appendix, Block as Part, Closing, Document, Inline, Orientation, Paragraph};
use crate::units::Length;

/// The pages of the document itself.
pub(super) fn body(ruler: &Ruler<'_>, document: &Document, cramped: &mut Vec<Cramped>) -> Section {
    let place = place(ruler, document.orientation, false);
    let text_width = place.width;
    let mut blocks = header(ruler, &document.header, text_width);
    blocks.extend(title(ruler, document, text_width));
    blocks.extend(parts(ruler, &document.body, place, cramped));
    push_closing(ruler, &document.closing, text_width, &mut blocks);
    let footer = footer(ruler, &document.address, text_width);
    Section { footer, ..section(ruler, document.orientation, blocks) }
}

/// The room that a page turned one way or the other has for text.
fn place(ruler: &Ruler<'_>, orientation: Orientation, in_appendix: bool) -> Place {
    let page = &ruler.decree.page;
    let (width, height) = match orientation {
        Orientation::Portrait => (page.text_width(), page.text_height()),
        Orientation::Landscape => (page.landscape_text_width(), page.landscape_text_height()),
    };
    Place { width, height, landscape: orientation == Orientation::Landscape, in_appendix }
}

/// Recipients and signers below the last block; nothing where another document has them.
fn push_closing(ruler: &Ruler<'_>, parts: &Closing, text_width: Length, blocks: &mut Vec<Block>) {
    if parts.recipients.is_empty() && parts.signers.is_empty() {
        return keep_end_mark(ruler, blocks, text_width);
    }
    keep_with_closing(ruler, blocks, text_width);
    blocks.push(Block::Space { height: ruler.decree.spacing.before_closing.chosen });
    blocks.push(closing(ruler, parts, text_width));
}

/// The agency's address under a rule as wide as the text.
fn footer(ruler: &Ruler<'_>, address: &[Inline], text_width: Length) -> Vec<Block> {
    if address.is_empty() {
        return Vec::new();
    }
    let rule = ruler.rule(text_width, text_width, ruler.decree.lines.gap.chosen);
    vec![rule, Block::Para(ruler.centered(Component::AddressFooter, address, text_width).0)]
}

/// The pages of an appendix.
pub(super) fn appendix(ruler: &Ruler<'_>, appendix: &Appendix, cramped: &mut Vec<Cramped>) -> Section {
    let number = ruler.decree.style(Component::PageNumber);
    let decree = appendix.type_set.map_or(*ruler.decree, |type_set| ruler.decree.with_body_of(type_set));
    let decree = decree.with_choices(&appendix.choices);
    let ruler = &Ruler { decree: &decree, typeface: ruler.typeface };
    let place = place(ruler, appendix.orientation, true);
    let text_width = place.width;
    let mut blocks = Vec::new();
    let mut last_line = Length::ZERO;
    for paragraph in &appendix.head {
        let (para, line) = ruler.centered(paragraph.component, &paragraph.text, text_width);
        blocks.push(Block::Para(Para { heading: paragraph.heading, ..para }));
        last_line = line;
    }
    blocks.push(ruler.rule(
        ruler.decree.lines.under_appendix_reference.chosen.of(last_line),
        text_width,
        ruler.decree.spacing.after_title.chosen,
    ));
    blocks.extend(parts(ruler, &appendix.blocks, place, cramped));
    let signed = Closing { recipients: Vec::new(), signers: appendix.signers.clone() };
    push_closing(ruler, &signed, text_width, &mut blocks);
    // All pages of a document show their numbers alike.
    Section { page_number: number, ..section(ruler, appendix.orientation, blocks) }
}

fn section(ruler: &Ruler<'_>, orientation: Orientation, blocks: Vec<Block>) -> Section {
    let page = &ruler.decree.page;
    let landscape = orientation == Orientation::Landscape;
    let (short, long) = (page.width.chosen, page.height.chosen);
    Section {
        width: if landscape { long } else { short },
        height: if landscape { short } else { long },
        landscape,
        top: page.margin_top.chosen,
        bottom: page.margin_bottom.chosen,
        left: page.margin_left.chosen,
        right: page.margin_right.chosen,
        header_distance: page.header_distance.chosen,
        page_number: ruler.decree.style(Component::PageNumber),
        footer: Vec::new(),
        blocks,
    }
}

/// Parts one below the other; what follows a table stands off from it like a paragraph from a paragraph.
fn parts(ruler: &Ruler<'_>, parts: &[Part], place: Place, cramped: &mut Vec<Cramped>) -> Vec<Block> {
    let mut blocks = Vec::with_capacity(parts.len());
    let mut rest = parts;
    while let Some((part, below)) = rest.split_first() {
        rest = below;
        match part {
            Part::Paragraph(paragraph) => blocks.push(Block::Para(ruler.paragraph(paragraph))),
            Part::Table(part) => {
                let notes: Vec<_> = rest.iter().map_while(note).collect();
                rest = &rest[notes.len()..];
                let (table, found) = table(ruler, part, &notes, place);
                cramped.extend(found);
                blocks.push(Block::Table(table));
                if rest.first().is_some_and(|below| !is_end_mark(below)) {
                    blocks.push(Block::Space { height: ruler.decree.spacing.paragraph_gap.chosen });
                }
            }
        }
    }
    blocks
}

/// The mark below a table is close to it: it ends it, and begins nothing.
fn is_end_mark(part: &Part) -> bool {
    match part {
        Part::Paragraph(paragraph) => paragraph.component == Component::EndMark,
        Part::Table(_) => false,
    }
}

fn note(part: &Part) -> Option<&Paragraph> {
    match part {
        Part::Paragraph(paragraph) if paragraph.component == Component::TableNote => Some(paragraph),
        Part::Paragraph(_) | Part::Table(_) => None,
    }
}
