//! Two plans compared by what they say.

use std::fs;

use kehoach::diff::Comparison;
use kehoach::diff::render::{Entry, json, markdown, text};
use kehoach::plan::{Plan, Shared, read_plan, read_shared};
use kehoach::source::SourceFile;
use kehoach::yaml;

fn node(shown: &str, text: &str) -> yaml::Node {
    yaml::read(&SourceFile::from_text(shown, text), &|_| true).value.expect("YAML")
}

fn read(path: &str) -> String {
    fs::read_to_string(path).expect("a file of the repository")
}

/// What the plans of the repository share.
fn shared() -> Shared {
    let names = ["chuong_trinh", "co_quan", "van_ban"];
    let nodes: Vec<_> = names.iter().map(|name| node(name, &read(&format!("plans/_chung/{name}.yaml")))).collect();
    read_shared(&Shared::default(), &nodes).0
}

/// A plan of the repository, or one much like it.
pub(crate) fn plan(text: &str) -> Plan {
    read_plan(&node("a.yaml", text), &shared()).0
}

fn entry(old: &str, new: &str) -> Entry {
    let (old, new) = (plan(old), plan(new));
    let comparison: Comparison<'_> = kehoach::template::comparison::compare(&old, &new);
    Entry::of(&comparison, "cu.yaml", "moi.yaml")
}

/// The report of two plans, without colour.
fn report(old: &str, new: &str) -> String {
    text::render(&[entry(old, new)], text::Look { colour: false, width: 120 })
}

/// The text of a plan in which each of some words, which stand there once, is replaced.
fn edited(text: &str, edits: &[(&str, &str)]) -> String {
    edits.iter().fold(text.to_owned(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text.replace(from, to)
    })
}

const COMMUNE: &str = "plans/2026/xa-suoi-ngan.yaml";

/// Edits of twelve kinds, each as a hand would make it.
const TWELVE: &[(&str, &str)] = &[
    // A target asks for less.
    ("    tu: 13,09\n    den: 10,57", "    tu: 13,09\n    den: 10,90"),
    // Money of one source.
    ("{nguon: tw_chuyen_nguon, so_tien: 620 triệu đồng}", "{nguon: tw_chuyen_nguon, so_tien: 720 triệu đồng}"),
    // Another lead.
    (
        "    viec: Mở 03 lớp đào tạo nghề dưới 03 tháng\n    chu_tri: phong_vhxh",
        "    viec: Mở 03 lớp đào tạo nghề dưới 03 tháng\n    chu_tri: van_phong",
    ),
    // A later deadline.
    ("thoi_han: {truoc_ngay: 31/8/2026}", "thoi_han: {truoc_ngay: 15/9/2026}"),
    // A basis dropped.
    ("  - nd351\n", ""),
    // A recipient lost.
    ("  - nhcsxh\n  - truong_thon\nluu", "  - truong_thon\nluu"),
    // A sentence worded otherwise.
    ("chống chịu được mưa lũ, phù hợp phong tục", "chống chịu được mưa bão, phù hợp phong tục"),
    // A cell of a table.
    ("[Đồng Chè, 248, 187, 24, 22, 20]", "[Đồng Chè, 248, 187, 25, 22, 20]"),
    // A row of a table.
    ("                - [Hòa Sim, 276, 108, 17, 12, 17]\n", ""),
    // A target dropped.
    (
        "  so_ho_can_ngheo:\n    nhom: ty_le\n    ten: số hộ cận nghèo\n    tu: 152\n    den: 127\n    don_vi: hộ\n    phu_trach: phong_kt\n",
        "",
    ),
    // A body that co-operates.
    (
        "    phoi_hop: [phong_kt, truong_thon]\n    thoi_han: {truoc_ngay: 15/9/2026}",
        "    phoi_hop: [phong_kt]\n    thoi_han: {truoc_ngay: 15/9/2026}",
    ),
    // A section that stands elsewhere.
    (
        "      - muc: Tổng kinh phí\n        noi_dung:\n          - \"Tổng kinh phí dự kiến thực hiện Kế hoạch là {{ kinh_phi.tong }} (bằng chữ: {{ kinh_phi.tong_bang_chu }}),\n            chi tiết theo nội dung và nguồn vốn tại {{ phu_luc.nguon_von }}.\"\n",
        "",
    ),
];

#[test]
fn a_plan_does_not_differ_from_itself() {
    for path in
        [COMMUNE, "plans/2024/xa-tra-lam.yaml", "plans/2024/tinh-gia-lai.yaml", "plans/2026/tinh-truong-khe.yaml"]
    {
        let text = read(path);
        assert!(!entry(&text, &text).differs(), "{path}");
    }
}

#[test]
fn edits_of_twelve_kinds_are_twelve_lines() {
    let commune = read(COMMUNE);
    let new = edited(&commune, TWELVE);
    insta::assert_snapshot!("twelve_edits", report(&commune, &new));
    insta::assert_snapshot!("twelve_edits_markdown", markdown::render(&[entry(&commune, &new)]));
    insta::assert_snapshot!("twelve_edits_json", json::render(&[entry(&commune, &new)]));
}

#[test]
fn two_years_are_told_as_they_are_printed() {
    let said = report(&read("plans/2025/xa-suoi-ngan.yaml"), &read(COMMUNE));
    // Values in sentences are the figures that are printed.
    assert!(!said.contains("[kinh_phi") && !said.contains("[bang"), "{said}");
    // Groups whose items were put together elsewhere are not gone.
    assert!(said.contains("các khoản của nhóm đã vào 5 khoản của kỳ này"), "{said}");
    assert!(!said.contains("- Chương trình giảm nghèo bền vững"), "{said}");
    // Sums that nobody wrote follow, and are told as such.
    assert!(said.contains("∑ NSTW đầu tư: 3,08 tỷ đồng → 3,25 tỷ đồng"), "{said}");
    // Cells are known by the heads of their columns.
    assert!(said.contains("Tân Ngàn › Tổng số hộ: 341 → 342"), "{said}");
}

#[test]
fn a_body_is_followed_to_the_last_of_its_successors() {
    let bodies = "co_quan:\n  a: {ten: Sở Một, thay_bang: b}\n  b: {ten: Sở Hai, thay_bang: c}\n  c: {ten: Sở Ba, thay_bang: a}\n";
    let with = |id: &str| format!("noi_nhan: [{id}]\n{bodies}");
    let said = report(&with("a"), &with("c"));
    assert!(said.contains("= Sở Một → Sở Ba (kế tục, theo khai báo)"), "{said}");
    assert!(!said.contains("- Sở Một") && !said.contains("+ Sở Ba"), "{said}");
}
