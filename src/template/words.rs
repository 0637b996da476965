//! A clerk's words with the values they name, as XML.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::missing::Missing;
use super::xml::Xml;
use crate::plan::{Plan, Status};
use crate::schema::limit::Limit;
use crate::table::Tables;
use crate::value::{Text, What};

/// The outermost name of the documents that are cited.
pub(super) const DOCUMENTS: &str = "van_ban";

/// A plan, and how its texts are written.
pub(super) struct Viewer<'a> {
    pub(super) plan: &'a Plan,
    pub(super) status: Status,
    /// Every table, computed.
    pub(super) tables: &'a Tables<'a>,
    /// Values that were looked up, by path.
    pub(super) known: RefCell<BTreeMap<String, Result<Xml, Missing>>>,
    /// Values that are being looked up, from the outermost in.
    pub(super) open: RefCell<Vec<String>>,
    /// Values that name themselves, over others: the way round.
    pub(super) circles: RefCell<Vec<Vec<String>>>,
    /// Letters written so far.
    written: Cell<usize>,
    /// Whether values have named each other over more steps than any plan has.
    pub(super) deep: Cell<bool>,
}

/// Steps over which values may name each other.
pub(super) const DEEPEST: usize = 64;

impl<'a> Viewer<'a> {
    pub(super) fn new(plan: &'a Plan, tables: &'a Tables<'a>, status: Status) -> Self {
        Self {
            plan,
            status,
            tables,
            known: RefCell::default(),
            open: RefCell::default(),
            circles: RefCell::default(),
            written: Cell::new(0),
            deep: Cell::new(false),
        }
    }

    /// Whether more has been written than any document holds.
    pub(super) fn is_exhausted(&self) -> bool {
        self.written.get() > Limit::Expanded.most()
    }

    /// Whether values have named each other over too many steps, so that some were left out.
    pub(super) fn is_too_deep(&self) -> bool {
        self.deep.get()
    }

    /// A clerk's words; a value that is not there is left out, and has been reported.
    pub(super) fn words(&self, text: &Text) -> Xml {
        let mut xml = Xml::default();
        for part in &text.parts {
            match &part.what {
                What::Words(words) => xml.push_words(words, part.look),
                What::Break => xml.push(&Xml::line_break(), part.look),
                What::Value(named) => {
                    if let Ok(value) = self.value(&named.path) {
                        let value = named.filters.iter().fold(value, |value, filter| value.filtered(*filter));
                        xml.push(&value, part.look);
                    }
                }
            }
            if self.is_exhausted() {
                return Xml::default();
            }
        }
        self.written.set(self.written.get() + xml.len());
        xml
    }

    pub(super) fn all_words<'t>(&self, texts: impl IntoIterator<Item = &'t Text>) -> Vec<Xml> {
        texts.into_iter().map(|text| self.words(text)).collect()
    }

    pub(super) fn opt_words(&self, text: Option<&Text>) -> Option<Xml> {
        text.map(|text| self.words(text))
    }
}
