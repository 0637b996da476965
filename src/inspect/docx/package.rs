//! The zip that a DOCX is: its parts by name, unpacked within bounds.

use std::collections::{BTreeMap, HashMap};
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::refusal::{broken, foreign, other_zip, refusal, too_large};
use super::xml::{Token, Xml};
use crate::inspect::observed::Refusal;

/// Bytes that all parts together may unpack to; the parts of a plan of eighty pages take three million.
const MOST_BYTES: u64 = 48 << 20;

/// Files that the zip may hold; a Word file holds some twenty, and its pictures.
const MOST_FILES: usize = 20_000;

/// Ways from one part to others that a part may name.
const MOST_WAYS: usize = 20_000;

/// The parts of a file.
pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    indices: BTreeMap<String, usize>,
    left: u64,
}

/// The ways from a part to others: by their id, and by their kind.
#[derive(Debug, Default)]
pub(super) struct Ways {
    by_id: HashMap<String, String>,
    by_kind: HashMap<String, String>,
}

impl<'a> Package<'a> {
    /// Opens a file.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        if let Some(refused) = foreign(bytes) {
            return Err(refused);
        }
        let cut = || {
            let help = "tải lại hoặc chép lại tệp, mở thử bằng Word rồi lưu lại";
            refusal("tệp .docx bị cụt hoặc bị hỏng, không mở ra được", help)
        };
        if files(bytes) > MOST_FILES {
            return Err(too_large("có hơn 20.000 tệp con bên trong"));
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| cut())?;
        let indices = zip.file_names().enumerate().map(|(index, name)| (plain(name), index)).collect();
        Ok(Self { zip, indices, left: MOST_BYTES })
    }

    /// The name of the part that holds the words.
    pub(super) fn main_part(&mut self) -> Result<String, Refusal> {
        let named = self.ways("")?.kind("officeDocument").filter(|name| self.has(name));
        let usual = || Some("word/document.xml".to_owned()).filter(|name| self.has(name));
        let is_word = |name: &String| !name.starts_with("xl/") && !name.starts_with("ppt/");
        named.filter(is_word).or_else(usual).ok_or_else(|| other_zip(|name| self.has(name)))
    }

    fn has(&self, name: &str) -> bool {
        self.indices.contains_key(&plain(name))
    }

    /// The bytes of a part, in UTF-8; `None` if there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(index) = self.indices.get(&plain(name)).copied() else { return Ok(None) };
        let packed = self.zip.by_index(index).map_err(|_| broken(name, "không giải nén được"))?;
        let mut bytes = Vec::new();
        let read = packed.take(self.left + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > self.left {
            return Err(too_large("giải nén ra hơn 48 MB chữ"));
        }
        read.map_err(|_| broken(name, "không giải nén được"))?;
        self.left -= bytes.len() as u64;
        Ok(Some(in_utf8(bytes)))
    }

    /// The ways from a part to others; from the package itself if the name is empty.
    pub(super) fn ways(&mut self, part: &str) -> Result<Ways, Refusal> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let name = format!("{folder}_rels/{file}.rels");
        let mut ways = Ways::default();
        let Some(bytes) = self.part(&name)? else { return Ok(ways) };
        let mut xml = Xml::new(&bytes, &name);
        while let Some(token) = xml.within(0)? {
            let Token::Open(tag) = token else { continue };
            let (Some(id), Some(kind), Some(target)) = (tag.get("Id"), tag.get("Type"), tag.get("Target")) else {
                continue;
            };
            if tag.name() != "Relationship" || tag.get("TargetMode").is_some_and(|mode| mode == "External") {
                continue;
            }
            let target = resolved(&folder, &target);
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            ways.by_kind.entry(kind).or_insert_with(|| target.clone());
            ways.by_id.insert(id.into_owned(), target);
            if ways.by_id.len() > MOST_WAYS {
                return Err(too_large("nối tới hơn 20.000 phần khác"));
            }
        }
        Ok(ways)
    }
}

impl Ways {
    /// The part with an id.
    pub(super) fn id(&self, id: &str) -> Option<&str> {
        self.by_id.get(id).map(String::as_str)
    }

    /// The first part of a kind: `styles`.
    pub(super) fn kind(&self, kind: &str) -> Option<String> {
        self.by_kind.get(kind).cloned()
    }
}

/// How many files the zip says it holds, told before they are listed.
fn files(bytes: &[u8]) -> usize {
    const END: &[u8] = b"PK\x05\x06";
    let tail = &bytes[bytes.len().saturating_sub(70_000)..];
    let end = tail.windows(END.len()).rposition(|window| window == END);
    let count = end.and_then(|at| tail.get(at + 10..at + 12));
    count.map_or(0, |count| usize::from(u16::from_le_bytes([count[0], count[1]])))
}

/// A name in a zip as it is compared.
fn plain(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

/// Where a way leads: from a folder, or from the root.
fn resolved(folder: &str, target: &str) -> String {
    let path = match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{folder}{target}"),
    };
    let mut steps = Vec::new();
    for step in path.split('/') {
        match step {
            "." | "" => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// The bytes in UTF-8, if a mark at their beginning says that they are in UTF-16.
fn in_utf8(bytes: Vec<u8>) -> Vec<u8> {
    let from: fn([u8; 2]) -> u16 = match bytes.get(..2) {
        Some([0xff, 0xfe]) => u16::from_le_bytes,
        Some([0xfe, 0xff]) => u16::from_be_bytes,
        _ => return bytes,
    };
    let units = bytes[2..].chunks_exact(2).map(|pair| from([pair[0], pair[1]]));
    let text: String = char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    // The declaration names the encoding that the text no longer has.
    match text.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")) {
        Some((_, rest)) => rest.as_bytes().to_vec(),
        None => text.into_bytes(),
    }
}
