//! The typeface: four fonts, what letters they have and how wide a text is.

use ::ttf_parser::Face;
use ::typst::foundations::Bytes;
use ::typst::text::Font;

use super::layout::Run;
use crate::units::Length;

const REGULAR: &[u8] = include_bytes!("../../assets/fonts/LiberationSerif-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../assets/fonts/LiberationSerif-Bold.ttf");
const ITALIC: &[u8] = include_bytes!("../../assets/fonts/LiberationSerif-Italic.ttf");
const BOLD_ITALIC: &[u8] = include_bytes!("../../assets/fonts/LiberationSerif-BoldItalic.ttf");

/// A typeface in its four styles: regular, bold, italic, bold italic.
#[derive(Clone)]
pub struct Typeface {
    fonts: [Font; 4],
    faces: [Face<'static>; 4],
}

impl Typeface {
    /// Liberation Serif, whose letters are as wide as those of Times New Roman.
    pub fn built_in() -> Self {
        Self::from_bytes([REGULAR, BOLD, ITALIC, BOLD_ITALIC]).expect("the built-in fonts are fonts")
    }

    /// A typeface of the office's own; `Err` is the index of the first file that is no font.
    ///
    /// The files stay in memory until the program ends: a run has one typeface.
    pub fn from_files(files: [Vec<u8>; 4]) -> Result<Self, usize> {
        Self::from_bytes(files.map(|file| &*file.leak()))
    }

    fn from_bytes(files: [&'static [u8]; 4]) -> Result<Self, usize> {
        let mut fonts = Vec::with_capacity(4);
        let mut faces = Vec::with_capacity(4);
        for (index, file) in files.into_iter().enumerate() {
            fonts.push(Font::new(Bytes::new(file), 0).ok_or(index)?);
            faces.push(Face::parse(file, 0).map_err(|_| index)?);
        }
        let (Ok(fonts), Ok(faces)) = (fonts.try_into(), faces.try_into()) else {
            unreachable!("four files, four fonts")
        };
        Ok(Self { fonts, faces })
    }

    /// The four fonts: regular, bold, italic, bold italic.
    pub fn fonts(&self) -> &[Font; 4] {
        &self.fonts
    }

    /// The name by which the typeface is selected.
    pub fn family(&self) -> &str {
        &self.fonts[0].info().family
    }

    /// Whether all four fonts have a letter and its capital, in which a title prints it.
    pub fn covers(&self, letter: char) -> bool {
        let has = |letter| self.faces.iter().all(|face| face.glyph_index(letter).is_some());
        has(letter) && letter.to_uppercase().all(has)
    }

    /// From the upper edge of a line in single spacing (dòng đơn) to its baseline, and from there to its lower edge.
    ///
    /// The gap between lines that the typeface asks for lies above the line, as word processors place it.
    pub fn single_line(&self, size: Length) -> (Length, Length) {
        let face = &self.faces[0];
        let em = |units: i16| size.scaled(i64::from(units), i64::from(face.units_per_em()));
        (em(face.ascender()) + em(face.line_gap()), em(-face.descender()))
    }

    /// Width of a text in one line.
    pub fn width(&self, text: &str, size: Length, bold: bool, italic: bool) -> Length {
        let face = &self.faces[usize::from(bold) + 2 * usize::from(italic)];
        let units: i64 = text
            .chars()
            .map(|letter| {
                let glyph = face.glyph_index(letter).unwrap_or_default();
                i64::from(face.glyph_hor_advance(glyph).unwrap_or(0))
            })
            .sum();
        size.scaled(units, i64::from(face.units_per_em()))
    }

    /// Width of runs in one line.
    pub fn runs_width(&self, runs: &[Run], size: Length) -> Length {
        runs.iter().fold(Length::ZERO, |sum, run| match run {
            Run::Words { text, bold, italic } => sum + self.width(text, size, *bold, *italic),
            Run::Break => sum,
        })
    }
}
