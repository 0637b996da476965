//! A way through all that a record holds, for rules that look at every text or every id.

use super::collection::{ById, ByYear, Many};
use super::read::Whole;
use crate::source::Span;
use crate::value::{
    Amount, Date, Decimal, Entity, FullDate, Home, Id, IdOrText, Money, Name, Period, Ref, Registry, Spanned, Text,
    Year,
};

/// Who looks at what a record holds.
pub trait Visitor<'a> {
    /// Words that are printed.
    fn text(&mut self, text: &'a Text) {
        let _ = text;
    }

    /// An id where it is used.
    fn reference(&mut self, home: &'static Home, name: &'a str, span: &'a Span) {
        let _ = (home, name, span);
    }

    /// An id where it is declared.
    fn declared(&mut self, id: &'a Id) {
        let _ = id;
    }
}

/// What can be walked through.
pub trait Walk {
    /// Shows a visitor all that is inside.
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>);
}

macro_rules! nothing_inside {
    ($($name:ty),*) => { $(impl Walk for $name { fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {} })* };
}

nothing_inside!(Amount, Date, Decimal, FullDate, Money, Name, Period, Year);

impl<const MIN: i64, const MAX: i64> Walk for Whole<MIN, MAX> {
    fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
}

impl Walk for Text {
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        visitor.text(self);
    }
}

impl<T: Entity> Walk for Ref<T> {
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        visitor.reference(T::HOME, &self.name, &self.span);
    }
}

impl<T: Entity> Walk for IdOrText<T> {
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        match self {
            Self::Id(id) => id.walk(visitor),
            Self::Text(text) => text.walk(visitor),
        }
    }
}

impl<T: Walk> Walk for Option<T> {
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        if let Some(value) = self {
            value.walk(visitor);
        }
    }
}

impl<T: Walk> Walk for Spanned<T> {
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.value.walk(visitor);
    }
}

impl<T: Walk> Walk for Vec<T> {
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.iter().for_each(|value| value.walk(visitor));
    }
}

impl<T: Walk> Walk for Many<T> {
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.0.walk(visitor);
    }
}

impl<T: Walk> Walk for Registry<T> {
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        for (id, value) in self.iter() {
            visitor.declared(id);
            value.walk(visitor);
        }
    }
}

impl<E: Entity, T: Walk> Walk for ById<E, T> {
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        for (id, value) in &self.0 {
            id.walk(visitor);
            value.walk(visitor);
        }
    }
}

impl<T: Walk> Walk for ByYear<T> {
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.0.iter().for_each(|(_, value)| value.walk(visitor));
    }
}
