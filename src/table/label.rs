//! A number in an ordinal column, and what the numbers inside it go on from.

use crate::plan::table::style::{RowStyle, Script};
use crate::value::Text;
use crate::vietnamese::{point_letter, roman};

/// What stands in an ordinal column of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum RowNumber {
    /// Nothing.
    None,
    /// The number that the clerk wrote.
    ByHand(Text),
    /// A number counted, as it is printed.
    Counted(String),
}

/// A number and what is known of it.
#[derive(Debug)]
pub(super) struct Label {
    /// What is printed.
    pub(super) number: RowNumber,
    /// What it is made of, if that is known.
    pub(super) script: Option<Script>,
    /// The number without signs around it: «2» of «(2)».
    bare: String,
    /// How many were counted with it; 0 for a number by hand.
    count: usize,
}

impl Label {
    /// No number.
    pub(super) fn none() -> Self {
        Self { number: RowNumber::None, script: None, bare: String::new(), count: 0 }
    }

    /// A number by hand.
    pub(super) fn by_hand(text: &Text, script: Option<Script>) -> Self {
        let letters = text.letters();
        let bare = letters.trim_matches(|letter: char| letter.is_whitespace() || "().:/".contains(letter)).to_owned();
        Self { number: RowNumber::ByHand(text.clone()), script, bare, count: 0 }
    }

    /// The number of a style that is counted so far, inside another number.
    pub(super) fn counted(style: &RowStyle, count: usize, around: Option<&Self>) -> Self {
        let bare = match style.script {
            Script::UpperLetter => point_letter(count).to_uppercase(),
            Script::Letter => point_letter(count),
            Script::Roman => roman(count),
            Script::LowerRoman => roman(count).to_lowercase(),
            Script::Number => count.to_string(),
            Script::Padded => format!("{count:02}"),
            Script::Decimal => match around.map(Self::step).filter(|step| !step.is_empty()) {
                Some(step) => format!("{step}.{count}"),
                None => count.to_string(),
            },
            Script::Sign | Script::None => String::new(),
        };
        let number = if style.script == Script::None {
            RowNumber::None
        } else {
            RowNumber::Counted(format!("{}{bare}{}", style.before, style.after))
        };
        Self { number, script: Some(style.script), bare, count }
    }

    /// Whether there is no number.
    pub(super) fn is_blank(&self) -> bool {
        self.number == RowNumber::None
    }

    /// What a decimal number inside goes on from: «2» for «2.», for «II» too.
    fn step(&self) -> String {
        if self.count > 0 && !self.bare.starts_with(|first: char| first.is_ascii_digit()) {
            self.count.to_string()
        } else {
            self.bare.clone()
        }
    }
}
