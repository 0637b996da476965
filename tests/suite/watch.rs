//! `kehoach watch`: what a save touches is built again, whatever way an editor saves, and nothing good is lost.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::project::{GOOD, Project};

/// How often is looked whether something has come about, and how long at most: a slow machine is no failure.
const OFTEN: Duration = Duration::from_millis(20);
const LOOKS: usize = 3_000;

/// A running watch, stopped when it is dropped.
struct Watch<'a> {
    project: &'a Project,
    child: Child,
}

impl Drop for Watch<'_> {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl<'a> Watch<'a> {
    /// Begins to watch a project, and waits until it waits.
    #[track_caller]
    fn new(project: &'a Project) -> Self {
        let said = fs::File::create(project.path("loi.txt")).expect("a file");
        let child = Command::new(env!("CARGO_BIN_EXE_kehoach"))
            .args(["watch", "--format", "docx"])
            .current_dir(project.path(""))
            .stderr(Stdio::from(said))
            .spawn()
            .expect("the program runs");
        let watch = Self { project, child };
        watch.says("đang chờ", 1);
        watch
    }

    /// Waits until words were said so many times.
    #[track_caller]
    fn says(&self, words: &str, times: usize) {
        self.until(words, || self.said().matches(words).count() >= times);
    }

    fn said(&self) -> String {
        String::from_utf8(self.project.read("loi.txt")).expect("text")
    }

    #[track_caller]
    fn until(&self, what: &str, mut is_there: impl FnMut() -> bool) {
        for _ in 0..LOOKS {
            if is_there() {
                return;
            }
            sleep(OFTEN);
        }
        panic!("«{what}» never came about; said:\n{}", self.said());
    }

    /// Waits until an output is another than it was.
    #[track_caller]
    fn renews(&self, name: &str, save: impl FnOnce()) {
        let old = fs::read(self.project.path(name)).ok();
        save();
        self.until(name, || fs::read(self.project.path(name)).is_ok_and(|new| Some(new) != old));
    }
}

fn with(recipient: &str) -> String {
    GOOD.replace("Các thôn", recipient)
}

#[test]
fn a_save_is_built_in_whatever_way_it_comes() {
    let project = Project::new();
    project.write("plans/hai.yaml", GOOD);
    let watch = Watch::new(&project);
    let other = project.read("output/hai.docx");
    watch.renews("output/tot.docx", || project.write("plans/tot.yaml", with("Các thôn, bản")));
    watch.renews("output/tot.docx", || {
        project.write("plans/.tot.yaml.swp", with("Các xóm"));
        fs::rename(project.path("plans/.tot.yaml.swp"), project.path("plans/tot.yaml")).expect("it is renamed");
    });
    watch.renews("output/tot.docx", || {
        fs::rename(project.path("plans/tot.yaml"), project.path("plans/tot.yaml~")).expect("it is renamed");
        project.write("plans/tot.yaml", with("Các bản"));
    });
    watch.renews("output/2027/ba.docx", || project.write("plans/2027/ba.yaml", with("Các buôn")));
    watch.renews("output/2027/ba.docx", || project.write("plans/2027/ba.yaml", with("Các làng")));
    assert_eq!(project.read("output/hai.docx"), other);
    assert!(!watch.said().contains("output/hai.docx: dựng vì tệp khác"), "{}", watch.said());
}

#[test]
fn what_is_shared_and_set_is_watched_too() {
    let project = Project::new();
    project.write("plans/tot.yaml", with("phong_kinh_te"));
    project.write("plans/_chung.yaml", "co_quan:\n  phong_kinh_te: {ten: Phòng Kinh tế}\n");
    let watch = Watch::new(&project);
    watch.renews("output/tot.docx", || {
        project.write("plans/_chung.yaml", "co_quan:\n  phong_kinh_te: {ten: Phòng Kinh tế tổng hợp}\n");
    });
    watch.renews("output/tot.docx", || project.write("kehoach.yaml", "le: {trai: 35 mm}\n"));
    let built_in = include_str!("../../templates/phan/cuoi.xml");
    watch.renews("output/tot.docx", || {
        project.write("templates/phan/cuoi.xml", built_in.replace("<luu>", "<nhan>Trang thông tin xã</nhan><luu>"));
    });
}

#[test]
fn while_a_plan_is_broken_its_last_good_output_stays() {
    let project = Project::new();
    let watch = Watch::new(&project);
    // Reading a plan is no change of it, and writing its documents none either.
    sleep(OFTEN * 20);
    assert_eq!(watch.said().matches("đang chờ").count(), 1, "{}", watch.said());
    let good = project.read("output/tot.docx");
    project.write("plans/tot.yaml", format!("{GOOD}la: 1\n"));
    watch.says("KH-0201", 1);
    assert_eq!(project.read("output/tot.docx"), good);
    fs::remove_file(project.path("plans/tot.yaml")).expect("it is there");
    watch.renews("output/tot.docx", || project.write("plans/tot.yaml", with("Các thôn, bản")));
}
