//! A finished file, measured against the decree: Word files and PDF of this program and of anyone else.
//!
//! Its readers are its own: they share nothing with the writers but lengths and the decree, so that one mistake cannot hide in
//! both. A reader fills [`observed::Observed`]; what kind of document it is and where its parts stand is found by their words;
//! rules, one file each, judge what was measured.

pub mod observed;
