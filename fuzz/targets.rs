//! What is fuzzed, and what must hold of every input: run for ever by cargo-fuzz, and bounded by `cargo test`.

use std::io::{Cursor, Write as _};
use std::sync::LazyLock;

use kehoach::check;
use kehoach::check::verdict::Levels;
use kehoach::decree::{Decree, TypeSet};
use kehoach::diagnostic::{Diagnostic, has_errors};
use kehoach::document;
use kehoach::inspect::{docx, observed::Observed, pdf as pdf_file};
use kehoach::layout::Typeface;
use kehoach::pipeline::Office;
use kehoach::plan::table::formula::Formula;
use kehoach::plan::{Shared, Status};
use kehoach::source::{SourceFile, Span};
use kehoach::template::Templates;
use kehoach::value::text;

static OFFICE: LazyLock<Office> = LazyLock::new(|| Office {
    decree: Decree::new(TypeSet::Fourteen),
    templates: Templates::load(&[]).unwrap_or_else(|_| unreachable!("the built-in templates load")),
    typeface: Typeface::built_in(),
    levels: Levels::default(),
});

/// YAML → plan → findings → tree: a plan without errors has a tree, and what is wrong has a place and words.
pub(super) fn plan(yaml: &str) {
    let file = SourceFile::from_text("a.yaml", yaml);
    let read = OFFICE.read(&file, &Shared::default(), None);
    assert_eq!(read.value.is_none(), has_errors(&read.diagnostics), "{:?}", read.diagnostics);
    read.diagnostics.iter().for_each(stands);
    if let Some(printable) = read.value {
        let issued = check::check(&printable.plan, Status::Issued);
        issued.iter().for_each(stands);
        let document = OFFICE.document(&printable);
        let Err(faults) = document else { return };
        panic!("a plan without errors has no tree: {faults:?}");
    }
}

/// What the templates make of a plan without errors.
pub(super) fn rendered(yaml: &str) -> Option<String> {
    let file = SourceFile::from_text("a.yaml", yaml);
    let printable = OFFICE.read(&file, &Shared::default(), None).value?;
    let rendered = OFFICE.templates.render(&printable.plan, printable.status).ok()?;
    Some(rendered.xml.text.clone())
}

/// Whether a finding stands in the text that it is about.
fn stands(found: &Diagnostic) {
    assert!(!found.message.is_empty());
    for label in &found.labels {
        let text = &label.span.file.text;
        assert!(text.get(label.span.range.clone()).is_some(), "{found:?}");
        let (line, column) = label.span.file.line_column(label.span.range.start);
        assert!(line > 0 && column > 0);
    }
}

/// Sentence → parts: no word is lost but those of values, and every value and fault stands in the sentence.
pub(super) fn sentence(letters: &str) {
    let file = SourceFile::from_text("a.yaml", &format!("a: {letters}"));
    let letters = &file.text[3..];
    let whole = Span::new(&file, 3..file.text.len());
    let (text, faults) = text::parse(letters, &whole);
    let inside = |span: &Span| whole.range.start <= span.range.start && span.range.end <= whole.range.end;
    assert!(faults.iter().all(|faulty| inside(&faulty.span)), "{faults:?}");
    assert!(text.values().all(|named| inside(&named.span)), "{text:?}");
    if !letters.contains(['{', '}']) {
        let kept = |letters: &str| letters.chars().filter(|l| l.is_alphanumeric()).collect::<String>();
        assert_eq!(kept(&text.letters()), kept(letters));
    }
}

/// Formula: what is read is printed as a formula that is read alike.
pub(super) fn formula(letters: &str) {
    let Ok(formula) = Formula::parse(letters) else { return };
    let shown = formula.display(&str::to_owned);
    let again = Formula::parse(&shown).unwrap_or_else(|why| panic!("«{shown}» of «{letters}»: {why:?}"));
    assert_eq!(formula.columns(), again.columns(), "«{shown}» of «{letters}»");
    assert_eq!(again.display(&str::to_owned), shown);
}

/// XML → tree: a tree, or faults that stand in the XML.
pub(super) fn tree(xml: &str) {
    if let Err(faults) = document::parse(xml) {
        assert!(!faults.is_empty());
        for fault in faults {
            // A fault at the end of the text may be said to be one letter long.
            assert!(fault.range.start <= fault.range.end && fault.range.start <= xml.len(), "{fault:?}");
            assert!(!fault.message.is_empty());
        }
    }
}

/// Bytes → what is seen in a PDF: whole, or refused with words.
pub(super) fn pdf(bytes: &[u8]) {
    match pdf_file::read(bytes) {
        Ok(observed) => is_whole(&observed),
        Err(refusal) => assert!(!refusal.message.is_empty() && !refusal.help.is_empty()),
    }
}

/// Bytes → what is observed of a Word file: whole, or refused with words.
pub(super) fn word_file(bytes: &[u8]) {
    match docx::read(bytes) {
        Ok(observed) => is_whole(&observed),
        Err(refusal) => assert!(!refusal.message.is_empty() && !refusal.help.is_empty()),
    }
}

/// XML → Word file → what is observed: the same for a story, beside styles and lists that are sound.
pub(super) fn story(xml: &str) {
    const STYLES: &str = "<styles><docDefaults><rPrDefault><rPr><sz val='28'/></rPr></rPrDefault></docDefaults>\
        <style type='paragraph' default='1' styleId='a'><pPr><jc val='both'/></pPr></style></styles>";
    const LISTS: &str = "<numbering><abstractNum abstractNumId='1'><lvl ilvl='0'><start val='1'/><numFmt val='upperRoman'/>\
        <lvlText val='%1.'/></lvl></abstractNum><num numId='1'><abstractNumId val='1'/></num></numbering>";
    let parts = [("word/document.xml", xml), ("word/styles.xml", STYLES), ("word/numbering.xml", LISTS)];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file(name, options).unwrap_or_else(|why| panic!("{why}"));
        zip.write_all(text.as_bytes()).unwrap_or_else(|why| panic!("{why}"));
    }
    word_file(zip.finish().unwrap_or_else(|why| panic!("{why}")).get_ref());
}

/// Each paragraph stands on one sheet, tables hold paragraphs that are there, letters are those of the runs.
fn is_whole(observed: &Observed) {
    let mut next = 0;
    for sheet in &observed.sheets {
        assert_eq!(sheet.paragraphs.start, next);
        next = sheet.paragraphs.end;
    }
    assert_eq!(next, observed.paragraphs.len());
    assert!(observed.tables.iter().all(|table| table.paragraphs.end <= next));
    for paragraph in &observed.paragraphs {
        let count = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).count();
        assert_eq!(paragraph.runs.iter().map(|run| count(&run.text)).sum::<usize>(), count(&paragraph.text));
    }
}
