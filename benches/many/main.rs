//! `kehoach check` as an office runs it, over as many plans as a country has communes: the time on the wall, the time of
//! the processors and the most memory, for a tenth of the plans and for all, so that what grows with them is seen.
//!
//! `KEHOACH_PLANS` says how many; no two are alike.

#![allow(clippy::disallowed_methods, reason = "a benchmark writes its plans, reads the clock and is told their number")]

#[path = "../phases/plans.rs"]
#[expect(dead_code, reason = "the largest plan is for another benchmark")]
mod plans;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Communes of the country since 2025, and its provinces.
const COMMUNES: usize = 3_355;
/// Plans in a folder.
const IN_FOLDER: usize = 100;
/// How often the memory is read.
const OFTEN: Duration = Duration::from_millis(5);
/// Ticks in a second, in which Linux tells the time of processors.
const TICKS: f64 = 100.0;

fn main() {
    let number = std::env::var("KEHOACH_PLANS").ok().and_then(|number| number.parse().ok()).unwrap_or(COMMUNES);
    let mut out = std::io::stdout();
    for plans in [number / 10, number] {
        let folder = tempfile::tempdir().expect("a folder for the plans");
        write(folder.path(), plans);
        let told = check(folder.path(), plans);
        writeln!(out, "{told}").expect("the result is written");
    }
}

/// Writes plans into folders below `plans`.
fn write(folder: &Path, plans: usize) {
    fs::write(folder.join("kehoach.yaml"), "").expect("the settings are written");
    for number in 0..plans {
        let within = folder.join(format!("plans/{}", number / IN_FOLDER));
        fs::create_dir_all(&within).expect("a folder");
        fs::write(within.join(format!("{number}.yaml")), plans::plan(number)).expect("a plan is written");
    }
}

/// Checks a project; what that took.
fn check(folder: &Path, plans: usize) -> String {
    let before = processor_time();
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_kehoach"))
        .args(["check", "--format", "json", "--color", "never"])
        .current_dir(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
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
    assert!(status.success(), "a generated plan is right: {status}");
    let processors = processor_time().zip(before).map(|(after, before)| after - before);
    let processors = processors.map_or_else(String::new, |time| {
        format!(", {time:.1} s of processors ({:.2} ms a plan)", time * 1_000.0 / plans.max(1) as f64)
    });
    let memory = memory.map_or_else(String::new, |kilobytes| format!(", {} MB at most", kilobytes >> 10));
    format!("{plans} plans: {wall:.1} s{processors}{memory}")
}

/// The most memory that a running process has had, in kilobytes, where the system tells.
fn most_memory(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// The time of processors of all processes that were waited for, in seconds, where the system tells.
fn processor_time() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // Behind the name, which may hold spaces: the thirteenth and fourteenth values are those of the children.
    let values: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |at: usize| values.get(at)?.parse::<f64>().ok();
    Some((ticks(13)? + ticks(14)?) / TICKS)
}
