//! A figure in a list of figures that are added up.

use crate::schema::{Key, Kind, Mean, Meaning, Read, Reader, Visitor, Walk};
use crate::value::{Amount, Spanned};
use crate::yaml::Node;

/// An amount of money that is a part of a whole; `None` if what is written was not taken, so that no sum is made without it.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure(pub Option<Spanned<Amount>>);

impl Figure {
    /// The amount.
    pub fn amount(&self) -> Option<Amount> {
        self.0.as_ref().map(|amount| amount.value)
    }
}

impl Read for Figure {
    fn kind() -> Kind {
        Amount::kind()
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        Some(Self(Spanned::read(node, key, reader)))
    }
}

impl Walk for Figure {
    fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
}

impl Mean for Figure {
    fn mean(&self) -> Meaning {
        self.0.mean()
    }
}
