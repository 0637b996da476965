//! The way through the old plan: each value by its key, and what becomes of it.

use super::prose::{self, one_line};
use super::title::Title;
use super::treatment::{Treatment, treatment};
use super::walker::Walker;
use super::{sentence, target};
use crate::plan::Status;
use crate::plan::funding::AMOUNT;
use crate::schema::{Kind, Shape};
use crate::value::{Date, PeriodKind};
use crate::yaml::{Entry, Node, Value};

/// Groups of keys in which figures are no data of a year.
const WITHOUT_DATA: [&str; 7] =
    ["column", "body_entry", "recipient", "signature_shape", "legal_basis", "source", "appendix"];

impl Walker<'_> {
    /// A mapping with keys of a shape.
    pub(super) fn record(&mut self, node: &Node, shape: &'static Shape) {
        let Value::Map(entries) = &node.value else { return };
        let is_told = match shape.name {
            "target" => target::target(self, node, entries),
            "funding_item" => self.item(entries),
            name => WITHOUT_DATA.contains(&name),
        };
        self.told.push(is_told);
        let was_in_item = self.in_item;
        self.in_item |= shape.name == "funding_item";
        for entry in entries.iter().filter(|entry| entry.node.value != Value::Blank) {
            let Some(key) = shape.key(&entry.key) else { continue };
            // What the outermost keys hold has nothing in common.
            if shape.name == "plan" {
                self.told = vec![false];
            }
            self.title = Title::of(shape.name, key.key);
            self.below(entry, node, |walker| match treatment(shape.name, key.key) {
                Some(treatment) => walker.treat(treatment, entry, &(key.kind)()),
                None => walker.value(&entry.node, &(key.kind)()),
            });
        }
        self.in_item = was_in_item;
        self.told.pop();
    }

    /// Does something with an entry, whose marks stand above its line if it has one of its own.
    fn below(&mut self, entry: &Entry, map: &Node, act: impl FnOnce(&mut Self)) {
        let line = self.line;
        if !is_flow(map) {
            self.line = self.edits.line(entry.key_span.range.start);
        }
        act(self);
        self.line = line;
    }

    /// A value of a kind: what stands inside is gone through.
    fn value(&mut self, node: &Node, kind: &Kind) {
        match (kind, &node.value) {
            (Kind::Either(first, second), _) => {
                self.value(node, if takes(first, &node.value) { first } else { second });
            }
            (Kind::Blank(inner), _) => self.value(node, inner),
            (Kind::Group(shape), _) => self.record(node, shape),
            (Kind::List(inner), Value::List(items)) => {
                self.items(node, items, |walker, item| walker.value(item, inner))
            }
            (Kind::Dict(inner) | Kind::Pairs(inner), Value::Map(entries)) => {
                for entry in entries {
                    self.below(entry, node, |walker| walker.value(&entry.node, inner));
                }
            }
            (Kind::ByYear(inner), Value::Map(entries)) => {
                for entry in entries {
                    let moved = self.years.moved(entry.key_span.text()).0;
                    self.edits.replace(entry.key_span.range.clone(), moved);
                    self.below(entry, node, |walker| walker.value(&entry.node, inner));
                }
            }
            (Kind::Text, Value::Text(_)) => sentence::sentence(self, node),
            (Kind::Name, Value::Text(words)) if words.contains(' ') => sentence::sentence(self, node),
            (Kind::Form(..), Value::Text(_)) => sentence::named_years(self, node),
            (Kind::IdOrText(home), Value::Text(words)) => match self.entities.objection(home, words) {
                Some(objection) => self.mark(objection),
                None if words.contains(' ') => sentence::sentence(self, node),
                None => {}
            },
            (Kind::Id(home), Value::Text(id)) => {
                if let Some(objection) = self.entities.objection(home, id) {
                    self.mark(objection);
                }
            }
            (_, Value::Blank | Value::Text(_) | Value::List(_) | Value::Map(_)) => {}
        }
    }

    /// The items of a list, each with the line of its dash.
    fn items(&mut self, list: &Node, items: &[Node], act: impl Fn(&mut Self, &Node)) {
        let line = self.line;
        for item in items {
            if !is_flow(list) {
                self.line = self.edits.line_of_item(item.span.range.start);
            }
            act(self, item);
        }
        self.line = line;
    }

    fn treat(&mut self, treatment: Treatment, entry: &Entry, kind: &Kind) {
        let node = &entry.node;
        let (old, new) = (self.years.old.display(), self.years.new.display());
        match treatment {
            Treatment::Keep => {}
            Treatment::Draft => self.edits.replace(node.span.range.clone(), Status::Draft.word()),
            Treatment::Blank => self.blank(entry),
            Treatment::BlankAndTold(what) => {
                if let Value::Text(words) = &node.value {
                    self.mark(format!("{what} ({old}: {})", words.trim()));
                }
                self.blank(entry);
            }
            Treatment::Issued => {
                if let Value::Text(words) = &node.value
                    && let Ok(date) = Date::parse(words)
                {
                    self.edits.replace(node.span.range.clone(), self.years.issued(date));
                }
            }
            Treatment::Period => {
                self.shift(node);
                self.period();
            }
            Treatment::Vision => {
                if self.plan.vision.as_ref().is_some_and(|vision| vision.value.0 <= self.years.new.to) {
                    self.shift(node);
                    self.mark("năm của tầm nhìn (đã dời theo thời kỳ)");
                }
            }
            Treatment::Move => self.move_date(node),
            Treatment::MoveAndAsk(what) => {
                self.mark(format!("{what} trong {new} ({old}: {})", one_line(node.span.text())));
                self.shift(node);
            }
            Treatment::Ask(words) => self.mark(words),
            Treatment::AskEach(words) => match &node.value {
                Value::List(items) => self.items(node, items, |walker, _| walker.mark(words)),
                Value::Blank | Value::Text(_) | Value::Map(_) => self.mark(words),
            },
            Treatment::Figure(what) => {
                let was = match &node.value {
                    Value::Text(words) => format!(" ({old}: {})", words.trim()),
                    Value::Blank | Value::List(_) | Value::Map(_) => format!(" (đang là của {old})"),
                };
                self.mark(format!("{what} {new}{was}"));
                self.value(node, kind);
            }
            Treatment::Rows => self.rows(node),
            Treatment::Within => self.value(node, kind),
        }
    }

    /// A date that moves.
    fn move_date(&mut self, node: &Node) {
        if let Some(was) = self.shift(node) {
            self.mark(format!("năm {} không có ngày 29/02 (năm trước: {was}); đã lấy ngày 28/02", self.years.new.from));
        }
    }

    /// Moves the years of a value; what it was, if its day had to move.
    fn shift(&mut self, node: &Node) -> Option<String> {
        let (moved, is_other_day) = self.years.moved(node.span.text());
        self.edits.replace(node.span.range.clone(), moved);
        is_other_day.then(|| one_line(node.span.text()))
    }

    /// What is to be decided about the period itself.
    fn period(&mut self) {
        let (old, new) = (self.years.old, self.years.new);
        if !self.years.are_single() && new.kind == PeriodKind::Years {
            self.mark(format!("thời kỳ mới đang dài như thời kỳ cũ ({})", old.display()));
        }
        let Some(programme) = &self.plan.programme else { return };
        let Some(span) = programme.period.as_ref().map(|period| period.value) else { return };
        let covers = span.from <= new.from && new.to <= span.to;
        let is_named =
            ["{{ chuong_trinh", "{{ du_an", "{{ ten_du_an"].iter().any(|name| self.edits.text().contains(name));
        if !covers && (is_named || !self.plan.projects.is_empty()) {
            let name =
                programme.short.as_ref().or(programme.name.as_ref()).map(|name| name.letters()).unwrap_or_default();
            let words = format!(
                "chương trình «{name}» chỉ có {}; kế hoạch {} thực hiện chương trình nào",
                span.display(),
                new.display()
            );
            self.mark(words);
        }
    }

    /// Takes a value out.
    fn blank(&mut self, entry: &Entry) {
        let value = entry.node.span.range.clone();
        let between = &self.edits.text()[entry.key_span.range.end..value.start];
        let after = self.edits.text()[value.end..].trim_start_matches([' ', '\t']);
        let ends = after.is_empty() || after.starts_with(['\n', '#']);
        match between.strip_prefix(':').or_else(|| between.trim_start_matches(['"', '\'']).strip_prefix(':')) {
            Some(spaces) if ends && spaces.bytes().all(|byte| byte == b' ') => {
                self.edits.replace(value.start - spaces.len()..value.end, "");
            }
            Some(_) | None => self.edits.replace(value, "~"),
        }
    }

    /// An item of the funding; what it says of money is told above the outermost, once.
    fn item(&mut self, entries: &[Entry]) -> bool {
        let mut filled = entries.iter().filter(|entry| entry.node.value != Value::Blank);
        let has_figures = filled.any(|entry| treatment("funding_item", &entry.key) == Some(Treatment::Within));
        if has_figures && !self.in_item {
            let (old, new) = (self.years.old.display(), self.years.new.display());
            let amount = entries.iter().find(|entry| entry.key == AMOUNT.name()).map(|entry| &entry.node.value);
            let was = match amount {
                Some(Value::Text(words)) => format!("{old}: {words}"),
                Some(Value::Blank | Value::List(_) | Value::Map(_)) | None => format!("đang là của {old}"),
            };
            self.mark(format!("số của khoản này trong {new} ({was})"));
        }
        true
    }

    /// The rows of a table: what they say is told once, above the first.
    fn rows(&mut self, node: &Node) {
        let mut cells = Vec::new();
        texts(node, &mut cells);
        let mut old_years: Vec<String> = Vec::new();
        let mut has_figures = false;
        for cell in cells {
            sentence::named_years(self, cell);
            let text = cell.span.text();
            let names = prose::named(text);
            let own = |at: usize| !names.iter().any(|name| name.contains(&at));
            has_figures |= text.bytes().enumerate().any(|(at, byte)| byte.is_ascii_digit() && own(at));
            for spoken in prose::stale(text, self.years) {
                let quoted = format!("«{}»", spoken.quoted(text));
                if !old_years.contains(&quoted) {
                    old_years.push(quoted);
                }
            }
        }
        let old = self.years.old.display();
        if !old_years.is_empty() {
            let told = sentence::some(&old_years);
            self.mark(format!("số liệu của bảng là của {old}, trong đó có {told}"));
        } else if has_figures {
            self.mark(format!("số liệu của bảng là của {old}"));
        }
    }
}

/// Whether a value may be of a kind, as far as its form tells.
fn takes(kind: &Kind, value: &Value) -> bool {
    match kind {
        Kind::Either(first, second) => takes(first, value) || takes(second, value),
        Kind::Blank(inner) => *value == Value::Blank || takes(inner, value),
        Kind::Group(_) | Kind::Dict(_) | Kind::Pairs(_) | Kind::ByYear(_) => matches!(value, Value::Map(_)),
        Kind::List(inner) => match value {
            Value::List(items) => items.iter().any(|item| takes(inner, &item.value)) || items.is_empty(),
            Value::Blank | Value::Text(_) | Value::Map(_) => false,
        },
        Kind::Text
        | Kind::Name
        | Kind::Number
        | Kind::Whole(..)
        | Kind::Between(..)
        | Kind::Form(..)
        | Kind::Money
        | Kind::Amount
        | Kind::Date
        | Kind::PartialDate
        | Kind::Period
        | Kind::Year
        | Kind::Choice(_)
        | Kind::Id(_)
        | Kind::IdOrText(_) => matches!(value, Value::Text(_)),
    }
}

/// Whether a mapping or a list stands in brackets, so that its parts have no lines of their own.
fn is_flow(node: &Node) -> bool {
    node.span.text().starts_with(['{', '['])
}

/// Every scalar in a value.
fn texts<'n>(node: &'n Node, found: &mut Vec<&'n Node>) {
    match &node.value {
        Value::Blank => {}
        Value::Text(_) => found.push(node),
        Value::List(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Map(entries) => entries.iter().for_each(|entry| texts(&entry.node, found)),
    }
}
