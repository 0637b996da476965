//! When something is due (thời hạn).

use crate::diagnostic::{Code, Diagnostic};
use crate::record;
use crate::schema::{Key, Kind, Read, Reader, Visitor, Walk, Whole};
use crate::value::{Date, FullDate, Spanned, Text};
use crate::yaml::{Node, Value};

record! {
    /// A deadline by its keys; one of them, or a repetition with its hour.
    pub mixed DeadlineKeys, DEADLINE = "deadline", "thời hạn";
    /// Before a day.
    optional BEFORE before: Option<Spanned<FullDate>> = "truoc_ngay", "Trước ngày", "Hạn cuối là một ngày.", "15/12/2024";
    /// On a day.
    optional DAY day: Option<Spanned<FullDate>> = "ngay", "Ngày", "Đúng một ngày.", "15/12/2024";
    /// In a quarter.
    optional QUARTER quarter: Option<Spanned<Quarter>> = "quy", "Quý", "Quý và năm.", "I/2026";
    /// In a month.
    optional MONTH month: Option<Spanned<Month>> = "thang", "Tháng", "Tháng và năm.", "6/2026";
    /// Again and again.
    optional EVERY every: Option<Text> = "dinh_ky", "Định kỳ", "Bao lâu một lần.", "02 tuần một lần";
    /// By when each time.
    optional AT at: Option<Text> = "truoc", "Trước", "Giờ, thứ hoặc ngày của mỗi kỳ.", "16 giờ thứ Sáu";
    /// So many days after the plan is issued.
    optional DAYS days: Option<Spanned<Whole<1, 3650>>> = "sau_ban_hanh", "Số ngày sau khi ban hành", "Số ngày kể từ ngày ban hành kế hoạch.", "30";
}

/// When something is due.
#[derive(Debug, Clone, PartialEq)]
pub enum Deadline {
    /// In words.
    Text(Text),
    /// Before a day.
    Before(Spanned<FullDate>),
    /// On a day.
    On(Spanned<FullDate>),
    /// In a quarter.
    Quarter(Spanned<Quarter>),
    /// In a month.
    Month(Spanned<Month>),
    /// Again and again.
    Every {
        /// How often, such as "02 tuần một lần".
        every: Text,
        /// By when each time, such as "16 giờ thứ Sáu".
        at: Option<Text>,
    },
    /// So many days after the plan is issued.
    DaysAfterIssue(Spanned<Whole<1, 3650>>),
}

impl Read for Deadline {
    fn kind() -> Kind {
        Kind::Text.or(Kind::Group(&DEADLINE))
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let Value::Map(_) = node.value else { return reader.text(node, key).map(Self::Text) };
        let keys: DeadlineKeys = reader.record(node, key)?;
        check_keys(&keys, reader);
        let every = |every| Self::Every { every, at: keys.at };
        None.or(keys.before.map(Self::Before))
            .or(keys.day.map(Self::On))
            .or(keys.quarter.map(Self::Quarter))
            .or(keys.month.map(Self::Month))
            .or(keys.days.map(Self::DaysAfterIssue))
            .or(keys.every.map(every))
    }
}

/// Reports keys that do not go together, and a deadline without any.
fn check_keys(keys: &DeadlineKeys, reader: &mut Reader) {
    let ways = [BEFORE.name(), DAY.name(), QUARTER.name(), MONTH.name(), EVERY.name(), DAYS.name()];
    let given: Vec<_> = ways.into_iter().filter(|way| keys.place.has(way)).collect();
    let second = given.get(1).copied().or((!keys.place.has(EVERY.name())).then_some(AT.name()));
    match (given.first(), second.filter(|second| keys.place.has(second))) {
        (Some(first), Some(second)) => {
            let message = format!("thời hạn không thể vừa có «{first}» vừa có «{second}»");
            reader.report(Diagnostic::error(Code::Incompatible, keys.place.of(second), message).help(format!(
                "giữ một cách viết; «{}» chỉ đi cùng «{}»",
                AT.name(),
                EVERY.name()
            )));
        }
        (None, _) => {
            let message = format!("thời hạn thiếu một trong các khóa: {}", ways.join(", "));
            reader.report(Diagnostic::error(Code::MissingKey, keys.place.first_line(), message).help(format!(
                "ví dụ {}: {}",
                BEFORE.name(),
                BEFORE.key.example
            )));
        }
        (Some(_), None) => {}
    }
}

impl Walk for Deadline {
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        match self {
            Self::Text(text) => text.walk(visitor),
            Self::Every { every, at } => {
                every.walk(visitor);
                at.walk(visitor);
            }
            Self::Before(_) | Self::On(_) | Self::Quarter(_) | Self::Month(_) | Self::DaysAfterIssue(_) => {}
        }
    }
}

/// A quarter of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quarter {
    /// 1 to 4.
    pub number: u8,
    /// The year.
    pub year: i32,
}

impl Quarter {
    const NUMERALS: [&'static str; 4] = ["I", "II", "III", "IV"];

    /// The quarter in Roman numerals, as plans write it.
    pub fn numeral(self) -> &'static str {
        Self::NUMERALS[usize::from(self.number - 1)]
    }
}

impl Read for Quarter {
    fn kind() -> Kind {
        Kind::Form("một quý", "^(I|II|III|IV) */ *\\d{4}$")
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        reader.parsed(node, key, |text| {
            let advice = || "viết quý bằng số La Mã, rồi năm: I/2026".to_owned();
            let (quarter, year) = text.split_once('/').ok_or_else(advice)?;
            let number = Self::NUMERALS.iter().position(|known| *known == quarter.trim()).ok_or_else(advice)?;
            let year = crate::value::Year::parse(year).map_err(|_| advice())?.0;
            Ok(Self { number: number as u8 + 1, year })
        })
    }
}

impl Walk for Quarter {
    fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
}

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month(pub Date);

impl Read for Month {
    fn kind() -> Kind {
        Kind::Form("một tháng", "^\\d{1,2}/\\d{4}$")
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        reader.parsed(node, key, |text| match Date::parse(text) {
            Ok(date) if date.day.is_none() && date.month.is_some() => Ok(Self(date)),
            Ok(date) if date.day.is_some() => {
                let month = Date { day: None, ..date }.display_short();
                Err(format!("ở đây chỉ viết tháng/năm: {month}; muốn nói đúng một ngày thì dùng khóa {}", DAY.name()))
            }
            _ => Err("viết tháng/năm, ví dụ 6/2026".to_owned()),
        })
    }
}

impl Walk for Month {
    fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
}
