//! The project's own plans, printed as PDF and read back by the reader that knows nothing of the writers.

use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use kehoach::decree::{Decree, TypeSet};
use kehoach::diagnostic::Severity;
use kehoach::inspect;
use kehoach::inspect::observed::{Align, Column, Observed, Paragraph};
use kehoach::inspect::pdf;
use kehoach::pipeline::{Format, Office};
use kehoach::plan::{Shared, read_shared};
use kehoach::source::SourceFile;
use kehoach::units::Length;
use kehoach::yaml;
use roxmltree::Document as Xml;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

fn office() -> Office {
    crate::decree::office(Decree::new(TypeSet::Fourteen), &[])
}

/// Files with an ending below a folder of the project, sorted.
fn yaml_files(folder: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = walkdir::WalkDir::new(root).sort_by_file_name().into_iter();
    let paths = entries.map(|entry| entry.expect("the folder is read").into_path());
    paths.filter(|path| path.extension().is_some_and(|ending| ending == "yaml")).collect()
}

fn source(path: &Path) -> std::sync::Arc<SourceFile> {
    SourceFile::from_bytes(&path.display().to_string(), &fs::read(path).expect("a plan")).expect("a plan is text")
}

/// Each plan's name, DOCX and PDF.
fn printed() -> Vec<(String, Vec<u8>, Vec<u8>)> {
    let office = office();
    let nodes: Vec<_> = yaml_files("plans/_chung")
        .iter()
        .filter_map(|path| yaml::read(&source(path), &|letter| office.typeface.covers(letter)).value)
        .collect();
    let (shared, wrong) = read_shared(&Shared::default(), &nodes);
    assert!(wrong.is_empty(), "{wrong:?}");
    let plans =
        yaml_files("plans").into_iter().filter(|path| !path.components().any(|part| part.as_os_str() == "_chung"));
    let print = |path: PathBuf| {
        let read = office.read(&source(&path), &shared, None);
        let document = office.document(&read.value.expect("a plan")).expect("a document");
        let layout = office.layout(&document);
        let [docx, pdf] = [Format::Docx, Format::Pdf].map(|format| office.write(&layout, format).expect("a file"));
        (path.file_stem().expect("a name").to_string_lossy().into_owned(), docx, pdf)
    };
    plans.map(print).collect()
}

/// The words of a DOCX in order, those of its boxes taken out.
fn words_of_docx(bytes: &[u8], seen: &Observed) -> Vec<String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a DOCX");
    let mut text = String::new();
    zip.by_name("word/document.xml").expect("a part").read_to_string(&mut text).expect("text");
    let xml = Xml::parse(&text).expect("XML");
    let mut words = Vec::new();
    for paragraph in xml.descendants().filter(|node| node.has_tag_name((WORD, "p"))) {
        let letters = paragraph.descendants().map(|node| match node.tag_name().name() {
            "t" => node.text().unwrap_or_default(),
            "tab" | "br" => " ",
            _ => "",
        });
        words.extend(letters.collect::<String>().split_whitespace().map(str::to_owned));
    }
    for boxed in &seen.boxes {
        let inside: Vec<_> = boxed.text.split_whitespace().collect();
        let at = words.windows(inside.len()).position(|words| words == inside).expect("the words of a box");
        words.drain(at..at + inside.len());
    }
    words
}

fn words(seen: &Observed) -> Vec<&str> {
    seen.paragraphs.iter().flat_map(|paragraph| paragraph.text.split_whitespace()).collect()
}

#[track_caller]
fn near(name: &str, length: Option<Length>, expected: Length) {
    let length = length.unwrap_or_else(|| panic!("{name}: nothing was measured"));
    let off = (length - expected).to_emu().abs();
    assert!(off <= Length::pt_tenths(3).to_emu(), "{name}: {length} is not {expected}");
}

#[test]
fn our_own_files_are_read_as_they_were_meant() {
    for (name, docx, pdf) in printed() {
        let seen = pdf::read(&pdf).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"));
        every_word_is_read_in_order(&name, &words_of_docx(&docx, &seen), &seen);
        the_header_is_measured(&name, &seen);
        pages_are_measured(&name, &seen);
        paragraphs_are_measured(&name, &seen);
        let report = inspect::judge(&name, &seen, &office().decree, &inspect::Expected::default());
        // That Liberation Serif is set in place of Times New Roman, and numbers such as «1.1.», are worth knowing.
        let faults = report.findings.iter().filter(|found| found.severity > Severity::Info);
        let findings: Vec<_> = faults.map(|found| (found.code.id, &found.message)).collect();
        assert!(findings.is_empty(), "{name}: {findings:#?}");
        assert!(seen.traits.title.is_some() && seen.traits.unmapped == 0, "{name}: {:?}", seen.traits);
        assert_eq!(seen.traits.language.as_deref(), Some("vi-VN"), "{name}");
        assert!(seen.traits.not_embedded.is_empty() && seen.traits.elsewhere.is_empty(), "{name}: {:?}", seen.traits);
    }
}

/// The head of a table is read again on each page that repeats it; nothing else is read twice.
fn every_word_is_read_in_order(name: &str, written: &[String], seen: &Observed) {
    let read = words(seen);
    let mut rest = read.iter();
    let mut last = "";
    for word in written {
        assert!(rest.any(|read| read == word), "{name}: «{word}» after «{last}» is not read");
        last = word;
    }
    let mut pages_of_tables = seen.tables.iter().map(|table| &table.place);
    let is_cut = pages_of_tables.next().is_some() && pages_of_tables.next().is_some();
    assert!(
        is_cut || read.len() == written.len(),
        "{name}: {} words are read, {} were written",
        read.len(),
        written.len()
    );
}

fn the_header_is_measured(name: &str, seen: &Observed) {
    let right: Vec<&Paragraph> = seen.paragraphs.iter().filter(|found| found.column == Column::Right).take(3).collect();
    let texts: Vec<_> = right.iter().map(|found| found.text.as_str()).collect();
    assert_eq!(texts[..2], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"], "{name}");
    for (paragraph, size) in right.iter().zip([13, 14, 14]) {
        near(name, paragraph.runs.first().map(|run| run.face.size), Length::pt(size));
        near(name, paragraph.off_center, Length::ZERO);
        assert_eq!(paragraph.align, Some(Align::Center), "{name}: {}", paragraph.text);
    }
    assert!(right[..2].iter().all(|found| found.runs.iter().all(|run| run.face.is_bold && !run.face.is_italic)));
    assert!(right[2].runs.iter().all(|run| run.face.is_italic && !run.face.is_bold), "{name}");
    let rule = right[1].rule.as_ref().expect("a line under the motto");
    near(name, rule.text_widths.map(|(last, _)| last), rule.length);
    near(name, rule.off_center, Length::ZERO);
    let rules = seen.paragraphs.iter().filter(|found| found.page == Some(1)).filter_map(|found| found.rule.as_ref());
    let rules: Vec<_> = rules.collect();
    assert_eq!(rules.len(), 3, "{name}");
    for rule in [rules[0], rules[2]] {
        let (last, longest) = rule.text_widths.expect("the widths of the text");
        let share = |width: Length| rule.length.to_emu() * 1000 / width.to_emu();
        assert!([last, longest].into_iter().any(|width| (300..=520).contains(&share(width))), "{name}: {rule:?}");
        near(name, rule.off_center, Length::ZERO);
    }
}

fn pages_are_measured(name: &str, seen: &Observed) {
    let portrait: Vec<_> = seen.sheets.iter().filter(|sheet| !sheet.is_landscape).collect();
    for sheet in &portrait {
        let measures = [(sheet.left, 30), (sheet.right, 15), (sheet.top, 20)];
        for (measured, expected) in measures.into_iter().filter(|(measured, _)| measured.is_some()) {
            near(name, measured, Length::mm(expected));
        }
        assert!(sheet.bottom.is_none_or(|bottom| bottom >= Length::mm(20)), "{name}: {sheet:?}");
    }
    assert!(portrait.iter().filter(|sheet| sheet.left.is_some() && sheet.right.is_some()).count() * 2 > portrait.len());
    assert!(portrait.iter().any(|sheet| sheet.top.is_some()), "{name}");
    assert!(seen.sheets[0].number.is_none(), "{name}");
    let second = seen.sheets[1].number.as_ref().expect("a number on the second page");
    assert!(
        second.is_above && second.is_decimal && second.value == Some(2) && second.line == "#",
        "{name}: {second:?}"
    );
    near(name, second.off_center, Length::ZERO);
}

fn paragraphs_are_measured(name: &str, seen: &Observed) {
    let body = |found: &&Paragraph| found.column == Column::Full && found.lines.is_some_and(|lines| lines > 2);
    let body: Vec<_> = seen.paragraphs.iter().filter(body).collect();
    assert!(body.len() > 5, "{name}");
    for paragraph in body {
        assert_eq!(paragraph.align, Some(Align::Both), "{name}: {}", paragraph.text);
        near(&format!("{name}: {}", paragraph.text), paragraph.first_line, Length::um(12_700));
        assert!(paragraph.pitch.is_some_and(|pitch| (1000..=1500).contains(&pitch)), "{name}: {}", paragraph.text);
        assert!(paragraph.gap.is_none_or(|gap| gap >= Length::pt_tenths(59)), "{name}: {paragraph:?}");
    }
}
