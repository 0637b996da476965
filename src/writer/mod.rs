//! Layout to file bytes.
//!
//! Owns how a format spells a thing: [`docx`] and [`typst`] spell the same measured layout and decide no length. Knows no
//! plan, no template and no disk.

pub mod docx;
#[cfg(test)]
mod sample;
pub mod typst;
