//! When something is due (thời hạn).

pub mod cycle;
pub mod due;
pub mod moment;
pub mod when;

use due::{Counted, Due};
use when::When;

use crate::diagnostic::{Code, Diagnostic};
use crate::record;
use crate::schema::{Key, Kind, Mean, Meaning, Read, Reader, Visitor, Walk};
use crate::source::Span;
use crate::value::{Spanned, Text};
use crate::yaml::{Node, Value};

record! {
    /// One of several steps, and when it is due.
    pub group Milestone, MILESTONE = "milestone", "mốc thời hạn";
    /// What is done by then.
    required_line STEP step: Option<Text> = "moc", "Mốc", "Việc phải xong ở mốc này.", "Trình dự thảo";
    /// When.
    required STEP_DEADLINE when: Option<Spanned<When>> = "thoi_han", "Thời hạn", "Thời hạn của mốc: một câu, hoặc các khóa của thời hạn.", "{quy: II/2026}";
}

/// When something is due: once, or step by step.
#[derive(Debug, Clone, PartialEq)]
pub enum Deadline {
    /// Once.
    Once(When),
    /// Step by step, in order.
    Milestones(Vec<Milestone>),
}

impl Read for Deadline {
    fn kind() -> Kind {
        When::kind().or(Kind::Group(&MILESTONE).list())
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let Value::List(items) = &node.value else { return When::read(node, key, reader).map(Self::Once) };
        if items.is_empty() {
            let help = format!("viết từng mốc: [{{moc: {}, thoi_han: {{quy: II/2026}}}}]", STEP.key.example);
            let message = format!("«{}» chưa có mốc nào", key.key);
            reader.report(Diagnostic::error(Code::BadValue, node.span.first_line(), message).help(help));
            return None;
        }
        if let Some(lone) = items.iter().find(|item| !is_milestone(item)) {
            let message = format!("«{}» là một danh sách thì mỗi phần là một mốc có moc và thoi_han", key.key);
            let help = format!(
                "viết [{{moc: {}, thoi_han: 30/6/2026}}]; chỉ có một thời hạn thì bỏ ngoặc [ ] hoặc dấu gạch",
                STEP.key.example
            );
            reader.report(Diagnostic::error(Code::WrongType, lone.span.first_line(), message).help(help));
            return None;
        }
        Vec::read(node, key, reader).filter(|steps| !Vec::is_empty(steps)).map(Self::Milestones)
    }
}

/// Whether a part of a list is meant as a step: a deadline alone says nothing of what is done by then.
fn is_milestone(item: &Node) -> bool {
    match &item.value {
        Value::Map(entries) => {
            let has = |name: &str| entries.iter().any(|entry| entry.key == name);
            has(STEP.key.key) || has(STEP_DEADLINE.key.key)
        }
        Value::Blank | Value::Text(_) | Value::List(_) => false,
    }
}

impl Deadline {
    /// The day by which all is due; `None` where nobody can tell.
    pub fn due(&self, counted: Counted<'_>) -> Option<Due> {
        match self {
            Self::Once(when) => when.due(counted),
            Self::Milestones(steps) => steps.last()?.when.as_ref()?.due(counted),
        }
    }

    /// Whether it leads to a day once the day of issue is known.
    pub fn hangs_on_issue(&self) -> bool {
        match self {
            Self::Once(when) => when.hangs_on_issue(),
            Self::Milestones(steps) => {
                steps.last().and_then(|step| step.when.as_ref()).is_some_and(|when| when.hangs_on_issue())
            }
        }
    }

    /// The day by which each step is due, and where the step says so; at `span` for a deadline of one step.
    pub fn days(&self, span: &Span, counted: Counted<'_>) -> Vec<(Due, Span)> {
        match self {
            Self::Once(when) => when.due(counted).map(|due| (due, span.clone())).into_iter().collect(),
            Self::Milestones(steps) => steps
                .iter()
                .filter_map(|step| step.when.as_ref())
                .filter_map(|when| Some((when.due(counted)?, when.span.clone())))
                .collect(),
        }
    }
}

impl Walk for Deadline {
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        match self {
            Self::Once(when) => when.walk(visitor),
            Self::Milestones(steps) => steps.walk(visitor),
        }
    }
}

impl Mean for Deadline {
    fn mean(&self) -> Meaning {
        match self {
            Self::Once(when) => when.mean(),
            Self::Milestones(steps) => steps.mean(),
        }
    }
}
