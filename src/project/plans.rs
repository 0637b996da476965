//! Which plans there are.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::walk::{ends, is_hidden, is_shared};
use super::{Notes, Project, SETTINGS_FILE, text};
use crate::diagnostic::{Code, Diagnostic};
use crate::world::Kind;

/// A plan's file, and where it stands below the folder that outputs mirror.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The file.
    pub path: PathBuf,
    /// Its place.
    pub place: PathBuf,
}

impl Project<'_> {
    /// The plans at some paths, or all of the project; what is wrong with a path is noted.
    pub fn plans(&self, paths: &[PathBuf], notes: &mut Notes) -> Vec<Found> {
        let plans = self.root.join("plans");
        let all = [plans.clone()];
        let paths = if paths.is_empty() { &all } else { paths };
        let mut found: Vec<Found> = Vec::new();
        let mut known = BTreeSet::new();
        for path in paths {
            let full = self.place(path);
            for file in self.at(&full, &self.shown(path), notes) {
                let place = file
                    .strip_prefix(&plans)
                    .or_else(|_| file.strip_prefix(&full))
                    .ok()
                    .filter(|place| !place.as_os_str().is_empty())
                    .map_or_else(|| PathBuf::from(file.file_name().unwrap_or_default()), Path::to_owned);
                if known.insert(file.clone()) {
                    found.push(Found { path: file, place });
                }
            }
        }
        found
    }

    /// The plans at a path: a file, or those of a folder. What plans share is none.
    fn at(&self, full: &Path, name: &str, notes: &mut Notes) -> Vec<PathBuf> {
        match self.world.kind(full) {
            Kind::Missing => {
                notes.fail(format!("không có tệp hoặc thư mục {name}"));
                return Vec::new();
            }
            Kind::Folder if self.leads_out(full) => {
                notes.fail(text::leads_out(name));
                return Vec::new();
            }
            Kind::Folder | Kind::File | Kind::DeadLink | Kind::Special | Kind::Unknown => {}
        }
        let failures = notes.failures.len();
        let files = self.files_of(full, notes);
        if files.is_empty() && notes.failures.len() == failures {
            notes.findings.push(
                Diagnostic::in_file(Code::NoPlan, name, "không có kế hoạch nào ở đây")
                    .help("kế hoạch là tệp .yaml; tệp và thư mục có tên bắt đầu bằng dấu gạch dưới chỉ để dùng chung"),
            );
        }
        files
    }

    fn files_of(&self, full: &Path, notes: &mut Notes) -> Vec<PathBuf> {
        let mut inside = full.strip_prefix(&self.root).unwrap_or(Path::new("")).iter();
        if inside.any(|name| name.to_string_lossy().starts_with('_')) {
            return Vec::new();
        }
        if self.world.kind(full) != Kind::Folder {
            return vec![full.to_owned()];
        }
        for stray in self.walk(full, &|entry, _| !is_hidden(entry), notes) {
            if is_stray(&stray.path) {
                let message = "bỏ qua tệp này: kế hoạch phải có đuôi .yaml, viết thường";
                notes.findings.push(
                    Diagnostic::in_file(Code::StrayFile, self.shown(&stray.path), message)
                        .as_warning()
                        .help("đổi tên tệp thành đuôi .yaml; nếu không phải kế hoạch thì chuyển ra ngoài"),
                );
            }
        }
        let files = self.walk(full, &|entry, _| !is_hidden(entry) && !is_shared(entry), notes).into_iter();
        let is_plan = |path: &PathBuf| ends(path, &["yaml"]) && path.file_name() != Some(OsStr::new(SETTINGS_FILE));
        files.map(|entry| entry.path).filter(is_plan).collect()
    }
}

/// Whether a file looks like a plan, or like what plans share, but for the spelling of its ending.
fn is_stray(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let looks = [".yml", ".yaml", ".yml.txt", ".yaml.txt"].iter().any(|ending| name.ends_with(ending));
    looks && !ends(path, &["yaml"])
}
