//! What a shell and `man` are told of the command line, made from its one definition.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command as Clap, ValueEnum};
use clap_complete::Shell;
use clap_mangen::Man;

use crate::visible;

/// The program, as a shell knows it.
const NAME: &str = "kehoach";

/// Headings as the library prints them, and as a reader of Vietnamese knows them.
const HEADINGS: [(&str, &str); 6] = [
    ("NAME", "TÊN"),
    ("SYNOPSIS", "CÁCH DÙNG"),
    ("DESCRIPTION", "MÔ TẢ"),
    ("Lệnh", "LỆNH"),
    ("EXTRA", "GHI CHÚ"),
    ("VERSION", "PHIÊN BẢN"),
];

/// `kehoach completions`.
pub(super) fn completions_command() -> Clap {
    let names: Vec<_> = Shell::value_variants().iter().map(ToString::to_string).collect();
    Clap::new("completions")
        .about("In phần để shell tự viết tiếp lệnh khi gõ phím Tab")
        .override_usage("kehoach completions SHELL")
        .disable_help_flag(true)
        .arg(
            Arg::new("shell")
                .value_name("SHELL")
                .required(true)
                .help(format!("Shell đang dùng: {}", names.join(", ")))
                .value_parser(PossibleValuesParser::new(names))
                .hide_possible_values(true)
                .help_heading("Đối số"),
        )
}

/// `kehoach man`.
pub(super) fn man_command() -> Clap {
    Clap::new("man")
        .about("In trang hướng dẫn cho lệnh man, của cả chương trình hoặc của một lệnh")
        .override_usage("kehoach man [LỆNH]")
        .disable_help_flag(true)
        .arg(
            Arg::new("command")
                .value_name("LỆNH")
                .help_heading("Đối số")
                .help("Lệnh cần trang hướng dẫn, như build; không viết thì trang của cả chương trình"),
        )
}

/// The script that completes commands and options in the shell that was named.
pub(super) fn completions(mut program: Clap, matches: &ArgMatches) -> String {
    let wanted = matches.get_one::<String>("shell").map(String::as_str).unwrap_or_default();
    let shell = Shell::from_str(wanted, false).unwrap_or(Shell::Bash);
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut program, NAME, &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

/// The page of `man` for the program, or for the command that was named.
///
/// # Errors
/// That there is no such command, in a sentence.
pub(super) fn man(mut program: Clap, matches: &ArgMatches) -> Result<String, String> {
    // What the program lays down for all commands is theirs only when it is built.
    program.build();
    let about = match matches.get_one::<String>("command") {
        None => program.clone(),
        Some(name) => {
            let found = program.find_subcommand(name).cloned();
            found.ok_or_else(|| format!("không có lệnh «{}»\n  xem các lệnh: kehoach --help", visible::text(name)))?
        }
    };
    let page = Man::new(about);
    let mut text = Vec::new();
    // Writing into memory does not fail.
    let _ = page.render(&mut text);
    let name = page.get_filename();
    Ok(String::from_utf8_lossy(&text).lines().map(|line| format!("{}\n", in_vietnamese(line, &name))).collect())
}

/// A line of the page of a name, as a reader of Vietnamese knows it.
fn in_vietnamese(line: &str, name: &str) -> String {
    match line.split_once(' ') {
        // The library leaves an empty date out, and so gives the version for it; a day would be another one at each build.
        Some((".TH", _)) => {
            let (title, section) = name.rsplit_once('.').unwrap_or((name, "1"));
            format!(".TH {title} {section} \"\" \"{NAME} {}\" \"Hướng dẫn {NAME}\"", env!("CARGO_PKG_VERSION"))
        }
        Some((".SH", title)) => {
            let known = HEADINGS.iter().find(|(theirs, _)| *theirs == title);
            known.map_or_else(|| line.to_owned(), |(_, ours)| format!(".SH \"{ours}\""))
        }
        Some(_) | None => line.to_owned(),
    }
}
