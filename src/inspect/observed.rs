//! What stands in a finished file, measured: the one shape that the readers of DOCX and PDF fill and every rule reads.
//!
//! A measure that a format does not hold, or that could not be taken, is `None`; a rule says nothing about it. Lengths are
//! those of the file, unrounded. Knows no rule and no format beyond the name of the medium.

use crate::units::Length;

/// The format of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Medium {
    /// Word.
    Docx,
    /// PDF.
    Pdf,
}

/// Where something stands in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A paragraph of a part of a DOCX, counted from 1 as Word counts.
    Part {
        /// The part: `word/document.xml`.
        part: String,
        /// The paragraph, from 1; 0 for the part as a whole.
        paragraph: usize,
    },
    /// A line on a page of a PDF.
    Page {
        /// The page, from 1.
        page: u32,
        /// Baseline from the upper edge of the paper; zero for the page as a whole.
        y: Length,
    },
}

/// A file, measured.
#[derive(Debug, Clone)]
pub struct Observed {
    /// The format.
    pub medium: Medium,
    /// One for each section of a DOCX, for each page of a PDF, in order.
    pub sheets: Vec<Sheet>,
    /// Everything that is read, in the order of reading, the cells of tables included, headers and footers not: in a
    /// table without borders column after column in a row (the left block before the right one).
    pub paragraphs: Vec<Paragraph>,
    /// The tables whose grid is drawn.
    pub tables: Vec<Table>,
    /// Boxes: text boxes, framed paragraphs and cells with a border of their own (HỎA TỐC, DỰ THẢO).
    pub boxes: Vec<Boxed>,
    /// What concerns the file as a whole.
    pub traits: Traits,
}

/// A section of a DOCX, or a page of a PDF.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Where it stands.
    pub place: Place,
    /// Width of the paper as it lies.
    pub width: Length,
    /// Height of the paper as it lies.
    pub height: Length,
    /// Whether it is declared (DOCX) or seen (PDF) to lie on its long side.
    pub is_landscape: bool,
    /// From the upper edge of the paper to the text. In a PDF measured on the letters of full pages, else `None`.
    pub top: Option<Length>,
    /// From the lower edge of the paper to the text.
    pub bottom: Option<Length>,
    /// From the left edge of the paper to unindented text.
    pub left: Option<Length>,
    /// From the right edge of the paper to the end of justified lines.
    pub right: Option<Length>,
    /// Room for binding, in addition to the left margin; DOCX only.
    pub gutter: Option<Length>,
    /// Whether left and right change sides on even pages; DOCX only.
    pub is_mirrored: Option<bool>,
    /// The number on its pages; in a DOCX that on the pages after the first of the section.
    pub number: Option<PageNumber>,
    /// The number on the first page of the section; DOCX only.
    pub first_number: Option<PageNumber>,
    /// The number with which the section starts anew; DOCX only.
    pub restart: Option<u32>,
    /// The first of [`Observed::paragraphs`] that stands on it, and one past the last.
    pub paragraphs: std::ops::Range<usize>,
}

/// A page number, or a field that prints one.
#[derive(Debug, Clone)]
pub struct PageNumber {
    /// Whether it stands above the text; otherwise it stands below.
    pub is_above: bool,
    /// The number that is printed; PDF only.
    pub value: Option<u32>,
    /// Whether it is in Arabic digits.
    pub is_decimal: bool,
    /// All that the line says, the number as `#`: `Trang #/#`.
    pub line: String,
    /// The type of the number.
    pub face: Face,
    /// How its paragraph is set; DOCX.
    pub align: Option<Align>,
    /// From the middle of the text block to the middle of the number, positive to the right; PDF, and DOCX with tabs or frames.
    pub off_center: Option<Length>,
}

/// How lines are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Align {
    /// Ragged on the right.
    Left,
    /// In the middle.
    Center,
    /// Ragged on the left.
    Right,
    /// Both edges even.
    Both,
}

/// The type of some letters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Face {
    /// The name of the typeface, without the prefix of a subset; empty where the file names none.
    pub family: String,
    /// The size.
    pub size: Length,
    /// Whether it is bold.
    pub is_bold: bool,
    /// Whether it is italic.
    pub is_italic: bool,
    /// Whether it is underlined as letters; DOCX only.
    pub is_underlined: bool,
    /// Red, green, blue, unless it is black or the reader's own colour.
    pub color: Option<[u8; 3]>,
    /// How it is drawn out or pressed together; `None` where it is as it was cut; DOCX only.
    pub stretch: Option<Stretch>,
}

/// How letters are drawn out or pressed together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// Hundredths of their width.
    pub percent: i64,
    /// What stands between two of them in addition.
    pub apart: Length,
}

/// Letters of one type. Neighbours of equal type are one run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The letters as they are seen (capitals that the type makes are capitals here), not normalised.
    pub text: String,
    /// Their type.
    pub face: Face,
}

/// Where a paragraph stands across the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// Over the whole width of the text.
    Full,
    /// In the left of two blocks side by side without a grid (header, recipients).
    Left,
    /// In the right of two blocks.
    Right,
    /// In a cell of a table with a grid: which of [`Observed::tables`].
    Table(usize),
}

/// A paragraph as it is read.
///
/// In a PDF it is put together from lines. Lines of a centred block stay paragraphs of their own in both formats where the
/// file has them so; whoever reads joins them.
#[derive(Debug, Clone)]
pub struct Paragraph {
    /// Where it stands.
    pub place: Place,
    /// Its page, from 1; PDF only.
    pub page: Option<u32>,
    /// The page of its last line; PDF only.
    pub last_page: Option<u32>,
    /// Where it stands across the page.
    pub column: Column,
    /// Which group of side-by-side blocks, and which row of it, counted from 0; `None` for [`Column::Full`].
    pub row: Option<(usize, usize)>,
    /// All its letters, in NFC, a label that Word would make («a)») with its space at the beginning, each line break a
    /// newline, every no-break space a space. Runs of spaces stay.
    pub text: String,
    /// The letters by their type; the label included.
    pub runs: Vec<Run>,
    /// How it is set. In a PDF concluded from its lines; `None` where one line allows several answers.
    pub align: Option<Align>,
    /// From the middle of its column to the middle of its line, positive to the right; lines that are centred only. Spaces
    /// and tabs that push letters aside count.
    pub off_center: Option<Length>,
    /// Extra indent of the first line against the others; negative if it hangs out.
    pub first_line: Option<Length>,
    /// From the left edge of its column to its lines.
    pub left: Option<Length>,
    /// Space between this paragraph and the one above, as it is seen (empty paragraphs between them included); `None` at the
    /// top of a column or page.
    pub gap: Option<Length>,
    /// Empty paragraphs above it that serve as space; DOCX only.
    pub empty_above: usize,
    /// Distance of its lines: thousandths of the single line pitch of its type; `None` for a single line of a PDF.
    pub pitch: Option<i64>,
    /// The line drawn below it, in whatever way.
    pub rule: Option<RuleBelow>,
    /// Number of lines; PDF only.
    pub lines: Option<usize>,
    /// Baseline of its first line from the upper edge of the paper; PDF only.
    pub first_baseline: Option<Length>,
    /// Baseline of its last line from the upper edge of the paper; PDF only.
    pub last_baseline: Option<Length>,
    /// The label that Word makes; part of [`Self::text`].
    pub label: Option<String>,
    /// Whether a tab or a run of spaces moves its letters.
    pub has_layout_spaces: bool,
    /// Whether it asks to stay with the next one; DOCX only.
    pub keeps_next: Option<bool>,
    /// Whether it begins a page: a break, a section, or seen so.
    pub begins_page: bool,
}

/// A line drawn under a paragraph: a shape, a border, underscores, a stroke.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleBelow {
    /// Its length.
    pub length: Length,
    /// The width of the last line of text above it, and of the longest one; `None` where it could not be measured.
    pub text_widths: Option<(Length, Length)>,
    /// From the middle of the text to its middle, positive to the right.
    pub off_center: Option<Length>,
    /// Whether it is drawn without gaps.
    pub is_solid: bool,
}

/// A table with a grid.
#[derive(Debug, Clone)]
pub struct Table {
    /// Where it stands.
    pub place: Place,
    /// Its width.
    pub width: Option<Length>,
    /// The first of [`Observed::paragraphs`] in it, and one past the last.
    pub paragraphs: std::ops::Range<usize>,
}

/// A box with letters.
#[derive(Debug, Clone)]
pub struct Boxed {
    /// Where it stands.
    pub place: Place,
    /// Its letters, in NFC.
    pub text: String,
    /// Their type.
    pub face: Face,
    /// Its width.
    pub width: Option<Length>,
    /// Its height.
    pub height: Option<Length>,
    /// Whether it has a border.
    pub has_border: bool,
    /// The colour of the border, unless it is black.
    pub color: Option<[u8; 3]>,
}

/// What concerns a file as a whole.
#[derive(Debug, Clone, Default)]
pub struct Traits {
    /// The title in its properties.
    pub title: Option<String>,
    /// The language that it declares: `vi-VN`.
    pub language: Option<String>,
    /// Comments of readers.
    pub comments: usize,
    /// Insertions and deletions that are not accepted.
    pub tracked_changes: usize,
    /// Level lines drawn where it cannot be told which words are above them; a rule that misses a line is silent if there
    /// are any.
    pub loose_rules: usize,
    /// The letters of a watermark.
    pub watermark: Option<String>,
    /// Letters whose meaning the file does not tell; PDF only.
    pub unmapped: usize,
    /// Typefaces that the file does not carry; PDF only.
    pub not_embedded: Vec<String>,
    /// The version: 14 for 1.4; PDF only.
    pub pdf_version: Option<u32>,
    /// Whether the pages are pictures without letters; PDF only.
    pub is_scanned: bool,
    /// Typefaces of old codes (`.VnTime`, `VNI-Times`) in which letters stand.
    pub legacy_fonts: Vec<String>,
    /// Texts outside the paragraphs: footnotes, headers and footers besides the page number.
    pub elsewhere: Vec<String>,
}

/// Why a file could not be measured: one Vietnamese sentence, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong with the file.
    pub message: String,
    /// What to do.
    pub help: String,
}
