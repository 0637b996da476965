//! Plans in a git repository, compared by the real program with what they were.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::project::GOOD;

/// A repository in a folder of its own.
struct Repository {
    folder: tempfile::TempDir,
}

/// What the program did.
struct Ran {
    code: i32,
    data: String,
    said: String,
}

/// Runs git in a folder, whatever the settings of the machine.
#[track_caller]
pub(crate) fn git(folder: &Path, arguments: &[&str]) -> String {
    let settings = ["user.name=An", "user.email=an@example.vn", "commit.gpgsign=false", "protocol.file.allow=always"];
    let mut program = Command::new("git");
    program.args(settings.iter().flat_map(|setting| ["-c", setting])).args(arguments).current_dir(folder);
    let null = if cfg!(windows) { "NUL" } else { "/dev/null" };
    let program = program.env("GIT_CONFIG_GLOBAL", null).env("GIT_CONFIG_SYSTEM", null);
    let output = program.output().expect("git runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("git writes text").trim().to_owned()
}

/// Runs `kehoach diff` in a folder.
#[track_caller]
fn diff(folder: &Path, arguments: &[&str]) -> Ran {
    let mut program = Command::new(env!("CARGO_BIN_EXE_kehoach"));
    let output = program.arg("diff").args(arguments).current_dir(folder).output();
    let Output { status, stdout, stderr } = output.expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("the program writes text");
    Ran { code: status.code().expect("the program ends by itself"), data: text(stdout), said: text(stderr) }
}

impl Repository {
    /// A repository without a revision.
    fn empty(options: &[&str]) -> Self {
        let repository = Self { folder: tempfile::tempdir().expect("a folder") };
        repository.git(&[&["init", "-q", "-b", "main"], options].concat());
        repository
    }

    /// A repository that knows `plans/tot.yaml` as it was, and holds it now with another subject.
    fn new() -> Self {
        Self::with(&[])
    }

    fn with(options: &[&str]) -> Self {
        let repository = Self::empty(options);
        repository.write("plans/tot.yaml", GOOD);
        repository.commit();
        repository.write("plans/tot.yaml", &later());
        repository
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn git(&self, arguments: &[&str]) -> String {
        git(self.path(), arguments)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        fs::write(path, text).expect("the file is written");
    }

    fn remove(&self, name: &str) {
        fs::remove_file(self.path().join(name)).expect("the file is removed");
    }

    /// Makes a revision of all that is there.
    fn commit(&self) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", "x"]);
    }

    #[track_caller]
    fn diff(&self, arguments: &[&str]) -> Ran {
        diff(self.path(), arguments)
    }

    /// The repository again, cloned from its address into a folder of its own.
    fn cloned(&self, options: &[&str]) -> Self {
        let clone = Self { folder: tempfile::tempdir().expect("a folder") };
        // Objects are borrowed by path alone, and a clone by path is never shallow.
        let path = self.path().display();
        let address = if options.contains(&"--shared") { path.to_string() } else { format!("file://{path}") };
        clone.git(&[&["clone", "-q"], options, &[&address, "."]].concat());
        clone
    }
}

impl Ran {
    #[track_caller]
    fn ended(&self, code: i32, data: &str, said: &[&str]) {
        // Which plans were compared; what differs between them is tested elsewhere.
        let pairs: String = self.data.lines().filter(|line| is_pair(line)).map(|line| format!("{line}\n")).collect();
        assert_eq!((self.code, pairs.as_str()), (code, data), "{}", self.said);
        for words in said {
            assert!(self.said.contains(words), "no «{words}» in:\n{}", self.said);
        }
        assert_eq!(self.said.is_empty(), said.is_empty(), "{}", self.said);
    }
}

/// Whether a line names the two plans of a comparison.
fn is_pair(line: &str) -> bool {
    !line.starts_with(' ') && line.contains(" → ")
}

/// The good plan with another subject.
fn later() -> String {
    GOOD.replace("năm 2026", "năm 2027")
}

const PAIR: &str = "HEAD:plans/tot.yaml → plans/tot.yaml\n";
const TWO: [&str; 3] = ["HEAD:plans/tot.yaml", "plans/tot.yaml", "--exit-code"];

#[test]
fn loose_objects_packed_ones_and_borrowed_ones_are_read() {
    for kind in ["sha1", "sha256"] {
        let repository = Repository::with(&[&format!("--object-format={kind}")]);
        repository.diff(&TWO).ended(1, PAIR, &[]);
        repository.git(&["gc", "-q", "--aggressive", "--prune=now"]);
        assert_eq!(repository.git(&["count-objects"]), "0 objects, 0 kilobytes", "all are packed");
        repository.diff(&TWO).ended(1, PAIR, &[]);

        let borrower = repository.cloned(&["--shared"]);
        assert!(borrower.path().join(".git/objects/info/alternates").exists(), "objects are borrowed");
        borrower.write("plans/tot.yaml", &later());
        borrower.diff(&TWO).ended(1, PAIR, &[]);
    }
}

#[test]
fn differences_end_with_one_only_if_asked() {
    let repository = Repository::new();
    repository.diff(&TWO[..2]).ended(0, PAIR, &[]);
    let same = "HEAD:plans/tot.yaml → main:plans/tot.yaml\n";
    repository.diff(&["HEAD:plans/tot.yaml", "main:plans/tot.yaml", "--exit-code"]).ended(0, same, &[]);
}

#[test]
fn another_folder_of_the_repository_and_one_without_files_are_read() {
    let repository = Repository::new();
    let other = tempfile::tempdir().expect("a folder");
    let folder = other.path().join("cay");
    repository.git(&["worktree", "add", "-q", "-b", "nhanh", folder.to_str().expect("text")]);
    fs::write(folder.join("plans/tot.yaml"), later()).expect("the file is written");
    diff(&folder, &TWO).ended(1, PAIR, &[]);
    diff(&folder, &["--since", "main"]).ended(0, "main:plans/tot.yaml → plans/tot.yaml\n", &[]);

    let bare = repository.cloned(&["--bare"]);
    let same = "HEAD:plans/tot.yaml → main:plans/tot.yaml\n";
    bare.diff(&["HEAD:plans/tot.yaml", "main:plans/tot.yaml"]).ended(0, same, &[]);
    bare.diff(&["--since", "HEAD"]).ended(2, "", &["trong cây tệp của kho git"]);
}

#[test]
fn what_a_shallow_clone_lacks_is_told_with_the_cure() {
    let repository = Repository::new();
    repository.commit();
    let clone = repository.cloned(&["--depth=1"]);
    let said = "chỉ tải về một phần lịch sử, trong đó không có phiên bản «HEAD~1»; chạy git fetch --depth=100";
    clone.diff(&["HEAD~1:plans/tot.yaml", "plans/tot.yaml"]).ended(2, "", &[said]);
    clone.diff(&["--since", "HEAD~1"]).ended(2, "", &[said]);
    clone.diff(&TWO).ended(0, PAIR, &[]);
    clone.git(&["fetch", "-q", "--depth=2"]);
    let pair = "HEAD~1:plans/tot.yaml → plans/tot.yaml\n";
    clone.diff(&["HEAD~1:plans/tot.yaml", "plans/tot.yaml"]).ended(0, pair, &[]);
}

#[test]
fn names_that_mean_nothing_are_told() {
    let repository = Repository::new();
    repository.write("HEAD:x.yaml", GOOD);
    let told = |old: &str, code: i32, said: &str| {
        repository.diff(&[old, "plans/tot.yaml"]).ended(code, "", &[said]);
    };
    told("v9:plans/tot.yaml", 2, "kho git không có phiên bản «v9»");
    told("HEAD~7:plans/tot.yaml", 2, "kho git không có phiên bản «HEAD~7»");
    told("--:plans/tot.yaml", 2, "không có tùy chọn");
    told("HEAD:plans/khong.yaml", 2, "không có tệp hoặc thư mục HEAD:plans/khong.yaml");
    told("HEAD:plans", 2, "HEAD:plans là thư mục; viết đường dẫn của một kế hoạch");
    told("plans", 2, "plans là thư mục");
    told("HEAD:../plans/tot.yaml", 2, "dẫn ra ngoài kho git");
    told("C:\\plans\\tot.yaml", 2, "không có tệp hoặc thư mục C:\\plans\\tot.yaml");
    let blob = repository.git(&["rev-parse", "HEAD:plans/tot.yaml"]);
    told(&format!("{blob}:a.yaml"), 2, "không phải phiên bản");
    // A file is a file, whatever its name.
    repository.diff(&["HEAD:x.yaml", "plans/tot.yaml"]).ended(0, "HEAD:x.yaml → plans/tot.yaml\n", &[]);
    let outside = tempfile::tempdir().expect("a folder");
    diff(outside.path(), &["HEAD:a.yaml", "b.yaml"]).ended(2, "", &["không tìm thấy kho git"]);
}

#[test]
fn a_plan_that_breaks_a_rule_is_compared() {
    let repository = Repository::empty(&[]);
    let wrong =
        format!("{GOOD}kinh_phi: {{tong: 9 triệu đồng, khoan: {{a: {{ten: Tập huấn, so_tien: 5 triệu đồng}}}}}}\n");
    repository.write("plans/tot.yaml", &wrong);
    repository.commit();
    repository.write("plans/tot.yaml", &later());
    // What it was is told, not judged.
    repository.diff(&["--since", "HEAD"]).ended(0, PAIR, &[]);
    repository.diff(&TWO[..2]).ended(0, PAIR, &[]);
    repository.commit();
    repository.write("plans/tot.yaml", &wrong);
    repository.diff(&["--since", "HEAD"]).ended(1, PAIR, &["KH-03"]);
}

#[test]
fn paths_are_those_of_the_repository_or_of_the_working_folder() {
    let repository = Repository::new();
    let folder = repository.path().join("plans");
    for old in ["HEAD:plans/tot.yaml", "HEAD:./tot.yaml", "HEAD:../plans/tot.yaml"] {
        diff(&folder, &[old, "tot.yaml"]).ended(0, "HEAD:plans/tot.yaml → tot.yaml\n", &[]);
    }
}

#[test]
fn a_plan_is_read_with_what_its_folders_shared_then() {
    let repository = Repository::empty(&[]);
    let body = |name: &str| format!("co_quan: {{pkt: {{ten: {name}}}}}\n");
    let plan = GOOD.replace("- Các thôn", "- {co_quan: pkt}");
    repository.write("xa/kehoach.yaml", "");
    repository.write("xa/plans/_chung.yaml", &body("Phòng Kinh tế"));
    repository.write("xa/plans/a.yaml", &plan);
    repository.write("xa/plans/b/b.yaml", GOOD);
    repository.write("khac/plans/c.yaml", GOOD);
    repository.commit();
    repository.write("xa/plans/_chung.yaml", &body("Phòng Kinh tế và Hạ tầng"));
    let two = ["HEAD:xa/plans/a.yaml", "xa/plans/a.yaml", "--exit-code"];
    repository.diff(&two).ended(1, "HEAD:xa/plans/a.yaml → xa/plans/a.yaml\n", &[]);
    // Of the plans below, which are read with the shared file, those are told of that use what changed in it.
    let changed = "HEAD:xa/plans/a.yaml → plans/a.yaml\n";
    diff(&repository.path().join("xa"), &["--since", "HEAD"]).ended(0, changed, &[]);
    // A note in a shared file changes nothing.
    repository.write("xa/plans/_chung.yaml", &format!("# ghi chú\n{}", body("Phòng Kinh tế")));
    diff(&repository.path().join("xa"), &["--since", "HEAD"]).ended(0, "", &[]);
    // What the shared file did not hold then is told of that revision.
    repository.write("xa/plans/d.yaml", &plan.replace("co_quan: pkt", "co_quan: pvh"));
    repository.commit();
    repository.write("xa/plans/_chung.yaml", &format!("{}  pvh: {{ten: Phòng Văn hóa}}\n", "co_quan:\n"));
    let ran = repository.diff(&["HEAD:xa/plans/d.yaml", "xa/plans/d.yaml"]);
    ran.ended(1, "", &["pvh", "HEAD:xa/plans/d.yaml:"]);
}

#[test]
fn plans_that_came_went_moved_and_changed_are_paired() {
    let repository = Repository::empty(&[]);
    let plan = |subject: &str, lines: &str| {
        let plan = GOOD.replace("Giảm nghèo bền vững năm 2026", subject);
        plan.replace("      - Giảm số hộ nghèo của xã.\n", lines)
    };
    let long = |what: &str| -> String {
        let line =
            |line| format!("      - Việc {what} thứ {line} và {what} ở từng thôn, từng hộ, theo {what} đã giao.\n");
        (1..30).map(line).collect()
    };
    for name in ["giu", "doi", "xoa", "chuyen", "ten"] {
        repository.write(&format!("plans/{name}.yaml"), &plan(name, &long(name)));
    }
    repository.commit();
    repository.write("plans/doi.yaml", &plan("Đã đổi", &long("doi")));
    repository.remove("plans/xoa.yaml");
    fs::create_dir(repository.path().join("plans/2027")).expect("a folder");
    let rename = |from: &str, to: &str| {
        fs::rename(repository.path().join(from), repository.path().join(to)).expect("it is renamed");
    };
    rename("plans/chuyen.yaml", "plans/2027/chuyen.yaml");
    repository.remove("plans/ten.yaml");
    repository.write("plans/ten_moi.yaml", &plan("Tên mới", &long("ten")));
    repository.write("plans/them.yaml", &plan("Thêm", &long("them")));
    let expected = "HEAD:plans/chuyen.yaml → plans/2027/chuyen.yaml\n\
                    HEAD:plans/doi.yaml → plans/doi.yaml\n\
                    HEAD:plans/ten.yaml → plans/ten_moi.yaml\n\
                    (không có) → plans/them.yaml\n\
                    HEAD:plans/xoa.yaml → (không có)\n";
    repository.diff(&["--since", "HEAD"]).ended(0, expected, &[]);
    repository.diff(&["--since", "HEAD", "plans/doi.yaml"]).ended(0, "HEAD:plans/doi.yaml → plans/doi.yaml\n", &[]);
    repository.diff(&["--since", "HEAD", "plans/xoa.yaml"]).ended(0, "HEAD:plans/xoa.yaml → (không có)\n", &[]);
    repository.diff(&["--since", "HEAD", "plans/giu.yaml", "--exit-code"]).ended(0, "", &[]);
    repository.diff(&["--since", "HEAD", "plans/la.yaml"]).ended(2, "", &["không có tệp hoặc thư mục plans/la.yaml"]);
    repository.diff(&["--since", "HEAD", "--out", "out/kq.txt"]).ended(0, "", &[]);
    let written = fs::read_to_string(repository.path().join("out/kq.txt")).expect("it is written");
    let pairs: Vec<_> = written.lines().filter(|line| is_pair(line)).collect();
    assert_eq!(pairs, expected.lines().collect::<Vec<_>>());
}

#[test]
fn a_plan_that_is_broken_on_one_side_fails_alone() {
    let repository = Repository::new();
    repository.write("plans/hong.yaml", "la: lùng\n");
    repository.write("plans/chu.yaml", GOOD);
    repository.commit();
    repository.write("plans/tot.yaml", GOOD);
    repository.write("plans/hong.yaml", GOOD);
    let ran = repository.diff(&["--since", "HEAD"]);
    ran.ended(1, PAIR, &["HEAD:plans/hong.yaml:"]);
    fs::write(repository.path().join("plans/chu.yaml"), [0xff, 0xfe]).expect("the file is written");
    repository.diff(&["--since", "HEAD"]).ended(1, PAIR, &["plans/chu.yaml", "không phải văn bản UTF-8"]);
    repository.diff(&["HEAD:plans/hong.yaml", "plans/tot.yaml"]).ended(1, "", &["HEAD:plans/hong.yaml:"]);
}

#[cfg(unix)]
#[test]
fn links_modules_and_pointers_of_a_tree_are_told() {
    let repository = Repository::empty(&[]);
    let inner = Repository::new();
    let link = |name: &str, to: &str| {
        std::os::unix::fs::symlink(to, repository.path().join(name)).expect("the link is made");
    };
    repository.write("that.yaml", GOOD);
    repository.write("plans/lon.yaml", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n");
    link("plans/trong.yaml", "../that.yaml");
    link("plans/ngoai.yaml", "/etc/hostname");
    link("plans/cut.yaml", "khong_co.yaml");
    link("plans/vong.yaml", "vong.yaml");
    repository.git(&["submodule", "-q", "add", &format!("file://{}", inner.path().display()), "con"]);
    repository.commit();
    repository.write("plans/moi.yaml", GOOD);
    let told = |path: &str, said: &str| {
        repository.diff(&[&format!("HEAD:{path}"), "plans/moi.yaml"]).ended(2, "", &[said]);
    };
    told("plans/lon.yaml", "con trỏ Git LFS");
    told("plans/ngoai.yaml", "liên kết này dẫn ra ngoài");
    told("plans/cut.yaml", "liên kết này không dẫn tới tệp nào");
    told("plans/vong.yaml", "liên kết này không dẫn tới tệp nào");
    told("con/plans/tot.yaml", "kho git con (submodule)");
    // A link that stays within is followed.
    let ran = repository.diff(&["HEAD:plans/trong.yaml", "plans/moi.yaml", "--exit-code"]);
    ran.ended(0, "HEAD:plans/trong.yaml → plans/moi.yaml\n", &[]);
}

#[test]
fn names_of_revisions_command_no_terminal() {
    let repository = Repository::new();
    let ran = repository.diff(&["v\u{1b}[2J:plans/tot.yaml", "plans/tot.yaml"]);
    ran.ended(2, "", &["«v\\u{1b}[2J»"]);
    assert!(!ran.said.contains('\u{1b}'), "{:?}", ran.said);
}

#[test]
fn the_repository_and_the_plans_stay_as_they_are() {
    let repository = Repository::new();
    let files = || -> Vec<(PathBuf, Vec<u8>)> {
        let entries = walkdir::WalkDir::new(repository.path()).sort_by_file_name().into_iter();
        let files = entries.map(|entry| entry.expect("an entry")).filter(|entry| entry.file_type().is_file());
        files.map(|file| (file.path().to_owned(), fs::read(file.path()).expect("it is read"))).collect()
    };
    let before = files();
    repository.diff(&["--since", "HEAD"]).ended(0, PAIR, &[]);
    repository.diff(&TWO).ended(1, PAIR, &[]);
    assert!(before == files(), "a file was written");
}
