//! What is wrong with words, wherever they stand: in a plan or in a document from elsewhere.
//!
//! A pure reading of letters: no plan, no file, no format is known here. A text is cut once into words, numbers, spaces and
//! marks, and each rule looks at them from where it stands. What might be right is passed over in silence: names of places
//! and of people, words of other languages, codes, addresses.

mod agencies;
mod beginnings;
mod citations;
mod context;
mod dates;
mod days;
mod doubled;
mod finding;
mod impossible;
mod lexer;
mod nouns;
mod numbers;
mod quotes;
mod slips;
mod spacing;
mod syllable;
#[cfg(test)]
mod trial;
mod variants;

pub use context::{Issuer, Misplaced, OutOfPlace, out_of_place};
pub use finding::{Fault, Finding};
pub use lexer::VALUE;
pub use variants::{Mixed, Seen, Style};

use std::cell::Cell;

use beginnings::{BEGINNINGS, Beginnings, Rules};
use lexer::{Case, Kind, Line, Token};

/// Words that a scanner remembers; a power of two, and several times the words of a document, so that few share a place.
const REMEMBERED: usize = 1 << 12;

/// A word that is right wherever it stands.
#[derive(Debug, Clone, Copy)]
struct Known {
    /// Its number.
    word: u64,
    /// The rules that look for more from it on.
    rules: Rules,
    /// The last document in which it stood.
    document: u64,
}

/// Words that are right, each in the place that its number gives it, and how many documents have been read.
#[derive(Debug)]
struct Memory {
    words: Vec<Known>,
    document: u64,
}

impl Default for Memory {
    fn default() -> Self {
        Self { words: vec![Known { word: 0, rules: Rules::NONE, document: 0 }; REMEMBERED], document: 0 }
    }
}

thread_local! {
    /// What a thread remembers from one document to the next: a word that is right is right in all of them.
    static MEMORY: Cell<Option<Memory>> = const { Cell::new(None) };
}

/// Reads the texts of one document, one after the other.
///
/// Most words stand many times in a document, and in many documents, so each is judged once.
#[derive(Debug)]
pub struct Scanner<P> {
    tokens: Vec<Token>,
    memory: Memory,
    variants: variants::Variants<P>,
}

impl<P> Default for Scanner<P> {
    fn default() -> Self {
        let mut memory = MEMORY.take().unwrap_or_default();
        memory.document += 1;
        Self { tokens: Vec::new(), memory, variants: variants::Variants::default() }
    }
}

impl<P> Drop for Scanner<P> {
    fn drop(&mut self) {
        // Empty, the memory costs nothing until it is asked for.
        let empty = Memory { words: Vec::new(), document: 0 };
        MEMORY.set(Some(std::mem::replace(&mut self.memory, empty)));
    }
}

impl<P: Clone> Scanner<P> {
    /// What is wrong with a text, in its order.
    ///
    /// `place` says where the text is, for what two texts write differently; `None` is not asked how it writes.
    /// A value that the text only names stands in it as [`VALUE`].
    pub fn read(&mut self, text: &str, place: Option<&P>) -> Vec<Finding> {
        let mut found = Vec::new();
        let mut has_quotes = false;
        lexer::cut(text, &mut self.tokens);
        let beginnings: &Beginnings = &BEGINNINGS;
        let line = Line { text, tokens: &self.tokens };
        for at in 0..line.tokens.len() {
            let token = &line.tokens[at];
            match token.kind {
                Kind::Word(case) => {
                    let known = &mut self.memory.words[token.hash as usize % REMEMBERED];
                    let is_known = known.word == token.hash;
                    let rules = if is_known { known.rules } else { beginnings.rules(token.hash) };
                    let is_new = !is_known || known.document != self.memory.document;
                    if is_new && !matches!(case, Case::Capitals | Case::Mixed) {
                        if is_known || impossible::find(&line, at, case, &mut found) {
                            *known = Known { word: token.hash, rules, document: self.memory.document };
                        }
                        place.into_iter().for_each(|place| self.variants.tone(&line, at, case, place));
                    }
                    doubled::find(&line, at, &mut found);
                    if rules.are_some() {
                        words(&line, at, case, rules, &mut found);
                        let place = place.filter(|_| rules.have(Rules::VARIANTS));
                        place.into_iter().for_each(|place| self.variants.word(&line, at, place));
                    } else if case == Case::Capitals {
                        numbers::find_currency(&line, at, &mut found);
                    }
                }
                Kind::Number => {
                    numbers::find(&line, at, &mut found);
                    dates::find_short(&line, at, &mut found);
                }
                Kind::Space => spacing::find_space(&line, at, &mut found),
                Kind::Mark(mark) => {
                    has_quotes |= quotes::is_quote(mark);
                    spacing::find_mark(&line, at, mark, &mut found);
                }
                Kind::Break | Kind::Value => {}
            }
        }
        if has_quotes {
            quotes::find(&line, &mut found);
        }
        found.sort_by_key(|finding| finding.range.start);
        found
    }

    /// What the texts read so far write in two ways.
    pub fn mixed(mut self) -> Vec<Mixed<P>> {
        std::mem::take(&mut self.variants).mixed()
    }
}

/// What is wrong with a word and those behind it.
fn words(line: &Line<'_>, at: usize, case: Case, rules: Rules, found: &mut Vec<Finding>) {
    type Find = fn(&Line<'_>, usize, &mut Vec<Finding>);
    const SMALL: [(Rules, Find); 4] = [
        (Rules::DATES, dates::find_long),
        (Rules::CITATIONS, citations::find_small),
        (Rules::PEOPLE, nouns::find_people),
        (Rules::DAYS, days::find_small),
    ];
    const TITLE: [(Rules, Find); 5] = [
        (Rules::AGENCIES, agencies::find),
        (Rules::CITATIONS, citations::find_capital),
        (Rules::UNITS, nouns::find_unit),
        (Rules::CLAUSES, nouns::find_after_semicolon),
        (Rules::DAYS, days::find_capital),
    ];
    if rules.have(Rules::SLIPS) {
        slips::find(line, at, case, found);
    }
    let finders: &[(Rules, Find)] = match case {
        Case::Small => &SMALL,
        Case::Title => &TITLE,
        Case::Capitals | Case::Mixed => &[],
    };
    for (_, find) in finders.iter().filter(|(rule, _)| rules.have(*rule)) {
        find(line, at, found);
    }
}

/// What is wrong with a text that stands alone.
pub fn findings(text: &str) -> Vec<Finding> {
    Scanner::<()>::default().read(text, None)
}
