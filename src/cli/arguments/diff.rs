//! What may be written after `kehoach diff`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command as Clap};

use crate::redline::Stamp;
use crate::visible;

/// How differences are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DiffFormat {
    Text,
    Markdown,
    Json,
    Html,
    Docx,
    Pdf,
    /// A DOCX of the new plan, in which each change is a tracked one.
    Redline,
}

impl DiffFormat {
    /// Every format with its name and what it is for, in the order of the help.
    const ALL: [(Self, &str, &str); 7] = [
        (Self::Text, "text", "trên màn hình, mặc định"),
        (Self::Markdown, "md", "cho yêu cầu hợp nhất trên GitHub, GitLab"),
        (Self::Json, "json", "cho chương trình khác"),
        (Self::Html, "html", "một trang web"),
        (Self::Docx, "docx", "bảng so sánh"),
        (Self::Pdf, "pdf", "bảng so sánh"),
        (Self::Redline, "redline", "bản mới trong Word, mỗi thay đổi là một chỗ sửa được đánh dấu"),
    ];

    fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|(_, known, _)| *known == name).map_or(Self::Text, |(format, ..)| format)
    }

    /// Its name on the command line.
    pub(crate) fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(format, ..)| *format == self).map_or("text", |(_, name, _)| name)
    }

    /// Whether it is no text, and so goes into a file.
    fn needs_file(self) -> bool {
        match self {
            Self::Text | Self::Markdown | Self::Json | Self::Html => false,
            Self::Docx | Self::Pdf | Self::Redline => true,
        }
    }
}

/// What is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Compared {
    /// Two plans, each a file or `REV:path`.
    Two { old: PathBuf, new: PathBuf },
    /// Plans as they were at a revision with what they are now.
    Since { revision: String, paths: Vec<PathBuf> },
}

/// `kehoach diff`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Diff {
    pub(crate) compared: Compared,
    pub(crate) format: DiffFormat,
    pub(crate) out: Option<PathBuf>,
    /// Whether differences are told by the exit code too.
    pub(crate) exit_code: bool,
    /// Who makes the tracked changes.
    pub(crate) author: Option<String>,
    /// When, as RFC 3339 writes it.
    pub(crate) time: Option<String>,
}

pub(super) fn command() -> Clap {
    let formats = DiffFormat::ALL.map(|(_, name, about)| format!("{name} ({about})")).join(", ");
    let value = |name: &'static str, of: &'static str| Arg::new(name).long(name).value_name(of);
    Clap::new("diff")
        .about("So sánh hai kế hoạch theo nội dung: năm nay với năm trước, bản sửa với bản cũ")
        .override_usage("kehoach diff [TÙY CHỌN] CŨ MỚI\n           kehoach diff [TÙY CHỌN] --since BẢN [ĐƯỜNG DẪN]…")
        .disable_help_flag(true)
        .next_help_heading("Tùy chọn của lệnh")
        .arg(
            Arg::new("path")
                .value_name("ĐƯỜNG DẪN")
                .num_args(0..)
                .value_parser(clap::value_parser!(PathBuf))
                .help_heading("Đối số")
                .help(
                    "CŨ và MỚI: mỗi bên là một tệp, hoặc BẢN:đường-dẫn của một phiên bản trong kho git, như \
                     HEAD~1:plans/a.yaml. Cùng --since: tệp hoặc thư mục, không viết thì mọi kế hoạch trong plans/",
                ),
        )
        .arg(value("since", "BẢN").help("So mọi kế hoạch đã đổi từ phiên bản này của kho git, như HEAD~1 hoặc v1.0"))
        .arg(
            value("format", "DẠNG")
                .short('f')
                .value_parser(PossibleValuesParser::new(DiffFormat::ALL.map(|(_, name, _)| name)))
                .default_value("text")
                .hide_possible_values(true)
                .hide_default_value(true)
                .help(format!("Dạng của kết quả: {formats}")),
        )
        .arg(
            value("out", "TỆP")
                .short('o')
                .value_parser(clap::value_parser!(PathBuf))
                .help("Ghi kết quả vào tệp này thay vì in ra; docx, pdf và redline luôn cần"),
        )
        .arg(
            Arg::new("exit-code")
                .long("exit-code")
                .action(ArgAction::SetTrue)
                .help("Có khác nhau thì mã thoát là 1; không viết thì là 0"),
        )
        .arg(value("author", "TÊN").help("Cùng --format redline: tên người sửa ghi ở mỗi chỗ sửa"))
        .arg(value("time", "LÚC").help("Cùng --format redline: lúc sửa, như 2026-03-02T08:00:00+07:00"))
}

/// Reads the arguments of the command.
///
/// # Errors
/// What does not go together, in a sentence.
pub(super) fn read(matches: &ArgMatches) -> Result<Diff, String> {
    let word = |name: &str| matches.get_one::<String>(name).cloned();
    let paths: Vec<_> = matches.get_many::<PathBuf>("path").into_iter().flatten().cloned().collect();
    let usage = "\n  xem cách dùng: kehoach diff --help";
    let compared = match (word("since"), paths.as_slice()) {
        (Some(revision), _) if revision.trim().is_empty() => {
            return Err(format!("--since cần tên một phiên bản, như HEAD~1{usage}"));
        }
        (Some(revision), _) => Compared::Since { revision, paths },
        (None, [old, new]) => Compared::Two { old: old.clone(), new: new.clone() },
        (None, []) => return Err(format!("thiếu hai kế hoạch cần so: kehoach diff CŨ MỚI{usage}")),
        (None, [_]) => return Err(format!("thiếu kế hoạch thứ hai: kehoach diff CŨ MỚI{usage}")),
        (None, [_, _, third, ..]) => {
            return Err(format!("thừa đối số «{}»: chỉ so hai kế hoạch{usage}", visible::path(third)));
        }
    };
    let format = DiffFormat::named(&word("format").unwrap_or_default());
    let out = matches.get_one::<PathBuf>("out").cloned();
    let name = format.name();
    if format.needs_file() && out.is_none() {
        return Err(format!("--format {name} không in ra màn hình được: thêm --out TỆP{usage}"));
    }
    let (author, time) = (word("author"), word("time"));
    for (option, is_given) in [("--author", author.is_some()), ("--time", time.is_some())] {
        if is_given && format != DiffFormat::Redline {
            return Err(format!("{option} chỉ đi cùng --format redline{usage}"));
        }
    }
    if let Some(time) = time.as_deref().filter(|time| Stamp::new("", time).is_none()) {
        let shown = visible::text(time);
        return Err(format!("--time «{shown}» không phải một lúc; viết như 2026-03-02T08:00:00+07:00{usage}"));
    }
    Ok(Diff { compared, format, out, exit_code: matches.get_flag("exit-code"), author, time })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn parsed(arguments: &[&str]) -> Result<Diff, String> {
        let arguments = ["diff"].iter().chain(arguments);
        read(&command().try_get_matches_from(arguments).expect("clap takes them"))
    }

    #[track_caller]
    fn refused(arguments: &[&str], expected: &str) {
        let why = parsed(arguments).expect_err("they are refused");
        assert_eq!(why, format!("{expected}\n  xem cách dùng: kehoach diff --help"));
    }

    #[test]
    fn two_plans_or_a_revision_are_compared() {
        let two = parsed(&["a.yaml", "HEAD:b.yaml"]).expect("they are taken");
        assert_eq!(two.compared, Compared::Two { old: "a.yaml".into(), new: "HEAD:b.yaml".into() });
        assert_eq!((two.format, two.exit_code), (DiffFormat::Text, false));
        let since = parsed(&["--since", "HEAD~1", "plans", "-f", "md", "--exit-code"]).expect("they are taken");
        let paths = vec![PathBuf::from("plans")];
        assert_eq!(since.compared, Compared::Since { revision: "HEAD~1".to_owned(), paths });
        assert_eq!((since.format, since.exit_code), (DiffFormat::Markdown, true));
    }

    #[test]
    fn what_does_not_go_together_is_refused() {
        refused(&[], "thiếu hai kế hoạch cần so: kehoach diff CŨ MỚI");
        refused(&["a.yaml"], "thiếu kế hoạch thứ hai: kehoach diff CŨ MỚI");
        refused(&["a", "b", "c\u{7}"], "thừa đối số «c\\u{7}»: chỉ so hai kế hoạch");
        refused(&["--since", " "], "--since cần tên một phiên bản, như HEAD~1");
        refused(&["a", "b", "-f", "pdf"], "--format pdf không in ra màn hình được: thêm --out TỆP");
        refused(&["a", "b", "--author", "x"], "--author chỉ đi cùng --format redline");
    }

    #[test]
    fn moments_are_whole_and_real() {
        for moment in ["2026-03-02T08:00:00+07:00", "2024-02-29T23:59:59Z"] {
            assert!(Stamp::new("", moment).is_some(), "{moment}");
        }
        for other in [
            "2026-03-02",
            "2026-02-29T08:00:00Z",
            "2026-13-02T08:00:00Z",
            "2026-03-02T24:00:00Z",
            "2026-03-02T08:00:00",
            "2026-03-02T08:00:00+7:00",
            "2026-03-02 08:00:00Z",
            "+026-03-02T08:00:00Z",
            "2026-03-02T08:00:00Zx",
        ] {
            assert!(Stamp::new("", other).is_none(), "{other}");
        }
    }
}
