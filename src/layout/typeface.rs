//! The typeface: four fonts, what letters they have and how wide a text is.

use std::sync::{Arc, Mutex, PoisonError};

use ::ttf_parser::Face;
use ::typst::foundations::Bytes;
use ::typst::text::Font;

use super::tree::Run;
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
    letters: Arc<Letters>,
}

impl Typeface {
    /// Liberation Serif, whose letters are as wide as those of Times New Roman.
    pub fn built_in() -> Self {
        Self::from_bytes([REGULAR, BOLD, ITALIC, BOLD_ITALIC]).expect("the built-in fonts are fonts")
    }

    /// A typeface of the office's own; `Err` is the index of the first file that is no font.
    ///
    /// The files stay in memory until the program ends, each once: a run has one typeface.
    pub fn from_files(files: [Vec<u8>; 4]) -> Result<Self, usize> {
        static KEPT: Mutex<Vec<&'static [u8]>> = Mutex::new(Vec::new());
        let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
        let mut keep = |file: Vec<u8>| {
            let known = kept.iter().copied().find(|known| *known == file.as_slice());
            known.unwrap_or_else(|| {
                let file: &'static [u8] = file.leak();
                kept.push(file);
                file
            })
        };
        Self::from_bytes(files.map(&mut keep))
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
        let letters = Arc::new(Letters::of(&faces));
        Ok(Self { fonts, faces, letters })
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
        self.letters.get(letter).is_covered
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
        let style = usize::from(bold) + 2 * usize::from(italic);
        let units: i64 = text.chars().map(|letter| i64::from(self.letters.get(letter).advances[style])).sum();
        size.scaled(units, i64::from(self.faces[style].units_per_em()))
    }

    /// Width of runs in one line.
    pub fn runs_width(&self, runs: &[Run], size: Length) -> Length {
        runs.iter().fold(Length::ZERO, |sum, run| match run {
            Run::Words { text, bold, italic } => sum + self.width(text, size, *bold, *italic),
            Run::Break => sum,
        })
    }
}

/// Every letter of the four fonts, looked up once: each letter of a plan is asked for several times.
struct Letters {
    /// For each code point that is in a font, up to the highest, its index in `letters`; 0 for all others.
    indices: Vec<u16>,
    /// The letters; the first stands for those that no font has.
    letters: Vec<Letter>,
}

/// A letter in the four fonts.
#[derive(Clone, Copy)]
struct Letter {
    /// How wide it is in each, in units of the font; as wide as a blank box where a font lacks it.
    advances: [u16; 4],
    /// Whether all four have it and its capital.
    is_covered: bool,
}

impl Letters {
    fn of(faces: &[Face<'static>; 4]) -> Self {
        let mut found = Vec::new();
        for subtable in faces.iter().filter_map(|face| face.tables().cmap).flat_map(|cmap| cmap.subtables) {
            if subtable.is_unicode() {
                subtable.codepoints(|code| found.extend(char::from_u32(code)));
            }
        }
        found.sort_unstable();
        found.dedup();
        let has = |letter| faces.iter().all(|face| face.glyph_index(letter).is_some());
        let advances = |letter: Option<char>| {
            faces.each_ref().map(|face| {
                let glyph = letter.and_then(|letter| face.glyph_index(letter)).unwrap_or_default();
                face.glyph_hor_advance(glyph).unwrap_or(0)
            })
        };
        let mut indices = vec![0; found.last().map_or(0, |&last| last as usize + 1)];
        let mut letters = vec![Letter { advances: advances(None), is_covered: false }];
        // A font has fewer glyphs than a u16 counts, but more letters may share them; those beyond are as if missing.
        for &letter in found.iter().take(usize::from(u16::MAX)) {
            indices[letter as usize] = u16::try_from(letters.len()).expect("so many were taken");
            let is_covered = has(letter) && letter.to_uppercase().all(has);
            letters.push(Letter { advances: advances(Some(letter)), is_covered });
        }
        Self { indices, letters }
    }

    fn get(&self, letter: char) -> Letter {
        let index = self.indices.get(letter as usize).copied().unwrap_or_default();
        self.letters[usize::from(index)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_the_fonts() {
        let typeface = Typeface::built_in();
        let size = Length::pt(1_000);
        for letter in ('\0'..='\u{1ffff}').step_by(7).chain("aàạặđĐƯỡ–“…\u{f0001}".chars()) {
            let has = |letter| typeface.faces.iter().all(|face| face.glyph_index(letter).is_some());
            assert_eq!(typeface.covers(letter), has(letter) && letter.to_uppercase().all(has), "{letter:?}");
            for (style, face) in typeface.faces.iter().enumerate() {
                let advance = face.glyph_hor_advance(face.glyph_index(letter).unwrap_or_default()).unwrap_or(0);
                let expected = size.scaled(i64::from(advance), i64::from(face.units_per_em()));
                let width = typeface.width(&letter.to_string(), size, style % 2 == 1, style / 2 == 1);
                assert_eq!(width, expected, "{letter:?}");
            }
        }
    }
}
