//! What holds for every input: words survive, the same plan gives the same bytes, and nothing written makes us panic.

use std::collections::BTreeSet;
use std::process::Command;
use std::sync::{Arc, LazyLock};

use kehoach::decree::{Decree, TypeSet};
use kehoach::document;
use kehoach::layout::Typeface;
use kehoach::pipeline::{self, Format, Office};
use kehoach::plan::Shared;
use kehoach::source::SourceFile;
use kehoach::template::{BUILT_IN, Templates, trial};
use kehoach::units::Length;
use kehoach::vietnamese;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use roxmltree::{Document as Xml, Node};

use crate::decree::{laid_out, office, part, said_of, written};

static OFFICE: LazyLock<Office> = LazyLock::new(|| office(Decree::new(TypeSet::Fourteen), &[]));

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, cases, ..ProptestConfig::default() }
}

/// Letters that a plan may hold: the typeface has them and the reader lets them through.
static LETTERS: LazyLock<Vec<char>> = LazyLock::new(|| {
    let typeface = Typeface::built_in();
    (' '..='\u{ffff}').filter(|&letter| typeface.covers(letter) && is_accepted(&letter.to_string())).collect()
});

/// Whether a plan with some words in it is read without a finding about a letter.
fn is_accepted(words: &str) -> bool {
    let file = SourceFile::from_text("chu.yaml", &format!("a: \"x{}\"\n", escaped(words)));
    let typeface: &Typeface = &OFFICE.typeface;
    kehoach::yaml::read(&file, &|letter| typeface.covers(letter)).diagnostics.is_empty()
}

/// Words inside double quotes, as YAML escapes them; what would call a value is called as words.
fn escaped(words: &str) -> String {
    let called = words.replace("}}", "\u{1}").replace('{', "{{ '{' }}").replace('\u{1}', "{{ '}}' }}");
    called.replace('\\', "\\\\").replace('"', "\\\"")
}

/// What other languages take for their own marks.
#[rustfmt::skip]
const AWKWARD: &[&str] = &[
    "<b>", "</p>", "&", "&amp;", "&#10;", "]]>", "<![CDATA[", "<!--", "-->", "<?mau x?>", "<?het?>", "{{ ten }}",
    "{%", "%}", "{#", "#}", "{{", "}}", "$a$", "#panic()", "#let", "\\", "\\n", "\"", "'", "“", "”", "*", "**", "_",
    "`", "@a", "~", "\u{a0}", "://", "https://a.vn/b?c=d&e", "www.a.vn", "- ", "-", "+", "=", "= ", "/ ", "//", "# ",
    "#", "1.", "a)", ":", ": ", ";", ".", ",", "!", "|", ">", "[", "]", "(", ")", "^", "w:t", "</w:t>", "\u{301}",
    "\u{338}", "ử", "Đ", "ß", "ŉ", "100%", "2*3*4", "1-2", "a/b", "  ", "=SUM(A1)",
];

/// Words of printable letters, composed, single-spaced, not empty.
fn any_words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => select(AWKWARD).prop_map(str::to_owned),
        2 => select(vec!["kế hoạch", "hộ nghèo", "Ủy ban", "a", "B", "12", " ", " "]).prop_map(str::to_owned),
        1 => any::<Index>().prop_map(|index| index.get(&LETTERS).to_string()),
    ];
    proptest::collection::vec(piece, 1..12)
        .prop_map(|pieces| single_spaced(&vietnamese::compose(&pieces.concat())))
        .prop_filter("a plan may hold it", |words| !words.is_empty() && is_accepted(words))
}

/// Words with single spaces between them and none around them.
fn single_spaced(words: &str) -> String {
    let spaced = words.split([' ', '\t', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    // At the ends of a value a space is a space, however wide.
    spaced.trim().to_owned()
}

/// Words without the marks that a line of the decree's own may end with.
fn unended(words: &str) -> &str {
    let marks = ['.', ';', ',', ':', ' '];
    let words = words.trim_end_matches(marks);
    words.strip_suffix("./").map_or(words, |words| words.trim_end_matches(marks))
}

/// A plan that holds words in every kind of place.
fn plan_of(words: &str) -> String {
    let words = format!("\"{}\"", escaped(words));
    format!(
        "co_quan_ban_hanh: Ủy ban nhân dân xã Bình Minh
ky_hieu: KH-UBND
dia_danh: Bình Minh
ngay_ban_hanh: 02/2026
trich_yeu: {words}
can_cu: [{{loi: {words}}}]
noi_dung:
  - muc: {words}
    noi_dung:
      - {words}
      - {{muc: Kinh phí, in: kinh_phi, dang: bang}}
      - {{muc: Kinh phí, in: kinh_phi}}
      - Xem Phụ lục.
kinh_phi:
  khoan:
    mot: {{ten: {words}, so_tien: 5 triệu đồng}}
ket_thuc: {words}
noi_nhan: [{{loi: {words}, de: {words}}}]
nguoi_ky: {{chuc_vu: {words}, ho_ten: {words}}}
phu_luc:
  mot: {{ten: {words}, noi_dung: [{words}, Hết]}}
"
    )
}

fn words_of(node: Node<'_, '_>) -> String {
    let piece = |node: Node<'_, '_>| match node.tag_name().name() {
        "t" => node.text().unwrap_or_default().to_owned(),
        "br" => " ".to_owned(),
        _ => String::new(),
    };
    let words: String = node.descendants().map(piece).collect();
    single_spaced(&words)
}

/// Words of each paragraph of a DOCX.
fn read_back(file: &[u8]) -> Vec<String> {
    let xml = part(file, "word/document.xml");
    let tree = Xml::parse(&xml).expect("a document is XML");
    tree.descendants().filter(|node| node.tag_name().name() == "p").map(words_of).collect()
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn any_words_of_a_plan_stand_in_the_docx(words in any_words()) {
        let layout = laid_out(&OFFICE, &plan_of(&words));
        let found = read_back(&written(&OFFICE, &layout, Format::Docx));
        if words.matches('*').count() > 1 {
            // Pairs of stars are not printed; which of them are pairs is not for this test to say.
            let bare = |words: &str| words.replace(['*', ' '], "");
            let all = found.iter().map(|found| bare(found)).collect::<Vec<_>>().join("\n");
            let core = bare(&words);
            let core = unended(&core);
            prop_assert!(all.matches(core).count() >= 9 && all.contains(&core.to_uppercase()), "no «{core}» in {all}");
            return Ok(());
        }
        let ended = unended(&words);
        let basis = format!("Căn cứ {words}");
        let expected = [
            ("trích yếu", words.clone()),
            ("căn cứ", format!("{}.", unended(&basis))),
            ("heading", format!("I. {}", words.to_uppercase())),
            ("paragraph", words.clone()),
            ("cell", words.clone()),
            ("last paragraph", format!("{ended}./.")),
            ("recipient", format!("- {words} ({words});")),
            ("post", words.to_uppercase()),
            ("name", words.clone()),
            ("title of a phụ lục", words.to_uppercase()),
        ];
        for (place, expected) in expected {
            let expected = single_spaced(&expected);
            prop_assert!(found.contains(&expected), "{place}: no «{expected}» in {found:#?}");
        }
        let times = found.iter().filter(|found| **found == words).count();
        prop_assert!(times >= 5, "trích yếu, paragraph, cell, name, phụ lục: {found:#?}");
    }
}

proptest! {
    #![proptest_config(config(24))]

    #[test]
    fn any_words_of_a_plan_make_a_pdf_and_the_same_bytes(words in any_words()) {
        let plan = plan_of(&words);
        let build = || {
            let layout = laid_out(&OFFICE, &plan);
            let files = Format::ALL.map(|format| OFFICE.write(&layout, format));
            (layout, files)
        };
        let (first, second) = (build(), build());
        for file in &first.1 {
            prop_assert!(file.is_ok(), "{file:?}");
        }
        prop_assert_eq!(first, second);
    }
}

/// Every letter that a plan may hold, printed: no letter is let through that a format then refuses.
#[test]
fn every_accepted_letter_can_be_printed() {
    assert!(LETTERS.len() > 500, "the typeface has letters");
    for letters in LETTERS.chunks(300) {
        let words: String = letters.iter().flat_map(|letter| ['a', *letter, ' ']).collect();
        let words = single_spaced(&vietnamese::compose(&words));
        let layout = laid_out(&OFFICE, &plan_of(&words));
        let found = read_back(&written(&OFFICE, &layout, Format::Docx));
        let expected: Vec<char> = words.chars().collect();
        let lost = |found: &String| found.chars().zip(&expected).position(|(found, letter)| found != *letter);
        let near = found.iter().filter_map(lost).max();
        let near = near.map(|at| &expected[at.saturating_sub(4)..expected.len().min(at + 4)]);
        assert!(found.iter().any(|found| found.chars().eq(expected.iter().copied())), "lost near {near:?}");
        if let Err(fault) = OFFICE.write(&layout, Format::Pdf) {
            panic!("{fault}");
        }
    }
}

/// A project on disk, built by the program itself, gives the bytes that the library gives in this process.
#[test]
fn another_process_gives_the_same_bytes() {
    let words = "Ủy ban & <b>hộ</b> \"nghèo\" {{ ten }} $a$ #panic() *nghiêng* \u{a0}x";
    let plan = plan_of(words);
    let project = tempfile::tempdir().expect("the system has room for a folder");
    let put = |name: &str, text: &str| {
        let path = project.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder can be made");
        std::fs::write(path, text).expect("a file can be written");
    };
    put("kehoach.yaml", "# thiết lập\n");
    put("plans/2026/mot.yaml", &plan);
    let layout = laid_out(&OFFICE, &plan);
    for run in ["the first run", "a run over old documents"] {
        let output = Command::new(env!("CARGO_BIN_EXE_kehoach"))
            .arg("build")
            .current_dir(project.path())
            .output()
            .expect("the program starts");
        assert!(output.status.success(), "{run}: {}", String::from_utf8_lossy(&output.stderr));
        for format in Format::ALL {
            let path = project.path().join("output/2026/mot").with_extension(format.extension());
            let built = std::fs::read(&path).expect("the document is there");
            assert!(built == written(&OFFICE, &layout, format), "{run}: {}", format.extension());
        }
        let there = std::fs::read_dir(project.path().join("output/2026")).expect("there is a folder of documents");
        assert_eq!(there.count(), Format::ALL.len(), "{run}");
    }
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn lengths_survive_units(number in -100_000_i64..100_000) {
        let back = |length: Length| Length::twips(length.to_twips());
        prop_assert_eq!(back(Length::twips(number)), Length::twips(number));
        prop_assert_eq!(Length::pt(number), Length::twips(number * 20));
        prop_assert_eq!(Length::mm(number), Length::um(number * 1_000));
        // 127 mm are 7,200 twips exactly; between them a DOCX is at most half a twip off.
        prop_assert_eq!(back(Length::mm(number * 127)), Length::mm(number * 127));
        let off = (back(Length::mm(number)) - Length::mm(number)).to_emu();
        prop_assert!(off.abs() * 2 <= 635, "{number} mm: {off} EMU");
        let rounded_mm = (back(Length::mm(number)).to_emu() + 18_000).div_euclid(36_000);
        prop_assert_eq!(rounded_mm, number);
        prop_assert_eq!(Length::pt_tenths(number * 5).to_half_points(), number);
    }

    #[test]
    fn lengths_are_read_as_they_are_printed(hundredths in 0_i64..100_000) {
        let length = Length::um(hundredths * 10);
        prop_assert_eq!(Length::parse(&length.display_mm()), Some(length));
        let length = Length::emu(hundredths * 127);
        prop_assert_eq!(Length::parse(&length.display_pt()), Some(length));
    }

    #[test]
    fn any_letters_are_a_length_or_none(text in proptest::collection::vec(any::<char>(), 0..12)) {
        let _ = Length::parse(&text.into_iter().collect::<String>());
    }
}

/// A text changed at some places: a stretch is cut out, doubled or overwritten with a piece.
fn changed(text: &str, changes: &[(Index, Index, u8, &str)]) -> String {
    let mut text = text.to_owned();
    for (at, length, kind, piece) in changes {
        let letters: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let start = at.index(letters.len());
        let end = (start + length.index(24)).min(letters.len() - 1).max(start);
        let range = letters[start]..letters[end];
        let stretch = text[range.clone()].to_owned();
        let with = match kind % 4 {
            0 => String::new(),
            1 => stretch.repeat(2),
            2 => (*piece).to_owned(),
            _ => format!("{piece}{stretch}"),
        };
        text.replace_range(range, &with);
    }
    text
}

fn any_changes(pieces: &'static [&'static str]) -> impl Strategy<Value = Vec<(Index, Index, u8, &'static str)>> {
    proptest::collection::vec((any::<Index>(), any::<Index>(), any::<u8>(), select(pieces)), 1..5)
}

/// Reads bytes as a plan and, if they are one, writes it.
fn read_whatever(bytes: &[u8]) {
    let Ok(file) = SourceFile::from_bytes("gi_do.yaml", bytes) else { return };
    let checked = OFFICE.read(&file, &Shared::default(), None);
    for found in &checked.diagnostics {
        let drawn = kehoach::diagnostic::render::full::full(found, kehoach::diagnostic::render::full::Styling::Plain);
        assert!(drawn.contains(found.code.id), "{drawn}");
    }
    assert!(checked.value.is_some() || !checked.diagnostics.is_empty(), "refused without a word");
    if let Some(plan) = checked.value {
        let document = OFFICE.document(&plan).unwrap_or_else(|found| panic!("{}", said_of(&found)));
        assert!(!written(&OFFICE, &OFFICE.layout(&document), Format::Docx).is_empty());
    }
}

#[rustfmt::skip]
const YAML: &[&str] = &[
    "\n", "\n  ", "\n    - ", ": ", ":", "- ", "[", "]", "{", "}", ", ", "\"", "'", "#", " #a", "|\n", ">-\n", "&a ",
    "*a", "!!x ", "---\n", "...\n", "\t", "~", "? ", "%", "\\", "\\u0000", "\"\\L\"", "\u{feff}", "\u{0}", "\r",
    "\u{a0}", "đ", "\u{301}", "😀", "a", "12", "1.250,5", "99999999999999999999999999", "31/02/2024", "-5", "phan",
    "in: du_an", "in: bao_cao", "noi_dung", "kieu: phan", "nhan: \"\"", "mot_doan", "dang: tong", "chon: [a]", "TM. ",
    "KH-UBND",
];

/// The keys of a plan, whatever shape they belong to.
static KEYS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let keys: BTreeSet<_> =
        kehoach::plan::whole::PLAN.keys.iter().chain(kehoach::plan::block::BLOCK.keys).map(|key| key.key).collect();
    keys.into_iter().collect()
});

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn any_bytes_are_a_plan_or_a_finding(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        read_whatever(&bytes);
    }

    #[test]
    fn any_yaml_is_a_plan_or_a_finding(
        pieces in proptest::collection::vec(prop_oneof![
            2 => select(YAML).prop_map(str::to_owned),
            1 => any::<Index>().prop_map(|index| format!("\n{}: ", index.get(&KEYS))),
        ], 0..40)
    ) {
        read_whatever(pieces.concat().as_bytes());
    }
}

/// A plan with every kind of data in it: the one on which templates are tried.
const EVERYTHING: &str = include_str!("../../src/template/trial/du_lieu.yaml");

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn any_changed_plan_is_a_plan_or_a_finding(changes in any_changes(YAML)) {
        read_whatever(changed(EVERYTHING, &changes).as_bytes());
    }
}

#[rustfmt::skip]
const XML: &[&str] = &[
    "<p>", "</p>", "<muc>", "</muc>", "<muc kieu=\"phan\">", "<muc kieu=\"a)\">", "<nhan>", "</nhan>", "<vien-dan ma=\"x\">", "</vien-dan>", "<ten>", "</ten>",
    "<ten/>", "<loi>", "</loi>", "<bang>", "</bang>", "<thead>", "</thead>", "<tbody>", "</tbody>", "<tr>", "</tr>",
    "<tr loai=\"tong\">", "<td>", "</td>", "<td/>", "<td colspan=\"2\">", "<td rowspan=\"2\">", " colspan=\"64\"",
    " rowspan=\"10000\"", " rowspan=\"0\"", "<cot rong=\"5\"/>", "<cot rong=\"0\"/>", "<br/>", "<b>", "</b>", "<i>",
    "</i>", "&amp;", "&lt;", "&#10;", "&#0;", "&x;", "<!--", "-->", "<![CDATA[", "]]>", "<?mau a?>", "<?het?>",
    "<!DOCTYPE a [<!ENTITY x \"y\">]>", "xmlns=\"u\"", "\u{2028}", "\u{f0001}", "\u{f0004}", "\u{0}", "<phu-luc>",
    "</phu-luc>", "<khan>x</khan>", "<luu-hanh/>", "<can-cu/>", "<soan>x</soan>", "ngay=\"2026-13-01\"", "<don-vi/>",
    "<ten-bang>a</ten-bang>", "<ghi-chu>a</ghi-chu>", "a", " ",
];

/// The XML of the plan with every kind of data.
static RENDERED: LazyLock<String> = LazyLock::new(|| {
    let file: Arc<SourceFile> = SourceFile::from_text("mau.yaml", EVERYTHING);
    let plan = OFFICE.read(&file, &Shared::default(), None).value.expect("the sample is a plan");
    let rendered = OFFICE.templates.render(&plan.plan, plan.status).unwrap_or_else(|found| panic!("{found:?}"));
    rendered.xml.text.clone()
});

/// The same XML with more at the beginning of its body.
fn with_block(block: &str) -> String {
    let (before, after) = RENDERED.split_once("<p>").expect("the body has a paragraph");
    format!("{before}{block}<p>{after}")
}

/// Parses XML and, if it is a document, writes it.
fn parse_whatever(xml: &str) -> Result<(), TestCaseError> {
    match document::parse(xml) {
        Ok(document) => {
            assert!(!written(&OFFICE, &OFFICE.layout(&document), Format::Docx).is_empty());
        }
        Err(faults) => {
            prop_assert!(!faults.is_empty());
            for fault in faults {
                prop_assert!(fault.range.start <= xml.len() && xml.is_char_boundary(fault.range.start), "{:?}", fault);
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn any_xml_is_a_document_or_a_fault(pieces in proptest::collection::vec(select(XML), 0..30)) {
        let pieces = pieces.concat();
        parse_whatever(&pieces)?;
        parse_whatever(&with_block(&pieces))?;
    }

    #[test]
    fn any_changed_xml_is_a_document_or_a_fault(changes in any_changes(XML)) {
        parse_whatever(&changed(&RENDERED, &changes))?;
    }

}

proptest! {
    #![proptest_config(config(64))]

    /// Cells that fill a grid are a table, however they reach over each other's rows and columns.
    #[test]
    fn any_whole_grid_is_a_table(
        (width, height, header) in (1_usize..6, 1_usize..6, 0_usize..6),
        spans in proptest::collection::vec((1_usize..4, 1_usize..4), 36),
    ) {
        let mut covered = vec![vec![false; width]; height];
        let mut spans = spans.into_iter();
        let mut rows = Vec::new();
        for y in 0..height {
            let mut cells = String::new();
            for x in 0..width {
                if covered[y][x] {
                    continue;
                }
                let (columns, down) = spans.next().expect("there are spans for every cell");
                let columns = (1..=columns).take_while(|n| x + n <= width && !covered[y][x + n - 1]).last().unwrap_or(1);
                // A header ends with its own rows.
                let end = if y < header { header.min(height) } else { height };
                let down = down.min(end - y);
                for row in &mut covered[y..y + down] {
                    row[x..x + columns].fill(true);
                }
                cells += &format!("<td colspan='{columns}' rowspan='{down}'>a</td>");
            }
            rows.push(format!("<tr>{cells}</tr>"));
        }
        let (head, body) = rows.split_at(header.min(rows.len()));
        let table = format!("<bang><thead>{}</thead><tbody>{}</tbody></bang>", head.concat(), body.concat());
        let xml = with_block(&table);
        let found = document::parse(&xml);
        prop_assert!(found.is_ok(), "{table}: {found:?}");
        let layout = OFFICE.layout(&found.expect("it was looked at"));
        for format in Format::ALL {
            let file = OFFICE.write(&layout, format);
            prop_assert!(file.is_ok(), "{table}: {file:?}");
        }
    }
}

#[rustfmt::skip]
const TERA: &[&str] = &[
    "{{", "}}", "{%", "%}", "{#", "#}", "{{ so }}", "{{ x }}", "{{ so | x }}", "{{ so | safe }}", "{% if %}",
    "{% if so %}", "{% else %}", "{% endif %}", "{% for a in b %}", "{% endfor %}", "{% set a = 1 %}", "{% raw %}",
    "{% block a %}", "{% include \"phan/dau.xml\" %}", "{% include \"khong_co\" %}",
    "{% extends \"khung/ke_hoach.xml\" %}", "{% component A() %}", "{% endcomponent %}", "{{ <A /> }}", "\"", "'",
    "|", "(", ")", "[", "]", ".", "-", "<b>", "</muc>", "&", "\u{301}", "đ", "\n",
];

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn any_changed_template_loads_or_is_a_finding(which in select(BUILT_IN), changes in any_changes(TERA)) {
        let (name, text) = which;
        let text = changed(text, &changes);
        match Templates::load(&[(name.to_owned(), SourceFile::from_text(name, &text))]) {
            // What a template does to a plan must not make us panic either.
            Ok(templates) => drop(trial::findings(|plan| pipeline::document(&templates, plan, plan.own_status()).err().unwrap_or_default())),
            Err(found) => prop_assert!(!found.is_empty()),
        }
    }
}
