//! From bytes to objects, and to the words between them.

use super::object::{Dict, Object};

/// How deep lists and dictionaries may stand in each other.
const DEEPEST: usize = 40;

/// How many objects one object may hold: far more than the widths of the largest typeface.
const MOST_PARTS: usize = 250_000;

/// What stands next.
#[derive(Debug, PartialEq)]
pub(super) enum Token<'a> {
    /// An object.
    Object(Object),
    /// A word that is none: `obj`, `Tj`, `]`.
    Word(&'a [u8]),
}

/// Reads bytes from a place on.
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    /// Where it stands.
    pub(super) at: usize,
    /// Whether `3 0 R` names an object, as it does outside contents of pages.
    has_references: bool,
    parts: usize,
}

impl<'a> Lexer<'a> {
    /// For a file.
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at, has_references: true, parts: 0 }
    }

    /// For the content of a page, or a map of letters.
    pub(super) fn of_content(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, has_references: false, parts: 0 }
    }

    /// What stands next; `None` at the end, or where nothing can be made of it.
    pub(super) fn token(&mut self) -> Option<Token<'a>> {
        self.parts = 0;
        self.token_at(0)
    }

    /// The object that stands next.
    pub(super) fn object(&mut self) -> Option<Object> {
        match self.token()? {
            Token::Object(object) => Some(object),
            Token::Word(_) => None,
        }
    }

    /// Whether a word stands next; if it does, goes past it.
    pub(super) fn eats(&mut self, word: &[u8]) -> bool {
        self.skip_space();
        let is_next = self.rest().starts_with(word);
        if is_next {
            self.at += word.len();
        }
        is_next
    }

    /// Goes past white space and comments.
    pub(super) fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| byte != b'\n' && byte != b'\r') {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    /// All that follows.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn token_at(&mut self, depth: usize) -> Option<Token<'a>> {
        self.parts += 1;
        if depth > DEEPEST || self.parts > MOST_PARTS {
            return None;
        }
        self.skip_space();
        let object = match self.peek()? {
            b'/' => Object::Name(self.name()),
            b'(' => Object::Text(self.literal()),
            b'<' if self.rest().starts_with(b"<<") => Object::Dict(self.dict(depth)?),
            b'<' => Object::Text(self.hexadecimal()),
            b'[' => Object::Array(self.array(depth)?),
            b'+' | b'-' | b'.' | b'0'..=b'9' => self.number_or_reference(),
            _ => return Some(self.word()),
        };
        Some(Token::Object(object))
    }

    fn word(&mut self) -> Token<'a> {
        let start = self.at;
        self.at += 1;
        if !is_delimiter(self.bytes[start]) {
            while self.peek().is_some_and(|byte| !is_space(byte) && !is_delimiter(byte)) {
                self.at += 1;
            }
        } else if self.bytes[start] == b'>' && self.peek() == Some(b'>') {
            self.at += 1;
        }
        match &self.bytes[start..self.at] {
            b"true" => Token::Object(Object::Bool(true)),
            b"false" => Token::Object(Object::Bool(false)),
            b"null" => Token::Object(Object::Null),
            word => Token::Word(word),
        }
    }

    fn name(&mut self) -> String {
        self.at += 1;
        let mut name = Vec::new();
        while let Some(byte) = self.peek().filter(|byte| !is_space(*byte) && !is_delimiter(*byte)) {
            let coded = self.bytes.get(self.at + 1..self.at + 3).filter(|_| byte == b'#');
            let coded = coded.and_then(|two| Some(hex(two[0])? * 16 + hex(two[1])?));
            self.at += if coded.is_some() { 3 } else { 1 };
            name.push(coded.unwrap_or(byte));
        }
        String::from_utf8_lossy(&name).into_owned()
    }

    fn literal(&mut self) -> Vec<u8> {
        self.at += 1;
        let (mut text, mut open) = (Vec::new(), 0_usize);
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' if open == 0 => break,
                b')' => open -= 1,
                b'\\' => {
                    text.extend(self.escaped());
                    continue;
                }
                _ => {}
            }
            text.push(byte);
        }
        text
    }

    /// What stands behind a backslash.
    fn escaped(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(match byte {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            b'\r' => {
                if self.peek() == Some(b'\n') {
                    self.at += 1;
                }
                return None;
            }
            b'\n' => return None,
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit) = self.peek().filter(|digit| (b'0'..=b'7').contains(digit)) else { break };
                    code = code * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                (code & 0xff) as u8
            }
            other => other,
        })
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        self.at += 1;
        let (mut text, mut high) = (Vec::new(), None);
        while let Some(byte) = self.peek() {
            self.at += 1;
            match (byte, hex(byte), high) {
                (b'>', _, _) => break,
                (_, Some(digit), None) => high = Some(digit),
                (_, Some(digit), Some(first)) => {
                    text.push(first * 16 + digit);
                    high = None;
                }
                (_, None, _) => {}
            }
        }
        text.extend(high.map(|digit| digit * 16));
        text
    }

    fn array(&mut self, depth: usize) -> Option<Vec<Object>> {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            match self.token_at(depth + 1)? {
                Token::Object(item) => items.push(item),
                Token::Word(b"]") => return Some(items),
                // What does not belong here is passed over, but not the end of what is around.
                Token::Word(b">>" | b"endobj" | b"stream" | b"ET") => return Some(items),
                Token::Word(_) => {}
            }
        }
    }

    fn dict(&mut self, depth: usize) -> Option<Dict> {
        self.at += 2;
        let mut dict = Dict::new();
        loop {
            match self.token_at(depth + 1)? {
                Token::Object(Object::Name(key)) => match self.token_at(depth + 1)? {
                    Token::Object(value) => {
                        dict.insert(key, value);
                    }
                    Token::Word(b">>") => return Some(dict),
                    Token::Word(_) => {}
                },
                Token::Word(b">>") => return Some(dict),
                Token::Word(b"endobj" | b"stream") => return Some(dict),
                Token::Object(_) | Token::Word(_) => {}
            }
        }
    }

    fn number_or_reference(&mut self) -> Object {
        let number = self.number();
        if self.has_references && number >= 0.0 && number <= f64::from(u32::MAX) && number.fract() == 0.0 {
            let back = self.at;
            self.skip_space();
            let digits = self.rest().iter().take_while(|byte| byte.is_ascii_digit()).count();
            if (1..=5).contains(&digits) {
                self.at += digits;
                self.skip_space();
                let is_alone = |byte: Option<&u8>| byte.is_none_or(|byte| is_space(*byte) || is_delimiter(*byte));
                if self.peek() == Some(b'R') && is_alone(self.bytes.get(self.at + 1)) {
                    self.at += 1;
                    return Object::Reference(number as u32);
                }
            }
            self.at = back;
        }
        Object::Number(number)
    }

    /// A number; what producers write wrongly (`--5`, `1.-2`) is read up to there.
    fn number(&mut self) -> f64 {
        let is_negative = self.peek() == Some(b'-');
        while matches!(self.peek(), Some(b'+' | b'-')) {
            self.at += 1;
        }
        let (mut value, mut scale) = (0.0_f64, None::<f64>);
        while let Some(byte) = self.peek() {
            match (byte, scale) {
                (b'0'..=b'9', None) => value = value * 10.0 + f64::from(byte - b'0'),
                (b'0'..=b'9', Some(unit)) => {
                    value += f64::from(byte - b'0') * unit;
                    scale = Some(unit / 10.0);
                }
                (b'.', None) => scale = Some(0.1),
                (b'-', _) => {}
                _ => break,
            }
            self.at += 1;
        }
        let value = value.min(1e15);
        if is_negative { -value } else { value }
    }
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|digit| digit as u8)
}

/// Whether a byte is white space.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: Object) {
        assert_eq!(Lexer::new(bytes, 0).object(), Some(expected));
    }

    #[test]
    fn reads_every_kind_of_object() {
        check(b" % words\n -12.50 ", Object::Number(-12.5));
        check(b"(a\\(b\\)(c)\\101\\\n)", Object::Text(b"a(b)(c)A".to_vec()));
        check(b"<4e 6>", Object::Text(b"N\x60".to_vec()));
        check(b"/A#20b", Object::Name("A b".to_owned()));
        check(b"[1 2 0 R null]", Object::Array(vec![Object::Number(1.0), Object::Reference(2), Object::Null]));
        check(b"<</A[]>>", Object::Dict([("A".to_owned(), Object::Array(Vec::new()))].into()));
        check(b"<</A/B/C 1>>", {
            let entries = [("A", Object::Name("B".to_owned())), ("C", Object::Number(1.0))];
            Object::Dict(entries.map(|(key, value)| (key.to_owned(), value)).into())
        });
    }

    #[test]
    fn what_stands_too_deep_is_no_object() {
        assert_eq!(Lexer::new(&b"[".repeat(100_000), 0).object(), None);
        assert_eq!(Lexer::new(&b"<</A".repeat(100_000), 0).object(), None);
    }

    #[test]
    fn in_contents_nothing_is_a_reference() {
        let mut lexer = Lexer::of_content(b"1 0 R");
        assert_eq!(lexer.token(), Some(Token::Object(Object::Number(1.0))));
    }
}
