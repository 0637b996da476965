//! What a plan says, apart from where and how it is written: a tree of typed values by key, for comparing two plans.
//!
//! Every noun gives its own tree from the lines that declare its keys, so that a new key is compared as soon as it is
//! declared. Two values with one meaning are equal, however they are written: `15 triệu đồng` and `15.000.000 đồng`.

use super::collection::{ById, ByYear, Many};
use super::kind::{Key, Shape};
use super::read::Whole;
use crate::source::Span;
use crate::value::{
    Amount, ClockTime, Date, Day, Decimal, Duration, Entity, FullDate, Home, IdOrText, Lapse, Money, Name, Period,
    Place, Quantity, Ref, Registry, SchoolYear, Spanned, Text, What, Year,
};

/// What a value says.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    /// Nothing: the key is not there.
    Nothing,
    /// Words that are read by people, as they were written, names of values among them.
    Words(String),
    /// A word, a code, a formula: equal or not.
    Plain(String),
    /// A word of those that a key allows, and what it stands for.
    Choice(&'static str, &'static str),
    /// A number, perhaps bounded.
    Number(Quantity),
    /// Money.
    Money(Amount),
    /// A time: how it is printed, and the last day in time, where it leads to one.
    Time(String, Option<Day>),
    /// An entity by its id.
    Reference(&'static Home, String),
    /// The keys of a noun.
    Record(&'static Shape, Vec<(&'static Key, Stated)>),
    /// Several, in order.
    List(Vec<Stated>),
    /// Several, each by its name.
    Entries(Vec<(String, Stated)>),
}

/// A meaning and where it stands.
#[derive(Debug, Clone)]
pub struct Stated {
    /// What is said.
    pub meaning: Meaning,
    /// Where.
    pub span: Option<Span>,
}

impl PartialEq for Stated {
    fn eq(&self, other: &Self) -> bool {
        self.meaning == other.meaning
    }
}

impl From<Meaning> for Stated {
    fn from(meaning: Meaning) -> Self {
        Self { meaning, span: None }
    }
}

impl Meaning {
    /// Whether nothing is said.
    pub fn is_nothing(&self) -> bool {
        matches!(self, Self::Nothing)
    }

    /// The keys of a noun that say something, each where it stands.
    pub fn record(shape: &'static Shape, place: &Place, members: Vec<(&'static Key, Self)>) -> Self {
        let said = members.into_iter().filter(|(_, meaning)| !meaning.is_nothing());
        let stated = said.map(|(key, meaning)| {
            let span = place.key(key.key).cloned().or_else(|| Some(place.span.clone()));
            (key, Stated { meaning, span })
        });
        Self::Record(shape, stated.collect())
    }

    /// Several, in order; none say nothing.
    pub fn list(items: impl IntoIterator<Item = Stated>) -> Self {
        let items: Vec<_> = items.into_iter().filter(|item| !item.meaning.is_nothing()).collect();
        if items.is_empty() { Self::Nothing } else { Self::List(items) }
    }

    /// Several by their names; none say nothing.
    pub fn entries(entries: impl IntoIterator<Item = (String, Stated)>) -> Self {
        let entries: Vec<_> = entries.into_iter().collect();
        if entries.is_empty() { Self::Nothing } else { Self::Entries(entries) }
    }

    /// What stands right inside: the members of a noun, the items of a list, the entries of a map.
    pub fn inside(&self) -> Vec<&Stated> {
        match self {
            Self::Record(_, members) => members.iter().map(|(_, member)| member).collect(),
            Self::List(items) => items.iter().collect(),
            Self::Entries(entries) => entries.iter().map(|(_, entry)| entry).collect(),
            Self::Nothing
            | Self::Words(_)
            | Self::Plain(_)
            | Self::Choice(..)
            | Self::Number(_)
            | Self::Money(_)
            | Self::Time(..)
            | Self::Reference(..) => Vec::new(),
        }
    }

    /// What a key says.
    pub fn of(&self, key: &str) -> Option<&Stated> {
        match self {
            Self::Record(_, members) => members.iter().find(|(known, _)| known.key == key).map(|(_, stated)| stated),
            Self::Nothing
            | Self::Words(_)
            | Self::Plain(_)
            | Self::Choice(..)
            | Self::Number(_)
            | Self::Money(_)
            | Self::Time(..)
            | Self::Reference(..)
            | Self::List(_)
            | Self::Entries(_) => None,
        }
    }
}

/// What says something.
pub trait Mean {
    /// What it says.
    fn mean(&self) -> Meaning;

    /// What it says and where, as far as it knows its place.
    fn stated(&self) -> Stated {
        self.mean().into()
    }
}

impl Mean for Text {
    fn mean(&self) -> Meaning {
        let mut words = String::new();
        for part in &self.parts {
            let stars = match (part.look.bold, part.look.italic) {
                (false, false) => "",
                (false, true) => "*",
                (true, false) => "**",
                (true, true) => "***",
            };
            words.push_str(stars);
            match &part.what {
                What::Words(letters) => words.push_str(letters),
                What::Value(named) => {
                    words.push_str("{{ ");
                    words.push_str(&named.written());
                    for filter in &named.filters {
                        words.push_str(" | ");
                        words.push_str(filter.name());
                    }
                    words.push_str(" }}");
                }
                What::Break => words.push('\n'),
            }
            words.push_str(stars);
        }
        Meaning::Words(words)
    }

    fn stated(&self) -> Stated {
        Stated { meaning: self.mean(), span: Some(self.span.clone()) }
    }
}

impl Mean for Name {
    fn mean(&self) -> Meaning {
        Meaning::Plain(self.words.clone())
    }

    fn stated(&self) -> Stated {
        Stated { meaning: self.mean(), span: Some(self.span.clone()) }
    }
}

impl<T: Entity> Mean for Ref<T> {
    fn mean(&self) -> Meaning {
        Meaning::Reference(T::HOME, self.name.clone())
    }

    fn stated(&self) -> Stated {
        Stated { meaning: self.mean(), span: Some(self.span.clone()) }
    }
}

impl<T: Entity> Mean for IdOrText<T> {
    fn mean(&self) -> Meaning {
        match self {
            Self::Id(id) => id.mean(),
            Self::Text(text) => text.mean(),
        }
    }

    fn stated(&self) -> Stated {
        match self {
            Self::Id(id) => id.stated(),
            Self::Text(text) => text.stated(),
        }
    }
}

impl Mean for Decimal {
    fn mean(&self) -> Meaning {
        Meaning::Number((*self).into())
    }
}

impl Mean for Quantity {
    fn mean(&self) -> Meaning {
        Meaning::Number(*self)
    }
}

impl<const MIN: i64, const MAX: i64> Mean for Whole<MIN, MAX> {
    fn mean(&self) -> Meaning {
        Meaning::Number(Decimal::whole(self.0.into()).into())
    }
}

impl Mean for Money {
    fn mean(&self) -> Meaning {
        Meaning::Money(Amount::exactly(*self))
    }
}

impl Mean for Amount {
    fn mean(&self) -> Meaning {
        Meaning::Money(*self)
    }
}

impl Mean for Date {
    fn mean(&self) -> Meaning {
        Meaning::Time(self.display_short(), self.last_day())
    }
}

impl Mean for FullDate {
    fn mean(&self) -> Meaning {
        self.0.mean()
    }
}

impl Mean for Year {
    fn mean(&self) -> Meaning {
        Meaning::Time(self.0.to_string(), Day::last_of_year(self.0))
    }
}

macro_rules! displayed {
    ($($name:ty),*) => { $(impl Mean for $name { fn mean(&self) -> Meaning { Meaning::Plain(self.display()) } })* };
}

displayed!(Period, SchoolYear, Lapse, ClockTime, Duration);

impl<T: Mean> Mean for Option<T> {
    fn mean(&self) -> Meaning {
        self.as_ref().map_or(Meaning::Nothing, Mean::mean)
    }
}

impl<T: Mean> Mean for Spanned<T> {
    fn mean(&self) -> Meaning {
        self.value.mean()
    }

    fn stated(&self) -> Stated {
        Stated { meaning: self.mean(), span: Some(self.span.clone()) }
    }
}

impl<T: Mean> Mean for Vec<T> {
    fn mean(&self) -> Meaning {
        Meaning::list(self.iter().map(Mean::stated))
    }
}

impl<T: Mean> Mean for Many<T> {
    fn mean(&self) -> Meaning {
        self.0.mean()
    }
}

impl<T: Mean> Mean for Registry<T> {
    fn mean(&self) -> Meaning {
        let stated = |value: &T, span: &Span| Stated { meaning: value.mean(), span: Some(span.clone()) };
        Meaning::entries(self.iter().map(|(id, value)| (id.name.clone(), stated(value, &id.span))))
    }
}

impl<E: Entity, T: Mean> Mean for ById<E, T> {
    fn mean(&self) -> Meaning {
        let stated = |value: &T, span: &Span| Stated { meaning: value.mean(), span: Some(span.clone()) };
        Meaning::entries(self.0.iter().map(|(id, value)| (id.name.clone(), stated(value, &id.span))))
    }
}

impl<T: Mean> Mean for ByYear<T> {
    fn mean(&self) -> Meaning {
        let stated = |value: &T, span: &Span| Stated { meaning: value.mean(), span: Some(span.clone()) };
        Meaning::entries(self.0.iter().map(|(year, value)| (year.0.to_string(), stated(value, &year.span))))
    }
}
