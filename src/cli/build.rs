//! `kehoach build`: every plan to its documents, one bad plan stopping no other.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;

use super::Outcome;
use super::arguments::{Build, Global};
use super::office::{self, Trouble};
use super::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic, has_errors};
use crate::pipeline::Office;
use crate::plan::{Shared, read_shared, yaml};
use crate::source::SourceFile;
use crate::world;

/// More threads bring nothing: the compiler of the PDF shares its work among all cores by itself.
const MOST_THREADS: usize = 2;
/// Room for the compiler's recursion, in bytes.
const STACK: usize = 16 << 20;

/// A plan to build.
struct Job {
    /// The plan.
    path: PathBuf,
    /// Its name in messages.
    name: String,
    /// Its outputs, without ending.
    target: PathBuf,
    /// What its folders share, or why that could not be read.
    shared: Arc<SharedFolder>,
}

/// What became of a plan.
enum Done {
    /// Its documents are written, or nothing hindered that.
    Built(Vec<Diagnostic>),
    /// Findings kept it from being built.
    Refused(Vec<Diagnostic>),
    /// The machine or the program failed.
    Failed(String),
}

/// What the `_` files of a folder and the folders above it hold.
struct SharedFolder {
    shared: Shared,
    broken: bool,
}

pub(super) fn run(build: &Build, global: &Global, terminal: &Terminal) -> Outcome {
    match prepare(build) {
        Ok(prepared) => {
            terminal.findings(&prepared.diagnostics);
            for failure in &prepared.failures {
                terminal.failure(failure);
            }
            let mut outcome = Outcome::Clean;
            if prepared.diagnostics.iter().any(|found| found.severity >= global.fail_on) {
                outcome = Outcome::Findings;
            }
            if !prepared.failures.is_empty() {
                outcome = Outcome::Failed;
            }
            if prepared.jobs.is_empty() && prepared.refused.is_empty() {
                return outcome;
            }
            outcome.max(build_all(build, global, &prepared))
        }
        Err(Trouble::Findings(diagnostics)) => {
            terminal.findings(&diagnostics);
            Outcome::Findings
        }
        Err(Trouble::Failed(error)) => {
            terminal.failure(&error.to_string());
            Outcome::Failed
        }
        Err(Trouble::Said(why)) => {
            terminal.failure(&why);
            Outcome::Failed
        }
    }
}

/// Reads bytes as text, or says where they are none.
pub(super) fn source(name: &str, bytes: &[u8]) -> Result<Arc<SourceFile>, Box<Diagnostic>> {
    SourceFile::from_bytes(name, bytes).map_err(|place| {
        let message = format!("tệp không phải văn bản UTF-8, từ dòng {} cột {}", place.line, place.column);
        Box::new(
            Diagnostic::in_file(Code::NotText, name, message)
                .help("mở tệp bằng trình soạn thảo và lưu lại với mã UTF-8"),
        )
    })
}

/// What is known before any plan is built.
struct Prepared {
    office: Office,
    jobs: Vec<Job>,
    /// Names of plans that are not built, whose reason stands among the findings.
    refused: Vec<String>,
    /// What is wrong with the paths and with what plans share.
    diagnostics: Vec<Diagnostic>,
    /// What the machine could not do.
    failures: Vec<String>,
}

fn prepare(build: &Build) -> Result<Prepared, Trouble> {
    let working = world::resolved(&world::working_folder()?);
    let root = root_of(build, &working)?;
    let office = office::open(&root)?;
    let mut prepared =
        Prepared { office, jobs: Vec::new(), refused: Vec::new(), diagnostics: Vec::new(), failures: Vec::new() };
    let plans = find_plans(build, &root, &working, &mut prepared);
    let out = build.out.as_ref().map_or_else(|| root.join("output"), |out| working.join(out));
    let mut folders = Folders { root: &root, working: &working, known: BTreeMap::new() };
    let mut targets: BTreeMap<PathBuf, String> = BTreeMap::new();
    for plan in plans {
        let name = shown(&plan.path, &working);
        let target = out.join(plan.place.with_extension(""));
        if let Some(first) = targets.get(&target) {
            let message = format!("kết quả sẽ ghi đè kết quả của {first}");
            prepared.diagnostics.push(
                Diagnostic::in_file(Code::SameOutput, name.clone(), message)
                    .help("đổi tên một tệp, hoặc dựng vào hai thư mục bằng --out"),
            );
            prepared.refused.push(name);
            continue;
        }
        targets.insert(target.clone(), name.clone());
        let folder = plan.path.parent().unwrap_or(&root).to_owned();
        let shared = folders.shared(&folder, &mut prepared);
        prepared.jobs.push(Job { path: plan.path, name, target, shared });
    }
    Ok(prepared)
}

/// The project of the paths; without paths, or where they are in none, that of the working folder.
fn root_of(build: &Build, working: &Path) -> Result<PathBuf, Trouble> {
    let mut roots: Vec<PathBuf> = Vec::new();
    for path in &build.paths {
        let found = world::project_above(&world::resolved(&working.join(path)));
        roots.extend(found.filter(|root| !roots.contains(root)));
    }
    match roots.as_slice() {
        [] => Ok(world::project_above(working).unwrap_or_else(|| working.to_owned())),
        [root] => Ok(root.clone()),
        [first, second, ..] => Err(Trouble::Said(format!(
            "các đường dẫn thuộc hai dự án: {} và {}; dựng mỗi dự án một lần",
            shown(first, working),
            shown(second, working)
        ))),
    }
}

/// A plan's file, and where it stands below the folder that outputs mirror.
struct Found {
    path: PathBuf,
    place: PathBuf,
}

fn find_plans(build: &Build, root: &Path, working: &Path, prepared: &mut Prepared) -> Vec<Found> {
    let plans = root.join("plans");
    let paths = if build.paths.is_empty() { vec![plans.clone()] } else { build.paths.clone() };
    let mut found: Vec<Found> = Vec::new();
    for path in paths {
        let full = world::resolved(&working.join(&path));
        let name = shown(&path, working);
        if !world::exists(&full) {
            prepared.failures.push(format!("không có tệp hoặc thư mục {name}"));
            continue;
        }
        let files = match files_of(&full, root, working, prepared) {
            Ok(files) => files,
            Err(error) => {
                prepared.failures.push(error.to_string());
                continue;
            }
        };
        if files.is_empty() {
            prepared.diagnostics.push(
                Diagnostic::in_file(Code::NoPlan, name, "không có kế hoạch nào ở đây")
                    .help("kế hoạch là tệp .yaml; tệp và thư mục có tên bắt đầu bằng dấu gạch dưới chỉ để dùng chung"),
            );
        }
        for file in files {
            let place = file
                .strip_prefix(&plans)
                .or_else(|_| file.strip_prefix(&full))
                .ok()
                .filter(|place| !place.as_os_str().is_empty())
                .map_or_else(|| PathBuf::from(file.file_name().unwrap_or_default()), Path::to_owned);
            if !found.iter().any(|known| known.path == file) {
                found.push(Found { path: file, place });
            }
        }
    }
    found
}

/// The plans at a path: a file, or those of a folder. What plans share is none.
fn files_of(full: &Path, root: &Path, working: &Path, prepared: &mut Prepared) -> Result<Vec<PathBuf>, world::Error> {
    let mut inside = full.strip_prefix(root).unwrap_or(Path::new("")).iter();
    if inside.any(|name| name.to_string_lossy().starts_with('_')) {
        return Ok(Vec::new());
    }
    if !world::is_folder(full) {
        return Ok(vec![full.to_owned()]);
    }
    for stray in world::list_strays(full)? {
        let message = "bỏ qua tệp này: kế hoạch phải có đuôi .yaml, viết thường";
        prepared.diagnostics.push(
            Diagnostic::in_file(Code::StrayFile, shown(&stray, working), message)
                .as_warning()
                .help("đổi tên tệp thành đuôi .yaml; nếu không phải kế hoạch thì chuyển ra ngoài"),
        );
    }
    let mut files = world::list(full, &["yaml"])?;
    files.retain(|file| file.file_name() != Some(std::ffi::OsStr::new(world::SETTINGS_FILE)));
    Ok(files)
}

/// A path as the user would write it.
fn shown(path: &Path, working: &Path) -> String {
    path.strip_prefix(working).unwrap_or(path).display().to_string()
}

/// What the folders of a run share; each is read once.
struct Folders<'a> {
    root: &'a Path,
    working: &'a Path,
    known: BTreeMap<PathBuf, Arc<SharedFolder>>,
}

impl Folders<'_> {
    /// What the plans of a folder share: what the folders above it share, then its own `_` files.
    fn shared(&mut self, folder: &Path, prepared: &mut Prepared) -> Arc<SharedFolder> {
        if let Some(folder) = self.known.get(folder) {
            return Arc::clone(folder);
        }
        let above = folder.parent().filter(|_| folder != self.root && folder.starts_with(self.root));
        let outer = match above {
            Some(above) => self.shared(above, prepared),
            None => Arc::new(SharedFolder { shared: Shared::default(), broken: false }),
        };
        let failures = prepared.failures.len();
        let files = self.files(folder, prepared);
        let unreadable = prepared.failures.len() > failures;
        let mut found = Vec::new();
        let nodes: Vec<_> = files
            .into_iter()
            .filter_map(|file| {
                let file = file.map_err(|diagnostic| found.push(*diagnostic)).ok()?;
                let checked = yaml::read(&file, &|letter| prepared.office.typeface.covers(letter));
                found.extend(checked.diagnostics);
                checked.value
            })
            .collect();
        let (shared, wrong) = read_shared(&outer.shared, &nodes);
        found.extend(wrong);
        let broken = outer.broken || unreadable || has_errors(&found);
        prepared.diagnostics.extend(found);
        let shared = Arc::new(SharedFolder { shared, broken });
        self.known.insert(folder.to_owned(), Arc::clone(&shared));
        shared
    }

    /// The `_` files of a folder; what cannot be read is noted.
    fn files(&self, folder: &Path, prepared: &mut Prepared) -> Vec<Result<Arc<SourceFile>, Box<Diagnostic>>> {
        let mut files = Vec::new();
        let read = |path: &Path| world::read(path).map(|bytes| source(&shown(path, self.working), &bytes));
        match world::list_shared(folder) {
            Ok(paths) => {
                for path in paths {
                    match read(&path) {
                        Ok(file) => files.push(file),
                        Err(error) => prepared.failures.push(error.to_string()),
                    }
                }
            }
            Err(error) => prepared.failures.push(error.to_string()),
        }
        files
    }
}

fn build_all(build: &Build, global: &Global, prepared: &Prepared) -> Outcome {
    let (office, jobs) = (&prepared.office, prepared.jobs.as_slice());
    let mut terminal = Terminal::new(global);
    terminal.start(jobs.len() as u64);
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel::<(usize, Done)>();
    let threads = thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS).min(jobs.len().max(1));
    thread::scope(|scope| {
        for _ in 0..threads {
            let (sender, next) = (sender.clone(), &next);
            let work = move || {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(job) = jobs.get(index) else { break };
                    if sender.send((index, build_one(build, office, job))).is_err() {
                        break;
                    }
                }
            };
            thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work).expect("the system starts a thread");
        }
        drop(sender);
        report(&receiver, prepared, build, global, &terminal)
    })
}

/// Says what became of each plan, in the order of the plans, as soon as the order allows.
fn report(
    receiver: &mpsc::Receiver<(usize, Done)>,
    prepared: &Prepared,
    build: &Build,
    global: &Global,
    terminal: &Terminal,
) -> Outcome {
    let mut waiting: BTreeMap<usize, Done> = BTreeMap::new();
    let mut outcome = Outcome::Clean;
    let jobs = &prepared.jobs;
    let mut bad: Vec<&str> = Vec::new();
    let mut said = 0;
    for (index, done) in receiver {
        terminal.step();
        waiting.insert(index, done);
        while let Some(done) = waiting.remove(&said) {
            let job = &jobs[said];
            said += 1;
            match done {
                Done::Built(diagnostics) => {
                    terminal.findings(&diagnostics);
                    if diagnostics.iter().any(|found| found.severity >= global.fail_on) {
                        outcome = outcome.max(Outcome::Findings);
                    }
                }
                Done::Refused(diagnostics) => {
                    terminal.findings(&diagnostics);
                    bad.push(&job.name);
                    outcome = outcome.max(Outcome::Findings);
                }
                Done::Failed(message) => {
                    terminal.failure(&format!("{}: {message}", job.name));
                    bad.push(&job.name);
                    outcome = Outcome::Failed;
                }
            }
        }
    }
    terminal.finish();
    if jobs.is_empty() {
        return outcome;
    }
    let good = jobs.len() - bad.len();
    bad.extend(prepared.refused.iter().map(String::as_str));
    let all = jobs.len() + prepared.refused.len();
    let formats: Vec<_> = build.formats.iter().map(|format| format.extension().to_uppercase()).collect();
    terminal.talk(&format!("đã dựng {good}/{all} kế hoạch ({})", formats.join(", ")));
    if !bad.is_empty() {
        terminal.talk(&format!("chưa dựng, kết quả cũ còn nguyên: {}", bad.join(", ")));
    }
    outcome
}

fn build_one(build: &Build, office: &Office, job: &Job) -> Done {
    // A mistake of ours in one plan must not take the others with it.
    let caught = catch_unwind(AssertUnwindSafe(|| try_build(build, office, job)));
    caught.unwrap_or_else(|_| Done::Failed("chương trình gặp lỗi của chính nó; xin báo lại cùng tệp này".to_owned()))
}

fn try_build(build: &Build, office: &Office, job: &Job) -> Done {
    let bytes = match world::read(&job.path) {
        Ok(bytes) => bytes,
        Err(error) => return Done::Failed(error.to_string()),
    };
    let file = match source(&job.name, &bytes) {
        Ok(file) => file,
        Err(diagnostic) => return Done::Refused(vec![*diagnostic]),
    };
    let checked = office.read(&file, &job.shared.shared, build.status);
    if job.shared.broken {
        // Which ids are unknown cannot be told as long as what declares them is broken; that has been reported.
        let known = |found: &Diagnostic| found.code != Code::UnknownId;
        return Done::Refused(checked.diagnostics.into_iter().filter(known).collect());
    }
    let Some(plan) = checked.value else { return Done::Refused(checked.diagnostics) };
    let document = match office.document(&plan) {
        Ok(document) => document,
        Err(diagnostics) => return Done::Refused(diagnostics),
    };
    let layout = office.layout(&document);
    let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    for &format in &build.formats {
        let mut target = job.target.clone().into_os_string();
        target.push(format!(".{}", format.extension()));
        match office.write(&layout, format) {
            Ok(bytes) => files.push((PathBuf::from(target), bytes)),
            Err(message) => return Done::Failed(message),
        }
    }
    // Nothing is written before everything is there, so a failure leaves the old pair of documents.
    match world::write(&files) {
        Ok(()) => Done::Built(checked.diagnostics),
        Err(error) => Done::Failed(error.to_string()),
    }
}
