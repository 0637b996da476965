//! One deadline by its keys: a day, a span, a cycle, or a lapse from the day of issue or from an event.

use super::cycle::{Cycle, Monthly, Quarterly, Weekly, Yearly};
use super::moment::{Moment, Month, Quarter};
use crate::diagnostic::{Code, Diagnostic};
use crate::plan::event::Event;
use crate::schema::{Key, Kind, Mean, Meaning, Read, Reader, Visitor, Walk};
use crate::value::{FullDate, Lapse, Place, Ref, SchoolYear, Spanned, Text, Year};
use crate::yaml::{Node, Value};
use crate::{choice, record};

choice! {
    /// A deadline that is no day.
    pub enum Standing {
        /// All the time.
        Always = "thuong_xuyen", "thường xuyên";
        /// From the moment of issue on.
        SinceIssue = "tu_khi_ban_hanh", "từ khi ban hành kế hoạch";
        /// From the day of issue on.
        FromDayOfIssue = "ke_tu_ngay_ban_hanh", "kể từ ngày ban hành kế hoạch";
    }
}

record! {
    /// A deadline by its keys; one of them, or some that belong together.
    pub mixed DeadlineKeys, DEADLINE = "deadline", "thời hạn";
    /// Before a day.
    optional BEFORE before: Option<Spanned<FullDate>> = "truoc_ngay", "Trước ngày", "Hạn cuối là một ngày.", "15/12/2024";
    /// On a day.
    optional DAY day: Option<Spanned<FullDate>> = "ngay", "Ngày", "Đúng một ngày.", "15/12/2024";
    /// In a month.
    optional MONTH month: Option<Spanned<Month>> = "thang", "Tháng", "Tháng và năm.", "6/2026";
    /// In a quarter.
    optional QUARTER quarter: Option<Spanned<Quarter>> = "quy", "Quý", "Quý và năm.", "I/2026";
    /// In a year.
    optional YEAR year: Option<Spanned<Year>> = "nam", "Năm", "Trong một năm.", "2027";
    /// In a school year.
    optional SCHOOL_YEAR school_year: Option<Spanned<SchoolYear>> = "nam_hoc", "Năm học", "Trong một năm học.", "2026-2027";
    /// From a day, month, quarter or year on.
    optional FROM from: Option<Spanned<Moment>> = "tu", "Từ", "Bắt đầu: một ngày, tháng, quý hoặc năm.", "01/3/2026";
    /// Until a day, month, quarter or year.
    optional TO to: Option<Spanned<Moment>> = "den", "Đến", "Kết thúc: một ngày, tháng, quý hoặc năm.", "30/6/2026";
    /// Again and again.
    optional EVERY every: Option<Text> = "dinh_ky", "Định kỳ", "Bao lâu một lần.", "02 tuần một lần";
    /// By when each time.
    optional AT at: Option<Text> = "truoc", "Trước", "Giờ, thứ hoặc ngày của mỗi kỳ.", "16 giờ thứ Sáu";
    /// On a day of each week.
    optional WEEKLY weekly: Option<Weekly> = "hang_tuan", "Hằng tuần", "Thứ của mỗi tuần; chữ trước đứng đầu thì là trước thứ ấy.", "thứ Sáu";
    /// On a day of each month.
    optional MONTHLY monthly: Option<Monthly> = "hang_thang", "Hằng tháng", "Ngày của mỗi tháng, từ 1 đến 28, hoặc ngày cuối; chữ trước đứng đầu thì là trước ngày ấy.", "trước ngày 25";
    /// In a month of each quarter.
    optional QUARTERLY quarterly: Option<Quarterly> = "hang_quy", "Hằng quý", "Tháng đầu, giữa hoặc cuối của mỗi quý, có thể kèm ngày.", "trước ngày 20 tháng cuối";
    /// On a day of each year.
    optional YEARLY yearly: Option<Yearly> = "hang_nam", "Hằng năm", "Ngày/tháng, tháng hoặc quý của mỗi năm.", "trước ngày 15/12";
    /// So much after the plan is issued.
    optional DAYS days: Option<Spanned<Lapse>> = "sau_ban_hanh", "Số ngày sau khi ban hành", "Số ngày kể từ ngày ban hành kế hoạch; cũng nhận ngày làm việc, tuần, tháng, năm.", "30";
    /// All the time, or since the issue.
    optional STANDING standing: Option<Standing> = "khi", "Khi", "Thời hạn không phải một ngày.", "thuong_xuyen";
    /// Before an event.
    optional BEFORE_EVENT before_event: Option<Ref<Event>> = "truoc_su_kien", "Trước sự kiện", "Mã của sự kiện phải xong trước; so_ngay nói trước bao lâu.", "khai_giang";
    /// After an event.
    optional AFTER_EVENT after_event: Option<Ref<Event>> = "sau_su_kien", "Sau sự kiện", "Mã của sự kiện mà thời hạn tính từ đó; so_ngay nói trong bao lâu.", "khai_giang";
    /// How long before or after it.
    optional LAPSE lapse: Option<Spanned<Lapse>> = "so_ngay", "Số ngày", "Số ngày trước hoặc sau sự kiện; cũng nhận ngày làm việc, tuần, tháng, năm.", "15";
}

/// On which side of an event something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Before it.
    Before,
    /// After it.
    After,
}

/// When something is due.
#[derive(Debug, Clone, PartialEq)]
pub enum When {
    /// In words.
    Text(Text),
    /// Before a day.
    Before(Spanned<FullDate>),
    /// On a day.
    On(Spanned<FullDate>),
    /// In a month.
    Month(Spanned<Month>),
    /// In a quarter.
    Quarter(Spanned<Quarter>),
    /// In a year.
    Year(Spanned<Year>),
    /// In a school year.
    SchoolYear(Spanned<SchoolYear>),
    /// From one moment until another, or one of both; never none.
    Span {
        /// From when.
        from: Option<Spanned<Moment>>,
        /// Until when.
        to: Option<Spanned<Moment>>,
    },
    /// Again and again, in words.
    Every {
        /// How often, such as "02 tuần một lần".
        every: Text,
        /// By when each time, such as "16 giờ thứ Sáu".
        at: Option<Text>,
    },
    /// On the same day of each week, month, quarter or year.
    Cycle(Cycle),
    /// So much after the plan is issued.
    AfterIssue(Spanned<Lapse>),
    /// All the time, or since the issue.
    Standing(Standing),
    /// Before or after an event.
    Event {
        /// Which.
        event: Ref<Event>,
        /// On which side of it.
        side: Side,
        /// How long before or after; just before or after if nothing is said.
        lapse: Option<Spanned<Lapse>>,
    },
}

impl Read for When {
    fn kind() -> Kind {
        Kind::Text.or(Kind::Group(&DEADLINE))
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let Value::Map(_) = node.value else { return reader.text(node, key).map(Self::Text) };
        let keys: DeadlineKeys = reader.record(node, key)?;
        check_keys(&keys.place, reader);
        check_span(&keys, reader);
        Self::from_keys(keys)
    }
}

impl When {
    fn from_keys(keys: DeadlineKeys) -> Option<Self> {
        let at = keys.at;
        let every = |every| Self::Every { every, at };
        let (from, to) = (keys.from, keys.to);
        let span = (from.is_some() || to.is_some()).then_some(Self::Span { from, to });
        let cycle = keys.weekly.map(|weekly| weekly.0);
        let cycle = cycle.or(keys.monthly.map(|monthly| monthly.0)).or(keys.quarterly.map(|quarterly| quarterly.0));
        let lapse = keys.lapse;
        let event = |side| move |event| (event, side);
        let event = keys.before_event.map(event(Side::Before)).or(keys.after_event.map(event(Side::After)));
        None.or(keys.before.map(Self::Before))
            .or(keys.day.map(Self::On))
            .or(keys.month.map(Self::Month))
            .or(keys.quarter.map(Self::Quarter))
            .or(keys.year.map(Self::Year))
            .or(keys.school_year.map(Self::SchoolYear))
            .or(span)
            .or(keys.days.map(Self::AfterIssue))
            .or(keys.every.map(every))
            .or(cycle.or(keys.yearly.map(|yearly| yearly.0)).map(Self::Cycle))
            .or(keys.standing.map(Self::Standing))
            .or(event.map(|(event, side)| Self::Event { event, side, lapse }))
    }
}

/// The ways to say when: a key, and one that goes with it alone.
fn ways() -> [(&'static str, Option<&'static str>); 16] {
    [
        (BEFORE.name(), None),
        (DAY.name(), None),
        (QUARTER.name(), None),
        (MONTH.name(), None),
        (YEAR.name(), None),
        (SCHOOL_YEAR.name(), None),
        (FROM.name(), Some(TO.name())),
        (EVERY.name(), Some(AT.name())),
        (WEEKLY.name(), None),
        (MONTHLY.name(), None),
        (QUARTERLY.name(), None),
        (YEARLY.name(), None),
        (DAYS.name(), None),
        (STANDING.name(), None),
        (BEFORE_EVENT.name(), Some(LAPSE.name())),
        (AFTER_EVENT.name(), Some(LAPSE.name())),
    ]
}

/// Reports keys that do not go together, and a deadline without any.
fn check_keys(place: &Place, reader: &mut Reader) {
    let ways = ways();
    // An end alone is a way too.
    let first = ways.iter().find(|(way, _)| place.has(way)).copied();
    let first = first.or(place.has(TO.name()).then_some((TO.name(), None)));
    let Some((first, partner)) = first else {
        let names: Vec<_> = ways.iter().map(|(way, _)| *way).collect();
        let message = format!("thời hạn thiếu một trong các khóa: {}", names.join(", "));
        reader.report(Diagnostic::error(Code::MissingKey, place.first_line(), message).help(format!(
            "ví dụ {}: {}",
            BEFORE.name(),
            BEFORE.key.example
        )));
        return;
    };
    let goes = |key: &str| key == first || Some(key) == partner;
    let all = ways.iter().flat_map(|(way, partner)| [Some(*way), *partner]).flatten();
    if let Some(second) = all.into_iter().find(|key| place.has(key) && !goes(key)) {
        let message = format!("thời hạn không thể vừa có «{first}» vừa có «{second}»");
        let help = format!(
            "giữ một cách viết; «{}» chỉ đi cùng «{}», «{}» đi cùng «{}», «{}» đi cùng «{}» hoặc «{}»",
            AT.name(),
            EVERY.name(),
            TO.name(),
            FROM.name(),
            LAPSE.name(),
            BEFORE_EVENT.name(),
            AFTER_EVENT.name()
        );
        reader.report(Diagnostic::error(Code::Incompatible, place.of(second), message).help(help));
    }
}

/// Reports a span that ends before it begins.
fn check_span(keys: &DeadlineKeys, reader: &mut Reader) {
    let (Some(from), Some(to)) = (&keys.from, &keys.to) else { return };
    if let (Some(first), Some(last)) = (from.first(), to.last())
        && last < first
    {
        let message = format!("{} ở «{}» trước {} ở «{}»", to.display(), TO.name(), from.display(), FROM.name());
        let finding = Diagnostic::error(Code::BadValue, to.span.clone(), message).label(from.span.clone(), "bắt đầu");
        reader.report(finding.help("sửa một trong hai, hoặc đổi chỗ cho nhau"));
    }
}

impl Walk for When {
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        match self {
            Self::Text(text) => text.walk(visitor),
            Self::Every { every, at } => {
                every.walk(visitor);
                at.walk(visitor);
            }
            Self::Event { event, .. } => event.walk(visitor),
            Self::Before(_)
            | Self::On(_)
            | Self::Month(_)
            | Self::Quarter(_)
            | Self::Year(_)
            | Self::SchoolYear(_)
            | Self::Span { .. }
            | Self::Cycle(_)
            | Self::AfterIssue(_)
            | Self::Standing(_) => {}
        }
    }
}

impl Read for Lapse {
    fn kind() -> Kind {
        Kind::Form("một số ngày", "^\\d+( +(ngày|ngày +làm +việc|tuần|tháng|năm))?$")
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        reader.parsed(node, key, Self::parse)
    }
}

impl Walk for Lapse {
    fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
}

impl Mean for When {
    fn mean(&self) -> Meaning {
        let before =
            |date: &FullDate| Meaning::Time(format!("trước ngày {}", date.0.display_short()), date.0.last_day());
        match self {
            Self::Text(text) => text.mean(),
            Self::Before(date) => before(date),
            Self::On(date) => date.mean(),
            Self::Month(month) => month.mean(),
            Self::Quarter(quarter) => quarter.mean(),
            Self::Year(year) => Moment::Year(year.value).mean(),
            Self::SchoolYear(year) => Meaning::Time(format!("năm học {}", year.display()), None),
            Self::Span { from, to } => {
                let from_words = from.as_ref().map(|from| format!("từ {}", from.display()));
                let to_words = to.as_ref().map(|to| format!("đến {}", to.display()));
                let words: Vec<_> = [from_words, to_words].into_iter().flatten().collect();
                Meaning::Time(words.join(" "), to.as_ref().and_then(|to| to.last()))
            }
            Self::Every { every, at } => match at {
                None => every.mean(),
                Some(at) => Meaning::list([every.stated(), at.stated()]),
            },
            Self::Cycle(cycle) => Meaning::Time(cycle.display(), None),
            Self::AfterIssue(lapse) => Meaning::Time(format!("{} sau khi ban hành", lapse.display()), None),
            Self::Standing(standing) => Meaning::Time(standing.meaning().to_owned(), None),
            Self::Event { event, side, lapse } => {
                let side = match side {
                    Side::Before => "trước",
                    Side::After => "sau",
                };
                let lapse = lapse.as_ref().map(|lapse| format!("{} ", lapse.display())).unwrap_or_default();
                Meaning::List(vec![Meaning::Plain(format!("{lapse}{side}")).into(), event.stated()])
            }
        }
    }
}
