//! Every deadline of a plan, wherever it is written.

use super::trees::every_block;
use crate::plan::Plan;
use crate::plan::deadline::Deadline;
use crate::plan::target::Target;
use crate::plan::task::Task;
use crate::value::Spanned;

/// Every deadline of a plan: of tasks, reports, targets, duties, and of parts of the body.
pub(super) fn every_deadline(plan: &Plan) -> Vec<&Spanned<Deadline>> {
    let tasks = Task::all(&plan.tasks).into_iter().filter_map(|(_, task)| task.deadline.as_ref());
    let reports = plan.reports.values().filter_map(|report| report.when.as_ref());
    let targets = Target::with_parts(&plan.targets).into_iter().filter_map(|(_, target)| target.deadline.as_ref());
    let duties = plan.responsibilities.iter().filter_map(|duty| duty.deadline.as_ref());
    let blocks = every_block(plan).into_iter().filter_map(|block| block.deadline.as_ref());
    tasks.chain(reports).chain(targets).chain(duties).chain(blocks).collect()
}
