//! A change in words: a row of every report.

use super::super::change::Topic;
use super::pieces::Piece;
use super::subject::Subject;
use crate::source::Span;

/// What happened, as a sign before a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Added.
    Added,
    /// Removed.
    Removed,
    /// Says something else.
    Changed,
    /// Stands elsewhere.
    Moved,
    /// Is in another order.
    Reordered,
    /// Is known by another id.
    Renamed,
    /// Follows from other changes: a sum that nobody wrote.
    Follows,
}

impl Sign {
    /// The letter of the sign.
    pub fn letter(self) -> char {
        match self {
            Self::Added => '+',
            Self::Removed => '-',
            Self::Changed => '~',
            Self::Moved => '>',
            Self::Reordered => '^',
            Self::Renamed => '=',
            Self::Follows => '∑',
        }
    }

    /// Its word for other programs.
    pub fn english(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
            Self::Moved => "moved",
            Self::Reordered => "reordered",
            Self::Renamed => "renamed",
            Self::Follows => "follows",
        }
    }

    /// What it means, in a word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Added => "thêm",
            Self::Removed => "bỏ",
            Self::Changed => "sửa",
            Self::Moved => "chuyển chỗ",
            Self::Reordered => "đổi thứ tự",
            Self::Renamed => "đổi mã",
            Self::Follows => "số cộng",
        }
    }
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it is about.
    pub topic: Topic,
    /// What happened.
    pub sign: Sign,
    /// Where: names from the outermost in, without keys that say nothing to a reader.
    pub place: Vec<String>,
    /// Where, in the letters of the file.
    pub address: String,
    /// What of it changed, such as «Thời hạn»; `None` for the thing itself.
    pub aspect: Option<&'static str>,
    /// What it said.
    pub old: Option<String>,
    /// What it says.
    pub new: Option<String>,
    /// The words, where both are sentences: what stayed, what went, what came.
    pub pieces: Vec<Piece>,
    /// The difference in words: `+0,5 điểm %`, `-1,2 tỷ đồng`, `muộn hơn 15 ngày`.
    pub difference: Option<String>,
    /// The difference in percent of the old: `+12,5%`.
    pub percent: Option<String>,
    /// Whatever else is to be said: more or less ambitious, why two years cannot be compared, where it stood before.
    pub note: Option<String>,
    /// What was added, dropped or put together with it, line by line.
    pub details: Vec<String>,
    /// The bodies that it concerns.
    pub bodies: Vec<String>,
    /// Of what it is a part: the target, the item, the duty that a reader would look up.
    pub subject: Subject,
    /// Where it stands in the file of the old plan.
    pub old_span: Option<Span>,
    /// Where it stands in the file of the new plan.
    pub new_span: Option<Span>,
}

impl Row {
    /// Whether it is a change, not a sum that follows from others.
    pub fn is_change(&self) -> bool {
        self.sign != Sign::Follows
    }

    /// Where it stands: its place, without its own name where its words begin with it, so that nothing is said twice.
    pub fn outer(&self) -> &[String] {
        let is_own = |last: &String| {
            let begins = |words: &String| words.starts_with(last.trim_end_matches('…'));
            // Words that changed need their name before them where nothing else tells what they are.
            let is_told = self.pieces.is_empty() || self.place.len() > 1;
            self.aspect.is_none() && is_told && [&self.new, &self.old].into_iter().flatten().any(begins)
        };
        match self.place.split_last() {
            Some((last, outer)) if is_own(last) => outer,
            _ => &self.place,
        }
    }
}
