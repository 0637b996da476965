//! What a rule is: data, and a function from a plan to findings.

use std::cell::OnceCell;

use super::letters;
use super::misplaced::misplaced;
use super::own::OwnTemplates;
use super::prose::{self, Passage};
use super::words::Words;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::language::OutOfPlace;
use crate::plan::table::Table;
use crate::plan::{Plan, Status};
use crate::table::{Computed, Tables};
use crate::value::Text;

/// A plan that is judged, and as what.
#[derive(Debug)]
pub struct Case<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Whether it is built as a draft or for issue.
    pub status: Status,
    /// The templates of the office that prints it; `None` where all are built in.
    pub own: Option<&'a OwnTemplates>,
    /// Every table of the plan with the names by which its figures are called.
    pub book: &'a Tables<'a>,
    words: OnceCell<Words<'a>>,
    letters: OnceCell<Vec<letters::Words<'a>>>,
    passages: OnceCell<Vec<Passage<'a>>>,
    out_of_place: OnceCell<Vec<(&'a Text, Vec<OutOfPlace>)>>,
}

impl<'a> Case<'a> {
    /// A plan that is built as a draft or for issue.
    pub fn new(plan: &'a Plan, tables: &'a Tables<'a>, status: Status) -> Self {
        Self {
            plan,
            status,
            own: None,
            book: tables,
            words: OnceCell::new(),
            letters: OnceCell::new(),
            passages: OnceCell::new(),
            out_of_place: OnceCell::new(),
        }
    }

    /// A plan that an office prints with templates of its own.
    pub fn printed_by(plan: &'a Plan, tables: &'a Tables<'a>, status: Status, own: &'a OwnTemplates) -> Self {
        Self { own: Some(own), ..Self::new(plan, tables, status) }
    }

    /// Every table of the plan, computed.
    pub fn tables(&self) -> &[(&'a Table, Computed)] {
        self.book.all()
    }

    /// Every text of the plan that is its own, with the figures in it; read once.
    pub fn passages(&self) -> &[Passage<'a>] {
        self.passages.get_or_init(|| prose::passages(self.plan))
    }

    /// What is wrong with the words of the plan, read once.
    pub(super) fn words(&self) -> &Words<'a> {
        self.words.get_or_init(|| Words::of(self.plan))
    }

    /// The texts of the plan that have words of another level or time, each with those; looked for once for all rules.
    pub(super) fn out_of_place(&self) -> &[(&'a Text, Vec<OutOfPlace>)] {
        self.out_of_place.get_or_init(|| misplaced(self.plan))
    }

    /// Every text of the plan as letters, read once for all rules that look into sentences.
    pub(super) fn letters(&self) -> &[letters::Words<'a>] {
        self.letters.get_or_init(|| letters::of(self.plan))
    }
}

/// A rule that plans must keep.
#[derive(Debug)]
pub struct Rule {
    /// The code of its findings.
    pub code: Code,
    /// How grave its findings are; some may be lighter.
    pub level: Severity,
    /// The clause that it carries out, or why it is there.
    pub reason: &'static str,
    /// What the fault means and how it is cured.
    pub about: &'static str,
    /// The fault, as YAML.
    pub wrong: &'static str,
    /// The same without the fault.
    pub right: &'static str,
    /// Adds what it finds.
    pub check: fn(&Case<'_>, &mut Vec<Diagnostic>),
}
