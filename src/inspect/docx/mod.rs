//! The reader of Word files.
//!
//! First a file is taken apart (`package`, `xml`) and each story read as it stands: styles, lists and direct properties
//! added up, one branch of each alternative, what is deleted left out (`reader` and what works for it). Then the stories
//! are measured (`measure`): where the eye sees blocks, gaps and lines, whatever made them. Nothing is known here of the
//! writers; every bound of what a file may take is said where it is kept.

use std::collections::HashMap;

mod blocks;
mod board;
mod flow;
mod grid;
mod heading;
mod inline;
mod letters;
mod lines;
mod measure;
mod numbering;
mod outline;
mod package;
mod piece;
mod raw;
mod reader;
mod refusal;
mod section;
mod setting;
mod settings;
mod shape;
mod sheet;
mod style;
mod symbol;
mod theme;
mod vml;
mod xml;

#[cfg(test)]
mod tests;

use board::Board;
use flow::Flow;
use lines::words_of;
use measure::{Measure, Room};
use numbering::Numbering;
use package::{Package, Ways};
use raw::{Block, Shape, each_paragraph};
use reader::Reader;
use section::{Pages, Section};
use settings::Settings;
use sheet::Margin;
use style::Styles;
use theme::Theme;
use xml::{Token, Xml};

use super::observed::{Column, Medium, Observed, Refusal, Traits};

/// Headers and footers by the name of their part.
type Headers = HashMap<String, Vec<Block>>;

/// Reads a Word file.
pub fn read(bytes: &[u8]) -> Result<Observed, Refusal> {
    let mut package = Package::open(bytes)?;
    let main = package.main_part()?;
    let ways = package.ways(&main)?;
    let mut reader = Reader::default();
    if let Some((name, bytes)) = side_part(&mut package, &ways, &main, "theme")? {
        reader.theme = Theme::read(&mut Xml::new(&bytes, &name))?;
    }
    let settings = match side_part(&mut package, &ways, &main, "settings")? {
        Some((name, bytes)) => Settings::read(&mut Xml::new(&bytes, &name))?,
        None => Settings::default(),
    };
    if let Some((name, bytes)) = side_part(&mut package, &ways, &main, "numbering")? {
        reader.numbering = Numbering::read(&mut Xml::new(&bytes, &name), &reader.theme)?;
    }
    if let Some((name, bytes)) = side_part(&mut package, &ways, &main, "styles")? {
        reader.styles = Styles::read(&mut Xml::new(&bytes, &name), &reader.theme)?;
    }
    let blocks = {
        let bytes = package.part(&main)?.unwrap_or_default();
        reader.story(&mut Xml::new(&bytes, &main), false)?
    };
    let mut traits =
        Traits { language: reader.styles.language().or_else(|| settings.language.clone()), ..Traits::default() };
    let headers = headers(&mut package, &ways, &blocks, &mut reader)?;
    for kind in ["footnotes", "endnotes"] {
        if let Some((name, bytes)) = side_part(&mut package, &ways, &main, kind)? {
            notes(&mut Xml::new(&bytes, &name), &mut traits.elsewhere)?;
        }
    }
    if let Some((name, bytes)) = side_part(&mut package, &ways, &main, "comments")? {
        traits.comments = comments(&mut Xml::new(&bytes, &name))?;
    }
    traits.title = title(&mut package)?;
    traits.tracked_changes = reader.changes;
    traits.legacy_fonts = std::mem::take(&mut reader.legacy);
    Ok(measured(&main, &blocks, &settings, &headers, &ways, traits))
}

/// A part beside the main one, by its kind; the usual name serves where no way leads to it.
fn side_part(
    package: &mut Package<'_>,
    ways: &Ways,
    main: &str,
    kind: &str,
) -> Result<Option<(String, Vec<u8>)>, Refusal> {
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let usual = if kind == "theme" { format!("{folder}/theme/theme1.xml") } else { format!("{folder}/{kind}.xml") };
    let name = ways.kind(kind).unwrap_or(usual);
    Ok(package.part(&name)?.map(|bytes| (name, bytes)))
}

/// Every header and footer that a section names.
fn headers(package: &mut Package<'_>, ways: &Ways, blocks: &[Block], reader: &mut Reader) -> Result<Headers, Refusal> {
    let mut headers = Headers::new();
    for block in blocks {
        let Block::Section(section) = block else { continue };
        for reference in &section.headers {
            let Some(name) = ways.id(&reference.id).filter(|name| !headers.contains_key(*name)) else { continue };
            let Some(bytes) = package.part(name)? else { continue };
            let story = reader.story(&mut Xml::new(&bytes, name), true)?;
            headers.insert(name.to_owned(), story);
        }
    }
    Ok(headers)
}

/// The letters of each note, those that draw the line above the notes left out.
fn notes(xml: &mut Xml<'_>, found: &mut Vec<String>) -> Result<(), Refusal> {
    let mut text = String::new();
    let mut flush = |text: &mut String| {
        let note = piece::compose(std::mem::take(text).trim());
        found.extend(Some(note).filter(|note| !note.is_empty()));
    };
    while let Some(token) = xml.within(0)? {
        let Token::Open(tag) = token else { continue };
        match tag.name() {
            "footnote" | "endnote" => flush(&mut text),
            "p" if !text.is_empty() => text.push(' '),
            "t" => text.push_str(&xml.text()?),
            _ => {}
        }
    }
    flush(&mut text);
    Ok(())
}

/// How many comments a part holds.
fn comments(xml: &mut Xml<'_>) -> Result<usize, Refusal> {
    let mut count = 0;
    while let Some(token) = xml.within(0)? {
        if let Token::Open(tag) = token {
            count += usize::from(tag.name() == "comment");
        }
    }
    Ok(count)
}

/// The title in the properties of a file.
fn title(package: &mut Package<'_>) -> Result<Option<String>, Refusal> {
    let name = package.ways("")?.kind("core-properties").unwrap_or_else(|| "docProps/core.xml".to_owned());
    let Some(bytes) = package.part(&name)? else { return Ok(None) };
    let mut xml = Xml::new(&bytes, &name);
    while let Some(token) = xml.within(0)? {
        if let Token::Open(tag) = token
            && tag.name() == "title"
        {
            return Ok(Some(piece::compose(xml.text()?.trim())).filter(|title| !title.is_empty()));
        }
    }
    Ok(None)
}

/// Measures what was read, section by section.
fn measured(
    main: &str,
    blocks: &[Block],
    settings: &Settings,
    headers: &Headers,
    ways: &Ways,
    traits: Traits,
) -> Observed {
    let out = Observed {
        medium: Medium::Docx,
        sheets: Vec::new(),
        paragraphs: Vec::new(),
        tables: Vec::new(),
        boxes: Vec::new(),
        traits,
    };
    let mut measure = Measure::new(main, settings, out);
    let (mut flow, mut board) = (Flow::default(), Board::default());
    let mut known = Section::default();
    let mut rest = blocks;
    let mut is_first = true;
    while is_first || !rest.is_empty() {
        let end = rest.iter().position(|block| matches!(block, Block::Section(_))).unwrap_or(rest.len());
        let (own, after) = rest.split_at(end);
        let mut section = match after.first() {
            Some(Block::Section(section)) => (**section).clone(),
            Some(Block::Paragraph(_) | Block::Table(_)) | None => Section::default(),
        };
        rest = after.get(1..).unwrap_or_default();
        // What a section does not name it has from the one before.
        for reference in &known.headers {
            let is_named =
                section.headers.iter().any(|own| (own.is_header, own.pages) == (reference.is_header, reference.pages));
            section.headers.extend((!is_named).then(|| reference.clone()));
        }
        if !is_first && !section.is_continuous {
            flow.begin_page();
        }
        let start = measure.out.paragraphs.len();
        let margin = section.left.map(|left| left + section.gutter.unwrap_or(0));
        let room = Room { width: section.text_width(), margin, column: Column::Full, row: None, is_grid: false };
        measure.blocks(own, room, &mut flow, &mut board);
        let number = own.iter().find_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph.number),
            Block::Table(table) => Some(table.number),
            Block::Section(_) => None,
        });
        let margins = |pages: Pages| {
            let own = section.headers.iter().filter(|reference| reference.pages == pages);
            let found = own.filter_map(|reference| {
                let blocks = headers.get(ways.id(&reference.id)?)?;
                Some(Margin { is_header: reference.is_header, blocks })
            });
            found.collect::<Vec<_>>()
        };
        let place = measure.place(number.unwrap_or(0));
        let sheet = sheet::sheet(&section, settings, place, start..measure.out.paragraphs.len(), margins);
        measure.out.sheets.push(sheet);
        (known, is_first) = (section, false);
    }
    let loose = board.settle(&mut measure.out.paragraphs);
    measure.out.traits.loose_rules += loose;
    let mut observed = measure.out;
    headers_besides(headers, &mut observed.traits);
    observed
}

/// What headers and footers hold besides the number of the page.
fn headers_besides(headers: &Headers, traits: &mut Traits) {
    let mut names: Vec<&String> = headers.keys().collect();
    names.sort();
    for blocks in names.into_iter().filter_map(|name| headers.get(name)) {
        let mut others = Vec::new();
        each_paragraph(blocks, &mut |paragraph, _| {
            for shape in &paragraph.shapes {
                if let Shape::Drawn(text) = shape {
                    traits.watermark.get_or_insert_with(|| piece::compose(text.trim()));
                }
            }
            if paragraph.page_number.is_none() {
                others.push(paragraph);
            }
        });
        let (text, _) = words_of(&mut others.into_iter());
        traits.elsewhere.extend(Some(text).filter(|text| !text.is_empty()));
    }
}
