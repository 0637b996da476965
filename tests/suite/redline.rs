//! Two plans as one DOCX with tracked changes: it holds both, and says of each change no more than that.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use kehoach::decree::{Component, Decree, TypeSet};
use kehoach::document::{
    Appendix, Block, Cell, CellAlign, ColumnWidth, Document, Inline, Orientation, Paragraph, Row, RowKind, Table,
};
use kehoach::layout::Layout;
use kehoach::pipeline::{Format, Office};
use kehoach::plan::{Shared, read_shared};
use kehoach::redline::{Reading, Stamp, prove};
use kehoach::source::SourceFile;
use kehoach::yaml;
use proptest::prelude::*;
use proptest::sample::select;
use roxmltree::{Document as Xml, Node};

use crate::decree::{laid_out, office, part, written};

static OFFICE: LazyLock<Office> = LazyLock::new(|| office(Decree::new(TypeSet::Fourteen), &[]));

fn stamp() -> Stamp {
    Stamp::new("Phòng \"Kinh tế\" & <Văn phòng>", "2026-02-26T08:00:00+07:00").expect("a time")
}

/// The redline of two layouts, which the program has proved.
#[track_caller]
fn redline(old: &Layout, new: &Layout) -> Vec<u8> {
    OFFICE.redline(old, new, &stamp()).unwrap_or_else(|untrue| panic!("{untrue}"))
}

/// Its main part.
#[track_caller]
fn marked(old: &Layout, new: &Layout) -> String {
    part(&redline(old, new), "word/document.xml")
}

fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.tag_name().name() == name
}

fn changes<'a, 'd: 'a>(tree: &'a Xml<'d>) -> impl Iterator<Item = Node<'a, 'd>> {
    tree.descendants().filter(|node| is(*node, "ins") || is(*node, "del"))
}

/// What came and went, in the order in which it stands: words as `+words` and `-words`, ends of paragraphs as `+¶`, rows as
/// `+row`.
fn shown(xml: &str) -> Vec<String> {
    let tree = Xml::parse(xml).expect("a document is XML");
    let what = |node: Node<'_, '_>| {
        let above = node.parent_element().map_or("", |above| above.tag_name().name());
        let sign = if is(node, "ins") { '+' } else { '-' };
        match above {
            "rPr" => format!("{sign}¶"),
            "trPr" => format!("{sign}row"),
            _ => {
                let texts = node.descendants().filter(|node| is(*node, "t") || is(*node, "delText"));
                format!("{sign}{}", texts.filter_map(|node| node.text()).collect::<String>())
            }
        }
    };
    changes(&tree).map(what).collect()
}

/// Every plan below a folder that nothing keeps from being printed; files that begin with `_`, and those of a folder that
/// does, are shared by the plans beside them.
fn plans(folder: &str) -> Vec<(String, Layout)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = walkdir::WalkDir::new(&root).sort_by_file_name().into_iter();
    let paths = entries.map(|entry| entry.expect("the folder is readable").into_path());
    let within =
        |path: &Path| path.strip_prefix(&root).expect("a path below the folder").to_string_lossy().into_owned();
    let (mut shared, mut plans) = (Vec::new(), Vec::new());
    for path in paths.filter(|path| path.extension() == Some("yaml".as_ref())) {
        let name = within(&path);
        let file = SourceFile::from_bytes(&name, &fs::read(&path).expect("a file")).expect("a plan is text");
        match name.rsplit_once("/_").or(name.strip_prefix('_').map(|name| ("", name))) {
            Some((beside, _)) => shared.push((beside.to_owned(), file)),
            None => plans.push((name, file)),
        }
    }
    let mut found = Vec::new();
    for (name, file) in plans {
        let files = shared.iter().filter(|(beside, _)| name.starts_with(beside));
        let nodes: Vec<_> = files.filter_map(|(_, file)| yaml::read(file, &|_| true).value).collect();
        let checked = OFFICE.read(&file, &read_shared(&Shared::default(), &nodes).0, None);
        let document = checked.value.and_then(|plan| OFFICE.document(&plan).ok());
        found.extend(document.map(|document| (name, OFFICE.layout(&document))));
    }
    found
}

static PLANS: LazyLock<Vec<(String, Layout)>> = LazyLock::new(|| {
    let plans = plans("plans");
    assert!(plans.len() >= 7, "the plans are there");
    plans
});

#[test]
fn a_plan_against_itself_has_no_changes() {
    for (name, layout) in PLANS.iter().chain(&plans("tests/golden")) {
        let marked = redline(layout, layout);
        assert_eq!(shown(&part(&marked, "word/document.xml")), Vec::<String>::new(), "{name}");
        assert_eq!(marked, written(&OFFICE, layout, Format::Docx), "{name}");
    }
}

/// Whether what the schema and word processors demand of changes holds: numbers of their own, an author and a time, words of
/// deletions in their own element, and in a row that came or went nothing that did not.
fn check_marks(name: &str, xml: &str) {
    let tree = Xml::parse(xml).expect("a document is XML");
    let attribute = |node: Node<'_, '_>, name: &str| {
        let found = node.attributes().find(|attribute| attribute.name() == name);
        found.map(|attribute| attribute.value().to_owned()).unwrap_or_default()
    };
    let mut ids = BTreeSet::new();
    for node in changes(&tree) {
        assert!(ids.insert(attribute(node, "id")), "{name}: a number stands twice");
        assert_eq!(
            (attribute(node, "author").as_str(), attribute(node, "date").as_str()),
            (stamp().author(), stamp().time())
        );
    }
    for run in tree.descendants().filter(|node| is(*node, "r")) {
        let is_deleted = run.parent_element().is_some_and(|above| is(above, "del"));
        assert!(run.children().all(|child| !is(child, if is_deleted { "t" } else { "delText" })), "{name}");
    }
    for row in tree.descendants().filter(|node| is(*node, "tr")) {
        let properties = row.children().find(|node| is(*node, "trPr"));
        let change = properties.and_then(|of_row| of_row.children().find(|node| is(*node, "ins") || is(*node, "del")));
        let Some(change) = change.map(|change| change.tag_name().name()) else { continue };
        for run in row.descendants().filter(|node| is(*node, "r")) {
            assert_eq!(run.parent_element().map(|above| above.tag_name().name()), Some(change), "{name}");
        }
        for paragraph in row.descendants().filter(|node| is(*node, "p")) {
            let marks =
                paragraph.descendants().filter(|node| is(*node, "rPr") && node.children().any(|mark| is(mark, change)));
            assert_eq!(marks.count(), 1, "{name}");
        }
    }
}

#[test]
fn every_plan_becomes_every_other() {
    for (old_name, old) in PLANS.iter() {
        for (new_name, new) in PLANS.iter() {
            check_marks(&format!("{old_name} → {new_name}"), &marked(old, new));
        }
    }
}

#[test]
fn plans_of_every_shape_become_each_other() {
    let cases = plans("tests/golden");
    assert!(cases.len() > 100, "the cases are there");
    for (old, new) in cases.iter().zip(&cases[1..]) {
        check_marks(&format!("{} → {}", old.0, new.0), &marked(&old.1, &new.1));
    }
}

#[test]
fn what_is_written_is_held_against_both_versions() {
    let (old, new) =
        (laid_out(&OFFICE, crate::project::GOOD), laid_out(&OFFICE, &crate::project::GOOD.replace("hộ", "người")));
    let [old_file, new_file] = [&old, &new].map(|layout| written(&OFFICE, layout, Format::Docx));
    let marked = redline(&old, &new);
    assert_eq!(prove(&marked, &old_file, &new_file), Ok(()));
    let of = |untrue: kehoach::redline::Untrue| (untrue.reading, untrue.expected, untrue.found);
    let (had, has) = ("Giảm số hộ nghèo của xã./.".to_owned(), "Giảm số người nghèo của xã./.".to_owned());
    assert_eq!(prove(&new_file, &old_file, &new_file).map_err(of), Err((Reading::Rejected, had.clone(), has.clone())));
    assert_eq!(prove(&old_file, &old_file, &new_file).map_err(of), Err((Reading::Accepted, has.clone(), had)));
    assert!(prove(b"PK", &old_file, &new_file).is_err());
}

/// Old words, and new words in their place, once.
type Edit<'a> = (&'a str, &'a str);

#[track_caller]
fn edited(plan: &str, edits: &[Edit<'_>]) -> String {
    let mut text = plan.to_owned();
    for (old, new) in edits {
        assert_eq!(text.matches(old).count(), 1, "{old}");
        text = text.replace(old, new);
    }
    text
}

/// A text with pictures of what a clerk changes: words, paragraphs, rows, cells, recipients, an appendix.
const OLD: &str = "\
co_quan_ban_hanh: Ủy ban nhân dân xã Bình Minh
ky_hieu: KH-UBND
so: 12
dia_danh: Bình Minh
ngay_ban_hanh: 26/02/2025
trich_yeu: Giảm nghèo bền vững năm 2025
mo_dau: Ủy ban nhân dân xã ban hành Kế hoạch giảm nghèo bền vững năm 2025 trên địa bàn xã như sau
noi_dung:
  - muc: Mục đích
    noi_dung:
      - Giảm 52 hộ nghèo, 31 hộ cận nghèo trong năm; không để hộ nào tái nghèo.
      - Huy động mọi nguồn lực trong xã cho công tác giảm nghèo.
      - Nâng cao trách nhiệm của cán bộ, công chức và người đứng đầu các thôn.
  - muc: Kinh phí
    noi_dung:
      - in: kinh_phi
        dang: bang
  - muc: Tổ chức thực hiện
    noi_dung:
      - Các thôn báo cáo kết quả trước ngày 20 hằng tháng.
kinh_phi:
  khoan:
    nha: {ten: Hỗ trợ làm nhà ở cho hộ nghèo, so_tien: 120 triệu đồng}
    nghe: {ten: Dạy nghề cho lao động nông thôn, so_tien: 30 triệu đồng}
    von: {ten: Cho vay vốn ưu đãi, so_tien: 45 triệu đồng}
noi_nhan:
  - Sở Nông nghiệp và Môi trường
  - Các thôn
nguoi_ky: {chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn An}
";

#[test]
fn what_is_only_bold_now_is_counted() {
    let new = edited(
        OLD,
        &[("không để hộ nào tái nghèo", "**không để hộ nào tái nghèo**"), ("Các thôn báo cáo", "Thôn báo cáo")],
    );
    let (old, new) = (laid_out(&OFFICE, OLD), laid_out(&OFFICE, &new));
    assert_eq!((OFFICE.restyled(&old, &new), OFFICE.restyled(&old, &old)), (1, 0));
}

#[test]
fn each_edit_is_one_change_that_a_person_reads() {
    let new = edited(
        OLD,
        &[
            ("Giảm 52 hộ nghèo", "Giảm 48 hộ nghèo"),
            ("      - Huy động mọi nguồn lực trong xã cho công tác giảm nghèo.\n", ""),
            ("trước ngày 20 hằng tháng", "trước ngày 15 của tháng cuối quý"),
            (
                "    von: {ten: Cho vay vốn ưu đãi, so_tien: 45 triệu đồng}\n",
                "    cay: {ten: Cấp cây giống, so_tien: 45 triệu đồng}\n",
            ),
            ("  - Các thôn\n", "  - Các thôn\n  - Mặt trận Tổ quốc Việt Nam xã\n"),
            ("ho_ten: Nguyễn Văn An", "ho_ten: Trần Thị Bình"),
        ],
    );
    let found = shown(&marked(&laid_out(&OFFICE, OLD), &laid_out(&OFFICE, &new)));
    let expected = [
        "-52",
        "+48",
        "-¶",
        "-Huy động mọi nguồn lực trong xã cho công tác giảm nghèo.",
        "-row",
        "-¶",
        "-3",
        "-¶",
        "-Cho vay vốn ưu đãi",
        "-¶",
        "-45",
        "+row",
        "+¶",
        "+3",
        "+¶",
        "+Cấp cây giống",
        "+¶",
        "+45",
        "-20 hằng tháng",
        "+15 của tháng cuối quý",
        "+¶",
        "+- Mặt trận Tổ quốc Việt Nam xã;",
        "-Nguyễn Văn An",
        "+Trần Thị Bình",
    ];
    assert_eq!(found, expected);
}

const APPENDIX: &str = "\
phu_luc:
  nhu_cau:
    ten: Tổng hợp nhu cầu hỗ trợ
    huong: ngang
    noi_dung:
      - Danh sách các hộ cần hỗ trợ.
      - in: kinh_phi
        dang: bang
";

fn with_appendix(plan: &str) -> String {
    plan.replace("trước ngày 20 hằng tháng.", "trước ngày 20 hằng tháng theo {{ phu_luc.nhu_cau }}.") + APPENDIX
}

/// The breaks between sections: what became of each, and whether the pages before it are turned.
fn breaks(xml: &str) -> Vec<String> {
    let tree = Xml::parse(xml).expect("a document is XML");
    let breaks = tree.descendants().filter(|node| is(*node, "sectPr"));
    let of = |node: Node<'_, '_>| {
        let mark = node.prev_siblings().find(|node| is(*node, "rPr"));
        let mark = mark.and_then(|mark| mark.children().find(|node| is(*node, "ins") || is(*node, "del")));
        let is_turned =
            node.descendants().any(|node| node.attributes().any(|attribute| attribute.value() == "landscape"));
        format!("{}{}", mark.map_or("", |mark| mark.tag_name().name()), if is_turned { " turned" } else { "" })
    };
    breaks.map(of).collect()
}

#[test]
fn an_appendix_comes_and_goes_with_its_pages() {
    let (old, new) = (laid_out(&OFFICE, OLD), laid_out(&OFFICE, &with_appendix(OLD)));
    assert_eq!(breaks(&marked(&old, &new)), ["", " turned"]);
    // No word processor is sure of what becomes of a break that went: what stood on pages of its own stands on those before.
    assert_eq!(breaks(&marked(&new, &old)), [""]);
    assert_eq!(breaks(&marked(&new, &new)), ["", " turned"]);
}

/// Words of a small tongue, so that two texts have many in common.
fn any_text() -> impl Strategy<Value = Vec<Inline>> {
    let words = vec![
        "hộ ",
        "nghèo ",
        "giảm ",
        "12 ",
        "1.250 ",
        "2026",
        "xã",
        ", ",
        "(thôn) ",
        "a) ",
        "  ",
        "cho vay vốn ưu đãi ",
    ];
    let inline = prop_oneof![
        6 => (select(words), any::<bool>()).prop_map(|(text, bold)| Inline::Words { text: text.to_owned(), bold, italic: false }),
        1 => Just(Inline::Break),
    ];
    proptest::collection::vec(inline, 0..9)
}

fn any_paragraph() -> impl Strategy<Value = Block> {
    let of_text = (any_text(), select(vec![Component::BodyText, Component::BodyText, Component::SectionTitle]));
    of_text.prop_map(|(text, component)| Block::Paragraph(Paragraph::new(component, text)))
}

/// A table whose first column has cells over several rows.
fn any_table() -> impl Strategy<Value = Block> {
    let group = (any_text(), proptest::collection::vec((any_text(), any_text(), any_text()), 1..4));
    (2..4_usize, proptest::collection::vec(group, 1..4)).prop_map(|(columns, groups)| {
        let cell = |texts: Vec<Vec<Inline>>, rowspan: usize| Cell {
            colspan: 1,
            rowspan: u16::try_from(rowspan).expect("a few rows"),
            align: CellAlign::Left,
            paragraphs: texts,
        };
        let mut rows = Vec::new();
        for (index, (label, others)) in groups.into_iter().enumerate() {
            let count = others.len();
            for (row, (first, second, third)) in others.into_iter().enumerate() {
                let mut cells = Vec::new();
                if row == 0 {
                    cells.push(cell(vec![label.clone()], count));
                }
                cells.push(cell(vec![first, second], 1));
                cells.extend((columns == 3).then(|| cell(vec![third], 1)));
                let kind = if index + row == 0 && count == 1 { RowKind::Header } else { RowKind::Body };
                rows.push(Row { kind, leads_on: false, cells });
            }
        }
        Block::Table(Table { columns: vec![ColumnWidth::Content; columns], rows, splits: false, origin: None })
    })
}

/// Blocks of a body or an appendix.
fn any_blocks() -> impl Strategy<Value = Vec<Block>> {
    proptest::collection::vec(prop_oneof![3 => any_paragraph(), 1 => any_table()], 0..6)
}

fn any_appendix() -> impl Strategy<Value = Appendix> {
    (any::<bool>(), any_text(), any_blocks()).prop_map(|(turned, title, blocks)| Appendix {
        orientation: if turned { Orientation::Landscape } else { Orientation::Portrait },
        type_set: None,
        choices: Vec::new(),
        head: vec![Paragraph::new(Component::AppendixTitle, title)],
        blocks,
        signers: Vec::new(),
    })
}

/// Parts of which each of two documents has some.
type Parts = (Vec<(Block, u8)>, Vec<(Appendix, u8)>, Vec<(Vec<Inline>, u8)>, bool, bool);

fn any_parts() -> impl Strategy<Value = Parts> {
    let blocks = (prop_oneof![3 => any_paragraph(), 1 => any_table()], 0..4_u8);
    (
        proptest::collection::vec(blocks, 0..9),
        proptest::collection::vec((any_appendix(), 0..4_u8), 0..4),
        proptest::collection::vec((any_text(), 0..4_u8), 0..4),
        any::<bool>(),
        any::<bool>(),
    )
}

/// The document that has those parts in whose number a bit is not set.
fn chosen(base: &Document, parts: &Parts, bit: u8, is_signed: bool) -> Layout {
    let has = |number: &u8| number & bit == 0;
    let mut document = base.clone();
    document.body = parts.0.iter().filter(|(_, number)| has(number)).map(|(block, _)| block.clone()).collect();
    document.appendices = parts.1.iter().filter(|(_, number)| has(number)).map(|(part, _)| part.clone()).collect();
    let recipients = parts.2.iter().filter(|(_, number)| has(number));
    document.closing.recipients =
        recipients.map(|(text, _)| Paragraph::new(Component::Recipient, text.clone())).collect();
    if !is_signed {
        document.closing.signers.clear();
        document.header.marks.clear();
    }
    OFFICE.layout(&document)
}

static BASE: LazyLock<Document> = LazyLock::new(|| {
    let file = SourceFile::from_text("ke_hoach.yaml", crate::project::GOOD);
    let plan = OFFICE.read(&file, &Shared::default(), None).value.expect("a good plan");
    OFFICE.document(&plan).unwrap_or_else(|found| panic!("{found:?}"))
});

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_document_becomes_any_other(parts in any_parts(), others in any_parts()) {
        let old = chosen(&BASE, &parts, 1, parts.3);
        // Parts are left out, come, and have other words.
        let mut changed = parts.clone();
        for ((block, _), (other, number)) in changed.0.iter_mut().zip(others.0) {
            if number == 3 {
                *block = other;
            }
        }
        for new in [chosen(&BASE, &parts, 2, parts.4), chosen(&BASE, &changed, 2, parts.4)] {
            let file = OFFICE.redline(&old, &new, &stamp());
            prop_assert!(file.is_ok(), "{:?}", file.err());
            check_marks("any", &part(&file.unwrap_or_default(), "word/document.xml"));
        }
    }
}
