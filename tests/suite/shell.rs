//! What a shell and `man` are told of the command line.

use std::process::Command;

/// What a command of ours prints on stdout.
fn printed(arguments: &[&str]) -> String {
    let ran = Command::new(env!("CARGO_BIN_EXE_kehoach")).args(arguments).output().expect("the program runs");
    assert!(ran.status.success() && ran.stderr.is_empty(), "{arguments:?}");
    String::from_utf8(ran.stdout).expect("text")
}

/// What bash offers where the last of these words is being typed.
fn offered(words: &[&str]) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let script = folder.path().join("kehoach.bash");
    std::fs::write(&script, printed(&["completions", "bash"])).expect("the script is written");
    let asks = r#"source "$0" && complete -p kehoach >/dev/null || exit 1
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        _kehoach kehoach "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        printf '%s\n' "${COMPREPLY[@]}""#;
    let ran = Command::new("bash").arg("-c").arg(asks).arg(&script).args(words).output().expect("bash runs");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).expect("text").lines().map(str::to_owned).collect()
}

/// The commands that the help lists.
fn commands() -> Vec<String> {
    let help = printed(&["--help"]);
    let (_, list) = help.split_once("Lệnh:\n").expect("a list of commands");
    list.lines().map_while(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn bash_completes_commands_options_and_their_values() {
    let all = offered(&["kehoach", ""]);
    assert!(commands().iter().all(|command| all.contains(command)), "{all:?}");
    assert_eq!(offered(&["kehoach", "bu"]), ["build"]);
    assert_eq!(offered(&["kehoach", "check", "--form"]), ["--format"]);
    assert_eq!(offered(&["kehoach", "check", "--format", "j"]), ["json", "junit"]);
    assert_eq!(offered(&["kehoach", "--fail-on", "w"]), ["warning"]);
}

#[test]
fn every_shell_has_a_script_that_names_every_command() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = printed(&["completions", shell]);
        assert!(commands().iter().all(|command| script.contains(command.as_str())), "{shell}");
    }
}

#[test]
fn every_command_has_a_page_in_vietnamese() {
    let version = env!("CARGO_PKG_VERSION");
    let mut pages = vec![("kehoach".to_owned(), printed(&["man"]))];
    pages.extend(commands().iter().map(|name| (format!("kehoach-{name}"), printed(&["man", name]))));
    assert!(pages.len() > 8, "the commands are found");
    let known =
        ["TÊN", "CÁCH DÙNG", "MÔ TẢ", "ĐỐI SỐ", "TÙY CHỌN", "TÙY CHỌN CỦA LỆNH", "LỆNH", "GHI CHÚ", "PHIÊN BẢN"];
    for (name, page) in pages {
        let title = format!("\n.TH {name} 1 \"\" \"kehoach {version}\" \"Hướng dẫn kehoach\"\n");
        assert!(page.contains(&title), "{page}");
        let mut headings = page.lines().filter_map(|line| line.strip_prefix(".SH "));
        assert!(headings.all(|heading| known.contains(&heading.trim_matches('"'))), "{page}");
        // What the library says by itself, in English.
        assert!(!page.contains("[default:") && !page.contains("Possible values"), "{page}");
    }
}

#[test]
fn a_page_tells_what_the_help_tells() {
    let page = printed(&["man", "explain"]);
    let about = r"kehoach\-explain \- Giải thích một mã thông báo: nghĩa, căn cứ, cách sửa, ví dụ";
    for line in [about, r"\fBkehoach explain\fR MÃ", r"\fB\-\-fail\-on\fR \fI<MỨC>\fR"] {
        assert!(page.lines().any(|written| written == line), "{line}\n{page}");
    }
}
