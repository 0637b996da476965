//! What must not go wrong, whatever lies on the disk: each input is given to the real program beside a good plan.
//!
//! Every bad plan must be refused with words that help, its old documents untouched and the good plan
//! built.

use std::fs;
use std::time::{Duration, SystemTime};

use kehoach::schema::limit::Limit;
use unicode_normalization::UnicodeNormalization;

use crate::project::{GOOD, Project, Ran};

/// What stands in the place of documents built before.
const OLD: &[u8] = "bản cũ".as_bytes();

/// Builds a bad plan beside a good one.
#[track_caller]
fn refused(bad: impl AsRef<[u8]>, expected: &[&str]) -> Ran {
    let project = Project::new();
    project.write("plans/xau.yaml", bad);
    project.write("output/xau.docx", OLD);
    let ran = project.build(&["--format", "docx"]);
    ran.ended(1, expected);
    ran.ended(1, &["plans/xau.yaml", "đã dựng 1/2 kế hoạch", "kết quả cũ còn nguyên: plans/xau.yaml"]);
    assert_eq!(project.read("output/xau.docx"), OLD);
    assert_eq!(project.files("output"), ["tot.docx", "xau.docx"]);
    ran
}

/// The good plan with other words in place of some.
#[track_caller]
fn with(words: &str, others: &str) -> String {
    assert!(GOOD.contains(words));
    GOOD.replace(words, others)
}

#[test]
fn finished_files_that_are_none() {
    let said = |name: &str, bytes: &[u8], expected: &[&str]| {
        let project = Project::new();
        project.write(name, bytes);
        project.run(&["check", name]).ended(1, &[&["KH-0005"], expected].concat());
    };
    said("cu.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", &[".doc"]);
    said("trang.docx", b"<html><body>x</body></html>", &["HTML"]);
    said("chu.docx", b"{\\rtf1 x}", &["RTF"]);
    said("trong.pdf", b"", &[]);
    said("cut.docx", b"PK\x03\x04", &[]);
    said("cut.pdf", b"%PDF-1.7\n1 0 obj\n<<", &[]);
}

#[test]
fn files_that_are_no_plan() {
    refused(b"trich_yeu: \xc3\x28\n", &["KH-0001", "từ dòng 1 cột 12", "mã UTF-8"]);
    refused(GOOD.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>(), &["KH-0001"]);
    refused("", &["KH-0002"]);
    refused("\u{feff}\n\n# ghi chú\n", &["KH-0002"]);
    refused("- một\n- hai\n", &["KH-0203", "tệp này là một danh sách", "ví dụ co_quan_ban_hanh:"]);
    refused("xin chào\n", &["KH-0203", "tệp này là một câu"]);
    refused(format!("{GOOD}---\n{GOOD}"), &["KH-0101", "hai phần ngăn bằng dấu ---"]);
    refused(format!("{GOOD}# {}", "x".repeat(2 << 20)), &["KH-0003", "quá lớn"]);
}

#[test]
fn files_made_to_exhaust_the_program() {
    let levels = 100_000;
    refused(format!("a: {}", "[".repeat(levels)), &["KH-0104"]);
    refused(format!("a: {}{}", "[".repeat(levels), "]".repeat(levels)), &["KH-0104"]);
    refused(format!("a:\n{}x", "- ".repeat(levels)), &["KH-0104"]);
    refused((0..1_000).map(|level| format!("{}a:\n", " ".repeat(level))).collect::<String>(), &["KH-0104"]);
    let bomb: String = ('b'..='z').map(|name| format!("{name}: &{name} [*a, *a, *a, *a]\n")).collect();
    refused(format!("a: &a [x, x]\n{bomb}"), &["KH-0105"]);
    let unknown = |count: usize| (0..count).map(|key| format!("khoa_{key}: {key}\n")).collect::<String>();
    let ran = refused(format!("{GOOD}{}", unknown(2_000)), &["KH-0201", "khóa lạ «khoa_0»", "còn 1950 điều nữa"]);
    assert!(ran.said.lines().count() < 500, "{} lines", ran.said.lines().count());
    refused(unknown(50_000), &["KH-0201"]);
    refused(format!("{GOOD}can_cu:\n{}", "- a: b: c\n".repeat(90_000)), &["KH-0103"]);
}

#[test]
fn letters_that_cannot_be_printed() {
    refused(with("Giảm số", "Giảm\u{7} số"), &["KH-0004", "ký tự U+0007"]);
    refused(with("Giảm số", "Giảm\0 số"), &["KH-0004", "ký tự U+0000"]);
    refused(with("- Giảm số hộ nghèo của xã.", "- \"D:\\bao cao\""), &["KH-0004", "U+0008"]);
    let ran = refused(with("dia_danh: ", "dia_danh： "), &["KH-0004", "gõ lại bằng «:»"]);
    assert!(!ran.said.contains("KH-0103"), "a letter is named once: {}", ran.said);
    refused(with("    noi_dung", "\u{a0}\u{a0}\u{a0}\u{a0}noi_dung"), &["KH-0004", "dấu cách không ngắt"]);
    refused(with("Giảm số", &"\u{1}".repeat(1_000)), &["KH-0004", "còn 980 ký tự khác"]);
}

#[track_caller]
fn same_documents(text: impl AsRef<[u8]>) {
    let [plain, other] = [GOOD.as_bytes(), text.as_ref()].map(|text| {
        let project = Project::new();
        project.write("plans/tot.yaml", text);
        project.build(&[]).ended(0, &[]);
        [project.read("output/tot.docx"), project.read("output/tot.pdf")]
    });
    assert!(plain == other, "the documents differ");
}

#[test]
fn texts_that_only_look_different_give_the_same_documents() {
    let decomposed: String = GOOD.nfd().collect();
    assert_ne!(decomposed, GOOD);
    same_documents(decomposed);
    same_documents(GOOD.replace('\n', "\r\n"));
    same_documents(format!("\u{feff}{GOOD}"));
    same_documents(format!("\u{feff}{}", GOOD.nfd().collect::<String>().replace('\n', "\r\n")));
}

#[test]
fn the_longest_word_is_set_and_a_longer_one_refused() {
    let project = Project::new();
    let rest = " hộ nghèo của xã.".chars().count();
    let most = Limit::Letters.most() - rest;
    project.write("plans/dai.yaml", with("Giảm số", &"ế".repeat(most)));
    project.build(&[]).ended(0, &["đã dựng 2/2"]);
    assert!(project.read("output/dai.pdf").len() > 10_000);
    refused(with("Giảm số", &"ế".repeat(most + 1)), &["KH-0512", "12.001 chữ"]);
}

#[test]
fn findings_over_many_lines_are_drawn() {
    refused(
        with("KH-UBND", &format!("|\n{}", "  kế hoạch\n".repeat(40))),
        &["KH-0204", "«ky_hieu» không nhận giá trị «kế hoạch kế"],
    );
    refused(with("26/02/2026", &format!("|\n{}", "  hôm nay\n".repeat(40))), &["KH-0204"]);
}

#[test]
fn paths_that_are_not_there() {
    let project = Project::new();
    let ran = project.build(&["plans/khong_co.yaml", "plans/tot.yaml", "--format", "docx"]);
    ran.ended(2, &["không có tệp hoặc thư mục plans/khong_co.yaml", "đã dựng 1/1"]);
    assert_eq!(project.files("output"), ["tot.docx"]);
    fs::remove_dir_all(project.path("plans")).expect("the folder goes away");
    project.build(&[]).ended(2, &["không có tệp hoặc thư mục plans"]);
}

#[test]
fn folders_without_plans() {
    let project = Project::new();
    fs::create_dir(project.path("trong")).expect("a folder");
    let ran = project.build(&["trong", "plans", "--format", "docx"]);
    ran.ended(1, &["KH-0403", "--> trong", "đã dựng 1/1"]);
    assert_eq!(project.files("output"), ["tot.docx"]);
}

#[test]
fn what_plans_share_is_never_built_by_itself() {
    let project = Project::new();
    project.write("plans/_chung/ke.yaml", GOOD.replace("co_quan_ban_hanh", "x"));
    let ran = project.build(&["plans/_chung"]);
    ran.ended(1, &["KH-0403"]);
    assert!(!ran.said.contains("KH-0201"), "{}", ran.said);
}

#[test]
fn plans_with_another_ending_are_named() {
    let project = Project::new();
    let strays = ["plans/hai.yml", "plans/ba.YAML", "plans/_chung.yml", "plans/bon.yaml.txt"];
    for name in strays {
        project.write(name, GOOD);
    }
    let ran = project.build(&["--format", "docx"]);
    ran.ended(0, &["KH-0404", "đã dựng 1/1"]);
    for name in strays {
        assert!(ran.said.contains(name), "{name}: {}", ran.said);
    }
    // Quiet runs do not talk, but a finding is no talk.
    project.build(&["--format", "docx", "--quiet", "--fail-on", "warning"]).ended(1, &["KH-0404", "plans/hai.yml"]);
}

#[test]
fn a_folder_with_the_name_of_a_plan() {
    let project = Project::new();
    project.write("plans/muc.yaml/trong.yaml", GOOD);
    project.build(&["--format", "docx"]).ended(0, &["đã dựng 2/2"]);
    assert_eq!(project.files("output"), ["muc.yaml/trong.docx", "tot.docx"]);
}

#[cfg(unix)]
#[test]
fn links_that_lead_nowhere_or_round() {
    let project = Project::new();
    project.link("plans/cut.yaml", "khong_co.yaml");
    project.link("plans/vong.yaml", "vong.yaml");
    project.link("plans/thu_muc", "../plans");
    let ran = project.build(&["--format", "docx"]);
    ran.ended(2, &["plans/cut.yaml: liên kết này không dẫn tới tệp nào", "plans/vong.yaml", "đã dựng 1/3"]);
    assert_eq!(project.files("output"), ["tot.docx"]);

    let project = Project::new();
    project.link("plans/_chung.yaml", "khong_co.yaml");
    project.write("plans/dung.yaml", with("- Các thôn", "- thon"));
    let ran = project.build(&["--format", "docx"]);
    ran.ended(2, &["_chung.yaml: liên kết này", "đã dựng 1/2", "kết quả cũ còn nguyên: plans/dung.yaml"]);
}

#[cfg(unix)]
#[test]
fn pipes_are_never_waited_for() {
    let project = Project::new();
    let is_special = "đây không phải tệp thường";
    project.pipe("plans/ong.yaml");
    let ran = project.build(&["--format", "docx"]);
    ran.ended(2, &["không đọc được plans/ong.yaml", is_special, "đã dựng 1/2"]);
    project.write("khac/hai.yaml", GOOD);
    project.pipe("plans/_chung.yaml");
    project.write("plans/dung.yaml", with("- Các thôn", "- thon"));
    let ran = project.build(&["plans", "khac", "--format", "docx"]);
    ran.ended(2, &["không đọc được plans/_chung.yaml", is_special, "đã dựng 1/4", "1 kế hoạch giữ nguyên"]);
    assert_eq!(project.files("output"), ["hai.docx", "tot.docx"]);

    let project = Project::new();
    fs::create_dir(project.path("output")).expect("a folder");
    project.pipe("output/tot.pdf");
    project.build(&[]).ended(2, &["không ghi được output/tot.pdf", is_special]);
    assert_eq!(project.files("output"), ["tot.pdf"]);

    let project = Project::new();
    project.pipe("kehoach.yaml");
    project.build(&[]).ended(2, &["không đọc được kehoach.yaml", is_special]);
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_show_and_change_nothing_of_others() {
    let (project, other) = (Project::new(), Project::new());
    other.write("bi_mat.yaml", "mat_khau: 12345\n");
    other.write("ra/tot.docx", OLD);
    let at = |name: &str| other.path(name).to_str().expect("a path of letters").to_owned();
    project.link("plans/ra.yaml", &at("bi_mat.yaml"));
    let named = ["plans/ra.yaml", "plans/tot.yaml", "--format", "docx"];
    for (arguments, built) in [(&["--format", "docx"][..], "đã dựng 1/2"), (&named, "đã dựng 0/2")] {
        let ran = project.build(arguments);
        ran.ended(2, &["plans/ra.yaml: liên kết này dẫn ra ngoài dự án", built]);
        assert!(!ran.said.contains("mat_khau"), "{}", ran.said);
    }
    project.link("ra", &at("ra"));
    project.build(&["--format", "docx", "--out", "ra", "plans/tot.yaml"]).ended(0, &["đã dựng 1/1"]);
    assert_ne!(other.read("ra/tot.docx"), OLD);
    other.write("ra/tot.docx", OLD);
    project.write("plans/sau/tot.yaml", GOOD);
    project.link("output/sau", &at("ra"));
    let ran = project.build(&["--format", "docx", "plans/sau"]);
    ran.ended(2, &["không ghi được output/sau: liên kết này dẫn ra ngoài", "kết quả cũ còn nguyên"]);
    assert_eq!(other.read("ra/tot.docx"), OLD);
}

#[test]
fn what_killed_runs_have_left_is_swept() {
    let project = Project::new();
    project.write("output/.kehoach-Ab3dEf9h", OLD);
    project.write("output/sau/.kehoach-Ab3dEf9h", OLD);
    project.build(&["--format", "docx"]).ended(0, &[]);
    // A folder into which nothing is built is none of this run's business.
    assert_eq!(project.files("output"), ["sau/.kehoach-Ab3dEf9h", "tot.docx"]);
}

#[test]
fn letters_that_no_font_has_never_end_the_run() {
    let needy = with("- Các thôn", "- thon");
    for (name, text) in [
        ("plans/sau/_chung.yaml", "# \u{ffff}\nco_quan: {thon: {ten: Các thôn}}\n"),
        ("plans/sau/_chung.yaml", "co_quan: {thon: {ten: Các \u{ffff}thôn}}\n"),
        ("plans/sau/_chung.yaml", "co_quan:\n  thon:\n    ten: Các thôn\u{ffff}\n"),
        ("plans/sau/xau.yaml", "trich_yeu: Giảm \u{ffff} nghèo\n"),
    ] {
        let project = Project::new();
        project.write("plans/sau/xau.yaml", &needy);
        project.write(name, text);
        let ran = project.build(&["--format", "docx"]);
        assert!([1, 2].contains(&ran.code), "{name}: {}", ran.code);
        ran.ended(ran.code, &[name, "đã dựng 1/2"]);
    }
    let project = Project::new();
    project.write("kehoach.yaml", "le: {trai: 3\u{ffff}5 mm}\n");
    let ran = project.build(&["--format", "docx"]);
    assert!([1, 2].contains(&ran.code) && ran.said.contains("kehoach.yaml"), "{}: {}", ran.code, ran.said);
}

#[test]
fn an_output_folder_that_cannot_be_made() {
    let project = Project::new();
    project.write("output", OLD);
    project.build(&[]).ended(2, &["không tạo được", "đã có tệp cùng tên", "plans/tot.yaml"]);
    assert_eq!(project.read("output"), OLD);
}

#[test]
fn one_document_that_cannot_be_written_keeps_the_other_old() {
    let project = Project::new();
    project.write("output/tot.docx", OLD);
    fs::create_dir(project.path("output/tot.pdf")).expect("a folder");
    project.build(&[]).ended(2, &["không ghi được", "tot.pdf: đây là thư mục"]);
    assert_eq!(project.read("output/tot.docx"), OLD);
    assert_eq!(project.files("output"), ["tot.docx"]);
}

#[test]
fn a_document_that_is_there_already_is_not_written_again() {
    let project = Project::new();
    project.build(&[]).ended(0, &[]);
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    let documents = ["output/tot.docx", "output/tot.pdf"].map(|name| project.path(name));
    for path in &documents {
        let file = fs::File::options().append(true).open(path).expect("the document is there");
        file.set_modified(long_ago).expect("the time is set");
    }
    project.build(&[]).ended(0, &[]);
    for path in &documents {
        let time = fs::metadata(path).and_then(|data| data.modified()).expect("a time");
        assert_eq!(time, long_ago, "{}", path.display());
    }
}

#[test]
fn a_broken_shared_file_is_reported_once() {
    for broken in ["co_quan: {thon: {tenn: Các thôn}}\n", "co_quan: {thon: {ten: Các thôn\n", "\u{0}"] {
        let project = Project::new();
        for name in ["mot", "hai", "ba"] {
            project.write(&format!("plans/xa/{name}.yaml"), with("- Các thôn", "- thon"));
            project.write(&format!("output/xa/{name}.docx"), OLD);
        }
        project.write("plans/xa/_chung.yaml", broken);
        let ran = project.build(&["--format", "docx"]);
        ran.ended(1, &["plans/xa/_chung.yaml", "đã dựng 1/4", "plans/xa/mot.yaml"]);
        assert_eq!(ran.said.matches("lỗi[").count(), 1, "{}", ran.said);
        assert_eq!(project.read("output/xa/ba.docx"), OLD);
        assert!(project.files("output").contains(&"tot.docx".to_owned()));
    }
}

#[test]
fn ids_and_programmes_declared_in_two_files() {
    let project = Project::new();
    project.write("plans/_a.yaml", "co_quan: {thon: {ten: Các thôn}}\nchuong_trinh: {ten: Một}\n");
    project.write("plans/_b.yaml", "co_quan: {thon: {ten: Các thôn khác}}\nchuong_trinh: {ten: Hai}\n");
    let ran = project.build(&["--format", "docx"]);
    ran.ended(1, &["KH-0206", "«thon» đã được khai báo", "plans/_a.yaml:1:11", "plans/_b.yaml:1:11"]);
    ran.ended(1, &["chương trình đã được khai báo ở nơi khác", "đã dựng 0/1"]);
}

#[test]
fn two_plans_with_the_same_output() {
    let project = Project::new();
    project.write("mot/trung.yaml", GOOD);
    project.write("hai/trung.yaml", GOOD);
    let ran = project.build(&["mot/trung.yaml", "hai/trung.yaml", "plans", "--format", "docx"]);
    ran.ended(1, &["KH-0402", "--> hai/trung.yaml", "kết quả của mot/trung.yaml", "đã dựng 2/3"]);
    ran.ended(1, &["kết quả cũ còn nguyên: hai/trung.yaml"]);
    assert_eq!(project.files("output"), ["tot.docx", "trung.docx"]);
}

#[test]
fn settings_out_of_range_are_all_reported() {
    let project = Project::new();
    project
        .write("kehoach.yaml", "le: {trai: 25 mm, phai: 15}\nco_chu: 12\nthut_dau_dong: 1.27 cm\nphong_chu: phong\n");
    project.write("output/tot.docx", OLD);
    let ran = project.build(&[]);
    ran.ended(1, &["KH-0401", "lề trái 25 mm", "từ 30 mm đến 35 mm", "viết số và đơn vị: 15 mm", "1,27 cm"]);
    ran.ended(1, &["KH-0204", "các từ cho phép: 13, 14", "không có thư mục phông «phong»"]);
    assert_eq!(project.read("output/tot.docx"), OLD);
}

/// Builds with a template of the agency in place of a built-in one.
#[track_caller]
fn template_refused(templates: &[(&str, &[u8])], expected: &[&str]) {
    let project = Project::new();
    project.write("output/tot.docx", OLD);
    for (name, text) in templates {
        project.write(&format!("templates/{name}"), text);
    }
    project.build(&["--format", "docx"]).ended(1, expected);
    assert_eq!(project.read("output/tot.docx"), OLD);
}

#[test]
fn templates_that_do_not_load() {
    let header = |text: &'static [u8], expected: &[&str]| template_refused(&[("phan/dau.xml", text)], expected);
    header(b"<dau>\n{% if %}</dau>", &["MB-0101", "templates/phan/dau.xml:2:7", "«%}»"]);
    header(b"<dau>{% if so %}</dau>", &["MB-0101", "thiếu {% endif %}"]);
    header(b"<dau>\n{{ so_hieu }}</dau>", &["MB-0102", "templates/phan/dau.xml:2:4", "«so_hieu»", "ky_hieu"]);
    header(b"<dau>{{ so | to_chuc }}</dau>", &["MB-0102", "bộ lọc «to_chuc»"]);
    header(b"{% include \"phan/dua.xml\" %}", &["MB-0102", "mẫu «phan/dua.xml»"]);
    header(b"{% include \"phan/dau.xml\" %}", &["MB-0103", "templates/phan/dau.xml"]);
    header(b"<dau>\xff</dau>", &["KH-0001", "templates/phan/dau.xml"]);
    let round: [(&str, &[u8]); 2] =
        [("phan/dau.xml", b"{% include \"phan/cuoi.xml\" %}"), ("phan/cuoi.xml", b"{% include \"phan/dau.xml\" %}")];
    template_refused(&round, &["MB-0103", "phan/cuoi.xml → phan/dau.xml"]);
}

#[test]
fn templates_that_do_not_run() {
    let header = |text: &'static [u8], expected: &[&str]| template_refused(&[("phan/dau.xml", text)], expected);
    header(b"<dau>{{ so + dia_danh }}</dau>", &["MB-0104", "templates/phan/dau.xml:1:9"]);
    header(b"<dau>{{ so | safe }}</dau>", &["MB-0104", "«safe»"]);
    let endless = "{% component CauChiTieu(ct) %}x{{ <CauChiTieu ct={ct} /> }}{% endcomponent %}";
    let place = "templates/cau/chi_tieu.xml:1:14";
    template_refused(&[("cau/chi_tieu.xml", endless.as_bytes())], &["MB-0103", place, "không dứt"]);
}

#[test]
fn templates_that_change_nothing_are_named() {
    template_refused(
        &[("muc/chitieu.xml", b"<p>x</p>")],
        &["MB-0001", "«muc/chitieu.xml»", "có phải «muc/chi_tieu.xml»?"],
    );
    template_refused(&[("phan/dau.xml", b" \n")], &["MB-0101", "tệp mẫu trống"]);
    template_refused(&[("mucs/du_an.xml", b"<p>x</p>")], &["MB-0001", "«mucs/du_an.xml»", "có phải «muc/du_an.xml»?"]);
    template_refused(&[("du_an.xml", b"<p>x</p>")], &["MB-0001", "không mẫu nào gọi tới «du_an.xml»"]);
    let inside = [("muc/du_an.xml/du_an.xml", &b"<p>x</p>"[..])];
    template_refused(
        &inside,
        &["MB-0001", "«muc/du_an.xml» là thư mục, không phải tệp mẫu", "«muc/du_an.xml/du_an.xml»"],
    );
}

#[test]
fn files_that_no_template_can_be_are_named_and_keep_nothing_from_being_built() {
    let project = Project::new();
    for name in ["muc/du_an.XML", "muc/kinh_phi.xml.txt", "DOC.md", "_cu/du_an.txt", ".git"] {
        project.write(&format!("templates/{name}"), "x");
    }
    let ran = project.build(&["--format", "docx"]);
    ran.ended(0, &["cảnh báo[MB-0001]", "«muc/du_an.XML»", "đổi tên thành muc/du_an.xml", "đã dựng 1/1"]);
    ran.ended(0, &["đổi tên thành muc/kinh_phi.xml", "«DOC.md» không kết thúc bằng .xml", "đưa tệp ra ngoài"]);
    assert_eq!(ran.said.matches("MB-0001").count(), 3, "{}", ran.said);
    project.build(&["--format", "docx", "--fail-on", "warning"]).ended(1, &["MB-0001"]);
}

#[test]
fn a_folder_named_like_a_template_is_named() {
    let project = Project::new();
    std::fs::create_dir_all(project.path("templates/muc/du_an.xml")).expect("a folder");
    project.build(&["--format", "docx"]).ended(1, &["MB-0001", "«muc/du_an.xml» là thư mục"]);
}

#[test]
fn the_project_is_that_of_the_plan_not_of_the_working_folder() {
    let (ours, other) = (Project::new(), Project::new());
    ours.write("kehoach.yaml", "co_chu: 99\n");
    let plan = ours.path("plans");
    let ran = other.build(&[plan.to_str().expect("a path of letters")]);
    ran.ended(1, &["co_chu", "99"]);
    other.write("kehoach.yaml", "");
    let both = [plan.to_str().expect("a path of letters"), "plans"];
    other.build(&both).ended(2, &["hai dự án"]);
}

#[test]
fn templates_whose_result_is_no_document() {
    let header = |text: &'static [u8], expected: &[&str]| template_refused(&[("phan/dau.xml", text)], expected);
    header(b"<dau>\n<so>a</dau>", &["MB-0201", "mẫu «phan/dau.xml»", "thẻ «so» chưa đóng", "thêm </so>"]);
    header(b"<dau>", &["MB-0201", "mẫu «phan/dau.xml»", "thẻ «dau» chưa đóng"]);
    header(b"<dau><so>a & b</so></dau>", &["MB-0201", "mẫu «phan/dau.xml»", "&amp;"]);
    header(b"{# x #}", &["MB-0202", "thẻ «van-ban» thiếu «dau»"]);
    header(
        b"<dau><co-quan>a</co-quan><soo>a</soo><dia-danh>a</dia-danh></dau>",
        &["MB-0202", "mẫu «phan/dau.xml»", "thẻ lạ «soo»", "có phải «so»?"],
    );
}
