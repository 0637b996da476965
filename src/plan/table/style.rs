//! How rows of a table are numbered: the style of each level, and what a column of ordinal numbers counts.

use crate::choice;
use crate::schema::{Key, Kind, Mean, Meaning, Read, Reader, Visitor, Walk};
use crate::yaml::Node;

choice! {
    /// What a column of ordinal numbers counts.
    pub enum Counting {
        /// All rows, each level by itself, from the start in each group.
        Levels = "tung_cap", "mọi dòng, từng cấp, bắt đầu lại trong mỗi nhóm";
        /// All rows; those that are no groups run on through the groups.
        Through = "chay_tiep", "mọi dòng; dòng không phải nhóm đếm liền qua các nhóm";
        /// Group rows only.
        Groups = "nhom", "chỉ dòng nhóm";
        /// Rows that are no groups, from the start in each group.
        Rows = "dong", "chỉ dòng không phải nhóm, bắt đầu lại trong mỗi nhóm";
        /// Rows that are no groups, on through the groups.
        RowsThrough = "dong_chay_tiep", "chỉ dòng không phải nhóm, đếm liền qua các nhóm";
    }
}

impl Counting {
    /// Whether rows that are no groups are counted on through the groups.
    pub fn runs_through(self) -> bool {
        matches!(self, Self::Through | Self::RowsThrough)
    }
}

/// What a number is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Script {
    /// `A`, of the Vietnamese alphabet.
    UpperLetter,
    /// `a`
    Letter,
    /// `I`
    Roman,
    /// `i`
    LowerRoman,
    /// `1`
    Number,
    /// `01`
    Padded,
    /// `1.1`: goes on from the number around it.
    Decimal,
    /// `-`: the same for each row.
    Sign,
    /// Nothing.
    None,
}

impl Script {
    /// The first number of each, as a clerk writes the style.
    const FIRST: &'static [(&'static str, Self)] = &[
        ("A", Self::UpperLetter),
        ("a", Self::Letter),
        ("I", Self::Roman),
        ("i", Self::LowerRoman),
        ("1", Self::Number),
        ("01", Self::Padded),
        ("1.1", Self::Decimal),
    ];
}

/// The style of a number, written as the first number of its kind: `I`, `1.`, `a)`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowStyle {
    /// What it is made of.
    pub script: Script,
    /// What stands before it; the sign of a style that is one.
    pub before: String,
    /// What stands behind it.
    pub after: String,
}

impl RowStyle {
    /// A style without signs around it.
    pub fn plain(script: Script) -> Self {
        Self { script, before: String::new(), after: String::new() }
    }

    /// A sign that stands before each row.
    pub fn sign(sign: &str) -> Self {
        Self { script: Script::Sign, before: sign.to_owned(), after: String::new() }
    }

    /// Reads a style.
    ///
    /// # Errors
    /// What to write.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        match text {
            "khong" => return Ok(Self::plain(Script::None)),
            "-" | "–" | "+" | "*" => return Ok(Self::sign(text)),
            _ => {}
        }
        let inner = text.strip_prefix('(').unwrap_or(text);
        let bare = inner.strip_suffix(['.', ')', '/', ':']).unwrap_or(inner);
        let found = Script::FIRST.iter().find(|(first, _)| *first == bare);
        let Some((_, script)) = found else {
            return Err(
                "viết số đầu tiên của cấp ấy như muốn in: A, a, I, i, 1, 01 hay 1.1, có thể thêm dấu như a) hay 1.; \
                        hoặc \"-\", \"+\", khong"
                    .to_owned(),
            );
        };
        let before = &text[..text.len() - inner.len()];
        Ok(Self { script: *script, before: before.to_owned(), after: inner[bare.len()..].to_owned() })
    }
}

impl Read for RowStyle {
    fn kind() -> Kind {
        Kind::Form("một kiểu số thứ tự", "^(khong|[-–+*]|\\(?(A|a|I|i|1|01|1\\.1)[.)/:]?)$")
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        reader.parsed(node, key, Self::parse)
    }
}

impl Walk for RowStyle {
    fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
}

impl Mean for RowStyle {
    fn mean(&self) -> Meaning {
        let first = Script::FIRST.iter().find(|(_, script)| *script == self.script).map_or("", |(first, _)| first);
        let first = if self.script == Script::None { "khong" } else { first };
        Meaning::Plain(format!("{}{first}{}", self.before, self.after))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, script: Script, before: &str, after: &str) {
        let expected = RowStyle { script, before: before.to_owned(), after: after.to_owned() };
        assert_eq!(RowStyle::parse(text), Ok(expected));
    }

    #[test]
    fn a_style_is_its_first_number() {
        check("A", Script::UpperLetter, "", "");
        check("I.", Script::Roman, "", ".");
        check("1.1", Script::Decimal, "", "");
        check("1.1.", Script::Decimal, "", ".");
        check("a)", Script::Letter, "", ")");
        check("(1)", Script::Number, "(", ")");
        check("-", Script::Sign, "-", "");
        check("khong", Script::None, "", "");
    }

    #[test]
    fn what_is_no_first_number_is_refused() {
        for text in ["B", "2", "1.2", "a))", "", "(", "Phần I"] {
            assert!(RowStyle::parse(text).is_err(), "{text}");
        }
    }
}
