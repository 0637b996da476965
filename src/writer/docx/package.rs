//! The file: its parts of our own, and the archive that holds all parts.
//!
//! Owns properties, settings and relationships. The archive has a fixed order and a fixed time.

use std::io::{Cursor, Write};

use ::quick_xml::escape::escape;
use ::zip::write::SimpleFileOptions;
use ::zip::{CompressionMethod, DateTime, ZipWriter};

use super::printable::printable;
use super::xml::DECLARATION;
use crate::decree::Decree;
use crate::layout::Layout;
use crate::redline::Redline;

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const PACKAGE_TYPE: &str = "application/vnd.openxmlformats-package";
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";

/// A header or footer of pages: the part that holds it, and the identifier by which sections refer to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PagePart {
    /// Name of the part.
    pub(super) part: &'static str,
    /// Identifier of the relationship.
    pub(super) id: &'static str,
}

/// The header of pages from the second on.
pub(super) const PAGE_NUMBER_HEADER: PagePart = PagePart { part: "word/header1.xml", id: "rId2" };
/// The header of first pages.
pub(super) const BLANK_HEADER: PagePart = PagePart { part: "word/header2.xml", id: "rId3" };
/// The footer of the first page of the body.
pub(super) const ADDRESS_FOOTER: PagePart = PagePart { part: "word/footer1.xml", id: "rId5" };
/// The footer of the first pages of appendices.
pub(super) const BLANK_FOOTER: PagePart = PagePart { part: "word/footer2.xml", id: "rId6" };

/// The footers that a document needs; no section but the first prints one.
pub(super) fn footers(document: &Redline<'_>) -> &'static [PagePart] {
    match document.sections.as_slice() {
        [first, ..] if first.shape.footer.is_empty() => &[],
        [_, _, ..] => &[ADDRESS_FOOTER, BLANK_FOOTER],
        _ => &[ADDRESS_FOOTER],
    }
}

/// What kind each part is of.
pub(super) fn content_types(footers: &[PagePart]) -> Vec<u8> {
    let parts = [
        ("/word/document.xml", format!("{WORD_TYPE}.document.main+xml")),
        ("/word/styles.xml", format!("{WORD_TYPE}.styles+xml")),
        ("/word/settings.xml", format!("{WORD_TYPE}.settings+xml")),
        ("/word/header1.xml", format!("{WORD_TYPE}.header+xml")),
        ("/word/header2.xml", format!("{WORD_TYPE}.header+xml")),
        ("/docProps/core.xml", format!("{PACKAGE_TYPE}.core-properties+xml")),
    ];
    let footers = footers.iter().map(|footer| (format!("/{}", footer.part), format!("{WORD_TYPE}.footer+xml")));
    let overrides: String = parts
        .into_iter()
        .map(|(part, kind)| (part.to_owned(), kind))
        .chain(footers)
        .map(|(part, kind)| format!(r#"<Override PartName="{part}" ContentType="{kind}"/>"#))
        .collect();
    format!(
        r#"{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="{PACKAGE_TYPE}.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>"#
    )
    .into_bytes()
}

/// Where the document and its properties are.
pub(super) fn relationships() -> Vec<u8> {
    related(&[
        ("rId1", format!("{OFFICE}/officeDocument"), "word/document.xml"),
        ("rId2", format!("{RELATIONSHIPS}/metadata/core-properties"), "docProps/core.xml"),
    ])
}

/// Where the parts are that the document refers to.
pub(super) fn document_relationships(footers: &[PagePart]) -> Vec<u8> {
    let within =
        |part: &'static str| part.strip_prefix("word/").expect("headers and footers stand beside the document");
    let mut targets = vec![
        ("rId1", format!("{OFFICE}/styles"), "styles.xml"),
        (PAGE_NUMBER_HEADER.id, format!("{OFFICE}/header"), within(PAGE_NUMBER_HEADER.part)),
        (BLANK_HEADER.id, format!("{OFFICE}/header"), within(BLANK_HEADER.part)),
        ("rId4", format!("{OFFICE}/settings"), "settings.xml"),
    ];
    targets.extend(footers.iter().map(|footer| (footer.id, format!("{OFFICE}/footer"), within(footer.part))));
    related(&targets)
}

fn related(targets: &[(&str, String, &str)]) -> Vec<u8> {
    let list: String = targets
        .iter()
        .map(|(id, kind, target)| format!(r#"<Relationship Id="{id}" Type="{kind}" Target="{target}"/>"#))
        .collect();
    format!(r#"{DECLARATION}<Relationships xmlns="{RELATIONSHIPS}">{list}</Relationships>"#).into_bytes()
}

/// Title, author, number and date of the file.
pub(super) fn core_properties(layout: &Layout) -> Vec<u8> {
    let text = |text: &str| escape(printable(text).collect::<String>()).into_owned();
    let (title, author, identifier) = (text(&layout.title), text(&layout.author), text(&layout.identifier));
    let (year, month, day) = layout.date;
    let date = format!("{year:04}-{month:02}-{day:02}T00:00:00Z");
    format!(
        r#"{DECLARATION}<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><dc:identifier>{identifier}</dc:identifier><dc:language>vi-VN</dc:language><cp:lastModifiedBy>{author}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">{date}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{date}</dcterms:modified></cp:coreProperties>"#
    )
    .into_bytes()
}

/// How Word treats the document: as one of its own since 2013, without the switches of older versions but one: a line that
/// someone ended by hand is not stretched to the margin.
pub(super) fn settings(decree: &Decree) -> Vec<u8> {
    let tab = decree.spacing.first_line.chosen.to_twips();
    let compatible: String = [
        ("compatibilityMode", "15"),
        ("overrideTableStyleFontSizeAndJustification", "1"),
        ("enableOpenTypeFeatures", "1"),
        ("doNotFlipMirrorIndents", "1"),
        ("differentiateMultirowTableHeaders", "1"),
        ("useWord2013TrackBottomHyphenation", "0"),
    ]
    .iter()
    .map(|(name, value)| {
        format!(
            r#"<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>"#
        )
    })
    .collect();
    format!(
        r#"{DECLARATION}<w:settings xmlns:w="{WORD}"><w:defaultTabStop w:val="{tab}"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:doNotExpandShiftReturn/>{compatible}</w:compat><w:themeFontLang w:val="vi-VN" w:eastAsia="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>"#
    )
    .into_bytes()
}

/// Puts parts into an archive, in their order. The first must be the content types, which programs look for first.
pub(super) fn pack(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, options).expect("an archive in memory takes every part");
        archive.write_all(content).expect("an archive in memory takes every part");
    }
    archive.finish().expect("an archive in memory can be closed").into_inner()
}
