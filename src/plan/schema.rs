//! How a key is described: to the reader, to editors and to clerks.

use crate::plan::key;

/// Where an id is declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Registry {
    /// Bodies, `co_quan`.
    Bodies,
    /// Documents cited, `van_ban`.
    Documents,
    /// Dự án and Tiểu dự án of the programme, `chuong_trinh.du_an`.
    Projects,
    /// Sources of money, `kinh_phi.nguon`.
    Sources,
    /// Targets, `chi_tieu`.
    Targets,
    /// Tasks, `nhiem_vu`.
    Tasks,
}

impl Registry {
    /// The key under which its ids are declared.
    pub fn key(self) -> &'static str {
        match self {
            Self::Bodies => key::BODIES.key,
            Self::Documents => key::DOCUMENTS.key,
            Self::Projects => key::PROGRAMME_PROJECTS.key,
            Self::Sources => key::FUNDING_SOURCES.key,
            Self::Targets => key::TARGETS.key,
            Self::Tasks => key::TASKS.key,
        }
    }

    /// Where its ids are declared, in words.
    pub fn place(self) -> String {
        let inside = |outer: &Field| format!("khóa «{}», phần «{}»", outer.key, self.key());
        match self {
            Self::Sources => inside(&key::FUNDING),
            Self::Projects => inside(&key::PROGRAMME),
            Self::Bodies | Self::Documents => format!("khóa «{}» của kế hoạch hoặc của tệp dùng chung", self.key()),
            Self::Targets | Self::Tasks => format!("khóa «{}» của kế hoạch", self.key()),
        }
    }

    /// What one of its entries is called.
    pub fn term(self) -> &'static str {
        match self {
            Self::Bodies => "cơ quan",
            Self::Documents => "văn bản",
            Self::Projects => "dự án",
            Self::Sources => "nguồn vốn",
            Self::Targets => "chỉ tiêu",
            Self::Tasks => "nhiệm vụ",
        }
    }
}

/// What a value must be.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// Words, one paragraph.
    Text,
    /// A decimal number.
    Number,
    /// An amount of money.
    Money,
    /// A date with day, month and year.
    Date,
    /// A date whose day or month may be blank.
    PartialDate,
    /// A year or a span of years.
    Period,
    /// One of a few words, each with what it means.
    Choice(&'static [(&'static str, &'static str)]),
    /// The id of an entry of a registry.
    Id(Registry),
    /// An id, or words when there is a space in it.
    IdOrText(Registry),
    /// A mapping with keys of its own.
    Group(&'static Shape),
    /// A sequence of values of one kind.
    List(&'static Kind),
    /// A mapping from ids to values of one kind.
    Dict(&'static Kind),
    /// One of two forms, told apart by words, list or mapping.
    Either(&'static Kind, &'static Kind),
}

impl Kind {
    /// The kind in a few words, for a message: `một danh sách`.
    pub fn term(self) -> &'static str {
        match self {
            Self::Text => "một câu",
            Self::Number => "một số",
            Self::Money => "một số tiền",
            Self::Date | Self::PartialDate => "một ngày",
            Self::Period => "một năm hoặc khoảng năm",
            Self::Choice(_) => "một từ trong danh sách cho phép",
            Self::Id(_) => "một mã",
            Self::IdOrText(_) => "một mã hoặc một câu",
            Self::Group(_) => "một nhóm khóa",
            Self::List(_) => "một danh sách",
            Self::Dict(_) => "một nhóm mã",
            Self::Either(first, _) => first.term(),
        }
    }
}

/// Whether a key must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It must.
    Required,
    /// It may be left out.
    Optional,
}

/// A key of a shape.
#[derive(Debug)]
pub struct Field {
    /// The key as a clerk writes it.
    pub key: &'static str,
    /// Its official term.
    pub title: &'static str,
    /// What its value must be.
    pub kind: Kind,
    /// Whether it must be there.
    pub need: Need,
    /// What it means, in one sentence.
    pub about: &'static str,
    /// A value as a clerk would write it.
    pub example: &'static str,
}

impl Field {
    /// A key that must be there.
    pub const fn required(
        key: &'static str,
        title: &'static str,
        kind: Kind,
        about: &'static str,
        example: &'static str,
    ) -> Self {
        Self { key, title, kind, need: Need::Required, about, example }
    }

    /// A key that may be left out.
    pub const fn optional(
        key: &'static str,
        title: &'static str,
        kind: Kind,
        about: &'static str,
        example: &'static str,
    ) -> Self {
        Self { key, title, kind, need: Need::Optional, about, example }
    }
}

/// A mapping with keys of its own.
#[derive(Debug)]
pub struct Shape {
    /// Its name among the definitions of the schema for editors.
    pub name: &'static str,
    /// What the mapping describes.
    pub title: &'static str,
    /// Its keys, in the order in which a clerk should write them.
    pub fields: &'static [&'static Field],
}

impl Shape {
    /// Some shapes and all that stand inside them, each once, in the order in which a clerk meets them.
    pub fn reached(roots: &[&'static Self]) -> Vec<&'static Self> {
        let mut shapes = Vec::new();
        for root in roots {
            collect(root, &mut shapes);
        }
        shapes
    }
}

fn collect(shape: &'static Shape, shapes: &mut Vec<&'static Shape>) {
    if shapes.iter().any(|known| std::ptr::eq(*known, shape)) {
        return;
    }
    shapes.push(shape);
    for field in shape.fields {
        collect_kind(field.kind, shapes);
    }
}

fn collect_kind(kind: Kind, shapes: &mut Vec<&'static Shape>) {
    match kind {
        Kind::Group(shape) => collect(shape, shapes),
        Kind::List(inner) | Kind::Dict(inner) => collect_kind(*inner, shapes),
        Kind::Either(first, second) => {
            collect_kind(*first, shapes);
            collect_kind(*second, shapes);
        }
        Kind::Text
        | Kind::Number
        | Kind::Money
        | Kind::Date
        | Kind::PartialDate
        | Kind::Period
        | Kind::Choice(_)
        | Kind::Id(_)
        | Kind::IdOrText(_) => {}
    }
}
