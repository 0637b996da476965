//! Where the lines of a text end, found once: a report of many places asks for the line of each.

use std::sync::OnceLock;

/// The ends of the lines of a text, which follow from it: two texts that are the same have the same.
#[derive(Debug, Default)]
pub(super) struct Lines(OnceLock<Vec<usize>>);

impl Lines {
    /// How many lines end before a byte of the text.
    pub(super) fn before(&self, text: &str, at: usize) -> usize {
        let ends = self
            .0
            .get_or_init(|| text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect());
        ends.partition_point(|end| *end < at)
    }
}

impl PartialEq for Lines {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Lines {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_up_to_a_byte() {
        let lines = Lines::default();
        let counted: Vec<usize> = (0..=6).map(|at| lines.before("a\n\nb\nc", at)).collect();
        assert_eq!(counted, [0, 0, 1, 2, 2, 3, 3]);
    }
}
