//! The table of codes as a page for clerks.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::LazyLock;

use super::RULES;
use super::across::NUMBER_TAKEN;
use super::rule::Rule;
use crate::diagnostic::{Code, Severity};
use crate::schema::limit::Limit;
use crate::vietnamese::group_thousands;

/// Codes of reading whose findings are warnings; what the others find is an error.
const WARNED: [Code; 7] = [
    Code::WaiverUnused,
    Code::JoinedLine,
    Code::StrayStar,
    Code::SplitSentence,
    Code::NoNumber,
    Code::StrayFile,
    NUMBER_TAKEN,
];

/// The chapters of the page: how the codes of one begin, and its heading.
const CHAPTERS: [(&str, &str); 8] = [
    ("KH-00", "Tệp"),
    ("KH-01", "Cách viết YAML"),
    ("KH-02", "Khóa và giá trị"),
    ("KH-03", "Nội dung của kế hoạch"),
    ("KH-04", "Thiết lập, tệp của dự án; cơ quan, văn bản, thời gian"),
    ("KH-05", "Mức nhiều nhất"),
    ("KH-06", "Lời văn"),
    ("MB-", "Mẫu"),
];

/// A code and the rules that raise it.
struct Entry {
    code: Code,
    rules: Vec<&'static Rule>,
}

impl Entry {
    /// How grave the gravest of its findings are.
    fn level(&self) -> Severity {
        let own = if WARNED.contains(&self.code) { Severity::Warning } else { Severity::Error };
        let is_read = Code::ALL.contains(&self.code);
        let levels = self.rules.iter().map(|rule| rule.level).chain(is_read.then_some(own));
        levels.max().unwrap_or(own)
    }
}

/// Every code with its meaning and, where a rule raises it, with examples, in Vietnamese, as Markdown.
pub fn markdown() -> String {
    let mut out = String::from(
        "# Các mã thông báo\n\n\
         Trang này được sinh từ bảng mã của chương trình; đừng sửa tay. *Lỗi*: kế hoạch chưa được dựng; *cảnh báo*, \
         *lưu ý*: vẫn được dựng. Mức ghi ở đây là mức nặng nhất của mã. Đoạn YAML chỉ gồm những khóa cần để thấy chỗ sai.\n\n\
         | mã | mức | sai gì |\n|---|---|---|\n",
    );
    let entries = entries();
    for entry in entries.values() {
        let id = entry.code.id;
        let _ = writeln!(out, "| [{id}](#{}) | {} | {} |", id.to_lowercase(), entry.level().term(), entry.code.title);
    }
    for (prefix, heading) in CHAPTERS {
        let _ = write!(out, "\n## {heading}\n");
        entries.values().filter(|entry| entry.code.id.starts_with(prefix)).for_each(|entry| describe(entry, &mut out));
    }
    out
}

fn entries() -> BTreeMap<&'static str, Entry> {
    let mut entries: BTreeMap<_, _> = Code::ALL
        .iter()
        .chain([&NUMBER_TAKEN])
        .map(|code| (code.id, Entry { code: *code, rules: Vec::new() }))
        .collect();
    for rule in RULES {
        entries.entry(rule.code.id).or_insert(Entry { code: rule.code, rules: Vec::new() }).rules.push(rule);
    }
    entries
}

fn describe(entry: &Entry, out: &mut String) {
    let code = entry.code;
    let _ = write!(out, "\n### {}\n\n**{}.**", code.id, crate::vietnamese::capitalize(code.title));
    match Limit::ALL.iter().find(|limit| limit.code() == code) {
        Some(limit) => {
            let most = group_thousands(limit.most() as i128);
            let _ = writeln!(out, " Nhiều nhất {most} {}. Vượt quá thì {}.", limit.what(), limit.help());
        }
        None => {
            let _ = writeln!(out, " {}", code.about);
        }
    }
    for rule in &entry.rules {
        if rule.about != code.about {
            let _ = write!(out, "\n{}\n", rule.about);
        }
        let (reason, wrong, right) = (crate::vietnamese::capitalize(rule.reason), rule.wrong, rule.right);
        let reason =
            if is_clause(rule.reason) { format!("Nghị định 30/2020/NĐ-CP, {}", rule.reason) } else { reason };
        let _ =
            write!(out, "\n*Vì sao:* {reason}.\n\nSai:\n\n```yaml\n{wrong}\n```\n\nĐúng:\n\n```yaml\n{right}\n```\n");
    }
}

/// The code of this name.
pub fn code(id: &str) -> Option<Code> {
    static KNOWN: LazyLock<BTreeMap<&str, Code>> =
        LazyLock::new(|| entries().into_iter().map(|(id, entry)| (id, entry.code)).collect());
    KNOWN.get(id).copied()
}

/// Every code, in order.
pub fn codes() -> Vec<&'static str> {
    entries().into_keys().collect()
}

/// What a code means, for a terminal; `None` where there is no such code.
pub fn explain(id: &str) -> Option<String> {
    let entries = entries();
    let entry = entries.get(id)?;
    let mut page = String::new();
    describe(entry, &mut page);
    let page = page.trim_start().trim_start_matches("### ");
    // What marks words on a page of Markdown has no use on a terminal.
    let mut out = String::new();
    let mut is_code = false;
    for line in page.lines() {
        match line {
            _ if line.starts_with("```") => is_code = !is_code,
            _ if is_code => out.push_str(&format!("    {line}\n")),
            _ => out.push_str(&format!("{}\n", line.replace('*', ""))),
        }
    }
    let level = entry.level().term();
    Some(out.replacen(id, &format!("{id} ({level})"), 1))
}

/// Whether a reason is a clause of the decree.
fn is_clause(reason: &str) -> bool {
    ["Phụ lục ", "Điều "].iter().any(|word| reason.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_stands_in_one_chapter() {
        for code in entries().keys() {
            let chapters = CHAPTERS.iter().filter(|(prefix, _)| code.starts_with(prefix)).count();
            assert_eq!(chapters, 1, "{code}");
            assert_eq!(markdown().matches(&format!("\n### {code}\n")).count(), 1, "{code}");
        }
    }
}
