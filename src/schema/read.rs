//! How values and collections of values are read from nodes.

use super::kind::{Key, Kind};
use super::reader::Reader;
use crate::value::{Amount, Date, Decimal, Entity, FullDate, IdOrText, Money, Name, Period, Ref, Spanned, Text, Year};
use crate::yaml::{Node, Value};

/// What can be the value of a key.
pub trait Read: Sized {
    /// Whether it is a sentence or holds one, so that several on one line may be one that commas have cut.
    const PROSE: bool = false;

    /// What the value must be.
    fn kind() -> Kind;

    /// Reads it; what is wrong with it is reported.
    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self>;
}

/// How a struct holds what a key gives: perhaps nothing, or an empty list.
pub trait Slot {
    /// The type of the value that is read.
    type Read: Read;

    /// What is held when the key gives a value, or none.
    fn from_read(value: Option<Self::Read>) -> Self;
}

/// Declares how values are read that are one scalar and parse themselves.
macro_rules! parsed {
    ($($name:ty: $kind:ident;)*) => {
        $(impl Read for $name {
            fn kind() -> Kind {
                Kind::$kind
            }

            fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
                reader.parsed(node, key, Self::parse)
            }
        })*
    };
}

parsed! {
    Decimal: Number;
    Money: Money;
    Amount: Amount;
    Date: PartialDate;
    FullDate: Date;
    Period: Period;
    Year: Year;
}

impl Read for Text {
    const PROSE: bool = true;

    fn kind() -> Kind {
        Kind::Text
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        reader.text(node, key)
    }
}

impl Read for Name {
    fn kind() -> Kind {
        Kind::Name
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        reader.name(node, key)
    }
}

impl<T: Entity> Read for Ref<T> {
    fn kind() -> Kind {
        Kind::Id(T::HOME)
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let name = reader.id(node, key, T::HOME)?;
        Some(Self::new(name, node.span.clone()))
    }
}

impl<T: Entity> Read for IdOrText<T> {
    fn kind() -> Kind {
        Kind::IdOrText(T::HOME)
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::Text(text) if !text.trim().contains([' ', '\n']) => Ref::read(node, key, reader).map(Self::Id),
            Value::Blank | Value::Text(_) | Value::List(_) | Value::Map(_) => reader.text(node, key).map(Self::Text),
        }
    }
}

impl<T: Read> Read for Spanned<T> {
    fn kind() -> Kind {
        T::kind()
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        T::read(node, key, reader).map(|value| Self { value, span: node.span.clone() })
    }
}

/// A whole number between two others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whole<const MIN: i64, const MAX: i64>(pub i64);

impl<const MIN: i64, const MAX: i64> Read for Whole<MIN, MAX> {
    fn kind() -> Kind {
        Kind::Whole(MIN, MAX)
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        reader.parsed(node, key, |text| {
            let number =
                Decimal::parse(text).ok().and_then(Decimal::to_whole).and_then(|number| i64::try_from(number).ok());
            let number = number.filter(|number| (MIN..=MAX).contains(number));
            number.map(Self).ok_or_else(|| format!("viết một số nguyên từ {MIN} đến {MAX}"))
        })
    }
}
