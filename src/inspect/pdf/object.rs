//! What a PDF is made of: numbers, names, texts, lists and dictionaries of them.

use std::collections::BTreeMap;
use std::ops::Range;

/// A dictionary.
pub(super) type Dict = BTreeMap<String, Object>;

/// An object as it stands in the file; references are not followed.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Object {
    /// Nothing.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A number.
    Number(f64),
    /// Bytes, of text or of anything else.
    Text(Vec<u8>),
    /// A name.
    Name(String),
    /// A list.
    Array(Vec<Object>),
    /// A dictionary.
    Dict(Dict),
    /// A dictionary, and where in the file the bytes stand that it describes.
    Stream(Dict, Range<usize>),
    /// The number of another object.
    Reference(u32),
}

impl Object {
    /// The number that it is.
    pub(super) fn number(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    /// The whole number, not negative, that it is.
    pub(super) fn count(&self) -> Option<usize> {
        let number = self.number()?;
        // As large as fits: whoever reads a count has bounds of its own.
        (number >= 0.0 && number.fract() == 0.0).then_some(number as usize)
    }

    /// The name that it is.
    pub(super) fn name(&self) -> Option<&str> {
        if let Self::Name(name) = self { Some(name) } else { None }
    }

    /// The bytes that it is.
    pub(super) fn text(&self) -> Option<&[u8]> {
        if let Self::Text(bytes) = self { Some(bytes) } else { None }
    }

    /// The list that it is.
    pub(super) fn array(&self) -> Option<&[Object]> {
        if let Self::Array(items) = self { Some(items) } else { None }
    }

    /// The dictionary that it is or has.
    pub(super) fn dict(&self) -> Option<&Dict> {
        if let Self::Dict(dict) | Self::Stream(dict, _) = self { Some(dict) } else { None }
    }

    /// The dictionary that it is or has.
    pub(super) fn into_dict(self) -> Option<Dict> {
        if let Self::Dict(dict) | Self::Stream(dict, _) = self { Some(dict) } else { None }
    }
}

/// A text of a PDF that people read: UTF-16 or UTF-8 by its first letter, else the letters of Windows.
pub(super) fn readable(bytes: &[u8]) -> String {
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return utf16(rest);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        let units: Vec<_> = rest.chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]])).collect();
        return String::from_utf16_lossy(&units);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// A text in UTF-16, the higher byte first.
pub(super) fn utf16(bytes: &[u8]) -> String {
    let units: Vec<_> = bytes.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
    String::from_utf16_lossy(&units)
}
