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
        self.text(path, &self.shown(path), LARGEST_YAML)
    }

    /// Reads a file of so many bytes at most, under a name.
    ///
    /// A link that leads out of the project is not followed: a message about the file would show lines of one that may be
    /// none of the reader's business.
    pub(super) fn text(&self, path: &Path, name: &str, most: u64) -> Result<Arc<SourceFile>, Unread> {
        if self.leads_out(path) {
            return Err(Unread::Failure(leads_out(name)));
        }
        let bytes = match self.world.read(path, most) {
            Ok(bytes) => bytes,
            Err(error) if matches!(error.fault(), Fault::TooLarge(_)) => {
                let message = format!("tệp lớn hơn {} MB, quá lớn để là một tệp viết tay", most >> 20);
                return Err(finding(Code::TooLarge, name, message, "kiểm tra xem có chép nhầm tệp khác vào không"));
            }
            Err(error) => return Err(Unread::Failure(self.told(&error))),
        };
        SourceFile::from_bytes(name, &bytes).map_err(|place| {
            let message = format!("tệp không phải văn bản UTF-8, từ dòng {} cột {}", place.line, place.column);
            finding(Code::NotText, name, message, "mở tệp bằng trình soạn thảo và lưu lại với mã UTF-8")
        })
    }
}

fn finding(code: Code, name: &str, message: String, help: &str) -> Unread {
    Unread::Finding(Box::new(Diagnostic::in_file(code, name, message).help(help)))
}

/// That a link leads out of the project.
pub(super) fn leads_out(name: &str) -> String {
    format!("{name}: liên kết này dẫn ra ngoài dự án; chép tệp thật vào dự án rồi chạy lại")
}
