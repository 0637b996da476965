//! Two plans compared with what they print: values in sentences as they are read, sums as they are computed.

use crate::diff::{self, Comparison, Known};
use crate::plan::Plan;
use crate::table::Tables;
use crate::template::words::Viewer;

/// Compares two plans.
pub fn compare<'a>(old: &'a Plan, new: &'a Plan) -> Comparison<'a> {
    let (before, now) = (Tables::new(old), Tables::new(new));
    let (was, is) = (Viewer::new(old, &before, old.own_status()), Viewer::new(new, &now, new.own_status()));
    let (old_values, new_values) = (|named: &str| was.printed(named), |named: &str| is.printed(named));
    let known = [Known { values: &old_values, tables: &before }, Known { values: &new_values, tables: &now }];
    diff::compare(old, new, known)
}
