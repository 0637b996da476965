//! In which order columns, or tables, are computed, and which wait for each other in a circle.

/// In which order columns are computed.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Order {
    /// Columns, each after those that it reads. Those that wait for a circle are left out.
    pub(super) columns: Vec<usize>,
    /// Circles: each column reads the next, the last reads the first.
    pub(super) cycles: Vec<Vec<usize>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    /// What it reads is being ordered.
    Open,
    Ordered,
    /// It cannot be computed.
    Broken,
}

/// Orders columns by what each reads; one whose formula cannot be followed reads `None`, and nothing waits for it in vain.
///
/// What is open stands in a list, not on the stack of calls: tables may form a chain of thousands.
pub(super) fn order(reads: &[Option<Vec<usize>>]) -> Order {
    let mut states = vec![State::New; reads.len()];
    let mut order = Order::default();
    for first in 0..reads.len() {
        let mut path = Vec::new();
        if states[first] == State::New {
            states[first] = State::Open;
            path.push(Step { column: first, next: 0, can: reads[first].is_some() });
        }
        while let Some(step) = path.last_mut() {
            let column = step.column;
            let read = reads[column].as_ref().and_then(|reads| reads.get(step.next)).copied();
            step.next += 1;
            match read.map(|read| (read, states[read])) {
                Some((_, State::Ordered)) => {}
                Some((_, State::Broken)) => step.can = false,
                Some((read, State::Open)) => {
                    step.can = false;
                    order.cycles.push(circle(&path, read));
                }
                Some((read, State::New)) => {
                    states[read] = State::Open;
                    path.push(Step { column: read, next: 0, can: reads[read].is_some() });
                }
                None => {
                    let can = step.can;
                    states[column] = if can { State::Ordered } else { State::Broken };
                    path.pop();
                    if let Some(around) = path.last_mut() {
                        around.can &= can;
                    }
                    if can {
                        order.columns.push(column);
                    }
                }
            }
        }
    }
    order
}

/// A column that is being ordered.
struct Step {
    column: usize,
    /// Which of those that it reads is looked at next.
    next: usize,
    /// Whether it can be computed, as far as is known.
    can: bool,
}

/// The circle that a column closes which is open already, from its leftmost column on.
fn circle(path: &[Step], closing: usize) -> Vec<usize> {
    let start = path.iter().position(|open| open.column == closing).unwrap_or_default();
    let mut cycle: Vec<usize> = path[start..].iter().map(|step| step.column).collect();
    let leftmost = (0..cycle.len()).min_by_key(|at| cycle[*at]).unwrap_or_default();
    cycle.rotate_left(leftmost);
    cycle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(reads: &[&[usize]], columns: &[usize], cycles: &[&[usize]]) {
        let reads: Vec<_> = reads.iter().map(|reads| Some(reads.to_vec())).collect();
        let order = order(&reads);
        assert_eq!(order.columns, columns);
        assert_eq!(order.cycles, cycles);
    }

    #[test]
    fn columns_follow_what_they_read() {
        check(&[&[1, 2], &[], &[1]], &[1, 2, 0], &[]);
        check(&[&[], &[0, 0], &[1, 0]], &[0, 1, 2], &[]);
    }

    #[test]
    fn circles_are_named_and_what_waits_for_them_is_left_out() {
        check(&[&[0], &[]], &[1], &[&[0]]);
        check(&[&[3], &[], &[1, 3], &[2]], &[1], &[&[2, 3]]);
        check(&[&[1], &[0], &[3], &[2]], &[], &[&[0, 1], &[2, 3]]);
    }

    #[test]
    fn what_reads_an_unknown_column_is_left_out() {
        assert_eq!(order(&[None, Some(vec![0]), Some(Vec::new())]).columns, [2]);
    }
}
