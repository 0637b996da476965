//! What a run of the program takes: the time on the wall, the time of the processors and the most memory.

use std::fmt;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How often the memory is read.
const OFTEN: Duration = Duration::from_millis(2);
/// Ticks in a second, in which Linux tells the time of processors.
const TICKS: f64 = 100.0;

/// What a run took, and what it said last.
pub(crate) struct Taken {
    /// Seconds on the wall.
    pub(crate) wall: f64,
    /// Seconds of all processors, where the system tells.
    pub(crate) processors: Option<f64>,
    /// Megabytes at most, where the system tells.
    memory: Option<u64>,
    /// The last line that it said.
    pub(crate) said: String,
}

/// Runs the program in a folder.
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Taken {
    let said = folder.join("noi.txt");
    let before = processors();
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_kehoach"))
        .args(arguments)
        .current_dir(folder)
        .stdout(Stdio::null())
        .stderr(fs::File::create(&said).expect("a file"))
        .spawn()
        .expect("the program starts");
    let mut memory = None;
    let status = loop {
        memory = most_memory(child.id()).max(memory);
        if let Some(status) = child.try_wait().expect("the program is waited for") {
            break status;
        }
        sleep(OFTEN);
    };
    let wall = start.elapsed().as_secs_f64();
    let said = fs::read_to_string(said).expect("text");
    assert!(status.success(), "a generated plan is right: {status}\n{said}");
    Taken {
        wall,
        processors: processors().zip(before).map(|(after, before)| after - before),
        memory: memory.map(|kilobytes| kilobytes >> 10),
        said: said.lines().last().unwrap_or_default().to_owned(),
    }
}

impl fmt::Display for Taken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:7.2} s", self.wall)?;
        self.processors.map_or(Ok(()), |time| write!(f, ", {time:7.2} s of processors"))?;
        self.memory.map_or(Ok(()), |memory| write!(f, ", {memory:4} MB at most"))
    }
}

/// The most memory that a running process has had, in kilobytes, where the system tells.
fn most_memory(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// The time of processors of this process, in seconds, where the system tells.
pub(crate) fn own_processors() -> f64 {
    ticks(11).unwrap_or_default()
}

/// The time of processors of all processes that were waited for, in seconds, where the system tells.
fn processors() -> Option<f64> {
    ticks(13)
}

/// The sum of two values of the system's list in a row, which are times, in seconds.
fn ticks(first: usize) -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // Behind the name, which may hold spaces: the eleventh and twelfth values are its own, the next two those of the children.
    let values: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |at: usize| values.get(at)?.parse::<f64>().ok();
    Some((ticks(first)? + ticks(first + 1)?) / TICKS)
}
