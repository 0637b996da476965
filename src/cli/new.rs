//! `kehoach new`: a commented plan that builds at once.

use std::ffi::OsStr;
use std::path::Path;

use super::arguments::New;
use super::outcome::Outcome;
use super::sample::LEVELS;
use super::terminal::Terminal;
use crate::diagnostic::{Diagnostic, has_errors};
use crate::pipeline::guarded;
use crate::project::shared::Folders;
use crate::project::{Notes, Project, SETTINGS_FILE};
use crate::source::SourceFile;
use crate::world::World;
use crate::{vietnamese, visible};

/// Longer than any name of a place, in letters.
const LONGEST_PLACE: usize = 50;

/// The text of each kind; what stands in `<<…>>` is filled in, and a line that begins so is for one level.
fn text(kind: &str) -> &'static str {
    match kind {
        "chuong-trinh" => include_str!("new/chuong-trinh.yaml"),
        "ngan" => include_str!("new/ngan.yaml"),
        _ => include_str!("new/giam-ngheo.yaml"),
    }
}

/// Writes a new plan; a file that is there is never written over.
pub(super) fn run(world: &dyn World, new: &New, terminal: &Terminal) -> Outcome {
    let shown = visible::path(&new.file);
    match write(world, new) {
        Ok(()) => {
            terminal.talk(&format!("đã viết {shown}; sửa nội dung rồi chạy: kehoach build {}", quoted(&shown)));
            Outcome::Clean
        }
        Err(notes) => {
            terminal.findings(&notes.findings);
            notes.failures.iter().for_each(|failure| terminal.failure(failure));
            Outcome::Failed
        }
    }
}

/// A path as it is typed.
pub(super) fn quoted(shown: &str) -> String {
    if shown.contains(' ') { format!("\"{shown}\"") } else { shown.to_owned() }
}

/// Writes a new plan, or says why it is not written.
fn write(world: &dyn World, new: &New) -> Result<(), Notes> {
    let refused = |failure: String| Notes { findings: Vec::new(), failures: vec![failure] };
    if let Some(why) = objection(new) {
        return Err(refused(why));
    }
    let working = world.working_folder().map_err(|error| refused(error.to_string()))?;
    let text = fill(text(new.kind), new);
    let findings = faults(world, &new.file, &text);
    if !findings.is_empty() {
        let shown = visible::path(&new.file);
        let why = format!("chưa viết {shown}: kế hoạch mẫu không dựng được cùng những gì thư mục này dùng chung");
        return Err(Notes { findings, failures: vec![why] });
    }
    world.create(&working.join(&new.file), text.as_bytes()).map_err(|error| refused(error.seen_from(&working)))
}

/// What would keep a plan from being built at its place, beside what its folders share.
///
/// Where the project itself is broken nothing can be told; that is said when it is built.
pub(super) fn faults(world: &dyn World, file: &Path, text: &str) -> Vec<Diagnostic> {
    let Ok(project) = Project::of(world, &[file.to_owned()]) else { return Vec::new() };
    let Some(office) = project.office(&mut Notes::default()) else { return Vec::new() };
    let mut notes = Notes::default();
    let path = project.working.join(file);
    let folder = path.parent().unwrap_or(&project.root);
    let shared = Folders::new(&project, &office).shared(folder, &mut notes);
    if shared.is_broken {
        return Vec::new();
    }
    let file = SourceFile::from_text(&project.shown(&path), text);
    let found = guarded(|| office.read(&file, &shared.shared, None).diagnostics).unwrap_or_default();
    if has_errors(&found) { found } else { Vec::new() }
}

/// Why a plan of this name would not be built.
pub(super) fn objection_to_name(file: &Path) -> Option<String> {
    let begins = |name: &OsStr, with: char| name.to_string_lossy().starts_with(with);
    let name = file.file_name().unwrap_or_default();
    if file.extension().is_none_or(|ending| ending != "yaml") {
        let named = visible::path(&file.with_extension("yaml"));
        return Some(format!("tên kế hoạch phải có đuôi .yaml: {named}"));
    }
    if name == SETTINGS_FILE {
        return Some(format!("{SETTINGS_FILE} là tệp thiết lập của dự án; đặt tên khác cho kế hoạch"));
    }
    if file.iter().any(|part| begins(part, '_')) {
        return Some("tên bắt đầu bằng dấu gạch dưới chỉ dành cho tệp dùng chung, không được dựng".to_owned());
    }
    begins(name, '.').then(|| "tệp có tên bắt đầu bằng dấu chấm là tệp ẩn, không được dựng".to_owned())
}

/// Why a plan of this name or place would not build.
fn objection(new: &New) -> Option<String> {
    if let Some(why) = objection_to_name(&new.file) {
        return Some(why);
    }
    let place = place(new);
    if place.chars().count() > LONGEST_PLACE {
        return Some(format!("tên đơn vị dài quá {LONGEST_PLACE} chữ"));
    }
    if !is_name(&place) {
        return Some(format!(
            "tên đơn vị «{}» phải viết bằng chữ Việt, chữ số, dấu cách; dấu nháy đơn và gạch nối chỉ đứng giữa chữ",
            visible::text(&place)
        ));
    }
    let lower = place.to_lowercase();
    let level = LEVELS.iter().find(|(_, words)| lower.starts_with(&format!("{words} ")));
    level.map(|(name, words)| format!("viết tên không kèm «{words}»; cấp chọn bằng --level {name}"))
}

/// The place as it is printed.
fn place(new: &New) -> String {
    vietnamese::compose(new.place.trim())
}

/// Whether a text is a name of Latin letters, such as «Cư M'gar» or «Buôn Ma Thuột 2».
fn is_name(place: &str) -> bool {
    let is_latin = |letter: char| letter <= '\u{24f}' || ('\u{1e00}'..='\u{1eff}').contains(&letter);
    let is_letter = |letter: char| letter.is_ascii_digit() || letter.is_alphabetic() && is_latin(letter);
    let is_part = |part: &str| !part.is_empty() && part.chars().all(is_letter);
    place.split(' ').all(|word| word.split(['\'', '-']).all(is_part))
}

/// Who does what in a plan of a level and kind: the agency that leads, the one that helps, the one above.
fn agencies(new: &New) -> [&'static str; 3] {
    match (new.level, new.kind) {
        ("tinh", "ngan") => ["Sở Xây dựng", "Sở Nông nghiệp và Môi trường", "Thủ tướng Chính phủ"],
        ("tinh", _) => ["Sở Nông nghiệp và Môi trường", "Sở Y tế", "Thủ tướng Chính phủ"],
        ("phuong", _) => ["Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa - Xã hội", "Ủy ban nhân dân tỉnh"],
        _ => ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Ủy ban nhân dân tỉnh"],
    }
}

fn fill(text: &str, new: &New) -> String {
    let level = LEVELS.iter().find(|(name, _)| *name == new.level).map_or("xã", |(_, words)| words);
    let [lead, together, above] = agencies(new);
    let (own, other) =
        if new.level == "tinh" { ("<<cấp tỉnh>>", "<<cấp xã>>") } else { ("<<cấp xã>>", "<<cấp tỉnh>>") };
    let lines = text.lines().filter(|line| !line.starts_with(other));
    let text: String = lines.flat_map(|line| [line.strip_prefix(own).unwrap_or(line), "\n"]).collect();
    text.replace("<<cấp>>", level)
        .replace("<<nơi>>", &place(new))
        .replace("<<chủ trì>>", lead)
        .replace("<<phối hợp>>", together)
        .replace("<<cấp trên>>", above)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::world::memory::Memory;

    fn new(place: &str, file: &str) -> New {
        New { level: "xa", kind: "giam-ngheo", place: place.to_owned(), file: PathBuf::from(file) }
    }

    /// What is said of a new plan that is refused, and that nothing was written.
    #[track_caller]
    fn refused(world: &Memory, new: &New, expected: &str) {
        let before = world.files();
        let notes = write(world, new).expect_err("it is refused");
        assert!(notes.failures[0].contains(expected), "{:?}", notes.failures);
        assert_eq!(world.files(), before);
    }

    #[test]
    fn places_that_are_no_names_are_refused() {
        for place in [
            "Trà \"Lâm\"",
            "-Trà",
            "Trà-",
            "'Trà'",
            "Trà  Lâm",
            "",
            "Трала",
            "茶林",
            "Trà: Lâm",
            "a\u{202e}b",
            "Trà\nLâm",
        ] {
            refused(&Memory::new(), &new(place, "a.yaml"), "tên đơn vị");
        }
        refused(&Memory::new(), &new(&"x".repeat(100_000), "a.yaml"), "tên đơn vị dài quá 50 chữ");
        refused(&Memory::new(), &new("xã Trà Lâm", "a.yaml"), "viết tên không kèm «xã»");
    }

    #[test]
    fn names_of_places_are_taken_as_they_are_written() {
        for place in [
            "Cư M'gar",
            "Ea H'leo",
            "Đắk R'lấp",
            "Buôn Ma Thuột 2",
            "Phan Rang - Tháp Chàm".replace(" - ", "-").as_str(),
            "No",
        ] {
            let world = Memory::new();
            write(&world, &new(place, "a.yaml")).expect(place);
            let text =
                String::from_utf8(world.read(Path::new("/a.yaml"), 1 << 20).expect("it is there")).expect("text");
            assert!(text.contains(&format!("dia_danh: \"{place}\"")), "{text}");
        }
    }

    #[test]
    fn files_that_would_not_be_built_are_refused() {
        refused(&Memory::new(), &new("Trà Lâm", "a.yml"), "phải có đuôi .yaml: a.yaml");
        refused(&Memory::new(), &new("Trà Lâm", "plans/_chung/a.yaml"), "gạch dưới");
        refused(&Memory::new(), &new("Trà Lâm", "plans/.a.yaml"), "dấu chấm");
        refused(&Memory::new(), &new("Trà Lâm", "kehoach.yaml"), "tệp thiết lập");
        let world = Memory::new().file("/plans/_chung.yaml", "co_quan: {ubnd: {ten: Ủy ban nhân dân xã}}\n");
        refused(&world, &new("Trà Lâm", "plans/a.yaml"), "không dựng được cùng những gì thư mục này dùng chung");
    }

    #[test]
    fn a_full_disk_holds_no_part_of_a_plan() {
        refused(&Memory::new().full(), &new("Trà Lâm", "plans/a.yaml"), "ổ đĩa đã đầy");
        let world = Memory::new().file("/a.yaml", "của văn thư");
        refused(&world, &new("Trà Lâm", "a.yaml"), "đã có tệp cùng tên");
    }

    #[test]
    fn each_duty_of_a_province_goes_to_the_agency_in_charge() {
        let province = New { level: "tinh", ..new("Trà Lâm", "a.yaml") };
        let text = fill(text("giam-ngheo"), &province);
        for agency in ["Nông nghiệp và Môi trường", "Y tế", "Xây dựng", "Nội vụ", "Giáo dục và Đào tạo", "Tài chính"]
        {
            assert_eq!(text.matches(&format!("Sở {agency}")).count(), 1, "{agency}");
        }
        assert!(!text.contains("<<") && !text.contains("Phòng"), "{text}");
    }
}
