//! Where each object of a file stands: its cross-reference tables, and a search where they lead nowhere.

use std::collections::{BTreeMap, BTreeSet};

use super::budget::Budget;
use super::filter::unpack;
use super::lexer::{Lexer, is_space};
use super::object::{Dict, Object};
use super::trouble::Trouble;

/// How many objects a file may have.
const MOST_OBJECTS: usize = 300_000;

/// Where an object stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// From this byte on.
    At(usize),
    /// In another object, the how-manieth of it.
    Within(u32, usize),
}

/// What the tables of a file say.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// Where each object stands.
    pub(super) spots: BTreeMap<u32, Spot>,
    /// What leads to the pages.
    pub(super) trailer: Dict,
}

/// The tables that the end of a file leads to, the newest first; `None` where they lead nowhere.
pub(super) fn read(bytes: &[u8], budget: &Budget) -> Result<Option<Table>, Trouble> {
    let Some(start) = start(bytes) else { return Ok(None) };
    let mut table = Table::default();
    let mut seen = BTreeSet::new();
    let mut next = vec![start];
    while let Some(at) = next.pop() {
        if !seen.insert(at) || at >= bytes.len() || seen.len() > 1_000 {
            continue;
        }
        let mut lexer = Lexer::new(bytes, at);
        let trailer =
            if lexer.eats(b"xref") { listed(&mut lexer, &mut table)? } else { packed(bytes, at, &mut table, budget)? };
        let Some(trailer) = trailer else { continue };
        let place = |key: &str| trailer.get(key).and_then(Object::count);
        // What stands in both is taken from the table first.
        next.extend([place("Prev"), place("XRefStm")].into_iter().flatten());
        for (key, value) in trailer {
            table.trailer.entry(key).or_insert(value);
        }
    }
    Ok(table.trailer.contains_key("Root").then_some(table))
}

/// Where the end of the file says that the newest table stands.
fn start(bytes: &[u8]) -> Option<usize> {
    let from = bytes.len().saturating_sub(2048);
    let tail = &bytes[from..];
    let at = tail.windows(9).rposition(|nine| nine == b"startxref")?;
    Lexer::new(bytes, from + at + 9).object()?.count()
}

/// A table in rows of text.
fn listed(lexer: &mut Lexer<'_>, table: &mut Table) -> Result<Option<Dict>, Trouble> {
    loop {
        if lexer.eats(b"trailer") {
            return Ok(lexer.object().and_then(Object::into_dict));
        }
        let numbers = (plain(lexer), plain(lexer));
        let (Some(first), Some(count)) = numbers else { return Ok(None) };
        for number in first..first.saturating_add(count) {
            let row = (plain(lexer), plain(lexer));
            let (Some(at), Some(_)) = row else { return Ok(None) };
            if lexer.eats(b"n") {
                put(table, number, Spot::At(at))?;
            } else if !lexer.eats(b"f") {
                return Ok(None);
            }
        }
    }
}

/// A whole number that is no reference.
fn plain(lexer: &mut Lexer<'_>) -> Option<usize> {
    lexer.skip_space();
    let rest = lexer.rest();
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count().min(15);
    lexer.at += digits;
    std::str::from_utf8(&rest[..digits]).ok()?.parse().ok()
}

fn put(table: &mut Table, number: usize, spot: Spot) -> Result<(), Trouble> {
    if table.spots.len() >= MOST_OBJECTS {
        return Err(Trouble::TooLarge);
    }
    if let Ok(number) = u32::try_from(number) {
        table.spots.entry(number).or_insert(spot);
    }
    Ok(())
}

/// A table that is a stream.
fn packed(bytes: &[u8], at: usize, table: &mut Table, budget: &Budget) -> Result<Option<Dict>, Trouble> {
    let Some((_, Object::Stream(dict, range))) = object_at(bytes, at, budget, &|_| None)? else { return Ok(None) };
    if dict.get("Type").and_then(Object::name) != Some("XRef") {
        return Ok(None);
    }
    let Some(rows) = unpack(&bytes[range], &filters(&dict, &|object| object.clone()), budget)? else { return Ok(None) };
    let counts = |key: &str| -> Vec<usize> {
        let items = dict.get(key).and_then(Object::array).unwrap_or_default();
        items.iter().map(|item| item.count().unwrap_or(0)).collect()
    };
    let widths = counts("W");
    let [kind, first, second] = widths[..] else { return Ok(None) };
    let width = kind.saturating_add(first).saturating_add(second);
    if width == 0 || width > 24 {
        return Ok(None);
    }
    let mut sections = counts("Index");
    if sections.is_empty() {
        sections = vec![0, dict.get("Size").and_then(Object::count).unwrap_or(0)];
    }
    let mut rows = rows.chunks_exact(width);
    for section in sections.chunks_exact(2) {
        for number in section[0]..section[0].saturating_add(section[1]) {
            let Some(row) = rows.next() else { break };
            let value = |part: &[u8]| part.iter().fold(0_usize, |value, byte| (value << 8) | usize::from(*byte));
            let what = if kind == 0 { 1 } else { value(&row[..kind]) };
            let (one, two) = (value(&row[kind..kind + first]), value(&row[kind + first..]));
            match what {
                1 => put(table, number, Spot::At(one))?,
                2 => put(table, number, Spot::Within(u32::try_from(one).unwrap_or(u32::MAX), two))?,
                _ => {}
            }
        }
    }
    Ok(Some(dict))
}

/// How a stream is packed: each filter with its settings.
pub(super) fn filters(dict: &Dict, resolve: &dyn Fn(&Object) -> Object) -> Vec<(String, Dict)> {
    let entry = |long: &str, short: &str| dict.get(long).or_else(|| dict.get(short)).map(resolve);
    let list = |object: Option<Object>| match object {
        Some(Object::Array(items)) => items.iter().map(resolve).collect(),
        Some(object) => vec![object],
        None => Vec::new(),
    };
    let mut settings = list(entry("DecodeParms", "DP")).into_iter();
    let names = list(entry("Filter", "F"));
    let with_settings = |name: &Object| {
        let settings = settings.next().and_then(Object::into_dict).unwrap_or_default();
        Some((name.name()?.to_owned(), settings.iter().map(|(key, value)| (key.clone(), resolve(value))).collect()))
    };
    names.iter().filter_map(with_settings).collect()
}

/// The object from a byte on, and the number that it says it has.
///
/// A stream ends where its length says, or else where the word stands that ends it.
pub(super) fn object_at(
    bytes: &[u8],
    at: usize,
    budget: &Budget,
    length: &dyn Fn(u32) -> Option<usize>,
) -> Result<Option<(u32, Object)>, Trouble> {
    let mut lexer = Lexer::new(bytes, at);
    let head = (plain(&mut lexer), plain(&mut lexer));
    let (Some(number), Some(_)) = head else { return Ok(None) };
    let Ok(number) = u32::try_from(number) else { return Ok(None) };
    if !lexer.eats(b"obj") {
        return Ok(None);
    }
    let object = lexer.object();
    budget.parse(lexer.at - at)?;
    let Some(object) = object else { return Ok(None) };
    let Object::Dict(dict) = object else { return Ok(Some((number, object))) };
    if !lexer.eats(b"stream") {
        return Ok(Some((number, Object::Dict(dict))));
    }
    let start = lexer.at
        + [b"\r\n".as_slice(), b"\n", b"\r"]
            .iter()
            .find(|end| lexer.rest().starts_with(end))
            .map_or(0, |end| end.len());
    let said = match dict.get("Length") {
        Some(Object::Reference(other)) => length(*other),
        Some(object) => object.count(),
        None => None,
    };
    let ends_well = |end: &usize| {
        let mut after = Lexer::new(bytes, *end);
        after.eats(b"endstream")
    };
    let said = said.and_then(|length| start.checked_add(length)).filter(|end| *end <= bytes.len()).filter(ends_well);
    let end = match said {
        Some(end) => end,
        None => {
            let rest = bytes.get(start..).unwrap_or_default();
            let found = find(rest, b"endstream");
            budget.search(found.unwrap_or(rest.len()))?;
            start + found.unwrap_or(rest.len())
        }
    };
    Ok(Some((number, Object::Stream(dict, start.min(end)..end))))
}

/// Where bytes stand in others.
fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + bytes.get(from..)?.iter().position(|byte| *byte == what[0])?;
        if bytes[at..].starts_with(what) {
            return Some(at);
        }
        from = at + 1;
    }
}

/// Where objects stand by the words `1 0 obj`, the last of a number winning, for files whose tables are wrong.
pub(super) fn search(bytes: &[u8], budget: &Budget) -> Result<Table, Trouble> {
    let mut table = Table::default();
    budget.search(bytes.len())?;
    let mut from = 0;
    while let Some(found) = find(&bytes[from..], b"obj") {
        let word = from + found;
        from = word + 3;
        let Some((number, at)) = head_before(bytes, word) else { continue };
        if table.spots.len() >= MOST_OBJECTS {
            return Err(Trouble::TooLarge);
        }
        table.spots.insert(number, Spot::At(at));
        let head = &bytes[from..bytes.len().min(from + 512)];
        // The root, and streams that stand for tables, say so soon.
        let is_root = ["/Catalog", "/XRef"].iter().any(|name| find(head, name.as_bytes()).is_some());
        if is_root && let Some((_, object)) = object_at(bytes, at, budget, &|_| None)? {
            let kind = object.dict().and_then(|dict| dict.get("Type")).and_then(Object::name);
            match kind {
                Some("Catalog") => {
                    table.trailer.insert("Root".to_owned(), Object::Reference(number));
                }
                Some("XRef") => table.trailer.extend(object.into_dict().unwrap_or_default()),
                _ => {}
            }
        }
    }
    let mut from = 0;
    while let Some(found) = find(&bytes[from..], b"trailer") {
        from += found + 7;
        let mut lexer = Lexer::new(bytes, from);
        let trailer = lexer.object();
        budget.parse(lexer.at - from)?;
        if let Some(trailer) = trailer.and_then(Object::into_dict) {
            table.trailer.extend(trailer);
        }
    }
    Ok(table)
}

/// The number before the word `obj`, and where it begins.
fn head_before(bytes: &[u8], word: usize) -> Option<(u32, usize)> {
    let back = |mut at: usize, belongs: fn(u8) -> bool| {
        while at > 0 && belongs(bytes[at - 1]) {
            at -= 1;
        }
        at
    };
    let digit = |byte: u8| byte.is_ascii_digit();
    let generation_end = back(word, is_space);
    let generation = back(generation_end, digit);
    let number_end = back(generation, is_space);
    let number = back(number_end, digit);
    if generation == generation_end || number_end == generation || number == number_end || number_end - number > 10 {
        return None;
    }
    let digits = std::str::from_utf8(&bytes[number..number_end]).ok()?;
    Some((digits.parse().ok()?, number))
}
