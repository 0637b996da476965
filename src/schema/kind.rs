//! What a value must be, and how a key is described: to messages, to editors and to clerks.

use crate::value::Home;
use crate::value::text::Room;

/// What a value must be.
#[derive(Debug)]
pub enum Kind {
    /// Words, one paragraph.
    Text,
    /// Words that are compared, never printed.
    Name,
    /// A decimal number.
    Number,
    /// A whole number between two others.
    Whole(i64, i64),
    /// A decimal number between two others.
    Between(&'static str, &'static str),
    /// Words of a form of their own: what they are in a few words, a pattern for editors.
    Form(&'static str, &'static str),
    /// An amount of money.
    Money,
    /// An amount of money, or a bound on it.
    Amount,
    /// A date with day, month and year.
    Date,
    /// A date whose day or month may be blank.
    PartialDate,
    /// A year or a span of years.
    Period,
    /// A year.
    Year,
    /// One of a few words, each with what it means.
    Choice(&'static [(&'static str, &'static str)]),
    /// The id of an entity.
    Id(&'static Home),
    /// An id, or words when there is a space in it.
    IdOrText(&'static Home),
    /// A mapping with keys of its own.
    Group(&'static Shape),
    /// A sequence of values of one kind.
    List(Box<Self>),
    /// A mapping from ids to values of one kind.
    Dict(Box<Self>),
    /// A mapping from ids, or words in their place, to values of one kind.
    Pairs(Box<Self>),
    /// A mapping from years to values of one kind.
    ByYear(Box<Self>),
    /// A value that may be left blank where it stands in a list: a cell of a table.
    Blank(Box<Self>),
    /// One of two forms, told apart by words, list or mapping.
    Either(Box<Self>, Box<Self>),
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl PartialEq for Shape {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Kind {
    /// A list of values of this kind.
    #[must_use]
    pub fn list(self) -> Self {
        Self::List(Box::new(self))
    }

    /// This kind or another.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self::Either(Box::new(self), Box::new(other))
    }

    /// The kind in a few words, for a message: `một danh sách`.
    pub fn term(&self) -> &'static str {
        match self {
            Self::Text => "một câu",
            Self::Name => "một tên",
            Self::Number | Self::Whole(..) | Self::Between(..) => "một số",
            Self::Form(term, _) => term,
            Self::Money | Self::Amount => "một số tiền",
            Self::Date | Self::PartialDate => "một ngày",
            Self::Period => "một năm hoặc khoảng năm",
            Self::Year => "một năm",
            Self::Choice(_) => "một từ trong danh sách cho phép",
            Self::Id(_) => "một mã",
            Self::IdOrText(_) => "một mã hoặc một câu",
            Self::Group(_) => "một nhóm khóa",
            Self::List(_) => "một danh sách",
            Self::Dict(_) => "một nhóm mã",
            Self::Blank(inner) => inner.term(),
            Self::Pairs(_) => "một nhóm mã hoặc tên",
            Self::ByYear(_) => "một nhóm năm",
            Self::Either(first, _) => first.term(),
        }
    }
}

/// Whether a key must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It must.
    Required,
    /// It must, unless another key is there.
    Unless(&'static str),
    /// It may be left out.
    Optional,
}

/// How a key is described.
#[derive(Debug)]
pub struct Key {
    /// The key as a clerk writes it.
    pub key: &'static str,
    /// Its official term.
    pub title: &'static str,
    /// Whether it must be there.
    pub need: Need,
    /// What it means, in one sentence.
    pub about: &'static str,
    /// A value as a clerk would write it.
    pub example: &'static str,
    /// What its value must be.
    pub kind: fn() -> Kind,
    /// How much room the page has for its words, if it takes words.
    pub room: Room,
}

/// A mapping with keys of its own.
#[derive(Debug)]
pub struct Shape {
    /// Its name among the definitions of the schema for editors.
    pub name: &'static str,
    /// What the mapping describes.
    pub title: &'static str,
    /// Its keys, in the order in which a clerk should write them.
    pub keys: &'static [&'static Key],
}

impl Shape {
    /// Some shapes and all that stand inside them, each once, in the order in which a clerk meets them.
    pub fn reached(roots: &[&'static Self]) -> Vec<&'static Self> {
        let mut shapes = Vec::new();
        for root in roots {
            collect(root, &mut shapes);
        }
        shapes
    }

    /// The description of a key.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().copied().find(|key| key.key == name)
    }
}

fn collect(shape: &'static Shape, shapes: &mut Vec<&'static Shape>) {
    if shapes.iter().any(|known| std::ptr::eq(*known, shape)) {
        return;
    }
    shapes.push(shape);
    for key in shape.keys {
        collect_kind(&(key.kind)(), shapes);
    }
}

fn collect_kind(kind: &Kind, shapes: &mut Vec<&'static Shape>) {
    match kind {
        Kind::Group(shape) => collect(shape, shapes),
        Kind::List(inner) | Kind::Dict(inner) | Kind::Pairs(inner) | Kind::ByYear(inner) | Kind::Blank(inner) => {
            collect_kind(inner, shapes)
        }
        Kind::Either(first, second) => {
            collect_kind(first, shapes);
            collect_kind(second, shapes);
        }
        Kind::Text
        | Kind::Name
        | Kind::Number
        | Kind::Whole(..)
        | Kind::Between(..)
        | Kind::Form(..)
        | Kind::Money
        | Kind::Amount
        | Kind::Date
        | Kind::PartialDate
        | Kind::Period
        | Kind::Year
        | Kind::Choice(_)
        | Kind::Id(_)
        | Kind::IdOrText(_) => {}
    }
}
