//! In which order columns are computed, and which wait for each other in a circle.

/// In which order columns are computed.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Order {
    /// Columns, each after those that it reads. Those that wait for a circle are left out.
    pub(super) columns: Vec<usize>,
    /// Circles: each column reads the next, the last reads the first.
    pub(super) cycles: Vec<Vec<usize>>,
}

/// Orders columns by what each reads; one whose formula cannot be followed reads `None`, and nothing waits for it in vain.
pub(super) fn order(reads: &[Option<Vec<usize>>]) -> Order {
    let mut search = Search { reads, states: vec![State::New; reads.len()], path: Vec::new(), order: Order::default() };
    for column in 0..reads.len() {
        search.visit(column);
    }
    search.order
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

struct Search<'a> {
    reads: &'a [Option<Vec<usize>>],
    states: Vec<State>,
    path: Vec<usize>,
    order: Order,
}

impl Search<'_> {
    /// Orders a column after those that it reads; whether it can be computed. A table has few columns, so this is not deep.
    fn visit(&mut self, column: usize) -> bool {
        match self.states[column] {
            State::Ordered => return true,
            State::Broken => return false,
            State::Open => {
                let start = self.path.iter().position(|open| *open == column).unwrap_or_default();
                let mut cycle = self.path[start..].to_vec();
                let leftmost = (0..cycle.len()).min_by_key(|at| cycle[*at]).unwrap_or_default();
                cycle.rotate_left(leftmost);
                self.order.cycles.push(cycle);
                return false;
            }
            State::New => {}
        }
        self.states[column] = State::Open;
        self.path.push(column);
        let reads = self.reads;
        let mut can = reads[column].is_some();
        for &read in reads[column].iter().flatten() {
            can &= self.visit(read);
        }
        self.path.pop();
        self.states[column] = if can { State::Ordered } else { State::Broken };
        if can {
            self.order.columns.push(column);
        }
        can
    }
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
