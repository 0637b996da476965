//! Words as templates carry them: a fragment of the XML vocabulary, escaped when it is made, so that data is never markup.

use std::fmt;

use serde::Serialize;

use crate::value::{Filter, Look};
use crate::vietnamese;

/// Words with their emphasis, line breaks and citations, in the XML of documents.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
#[serde(transparent)]
pub(super) struct Xml(String);

/// The forms of a citation.
pub(super) struct Citation {
    /// In full.
    pub(super) full: Xml,
    /// From its second on.
    pub(super) short: Xml,
    /// What defines a short name, behind the first full form.
    pub(super) definition: Option<Xml>,
}

impl fmt::Display for Xml {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for Xml {
    fn from(words: &str) -> Self {
        Self::words(words)
    }
}

impl From<String> for Xml {
    fn from(words: String) -> Self {
        Self::words(&words)
    }
}

impl Xml {
    /// Words without emphasis.
    pub(super) fn words(words: &str) -> Self {
        let mut xml = Self::default();
        xml.push_words(words, Look::default());
        xml
    }

    /// What a view holds, which is a fragment already.
    pub(super) fn from_view(xml: &str) -> Self {
        Self(xml.to_owned())
    }

    /// A line break.
    pub(super) fn line_break() -> Self {
        Self("<br/>".to_owned())
    }

    /// The number of a part of the document, which is known once all parts have theirs.
    pub(super) fn part_name(id: &str) -> Self {
        Self(format!("<nhac muc=\"{id}\"/>"))
    }

    /// A citation: in full where it is printed first, or everywhere, and in short from then on.
    pub(super) fn citation(id: &str, always_full: bool, citation: &Citation) -> Self {
        let Citation { full, short, definition } = citation;
        let always = if always_full { " day-du=\"co\"" } else { "" };
        let definition = definition.as_ref().map(|words| format!("<goi-tat>{words}</goi-tat>")).unwrap_or_default();
        Self(format!(
            "<vien-dan ma=\"{id}\"{always}><day-du>{full}</day-du><ngan>{short}</ngan>{definition}</vien-dan>"
        ))
    }

    pub(super) fn push_words(&mut self, words: &str, look: Look) {
        let (open, close) = tags(look);
        self.0.push_str(open);
        for letter in words.chars() {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                letter => self.0.push(letter),
            }
        }
        self.0.push_str(close);
    }

    /// Puts another fragment behind, in a look.
    pub(super) fn push(&mut self, other: &Self, look: Look) {
        let (open, close) = tags(look);
        self.0.push_str(open);
        self.0.push_str(&other.0);
        self.0.push_str(close);
    }

    /// Fragments one after the other.
    pub(super) fn concat<'a>(parts: impl IntoIterator<Item = &'a Self>) -> Self {
        Self(parts.into_iter().map(|part| part.0.as_str()).collect())
    }

    /// Fragments with words between them.
    pub(super) fn join<'a>(parts: impl IntoIterator<Item = &'a Self>, between: &str) -> Self {
        let parts: Vec<_> = parts.into_iter().map(|part| part.0.as_str()).collect();
        Self(parts.join(&Self::words(between).0))
    }

    /// Words and fragments by a pattern of words: `{}` stands for the next fragment.
    pub(super) fn format(pattern: &str, parts: &[&Self]) -> Self {
        let mut xml = Self::default();
        let mut parts = parts.iter();
        for (index, words) in pattern.split("{}").enumerate() {
            if index > 0
                && let Some(part) = parts.next()
            {
                xml.0.push_str(&part.0);
            }
            xml.push_words(words, Look::default());
        }
        xml
    }

    /// Whether it has no letter.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How long it is.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The words for an attribute: without tags, a citation in short.
    pub(super) fn attribute(&self) -> Self {
        let mut out = String::new();
        let mut rest = self.0.as_str();
        while let Some((before, after)) = rest.split_once('<') {
            out.push_str(before);
            let (tag, after) = after.split_once('>').unwrap_or((after, ""));
            rest = after;
            if tag == "br/" {
                out.push(' ');
            } else if tag == "day-du" || tag == "goi-tat" {
                rest = after.split_once(&format!("</{tag}>")).map_or("", |(_, after)| after);
            }
        }
        out.push_str(rest);
        Self(out)
    }

    /// The words as letters, for comparing.
    pub(super) fn letters(&self) -> String {
        let plain = self.attribute().0;
        plain.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
    }

    /// The fragment after a filter.
    pub(super) fn filtered(&self, filter: Filter) -> Self {
        Self(filtered(&self.0, filter))
    }
}

fn tags(look: Look) -> (&'static str, &'static str) {
    match (look.bold, look.italic) {
        (false, false) => ("", ""),
        (true, false) => ("<b>", "</b>"),
        (false, true) => ("<i>", "</i>"),
        (true, true) => ("<b><i>", "</i></b>"),
    }
}

/// What a filter makes of a fragment.
pub(super) fn filtered(xml: &str, filter: Filter) -> String {
    match filter {
        Filter::Capitalize => change_first(xml, vietnamese::capitalize),
        Filter::Uncapitalize => change_first(xml, vietnamese::uncapitalize),
        Filter::FullStop => ended(xml, "."),
        Filter::Semicolon => ended(xml, ";"),
        Filter::Unended => ended(xml, ""),
    }
}

/// Changes the first words, past the tags before them; both forms of a citation are changed.
fn change_first(xml: &str, change: fn(&str) -> String) -> String {
    let Some(rest) = xml.strip_prefix('<') else {
        let end = xml.find('<').unwrap_or(xml.len());
        // An entity is no letter that has another case.
        return if xml.starts_with('&') { xml.to_owned() } else { change(&xml[..end]) + &xml[end..] };
    };
    let Some((tag, after)) = rest.split_once('>') else { return xml.to_owned() };
    if tag.starts_with("nhac ") {
        // The words are not known yet: that they begin with a capital is noted.
        let capital = if change("a") == "A" { " hoa=\"co\"" } else { "" };
        return format!("<{}{capital}/>{after}", tag.trim_end_matches('/'));
    }
    if tag == "day-du"
        && let Some((full, after)) = after.split_once("</day-du><ngan>")
    {
        return format!("<{tag}>{}</day-du><ngan>{}", change_first(full, change), change_first(after, change));
    }
    format!("<{tag}>{}", change_first(after, change))
}

/// A text that ends with a mark, instead of whatever mark it ended with; one that ends with `:`, `?`, `!` or `…` stays.
fn ended(xml: &str, mark: &str) -> String {
    let mut core = xml.trim_end();
    let mut closing = String::new();
    while let Some(tag) = ["</b>", "</i>"].into_iter().find(|tag| core.ends_with(tag)) {
        core = &core[..core.len() - tag.len()];
        closing.insert_str(0, tag);
    }
    if core.ends_with("...") || core.ends_with(['!', '?', '…', ':']) {
        return format!("{core}{closing}");
    }
    format!("{}{mark}{closing}", unended(core))
}

/// A text without the marks at its end. The `;` that ends an escaped letter, as in `&quot;`, is no mark.
fn unended(text: &str) -> &str {
    let mut rest = text;
    while let Some(shorter) = rest.strip_suffix(['.', ';', ',', ' ']) {
        if rest.ends_with(';') && ends_inside_entity(shorter) {
            break;
        }
        rest = shorter;
    }
    rest
}

fn ends_inside_entity(text: &str) -> bool {
    text.rsplit_once('&').is_some_and(|(_, name)| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn end_marks_are_replaced_and_entities_kept() {
        assert_eq!(ended("đạt 96%;", "."), "đạt 96%.");
        assert_eq!(ended("gọi là &quot;x&quot;", ";"), "gọi là &quot;x&quot;;");
        assert_eq!(ended("x. ; ", ""), "x");
        assert_eq!(ended("sao?", "."), "sao?");
        assert_eq!(ended("gồm:", "."), "gồm:");
        assert_eq!(ended("v.v...", "."), "v.v...");
        assert_eq!(ended("<b>Một.</b>", ";"), "<b>Một;</b>");
    }

    #[test]
    fn first_letters_change_past_tags() {
        assert_eq!(filtered("<b><i>đạt</i></b>", Filter::Capitalize), "<b><i>Đạt</i></b>");
        assert_eq!(filtered("&quot;a", Filter::Capitalize), "&quot;a");
        let cited = |full: &str, short: &str| {
            let definition = Some("(sau đây gọi tắt là X)".into());
            Xml::citation("a", false, &Citation { full: full.into(), short: short.into(), definition })
        };
        let capital = cited("luật A & B", "luật A").filtered(Filter::Capitalize);
        assert_eq!(capital, cited("Luật A & B", "Luật A"));
        assert_eq!(capital.letters(), "Luật A");
        assert_eq!(Xml::part_name("a").filtered(Filter::Capitalize).to_string(), "<nhac muc=\"a\" hoa=\"co\"/>");
    }

    #[test]
    fn words_are_escaped_once() {
        assert_eq!(Xml::format("{} < {}", &[&"a&b".into(), &Xml::line_break()]).to_string(), "a&amp;b &lt; <br/>");
    }
}
