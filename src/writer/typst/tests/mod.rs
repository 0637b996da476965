//! What the PDF writer promises, read back from its pages and its bytes.

mod figures;
mod file;
mod pages;
mod read;
mod words;

use std::sync::LazyLock;

use self::read::Page;
use super::*;
use crate::decree::{Component, Decree, TypeSet};
use crate::layout::{self, Block, Cell, Hold, Para, Row, Run, Table};
use crate::units::Length;
use crate::writer::sample;

static TYPEFACE: LazyLock<Typeface> = LazyLock::new(Typeface::built_in);

const DECREE: Decree = Decree::new(TypeSet::Fourteen);

fn sample(type_set: TypeSet) -> Layout {
    layout::lay_out(&sample::document(), &Decree::new(type_set), &TYPEFACE)
}

/// A layout of one section with the given blocks.
fn of_blocks(blocks: Vec<Block>) -> Layout {
    let mut layout = sample(TypeSet::Fourteen);
    layout.sections.truncate(1);
    layout.sections[0].footer.clear();
    layout.sections[0].blocks = blocks;
    layout
}

fn words(text: &str) -> Run {
    Run::Words { text: text.to_owned(), bold: false, italic: false }
}

fn para(component: Component, text: &str) -> Para {
    let runs = if text.is_empty() { Vec::new() } else { vec![words(text)] };
    Para::new(component, DECREE.style(component), runs)
}

fn body(text: &str) -> Block {
    Block::Para(para(Component::BodyText, text))
}

fn cell(column: usize, rowspan: u16, text: &str) -> Cell {
    Cell { column, colspan: 1, rowspan, at_top: false, paras: vec![para(Component::TableCell, text)] }
}

/// A table as wide as the text, with one row for the header.
fn table(columns: usize, rows: Vec<Vec<Cell>>) -> Table {
    let width = DECREE.page.text_width();
    Table {
        columns: vec![Length::emu(width.to_emu() / i64::try_from(columns).expect("a few columns")); columns],
        header_rows: 1,
        rows: rows
            .into_iter()
            .map(|cells| Row { cells, keep_with_next: false, is_ruled: true, splits: false, height: None })
            .collect(),
        grid: DECREE.tables.grid.chosen,
        padding_x: DECREE.tables.cell_padding_x.chosen,
        padding_y: DECREE.tables.cell_padding_y.chosen,
        tail: Vec::new(),
    }
}

/// The pages of a layout; a warning of the compiler is a failure.
#[track_caller]
fn printed(layout: &Layout) -> Vec<Page> {
    let world = world(layout, &TYPEFACE);
    let Warned { output, warnings } = compile(&world);
    assert_eq!(details(&warnings, &world), Vec::<String>::new());
    match output {
        Ok(document) => read::pages(&document),
        Err(details) => panic!("{details:?}"),
    }
}

#[track_caller]
fn bytes(layout: &Layout) -> Vec<u8> {
    match pdf(layout, &TYPEFACE) {
        Ok(bytes) => bytes,
        Err(fault) => panic!("{fault}"),
    }
}

fn lines(pages: &[Page]) -> Vec<&str> {
    pages.iter().flat_map(|page| &page.lines).map(|line| line.text.trim()).collect()
}

/// Everything printed, without spaces: lines break at some of them.
fn letters(pages: &[Page]) -> String {
    lines(pages).concat().split_whitespace().collect()
}

fn pt(length: Length) -> f64 {
    // Lengths of a page are far below the 53 bits of a float.
    length.to_emu() as f64 / Length::pt(1).to_emu() as f64
}

#[test]
fn the_sample_compiles_without_a_warning() {
    for type_set in [TypeSet::Thirteen, TypeSet::Fourteen] {
        assert!(printed(&sample(type_set)).len() > 3);
    }
}
