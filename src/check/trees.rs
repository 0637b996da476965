//! The parts of the body, of appendices and of what stands inside data.

use crate::plan::Plan;
use crate::plan::block::{Block, Content};
use crate::plan::table::Table;

/// Every part of the body, of the appendices, of the contents of projects and of the lists of duties.
pub(super) fn every_block(plan: &Plan) -> Vec<&Block> {
    let mut blocks = Vec::new();
    for tree in plan.trees().chain(plan.inner_trees()) {
        tree.visit(&mut |block| blocks.push(block));
    }
    blocks
}

/// Every table of the plan.
pub(super) fn every_table(plan: &Plan) -> impl Iterator<Item = &Table> {
    every_block(plan).into_iter().flat_map(|block| &block.content).filter_map(|content| match content {
        Content::Table(table) => Some(table),
        Content::Blocks(_) | Content::Mount(_) | Content::Amendments(_) => None,
    })
}
