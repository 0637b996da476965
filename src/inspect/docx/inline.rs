//! Reads paragraphs: their properties, then the letters of their runs.

use std::rc::Rc;

use super::letters::{Letters, Look};
use super::raw::{Block, Line, NumberField, Paragraph, Run};
use super::reader::{Around, Field, Reader};
use super::setting::{Direct, Setting};
use super::style::Base;
use super::symbol::symbol;
use super::xml::{Tag, Token, Xml};
use crate::inspect::observed::{Align, Refusal};

/// What stands for the number of a page.
const NUMBER_SIGN: &str = "#";

/// Letters of an order of a field that are kept: enough to know it.
const LONGEST_ORDER: usize = 200;

/// A paragraph while it is read.
pub(super) struct Draft {
    base: Rc<Base>,
    paragraph: Paragraph,
    is_mark_deleted: bool,
    section: Option<Block>,
    around: Around,
}

impl Reader {
    /// Reads the element `p` that has just begun.
    pub(super) fn paragraph(
        &mut self,
        xml: &mut Xml<'_>,
        around: &Around,
        blocks: &mut Vec<Block>,
    ) -> Result<(), Refusal> {
        let depth = xml.depth();
        self.count_block()?;
        if !around.is_box {
            self.number += 1;
        }
        let mut draft: Option<Draft> = None;
        while let Some(token) = xml.within(depth)? {
            let Token::Open(tag) = token else { continue };
            match tag.name() {
                "pPr" if draft.is_none() => {
                    let direct = Direct::read(xml, &self.theme)?;
                    draft = Some(self.draft(direct, around));
                }
                // What holds runs and is nothing itself.
                "hyperlink" | "smartTag" | "sdt" | "sdtContent" | "customXml" | "dir" | "bdo" | "ins" | "moveTo" => {}
                name @ ("r" | "oMath" | "oMathPara" | "fldSimple") => {
                    if draft.is_none() {
                        draft = Some(self.draft(Direct::default(), around));
                    }
                    let Some(draft) = draft.as_mut() else { continue };
                    match name {
                        "r" => self.run(xml, draft)?,
                        "fldSimple" => self.simple_field(xml, &tag, draft)?,
                        _ => {
                            let text = xml.text()?;
                            let look = draft.base.look.clone();
                            self.letters(draft, &look, &text)?;
                        }
                    }
                }
                _ => xml.skip()?,
            }
        }
        let draft = match draft {
            Some(draft) => draft,
            None => self.draft(Direct::default(), around),
        };
        // An order does not go on in the next paragraph; without its end it would swallow all that follows.
        self.fields.retain(|field| field.has_result);
        self.orders = 0;
        let is_gone = draft.is_mark_deleted && draft.paragraph.is_blank() && draft.paragraph.shapes.is_empty();
        if !is_gone {
            blocks.push(Block::Paragraph(Box::new(draft.paragraph)));
        }
        blocks.extend(draft.section);
        Ok(())
    }

    /// A paragraph of which the properties are known.
    fn draft(&mut self, direct: Direct, around: &Around) -> Draft {
        let base = self.styles.base(around.table.as_deref(), direct.setting.style.as_deref(), &self.numbering);
        let own = &direct.setting;
        let list = own.list.or(base.setting.list).filter(|list| *list != 0);
        let level = own.level.or(base.setting.level).unwrap_or(0);
        let mut setting = base.setting.clone();
        if let Some(list) = own.list.filter(|list| *list != 0) {
            setting = setting.under(&self.numbering.indents(list, level));
        }
        let setting = if is_plain(own) { setting } else { setting.under(own) };
        let label = list.and_then(|list| self.numbering.label(&mut self.counters, list, level));
        let mark = Rc::new(self.styles.look(&base, &direct.mark));
        let mut line = Line::default();
        let label = label.map(|label| {
            let letters = if label.is_bullet { label.letters.without_font() } else { label.letters };
            let look = Rc::new(self.styles.look(&base, &direct.mark.under(&letters)));
            let text = if look.has_capitals { label.text.to_uppercase() } else { label.text };
            let family = if text.is_ascii() { look.ascii.clone() } else { look.high.clone() };
            line.runs.push(Run { text: text.clone(), look, family });
            text
        });
        let paragraph = Paragraph {
            number: self.number,
            style: base.style.clone(),
            setting,
            lines: vec![line],
            label,
            mark,
            shapes: Vec::new(),
            has_picture: false,
            placed: None,
            page_number: None,
        };
        let section = direct.section.map(|section| Block::Section(Box::new(section)));
        Draft { base, paragraph, is_mark_deleted: direct.is_mark_deleted, section, around: around.clone() }
    }

    /// Reads the element `r` that has just begun.
    fn run(&mut self, xml: &mut Xml<'_>, draft: &mut Draft) -> Result<(), Refusal> {
        let depth = xml.depth();
        let mut look = draft.base.look.clone();
        while let Some(token) = xml.within(depth)? {
            let Token::Open(tag) = token else { continue };
            match tag.name() {
                "rPr" => {
                    let direct = Letters::read(xml, &self.theme)?;
                    look = Rc::new(self.styles.look(&draft.base, &direct));
                }
                "t" => {
                    let is_kept = tag.get("space").is_some_and(|value| value == "preserve");
                    let text = xml.text()?;
                    let text = if is_kept { &*text } else { text.trim_matches([' ', '\t', '\n', '\r']) };
                    self.letters(draft, &look, text)?;
                }
                "tab" => self.letters(draft, &look, "\t")?,
                "ptab" => {
                    draft.paragraph.placed = match tag.get("alignment").as_deref() {
                        Some("center") => Some(Align::Center),
                        Some("right") => Some(Align::Right),
                        _ => None,
                    };
                    self.letters(draft, &look, "\t")?;
                }
                "noBreakHyphen" => self.letters(draft, &look, "-")?,
                "cr" => self.line_break(draft, false)?,
                "br" => self.line_break(draft, tag.get("type").is_some_and(|kind| kind == "page"))?,
                "sym" => {
                    let code = tag.get("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                    let sign = code.and_then(char::from_u32);
                    if let Some(sign) = sign {
                        let seen = symbol(&tag.get("font").unwrap_or_default(), sign);
                        self.letters(draft, &look, &seen.to_string())?;
                    }
                }
                "pgNum" => self.page_number(draft, &look, "PAGE")?,
                "fldChar" => {
                    let kind = tag.get("fldCharType").unwrap_or_default().into_owned();
                    xml.skip()?;
                    self.field_sign(&kind, draft, &look)?;
                }
                "instrText" => {
                    let text = xml.text()?;
                    if let Some(field) = self.fields.last_mut().filter(|field| field.order.len() < LONGEST_ORDER) {
                        field.order.push_str(text.get(..LONGEST_ORDER).unwrap_or(&text));
                    }
                }
                "drawing" | "pict" | "object" => {
                    let drawn = self.drawing(xml, &draft.around)?;
                    draft.paragraph.has_picture |= drawn.has_picture;
                    draft.paragraph.shapes.extend(drawn.shapes);
                }
                "ins" | "moveTo" => {}
                _ => xml.skip()?,
            }
        }
        Ok(())
    }

    /// A field in one element: its text is what it holds, but for numbers of pages.
    fn simple_field(&mut self, xml: &mut Xml<'_>, tag: &Tag<'_>, draft: &mut Draft) -> Result<(), Refusal> {
        let order = tag.get("instr").unwrap_or_default().into_owned();
        let depth = xml.depth();
        let is_number = self.is_header && is_number(&order);
        let look = draft.base.look.clone();
        let mut number_look = None;
        while let Some(token) = xml.within(depth)? {
            let Token::Open(inside) = token else { continue };
            match inside.name() {
                "rPr" if is_number => {
                    let direct = Letters::read(xml, &self.theme)?;
                    number_look = Some(Rc::new(self.styles.look(&draft.base, &direct)));
                }
                "r" if !is_number => self.run(xml, draft)?,
                "r" | "hyperlink" | "smartTag" | "sdt" | "sdtContent" | "ins" => {}
                _ => xml.skip()?,
            }
        }
        if is_number { self.page_number(draft, &number_look.unwrap_or(look), &order) } else { Ok(()) }
    }

    /// The beginning, the middle or the end of a field.
    fn field_sign(&mut self, kind: &str, draft: &mut Draft, look: &Rc<Look>) -> Result<(), Refusal> {
        match kind {
            "begin" => {
                self.count_run()?;
                self.fields.push(Field::default());
                self.orders += 1;
            }
            "separate" => {
                let Some(field) = self.fields.last_mut().filter(|field| !field.has_result) else { return Ok(()) };
                field.has_result = true;
                let order = std::mem::take(&mut field.order);
                let is_replaced = self.is_header && is_number(&order);
                field.is_replaced = is_replaced;
                self.orders = self.orders.saturating_sub(1);
                if is_replaced {
                    self.page_number(draft, look, &order)?;
                    self.orders += 1;
                }
            }
            "end" => {
                let Some(field) = self.fields.pop() else { return Ok(()) };
                if !field.has_result || field.is_replaced {
                    self.orders = self.orders.saturating_sub(1);
                }
                // A field that was never brought up to date has no result yet.
                if !field.has_result && self.is_header && is_number(&field.order) {
                    self.page_number(draft, look, &field.order)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The number of a page, or how many there are.
    fn page_number(&mut self, draft: &mut Draft, look: &Rc<Look>, order: &str) -> Result<(), Refusal> {
        if !self.is_header {
            return Ok(());
        }
        let is_page = order.trim_start().get(..4).is_some_and(|word| word.eq_ignore_ascii_case("PAGE"));
        if is_page && draft.paragraph.page_number.is_none() {
            let digits = ["ROMAN", "roman", "ALPHABETIC", "alphabetic"].into_iter().find(|name| order.contains(name));
            draft.paragraph.page_number = Some(NumberField { digits });
        }
        self.letters(draft, look, NUMBER_SIGN)
    }

    /// A line ends.
    fn line_break(&mut self, draft: &mut Draft, begins_page: bool) -> Result<(), Refusal> {
        self.count_run()?;
        draft.paragraph.lines.push(Line { runs: Vec::new(), begins_page });
        Ok(())
    }

    /// Letters, as they are seen.
    fn letters(&mut self, draft: &mut Draft, look: &Rc<Look>, text: &str) -> Result<(), Refusal> {
        if look.is_hidden || self.orders > 0 || text.is_empty() {
            return Ok(());
        }
        self.count_letters(text.len())?;
        let capitals;
        let text = if look.has_capitals {
            capitals = text.to_uppercase();
            &capitals
        } else {
            text
        };
        let mut rest = text;
        while !rest.is_empty() {
            let (part, family) = self.of_one_family(rest, look);
            rest = &rest[part.len()..];
            let Some(line) = draft.paragraph.lines.last_mut() else { return Ok(()) };
            let joined = |run: &&mut Run| run.family == family && (Rc::ptr_eq(&run.look, look) || run.look == *look);
            match line.runs.last_mut().filter(joined) {
                Some(run) => push_letters(&mut run.text, part),
                None => {
                    self.count_run()?;
                    if part.chars().any(char::is_alphanumeric) {
                        self.note_family(&family);
                    }
                    let mut text = String::new();
                    push_letters(&mut text, part);
                    line.runs.push(Run { text, look: look.clone(), family });
                }
            }
        }
        Ok(())
    }

    /// The letters at the beginning of a text that are of one typeface, and which.
    fn of_one_family<'t>(&self, text: &'t str, look: &Look) -> (&'t str, Rc<str>) {
        let is_eastern = |letter: char| matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}');
        if look.ascii == look.high && !text.chars().any(is_eastern) {
            return (text, look.ascii.clone());
        }
        let family = |letter: char| match letter {
            letter if letter.is_ascii() => &look.ascii,
            letter if is_eastern(letter) => &look.eastern,
            _ => &look.high,
        };
        let Some(first) = text.chars().find(|letter| *letter != ' ').map(family) else {
            return (text, look.ascii.clone());
        };
        let end = text.char_indices().find(|(_, letter)| *letter != ' ' && family(*letter) != first);
        (&text[..end.map_or(text.len(), |(at, _)| at)], first.clone())
    }
}

/// Adds letters; what breaks lines in XML is a space there.
fn push_letters(text: &mut String, part: &str) {
    if part.contains(['\n', '\r']) {
        text.extend(part.chars().map(|letter| if matches!(letter, '\n' | '\r') { ' ' } else { letter }));
    } else {
        text.push_str(part);
    }
}

/// Whether an order prints a number of pages.
fn is_number(order: &str) -> bool {
    let name = order.split_whitespace().next().unwrap_or_default();
    ["PAGE", "NUMPAGES", "SECTIONPAGES"].iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// Whether a paragraph says nothing but its style.
fn is_plain(setting: &Setting) -> bool {
    let Setting { style: _, align, left, right, first_line, before, after, line, list, level, stops, borders, .. } =
        setting;
    let lengths = [left, right, first_line, before, after, list, level];
    let switches =
        [setting.has_no_space_between_alike, setting.keeps_next, setting.begins_page].iter().all(Option::is_none);
    switches
        && align.is_none()
        && line.is_none()
        && setting.frame.is_none()
        && stops.is_empty()
        && lengths.iter().all(|length| length.is_none())
        && borders.iter().all(Option::is_none)
}
