//! What may be written on the command line, and what is said when something else is.

#![expect(clippy::wildcard_enum_match_arm, reason = "clap may name new kinds of error")]

mod definition;
mod diff;
mod explain;
mod shell;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::ArgMatches;
use clap::error::ErrorKind;

pub(super) use self::diff::{Compared, Diff, DiffFormat};
use super::sample::{KINDS, LEVELS};
use super::shard::Shard;
use crate::diagnostic::Severity;
use crate::pipeline::Format;
use crate::plan::Status;

/// When text is colored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
}

/// Options of every command.
#[derive(Debug, Clone)]
pub(super) struct Global {
    pub(super) color: Color,
    pub(super) quiet: bool,
    pub(super) fail_on: Severity,
    /// How many plans are worked on at once; as many as suits the machine without it.
    pub(super) jobs: Option<usize>,
}

/// `kehoach build` and `kehoach watch`.
#[derive(Debug, Clone, Default)]
pub(super) struct Build {
    pub(super) paths: Vec<PathBuf>,
    pub(super) out: Option<PathBuf>,
    pub(super) formats: Vec<Format>,
    pub(super) status: Option<Status>,
    /// Whether what was written is measured.
    pub(super) verify: bool,
    /// Whether nothing is built, and what is not up to date is a finding.
    pub(super) check: bool,
    /// Whether it is said why something is built.
    pub(super) explain: bool,
    /// Where is kept what was built; without it in the folder of outputs.
    pub(super) cache: Option<PathBuf>,
    /// Whether a lock file is written, and where; without a place in the folder of outputs.
    pub(super) lock: Option<Option<PathBuf>>,
    /// Which part of the plans is built.
    pub(super) shard: Option<Shard>,
    /// Timings by which the parts are made even.
    pub(super) shard_by: Vec<PathBuf>,
    /// The revision since which what is built has changed.
    pub(super) changed_since: Option<String>,
    /// Where is written what depends on what.
    pub(super) deps: Option<PathBuf>,
    /// Where is written how long it took.
    pub(super) timings: Option<PathBuf>,
    /// Whether nothing is told of plans of which nothing has changed.
    pub(super) only_new: bool,
}

impl Build {
    /// Whether only some of the plans are built, which may be none.
    pub(super) fn is_part(&self) -> bool {
        self.shard.is_some() || self.changed_since.is_some()
    }
}

/// `kehoach check`.
#[derive(Debug, Clone)]
pub(super) struct Check {
    pub(super) paths: Vec<PathBuf>,
    pub(super) format: Shape,
    pub(super) report: Option<PathBuf>,
    pub(super) fix: Option<Mending>,
    pub(super) status: Option<Status>,
}

/// How findings are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Full,
    Concise,
    Json,
    Sarif,
    Github,
    Gitlab,
    Junit,
}

impl Shape {
    /// Whether it is for programs, and so on stdout.
    pub(super) fn is_data(self) -> bool {
        !matches!(self, Self::Full | Self::Concise)
    }
}

/// What becomes of what can be mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mending {
    /// It is mended in the file.
    Write,
    /// It is shown.
    Show,
}

#[derive(Debug, Clone)]
pub(super) enum Command {
    Build(Build),
    Check(Check),
    Diff(Diff),
    /// The code that is asked about.
    Explain(String),
    New(New),
    Renew(Renew),
    Schema,
    Templates(Templates),
    Watch(Build),
    /// Text that was asked for and is made of the command line alone.
    Print(String),
}

/// `kehoach new`.
#[derive(Debug, Clone)]
pub(super) struct New {
    pub(super) level: &'static str,
    pub(super) kind: &'static str,
    pub(super) place: String,
    pub(super) file: PathBuf,
}

/// `kehoach new --from`.
#[derive(Debug, Clone)]
pub(super) struct Renew {
    /// The old plan.
    pub(super) from: PathBuf,
    /// The year of the new one, or its first.
    pub(super) year: i32,
    /// Where the new one is written; without it beside the old one, under its own year.
    pub(super) file: Option<PathBuf>,
}

/// `kehoach templates`.
#[derive(Debug, Clone)]
pub(super) struct Templates {
    /// The templates that are wanted; all without names.
    pub(super) names: Vec<String>,
    /// Where they are written; without it they are listed.
    pub(super) out: Option<PathBuf>,
    /// Whether files with other words are written over.
    pub(super) over: bool,
}

#[derive(Debug, Clone)]
pub(super) struct Arguments {
    pub(super) global: Global,
    pub(super) command: Command,
}

/// Why no command is run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Stop {
    /// Help or the version was asked for.
    Answered(String),
    /// The arguments are wrong, and how.
    Wrong(String),
}

fn new(matches: &ArgMatches) -> Command {
    let path = |name: &str| matches.get_one::<PathBuf>(name).cloned();
    match (path("from"), matches.get_one::<i32>("year")) {
        (Some(from), Some(year)) => Command::Renew(Renew { from, year: *year, file: path("file") }),
        (Some(_) | None, _) => Command::New(sample(matches)),
    }
}

fn sample(matches: &ArgMatches) -> New {
    let word = |name: &str| matches.get_one::<String>(name).map(String::as_str).unwrap_or_default();
    let known = |table: &'static [(&'static str, &'static str)], wanted: &str| {
        table.iter().map(|(name, _)| *name).find(|name| *name == wanted).unwrap_or(table[0].0)
    };
    New {
        level: known(&LEVELS, word("level")),
        kind: known(&KINDS, word("kind")),
        place: word("place").to_owned(),
        file: matches.get_one::<PathBuf>("file").cloned().unwrap_or_default(),
    }
}

fn templates(matches: &ArgMatches) -> Templates {
    Templates {
        names: matches.get_many::<String>("name").into_iter().flatten().cloned().collect(),
        out: matches.get_one::<PathBuf>("out").cloned(),
        over: matches.get_flag("overwrite"),
    }
}

/// Reads the arguments.
pub(super) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Arguments, Stop> {
    match definition::command().try_get_matches_from(arguments) {
        Ok(matches) => {
            let (name, inner) = matches.subcommand().expect("clap asks for a command");
            let command = match name {
                "new" => new(inner),
                "schema" => Command::Schema,
                "check" => Command::Check(check(inner)),
                "diff" => Command::Diff(diff::read(inner).map_err(Stop::Wrong)?),
                "explain" => Command::Explain(inner.get_one::<String>("code").cloned().unwrap_or_default()),
                "templates" => Command::Templates(templates(inner)),
                "watch" => Command::Watch(building(inner)),
                "completions" => Command::Print(shell::completions(definition::command(), inner)),
                "man" => Command::Print(shell::man(definition::command(), inner).map_err(Stop::Wrong)?),
                _ => Command::Build(build(inner)),
            };
            match &command {
                Command::Check(check) if check.fix == Some(Mending::Show) && check.format.is_data() => Err(
                    Stop::Wrong("«--diff» in ra đầu ra chuẩn, nên chỉ đi cùng --format full hoặc concise".to_owned()),
                ),
                _ => Ok(Arguments { global: global(inner), command }),
            }
        }
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Err(Stop::Answered(error.render().to_string())),
            _ => Err(Stop::Wrong(explain::explain(&error))),
        },
    }
}

fn global(matches: &ArgMatches) -> Global {
    let word = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    Global {
        color: match word("color") {
            Some("always") => Color::Always,
            Some("never") => Color::Never,
            _ => Color::Auto,
        },
        quiet: matches.get_flag("quiet"),
        fail_on: match word("fail-on") {
            Some("warning") => Severity::Warning,
            Some("info") => Severity::Info,
            _ => Severity::Error,
        },
        jobs: matches.get_one::<usize>("jobs").copied(),
    }
}

/// What `build` and `watch` have in common: what is built, and into which files.
fn building(matches: &ArgMatches) -> Build {
    let path = |name: &str| matches.get_one::<PathBuf>(name).cloned();
    let chosen: Vec<_> = matches.get_many::<String>("format").into_iter().flatten().collect();
    let formats = Format::ALL
        .into_iter()
        .filter(|format| chosen.is_empty() || chosen.iter().any(|name| *name == format.extension()));
    Build {
        paths: matches.get_many::<PathBuf>("path").into_iter().flatten().cloned().collect(),
        out: path("out"),
        cache: path("cache"),
        formats: formats.collect(),
        status: status(matches),
        ..Build::default()
    }
}

fn build(matches: &ArgMatches) -> Build {
    let path = |name: &str| matches.get_one::<PathBuf>(name).cloned();
    let is_given = |name: &str| matches.value_source(name).is_some();
    Build {
        check: matches.get_flag("check"),
        explain: matches.get_flag("explain"),
        lock: is_given("lock").then(|| path("lock")),
        shard: matches.get_one("shard").copied(),
        shard_by: matches.get_many::<PathBuf>("shard-by").into_iter().flatten().cloned().collect(),
        changed_since: matches.get_one::<String>("changed-since").cloned(),
        deps: path("deps"),
        timings: path("timings"),
        verify: matches.get_flag("verify"),
        ..building(matches)
    }
}

fn status(matches: &ArgMatches) -> Option<Status> {
    match (matches.get_flag("draft"), matches.get_flag("final")) {
        (true, _) => Some(Status::Draft),
        (_, true) => Some(Status::Issued),
        _ => None,
    }
}

fn check(matches: &ArgMatches) -> Check {
    Check {
        paths: matches.get_many::<PathBuf>("path").into_iter().flatten().cloned().collect(),
        format: match matches.get_one::<String>("format").map(String::as_str) {
            Some("concise") => Shape::Concise,
            Some("json") => Shape::Json,
            Some("sarif") => Shape::Sarif,
            Some("github") => Shape::Github,
            Some("gitlab") => Shape::Gitlab,
            Some("junit") => Shape::Junit,
            _ => Shape::Full,
        },
        report: matches.get_one::<PathBuf>("report").cloned(),
        fix: match (matches.get_flag("fix"), matches.get_flag("diff")) {
            (true, true) => Some(Mending::Show),
            (true, false) => Some(Mending::Write),
            (false, _) => None,
        },
        status: status(matches),
    }
}
