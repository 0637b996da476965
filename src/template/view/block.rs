//! The body tree, taken apart into steps.

use super::step::Event;
use crate::plan::block::{Block, Content};
use crate::plan::mount::{Mount, MountKind};
use crate::plan::numbering::NumberingStyle;
use crate::template::words::Viewer;
use crate::template::xml::Xml;

impl Event {
    fn new(step: &'static str) -> Self {
        Self {
            buoc: step,
            kieu: "",
            nhan: Xml::default(),
            ma: String::new(),
            ten: None,
            loi: None,
            in_du_lieu: None,
            bang: None,
            sua_doi: None,
        }
    }
}

fn word(style: Option<NumberingStyle>) -> &'static str {
    style.map_or("", NumberingStyle::word)
}

impl Viewer<'_> {
    /// Some parts as steps. `style` is the style of items that have none of their own and are no plain paragraphs.
    pub(in crate::template) fn events(&self, blocks: &[Block], style: Option<NumberingStyle>) -> Vec<Event> {
        let mut events = Vec::new();
        self.push_all(blocks, style, &mut events);
        events
    }

    fn push_all(&self, blocks: &[Block], style: Option<NumberingStyle>, events: &mut Vec<Event>) {
        for (index, block) in blocks.iter().enumerate() {
            // A list that several mounts print one after the other ends once.
            let goes_on = lists(block).is_some_and(|kind| blocks.get(index + 1).and_then(lists) == Some(kind));
            self.push(block, style, goes_on, events);
        }
    }

    fn push(&self, block: &Block, usual: Option<NumberingStyle>, goes_on: bool, events: &mut Vec<Event>) {
        let style = block.style.or(usual);
        let mut within = None;
        let mut apart = Vec::new();
        for content in &block.content {
            match content {
                Content::Mount(mount) if mount.shown_as().in_words() && within.is_none() => {
                    within = Some(self.mount(mount, style, goes_on));
                }
                Content::Blocks(_) | Content::Mount(_) | Content::Table(_) | Content::Amendments(_) => {
                    apart.push(content);
                }
            }
        }
        let (heading, text) = (self.opt_words(block.heading.as_ref()), self.opt_words(block.text.as_ref()));
        let speaks = text.is_some() || within.is_some();
        let is_item = heading.is_some() || block.label.is_some() || (speaks && style.is_some());
        if is_item {
            events.push(Event {
                kieu: word(style),
                nhan: self.opt_words(block.label.as_ref()).unwrap_or_default(),
                ma: block.id.as_ref().map(|id| id.0.name.clone()).unwrap_or_default(),
                ten: heading,
                loi: text,
                in_du_lieu: within,
                ..Event::new("mo")
            });
        } else if speaks {
            events.push(Event { loi: text, in_du_lieu: within, ..Event::new("doan") });
        }
        for content in apart {
            match content {
                Content::Mount(mount) => {
                    let style = if is_item { None } else { style };
                    let view = self.mount(mount, style, goes_on && !is_item);
                    events.push(Event { in_du_lieu: Some(view), ..Event::new("in") });
                }
                Content::Table(table) => events.push(Event { bang: Some(self.table(table)), ..Event::new("bang") }),
                Content::Amendments(amendments) => {
                    let view = self.amendments(amendments, if is_item { None } else { style });
                    events.push(Event { sua_doi: Some(view), ..Event::new("sua_doi") });
                }
                Content::Blocks(blocks) => self.push_all(blocks, None, events),
            }
        }
        if is_item {
            events.push(Event::new("dong"));
        }
    }
}

/// The data that a part prints as part of the list around it, and nothing else.
fn lists(block: &Block) -> Option<MountKind> {
    let is_item = block.heading.is_some() || block.label.is_some() || block.style.is_some();
    // What stands in words is an item of the list only where it has a number or a heading.
    let joins = |mount: &Mount| {
        let form = mount.shown_as();
        if form.in_words() { is_item } else { !form.is_table() && block.heading.is_none() }
    };
    match block.content.as_slice() {
        [Content::Mount(mount)] if joins(mount) => Some(mount.kind.value),
        _ => None,
    }
}
