//! What a file says of a paragraph as a whole: how it is set.

use std::rc::Rc;

use super::letters::{Letters, rgb};
use super::section::Section;
use super::theme::Theme;
use super::xml::{Tag, Token, Xml};
use crate::inspect::observed::{Align, Refusal};

/// Twips of the space that Word takes where a page of the web would decide.
const WEB_SPACE: i64 = 280;

/// Hundredths of a line to the line, and twips to the line, where spaces are given in lines.
const LINE: (i64, i64) = (100, 240);

/// Tab stops that one level may set, as many as Word takes.
const MOST_STOPS: usize = 64;

/// What one level says of a paragraph; lengths in twips.
#[derive(Debug, Clone, Default)]
pub(super) struct Setting {
    pub(super) style: Option<Rc<str>>,
    pub(super) align: Option<Align>,
    pub(super) left: Option<i64>,
    pub(super) right: Option<i64>,
    pub(super) first_line: Option<i64>,
    pub(super) before: Option<i64>,
    pub(super) after: Option<i64>,
    /// How far lines are from each other, and whether it is a length or 240ths of a single line.
    pub(super) line: Option<(i64, Pitch)>,
    pub(super) has_no_space_between_alike: Option<bool>,
    pub(super) keeps_next: Option<bool>,
    pub(super) begins_page: Option<bool>,
    /// The list.
    pub(super) list: Option<i64>,
    /// The level in the list.
    pub(super) level: Option<i64>,
    pub(super) stops: Vec<Stop>,
    /// Above, left, below, right.
    pub(super) borders: [Option<Edge>; 4],
    /// Where its frame stands across the page.
    pub(super) frame: Option<Frame>,
}

/// How the distance of lines is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pitch {
    /// In 240ths of a single line.
    Lines,
    /// As a length.
    Exact,
    /// As a length that grows with the letters.
    AtLeast,
}

/// A tab stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stop {
    /// Twips from the margin.
    pub(super) at: i64,
    /// What it sets there.
    pub(super) kind: StopKind,
}

/// What a tab stop does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StopKind {
    Left,
    Center,
    Right,
    /// Takes away one that a style sets.
    Cleared,
}

/// A side of a border.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Edge {
    /// Whether it is seen.
    pub(super) is_drawn: bool,
    /// Whether it has no gaps.
    pub(super) is_solid: bool,
    /// Its colour, unless black.
    pub(super) color: Option<[u8; 3]>,
}

/// A frame round a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Frame {
    /// How it is set across the page.
    pub(super) align: Option<Align>,
    /// Its width.
    pub(super) width: Option<i64>,
    /// Its height.
    pub(super) height: Option<i64>,
}

/// All that stands in the properties of a paragraph.
#[derive(Debug, Default)]
pub(super) struct Direct {
    pub(super) setting: Setting,
    /// The letters of its mark.
    pub(super) mark: Letters,
    /// Whether its mark is deleted.
    pub(super) is_mark_deleted: bool,
    /// The section that it ends.
    pub(super) section: Option<Section>,
}

impl Direct {
    /// Reads the element `pPr` that has just begun.
    pub(super) fn read(xml: &mut Xml<'_>, theme: &Theme) -> Result<Self, Refusal> {
        let depth = xml.depth();
        let mut direct = Self::default();
        while let Some(token) = xml.within(depth)? {
            let Token::Open(tag) = token else { continue };
            match tag.name() {
                "rPr" => {
                    let deletions = xml.deletions;
                    direct.mark = Letters::read(xml, theme)?;
                    direct.is_mark_deleted = xml.deletions > deletions;
                }
                "sectPr" => direct.section = Some(Section::read(xml)?),
                _ => direct.setting.take(&tag),
            }
        }
        Ok(direct)
    }
}

impl Setting {
    /// Takes what an element inside `pPr` says.
    fn take(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "pStyle" => self.style = tag.val().map(|id| Rc::from(&*id)),
            "jc" => self.align = tag.val().and_then(|value| align(&value)),
            "ind" => self.take_indents(tag),
            "spacing" => self.take_spaces(tag),
            "contextualSpacing" => self.has_no_space_between_alike = Some(tag.switch()),
            "keepNext" => self.keeps_next = Some(tag.switch()),
            "pageBreakBefore" => self.begins_page = Some(tag.switch()),
            "numId" => self.list = tag.number("val"),
            "ilvl" => self.level = tag.number("val"),
            "tab" if self.stops.len() < MOST_STOPS => self.stops.extend(stop(tag)),
            "top" => self.borders[0] = Some(Edge::of(tag)),
            "left" => self.borders[1] = Some(Edge::of(tag)),
            "bottom" => self.borders[2] = Some(Edge::of(tag)),
            "right" => self.borders[3] = Some(Edge::of(tag)),
            "framePr" => {
                let is_anchored = tag.get("dropCap").is_none_or(|kind| kind == "none");
                let align = tag.get("xAlign").and_then(|value| align(&value));
                let (width, height) = (tag.twips("w"), tag.twips("h"));
                self.frame = is_anchored.then_some(Frame { align, width, height });
            }
            _ => {}
        }
    }

    fn take_indents(&mut self, tag: &Tag<'_>) {
        self.left = tag.twips("left").or_else(|| tag.twips("start")).or(self.left);
        self.right = tag.twips("right").or_else(|| tag.twips("end")).or(self.right);
        let hanging = tag.twips("hanging").map(|length| -length);
        self.first_line = hanging.or_else(|| tag.twips("firstLine")).or(self.first_line);
    }

    fn take_spaces(&mut self, tag: &Tag<'_>) {
        let space = |name: &str, web: &str, lines: &str| {
            let is_web = tag.get(web).is_some_and(|value| !matches!(&*value, "0" | "false" | "off"));
            let in_lines = || tag.number(lines).filter(|count| *count != 0).map(|count| count * LINE.1 / LINE.0);
            if is_web { Some(WEB_SPACE) } else { tag.twips(name).or_else(in_lines) }
        };
        self.before = space("before", "beforeAutospacing", "beforeLines").or(self.before);
        self.after = space("after", "afterAutospacing", "afterLines").or(self.after);
        let pitch = match tag.get("lineRule").as_deref() {
            Some("exact") => Pitch::Exact,
            Some("atLeast") => Pitch::AtLeast,
            _ => Pitch::Lines,
        };
        self.line = tag.twips("line").map(|line| (line.abs(), pitch)).or(self.line);
    }

    /// This level under another that says more.
    pub(super) fn under(&self, more: &Self) -> Self {
        let mut borders = self.borders;
        for (own, more) in borders.iter_mut().zip(more.borders) {
            *own = more.or(*own);
        }
        let mut stops: Vec<Stop> = self.stops.clone();
        for stop in &more.stops {
            stops.retain(|own| own.at != stop.at);
            stops.extend((stop.kind != StopKind::Cleared).then_some(*stop));
        }
        stops.sort_by_key(|stop| stop.at);
        Self {
            style: more.style.clone().or_else(|| self.style.clone()),
            align: more.align.or(self.align),
            left: more.left.or(self.left),
            right: more.right.or(self.right),
            first_line: more.first_line.or(self.first_line),
            before: more.before.or(self.before),
            after: more.after.or(self.after),
            line: more.line.or(self.line),
            has_no_space_between_alike: more.has_no_space_between_alike.or(self.has_no_space_between_alike),
            keeps_next: more.keeps_next.or(self.keeps_next),
            begins_page: more.begins_page.or(self.begins_page),
            list: more.list.or(self.list),
            level: more.level.or(self.level),
            stops,
            borders,
            frame: more.frame.or(self.frame),
        }
    }

    /// What a list says of the indents of its paragraphs.
    pub(super) fn indents(&self) -> Self {
        let (left, right, first_line) = (self.left, self.right, self.first_line);
        Self { left, right, first_line, stops: self.stops.clone(), ..Self::default() }
    }
}

impl Edge {
    /// What an element of a border says.
    pub(super) fn of(tag: &Tag<'_>) -> Self {
        let kind = tag.val().unwrap_or_default();
        let is_drawn = !matches!(&*kind, "" | "nil" | "none");
        let is_solid = !(kind.starts_with("dot") || kind.starts_with("dash"));
        Self { is_drawn, is_solid, color: tag.get("color").and_then(|value| rgb(&value)) }
    }
}

/// Where a value puts lines.
fn align(value: &str) -> Option<Align> {
    match value {
        "left" | "start" => Some(Align::Left),
        "center" => Some(Align::Center),
        "right" | "end" => Some(Align::Right),
        "both" | "distribute" | "lowKashida" | "mediumKashida" | "highKashida" | "thaiDistribute" => Some(Align::Both),
        _ => None,
    }
}

/// The tab stop of an element.
fn stop(tag: &Tag<'_>) -> Option<Stop> {
    let kind = match tag.val().as_deref() {
        Some("center") => StopKind::Center,
        Some("right" | "end") => StopKind::Right,
        Some("clear") => StopKind::Cleared,
        Some("bar") => return None,
        _ => StopKind::Left,
    };
    tag.twips("pos").map(|at| Stop { at, kind })
}
