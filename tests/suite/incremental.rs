//! Builds after builds: only what changed is made again, and the cache changes no result.

use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::project::{GOOD, Project};

/// What two plans share; the second names the body.
const SHARED: &str = "co_quan:\n  phong_kinh_te: {ten: Phòng Kinh tế}\n  tram_y_te: {ten: Trạm Y tế}\n";

/// A project whose second plan prints a shared name, and whose first does not.
fn project() -> Project {
    let project = Project::new();
    project.write("kehoach.yaml", "");
    project.write("plans/_chung.yaml", SHARED);
    project.write("plans/hai.yaml", GOOD.replace("  - Các thôn", "  - phong_kinh_te\n  - Các thôn"));
    project
}

/// Every output of a project with its bytes.
fn outputs(project: &Project) -> BTreeMap<String, Vec<u8>> {
    project.files("output").into_iter().map(|name| (name.clone(), project.read(&format!("output/{name}")))).collect()
}

/// Which outputs a build makes, as it explains itself.
#[track_caller]
fn made(project: &Project, options: &[&str]) -> Vec<String> {
    let ran = project.build(&[&["--explain"], options].concat());
    assert_eq!(ran.code, 0, "{}", ran.said);
    ran.said.lines().filter_map(|line| Some(line.split_once(": dựng vì ")?.0.replace("output/", ""))).collect()
}

const ALL: [&str; 4] = ["hai.docx", "hai.pdf", "tot.docx", "tot.pdf"];

#[test]
fn nothing_is_made_twice() {
    let project = project();
    assert_eq!(made(&project, &[]), ALL);
    assert_eq!(made(&project, &[]), [""; 0]);
    // A comment changes nothing that is printed.
    project.write("plans/tot.yaml", format!("# ghi chú\n{GOOD}"));
    let ran = project.build(&["--explain"]);
    ran.ended(0, &["plans/tot.yaml: giữ kết quả cũ", "plans/tot.yaml đã đổi", "đã dựng 0/2"]);
    project.write("plans/tot.yaml", GOOD.replace("Các thôn", "Các thôn, bản"));
    assert_eq!(made(&project, &[]), ["tot.docx", "tot.pdf"]);
}

#[test]
fn a_shared_name_makes_anew_what_prints_it() {
    let project = project();
    project.build(&[]).ended(0, &["đã dựng 2/2"]);
    project.write("plans/_chung.yaml", SHARED.replace("Trạm Y tế", "Trạm Y tế xã"));
    assert_eq!(made(&project, &[]), [""; 0]);
    project.write("plans/_chung.yaml", SHARED.replace("Phòng Kinh tế", "Phòng Kinh tế tổng hợp"));
    assert_eq!(made(&project, &[]), ["hai.docx", "hai.pdf"]);
    assert_eq!(made(&project, &[]), [""; 0]);
}

#[test]
fn settings_and_templates_make_anew_what_shows_them() {
    let project = project();
    project.build(&[]).ended(0, &[]);
    project.write("kehoach.yaml", "le: {trai: 35 mm}\n");
    assert_eq!(made(&project, &[]), ALL);
    let built_in = include_str!("../../templates/phan/cuoi.xml");
    project.write("templates/phan/cuoi.xml", format!("{built_in}\n"));
    assert_eq!(made(&project, &[]), [""; 0]);
    project.write("templates/phan/cuoi.xml", built_in.replace("<luu>", "<nhan>Trang thông tin xã</nhan><luu>"));
    assert_eq!(made(&project, &[]), ALL);
    fs::remove_file(project.path("templates/phan/cuoi.xml")).expect("it is there");
    assert_eq!(made(&project, &["--draft"]), ALL);
}

#[test]
fn an_output_that_is_gone_or_changed_by_hand_is_noticed() {
    let project = project();
    project.build(&[]).ended(0, &[]);
    let right = outputs(&project);
    fs::remove_file(project.path("output/tot.pdf")).expect("it is there");
    project.write("output/hai.docx", "sửa tay");
    let ran = project.build(&["--check"]);
    ran.ended(
        1,
        &["KH-0006", "output/tot.pdf", "tệp không có ở đó", "output/hai.docx", "tệp khác với lúc dựng xong", "0/2"],
    );
    assert_eq!(project.read("output/hai.docx"), "sửa tay".as_bytes());
    assert_eq!(made(&project, &[]), ["hai.docx", "tot.pdf"]);
    assert_eq!(outputs(&project), right);
    project.build(&["--check"]).ended(0, &["2/2 kế hoạch có kết quả đúng"]);
}

#[test]
fn one_format_is_built_without_the_other() {
    let project = project();
    project.build(&["--format", "docx"]).ended(0, &[]);
    assert_eq!(made(&project, &[]), ["hai.pdf", "tot.pdf"]);
    project.write("plans/tot.yaml", GOOD.replace("Các thôn", "Các thôn, bản"));
    assert_eq!(made(&project, &["--format", "docx"]), ["tot.docx"]);
    // The PDF is of the plan as it was.
    project.build(&["--check"]).ended(1, &["output/tot.pdf"]);
    assert_eq!(made(&project, &[]), ["tot.pdf"]);
}

#[test]
fn a_plan_that_is_broken_keeps_its_outputs_and_is_told_each_time() {
    let project = project();
    project.build(&[]).ended(0, &[]);
    let right = outputs(&project);
    project.write("plans/tot.yaml", format!("{GOOD}la: 1\n"));
    for _ in 0..2 {
        project.build(&[]).ended(1, &["KH-0201", "chưa dựng, kết quả cũ còn nguyên: plans/tot.yaml"]);
    }
    project.build(&["--check"]).ended(1, &["KH-0201"]);
    assert_eq!(outputs(&project), right);
    project.write("plans/tot.yaml", GOOD);
    assert_eq!(made(&project, &[]), [""; 0]);
}

#[test]
fn what_was_found_is_told_again() {
    let project = project();
    let slipped = GOOD.replace("Giảm số hộ nghèo của xã", "Lòng ghép các nguồn vốn");
    project.write("plans/tot.yaml", slipped);
    let first = project.build(&[]);
    let again = project.build(&[]);
    let finding = |said: &str| said.split("đã dựng").next().unwrap_or_default().to_owned();
    assert!(first.said.contains("plans/tot.yaml:"), "{}", first.said);
    assert_eq!(finding(&first.said), finding(&again.said));
    again.ended(0, &["đã dựng 0/2"]);
    // Seen from elsewhere, files are named from there.
    let below = Command::new(env!("CARGO_BIN_EXE_kehoach")).arg("build").current_dir(project.path("plans")).output();
    let said = String::from_utf8(below.expect("the program runs").stderr).expect("text");
    assert!(said.contains("--> tot.yaml:"), "{said}");
}

#[test]
fn two_plans_of_one_number_are_found_without_being_read() {
    let project = project();
    let numbered = GOOD.replace("ky_hieu", "so: 7\nky_hieu");
    project.write("plans/tot.yaml", &numbered);
    project.write("plans/hai.yaml", &numbered);
    let first = project.build(&[]);
    let again = project.build(&[]);
    first.ended(0, &["KH-0427"]);
    again.ended(0, &["KH-0427", "đã dựng 0/2"]);
}

#[test]
fn a_cache_changes_no_result() {
    let project = project();
    project.build(&[]).ended(0, &[]);
    let right = outputs(&project);
    fs::remove_dir_all(project.path("output/.kehoach")).expect("there is a cache");
    project.build(&["--check"]).ended(0, &["2/2"]);
    project.build(&[]).ended(0, &["đã dựng 2/2"]);
    assert_eq!(outputs(&project), right);
    for damage in [&b""[..], b"{}", b"\xff\xfe", b"khong phai"] {
        for name in project.files("output/.kehoach") {
            project.write(&format!("output/.kehoach/{name}"), damage);
        }
        project.write("output/tot.pdf", "x");
        project.build(&[]).ended(0, &["đã dựng 2/2"]);
        assert_eq!(outputs(&project), right);
    }
    // An entry of another plan is none of this one.
    fs::copy(project.path("output/.kehoach/hai.yaml.json"), project.path("output/.kehoach/tot.yaml.json"))
        .expect("a file");
    project.build(&["--check"]).ended(0, &["2/2"]);
    project.build(&[]).ended(0, &[]);
    assert_eq!(outputs(&project), right);
    // One cache serves several folders of outputs.
    for out in ["mot", "hai", "mot"] {
        project.build(&["--cache", "nho", "--out", out]).ended(0, &[]);
        assert_eq!(project.read(&format!("{out}/tot.pdf")), right["tot.pdf"]);
        assert!(!project.path(out).join(".kehoach").exists());
    }
    project.build(&["--cache", "nho", "--out", "mot", "--check"]).ended(0, &["2/2"]);
}

#[test]
fn bytes_depend_on_the_plans_alone() {
    let usual = project();
    usual.build(&["--jobs", "1"]).ended(0, &[]);
    let right = outputs(&usual);
    for jobs in ["2", "8"] {
        let other = project();
        let mut program = Command::new(env!("CARGO_BIN_EXE_kehoach"));
        program.args(["build", "--jobs", jobs, "tot.yaml", "../plans/hai.yaml"]).current_dir(other.path("plans"));
        program.env("TZ", "Asia/Ho_Chi_Minh").env("LC_ALL", "vi_VN.UTF-8").env("RAYON_NUM_THREADS", jobs);
        assert!(program.output().expect("the program runs").status.success());
        assert_eq!(outputs(&other), right, "{jobs}");
    }
}

#[test]
fn a_lock_proves_what_was_published() {
    let project = project();
    project.build(&["--lock"]).ended(0, &[]);
    let lock = String::from_utf8(project.read("output/kehoach.lock")).expect("text");
    let places: Vec<_> = lock.lines().filter_map(|line| Some(line.split_once("  ")?.1)).collect();
    assert_eq!(places, ALL);
    if let Ok(proof) =
        Command::new("sha256sum").args(["-c", "kehoach.lock"]).current_dir(project.path("output")).output()
    {
        assert!(proof.status.success(), "{}", String::from_utf8_lossy(&proof.stdout));
    }
    project.build(&["--check", "--lock"]).ended(0, &[]);
    project.write("plans/tot.yaml", GOOD.replace("Các thôn", "Các thôn, bản"));
    project.build(&["--check", "--lock"]).ended(1, &["KH-0007", "mã băm của «tot.pdf» không khớp"]);
    project.write("plans/tot.yaml", "");
    project.build(&["--lock=khoa.lock"]).ended(1, &["khoa.lock", "không ghi tệp khóa vì còn kế hoạch chưa dựng được"]);
    assert!(!project.path("khoa.lock").exists());
}

#[test]
fn parts_make_the_whole() {
    let project = project();
    for number in 0..5 {
        project.write(&format!("plans/{number}/mot.yaml"), GOOD.replace("năm 2026", &format!("đợt {number} năm 2026")));
    }
    project.build(&["--timings", "lan-truoc.json"]).ended(0, &["đã dựng 7/7"]);
    let right = outputs(&project);
    for shard_by in [&[][..], &["--shard-by", "lan-truoc.json"]] {
        let mut all = BTreeMap::new();
        for part in ["1/3", "2/3", "3/3"] {
            let out = format!("phan-{}", &part[..1]);
            let options = ["--shard", part, "--out", &out, "--timings", "moi.json"];
            project.build(&[&options[..], shard_by].concat()).ended(0, &[]);
            for name in project.files(&out) {
                assert!(all.insert(name.clone(), project.read(&format!("{out}/{name}"))).is_none(), "{name} twice");
            }
            fs::remove_dir_all(project.path(&out)).expect("the part is there");
        }
        assert_eq!(all, right);
    }
    project.write("sai.json", "[]");
    project.build(&["--shard", "1/2", "--shard-by", "sai.json"]).ended(2, &["sai.json", "--timings"]);
    project.build(&["--shard", "1/2", "--shard-by", "khong-co.json"]).ended(2, &["khong-co.json"]);
}

#[test]
fn make_learns_what_depends_on_what() {
    let project = project();
    project.build(&["--deps", "phu-thuoc.d"]).ended(0, &[]);
    let text = String::from_utf8(project.read("phu-thuoc.d")).expect("text");
    let rule = "output/tot.docx output/tot.pdf: kehoach.yaml plans/_chung.yaml plans/tot.yaml";
    assert!(text.lines().any(|line| line == rule), "{text}");
    assert!(text.lines().any(|line| line == "plans/_chung.yaml:"), "{text}");
}

/// Numbers that look as if by chance, the same in every run of the tests.
fn chance(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

#[test]
fn a_killed_run_tears_nothing_and_the_next_one_mends() {
    const MOMENTS: usize = 200;
    let project = Project::new();
    let texts = ["Các thôn", "Các thôn, bản"].map(|to| GOOD.replace("Các thôn", to));
    let built = texts.clone().map(|text| {
        project.write("plans/tot.yaml", text);
        project.build(&[]).ended(0, &[]);
        outputs(&project)
    });
    // How long a whole run takes here, in microseconds, so that the moments lie within it and a little beyond.
    let start = std::time::Instant::now();
    project.write("plans/tot.yaml", &texts[0]);
    project.build(&[]).ended(0, &[]);
    let whole = u64::try_from(start.elapsed().as_micros()).expect("a short run");
    let (mut state, mut mixed) = (1, 0);
    for moment in 1..=MOMENTS {
        let now = moment % 2;
        project.write("plans/tot.yaml", &texts[now]);
        let mut run = Command::new(env!("CARGO_BIN_EXE_kehoach"))
            .arg("build")
            .current_dir(project.path(""))
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        sleep(Duration::from_micros(chance(&mut state) % (whole + whole / 10)));
        run.kill().expect("it is killed or has ended");
        run.wait().expect("it has ended");
        let found = outputs(&project);
        for (name, bytes) in &found {
            // What a killed run leaves beside the outputs is no output.
            let whole = name.starts_with(".kehoach-") || built.iter().any(|built| built.get(name) == Some(bytes));
            assert!(whole, "{name} is torn at moment {moment}");
        }
        mixed += usize::from(!built.contains(&found));
        // Not after each, so that what one killed run leaves meets another.
        if moment % 3 == 0 || !built.contains(&found) {
            project.build(&[]).ended(0, &[]);
            assert_eq!(outputs(&project), built[now], "moment {moment}");
            let left = project.files("output").into_iter().filter(|name| name.contains(".kehoach-"));
            assert_eq!(left.collect::<Vec<_>>(), [""; 0]);
        }
    }
    assert!(mixed < MOMENTS / 2, "{mixed} pairs were mixed");
}

#[test]
fn two_runs_at_once_do_no_harm() {
    let usual = project();
    usual.build(&[]).ended(0, &[]);
    let right = outputs(&usual);
    for _ in 0..5 {
        let project = project();
        let run = || {
            let mut program = Command::new(env!("CARGO_BIN_EXE_kehoach"));
            program.arg("build").current_dir(project.path("")).stderr(Stdio::null()).spawn().expect("the program runs")
        };
        for mut run in [run(), run(), run()] {
            assert!(run.wait().expect("it ends").success());
        }
        assert_eq!(outputs(&project), right);
        project.build(&["--check"]).ended(0, &["2/2"]);
    }
}
