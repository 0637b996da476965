//! What a file says of letters: each level little, all together what is seen.

use std::rc::Rc;

use super::theme::Theme;
use super::xml::{Token, Xml};
use crate::inspect::observed::Refusal;

/// Half-points of letters of which the file says no size.
const USUAL_SIZE: i64 = 20;

/// Half-points of the largest letters that Word takes.
const LARGEST: i64 = 3_276;

/// Twips between letters that are no text any more.
const MOST_APART: i64 = 1_000;

/// What is switched: what a style switches on, a style of another kind that switches it too switches off again.
#[derive(Debug, Clone, Copy)]
pub(super) enum Toggle {
    Bold,
    Italic,
    Caps,
    SmallCaps,
    Hidden,
}

/// Switches by [`Toggle`].
type Switches = [Option<bool>; 5];

/// What one level says of letters.
#[derive(Debug, Clone, Default)]
pub(super) struct Letters {
    ascii: Option<Rc<str>>,
    high: Option<Rc<str>>,
    eastern: Option<Rc<str>>,
    size: Option<i64>,
    switches: Switches,
    underline: Option<bool>,
    color: Option<Option<[u8; 3]>>,
    raised: Option<bool>,
    /// Hundredths of their width, and twips between them.
    scale: Option<i64>,
    apart: Option<i64>,
    /// The style of letters.
    pub(super) style: Option<Rc<str>>,
    /// The language.
    pub(super) language: Option<Rc<str>>,
}

/// What letters look like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Look {
    /// The typeface of letters of the keyboard.
    pub(super) ascii: Rc<str>,
    /// The typeface of all others, so of most that are Vietnamese.
    pub(super) high: Rc<str>,
    /// The typeface of Chinese letters.
    pub(super) eastern: Rc<str>,
    /// Half-points.
    pub(super) size: i64,
    pub(super) is_bold: bool,
    pub(super) is_italic: bool,
    pub(super) has_capitals: bool,
    pub(super) is_hidden: bool,
    pub(super) is_underlined: bool,
    pub(super) is_raised: bool,
    /// Hundredths of their width, and twips between them.
    pub(super) drawn: (i64, i64),
    pub(super) color: Option<[u8; 3]>,
}

impl Letters {
    /// Reads the element `rPr` that has just begun.
    pub(super) fn read(xml: &mut Xml<'_>, theme: &Theme) -> Result<Self, Refusal> {
        let depth = xml.depth();
        let mut letters = Self::default();
        while let Some(token) = xml.within(depth)? {
            let Token::Open(tag) = token else { continue };
            match tag.name() {
                "rFonts" => {
                    let font = |plain: &str, themed: &str| {
                        let named = tag.get(themed).and_then(|name| theme.font(&name));
                        named.or_else(|| tag.get(plain).map(|name| Rc::from(name.trim())))
                    };
                    letters.ascii = font("ascii", "asciiTheme");
                    letters.high = font("hAnsi", "hAnsiTheme");
                    letters.eastern = font("eastAsia", "eastAsiaTheme");
                }
                "b" => letters.set(Toggle::Bold, tag.switch()),
                "i" => letters.set(Toggle::Italic, tag.switch()),
                "caps" => letters.set(Toggle::Caps, tag.switch()),
                "smallCaps" => letters.set(Toggle::SmallCaps, tag.switch()),
                "vanish" => letters.set(Toggle::Hidden, tag.switch()),
                "u" => letters.underline = tag.val().map(|kind| kind != "none"),
                "sz" => letters.size = size(&tag.val().unwrap_or_default()),
                "color" => letters.color = tag.val().map(|value| rgb(&value)),
                "w" => letters.scale = tag.number("val").filter(|scale| (1..=600).contains(scale)),
                "spacing" => letters.apart = tag.twips("val").filter(|apart| apart.abs() < MOST_APART),
                "vertAlign" => letters.raised = tag.val().map(|value| value != "baseline"),
                "rStyle" => letters.style = tag.val().map(|id| Rc::from(&*id)),
                "lang" => letters.language = tag.val().map(|name| Rc::from(&*name)),
                _ => {}
            }
        }
        Ok(letters)
    }

    /// The typeface that this level names; empty if it names none.
    pub(super) fn font(&self) -> Rc<str> {
        self.ascii.clone().or_else(|| self.high.clone()).unwrap_or_else(|| Rc::from(""))
    }

    /// These letters in the typeface of others.
    pub(super) fn without_font(&self) -> Self {
        Self { ascii: None, high: None, eastern: None, ..self.clone() }
    }

    fn set(&mut self, toggle: Toggle, value: bool) {
        self.switches[toggle as usize] = Some(value);
    }

    /// This level under another of the same kind that says more.
    pub(super) fn under(&self, more: &Self) -> Self {
        let mut switches = self.switches;
        for (own, more) in switches.iter_mut().zip(more.switches) {
            *own = more.or(*own);
        }
        Self {
            ascii: more.ascii.clone().or_else(|| self.ascii.clone()),
            high: more.high.clone().or_else(|| self.high.clone()),
            eastern: more.eastern.clone().or_else(|| self.eastern.clone()),
            size: more.size.or(self.size),
            switches,
            underline: more.underline.or(self.underline),
            color: more.color.or(self.color),
            raised: more.raised.or(self.raised),
            scale: more.scale.or(self.scale),
            apart: more.apart.or(self.apart),
            style: more.style.clone().or_else(|| self.style.clone()),
            language: more.language.clone().or_else(|| self.language.clone()),
        }
    }

    /// What letters look like for which levels of different kinds speak: the defaults, then styles of tables, paragraphs and
    /// letters, then what is said at the place itself. `all` is what they say together.
    pub(super) fn look(all: Self, defaults: &Self, styles: &[&Self], direct: &Self) -> Look {
        let on = |toggle: Toggle| {
            let of = |letters: &Self| letters.switches[toggle as usize];
            of(direct).unwrap_or_else(|| {
                of(defaults) == Some(true) || styles.iter().filter(|style| of(style) == Some(true)).count() % 2 == 1
            })
        };
        let ascii = all.ascii.or_else(|| all.high.clone()).unwrap_or_else(|| Rc::from(""));
        let high = all.high.unwrap_or_else(|| ascii.clone());
        Look {
            eastern: all.eastern.unwrap_or_else(|| ascii.clone()),
            ascii,
            high,
            size: all.size.unwrap_or(USUAL_SIZE),
            is_bold: on(Toggle::Bold),
            is_italic: on(Toggle::Italic),
            has_capitals: on(Toggle::Caps) || on(Toggle::SmallCaps),
            is_hidden: on(Toggle::Hidden),
            is_underlined: all.underline.unwrap_or(false),
            is_raised: all.raised.unwrap_or(false),
            drawn: (all.scale.unwrap_or(100), all.apart.unwrap_or(0)),
            color: all.color.flatten(),
        }
    }
}

/// Half-points: bare, or with a unit.
fn size(text: &str) -> Option<i64> {
    const EMU_PER_HALF_POINT: i64 = 6_350;
    let has_unit = text.contains(|letter: char| letter.is_ascii_alphabetic());
    let size = if has_unit { super::xml::emu(text)? / EMU_PER_HALF_POINT } else { super::xml::whole(text)? };
    Some(size.clamp(1, LARGEST))
}

/// A colour; `None` for black and for the reader's own.
pub(super) fn rgb(text: &str) -> Option<[u8; 3]> {
    let digits = text.trim().trim_start_matches('#');
    let named = [("red", "FF0000"), ("blue", "0000FF"), ("green", "008000"), ("white", "FFFFFF"), ("#f00", "FF0000")];
    let short = |text: &str| text.chars().flat_map(|digit| [digit, digit]).collect::<String>();
    let digits = match named.iter().find(|(name, _)| text.trim().eq_ignore_ascii_case(name)) {
        Some((_, value)) => (*value).to_owned(),
        None if digits.len() == 3 => short(digits),
        None => digits.get(..6).map(str::to_owned)?,
    };
    let value = u32::from_str_radix(&digits, 16).ok()?;
    let [_, red, green, blue] = value.to_be_bytes();
    Some([red, green, blue]).filter(|color| *color != [0, 0, 0])
}
