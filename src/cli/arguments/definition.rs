//! The commands and options, and their help.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command as Clap};

use super::super::sample::{KINDS, LEVELS};
use super::super::shard::Shard;
use crate::value::Year;

/// The formats of findings, and what each is for.
pub(super) const FORMATS: [(&str, &str); 7] = [
    ("full", "đầy đủ, mặc định"),
    ("concise", "mỗi điều một dòng"),
    ("json", "cho chương trình khác"),
    ("sarif", "SARIF 2.1.0"),
    ("github", "GitHub Actions"),
    ("gitlab", "GitLab Code Quality"),
    ("junit", "JUnit XML"),
];

/// More plans at once than any machine has cores.
const MOST_JOBS: usize = 1024;

const TEMPLATE: &str = "{about-with-newline}\nCách dùng: {usage}\n\n{all-args}{after-help}";

/// The folder that a command writes into.
fn out_option(help: &'static str) -> Arg {
    Arg::new("out").short('o').long("out").value_name("THƯ MỤC").value_parser(clap::value_parser!(PathBuf)).help(help)
}

/// An option that is given or not.
fn switch(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

fn help_flag() -> Arg {
    Arg::new("help").short('h').long("help").action(ArgAction::Help).help("In hướng dẫn này").global(true)
}

/// Everything that may be written on the command line.
pub(super) fn command() -> Clap {
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
                .help("Chỉ in các thông báo: lỗi, cảnh báo, lưu ý"),
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
        .arg(
            Arg::new("jobs")
                .short('j')
                .long("jobs")
                .value_name("SỐ")
                .value_parser(|text: &str| {
                    let jobs = text.parse().ok().filter(|jobs| (1..=MOST_JOBS).contains(jobs));
                    jobs.ok_or_else(|| format!("viết một số từ 1 đến {MOST_JOBS}"))
                })
                .global(true)
                .help("Số kế hoạch xử lý cùng lúc; không viết thì theo máy"),
        )
        .after_help("Mã thoát: 0 không có gì phải sửa; 1 có điều phải sửa; 2 không chạy được.")
        .subcommand(build_command())
        .subcommand(check_command())
        .subcommand(super::diff::command().help_template(TEMPLATE))
        .subcommand(explain_command())
        .subcommand(new_command())
        .subcommand(schema_command())
        .subcommand(templates_command())
        .subcommand(watch_command())
        .subcommand(super::shell::completions_command().help_template(TEMPLATE))
        .subcommand(super::shell::man_command().help_template(TEMPLATE))
}

fn build_command() -> Clap {
    Clap::new("build")
        .about("Dựng các kế hoạch thành DOCX và PDF; chỉ dựng lại những gì đã đổi")
        .help_template(TEMPLATE)
        .override_usage("kehoach build [TÙY CHỌN] [ĐƯỜNG DẪN]…")
        .disable_help_flag(true)
        .next_help_heading("Tùy chọn của lệnh")
        .args(building_options())
        .arg(switch("verify", "Dựng xong thì đo lại từng tệp theo Nghị định 30, như kehoach check"))
        .args(incremental_options())
        .args(sharing_options())
}

fn watch_command() -> Clap {
    Clap::new("watch")
        .about("Dựng lại mỗi khi tệp được lưu, cho tới khi nhấn Ctrl+C")
        .help_template(TEMPLATE)
        .override_usage("kehoach watch [TÙY CHỌN] [ĐƯỜNG DẪN]…")
        .disable_help_flag(true)
        .next_help_heading("Tùy chọn của lệnh")
        .args(building_options())
}

/// What is built, and into which files.
fn building_options() -> [Arg; 6] {
    [
        Arg::new("path")
            .value_name("ĐƯỜNG DẪN")
            .num_args(0..)
            .value_parser(clap::value_parser!(PathBuf))
            .help_heading("Đối số")
            .help("Tệp kế hoạch hoặc thư mục; không viết thì dựng mọi kế hoạch trong plans/"),
        out_option("Thư mục chứa kết quả; không viết thì là output/ của dự án"),
        Arg::new("format")
            .short('f')
            .long("format")
            .value_name("DẠNG")
            .action(ArgAction::Append)
            .value_parser(PossibleValuesParser::new(["docx", "pdf"]))
            .hide_possible_values(true)
            .help("Chỉ dựng dạng này: docx hoặc pdf; viết lại được nhiều lần"),
        switch("draft", "Dựng như bản dự thảo, dù kế hoạch ghi gì").conflicts_with("final"),
        switch("final", "Dựng như bản ban hành: số và ngày phải có đủ"),
        file_option(
            "cache",
            "THƯ MỤC",
            "Nơi ghi nhớ những gì đã dựng; không viết thì là .kehoach/ trong thư mục kết quả",
        ),
    ]
}

/// How a run relates to those before it.
fn incremental_options() -> [Arg; 4] {
    [
        switch("check", "Không dựng gì; mã thoát là 1 nếu có kết quả không còn đúng với kế hoạch, kèm tên tệp")
            .conflicts_with("verify"),
        switch("explain", "Nói vì sao mỗi kết quả được dựng lại").conflicts_with("check"),
        file_option("lock", "TỆP", "Ghi mã băm SHA-256 của mọi kết quả vào tệp khóa; cùng --check thì so với tệp đó. Không viết =TỆP thì là kehoach.lock trong thư mục kết quả")
            .num_args(0..=1)
            .require_equals(true)
            .conflicts_with("changed-since"),
        file_option("timings", "TỆP", "Ghi thời gian dựng từng kế hoạch vào tệp JSON này"),
    ]
}

/// How the plans are shared among machines and other programs.
fn sharing_options() -> [Arg; 4] {
    let shard = |text: &str| Shard::parse(text).ok_or_else(|| "viết phần thứ mấy trên mấy phần, ví dụ 2/4".to_owned());
    [
        Arg::new("shard")
            .long("shard")
            .value_name("K/N")
            .value_parser(shard)
            .help("Chỉ dựng phần thứ K trong N phần đều nhau, để N máy chia nhau một việc"),
        file_option("shard-by", "TỆP", "Chia phần theo thời gian trong tệp --timings của lần trước; viết lại được nhiều lần. Không viết thì chia theo độ dài tệp kế hoạch")
            .action(ArgAction::Append)
            .requires("shard"),
        Arg::new("changed-since")
            .long("changed-since")
            .value_name("PHIÊN BẢN")
            .help("Chỉ dựng những kế hoạch mà chính nó, hay tệp nó dùng, đã đổi từ phiên bản git này"),
        file_option("deps", "TỆP", "Ghi kết quả nào phụ thuộc tệp nào, theo cú pháp của make và ninja"),
    ]
}

/// An option that names a file or folder.
fn file_option(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).value_parser(clap::value_parser!(PathBuf)).help(help)
}

fn check_command() -> Clap {
    Clap::new("check")
        .about("Kiểm tra kế hoạch, hoặc đo tệp DOCX, PDF theo Nghị định 30; không ghi gì")
        .help_template(TEMPLATE)
        .override_usage("kehoach check [TÙY CHỌN] [ĐƯỜNG DẪN]…")
        .disable_help_flag(true)
        .next_help_heading("Tùy chọn của lệnh")
        .arg(
            Arg::new("path")
                .value_name("ĐƯỜNG DẪN")
                .num_args(0..)
                .value_parser(clap::value_parser!(PathBuf))
                .help_heading("Đối số")
                .help("Tệp kế hoạch, thư mục, tệp DOCX hoặc PDF; không viết thì mọi kế hoạch trong plans/"),
        )
        .arg(
            Arg::new("format")
                .short('f')
                .long("format")
                .value_name("DẠNG")
                .value_parser(PossibleValuesParser::new(FORMATS.map(|(name, _)| name)))
                .default_value("full")
                .hide_possible_values(true)
                .hide_default_value(true)
                .help(format!(
                    "Dạng của kết quả: {}",
                    FORMATS.map(|(name, about)| format!("{name} ({about})")).join(", ")
                )),
        )
        .arg(
            Arg::new("report")
                .long("report")
                .value_name("TỆP")
                .value_parser(clap::value_parser!(PathBuf))
                .help("Viết phiếu kiểm tra thể thức của một tệp DOCX hoặc PDF vào tệp .docx hoặc .pdf này"),
        )
        .arg(switch("fix", "Sửa ngay trong tệp kế hoạch những chỗ sửa được chắc chắn: dấu cách, ngày tháng, dấu nháy"))
        .arg(
            Arg::new("diff")
                .long("diff")
                .action(ArgAction::SetTrue)
                .requires("fix")
                .help("Cùng --fix: chỉ in ra những chỗ sẽ sửa, không ghi"),
        )
        .arg(switch("draft", "Kiểm tra như bản dự thảo, dù kế hoạch ghi gì").conflicts_with("final"))
        .arg(switch("final", "Kiểm tra như bản ban hành: số và ngày phải có đủ"))
}

fn explain_command() -> Clap {
    Clap::new("explain")
        .about("Giải thích một mã thông báo: nghĩa, căn cứ, cách sửa, ví dụ")
        .help_template(TEMPLATE)
        .override_usage("kehoach explain MÃ")
        .disable_help_flag(true)
        .arg(
            Arg::new("code")
                .value_name("MÃ")
                .required(true)
                .help_heading("Đối số")
                .help("Mã của thông báo, như in trong ngoặc vuông: KH-0301, ND30-M03"),
        )
}

fn new_command() -> Clap {
    let names =
        |table: &'static [(&'static str, &'static str)]| PossibleValuesParser::new(table.iter().map(|(name, _)| *name));
    let list = |table: &[(&str, &str)]| {
        table.iter().map(|(name, what)| format!("{name} ({what})")).collect::<Vec<_>>().join(", ")
    };
    Clap::new("new")
        .about("Viết một kế hoạch mẫu dựng được ngay, hoặc kế hoạch năm sau từ kế hoạch năm nay")
        .help_template(TEMPLATE)
        .override_usage("kehoach new [TÙY CHỌN] TỆP\n           kehoach new --from TỆP-CŨ --year NĂM [TỆP]")
        .disable_help_flag(true)
        .next_help_heading("Tùy chọn của lệnh")
        .arg(
            Arg::new("file")
                .value_name("TỆP")
                .required_unless_present("from")
                .value_parser(clap::value_parser!(PathBuf))
                .help_heading("Đối số")
                .help(
                    "Tệp sẽ viết, ví dụ plans/2026/giam-ngheo.yaml; không ghi đè tệp đã có. Cùng --from mà không viết thì \
                     theo tên tệp cũ, đổi năm",
                ),
        )
        .arg(
            Arg::new("from")
                .long("from")
                .value_name("TỆP CŨ")
                .value_parser(clap::value_parser!(PathBuf))
                .requires("year")
                .conflicts_with_all(["level", "kind", "place"])
                .help("Viết từ kế hoạch cũ này: dời năm, thời hạn; đánh dấu «# CẦN QUYẾT» ở mọi chỗ phải quyết lại"),
        )
        .arg(
            Arg::new("year")
                .long("year")
                .value_name("NĂM")
                .value_parser(|year: &str| Year::parse(year).map(|year| year.0))
                .requires("from")
                .help("Cùng --from: năm, hoặc năm đầu, của kế hoạch mới"),
        )
        .arg(
            Arg::new("level")
                .long("level")
                .value_name("CẤP")
                .value_parser(names(&LEVELS))
                .default_value("xa")
                .hide_possible_values(true)
                .hide_default_value(true)
                .help(format!("Cấp ban hành: {}; không viết là xa", list(&LEVELS))),
        )
        .arg(
            Arg::new("kind")
                .long("kind")
                .value_name("LOẠI")
                .value_parser(names(&KINDS))
                .default_value("giam-ngheo")
                .hide_possible_values(true)
                .hide_default_value(true)
                .help(format!("Loại kế hoạch: {}; không viết là giam-ngheo", list(&KINDS))),
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

fn templates_command() -> Clap {
    Clap::new("templates")
        .about("Liệt kê các mẫu có sẵn, hoặc viết chúng ra để cơ quan sửa")
        .help_template(TEMPLATE)
        .override_usage("kehoach templates [TÙY CHỌN] [MẪU]…")
        .disable_help_flag(true)
        .next_help_heading("Tùy chọn của lệnh")
        .arg(
            Arg::new("name")
                .value_name("MẪU")
                .num_args(0..)
                .requires("out")
                .help_heading("Đối số")
                .help("Tên mẫu, ví dụ muc/du_an.xml; không viết thì mọi mẫu"),
        )
        .arg(out_option("Thư mục sẽ viết, thường là templates của dự án; không viết thì chỉ liệt kê"))
        .arg(
            Arg::new("overwrite")
                .long("overwrite")
                .action(ArgAction::SetTrue)
                .requires("out")
                .help("Ghi đè cả tệp đã có mà khác mẫu có sẵn"),
        )
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_command_line_is_consistent() {
        super::command().debug_assert();
    }
}
