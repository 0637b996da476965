//! Text to nodes that know their place.
//!
//! Owns what is YAML: nothing here knows what a plan is. Every scalar stays the text that the clerk wrote (`05`, `2.10`,
//! `no`). Aliases, anchors and tags are refused, so a small file cannot grow into a large one. After a mistake whose cure
//! is plain (a tab, a colon inside a sentence) reading goes on as if it were cured, so that one run finds the others too.

mod compose;
mod cured;
mod flow;
mod letters;
mod line;
mod node;
mod quote;
mod read;
mod sentences;
mod syntax;

pub use node::{Entry, Node, Value};
pub use quote::quoting;
pub use read::read;
pub use syntax::BULLETS;
