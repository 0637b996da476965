//! How several values are read: lists, one or many, by id, by year.

use std::ops::Deref;

use super::kind::{Key, Kind};
use super::limit::Limit;
use super::read::{Read, Slot};
use super::reader::Reader;
use crate::value::{Entity, Id, Ref, Registry, Spanned, Year};
use crate::yaml::{Entry, Node, Value};

impl<T: Read> Slot for Option<T> {
    type Read = T;

    fn from_read(value: Self) -> Self {
        value
    }
}

impl<T: Read> Slot for Vec<T> {
    type Read = Self;

    fn from_read(value: Option<Self>) -> Self {
        value.unwrap_or_default()
    }
}

impl<T: Read> Slot for Registry<T> {
    type Read = Self;

    fn from_read(value: Option<Self>) -> Self {
        value.unwrap_or_default()
    }
}

impl<T: Read> Read for Vec<T> {
    fn kind() -> Kind {
        T::kind().list()
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let Value::List(items) = &node.value else {
            reader.wrong_type(node, &Self::kind(), key);
            return None;
        };
        if T::PROSE {
            reader.split_sentences(node, items);
        }
        let mut values = Self::with_capacity(items.len());
        let limit = if T::PROSE { Limit::Paragraphs } else { Limit::Entries };
        for item in items {
            if !reader.spend(limit, 1, &item.span) {
                break;
            }
            if item.value == Value::Blank {
                reader.blank_item(item, key);
                continue;
            }
            values.extend(T::read(item, key, reader));
        }
        Some(values)
    }
}

/// One value or several: `vhxh`, `[vhxh, tram_y_te]`.
#[derive(Debug, Clone, PartialEq)]
pub struct Many<T>(pub Vec<T>);

impl<T> Default for Many<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Deref for Many<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: Read> Read for Many<T> {
    fn kind() -> Kind {
        T::kind().or(T::kind().list())
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::List(_) => Vec::read(node, key, reader).map(Self),
            Value::Blank | Value::Text(_) | Value::Map(_) => {
                Some(Self(T::read(node, key, reader).into_iter().collect()))
            }
        }
    }
}

impl<T: Read> Slot for Many<T> {
    type Read = Self;

    fn from_read(value: Option<Self>) -> Self {
        value.unwrap_or_default()
    }
}

impl<T: Read> Read for Registry<T> {
    fn kind() -> Kind {
        Kind::Dict(Box::new(T::kind()))
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let id = |entry: &Entry, reader: &mut Reader| {
            reader.check_id(&entry.key, &entry.key_span);
            Some(Id { name: entry.key.clone(), span: entry.key_span.clone() })
        };
        let mut registry = Self::default();
        let entries = read_entries(node, &Self::kind(), key, reader, &keys_below(key), id)?;
        entries.into_iter().for_each(|(id, value)| registry.push(id, value));
        Some(registry)
    }
}

/// What an entry without a value lacks, where values are groups of keys.
fn keys_below(key: &Key) -> String {
    format!("các khóa của {} này ở dưới", key.title.to_lowercase())
}

/// The entries of a mapping, each with what its name was read as; those that cannot be read are reported and left out.
fn read_entries<N, T: Read>(
    node: &Node,
    kind: &Kind,
    key: &Key,
    reader: &mut Reader,
    blank: &str,
    name: impl Fn(&Entry, &mut Reader) -> Option<N>,
) -> Option<Vec<(N, T)>> {
    let Value::Map(entries) = &node.value else {
        reader.wrong_type(node, kind, key);
        return None;
    };
    let mut read = Vec::new();
    for entry in entries {
        if !reader.spend(Limit::Entries, 1, &entry.key_span) {
            break;
        }
        let name = name(entry, reader);
        if entry.node.value == Value::Blank {
            reader.blank_entry(entry, key, blank);
            continue;
        }
        read.extend(name.zip(T::read(&entry.node, key, reader)));
    }
    Some(read)
}

/// A value for each of some years, in the order of the file.
#[derive(Debug, Clone)]
pub struct ByYear<T>(pub Vec<(Spanned<Year>, T)>);

impl<T: PartialEq> PartialEq for ByYear<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Default for ByYear<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Read> Read for ByYear<T> {
    fn kind() -> Kind {
        Kind::ByYear(Box::new(T::kind()))
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let year = |entry: &Entry, reader: &mut Reader| {
            Some(Spanned { value: reader.year_key(entry, key)?, span: entry.key_span.clone() })
        };
        read_entries(node, &Self::kind(), key, reader, &keys_below(key), year).map(Self)
    }
}

impl<T: Read> Slot for ByYear<T> {
    type Read = Self;

    fn from_read(value: Option<Self>) -> Self {
        value.unwrap_or_default()
    }
}

/// A value for each of some entities, by id, in the order of the file.
#[derive(Debug, Clone)]
pub struct ById<E, T>(pub Vec<(Ref<E>, T)>);

impl<E, T: PartialEq> PartialEq for ById<E, T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<E, T> Default for ById<E, T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<E: Entity, T: Read> Read for ById<E, T> {
    fn kind() -> Kind {
        Kind::Dict(Box::new(T::kind()))
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let id = |entry: &Entry, reader: &mut Reader| {
            let name = Node { span: entry.key_span.clone(), value: Value::Text(entry.key.clone()) };
            Ref::read(&name, key, reader)
        };
        read_entries(node, &Self::kind(), key, reader, "giá trị sau dấu hai chấm", id).map(Self)
    }
}

impl<E: Entity, T: Read> Slot for ById<E, T> {
    type Read = Self;

    fn from_read(value: Option<Self>) -> Self {
        value.unwrap_or_default()
    }
}
