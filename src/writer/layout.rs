//! What both formats print, measured: the document tree under the decree.
//!
//! Every number is taken from [`Decree`] or measured in the typeface, once, so that a DOCX and a PDF of one plan cannot
//! differ. A [`Layout`] serializes to the JSON that the Typst source reads; lengths are EMU.

use serde::Serialize;

use super::font::Typeface;
use crate::decree::{Align, Component, Decree, Letters, NATIONAL_MOTTO, NATIONAL_TITLE, Slant, Style, Weight};
use crate::document::{
    Appendix, Block as Part, Cell as DocumentCell, CellAlign, Closing, Document, Header, Inline, Orientation,
    Paragraph, RowKind, Signer, Table as DocumentTable,
};
use crate::units::Length;

/// A run of words of one look, or a line break.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Run {
    /// Words.
    Words {
        /// The words, in the case in which they are printed.
        text: String,
        /// Whether they are bold, the component's own weight included.
        bold: bool,
        /// Whether they are italic, the component's own slant included.
        italic: bool,
    },
    /// A line break.
    Break,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Para {
    /// What it is; names its style.
    pub component: Component,
    /// How it looks.
    pub style: Style,
    /// Level in the outline of headings.
    pub heading: Option<u8>,
    /// Its words, label included.
    pub runs: Vec<Run>,
    /// Whether all its lines stay on one page.
    pub keep_lines: bool,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Column of its left edge, from 0.
    pub column: usize,
    /// Columns it covers.
    pub colspan: u16,
    /// Rows it covers.
    pub rowspan: u16,
    /// Its paragraphs.
    pub paras: Vec<Para>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Its cells; those covered from above are left out.
    pub cells: Vec<Cell>,
}

/// A ruled table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    /// Width of each column; they add up to the width of the text.
    pub columns: Vec<Length>,
    /// How many of the rows are repeated on each page.
    pub header_rows: usize,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Weight of the grid.
    pub grid: Length,
    /// Left and right padding of a cell.
    pub padding_x: Length,
    /// Upper and lower padding of a cell.
    pub padding_y: Length,
    /// Whether a row below the header may go on on the next page.
    pub splits: bool,
}

/// Something printed below the last thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block {
    /// A paragraph.
    Para(Para),
    /// A solid line, centered in its column.
    Rule {
        /// Its length.
        length: Length,
        /// Its weight.
        weight: Length,
        /// From the line above to it.
        before: Length,
        /// From it to the line below.
        after: Length,
        /// Width of the column in which it is centered.
        column: Length,
    },
    /// Words in a box, centered in their column or flush with one of its sides.
    Mark {
        /// The words.
        para: Para,
        /// Width of the box.
        width: Length,
        /// Height of the box.
        height: Length,
        /// Weight of its border.
        weight: Length,
        /// Whether border and words are red.
        red: bool,
        /// From the line above to the box.
        before: Length,
        /// Where in its column it stands.
        align: Align,
    },
    /// Empty room.
    Space {
        /// Its height.
        height: Length,
    },
    /// Two columns side by side, level at the top, without borders, never split over pages.
    Columns {
        /// Width of the left column.
        left_width: Length,
        /// Width of the right column.
        right_width: Length,
        /// What stands at the left, row by row: the n-th rows of both sides are level.
        rows: Vec<ColumnRow>,
    },
    /// A ruled table.
    Table(Table),
}

/// One row of two columns, level at the top.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ColumnRow {
    /// Left side.
    pub left: Vec<Block>,
    /// Right side.
    pub right: Vec<Block>,
}

/// A run of pages of one shape with page numbers of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Width of the page as it is read.
    pub width: Length,
    /// Height of the page as it is read.
    pub height: Length,
    /// Whether the page is turned on its side.
    pub landscape: bool,
    /// Upper margin.
    pub top: Length,
    /// Lower margin.
    pub bottom: Length,
    /// Left margin.
    pub left: Length,
    /// Right margin.
    pub right: Length,
    /// From the upper edge of the paper to the page number, and from the lower edge to what stands at the foot.
    pub header_distance: Length,
    /// Look of the page number, which is printed from the second page on.
    pub page_number: Style,
    /// What stands at the foot of its first page, in the lower margin; what is too tall for it takes from the page.
    pub footer: Vec<Block>,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// A document, ready to be spelled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Layout {
    /// Title of the file.
    pub title: String,
    /// Author of the file.
    pub author: String,
    /// Identifier of the file.
    pub identifier: String,
    /// Year, month, day.
    pub date: (i32, u8, u8),
    /// The body, then one section for each appendix.
    pub sections: Vec<Section>,
}

/// Lays a document out under a decree, measured in a typeface.
pub fn lay_out(document: &Document, decree: &Decree, typeface: &Typeface) -> Layout {
    let layouter = Layouter { decree, typeface };
    let mut sections = vec![layouter.body(document)];
    sections.extend(document.appendices.iter().map(|appendix| layouter.appendix(appendix)));
    Layout {
        title: document.meta.title.clone(),
        author: document.meta.author.clone(),
        identifier: document.meta.identifier.clone(),
        date: document.meta.date,
        sections,
    }
}

/// What stands above and below a signature.
struct SignerBlocks {
    above: Vec<Para>,
    below: Vec<Para>,
}

impl SignerBlocks {
    fn lines(&self) -> usize {
        let breaks = |para: &Para| para.runs.iter().filter(|run| **run == Run::Break).count();
        self.above.iter().chain(&self.below).map(|para| 1 + breaks(para)).sum()
    }
}

/// The two things every measure comes from.
struct Layouter<'a> {
    decree: &'a Decree,
    typeface: &'a Typeface,
}

impl Layouter<'_> {
    fn body(&self, document: &Document) -> Section {
        let text_width = self.decree.page.text_width();
        let mut blocks = self.header(&document.header, text_width);
        blocks.extend(self.title(document, text_width));
        blocks.extend(self.parts(&document.body, text_width));
        keep_with_closing(&mut blocks);
        blocks.push(Block::Space { height: self.decree.spacing.before_closing.chosen });
        blocks.push(self.closing(&document.closing, text_width));
        let footer = self.footer(&document.address, text_width);
        Section { footer, ..self.section(Orientation::Portrait, blocks) }
    }

    /// The agency's address under a rule as wide as the text.
    fn footer(&self, address: &[Inline], text_width: Length) -> Vec<Block> {
        if address.is_empty() {
            return Vec::new();
        }
        let rule = self.rule(text_width, text_width, self.decree.lines.gap.chosen);
        vec![rule, Block::Para(self.centered(Component::AddressFooter, address, text_width).0)]
    }

    fn appendix(&self, appendix: &Appendix) -> Section {
        let page = &self.decree.page;
        let text_width = match appendix.orientation {
            Orientation::Portrait => page.text_width(),
            Orientation::Landscape => page.landscape_text_width(),
        };
        let mut blocks = Vec::new();
        let mut last_line = Length::ZERO;
        for paragraph in &appendix.head {
            let (para, line) = self.centered(paragraph.component, &paragraph.text, text_width);
            blocks.push(Block::Para(Para { heading: paragraph.heading, ..para }));
            last_line = line;
        }
        blocks.push(self.rule(
            self.decree.lines.under_appendix_reference.chosen.of(last_line),
            text_width,
            self.decree.spacing.after_title.chosen,
        ));
        blocks.extend(self.parts(&appendix.blocks, text_width));
        self.section(appendix.orientation, blocks)
    }

    fn section(&self, orientation: Orientation, blocks: Vec<Block>) -> Section {
        let page = &self.decree.page;
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
            page_number: self.decree.style(Component::PageNumber),
            footer: Vec::new(),
            blocks,
        }
    }

    fn header(&self, header: &Header, text_width: Length) -> Vec<Block> {
        let spacing = &self.decree.spacing;
        let right_width = spacing.header_right_column.chosen;
        let left_width = text_width - right_width;
        let lines = &self.decree.lines;

        let mut names = Vec::new();
        for text in &header.parent {
            names.push(Block::Para(self.centered(Component::ParentAgency, text, left_width).0));
        }
        let mut last_line = Length::ZERO;
        for (index, text) in header.issuer.iter().enumerate() {
            let (mut para, line) = self.centered(Component::Issuer, text, left_width);
            if index > 0 {
                para.style.before = spacing.before_number.chosen;
            }
            names.push(Block::Para(para));
            last_line = line;
        }
        names.push(self.rule(lines.under_issuer.chosen.of(last_line), left_width, Length::ZERO));

        let fixed = |component, text: &str| self.centered(component, &[Inline::plain(text)], right_width);
        let (title, _) = fixed(Component::NationalTitle, NATIONAL_TITLE);
        let (motto, motto_line) = fixed(Component::NationalMotto, NATIONAL_MOTTO);
        let nation = vec![
            Block::Para(title),
            Block::Para(motto),
            self.rule(lines.under_motto.chosen.of(motto_line), right_width, Length::ZERO),
        ];
        let one = |component, text: &[Inline], width| vec![Block::Para(self.centered(component, text, width).0)];
        let mut rows = vec![
            ColumnRow { left: names, right: nation },
            ColumnRow {
                left: one(Component::NumberSymbol, &header.number, left_width),
                right: one(Component::PlaceDate, &header.place_date, right_width),
            },
        ];
        let marks: Vec<_> = header
            .marks
            .iter()
            .filter(|mark| mark.component != Component::CirculationMark)
            .map(|mark| self.mark(mark.component, &mark.text, left_width, Align::Center))
            .collect();
        if !marks.is_empty() {
            rows.push(ColumnRow { left: marks, right: Vec::new() });
        }
        // The circulation mark stands at the top right, above the header (box 11).
        let mut blocks: Vec<_> = header
            .marks
            .iter()
            .filter(|mark| mark.component == Component::CirculationMark)
            .map(|mark| self.mark(mark.component, &mark.text, text_width, Align::Right))
            .collect();
        if !blocks.is_empty() {
            blocks.push(Block::Space { height: spacing.before_number.chosen });
        }
        blocks.push(Block::Columns { left_width, right_width, rows });
        blocks
    }

    fn mark(&self, component: Component, text: &str, column: Length, align: Align) -> Block {
        let marks = &self.decree.marks;
        let width = if component == Component::CirculationMark {
            marks.circulation_width.chosen
        } else if component == Component::DraftMark {
            marks.draft_width.chosen
        } else {
            match text.to_uppercase().as_str() {
                "HỎA TỐC" => marks.flash_width.chosen,
                "THƯỢNG KHẨN" => marks.immediate_width.chosen,
                _ => marks.urgent_width.chosen,
            }
        };
        // An office may write more on its own mark than the box has room for; the words of the decree's always fit.
        let tables = &self.decree.tables;
        let (beside, around) = (tables.cell_padding_x.chosen * 2, tables.cell_padding_y.chosen * 2);
        let (para, _) = self.centered(component, &[Inline::plain(text)], column - beside);
        let lines: Vec<_> = para.runs.split(|run| *run == Run::Break).collect();
        let widest = lines.iter().map(|line| self.typeface.runs_width(line, para.style.size)).max().unwrap_or_default();
        let (above, below) = self.typeface.single_line(para.style.size);
        let count = i64::try_from(lines.len()).expect("a mark has a few lines");
        Block::Mark {
            width: width.max(widest + beside),
            height: marks.height.chosen.max((above + below) * count + around),
            para,
            weight: self.decree.lines.weight.chosen,
            red: component == Component::UrgencyMark,
            before: self.decree.spacing.before_number.chosen,
            align,
        }
    }

    fn title(&self, document: &Document, text_width: Length) -> Vec<Block> {
        let (document_type, _) = self.centered(Component::DocumentType, &document.document_type, text_width);
        let (subject, last_line) = self.centered(Component::Subject, &document.subject, text_width);
        vec![
            Block::Para(document_type),
            Block::Para(subject),
            self.rule(
                self.decree.lines.under_subject.chosen.of(last_line),
                text_width,
                self.decree.spacing.after_title.chosen,
            ),
        ]
    }

    /// Signers in pairs side by side; below them the recipients at the left, level with the one who is left over.
    fn closing(&self, closing: &Closing, text_width: Length) -> Block {
        let left_width = self.decree.spacing.recipients_column.chosen.of(text_width);
        let right_width = text_width - left_width;
        let (pairs, left_over) = closing.signers.as_chunks::<2>();
        let mut rows: Vec<_> = pairs
            .iter()
            .map(|[left, right]| {
                let signers = [self.signer(left, left_width), self.signer(right, right_width)];
                let most = signers.iter().map(SignerBlocks::lines).max().unwrap_or_default();
                let [left, right] = signers.map(|signer| self.signed(signer, most));
                ColumnRow { left, right }
            })
            .collect();
        rows.push(ColumnRow {
            left: closing.recipients.iter().map(|paragraph| Block::Para(self.paragraph(paragraph))).collect(),
            right: left_over.first().map(|signer| self.signed(self.signer(signer, right_width), 0)).unwrap_or_default(),
        });
        let height = self.decree.spacing.before_closing.chosen;
        for side in rows.iter_mut().skip(1).flat_map(|row| [&mut row.left, &mut row.right]) {
            if !side.is_empty() {
                side.insert(0, Block::Space { height });
            }
        }
        Block::Columns { left_width, right_width, rows }
    }

    fn signer(&self, signer: &Signer, column: Length) -> SignerBlocks {
        let centered = |paragraphs: &[Paragraph]| {
            let centered = |part: &Paragraph| self.centered(part.component, &part.text, column).0;
            paragraphs.iter().map(centered).collect()
        };
        SignerBlocks { above: centered(&signer.authority), below: centered(&signer.name) }
    }

    /// Boxes 7a to 7c. `lines` is how many the taller of two signers has: both names stand on one level.
    fn signed(&self, signer: SignerBlocks, lines: usize) -> Vec<Block> {
        let lacking = i64::try_from(lines.saturating_sub(signer.lines())).expect("a signer has a few lines");
        let (above, below) = self.typeface.single_line(self.decree.style(Component::SignerName).size);
        let height = self.decree.spacing.signature.chosen + (above + below) * lacking;
        let above = signer.above.into_iter().map(Block::Para);
        above.chain([Block::Space { height }]).chain(signer.below.into_iter().map(Block::Para)).collect()
    }

    /// Parts one below the other; what follows a table stands off from it like a paragraph from a paragraph.
    fn parts(&self, parts: &[Part], text_width: Length) -> Vec<Block> {
        let mut blocks = Vec::with_capacity(parts.len());
        for (index, part) in parts.iter().enumerate() {
            match part {
                Part::Paragraph(paragraph) => blocks.push(Block::Para(self.paragraph(paragraph))),
                Part::Table(table) => {
                    blocks.push(Block::Table(self.table(table, text_width)));
                    if index + 1 < parts.len() {
                        blocks.push(Block::Space { height: self.decree.spacing.paragraph_gap.chosen });
                    }
                }
            }
        }
        blocks
    }

    fn paragraph(&self, paragraph: &Paragraph) -> Para {
        let mut para = self.para(paragraph.component, &paragraph.text);
        para.heading = paragraph.heading;
        para.style.keep_with_next |= paragraph.leads_on;
        if !paragraph.label.is_empty() {
            let label = self.run(&paragraph.label, &para.style, (false, false));
            para.runs.insert(0, label);
            para.runs = join(para.runs);
        }
        para
    }

    fn para(&self, component: Component, text: &[Inline]) -> Para {
        let style = self.decree.style(component);
        let runs = text
            .iter()
            .map(|inline| match inline {
                Inline::Words { text, bold, italic } => self.run(text, &style, (*bold, *italic)),
                Inline::Break => Run::Break,
            })
            .collect();
        Para { component, style, heading: None, runs, keep_lines: false }
    }

    /// Words under a style; emphasis inside italic or bold text cannot go further, so it is added, never turned back.
    fn run(&self, text: &str, style: &Style, (bold, italic): (bool, bool)) -> Run {
        let text = match style.letters {
            Letters::AsWritten => text.to_owned(),
            Letters::Capitals => text.to_uppercase(),
        };
        Run::Words { text, bold: bold || style.weight == Weight::Bold, italic: italic || style.slant == Slant::Italic }
    }

    /// A centered paragraph in balanced lines, and the width of its last line.
    fn centered(&self, component: Component, text: &[Inline], column: Length) -> (Para, Length) {
        let mut para = self.para(component, text);
        let lines = super::balance::balance(&para.runs, column, |runs| self.typeface.runs_width(runs, para.style.size));
        let last = lines.last().map_or(Length::ZERO, |line| self.typeface.runs_width(line, para.style.size));
        para.runs = lines.join(&Run::Break);
        (para, last.min(column))
    }

    fn rule(&self, length: Length, column: Length, after: Length) -> Block {
        let lines = &self.decree.lines;
        Block::Rule { length, weight: lines.weight.chosen, before: lines.gap.chosen, after, column }
    }

    fn table(&self, table: &DocumentTable, text_width: Length) -> Table {
        let header_rows = table.rows.iter().take_while(|row| row.kind == RowKind::Header).count();
        let rows = self.rows(table);
        Table {
            columns: self.columns(&table.columns, &rows[..header_rows], text_width),
            header_rows,
            rows,
            grid: self.decree.tables.grid.chosen,
            padding_x: self.decree.tables.cell_padding_x.chosen,
            padding_y: self.decree.tables.cell_padding_y.chosen,
            splits: table.splits,
        }
    }

    fn rows(&self, table: &DocumentTable) -> Vec<Row> {
        let mut open_rowspans = vec![0_u16; table.columns.len()];
        table
            .rows
            .iter()
            .map(|row| {
                let mut column = 0;
                let mut cells = Vec::with_capacity(row.cells.len());
                for cell in &row.cells {
                    while open_rowspans.get(column).is_some_and(|&open| open > 0) {
                        column += 1;
                    }
                    cells.push(self.cell(cell, row.kind, column));
                    for open in open_rowspans.iter_mut().skip(column).take(usize::from(cell.colspan)) {
                        *open = cell.rowspan;
                    }
                    column += usize::from(cell.colspan);
                }
                for open in &mut open_rowspans {
                    *open = open.saturating_sub(1);
                }
                Row { cells }
            })
            .collect()
    }

    /// Widths in proportion to the weights; a column too narrow for a word of its header takes from the wider ones.
    fn columns(&self, weights: &[u16], header: &[Row], text_width: Length) -> Vec<Length> {
        let mut widths = shares(weights, text_width);
        let least = self.least_widths(weights.len(), header);
        let mut lacking = Length::ZERO;
        let mut spare = vec![Length::ZERO; widths.len()];
        for (index, width) in widths.iter_mut().enumerate() {
            if *width < least[index] {
                lacking = lacking + (least[index] - *width);
                *width = least[index];
            } else {
                spare[index] = *width - least[index];
            }
        }
        let all_spare = spare.iter().fold(Length::ZERO, |sum, &width| sum + width);
        if lacking > all_spare {
            return shares(weights, text_width);
        }
        let mut taken = Length::ZERO;
        for (width, spare) in widths.iter_mut().zip(&spare) {
            let share = lacking.scaled(spare.to_emu(), all_spare.to_emu().max(1));
            *width = *width - share;
            taken = taken + share;
        }
        if let Some(widest) = widths.iter_mut().max() {
            *widest = *widest - (lacking - taken);
        }
        widths
    }

    /// The width of each column's widest header word that stands in one column, with the cell's padding and grid.
    fn least_widths(&self, columns: usize, header: &[Row]) -> Vec<Length> {
        let size = self.decree.style(Component::TableHeader).size;
        let around = self.decree.tables.cell_padding_x.chosen * 2 + self.decree.tables.grid.chosen * 2;
        let mut least = vec![Length::ZERO; columns];
        for row in header {
            for cell in row.cells.iter().filter(|cell| cell.colspan == 1) {
                let words = cell.paras.iter().flat_map(|para| &para.runs).filter_map(|run| match run {
                    Run::Words { text, .. } => Some(text.split(' ')),
                    Run::Break => None,
                });
                // Formulas of an index row may break; words may not.
                for word in words.flatten().filter(|word| word.contains(char::is_alphabetic)) {
                    let width = self.typeface.width(word, size, true, false) + around;
                    least[cell.column] = least[cell.column].max(width);
                }
            }
        }
        least
    }

    fn cell(&self, cell: &DocumentCell, kind: RowKind, column: usize) -> Cell {
        let component = if kind == RowKind::Header { Component::TableHeader } else { Component::TableCell };
        let paras = cell
            .paragraphs
            .iter()
            .map(|text| {
                let mut para = self.para(component, text);
                if kind == RowKind::Total {
                    for run in &mut para.runs {
                        if let Run::Words { bold, .. } = run {
                            *bold = true;
                        }
                    }
                }
                para.style.align = match cell.align {
                    CellAlign::Left => Align::Left,
                    CellAlign::Center => Align::Center,
                    CellAlign::Right => Align::Right,
                };
                para
            })
            .collect();
        Cell { column, colspan: cell.colspan, rowspan: cell.rowspan, paras }
    }
}

/// Widths in proportion to weights, adding up to the whole exactly.
fn shares(weights: &[u16], whole: Length) -> Vec<Length> {
    let total: i64 = weights.iter().map(|&weight| i64::from(weight)).sum::<i64>().max(1);
    let mut widths: Vec<_> = weights.iter().map(|&weight| whole.scaled(i64::from(weight), total)).collect();
    let sum = widths.iter().fold(Length::ZERO, |sum, &width| sum + width);
    if let Some(last) = widths.last_mut() {
        *last = *last + (whole - sum);
    }
    widths
}

/// Puts neighboring runs of one look into one.
fn join(runs: Vec<Run>) -> Vec<Run> {
    let mut joined: Vec<Run> = Vec::with_capacity(runs.len());
    for run in runs {
        if let (
            Some(Run::Words { text: last, bold: last_bold, italic: last_italic }),
            Run::Words { text, bold, italic },
        ) = (joined.last_mut(), &run)
            && last_bold == bold
            && last_italic == italic
        {
            last.push_str(text);
            continue;
        }
        joined.push(run);
    }
    joined
}

/// Ties the last paragraph of the body to the block of recipients and signature, so that it never stands alone on a page.
fn keep_with_closing(blocks: &mut [Block]) {
    if let Some(Block::Para(para)) = blocks.last_mut() {
        para.keep_lines = true;
        para.style.keep_with_next = true;
    }
}
