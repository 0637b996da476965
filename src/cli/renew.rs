//! `kehoach new --from OLD --year N`: next year's plan from this year's.

use std::path::{Path, PathBuf};

use super::arguments::Renew;
use super::new::{faults, objection_to_name, quoted};
use super::outcome::Outcome;
use super::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Severity};
use crate::pipeline::{NotRenewed, OWN_FAULT, Renewed, guarded};
use crate::project::shared::Folders;
use crate::project::{Notes, Project, Unread};
use crate::value::Period;
use crate::world::{Kind, World};

/// A plan that was written.
#[derive(Debug)]
struct Written {
    /// Its name.
    name: String,
    /// That of the old one.
    from: String,
    /// How many things are to be decided.
    undecided: usize,
    /// What keeps it from being built where it stands.
    faults: Vec<Diagnostic>,
}

/// Writes next year's plan; a file that is there is never written over.
pub(super) fn run(world: &dyn World, wanted: &Renew, terminal: &Terminal) -> Outcome {
    match write(world, wanted) {
        Ok(written) => {
            let Written { name, from, undecided, faults } = written;
            let what = match undecided {
                0 => "không có chỗ nào phải quyết".to_owned(),
                count => format!("{count} chỗ phải quyết, đánh dấu «# CẦN QUYẾT»"),
            };
            terminal.findings(&faults);
            terminal.talk(&format!("đã viết {name} từ {from}: {what}; xem từng chỗ: kehoach check {}", quoted(&name)));
            if faults.is_empty() { Outcome::Clean } else { Outcome::Findings }
        }
        Err(notes) => {
            terminal.findings(&notes.findings);
            notes.failures.iter().for_each(|failure| terminal.failure(failure));
            if notes.failures.is_empty() { Outcome::Findings } else { Outcome::Failed }
        }
    }
}

fn refused(why: impl Into<String>) -> Notes {
    Notes { findings: Vec::new(), failures: vec![why.into()] }
}

/// Writes next year's plan, or says why it is not written.
fn write(world: &dyn World, wanted: &Renew) -> Result<Written, Notes> {
    if let Some(why) = wanted.file.as_deref().and_then(objection_to_name) {
        return Err(refused(why));
    }
    let project = Project::of(world, std::slice::from_ref(&wanted.from)).map_err(refused)?;
    let old = old_plan(&project, &wanted.from)?;
    let renewed = renewed(&project, &old, wanted.year)?;
    let path = match &wanted.file {
        Some(file) => project.working.join(file),
        None => {
            let inside = old.strip_prefix(&project.root).unwrap_or(&old);
            let moved = moved(inside, renewed.old, renewed.new).ok_or_else(|| {
                refused(format!("đường dẫn {} không có năm để đổi; viết thêm tên tệp mới", project.shown(&old)))
            })?;
            project.root.join(moved)
        }
    };
    world.create(&path, renewed.text.as_bytes()).map_err(|error| refused(project.told(&error)))?;
    Ok(Written {
        name: project.shown(&path),
        from: project.shown(&old),
        undecided: renewed.undecided,
        faults: errors(faults(world, &path, &renewed.text)),
    })
}

/// The errors among findings; the rest is told when the plan is checked.
fn errors(mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    findings.retain(|found| found.severity == Severity::Error);
    findings
}

/// The file of the old plan.
fn old_plan(project: &Project<'_>, from: &Path) -> Result<PathBuf, Notes> {
    let mut notes = Notes::default();
    let mut found = project.plans(std::slice::from_ref(&from.to_owned()), &mut notes);
    match (found.pop(), found.is_empty()) {
        (Some(only), true) if project.world.kind(&project.working.join(from)) != Kind::Folder => Ok(only.path),
        (None, _) if !notes.findings.is_empty() || !notes.failures.is_empty() => Err(notes),
        (Some(_) | None, _) => Err(refused(format!("{} không phải một tệp kế hoạch", project.shown(from)))),
    }
}

/// The new plan, by what the old one and its folders say.
fn renewed(project: &Project<'_>, old: &Path, year: i32) -> Result<Renewed, Notes> {
    let mut notes = Notes::default();
    let Some(office) = project.office(&mut notes) else { return Err(notes) };
    let folder = old.parent().unwrap_or(&project.root);
    let shared = Folders::new(project, &office).shared(folder, &mut notes);
    if shared.is_broken || shared.lacks_files {
        return Err(notes);
    }
    let file = project.plan(old).map_err(|unread| match unread {
        Unread::Finding(finding) => Notes { findings: vec![*finding], failures: Vec::new() },
        Unread::Failure(failure) => refused(failure),
    })?;
    match guarded(|| office.renew(&file, &shared.shared, year)) {
        Some(Ok(renewed)) => Ok(renewed),
        Some(Err(NotRenewed::Unreadable(findings))) => Err(Notes { findings, failures: Vec::new() }),
        Some(Err(NotRenewed::Year(why))) => Err(refused(why)),
        None => Err(refused(format!("{}: {OWN_FAULT}", project.shown(old)))),
    }
}

/// A path with the years of the new plan in place of those of the old one; `None` where it has none.
fn moved(path: &Path, old: Period, new: Period) -> Option<PathBuf> {
    let spans = [format!("{}-{}", old.from, old.to), format!("{}_{}", old.from, old.to), old.from.to_string()];
    let news = [format!("{}-{}", new.from, new.to), format!("{}_{}", new.from, new.to), new.from.to_string()];
    let text = path.to_str()?;
    let (old, new) = spans.iter().zip(&news).find(|(old, _)| replaced(text, old, "").is_some())?;
    replaced(text, old, new).map(PathBuf::from)
}

/// A text with a number in place of another, which no figure goes on; `None` where it is not there.
fn replaced(text: &str, old: &str, new: &str) -> Option<String> {
    let digit = |letter: char| letter.is_ascii_digit();
    let places: Vec<_> = text
        .match_indices(old)
        .map(|(at, _)| at)
        .filter(|&at| !text[..at].ends_with(digit) && !text[at + old.len()..].starts_with(digit))
        .collect();
    let mut replaced = text.to_owned();
    places.iter().rev().for_each(|&at| replaced.replace_range(at..at + old.len(), new));
    (!places.is_empty()).then_some(replaced)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::memory::Memory;

    const PLAN: &str = "co_quan_ban_hanh: Ủy ban nhân dân xã Bình Minh\nky_hieu: KH-UBND\ndia_danh: Bình Minh\nngay_ban_hanh: 3/2025\n\
                        trich_yeu: Giảm nghèo năm 2025\nnoi_nhan: [Các thôn]\nnguoi_ky: {chuc_vu: Chủ tịch}\n";

    fn wanted(from: &str, file: Option<&str>) -> Renew {
        Renew { from: PathBuf::from(from), year: 2026, file: file.map(PathBuf::from) }
    }

    #[test]
    fn years_in_paths_move() {
        let years = |from, to| Period::of_years(from, to);
        let check = |path: &str, old: Period, new: Period, expected: Option<&str>| {
            assert_eq!(moved(Path::new(path), old, new).as_deref(), expected.map(Path::new), "{path}");
        };
        let (old, new) = (years(2025, 2025), years(2026, 2026));
        check("plans/2025/a.yaml", old, new, Some("plans/2026/a.yaml"));
        check("plans/2025/a-2025.yaml", old, new, Some("plans/2026/a-2026.yaml"));
        check("plans/a.yaml", old, new, None);
        check("plans/20251/x12025.yaml", old, new, None);
        check("plans/2021-2025/a.yaml", years(2021, 2025), years(2026, 2030), Some("plans/2026-2030/a.yaml"));
        check("plans/2021/a.yaml", years(2021, 2025), years(2026, 2030), Some("plans/2026/a.yaml"));
    }

    #[test]
    fn only_years_below_the_root_of_the_project_move() {
        let world = Memory::new().file("/2025/kehoach.yaml", "co_chu: 14\n").file("/2025/plans/2025/a.yaml", PLAN);
        let written = write(&world, &wanted("/2025/plans/2025/a.yaml", None)).expect("it is written");
        assert_eq!(written.name, "2025/plans/2026/a.yaml");
        assert!(written.undecided > 0 && written.faults.is_empty(), "{written:?}");
    }

    #[track_caller]
    fn refused(world: &Memory, wanted: &Renew, expected: &str) {
        let before = world.files();
        let notes = write(world, wanted).expect_err("it is refused");
        let told = notes.findings.iter().map(|found| &found.message).chain(&notes.failures);
        assert!(told.into_iter().any(|told| told.contains(expected)), "{notes:?}");
        assert_eq!(world.files(), before);
    }

    #[test]
    fn what_cannot_be_written_is_told() {
        let world = || Memory::new().file("/plans/a.yaml", PLAN);
        refused(&world(), &wanted("plans/a.yaml", None), "plans/a.yaml không có năm để đổi");
        refused(&world(), &wanted("plans/a.yaml", Some("plans/a.yaml")), "đã có tệp cùng tên");
        refused(&world(), &wanted("plans/a.yaml", Some("plans/_b.yaml")), "gạch dưới");
        refused(&world(), &wanted("plans/a.yaml", Some("b.txt")), "phải có đuôi .yaml");
        refused(&world(), &wanted("plans", Some("plans/b.yaml")), "plans không phải một tệp kế hoạch");
        refused(&world(), &wanted("plans/b.yaml", Some("plans/c.yaml")), "không có tệp hoặc thư mục");
        refused(&world().full(), &wanted("plans/a.yaml", Some("plans/b.yaml")), "ổ đĩa đã đầy");
        let later = Renew { year: 2025, ..wanted("plans/a.yaml", Some("plans/b.yaml")) };
        refused(&world(), &later, "viết --year từ 2026 trở đi");
    }

    #[test]
    fn an_old_plan_that_cannot_be_read_is_left_alone() {
        for (wrong, expected) in [("so: năm\n", "«so»"), ("la: 1\n", "khóa lạ"), ("so_ban: &x 1\n", "mỏ neo")] {
            let world = Memory::new().file("/plans/2025/a.yaml", format!("{PLAN}{wrong}"));
            refused(&world, &wanted("plans/2025/a.yaml", None), expected);
        }
    }

    #[test]
    fn what_the_new_folder_lacks_is_told() {
        let plan = PLAN.replace("[Các thôn]", "[ubnd]");
        let world = Memory::new()
            .file("/plans/2025/a.yaml", plan)
            .file("/plans/2025/_chung.yaml", "co_quan: {ubnd: {ten: Ủy ban nhân dân xã}}\n");
        let written = write(&world, &wanted("plans/2025/a.yaml", None)).expect("it is written");
        assert_eq!(written.faults.len(), 1, "{written:?}");
    }
}
