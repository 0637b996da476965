//! The plans of the project as Word files, read back by the reader that knows nothing of how they were written.

use std::path::Path;
use std::process::Command;

use kehoach::inspect::docx;
use kehoach::inspect::observed::{Align, Column, Observed, Paragraph};
use kehoach::units::Length;
use roxmltree::Document as Xml;

use crate::decree::part;
use crate::project::Project;

/// Every plan of the project, built.
fn plans() -> Vec<(String, Vec<u8>)> {
    let project = Project::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut program = Command::new(env!("CARGO_BIN_EXE_kehoach"));
    program.args(["build", "plans", "--format", "docx", "--out"]).arg(project.path("ra")).current_dir(root);
    let ran = program.output().expect("the program runs");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let names = project.files("ra");
    assert!(names.len() >= 7, "{names:?}");
    names.into_iter().map(|name| (name.clone(), project.read(&format!("ra/{name}")))).collect()
}

fn observed(name: &str, file: &[u8]) -> Observed {
    docx::read(file).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"))
}

#[track_caller]
fn find<'o>(observed: &'o Observed, words: &str) -> &'o Paragraph {
    let found = observed.paragraphs.iter().find(|paragraph| paragraph.text.starts_with(words));
    found.unwrap_or_else(|| panic!("no «{words}»"))
}

/// Whether a length is another, as far as a DOCX can hold it.
fn is_about(length: Option<Length>, other: Length) -> bool {
    length.is_some_and(|length| (length.to_twips() - other.to_twips()).abs() <= 1)
}

/// How long the line below a paragraph is, in hundredths of its last line and of its longest.
#[track_caller]
fn shares(paragraph: &Paragraph) -> [i64; 2] {
    let rule = paragraph.rule.as_ref().unwrap_or_else(|| panic!("no line below «{}»", paragraph.text));
    assert!(rule.is_solid);
    assert!(rule.off_center.is_some_and(|off| off.to_twips().abs() <= 2), "{rule:?}");
    let (last, longest) = rule.text_widths.expect("the words are measured");
    [last, longest].map(|width| rule.length.to_emu() * 100 / width.to_emu())
}

#[test]
fn the_head_of_each_plan_is_measured_as_it_was_meant() {
    for (name, file) in plans() {
        let observed = observed(&name, &file);
        let title = find(&observed, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        let motto = find(&observed, "Độc lập - Tự do - Hạnh phúc");
        let number = find(&observed, "Số:");
        let kind = find(&observed, "KẾ HOẠCH");
        for (paragraph, column, size, is_bold) in [
            (title, Column::Right, 26, true),
            (motto, Column::Right, 28, true),
            (number, Column::Left, 26, false),
            (kind, Column::Full, 28, true),
        ] {
            let face = &paragraph.runs[0].face;
            assert_eq!(paragraph.column, column, "{name}: {paragraph:?}");
            assert_eq!((face.size.to_half_points(), face.is_bold), (size, is_bold), "{name}: {paragraph:?}");
            assert_eq!((face.family.as_str(), face.color), ("Times New Roman", None));
            assert_eq!((paragraph.align, paragraph.off_center), (Some(Align::Center), Some(Length::ZERO)));
        }
        assert!((95..=106).contains(&shares(motto)[0]), "{name}: {motto:?}");
        let issuer =
            observed.paragraphs.iter().rev().find(|above| above.column == Column::Left && above.rule.is_some());
        let subject = observed.paragraphs.iter().find(|below| below.column == Column::Full && below.rule.is_some());
        for paragraph in [issuer, subject] {
            let shares = shares(paragraph.expect("a line below it"));
            assert!(shares.iter().any(|share| (30..=52).contains(share)), "{name}: {paragraph:?}");
        }
        assert_eq!(observed.traits.loose_rules, 0, "{name}");
        assert_eq!((observed.traits.language.as_deref(), observed.traits.tracked_changes), (Some("vi-VN"), 0));
    }
}

#[test]
fn the_pages_of_each_plan_are_those_of_the_decree() {
    for (name, file) in plans() {
        let observed = observed(&name, &file);
        for sheet in &observed.sheets {
            assert!(is_about(sheet.top, Length::mm(20)) && is_about(sheet.bottom, Length::mm(20)), "{name}");
            assert!(is_about(sheet.left, Length::mm(30)) && is_about(sheet.right, Length::mm(15)), "{name}");
            let long = if sheet.is_landscape { sheet.width } else { sheet.height };
            assert!(is_about(Some(long), Length::mm(297)), "{name}: {long}");
            let number = sheet.number.as_ref().unwrap_or_else(|| panic!("{name} has no number"));
            assert!(number.is_above && number.is_decimal && sheet.first_number.is_none(), "{name}");
            assert_eq!((number.line.as_str(), number.off_center), ("#", Some(Length::ZERO)), "{name}");
            assert_eq!((number.face.size.to_half_points(), sheet.restart), (28, Some(1)), "{name}");
        }
        let body = observed.paragraphs.iter().filter(|paragraph| paragraph.column == Column::Full);
        let body: Vec<_> = body.filter(|paragraph| paragraph.align == Some(Align::Both)).collect();
        assert!(body.len() > 20, "{name}");
        for paragraph in body {
            assert!(is_about(paragraph.first_line, Length::um(12_700)), "{name}: {paragraph:?}");
            assert!(paragraph.gap.is_none_or(|gap| gap >= Length::pt(6)), "{name}: {paragraph:?}");
            assert!(paragraph.pitch.is_some_and(|pitch| (1_000..=1_500).contains(&pitch)), "{name}: {paragraph:?}");
            assert!(!paragraph.has_layout_spaces && paragraph.empty_above == 0, "{name}: {paragraph:?}");
        }
    }
}

/// Letters of a text without spaces, in order of the alphabet.
fn letters<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let mut letters: Vec<char> = texts.flat_map(str::chars).filter(|letter| !letter.is_whitespace()).collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}

#[test]
fn each_word_of_each_plan_is_read_once() {
    for (name, file) in plans() {
        let observed = observed(&name, &file);
        let xml = part(&file, "word/document.xml");
        let xml = Xml::parse(&xml).expect("a document is XML");
        let written = xml.descendants().filter(|node| node.tag_name().name() == "t").filter_map(|node| node.text());
        let read = observed.paragraphs.iter().map(|paragraph| paragraph.text.as_str());
        let read = read.chain(observed.boxes.iter().map(|boxed| boxed.text.as_str()));
        assert_eq!(letters(read), letters(written), "{name}");
    }
}
