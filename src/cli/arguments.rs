//! What may be written on the command line, and what is said when something else is.

#![expect(clippy::wildcard_enum_match_arm, reason = "clap may name new kinds of error")]

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command as Clap};

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
}

/// `kehoach build`.
#[derive(Debug, Clone)]
pub(super) struct Build {
    pub(super) paths: Vec<PathBuf>,
    pub(super) out: Option<PathBuf>,
    pub(super) formats: Vec<Format>,
    pub(super) status: Option<Status>,
}

#[derive(Debug, Clone)]
pub(super) enum Command {
    Build(Build),
    New(New),
    Schema,
}

/// `kehoach new`.
#[derive(Debug, Clone)]
pub(super) struct New {
    pub(super) level: &'static str,
    pub(super) kind: &'static str,
    pub(super) place: String,
    pub(super) file: PathBuf,
}

#[derive(Debug, Clone)]
pub(super) struct Arguments {
    pub(super) global: Global,
    pub(super) command: Command,
}

/// Why no command is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// Help or the version was asked for and printed.
    Answered,
    /// The arguments are wrong; the terminal says how.
    Wrong,
}

const TEMPLATE: &str = "{about-with-newline}\nCách dùng: {usage}\n\n{all-args}{after-help}";

fn help_flag() -> Arg {
    Arg::new("help").short('h').long("help").action(ArgAction::Help).help("In hướng dẫn này").global(true)
}

fn command() -> Clap {
    let severities = PossibleValuesParser::new(["error", "warning", "info"]);
    Clap::new("kehoach")
        .about("Dựng kế hoạch viết bằng YAML thành văn bản DOCX và PDF đúng thể thức Nghị định 30/2020/NĐ-CP.")
        .version(env!("CARGO_PKG_VERSION"))
        .help_template(TEMPLATE)
        .override_usage("kehoach [TÙY CHỌN] LỆNH")
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .subcommand_help_heading("Lệnh")
        .next_help_heading("Tùy chọn")
        .arg(help_flag())
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version).help("In phiên bản"))
        .arg(
            Arg::new("color")
                .long("color")
                .value_name("KHI NÀO")
                .value_parser(PossibleValuesParser::new(["auto", "always", "never"]))
                .default_value("auto")
                .hide_possible_values(true)
                .hide_default_value(true)
                .global(true)
                .help("Tô màu: auto (chỉ trên màn hình, mặc định), always (luôn), never (không)"),
        )
        .arg(
            Arg::new("quiet")
                .short('q')
                .long("quiet")
                .action(ArgAction::SetTrue)
                .global(true)
                .help("Chỉ in lỗi và cảnh báo"),
        )
        .arg(
            Arg::new("fail-on")
                .long("fail-on")
                .value_name("MỨC")
                .value_parser(severities)
                .default_value("error")
                .hide_possible_values(true)
                .hide_default_value(true)
                .global(true)
                .help("Mức khiến mã thoát là 1: error (lỗi, mặc định), warning (cảnh báo), info (lưu ý)"),
        )
        .after_help("Mã thoát: 0 không có gì phải sửa; 1 có điều phải sửa; 2 không chạy được.")
        .subcommand(build_command())
        .subcommand(new_command())
        .subcommand(schema_command())
}

fn build_command() -> Clap {
    Clap::new("build")
        .about("Dựng các kế hoạch thành DOCX và PDF")
        .help_template(TEMPLATE)
        .override_usage("kehoach build [TÙY CHỌN] [ĐƯỜNG DẪN]…")
        .disable_help_flag(true)
        .next_help_heading("Tùy chọn của lệnh")
        .arg(
            Arg::new("path")
                .value_name("ĐƯỜNG DẪN")
                .num_args(0..)
                .value_parser(clap::value_parser!(PathBuf))
                .help_heading("Đối số")
                .help("Tệp kế hoạch hoặc thư mục; không viết thì dựng mọi kế hoạch trong plans/"),
        )
        .arg(
            Arg::new("out")
                .short('o')
                .long("out")
                .value_name("THƯ MỤC")
                .value_parser(clap::value_parser!(PathBuf))
                .help("Thư mục chứa kết quả; không viết thì là output/ của dự án"),
        )
        .arg(
            Arg::new("format")
                .short('f')
                .long("format")
                .value_name("DẠNG")
                .action(ArgAction::Append)
                .value_parser(PossibleValuesParser::new(["docx", "pdf"]))
                .hide_possible_values(true)
                .help("Chỉ dựng dạng này: docx hoặc pdf; viết lại được nhiều lần"),
        )
        .arg(
            Arg::new("draft")
                .long("draft")
                .action(ArgAction::SetTrue)
                .conflicts_with("final")
                .help("Dựng như bản dự thảo, dù kế hoạch ghi gì"),
        )
        .arg(
            Arg::new("final")
                .long("final")
                .action(ArgAction::SetTrue)
                .help("Dựng như bản ban hành: số và ngày phải có đủ"),
        )
}

fn new_command() -> Clap {
    let names =
        |table: &'static [(&'static str, &'static str)]| PossibleValuesParser::new(table.iter().map(|(name, _)| *name));
    let list = |table: &[(&str, &str)]| {
        table.iter().map(|(name, what)| format!("{name} ({what})")).collect::<Vec<_>>().join(", ")
    };
    Clap::new("new")
        .about("Viết một kế hoạch mẫu có chú giải, dựng được ngay")
        .help_template(TEMPLATE)
        .override_usage("kehoach new [TÙY CHỌN] TỆP")
        .disable_help_flag(true)
        .next_help_heading("Tùy chọn của lệnh")
        .arg(
            Arg::new("file")
                .value_name("TỆP")
                .required(true)
                .value_parser(clap::value_parser!(PathBuf))
                .help_heading("Đối số")
                .help("Tệp sẽ viết, ví dụ plans/2026/giam-ngheo.yaml; không ghi đè tệp đã có"),
        )
        .arg(
            Arg::new("level")
                .long("level")
                .value_name("CẤP")
                .value_parser(names(&super::new::LEVELS))
                .default_value("xa")
                .hide_possible_values(true)
                .hide_default_value(true)
                .help(format!("Cấp ban hành: {}; không viết là xa", list(&super::new::LEVELS))),
        )
        .arg(
            Arg::new("kind")
                .long("kind")
                .value_name("LOẠI")
                .value_parser(names(&super::new::KINDS))
                .default_value("giam-ngheo")
                .hide_possible_values(true)
                .hide_default_value(true)
                .help(format!("Loại kế hoạch: {}; không viết là giam-ngheo", list(&super::new::KINDS))),
        )
        .arg(
            Arg::new("place")
                .long("place")
                .value_name("TÊN")
                .default_value("Bình Minh")
                .hide_default_value(true)
                .help("Tên đơn vị hành chính, không kèm tỉnh, xã, phường; không viết là Bình Minh"),
        )
}

fn schema_command() -> Clap {
    Clap::new("schema")
        .about("In JSON Schema của kế hoạch, cho trình soạn thảo")
        .help_template(TEMPLATE)
        .override_usage("kehoach schema")
        .disable_help_flag(true)
}

fn new(matches: &ArgMatches) -> New {
    let word = |name: &str| matches.get_one::<String>(name).map(String::as_str).unwrap_or_default();
    let known = |table: &'static [(&'static str, &'static str)], wanted: &str| {
        table.iter().map(|(name, _)| *name).find(|name| *name == wanted).unwrap_or(table[0].0)
    };
    New {
        level: known(&super::new::LEVELS, word("level")),
        kind: known(&super::new::KINDS, word("kind")),
        place: word("place").to_owned(),
        file: matches.get_one::<PathBuf>("file").cloned().unwrap_or_default(),
    }
}

/// Reads the arguments; what is wrong with them is said on the terminal.
pub(super) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Arguments, Stop> {
    match command().try_get_matches_from(arguments) {
        Ok(matches) => {
            let (name, inner) = matches.subcommand().expect("clap asks for a command");
            let command = match name {
                "new" => Command::New(new(inner)),
                "schema" => Command::Schema,
                _ => Command::Build(build(inner)),
            };
            Ok(Arguments { global: global(inner), command })
        }
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                let written = super::terminal::print_to_stdout(&error.render().to_string());
                Err(if written { Stop::Answered } else { Stop::Wrong })
            }
            _ => {
                super::terminal::print_error(&explain(&error));
                Err(Stop::Wrong)
            }
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
    }
}

fn build(matches: &ArgMatches) -> Build {
    let chosen: Vec<_> = matches.get_many::<String>("format").into_iter().flatten().collect();
    let formats = Format::ALL
        .into_iter()
        .filter(|format| chosen.is_empty() || chosen.iter().any(|name| *name == format.extension()));
    Build {
        paths: matches.get_many::<PathBuf>("path").into_iter().flatten().cloned().collect(),
        out: matches.get_one::<PathBuf>("out").cloned(),
        formats: formats.collect(),
        status: match (matches.get_flag("draft"), matches.get_flag("final")) {
            (true, _) => Some(Status::Draft),
            (_, true) => Some(Status::Issued),
            _ => None,
        },
    }
}

/// Clap's finding in Vietnamese.
fn explain(error: &clap::Error) -> String {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let what = match error.kind() {
        ErrorKind::InvalidSubcommand => format!("không có lệnh «{}»", context(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "chưa viết lệnh".to_owned()
        }
        ErrorKind::UnknownArgument if !argument.starts_with('-') => format!("thừa đối số «{argument}»"),
        ErrorKind::UnknownArgument => format!("không có tùy chọn «{argument}»"),
        ErrorKind::TooManyValues => format!("tùy chọn «{argument}» không nhận giá trị «{value}»"),
        ErrorKind::InvalidValue if value.is_empty() => format!("tùy chọn «{argument}» cần một giá trị"),
        ErrorKind::InvalidValue => {
            format!("«{argument}» không nhận «{value}»; các giá trị: {}", context(ContextKind::ValidValue))
        }
        ErrorKind::ArgumentConflict if context(ContextKind::PriorArg) == argument => {
            format!("«{argument}» viết hai lần")
        }
        ErrorKind::ArgumentConflict => format!("«{argument}» không đi cùng «{}»", context(ContextKind::PriorArg)),
        ErrorKind::MissingRequiredArgument => format!("thiếu đối số {argument}"),
        ErrorKind::InvalidUtf8 => "đối số không phải chữ UTF-8".to_owned(),
        _ => format!("đối số sai: {argument} {value}"),
    };
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .map(context)
        .find(|near| !near.is_empty());
    let near = near.map(|near| format!("\n  gợi ý: có phải «{near}»?")).unwrap_or_default();
    format!("{what}{near}\n  xem cách dùng: kehoach --help")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_command_line_is_consistent() {
        super::command().debug_assert();
    }
}
