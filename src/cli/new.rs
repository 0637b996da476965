//! `kehoach new`: a commented plan that builds at once.

use super::Outcome;
use super::arguments::New;
use super::terminal::Terminal;
use crate::world;

/// The levels of government whose bodies issue plans.
pub(super) static LEVELS: [(&str, &str); 4] =
    [("tinh", "tỉnh"), ("xa", "xã"), ("phuong", "phường"), ("dac-khu", "đặc khu")];
/// The kinds of plan.
pub(super) static KINDS: [(&str, &str); 3] = [
    ("giam-ngheo", "giảm nghèo bền vững"),
    ("chuong-trinh", "thực hiện một chương trình"),
    ("ngan", "một trang, bố cục thông thường"),
];

/// The text of each kind; what stands in `<<…>>` is filled in.
fn text(kind: &str) -> &'static str {
    match kind {
        "chuong-trinh" => include_str!("new/chuong-trinh.yaml"),
        "ngan" => include_str!("new/ngan.yaml"),
        _ => include_str!("new/giam-ngheo.yaml"),
    }
}

/// Writes a new plan; a file that is there is never written over.
pub(super) fn run(new: &New, terminal: &Terminal) -> Outcome {
    if let Some(why) = objection(new) {
        terminal.failure(&why);
        return Outcome::Failed;
    }
    let text = fill(text(new.kind), new);
    match world::create(&new.file, text.as_bytes()) {
        Ok(()) => {
            let shown = new.file.display().to_string();
            let quoted = if shown.contains(' ') { format!("\"{shown}\"") } else { shown.clone() };
            terminal.talk(&format!("đã viết {shown}; sửa nội dung rồi chạy: kehoach build {quoted}"));
            Outcome::Clean
        }
        Err(error) => {
            terminal.failure(&error.to_string());
            Outcome::Failed
        }
    }
}

/// Why a plan of this name or place would not build.
fn objection(new: &New) -> Option<String> {
    let apart = |part: &std::ffi::OsStr| part.to_string_lossy().starts_with('_');
    if new.file.extension().is_none_or(|ending| ending != "yaml") {
        return Some(format!("tên kế hoạch phải có đuôi .yaml: {}", new.file.with_extension("yaml").display()));
    }
    if new.file.iter().any(apart) || new.file.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) {
        return Some("tên bắt đầu bằng dấu gạch dưới chỉ dành cho tệp dùng chung, không được dựng".to_owned());
    }
    let place = new.place.trim();
    let fits = |letter: char| letter.is_alphanumeric() || [' ', '\'', '-'].contains(&letter);
    if place.is_empty() || !place.chars().all(fits) {
        return Some(format!("tên đơn vị «{place}» chỉ được có chữ, số, dấu cách, dấu nháy đơn và gạch nối"));
    }
    let lower = place.to_lowercase();
    let level = LEVELS.iter().find(|(_, words)| lower.starts_with(&format!("{words} ")));
    level.map(|(name, words)| format!("viết tên không kèm «{words}»; cấp chọn bằng --level {name}"))
}

fn fill(text: &str, new: &New) -> String {
    let level = LEVELS.iter().find(|(name, _)| *name == new.level).map_or("xã", |(_, words)| words);
    let (lead, together, above) = if new.level == "tinh" {
        ("Sở Nông nghiệp và Môi trường", "Sở Tài chính", "Thủ tướng Chính phủ")
    } else if new.level == "phuong" {
        ("Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa - Xã hội", "Ủy ban nhân dân tỉnh")
    } else {
        ("Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Ủy ban nhân dân tỉnh")
    };
    let place = new.place.trim();
    text.replace("<<cấp>>", level)
        .replace("<<nơi>>", place)
        .replace("<<chủ trì>>", lead)
        .replace("<<phối hợp>>", together)
        .replace("<<cấp trên>>", above)
}
