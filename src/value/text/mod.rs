//! Words of a clerk, parsed once: words, values they name, line breaks, emphasis.

mod braces;
mod parse;
mod parts;
mod stars;
mod token;

pub use parse::{Fault, Faulty, parse};
pub use parts::{Filter, Look, Name, Named, Part, Room, Text, What};
