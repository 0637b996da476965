//! Two plans beside each other (bảng so sánh), as DOCX and PDF.

use std::collections::BTreeMap;
use std::fs;

use kehoach::decree::{Decree, TypeSet};
use kehoach::diff::change::Topic;
use kehoach::diff::render::Entry;
use kehoach::document::{self, Document};
use kehoach::inspect::{self, Expected};
use kehoach::layout::Block;
use kehoach::pipeline::{Format, Office, comparison};
use kehoach::plan::{Plan, Shared, read_plan, read_shared};
use kehoach::source::SourceFile;
use kehoach::template::comparison::Compared;
use kehoach::yaml;

fn node(shown: &str, text: &str) -> yaml::Node {
    yaml::read(&SourceFile::from_text(shown, text), &|_| true).value.expect("YAML")
}

/// A plan of the repository, with some of its words exchanged.
fn plan(path: &str, edits: &[(&str, &str)]) -> Plan {
    let shared: Vec<_> = ["chuong_trinh", "co_quan", "van_ban"]
        .iter()
        .map(|name| {
            let path = format!("plans/_chung/{name}.yaml");
            node(&path, &fs::read_to_string(&path).expect("a shared file"))
        })
        .collect();
    let mut text = fs::read_to_string(path).expect("a plan");
    for (old, new) in edits {
        assert!(text.contains(old), "{old}");
        text = text.replacen(old, new, 1);
    }
    read_plan(&node(path, &text), &read_shared(&Shared::default(), &shared).0).0
}

const COMMUNE: &str = "plans/2026/xa-suoi-ngan.yaml";
/// What is done to a copy of the plan.
const EDITS: [(&str, &str); 6] = [
    ("den: 10,57", "den: 9,5"),
    ("{nguon: van_dong, so_tien: 300 triệu đồng}", "{nguon: van_dong, so_tien: 450 triệu đồng}"),
    ("{truoc_ngay: 25/3/2026}", "{truoc_ngay: 10/4/2026}"),
    ("mùa mưa thường xảy ra lũ\n            quét, sạt lở", "mùa mưa thường xảy ra sạt lở"),
    ("  - nhcsxh\n", ""),
    ("  - nq424\n", "  - nq424\n  - nd07\n"),
];

fn office() -> Office {
    crate::decree::office(Decree::new(TypeSet::Fourteen), &[])
}

fn entry(old: &Plan, new: &Plan) -> Entry {
    Entry::of(&kehoach::template::comparison::compare(old, new), "HEAD~1:plans/ke-hoach.yaml", "plans/ke-hoach.yaml")
}

/// The comparison of the plan with its edited copy, as a document and in both formats.
fn made(compared: &[Compared<'_>]) -> (Document, [Vec<u8>; 2]) {
    let office = office();
    let xml = office.templates.render_comparison(compared, None);
    let document = document::parse(&xml).unwrap_or_else(|faults| panic!("{faults:?}"));
    let write = |format| comparison(&office, compared, format).unwrap_or_else(|fault| panic!("{fault:?}"));
    (document, Format::ALL.map(write))
}

/// How often each word is printed.
fn words(bytes: &[u8]) -> BTreeMap<String, usize> {
    let observed = inspect::read(bytes).unwrap_or_else(|refusal| panic!("{}", refusal.message));
    let mut words = BTreeMap::new();
    for paragraph in &observed.paragraphs {
        for word in paragraph.text.split_whitespace() {
            *words.entry(word.to_owned()).or_default() += 1;
        }
    }
    words
}

#[test]
fn an_edited_copy_is_shown_change_by_change() {
    let (old, new) = (plan(COMMUNE, &[]), plan(COMMUNE, &EDITS));
    let entry = entry(&old, &new);
    let (document, [docx, pdf]) = made(&[Compared { entry: &entry, old: Some(&old), new: Some(&new) }]);
    let dump = document::dump(&document);
    for expected in [
        "Bảng so sánh",
        "Kế hoạch số 38/KH-UBND ngày 05 tháng 3 năm 2026",
        "HEAD~1:plans/ke-hoach.yaml",
        "Từ 13,09 đến 10,57% | Từ 13,09 đến 9,5%",
        "-1,07",
        "[bỏ: lũ quét,]",
        "(chưa có)",
        "(bỏ)",
        "muộn hơn 16 ngày",
    ] {
        assert!(dump.contains(expected), "{expected}: {dump}");
    }
    // Both formats print the same words; a word processor repeats the head of the table, which the PDF prints.
    let (docx_words, pdf_words) = (words(&docx), words(&pdf));
    let head = ["STT", "Nội", "dung", "Bản", "trước", "này", "Tăng,", "giảm", "%", "Ghi", "chú"];
    for (word, count) in &docx_words {
        let printed = pdf_words.get(word).copied().unwrap_or_default();
        assert!(printed == *count || head.contains(&word.as_str()) && printed > *count, "{word}: {count}, {printed}");
    }
    for (name, bytes) in [("so-sanh.docx", &docx), ("so-sanh.pdf", &pdf)] {
        let report = inspect::inspect(name, bytes, &Decree::new(TypeSet::Fourteen), &Expected::default());
        let report = report.unwrap_or_else(|refusal| panic!("{}", refusal.message));
        assert_eq!(report.kind, inspect::kind::Kind::Unknown);
        assert_eq!(report.findings.iter().map(|found| &found.message).collect::<Vec<_>>(), Vec::<&String>::new());
    }
}

#[test]
fn years_stand_in_the_heads_and_no_topic_ends_a_page() {
    let (old, new) = (plan("plans/2024/xa-tra-lam.yaml", &[]), plan(COMMUNE, &[]));
    let note = "số liệu của hai kỳ theo hai chuẩn nghèo không trừ cho nhau";
    let entry = Entry { notes: vec![note.to_owned()], ..entry(&old, &new) };
    let compared = [Compared { entry: &entry, old: Some(&old), new: Some(&new) }];
    let (document, [_, pdf]) = made(&compared);
    let layout = office().layout(&document);
    let section = &layout.sections[0];
    assert!(section.landscape && layout.cramped.is_empty(), "{:?}", layout.cramped);
    let table =
        section.blocks.iter().find_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    assert_eq!(table.map(|table| table.header_rows), Some(1));
    let dump = document::dump(&document);
    assert!(dump.contains("Năm 2024 | Năm 2026"), "{dump}");
    let (above, _) = dump.split_once("Bảng: [").expect("a table");
    assert!(above.contains("Số liệu của hai kỳ theo hai chuẩn nghèo không trừ cho nhau."), "{above}");
    let observed = inspect::read(&pdf).unwrap_or_else(|refusal| panic!("{}", refusal.message));
    let is_topic = |text: &str| Topic::ALL.iter().any(|(_, name)| text.starts_with(&format!("{name} (")));
    let mut topics = 0;
    for pair in observed.paragraphs.windows(2) {
        if is_topic(&pair[0].text) {
            topics += 1;
            assert_eq!(pair[0].page, pair[1].page, "{}", pair[0].text);
        }
    }
    assert!(topics > 4, "{topics}");
}

#[test]
fn several_plans_have_a_heading_each() {
    let (old, new) = (plan(COMMUNE, &[]), plan(COMMUNE, &EDITS));
    let other = plan("plans/2023/phuong-phuoc-tan.yaml", &[]);
    let (changed, same) = (entry(&old, &new), entry(&old, &old));
    let (added, gone) = (Entry::alone(&other, "moi.yaml", true), Entry::alone(&other, "cu.yaml", false));
    let compared = [
        Compared { entry: &changed, old: Some(&old), new: Some(&new) },
        Compared { entry: &same, old: Some(&old), new: Some(&old) },
        Compared { entry: &added, old: None, new: Some(&other) },
        Compared { entry: &gone, old: Some(&other), new: None },
    ];
    let (document, _) = made(&compared);
    let dump = document::dump(&document);
    let subject = "Kế hoạch thực hiện công tác giảm nghèo bền vững năm 2026 trên địa bàn xã Suối Ngàn";
    let heading = format!("1. {subject}");
    for expected in [heading.as_str(), "không khác gì nhau", "Kế hoạch mới", "Kế hoạch không còn", "(nhiều cơ quan)"]
    {
        assert!(dump.contains(expected), "{expected}: {dump}");
    }
    // Figures stand in one table, words in another.
    assert_eq!(dump.matches("Bảng: [").count(), 2);
}

#[test]
fn a_page_without_a_table_stands_upright() {
    let plan = plan(COMMUNE, &[]);
    let entry = entry(&plan, &plan);
    let (document, _) = made(&[Compared { entry: &entry, old: Some(&plan), new: Some(&plan) }]);
    assert!(!office().layout(&document).sections[0].landscape);
}
