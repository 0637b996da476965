//! The scripts of the kits for CI, run as their engines run them.

mod server;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use server::Server;

use crate::project::{GOOD, Project};
use crate::revisions::git;

/// A project in which steps of a job run.
struct Job {
    project: Project,
    variables: BTreeMap<&'static str, String>,
}

/// What a step did.
struct Step {
    code: i32,
    printed: String,
    /// What it handed to later steps.
    outputs: String,
}

impl Job {
    fn new() -> Self {
        let project = Project::new();
        project.write("job/outputs", "");
        let mut variables = BTreeMap::from([
            ("GITHUB_OUTPUT", project.path("job/outputs").display().to_string()),
            ("GITHUB_PATH", project.path("job/path").display().to_string()),
            ("GITHUB_STEP_SUMMARY", project.path("job/summary").display().to_string()),
            ("GITHUB_REPOSITORY", "xa/ke-hoach".to_owned()),
            ("GITHUB_TOKEN", "bí mật".to_owned()),
            ("RUNNER_OS", "Linux".to_owned()),
            ("RUNNER_TEMP", project.path("job/temp").display().to_string()),
        ]);
        let program = Path::new(env!("CARGO_BIN_EXE_kehoach")).parent().expect("a folder");
        let others = std::env::var("PATH").expect("there are programs");
        variables.insert("PATH", format!("{}:{others}", program.display()));
        Self { project, variables }
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.variables.insert(name, value.into());
        self
    }

    /// Runs a script of ours.
    fn run(&self, script: &str, arguments: &[&str]) -> Step {
        self.project.write("job/outputs", "");
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join(".github/scripts").join(script);
        let mut bash = Command::new("bash");
        bash.arg(script).args(arguments).envs(&self.variables).current_dir(self.project.path(""));
        let ran = bash.env("NO_PROXY", "127.0.0.1").output().expect("bash runs");
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_owned()).expect("text");
        Step {
            code: ran.status.code().expect("the script ends by itself"),
            printed: text(&ran.stdout) + &text(&ran.stderr),
            outputs: text(&self.project.read("job/outputs")),
        }
    }

    /// Makes the project a repository with one revision, and gives that.
    fn revision(&self) -> String {
        self.project.write(".gitignore", "job\n");
        let folder = self.project.path("");
        git(&folder, &["init", "-q", "-b", "main"]);
        git(&folder, &["add", "-A"]);
        git(&folder, &["commit", "-q", "-m", "x"]);
        git(&folder, &["rev-parse", "HEAD"])
    }
}

impl Step {
    #[track_caller]
    fn ended(self, code: i32, words: &[&str]) -> Self {
        assert_eq!(self.code, code, "{}", self.printed);
        for words in words {
            assert!(self.printed.contains(words), "no «{words}» in:\n{}", self.printed);
        }
        self
    }
}

#[test]
fn a_check_annotates_and_hands_its_code_to_later_steps() {
    let job = Job::new();
    let sarif = job.project.path("job/findings/a.sarif").display().to_string();
    let job = job.with("KEHOACH_SARIF", &sarif);
    assert_eq!(job.run("check.sh", &[]).ended(0, &[]).outputs, "code=0\n");
    assert!(!job.project.path("job/summary").exists());

    job.project.write("plans/một xã/xấu.yaml", GOOD.replace("ky_hieu", "ky_hiêu"));
    let annotated = "::error file=plans/một xã/xấu.yaml,line=2,";
    let step = job.run("check.sh", &[]).ended(0, &[annotated]);
    assert_eq!(step.outputs, "code=1\n");
    let read = |name: &str| String::from_utf8(job.project.read(name)).expect("text");
    assert!(read("job/findings/a.sarif").contains("KH-0201"));
    assert!(read("job/summary").contains("plans/một xã/xấu.yaml:2:1: lỗi[KH-0201]"));

    let job = job.with("KEHOACH_PATHS", "plans/tot.yaml\nplans/một xã\n");
    assert_eq!(job.run("check.sh", &[]).ended(0, &[annotated]).outputs, "code=1\n");
    let job = job.with("KEHOACH_PATHS", "plans/tot.yaml");
    assert_eq!(job.run("check.sh", &[]).ended(0, &[]).outputs, "code=0\n");
    let job = job.with("KEHOACH_PATHS", "plans/none.yaml");
    assert_eq!(job.run("check.sh", &[]).ended(0, &["plans/none.yaml"]).outputs, "code=2\n");
}

#[test]
fn a_pull_request_has_one_comment_that_later_runs_write_anew() {
    // The second page has the comment that was written first.
    let others: Vec<_> = (0..100).map(|id| format!(r#"{{"id": {id}, "body": "khác"}}"#)).collect();
    let first = format!("[{}]", others.join(","));
    let second = r#"[{"id": 7, "body": "một"}, {"id": 8, "body": "<!-- kehoach diff  -->\ncũ"}]"#;
    let pages = move |what: &str, second: &str| match what.strip_prefix("GET ") {
        Some(path) if path.ends_with("page=1") => (200, first.clone().into_bytes()),
        Some(_) => (200, second.as_bytes().to_owned()),
        None => (200, b"{}".to_vec()),
    };
    let job = Job::new();
    let revision = job.revision();
    let job = job.with("KEHOACH_SINCE", revision).with("KEHOACH_PULL", "5");

    let empty = pages.clone();
    let server = Server::new(move |what| empty(what, "[]"));
    let job = job.with("GITHUB_API_URL", &server.address);
    job.run("comment.sh", &[]).ended(0, &[]);
    assert!(server.asked().iter().all(|(what, _)| what.starts_with("GET ")), "nothing changed, nothing is told");
    job.project.write("plans/tot.yaml", GOOD.replace("năm 2026", "năm 2027"));
    job.run("comment.sh", &[]).ended(0, &[]);
    let asked = server.asked();
    let (what, body) = asked.last().expect("it asks");
    assert_eq!(what, "POST /repos/xa/ke-hoach/issues/5/comments");
    assert!(body.starts_with(r#"{"#) && body.contains(r"<!-- kehoach diff  -->\n## So sánh kế hoạch"), "{body}");

    let server = Server::new(move |what| pages(what, second));
    let job = job.with("GITHUB_API_URL", &server.address);
    job.run("comment.sh", &[]).ended(0, &[]);
    let asked = server.asked();
    let (what, body) = asked.last().expect("it asks");
    assert_eq!(what, "PATCH /repos/xa/ke-hoach/issues/comments/8");
    assert!(body.contains("năm 2027"), "{body}");
    job.project.write("plans/xau.yaml", GOOD.replace("ky_hieu", "ky_hiêu"));
    job.run("comment.sh", &[]).ended(0, &["KH-0201"]);
    assert!(server.asked().last().is_some_and(|(_, body)| body.contains("Có kế hoạch chưa so được")));
    std::fs::remove_file(job.project.path("plans/xau.yaml")).expect("it is there");
    job.project.write("plans/tot.yaml", GOOD);
    job.run("comment.sh", &[]).ended(0, &[]);
    let asked = server.asked();
    assert!(asked.last().is_some_and(|(_, body)| body.contains("Không kế hoạch nào đổi nội dung")), "{asked:?}");
}

#[test]
fn a_comment_that_may_not_be_written_fails_no_job_but_a_revision_that_is_nowhere_does() {
    let server = Server::new(|_| (403, b"{}".to_vec()));
    let job = Job::new();
    let revision = job.revision();
    job.project.write("plans/tot.yaml", GOOD.replace("năm 2026", "năm 2027"));
    let job = job.with("KEHOACH_PULL", "5").with("GITHUB_API_URL", &server.address).with("KEHOACH_SINCE", revision);
    job.run("comment.sh", &[]).ended(0, &["::warning::", "pull-requests: write"]);
    job.with("KEHOACH_SINCE", "0123456789").run("comment.sh", &[]).ended(2, &[]);
}

#[test]
fn a_program_is_downloaded_and_proven_by_its_checksum() {
    let archives = Project::new();
    archives.write("kehoach-v0.1.0-x86_64-linux/kehoach", "#!/bin/sh\necho đã tải\n");
    let packed = Command::new("sh")
        .args(["-c", "chmod +x */kehoach && tar -czf a kehoach-* && sha256sum a | sed 's/a$/kehoach-v0.1.0-x86_64-linux.tar.gz/'"])
        .current_dir(archives.path(""))
        .output()
        .expect("it is packed");
    let (archive, sums) = (archives.read("a"), packed.stdout);
    let serve = move |what: &str, damage: &[u8]| match what.strip_prefix("GET /xa/kehoach/releases/download/v0.1.0/") {
        Some("SHA256SUMS") => (200, sums.clone()),
        Some("kehoach-v0.1.0-x86_64-linux.tar.gz") => (200, [archive.as_slice(), damage].concat()),
        Some(_) | None => (404, Vec::new()),
    };
    let job = Job::new().with("KEHOACH_REPOSITORY", "xa/kehoach").with("KEHOACH_VERSION", "v0.1.0");
    let whole = serve.clone();
    let server = Server::new(move |what| whole(what, b""));
    let job = job.with("GITHUB_SERVER_URL", &server.address);
    job.run("program.sh", &[]).ended(0, &["đã tải"]);
    assert!(String::from_utf8(job.project.read("job/path")).expect("text").ends_with("/kehoach-program\n"));
    let job = job.with("KEHOACH_VERSION", "v0.2.0");
    job.run("program.sh", &[]).ended(2, &["::error::không tải được", "v0.2.0"]);
    let job = job.with("KEHOACH_VERSION", "main");
    job.run("program.sh", &[]).ended(2, &["::error::«main» không phải tên một bản phát hành"]);

    let server = Server::new(move |what| serve(what, b"x"));
    let job = job.with("GITHUB_SERVER_URL", &server.address).with("KEHOACH_VERSION", "v0.1.0");
    job.run("program.sh", &[]).ended(2, &["không đúng SHA256SUMS"]);

    let job = job.with("KEHOACH_BINARY", env!("CARGO_BIN_EXE_kehoach"));
    job.run("program.sh", &[]).ended(0, &[concat!("kehoach ", env!("CARGO_PKG_VERSION"))]);
    job.with("KEHOACH_BINARY", "không/có").run("program.sh", &[]).ended(2, &["không chạy được"]);
}

/// The lock of a document, as `sha256sum` writes it.
fn lock(job: &Job, part: &str, document: &str) {
    let sum = Command::new("sha256sum").arg(document).current_dir(job.project.path(&format!("{part}/output"))).output();
    job.project.write(&format!("{part}/output/kehoach.lock"), sum.expect("it is hashed").stdout);
}

#[test]
fn parts_are_put_together_when_their_locks_hold() {
    let job = Job::new();
    for (part, document) in [("1", "xa/b c.docx"), ("2", "a.pdf")] {
        job.project.write(&format!("{part}/output/{document}"), part);
        let timings = format!(r#"{{"version": 1, "plans": [{{"plan": "{document}", "milliseconds": 3}}]}}"#);
        job.project.write(&format!("{part}/timings.json"), timings);
        lock(&job, part, document);
    }
    job.run("merge.sh", &["whole", "timings.json", "1", "2"]).ended(0, &[]);
    assert_eq!(job.project.files("whole"), ["a.pdf", "kehoach.lock", "xa/b c.docx"]);
    let read = |name: &str| String::from_utf8(job.project.read(name)).expect("text");
    let documents: Vec<_> = read("whole/kehoach.lock").lines().map(|line| line[66..].to_owned()).collect();
    assert_eq!(documents, ["a.pdf", "xa/b c.docx"]);
    let timings = read("timings.json");
    assert!(timings.find("a.pdf") < timings.find("b c.docx") && timings.contains("\"version\": 1"), "{timings}");

    job.run("merge.sh", &["twice", "timings.json", "1", "1"]).ended(1, &["hai phần cùng có xa/b c.docx"]);
    job.project.write("2/output/a.pdf", "khác");
    job.run("merge.sh", &["changed", "timings.json", "1", "2"]).ended(1, &["a.pdf: FAILED"]);
    // A plan of the second part had a mistake: its other documents are there, and no lock says that all are.
    std::fs::remove_file(job.project.path("2/output/kehoach.lock")).expect("it is there");
    job.run("merge.sh", &["partial", "timings.json", "1", "2"]).ended(0, &[]);
    assert_eq!(job.project.files("partial"), ["a.pdf", "xa/b c.docx"]);
    std::fs::remove_file(job.project.path("1/output/xa/b c.docx")).expect("it is there");
    job.run("merge.sh", &["gone", "timings.json", "1", "2"]).ended(1, &["xa/b c.docx"]);
}
