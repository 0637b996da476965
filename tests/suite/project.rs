//! A project on the disk, and the real program run in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A plan with nothing wrong.
pub(crate) const GOOD: &str = "\
co_quan_ban_hanh: Ủy ban nhân dân xã Bình Minh
ky_hieu: KH-UBND
dia_danh: Bình Minh
ngay_ban_hanh: 26/02/2026
trich_yeu: Giảm nghèo bền vững năm 2026
noi_dung:
  - muc: Mục đích
    noi_dung:
      - Giảm số hộ nghèo của xã.
noi_nhan:
  - Các thôn
nguoi_ky:
  chuc_vu: Chủ tịch
";

/// A project in a folder of its own.
pub(crate) struct Project {
    folder: tempfile::TempDir,
}

/// What the program did.
pub(crate) struct Ran {
    /// Its exit code.
    pub(crate) code: i32,
    /// What it wrote to stderr.
    pub(crate) said: String,
}

impl Project {
    /// A project with the plan `plans/tot.yaml`.
    pub(crate) fn new() -> Self {
        let project = Self { folder: tempfile::tempdir().expect("a folder") };
        project.write("plans/tot.yaml", GOOD);
        project
    }

    /// A path of the project.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file of the project, and the folders it needs.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        fs::write(path, bytes).expect("the file is written");
    }

    /// Reads a file of the project.
    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Makes a link in the project.
    #[cfg(unix)]
    pub(crate) fn link(&self, name: &str, to: &str) {
        std::os::unix::fs::symlink(to, self.path(name)).expect("the link is made");
    }

    /// Makes a pipe that nobody writes to.
    #[cfg(unix)]
    pub(crate) fn pipe(&self, name: &str) {
        let made = Command::new("mkfifo").arg(self.path(name)).status().expect("the system makes pipes");
        assert!(made.success());
    }

    /// Runs `kehoach build` in the project.
    #[track_caller]
    pub(crate) fn build(&self, arguments: &[&str]) -> Ran {
        self.run(&[&["build"], arguments].concat())
    }

    /// Runs a command in the project that writes no data.
    #[track_caller]
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        let mut program = Command::new(env!("CARGO_BIN_EXE_kehoach"));
        let output = program.args(arguments).current_dir(self.folder.path()).output();
        let output = output.expect("the program runs");
        let said = String::from_utf8(output.stderr).expect("the program writes text");
        assert!(output.stdout.is_empty(), "no data is written");
        assert!(!said.contains("panicked"), "{said}");
        Ran { code: output.status.code().expect("the program ends by itself"), said }
    }

    /// Every file below a folder of the project, by its name there; what is kept of earlier builds is left out.
    pub(crate) fn files(&self, folder: &str) -> Vec<String> {
        let root = self.path(folder);
        let mut files: Vec<_> = walk(&root)
            .into_iter()
            .map(|path| path.strip_prefix(&root).expect("below the folder").to_string_lossy().into_owned())
            .collect();
        files.sort();
        files
    }
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        let is_cache = path.file_name().is_some_and(|name| name == ".kehoach");
        match path.is_dir() {
            true if is_cache => {}
            true => files.extend(walk(&path)),
            false => files.push(path),
        }
    }
    files
}

impl Ran {
    /// Asserts the exit code and words that were said.
    #[track_caller]
    pub(crate) fn ended(&self, code: i32, expected: &[&str]) {
        assert_eq!(self.code, code, "{}", self.said);
        for words in expected {
            assert!(self.said.contains(words), "no «{words}» in:\n{}", self.said);
        }
    }
}
