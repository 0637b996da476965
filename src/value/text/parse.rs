//! Letters to parts.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::braces::{self, Inside};
use super::parts::{Look, Named, Part, Room, Text, What};
use super::stars::Pairs;
use super::token::{Star, Token};
use crate::source::Span;

/// What is wrong with a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Stars that open an emphasis which nothing closes, or close one that nothing opens; how many there are in the text.
    Star(usize),
    /// `{{` without `}}`.
    Unclosed,
    /// `}}` without `{{`.
    Unopened,
    /// `{%` or `{#`, which only templates know.
    Statement(&'static str),
    /// Something in `{{ }}` that is no name of a value.
    NoName(String),
    /// A filter that sentences do not know.
    Filter(String),
}

/// A fault and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faulty {
    /// The fault.
    pub fault: Fault,
    /// Where.
    pub span: Span,
}

/// Reads the letters of a scalar; `span` is where it is written, quotes and all.
pub fn parse(letters: &str, span: &Span) -> (Text, Vec<Faulty>) {
    let letters = letters.trim();
    if is_plain(letters) {
        let words = Part { look: Look::default(), what: What::Words(letters.to_owned()) };
        let parts = if letters.is_empty() { Vec::new() } else { vec![words] };
        return (Text { parts, span: span.clone(), room: Room::Paragraph }, Vec::new());
    }
    let written = Written::new(letters, span);
    let mut faults = Vec::new();
    let tokens = tokens(&written, &mut faults);
    let pairs = Pairs::of(&tokens);
    if let Some((at, length)) = pairs.stray.first() {
        let fault = Fault::Star(pairs.stray.len());
        faults.push(Faulty { fault, span: written.place("*", *at, *length) });
    }
    (Text { parts: parts(tokens, &pairs), span: span.clone(), room: Room::Paragraph }, faults)
}

/// Whether letters are words with single spaces between them, as most are.
fn is_plain(letters: &str) -> bool {
    let bytes = letters.as_bytes();
    // Without a way out the bytes are looked at many at once.
    let has_sign = |found, byte: &u8| found | matches!(byte, b'*' | b'{' | b'}' | b'\n' | b'\t');
    let has_pair = |found, (first, second): (&u8, &u8)| found | ((*first == b' ') & (*second == b' '));
    !bytes.iter().fold(false, has_sign) && !bytes.iter().zip(bytes.iter().skip(1)).fold(false, has_pair)
}

/// Where a sign stands in the letters of a scalar, and where in the file.
type Places = (Vec<usize>, Vec<usize>);

/// The letters of a scalar, and how they are written in the file.
struct Written<'a> {
    letters: &'a str,
    span: &'a Span,
    /// Where each sign stands in both, found once.
    signs: RefCell<BTreeMap<&'static str, Places>>,
}

impl<'a> Written<'a> {
    fn new(letters: &'a str, span: &'a Span) -> Self {
        Self { letters, span, signs: RefCell::default() }
    }

    /// Where some letters stand in the file: the occurrence of `sign` there that is theirs in the scalar.
    fn place(&self, sign: &'static str, at: usize, length: usize) -> Span {
        let raw = self.span.text();
        let mut signs = self.signs.borrow_mut();
        let places = |text: &str| text.match_indices(sign).map(|(at, _)| at).collect::<Vec<_>>();
        let (in_letters, in_raw) = signs.entry(sign).or_insert_with(|| (places(self.letters), places(raw)));
        let number = in_letters.partition_point(|known| *known < at);
        match in_raw.get(number).filter(|_| in_raw.len() == in_letters.len()) {
            Some(&found) => {
                let start = self.span.range.start + found;
                // Letters that a quotation or a fold writes otherwise are shown by their first line.
                let alike = raw[found..].starts_with(&self.letters[at..at + length]);
                let span = Span::new(&self.span.file, start..if alike { start + length } else { self.span.range.end });
                span.first_line()
            }
            None => self.span.first_line(),
        }
    }
}

fn tokens(written: &Written<'_>, faults: &mut Vec<Faulty>) -> Vec<Token> {
    let letters = written.letters;
    let mut tokens = Vec::with_capacity(letters.len());
    let mut at = 0;
    let mut has_literal = false;
    while let Some(letter) = letters[at..].chars().next() {
        let rest = &letters[at..];
        let mut fault = |fault, sign: &'static str, at, length| {
            faults.push(Faulty { fault, span: written.place(sign, at, length) });
        };
        if rest.starts_with("{{") {
            let Some(inside) = braces::end(rest) else {
                fault(Fault::Unclosed, "{{", at, 2);
                tokens.extend(rest[..2].chars().map(Token::Letter));
                at += 2;
                continue;
            };
            match braces::read(&rest[2..inside]) {
                Inside::Value { path, filters, name } => {
                    let whole = written.place("{{", at, inside + 2);
                    let span = braces::name_span(&whole, &name);
                    tokens.push(Token::Value(Named { path, filters, span }));
                }
                Inside::Literal(words) => {
                    has_literal = true;
                    tokens.extend(words.chars().map(Token::Letter));
                }
                Inside::NoName(what) => fault(Fault::NoName(what), "{{", at, inside + 2),
                Inside::UnknownFilter(name) => fault(Fault::Filter(name), "{{", at, inside + 2),
            }
            at += inside + 2;
            continue;
        }
        if let Some(sign) = ["{%", "{#"].into_iter().find(|sign| rest.starts_with(sign)) {
            fault(Fault::Statement(sign), sign, at, 2);
        } else if rest.starts_with("}}") && !has_literal {
            fault(Fault::Unopened, "}}", at, 2);
            tokens.extend(rest[..2].chars().map(Token::Letter));
            at += 2;
            continue;
        }
        if letter == '*' {
            let length = rest.len() - rest.trim_start_matches('*').len();
            let before = letters[..at].chars().next_back();
            let after = letters[at + length..].chars().next();
            tokens.push(Token::Stars(Star::new(at, length, before, after)));
            at += length;
            continue;
        }
        tokens.push(if letter == '\n' { Token::Break } else { Token::Letter(letter) });
        at += letter.len_utf8();
    }
    tokens
}

/// Puts tokens together: letters of one look into words, spaces single.
fn parts(tokens: Vec<Token>, pairs: &Pairs) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut look = Look::default();
    let mut space = false;
    for (index, token) in tokens.into_iter().enumerate() {
        match token {
            Token::Letter(' ' | '\t') => space = true,
            Token::Letter(letter) => {
                letter_to(&mut parts, look, std::mem::take(&mut space), letter);
            }
            Token::Stars(star) => {
                let marks = pairs.at(index);
                for letter in "*".repeat(star.length - marks.map_or(0, |marks| marks.used)).chars() {
                    letter_to(&mut parts, look, std::mem::take(&mut space), letter);
                }
                if let Some(marks) = marks {
                    look = marks.look;
                }
            }
            Token::Value(named) => {
                if std::mem::take(&mut space) {
                    space_to(&mut parts, look);
                }
                parts.push(Part { look, what: What::Value(named) });
            }
            Token::Break => {
                space = false;
                parts.push(Part { look, what: What::Break });
            }
        }
    }
    parts
}

fn letter_to(parts: &mut Vec<Part>, look: Look, space: bool, letter: char) {
    if space {
        space_to(parts, look);
    }
    match parts.last_mut() {
        Some(Part { look: last, what: What::Words(words) }) if *last == look => words.push(letter),
        _ => parts.push(Part { look, what: What::Words(letter.to_string()) }),
    }
}

/// A space between words belongs to those before it; none begins a text or a line.
fn space_to(parts: &mut Vec<Part>, look: Look) {
    match parts.last_mut() {
        None | Some(Part { what: What::Break, .. }) => {}
        Some(Part { what: What::Words(words), .. }) => words.push(' '),
        Some(Part { what: What::Value(_), .. }) => parts.push(Part { look, what: What::Words(" ".to_owned()) }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;

    fn read(letters: &str) -> (String, Vec<String>) {
        let file = SourceFile::from_text("a.yaml", &format!("a: {letters}\n"));
        let (text, faults) = parse(letters, &Span::new(&file, 3..3 + letters.len()));
        let shown = text.parts.iter().map(|part| {
            let words = match &part.what {
                What::Words(words) => words.clone(),
                What::Value(named) => format!("${}:{}$", named.written(), named.filters.len()),
                What::Break => "⏎".to_owned(),
            };
            match (part.look.bold, part.look.italic) {
                (false, false) => words,
                (true, false) => format!("[{words}]"),
                (false, true) => format!("<{words}>"),
                (true, true) => format!("[<{words}>]"),
            }
        });
        let faults = faults.into_iter().map(|faulty| format!("{:?} {}", faulty.fault, faulty.span.text())).collect();
        (shown.collect(), faults)
    }

    #[track_caller]
    fn check(letters: &str, shown: &str, faults: &[&str]) {
        let (found, found_faults) = read(letters);
        assert_eq!((found.as_str(), found_faults), (shown, faults.iter().map(ToString::to_string).collect()));
    }

    #[test]
    fn pairs_of_stars_are_emphasis() {
        check("hộ (*ít nhất 80%*).", "hộ (<ít nhất 80%>).", &[]);
        check("**Đẩy mạnh:** x *y*", "[Đẩy mạnh: ]x <y>", &[]);
        check("***chữ***", "[<chữ>]", &[]);
        check("**x *y***", "[x ][<y>]", &[]);
        check("***a* b**", "[<a >][b]", &[]);
        check("**{{ nam }}** nay", "[$nam:0$] nay", &[]);
        check("2*3*4", "2*3*4", &[]);
        check("một * hai * ba", "một * hai * ba", &[]);
        check("****", "****", &[]);
        check("Thôn Một* và (*)", "Thôn Một* và (*)", &[]);
    }

    #[test]
    fn stars_without_a_partner_are_reported() {
        check("*chưa đóng", "*chưa đóng", &["Star(1) *"]);
        check("5 * 6 và **x", "5 * 6 và **x", &["Star(1) **"]);
        check("*a *b", "*a *b", &["Star(2) *"]);
        check("đóng**", "đóng**", &["Star(1) **"]);
    }

    #[test]
    fn values_are_named_with_their_place() {
        check("Xem {{ phu_luc.a }}, {{ van_ban.b|hoa_dau | cham }}.", "Xem $phu_luc.a:0$, $van_ban.b:2$.", &[]);
        check(r#"Điền {{ "{{" }}ten}}"#, "Điền {{ten}}", &[]);
        check("{{ a", "{{ a", &["Unclosed {{"]);
        check("a }} b", "a }} b", &["Unopened }}"]);
        check("{{ a | replace(from=1) }}", "", &["Filter(\"replace(from=1)\") {{ a | replace(from=1) }}"]);
        check("{{ 1 + 2 }}", "", &["NoName(\"1 + 2\") {{ 1 + 2 }}"]);
        check("{% if a %}", "{% if a %}", &["Statement(\"{%\") {%"]);
        let file = SourceFile::from_text("a.yaml", "a: x {{ phu_luc.c }}\n");
        let (text, _) = parse("x {{ phu_luc.c }}", &Span::new(&file, 3..20));
        assert_eq!(text.values().next().map(|named| named.span.text()), Some("phu_luc.c"));
    }

    #[test]
    fn spaces_are_single_and_lines_break_where_they_did() {
        check("a  b\t c\n\n d ", "a b c⏎⏎d", &[]);
        check("*a* *b* c", "<a b >c", &[]);
    }
}
