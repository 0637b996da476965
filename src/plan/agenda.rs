//! Agendas with clock times (lịch làm việc, chương trình hội nghị): what a clerk wrote, and when each item is.

use super::body::Body;
use crate::diagnostic::{Code, Diagnostic};
use crate::record;
use crate::schema::{Key, Kind, Many, Mean, Meaning, Read, Reader, Record, Visitor, Walk};
use crate::value::{ClockTime, Duration, FullDate, IdOrText, Place, Spanned, Text};
use crate::yaml::{Node, Value};

record! {
    /// One item of an agenda.
    pub mixed AgendaItem, AGENDA_ITEM = "agenda_item", "mục của lịch";
    /// A heading across the table, such as the part of the day.
    optional_line PART part: Option<Text> = "buoi", "Buổi", "Dòng chạy ngang bảng, như Buổi sáng; đứng một mình.", "Buổi chiều";
    /// When it begins.
    optional FROM from: Option<Spanned<ClockTime>> = "tu", "Từ", "Giờ bắt đầu; không viết thì tiếp ngay mục trên.", "13 giờ 30";
    /// When it ends.
    optional TO to: Option<Spanned<ClockTime>> = "den", "Đến", "Giờ kết thúc.", "14 giờ 15";
    /// How long it lasts.
    optional LASTING lasting: Option<Spanned<Duration>> = "trong", "Trong", "Kéo dài bao lâu, thay cho giờ kết thúc.", "30 phút";
    /// What is done.
    optional WHAT what: Many<Text> = "viec", "Việc", "Nội dung của mục; nhiều ý thì viết danh sách.", "Đón tiếp đại biểu";
    /// Who does it.
    optional_line WHO who: Many<IdOrText<Body>> = "nguoi", "Thực hiện", "Người, cơ quan thực hiện: mã cơ quan, hoặc lời.", "Văn phòng HĐND và UBND";
}

record! {
    /// A day of an agenda.
    pub group AgendaDay, AGENDA_DAY = "agenda_day", "ngày của lịch";
    /// Which day; its weekday is printed with it.
    optional DATE date: Option<Spanned<FullDate>> = "ngay", "Ngày", "Ngày diễn ra; thứ của ngày do chương trình tính.", "15/6/2026";
    /// When the first item begins.
    optional START start: Option<Spanned<ClockTime>> = "bat_dau", "Bắt đầu", "Giờ bắt đầu của mục đầu tiên.", "07 giờ 30";
    /// How long all items last.
    optional TOTAL total: Option<Spanned<Duration>> = "tong", "Tổng thời gian", "Tổng thời gian của các mục, để đối chiếu; không in.", "4 giờ";
    /// Its items.
    optional ITEMS items: Vec<AgendaItem> = "muc", "Các mục", "Các mục theo thứ tự thời gian.", "[{trong: 30 phút, viec: Đón tiếp đại biểu}]";
}

record! {
    /// An agenda by its keys: one day, or several.
    pub mixed AgendaKeys, AGENDA = "agenda", "lịch";
    /// Caption.
    optional_line CAPTION caption: Option<Text> = "ten", "Tên lịch", "Tên in trên bảng.", "Chương trình hội nghị";
    /// Which day.
    optional ONE_DATE date: Option<Spanned<FullDate>> = "ngay", "Ngày", "Ngày diễn ra, khi lịch chỉ có một ngày; thứ của ngày do chương trình tính.", "15/6/2026";
    /// When the first item begins.
    optional ONE_START start: Option<Spanned<ClockTime>> = "bat_dau", "Bắt đầu", "Giờ bắt đầu của mục đầu tiên.", "07 giờ 30";
    /// How long all items last.
    optional ONE_TOTAL total: Option<Spanned<Duration>> = "tong", "Tổng thời gian", "Tổng thời gian của các mục, để đối chiếu; không in.", "4 giờ";
    /// The items of the one day.
    optional ONE_ITEMS items: Vec<AgendaItem> = "muc", "Các mục", "Các mục theo thứ tự thời gian.", "[{trong: 30 phút, viec: Đón tiếp đại biểu}]";
    /// Several days.
    optional DAYS days: Vec<AgendaDay> = "cac_ngay", "Các ngày", "Từng ngày với các mục của nó, khi lịch có nhiều ngày.", "[{ngay: 15/6/2026, bat_dau: 07 giờ 30, muc: [{trong: 30 phút, viec: Đón tiếp}]}]";
    /// Notes below it.
    optional NOTES notes: Many<Text> = "chu_thich", "Chú thích", "Lời in dưới bảng.", "Lịch có thể thay đổi theo thực tế.";
}

/// An agenda.
#[derive(Debug, Clone, PartialEq)]
pub struct Agenda {
    /// Caption.
    pub caption: Option<Text>,
    /// Its days in order; never none.
    pub days: Vec<AgendaDay>,
    /// Notes below it.
    pub notes: Vec<Text>,
    /// Where it stands.
    pub place: Place,
}

impl Read for AgendaItem {
    fn kind() -> Kind {
        Kind::Group(&AGENDA_ITEM)
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let item: Self = reader.record(node, key)?;
        let (part, what) = (PART.name(), WHAT.name());
        let others = [what, FROM.name(), TO.name(), LASTING.name(), WHO.name()];
        if !item.place.has(part) && !item.place.has(what) {
            let message = format!("mục này của lịch cần khóa «{what}» hoặc «{part}»");
            let help = format!("ví dụ {what}: {}", WHAT.key.example);
            reader.report(Diagnostic::error(Code::MissingKey, item.place.first_line(), message).help(help));
        } else if let Some(second) = others.into_iter().find(|key| item.place.has(part) && item.place.has(key)) {
            let message = format!("«{part}» đứng một mình một dòng, không đi cùng «{second}»");
            let help = format!("viết «{part}» thành một mục riêng, đứng trên mục này");
            reader.report(Diagnostic::error(Code::Incompatible, item.place.of(second), message).help(help));
        }
        Some(item)
    }
}

impl Read for Agenda {
    fn kind() -> Kind {
        Kind::Group(&AGENDA)
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let fields = reader.group(node, &AGENDA, key)?;
        let keys = AgendaKeys::from_fields(&fields, reader);
        let (items, days) = (ONE_ITEMS.name(), DAYS.name());
        let of_one = [items, ONE_DATE.name(), ONE_START.name(), ONE_TOTAL.name()];
        let is_empty =
            |key: &str| matches!(fields.node_of(key), Some(Node { value: Value::List(all), .. }) if all.is_empty());
        if let Some(second) = of_one.into_iter().find(|key| keys.place.has(days) && keys.place.has(key)) {
            let message = format!("lịch có «{days}» thì «{second}» viết ở từng ngày");
            let help = format!("đưa «{second}» vào ngày của nó trong «{days}»");
            reader.report(Diagnostic::error(Code::Incompatible, keys.place.of(second), message).help(help));
        } else if fields.node_of(days).is_none() && fields.node_of(items).is_none() || is_empty(items) || is_empty(days)
        {
            let message = format!("lịch cần khóa «{items}» hoặc «{days}», có ít nhất một mục");
            let help = format!("ví dụ {items}: {}", ONE_ITEMS.key.example);
            reader.report(Diagnostic::error(Code::MissingKey, keys.place.first_line(), message).help(help));
        }
        for day in keys.days.iter().filter(|day| day.items.is_empty() && !day.place.is_refused(ITEMS.name())) {
            let message = "ngày này của lịch chưa có mục nào";
            let help = format!("thêm {}: {}", ITEMS.name(), ITEMS.key.example);
            reader.report(Diagnostic::error(Code::MissingKey, day.place.first_line(), message).help(help));
        }
        let AgendaKeys { caption, date, start, total, items, days, notes, place } = keys;
        let one = AgendaDay { date, start, total, items, place: place.clone() };
        let days = if days.is_empty() { vec![one] } else { days };
        Some(Self { caption, days, notes: notes.0, place })
    }
}

impl Walk for Agenda {
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.caption.walk(visitor);
        self.days.walk(visitor);
        self.notes.walk(visitor);
    }
}

/// When an item of an agenda is, as far as it can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// When it begins.
    pub start: Option<ClockTime>,
    /// When it ends.
    pub end: Option<ClockTime>,
}

impl Slot {
    /// How long it lasts.
    pub fn length(self) -> Option<Duration> {
        self.end?.since(self.start?)
    }
}

impl AgendaDay {
    /// When each item is: as it says, else from the end of the one before it.
    pub fn slots(&self) -> Vec<Slot> {
        let mut next = self.start.as_ref().map(|start| start.value);
        let mut slots = Vec::with_capacity(self.items.len());
        for item in &self.items {
            if item.part.is_some() {
                slots.push(Slot { start: None, end: None });
                continue;
            }
            let start = item.from.as_ref().map(|from| from.value).or(next);
            let lasting = item.lasting.as_ref().map(|lasting| lasting.value);
            let by_length = start.zip(lasting).and_then(|(start, lasting)| start.plus(lasting));
            let end = item.to.as_ref().map(|to| to.value).or(by_length);
            slots.push(Slot { start, end });
            next = end;
        }
        slots
    }
}

impl Read for ClockTime {
    fn kind() -> Kind {
        Kind::Form("một giờ", "^\\d{1,2} *(giờ|[hHgG:]) *(\\d{1,2}.*)?$")
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        reader.parsed(node, key, Self::parse)
    }
}

impl Read for Duration {
    fn kind() -> Kind {
        Kind::Form("một khoảng thời gian", "^\\d+(,\\d+)? *(giờ|phút|[hHpP']).*$")
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        // An item of a programme that takes no time is none.
        reader.parsed(node, key, |text| match Self::parse(text)? {
            Self(0) => Err("phải dài ít nhất 1 phút, ví dụ 30 phút".to_owned()),
            length => Ok(length),
        })
    }
}

impl Walk for ClockTime {
    fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
}

impl Walk for Duration {
    fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
}

impl Mean for Agenda {
    fn mean(&self) -> Meaning {
        let members =
            vec![(&CAPTION.key, self.caption.mean()), (&DAYS.key, self.days.mean()), (&NOTES.key, self.notes.mean())];
        Meaning::record(&AGENDA, &self.place, members)
    }
}
