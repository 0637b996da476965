//! Agendas as templates see them: when each item is, worded.

use serde::Serialize;

use crate::plan::agenda::{Agenda, AgendaDay, AgendaItem, Slot};
use crate::template::words::Viewer;
use crate::template::xml::Xml;
use crate::vietnamese;

/// An agenda.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct AgendaView {
    /// Where it stands in the plan.
    goc: usize,
    ten: Option<Xml>,
    /// Whether some item says who does it, so that there is a column for it.
    co_nguoi: bool,
    dong: Vec<AgendaRowView>,
    chu_thich: Vec<Xml>,
}

#[derive(Debug, Clone, Default, Serialize)]
struct AgendaRowView {
    /// Words across the table: a day, a part of one. The other cells are then empty.
    ngang: Option<Xml>,
    /// `07 giờ 30 - 08 giờ 00`.
    gio: Xml,
    viec: Vec<Xml>,
    nguoi: Xml,
}

impl Viewer<'_> {
    pub(in crate::template) fn agenda(&self, agenda: &Agenda) -> AgendaView {
        let items = || agenda.days.iter().flat_map(|day| &day.items);
        AgendaView {
            goc: agenda.place.span.range.start,
            ten: self.opt_words(agenda.caption.as_ref()),
            co_nguoi: items().any(|item| !item.who.is_empty()),
            dong: agenda.days.iter().flat_map(|day| self.agenda_day(day)).collect(),
            chu_thich: self.all_words(agenda.notes.iter()),
        }
    }

    fn agenda_day(&self, day: &AgendaDay) -> Vec<AgendaRowView> {
        let heading = day.date.as_ref().and_then(|date| date.value.0.to_day()).map(|day| {
            let words = format!("{}, ngày {}", vietnamese::capitalize(day.weekday().name()), day.display());
            AgendaRowView { ngang: Some(words.into()), ..AgendaRowView::default() }
        });
        let slots = day.slots();
        let items = day.items.iter().zip(slots).map(|(item, slot)| self.agenda_item(item, slot));
        heading.into_iter().chain(items).collect()
    }

    fn agenda_item(&self, item: &AgendaItem, slot: Slot) -> AgendaRowView {
        let who: Vec<_> = item.who.iter().map(|who| self.named(who).ten_ngan).collect();
        AgendaRowView {
            ngang: self.opt_words(item.part.as_ref()),
            gio: match (slot.start, slot.end) {
                (Some(start), Some(end)) => format!("{} - {}", start.display(), end.display()).into(),
                (Some(start), None) => format!("Từ {}", start.display()).into(),
                (None, _) => Xml::default(),
            },
            viec: self.all_words(item.what.iter()),
            nguoi: Xml::join(&who, ", "),
        }
    }
}
