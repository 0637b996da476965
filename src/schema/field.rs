//! A key with the type of its value, and the mapping that keys are read from.

use std::marker::PhantomData;

use super::kind::{Key, Need, Shape};
use super::read::Read;
use super::reader::Reader;
use crate::source::Span;
use crate::value::Place;
use crate::value::text::Room;
use crate::yaml::{Entry, Node, Value};

/// A key and the type of its value.
#[derive(Debug)]
pub struct Field<T> {
    /// How it is described.
    pub key: Key,
    value: PhantomData<fn() -> T>,
}

impl<T: Read> Field<T> {
    /// A key that must be there.
    pub const fn required(key: &'static str, title: &'static str, about: &'static str, example: &'static str) -> Self {
        Self::new(key, title, Need::Required, about, example, Room::Paragraph)
    }

    /// A key that must be there, whose words are set in one line or one box.
    pub const fn required_line(
        key: &'static str,
        title: &'static str,
        about: &'static str,
        example: &'static str,
    ) -> Self {
        Self::new(key, title, Need::Required, about, example, Room::Line)
    }

    /// A key that may be left out.
    pub const fn optional(key: &'static str, title: &'static str, about: &'static str, example: &'static str) -> Self {
        Self::new(key, title, Need::Optional, about, example, Room::Paragraph)
    }

    /// A key that may be left out, whose words are set in one line or one box.
    pub const fn optional_line(
        key: &'static str,
        title: &'static str,
        about: &'static str,
        example: &'static str,
    ) -> Self {
        Self::new(key, title, Need::Optional, about, example, Room::Line)
    }

    /// A key that must be there unless another is.
    pub const fn unless(
        other: &'static str,
        key: &'static str,
        title: &'static str,
        about: &'static str,
        example: &'static str,
        room: Room,
    ) -> Self {
        Self::new(key, title, Need::Unless(other), about, example, room)
    }

    const fn new(
        key: &'static str,
        title: &'static str,
        need: Need,
        about: &'static str,
        example: &'static str,
        room: Room,
    ) -> Self {
        Self { key: Key { key, title, need, about, example, kind: T::kind, room }, value: PhantomData }
    }
}

impl<T> Field<T> {
    /// The key as a clerk writes it.
    pub const fn name(&self) -> &'static str {
        self.key.key
    }
}

/// A noun whose keys are known: what [`record!`](crate::record) makes.
pub trait Record: Sized {
    /// Its keys.
    const SHAPE: &'static Shape;

    /// Reads it from the keys of a mapping.
    fn from_fields(fields: &Fields<'_>, reader: &mut Reader) -> Self;
}

/// The keys of a mapping, checked against a shape.
pub struct Fields<'n> {
    pub(super) entries: &'n [Entry],
    /// The mapping.
    pub node: &'n Node,
    pub(super) shape: &'static Shape,
    /// Keys that are meant by mistyped ones.
    pub(super) meant: Vec<&'static str>,
}

impl<'n> Fields<'n> {
    /// The value of a key; `None` if the key is not there, is blank, or has a value that is not taken.
    pub fn get<T: Read>(&self, field: &Field<T>, reader: &mut Reader) -> Option<T> {
        let node = self.node_of(field.name())?;
        T::read(node, &field.key, reader)
    }

    /// The value of a key, as [`get`](Self::get) reads it; a key with a value that is not taken is added to `refused`.
    pub fn take<T: Read>(
        &self,
        field: &'static Field<T>,
        reader: &mut Reader,
        refused: &mut Vec<&'static str>,
    ) -> Option<T> {
        let value = self.get(field, reader);
        if value.is_none() && self.node_of(field.name()).is_some() {
            refused.push(field.name());
        }
        value
    }

    /// The node of a key; `None` if the key is not there or blank.
    pub fn node_of(&self, key: &str) -> Option<&'n Node> {
        let entry = self.entries.iter().find(|entry| entry.key == key)?;
        Some(&entry.node).filter(|node| node.value != Value::Blank)
    }

    /// Where a key stands.
    pub fn key_span(&self, key: &str) -> Option<&'n Span> {
        self.entries.iter().find(|entry| entry.key == key).map(|entry| &entry.key_span)
    }

    /// Where the mapping and its keys stand, those with a value that was not taken among them.
    pub fn place(&self, refused: &[&'static str]) -> Place {
        let known = |entry: &Entry| self.shape.key(&entry.key).map(|key| (key.key, entry.key_span.clone()));
        let keys = self.entries.iter().filter_map(known).collect();
        let refused = self.meant.iter().chain(refused).copied().collect();
        Place { span: self.node.span.clone(), keys, refused }
    }
}
