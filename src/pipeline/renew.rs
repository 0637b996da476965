//! The plan of another year from the text of a plan.

use std::sync::Arc;

use super::Office;
use crate::check::rules::undecided::marks;
use crate::diagnostic::{Diagnostic, has_errors};
use crate::next_year::{Years, next_year};
use crate::plan::{self, Shared};
use crate::source::SourceFile;
use crate::value::Period;
use crate::yaml;

/// The plan of another year.
#[derive(Debug)]
pub struct Renewed {
    /// Its text as it goes to disk.
    pub text: String,
    /// How many things a clerk has to decide in it.
    pub undecided: usize,
    /// The years of the old plan.
    pub old: Period,
    /// Its own years.
    pub new: Period,
}

/// Why there is no plan of another year.
#[derive(Debug)]
pub enum NotRenewed {
    /// The old plan cannot be read.
    Unreadable(Vec<Diagnostic>),
    /// The year does not fit it, in a sentence.
    Year(String),
}

impl Office {
    /// The plan that begins in another year and goes on from an old one.
    ///
    /// # Errors
    /// What is wrong with the old plan as it is written, whatever rules say of it; or with the year.
    pub fn renew(&self, file: &Arc<SourceFile>, shared: &Shared, year: i32) -> Result<Renewed, NotRenewed> {
        let nodes = yaml::read(file, &|letter| self.typeface.covers(letter));
        let mut found = nodes.diagnostics;
        let read = nodes.value.map(|node| {
            let (plan, wrong) = plan::read_plan(&node, shared);
            found.extend(wrong);
            (node, plan)
        });
        let Some((node, plan)) = read.filter(|_| !has_errors(&found)) else {
            found.sort_by(|one, other| one.place().cmp(&other.place()));
            return Err(NotRenewed::Unreadable(found));
        };
        let years = Years::of(&plan, year).map_err(NotRenewed::Year)?;
        let text = next_year(&node, &plan, &years);
        let undecided = marks(&SourceFile::from_text(&file.name, &text)).len();
        Ok(Renewed { text, undecided, old: years.old, new: years.new })
    }
}
