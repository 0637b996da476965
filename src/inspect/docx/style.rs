//! The styles of a file, and what letters and paragraphs are by them.

use std::collections::HashMap;
use std::rc::Rc;

use super::letters::{Letters, Look};
use super::numbering::Numbering;
use super::refusal::too_large;
use super::setting::{Direct, Edge, Setting};
use super::theme::Theme;
use super::xml::{Token, Xml};
use crate::inspect::observed::Refusal;

/// Styles that a file may have.
const MOST_STYLES: usize = 20_000;

/// Styles on which a style may stand.
const LONGEST_CHAIN: usize = 32;

/// A style.
#[derive(Debug, Default)]
struct Style {
    parent: Option<Rc<str>>,
    setting: Setting,
    letters: Letters,
    borders: Borders,
}

/// What a table draws round its cells, and how far from it the words are.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Borders {
    /// Above, left, below, right, between rows, between columns.
    pub(super) edges: [Option<Edge>; 6],
    /// Twips from the left edge of a cell to its words.
    pub(super) left: Option<i64>,
    /// Twips from the right edge of a cell to its words.
    pub(super) right: Option<i64>,
}

/// What a table says of itself.
#[derive(Debug)]
pub(super) struct Declared {
    pub(super) borders: Borders,
    pub(super) style: Option<Rc<str>>,
    pub(super) width: Option<i64>,
}

impl Borders {
    /// This level under another that says more.
    pub(super) fn under(&self, more: &Self) -> Self {
        let mut edges = self.edges;
        for (own, more) in edges.iter_mut().zip(more.edges) {
            *own = more.or(*own);
        }
        Self { edges, left: more.left.or(self.left), right: more.right.or(self.right) }
    }

    /// Reads the element `tblPr` that has just begun, and the name of the style in it.
    pub(super) fn read(xml: &mut Xml<'_>) -> Result<Declared, Refusal> {
        let depth = xml.depth();
        let (mut borders, mut style, mut width) = (Self::default(), None, None);
        let mut is_margin = false;
        while let Some(token) = xml.within(depth)? {
            let Token::Open(tag) = token else { continue };
            let side = match tag.name() {
                "top" => 0,
                "left" | "start" => 1,
                "bottom" => 2,
                "right" | "end" => 3,
                "insideH" => 4,
                "insideV" => 5,
                name => {
                    match name {
                        "tblBorders" => is_margin = false,
                        "tblCellMar" => is_margin = true,
                        "tblStyle" => style = tag.val().map(|id| Rc::from(&*id)),
                        "tblW" if tag.get("type").is_some_and(|kind| kind == "dxa") => width = tag.twips("w"),
                        _ => {}
                    }
                    continue;
                }
            };
            match (is_margin, side) {
                (true, 1) => borders.left = tag.twips("w"),
                (true, 3) => borders.right = tag.twips("w"),
                (true, _) => {}
                (false, side) => borders.edges[side] = Some(Edge::of(&tag)),
            }
        }
        Ok(Declared { borders, style, width: width.filter(|width| *width > 0) })
    }
}

/// What paragraphs of a style are, before they say anything themselves.
#[derive(Debug)]
pub(super) struct Base {
    /// The style, as far as the file has it.
    pub(super) style: Option<Rc<str>>,
    /// How they are set.
    pub(super) setting: Setting,
    defaults: Letters,
    table: Letters,
    paragraph: Letters,
    /// What those three say together.
    all: Letters,
    /// Their letters.
    pub(super) look: Rc<Look>,
}

/// The styles of a table and of the paragraphs in it.
type Key = (Option<Rc<str>>, Option<Rc<str>>);

/// The styles of a file.
#[derive(Debug, Default)]
pub(super) struct Styles {
    defaults: (Setting, Letters),
    styles: HashMap<Rc<str>, Style>,
    usual_paragraph: Option<Rc<str>>,
    usual_table: Option<Rc<str>>,
    bases: HashMap<Key, Rc<Base>>,
}

impl Styles {
    /// Reads the styles.
    pub(super) fn read(xml: &mut Xml<'_>, theme: &Theme) -> Result<Self, Refusal> {
        let mut styles = Self::default();
        while let Some(token) = xml.within(0)? {
            let Token::Open(tag) = token else { continue };
            match tag.name() {
                // The defaults are the only properties outside a style.
                "rPr" => styles.defaults.1 = Letters::read(xml, theme)?,
                "pPr" => styles.defaults.0 = Direct::read(xml, theme)?.setting,
                "style" => {
                    let id: Rc<str> = Rc::from(&*tag.get("styleId").unwrap_or_default());
                    if tag.get("default").is_some_and(|value| matches!(&*value, "1" | "true" | "on")) {
                        match tag.get("type").as_deref() {
                            Some("paragraph") => styles.usual_paragraph = Some(id.clone()),
                            Some("table") => styles.usual_table = Some(id.clone()),
                            _ => {}
                        }
                    }
                    let style = Style::read(xml, theme)?;
                    styles.styles.insert(id, style);
                    if styles.styles.len() > MOST_STYLES {
                        return Err(too_large("có hơn 20.000 kiểu (style)"));
                    }
                }
                "latentStyles" => xml.skip()?,
                _ => {}
            }
        }
        Ok(styles)
    }

    /// A style and those on which it stands, the lowest first.
    fn chain(&self, id: Option<&str>) -> Vec<(&str, &Style)> {
        let mut chain = Vec::new();
        let mut next = id;
        while let Some((id, style)) = next.and_then(|id| self.styles.get_key_value(id)) {
            chain.push((&**id, style));
            next = style.parent.as_deref().filter(|_| chain.len() < LONGEST_CHAIN);
        }
        chain.reverse();
        chain
    }

    /// What the letters of a style of letters are.
    fn letters(&self, id: &str) -> Letters {
        self.chain(Some(id)).iter().fold(Letters::default(), |all, (_, style)| all.under(&style.letters))
    }

    /// What a table draws by its style.
    pub(super) fn borders(&self, id: Option<&str>) -> Borders {
        let id = id.or(self.usual_table.as_deref());
        self.chain(id).iter().fold(Borders::default(), |all, (_, style)| all.under(&style.borders))
    }

    /// The language of the letters.
    pub(super) fn language(&self) -> Option<String> {
        let usual = self.usual_paragraph.as_deref().map(|id| self.letters(id)).and_then(|letters| letters.language);
        usual.or_else(|| self.defaults.1.language.clone()).map(|name| name.to_string())
    }

    /// What the paragraphs of a style are in a table of a style.
    pub(super) fn base(&mut self, table: Option<&str>, paragraph: Option<&str>, numbering: &Numbering) -> Rc<Base> {
        let known = |id: Option<&str>| id.and_then(|id| self.styles.get_key_value(id)).map(|(id, _)| id.clone());
        let key = (known(table), known(paragraph).or_else(|| self.usual_paragraph.clone()));
        if let Some(base) = self.bases.get(&key) {
            return base.clone();
        }
        let mut setting = self.defaults.0.clone();
        let mut of_table = Letters::default();
        for (_, style) in self.chain(key.0.as_deref()) {
            setting = setting.under(&style.setting);
            of_table = of_table.under(&style.letters);
        }
        let mut of_paragraph = Letters::default();
        for (id, style) in self.chain(key.1.as_deref()) {
            if let Some(list) = style.setting.list {
                setting = setting.under(&numbering.indents(list, numbering.level_of(list, style.setting.level, id)));
            }
            let mut own = style.setting.clone();
            own.level = own.list.map(|list| numbering.level_of(list, own.level, id)).or(own.level);
            setting = setting.under(&own);
            of_paragraph = of_paragraph.under(&style.letters);
        }
        let defaults = self.defaults.1.clone();
        let all = defaults.under(&of_table).under(&of_paragraph);
        let levels = [&of_table, &of_paragraph];
        let look = Rc::new(Letters::look(all.clone(), &defaults, &levels, &Letters::default()));
        let (style, table, paragraph) = (key.1.clone(), of_table, of_paragraph);
        let base = Rc::new(Base { style, setting, defaults, table, paragraph, all, look });
        self.bases.insert(key, base.clone());
        base
    }

    /// What letters look like in a paragraph that say something themselves.
    pub(super) fn look(&self, base: &Base, direct: &Letters) -> Look {
        let Some(style) = direct.style.as_deref() else {
            let levels = [&base.table, &base.paragraph];
            return Letters::look(base.all.under(direct), &base.defaults, &levels, direct);
        };
        let own = self.letters(style);
        let levels = [&base.table, &base.paragraph, &own];
        Letters::look(base.all.under(&own).under(direct), &base.defaults, &levels, direct)
    }
}

impl Style {
    /// Reads the element `style` that has just begun.
    fn read(xml: &mut Xml<'_>, theme: &Theme) -> Result<Self, Refusal> {
        let depth = xml.depth();
        let mut style = Self::default();
        while let Some(token) = xml.within(depth)? {
            let Token::Open(tag) = token else { continue };
            match tag.name() {
                "basedOn" => style.parent = tag.val().map(|id| Rc::from(&*id)),
                "pPr" => style.setting = Direct::read(xml, theme)?.setting,
                "rPr" => style.letters = Letters::read(xml, theme)?,
                "tblPr" => style.borders = Borders::read(xml)?.borders,
                // What holds for some rows and columns of a table only.
                "tblStylePr" => xml.skip()?,
                _ => {}
            }
        }
        Ok(style)
    }
}
