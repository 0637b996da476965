//! Why a revision cannot be read, in words.

use std::path::PathBuf;

use crate::visible;

/// Why a revision cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unresolved {
    /// There is no repository around a folder.
    NoRepository(PathBuf),
    /// There is one that cannot be opened.
    BadRepository(PathBuf),
    /// No revision has this name.
    Unknown(String),
    /// The history is here in part only, and the revision is not in that part.
    Shallow(String),
    /// The name is that of several objects.
    Ambiguous(String),
    /// The name is that of something that holds no files.
    NoTree(String),
}

impl std::fmt::Display for Unresolved {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoRepository(folder) => {
                let folder = visible::path(folder);
                write!(f, "không tìm thấy kho git ở {folder} hay các thư mục cha; chạy lệnh trong thư mục của kho git")
            }
            Self::BadRepository(folder) => {
                write!(f, "không mở được kho git ở {}; kiểm tra bằng git fsck", visible::path(folder))
            }
            Self::Unknown(name) => {
                let name = visible::text(name);
                write!(f, "kho git không có phiên bản «{name}»; xem các phiên bản bằng git log --oneline --all")
            }
            Self::Shallow(name) => {
                let name = visible::text(name);
                write!(
                    f,
                    "kho git này chỉ tải về một phần lịch sử, trong đó không có phiên bản «{name}»; chạy git fetch --depth=100 \
                     (hoặc git fetch --unshallow) rồi chạy lại"
                )
            }
            Self::Ambiguous(name) => {
                let name = visible::text(name);
                write!(f, "«{name}» là tên của nhiều phiên bản; viết thêm vài chữ số của mã phiên bản")
            }
            Self::NoTree(name) => {
                let name = visible::text(name);
                write!(f, "«{name}» không phải phiên bản; viết tên nhánh, thẻ hoặc mã phiên bản, như HEAD~1")
            }
        }
    }
}

impl std::error::Error for Unresolved {}
