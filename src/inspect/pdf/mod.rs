//! A PDF, read for what is seen on its pages: letters, lines, and what is said of the file.
//!
//! The bytes are read here from the ground up (`lexer`, `table`, `file`); a content becomes marks (`content`), marks
//! become pieces of lines (`piece`), grids and blocks (`grid`, `block`), and these paragraphs. Knows no rule, and nothing
//! of who wrote the file. Every step has bounds (`budget`), because a file may be anything.

mod block;
mod budget;
mod content;
mod document;
mod file;
mod filter;
mod font;
mod glyph_name;
mod grid;
mod lexer;
mod map;
mod marks;
mod matrix;
mod measure;
mod number;
mod object;
mod pages;
mod paragraph;
mod path;
mod piece;
mod rule;
mod sheet;
mod shown;
mod state;
mod table;
#[cfg(test)]
mod tests;
mod traits;
mod trouble;

use std::collections::BTreeSet;

use self::content::Fonts;
use self::file::File;
use self::sheet::Sheet;
use self::trouble::Trouble;
use super::observed::{Medium, Observed, Refusal};

/// The share of the paper, in thousandths, that a picture takes on a scanned page.
const SCANNED: u32 = 500;

/// How many letters a scanned page may bear: a stamp, a number.
const FEW_LETTERS: usize = 60;

/// Reads a PDF.
///
/// # Errors
/// What keeps the file from being measured.
pub fn read(bytes: &[u8]) -> Result<Observed, Refusal> {
    observe(bytes).map_err(Trouble::refusal)
}

fn observe(bytes: &[u8]) -> Result<Observed, Trouble> {
    if let Some(trouble) = Trouble::of_kind(bytes) {
        return Err(trouble);
    }
    let file = File::open(bytes)?;
    let pages = pages::pages(&file)?;
    let mut observed = Observed {
        medium: Medium::Pdf,
        sheets: Vec::new(),
        paragraphs: Vec::new(),
        tables: Vec::new(),
        boxes: Vec::new(),
        traits: traits::traits(&file, &pages),
    };
    let mut fonts = Fonts::new();
    let mut sheets = Vec::new();
    let mut scanned = 0;
    let (mut not_embedded, mut legacy) = (BTreeSet::new(), BTreeSet::new());
    for (number, page) in (1..).zip(&pages) {
        let marks = content::marks(&file, page, &mut fonts)?;
        scanned += usize::from(marks.picture >= SCANNED && marks.letters.len() <= FEW_LETTERS);
        observed.traits.unmapped += marks.unmapped;
        not_embedded.extend(marks.not_embedded.iter().cloned());
        legacy.extend(marks.types.iter().map(|kind| kind.family.clone()).filter(|family| is_legacy(family)));
        let sheet = Sheet::new(number, page.size(), marks)?;
        let watermark = sheet.watermark.clone();
        observed.traits.watermark = observed.traits.watermark.take().or(watermark);
        observed.traits.elsewhere.extend(sheet.notes.iter().cloned());
        sheets.push(sheet);
    }
    file.trouble()?;
    observed.traits.is_scanned = scanned > 0 && scanned * 2 >= pages.len();
    observed.traits.not_embedded = not_embedded.into_iter().collect();
    observed.traits.legacy_fonts = legacy.into_iter().collect();
    document::fill(&mut observed, &sheets);
    Ok(observed)
}

/// Whether a typeface is one of the codes before Unicode: TCVN3, VNI, VPS.
fn is_legacy(family: &str) -> bool {
    let family = family.to_lowercase();
    [".vn", "vni-", "vps ", "vntime", "vnarial"].iter().any(|start| family.starts_with(start))
}
