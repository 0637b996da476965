//! Maps from codes to letters and to glyphs, as typefaces of a PDF carry them.

use super::lexer::{Lexer, Token};
use super::object::{Object, utf16};

/// What codes of one length, between two, stand for.
#[derive(Debug, Clone, PartialEq)]
struct Stretch {
    first: u32,
    last: u32,
    target: Target,
}

#[derive(Debug, Clone, PartialEq)]
enum Target {
    /// These letters, the last one counted up with the code.
    Letters(String),
    /// This glyph, counted up with the code.
    Glyph(u32),
}

/// A map.
#[derive(Debug, Default)]
pub(super) struct CodeMap {
    /// Sorted by the first code; a later one of equal first code wins.
    stretches: Vec<Stretch>,
    /// Lengths of codes in bytes, with the first and last of each.
    spaces: Vec<(usize, u32, u32)>,
}

impl CodeMap {
    /// Reads a map.
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        let mut lexer = Lexer::of_content(bytes);
        let mut operands = Vec::new();
        while let Some(token) = lexer.token() {
            match token {
                Token::Object(object) => operands.push(object),
                Token::Word(word) => {
                    map.take(word, &operands);
                    operands.clear();
                }
            }
        }
        map.stretches.sort_by_key(|stretch| stretch.first);
        map
    }

    fn take(&mut self, word: &[u8], operands: &[Object]) {
        match word {
            b"endcodespacerange" => {
                let pairs = operands.chunks_exact(2).filter_map(|pair| {
                    let (first, last) = (pair[0].text()?, pair[1].text()?);
                    Some((last.len().clamp(1, 4), code(first), code(last)))
                });
                self.spaces.extend(pairs);
            }
            b"endbfchar" => {
                for pair in operands.chunks_exact(2) {
                    let Some(at) = pair[0].text().map(code) else { continue };
                    self.push(at, at, letters(&pair[1]));
                }
            }
            b"endbfrange" => {
                for three in operands.chunks_exact(3) {
                    let (Some(first), Some(last)) = (three[0].text().map(code), three[1].text().map(code)) else {
                        continue;
                    };
                    if let Some(each) = three[2].array() {
                        for (at, target) in (first..=last).zip(each) {
                            self.push(at, at, letters(target));
                        }
                    } else {
                        self.push(first, last, letters(&three[2]));
                    }
                }
            }
            b"endcidchar" => {
                for pair in operands.chunks_exact(2) {
                    let (Some(at), Some(glyph)) = (pair[0].text().map(code), pair[1].count()) else { continue };
                    self.push(at, at, u32::try_from(glyph).ok().map(Target::Glyph));
                }
            }
            b"endcidrange" => {
                for three in operands.chunks_exact(3) {
                    let (Some(first), Some(last)) = (three[0].text().map(code), three[1].text().map(code)) else {
                        continue;
                    };
                    self.push(
                        first,
                        last,
                        three[2].count().and_then(|glyph| u32::try_from(glyph).ok()).map(Target::Glyph),
                    );
                }
            }
            _ => {}
        }
    }

    fn push(&mut self, first: u32, last: u32, target: Option<Target>) {
        self.stretches.extend(target.filter(|_| first <= last).map(|target| Stretch { first, last, target }));
    }

    /// What a code stands for, and how far into its stretch it is.
    fn find(&self, code: u32) -> Option<(&Target, u32)> {
        let end = self.stretches.partition_point(|stretch| stretch.first <= code);
        // Stretches hardly ever lie in each other; the nearest ones are tried.
        let near = self.stretches[end.saturating_sub(4)..end].iter().rev().find(|stretch| code <= stretch.last)?;
        Some((&near.target, code - near.first))
    }

    /// The letters that a code stands for.
    pub(super) fn letters(&self, code: u32) -> Option<String> {
        let (Target::Letters(letters), steps) = self.find(code)? else { return None };
        if steps == 0 {
            return Some(letters.clone());
        }
        let mut counted = letters.clone();
        let last = counted.pop()?;
        counted.push(char::from_u32(u32::from(last) + steps)?);
        Some(counted)
    }

    /// The glyph that a code stands for.
    pub(super) fn glyph(&self, code: u32) -> Option<u32> {
        let (Target::Glyph(glyph), steps) = self.find(code)? else { return None };
        glyph.checked_add(steps)
    }

    /// How many stretches it has.
    pub(super) fn len(&self) -> usize {
        self.stretches.len()
    }

    /// How many bytes the code takes that stands first.
    pub(super) fn length(&self, bytes: &[u8]) -> usize {
        let fits = |(length, first, last): &&(usize, u32, u32)| {
            let code = bytes.get(..*length).map(code);
            code.is_some_and(|code| (*first..=*last).contains(&code))
        };
        self.spaces.iter().find(fits).map_or(2, |(length, ..)| *length)
    }
}

fn letters(object: &Object) -> Option<Target> {
    let text = utf16(object.text()?);
    (!text.is_empty()).then_some(Target::Letters(text))
}

/// A code of up to four bytes.
pub(super) fn code(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |code, byte| (code << 8) | u32::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_lead_to_letters_and_glyphs() {
        let map = CodeMap::read(
            b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <01> <00660066> endbfchar \
              2 beginbfrange <05> <07> <0041> <08> <09> [<1EBF> <0020>] endbfrange 1 begincidrange <20> <30> 7 endcidrange",
        );
        let of = |text: &str| Some(text.to_owned());
        assert_eq!(map.letters(1), of("ff"));
        assert_eq!(map.letters(7), of("C"));
        assert_eq!(map.letters(8), of("ế"));
        assert_eq!(map.letters(2), None);
        assert_eq!(map.glyph(0x22), Some(9));
        assert_eq!(map.length(b"\x05\x06"), 1);
    }
}
