//! The tree: plain values, which anyone may build and read.

use crate::decree::{Choice, Component, TypeSet};

/// A run of words of one emphasis, or a line break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Words {
        /// The words, never empty.
        text: String,
        /// Whether they are set bold within their paragraph.
        bold: bool,
        /// Whether they are set italic within their paragraph.
        italic: bool,
    },
    /// A forced line break.
    Break,
}

impl Inline {
    /// Words without emphasis of their own.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Words { text: text.into(), bold: false, italic: false }
    }
}

/// The words of a paragraph, in order.
pub type Text = Vec<Inline>;

/// The words of a text without emphasis; a line break reads as a space.
pub fn plain_text(text: &[Inline]) -> String {
    let mut out = String::new();
    for inline in text {
        match inline {
            Inline::Words { text, .. } => out.push_str(text),
            Inline::Break => out.push(' '),
        }
    }
    out
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// What the paragraph is.
    pub component: Component,
    /// Its level in the outline of headings, from 1; `None` for text.
    pub heading: Option<u8>,
    /// Its number or mark with the space after it, such as `1. ` or `- `; empty for none.
    pub label: Text,
    /// Its words.
    pub text: Text,
    /// Whether it leads into what follows and so must not be the last on its page.
    pub leads_on: bool,
}

impl Paragraph {
    /// A paragraph without number or heading level.
    pub fn new(component: Component, text: Text) -> Self {
        Self { component, heading: None, label: Text::new(), text, leads_on: false }
    }
}

/// Horizontal alignment of a table cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellAlign {
    /// Flush left: words.
    Left,
    /// Centered: ordinal numbers.
    Center,
    /// Flush right: figures.
    Right,
}

/// What a table row is, which decides its emphasis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// A row of the header, repeated on each page.
    Header,
    /// An ordinary row.
    Body,
    /// A total, subtotal or group row, set bold.
    Total,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Columns it covers, at least 1.
    pub colspan: u16,
    /// Rows it covers, at least 1.
    pub rowspan: u16,
    /// Alignment of its words.
    pub align: CellAlign,
    /// Its paragraphs; one at least, perhaps without words.
    pub paragraphs: Vec<Text>,
}

/// A row of a table. Cells covered by a rowspan from above are not listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What the row is.
    pub kind: RowKind,
    /// Whether it leads into the next row and so must not be the last on its page.
    pub leads_on: bool,
    /// Its cells from left to right.
    pub cells: Vec<Cell>,
}

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnWidth {
    /// As wide as what it holds asks for.
    Content,
    /// In proportion to the other columns that say so, in thousandths.
    Share(u32),
    /// So many micrometers, whatever it holds.
    Micrometers(u32),
}

/// A table. [`parse()`](super::parse()) has checked that its cells fill its grid exactly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// How wide each column is.
    pub columns: Vec<ColumnWidth>,
    /// Its rows; those of the header come first.
    pub rows: Vec<Row>,
    /// Whether a row may go on on the next page.
    pub splits: bool,
    /// Where its writer declared it: a number that means something to the writer alone.
    pub origin: Option<usize>,
}

/// A part of the body or of an appendix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
}

/// Facts about the document that are not printed: the properties of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meta {
    /// Title of the file.
    pub title: String,
    /// Who issues the document.
    pub author: String,
    /// Number and symbol, or the symbol alone while the number is blank.
    pub identifier: String,
    /// Year, month, day; the first of the month or year while the day or month is blank.
    pub date: (i32, u8, u8),
}

/// A boxed mark: DỰ THẢO, HỎA TỐC, LƯU HÀNH NỘI BỘ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Which mark it is.
    pub component: Component,
    /// Its words.
    pub text: String,
}

/// The header block: boxes 1 to 4 and the marks near them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Header {
    /// Boxed marks.
    pub marks: Vec<Mark>,
    /// Lines of the parent agency (cơ quan chủ quản).
    pub parent: Vec<Text>,
    /// The issuing agency, or several that issue the document together; each broken into lines.
    pub issuer: Vec<Text>,
    /// Number and symbol, with the blank for a missing number; empty where the document is another's.
    pub number: Text,
    /// Place and date; empty where the document is another's.
    pub place_date: Text,
}

/// The block at the end: box 9b at the left, boxes 7a to 7c at the right.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Closing {
    /// Label, lines and drafter's mark of nơi nhận.
    pub recipients: Vec<Paragraph>,
    /// Who signs: one, or one for each body that issues the document.
    pub signers: Vec<Signer>,
}

/// Boxes 7a to 7c of one signer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// Authority and post, above the signature.
    pub authority: Vec<Paragraph>,
    /// Other post and name, below the signature.
    pub name: Vec<Paragraph>,
}

/// Which way pages are turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Orientation {
    /// Upright.
    Portrait,
    /// Turned on its side.
    Landscape,
}

/// An appendix (phụ lục).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appendix {
    /// Which way its pages are turned.
    pub orientation: Orientation,
    /// The set of sizes of which its body is, if it is another than that of the document.
    pub type_set: Option<TypeSet>,
    /// Measures of its own.
    pub choices: Vec<Choice>,
    /// Number, title and reference line.
    pub head: Vec<Paragraph>,
    /// What it holds.
    pub blocks: Vec<Block>,
    /// Who signs it; mostly nobody.
    pub signers: Vec<Signer>,
}

/// A whole document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Properties of the file.
    pub meta: Meta,
    /// Boxes 1 to 4.
    pub header: Header,
    /// Tên loại.
    pub document_type: Text,
    /// Trích yếu.
    pub subject: Text,
    /// The line in brackets that names the document with which this one is issued; empty for none.
    pub reference: Text,
    /// Which way the pages of the body are turned.
    pub orientation: Orientation,
    /// Căn cứ and body.
    pub body: Vec<Block>,
    /// Recipients and signature; without either where the document is another's.
    pub closing: Closing,
    /// Address of the agency, box 13; empty for none.
    pub address: Text,
    /// Appendices.
    pub appendices: Vec<Appendix>,
}
