//! Tables whose rows stand inside each other: what a clerk writes there is printed, or there is a finding.

use std::sync::LazyLock;

use kehoach::decree::{Decree, TypeSet};
use kehoach::diagnostic::has_errors;
use kehoach::document;
use kehoach::pipeline::Office;
use kehoach::plan::Shared;
use kehoach::source::SourceFile;
use proptest::prelude::*;
use proptest::sample::select;

use crate::decree::{office, said_of};

static OFFICE: LazyLock<Office> = LazyLock::new(|| office(Decree::new(TypeSet::Fourteen), &[]));

const PLAN: &str = r#"
co_quan_ban_hanh: Ủy ban nhân dân xã Bình Minh
ky_hieu: KH-UBND
dia_danh: Bình Minh
ngay_ban_hanh: 14/7/2026
trich_yeu: Thử
noi_nhan: [Như trên]
nguoi_ky: {chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn An}
noi_dung:
  - bang:
      cot:
        - {ten: TT, ma: tt, loai: stt}
        - {ten: Nhóm, ma: n, loai: stt, dem: nhom}
        - {ten: Việc, ma: v}
        - {ten: Hạn, ma: h, gop: co}
        - {ten: Vốn, ma: s, loai: so}
"#;

/// A row as it may be written.
#[derive(Debug, Clone)]
struct Row {
    /// The key of its name; a row that has none has cells.
    name: &'static str,
    /// Whether it has a number by hand.
    numbered: bool,
    /// Which of its cells are filled.
    filled: [bool; 3],
    /// A column whose cell goes over some rows.
    span: Option<(&'static str, &'static str)>,
    /// The rows inside it.
    inner: Vec<Self>,
    /// The parts of it that are shown.
    parts: Vec<Self>,
}

fn any_row() -> impl Strategy<Value = Row> {
    let names = select(&["", "", "", "nhom", "nhom", "cong", "tong", "loi"][..]);
    let span =
        proptest::option::weighted(0.15, (select(&["tt", "v", "h", "s"][..]), select(&["1", "2", "ca_nhom"][..])));
    let leaf = (names, proptest::bool::weighted(0.2), any::<[bool; 3]>(), span)
        .prop_map(|(name, numbered, filled, span)| Row { name, numbered, filled, span, inner: vec![], parts: vec![] });
    leaf.prop_recursive(3, 12, 3, |row| {
        let few = |most| proptest::collection::vec(row.clone(), 0..most);
        (row.clone(), few(4), few(2)).prop_map(|(row, inner, parts)| match row.name {
            "loi" => row,
            "cong" | "tong" => Row { parts, ..row },
            _ => Row { inner, parts, ..row },
        })
    })
}

/// Writes rows, each word another one.
fn written(rows: &[Row], words: &mut Vec<String>) -> String {
    let rows = rows.iter().map(|row| {
        let mut word = |kind: &str| {
            words.push(format!("{kind}{}z", words.len()));
            words.last().cloned().unwrap_or_default()
        };
        let mut keys = Vec::new();
        if !row.name.is_empty() {
            keys.push(format!("{}: {}", row.name, word("N")));
        }
        if row.name != "loi" {
            let mut cell = |filled: bool, kind: &str| if filled { word(kind) } else { "~".to_owned() };
            let [first, second, _] = row.filled;
            let cells = [cell(first, "A"), cell(second, "B"), if row.filled[2] { "7" } else { "~" }.to_owned()];
            keys.push(format!("o: [{}]", cells.join(", ")));
            if row.numbered {
                keys.push(format!("stt: {}", word("K_")));
            }
            keys.extend(row.span.map(|(column, count)| format!("gop: {{{column}: {count}}}")));
        }
        for (key, inside) in [("dong", &row.inner), ("trong_do", &row.parts)] {
            if !inside.is_empty() {
                keys.push(format!("{key}: {}", written(inside, words)));
            }
        }
        format!("{{{}}}", keys.join(", "))
    });
    format!("[{}]", rows.collect::<Vec<_>>().join(", "))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn any_rows_are_printed_or_a_finding(rows in proptest::collection::vec(any_row(), 1..4)) {
        let mut words = Vec::new();
        let plan = format!("{PLAN}      dong: {}\n", written(&rows, &mut words));
        let checked = OFFICE.read(&SourceFile::from_text("ke_hoach.yaml", &plan), &Shared::default(), None);
        if has_errors(&checked.diagnostics) {
            return Ok(());
        }
        let plan_read = checked.value.expect("a plan without errors is a plan");
        let document = OFFICE.document(&plan_read);
        let printed = document.map(|document| document::dump(&document)).unwrap_or_else(|found| said_of(&found));
        for word in words {
            prop_assert!(printed.contains(&word), "{word} is not printed:\n{plan}\n{printed}");
        }
    }
}
