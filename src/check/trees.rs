//! The parts of the body, of appendices and of what stands inside data.

use crate::plan::Plan;
use crate::plan::block::Block;

/// Every part of the body, of the appendices, of the contents of projects and of the lists of duties.
pub(super) fn every_block(plan: &Plan) -> Vec<&Block> {
    let mut blocks = Vec::new();
    for tree in plan.trees().chain(plan.inner_trees()) {
        tree.visit(&mut |block| blocks.push(block));
    }
    blocks
}
