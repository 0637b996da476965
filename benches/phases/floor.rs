//! Typst alone: the words of a plan as plain markup, compiled by the same crates to the same kind of file.

use std::fmt::Write;
use std::sync::LazyLock;

use kehoach::document::{Block, ColumnWidth, Document, Inline, Orientation, Paragraph, Table, plain_text};
use kehoach::layout::Typeface;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// The look, as a user would write it.
const LOOK: &str = include_str!("floor.typ");

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
static MAIN: LazyLock<FileId> = LazyLock::new(|| {
    let path = VirtualPath::new("/floor.typ").expect("a fixed path is a path");
    RootedPath::new(VirtualRoot::Project, path).intern()
});

/// A document as markup.
pub(super) fn markup(document: &Document) -> String {
    let mut out = LOOK.to_owned();
    write_blocks(&mut out, &document.body);
    let closing = document.closing.recipients.iter();
    let signers = document.closing.signers.iter().flat_map(|signer| signer.authority.iter().chain(&signer.name));
    closing.chain(signers).for_each(|paragraph| write_paragraph(&mut out, paragraph));
    for appendix in &document.appendices {
        let flipped = appendix.orientation == Orientation::Landscape;
        let _ = writeln!(out, "#set page(flipped: {flipped})\n#counter(page).update(1)");
        appendix.head.iter().for_each(|paragraph| write_paragraph(&mut out, paragraph));
        write_blocks(&mut out, &appendix.blocks);
    }
    out
}

fn write_blocks(out: &mut String, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => write_paragraph(out, paragraph),
            Block::Table(table) => write_table(out, table),
        }
    }
}

fn write_paragraph(out: &mut String, paragraph: &Paragraph) {
    if let Some(level) = paragraph.heading {
        out.push_str(&"=".repeat(usize::from(level)));
        out.push(' ');
    }
    for inline in paragraph.label.iter().chain(&paragraph.text) {
        write_inline(out, inline);
    }
    out.push_str("\n\n");
}

fn write_inline(out: &mut String, inline: &Inline) {
    match inline {
        Inline::Break => out.push_str(" \\\n"),
        Inline::Words { text, bold, italic } => {
            let words = escaped(text);
            let words = if *italic { format!("#emph[{words}]") } else { words };
            out.push_str(&if *bold { format!("#strong[{words}]") } else { words });
        }
    }
}

fn write_table(out: &mut String, table: &Table) {
    let width = |column: &ColumnWidth| match column {
        ColumnWidth::Content => "auto".to_owned(),
        ColumnWidth::Share(weight) => format!("{weight}fr"),
        ColumnWidth::Micrometers(width) => format!("{width}mm / 1000"),
    };
    let columns: Vec<_> = table.columns.iter().map(width).collect();
    let _ = writeln!(out, "#table(\n  columns: ({}),", columns.join(", "));
    for row in &table.rows {
        for cell in &row.cells {
            let words: Vec<_> = cell.paragraphs.iter().map(|text| escaped(&plain_text(text))).collect();
            let _ = writeln!(
                out,
                "  table.cell(colspan: {}, rowspan: {})[{}],",
                cell.colspan,
                cell.rowspan,
                words.join("\n\n")
            );
        }
    }
    out.push_str(")\n\n");
}

fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    for letter in words.chars() {
        if letter.is_ascii_punctuation() && !matches!(letter, ',' | '.' | '(' | ')' | ';' | '%' | '!' | '?') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

struct World<'a> {
    main: Source,
    fonts: &'a [Font; 4],
    book: LazyHash<FontBook>,
}

impl typst::World for World<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        *MAIN
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == *MAIN { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Markup as PDF/A-2a, tagged.
pub(super) fn pdf(markup: String, typeface: &Typeface) -> Vec<u8> {
    let fonts = typeface.fonts();
    let main = Source::new(*MAIN, markup);
    let world = World { main, fonts, book: LazyHash::new(FontBook::from_fonts(fonts)) };
    let document = typst::compile::<PagedDocument>(&world).output;
    let document = document.unwrap_or_else(|errors| panic!("{errors:?}"));
    let standards = PdfStandards::new(&[PdfStandard::A_2a]).expect("one standard goes with itself");
    let options = PdfOptions { standards, ..PdfOptions::default() };
    let bytes = typst_pdf::pdf(&document, &options).unwrap_or_else(|errors| panic!("{errors:?}"));
    typst::comemo::evict(4);
    bytes
}
