//! From letters to pieces of lines: letters that follow each other on one baseline without a line or a wide gap between them.

use super::marks::{Letter, Marks, Stroke, Type};
use crate::inspect::observed::Run;
use crate::vietnamese::fold;

/// How far baselines of letters may be apart to be one.
const SAME_BASELINE: f64 = 0.6;

/// How wide a gap without a space may be within a word, in sizes.
const WITHIN_WORD: f64 = 0.2;

/// How wide a gap may be between words, in sizes: with a space in it, and without.
const WITH_SPACE: f64 = 3.0;
const WITHOUT_SPACE: f64 = 1.0;

/// How much smaller raised letters are at least, and how far they are raised or lowered at most, in sizes of their neighbours.
const RAISED_SIZE: f64 = 0.85;
const RAISED: f64 = 0.6;

/// How many letters of one baseline may be raised ones.
const MOST_RAISED: usize = 400;

/// A piece of a line.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// Its letters, from left to right; white ones at its ends are gone.
    pub(super) letters: Vec<Letter>,
    /// Where it begins and ends.
    pub(super) x: (f64, f64),
    /// Its baseline.
    pub(super) y: f64,
    /// The size of most of its letters.
    pub(super) size: f64,
    /// The line that is drawn below it.
    pub(super) rule: Option<Stroke>,
}

impl Piece {
    /// Of letters that are in order; `None` of white ones alone.
    fn new(mut letters: Vec<Letter>) -> Option<Self> {
        let end = letters.iter().rposition(|letter| !letter.is_space())? + 1;
        letters.truncate(end);
        let start = letters.iter().position(|letter| !letter.is_space())?;
        letters.drain(..start);
        let size = most(letters.iter().map(|letter| (letter.size, letter.x.1 - letter.x.0)));
        let y =
            most(letters.iter().map(|letter| (letter.y, if letter.size >= size * RAISED_SIZE { 1.0 } else { 0.0 })));
        let end = letters.iter().map(|letter| letter.x.1).fold(f64::MIN, f64::max);
        Some(Self { x: (letters.first()?.x.0, end), y, size, letters, rule: None })
    }

    /// Its middle.
    pub(super) fn middle(&self) -> f64 {
        (self.x.0 + self.x.1) / 2.0
    }

    /// Its width.
    pub(super) fn width(&self) -> f64 {
        self.x.1 - self.x.0
    }

    /// A piece and one to its right, as one.
    pub(super) fn joined(self, right: Self) -> Self {
        let (y, size) = if self.width() >= right.width() { (self.y, self.size) } else { (right.y, right.size) };
        let x = (self.x.0.min(right.x.0), self.x.1.max(right.x.1));
        let mut letters = self.letters;
        letters.extend(right.letters);
        Self { letters, x, y, size, rule: self.rule.or(right.rule) }
    }

    /// Its letters by their type, spaces put in where the file has only gaps.
    pub(super) fn runs(&self, types: &[Type]) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let mut last: Option<(&Letter, (usize, i64))> = None;
        for letter in &self.letters {
            let key = (letter.kind, (letter.size * 100.0).round() as i64);
            let has_gap = last.is_some_and(|(last, _)| {
                !last.is_space()
                    && !letter.is_space()
                    && letter.x.0 - last.x.1 > WITHIN_WORD * letter.size.min(last.size)
            });
            // A space has no type of its own to the eye.
            let is_same = last.is_some_and(|(_, known)| known == key || letter.is_space());
            if !is_same || runs.is_empty() {
                let face = types.get(letter.kind).map(|kind| kind.at_size(letter.size)).unwrap_or_default();
                runs.push(Run { text: String::new(), face });
            }
            if let Some(run) = runs.last_mut() {
                if has_gap {
                    run.text.push(' ');
                }
                run.text.push(if letter.is_space() { ' ' } else { letter.letter });
                run.text.extend(letter.marks.iter().flatten());
            }
            let known = last.filter(|_| is_same).map_or(key, |(_, known)| known);
            last = Some((letter, known));
        }
        runs
    }

    /// All its letters.
    pub(super) fn text(&self) -> String {
        self.runs(&[]).into_iter().map(|run| run.text).collect()
    }
}

/// The value with the greatest weight; values that are nearly equal count together.
pub(super) fn most(values: impl Iterator<Item = (f64, f64)>) -> f64 {
    let mut sums: Vec<(f64, f64)> = Vec::new();
    for (value, weight) in values {
        match sums.iter().rposition(|(known, _)| (known - value).abs() < 0.05) {
            Some(place) => sums[place].1 += weight,
            // A line has few sizes; more than this is no line.
            None if sums.len() < 64 => sums.push((value, weight)),
            None => {}
        }
    }
    sums.into_iter().max_by(|one, other| one.1.total_cmp(&other.1)).map_or(0.0, |(value, _)| value)
}

/// The pieces of a page, from above, then from the left.
pub(super) fn pieces(marks: &mut Marks) -> Vec<Piece> {
    let rows = with_raised(rows(std::mem::take(&mut marks.letters)));
    let mut upright: Vec<&Stroke> = marks.upright.iter().collect();
    upright.sort_by(|one, other| one.at.total_cmp(&other.at));
    let mut pieces: Vec<_> = rows.into_iter().flat_map(|row| split(row, &upright)).collect();
    pieces.sort_by(|one, other| one.y.total_cmp(&other.y).then(one.x.0.total_cmp(&other.x.0)));
    pieces
}

/// Letters by their baseline.
fn rows(mut letters: Vec<Letter>) -> Vec<Vec<Letter>> {
    letters.sort_by(|one, other| one.y.total_cmp(&other.y));
    let mut rows: Vec<Vec<Letter>> = Vec::new();
    for letter in letters {
        match rows.last_mut() {
            Some(row) if row.last().is_some_and(|last| letter.y - last.y <= SAME_BASELINE) => row.push(letter),
            _ => rows.push(vec![letter]),
        }
    }
    rows
}

/// Puts raised and lowered letters into the rows to which they belong.
fn with_raised(mut rows: Vec<Vec<Letter>>) -> Vec<Vec<Letter>> {
    let place = |row: &[Letter]| {
        let seen = row.iter().filter(|letter| !letter.is_space());
        (row.first().map_or(0.0, |letter| letter.y), seen.map(|letter| letter.size).fold(0.0, f64::max))
    };
    let places: Vec<_> = rows.iter().map(|row| place(row)).collect();
    for small in 0..rows.len() {
        let (y, size) = places[small];
        // A row of underscores is a line under words, not part of them.
        let draws = |letter: &Letter| letter.is_space() || "_-–—".contains(letter.letter);
        if size == 0.0 || rows[small].len() > MOST_RAISED || rows[small].iter().all(draws) {
            continue;
        }
        let near = (0..rows.len()).skip(small.saturating_sub(6)).take(13);
        let larger = near.filter(|other| {
            let (other_y, other_size) = places[*other];
            let distance = (other_y - y).abs();
            *other != small
                && size < other_size * RAISED_SIZE
                && distance > SAME_BASELINE
                && distance <= other_size * RAISED
        });
        let Some(large) =
            larger.min_by(|one, other| (places[*one].0 - y).abs().total_cmp(&(places[*other].0 - y).abs()))
        else {
            continue;
        };
        let touches = |letter: &Letter, neighbours: &[Letter]| {
            neighbours.iter().any(|other| {
                !other.is_space()
                    && letter.size < other.size * RAISED_SIZE
                    && letter.x.0 < other.x.1 + other.size / 2.0
                    && letter.x.1 > other.x.0 - other.size / 2.0
            })
        };
        let (mut moved, mut left): (Vec<Letter>, Vec<Letter>) = (Vec::new(), Vec::new());
        for letter in std::mem::take(&mut rows[small]) {
            // A letter beside one that was moved belongs to it.
            let follows = moved.iter().any(|other| (letter.x.0 - other.x.1).abs() < other.size / 2.0);
            if follows || touches(&letter, &rows[large]) { moved.push(letter) } else { left.push(letter) }
        }
        rows[small] = left;
        rows[large].extend(moved);
    }
    rows
}

/// Splits a row where a line is drawn between letters, and at wide gaps.
fn split(mut row: Vec<Letter>, upright: &[&Stroke]) -> Vec<Piece> {
    row.sort_by(|one, other| one.x.0.total_cmp(&other.x.0));
    let mut pieces: Vec<Vec<Letter>> = Vec::new();
    for letter in row {
        let Some(last) = pieces.last().and_then(|piece| piece.last()).copied() else {
            pieces.push(vec![letter]);
            continue;
        };
        // Some programs make letters bold by printing them twice.
        if last.letter == letter.letter && letter.x.0 - last.x.0 < 0.15 * (last.x.1 - last.x.0) && !letter.is_space() {
            continue;
        }
        let gap = letter.x.0 - last.x.1;
        let has_space = letter.is_space() || last.is_space();
        let widest = if has_space { WITH_SPACE } else { WITHOUT_SPACE } * letter.size.max(last.size);
        if gap > widest || is_crossed(&last, &letter, upright) {
            pieces.push(vec![letter]);
        } else if let Some(piece) = pieces.last_mut() {
            piece.push(letter);
        }
    }
    pieces.into_iter().flat_map(cut_at_title).filter_map(Piece::new).collect()
}

/// Cuts letters where Quốc hiệu begins: a long name of an agency may come near it.
fn cut_at_title(mut letters: Vec<Letter>) -> Vec<Vec<Letter>> {
    const TITLE: &str = "conghoaxahoichunghia";
    let begins = |at: &usize| {
        let rest = letters[*at..].iter().filter(|letter| !letter.is_space()).take(TITLE.len());
        letters[*at].letter == 'C' && fold(&rest.map(|letter| letter.letter).collect::<String>()) == TITLE
    };
    match (1..letters.len()).find(begins) {
        Some(at) => {
            let title = letters.split_off(at);
            vec![letters, title]
        }
        None => vec![letters],
    }
}

/// Whether an upright line stands between two letters.
fn is_crossed(left: &Letter, right: &Letter, upright: &[&Stroke]) -> bool {
    let y = right.y - right.size / 4.0;
    let middle = |letter: &Letter| (letter.x.0 + letter.x.1) / 2.0;
    let from = upright.partition_point(|stroke| stroke.at < middle(left));
    let between = upright[from..].iter().take_while(|stroke| stroke.at <= middle(right)).take(64);
    between.into_iter().any(|stroke| stroke.span.0 <= y && y <= stroke.span.1)
}
