//! Automatic numbers: lists, their levels and what each paragraph's label says.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::letters::Letters;
use super::refusal::too_large;
use super::setting::{Direct, Setting};
use super::symbol::symbol;
use super::theme::Theme;
use super::xml::{Token, Xml};
use crate::inspect::observed::Refusal;
use crate::vietnamese;

/// Lists that a file may have.
const MOST_LISTS: usize = 50_000;

/// Levels of a list.
const LEVELS: usize = 9;

/// The lists of a file.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    patterns: HashMap<i64, Pattern>,
    lists: HashMap<i64, List>,
    /// Lists that are named after a style, by its name.
    named: HashMap<Rc<str>, i64>,
}

/// What the lists of a kind look like.
#[derive(Debug, Default)]
struct Pattern {
    levels: [Level; LEVELS],
    /// The style whose list it is.
    link: Option<Rc<str>>,
}

/// A list: a pattern, and what it has of its own.
#[derive(Debug, Default)]
struct List {
    pattern: i64,
    own: Vec<(usize, Level)>,
    starts: Vec<(usize, i64)>,
}

/// A level.
#[derive(Debug, Clone, Default)]
struct Level {
    start: Option<i64>,
    format: Option<Rc<str>>,
    text: Rc<str>,
    has_no_space: bool,
    is_legal: bool,
    /// The level, from 1, after which it begins anew; 0 for never.
    restart: Option<i64>,
    style: Option<Rc<str>>,
    setting: Setting,
    letters: Letters,
    /// The typeface of its label.
    font: Rc<str>,
}

/// A label.
#[derive(Debug, Clone)]
pub(super) struct Label {
    /// What it says, the space after it included.
    pub(super) text: String,
    /// What its letters say beyond those of the paragraph.
    pub(super) letters: Letters,
    /// Whether it is a sign, whose typeface has no letters.
    pub(super) is_bullet: bool,
}

/// How far each list has come.
#[derive(Debug, Default)]
pub(super) struct Counters {
    counts: HashMap<i64, [Option<i64>; LEVELS]>,
    begun: HashSet<(i64, usize)>,
}

impl Numbering {
    /// Reads the lists.
    pub(super) fn read(xml: &mut Xml<'_>, theme: &Theme) -> Result<Self, Refusal> {
        let mut numbering = Self::default();
        while let Some(token) = xml.within(0)? {
            let Token::Open(tag) = token else { continue };
            match tag.name() {
                "abstractNum" => {
                    let id = tag.number("abstractNumId").unwrap_or_default();
                    let (pattern, name) = Pattern::read(xml, theme)?;
                    if let Some(name) = name {
                        numbering.named.insert(name, id);
                    }
                    numbering.patterns.insert(id, pattern);
                }
                "num" => {
                    let id = tag.number("numId").unwrap_or_default();
                    numbering.lists.insert(id, List::read(xml, theme)?);
                }
                "numPicBullet" => xml.skip()?,
                _ => {}
            }
            if numbering.patterns.len() + numbering.lists.len() > MOST_LISTS {
                return Err(too_large("có hơn 50.000 danh sách đánh số"));
            }
        }
        Ok(numbering)
    }

    /// The levels of a list, through the style that it is linked to.
    fn pattern(&self, list: &List) -> Option<(i64, &Pattern)> {
        let pattern = self.patterns.get(&list.pattern)?;
        let linked = pattern.link.as_ref().and_then(|name| self.named.get(name));
        match linked.and_then(|id| self.patterns.get(id).map(|pattern| (*id, pattern))) {
            Some(linked) => Some(linked),
            None => Some((list.pattern, pattern)),
        }
    }

    fn level(&self, list: i64, level: usize) -> Option<&Level> {
        let list = self.lists.get(&list)?;
        let own = list.own.iter().find(|(at, _)| *at == level).map(|(_, level)| level);
        own.or_else(|| self.pattern(list)?.1.levels.get(level))
    }

    /// The level of a list at which paragraphs of a style stand.
    pub(super) fn level_of(&self, list: i64, said: Option<i64>, style: &str) -> i64 {
        let of_style = || {
            (0..LEVELS)
                .find(|level| self.level(list, *level).is_some_and(|level| level.style.as_deref() == Some(style)))
        };
        said.unwrap_or_else(|| of_style().and_then(|level| i64::try_from(level).ok()).unwrap_or(0))
    }

    /// The indents that a level of a list gives its paragraphs.
    pub(super) fn indents(&self, list: i64, level: i64) -> Setting {
        let level = usize::try_from(level).ok().and_then(|level| self.level(list, level));
        level.map(|level| level.setting.indents()).unwrap_or_default()
    }

    /// Counts a paragraph and says its label; `None` where the list has none.
    pub(super) fn label(&self, counters: &mut Counters, list: i64, level: i64) -> Option<Label> {
        let at = usize::try_from(level).ok().filter(|at| *at < LEVELS)?;
        let known = self.lists.get(&list)?;
        let (id, _) = self.pattern(known)?;
        let levels: Vec<&Level> = (0..LEVELS).filter_map(|level| self.level(list, level)).collect();
        let own = *levels.get(at)?;
        let counts = counters.counts.entry(id).or_default();
        let begins = known.starts.iter().find(|(level, _)| *level == at).map(|(_, start)| *start);
        let begins = begins.filter(|_| counters.begun.insert((list, at)));
        let start = |level: &Level| level.start.unwrap_or(0);
        counts[at] = Some(match (begins, counts[at]) {
            (Some(start), _) => start,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => start(own),
        });
        for (above, level) in levels.iter().enumerate().take(at) {
            counts[above] = counts[above].or(Some(start(level)));
        }
        for (below, level) in levels.iter().enumerate().skip(at + 1) {
            let restarts = level.restart.is_none_or(|after| usize::try_from(after).is_ok_and(|after| at < after));
            counts[below] = counts[below].filter(|_| !restarts);
        }
        let text = own.printed(&levels, counts)?;
        let is_bullet = own.format.as_deref() == Some("bullet");
        let text = if own.has_no_space { text } else { format!("{text} ") };
        Some(Label { text, letters: own.letters.clone(), is_bullet })
    }
}

impl Pattern {
    /// Reads the element `abstractNum` that has just begun, and the style that it names.
    fn read(xml: &mut Xml<'_>, theme: &Theme) -> Result<(Self, Option<Rc<str>>), Refusal> {
        let depth = xml.depth();
        let (mut pattern, mut name) = (Self::default(), None);
        while let Some(token) = xml.within(depth)? {
            let Token::Open(tag) = token else { continue };
            match tag.name() {
                "lvl" => {
                    let at = tag.number("ilvl").and_then(|at| usize::try_from(at).ok());
                    let level = Level::read(xml, theme)?;
                    if let Some(slot) = at.and_then(|at| pattern.levels.get_mut(at)) {
                        *slot = level;
                    }
                }
                "numStyleLink" => pattern.link = tag.val().map(|id| Rc::from(&*id)),
                "styleLink" => name = tag.val().map(|id| Rc::from(&*id)),
                _ => {}
            }
        }
        Ok((pattern, name))
    }
}

impl List {
    /// Reads the element `num` that has just begun.
    fn read(xml: &mut Xml<'_>, theme: &Theme) -> Result<Self, Refusal> {
        let depth = xml.depth();
        let mut list = Self::default();
        let mut at = None;
        while let Some(token) = xml.within(depth)? {
            let Token::Open(tag) = token else { continue };
            match tag.name() {
                "abstractNumId" => list.pattern = tag.number("val").unwrap_or_default(),
                "lvlOverride" => {
                    at = tag.number("ilvl").and_then(|at| usize::try_from(at).ok()).filter(|at| *at < LEVELS);
                }
                "startOverride" => list.starts.extend(at.zip(tag.number("val")).filter(|_| list.starts.len() < LEVELS)),
                "lvl" => {
                    let level = Level::read(xml, theme)?;
                    list.own.extend(at.map(|at| (at, level)).filter(|_| list.own.len() < LEVELS));
                }
                _ => {}
            }
        }
        Ok(list)
    }
}

impl Level {
    /// Reads the element `lvl` that has just begun.
    fn read(xml: &mut Xml<'_>, theme: &Theme) -> Result<Self, Refusal> {
        let depth = xml.depth();
        let mut level = Self::default();
        while let Some(token) = xml.within(depth)? {
            let Token::Open(tag) = token else { continue };
            match tag.name() {
                "start" => level.start = tag.number("val"),
                "numFmt" => level.format = tag.val().map(|name| Rc::from(&*name)),
                "lvlText" => level.text = Rc::from(&*tag.val().unwrap_or_default()),
                "suff" => level.has_no_space = tag.val().is_some_and(|value| value == "nothing"),
                "isLgl" => level.is_legal = tag.switch(),
                "lvlRestart" => level.restart = tag.number("val"),
                "pStyle" => level.style = tag.val().map(|id| Rc::from(&*id)),
                "pPr" => level.setting = Direct::read(xml, theme)?.setting,
                "rPr" => {
                    level.letters = Letters::read(xml, theme)?;
                    level.font = level.letters.font();
                }
                _ => {}
            }
        }
        Ok(level)
    }

    /// Its label for some counts; `None` if it has none.
    fn printed(&self, levels: &[&Self], counts: &[Option<i64>; LEVELS]) -> Option<String> {
        if self.text.is_empty() || self.format.as_deref() == Some("none") {
            return None;
        }
        if self.format.as_deref() == Some("bullet") {
            return Some(self.text.chars().map(|sign| symbol(&self.font, sign)).collect());
        }
        let mut text = String::new();
        let mut letters = self.text.chars().peekable();
        while let Some(letter) = letters.next() {
            let place = letters.peek().and_then(|digit| digit.to_digit(10)).filter(|place| *place > 0);
            let place = place.filter(|_| letter == '%').and_then(|place| usize::try_from(place - 1).ok());
            let Some((place, level)) = place.and_then(|place| levels.get(place).map(|level| (place, level))) else {
                text.push(letter);
                continue;
            };
            letters.next();
            let format = if self.is_legal { "decimal" } else { level.format.as_deref().unwrap_or("decimal") };
            text.push_str(&number(format, counts[place].unwrap_or(0)));
        }
        Some(text).filter(|text| !text.is_empty())
    }
}

/// A number in the digits of a format.
pub(super) fn number(format: &str, value: i64) -> String {
    /// Beyond it Word prints nothing that anyone reads.
    const MOST: usize = 5_000;
    let plain = || value.to_string();
    let Some(count) = usize::try_from(value).ok().filter(|count| *count > 0 && *count < MOST) else { return plain() };
    let letter = |first: u8| {
        let place = u8::try_from((count - 1) % 26).unwrap_or_default();
        char::from(first + place).to_string().repeat((count - 1) / 26 + 1)
    };
    match format {
        "upperRoman" => vietnamese::roman(count),
        "lowerRoman" => vietnamese::roman(count).to_lowercase(),
        "upperLetter" => letter(b'A'),
        "lowerLetter" => letter(b'a'),
        "decimalZero" => format!("{count:02}"),
        "cardinalText" | "vietnameseCounting" => vietnamese::number_in_words(count as u128),
        "none" => String::new(),
        _ => plain(),
    }
}
