//! Words as a page holds them.

use crate::diff::change::Topic;

/// Words as they stand in markup. Letters that markup cannot hold are shown as missing.
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(letter),
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            letter => out.push(letter),
        }
    }
    out
}

/// A topic in the letters of a link.
pub(super) fn slug(topic: Topic) -> &'static str {
    match topic {
        Topic::Targets => "chi-tieu",
        Topic::Money => "kinh-phi",
        Topic::Assignment => "phan-cong",
        Topic::Time => "thoi-han",
        Topic::Bases => "can-cu",
        Topic::Recipients => "noi-nhan",
        Topic::Content => "noi-dung",
        Topic::Tables => "bang",
        Topic::Document => "the-thuc",
        Topic::Printing => "trinh-bay",
    }
}
