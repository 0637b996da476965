//! Document tree to file bytes.
//!
//! Owns how a format spells a thing. [`layout`] decides once what both formats share (lines of titles, lengths of rules,
//! widths of columns); [`docx`] and [`typst`] only spell it. Knows no plan, no template and no disk.

mod balance;
pub mod docx;
pub mod font;
pub mod layout;
#[cfg(test)]
mod sample;
pub mod typst;
