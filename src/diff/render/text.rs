//! A comparison for the terminal: one line for each change, as wide as the terminal is.

use super::Entry;
use crate::diff::change::Topic;
use crate::diff::view::{Piece, Row, Side, Sign};

/// How it is shown.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Whether in colour.
    pub colour: bool,
    /// Letters in a line.
    pub width: usize,
}

const RESET: &str = "\u{1b}[0m";
const BOLD: &str = "\u{1b}[1m";
const FAINT: &str = "\u{1b}[2m";
const RED: &str = "\u{1b}[31m";
const GREEN: &str = "\u{1b}[32m";
const YELLOW: &str = "\u{1b}[33m";
const BLUE: &str = "\u{1b}[34m";

/// Words around a change that are shown with it.
const CONTEXT: usize = 4;
/// Letters of a sentence that is added or dropped.
const LONGEST: usize = 110;

/// The report.
pub fn render(entries: &[Entry], look: Look) -> String {
    let mut out = String::new();
    for entry in entries {
        let shown = |side: &Option<String>| side.clone().unwrap_or_else(|| "(không có)".to_owned());
        out.push_str(&format!("{}\n", look.paint(BOLD, &format!("{} → {}", shown(&entry.old), shown(&entry.new)))));
        if !entry.differs() {
            out.push_str("  không khác gì nhau\n");
            continue;
        }
        for note in &entry.notes {
            out.push_str(&format!("  {}\n", look.paint(YELLOW, &format!("! {note}"))));
        }
        for (topic, name) in Topic::ALL {
            let rows: Vec<&Row> = entry.rows.iter().filter(|row| row.topic == topic).collect();
            if rows.is_empty() {
                continue;
            }
            let changes = rows.iter().filter(|row| row.is_change()).count();
            out.push_str(&format!("{} ({changes})\n", look.paint(BOLD, name)));
            rows.into_iter().for_each(|row| out.push_str(&look.row(row)));
        }
    }
    out
}

impl Look {
    fn paint(self, style: &str, words: &str) -> String {
        if self.colour { format!("{style}{words}{RESET}") } else { words.to_owned() }
    }

    fn row(self, row: &Row) -> String {
        let style = match row.sign {
            Sign::Added => GREEN,
            Sign::Removed => RED,
            Sign::Changed => YELLOW,
            Sign::Moved | Sign::Reordered | Sign::Renamed | Sign::Follows => BLUE,
        };
        let mut head = row.outer().join(" › ");
        if let Some(aspect) = row.aspect {
            head.push_str(&format!(", {}", aspect.to_lowercase()));
        }
        let mut line = format!("  {} {head}", self.paint(style, &row.sign.letter().to_string()));
        let what = self.what(row);
        if !what.is_empty() {
            line.push_str(if head.is_empty() { "" } else { ": " });
            line.push_str(&what);
        }
        let facts: Vec<&str> =
            [&row.difference, &row.percent, &row.note].into_iter().flatten().map(String::as_str).collect();
        if !facts.is_empty() {
            line.push_str(&self.paint(FAINT, &format!(" ({})", facts.join(", "))));
        }
        let mut out = self.wrapped(&line);
        if matches!(row.sign, Sign::Reordered | Sign::Renamed) {
            for detail in &row.details {
                out.push_str(&self.wrapped(&format!("      {}", self.paint(FAINT, detail))));
            }
        }
        out
    }

    fn what(self, row: &Row) -> String {
        if !row.pieces.is_empty() {
            return self.pieces(&row.pieces);
        }
        match (&row.old, &row.new) {
            (Some(old), Some(new)) => format!("{} → {}", self.paint(RED, &cut(old)), self.paint(GREEN, &cut(new))),
            (Some(words), None) => self.paint(RED, &cut(words)),
            (None, Some(words)) => self.paint(GREEN, &cut(words)),
            (None, None) => String::new(),
        }
    }

    /// Changed words with some of those around them.
    fn pieces(self, pieces: &[Piece]) -> String {
        let last = pieces.len() - 1;
        let shown = pieces.iter().enumerate().map(|(at, piece)| {
            let words = piece.words.replace('\n', " ");
            match piece.side {
                Side::Old => self.paint(RED, &format!("[-{}-]", words.trim())) + after(&words),
                Side::New => self.paint(GREEN, &format!("{{+{}+}}", words.trim())) + after(&words),
                Side::Both => around(&words, at == 0, at == last),
            }
        });
        shown.collect::<String>().trim().to_owned()
    }

    /// A line broken at spaces, the rest of it set in.
    fn wrapped(self, line: &str) -> String {
        let mut out = String::new();
        let mut width = 0;
        let indent: String = line.chars().take_while(|letter| *letter == ' ').collect();
        out.push_str(&indent);
        width += indent.len();
        for (at, word) in line.trim_start().split(' ').enumerate() {
            let length = visible(word);
            if at > 0 && width + 1 + length > self.width {
                out.push_str("\n      ");
                width = 6;
            } else if at > 0 {
                out.push(' ');
                width += 1;
            }
            out.push_str(word);
            width += length;
        }
        out.push('\n');
        out
    }
}

/// The space that a piece ends with.
fn after(words: &str) -> &'static str {
    if words.ends_with(char::is_whitespace) { " " } else { "" }
}

/// The letters of a word that are seen.
fn visible(word: &str) -> usize {
    let mut hidden = false;
    word.chars()
        .filter(|letter| {
            match letter {
                '\u{1b}' => hidden = true,
                'm' if hidden => {
                    hidden = false;
                    return false;
                }
                _ => {}
            }
            !hidden
        })
        .count()
}

/// The first words of a long sentence.
fn cut(words: &str) -> String {
    let words = words.replace('\n', " ");
    if words.chars().count() <= LONGEST {
        return words;
    }
    let cut: String = words.chars().take(LONGEST).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head))
}

/// The words next to a change.
fn around(words: &str, first: bool, last: bool) -> String {
    let all: Vec<&str> = words.split(' ').collect();
    if all.len() <= 2 * CONTEXT + 1 && !(first || last) || all.len() <= CONTEXT {
        return words.to_owned();
    }
    let head = all[..CONTEXT].join(" ");
    let tail = all[all.len() - CONTEXT..].join(" ");
    match (first, last) {
        (true, true) => words.to_owned(),
        (true, false) => format!("…{tail}"),
        (false, true) => format!("{head}…"),
        (false, false) => format!("{head} … {tail}"),
    }
}
