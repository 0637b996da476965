//! What a plan is: its parts as typed values with their places, and how they are read.
//!
//! Owns the model, its keys ([`key`]) and the messages about them. Knows no layout number, no file system and no format.
//! Entities (bodies, documents cited, targets, money, duties) are apart from the body tree, which says where each is
//! printed.

pub mod date;
mod decode;
pub mod formula;
pub mod json_schema;
pub mod key;
pub mod number;
mod reader;
pub mod reference;
pub mod schema;
pub mod settings;
pub mod table;
pub mod yaml;

pub use decode::{Shared, read_plan, read_shared};

use crate::source::Span;
use date::{Date, Period};
use number::{Decimal, Money, MoneyUnit};

/// Words of a clerk: spaces made single, emphasis marked, a line break where the clerk put one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The words.
    pub words: String,
    /// Where they stand.
    pub span: Span,
}

/// The id of an entity, and where it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Id {
    /// The id.
    pub name: String,
    /// Where it is used.
    pub span: Span,
}

/// An id, or words in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IdOrText {
    /// The id of an entity.
    Id(Id),
    /// Words.
    Text(Text),
}

/// Entities by id, in the order in which they were declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registry<T>(Vec<(Id, T)>);

impl<T> Default for Registry<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Registry<T> {
    /// The entity with an id.
    pub fn get(&self, id: &str) -> Option<&T> {
        self.0.iter().find(|(known, _)| known.name == id).map(|(_, entity)| entity)
    }

    /// Ids and entities in order.
    pub fn iter(&self) -> impl Iterator<Item = (&Id, &T)> {
        self.0.iter().map(|(id, entity)| (id, entity))
    }

    /// Whether nothing is declared.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn push(&mut self, id: Id, entity: T) {
        self.0.push((id, entity));
    }
}

/// Whether a plan is a draft or is issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Dự thảo: number, day and month may be blank.
    Draft,
    /// Ban hành: they may not.
    Issued,
}

/// An agency, an officer or a group that issues, does or receives something (cơ quan).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Official name in full.
    pub name: Text,
    /// Short name for running text.
    pub short: Option<Text>,
    /// Lines in which the name stands at the head of a document.
    pub lines: Vec<Text>,
    /// The body above it.
    pub parent: Option<Id>,
    /// Groups it belongs to.
    pub groups: Vec<Text>,
    /// First day of its name.
    pub from: Option<Date>,
    /// Last day of its name.
    pub until: Option<Date>,
}

/// A document that the plan cites (văn bản viện dẫn).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitedDocument {
    /// Tên loại.
    pub kind: Text,
    /// Số, ký hiệu; a law has none.
    pub number: Option<Text>,
    /// Day of issue.
    pub date: Option<Date>,
    /// Who issued it.
    pub issuer: Option<IdOrText>,
    /// Trích yếu.
    pub subject: Option<Text>,
    /// The document that it carries out.
    pub carries_out: Option<Id>,
    /// Where its text can be read.
    pub url: Option<Text>,
}

/// A Dự án or Tiểu dự án as the programme names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgrammeProject {
    /// Its number in the programme, which is not its place in the plan.
    pub number: Text,
    /// Its name.
    pub name: Text,
    /// For a Tiểu dự án, the Dự án it belongs to.
    pub part_of: Option<Id>,
}

/// The programme that a plan carries out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programme {
    /// Its name.
    pub name: Text,
    /// Its short name.
    pub short: Option<Text>,
    /// The decision that approved it.
    pub decision: Option<Id>,
    /// Its period.
    pub period: Option<Period>,
    /// Its Dự án and Tiểu dự án.
    pub projects: Registry<ProgrammeProject>,
}

/// One căn cứ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalBasis {
    /// Its first words, such as "Căn cứ"; `None` for those.
    pub verb: Option<Text>,
    /// Who proposes the plan ("Theo đề nghị của"); the documents are their proposals.
    pub proposer: Option<IdOrText>,
    /// The documents under that verb.
    pub documents: Vec<Id>,
    /// Words in place of a citation.
    pub text: Option<Text>,
    /// Where it stands.
    pub span: Span,
}

/// How a target's value relates to what is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comparator {
    /// The key's word, such as `it_nhat`.
    pub name: &'static str,
    /// The printed word, such as "ít nhất".
    pub words: &'static str,
}

/// A target (chỉ tiêu). Which of its values are given decides its form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Words that win over generated ones.
    pub text: Option<Text>,
    /// Words before the sentence, such as "Phấn đấu".
    pub lead_in: Option<Text>,
    /// What is measured.
    pub name: Option<Text>,
    /// Who or what is counted.
    pub population: Option<Text>,
    /// What is reached for them.
    pub result: Option<Text>,
    /// Relation to the value.
    pub comparator: Option<Comparator>,
    /// Level to reach.
    pub value: Option<Decimal>,
    /// Level that remains at the end.
    pub level: Option<Decimal>,
    /// Level at the start.
    pub from: Option<Decimal>,
    /// Level at the end.
    pub to: Option<Decimal>,
    /// Amount of decrease.
    pub decrease: Option<Amount>,
    /// Amount of increase.
    pub increase: Option<Amount>,
    /// Part of the level at the start, such as 1/2, by which it decreases.
    pub fraction: Option<Text>,
    /// Unit of the values.
    pub unit: Option<Text>,
    /// Unit of time of the values, such as "năm".
    pub per: Option<Text>,
    /// What the values are compared with, such as "đầu kỳ".
    pub against: Option<Text>,
    /// Standard of measurement.
    pub standard: Option<Text>,
    /// When it must be reached.
    pub deadline: Option<Text>,
    /// Group for printing.
    pub group: Option<Text>,
    /// Who answers for it.
    pub owner: Option<Id>,
    /// The level of government that sets its value, when the plan states none.
    pub set_by: Option<Text>,
    /// Numbers of the deprivation indicators (chỉ số thiếu hụt), 1 to 12.
    pub indicators: Vec<u8>,
    /// Source of its data.
    pub data: Option<Text>,
    /// Levels by year.
    pub steps: Registry<Decimal>,
    /// Targets within it (trong đó).
    pub parts: Registry<Self>,
    /// Its value by place.
    pub breakdown: Vec<PlaceShare>,
    /// Where it stands.
    pub span: Span,
}

/// An amount, or the range within which it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// The amount, or the lower end.
    pub low: Decimal,
    /// The upper end.
    pub high: Option<Decimal>,
}

/// The part of a target that falls to one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceShare {
    /// The place.
    pub place: Text,
    /// Its value.
    pub value: Decimal,
}

/// A body that leads a part of something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoLead {
    /// Who.
    pub body: Id,
    /// Which part.
    pub role: Option<Text>,
}

/// A Dự án or Tiểu dự án as this plan carries it out; its id is the programme's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// The one body that leads it.
    pub lead: Option<Id>,
    /// Bodies that lead a part each.
    pub co_leads: Vec<CoLead>,
    /// Bodies that co-operate.
    pub cooperating: Vec<Id>,
    /// Its goals.
    pub goals: Vec<Text>,
    /// Whom it serves.
    pub groups: Vec<Text>,
    /// What it does.
    pub content: Vec<Block>,
    /// Its money.
    pub amount: Option<Money>,
    /// Its money in words.
    pub funding: Option<Text>,
    /// Who does what, in words that stand for the lines on lead and co-operation.
    pub assignment: Option<Text>,
}

/// An item of the funding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FundingItem {
    /// What it pays for.
    pub name: Text,
    /// Common heading with other items.
    pub group: Option<Text>,
    /// How many.
    pub count: Option<Decimal>,
    /// Of what.
    pub unit: Option<Text>,
    /// How much in all; computed from the allocations if there are any.
    pub amount: Option<Money>,
    /// Words in place of an amount: as allotted, as needed.
    pub basis: Option<&'static str>,
    /// The project it belongs to.
    pub project: Option<Id>,
    /// Amounts by source and year.
    pub allocations: Vec<Allocation>,
    /// The most for one unit.
    pub cap: Option<Money>,
    /// The unit of the cap.
    pub cap_unit: Option<Text>,
    /// Where the money comes from.
    pub sources: Vec<Id>,
    /// Words added.
    pub text: Option<Text>,
}

/// The part of an item that comes from one source in one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allocation {
    /// The source.
    pub source: Id,
    /// The year; `None` for the plan's.
    pub year: Option<Period>,
    /// How much.
    pub amount: Money,
}

/// The money of a plan (kinh phí).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Funding {
    /// Unit in which amounts are printed.
    pub unit: MoneyUnit,
    /// The total: as written, else the sum of the items.
    pub total: Option<Money>,
    /// Words in place of a total.
    pub text: Option<Text>,
    /// Sources of money and their names.
    pub sources: Registry<Text>,
    /// Items.
    pub items: Registry<FundingItem>,
}

/// When something is due (thời hạn).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deadline {
    /// In words.
    Text(Text),
    /// Before a day.
    Before(Date),
    /// On a day.
    On(Date),
    /// In a quarter, such as `I/2026`.
    Quarter {
        /// The quarter in Roman numerals.
        quarter: &'static str,
        /// The year.
        year: i32,
    },
    /// In a month.
    Month(Date),
    /// Again and again.
    Every {
        /// How often, such as "02 tuần một lần".
        every: Text,
        /// By when each time, such as "16 giờ thứ Sáu".
        at: Option<Text>,
    },
    /// So many days after the plan is issued.
    DaysAfterIssue(i128),
}

/// A task with its owner (nhiệm vụ).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// What is to be done.
    pub text: Text,
    /// Who leads.
    pub lead: Option<Id>,
    /// Who leads a part.
    pub co_leads: Vec<CoLead>,
    /// Who co-operates.
    pub cooperating: Vec<Id>,
    /// Until when.
    pub deadline: Option<Deadline>,
    /// What comes of it.
    pub product: Option<Text>,
    /// The project it belongs to.
    pub project: Option<Id>,
    /// The targets it serves.
    pub targets: Vec<Id>,
}

/// How the duties of a body are headed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DutyForm {
    /// The name on a line of its own, duties below.
    Block,
    /// The name, a colon, the duty on the same line.
    RunIn,
    /// One sentence whose subject is the name.
    Sentence,
}

/// What a body must do (trách nhiệm).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Responsibility {
    /// Who.
    pub bodies: Vec<Id>,
    /// Words in place of the bodies' names.
    pub heading: Option<Text>,
    /// How it is headed.
    pub form: DutyForm,
    /// Whether the body is asked rather than told (đề nghị).
    pub requested: bool,
    /// Duties as a paragraph.
    pub text: Option<Text>,
    /// Duties as a list.
    pub items: Vec<Block>,
    /// Group for printing.
    pub group: Option<Text>,
}

/// A reporting duty (chế độ báo cáo).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// On what.
    pub what: Text,
    /// From whom.
    pub from: Vec<Id>,
    /// To whom.
    pub to: Vec<Id>,
    /// Through whom.
    pub via: Option<Id>,
    /// When, or how often.
    pub when: Option<Deadline>,
    /// What time it covers.
    pub period: Option<Text>,
}

/// What data a mount prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MountKind {
    /// Targets.
    Targets,
    /// Projects.
    Projects,
    /// Funding.
    Funding,
    /// Tasks.
    Tasks,
    /// Responsibilities.
    Responsibilities,
    /// Reports.
    Reports,
}

/// How a mount prints its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MountForm {
    /// One numbered item each.
    List,
    /// All in one paragraph.
    Paragraph,
    /// A table.
    Table,
    /// The total alone.
    Total,
    /// A table by source.
    SourceTable,
    /// A table by year.
    YearTable,
}

impl MountForm {
    /// The word of the key.
    pub fn name(self) -> &'static str {
        match self {
            Self::List => "danh_sach",
            Self::Paragraph => "mot_doan",
            Self::Table => "bang",
            Self::Total => "tong",
            Self::SourceTable => "bang_nguon",
            Self::YearTable => "bang_nam",
        }
    }
}

/// A place in the body tree where data is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mount {
    /// Which data.
    pub kind: MountKind,
    /// Only this group.
    pub group: Option<Text>,
    /// Only these ids, in this order.
    pub pick: Vec<Text>,
    /// How.
    pub form: MountForm,
    /// Style of the parts of each project.
    pub part_style: Option<&'static str>,
}

impl Mount {
    /// Whether it prints what stands in a group, or in none.
    pub fn takes(&self, group: Option<&Text>) -> bool {
        self.group.as_ref().is_none_or(|wanted| group.is_some_and(|group| group.words == wanted.words))
    }
}

/// A part of the body tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Heading.
    pub heading: Option<Text>,
    /// Words; after a heading they run in.
    pub text: Option<Text>,
    /// Style of its number; `None` lets its depth decide.
    pub style: Option<&'static str>,
    /// A number written by hand.
    pub label: Option<Text>,
    /// Data printed here.
    pub mount: Option<Mount>,
    /// A table printed here.
    pub table: Option<table::Table>,
    /// Parts inside.
    pub children: Vec<Self>,
}

/// A line of nơi nhận.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// Bodies that receive the plan through this line.
    pub bodies: Vec<Id>,
    /// A group whose bodies all receive the plan through this line.
    pub group: Option<Text>,
    /// Words in place of the bodies' names.
    pub text: Option<Text>,
    /// What it is sent for, printed in brackets.
    pub purpose: Option<Text>,
}

/// Who signs (người ký).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Lines above the post: `TM. ỦY BAN NHÂN DÂN`.
    pub authority: Vec<Text>,
    /// Post.
    pub post: Text,
    /// Second post, printed above the name.
    pub other_post: Option<Text>,
    /// Name.
    pub name: Option<Text>,
}

/// An appendix (phụ lục).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appendix {
    /// Title.
    pub title: Text,
    /// Whether its pages are turned on their side.
    pub landscape: bool,
    /// What it holds.
    pub content: Vec<Block>,
}

/// A plan (kế hoạch).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Draft or issued.
    pub status: Status,
    /// Words of the draft mark; `None` for the usual ones.
    pub draft_mark: Option<Text>,
    /// Dấu chỉ độ khẩn.
    pub urgency: Option<&'static str>,
    /// Dấu chỉ dẫn lưu hành.
    pub circulation: Option<&'static str>,
    /// Who issues it: one, or several together; never none.
    pub issuers: Vec<IdOrText>,
    /// The body above the issuer.
    pub parent: Option<IdOrText>,
    /// Number, while known.
    pub number: Option<u32>,
    /// Symbol, such as `KH-UBND`.
    pub symbol: Text,
    /// Place.
    pub place: Text,
    /// Date of issue.
    pub date: Date,
    /// Trích yếu.
    pub subject: Text,
    /// Year or years it covers.
    pub period: Option<Period>,
    /// Numbering styles from the outermost level in; empty for the usual ones.
    pub numbering: Vec<&'static str>,
    /// Căn cứ.
    pub legal_bases: Vec<LegalBasis>,
    /// Opening paragraphs.
    pub opening: Vec<Text>,
    /// Mục đích.
    pub purposes: Vec<Text>,
    /// Yêu cầu.
    pub demands: Vec<Text>,
    /// Body tree; empty lets the template take the usual outline.
    pub body: Vec<Block>,
    /// Targets.
    pub targets: Registry<Target>,
    /// Projects.
    pub projects: Registry<Project>,
    /// Funding.
    pub funding: Option<Funding>,
    /// Tasks.
    pub tasks: Registry<Task>,
    /// Responsibilities.
    pub responsibilities: Vec<Responsibility>,
    /// Reports.
    pub reports: Registry<Report>,
    /// Closing paragraphs.
    pub closing: Vec<Text>,
    /// Appendices.
    pub appendices: Registry<Appendix>,
    /// Nơi nhận.
    pub recipients: Vec<Recipient>,
    /// Where the plan is archived.
    pub archive: Vec<Text>,
    /// Initials of the drafter.
    pub drafter: Option<Text>,
    /// Number of copies.
    pub copies: Option<Decimal>,
    /// Address at the foot of the first page.
    pub address: Option<Text>,
    /// Who signs: one for each issuer; never none.
    pub signatures: Vec<Signature>,
    /// The programme.
    pub programme: Option<Programme>,
    /// Bodies, the plan's own and the shared ones.
    pub bodies: Registry<Body>,
    /// Documents cited, the plan's own and the shared ones.
    pub documents: Registry<CitedDocument>,
}
