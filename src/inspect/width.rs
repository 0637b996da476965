//! How wide letters are: those of Times New Roman, which Liberation Serif shares.
//!
//! Serves where a file says how long a line is that is drawn below words, but not how long the words are.

use std::sync::LazyLock;

use ::ttf_parser::Face;

use super::observed::Run;
use crate::units::Length;
use crate::vietnamese;

static FACES: LazyLock<[Option<Face<'static>>; 4]> = LazyLock::new(|| {
    [
        include_bytes!("../../assets/fonts/LiberationSerif-Regular.ttf").as_slice(),
        include_bytes!("../../assets/fonts/LiberationSerif-Bold.ttf").as_slice(),
        include_bytes!("../../assets/fonts/LiberationSerif-Italic.ttf").as_slice(),
        include_bytes!("../../assets/fonts/LiberationSerif-BoldItalic.ttf").as_slice(),
    ]
    .map(|file| Face::parse(file, 0).ok())
});

/// Typefaces with those widths.
const ALIKE: [&str; 5] = ["times new roman", "liberation serif", "tinos", "times", "timesnewroman"];

/// Whether the letters of a typeface are known to be that wide; a file that names none leaves it to Times New Roman.
pub(super) fn is_known(family: &str) -> bool {
    let name = family.trim();
    name.is_empty() || ALIKE.iter().any(|known| known.eq_ignore_ascii_case(name)) || name.starts_with("TimesNewRoman")
}

/// The width of some letters in one line.
pub(super) fn letters(text: &str, size: Length, is_bold: bool, is_italic: bool) -> Option<Length> {
    let face = FACES[usize::from(is_bold) + 2 * usize::from(is_italic)].as_ref()?;
    let composed = vietnamese::compose(text);
    let advance = |letter: char| {
        let glyph = face.glyph_index(letter).unwrap_or_default();
        i64::from(face.glyph_hor_advance(glyph).unwrap_or_default())
    };
    let units: i64 = composed.chars().map(advance).sum();
    Some(size.scaled(units, i64::from(face.units_per_em())))
}

/// The width of a run in one line; `None` where its typeface is not known.
pub(super) fn run(run: &Run) -> Option<Length> {
    if !run.text.trim().is_empty() && !is_known(&run.face.family) {
        return None;
    }
    let plain = letters(&run.text, run.face.size, run.face.is_bold, run.face.is_italic)?;
    let Some(stretch) = run.face.stretch else { return Some(plain) };
    let count = i64::try_from(run.text.chars().count()).unwrap_or(0);
    Some(plain.scaled(stretch.percent, 100) + stretch.apart.scaled(count, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_motto_is_as_wide_as_in_print() {
        let width = letters("Độc lập - Tự do - Hạnh phúc", Length::pt(14), true, false).expect("a font");
        assert!((width - Length::um(60_400)).to_emu().abs() < Length::um(500).to_emu(), "{width}");
    }

    #[test]
    fn decomposed_letters_are_no_wider() {
        let wide = |text| letters(text, Length::pt(13), false, false);
        assert_eq!(wide("ế"), wide("e\u{302}\u{301}"));
    }

    #[test]
    fn letters_that_are_pressed_together_are_narrower() {
        let face = |stretch| crate::inspect::observed::Face { size: Length::pt(14), stretch, ..Default::default() };
        let wide = |stretch| run(&Run { text: "abcd".to_owned(), face: face(stretch) }).expect("a font");
        let stretch = |percent, apart| Some(crate::inspect::observed::Stretch { percent, apart: Length::twips(apart) });
        assert_eq!(wide(stretch(90, 0)), wide(None).scaled(90, 100));
        assert_eq!(wide(stretch(100, -4)), wide(None) - Length::twips(16));
    }

    #[test]
    fn other_typefaces_are_not_measured() {
        assert!(!is_known("Arial"));
        assert!(!is_known(".VnTime"));
        assert!(is_known("Times new roman"));
    }
}
