//! The body tree: its parts as a clerk wrote them, in the order of the file.

use super::agenda::Agenda;
use super::amendment::Amendments;
use super::deadline::Deadline;
use super::mount::asked_column::AskedColumn;
use super::mount::{Counting, Mount, MountForm, MountKind};
use super::numbering::NumberingStyle;
use super::table::Table;
use crate::diagnostic::{Code, Diagnostic};
use crate::record;
use crate::schema::{Key, Kind, Mean, Meaning, Read, Reader, Record, Stated, Visitor, Walk, colon_in_sentence};
use crate::value::id::is_id;
use crate::value::{Id, Name, Place, Spanned, Text};
use crate::vietnamese::{self, shortened};
use crate::yaml::{Entry, Node, Value};

record! {
    /// A part of the body by its keys.
    pub mixed BlockKeys, BLOCK = "block", "phần của nội dung";
    /// Heading.
    optional_line HEADING heading: Option<Text> = "muc", "Tiêu đề mục", "Tiêu đề; số thứ tự do chương trình đánh.", "Mục đích, yêu cầu";
    /// Words; after a heading they run in.
    optional TEXT text: Option<Text> = "loi", "Lời", "Lời của mục; có tiêu đề thì in liền sau tiêu đề và dấu hai chấm.", "Rà soát hộ nghèo hằng năm.";
    /// Style of its number.
    optional STYLE style: Option<Spanned<NumberingStyle>> = "kieu", "Kiểu đánh số", "Kiểu số của mục này; không viết thì theo cấp.", "\"a)\"";
    /// A number written by hand.
    optional_line LABEL label: Option<Text> = "nhan", "Số viết tay", "Số thay cho số tự đánh, trong dấu nháy.", "\"2.10.\"";
    /// Its id, by which sentences name it.
    optional ID id: Option<PartId> = "ma", "Mã", "Mã để câu khác nhắc tới phần này bằng số của nó: {{ muc.kinh_phi }}.", "kinh_phi";
    /// Data printed here.
    optional MOUNT mount: Option<Spanned<MountKind>> = "in", "In dữ liệu", "In dữ liệu đã khai báo vào chỗ này.", "chi_tieu";
    /// Only this group of the data.
    optional GROUP group: Option<Name> = "nhom", "Chỉ in nhóm", "Chỉ in những phần thuộc nhóm này.", "viec_lam";
    /// Only these entries, in this order.
    optional PICK pick: Vec<Name> = "chon", "Chỉ in các mã", "Chỉ in những mã này, theo thứ tự này.", "[giam_ho_ngheo, bao_hiem]";
    /// How the data is printed.
    optional FORM form: Option<Spanned<MountForm>> = "dang", "Dạng in", "Dạng in dữ liệu; không viết là danh sách.", "bang";
    /// Style of the parts of a project.
    optional PART_STYLE part_style: Option<Spanned<NumberingStyle>> = "kieu_phan", "Kiểu đánh số các phần", "Khi in dự án: kiểu số của mục tiêu, đối tượng, nội dung…; không viết là gạch đầu dòng.", "\"a)\"";
    /// The columns of a table, or the lines of a list, in their order.
    optional COLUMNS columns: Vec<AskedColumn> = "cot", "Các cột", "Chọn cột của bảng (hoặc dòng của danh sách) được in và thứ tự, có thể kèm tiêu đề; không viết thì in các cột thường dùng có dữ liệu.", "[stt, viec, {san_pham: Kết quả}]";
    /// How the rows of a table are counted.
    optional COUNTING counting: Option<Spanned<Counting>> = "stt", "Cách đếm số thứ tự", "Ở bảng có nhóm: đếm lại từ 1 trong mỗi nhóm, hay đếm liên tục; không viết là từng nhóm.", "lien_tuc";
    /// Parts inside.
    optional CHILDREN children: Vec<Block> = "noi_dung", "Nội dung", "Các phần bên trong mục.", "[Ý thứ nhất., Ý thứ hai.]";
    /// Parts inside, numbered 1. 2. 3.
    optional CLAUSES clauses: Vec<Block> = "khoan", "Các khoản 1. 2. 3.", "Danh sách đánh số 1. 2. 3.", "[Ý thứ nhất., Ý thứ hai.]";
    /// Parts inside, lettered a) b) c).
    optional POINTS points: Vec<Block> = "diem", "Các điểm a) b) c)", "Danh sách đánh chữ a) b) c).", "[Ý thứ nhất., Ý thứ hai.]";
    /// Parts inside, with dashes.
    optional DASHES dashes: Vec<Block> = "gach", "Gạch đầu dòng", "Danh sách gạch đầu dòng.", "[Ý thứ nhất., Ý thứ hai.]";
    /// Parts inside, with pluses.
    optional PLUSES pluses: Vec<Block> = "cong", "Dấu cộng đầu dòng", "Danh sách dấu cộng, dưới gạch đầu dòng.", "[Ý thứ nhất., Ý thứ hai.]";
    /// Changes in another document.
    optional AMENDMENTS amendments: Option<Amendments> = "sua_doi", "Sửa đổi, bổ sung", "Những nội dung của một văn bản khác mà kế hoạch sửa đổi, bổ sung, bãi bỏ.", "{van_ban: kh277, noi_dung: [{viec: bai_bo, cho: mục IV}]}";
    /// Until when what the words say is done.
    optional DEADLINE deadline: Option<Spanned<Deadline>> = "thoi_han", "Thời hạn", "Thời hạn của việc nói ở loi, in ở cuối lời.", "{truoc_ngay: 15/12/2026}";
    /// A table.
    optional TABLE table: Option<Table> = "bang", "Bảng", "Một bảng với cột, dòng, tổng và công thức.", "{cot: [...], dong: [...]}";
    /// An agenda.
    optional AGENDA agenda: Option<Agenda> = "lich", "Lịch", "Một lịch có giờ, in thành bảng; giờ của từng mục do chương trình tính.", "{bat_dau: 07 giờ 30, muc: [{trong: 30 phút, viec: Đón tiếp đại biểu}]}";
}

/// A part of the body tree.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Heading.
    pub heading: Option<Text>,
    /// Words; after a heading they run in.
    pub text: Option<Text>,
    /// Style of its number; `None` lets its depth decide.
    pub style: Option<NumberingStyle>,
    /// A number written by hand.
    pub label: Option<Text>,
    /// Its id, by which sentences name it.
    pub id: Option<PartId>,
    /// Until when what its words say is done.
    pub deadline: Option<Spanned<Deadline>>,
    /// What it holds, in the order of the file.
    pub content: Vec<Content>,
    /// Where it stands.
    pub place: Place,
}

/// What a part of the body holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Parts inside.
    Blocks(Vec<Block>),
    /// Data printed here.
    Mount(Mount),
    /// A table.
    Table(Table),
    /// Changes in another document.
    Amendments(Amendments),
    /// An agenda.
    Agenda(Agenda),
}

impl Block {
    /// The places where it and its parts print data.
    pub fn mounts<'a>(&'a self, out: &mut Vec<&'a Mount>) {
        for content in &self.content {
            match content {
                Content::Blocks(blocks) => blocks.iter().for_each(|block| block.mounts(out)),
                Content::Mount(mount) => out.push(mount),
                Content::Table(_) | Content::Agenda(_) | Content::Amendments(_) => {}
            }
        }
    }

    /// It and all its parts.
    pub fn visit<'a>(&'a self, look: &mut dyn FnMut(&'a Self)) {
        look(self);
        for content in &self.content {
            if let Content::Blocks(blocks) = content {
                blocks.iter().for_each(|block| block.visit(look));
            }
        }
    }

    /// The tables that it holds itself.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.content.iter().filter_map(|content| match content {
            Content::Table(table) => Some(table),
            Content::Blocks(_) | Content::Mount(_) | Content::Agenda(_) | Content::Amendments(_) => None,
        })
    }

    fn plain(text: Text) -> Self {
        let place = Place::without_keys(text.span.clone());
        Self {
            heading: None,
            text: Some(text),
            style: None,
            label: None,
            id: None,
            deadline: None,
            content: Vec::new(),
            place,
        }
    }
}

impl Read for Block {
    const PROSE: bool = true;

    fn kind() -> Kind {
        Kind::Text.or(Kind::Group(&BLOCK))
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::Text(_) if reader.has_glued_key(node, &BLOCK) => return None,
            Value::Text(_) => return reader.text(node, &TEXT.key).map(Self::plain),
            Value::List(_) => {
                let message = "một phần của nội dung là danh sách trong danh sách";
                let help =
                    format!("bỏ bớt một dấu gạch; gạch đầu dòng ở dưới một câu viết sau khóa {}:", DASHES.name());
                reader.report(Diagnostic::error(Code::WrongType, node.span.first_line(), message).help(help));
                return None;
            }
            Value::Map(entries) => {
                if let [entry] = entries.as_slice()
                    && begins_a_sentence(&entry.key)
                {
                    reader.report(match entry.node.value {
                        Value::List(_) => list_below_a_sentence(entry),
                        Value::Blank | Value::Text(_) | Value::Map(_) => colon_in_sentence(entry),
                    });
                    return None;
                }
            }
            Value::Blank => {}
        }
        let fields = reader.group(node, &BLOCK, key)?;
        Some(from_keys(BlockKeys::from_fields(&fields, reader)))
    }
}

/// The finding for a sentence under which a list stands without a key.
fn list_below_a_sentence(entry: &Entry) -> Diagnostic {
    let (text, dashes) = (TEXT.name(), DASHES.name());
    let help = format!("viết {text}: \"{}:\", rồi danh sách ở dưới khóa {dashes}:", shortened(&entry.key));
    Diagnostic::error(Code::Colon, entry.key_span.clone(), "câu dẫn vào một danh sách cần có khóa").help(help)
}

fn from_keys(keys: BlockKeys) -> Block {
    let BlockKeys { heading, text, style, label, id, deadline, place, .. } = keys;
    let (group, pick, form, part_style) = (keys.group, keys.pick, keys.form, keys.part_style);
    let mount = keys.mount.map(|kind| {
        let (columns, counting) = (keys.columns, keys.counting);
        Content::Mount(Mount { kind, group, pick, form, part_style, columns, counting })
    });
    let styled = |blocks: Vec<Block>, style| {
        let with_style = |block: Block| Block { style: block.style.or(style), ..block };
        (!blocks.is_empty()).then(|| Content::Blocks(blocks.into_iter().map(with_style).collect()))
    };
    let parts = [
        (MOUNT.name(), mount),
        (CHILDREN.name(), styled(keys.children, None)),
        (CLAUSES.name(), styled(keys.clauses, Some(NumberingStyle::Number))),
        (POINTS.name(), styled(keys.points, Some(NumberingStyle::Letter))),
        (DASHES.name(), styled(keys.dashes, Some(NumberingStyle::Dash))),
        (PLUSES.name(), styled(keys.pluses, Some(NumberingStyle::Plus))),
        (AMENDMENTS.name(), keys.amendments.map(Content::Amendments)),
        (TABLE.name(), keys.table.map(Content::Table)),
        (AGENDA.name(), keys.agenda.map(Content::Agenda)),
    ];
    let order = |name: &str| place.keys.iter().position(|(key, _)| *key == name);
    let mut ordered: Vec<_> = parts.into_iter().filter_map(|(name, content)| Some((order(name), content?))).collect();
    ordered.sort_by_key(|(order, _)| *order);
    let content = ordered.into_iter().map(|(_, content)| content).collect();
    Block { heading, text, style: style.map(|style| style.value), label, id, deadline, content, place }
}

/// The outermost name by which sentences name parts: `{{ muc.kinh_phi }}`.
pub const PARTS: &str = "muc";

/// The id of a part of the body.
#[derive(Debug, Clone, PartialEq)]
pub struct PartId(pub Id);

impl Read for PartId {
    fn kind() -> Kind {
        Kind::Name
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let name = reader.parsed(node, key, |text| {
            let text = text.trim();
            let advice = || "mã chỉ gồm chữ, số và dấu gạch dưới, ví dụ ma: kinh_phi".to_owned();
            is_id(text).then(|| text.to_owned()).ok_or_else(advice)
        })?;
        Some(Self(Id { name, span: node.span.clone() }))
    }
}

impl Walk for PartId {
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        visitor.declared(&self.0);
    }
}

/// Whether the only key of a part of the body is no key but the first words of a sentence that has a colon in it.
fn begins_a_sentence(key: &str) -> bool {
    let keys = BLOCK.keys.iter().map(|key| key.key);
    key.contains(' ') || !key.is_ascii() && vietnamese::nearest(key, keys).is_none()
}

impl Walk for Block {
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.heading.walk(visitor);
        self.text.walk(visitor);
        self.label.walk(visitor);
        self.id.walk(visitor);
        self.deadline.walk(visitor);
        for content in &self.content {
            match content {
                Content::Blocks(blocks) => blocks.walk(visitor),
                Content::Table(table) => table.walk(visitor),
                Content::Amendments(amendments) => amendments.walk(visitor),
                Content::Agenda(agenda) => agenda.walk(visitor),
                Content::Mount(mount) => mount.columns.walk(visitor),
            }
        }
    }
}

impl Mean for PartId {
    fn mean(&self) -> Meaning {
        Meaning::Plain(self.0.name.clone())
    }
}

impl Mean for Block {
    fn mean(&self) -> Meaning {
        let style = self.style.map_or(Meaning::Nothing, |style| style.mean());
        let content = Meaning::list(self.content.iter().flat_map(Content::stated));
        let members = vec![
            (&HEADING.key, self.heading.mean()),
            (&TEXT.key, self.text.mean()),
            (&STYLE.key, style),
            (&LABEL.key, self.label.mean()),
            (&ID.key, self.id.mean()),
            (&DEADLINE.key, self.deadline.mean()),
            (&CHILDREN.key, content),
        ];
        Meaning::record(&BLOCK, &self.place, members)
    }

    fn stated(&self) -> Stated {
        Stated { meaning: self.mean(), span: Some(self.place.first_line()) }
    }
}

impl Content {
    /// What it says: parts one by one, all else as a whole.
    fn stated(&self) -> Vec<Stated> {
        match self {
            Self::Blocks(blocks) => blocks.iter().map(Mean::stated).collect(),
            Self::Mount(mount) => vec![Stated { meaning: mount.mean(), span: Some(mount.kind.span.clone()) }],
            Self::Table(table) => vec![alone(&TABLE.key, table, &table.place)],
            Self::Amendments(amendments) => vec![alone(&AMENDMENTS.key, amendments, &amendments.place)],
            Self::Agenda(agenda) => vec![alone(&AGENDA.key, agenda, &agenda.place)],
        }
    }
}

/// What a part says that holds nothing but the value of one key.
fn alone(key: &'static Key, value: &impl Mean, place: &Place) -> Stated {
    let place = Place::without_keys(place.first_line());
    let span = Some(place.span.clone());
    Stated { meaning: Meaning::record(&BLOCK, &place, vec![(key, value.mean())]), span }
}

impl Mount {
    /// What it says, by the keys of the part in which it stands.
    fn mean(&self) -> Meaning {
        let place = Place::without_keys(self.kind.span.clone());
        let members = vec![
            (&MOUNT.key, self.kind.mean()),
            (&GROUP.key, self.group.mean()),
            (&PICK.key, self.pick.mean()),
            (&FORM.key, self.form.mean()),
            (&PART_STYLE.key, self.part_style.mean()),
            (&COLUMNS.key, self.columns.mean()),
            (&COUNTING.key, self.counting.mean()),
        ];
        Meaning::record(&BLOCK, &place, members)
    }
}
