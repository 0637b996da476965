//! Files of this program are right, and one measure beyond its range is found in both formats.

use std::fs;
use std::path::Path;
use std::process::Command;

use kehoach::decree::{Decree, Share, TypeSet};
use kehoach::inspect::{Expected, Report, inspect};
use kehoach::pipeline::Format;
use kehoach::units::Length;

use crate::decree::{laid_out, office, written};

fn report(name: &str, bytes: &[u8]) -> Report {
    let decree = Decree::new(TypeSet::Fourteen);
    inspect(name, bytes, &decree, &Expected::default()).unwrap_or_else(|refusal| panic!("{name}: {}", refusal.message))
}

fn said(report: &Report) -> Vec<String> {
    let line = |found: &kehoach::diagnostic::Diagnostic| {
        let site = found.site.as_ref().map(ToString::to_string).unwrap_or_default();
        format!("{} {} {site}: {}", found.severity.term(), found.code.id, found.message)
    };
    report.findings.iter().map(line).collect()
}

/// The codes that a file raises, without that of the typeface: the PDF of a test is set in one as wide as the decree's.
fn codes(report: &Report) -> Vec<&'static str> {
    let ids = report.findings.iter().map(|found| found.code.id.trim_start_matches("ND30-"));
    ids.filter(|id| *id != "F01").collect()
}

/// What is true of the project's own files: the PDF is set in a typeface as wide as the decree's, and some plans number
/// their items as the decree does not.
const TRUE: [&str; 2] = ["lưu ý ND30-F01", "lưu ý ND30-N09"];

/// A plan with every part that is measured.
const PLAN: &str = r#"
co_quan_ban_hanh: Ủy ban nhân dân xã Bình Minh
so: 5
ky_hieu: KH-UBND
dia_danh: Bình Minh
ngay_ban_hanh: 26/02/2026
do_khan: hoa_toc
trich_yeu: Thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững trên địa bàn xã Bình Minh năm 2026
van_ban:
  luat: {loai: Luật, trich_yeu: Tổ chức chính quyền địa phương, ngay: 16/6/2025}
can_cu: [luat, {dong_tu: Theo, loi: đề nghị của Trưởng phòng Kinh tế}]
mo_dau: Ủy ban nhân dân xã ban hành Kế hoạch thực hiện trên địa bàn xã, gồm những nội dung chủ yếu sau đây
noi_dung:
  - muc: Mục tiêu
    noi_dung: [BODY]
  - muc: Nhiệm vụ
    noi_dung: [BODY, "Xem {{ phu_luc.ghi_chep }}."]
  - muc: Tổ chức thực hiện
    noi_dung: [BODY]
phu_luc:
  ghi_chep: {ten: Cách ghi chép, noi_dung: [Ghi vào sổ.]}
noi_nhan: [Sở Nông nghiệp và Môi trường]
nguoi_ky:
  quyen_han: [TM. Ủy ban nhân dân]
  chuc_vu: Chủ tịch
  ho_ten: Nguyễn Văn An
"#;

/// The plan with sentences enough for three pages.
fn plan() -> String {
    let sentence = "Rà soát và phân loại hộ nghèo theo từng nguyên nhân; giao từng đoàn thể giúp đỡ một số hộ cụ thể; kiểm tra \
                    kết quả hằng quý và báo cáo Ủy ban nhân dân xã trước ngày 25 của tháng cuối quý";
    let body: Vec<_> = (1..=10).map(|number| format!("\"Việc thứ {number}. {sentence}.\"")).collect();
    PLAN.replace("BODY", &body.join(", "))
}

/// Both files of the plan under a layout.
fn documents(decree: Decree) -> [(Format, Vec<u8>); 2] {
    let office = office(decree, &[]);
    let layout = laid_out(&office, &plan());
    Format::ALL.map(|format| (format, written(&office, &layout, format)))
}

/// Every file that the plans of the project become.
fn built(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let run = Command::new(env!("CARGO_BIN_EXE_kehoach"))
        .args(["build", "--out"])
        .arg(folder)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let mut files = Vec::new();
    let is_seen =
        |entry: &walkdir::DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(is_seen) {
        let entry = entry.expect("the folder is readable");
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(folder).expect("it lies there").display().to_string();
            files.push((name, fs::read(entry.path()).expect("a file")));
        }
    }
    files
}

#[test]
fn the_plans_of_the_project_are_right() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = built(folder.path());
    assert!(files.len() >= 16, "every plan is built in both formats");
    let mut wrong = Vec::new();
    for (name, bytes) in &files {
        let report = report(name, bytes);
        let found = said(&report);
        wrong.extend(found.into_iter().filter(|found| !TRUE.iter().any(|known| found.starts_with(known))));
        assert!(report.counts().measured > 70, "{name}: {}", report.summary());
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// A measure beyond its range, and the rules that find it.
type Nudge = (&'static str, fn(&mut Decree), &'static [&'static str], &'static [&'static str]);

/// The rules about what has the size of the body.
const BODY: &[&str] = &["P04", "T02", "T03", "C01", "B02", "N03", "K03", "K04", "A03", "A04"];

const NUDGES: &[Nudge] = &[
    ("nothing", |_| {}, &[], &[]),
    ("margin_top", |d| d.page.margin_top.chosen = Length::mm(30), &["M03"], &["M03"]),
    ("margin_bottom", |d| d.page.margin_bottom.chosen = Length::mm(10), &["M04"], &["M04"]),
    ("margin_left", |d| d.page.margin_left.chosen = Length::mm(25), &["M05"], &["M05"]),
    ("margin_right", |d| d.page.margin_right.chosen = Length::mm(25), &["M06"], &["M06"]),
    ("width", |d| d.page.width.chosen = Length::mm(200), &["M01"], &["M01"]),
    ("national_title", |d| d.sizes.national_title.chosen = Length::pt(11), &["H02", "H09"], &["H02", "H09"]),
    ("national_motto", |d| d.sizes.national_motto.chosen = Length::pt(16), &["H05", "D03"], &["H05", "D03"]),
    ("number_symbol", |d| d.sizes.number_symbol.chosen = Length::pt(15), &["S05", "X01"], &["S05", "X01"]),
    ("body", |d| d.sizes.body.chosen = Length::pt(15), BODY, BODY),
    ("recipients_label", |d| d.sizes.recipients_label.chosen = Length::pt(14), &["R01"], &["R01"]),
    ("recipient", |d| d.sizes.recipient.chosen = Length::pt(13), &["R03"], &["R03"]),
    ("appendix_number", |d| d.sizes.appendix_number.chosen = Length::pt(16), &["A01"], &["A01"]),
    ("first_line", |d| d.spacing.first_line.chosen = Length::mm(15), &["B03"], &["B03"]),
    ("paragraph_gap", |d| d.spacing.paragraph_gap.chosen = Length::pt(3), &["B05"], &["B05"]),
    ("line_pitch", |d| d.spacing.line_pitch.chosen = Length::pt(25), &["B06"], &["B06"]),
    ("under_motto", |d| d.lines.under_motto.chosen = Share::permille(600), &["H06"], &["H06"]),
    ("under_issuer", |d| d.lines.under_issuer.chosen = Share::permille(800), &["H11"], &["H11"]),
    ("under_subject", |d| d.lines.under_subject.chosen = Share::permille(150), &["T04"], &["T04"]),
    ("flash_width", |d| d.marks.flash_width.chosen = Length::mm(45), &["X01"], &["X01"]),
    // A DOCX does not tell how high a cell with a border becomes.
    ("mark_height", |d| d.marks.height.chosen = Length::mm(12), &[], &["X01"]),
];

#[test]
fn one_measure_beyond_its_range_is_found() {
    let mut wrong = Vec::new();
    for (name, nudge, in_docx, in_pdf) in NUDGES {
        let mut decree = Decree::new(TypeSet::Fourteen);
        nudge(&mut decree);
        for (format, bytes) in documents(decree) {
            let report = report(&format!("a.{}", format.extension()), &bytes);
            let expected = if format == Format::Docx { in_docx } else { in_pdf };
            if codes(&report) != **expected {
                wrong.push(format!("{name} in {}: {:#?}", format.extension(), said(&report)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
