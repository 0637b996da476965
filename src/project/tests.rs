use std::path::PathBuf;

use super::shared::Folders;
use super::*;
use crate::world::memory::Memory;
use crate::world::overlay::Overlay;
use crate::world::record::Recorder;

fn project(world: &dyn World) -> Project<'_> {
    Project { world, root: PathBuf::from("/du-an"), working: PathBuf::from("/du-an"), before: String::new() }
}

/// The plans of a project, and what the machine could not do on the way.
fn plans(world: &Memory, paths: &[&str]) -> (Vec<String>, Vec<String>) {
    let mut notes = Notes::default();
    let project = project(world);
    let paths: Vec<_> = paths.iter().map(PathBuf::from).collect();
    let found = project.plans(&paths, &mut notes);
    (found.iter().map(|found| project.shown(&found.path)).collect(), notes.failures)
}

#[test]
fn a_folder_that_cannot_be_read_fails_alone() {
    let world = Memory::new()
        .file("/du-an/plans/a/1.yaml", "")
        .closed_folder("/du-an/plans/b")
        .file("/du-an/plans/c/2.yaml", "")
        .file("/du-an/plans/3.yaml", "");
    let (found, failures) = plans(&world, &[]);
    assert_eq!(found, ["plans/3.yaml", "plans/a/1.yaml", "plans/c/2.yaml"]);
    assert_eq!(failures, ["không đọc được plans/b: không có quyền"]);
}

#[test]
fn what_is_no_file_is_listed_so_that_reading_it_says_why() {
    let world = Memory::new()
        .special("/du-an/plans/ong.yaml")
        .link("/du-an/plans/cut.yaml", "khong_co.yaml")
        .link("/du-an/plans/muc", "..")
        .file("/du-an/plans/.an/1.yaml", "")
        .file("/du-an/plans/_chung/2.yaml", "")
        .file("/du-an/plans/ghi chú.txt", "");
    let (found, failures) = plans(&world, &[]);
    assert_eq!(
        (found.as_slice(), failures.len()),
        (["plans/cut.yaml".to_owned(), "plans/ong.yaml".to_owned()].as_slice(), 0)
    );
    let project = project(&world);
    let said = |name: &str| match project.plan(&project.root.join(name)) {
        Err(Unread::Failure(failure)) => failure,
        other => panic!("{name}: {other:?}"),
    };
    assert_eq!(said("plans/cut.yaml"), "không đọc được plans/cut.yaml: liên kết này không dẫn tới tệp nào");
    let special = "không đọc được plans/ong.yaml: đây không phải tệp thường mà là thiết bị hoặc kênh của hệ thống";
    assert_eq!(said("plans/ong.yaml"), special);
}

#[test]
fn no_link_of_the_project_leads_to_a_file_of_others() {
    let world = Memory::new()
        .file("/etc/mat_khau", "bí mật")
        .link("/du-an/plans/a.yaml", "/etc/mat_khau")
        .link("/du-an/plans/muc", "/etc")
        .file("/du-an/that.yaml", "x: y")
        .link("/du-an/plans/b.yaml", "../that.yaml");
    let project = project(&world);
    let read = |name: &str| project.plan(&project.root.join(name));
    let Err(Unread::Failure(failure)) = read("plans/a.yaml") else { panic!("the link is followed") };
    assert_eq!(failure, "plans/a.yaml: liên kết này dẫn ra ngoài dự án; chép tệp thật vào dự án rồi chạy lại");
    assert_eq!(read("plans/b.yaml").expect("the link stays in the project").text, "x: y");
    let (found, failures) = plans(&world, &["/du-an/plans/muc"]);
    assert_eq!((found.len(), failures.len()), (0, 1), "{failures:?}");
}

#[test]
fn the_nearest_settings_mark_the_root() {
    let world = Memory::new()
        .file("/a/kehoach.yaml", "")
        .file("/a/b/kehoach.yaml", "")
        .file("/a/b/plans/1.yaml", "")
        .link("/khac", "/a/b");
    let root = |paths: &[&str]| {
        let paths: Vec<_> = paths.iter().map(PathBuf::from).collect();
        Project::of(&world, &paths).map(|project| project.root)
    };
    assert_eq!(root(&["a/b/plans/1.yaml"]), Ok(PathBuf::from("/a/b")));
    assert_eq!(root(&["a/plans/khong_co.yaml"]), Ok(PathBuf::from("/a")));
    assert_eq!(root(&[]), Ok(PathBuf::from("/")));
    assert_eq!(root(&["khac", "a/b/plans"]), Ok(PathBuf::from("/a/b")));
    for way in ["khac", "khac/plans", "a/b/plans/1.yaml"] {
        let paths = [PathBuf::from(way)];
        let project = Project::of(&world, &paths).expect(way);
        let plans = project.plans(&paths, &mut Notes::default());
        assert_eq!(plans.len(), 1, "{way}");
        assert!(project.plan(&plans[0].path).is_ok(), "{way}");
    }
    let two = root(&["a/b/plans", "a/plans"]).expect_err("two projects");
    assert_eq!(two, "các đường dẫn thuộc hai dự án: a/b và a; dựng mỗi dự án một lần");
}

#[test]
fn files_too_large_are_not_read() {
    let world = Memory::new()
        .file("/du-an/plans/a.yaml", vec![b'#'; (1 << 20) + 1])
        .file("/du-an/kehoach.yaml", vec![b'#'; (1 << 20) + 1])
        .file("/du-an/templates/phan/dau.xml", vec![b' '; (8 << 20) + 1]);
    let project = project(&world);
    assert!(matches!(project.plan(&project.root.join("plans/a.yaml")), Err(Unread::Finding(_))));
    let mut notes = Notes::default();
    assert!(project.office(&mut notes).is_none(), "settings and a template are too large");
    let found: Vec<_> = notes.findings.iter().map(|found| found.message.as_str()).collect();
    assert_eq!(
        found,
        ["tệp lớn hơn 1 MB, quá lớn để là một tệp viết tay", "tệp lớn hơn 8 MB, quá lớn để là một tệp viết tay"]
    );
}

#[test]
fn fonts_that_are_no_files_are_not_read() {
    let world = Memory::new().file("/du-an/kehoach.yaml", "phong_chu: phong\n").special("/du-an/phong/times.ttf");
    let mut notes = Notes::default();
    assert!(project(&world).office(&mut notes).is_none(), "a font cannot be read");
    assert_eq!(notes.failures.len(), 1, "{:?}", notes.failures);
    assert!(notes.failures[0].contains("không đọc được phong/times.ttf"), "{:?}", notes.failures);
}

#[test]
fn names_are_shown_with_what_they_hide() {
    let world = Memory::new().file("/du-an/plans/a\u{1b}[2J\u{202e}.yml", "");
    let mut notes = Notes::default();
    project(&world).plans(&[], &mut notes);
    let file = notes.findings.first().and_then(|found| found.site.as_ref().map(crate::diagnostic::Site::file));
    assert_eq!(file, Some("plans/a\\u{1b}[2J\\u{202e}.yml"));
}

#[test]
fn a_buffer_is_read_in_place_of_its_file_and_what_is_read_is_known() {
    let disk = Memory::new()
        .file("/du-an/plans/_chung.yaml", "co_quan: {thon: {ten: Các thôn}}\n")
        .file("/du-an/plans/a/1.yaml", "cũ");
    let buffers = [(PathBuf::from("/du-an/plans/a/1.yaml"), "đang gõ".into())];
    let overlay = Overlay::new(&disk, buffers.into());
    let world = Recorder::new(&overlay);
    let project = project(&world);
    let mut notes = Notes::default();
    let office = project.office(&mut Notes::default()).expect("a usual office");
    let plan = project.plans(&[], &mut notes).remove(0);
    let folder = plan.path.parent().expect("a folder");
    let shared = Folders::new(&project, &office).shared(folder, &mut notes);
    assert!(!shared.is_broken && notes.findings.is_empty() && notes.failures.is_empty());
    assert_eq!(project.plan(&plan.path).expect("it is read").text, "đang gõ");
    let read: Vec<_> = world.paths().iter().map(|path| project.shown(path)).collect();
    assert_eq!(read, ["", "plans", "plans/_chung.yaml", "plans/a", "plans/a/1.yaml"]);
}
