//! Letters as a content shows them: where each one stands.

use super::budget::Budget;
use super::font::Font;
use super::marks::{Letter, Marks, Type, UNKNOWN};
use super::matrix::Matrix;
use super::object::{Object, readable};
use super::state::{State, not_black};
use super::trouble::Trouble;

/// The way of drawing letters that shows nothing, and that which draws their outlines too.
const UNSEEN: usize = 3;
const OUTLINED: usize = 2;

/// How much a letter may lean, as a part of its height, to be turned.
const TURNED: f64 = 0.05;

/// How much upright letters lean that were made italic.
const LEANING: f64 = 0.1;

/// Where letters are put next.
pub(super) struct Shower {
    line: Matrix,
    text: Matrix,
    /// Each marked stretch that is open: what it says its letters are, and how many letters stand before it.
    marked: Vec<(Option<String>, usize)>,
}

impl Default for Shower {
    fn default() -> Self {
        Self { line: Matrix::SAME, text: Matrix::SAME, marked: Vec::new() }
    }
}

impl Shower {
    /// Opens a marked stretch.
    pub(super) fn open(&mut self, actual: Option<&[u8]>, marks: &Marks) {
        self.marked.push((actual.map(readable), marks.letters.len()));
    }

    /// Closes a marked stretch: what it says its letters are stands in their place.
    pub(super) fn close(&mut self, marks: &mut Marks) {
        let Some((Some(actual), from)) = self.marked.pop() else { return };
        let Some(shown) = marks.letters.get(from..) else { return };
        let (Some(first), Some(last)) = (shown.first().copied(), shown.last().copied()) else { return };
        // What stands on several lines is a picture of words, or a paragraph; its letters serve better.
        let is_line = shown.iter().all(|letter| (letter.y - first.y).abs() < first.size / 2.0);
        let letters: Vec<char> = actual.chars().filter(|letter| !letter.is_control() && *letter != '\u{ad}').collect();
        if !is_line || letters.is_empty() {
            return;
        }
        marks.unmapped -= shown.iter().filter(|letter| letter.letter == UNKNOWN).count().min(marks.unmapped);
        marks.letters.truncate(from);
        let step = (last.x.1 - first.x.0) / letters.len() as f64;
        for (place, letter) in letters.into_iter().enumerate() {
            let start = first.x.0 + step * place as f64;
            push(marks, Letter { letter, marks: [None; 2], x: (start, start + step), ..first });
        }
    }

    /// An instruction about letters; others change nothing.
    pub(super) fn instruct(
        &mut self,
        word: &[u8],
        operands: &[Object],
        n: &[f64],
        state: &mut State,
        marks: &mut Marks,
        budget: &Budget,
    ) -> Result<(), Trouble> {
        match (word, n) {
            (b"BT", _) => (self.line, self.text) = (Matrix::SAME, Matrix::SAME),
            (b"Td", &[x, y]) => self.next(x, y),
            (b"TD", &[x, y]) => {
                state.leading = -y;
                self.next(x, y);
            }
            (b"Tm", &[a, b, c, d, e, f]) => {
                self.line = Matrix([a, b, c, d, e, f]);
                self.text = self.line;
            }
            (b"T*", _) => self.next(0.0, -state.leading),
            (b"Tc", &[space]) => state.letter_space = space,
            (b"Tw", &[space]) => state.word_space = space,
            (b"Tz", &[percent]) => state.stretch = percent / 100.0,
            (b"TL", &[leading]) => state.leading = leading,
            (b"Ts", &[rise]) => state.rise = rise,
            (b"Tr", &[mode]) => state.mode = mode as usize,
            (b"d", _) => {
                state.is_dashed = operands.first().and_then(Object::array).is_some_and(|dash| !dash.is_empty());
            }
            (b"Tj", _) => self.show_all(operands, state, marks, budget)?,
            (b"'", _) => {
                self.next(0.0, -state.leading);
                self.show_all(operands, state, marks, budget)?;
            }
            (b"\"", &[words, letters]) => {
                (state.word_space, state.letter_space) = (words, letters);
                self.next(0.0, -state.leading);
                self.show_all(operands, state, marks, budget)?;
            }
            (b"TJ", _) => {
                for item in operands.iter().filter_map(Object::array).flatten() {
                    match (item.text(), item.number()) {
                        (Some(bytes), _) => self.show(bytes, state, marks, budget)?,
                        (None, Some(back)) => self.advance(-back / 1000.0 * state.size * state.stretch),
                        (None, None) => {}
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn next(&mut self, x: f64, y: f64) {
        self.line = Matrix::shift(x, y).then(self.line);
        self.text = self.line;
    }

    fn advance(&mut self, x: f64) {
        self.text = Matrix::shift(x, 0.0).then(self.text);
    }

    fn show_all(
        &mut self,
        operands: &[Object],
        state: &State,
        marks: &mut Marks,
        budget: &Budget,
    ) -> Result<(), Trouble> {
        operands.iter().filter_map(Object::text).try_for_each(|bytes| self.show(bytes, state, marks, budget))
    }

    fn show(&mut self, bytes: &[u8], state: &State, marks: &mut Marks, budget: &Budget) -> Result<(), Trouble> {
        let Some(font) = &state.font else { return Ok(()) };
        let scale = Matrix([state.size * state.stretch, 0.0, 0.0, state.size, 0.0, state.rise]);
        let kind = kind(font, state, scale.then(self.text).then(state.matrix), marks);
        let mut rest = bytes;
        while !rest.is_empty() {
            budget.letter()?;
            let (shown, length) = font.shown(rest);
            rest = &rest[length..];
            let place = scale.then(self.text).then(state.matrix);
            let letters = shown.letters.unwrap_or_else(|| UNKNOWN.to_string());
            put(&letters, shown.width, place, kind, state, marks);
            let word_space = if shown.is_space_byte { state.word_space } else { 0.0 };
            self.advance((shown.width * state.size + state.letter_space + word_space) * state.stretch);
        }
        Ok(())
    }
}

/// Which type the letters of a typeface are at a place.
fn kind(font: &Font, state: &State, place: Matrix, marks: &mut Marks) -> usize {
    let [a, b, c, d, ..] = place.0;
    let leans = (c * a + d * b).abs() > LEANING * (a.hypot(b) * c.hypot(d));
    let wanted = Type {
        family: font.name.clone(),
        is_bold: font.is_bold || state.mode == OUTLINED,
        is_italic: font.is_italic || leans,
        color: not_black(state.fill),
    };
    if !font.is_embedded && !marks.not_embedded.contains(&font.name) && marks.not_embedded.len() < 100 {
        marks.not_embedded.push(font.name.clone());
    }
    marks.kind(&wanted)
}

/// Puts the letters of one code on the page, each with its share of the width.
fn put(letters: &str, width: f64, place: Matrix, kind: usize, state: &State, marks: &mut Marks) {
    let [a, b, ..] = place.0;
    let is_upright = a > 0.0 && b.abs() <= TURNED * a;
    let visible = letters.chars().filter(|letter| !letter.is_control() && *letter != '\u{ad}');
    let count = visible.clone().count() as f64;
    for (number, letter) in visible.enumerate() {
        let x = |part: f64| place.point(width * part / count, 0.0);
        // A hyphen that keeps a line together is seen as any other.
        let letter = if letter == '\u{2011}' { '-' } else { letter };
        let (start, end) = (x(number as f64), x(number as f64 + 1.0));
        let size = place.height();
        if ![start.0, start.1, end.0, size].iter().all(|at| at.is_finite() && at.abs() < 1e6) {
            continue;
        }
        let letter = Letter { letter, marks: [None; 2], x: (start.0, end.0), y: start.1, size, kind };
        if state.mode == UNSEEN {
            marks.unseen += 1;
        } else if is_upright {
            marks.unmapped += usize::from(letter.letter == UNKNOWN);
            push(marks, letter);
        } else {
            marks.turned.push(letter);
        }
    }
}

/// Adds a letter; a mark goes onto the letter before it.
fn push(marks: &mut Marks, letter: Letter) {
    let is_mark = ('\u{300}'..='\u{36f}').contains(&letter.letter);
    if is_mark
        && let Some(last) = marks.letters.last_mut()
        && (last.y - letter.y).abs() < last.size
        && letter.x.0 < last.x.1 + last.size / 2.0
        && letter.x.1 > last.x.0 - last.size / 2.0
        && let Some(free) = last.marks.iter_mut().find(|mark| mark.is_none())
    {
        *free = Some(letter.letter);
        // A letter with its marks under one code has its width in parts.
        last.x.1 = last.x.1.max(letter.x.1);
        return;
    }
    marks.letters.push(letter);
}
