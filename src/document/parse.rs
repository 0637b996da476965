//! The XML vocabulary that templates produce, read into the tree.
//!
//! | tag | holds | attributes |
//! |---|---|---|
//! | `van-ban` | `dau ten-loai trich-yeu can-cu* than cuoi dia-chi? phu-luc*` | `tieu-de tac-gia dinh-danh ngay` |
//! | `dau` | `du-thao? khan? luu-hanh? chu-quan* co-quan+ so dia-danh` | |
//! | `than` | blocks | `danh-so` |
//! | block | `p`, `muc`, `bang` | |
//! | `muc` | `ten? loi?`, then blocks | `kieu nhan` |
//! | `bang` | `ten-bang? don-vi? cot* thead? tbody ghi-chu*` | `ngat-dong` = `co` |
//! | `cot` | nothing | `rong` |
//! | `thead`, `tbody` | `tr+` | |
//! | `tr` | `td+` | `loai` = `tong` |
//! | `td` | words, or `p+` | `colspan rowspan align` |
//! | `cuoi` | `noi-nhan ky+` | |
//! | `noi-nhan` | `nhan* luu? soan?` | |
//! | `ky` | `quyen-han* chuc-vu chuc-vu-khac? ho-ten?` | |
//! | `phu-luc` | `so ten kem-theo`, then blocks | `huong` = `doc`, `ngang`; `danh-so` |
//! | words | `b i br` | |
//!
//! Anything else is a fault with its place. Numbers of sections and the marks that end a basis, a recipient and the body
//! are generated here, so no template can forget them.

#![expect(clippy::wildcard_enum_match_arm, reason = "the XML reader may name new errors")]

use std::ops::Range;

use roxmltree::{Document as Xml, Node, TextPos};

use super::number::{Counters, NumberStyle, USUAL};
use super::words::{LINE_BREAK, Words, bases_with_marks, close, end_with, merged, trim_end};
use super::{
    Appendix, Block, Cell, CellAlign, Closing, Document, Header, Inline, Mark, Meta, Orientation, Paragraph, Row,
    RowKind, Signer, Table, Text,
};
use crate::decree::Component;

/// What is wrong with rendered XML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Whether the text is no XML at all.
    pub malformed: bool,
    /// What is wrong, in Vietnamese.
    pub message: String,
    /// What to write instead.
    pub help: String,
    /// Where, in bytes of the XML.
    pub range: Range<usize>,
}

/// Parts nested deeper than this are refused; far deeper than any numbering.
const DEEPEST: usize = 24;

/// Reads rendered XML into a document.
///
/// # Errors
/// Every fault found, in the order of the text.
pub fn parse(xml: &str) -> Result<Document, Vec<Fault>> {
    let tree = match Xml::parse(xml) {
        Ok(tree) => tree,
        Err(error) => {
            return Err(vec![malformed(xml, &error)]);
        }
    };
    let mut walker = Walker { faults: Vec::new() };
    let root = tree.root_element();
    let document = if root.tag_name().name() == "van-ban" {
        Some(walker.document(root))
    } else {
        walker.fault(root, format!("thẻ ngoài cùng là «{}»", root.tag_name().name()), "viết <van-ban> ngoài cùng");
        None
    };
    match document {
        Some(document) if walker.faults.is_empty() => Ok(document),
        _ => Err(walker.faults),
    }
}

/// What is wrong with a text that is no XML, in words.
fn malformed(xml: &str, error: &roxmltree::Error) -> Fault {
    use roxmltree::Error;
    let at = offset(xml, error.pos());
    let mut range = at..at + 1;
    let (what, help) = match error {
        Error::UnexpectedCloseTag(open, close, _) => {
            if let Some(opening) = unclosed(xml, at, open) {
                range = opening..opening + 1 + open.len();
            }
            (format!("thẻ «{open}» chưa đóng thì đã gặp </{close}>"), format!("thêm </{open}>"))
        }
        Error::UnclosedRootNode | Error::NoRootNode => {
            ("thẻ ngoài cùng không đóng".to_owned(), "thêm </van-ban> ở cuối".to_owned())
        }
        Error::MalformedEntityReference(_) | Error::UnknownEntityReference(..) => {
            ("dấu & trần".to_owned(), "viết &amp; thay cho dấu & trong mẫu".to_owned())
        }
        Error::DuplicatedAttribute(name, _) => {
            (format!("thuộc tính «{name}» viết hai lần trong một thẻ"), "giữ lại một".to_owned())
        }
        Error::DtdDetected => ("khai báo DOCTYPE".to_owned(), "xóa khai báo này".to_owned()),
        Error::NonXmlChar(letter, _) => {
            (format!("ký tự U+{:04X}", u32::from(*letter)), "xóa ký tự này khỏi mẫu".to_owned())
        }
        _ => (
            "thẻ viết sai".to_owned(),
            "thẻ viết <ten>…</ten>, thuộc tính viết ten=\"…\"; dấu < trong câu viết &lt;".to_owned(),
        ),
    };
    Fault { malformed: true, message: format!("kết quả của mẫu không phải XML đúng: {what}"), help, range }
}

/// Where the last tag of a name is opened that is not closed before an offset.
fn unclosed(xml: &str, before: usize, name: &str) -> Option<usize> {
    let mut open = Vec::new();
    for (at, _) in xml[..before].match_indices('<') {
        let tag = &xml[at + 1..];
        let is_named =
            |tag: &str| tag.strip_prefix(name).is_some_and(|rest| rest.starts_with(['>', ' ', '/', '\n', '\t', '\r']));
        if tag.strip_prefix('/').is_some_and(is_named) {
            open.pop();
        } else if is_named(tag) && !tag.split('>').next().unwrap_or_default().ends_with('/') {
            open.push(at);
        }
    }
    open.pop()
}

fn offset(xml: &str, at: TextPos) -> usize {
    let line_start: usize = xml.split_inclusive('\n').take(at.row.saturating_sub(1) as usize).map(str::len).sum();
    let line = xml[line_start..].lines().next().unwrap_or_default();
    let column = line.char_indices().nth(at.col.saturating_sub(1) as usize).map_or(line.len(), |(at, _)| at);
    line_start + column
}

struct Walker {
    faults: Vec<Fault>,
}

/// Where numbering stands.
#[derive(Clone, Copy)]
struct Level<'a> {
    styles: &'a [NumberStyle],
    depth: usize,
    titled: u8,
    number: &'a str,
}

impl Level<'_> {
    /// The style of this depth; below the styles that are given, a dash and then pluses.
    fn style(&self) -> NumberStyle {
        let beyond = (self.depth + 1).saturating_sub(self.styles.len());
        match (self.styles.get(self.depth), self.styles.last()) {
            (Some(style), _) => *style,
            (None, None | Some(NumberStyle::None)) => NumberStyle::None,
            (None, Some(NumberStyle::Dash | NumberStyle::Plus)) => NumberStyle::Plus,
            (None, Some(_)) => {
                if beyond == 1 {
                    NumberStyle::Dash
                } else {
                    NumberStyle::Plus
                }
            }
        }
    }
}

impl Walker {
    fn fault(&mut self, node: Node<'_, '_>, message: impl Into<String>, help: impl Into<String>) {
        self.faults.push(Fault { malformed: false, message: message.into(), help: help.into(), range: node.range() });
    }

    /// The element children of a node; others than the allowed ones, and stray words, are faults.
    fn children<'a, 'i>(&mut self, node: Node<'a, 'i>, allowed: &[&str]) -> Vec<Node<'a, 'i>> {
        let parent = node.tag_name().name();
        let mut children = Vec::new();
        for child in node.children() {
            if child.is_element() {
                let name = child.tag_name().name();
                if allowed.contains(&name) {
                    children.push(child);
                } else {
                    let help = crate::vietnamese::did_you_mean(name, allowed.iter().copied())
                        .unwrap_or_else(|| format!("trong «{parent}» chỉ có: {}", allowed.join(", ")));
                    self.fault(child, format!("thẻ lạ «{name}» trong «{parent}»"), help);
                }
            } else if child.is_text() && !child.text().unwrap_or_default().trim_ascii().is_empty() {
                let help = if allowed.contains(&"p") {
                    "đặt chữ trong thẻ <p>…</p>".to_owned()
                } else {
                    format!("đặt chữ trong một trong các thẻ: {}", allowed.join(", "))
                };
                self.fault(child, format!("chữ nằm thẳng trong «{parent}»"), help);
            }
        }
        children
    }

    fn attributes(&mut self, node: Node<'_, '_>, allowed: &[&str]) {
        for attribute in node.attributes() {
            let name = attribute.name();
            if !allowed.contains(&name) {
                let help = crate::vietnamese::did_you_mean(name, allowed.iter().copied()).unwrap_or_else(|| {
                    if allowed.is_empty() {
                        "bỏ thuộc tính này".to_owned()
                    } else {
                        format!("thẻ này có: {}", allowed.join(", "))
                    }
                });
                self.fault(node, format!("thuộc tính lạ «{name}» ở thẻ «{}»", node.tag_name().name()), help);
            }
        }
    }

    fn required(&mut self, node: Node<'_, '_>, found: bool, child: &str) {
        if !found {
            let name = node.tag_name().name();
            self.fault(node, format!("thẻ «{name}» thiếu «{child}»"), format!("thêm <{child}>…</{child}>"));
        }
    }

    /// The words of a node: emphasis, line breaks, spaces made single.
    fn words(&mut self, node: Node<'_, '_>) -> Text {
        self.attributes(node, &[]);
        let mut words = Words::default();
        self.collect(node, &mut words, (false, false), 0);
        words.finish()
    }

    fn collect(&mut self, node: Node<'_, '_>, words: &mut Words, look: (bool, bool), depth: usize) {
        for child in node.children() {
            if child.is_text() {
                words.push(child.text().unwrap_or_default(), look);
            } else if child.is_element() {
                let (bold, italic) = look;
                match child.tag_name().name() {
                    "b" | "i" if depth > DEEPEST => self.fault(child, "các thẻ lồng quá sâu", "bỏ bớt thẻ"),
                    "b" => self.collect(child, words, (true, italic), depth + 1),
                    "i" => self.collect(child, words, (bold, true), depth + 1),
                    "br" => words.line_break(),
                    other => {
                        let message = format!("thẻ lạ «{other}» giữa câu");
                        self.fault(child, message, "giữa câu chỉ có b, i, br");
                    }
                }
            }
        }
    }

    fn plain(&mut self, node: Node<'_, '_>) -> String {
        super::plain_text(&self.words(node))
    }

    fn document(&mut self, root: Node<'_, '_>) -> Document {
        self.attributes(root, &["tieu-de", "tac-gia", "dinh-danh", "ngay"]);
        let parts = ["dau", "ten-loai", "trich-yeu", "can-cu", "than", "cuoi", "dia-chi", "phu-luc"];
        let children = self.children(root, &parts);
        let find = |name: &str| children.iter().find(|child| child.tag_name().name() == name).copied();
        for name in ["dau", "ten-loai", "trich-yeu", "than", "cuoi"] {
            self.required(root, find(name).is_some(), name);
        }
        let meta = self.meta(root);
        let header = find("dau").map(|node| self.header(node));
        let document_type = find("ten-loai").map(|node| self.words(node)).unwrap_or_default();
        let subject = find("trich-yeu").map(|node| self.words(node)).unwrap_or_default();
        let bases: Vec<_> =
            children.iter().filter(|child| child.tag_name().name() == "can-cu").map(|node| self.words(*node)).collect();
        let mut body = bases_with_marks(bases);
        if let Some(node) = find("than") {
            body.extend(self.numbered_blocks(node, &["danh-so"]));
        }
        close(&mut body);
        let closing = find("cuoi").map(|node| self.closing(node));
        let address = find("dia-chi").map(|node| self.words(node)).unwrap_or_default();
        let appendices: Vec<_> =
            children.iter().filter(|child| child.tag_name().name() == "phu-luc").copied().collect();
        let appendices = appendices.into_iter().map(|node| self.appendix(node)).collect();
        Document {
            meta,
            header: header.unwrap_or(Header {
                marks: Vec::new(),
                parent: Vec::new(),
                issuer: Vec::new(),
                number: Vec::new(),
                place_date: Vec::new(),
            }),
            document_type,
            subject,
            body,
            closing: closing.unwrap_or(Closing { recipients: Vec::new(), signers: Vec::new() }),
            address,
            appendices,
        }
    }

    fn meta(&mut self, root: Node<'_, '_>) -> Meta {
        let mut attribute = |name: &str| match root.attribute(name) {
            Some(value) => crate::emphasis::strip(&value.replace(LINE_BREAK, " ")),
            None => {
                self.fault(root, format!("thẻ «van-ban» thiếu thuộc tính «{name}»"), "thêm thuộc tính này");
                String::new()
            }
        };
        let (title, author, identifier) = (attribute("tieu-de"), attribute("tac-gia"), attribute("dinh-danh"));
        let date = attribute("ngay");
        let mut numbers = date.split('-').map(str::parse::<u16>);
        let date = match (numbers.next(), numbers.next(), numbers.next()) {
            (Some(Ok(year)), Some(Ok(month @ 1..=12)), Some(Ok(day @ 1..=31))) => {
                (i32::from(year), month as u8, day as u8)
            }
            _ => {
                self.fault(root, format!("thuộc tính «ngay» là «{date}»"), "viết năm-tháng-ngày: 2026-02-26");
                (1970, 1, 1)
            }
        };
        Meta { title, author, identifier, date }
    }

    fn header(&mut self, node: Node<'_, '_>) -> Header {
        self.attributes(node, &[]);
        let parts = ["du-thao", "khan", "luu-hanh", "chu-quan", "co-quan", "so", "dia-danh"];
        let mut header = Header {
            marks: Vec::new(),
            parent: Vec::new(),
            issuer: Vec::new(),
            number: Vec::new(),
            place_date: Vec::new(),
        };
        for child in self.children(node, &parts) {
            let mut mark = |component| {
                let text = self.plain(child);
                header.marks.push(Mark { component, text });
            };
            match child.tag_name().name() {
                "du-thao" => mark(Component::DraftMark),
                "khan" => mark(Component::UrgencyMark),
                "luu-hanh" => mark(Component::CirculationMark),
                "chu-quan" => header.parent.push(self.words(child)),
                "co-quan" => header.issuer.push(self.words(child)),
                "so" => header.number = self.words(child),
                _ => header.place_date = self.words(child),
            }
        }
        self.required(node, !header.issuer.is_empty(), "co-quan");
        self.required(node, !header.number.is_empty(), "so");
        self.required(node, !header.place_date.is_empty(), "dia-danh");
        header
    }

    fn closing(&mut self, node: Node<'_, '_>) -> Closing {
        self.attributes(node, &[]);
        let mut closing = Closing { recipients: Vec::new(), signers: Vec::new() };
        for child in self.children(node, &["noi-nhan", "ky"]) {
            self.attributes(child, &[]);
            match child.tag_name().name() {
                "noi-nhan" => closing.recipients = self.recipients(child),
                _ => closing.signers.push(self.signer(child)),
            }
        }
        self.required(node, !closing.recipients.is_empty(), "noi-nhan");
        self.required(node, !closing.signers.is_empty(), "ky");
        closing
    }

    fn signer(&mut self, node: Node<'_, '_>) -> Signer {
        let mut signer = Signer { authority: Vec::new(), name: Vec::new() };
        for part in self.children(node, &["quyen-han", "chuc-vu", "chuc-vu-khac", "ho-ten"]) {
            let words = self.words(part);
            match part.tag_name().name() {
                "quyen-han" => signer.authority.push(Paragraph::new(Component::SigningAuthority, words)),
                "chuc-vu" => signer.authority.push(Paragraph::new(Component::SignerPost, words)),
                "chuc-vu-khac" => signer.name.push(Paragraph::new(Component::SignerOtherPost, words)),
                _ => signer.name.push(Paragraph::new(Component::SignerName, words)),
            }
        }
        self.required(node, !signer.authority.is_empty(), "chuc-vu");
        signer
    }

    /// Lines of nơi nhận: `- ` before each, `;` after, `.` after the last. Phụ lục I, phần I, mục II, khoản 9.
    fn recipients(&mut self, node: Node<'_, '_>) -> Vec<Paragraph> {
        let mut lines = vec![Paragraph::new(Component::RecipientsLabel, vec![Inline::plain("Nơi nhận:")])];
        let mut drafter = None;
        let children = self.children(node, &["nhan", "luu", "soan"]);
        let last = children.iter().rposition(|child| child.tag_name().name() != "soan");
        for (index, child) in children.iter().enumerate() {
            let mut words = self.words(*child);
            match child.tag_name().name() {
                "soan" => {
                    drafter = Some(Paragraph::new(Component::DrafterMark, words));
                    continue;
                }
                "luu" => words.insert(0, Inline::plain("Lưu: ")),
                _ => {}
            }
            end_with(&mut words, if Some(index) == last { "." } else { ";" });
            let line = Paragraph::new(Component::Recipient, merged(words));
            lines.push(Paragraph { label: "- ".to_owned(), ..line });
        }
        lines.extend(drafter);
        lines
    }

    fn appendix(&mut self, node: Node<'_, '_>) -> Appendix {
        let orientation = match node.attribute("huong") {
            None | Some("doc") => Orientation::Portrait,
            Some("ngang") => Orientation::Landscape,
            Some(other) => {
                self.fault(node, format!("hướng giấy «{other}»"), "viết doc hoặc ngang");
                Orientation::Portrait
            }
        };
        let mut head = Vec::new();
        for child in node.children().filter(Node::is_element) {
            let (component, heading) = match child.tag_name().name() {
                "so" => (Component::AppendixNumber, Some(1)),
                "ten" => (Component::AppendixTitle, None),
                "kem-theo" => (Component::AppendixReference, None),
                _ => continue,
            };
            head.push(Paragraph { heading, ..Paragraph::new(component, self.words(child)) });
        }
        self.required(node, head.iter().any(|part| part.component == Component::AppendixNumber), "so");
        self.required(node, head.iter().any(|part| part.component == Component::AppendixTitle), "ten");
        self.required(node, head.iter().any(|part| part.component == Component::AppendixReference), "kem-theo");
        let mut blocks = self.numbered_blocks(node, &["huong", "danh-so"]);
        close(&mut blocks);
        Appendix { orientation, head, blocks }
    }

    fn numbered_blocks(&mut self, node: Node<'_, '_>, attributes: &[&str]) -> Vec<Block> {
        self.attributes(node, attributes);
        let mut styles = Vec::new();
        for name in node.attribute("danh-so").unwrap_or_default().split_ascii_whitespace() {
            styles.extend(self.style(node, name));
        }
        if styles.is_empty() {
            styles.extend(USUAL);
        }
        let mut blocks = Vec::new();
        let level = Level { styles: &styles, depth: 0, titled: 0, number: "" };
        self.blocks(node, level, &mut Counters::default(), &mut blocks);
        blocks
    }

    fn style(&mut self, node: Node<'_, '_>, name: &str) -> Option<NumberStyle> {
        let style = NumberStyle::from_name(name);
        if style.is_none() {
            let names: Vec<_> = NumberStyle::NAMES.iter().map(|(name, _)| *name).collect();
            self.fault(node, format!("kiểu đánh số «{name}»"), format!("các kiểu: {}", names.join(" ")));
        }
        style
    }

    fn blocks(&mut self, node: Node<'_, '_>, level: Level<'_>, counters: &mut Counters, out: &mut Vec<Block>) {
        let in_appendix = node.tag_name().name() == "phu-luc";
        let allowed: &[&str] = if in_appendix {
            &["so", "ten", "kem-theo", "p", "muc", "bang"]
        } else if node.tag_name().name() == "muc" {
            &["ten", "loi", "p", "muc", "bang"]
        } else {
            &["p", "muc", "bang"]
        };
        for child in self.children(node, allowed) {
            match child.tag_name().name() {
                "p" => {
                    let words = self.words(child);
                    if !words.is_empty() {
                        let leads_on = super::plain_text(&words).ends_with(':');
                        let paragraph = Paragraph::new(Component::BodyText, words);
                        out.push(Block::Paragraph(Paragraph { leads_on, ..paragraph }));
                    }
                }
                "muc" if level.depth > DEEPEST => self.fault(child, "các mục lồng quá sâu", "bỏ bớt cấp"),
                "muc" => self.item(child, level, counters, out),
                "bang" => self.table(child, out),
                _ => {}
            }
        }
    }

    fn item(&mut self, node: Node<'_, '_>, level: Level<'_>, counters: &mut Counters, out: &mut Vec<Block>) {
        self.attributes(node, &["kieu", "nhan"]);
        let find = |name: &str| node.children().find(|child| child.is_element() && child.tag_name().name() == name);
        let title = find("ten").map(|node| self.words(node)).filter(|words| !words.is_empty());
        let text = find("loi").map(|node| self.words(node)).filter(|words| !words.is_empty());
        if title.is_none() && text.is_none() {
            // A group without words of its own: what is inside counts on with what is around.
            self.blocks(node, level, counters, out);
            return;
        }
        let style = match node.attribute("kieu").filter(|name| !name.is_empty()) {
            Some(name) => self.style(node, name).unwrap_or(NumberStyle::None),
            None => level.style(),
        };
        let mut number = counters.next(style, level.number);
        if let Some(label) = node.attribute("nhan").filter(|label| !label.is_empty()) {
            number.plain = label.trim_end_matches(['.', ')']).to_owned();
            number.label = format!("{label} ");
        }
        let (text, below) = if title.is_some() && style.stands_alone() { (None, text) } else { (text, None) };
        let mut titled = level.titled;
        let leads_on =
            node.children().any(|child| child.is_element() && ["muc", "bang"].contains(&child.tag_name().name()));
        // The number of a Phần has a line of its own. Phụ lục I, phần I, mục II, khoản 6.
        if style == NumberStyle::Part {
            let label = vec![Inline::plain(number.label.trim_end())];
            out.push(Block::Paragraph(Paragraph::new(Component::PartNumber, label)));
            number.label.clear();
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
                let mut words = Text::new();
                if let Some(mut title) = title {
                    trim_end(&mut title, &[':', '.', ';', ',', ' ']);
                    words.extend(title);
                    words.push(Inline::plain(": "));
                }
                words.extend(text.unwrap_or_default());
                let paragraph = Paragraph::new(Component::BodyText, merged(words));
                out.push(Block::Paragraph(Paragraph { label: number.label, leads_on, ..paragraph }));
            }
        }
        out.extend(below.map(|text| Block::Paragraph(Paragraph::new(Component::BodyText, text))));
        // Only a decimal number goes on from its parent's.
        let plain = if style.continues() { number.plain.as_str() } else { "" };
        // A Phần that the levels do not list stands outside them: the mục inside it are `I.` again.
        let listed = style != NumberStyle::Part || node.attribute("kieu").is_none_or(str::is_empty);
        let depth = level.depth + usize::from(listed);
        let inner = Level { depth, titled, number: plain, ..level };
        self.blocks(node, inner, &mut Counters::default(), out);
    }

    fn table(&mut self, node: Node<'_, '_>, out: &mut Vec<Block>) {
        self.attributes(node, &["ngat-dong"]);
        let splits = node.attribute("ngat-dong") == Some("co");
        let mut columns = Vec::new();
        let mut rows = Vec::new();
        let mut notes = Vec::new();
        for child in self.children(node, &["ten-bang", "don-vi", "cot", "thead", "tbody", "ghi-chu"]) {
            let mut paragraph = |component| Block::Paragraph(Paragraph::new(component, self.words(child)));
            match child.tag_name().name() {
                "ten-bang" => out.push(paragraph(Component::TableCaption)),
                "don-vi" => out.push(paragraph(Component::TableUnit)),
                "ghi-chu" => notes.push(paragraph(Component::TableNote)),
                "cot" => {
                    self.attributes(child, &["rong"]);
                    columns.push(self.whole(child, "rong", 1_000).unwrap_or(1));
                }
                part => {
                    self.attributes(child, &[]);
                    for row in self.children(child, &["tr"]) {
                        rows.push((row, self.row(row, part == "thead")));
                    }
                }
            }
        }
        if rows.is_empty() {
            self.fault(node, "bảng không có dòng nào", "thêm <tr> trong <tbody>");
            return;
        }
        if columns.is_empty() {
            let width = rows[0].1.cells.iter().map(|cell| usize::from(cell.colspan)).sum();
            columns = vec![1; width];
        }
        self.check_grid(&rows, columns.len());
        out.push(Block::Table(Table { columns, rows: rows.into_iter().map(|(_, row)| row).collect(), splits }));
        out.extend(notes);
    }

    fn row(&mut self, node: Node<'_, '_>, header: bool) -> Row {
        self.attributes(node, &["loai"]);
        let kind = match node.attribute("loai") {
            _ if header => RowKind::Header,
            Some("tong") => RowKind::Total,
            _ => RowKind::Body,
        };
        let mut cells = Vec::new();
        for cell in self.children(node, &["td"]) {
            let align = match cell.attribute("align") {
                Some("left") => CellAlign::Left,
                Some("center") => CellAlign::Center,
                Some("right") => CellAlign::Right,
                None if header => CellAlign::Center,
                None => CellAlign::Left,
                Some(other) => {
                    self.fault(cell, format!("căn chữ «{other}»"), "viết left, center hoặc right");
                    CellAlign::Left
                }
            };
            cells.push(Cell {
                colspan: self.whole(cell, "colspan", 64).unwrap_or(1),
                rowspan: self.whole(cell, "rowspan", 10_000).unwrap_or(1),
                align,
                paragraphs: self.cell_paragraphs(cell),
            });
        }
        Row { kind, cells }
    }

    fn cell_paragraphs(&mut self, cell: Node<'_, '_>) -> Vec<Text> {
        for attribute in cell.attributes() {
            if !["colspan", "rowspan", "align"].contains(&attribute.name()) {
                let message = format!("thuộc tính lạ «{}» ở thẻ «td»", attribute.name());
                self.fault(cell, message, "thẻ này có: colspan, rowspan, align");
            }
        }
        if cell.children().any(|child| child.is_element() && child.tag_name().name() == "p") {
            return self.children(cell, &["p"]).into_iter().map(|paragraph| self.words(paragraph)).collect();
        }
        let mut words = Words::default();
        self.collect(cell, &mut words, (false, false), 0);
        vec![words.finish()]
    }

    fn whole(&mut self, node: Node<'_, '_>, attribute: &str, most: u16) -> Option<u16> {
        let text = node.attribute(attribute)?;
        let number = text.parse().ok().filter(|number| (1..=most).contains(number));
        if number.is_none() {
            let message = format!("thuộc tính «{attribute}» là «{text}»");
            self.fault(node, message, format!("viết một số từ 1 đến {most}"));
        }
        number
    }

    /// Reports rows whose cells do not fill the grid.
    fn check_grid(&mut self, rows: &[(Node<'_, '_>, Row)], width: usize) {
        let mut open = vec![0_u16; width];
        let mut last = RowKind::Body;
        for (node, row) in rows {
            if last == RowKind::Header && row.kind != RowKind::Header && open.iter().any(|&rows| rows > 0) {
                // The header is repeated on each page, the body is not.
                self.fault(*node, "ô của thead lấn xuống tbody", "giảm rowspan trong thead");
                return;
            }
            last = row.kind;
            let mut column = 0;
            let mut overlaps = false;
            for cell in &row.cells {
                while open.get(column).is_some_and(|&rows| rows > 0) {
                    column += 1;
                }
                for _ in 0..cell.colspan {
                    match open.get_mut(column) {
                        Some(rows) if *rows == 0 => *rows = cell.rowspan,
                        _ => overlaps = true,
                    }
                    column += 1;
                }
            }
            let full = open.iter().all(|&rows| rows > 0);
            if overlaps || !full {
                let message = format!("các ô của dòng này không lấp đầy đúng {width} cột");
                self.fault(*node, message, "kiểm tra số ô, colspan và rowspan của các dòng trên");
                return;
            }
            for rows in &mut open {
                *rows -= 1;
            }
        }
        if open.iter().any(|&rows| rows > 0)
            && let Some((node, _)) = rows.last()
        {
            self.fault(*node, "ô có rowspan vượt quá dòng cuối của bảng", "giảm rowspan");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the body of a document, as a dump shows it.
    #[track_caller]
    fn check(body: &str, expected: &[&str]) {
        let xml = format!(
            "<van-ban tieu-de='' tac-gia='' dinh-danh='' ngay='2026-01-01'><dau><co-quan>a</co-quan><so>b</so>\
             <dia-danh>c</dia-danh></dau><ten-loai>d</ten-loai><trich-yeu>e</trich-yeu><than>{body}</than>\
             <cuoi><noi-nhan><luu>f</luu></noi-nhan><ky><chuc-vu>g</chuc-vu></ky></cuoi></van-ban>"
        );
        let document = parse(&xml).unwrap_or_else(|faults| panic!("{faults:?}"));
        let dump = super::super::dump(&document);
        let (_, after) = dump.split_once("Trích yếu nội dung: e\n").expect("the dump shows trích yếu");
        let (body, _) = after.split_once("Nơi nhận:").expect("the dump shows nơi nhận");
        assert_eq!(body.lines().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_part_has_its_number_on_its_own_line() {
        check("<muc kieu='phan'><loi>Lời.</loi></muc>", &["Số phần, chương: Phần I", "Nội dung: Lời./."]);
        let titled = "<muc kieu='phan'><ten>Tên</ten><loi>lời.</loi></muc>";
        check(titled, &["Số phần, chương: Phần I", "Tiêu đề phần, chương (cấp 1): Tên", "Nội dung: lời./."]);
        let heading = "<muc kieu='phan'><ten>Tên</ten></muc><p>Lời.</p>";
        check(heading, &["Số phần, chương: Phần I", "Tiêu đề phần, chương (cấp 1): Tên", "Nội dung: Lời./."]);
    }

    #[test]
    fn cells_of_a_header_stay_in_it() {
        let table = "<thead><tr><td rowspan='2'/><td/></tr></thead><tbody><tr><td/></tr></tbody>";
        let faults = parse(&format!("<van-ban><than><bang>{table}</bang></than></van-ban>"));
        let messages: Vec<_> = faults.expect_err("a fault").into_iter().map(|fault| fault.message).collect();
        assert!(messages.iter().any(|message| message.contains("lấn xuống tbody")), "{messages:?}");
    }

    #[test]
    fn rows_may_be_wider_than_any_page() {
        let cells = "<td colspan='64'/>".repeat(1_100);
        let xml = format!("<van-ban><than><bang><tbody><tr>{cells}</tr></tbody></bang></than></van-ban>");
        assert!(parse(&xml).is_err());
    }
}
