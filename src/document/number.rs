//! Numbers of sections: generated, so that none is skipped or repeated.

use std::collections::{BTreeMap, BTreeSet};

use super::tree::{Inline, Text};
use crate::decree::Component;
use crate::vietnamese::{ordinal, point_letter, roman};

/// How an item is numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NumberStyle {
    /// `Phần I` on its own line.
    Part,
    /// `Phần thứ nhất` on its own line.
    PartInWords,
    /// `A.`, outside the decree but usual above `I.`.
    Capital,
    /// `I.`
    Roman,
    /// `1.`
    Arabic,
    /// `1.1.`, outside the decree but usual.
    Decimal,
    /// `a)`
    Letter,
    /// `a.`, outside the decree but usual.
    LetterDot,
    /// `Bước 1.`, outside the decree but usual in procedures.
    Step,
    /// `-`
    Dash,
    /// `+`
    Plus,
    /// Nothing.
    None,
}

/// The styles of a plan's levels when the plan chooses none.
pub(super) const USUAL: [NumberStyle; 5] =
    [NumberStyle::Roman, NumberStyle::Arabic, NumberStyle::Letter, NumberStyle::Dash, NumberStyle::Plus];

impl NumberStyle {
    /// Every style with its name in the XML vocabulary.
    pub(super) const NAMES: [(&'static str, Self); 12] = [
        ("phan", Self::Part),
        ("phan_thu", Self::PartInWords),
        ("A.", Self::Capital),
        ("I.", Self::Roman),
        ("1.", Self::Arabic),
        ("1.1.", Self::Decimal),
        ("a)", Self::Letter),
        ("a.", Self::LetterDot),
        ("buoc", Self::Step),
        ("-", Self::Dash),
        ("+", Self::Plus),
        ("khong", Self::None),
    ];

    pub(super) fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, style)| *style)
    }

    /// What the title of an item of this style is, on a line of its own.
    pub(super) fn title_component(self) -> Component {
        match self {
            Self::Part | Self::PartInWords => Component::PartTitle,
            Self::Capital | Self::Roman => Component::SectionTitle,
            Self::Arabic | Self::Decimal | Self::Step => Component::ClauseTitle,
            Self::Letter | Self::LetterDot | Self::None => Component::PointTitle,
            Self::Dash | Self::Plus => Component::BodyText,
        }
    }

    /// Whether a decimal number below it begins with its own.
    pub(super) fn continues(self) -> bool {
        matches!(self, Self::Arabic | Self::Decimal)
    }

    /// Whether its title stands on a line of its own, whatever follows.
    pub(super) fn stands_alone(self) -> bool {
        self.is_part() || matches!(self, Self::Capital | Self::Roman)
    }

    /// Whether it is a Phần, whose number has a line of its own.
    pub(super) fn is_part(self) -> bool {
        matches!(self, Self::Part | Self::PartInWords)
    }

    /// Whether its titles belong to the outline of headings.
    pub(super) fn has_headings(self) -> bool {
        !matches!(self, Self::Dash | Self::Plus)
    }
}

/// Where numbering stands.
#[derive(Clone, Copy)]
pub(super) struct Level<'a> {
    /// The styles of the levels, from the outermost in.
    pub(super) styles: &'a [NumberStyle],
    /// How deep it stands among them.
    pub(super) depth: usize,
    /// Titles around it.
    pub(super) titled: u8,
    /// The number of the item around it, from which a decimal number goes on.
    pub(super) number: &'a str,
}

impl Level<'_> {
    /// The style of this depth; below the styles that are given, a dash and then pluses.
    pub(super) fn style(&self) -> NumberStyle {
        let beyond = (self.depth + 1).saturating_sub(self.styles.len());
        match (self.styles.get(self.depth), self.styles.last()) {
            (Some(style), _) => *style,
            (None, None | Some(NumberStyle::None)) => NumberStyle::None,
            (None, Some(NumberStyle::Dash | NumberStyle::Plus)) => NumberStyle::Plus,
            (None, Some(_)) => {
                if beyond == 1 {
                    NumberStyle::Dash
                } else {
                    NumberStyle::Plus
                }
            }
        }
    }
}

/// Counts the items of one parent, each style by itself.
#[derive(Debug, Default)]
pub(super) struct Counters {
    counts: BTreeMap<NumberStyle, usize>,
    /// Styles of which some item of the parent has a bold title on a line of its own.
    titled: BTreeSet<NumberStyle>,
}

impl Counters {
    /// Counts the items of a parent of which some have a title alone on its line; their styles.
    pub(super) fn new(titled: impl IntoIterator<Item = NumberStyle>) -> Self {
        let is_bold = |style: &NumberStyle| style.title_component() == Component::ClauseTitle;
        Self { counts: BTreeMap::new(), titled: titled.into_iter().filter(is_bold).collect() }
    }

    /// Whether some title of a style is alone on its line and bold, so that the others should be too, their words below.
    ///
    /// A khoản is bold only where its title is the whole paragraph. Beside one that is, a title that ran in with its words
    /// would look like another kind of thing. Phụ lục I, phần I, mục II, khoản 6.
    pub(super) fn has_bold_titles(&self, style: NumberStyle) -> bool {
        self.titled.contains(&style)
    }

    /// The next number of a style under a parent whose own number is `parent`, such as `2` or `2.1`.
    pub(super) fn next(&mut self, style: NumberStyle, parent: &str) -> Number {
        let count = self.counts.entry(style).or_default();
        *count += 1;
        let plain = match style {
            NumberStyle::Decimal if !parent.is_empty() => format!("{parent}.{count}"),
            NumberStyle::Part | NumberStyle::Roman => roman(*count),
            NumberStyle::PartInWords => format!("thứ {}", ordinal(*count)),
            NumberStyle::Capital => point_letter(*count).to_uppercase(),
            NumberStyle::Arabic | NumberStyle::Decimal | NumberStyle::Step => count.to_string(),
            NumberStyle::Letter | NumberStyle::LetterDot => point_letter(*count),
            NumberStyle::Dash | NumberStyle::Plus | NumberStyle::None => String::new(),
        };
        let label = match style {
            NumberStyle::Part | NumberStyle::PartInWords => format!("Phần {plain}"),
            NumberStyle::Capital
            | NumberStyle::Roman
            | NumberStyle::Arabic
            | NumberStyle::Decimal
            | NumberStyle::LetterDot => format!("{plain}. "),
            NumberStyle::Step => format!("Bước {plain}. "),
            NumberStyle::Letter => format!("{plain}) "),
            NumberStyle::Dash => "- ".to_owned(),
            NumberStyle::Plus => "+ ".to_owned(),
            NumberStyle::None => String::new(),
        };
        let label = if label.is_empty() { Text::new() } else { vec![Inline::plain(label)] };
        Number { plain, label, count: *count }
    }
}

/// A number, bare and as it is printed before its item.
#[derive(Debug)]
pub(super) struct Number {
    /// The number alone: `2.1`.
    pub(super) plain: String,
    /// With its mark and a space: `2.1. `.
    pub(super) label: Text,
    /// Which of its style it is under its parent, from 1.
    pub(super) count: usize,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::plain_text;

    #[test]
    fn each_style_counts_by_itself() {
        let mut counters = Counters::default();
        let mut next = |style| plain_text(&counters.next(style, "2").label);
        assert_eq!(next(NumberStyle::Decimal), "2.1. ");
        assert_eq!(next(NumberStyle::Dash), "- ");
        assert_eq!(next(NumberStyle::Decimal), "2.2. ");
        assert_eq!(next(NumberStyle::Letter), "a) ");
        assert_eq!(next(NumberStyle::Roman), "I. ");
        assert_eq!(next(NumberStyle::Part), "Phần I");
        assert_eq!(next(NumberStyle::PartInWords), "Phần thứ nhất");
        assert_eq!(next(NumberStyle::PartInWords), "Phần thứ hai");
        assert_eq!(next(NumberStyle::Capital), "A. ");
        assert_eq!(next(NumberStyle::Step), "Bước 1. ");
    }
}
