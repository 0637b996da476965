//! The numbers in the ordinal columns of a table.

use std::collections::BTreeMap;

use super::label::{Label, RowNumber};
use super::mark::{Case, Class, Mark, Script as Written, marks};
use super::tree::Tree;
use crate::plan::table::Table;
use crate::plan::table::column::Column;
use crate::plan::table::row::{Row, RowKind};
use crate::plan::table::standing::Standing;
use crate::plan::table::style::{Counting, RowStyle, Script};
use crate::plan::table::written::Ordinal;
use crate::value::Text;

/// The numbers of the rows, by ordinal column.
#[derive(Debug, PartialEq)]
pub(super) struct Numbers(BTreeMap<usize, Vec<RowNumber>>);

impl Numbers {
    /// What stands in a column; nothing in one that is not ordinal.
    pub(super) fn at(&self, row: usize, column: usize) -> &RowNumber {
        self.0.get(&column).and_then(|numbers| numbers.get(row)).unwrap_or(&RowNumber::None)
    }
}

/// The numbers of the rows of a table. A number by hand uses up none that is counted: 1, 1a, 2.
pub(super) fn numbers(table: &Table, leaves: &[&Column], tree: &Tree) -> Numbers {
    let columns: Vec<_> = leaves.iter().enumerate().filter_map(|(at, column)| Some((at, column.counts()?))).collect();
    let marks = marks(&table.rows);
    let number = |&(column, counting): &(usize, Counting)| {
        let mut counter = Counter::new(table, tree, &marks, counting);
        let mut covered = 0;
        for (row, written) in table.rows.iter().enumerate() {
            let is_covered = row < covered;
            for span in written.spans.iter().filter(|span| span.column == column) {
                covered = covered.max(row.saturating_add(span.rows.value));
            }
            let takes = taker(written, &columns) == Some(column);
            let label = match &written.ordinal {
                _ if is_covered => Label::none(),
                Some(Ordinal(Some(text))) if takes => counter.by_hand(row, text),
                Some(Ordinal(None)) => Label::none(),
                Some(Ordinal(Some(_))) | None => counter.count(row),
            };
            counter.labels.push(label);
        }
        (column, counter.labels.into_iter().map(|label| label.number).collect())
    };
    Numbers(columns.iter().map(number).collect())
}

/// The column that takes the number that a row has by hand: the first that counts such rows.
fn taker(row: &Row, columns: &[(usize, Counting)]) -> Option<usize> {
    columns.iter().find(|(_, counting)| counts(*counting, &row.kind)).or_else(|| columns.first()).map(|(at, _)| *at)
}

/// Whether rows of a kind are counted.
fn counts(counting: Counting, kind: &RowKind) -> bool {
    match kind {
        RowKind::Ordinary => counting != Counting::Groups,
        RowKind::Group(_) => matches!(counting, Counting::Levels | Counting::Through | Counting::Groups),
        RowKind::Subtotal(_) | RowKind::Total(_) | RowKind::Across(_) => false,
    }
}

/// Counts the rows of one column.
struct Counter<'a> {
    table: &'a Table,
    tree: &'a Tree,
    marks: &'a [Option<Mark>],
    counting: Counting,
    /// How many rows of a style are counted in each row; in the last place, in none.
    counted: BTreeMap<(usize, RowStyle), usize>,
    /// How many rows are counted through the groups.
    through: usize,
    labels: Vec<Label>,
}

impl<'a> Counter<'a> {
    fn new(table: &'a Table, tree: &'a Tree, marks: &'a [Option<Mark>], counting: Counting) -> Self {
        Self { table, tree, marks, counting, counted: BTreeMap::new(), through: 0, labels: Vec::new() }
    }

    fn by_hand(&self, row: usize, text: &Text) -> Label {
        let script = self.marks[row].as_ref().and_then(|mark| match &mark.class {
            Class::Automatic | Class::Other(_) => None,
            Class::Steps(Written::Digits, _) => Some(Script::Number),
            Class::Steps(Written::Letter(Case::Upper), _) => Some(Script::UpperLetter),
            Class::Steps(Written::Letter(Case::Lower), _) => Some(Script::Letter),
            Class::Steps(Written::Roman(Case::Upper), _) => Some(Script::Roman),
            Class::Steps(Written::Roman(Case::Lower), _) => Some(Script::LowerRoman),
        });
        Label::by_hand(text, script)
    }

    fn count(&mut self, row: usize) -> Label {
        if !counts(self.counting, &self.table.rows[row].kind) || self.tree.is_inside_part(row) {
            return Label::none();
        }
        let around = self.tree.parent(row);
        let mut style = self.style(row);
        let goes_on = style.script == Script::Decimal
            && around.is_some_and(|around| self.is_plain(around) && !self.labels[around].is_blank());
        let counted = if self.counting.runs_through() && self.is_plain(row) && !goes_on {
            if style.script == Script::Decimal {
                style.script = Script::Number;
            }
            &mut self.through
        } else {
            self.counted.entry((around.unwrap_or(self.table.rows.len()), style.clone())).or_default()
        };
        if !matches!(style.script, Script::Sign | Script::None) {
            *counted += 1;
        }
        let counted = *counted;
        Label::counted(&style, counted, around.map(|around| &self.labels[around]))
    }

    /// Whether a row is no group by its name.
    fn is_plain(&self, row: usize) -> bool {
        self.table.rows[row].kind == RowKind::Ordinary
    }

    /// The style of a row: that of its level, or what is usual beside or inside the number around it.
    fn style(&self, row: usize) -> RowStyle {
        if let Some(style) = self.table.numbering.get(self.tree.depth(row)) {
            return style.clone();
        }
        let outermost = if self.is_plain(row) { Script::Number } else { Script::Roman };
        // Rows below a group that was written beside them count as they always did.
        let is_inside =
            |around: &usize| self.table.rows[row].standing == Standing::In(*around) || !self.table.numbering.is_empty();
        let around = self.tree.parent(row).filter(is_inside).map(|around| &self.labels[around]);
        match around.and_then(|around| around.script) {
            None | Some(Script::UpperLetter) => RowStyle::plain(outermost),
            Some(Script::Roman | Script::LowerRoman | Script::None) => RowStyle::plain(Script::Number),
            Some(Script::Number | Script::Padded | Script::Decimal) => RowStyle::plain(Script::Decimal),
            Some(Script::Letter) => RowStyle::sign("-"),
            Some(Script::Sign) => RowStyle::sign("+"),
        }
    }
}
