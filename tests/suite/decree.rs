//! The figures of the decree: each one reaches the documents, what is written is permitted, and the ledger is whole.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use std::path::Path;
use std::sync::Arc;

use kehoach::check::verdict::Levels;
use kehoach::decree::{Component, Decree, Lines, MEASURES, Marks, Page, Rule, Share, Sizes, Spacing, Tables, TypeSet};
use kehoach::diagnostic::Diagnostic;
use kehoach::layout::{Layout, Typeface};
use kehoach::pipeline::{Format, Office};
use kehoach::plan::Shared;
use kehoach::source::SourceFile;
use kehoach::template::Templates;
use kehoach::units::Length;
use roxmltree::{Document as Xml, Node};
use zip::ZipArchive;

/// A plan that uses every kind of block.
const PLAN: &str = r#"
co_quan_chu_quan: UBND tỉnh Quảng Ngãi
co_quan_ban_hanh: Ủy ban nhân dân xã Bình Minh
so: 5
ky_hieu: KH-UBND
dia_danh: Bình Minh
ngay_ban_hanh: 26/02/2026
danh_so: [phan, I., 1., a), "-", +]
trich_yeu: Thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững trên địa bàn xã Bình Minh năm 2026
van_ban:
  luat: {loai: Luật, trich_yeu: Tổ chức chính quyền địa phương, ngay: 16/6/2025}
can_cu: [luat, {dong_tu: Theo, loi: đề nghị của Trưởng phòng Kinh tế}]
mo_dau: Ủy ban nhân dân xã ban hành Kế hoạch thực hiện trên địa bàn xã, gồm những nội dung chủ yếu sau đây
noi_dung:
  - muc: Mục tiêu
    noi_dung:
      - muc: Mục đích, yêu cầu
        noi_dung:
          - muc: Mục đích
            noi_dung:
              - muc: Về việc làm
                noi_dung:
                  - Giao từng đoàn thể giúp đỡ một số hộ cụ thể, *kiểm tra kết quả hằng quý* và báo cáo Ủy ban nhân dân xã.
                  - gach: [Rà soát hộ nghèo., {loi: Hỗ trợ sinh kế., cong: [Cho vay vốn.]}]
                  - diem: [Dạy nghề., Tìm việc.]
      - {muc: Kinh phí, in: kinh_phi, dang: bang}
      - "Xem {{ phu_luc.nhu_cau }}, {{ phu_luc.ghi_chep }}."
kinh_phi:
  nguon: {xa: {ten: ngân sách xã}}
  khoan:
    nha: {ten: Làm nhà ở, so_luong: 3, don_vi: nhà, so_tien: 120 triệu đồng, nguon: xa}
    nghe: {ten: Dạy nghề, so_tien: 30 triệu đồng, nguon: xa}
ket_thuc: [CLOSING]
phu_luc:
  nhu_cau: {ten: Tổng hợp nhu cầu hỗ trợ, huong: ngang, noi_dung: [{in: kinh_phi, dang: bang}]}
  ghi_chep: {ten: Cách ghi chép, noi_dung: [Ghi vào sổ.]}
noi_nhan: [Sở Nông nghiệp và Môi trường]
dia_chi: "Số 1 đường Hùng Vương, xã Bình Minh. ĐT: 0255.3.123.456"
nguoi_ky:
  quyen_han: [TM. Ủy ban nhân dân]
  chuc_vu: Chủ tịch
  chuc_vu_khac: Trưởng Ban Chỉ đạo
  ho_ten: Nguyễn Văn An
"#;

/// Sentences enough to fill pages down to their lower margin.
fn plan() -> String {
    let sentences = ["Yêu cầu các cơ quan và đơn vị tổ chức thực hiện nghiêm túc Kế hoạch này."; 60];
    PLAN.replace("CLOSING", &sentences.join(", "))
}

/// An agency's own head of a document, with a mark of every kind: a plan asks for one of them at most.
const HEAD: &str = "<dau>{% if du_thao %}<du-thao>Dự thảo</du-thao>{% endif %}
<khan>Hỏa tốc</khan><khan>Thượng khẩn</khan><khan>Khẩn</khan><luu-hanh>Lưu hành nội bộ</luu-hanh>
{% for dong in co_quan_chu_quan %}<chu-quan>{{ dong }}</chu-quan>{% endfor %}
{% for dong in co_quan_ban_hanh %}<co-quan>{{ dong }}</co-quan>{% endfor %}
<so>Số: {{ so }}/{{ ky_hieu }}</so><dia-danh>{{ dia_danh }}, {{ ngay }}</dia-danh></dau>";

/// An office with a layout, and templates of its own in place of the built-in ones of their names.
pub(crate) fn office(decree: Decree, templates: &[(&str, &str)]) -> Office {
    let templates: Vec<_> =
        templates.iter().map(|(name, text)| ((*name).to_owned(), SourceFile::from_text(name, text))).collect();
    let templates = Templates::load(&templates).unwrap_or_else(|found| panic!("{}", said_of(&found)));
    Office { decree, templates, typeface: Typeface::built_in(), levels: Levels::default() }
}

/// Findings in lines.
pub(crate) fn said_of(found: &[Diagnostic]) -> String {
    found.iter().map(|found| format!("{}: {}\n", found.code.id, found.message)).collect()
}

/// A plan's text as a layout.
pub(crate) fn laid_out(office: &Office, plan: &str) -> Layout {
    let file: Arc<SourceFile> = SourceFile::from_text("ke_hoach.yaml", plan);
    let checked = office.read(&file, &Shared::default(), None);
    let plan = checked.value.unwrap_or_else(|| panic!("{}", said_of(&checked.diagnostics)));
    let document = office.document(&plan).unwrap_or_else(|found| panic!("{}", said_of(&found)));
    office.layout(&document)
}

/// A layout as a file.
pub(crate) fn written(office: &Office, layout: &Layout, format: Format) -> Vec<u8> {
    office.write(layout, format).unwrap_or_else(|fault| panic!("{fault}"))
}

/// A part of a DOCX file as text.
pub(crate) fn part(file: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(file)).expect("a file is an archive");
    let mut text = String::new();
    archive.by_name(name).expect("the part is there").read_to_string(&mut text).expect("a part is text");
    text
}

fn sample_office(decree: Decree) -> Office {
    office(decree, &[("phan/dau.xml", HEAD)])
}

fn project_file(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A rule of either kind.
enum AnyRule<'a> {
    Length(&'a mut Rule<Length>),
    Share(&'a mut Rule<Share>),
}

impl AnyRule<'_> {
    fn clause(&self) -> &'static str {
        match self {
            Self::Length(rule) => rule.clause,
            Self::Share(rule) => rule.clause,
        }
    }

    /// Moves what is chosen by more than a line, so that even a margin that only ends pages moves one.
    fn shift(&mut self) {
        match self {
            Self::Length(rule) => rule.chosen = rule.chosen + Length::mm(10),
            Self::Share(rule) => rule.chosen = Share::permille(rule.chosen.to_permille() + 100),
        }
    }
}

/// Lists rules under their names.
macro_rules! listed {
    ($kind:ident: $($rule:ident),*) => { [$((stringify!($rule), AnyRule::$kind($rule))),*] };
}

/// Every rule. The structs are taken apart whole, so that a new rule does not compile until it is listed.
fn rules(decree: &mut Decree) -> Vec<(&'static str, AnyRule<'_>)> {
    let Decree { type_set: _, page, sizes, spacing, lines, tables, marks } = decree;
    let Page { width, height, margin_top, margin_bottom, margin_left, margin_right, header_distance } = page;
    let mut rules: Vec<_> = listed!(
        Length: width, height, margin_top, margin_bottom, margin_left, margin_right, header_distance
    )
    .into();
    let Sizes {
        national_title,
        national_motto,
        number_symbol,
        body,
        recipients_label,
        recipient,
        appendix_number,
        address_footer,
        table,
    } = sizes;
    rules.extend(listed!(
        Length: national_title, national_motto, number_symbol, body, recipients_label, recipient, appendix_number,
        address_footer, table
    ));
    let Spacing {
        first_line,
        paragraph_gap,
        line_pitch,
        before_title,
        after_title,
        before_number,
        before_closing,
        signature,
        header_right_column,
        recipients_column,
    } = spacing;
    rules.extend(listed!(
        Length: first_line, paragraph_gap, line_pitch, before_title, after_title, before_number, before_closing,
        signature, header_right_column
    ));
    rules.extend(listed!(Share: recipients_column));
    let Lines { weight, gap, under_motto, under_issuer, under_subject, under_appendix_reference } = lines;
    rules.extend(listed!(Length: weight, gap));
    rules.extend(listed!(Share: under_motto, under_issuer, under_subject, under_appendix_reference));
    let Tables { grid, cell_padding_x, cell_padding_y } = tables;
    rules.extend(listed!(Length: grid, cell_padding_x, cell_padding_y));
    let Marks { height, flash_width, immediate_width, urgent_width, draft_width, circulation_width } = marks;
    let [mut box_height] = listed!(Length: height);
    box_height.0 = "mark_height";
    rules.push(box_height);
    rules.extend(listed!(Length: flash_width, immediate_width, urgent_width, draft_width, circulation_width));
    rules
}

/// Both documents of the sample plan under a layout.
fn documents(decree: Decree) -> [(Format, Vec<u8>); 2] {
    let office = sample_office(decree);
    let layout = laid_out(&office, &plan());
    Format::ALL.map(|format| (format, written(&office, &layout, format)))
}

#[test]
fn every_rule_reaches_both_documents() {
    let usual = Decree::new(TypeSet::Fourteen);
    let count = rules(&mut usual.clone()).len();
    let before = documents(usual);
    let mut faults = Vec::new();
    for index in 0..count {
        let mut decree = usual;
        let (name, mut rule) = rules(&mut decree).swap_remove(index);
        rule.shift();
        for ((format, before), (_, after)) in before.iter().zip(documents(decree)) {
            if *before == after {
                faults.push(format!("{name} changes nothing in {}", format.extension()));
            }
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn every_measure_of_an_office_is_a_rule_of_its_own() {
    let mut moved = BTreeSet::new();
    for measure in &MEASURES {
        let mut decree = Decree::new(TypeSet::Fourteen);
        let rule = (measure.of)(&mut decree);
        rule.chosen = rule.chosen + Length::emu(1);
        let mut usual = Decree::new(TypeSet::Fourteen);
        let changed = rules(&mut decree).into_iter().zip(rules(&mut usual)).find_map(|((name, a), (_, b))| {
            let same = match (&a, &b) {
                (AnyRule::Length(a), AnyRule::Length(b)) => a == b,
                (AnyRule::Share(a), AnyRule::Share(b)) => a == b,
                _ => unreachable!("the rules stand in one order"),
            };
            (!same).then_some(name)
        });
        moved.insert(changed.expect("a measure is one of the rules"));
    }
    assert_eq!(moved.len(), MEASURES.len());
}

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

pub(crate) fn all<'a, 'd: 'a>(node: Node<'a, 'd>, name: &'static str) -> impl Iterator<Item = Node<'a, 'd>> {
    node.descendants().filter(move |node| node.has_tag_name((W, name)))
}

pub(crate) fn child<'a, 'd>(node: Node<'a, 'd>, name: &str) -> Option<Node<'a, 'd>> {
    node.children().find(|child| child.has_tag_name((W, name)))
}

/// What a property says, down a path of elements to an attribute: `["pPr", "ind"]`, `firstLine`.
pub(crate) fn said<'a>(node: Node<'a, '_>, path: &[&str], attribute: &str) -> Option<&'a str> {
    let found = path.iter().try_fold(node, |node, name| child(node, name))?;
    found.attribute((W, attribute))
}

pub(crate) fn words(node: Node<'_, '_>) -> String {
    all(node, "t").filter_map(|text| text.text()).collect()
}

fn twips(text: &str) -> Length {
    Length::twips(text.parse().expect("a length is a number"))
}

/// A paragraph of a file that has words, with its style.
struct Printed<'a, 'd> {
    node: Node<'a, 'd>,
    style: Node<'a, 'd>,
    defaults: Node<'a, 'd>,
}

impl Printed<'_, '_> {
    /// What holds for the paragraph in the end: its own word, else its style's, else the document's.
    fn effective(&self, path: &[&str], attribute: &str) -> Option<&str> {
        let default = |kind: &str| {
            let holder = child(self.defaults, kind)?;
            said(holder, path, attribute)
        };
        said(self.node, path, attribute)
            .or_else(|| said(self.style, path, attribute))
            .or_else(|| default(if path[0] == "pPr" { "pPrDefault" } else { "rPrDefault" }))
    }

    fn id(&self) -> &str {
        self.style.attribute((W, "styleId")).expect("a style has an identifier")
    }

    fn length(&self, path: &[&str], attribute: &str) -> Length {
        let text = self.effective(path, attribute);
        twips(text.unwrap_or_else(|| panic!("«{}» says nothing of {path:?}", words(self.node))))
    }

    /// The size of each run of its words.
    fn sizes(&self) -> BTreeSet<Length> {
        all(self.node, "r")
            .filter(|run| child(*run, "t").is_some())
            .map(|run| {
                let half_points = said(run, &["rPr", "sz"], "val").or_else(|| self.effective(&["rPr", "sz"], "val"));
                twips(half_points.expect("words have a size")) * 10
            })
            .collect()
    }
}

fn printed<'a, 'd>(document: &'a Xml<'d>, styles: &'a Xml<'d>) -> Vec<Printed<'a, 'd>> {
    let defaults = all(styles.root(), "docDefaults").next().expect("a file has defaults");
    all(document.root(), "p")
        .filter(|node| !words(*node).is_empty())
        .map(|node| {
            let id = said(node, &["pPr", "pStyle"], "val").expect("a paragraph names its style");
            let style = all(styles.root(), "style").find(|style| style.attribute((W, "styleId")) == Some(id));
            Printed { node, style: style.expect("the style is defined"), defaults }
        })
        .collect()
}

/// The sizes that the decree's table of type permits, in points; not taken from the program's own table.
fn permitted_sizes(id: &str, type_set: TypeSet) -> &'static [i64] {
    let fourteen = type_set == TypeSet::Fourteen;
    match id {
        "NationalTitle" | "ParentAgency" | "Issuer" => {
            if fourteen {
                &[13]
            } else {
                &[12]
            }
        }
        "NumberSymbol" => &[13],
        "RecipientsLabel" => &[12],
        "Recipient" => &[11],
        "UrgencyMark" | "CirculationMark" | "DraftMark" => &[13, 14],
        "TableUnit" | "TableHeader" | "TableCell" | "TableNote" | "EndMark" => &[11, 12, 13],
        _ if fourteen => &[14],
        // The first appendix's number is a heading of the first level, and 14 pt high whatever the body is.
        "Heading1" | "AppendixNumber" => &[13, 14],
        _ => &[13],
    }
}

#[test]
fn what_a_docx_says_is_permitted() {
    for type_set in [TypeSet::Thirteen, TypeSet::Fourteen] {
        let decree = Decree::new(type_set);
        let office = sample_office(decree);
        let file = written(&office, &laid_out(&office, &plan()), Format::Docx);
        let (document, styles) = (part(&file, "word/document.xml"), part(&file, "word/styles.xml"));
        let (document, styles) = (Xml::parse(&document).expect("XML"), Xml::parse(&styles).expect("XML"));

        let sections: Vec<_> = all(document.root(), "sectPr").collect();
        assert_eq!(sections.len(), 3);
        for (index, section) in sections.into_iter().enumerate() {
            let landscape = index == 1;
            let page = &decree.page;
            let (short, long) = if landscape { ("h", "w") } else { ("w", "h") };
            for (element, attribute, rule, permitted) in [
                ("pgSz", short, &page.width, 11906..=11906),
                ("pgSz", long, &page.height, 16838..=16838),
                ("pgMar", "top", &page.margin_top, 1134..=1417),
                ("pgMar", "bottom", &page.margin_bottom, 1134..=1417),
                ("pgMar", "left", &page.margin_left, 1701..=1984),
                ("pgMar", "right", &page.margin_right, 850..=1134),
                ("pgMar", "header", &page.header_distance, 454..=680),
            ] {
                let length = twips(said(section, &[element], attribute).expect("a section has a page"));
                assert!(rule.allows(length), "{element}/{attribute}: {length}");
                assert!(permitted.contains(&length.to_twips()), "{element}/{attribute}: {length}");
            }
            assert_eq!(said(section, &["pgMar"], "gutter"), Some("0"));
        }

        let printed = printed(&document, &styles);
        let ids: BTreeSet<_> = printed.iter().map(Printed::id).collect();
        assert!(ids.len() > 22, "the sample uses every kind of paragraph: {ids:?}");
        for para in &printed {
            let what = format!("{} «{}»", para.id(), words(para.node));
            for size in para.sizes() {
                let permitted = permitted_sizes(para.id(), type_set).iter().any(|&points| size == Length::pt(points));
                assert!(permitted, "{what}: {}", size.display_pt());
            }
            let in_body = ["BodyText", "LegalBasis", "Heading2", "Heading3"].contains(&para.id());
            if in_body {
                let spacing = &decree.spacing;
                let first_line = para.length(&["pPr", "ind"], "firstLine");
                assert!(spacing.first_line.allows(first_line), "{what}: {first_line}");
                assert!([567, 720].contains(&first_line.to_twips()), "{what}: {first_line}");
                let gap = para.length(&["pPr", "spacing"], "after");
                assert!(spacing.paragraph_gap.allows(gap), "{what}: {gap}");
                assert!(gap.to_twips() >= 120, "{what}: {gap}");
                assert_eq!(para.effective(&["pPr", "spacing"], "lineRule"), Some("exact"), "{what}");
                let pitch = para.length(&["pPr", "spacing"], "line");
                assert!(spacing.line_pitch.allows(pitch), "{what}: {pitch}");
                // From single spacing to one and a half, in thousandths of the type's own height.
                let size = para.sizes().first().expect("it has words").to_emu();
                assert!((1_140..=1_730).contains(&(pitch.to_emu() * 1_000 / size)), "{what}: {pitch}");
                assert_eq!(para.effective(&["pPr", "jc"], "val"), Some("both"), "{what}");
            }
        }
        let title = printed.iter().find(|para| para.id() == "NationalTitle").expect("a document has a Quốc hiệu");
        assert_eq!(all(title.node, "br").count(), 0, "Quốc hiệu stands on one line");
    }
}

/// The sizes by component, from the styles that a DOCX defines, whether the sample uses them or not.
#[test]
fn every_style_of_a_docx_has_a_permitted_size() {
    for type_set in [TypeSet::Thirteen, TypeSet::Fourteen] {
        let decree = Decree::new(type_set);
        let office = sample_office(decree);
        let file = written(&office, &laid_out(&office, &plan()), Format::Docx);
        let styles = part(&file, "word/styles.xml");
        let styles = Xml::parse(&styles).expect("XML");
        for component in Component::ALL {
            let sizes = &decree.sizes;
            let rule = match component {
                Component::NationalTitle | Component::ParentAgency | Component::Issuer => &sizes.national_title,
                Component::NationalMotto | Component::PlaceDate => &sizes.national_motto,
                Component::NumberSymbol
                | Component::UrgencyMark
                | Component::CirculationMark
                | Component::DraftMark => &sizes.number_symbol,
                Component::RecipientsLabel => &sizes.recipients_label,
                Component::Recipient | Component::DrafterMark => &sizes.recipient,
                Component::AppendixNumber => &sizes.appendix_number,
                Component::AddressFooter => &sizes.address_footer,
                Component::TableUnit
                | Component::TableHeader
                | Component::TableCell
                | Component::TableNote
                | Component::EndMark => &sizes.table,
                Component::DocumentType
                | Component::Subject
                | Component::LegalBasis
                | Component::BodyText
                | Component::PartNumber
                | Component::PartTitle
                | Component::SectionTitle
                | Component::ClauseTitle
                | Component::PointTitle
                | Component::SigningAuthority
                | Component::SignerPost
                | Component::SignerOtherPost
                | Component::SignerName
                | Component::AppendixTitle
                | Component::AppendixReference
                | Component::TableCaption
                | Component::PageNumber => &sizes.body,
            };
            let id = format!("{component:?}");
            let style = all(styles.root(), "style").find(|style| style.attribute((W, "styleId")) == Some(&id));
            let style = style.unwrap_or_else(|| panic!("no style {id}"));
            let size = twips(said(style, &["rPr", "sz"], "val").expect("a style has a size")) * 10;
            assert!(rule.allows(size), "{id}: {}", size.display_pt());
        }
    }
}

/// How many rules each group of the ledger has.
const GROUPS: &[(&str, usize)] = &[
    ("M", 8),
    ("P", 9),
    ("F", 5),
    ("H", 13),
    ("S", 7),
    ("D", 5),
    ("T", 8),
    ("C", 7),
    ("B", 9),
    ("N", 10),
    ("K", 8),
    ("R", 7),
    ("A", 8),
    ("X", 6),
    ("V", 7),
    ("U", 8),
    ("G", 3),
    ("E", 2),
];

#[test]
fn the_ledger_is_whole() {
    let ledger = project_file("src/decree/README.md");
    let lines: Vec<_> = ledger.lines().filter_map(|line| line.strip_prefix("- ND30-")).collect();
    let ids: Vec<_> = lines.iter().map(|line| line.split(' ').next().unwrap_or_default().to_owned()).collect();
    let unique: BTreeSet<_> = ids.iter().cloned().collect();
    assert_eq!(unique.len(), ids.len(), "a rule stands twice");
    let all = GROUPS.iter().flat_map(|(group, count)| (1..=*count).map(move |number| format!("{group}{number:02}")));
    assert_eq!(unique, all.collect());
    for line in lines {
        let words: Vec<_> = line.split('*').skip(1).step_by(2).collect();
        let known = ["enforced", "fulfilled by absence", "the clerk's duty", "not yet"];
        assert!(matches!(words.as_slice(), [word] if known.contains(word)), "{line}");
        let file = line.rsplit('`').nth(1).filter(|_| line.ends_with('`'));
        if let Some(file) = file {
            assert!(!project_file(file).is_empty(), "{line}");
        }
        assert!(words != ["enforced"] || file.is_some(), "who enforces it? {line}");
    }
}

#[test]
fn every_clause_stands_in_the_ledger() {
    let ledger = project_file("src/decree/README.md");
    for type_set in [TypeSet::Thirteen, TypeSet::Fourteen] {
        for (name, rule) in rules(&mut Decree::new(type_set)) {
            assert!(ledger.contains(&format!("`{}`", rule.clause())), "{name}: {}", rule.clause());
        }
    }
    let source = project_file("src/decree/mod.rs");
    let source: String = source.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let clauses: Vec<_> = source.split('"').skip(1).step_by(2).filter(|text| text.starts_with("Phụ lục")).collect();
    assert!(clauses.len() > 10, "the clauses are found");
    for clause in clauses {
        assert!(ledger.contains(&format!("`{clause}`")), "{clause}");
    }
}
