//! A part of a DOCX, token by token.
//!
//! What is the same everywhere is done here: one branch of each alternative is taken, what is deleted is passed over and
//! counted, so is what was said before a change of format. Names are without prefixes, since those are the file's own.
//! Nothing outside the part is ever read, and no entity but the five of XML and numbers.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::refusal::broken;
use crate::inspect::observed::Refusal;

/// Elements in each other that a part may hold; a table in a box in a table takes some forty.
const DEEPEST: usize = 160;

/// A part, read from its beginning.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    part: &'a str,
    depth: usize,
    /// How deep each open alternative stands, and whether a branch of it was taken.
    alternatives: Vec<(usize, bool)>,
    /// Insertions that are not accepted.
    pub(super) insertions: usize,
    /// Deletions that are not accepted.
    pub(super) deletions: usize,
}

/// An element that begins, or letters.
pub(super) enum Token<'a> {
    /// An element begins.
    Open(Tag<'a>),
    /// Letters.
    Text(Cow<'a, str>),
}

/// The beginning of an element.
pub(super) struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// The name without its prefix.
    pub(super) fn name(&self) -> &str {
        std::str::from_utf8(self.0.local_name().into_inner()).unwrap_or_default()
    }

    /// The value of an attribute, named without its prefix.
    pub(super) fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut all = self.0.attributes();
        let all = all.with_checks(false);
        let found = all.flatten().find(|attribute| attribute.key.local_name().into_inner() == name.as_bytes())?;
        match found.value {
            Cow::Borrowed(bytes) => quick_xml::escape::unescape(std::str::from_utf8(bytes).ok()?).ok(),
            Cow::Owned(bytes) => {
                let value = quick_xml::escape::unescape(std::str::from_utf8(&bytes).ok()?).ok()?;
                Some(Cow::Owned(value.into_owned()))
            }
        }
    }

    /// The attribute `val`.
    pub(super) fn val(&self) -> Option<Cow<'_, str>> {
        self.get("val")
    }

    /// What an element that switches something says: on unless it says no.
    pub(super) fn switch(&self) -> bool {
        self.val().is_none_or(|value| !matches!(&*value, "0" | "false" | "off" | "none"))
    }

    /// A whole number.
    pub(super) fn number(&self, name: &str) -> Option<i64> {
        whole(&self.get(name)?)
    }

    /// A length in twips: bare, or with a unit.
    pub(super) fn twips(&self, name: &str) -> Option<i64> {
        let value = self.get(name)?;
        let value = value.trim();
        let twips = match value.find(|letter: char| letter.is_ascii_alphabetic()) {
            None => whole(value),
            Some(_) => emu(value).map(|length| length / EMU_PER_TWIP),
        };
        twips.map(|twips| twips.clamp(-LONGEST, LONGEST))
    }
}

/// EMU to the twip.
pub(super) const EMU_PER_TWIP: i64 = 635;

/// Twips of the longest length that is kept, some 17 m; Word takes no paper of 56 cm.
const LONGEST: i64 = 1_000_000;

/// The most that a number of a file may be: no sum of such numbers overflows.
pub(super) const MOST: i64 = 1 << 40;

/// A number, its decimals cut.
pub(super) fn whole(text: &str) -> Option<i64> {
    thousandths(text).map(|value| value / 1_000)
}

/// A number in thousandths.
fn thousandths(text: &str) -> Option<i64> {
    let text = text.trim();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |part: &str| part.bytes().all(|letter| letter.is_ascii_digit());
    if whole.len() + decimals.len() == 0 || !all_digits(whole) || !all_digits(decimals) {
        return None;
    }
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok().filter(|value| *value <= MOST)? };
    let decimals: String = decimals.chars().chain("000".chars()).take(3).collect();
    Some(sign * (whole * 1_000 + decimals.parse::<i64>().ok()?))
}

/// A length with a unit in EMU: `12.5pt`; a bare number is in pixels.
pub(super) fn emu(text: &str) -> Option<i64> {
    let text = text.trim();
    let at = text.find(|letter: char| letter.is_ascii_alphabetic()).unwrap_or(text.len());
    let unit = match &text[at..] {
        "pt" => 12_700,
        "in" => 914_400,
        "cm" => 360_000,
        "mm" => 36_000,
        "pc" | "pi" => 152_400,
        "px" | "" => 9_525,
        "emu" => 1,
        _ => return None,
    };
    thousandths(&text[..at])?.checked_mul(unit).map(|value| value / 1_000).filter(|value| value.abs() <= MOST)
}

impl<'a> Xml<'a> {
    /// A part from its bytes.
    pub(super) fn new(bytes: &'a [u8], part: &'a str) -> Self {
        let mut reader = Reader::from_reader(bytes);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, part, depth: 0, alternatives: Vec::new(), insertions: 0, deletions: 0 }
    }

    /// How deep the element stands that has just begun.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// The next token inside the element that stands at a depth; `None` once it has ended.
    pub(super) fn within(&mut self, depth: usize) -> Result<Option<Token<'a>>, Refusal> {
        loop {
            let event = self.reader.read_event().map_err(|_| self.broken("XML viết sai"))?;
            match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(self.broken("các phần tử lồng nhau quá sâu"));
                    }
                    let tag = Tag(start);
                    if !self.is_passed_over(&tag)? {
                        return Ok(Some(Token::Open(tag)));
                    }
                }
                Event::End(_) => {
                    self.alternatives.pop_if(|(at, _)| *at == self.depth);
                    self.depth = self.depth.saturating_sub(1);
                    if self.depth < depth {
                        return Ok(None);
                    }
                }
                Event::Text(text) => {
                    return Ok(Some(Token::Text(text.decode().map_err(|_| self.broken("chữ không phải Unicode"))?)));
                }
                Event::CData(text) => {
                    return Ok(Some(Token::Text(text.decode().map_err(|_| self.broken("chữ không phải Unicode"))?)));
                }
                Event::GeneralRef(named) => {
                    let letter = named.resolve_char_ref().map_err(|_| self.broken("XML viết sai"))?;
                    let name = named.decode().map_err(|_| self.broken("chữ không phải Unicode"))?;
                    let predefined = || quick_xml::escape::resolve_xml_entity(&name).map(str::to_owned);
                    let text = letter.map(String::from).or_else(predefined);
                    let text = text.ok_or_else(|| self.broken("dùng thực thể không có trong XML"))?;
                    return Ok(Some(Token::Text(Cow::Owned(text))));
                }
                Event::DocType(_) => return Err(self.broken("có khai báo DOCTYPE, tệp Word không có")),
                Event::Eof if self.depth == 0 => return Ok(None),
                Event::Eof => return Err(self.broken("XML bị cụt")),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
    }

    /// Passes over the element that has just begun.
    pub(super) fn skip(&mut self) -> Result<(), Refusal> {
        let depth = self.depth;
        self.end_of(depth)
    }

    /// Passes over what is left of the element that stands at a depth.
    pub(super) fn end_of(&mut self, depth: usize) -> Result<(), Refusal> {
        while self.within(depth)?.is_some() {}
        Ok(())
    }

    /// The letters of the element that has just begun, those of its children included.
    pub(super) fn text(&mut self) -> Result<String, Refusal> {
        let depth = self.depth;
        let mut letters = String::new();
        while let Some(token) = self.within(depth)? {
            if let Token::Text(text) = token {
                letters.push_str(&text);
            }
        }
        Ok(letters)
    }

    /// Sees to the elements that mean the same everywhere; whether the caller need not know of it.
    fn is_passed_over(&mut self, tag: &Tag<'_>) -> Result<bool, Refusal> {
        match tag.name() {
            "AlternateContent" => self.alternatives.push((self.depth, false)),
            "Choice" | "Fallback" => {
                let depth = self.depth - 1;
                let Some((_, is_taken)) = self.alternatives.last_mut().filter(|(at, _)| *at == depth) else {
                    return Ok(false);
                };
                if std::mem::replace(is_taken, true) {
                    self.pass()?;
                }
            }
            "del" | "cellDel" => {
                self.deletions += 1;
                self.pass()?;
            }
            "moveFrom" => self.pass()?,
            "ins" | "moveTo" | "cellIns" => self.insertions += 1,
            name if name.ends_with("Change") => self.pass()?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Passes over an element without a look into it.
    fn pass(&mut self) -> Result<(), Refusal> {
        let mut open = 1_usize;
        while open > 0 {
            match self.reader.read_event().map_err(|_| self.broken("XML viết sai"))? {
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                Event::Eof => return Err(self.broken("XML bị cụt")),
                Event::DocType(_) => return Err(self.broken("có khai báo DOCTYPE, tệp Word không có")),
                Event::Empty(_) | Event::Text(_) | Event::CData(_) | Event::Comment(_) => {}
                Event::Decl(_) | Event::PI(_) | Event::GeneralRef(_) => {}
            }
        }
        self.depth -= 1;
        Ok(())
    }

    /// What is wrong with the part.
    pub(super) fn broken(&self, what: &str) -> Refusal {
        broken(self.part, what)
    }
}
