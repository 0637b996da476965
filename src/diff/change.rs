//! What differs between two plans: one change for each thing that another reader would call one.

use crate::schema::{Key, Stated};
use crate::value::{Decimal, Money};

/// All that differs between two plans.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeSet {
    /// The changes, by topic and then as the new plan has them.
    pub changes: Vec<Change>,
    /// Why some of the two plans cannot be compared, in words.
    pub notes: Vec<String>,
}

/// One change.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What it is about.
    pub topic: Topic,
    /// Where, from the outermost key in.
    pub path: Vec<Step>,
    /// What happened there.
    pub what: What,
    /// What it comes to, where that can be told.
    pub verdict: Option<Verdict>,
}

/// A step from the whole plan to the place of a change.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// A key of a noun.
    Key(&'static Key),
    /// One of those that have an id; the id on each side, where it is there.
    Entry {
        /// Its id in the old plan.
        old: Option<String>,
        /// Its id in the new plan.
        new: Option<String>,
        /// By what a reader knows it.
        name: String,
    },
    /// One of a list; its place on each side, where it is there, counted from 0.
    Item {
        /// Its place in the old plan.
        old: Option<usize>,
        /// Its place in the new plan.
        new: Option<usize>,
        /// By what a reader knows it.
        name: String,
    },
}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// It was not there before.
    Added(Stated),
    /// It is not there any more.
    Removed(Stated),
    /// It says something else.
    Changed {
        /// What it said.
        old: Stated,
        /// What it says.
        new: Stated,
    },
    /// It stands elsewhere; what it says may have changed, too.
    Moved {
        /// Where it stood.
        from: Vec<Step>,
        /// What it said there.
        old: Stated,
        /// What it says here.
        new: Stated,
        /// How alike they are, from 0 to 1.
        likeness: f64,
    },
    /// The same ones in another order: those of both plans, in their new order.
    Reordered(Vec<Turn>),
    /// It is known by another id, and is the same.
    Renamed(Known),
    /// Several became one (`gop_tu`).
    Merged {
        /// Their ids and what they said.
        old: Vec<(String, Stated)>,
        /// What it says.
        new: Stated,
    },
    /// One became several (`tach_tu`).
    Split {
        /// What it said.
        old: Stated,
        /// Their ids and what they say.
        new: Vec<(String, Stated)>,
    },
    /// A group whose items are told as merged or split: it went, or came, with them.
    Regrouped {
        /// What it says.
        group: Stated,
        /// What its items are on the other side, by what a reader knows it.
        others: Vec<String>,
        /// Its items of which the other side has nothing.
        alone: Vec<Stated>,
        /// Whether it is the new plan that has it.
        is_new: bool,
    },
}

impl What {
    /// What is there on one side alone, and whether that is the new plan; `None` for what both have, in whatever form.
    pub fn one_sided(&self) -> Option<(&Stated, bool)> {
        match self {
            Self::Added(stated) => Some((stated, true)),
            Self::Removed(stated) => Some((stated, false)),
            Self::Changed { .. }
            | Self::Moved { .. }
            | Self::Reordered(_)
            | Self::Renamed(_)
            | Self::Merged { .. }
            | Self::Split { .. }
            | Self::Regrouped { .. } => None,
        }
    }
}

/// Something whose place among others changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn {
    /// By what a reader knows it.
    pub name: String,
    /// Its place in the old plan, from 0.
    pub old: usize,
    /// Its place in the new plan, from 0.
    pub new: usize,
    /// Whether it is one of the few that must have moved.
    pub moved: bool,
}

/// How something is known to be the same under another id.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Known {
    /// The new plan says so, or the registry names its successor.
    Declared,
    /// It is called alike; how much, from 0 to 1.
    Alike(f64),
}

/// What a change comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// A number went up or down.
    Number {
        /// New minus old.
        difference: Decimal,
        /// Of the old, in percent.
        percent: Option<Decimal>,
        /// In which unit.
        unit: Option<String>,
        /// Whether the target asks for more than before.
        ambition: Option<Ambition>,
    },
    /// Money went up or down.
    Money {
        /// New minus old.
        difference: Money,
        /// Of the old, in percent.
        percent: Option<Decimal>,
    },
    /// A deadline is so many days earlier (below zero) or later.
    Days(i128),
    /// A deadline is the same day so many years later: nothing but the year moved on.
    SameDay(i32),
    /// The two cannot be compared; why.
    NotComparable(String),
    /// Worth saying beside the change.
    Note(String),
}

/// Whether a target asks for more or less than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ambition {
    /// More.
    More,
    /// Less.
    Less,
}

/// What a change is about, in the order in which a reviewer asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// Targets.
    Targets,
    /// Money.
    Money,
    /// Who does what.
    Assignment,
    /// By when.
    Time,
    /// On what legal basis.
    Bases,
    /// Who receives the plan.
    Recipients,
    /// Sections and words.
    Content,
    /// Tables: rows and cells.
    Tables,
    /// Number, date, signer: what makes it a document.
    Document,
    /// How things are printed.
    Printing,
}

impl Topic {
    /// Every topic, in order, with its name.
    pub const ALL: [(Self, &'static str); 10] = [
        (Self::Targets, "Mục tiêu, chỉ tiêu"),
        (Self::Money, "Kinh phí"),
        (Self::Assignment, "Phân công"),
        (Self::Time, "Thời hạn"),
        (Self::Bases, "Căn cứ"),
        (Self::Recipients, "Cơ quan nhận"),
        (Self::Content, "Nội dung"),
        (Self::Tables, "Bảng"),
        (Self::Document, "Thể thức"),
        (Self::Printing, "Cách trình bày, danh bạ"),
    ];

    /// Its word for other programs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Targets => "targets",
            Self::Money => "money",
            Self::Assignment => "assignment",
            Self::Time => "time",
            Self::Bases => "bases",
            Self::Recipients => "recipients",
            Self::Content => "content",
            Self::Tables => "tables",
            Self::Document => "document",
            Self::Printing => "printing",
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(topic, _)| *topic == self).map_or("", |(_, name)| name)
    }
}

impl Step {
    /// By what a reader knows it.
    pub fn name(&self) -> &str {
        match self {
            Self::Key(key) => key.title,
            Self::Entry { name, .. } | Self::Item { name, .. } => name,
        }
    }

    /// Seen from the other plan.
    #[must_use]
    pub fn mirrored(self) -> Self {
        match self {
            Self::Key(key) => Self::Key(key),
            Self::Entry { old, new, name } => Self::Entry { old: new, new: old, name },
            Self::Item { old, new, name } => Self::Item { old: new, new: old, name },
        }
    }
}

impl Change {
    /// The place of the change in the letters of the file: `chi_tieu.ho_ngheo.gia_tri`, `noi_dung[2].muc`.
    pub fn address(&self) -> String {
        address(&self.path)
    }
}

/// The letters of a path; ids and places are those of the new plan, or of the old where it has none.
pub fn address(path: &[Step]) -> String {
    let mut letters = String::new();
    for step in path {
        let name = match step {
            Step::Key(key) => key.key,
            Step::Entry { old, new, .. } => new.as_ref().or(old.as_ref()).map_or("", String::as_str),
            Step::Item { old, new, .. } => {
                letters.push_str(&format!("[{}]", new.or(*old).unwrap_or_default()));
                continue;
            }
        };
        if !letters.is_empty() {
            letters.push('.');
        }
        letters.push_str(name);
    }
    letters
}

/// A part of a whole, in percent with one decimal.
pub(super) fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    let ((part, part_bottom), (whole, whole_bottom)) = (part.to_fraction(), whole.to_fraction());
    let top = part.checked_mul(whole_bottom)?.checked_mul(100)?;
    let bottom = whole.checked_mul(part_bottom)?;
    if bottom == 0 {
        return None;
    }
    let sign = bottom.signum();
    Decimal::rounded(top * sign, bottom * sign, 1)
}
