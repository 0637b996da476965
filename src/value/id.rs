//! Ids: entities by id, and what names one.

use std::marker::PhantomData;

use super::text::Text;
use crate::source::Span;

/// Where the ids of a kind of entity are declared, and what such an entity is called.
#[derive(Debug)]
pub struct Home {
    /// What one entity is called.
    pub term: &'static str,
    /// Where they are declared, in words.
    pub place: &'static str,
}

impl PartialEq for Home {
    fn eq(&self, other: &Self) -> bool {
        self.term == other.term
    }
}

/// What has ids of its own.
pub trait Entity {
    /// Where its ids are declared.
    const HOME: &'static Home;
}

/// An id where it is declared.
#[derive(Debug, Clone)]
pub struct Id {
    /// The id.
    pub name: String,
    /// Where it stands.
    pub span: Span,
}

impl PartialEq for Id {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Id {
    /// The id and where it stands.
    pub fn named(&self) -> (&str, &Span) {
        (&self.name, &self.span)
    }
}

/// Longer than any id, in bytes.
const LONGEST: usize = 200;

/// Whether letters can be an id: letters, digits and `_`, not too many.
pub fn is_id(name: &str) -> bool {
    !name.is_empty() && name.len() <= LONGEST && name.chars().all(|letter| letter.is_alphanumeric() || letter == '_')
}

/// The id of an entity where it is used; whether it is declared is for a rule to say.
#[derive(Debug)]
pub struct Ref<T> {
    /// The id.
    pub name: String,
    /// Where it is used.
    pub span: Span,
    entity: PhantomData<fn() -> T>,
}

impl<T> Ref<T> {
    /// An id used at a place.
    pub fn new(name: impl Into<String>, span: Span) -> Self {
        Self { name: name.into(), span, entity: PhantomData }
    }
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        Self::new(self.name.clone(), self.span.clone())
    }
}

impl<T> PartialEq for Ref<T> {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// An id, or words in its place.
#[derive(Debug)]
pub enum IdOrText<T> {
    /// The id of an entity.
    Id(Ref<T>),
    /// Words.
    Text(Text),
}

impl<T> Clone for IdOrText<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Id(id) => Self::Id(id.clone()),
            Self::Text(text) => Self::Text(text.clone()),
        }
    }
}

impl<T> PartialEq for IdOrText<T> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Id(one), Self::Id(other)) => one == other,
            (Self::Text(one), Self::Text(other)) => one == other,
            (Self::Id(_), Self::Text(_)) | (Self::Text(_), Self::Id(_)) => false,
        }
    }
}

/// Entities by id, in the order in which they were declared.
#[derive(Debug, Clone, PartialEq)]
pub struct Registry<T>(Vec<(Id, T)>);

impl<T> Default for Registry<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Registry<T> {
    /// The entity with an id.
    pub fn get(&self, id: &str) -> Option<&T> {
        self.0.iter().find(|(known, _)| known.name == id).map(|(_, entity)| entity)
    }

    /// An id where it is declared, and its entity.
    pub fn entry(&self, id: &str) -> Option<(&Id, &T)> {
        self.iter().find(|(known, _)| known.name == id)
    }

    /// Ids and entities in order.
    pub fn iter(&self) -> impl Iterator<Item = (&Id, &T)> + Clone {
        self.0.iter().map(|(id, entity)| (id, entity))
    }

    /// The ids in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> + Clone {
        self.0.iter().map(|(id, _)| id.name.as_str())
    }

    /// The entities in order.
    pub fn values(&self) -> impl Iterator<Item = &T> + Clone {
        self.0.iter().map(|(_, entity)| entity)
    }

    /// Ids and entities, taken out.
    pub fn into_entries(self) -> impl Iterator<Item = (Id, T)> {
        self.0.into_iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is declared.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds an entity; its id must not be there yet.
    pub fn push(&mut self, id: Id, entity: T) {
        self.0.push((id, entity));
    }
}
