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

use lexer::{Case, Kind, Line, Token};

/// Words that a scanner remembers; a power of two, and many times the words of a document, so that few share a place.
const REMEMBERED: usize = 1 << 14;

/// Reads the texts of one document, one after the other.
///
/// Most words stand many times in a document, so each is judged once.
#[derive(Debug)]
pub struct Scanner<P> {
    tokens: Vec<Token>,
    /// The upper halves of the numbers of words that are right; the lower half is the place.
    clean: Vec<u32>,
    variants: variants::Variants<P>,
}

impl<P: Clone> Default for Scanner<P> {
    fn default() -> Self {
        Self { tokens: Vec::new(), clean: vec![0; REMEMBERED], variants: variants::Variants::default() }
    }
}

impl<P: Clone> Scanner<P> {
    /// What is wrong with a text, in its order.
    ///
    /// `place` says where the text is, for what two texts write differently; `None` is not asked how it writes.
    /// A value that the text only names stands in it as [`VALUE`].
    pub fn read(&mut self, text: &str, place: Option<&P>) -> Vec<Finding> {
        let mut found = Vec::new();
        lexer::cut(text, &mut self.tokens);
        let line = Line { text, tokens: &self.tokens };
        for at in 0..line.tokens.len() {
            let token = &line.tokens[at];
            match token.kind {
                Kind::Word(case) => {
                    let slot = &mut self.clean[token.hash as usize % REMEMBERED];
                    let number = (token.hash >> 32) as u32;
                    if *slot != number && !matches!(case, Case::Capitals | Case::Mixed) {
                        if impossible::find(&line, at, case, &mut found) {
                            *slot = number;
                        }
                        place.into_iter().for_each(|place| self.variants.tone(&line, at, case, place));
                    }
                    doubled::find(&line, at, &mut found);
                    if beginnings::may_begin(token.hash) {
                        words(&line, at, case, &mut found);
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
                Kind::Mark(mark) => spacing::find_mark(&line, at, mark, &mut found),
                Kind::Break | Kind::Value => {}
            }
        }
        quotes::find(&line, &mut found);
        found.sort_by_key(|finding| finding.range.start);
        found
    }

    /// What the texts read so far write in two ways.
    pub fn mixed(self) -> Vec<Mixed<P>> {
        self.variants.mixed()
    }
}

/// What is wrong with a word and those behind it.
fn words(line: &Line<'_>, at: usize, case: Case, found: &mut Vec<Finding>) {
    slips::find(line, at, case, found);
    match case {
        Case::Small => {
            dates::find_long(line, at, found);
            citations::find_small(line, at, found);
            nouns::find_people(line, at, found);
            days::find_small(line, at, found);
        }
        Case::Title => {
            agencies::find(line, at, found);
            citations::find_capital(line, at, found);
            nouns::find_unit(line, at, found);
            nouns::find_after_semicolon(line, at, found);
            days::find_capital(line, at, found);
        }
        Case::Capitals | Case::Mixed => {}
    }
}

/// What is wrong with a text that stands alone.
pub fn findings(text: &str) -> Vec<Finding> {
    Scanner::<()>::default().read(text, None)
}
