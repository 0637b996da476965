//! Typefaces of a PDF: what they are called, how wide their letters are, and what their codes mean.
//!
//! The outlines are not read: no measure of the decree needs them.

use std::collections::BTreeMap;

use super::file::File;
use super::glyph_name;
use super::map::{CodeMap, code};
use super::object::{Dict, Object};
use super::trouble::Trouble;

/// The bits of a descriptor that say italic and bold.
const ITALIC: usize = 1 << 6;
const BOLD: usize = 1 << 18;
/// The bit that says that codes are the typeface's own.
const SYMBOLIC: usize = 1 << 2;

/// How heavy bold letters are at least.
const BOLD_WEIGHT: f64 = 600.0;

/// How wide a letter is taken to be where the file does not say: half its size, in thousandths.
const UNKNOWN_WIDTH: f64 = 500.0;

/// How much room a stretch of a map takes.
const BYTES_OF_STRETCH: usize = 32;

/// A typeface.
#[derive(Debug)]
pub(super) struct Font {
    /// Its name without the prefix of a subset.
    pub(super) name: String,
    /// Whether it is bold.
    pub(super) is_bold: bool,
    /// Whether it is italic.
    pub(super) is_italic: bool,
    /// Whether the file carries it.
    pub(super) is_embedded: bool,
    /// Codes of several bytes, and the glyphs that they lead to.
    wide: Option<Wide>,
    to_letters: Option<CodeMap>,
    /// What codes of one byte mean by their names.
    by_name: BTreeMap<u8, String>,
    /// Whether codes without a name mean what they do in Windows.
    is_plain: bool,
    /// Widths by stretches of glyphs, sorted by their first.
    widths: Vec<(u32, u32, f64)>,
    default_width: f64,
    /// From units of widths to the size.
    unit: f64,
}

/// How codes of several bytes lead to glyphs.
#[derive(Debug)]
enum Wide {
    /// Two bytes are the glyph.
    Same,
    /// Two bytes are the letter.
    Letter,
    /// By a map.
    Mapped(CodeMap),
}

/// A code that is shown.
pub(super) struct Shown {
    /// How far it moves what follows, in sizes.
    pub(super) width: f64,
    /// Its letters, if the file tells them.
    pub(super) letters: Option<String>,
    /// Whether it is the single byte of a space, which may be widened apart.
    pub(super) is_space_byte: bool,
}

impl Font {
    /// Reads a typeface.
    pub(super) fn read(file: &File<'_>, dict: &Dict) -> Result<Self, Trouble> {
        let kind = file.get(dict, "Subtype").name().unwrap_or_default().to_owned();
        let descendants = file.get(dict, "DescendantFonts");
        let descendant = descendants.array().and_then(|fonts| file.resolve(fonts.first()?).into_dict());
        let own = descendant.as_ref().unwrap_or(dict);
        let descriptor = file.dict(own, "FontDescriptor");
        let name_of = |dict: &Dict, key: &str| file.get(dict, key).name().map(str::to_owned);
        let name =
            name_of(dict, "BaseFont").or_else(|| name_of(own, "BaseFont")).or_else(|| name_of(&descriptor, "FontName"));
        let name = without_prefix(&name.unwrap_or_default()).to_owned();
        let flags = file.get(&descriptor, "Flags").count().unwrap_or(0);
        let number = |key: &str| file.get(&descriptor, key).number();
        let lower = name.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
        let map = file.get(dict, "ToUnicode");
        let to_letters = matches!(map, Object::Stream(..)).then(|| file.data(&map)).transpose()?;
        let to_letters = to_letters.map(|bytes| CodeMap::read(&bytes));
        let is_embedded =
            kind == "Type3" || ["FontFile", "FontFile2", "FontFile3"].iter().any(|key| descriptor.contains_key(*key));
        let (by_name, has_encoding) = names(file, dict);
        let mut font = Self {
            is_bold: flags & BOLD != 0
                || number("FontWeight").is_some_and(|weight| weight >= BOLD_WEIGHT)
                || says(&["bold", "black", "heavy", "demi"]),
            is_italic: flags & ITALIC != 0
                || number("ItalicAngle").is_some_and(|angle| angle != 0.0)
                || says(&["italic", "oblique"]),
            is_embedded,
            name,
            wide: None,
            to_letters,
            by_name,
            is_plain: has_encoding || !is_embedded || flags & SYMBOLIC == 0,
            widths: Vec::new(),
            default_width: UNKNOWN_WIDTH,
            unit: 0.001,
        };
        if kind == "Type0" {
            font.wide = Some(wide(file, dict)?);
            font.default_width = file.get(own, "DW").number().unwrap_or(1000.0);
            font.widths = wide_widths(file, own);
        } else {
            font.widths = narrow_widths(file, dict);
            if let Some(width) = number("MissingWidth").filter(|_| !font.widths.is_empty()) {
                font.default_width = width;
            }
        }
        // What one array says may be said of many typefaces.
        let stretches = font.widths.len() + font.to_letters.as_ref().map_or(0, CodeMap::len);
        file.budget.unpack(stretches * BYTES_OF_STRETCH)?;
        if kind == "Type3" {
            let matrix = file.get(dict, "FontMatrix");
            font.unit = matrix.array().and_then(|matrix| matrix.first()?.number()).unwrap_or(0.001).abs();
        }
        Ok(font)
    }

    /// The code that stands first in bytes, and how many of them it takes.
    pub(super) fn shown(&self, bytes: &[u8]) -> (Shown, usize) {
        let length = match &self.wide {
            None => 1,
            Some(Wide::Same | Wide::Letter) => 2,
            Some(Wide::Mapped(map)) => map.length(bytes),
        };
        let length = length.clamp(1, bytes.len().max(1));
        let code = code(&bytes[..length.min(bytes.len())]);
        let glyph = match &self.wide {
            Some(Wide::Mapped(map)) => map.glyph(code).unwrap_or(code),
            None | Some(Wide::Same | Wide::Letter) => code,
        };
        let letters = self.to_letters.as_ref().and_then(|map| map.letters(code)).or_else(|| self.by_code(code));
        let is_space_byte = length == 1 && code == 32;
        (Shown { width: self.width(glyph) * self.unit, letters, is_space_byte }, length)
    }

    /// What a code means without a map.
    fn by_code(&self, code: u32) -> Option<String> {
        match &self.wide {
            Some(Wide::Letter) => char::from_u32(code).map(String::from),
            Some(Wide::Same | Wide::Mapped(_)) => None,
            None => {
                let code = u8::try_from(code).ok()?;
                let named = self.by_name.get(&code).map(|name| glyph_name::letters(name));
                let plain = || glyph_name::windows(code).filter(|_| self.is_plain).map(String::from);
                named.unwrap_or_else(plain)
            }
        }
    }

    fn width(&self, glyph: u32) -> f64 {
        let end = self.widths.partition_point(|(first, ..)| *first <= glyph);
        let found = self.widths[end.saturating_sub(2)..end].iter().rev().find(|(_, last, _)| glyph <= *last);
        found.map_or(self.default_width, |(.., width)| *width)
    }
}

/// A name without the six letters and the plus of a subset.
fn without_prefix(name: &str) -> &str {
    match name.split_once('+') {
        Some((prefix, rest)) if prefix.len() == 6 && prefix.bytes().all(|byte| byte.is_ascii_uppercase()) => rest,
        _ => name,
    }
}

/// The names that an encoding gives codes, and whether there is a plain one below them.
fn names(file: &File<'_>, dict: &Dict) -> (BTreeMap<u8, String>, bool) {
    let mut names = BTreeMap::new();
    let encoding = file.get(dict, "Encoding");
    let Object::Dict(encoding) = encoding else { return (names, encoding.name().is_some()) };
    let mut next = 0_usize;
    for item in file.get(&encoding, "Differences").array().unwrap_or_default() {
        match (item.count(), item.name()) {
            (Some(code), _) => next = code,
            (None, Some(name)) => {
                if let Ok(code) = u8::try_from(next) {
                    names.insert(code, name.to_owned());
                }
                next = next.saturating_add(1);
            }
            (None, None) => {}
        }
    }
    (names, encoding.contains_key("BaseEncoding"))
}

fn wide(file: &File<'_>, dict: &Dict) -> Result<Wide, Trouble> {
    let encoding = file.get(dict, "Encoding");
    if matches!(encoding, Object::Stream(..)) {
        return Ok(Wide::Mapped(CodeMap::read(&file.data(&encoding)?)));
    }
    let is_letter = encoding.name().is_some_and(|name| name.contains("UCS2") || name.contains("UTF16"));
    Ok(if is_letter { Wide::Letter } else { Wide::Same })
}

/// Widths of codes of one byte.
fn narrow_widths(file: &File<'_>, dict: &Dict) -> Vec<(u32, u32, f64)> {
    let first = file.get(dict, "FirstChar").count().and_then(|first| u32::try_from(first).ok()).unwrap_or(0);
    let widths = file.get(dict, "Widths");
    let widths = widths.array().unwrap_or_default().iter().take(256).map(|width| file.resolve(width).number());
    (first.min(255)..).zip(widths).filter_map(|(code, width)| Some((code, code, width?))).collect()
}

/// Widths of glyphs: `3 [500 250] 7 9 600`.
fn wide_widths(file: &File<'_>, dict: &Dict) -> Vec<(u32, u32, f64)> {
    let Object::Array(items) = file.get(dict, "W") else { return Vec::new() };
    let mut widths = Vec::new();
    let mut rest = items.as_slice();
    let glyph = |object: &Object| object.count().and_then(|count| u32::try_from(count).ok());
    while let [first, second, after @ ..] = rest {
        let Some(from) = glyph(first) else {
            rest = &rest[1..];
            continue;
        };
        match (file.resolve(second), after) {
            (Object::Array(each), _) => {
                widths.extend((from..).zip(&each).filter_map(|(glyph, width)| Some((glyph, glyph, width.number()?))));
                rest = after;
            }
            (Object::Number(_), [width, after @ ..]) => {
                widths.extend(glyph(second).zip(width.number()).map(|(last, width)| (from, last, width)));
                rest = after;
            }
            _ => break,
        }
    }
    widths.sort_by_key(|(first, ..)| *first);
    widths
}
