//! The document tree: what each part of a document is, and its words.
//!
//! Owns the tree that layout and writers share ([`Document`]) and the XML vocabulary that templates produce ([`parse()`]).
//! Holds no size, font or margin, and knows neither plans nor formats.

mod address;
mod dump;
mod ending;
mod number;
mod parse;
mod tree;
mod words;

pub use dump::dump;
pub use parse::{Fault, parse};
pub use tree::{
    Appendix, Block, Cell, CellAlign, Closing, ColumnWidth, Document, Header, Inline, Mark, Meta, Orientation,
    Paragraph, Row, RowKind, Signer, Table, Text, plain_text,
};
