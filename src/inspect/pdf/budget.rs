//! How much work one file may be.
//!
//! No document of an office comes near these bounds; a file that is made to swell does, and is refused before it takes the
//! machine's memory or time.

use std::cell::Cell;

use super::trouble::Trouble;

/// Bytes that all streams of a file may unpack to: of contents, maps of letters and packed objects, not of pictures.
const UNPACKED: usize = 32 << 20;

/// Bytes that may be searched where a length is wrong.
const SEARCHED: usize = 128 << 20;

/// Instructions of all contents, and what they work on.
const INSTRUCTIONS: usize = 6_000_000;

/// Bytes that may be read as objects.
const PARSED: usize = 48 << 20;

/// Letters on all pages.
const LETTERS: usize = 800_000;

/// Forms that may be drawn: each of them is unpacked and read anew.
const FORMS: usize = 20_000;

/// Objects that may be fetched.
const FETCHED: usize = 400_000;

/// What is left.
pub(super) struct Budget {
    unpacked: Cell<usize>,
    searched: Cell<usize>,
    instructions: Cell<usize>,
    letters: Cell<usize>,
    forms: Cell<usize>,
    fetched: Cell<usize>,
    parsed: Cell<usize>,
}

impl Budget {
    /// For one file.
    pub(super) fn new() -> Self {
        Self {
            unpacked: Cell::new(UNPACKED),
            searched: Cell::new(SEARCHED),
            instructions: Cell::new(INSTRUCTIONS),
            letters: Cell::new(LETTERS),
            forms: Cell::new(FORMS),
            fetched: Cell::new(FETCHED),
            parsed: Cell::new(PARSED),
        }
    }

    /// How many bytes may still be unpacked.
    pub(super) fn room(&self) -> usize {
        self.unpacked.get()
    }

    /// Counts bytes that were unpacked.
    pub(super) fn unpack(&self, bytes: usize) -> Result<(), Trouble> {
        take(&self.unpacked, bytes)
    }

    /// Counts bytes that are searched.
    pub(super) fn search(&self, bytes: usize) -> Result<(), Trouble> {
        take(&self.searched, bytes)
    }

    /// Counts an instruction.
    pub(super) fn instruct(&self) -> Result<(), Trouble> {
        take(&self.instructions, 1)
    }

    /// Counts a letter.
    pub(super) fn letter(&self) -> Result<(), Trouble> {
        take(&self.letters, 1)
    }

    /// Counts a form that is drawn.
    pub(super) fn form(&self) -> Result<(), Trouble> {
        take(&self.forms, 1)
    }

    /// Counts bytes that were read as objects.
    pub(super) fn parse(&self, bytes: usize) -> Result<(), Trouble> {
        take(&self.parsed, bytes)
    }

    /// Counts an object.
    pub(super) fn fetch(&self) -> Result<(), Trouble> {
        take(&self.fetched, 1)
    }
}

fn take(left: &Cell<usize>, amount: usize) -> Result<(), Trouble> {
    let rest = left.get().checked_sub(amount).ok_or(Trouble::TooLarge)?;
    left.set(rest);
    Ok(())
}
