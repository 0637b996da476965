//! The phases of a build apart, each over a hundred different plans of twenty-two pages, and Typst alone beside them; then
//! the largest plan, whole.
//!
//! Every sample is another plan, so nothing that is remembered of one can serve the next. The largest is forgotten after each
//! sample.

mod floor;
mod plans;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};

use divan::Bencher;
use kehoach::check;
use kehoach::check::verdict::Levels;
use kehoach::decree::{Decree, TypeSet};
use kehoach::document::Document;
use kehoach::inspect::Expected;
use kehoach::layout::Typeface;
use kehoach::pipeline::{Format, Office, Printable};
use kehoach::plan::{self, Plan, Shared};
use kehoach::source::SourceFile;
use kehoach::table::Tables;
use kehoach::template::{self, Templates};
use kehoach::yaml::{self, Node};

/// That of the program, so that what is held against each other is alike in this.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

static OFFICE: LazyLock<Office> = LazyLock::new(|| Office {
    decree: Decree::new(TypeSet::Fourteen),
    templates: Templates::load(&[]).unwrap_or_else(|found| panic!("{found:?}")),
    typeface: Typeface::built_in(),
    levels: Levels::default(),
    expected: Expected::default(),
});

static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| (0..plans::PLANS).map(plans::plan).collect());

fn main() {
    let pages = OFFICE.write(&OFFICE.layout(&document()), Format::Pdf).map(|pdf| pdf.len());
    assert!(pages.is_ok(), "{pages:?}");
    divan::main();
}

/// The next plan's file.
fn file() -> Arc<SourceFile> {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let index = NEXT.fetch_add(1, Ordering::Relaxed) % TEXTS.len();
    SourceFile::from_text(&format!("{index}.yaml"), &TEXTS[index])
}

fn nodes() -> Node {
    yaml::read(&file(), &|letter| OFFICE.typeface.covers(letter)).value.expect("a generated plan is YAML")
}

fn plan() -> Plan {
    plan::read_plan(&nodes(), &Shared::default()).0
}

fn printable() -> Printable {
    let read = OFFICE.read(&file(), &Shared::default(), None);
    read.value.unwrap_or_else(|| panic!("a generated plan is right: {:?}", read.diagnostics))
}

fn document() -> Document {
    OFFICE.document(&printable()).unwrap_or_else(|found| panic!("{found:?}"))
}

/// Reading whole: the text of a file to a plan and all that is wrong with it.
#[divan::bench(sample_count = 100, sample_size = 1)]
fn a_reading(bencher: Bencher) {
    bencher.with_inputs(file).bench_values(|file| OFFICE.read(&file, &Shared::default(), None));
}

#[divan::bench(sample_count = 100, sample_size = 1)]
fn a1_uniform_text(bencher: Bencher) {
    bencher.bench(file);
}

#[divan::bench(sample_count = 100, sample_size = 1)]
fn a2_yaml(bencher: Bencher) {
    bencher.with_inputs(file).bench_values(|file| yaml::read(&file, &|letter| OFFICE.typeface.covers(letter)));
}

#[divan::bench(sample_count = 100, sample_size = 1)]
fn a3_plan(bencher: Bencher) {
    bencher.with_inputs(nodes).bench_values(|node| plan::read_plan(&node, &Shared::default()));
}

#[divan::bench(sample_count = 100, sample_size = 1)]
fn a4_check(bencher: Bencher) {
    bencher.with_inputs(plan).bench_refs(|plan| check::check(plan, plan.own_status()));
}

#[divan::bench(sample_count = 100, sample_size = 1)]
fn a5_values(bencher: Bencher) {
    bencher.with_inputs(plan).bench_refs(|plan| template::findings(plan, &Tables::new(plan), plan.own_status(), true));
}

/// Templates, layout and DOCX.
#[divan::bench(sample_count = 100, sample_size = 1)]
fn b_docx(bencher: Bencher) {
    bencher.with_inputs(printable).bench_refs(|printable| {
        let document = OFFICE.document(printable).unwrap_or_else(|found| panic!("{found:?}"));
        OFFICE.write(&OFFICE.layout(&document), Format::Docx)
    });
}

#[divan::bench(sample_count = 100, sample_size = 1)]
fn b1_templates(bencher: Bencher) {
    let render = |printable: &mut Printable| OFFICE.templates.render(&printable.plan, printable.status).is_ok();
    bencher.with_inputs(printable).bench_refs(render);
}

#[divan::bench(sample_count = 100, sample_size = 1)]
fn b2_tree(bencher: Bencher) {
    let xml = || {
        let printable = printable();
        let rendered = OFFICE.templates.render(&printable.plan, printable.status);
        rendered.unwrap_or_else(|found| panic!("{found:?}")).xml
    };
    bencher.with_inputs(xml).bench_values(|xml| kehoach::document::parse(&xml.text));
}

#[divan::bench(sample_count = 100, sample_size = 1)]
fn b3_layout(bencher: Bencher) {
    bencher.with_inputs(document).bench_refs(|document| OFFICE.layout(document));
}

#[divan::bench(sample_count = 100, sample_size = 1)]
fn b4_docx(bencher: Bencher) {
    let layout = || OFFICE.layout(&document());
    bencher.with_inputs(layout).bench_refs(|layout| OFFICE.write(layout, Format::Docx));
}

#[divan::bench(sample_count = 100, sample_size = 1)]
fn c_pdf(bencher: Bencher) {
    let layout = || OFFICE.layout(&document());
    bencher.with_inputs(layout).bench_refs(|layout| OFFICE.write(layout, Format::Pdf));
}

/// Typst alone, on the same words in plain markup.
#[divan::bench(sample_count = 100, sample_size = 1)]
fn d_typst_alone(bencher: Bencher) {
    bencher.with_inputs(|| floor::markup(&document())).bench_values(|markup| floor::pdf(markup, &OFFICE.typeface));
}

/// The largest plan as an office builds it: from its text to both formats.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn e_largest(bencher: Bencher) {
    bencher.with_inputs(largest_file).bench_values(|file| {
        let read = OFFICE.read(&file, &Shared::default(), None);
        let printable = read.value.unwrap_or_else(|| panic!("the largest plan is right: {:?}", read.diagnostics));
        let document = OFFICE.document(&printable).unwrap_or_else(|found| panic!("{found:?}"));
        let layout = OFFICE.layout(&document);
        let made = Format::ALL.map(|format| OFFICE.write(&layout, format));
        typst::comemo::evict(0);
        made
    });
}

/// Typst alone, on the words of the largest plan.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn e1_largest_typst_alone(bencher: Bencher) {
    let markup = || {
        let printable =
            OFFICE.read(&largest_file(), &Shared::default(), None).value.expect("the largest plan is right");
        let document = OFFICE.document(&printable).unwrap_or_else(|found| panic!("{found:?}"));
        floor::markup(&document)
    };
    bencher.with_inputs(markup).bench_values(|markup| {
        let made = floor::pdf(markup, &OFFICE.typeface);
        typst::comemo::evict(0);
        made
    });
}

fn largest_file() -> Arc<SourceFile> {
    SourceFile::from_text("lon-nhat.yaml", &plans::largest())
}
