//! Blocks in order: paragraphs, numbered items, tables.

use roxmltree::Node;

use super::inline::{title, words};
use super::table::table;
use super::walker::{DEEPEST, Walker, child, name};
use crate::decree::Component;
use crate::document::address::Numbered;
use crate::document::ending::without_mark;
use crate::document::number::{Counters, Level, Number, NumberStyle, USUAL};
use crate::document::tree::{Block, Inline, Paragraph, Text, plain_text};
use crate::document::words::merged;
use crate::vietnamese::capitalize;

/// Blocks under numbers of their own.
pub(super) fn numbered_blocks(walker: &mut Walker, node: Node<'_, '_>, attributes: &[&str]) -> Vec<Block> {
    walker.attributes(node, attributes);
    let mut styles = Vec::new();
    for name in node.attribute("danh-so").unwrap_or_default().split_ascii_whitespace() {
        styles.extend(style(walker, node, name));
    }
    if styles.is_empty() {
        styles.extend(USUAL);
    }
    let mut out = Vec::new();
    let level = Level { styles: &styles, depth: 0, titled: 0, number: "" };
    let mut counters = Counters::new(standing_titles(node, &level, 0));
    blocks(walker, node, Place { level, nested: 0 }, &mut counters, &mut out);
    out
}

/// Where the reading stands among items in items.
#[derive(Clone, Copy)]
struct Place<'a> {
    level: Level<'a>,
    /// Items around it, those without words included.
    nested: usize,
}

fn style(walker: &mut Walker, node: Node<'_, '_>, name: &str) -> Option<NumberStyle> {
    let style = NumberStyle::from_name(name);
    if style.is_none() {
        let names: Vec<_> = NumberStyle::NAMES.iter().map(|(name, _)| *name).collect();
        walker.fault(node, format!("kiểu đánh số «{name}»"), format!("các kiểu: {}", names.join(" ")));
    }
    style
}

fn blocks(walker: &mut Walker, node: Node<'_, '_>, place: Place<'_>, counters: &mut Counters, out: &mut Vec<Block>) {
    let allowed: &[&str] = match name(node) {
        "phu-luc" => &["so", "ten", "kem-theo", "p", "muc", "bang", "ky"],
        "muc" => &["nhan", "ten", "loi", "p", "muc", "bang"],
        _ => &["p", "muc", "bang"],
    };
    for child in walker.children(node, allowed) {
        match name(child) {
            "p" => {
                let words = words(walker, child);
                if !words.is_empty() {
                    out.push(paragraph(words));
                }
            }
            "muc" if place.nested > DEEPEST => walker.fault(child, "các mục lồng quá sâu", "bỏ bớt cấp"),
            "muc" => item(walker, child, place, counters, out),
            "bang" => table(walker, child, out),
            _ => {}
        }
    }
}

fn item(walker: &mut Walker, node: Node<'_, '_>, place: Place<'_>, counters: &mut Counters, out: &mut Vec<Block>) {
    walker.attributes(node, &["kieu", "ma", "lien-dong"]);
    walker.once(node, &["nhan", "ten", "loi"]);
    let mut find = |name: &str, read: fn(&mut Walker, Node<'_, '_>) -> Text| {
        child(node, name).map(|node| read(walker, node)).filter(|words| !words.is_empty())
    };
    let (label, title, text) = (find("nhan", words), find("ten", title), find("loi", words));
    let level = place.level;
    let nested = place.nested + 1;
    if title.is_none() && text.is_none() && label.is_none() {
        // A group without words of its own: what is inside counts on with what is around.
        blocks(walker, node, Place { nested, ..place }, counters, out);
        return;
    }
    let style = match node.attribute("kieu").filter(|name| !name.is_empty()) {
        Some(name) => style(walker, node, name).unwrap_or(NumberStyle::None),
        None => level.style(),
    };
    let mut number = counters.next(style, level.number);
    if let Some(label) = label {
        number = written(label, style, number.count);
    }
    walker.around.push(numbered(style, &number, title.as_ref().or(text.as_ref())));
    if let Some(id) = node.attribute("ma").filter(|id| !id.is_empty()) {
        walker.note_address(node, id);
    }
    let runs_in = node.attribute("lien-dong") == Some("co");
    let parts_title = style.stands_alone() || !runs_in && counters.has_bold_titles(style);
    let (text, below) = if title.is_some() && parts_title { (None, text) } else { (text, None) };
    // Words that would have run in begin a paragraph of their own.
    let below = if style.stands_alone() { below } else { below.map(with_capital) };
    let mut titled = level.titled;
    let leads_on = node.children().any(|child| child.is_element() && ["muc", "bang", "p"].contains(&name(child)));
    // The number of a Phần has a line of its own. Phụ lục I, phần I, mục II, khoản 6.
    if style.is_part() {
        let label = std::mem::take(&mut number.label);
        out.push(Block::Paragraph(Paragraph::new(Component::PartNumber, label)));
    }
    match (title, text) {
        (Some(title), None) => {
            let heading = style.has_headings().then(|| (level.titled + 1).min(4));
            titled += u8::from(heading.is_some());
            out.push(Block::Paragraph(Paragraph {
                heading,
                label: number.label,
                leads_on,
                ..Paragraph::new(style.title_component(), title)
            }));
        }
        (title, text) => {
            let words = merged(run_in(title, text.unwrap_or_default()));
            if !words.is_empty() || !number.label.is_empty() {
                let paragraph = Paragraph::new(Component::BodyText, words);
                out.push(Block::Paragraph(Paragraph { label: number.label, leads_on, ..paragraph }));
            }
        }
    }
    out.extend(below.map(paragraph));
    // Only a decimal number goes on from its parent's.
    let plain = if style.continues() { number.plain.as_str() } else { "" };
    // A Phần that the levels do not list stands outside them: the mục inside it are `I.` again.
    let listed = !style.is_part() || node.attribute("kieu").is_none_or(str::is_empty);
    let depth = level.depth + usize::from(listed);
    let level = Level { depth, titled, number: plain, ..level };
    let mut counters = Counters::new(standing_titles(node, &level, 0));
    blocks(walker, node, Place { level, nested }, &mut counters, out);
    walker.around.pop();
}

/// A paragraph of the body; one that ends with a colon leads into what follows.
fn paragraph(words: Text) -> Block {
    let leads_on = plain_text(&words).ends_with(':');
    Block::Paragraph(Paragraph { leads_on, ..Paragraph::new(Component::BodyText, words) })
}

/// An item as it is named elsewhere, by its number as it is printed or by its words.
fn numbered(style: NumberStyle, number: &Number, words: Option<&Text>) -> Numbered {
    let printed = plain_text(&number.label);
    Numbered {
        style,
        number: printed.trim_end_matches(['.', ')', ':', ' ']).trim().to_owned(),
        count: number.count,
        words: words.map(|words| plain_text(words)).unwrap_or_default(),
    }
}

/// The styles of the items of a parent whose title is all that they say on their line.
fn standing_titles(node: Node<'_, '_>, level: &Level<'_>, nested: usize) -> Vec<NumberStyle> {
    let says = |node: Node<'_, '_>, part: &str| child(node, part).is_some_and(has_words);
    let mut styles = Vec::new();
    for item in node.children().filter(|child| child.is_element() && name(*child) == "muc") {
        match (says(item, "ten"), says(item, "loi")) {
            (true, false) => {
                let own = item.attribute("kieu").filter(|name| !name.is_empty());
                styles.push(
                    own.map_or_else(|| level.style(), |name| NumberStyle::from_name(name).unwrap_or(NumberStyle::None)),
                );
            }
            // What stands in a group without words counts on with what is around.
            (false, false) if !says(item, "nhan") && nested < DEEPEST => {
                styles.extend(standing_titles(item, level, nested + 1))
            }
            (_, true) | (false, false) => {}
        }
    }
    styles
}

/// Whether a tag of words has any.
fn has_words(node: Node<'_, '_>) -> bool {
    let is_word = |node: Node<'_, '_>| node.text().is_some_and(|text| !text.trim_ascii().is_empty());
    node.descendants()
        .any(|node| if node.is_text() { is_word(node) } else { node.is_element() && name(node) == "nhac" })
}

/// A number that is written by hand. That of a Phần stands alone, others have a space after them.
fn written(mut label: Text, style: NumberStyle, count: usize) -> Number {
    let plain = plain_text(&label).trim_end_matches(['.', ')']).to_owned();
    if !style.is_part()
        && let Some(Inline::Words { text, .. }) = label.last_mut()
    {
        text.push(' ');
    }
    Number { plain, label, count }
}

/// Words that begin with a capital.
fn with_capital(mut text: Text) -> Text {
    if let Some(Inline::Words { text: words, .. }) = text.first_mut() {
        *words = capitalize(words);
    }
    text
}

/// A title on one line with the words that follow it.
fn run_in(title: Option<Text>, text: Text) -> Text {
    let Some(mut words) = title else { return text };
    without_mark(&mut words);
    words.push(Inline::plain(": "));
    words.extend(text);
    words
}
