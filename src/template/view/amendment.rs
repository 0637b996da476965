//! Changes in another document.

use super::step::{AmendmentView, AmendmentsView};
use crate::plan::amendment::{Amendment, Amendments, Change};
use crate::plan::numbering::NumberingStyle;
use crate::template::words::Viewer;
use crate::value::Text;

impl Viewer<'_> {
    pub(super) fn amendments(&self, amendments: &Amendments, style: Option<NumberingStyle>) -> AmendmentsView {
        let document = amendments.document.as_ref();
        AmendmentsView {
            kieu: style.map_or("", NumberingStyle::word),
            van_ban: document.map(|document| self.citation(&document.name, false)).unwrap_or_default(),
            mo: self.opt_words(amendments.lead_in.as_ref()),
            noi_dung: amendments.changes.iter().map(|change| self.amendment(change)).collect(),
        }
    }

    fn amendment(&self, amendment: &Amendment) -> AmendmentView {
        let change = amendment.change.as_ref().map(|change| change.value);
        let letters: Vec<_> = amendment.new.iter().map(Text::letters).collect();
        let opens = letters.first().is_some_and(|first| first.starts_with('“'));
        let closes = letters.last().is_some_and(|last| last.trim_end_matches(['.', ';']).ends_with('”'));
        AmendmentView {
            viec: change.map_or("", Change::word),
            ten_viec: change.map_or("", Change::meaning),
            cho: self.opt_words(amendment.place_named.as_ref()).unwrap_or_default(),
            sau: self.opt_words(amendment.after.as_ref()),
            cum_tu: self.opt_words(amendment.old.as_ref()),
            boi: self.opt_words(amendment.by.as_ref()),
            cum_tu_co_ngoac: amendment.old.as_ref().is_some_and(is_quoted),
            boi_co_ngoac: amendment.by.as_ref().is_some_and(is_quoted),
            cho_co_tai: amendment.place_named.as_ref().is_some_and(|place| place.letters().starts_with("tại ")),
            thanh: self.all_words(amendment.new.iter()),
            co_ngoac: opens && closes,
        }
    }
}

/// Whether words stand in quotation marks of their own.
fn is_quoted(words: &Text) -> bool {
    let letters = words.letters();
    let pairs = [('“', '”'), ('"', '"'), ('«', '»'), ('‘', '’')];
    pairs.into_iter().any(|(opens, closes)| letters.starts_with(opens) && letters.ends_with(closes))
}
