//! A PDF as objects that lead to each other.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use super::budget::Budget;
use super::filter::unpack;
use super::lexer::Lexer;
use super::object::{Dict, Object};
use super::table::{self, Spot, Table};
use super::trouble::Trouble;

/// How many references may lead from one to the next.
const LONGEST_WAY: usize = 16;

/// A file whose objects are fetched as they are needed.
pub(super) struct File<'a> {
    bytes: &'a [u8],
    table: Table,
    /// Where objects stand by a search, made once where the tables are wrong.
    searched: OnceCell<Table>,
    is_searching: Cell<bool>,
    /// Objects that hold others, unpacked.
    holders: RefCell<BTreeMap<u32, Rc<Holder>>>,
    /// How many objects are being fetched, one for another.
    depth: Cell<usize>,
    /// Kept by whoever meets trouble where nothing can be returned.
    trouble: Cell<Option<Trouble>>,
    /// What work is left.
    pub(super) budget: Budget,
}

/// An object that holds others.
#[derive(Default)]
struct Holder {
    data: Vec<u8>,
    /// Number and place of each.
    held: Vec<(u32, usize)>,
}

impl<'a> File<'a> {
    /// Reads the tables of a file.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Trouble> {
        // Places count from the sign of the format, before which some servers put lines of their own.
        let head = bytes[..bytes.len().min(1024)].windows(5).position(|five| five == b"%PDF-").unwrap_or(0);
        let bytes = &bytes[head..];
        let budget = Budget::new();
        let table = table::read(bytes, &budget)?.unwrap_or_default();
        let file = Self {
            bytes,
            table,
            searched: OnceCell::new(),
            is_searching: Cell::new(false),
            holders: RefCell::default(),
            depth: Cell::new(0),
            trouble: Cell::new(None),
            budget,
        };
        if file.trailer().contains_key("Encrypt") {
            return Err(Trouble::Encrypted);
        }
        Ok(file)
    }

    /// The bytes from the sign of the format on.
    pub(super) fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// What leads to the pages.
    pub(super) fn trailer(&self) -> &Dict {
        if self.table.trailer.contains_key("Root") { &self.table.trailer } else { &self.searched().trailer }
    }

    /// What leads to the pages, by a search, whatever the tables say.
    pub(super) fn searched_trailer(&self) -> &Dict {
        &self.searched().trailer
    }

    /// Whether its own tables lead to its objects.
    pub(super) fn is_whole(&self) -> bool {
        !self.table.spots.is_empty()
    }

    /// The trouble that was met on the way.
    pub(super) fn trouble(&self) -> Result<(), Trouble> {
        self.trouble.get().map_or(Ok(()), Err)
    }

    /// An object, every reference followed.
    pub(super) fn resolve(&self, object: &Object) -> Object {
        let Object::Reference(number) = object else { return object.clone() };
        let mut number = *number;
        for _ in 0..LONGEST_WAY {
            match self.fetch(number) {
                Some(Object::Reference(next)) => number = next,
                found => return found.unwrap_or(Object::Null),
            }
        }
        Object::Null
    }

    /// What stands under a key, every reference followed.
    pub(super) fn get(&self, dict: &Dict, key: &str) -> Object {
        dict.get(key).map_or(Object::Null, |object| self.resolve(object))
    }

    /// The dictionary that stands under a key.
    pub(super) fn dict(&self, dict: &Dict, key: &str) -> Dict {
        self.get(dict, key).into_dict().unwrap_or_default()
    }

    /// What stands under a name in a dictionary that stands under a key: a typeface, a form.
    pub(super) fn named(&self, dict: &Dict, key: &str, name: &str) -> Object {
        match dict.get(key) {
            Some(Object::Dict(names)) => self.get(names, name),
            Some(other) => self.resolve(other).dict().map_or(Object::Null, |names| self.get(names, name)),
            None => Object::Null,
        }
    }

    /// What a stream holds, unpacked; nothing where it is no stream, or one of a picture.
    pub(super) fn data(&self, object: &Object) -> Result<Vec<u8>, Trouble> {
        let Object::Stream(dict, range) = object else { return Ok(Vec::new()) };
        let filters = table::filters(dict, &|object| self.resolve(object));
        Ok(unpack(&self.bytes[range.clone()], &filters, &self.budget)?.unwrap_or_default())
    }

    fn fetch(&self, number: u32) -> Option<Object> {
        if self.depth.get() >= LONGEST_WAY || self.trouble.get().is_some() {
            return None;
        }
        self.depth.set(self.depth.get() + 1);
        let found = self.budget.fetch().and_then(|()| self.fetched(number));
        self.depth.set(self.depth.get() - 1);
        found.unwrap_or_else(|trouble| {
            self.trouble.set(Some(trouble));
            None
        })
    }

    fn fetched(&self, number: u32) -> Result<Option<Object>, Trouble> {
        let spot = self.table.spots.get(&number);
        if let Some(Spot::Within(holder, place)) = spot {
            return self.held(*holder, number, *place);
        }
        if let Some(Spot::At(at)) = spot
            && let Some((found, object)) = self.object_at(*at)?
            && found == number
        {
            return Ok(Some(object));
        }
        // A table that is right and does not name an object means that there is none.
        let is_whole = spot.is_none() && !self.table.spots.is_empty() && self.searched.get().is_none();
        if is_whole || self.is_searching.get() {
            return Ok(None);
        }
        match self.searched().spots.get(&number) {
            Some(Spot::At(at)) => {
                Ok(self.object_at(*at)?.filter(|(found, _)| *found == number).map(|(_, object)| object))
            }
            Some(Spot::Within(holder, place)) => self.held(*holder, number, *place),
            None => Ok(None),
        }
    }

    fn object_at(&self, at: usize) -> Result<Option<(u32, Object)>, Trouble> {
        let length = |number| self.resolve(&Object::Reference(number)).count();
        table::object_at(self.bytes, at, &self.budget, &length)
    }

    /// An object that stands in another.
    fn held(&self, holder: u32, number: u32, place: usize) -> Result<Option<Object>, Trouble> {
        let known = self.holders.borrow().get(&holder).cloned();
        let held = match known {
            Some(held) => held,
            None => {
                let made = Rc::new(self.holder(holder)?);
                self.holders.borrow_mut().insert(holder, Rc::clone(&made));
                made
            }
        };
        let at = held.held.get(place).filter(|(found, _)| *found == number);
        let at = at.or_else(|| held.held.iter().find(|(found, _)| *found == number));
        let Some((_, at)) = at else { return Ok(None) };
        let mut lexer = Lexer::new(&held.data, *at);
        let object = lexer.object();
        self.budget.parse(lexer.at.saturating_sub(*at))?;
        Ok(object)
    }

    fn holder(&self, number: u32) -> Result<Holder, Trouble> {
        let Some(object @ Object::Stream(..)) = self.fetch(number) else { return Ok(Holder::default()) };
        let data = self.data(&object)?;
        let dict = object.into_dict().unwrap_or_default();
        let count = |key| self.get(&dict, key).count().unwrap_or(0);
        let first = count("First");
        let mut lexer = Lexer::of_content(&data);
        let mut held = Vec::new();
        for _ in 0..count("N").min(data.len()) {
            let pair =
                (lexer.object().and_then(|object| object.count()), lexer.object().and_then(|object| object.count()));
            let (Some(number), Some(at)) = pair else { break };
            held.push((u32::try_from(number).unwrap_or(u32::MAX), first.saturating_add(at)));
        }
        Ok(Holder { data, held })
    }

    fn searched(&self) -> &Table {
        self.searched.get_or_init(|| {
            // Until the search is done, objects are found by the tables alone.
            self.is_searching.set(true);
            let mut table = table::search(self.bytes, &self.budget).unwrap_or_else(|trouble| {
                self.trouble.set(Some(trouble));
                Table::default()
            });
            self.add_held(&mut table);
            self.is_searching.set(false);
            table
        })
    }

    /// Adds the objects that stand in others to what was found by a search.
    fn add_held(&self, table: &mut Table) {
        let holders: Vec<_> = table.spots.iter().map(|(number, spot)| (*number, *spot)).collect();
        for (holder, spot) in holders {
            let Spot::At(at) = spot else { continue };
            let head = &self.bytes[at..self.bytes.len().min(at + 256)];
            if !head.windows(7).any(|name| name == b"/ObjStm") {
                continue;
            }
            let Ok(Some((_, object))) = table::object_at(self.bytes, at, &self.budget, &|_| None) else { continue };
            let Ok(data) = self.data(&object) else { return };
            let dict = object.into_dict().unwrap_or_default();
            let first = dict.get("First").and_then(Object::count).unwrap_or(0).min(data.len());
            let mut lexer = Lexer::of_content(&data[..first]);
            let numbers: Vec<_> = std::iter::from_fn(|| lexer.object()?.count()).collect();
            for (place, pair) in numbers.chunks_exact(2).enumerate() {
                let Ok(number) = u32::try_from(pair[0]) else { continue };
                table.spots.entry(number).or_insert(Spot::Within(holder, place));
                if !table.trailer.contains_key("Root") && is_root(&data, first.saturating_add(pair[1])) {
                    table.trailer.insert("Root".to_owned(), Object::Reference(number));
                }
            }
        }
    }
}

/// Whether the object at a place leads to the pages.
fn is_root(data: &[u8], at: usize) -> bool {
    let object = Lexer::new(data, at).object();
    object.as_ref().and_then(Object::dict).and_then(|dict| dict.get("Type")).and_then(Object::name) == Some("Catalog")
}
