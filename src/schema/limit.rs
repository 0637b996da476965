//! What a file may cost: limits far beyond any plan, against files made to exhaust the program.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;
use crate::value::text::Room;
use crate::vietnamese::group_thousands;

/// Declares the limits: code, most, what is counted, what to do.
macro_rules! limits {
    ($($(#[$doc:meta])* $name:ident = $code:ident, $most:literal, $what:literal, $help:literal;)*) => {
        /// A limit on what one file may hold or print.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Limit { $($(#[$doc])* $name,)* }

        impl Limit {
            /// Every limit.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The most that is taken.
            pub const fn most(self) -> usize {
                match self { $(Self::$name => $most,)* }
            }

            /// The code of its finding.
            pub fn code(self) -> Code {
                match self { $(Self::$name => Code::$code,)* }
            }

            /// What is counted.
            pub fn what(self) -> &'static str {
                match self { $(Self::$name => $what,)* }
            }

            /// What to do when there is more.
            pub fn help(self) -> &'static str {
                match self { $(Self::$name => $help,)* }
            }
        }
    };
}

limits! {
    /// Entities of all registries, and items of all lists that hold no paragraphs.
    Entries = TooManyEntries, 6_000, "mã và phần tử của danh sách", "tách thành nhiều kế hoạch, hoặc đưa danh sách dài vào bảng của phụ lục";
    /// Parts of the body and of appendices.
    Paragraphs = TooManyParagraphs, 8_000, "đoạn và mục", "tách thành nhiều kế hoạch";
    /// Rows of all tables.
    Rows = TooManyRows, 5_000, "dòng bảng", "tách bảng thành nhiều kế hoạch, hoặc chỉ in dòng tổng hợp";
    /// Cells of all tables.
    Cells = TooManyCells, 12_000, "ô bảng", "tách bảng thành nhiều kế hoạch, hoặc bớt cột";
    /// Columns of one table.
    Columns = TooManyColumns, 30, "cột", "tách thành nhiều bảng: trang ngang chỉ đủ chỗ cho chừng hai mươi cột";
    /// Rows of the header of one table.
    HeaderDepth = HeaderTooDeep, 6, "tầng tiêu đề cột", "bớt tầng: đầu bảng quá sáu tầng không đọc được trên giấy";
    /// Terms of one formula.
    Terms = FormulaTooLong, 100, "số hạng của công thức", "tách công thức qua một cột trung gian";
    /// Appendices.
    Appendices = TooManyAppendices, 60, "phụ lục", "gộp các phụ lục cùng loại, hoặc tách thành nhiều kế hoạch";
    /// Lines of nơi nhận, and who signs.
    Recipients = TooManyRecipients, 300, "dòng nơi nhận và người ký", "gộp các nơi nhận cùng loại trên một dòng";
    /// Targets within targets.
    PartsDepth = PartsTooDeep, 4, "tầng «trong đó»", "đưa các chỉ tiêu con sâu nhất ra thành chỉ tiêu riêng";
    /// Groups of tasks within groups.
    GroupsDepth = GroupsTooDeep, 4, "tầng nhóm nhiệm vụ", "bớt tầng: đưa các nhiệm vụ sâu nhất ra nhóm ngoài";
    /// Letters of one text.
    Letters = TextTooLong, 12_000, "chữ trong một đoạn", "ngắt thành nhiều đoạn";
    /// Letters of one text that is set in one line or one box.
    Line = LineTooLong, 1_000, "chữ ở một chỗ chỉ đủ cho một vài dòng", "viết ngắn lại";
    /// Entries printed by all mounts.
    Printed = TooMuchPrinted, 8_000, "lượt in dữ liệu", "bỏ bớt chỗ in: cùng một dữ liệu được in nhiều lần";
    /// Letters of the whole document, with what its texts name.
    Expanded = TooMuchText, 2_000_000, "chữ khi in ra", "bớt số lần gọi các giá trị dài";
}

impl Limit {
    /// The limit on the letters of words for which a page has some room.
    pub fn of(room: Room) -> Self {
        match room {
            Room::Paragraph => Self::Letters,
            Room::Line => Self::Line,
        }
    }

    /// The finding that more was found than is taken.
    pub fn exceeded(self, found: usize, span: Span) -> Diagnostic {
        let number = |number: usize| group_thousands(number as i128);
        let found = if found > self.most() && found < usize::MAX {
            number(found)
        } else {
            format!("hơn {}", number(self.most()))
        };
        let message = format!("{found} {}, nhiều nhất là {}", self.what(), number(self.most()));
        Diagnostic::error(self.code(), span, message).help(self.help())
    }
}

/// How much of each limit a file has used up.
#[derive(Debug, Default)]
pub struct Budget {
    spent: [usize; Limit::ALL.len()],
}

impl Budget {
    /// Uses up some of a limit; whether there was enough left, and the finding the first time that there was not.
    pub fn spend(&mut self, limit: Limit, amount: usize, span: &Span) -> (bool, Option<Diagnostic>) {
        let spent = &mut self.spent[limit as usize];
        let before = *spent;
        *spent = spent.saturating_add(amount);
        if *spent <= limit.most() {
            return (true, None);
        }
        (false, (before <= limit.most()).then(|| limit.exceeded(usize::MAX, span.clone())))
    }
}
