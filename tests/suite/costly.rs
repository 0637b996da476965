//! Small files that would cost a naive program much: each is refused by a limit of its own, before anything is laid out.
//!
//! Nothing here is timed. A file that is not refused early, or whose work is not bounded, shows by its finding: the limit that
//! was to stop it is not the one that is named.

use kehoach::decree::{Decree, TypeSet};
use kehoach::plan::Shared;
use kehoach::source::SourceFile;

use crate::decree::office;
use crate::project::{GOOD, Project};

/// A table with columns and rows, as part of a body.
fn table(columns: &str, rows: &str) -> String {
    format!("noi_dung:\n  - bang:\n      cot: [{columns}]\n      dong:\n{rows}")
}

fn targets(count: usize) -> String {
    format!("chi_tieu:\n{}", (0..count).map(|at| format!("  c{at}: {{ten: x, gia_tri: 1}}\n")).collect::<String>())
}

/// A table of one cell, which takes its figure from another table.
fn calling(own: usize, other: usize) -> String {
    format!(
        "  - bang: {{ma: b{own}, cot: [{{ten: X, ma: x, loai: so}}], dong: [{{ma: d, o: [\"{{{{ bang.b{other}.d.x }}}}\"]}}]}}\n"
    )
}

fn joined(count: usize, item: impl Fn(usize) -> String) -> String {
    (0..count).map(item).collect::<Vec<_>>().join(", ")
}

/// The good plan without its body, with more keys.
fn with_body(keys: &str) -> String {
    let body = "noi_dung:\n  - muc: Mục đích\n    noi_dung:\n      - Giảm số hộ nghèo của xã.\n";
    assert!(GOOD.contains(body));
    GOOD.replace(body, "") + keys
}

/// The good plan with other words in place of some.
fn with(words: &str, others: &str) -> String {
    assert!(GOOD.contains(words));
    GOOD.replace(words, others)
}

/// Every costly file: its name, its text, and the codes of all that is wrong with it.
fn files() -> Vec<(&'static str, String, &'static [&'static str])> {
    let long = "x ".repeat(250_000);
    let one_column = |name: &str| table(&format!("{{ten: \"{name}\"}}"), "        - [a]\n");
    let formula = |formula: &str| {
        with_body(&table(
            &format!("{{ten: X, ma: a, loai: so}}, {{ten: Y, tinh: \"{formula}\"}}"),
            "        - {nhom: N}\n",
        ))
    };
    let bodies = |count: usize, name: &dyn Fn(usize) -> String| {
        let entry = |at| format!("  c{at}: {{ten: \"{}\"}}\n", name(at));
        with_body(&format!("noi_dung: [x]\nco_quan:\n{}", (0..count).map(entry).collect::<String>()))
    };
    let inside = |inner: String, at: usize| format!("{{ten: x, gia_tri: 1, trong_do: {{a{at}: {inner}}}}}");
    let nested = (0..6).fold("{ten: x, gia_tri: 1}".to_owned(), inside);
    vec![
        ("so_hang", formula(&vec!["a"; 200_000].join("+")), &["KH-0508"]),
        ("ngoac", formula(&format!("{}a{}", "(".repeat(5_000), ")".repeat(5_000))), &["KH-0204"]),
        (
            "nhieu_cot",
            with_body(&table(&joined(60, |at| format!("{{ten: C{at}}}")), "        - {nhom: N}\n")),
            &["KH-0506"],
        ),
        (
            "nhieu_o",
            with_body(&table(
                &joined(30, |at| format!("{{ten: C{at}}}")),
                &format!("        - [{}]\n", joined(30, |_| "a".to_owned())).repeat(1_300),
            )),
            &["KH-0505"],
        ),
        (
            "nhieu_dong",
            with_body(&table(
                "{ten: A}, {ten: X, loai: so}",
                &"        - {nhom: N}\n        - [a, 1]\n".repeat(15_000),
            )),
            &["KH-0504"],
        ),
        (
            "bang_goi_vong",
            with_body(&format!(
                "noi_dung:\n{}",
                (0..3_000).map(|at| calling(at, (at + 1) % 3_000)).collect::<String>()
            )),
            &["KH-0325"],
        ),
        (
            "o_dai",
            with_body(&table("{ten: A}", &format!("        - [[{}]]\n", joined(50_000, |_| "a".to_owned())))),
            &["KH-0503"],
        ),
        (
            "dau_bang",
            with_body(&table(
                &format!("{}{{ten: X}}{}", "{ten: A, cot: [".repeat(20), "]}".repeat(20)),
                "        - [a]\n",
            )),
            &["KH-0507"],
        ),
        (
            "nhieu_lan_in",
            with_body(&format!("noi_dung:\n{}{}", "  - {in: chi_tieu}\n".repeat(400), targets(400))),
            &["KH-0514"],
        ),
        ("nhieu_chi_tieu", with_body(&format!("noi_dung: [{{in: chi_tieu}}]\n{}", targets(7_000))), &["KH-0502"]),
        ("trong_do", with_body(&format!("noi_dung: [{{in: chi_tieu}}]\nchi_tieu: {{c: {nested}}}\n")), &["KH-0511"]),
        ("goi_ten_dai", bodies(1, &|_| long.clone()), &["KH-0513"]),
        (
            "goi_nhieu_lan",
            with_body(&format!(
                "co_quan: {{a: {{ten: {}}}}}\nnoi_dung:\n{}",
                "x".repeat(900),
                format!("  - \"{}\"\n", "{{ ten_co_quan.a }} ".repeat(13)).repeat(300)
            )),
            &["KH-0515"],
        ),
        (
            "goi_noi_nhau",
            bodies(100, &|at| "{{ ten_co_quan.cN }}".replace('N', &((at + 1) % 100).to_string())),
            &["KH-0303"],
        ),
        ("goi_ten_la", with_body(&format!("noi_dung: [\"{}\"]\n", "{{ du_an.x }} ".repeat(20_000))), &["KH-0512"]),
        (
            "bo_loc",
            with_body(&format!("noi_dung: [\"{{{{ dia_danh{} }}}}\"]\n", " | hoa_dau".repeat(20_000))),
            &["KH-0512"],
        ),
        ("dau_sao", with_body(&format!("noi_dung: [\"{}\"]\n", "*a ".repeat(20_000))), &["KH-0512"]),
        ("mot_chu", with_body(&format!("noi_dung: [{}]\n", "x".repeat(1_000_000))), &["KH-0512"]),
        ("nhieu_doan", with_body(&format!("noi_dung:\n{}", "  - x\n".repeat(50_000))), &["KH-0503"]),
        ("nhieu_phan", with_body(&format!("noi_dung:\n{}", "  - x\n".repeat(130_000))), &["KH-0501"]),
        ("ngoac_vuong", format!("noi_dung: {}x{}\n", "[".repeat(5_000), "]".repeat(5_000)), &["KH-0104"]),
        (
            "muc_sau",
            (0..100).map(|level| format!("{}- muc: a\n{0}  noi_dung:\n", "    ".repeat(level))).collect(),
            &["KH-0104"],
        ),
        ("noi_nhan", with("  - Các thôn\n", &"  - Các thôn\n".repeat(60_000)), &["KH-0502", "KH-0510"]),
        (
            "noi_nhan_ma",
            with("- Các thôn\n", &format!("- {{co_quan: [{}]}}\n", joined(50_000, |_| "a".to_owned()))),
            &["KH-0205", "KH-0483", "KH-0502"],
        ),
        (
            "phu_luc",
            format!(
                "{GOOD}phu_luc:\n{}",
                (0..100).map(|at| format!("  p{at}: {{ten: T, noi_dung: [x]}}\n")).collect::<String>()
            ),
            &["KH-0305", "KH-0509"],
        ),
        ("muc_dai", with("Mục đích", &long), &["KH-0513"]),
        ("trich_yeu_dai", with("Giảm nghèo bền vững năm 2026", &long), &["KH-0513"]),
        ("dia_danh_dai", with("dia_danh: Bình Minh", &format!("dia_danh: {long}")), &["KH-0513"]),
        ("co_quan_dai", with("Ủy ban nhân dân xã Bình Minh", &long), &["KH-0513"]),
        ("ky_hieu_dai", with("KH-UBND", &format!("KH-{}", "U".repeat(500_000))), &["KH-0204"]),
        ("chuc_vu_dai", with("Chủ tịch", &long), &["KH-0513"]),
        ("noi_nhan_dai", with("Các thôn", &long), &["KH-0513"]),
        ("dau_du_thao_dai", format!("{GOOD}dau_du_thao: {long}\n"), &["KH-0513"]),
        ("dia_chi_dai", format!("{GOOD}dia_chi: {long}\n"), &["KH-0513"]),
        ("nhan_dai", with_body(&format!("noi_dung:\n  - {{nhan: {long}, muc: y}}\n")), &["KH-0513"]),
        (
            "don_vi_dai",
            with_body(&format!(
                "noi_dung: [{{in: chi_tieu}}]\nchi_tieu: {{c: {{ten: x, gia_tri: 1, don_vi: {long}}}}}\n"
            )),
            &["KH-0513"],
        ),
        ("cot_dai", with_body(&one_column(&long)), &["KH-0513"]),
        ("so_dai", format!("{GOOD}so: {}\n", "1".repeat(500_000)), &["KH-0204"]),
        ("khoa_dai", format!("{GOOD}? {}\n: 1\n", "k".repeat(900_000)), &["KH-0201"]),
        ("ma_dai", format!("{GOOD}co_quan:\n  ? {}\n  : {{ten: x}}\n", "k".repeat(500_000)), &["KH-0204"]),
    ]
}

#[test]
fn costly_files_are_refused_by_their_limit() {
    let office = office(Decree::new(TypeSet::Fourteen), &[]);
    let mut wrong = Vec::new();
    for (name, text, codes) in files() {
        assert!(text.len() < 1 << 20, "{name}");
        let file = SourceFile::from_text("a.yaml", &text);
        let read = office.read(&file, &Shared::default(), None);
        assert!(read.value.is_none(), "{name} is built");
        let mut found: Vec<_> = read.diagnostics.iter().map(|diagnostic| diagnostic.code.id).collect();
        found.sort_unstable();
        found.dedup();
        if found != codes {
            wrong.push(format!("{name}: {found:?}, not {codes:?}"));
        }
        // A limit is told once, not for each thing beyond it.
        let told = read.diagnostics.iter().filter(|found| found.code.id.starts_with("KH-05")).count();
        assert!(told <= 2, "{name}: {told}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn many_faults_are_not_each_drawn() {
    let project = Project::new();
    let keys = (0..20_000).map(|at| format!("khoa_{at}: 1\n")).collect::<String>();
    project.write("plans/khoa_la.yaml", format!("{GOOD}{keys}"));
    project.write("plans/hai_lan.yaml", format!("{GOOD}{}", "dia_danh: y\n".repeat(5_000)));
    project.write(
        "plans/mot_dong.yaml",
        with("- Các thôn\n", &format!("- {{co_quan: [{}]}}\n", joined(5_000, |at| format!("k{at}")))),
    );
    let ran = project.build(&["--format", "docx"]);
    ran.ended(1, &["KH-0201", "KH-0106", "KH-0205", "đã dựng 1/4"]);
    assert!(ran.said.len() < 200_000, "{} bytes", ran.said.len());
}

#[test]
fn costly_files_end_no_run() {
    let project = Project::new();
    let files = files();
    for (name, text, _) in &files {
        project.write(&format!("plans/{name}.yaml"), text);
    }
    let ran = project.build(&["--format", "docx"]);
    ran.ended(1, &[&format!("đã dựng 1/{}", files.len() + 1)]);
    assert_eq!(project.files("output"), ["tot.docx"]);
}
