//! Numbers that rows carry by hand, «A», «II», «1.2», «a)», and the level that each speaks of.

use crate::plan::table::row::{Row, RowKind};
use crate::plan::table::written::Ordinal;
use crate::vietnamese::roman;

/// What a step of a number is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Script {
    /// «A», «Đ»
    Letter(Case),
    /// «I», «ii»
    Roman(Case),
    /// «1», «1a»
    Digits,
}

impl Script {
    /// The scripts that a step may be of.
    pub(super) fn alike(step: &str) -> &'static [Self] {
        match step.chars().next() {
            Some(first) if first.is_ascii_digit() => &[Self::Digits],
            Some(first) if first.is_uppercase() => &[Self::Letter(Case::Upper), Self::Roman(Case::Upper)],
            _ => &[Self::Letter(Case::Lower), Self::Roman(Case::Lower)],
        }
    }
}

/// Upper or lower case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Case {
    /// «A»
    Upper,
    /// «a»
    Lower,
}

/// The level of rows that are numbered alike.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// Numbered by the program.
    Automatic,
    /// Numbered by steps: what the last is made of, and how many there are.
    Steps(Script, usize),
    /// Numbered otherwise, «TDA 1»: all but the digits.
    Other(String),
}

/// A number by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// Its level.
    pub(super) class: Class,
    /// Its steps, «3» and «1» of «3.1»; none if it is not made of steps.
    pub(super) path: Vec<String>,
    /// Its place among numbers of its level: «1», then «1a», then «2».
    pub(super) rank: (usize, String),
}

impl Mark {
    /// Whether it goes on from another number than that of the row around it: «3.1» inside «2».
    pub(super) fn contradicts(&self, around: &Self) -> bool {
        let Class::Steps(script, steps) = around.class else { return false };
        let begins = self.path.get(..steps).filter(|_| self.path.len() > steps);
        let alike = |upper: &&[String]| upper.last().is_some_and(|last| Script::alike(last).contains(&script));
        begins.filter(alike).is_some_and(|upper| upper != around.path)
    }
}

/// More steps than any number has.
const MOST_STEPS: usize = 9;

/// The numbers that rows carry by hand. Whether «I» is a letter or a Roman number follows from the rows before it.
pub(super) fn marks(rows: &[Row]) -> Vec<Option<Mark>> {
    let mut history = [History::default(), History::default()];
    let mark = |row: &Row| {
        let (RowKind::Ordinary | RowKind::Group(_), Some(Ordinal(Some(text)))) = (&row.kind, &row.ordinal) else {
            return None;
        };
        Some(read(&text.letters(), &mut history))
    };
    rows.iter().map(mark).collect()
}

fn read(text: &str, history: &mut [History; 2]) -> Mark {
    let bare = text.trim().trim_start_matches('(').trim_end_matches(['.', ')', '/', ':']).trim_end();
    let steps: Option<Vec<Step>> = bare.split('.').map(Step::read).collect();
    let Some(mut steps) = steps.filter(|steps| steps.len() <= MOST_STEPS) else {
        let class = Class::Other(text.trim().chars().filter(|letter| !letter.is_ascii_digit()).collect());
        return Mark { class, path: Vec::new(), rank: (0, String::new()) };
    };
    if let [step] = steps.as_mut_slice() {
        step.settle(history);
    }
    let depth = steps.len();
    let last = steps.pop().unwrap_or_default();
    let class = Class::Steps(last.script, depth);
    let mut path: Vec<String> = steps.into_iter().map(|step| step.text).collect();
    path.push(last.text);
    Mark { class, path, rank: (last.value, last.suffix) }
}

/// One step of a number: «1a» of «2.1a».
#[derive(Debug)]
struct Step {
    script: Script,
    /// As it is compared with others.
    text: String,
    value: usize,
    suffix: String,
}

impl Default for Step {
    fn default() -> Self {
        Self { script: Script::Digits, text: String::new(), value: 0, suffix: String::new() }
    }
}

impl Step {
    fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (digits, suffix) = text.split_at(text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len()));
        if !digits.is_empty() {
            let value: usize = digits.parse::<u32>().ok()?.try_into().ok()?;
            let mut letters = suffix.chars();
            let plain = letters.next().is_none_or(char::is_lowercase) && letters.next().is_none();
            let text = format!("{value}{suffix}");
            return plain.then(|| Self { script: Script::Digits, text, value, suffix: suffix.to_owned() });
        }
        let case = if text.chars().all(char::is_uppercase) {
            Case::Upper
        } else if text.chars().all(char::is_lowercase) {
            Case::Lower
        } else {
            return None;
        };
        let upper = text.to_uppercase();
        let (script, value) = match (roman_value(&upper), letter_value(&upper)) {
            // What both a letter and a Roman number can be is settled by the rows before; alone it is the usual one.
            (Some(value), Some(_)) if value <= 10 => (Script::Roman(case), value),
            (_, Some(value)) => (Script::Letter(case), value),
            (Some(value), None) => (Script::Roman(case), value),
            (None, None) => return None,
        };
        Some(Self { script, text: text.to_owned(), value, suffix: String::new() })
    }

    /// Decides between letter and Roman number by the rows before, and becomes part of them.
    fn settle(&mut self, history: &mut [History; 2]) {
        let (Script::Letter(case) | Script::Roman(case)) = self.script else { return };
        let history = &mut history[case as usize];
        let upper = self.text.to_uppercase();
        if let (Some(roman), Some(letter)) = (roman_value(&upper), letter_value(&upper)) {
            let is_letter = history.is_letter(letter, roman).unwrap_or(matches!(self.script, Script::Letter(_)));
            (self.script, self.value) =
                if is_letter { (Script::Letter(case), letter) } else { (Script::Roman(case), roman) };
        }
        match self.script {
            Script::Letter(_) => (history.letter, history.latest_is_roman) = (Some(self.value), false),
            Script::Roman(_) => {
                (history.roman, history.latest_is_roman) = (Some(self.value), true);
                history.has_roman_under_letters |= self.value == 1 && history.letter.is_some();
            }
            Script::Digits => {}
        }
    }
}

/// The latest letter and Roman number of the rows so far.
#[derive(Debug, Default)]
struct History {
    letter: Option<usize>,
    roman: Option<usize>,
    latest_is_roman: bool,
    has_roman_under_letters: bool,
}

impl History {
    /// Whether the next number is a letter; `None` if nothing before tells.
    fn is_letter(&self, letter: usize, roman: usize) -> Option<bool> {
        let follows_letter = self.letter.is_some_and(|before| is_next_letter(before, letter));
        let follows_roman = self.roman.is_some_and(|before| before + 1 == roman);
        match (follows_letter, follows_roman) {
            // Where earlier letters had Roman numbers under them, an «I» right after a letter starts such numbers again.
            (true, false) => Some(roman != 1 || !self.has_roman_under_letters || self.latest_is_roman),
            (false, true) => Some(false),
            (true, true) => Some(!self.latest_is_roman),
            (false, false) => None,
        }
    }
}

/// Letters in order, those of the Vietnamese alphabet and those that only Latin has.
const LETTERS: &str = "ABCDĐEFGHIJKLMNOPQRSTUVWXYZ";
/// Letters that a run may leave out.
const SKIPPED: &str = "ĐFJWZ";

fn letter_value(text: &str) -> Option<usize> {
    let mut letters = text.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else { return None };
    LETTERS.chars().position(|known| known == letter)
}

/// Whether a letter follows another in a run: «C», «D» or «C», «Đ».
fn is_next_letter(before: usize, letter: usize) -> bool {
    before < letter && LETTERS.chars().take(letter).skip(before + 1).all(|between| SKIPPED.contains(between))
}

fn roman_value(text: &str) -> Option<usize> {
    let digit = |letter: char| match letter {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        'L' => Some(50),
        'C' => Some(100),
        'D' => Some(500),
        'M' => Some(1_000),
        _ => None,
    };
    // No Roman number below 4,000 is longer.
    if text.len() > "MMMDCCCLXXXVIII".len() {
        return None;
    }
    let digits: Vec<i32> = text.chars().map(digit).collect::<Option<_>>()?;
    let follows = digits.iter().skip(1).chain([&0]);
    // A smaller digit before a larger one is taken from it.
    let value: i32 = digits.iter().zip(follows).map(|(digit, next)| if next > digit { -digit } else { *digit }).sum();
    let value = usize::try_from(value).ok()?;
    (value > 0 && roman(value) == text).then_some(value)
}
