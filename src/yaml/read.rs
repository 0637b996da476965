//! Reads a file: its letters, then its structure, going on after mistakes whose cure is plain.

use std::sync::Arc;

use super::compose::{Stop, compose};
use super::cured::{Cure, Cured};
use super::letters::{self, Letters, WIDE_COLON, is_forbidden};
use super::node::Node;
use super::{flow, syntax};
use crate::diagnostic::{Checked, Code, Diagnostic, Label};
use crate::source::SourceFile;

/// Larger than any plan, in bytes.
const LARGEST: usize = 1 << 20;
/// Mistakes of syntax after which reading gives up.
const MOST_SYNTAX_ERRORS: usize = 50;
/// Mistakes of syntax behind a guess that show that the guess was wrong.
const MOST_BEHIND_GUESS: usize = 3;
/// Bytes that are parsed in all; each mistake makes reading begin anew.
const MOST_PARSED: usize = 8 << 20;

/// Reads a file into nodes.
///
/// `printable` tells whether a letter can be printed; every other letter in the file is an error.
pub fn read(file: &Arc<SourceFile>, printable: &dyn Fn(char) -> bool) -> Checked<Node> {
    if file.text.len() > LARGEST {
        let size = format!("tệp dài hơn {} MB, quá lớn cho một kế hoạch", file.text.len() >> 20);
        return failed(
            Diagnostic::in_file(Code::TooLarge, &file.name, size)
                .help("kiểm tra xem có chép nhầm tệp khác vào không; một kế hoạch dài chỉ chừng 0,05 MB"),
        );
    }
    let bad = |letter: char| {
        // Most letters are plain ones, and those are known.
        !matches!(letter, ' '..='~') && (is_forbidden(letter) || !printable(letter))
    };
    let letters = Letters::of(&file.text);
    let is_bad = |letter: char| !matches!(letter, '\n' | '\t') && bad(letter);
    // What no parser takes cannot be printed either.
    let is_readable = !letters.any(is_bad);
    let mut diagnostics = if is_readable { Vec::new() } else { letters::unprintable(file, &is_bad) };
    let mut text = Cured::new(file);
    if letters.any(syntax::is_hard_space) {
        diagnostics.extend(syntax::hard_spaces(&mut text));
    }
    if !is_readable || letters.any(|letter| letter == WIDE_COLON) {
        letters::cure(&mut text);
    }
    let mut mending = Mending { diagnostics, ..Mending::default() };
    for _ in 0..MOST_SYNTAX_ERRORS {
        match compose(&text, &bad) {
            Ok(composed) => {
                let mut diagnostics = mending.diagnostics;
                diagnostics.extend(composed.diagnostics);
                if composed.root.is_none() && diagnostics.is_empty() {
                    diagnostics.push(
                        Diagnostic::in_file(Code::EmptyFile, &file.name, "tệp không có nội dung")
                            .help("viết kế hoạch vào tệp này, hoặc xóa tệp"),
                    );
                }
                return Checked { value: composed.root, diagnostics };
            }
            Err(Stop::Deep(span)) => {
                mending.diagnostics.push(syntax::too_deep(span));
                break;
            }
            Err(Stop::Many(span)) => {
                mending.diagnostics.push(
                    Diagnostic::error(Code::TooManyNodes, span, "tệp có nhiều phần hơn mọi kế hoạch có thật")
                        .help("kiểm tra xem có chép nhầm tệp khác vào không; danh sách dài thì tách ra tệp riêng"),
                );
                break;
            }
            Err(Stop::Syntax(error)) => {
                let at = syntax::offset(&text.text, error.marker());
                if let Some(found) = syntax::tabs(&mut text).or_else(|| flow::bare_dashes(&mut text, at)) {
                    mending.diagnostics.push(found);
                    continue;
                }
                let (found, cure) = syntax::explain(&text, &error);
                // A letter that reads like a sign of YAML and is none breaks its line; it has been named already.
                if mending.diagnostics.iter().any(|known| is_odd_letter(known) && same_line(known, &found)) {
                    break;
                }
                let Some(cure) = mending.take(found, cure, at) else { break };
                text.edit(cure.range, &cure.with);
            }
        }
    }
    Checked { value: None, diagnostics: mending.diagnostics }
}

/// What was found and cured so far.
#[derive(Default)]
struct Mending {
    diagnostics: Vec<Diagnostic>,
    /// Where the next cure may stand; anything else would go in a circle.
    next: usize,
    parsed: usize,
    /// How many findings there were when something was guessed first, and mistakes of syntax since.
    guess: Option<(usize, usize)>,
}

impl Mending {
    /// Takes in a mistake; its cure, if reading can go on.
    fn take(&mut self, found: Diagnostic, cure: Option<Cure>, parsed: usize) -> Option<Cure> {
        let at = found.place().1;
        self.diagnostics.push(found);
        if let Some((before, since)) = &mut self.guess {
            *since += 1;
            if *since > MOST_BEHIND_GUESS {
                self.diagnostics.truncate(*before);
                return None;
            }
        }
        let cure = cure.filter(|_| at >= self.next)?;
        if cure.is_guess && self.guess.is_none() {
            self.guess = Some((self.diagnostics.len(), 0));
        }
        self.next = at + 1;
        self.parsed += parsed;
        (self.parsed <= MOST_PARSED).then_some(cure)
    }
}

/// Whether a finding is about a letter for which nothing was put.
fn is_odd_letter(found: &Diagnostic) -> bool {
    let is_there = |label: &Label| !label.span.text().chars().any(letters::is_unreadable);
    found.code == Code::BadCharacter && found.labels.first().is_some_and(is_there)
}

fn same_line(one: &Diagnostic, other: &Diagnostic) -> bool {
    let (Some(one), Some(other)) = (one.labels.first(), other.labels.first()) else { return false };
    let (from, to) = (one.span.range.start, other.span.range.start);
    !one.span.file.text[from.min(to)..from.max(to)].contains('\n')
}

fn failed(diagnostic: Diagnostic) -> Checked<Node> {
    Checked { value: None, diagnostics: vec![diagnostic] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::render::full::{Styling, full};
    use crate::yaml::Value;

    fn findings(text: &str) -> Vec<(String, usize, usize)> {
        let file = SourceFile::from_text("a.yaml", text);
        read(&file, &|_| true)
            .diagnostics
            .iter()
            .map(|diagnostic| {
                let (line, column) = diagnostic
                    .labels
                    .first()
                    .map_or((0, 0), |label| label.span.file.line_column(label.span.range.start));
                (diagnostic.code.id.to_owned(), line, column)
            })
            .collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[(Code, usize, usize)]) {
        let expected: Vec<_> =
            expected.iter().map(|(code, line, column)| (code.id.to_owned(), *line, *column)).collect();
        assert_eq!(findings(text), expected, "{text}");
    }

    #[test]
    fn scalars_keep_their_letters() {
        let file = SourceFile::from_text("a.yaml", "a: 05\nb: 2.10\nc: no\nd: 1.250.000\ne:\nf: ~\ng: \"\"\n");
        let node = read(&file, &|_| true).value.expect("valid YAML");
        let Value::Map(entries) = node.value else { panic!("a map") };
        let values: Vec<_> = entries.into_iter().map(|entry| entry.node.value).collect();
        let text = |text: &str| Value::Text(text.to_owned());
        assert_eq!(
            values,
            [text("05"), text("2.10"), text("no"), text("1.250.000"), Value::Blank, Value::Blank, text("")]
        );
    }

    #[test]
    fn each_mistake_has_its_place() {
        check("", &[(Code::EmptyFile, 0, 0)]);
        check("# chỉ ghi chú\n", &[(Code::EmptyFile, 0, 0)]);
        check("a: 1\nb: 2\na: 3\n", &[(Code::DuplicateKey, 3, 1)]);
        check("a: *x\n", &[(Code::Reference, 1, 4)]);
        check("a: &x 1\nb: *x\n", &[(Code::Reference, 1, 4), (Code::Reference, 2, 4)]);
        check("a: Dự án #2 của xã\nb: 1 # ghi chú\n", &[(Code::CommentInText, 1, 10)]);
        check("a: 1\n---\nb: 2\n", &[(Code::YamlSyntax, 2, 1)]);
        check("a: \"mở\nb: 1\n", &[(Code::YamlSyntax, 1, 4)]);
    }

    #[test]
    fn reading_goes_on_after_tabs_and_colons() {
        check(
            "a:\n\tb: 1\nc: Sở Y tế: chủ trì\nd: 1\nd: 2\n",
            &[(Code::Tab, 2, 1), (Code::Colon, 3, 11), (Code::DuplicateKey, 5, 1)],
        );
    }

    #[test]
    fn reading_goes_on_after_what_is_not_closed() {
        check("a: \"mở\nb: 1\nb: 2\n", &[(Code::YamlSyntax, 1, 4), (Code::DuplicateKey, 3, 1)]);
        check("a: [\"mở, x]\nb: 1\nb: 2\n", &[(Code::YamlSyntax, 1, 5), (Code::DuplicateKey, 3, 1)]);
        check("a: [x, y\nb: 1\nb: 2\n", &[(Code::YamlSyntax, 1, 4), (Code::DuplicateKey, 3, 1)]);
        check("a: {x: y\nb: 1\nb: 2\n", &[(Code::YamlSyntax, 1, 4), (Code::DuplicateKey, 3, 1)]);
        check("a: {x: [1, 2}\nb: 1\nb: 2\n", &[(Code::YamlSyntax, 1, 8), (Code::DuplicateKey, 3, 1)]);
        check("a: [x, y]]\nb: 1\nb: 2\n", &[(Code::YamlSyntax, 1, 10), (Code::DuplicateKey, 3, 1)]);
    }

    #[test]
    fn a_wide_colon_after_a_key_is_read_as_one() {
        let file = SourceFile::from_text("a.yaml", "a：1\nb： 2\nb: 3\n");
        let found = read(&file, &|letter| letter != '：').diagnostics;
        let codes: Vec<_> = found.iter().map(|found| found.code.id).collect();
        assert_eq!(codes, [Code::BadCharacter.id, Code::BadCharacter.id, Code::DuplicateKey.id]);
    }

    #[test]
    fn a_wrong_guess_does_not_bury_the_mistake() {
        // After the first line nothing is what it looks like, so only that line is told.
        let flood = "a: [x\nb: {c: d: e}\nc: {c: d: e}\nd: {c: d: e}\ne: {c: d: e}\n";
        check(flood, &[(Code::YamlSyntax, 1, 4)]);
        let few = "a: [x\nb: {c: d: e}\n";
        check(few, &[(Code::YamlSyntax, 1, 4), (Code::Colon, 2, 9)]);
    }

    #[test]
    fn reading_goes_on_inside_brackets() {
        check("a: [x, -]\nb: [-, y]\nb: 1\n", &[(Code::YamlSyntax, 1, 8), (Code::DuplicateKey, 3, 1)]);
        check("a: [x, - y]\na: 1\n", &[(Code::YamlSyntax, 1, 8), (Code::DuplicateKey, 2, 1)]);
        check("a: {b: Thời gian: 7 giờ, c: d}\na: 1\n", &[(Code::Colon, 1, 17), (Code::DuplicateKey, 2, 1)]);
        let file = SourceFile::from_text("a.yaml", "a: {b: Thời gian: 7 giờ, c: d}\nd: [x, -]\ne: [-]\n");
        let found = read(&file, &|_| true).diagnostics;
        let help = |index: usize| found.get(index).and_then(|found| found.help.as_deref());
        assert_eq!(help(0), Some("đặt cả câu trong dấu nháy kép: \"Thời gian: 7 giờ\""));
        assert_eq!(help(1), Some("ô không có số thì viết ~; muốn in dấu gạch thì viết \"-\""));
        assert!(found[1].message.contains("ở 2 dòng"), "{}", found[1].message);
    }

    #[test]
    fn a_file_of_mistakes_is_not_read_again_for_each() {
        let line = format!("- x: {}: y\n", "a".repeat(500_000));
        let found = findings(&line.repeat(2));
        assert_eq!(found.len(), 2, "a large file with few mistakes is read to its end");
        let most = LARGEST - 40 * MOST_SYNTAX_ERRORS;
        let late = format!("a: {}\n{}", "x".repeat(most), "b: c: d\n".repeat(MOST_SYNTAX_ERRORS));
        let found = findings(&late).len();
        assert!(found <= MOST_PARSED / most + 1, "{found}");
    }

    #[test]
    fn deep_nesting_is_refused_at_once() {
        let deep = "[".repeat(100_000);
        assert_eq!(findings(&deep)[0].0, Code::TooDeep.id);
        let deep: String = (0..1_000).map(|level| format!("{}a:\n", " ".repeat(level))).collect();
        assert_eq!(findings(&deep)[0].0, Code::TooDeep.id);
    }

    #[test]
    fn letters_that_cannot_be_printed_are_named() {
        let file = SourceFile::from_text("a.yaml", "a: x\u{7}y\u{f0001}\nb: 😀\n");
        let found = read(&file, &|letter| letter != '😀').diagnostics;
        let messages: Vec<_> = found.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
        assert_eq!(messages[0], "ký tự U+0007 không in được");
        assert!(messages[2].contains("«😀» U+1F600"), "{messages:?}");
    }

    #[test]
    fn any_sign_anywhere_is_read_or_told() {
        let text = "a: {b: Đạt: 7, c: [x, -]}\nd:\n  - \"mở\n  - [x, {y: 'z'}\n\te: ~ # ơ\nf: &g *h | i\n";
        let signs = "-:,[]{}\"'#&*!|>%@`\\?~ \n\t\r\0\u{ffff}\u{feff}\u{a0}：ế";
        let tried = |text: &str| {
            for found in read(&SourceFile::from_text("a.yaml", text), &|letter| letter != '：').diagnostics {
                assert!(full(&found, Styling::Plain).len() < 5_000, "{text}");
            }
        };
        for (at, letter) in text.char_indices() {
            let (before, after) = text.split_at(at);
            signs.chars().for_each(|sign| tried(&format!("{before}{sign}{after}")));
            tried(&format!("{before}{}", &after[letter.len_utf8()..]));
            tried(before);
            tried(after);
        }
    }

    #[test]
    fn letters_that_no_parser_takes_hide_nothing() {
        let twice = (Code::DuplicateKey, 2, 1);
        for letter in ['\u{ffff}', '\u{fffe}', '\u{feff}', '\0', '\u{7}', '\u{1b}', '\u{85}'] {
            check(&format!("a: x{letter}\na: 1\n"), &[(Code::BadCharacter, 1, 5), twice]);
            check(&format!("a: {letter}\na: 1\n"), &[(Code::BadCharacter, 1, 4), twice]);
            check(&format!("b: 1\n{letter}a: 1\na: 1\n"), &[(Code::BadCharacter, 2, 1), (Code::DuplicateKey, 3, 1)]);
        }
    }
}
