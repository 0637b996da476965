//! Reads the content of a page into what is drawn.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use super::file::File;
use super::font::Font;
use super::lexer::{Lexer, Token, is_space};
use super::marks::Marks;
use super::matrix::Matrix;
use super::object::{Dict, Object};
use super::pages::Page;
use super::path::Path;
use super::shown::Shower;
use super::state::{Space, State, color, not_black};
use super::trouble::Trouble;

/// How deep forms may stand in each other.
const DEEPEST: usize = 12;

/// How many operands an instruction may have.
const MOST_OPERANDS: usize = 64;

/// How many states may be kept at once.
const MOST_STATES: usize = 512;

/// Typefaces that were read already, by the number of their object.
pub(super) type Fonts = BTreeMap<u32, Rc<Font>>;

/// What is drawn on a page.
pub(super) fn marks(file: &File<'_>, page: &Page, fonts: &mut Fonts) -> Result<Marks, Trouble> {
    let mut data = Vec::new();
    let contents = file.get(&page.dict, "Contents");
    for part in contents.array().unwrap_or(std::slice::from_ref(&contents)) {
        data.extend(file.data(&file.resolve(part))?);
        data.push(b'\n');
    }
    let [left, lower, right, upper] = page.edges;
    let area = (right - left) * (upper - lower);
    let mut reader = Reader {
        file,
        fonts,
        marks: Marks::default(),
        shower: Shower::default(),
        area,
        hidden: Vec::new(),
        forms: Vec::new(),
    };
    reader.read(&data, &page.resources, State::new(Matrix::of_page(page.edges, page.quarters)), 0)?;
    file.trouble()?;
    let mut marks = reader.marks;
    marks.join_strokes();
    Ok(marks)
}

struct Reader<'r, 'f> {
    file: &'r File<'f>,
    fonts: &'r mut Fonts,
    marks: Marks,
    shower: Shower,
    area: f64,
    /// Each marked stretch that is open: whether what stands in it is hidden.
    hidden: Vec<bool>,
    /// Where the bytes of the forms stand that are being drawn, each within the one before.
    forms: Vec<Range<usize>>,
}

impl Reader<'_, '_> {
    fn read(&mut self, data: &[u8], resources: &Dict, state: State, depth: usize) -> Result<(), Trouble> {
        let mut lexer = Lexer::of_content(data);
        let mut operands: Vec<Object> = Vec::new();
        let mut states = vec![state];
        let mut states_kept = 1;
        let mut path = Path::default();
        let marked = self.hidden.len();
        loop {
            let before = lexer.at;
            let Some(token) = lexer.token() else {
                // What cannot be read is passed over, one byte at least.
                if lexer.rest().is_empty() {
                    break;
                }
                lexer.at = lexer.at.max(before + 1);
                operands.clear();
                self.file.budget.instruct()?;
                continue;
            };
            match token {
                Token::Object(object) => {
                    self.file.budget.instruct()?;
                    if operands.len() < MOST_OPERANDS {
                        operands.push(object);
                    }
                }
                Token::Word(b"BI") => {
                    skip_picture(&mut lexer);
                    operands.clear();
                }
                Token::Word(word) => {
                    self.file.budget.instruct()?;
                    match (word, states.last_mut()) {
                        (b"q", Some(last)) if states_kept < MOST_STATES => {
                            let kept = last.clone();
                            states.push(kept);
                            states_kept += 1;
                        }
                        (b"Q", _) if states_kept > 1 => {
                            states.pop();
                            states_kept -= 1;
                        }
                        (b"Do", Some(last)) => {
                            let state = last.clone();
                            self.form(&operands, resources, state, depth)?;
                        }
                        (_, Some(last)) => self.instruct(word, &operands, resources, last, &mut path)?,
                        (_, None) => {}
                    }
                    operands.clear();
                }
            }
        }
        self.hidden.truncate(marked);
        Ok(())
    }

    fn instruct(
        &mut self,
        word: &[u8],
        operands: &[Object],
        resources: &Dict,
        state: &mut State,
        path: &mut Path,
    ) -> Result<(), Trouble> {
        let n: Vec<f64> = operands.iter().filter_map(Object::number).collect();
        match (word, n.as_slice()) {
            (b"cm", &[a, b, c, d, e, f]) => state.matrix = Matrix([a, b, c, d, e, f]).then(state.matrix),
            (b"gs", _) => self.settings(operands, resources, state)?,
            (b"Tf", _) => {
                state.font = self.font(operands.first(), resources)?;
                state.size = n.first().copied().unwrap_or(state.size);
            }
            (b"BDC", _) => {
                let properties = self.properties(operands.get(1), resources);
                self.hidden.push(self.is_hidden(operands, &properties));
                let actual = self.file.get(&properties, "ActualText");
                self.shower.open(actual.text(), &self.marks);
            }
            (b"BMC", _) => {
                self.hidden.push(false);
                self.shower.open(None, &self.marks);
            }
            (b"EMC", _) => {
                self.hidden.pop();
                self.shower.close(&mut self.marks);
            }
            (b"cs", _) => state.fill_space = self.space(operands, resources),
            (b"CS", _) => state.line_space = self.space(operands, resources),
            _ if drawn(word, &n, state, path) => {}
            _ if self.hidden.contains(&true) => {
                if PAINTING.contains(&word) {
                    *path = Path::default();
                }
            }
            _ if PAINTING.contains(&word) => {
                self.paint(word, state, path);
                *path = Path::default();
            }
            _ => self.shower.instruct(word, operands, &n, state, &mut self.marks, &self.file.budget)?,
        }
        Ok(())
    }

    fn paint(&mut self, word: &[u8], state: &State, path: &mut Path) {
        if matches!(word, b"s" | b"b" | b"b*") {
            path.close();
        }
        if matches!(word, b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*") {
            path.fill(&mut self.marks, state.fill.filter(|fill| *fill == [255; 3]).or_else(|| not_black(state.fill)));
        }
        if matches!(word, b"S" | b"s" | b"B" | b"B*" | b"b" | b"b*") && state.line != Some([255; 3]) {
            path.stroke(&mut self.marks, not_black(state.line), !state.is_dashed);
        }
    }

    /// A form or a picture.
    fn form(&mut self, operands: &[Object], resources: &Dict, mut state: State, depth: usize) -> Result<(), Trouble> {
        let Some(name) = operands.first().and_then(Object::name) else { return Ok(()) };
        let object = self.file.named(resources, "XObject", name);
        let Some(dict) = object.dict() else { return Ok(()) };
        if self.hidden.contains(&true) {
            return Ok(());
        }
        if self.file.get(dict, "Subtype").name() == Some("Image") {
            let [a, b, c, d, ..] = state.matrix.0;
            let share = (a * d - b * c).abs() / self.area * 1000.0;
            self.marks.picture = self.marks.picture.max(share.min(1000.0) as u32);
            return Ok(());
        }
        let Object::Stream(_, bytes) = &object else { return Ok(()) };
        // A form that would draw itself draws nothing there.
        if depth >= DEEPEST || self.forms.contains(bytes) {
            return Ok(());
        }
        self.file.budget.form()?;
        let numbers = self.file.get(dict, "Matrix");
        let numbers = numbers.array().unwrap_or_default().iter().filter_map(|item| self.file.resolve(item).number());
        let numbers: Vec<_> = numbers.take(7).collect();
        if let &[a, b, c, d, e, f] = numbers.as_slice() {
            state.matrix = Matrix([a, b, c, d, e, f]).then(state.matrix);
        }
        let data = self.file.data(&object)?;
        let own = self.file.get(dict, "Resources").into_dict();
        self.forms.push(bytes.clone());
        let read = self.read(&data, own.as_ref().unwrap_or(resources), state, depth + 1);
        self.forms.pop();
        read
    }

    fn settings(&mut self, operands: &[Object], resources: &Dict, state: &mut State) -> Result<(), Trouble> {
        let Some(name) = operands.first().and_then(Object::name) else { return Ok(()) };
        let settings = self.file.named(resources, "ExtGState", name).into_dict().unwrap_or_default();
        if let Object::Array(font) = self.file.get(&settings, "Font")
            && let [font, size] = font.as_slice()
        {
            let dict = self.file.resolve(font).into_dict().unwrap_or_default();
            state.font = Some(self.known(font, &dict)?);
            state.size = self.file.resolve(size).number().unwrap_or(state.size);
        }
        if let Object::Array(dash) = self.file.get(&settings, "D") {
            state.is_dashed = dash.first().and_then(Object::array).is_some_and(|dash| !dash.is_empty());
        }
        Ok(())
    }

    fn font(&mut self, name: Option<&Object>, resources: &Dict) -> Result<Option<Rc<Font>>, Trouble> {
        let Some(name) = name.and_then(Object::name) else { return Ok(None) };
        let fonts = match resources.get("Font") {
            Some(Object::Dict(fonts)) => fonts.get(name).cloned(),
            Some(other) => self.file.resolve(other).into_dict().and_then(|mut fonts| fonts.remove(name)),
            None => None,
        };
        let Some(object) = fonts else { return Ok(None) };
        if let Object::Reference(number) = &object
            && let Some(font) = self.fonts.get(number)
        {
            return Ok(Some(Rc::clone(font)));
        }
        let Some(dict) = self.file.resolve(&object).into_dict() else { return Ok(None) };
        self.known(&object, &dict).map(Some)
    }

    fn known(&mut self, object: &Object, dict: &Dict) -> Result<Rc<Font>, Trouble> {
        let Object::Reference(number) = object else { return Ok(Rc::new(Font::read(self.file, dict)?)) };
        if let Some(font) = self.fonts.get(number) {
            return Ok(Rc::clone(font));
        }
        let font = Rc::new(Font::read(self.file, dict)?);
        self.fonts.insert(*number, Rc::clone(&font));
        Ok(font)
    }

    fn space(&self, operands: &[Object], resources: &Dict) -> Space {
        let Some(name) = operands.first().and_then(Object::name) else { return Space::Other };
        let named = self.file.named(resources, "ColorSpace", name);
        if named == Object::Null { Space::of(&operands[0]) } else { Space::of(&named) }
    }

    /// What a marked stretch says of itself.
    fn properties(&self, object: Option<&Object>, resources: &Dict) -> Dict {
        match object {
            Some(Object::Name(name)) => self.file.named(resources, "Properties", name).into_dict().unwrap_or_default(),
            Some(Object::Dict(dict)) => dict.clone(),
            _ => Dict::new(),
        }
    }

    /// Whether a stretch belongs to a layer that is switched off.
    fn is_hidden(&self, operands: &[Object], properties: &Dict) -> bool {
        if operands.first().and_then(Object::name) != Some("OC") {
            return false;
        }
        let root = self.file.dict(self.file.trailer(), "Root");
        let settings = self.file.dict(&self.file.dict(&root, "OCProperties"), "D");
        let Object::Array(off) = self.file.get(&settings, "OFF") else { return false };
        off.iter().take(100).any(|layer| self.file.resolve(layer).dict() == Some(properties))
    }
}

/// What puts a path on the page, or drops it.
const PAINTING: &[&[u8]] = &[b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"n"];

/// Instructions that build a path or set how it is drawn; `false` for all others.
fn drawn(word: &[u8], n: &[f64], state: &mut State, path: &mut Path) -> bool {
    match (word, n) {
        (b"m", &[x, y]) => path.begin(state.matrix, x, y),
        (b"l", &[x, y]) => path.go(state.matrix, x, y, false),
        (b"c", &[.., x, y]) | (b"v" | b"y", &[.., x, y]) => path.go(state.matrix, x, y, true),
        (b"h", _) => path.close(),
        (b"re", &[x, y, width, height]) => path.rectangle(state.matrix, x, y, width, height),
        (b"g", &[_]) | (b"rg", &[_, _, _]) | (b"k", &[_, _, _, _]) => {
            (state.fill, state.fill_space) = (color(n), Space::Plain);
        }
        (b"G", &[_]) | (b"RG", &[_, _, _]) | (b"K", &[_, _, _, _]) => {
            (state.line, state.line_space) = (color(n), Space::Plain);
        }
        (b"sc" | b"scn", _) => state.fill = state.fill_space.color(n),
        (b"SC" | b"SCN", _) => state.line = state.line_space.color(n),
        _ => return false,
    }
    true
}

/// Goes past a picture that stands in the content.
fn skip_picture(lexer: &mut Lexer<'_>) {
    while let Some(token) = lexer.token() {
        if token == Token::Word(b"ID") {
            break;
        }
    }
    let rest = lexer.rest();
    let is_end = |at: usize| {
        let around = (at.checked_sub(1).and_then(|at| rest.get(at)), rest.get(at + 2));
        rest[at..].starts_with(b"EI")
            && around.0.is_none_or(|byte| is_space(*byte))
            && around.1.is_none_or(|byte| is_space(*byte))
    };
    lexer.at += (0..rest.len()).find(|at| is_end(*at)).map_or(rest.len(), |at| at + 2);
}
