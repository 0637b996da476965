//! The machine's failures, as data and in words.

#![expect(clippy::wildcard_enum_match_arm, reason = "the system may name new kinds of failure")]

use std::io;
use std::path::{Path, PathBuf};

use crate::visible;

/// The machine's failure: something that could not be read or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// What was to be done.
    doing: Doing,
    /// With which file or folder.
    path: PathBuf,
    /// Why that is impossible.
    fault: Fault,
    /// Whether files that belong together are left from different runs.
    torn: bool,
}

/// What was to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// To open a folder.
    Open,
    /// To read a file or folder.
    Read,
    /// To write a file in place of another.
    Write,
    /// To write a file where there is none.
    Create,
    /// To make a folder.
    MakeFolder,
    /// To notice changes.
    Watch,
}

impl Doing {
    fn term(self) -> &'static str {
        match self {
            Self::Open => "mở",
            Self::Read => "đọc",
            Self::Write => "ghi",
            Self::Create => "viết mới",
            Self::MakeFolder => "tạo",
            Self::Watch => "theo dõi",
        }
    }
}

/// Why something cannot be read or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// There is nothing.
    Missing,
    /// A link that leads to nothing, or round.
    DeadLink,
    /// A file stands where a folder is meant.
    NotFolder,
    /// A folder stands where a file is meant.
    IsFolder,
    /// A pipe, a device or a socket stands where a file is meant.
    Special,
    /// Something of that name is there already.
    Exists,
    /// A link leads out of the folder in which it must stay.
    Outside,
    /// More bytes than are read at most.
    TooLarge(u64),
    /// The user may not.
    Denied,
    /// No room is left.
    Full,
    /// Another fault that the system names, in words.
    Named(&'static str),
    /// A fault that the system only numbers.
    Numbered(Option<i32>),
}

impl Fault {
    /// What the system says, without its words.
    pub fn of(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::NotADirectory => Self::NotFolder,
            io::ErrorKind::IsADirectory => Self::IsFolder,
            io::ErrorKind::AlreadyExists => Self::Exists,
            io::ErrorKind::PermissionDenied => Self::Denied,
            io::ErrorKind::StorageFull | io::ErrorKind::WriteZero => Self::Full,
            io::ErrorKind::QuotaExceeded => Self::Named("đã dùng hết phần ổ đĩa được cấp"),
            io::ErrorKind::ReadOnlyFilesystem => Self::Named("ổ đĩa chỉ cho đọc"),
            io::ErrorKind::FileTooLarge => Self::Named("ổ đĩa không chứa được tệp lớn như vậy"),
            io::ErrorKind::InvalidFilename => Self::Named("tên quá dài hoặc có ký tự không dùng được"),
            io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData => {
                Self::Named("tên hoặc nội dung có ký tự không dùng được")
            }
            io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy | io::ErrorKind::WouldBlock => {
                Self::Named("chương trình khác đang dùng")
            }
            io::ErrorKind::DirectoryNotEmpty => Self::Named("thư mục này không trống"),
            io::ErrorKind::CrossesDevices => Self::Named("không chuyển được sang ổ đĩa khác"),
            io::ErrorKind::TooManyLinks => Self::Named("tệp có quá nhiều liên kết"),
            io::ErrorKind::StaleNetworkFileHandle
            | io::ErrorKind::TimedOut
            | io::ErrorKind::NotConnected
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::HostUnreachable
            | io::ErrorKind::NetworkUnreachable
            | io::ErrorKind::NetworkDown => Self::Named("mất kết nối tới ổ đĩa mạng"),
            io::ErrorKind::OutOfMemory => Self::Named("máy không đủ bộ nhớ"),
            io::ErrorKind::Unsupported => Self::Named("ổ đĩa này không hỗ trợ"),
            io::ErrorKind::Interrupted => Self::Named("bị ngắt giữa chừng"),
            io::ErrorKind::UnexpectedEof => Self::Named("tệp kết thúc sớm hơn dự kiến"),
            io::ErrorKind::BrokenPipe => Self::Named("nơi nhận đã đóng"),
            _ => Self::Numbered(error.raw_os_error()),
        }
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Missing => "không có tệp hoặc thư mục này",
            Self::DeadLink => "liên kết này không dẫn tới tệp nào",
            Self::NotFolder => "đường dẫn đi qua một tệp, không phải thư mục",
            Self::IsFolder => "đây là thư mục, không phải tệp",
            Self::Special => "đây không phải tệp thường mà là thiết bị hoặc kênh của hệ thống",
            Self::Exists => "đã có tệp cùng tên",
            Self::Outside => "liên kết này dẫn ra ngoài thư mục chứa nó",
            Self::Denied => "không có quyền",
            Self::Full => "ổ đĩa đã đầy",
            Self::Named(words) => words,
            Self::TooLarge(most) => return write!(f, "tệp lớn hơn {} MB", most >> 20),
            Self::Numbered(Some(number)) => return write!(f, "lỗi hệ thống số {number}"),
            Self::Numbered(None) => "lỗi hệ thống không rõ",
        })
    }
}

impl Error {
    /// A failure.
    pub fn new(doing: Doing, path: &Path, fault: Fault) -> Self {
        Self { doing, path: path.to_owned(), fault, torn: false }
    }

    /// Turns what the system says of a path into a failure.
    pub(super) fn on(doing: Doing, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |error| {
            let fault = Fault::of(&error);
            let dead = fault == Fault::Missing || matches!(fault, Fault::Numbered(_));
            let fault = if dead && path.is_symlink() && !path.exists() { Fault::DeadLink } else { fault };
            Self::new(doing, path, fault)
        }
    }

    /// The failure, after which files that belong together are no longer from one run.
    #[must_use]
    pub fn tearing(mut self) -> Self {
        self.torn = true;
        self
    }

    /// Whether files that belong together are left from different runs.
    pub fn is_torn(&self) -> bool {
        self.torn
    }

    /// With which file or folder it happened.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Why.
    pub fn fault(&self) -> &Fault {
        &self.fault
    }

    /// The failure in a sentence, its path as one in a folder would write it.
    pub fn seen_from(&self, folder: &Path) -> String {
        self.seen_as("", folder)
    }

    /// The same with what stands before the path: the revision that it belongs to.
    pub fn seen_as(&self, before: &str, folder: &Path) -> String {
        let path = visible::path(self.path.strip_prefix(folder).unwrap_or(&self.path));
        let path = if path.is_empty() { ".".to_owned() } else { path };
        format!("không {} được {}{path}: {}", self.doing.term(), visible::text(before), self.fault)
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "không {} được {}: {}", self.doing.term(), visible::path(&self.path), self.fault)
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_are_told_without_the_words_of_the_system() {
        let on = |error: io::Error| Error::on(Doing::Read, Path::new("a\u{1b}b"))(error).to_string();
        assert_eq!(on(io::ErrorKind::PermissionDenied.into()), "không đọc được a\\u{1b}b: không có quyền");
        assert_eq!(on(io::Error::from_raw_os_error(5)), "không đọc được a\\u{1b}b: lỗi hệ thống số 5");
        assert_eq!(on(io::Error::other("words")), "không đọc được a\\u{1b}b: lỗi hệ thống không rõ");
        let far = Error::new(Doing::Write, Path::new("/du-an/output/a.pdf"), Fault::Full);
        assert_eq!(far.seen_from(Path::new("/du-an")), "không ghi được output/a.pdf: ổ đĩa đã đầy");
    }
}
