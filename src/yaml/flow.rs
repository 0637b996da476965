//! Mistakes inside `[ ]` and `{ }`, and brackets and quotes that nobody closes.

use std::ops::Range;

use super::cured::{Cure, Cured};
use super::line::{Line, finding, is_key, item_start};
use super::quote::quoting;
use crate::diagnostic::{Code, Diagnostic};

/// Lines above a mistake among which the bracket is sought that was not closed.
const LINES_ABOVE: usize = 30;

/// Every dash that stands for an empty cell, from one of them on, as one finding; then each is a blank.
pub(super) fn bare_dashes(text: &mut Cured<'_>, at: usize) -> Option<Diagnostic> {
    let is_first = text.text[at..].starts_with('-') && is_followed_by_end(&text.text[at + 1..]);
    if !is_first {
        return None;
    }
    let mut dashes = vec![(at..at + 1, "~")];
    let rest = text.text[at + 1..].match_indices('-').map(|(found, _)| at + 1 + found);
    dashes.extend(rest.filter(|&dash| is_bare(&text.text, dash)).map(|dash| (dash..dash + 1, "~")));
    let between = dashes.windows(2).map(|pair| pair[0].0.end..pair[1].0.start);
    let lines = 1 + between.filter(|gap| text.text[gap.clone()].contains('\n')).count();
    let message = match lines {
        1 => "ô trong ngoặc chỉ có dấu gạch".to_owned(),
        _ => format!("ô trong ngoặc chỉ có dấu gạch, ở {lines} dòng kể từ đây"),
    };
    let help = "ô không có số thì viết ~; muốn in dấu gạch thì viết \"-\"";
    let finding = finding(text, Code::YamlSyntax, at..at + 1, &message, help);
    text.edit_all(&dashes);
    Some(finding)
}

/// Whether a dash is all that stands between two signs of `[ ]` or `{ }`.
fn is_bare(text: &str, dash: usize) -> bool {
    is_followed_by_end(&text[dash + 1..]) && text[..dash].trim_end_matches(' ').ends_with(['[', '{', ',', ':'])
}

fn is_followed_by_end(rest: &str) -> bool {
    rest.trim_start_matches(' ').starts_with([',', ']', '}'])
}

/// A dash before an item inside `[ ]`.
pub(super) fn item(text: &Cured<'_>, at: usize) -> (Diagnostic, Option<Cure>) {
    let message = "trong ngoặc [ ] không viết dấu gạch đầu dòng";
    let help = "xóa dấu gạch, các phần cách nhau bằng dấu phẩy; câu mở đầu bằng dấu gạch thì đặt trong dấu nháy kép";
    let cure = text.text[at..].starts_with('-').then(|| Cure::plain(at..at + 1, " "));
    (finding(text, Code::YamlSyntax, at..at + 1, message, help), cure)
}

/// A colon inside a sentence inside `[ ]` or `{ }`.
pub(super) fn colon(text: &Cured<'_>, at: usize, line: &Line<'_>) -> (Diagnostic, Option<Cure>) {
    let before = &text.text[line.start..at];
    let opens = [": ", ", ", "[", "{"].iter().filter_map(|sign| before.rfind(sign).map(|found| found + sign.len()));
    let start = line.start + opens.max().unwrap_or(0);
    let rest = &text.text[at..line.end()];
    let end = at + rest.find([',', ']', '}']).unwrap_or(rest.len());
    let help = quoting(text.text[start..end].trim());
    (finding(text, Code::Colon, at..at + 1, "dấu hai chấm giữa câu", &help), Some(Cure::plain(at..at + 1, " ")))
}

/// The quote that is missing, at the end of the line that opens it, if the next line begins something new.
pub(super) fn close_quote(text: &str, quote: usize) -> Option<Cure> {
    let sign = text[quote..].chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
    let line = Line::at(text, quote);
    let words = text[quote + 1..line.end()].trim_end();
    if words.contains(sign) || !is_new_below(text, line.end(), usize::MAX) {
        return None;
    }
    let inside = !scan(&line.text[..quote - line.start]).open.is_empty();
    let words = if inside { words.trim_end_matches([']', '}', ' ']) } else { words };
    let end = quote + 1 + words.len();
    Some(Cure::guess(end..end, sign))
}

/// What closes the brackets of a line, or what makes a closing one fit.
pub(super) fn close_bracket(text: &str, at: usize) -> Option<Cure> {
    let line = Line::at(text, at);
    let Brackets { open, misfit } = scan(line.text);
    if let Some((range, with)) = misfit {
        return Some(Cure::guess(line.start + range.start..line.start + range.end, with));
    }
    if open.is_empty() || !is_new_below(text, line.end(), usize::MAX) {
        return None;
    }
    let end = line.start + line.text.trim_end().len();
    Some(Cure::guess(end..end, open.iter().rev().map(|&(_, bracket)| closing(bracket)).collect::<String>()))
}

/// The first bracket that a line above leaves open although the line below it begins something new, and its cure.
pub(super) fn unclosed_above(text: &str, at: usize) -> Option<(usize, Cure)> {
    let mut end = Line::at(text, at).start;
    for _ in 0..LINES_ABOVE {
        let line = Line::at(text, end.checked_sub(1)?);
        let indent = line.text.len() - line.text.trim_start().len();
        let open = scan(line.text).open;
        if let Some(&(first, _)) = open.first()
            && is_new_below(text, line.end(), indent)
        {
            return Some((line.start + first, close_bracket(text, line.start + first)?));
        }
        end = line.start;
    }
    None
}

/// The `#` behind which a bracket of its line was to be closed, in the line of a mistake or in one above.
pub(super) fn comment_above(text: &str, at: usize) -> Option<usize> {
    let mut line = Line::at(text, at);
    for _ in 0..LINES_ABOVE {
        let sign = line.text.find(" #").filter(|_| !scan(line.text).open.is_empty());
        let closes = |sign: &usize| {
            let comment = &line.text[sign + 2..];
            comment.starts_with(char::is_alphanumeric) && comment.contains([']', '}'])
        };
        if let Some(sign) = sign.filter(closes) {
            return Some(line.start + sign + 1);
        }
        line = Line::at(text, line.start.checked_sub(1)?);
    }
    None
}

/// A `#` inside `[ ]` or `{ }` that made a comment of the rest of its line.
pub(super) fn comment(text: &Cured<'_>, sign: usize) -> (Diagnostic, Option<Cure>) {
    let end = Line::at(&text.text, sign).end();
    let message = "dấu # cắt mất phần sau của câu, cả dấu đóng ngoặc";
    let help = "đặt cả câu có dấu # trong dấu nháy kép; nếu là lời ghi chú thì đóng ngoặc trước nó";
    (finding(text, Code::CommentInText, sign..end, message, help), Some(Cure::plain(sign..sign + 1, " ")))
}

/// Whether the first line below that is not empty is a key or an item, no deeper than a column; or there is none.
fn is_new_below(text: &str, end: usize, deepest: usize) -> bool {
    let Some(line) = text[end..].lines().find(|line| !line.trim().is_empty()) else { return true };
    let words = line.trim_start();
    let is_key_line = line[item_start(line)..].split_once(':').is_some_and(|(key, _)| is_key(key));
    line.len() - words.len() <= deepest && (words.starts_with("- ") || words.starts_with('#') || is_key_line)
}

fn closing(bracket: char) -> char {
    if bracket == '[' { ']' } else { '}' }
}

/// The brackets of a line.
struct Brackets {
    /// Those that it opens and does not close, with where each stands.
    open: Vec<(usize, char)>,
    /// The first closing one that does not fit, and what to write there.
    misfit: Option<(Range<usize>, String)>,
}

/// The brackets of a line, past quotes and comments, up to the first that does not fit.
fn scan(line: &str) -> Brackets {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut quote = None;
    let mut before = ' ';
    let mut escaped = false;
    for (at, letter) in line.char_indices() {
        match (quote, letter) {
            (Some(sign), _) => {
                if letter == sign && !escaped {
                    quote = None;
                }
                escaped = sign == '"' && letter == '\\' && !escaped;
            }
            (None, '"' | '\'') if begins_value(line, at, &open) => quote = Some(letter),
            (None, '#') if before == ' ' => break,
            (None, '[' | '{') if !open.is_empty() || begins_value(line, at, &open) => open.push((at, letter)),
            (None, ']' | '}') if !open.is_empty() => {
                let fits = |bracket: char| closing(bracket) == letter;
                match open.iter().rposition(|&(_, bracket)| fits(bracket)) {
                    Some(index) if index + 1 == open.len() => drop(open.pop()),
                    Some(index) => {
                        let missing = open[index + 1..].iter().rev().map(|&(_, bracket)| closing(bracket)).collect();
                        return Brackets { open, misfit: Some((at..at, missing)) };
                    }
                    None => {
                        let right = open.last().map(|&(_, bracket)| closing(bracket).to_string());
                        return Brackets { open, misfit: right.map(|right| (at..at + 1, right)) };
                    }
                }
            }
            _ => {}
        }
        before = letter;
    }
    Brackets { open, misfit: None }
}

/// Whether a sign stands where a value begins.
fn begins_value(line: &str, at: usize, open: &[(usize, char)]) -> bool {
    let before = line[..at].trim_end_matches(' ');
    before.is_empty()
        || before.len() < at && before.ends_with([':', '-'])
        || !open.is_empty() && before.ends_with(['[', '{', ',', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, open: &str, fix: Option<&str>) {
        let Brackets { open: brackets, misfit } = scan(line);
        assert_eq!(brackets.iter().map(|&(_, bracket)| bracket).collect::<String>(), open, "{line}");
        let fixed = misfit.map(|(range, with)| format!("{}{with}{}", &line[..range.start], &line[range.end..]));
        assert_eq!(fixed.as_deref(), fix, "{line}");
    }

    #[test]
    fn brackets_are_those_of_values() {
        check("a: [x, y", "[", None);
        check("  - {x: [1, 2", "{[", None);
        check("a: {x: [1, 2}", "{[", Some("a: {x: [1, 2]}"));
        check("a: [x, y}", "[", Some("a: [x, y]"));
        check("a: Câu có [ngoặc", "", None);
        check("a: [\"x ]\", 'y ]'] # [", "", None);
        check("- \"[x", "", None);
    }
}
