//! Events that deadlines are counted from (sự kiện).

use crate::record;
use crate::value::{Date, Entity, Home, Spanned, Text};

record! {
    /// An event that deadlines are counted from.
    pub group Event, EVENT = "event", "sự kiện";
    /// What it is called inside a sentence.
    required_line NAME name: Option<Text> = "ten", "Tên sự kiện", "Tên như viết giữa câu.", "lễ khai giảng năm học 2026 - 2027";
    /// When it is; it may not be known yet.
    optional DATE date: Option<Spanned<Date>> = "ngay", "Ngày", "Ngày diễn ra; chưa biết ngày thì viết tháng/năm, hoặc không viết.", "05/9/2026";
}

impl Entity for Event {
    const HOME: &'static Home = &Home { term: "sự kiện", place: "khóa «su_kien» của kế hoạch" };
}
