//! Lines of centered titles, as even as they can be.
//!
//! A title that the format breaks by itself fills its first line and leaves two words for the last, and its rule would be
//! measured from a line that nobody can foresee. So the lines are decided here, once, for both formats.

use super::tree::Run;
use super::whole::stretches;
use crate::units::Length;

/// Beyond this a "title" is a text; it is left to the format, so that the work stays bounded.
const MOST_WORDS: usize = 240;

/// Breaks runs into the fewest lines that fit a column, and those as evenly as possible.
///
/// Breaks that the writer of the text made are kept. A word wider than the column has a line of its own.
pub(super) fn balance(runs: &[Run], column: Length, width: impl Fn(&[Run]) -> Length) -> Vec<Vec<Run>> {
    runs.split(|run| *run == Run::Break).flat_map(|part| balance_part(part, column, &width)).collect()
}

fn balance_part(runs: &[Run], column: Length, width: &impl Fn(&[Run]) -> Length) -> Vec<Vec<Run>> {
    let words = words(runs);
    let whole = lines_of(&words, &[words.len()]);
    if words.len() > MOST_WORDS || words.len() < 2 || whole.iter().all(|line| width(line) <= column) {
        return whole;
    }
    lines_of(&words, &best_ends(&words, column, width))
}

/// The index after the last word of each line.
fn best_ends(words: &[Vec<Run>], column: Length, width: &impl Fn(&[Run]) -> Length) -> Vec<usize> {
    let torn = torn(words);
    // cost[end] is the best (lines, badness) for the words before `end`, and where its last line starts.
    let mut best: Vec<Option<(usize, i128, usize)>> = vec![None; words.len() + 1];
    best[0] = Some((0, 0, 0));
    for end in 1..=words.len() {
        let tear = cost_of_break(words, end, torn[end], column);
        for start in (0..end).rev() {
            let line = width(&line_of(&words[start..end]));
            if line > column && end - start > 1 {
                break;
            }
            let Some((lines, badness, _)) = best[start] else { continue };
            let gap = i128::from((column - line).to_emu().max(0));
            let candidate = (lines + 1, badness + gap * gap + tear, start);
            if best[end].is_none_or(|known| (candidate.0, candidate.1) < (known.0, known.1)) {
                best[end] = Some(candidate);
            }
        }
    }
    let mut ends = Vec::new();
    let mut end = words.len();
    while end > 0 {
        ends.push(end);
        end = best[end].map_or(0, |(_, _, start)| start);
    }
    ends.reverse();
    ends
}

/// Words before which a sentence may pause: a line may well begin with them.
const PAUSES: [&str; 24] = [
    "trên", "của", "thuộc", "và", "về", "theo", "trong", "tại", "từ", "để", "cho", "với", "đến", "do", "gắn", "giai",
    "phục", "thực", "nhằm", "năm", "đối", "ban", "kèm", "ngày",
];

/// What it costs to break before the word at `end`: much inside a name or figure, something inside a phrase.
fn cost_of_break(words: &[Vec<Run>], end: usize, torn: bool, column: Length) -> i128 {
    if end == words.len() {
        return 0;
    }
    let whole = i128::from(column.to_emu()).pow(2);
    let pauses = match words[end].first() {
        Some(Run::Words { text, .. }) => PAUSES.contains(&text.to_lowercase().as_str()),
        Some(Run::Break) | None => false,
    };
    if torn || belongs_together(&words[end - 1], &words[end]) {
        whole
    } else if pauses || ends_phrase(&words[end - 1]) {
        0
    } else {
        whole / 6
    }
}

/// Whether a line that ends before a word tears what stays whole; also for the end of all words.
fn torn(words: &[Vec<Run>]) -> Vec<bool> {
    let mut text = String::new();
    let mut starts = Vec::with_capacity(words.len() + 1);
    for word in words {
        starts.push(text.len());
        for run in word {
            if let Run::Words { text: letters, .. } = run {
                text.push_str(letters);
            }
        }
        text.push(' ');
    }
    starts.push(text.len());
    let stretches = stretches(&super::words::words(&text));
    let within = |at: usize| stretches.iter().any(|stretch| stretch.start < at && at < stretch.end);
    starts.into_iter().map(within).collect()
}

fn ends_phrase(word: &[Run]) -> bool {
    matches!(word.last(), Some(Run::Words { text, .. }) if text.ends_with([',', ';', ':', ')']))
}

/// Whether two words are parts of one name or figure: "Trà | Lâm", "năm | 2024".
fn belongs_together(first: &[Run], second: &[Run]) -> bool {
    let letter = |runs: &[Run]| match runs.first() {
        Some(Run::Words { text, .. }) => text.chars().next(),
        _ => None,
    };
    let capital = |runs: &[Run]| letter(runs).is_some_and(char::is_uppercase);
    let word =
        |runs: &[Run], name: &str| matches!(runs.first(), Some(Run::Words { text, .. }) if text.to_lowercase() == name);
    if word(first, "ủy") && word(second, "ban") {
        return true;
    }
    let is_figure = |runs: &[Run]| letter(runs).is_some_and(|letter| letter.is_ascii_digit() || letter == '\u{a0}');
    let names_date =
        |runs: &[Run]| matches!(runs.first(), Some(Run::Words { text, .. }) if text == "tháng" || text == "năm");
    if is_figure(first) && names_date(second) || names_date(first) && is_figure(second) {
        return true;
    }
    letter(second).is_some_and(|letter| letter.is_ascii_digit()) || (capital(first) && capital(second))
}

fn lines_of(words: &[Vec<Run>], ends: &[usize]) -> Vec<Vec<Run>> {
    let mut start = 0;
    ends.iter()
        .map(|&end| {
            let line = line_of(&words[start..end]);
            start = end;
            line
        })
        .collect()
}

/// Words joined by spaces; a space takes the look of the word before it.
fn line_of(words: &[Vec<Run>]) -> Vec<Run> {
    let mut line: Vec<Run> = Vec::new();
    for (index, word) in words.iter().enumerate() {
        if index > 0
            && let Some(Run::Words { text, .. }) = line.last_mut()
        {
            text.push(' ');
        }
        for run in word {
            match (line.last_mut(), run) {
                (
                    Some(Run::Words { text, bold, italic }),
                    Run::Words { text: more, bold: more_bold, italic: more_italic },
                ) if bold == more_bold && italic == more_italic => text.push_str(more),
                _ => line.push(run.clone()),
            }
        }
    }
    line
}

/// Splits runs at spaces; a word may hold runs of several looks.
fn words(runs: &[Run]) -> Vec<Vec<Run>> {
    let mut words: Vec<Vec<Run>> = Vec::new();
    let mut open = false;
    for run in runs {
        let Run::Words { text, bold, italic } = run else { continue };
        for (index, piece) in text.split(' ').enumerate() {
            open = open && index == 0;
            if piece.is_empty() {
                continue;
            }
            let piece = Run::Words { text: piece.to_owned(), bold: *bold, italic: *italic };
            match words.last_mut() {
                Some(word) if open => word.push(piece),
                _ => words.push(vec![piece]),
            }
            open = true;
        }
        open = open && !text.ends_with(' ');
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, column: i64, expected: &[&str]) {
        let runs: Vec<_> = text
            .split('|')
            .enumerate()
            .flat_map(|(index, part)| {
                let words = Run::Words { text: part.to_owned(), bold: false, italic: false };
                if index == 0 { vec![words] } else { vec![Run::Break, words] }
            })
            .collect();
        let letters = |runs: &[Run]| {
            let count = runs.iter().map(|run| match run {
                Run::Words { text, .. } => text.chars().count() as i64,
                Run::Break => 0,
            });
            Length::mm(count.sum())
        };
        let lines: Vec<String> = balance(&runs, Length::mm(column), letters)
            .iter()
            .map(|line| {
                line.iter()
                    .map(|run| match run {
                        Run::Words { text, .. } => text.as_str(),
                        Run::Break => "|",
                    })
                    .collect()
            })
            .collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn short_titles_stay_whole() {
        check("giảm nghèo", 20, &["giảm nghèo"]);
    }

    #[test]
    fn long_titles_break_evenly() {
        check("aaa bbb ccc ddd eee", 15, &["aaa bbb ccc", "ddd eee"]);
    }

    #[test]
    fn names_and_figures_are_not_torn() {
        check("một hai ba Trà Bồng bốn năm", 20, &["một hai ba", "Trà Bồng bốn năm"]);
        check("bốn ba Ủy ban xã", 13, &["bốn ba", "Ủy ban xã"]);
        check("một hai năm 2024 ba tư", 16, &["một hai", "năm 2024 ba tư"]);
        check("một hai ba bốn phụ lục II năm sáu", 23, &["một hai ba bốn", "phụ lục II năm sáu"]);
    }

    #[test]
    fn a_word_wider_than_the_column_has_its_own_line() {
        check("aa bbbbbbbbbbbb cc", 8, &["aa", "bbbbbbbbbbbb", "cc"]);
    }

    #[test]
    fn breaks_of_the_writer_are_kept() {
        check("một|hai ba", 30, &["một", "hai ba"]);
    }
}
