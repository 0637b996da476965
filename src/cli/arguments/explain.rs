//! What is wrong with the arguments, in Vietnamese.

#![expect(clippy::wildcard_enum_match_arm, reason = "clap may name new kinds of error")]

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::visible;

/// Clap's finding in Vietnamese.
pub(super) fn explain(error: &clap::Error) -> String {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => visible::text(text),
        Some(ContextValue::Strings(texts)) => visible::text(&texts.join(", ")),
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
        ErrorKind::ValueValidation => format!("«{argument}» không nhận «{value}»; {}", reason(error)),
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

/// What is said by whoever has read the value.
fn reason(error: &clap::Error) -> String {
    std::error::Error::source(error).map(ToString::to_string).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::super::definition::command;
    use super::*;

    #[track_caller]
    fn check(arguments: &[&str], expected: &str) {
        let arguments = ["kehoach"].iter().chain(arguments).map(OsString::from);
        let error = command().try_get_matches_from(arguments).expect_err("the arguments are wrong");
        assert_eq!(explain(&error), format!("{expected}\n  xem cách dùng: kehoach --help"));
    }

    #[test]
    fn what_is_wrong_is_said_in_vietnamese() {
        check(&["build", "--color"], "tùy chọn «--color <KHI NÀO>» cần một giá trị");
        check(&["build", ""], "tùy chọn «[ĐƯỜNG DẪN]...» cần một giá trị");
        check(&["build", "--draft=1"], "tùy chọn «--draft» không nhận giá trị «1»");
        check(&["build", "-o", "a", "-o", "b"], "«--out <THƯ MỤC>» viết hai lần");
        check(&["build", "-x"], "không có tùy chọn «-x»");
        check(&["build", "--final", "--draft"], "«--final» không đi cùng «--draft»");
        check(&["new"], "thiếu đối số <TỆP>");
        check(&["new", "--from", "a.yaml"], "thiếu đối số --year <NĂM>");
        check(&["new", "--year", "2026", "a.yaml"], "thiếu đối số --from <TỆP CŨ>");
        let year = "«--year <NĂM>» không nhận «26»; viết một năm bằng bốn chữ số, ví dụ 2026";
        check(&["new", "--from", "a.yaml", "--year", "26"], year);
        let both = "«--from <TỆP CŨ>» không đi cùng «--level <CẤP>»";
        check(&["new", "--from", "a.yaml", "--year", "2026", "--level", "xa"], both);
        check(&["new", "a.yaml", "b.yaml"], "thừa đối số «b.yaml»");
        check(&["schema", "x"], "thừa đối số «x»");
        check(&["help"], "không có lệnh «help»");
    }

    #[test]
    fn letters_that_cannot_be_seen_are_spelled_out() {
        check(&["x\u{1b}[2J\u{202e}y"], "không có lệnh «x\\u{1b}[2J\\u{202e}y»");
        check(&["build", "--x\ny"], "không có tùy chọn «--x\\u{a}y»");
        check(&["build", "--format", "\u{7}"], "«--format <DẠNG>» không nhận «\\u{7}»; các giá trị: docx, pdf");
    }

    #[cfg(unix)]
    #[test]
    fn bytes_that_are_no_letters_are_refused_where_letters_are_meant() {
        use std::os::unix::ffi::OsStringExt;
        let arguments = ["kehoach", "new", "a.yaml", "--place"].map(OsString::from).into_iter();
        let arguments = arguments.chain([OsString::from_vec(vec![0xff])]);
        let error = command().try_get_matches_from(arguments).expect_err("the argument is no text");
        assert!(explain(&error).starts_with("đối số không phải chữ UTF-8"));
    }
}
