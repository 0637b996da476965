//! What is fuzzed, and what must hold of every input: run for ever by cargo-fuzz, and bounded by `cargo test`.

use std::sync::LazyLock;

use kehoach::check;
use kehoach::check::verdict::Levels;
use kehoach::decree::{Decree, TypeSet};
use kehoach::diagnostic::{Diagnostic, has_errors};
use kehoach::document;
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
