//! Reads files back, without a word of the writer's own code.

mod file;
mod look;
mod table;
mod words;

use std::io::{Cursor, Read};
use std::sync::LazyLock;

use ::proptest::prelude::*;
use ::roxmltree::{Document, Node};
use ::zip::{CompressionMethod, DateTime, ZipArchive};

use super::*;
use crate::decree::{Align, Component, Slant, Style, TypeSet, Weight};
use crate::layout::{Block, Cell, Hold, Para, Row, Run, Table, Typeface, lay_out};
use crate::units::Length;
use crate::writer::sample;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

static SAMPLE: LazyLock<Layout> = LazyLock::new(|| laid_out(TypeSet::Fourteen));

fn laid_out(type_set: TypeSet) -> Layout {
    lay_out(&sample::document(), &Decree::new(type_set), &Typeface::built_in())
}

fn written(layout: &Layout) -> Vec<u8> {
    docx(layout, &Decree::new(TypeSet::Fourteen))
}

fn part(file: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(file)).expect("a file is an archive");
    let mut text = String::new();
    archive.by_name(name).expect("the part is there").read_to_string(&mut text).expect("a part is text");
    text
}

fn child<'a, 'd>(node: Node<'a, 'd>, name: &str) -> Option<Node<'a, 'd>> {
    node.children().find(|child| child.has_tag_name((W, name)))
}

fn all<'a, 'd: 'a>(node: Node<'a, 'd>, name: &'static str) -> impl Iterator<Item = Node<'a, 'd>> {
    node.descendants().filter(move |node| node.has_tag_name((W, name)))
}

fn value<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attribute((W, name))
}

fn number(node: Node<'_, '_>, name: &str) -> i64 {
    value(node, name).expect("the attribute is there").parse().expect("the attribute is a number")
}

/// Goes through every paragraph of blocks in the order in which it is read.
fn each_para(blocks: &mut [Block], visit: &mut dyn FnMut(&mut Para)) {
    for block in blocks {
        match block {
            Block::Para(para) | Block::Mark { para, .. } => visit(para),
            Block::Rule { .. } | Block::Space { .. } => {}
            Block::Columns { rows, .. } => {
                for row in rows {
                    each_para(&mut row.left, visit);
                    each_para(&mut row.right, visit);
                }
            }
            Block::Table(table) => {
                let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
                cells.flat_map(|cell| &mut cell.paras).for_each(&mut *visit);
                each_para(&mut table.tail, visit);
            }
        }
    }
}

fn paras(layout: &Layout) -> Vec<Para> {
    let mut found = Vec::new();
    for section in &mut layout.clone().sections {
        each_para(&mut section.blocks, &mut |para| found.push(para.clone()));
    }
    found
}

fn words_of(para: &Para) -> String {
    let piece = |run: &Run| match run {
        Run::Words { text, .. } => text.clone(),
        Run::Break => "\n".to_owned(),
    };
    para.runs.iter().map(piece).collect()
}

fn words_in(paragraph: Node<'_, '_>) -> String {
    let piece = |node: Node<'_, '_>| match node.tag_name().name() {
        "t" => node.text().unwrap_or_default().to_owned(),
        "br" => "\n".to_owned(),
        _ => String::new(),
    };
    paragraph.descendants().map(piece).collect()
}
