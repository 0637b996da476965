//! Word files made from fragments, and what is read of them: each way of writing that real files have is one test.

mod header;
mod letters;
mod lists;
mod page;
mod refusals;
mod rules;
mod tables;

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::read;
use crate::inspect::observed::{Column, Observed, Paragraph, Refusal};

const NAMES: &str = concat!(
    r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#,
    r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" "#,
    r#"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" "#,
    r#"xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" "#,
    r#"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" "#,
    r#"xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" "#,
    r#"xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" "#,
    r#"xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" "#,
    r#"xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office""#
);

/// Styles as Word makes them, in Times New Roman 14.
const STYLES: &str = r#"<w:docDefaults><w:rPrDefault><w:rPr>
    <w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Arial" w:eastAsia="Calibri"/><w:sz w:val="28"/>
    <w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
    <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:tblPr><w:tblCellMar><w:left w:w="108"/>
    <w:right w:w="108"/></w:tblCellMar></w:tblPr></w:style>
    <w:style w:type="table" w:styleId="TableGrid"><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>
    <w:top w:val="single"/><w:left w:val="single"/><w:bottom w:val="single"/><w:right w:val="single"/>
    <w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders></w:tblPr></w:style>"#;

/// A section of A4 with usual margins, 9,354 twips wide.
const SECTION: &str = r#"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>
    <w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>
    </w:sectPr>"#;

/// A file of some parts, each without its root.
#[derive(Default)]
struct File {
    parts: Vec<(String, String)>,
    ways: String,
}

impl File {
    /// A file with a body and usual styles.
    fn of(body: &str) -> Self {
        let body = if body.contains("<w:sectPr") { body.to_owned() } else { format!("{body}{SECTION}") };
        let document = format!("<w:document {NAMES}><w:body>{body}</w:body></w:document>");
        Self { parts: vec![("word/document.xml".to_owned(), document)], ways: String::new() }.styles(STYLES)
    }

    fn part(mut self, name: &str, xml: &str) -> Self {
        self.parts.retain(|(known, _)| known != name);
        self.parts.push((name.to_owned(), xml.to_owned()));
        self
    }

    fn styles(self, styles: &str) -> Self {
        self.part("word/styles.xml", &format!("<w:styles {NAMES}>{styles}</w:styles>"))
    }

    /// A header or footer, to which `id` leads.
    fn header(mut self, id: &str, body: &str) -> Self {
        let name = format!("word/{id}.xml");
        self.ways.push_str(&format!(
            r#"<Relationship Id="{id}" Type="http://schemas.openxmlformats.org/x/header" Target="{id}.xml"/>"#
        ));
        self.part(&name, &format!("<w:hdr {NAMES}>{body}</w:hdr>"))
    }

    fn bytes(self) -> Vec<u8> {
        let ways = format!("<Relationships>{}</Relationships>", self.ways);
        zipped(
            self.part("word/_rels/document.xml.rels", &ways).parts.iter().map(|(name, xml)| (&**name, xml.as_bytes())),
        )
    }

    #[track_caller]
    fn read(self) -> Observed {
        read(&self.bytes()).unwrap_or_else(|refusal| panic!("{refusal:?}"))
    }
}

fn zipped<'p>(parts: impl Iterator<Item = (&'p str, &'p [u8])>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part begins");
        zip.write_all(bytes).expect("a part is written");
    }
    zip.finish().expect("the file ends").into_inner()
}

#[track_caller]
fn refusal_of(bytes: &[u8]) -> Refusal {
    read(bytes).map(|observed| observed.paragraphs).expect_err("the file is refused")
}

/// What is read of a body with usual styles.
#[track_caller]
fn body(xml: &str) -> Observed {
    File::of(xml).read()
}

/// A paragraph with properties and text.
fn p(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

/// A centred paragraph in bold of a size in half-points.
fn bold(size: u32, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val=\"{size}\"/></w:rPr><w:t>{text}</w:t></w:r></w:p>"
    )
}

/// A table of two columns without borders, row by row.
fn side_by_side(rows: &[[&str; 2]]) -> String {
    let rows: String =
        rows.iter().map(|[left, right]| format!("<w:tr><w:tc>{left}</w:tc><w:tc>{right}</w:tc></w:tr>")).collect();
    format!("<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"3800\"/><w:gridCol w:w=\"5554\"/></w:tblGrid>{rows}</w:tbl>")
}

fn texts(observed: &Observed) -> Vec<&str> {
    observed.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect()
}

/// The paragraph that begins with some words.
#[track_caller]
fn find<'o>(observed: &'o Observed, words: &str) -> &'o Paragraph {
    let found = observed.paragraphs.iter().find(|paragraph| paragraph.text.starts_with(words));
    found.unwrap_or_else(|| panic!("«{words}» is among {:?}", texts(observed)))
}

/// Columns and texts.
fn columns(observed: &Observed) -> Vec<(Column, &str)> {
    observed.paragraphs.iter().map(|paragraph| (paragraph.column, paragraph.text.as_str())).collect()
}

fn twips(length: Option<crate::units::Length>) -> Option<i64> {
    length.map(|length| length.to_twips())
}
