//! Files of a project as text.

use std::path::Path;
use std::sync::Arc;

use super::{Project, Unread};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::SourceFile;
use crate::world::Fault;

/// Larger than any plan or settings, in bytes.
pub(super) const LARGEST_YAML: u64 = 1 << 20;

impl Project<'_> {
    /// Reads a plan.
    ///
    /// # Errors
    /// When it cannot be read, is not the project's, is too large or no text.
    pub fn plan(&self, path: &Path) -> Result<Arc<SourceFile>, Unread> {
        self.plan_of(path, &self.plan_bytes(path)?)
    }

    /// Reads the bytes of a plan.
    ///
    /// # Errors
    /// When it cannot be read, is not the project's or is too large.
    pub fn plan_bytes(&self, path: &Path) -> Result<Vec<u8>, Unread> {
        self.bytes(path, &self.shown(path), LARGEST_YAML)
    }

    /// The text of a plan whose bytes were read.
    ///
    /// # Errors
    /// When they are no text.
    pub fn plan_of(&self, path: &Path, bytes: &[u8]) -> Result<Arc<SourceFile>, Unread> {
        text_of(&self.shown(path), bytes)
    }

    /// Reads a file of so many bytes at most as text, under a name.
    pub(super) fn text(&self, path: &Path, name: &str, most: u64) -> Result<Arc<SourceFile>, Unread> {
        text_of(name, &self.bytes(path, name, most)?)
    }

    /// Reads a file of so many bytes at most, under a name.
    ///
    /// A link that leads out of the project is not followed: a message about the file would show lines of one that may be
    /// none of the reader's business.
    fn bytes(&self, path: &Path, name: &str, most: u64) -> Result<Vec<u8>, Unread> {
        if self.leads_out(path) {
            return Err(Unread::Failure(leads_out(name)));
        }
        self.world.read(path, most).map_err(|error| {
            if matches!(error.fault(), Fault::TooLarge(_)) {
                let message = format!("tệp lớn hơn {} MB, quá lớn để là một tệp viết tay", most >> 20);
                finding(Code::TooLarge, name, message, "kiểm tra xem có chép nhầm tệp khác vào không")
            } else {
                Unread::Failure(self.told(&error))
            }
        })
    }
}

/// Bytes as a text of a name.
fn text_of(name: &str, bytes: &[u8]) -> Result<Arc<SourceFile>, Unread> {
    SourceFile::from_bytes(name, bytes).map_err(|place| {
        let message = format!("tệp không phải văn bản UTF-8, từ dòng {} cột {}", place.line, place.column);
        finding(Code::NotText, name, message, "mở tệp bằng trình soạn thảo và lưu lại với mã UTF-8")
    })
}

fn finding(code: Code, name: &str, message: String, help: &str) -> Unread {
    Unread::Finding(Box::new(Diagnostic::in_file(code, name, message).help(help)))
}

/// That a link leads out of the project.
pub(super) fn leads_out(name: &str) -> String {
    format!("{name}: liên kết này dẫn ra ngoài dự án; chép tệp thật vào dự án rồi chạy lại")
}
