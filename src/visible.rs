//! Names and arguments as a terminal may show them: what cannot be seen is spelled out.
//!
//! A file's name and an argument come from anywhere. One that holds an escape or a letter that turns the line round must
//! not command the terminal, nor look like another name.

use std::fmt::Write;
use std::path::Path;

/// A text in which every letter that cannot be seen stands as `\u{1b}`.
pub fn text(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        if is_hidden(letter) {
            let _ = write!(shown, "\\u{{{:x}}}", u32::from(letter));
        } else {
            shown.push(letter);
        }
    }
    shown
}

/// A path, so shown.
pub fn path(path: &Path) -> String {
    text(&path.to_string_lossy())
}

/// Lines in which no letter commands the terminal.
pub fn lines(text: &str) -> String {
    text.split('\n').map(self::text).collect::<Vec<_>>().join("\n")
}

/// Whether a letter commands, hides, or looks like a plain space without being one.
pub fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || letter.is_whitespace() && letter != ' '
        || matches!(letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{3164}' | '\u{ffa0}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{2800}' | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{10ffff}')
        || u32::from(letter) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, shown: &str) {
        assert_eq!(text(name), shown);
    }

    #[test]
    fn letters_that_cannot_be_seen_are_spelled_out() {
        check("kế hoạch (2).yaml", "kế hoạch (2).yaml");
        check("ke\u{302}\u{301}.yaml", "ke\u{302}\u{301}.yaml");
        check("a\u{1b}[31m", "a\\u{1b}[31m");
        check("a\u{202e}lmay.exe", "a\\u{202e}lmay.exe");
        check("a\n\t\u{a0}\u{200b}b", "a\\u{a}\\u{9}\\u{a0}\\u{200b}b");
        check("\u{ffff}\u{e0041}\u{85}", "\\u{ffff}\\u{e0041}\\u{85}");
    }
}
