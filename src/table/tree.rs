//! Which row belongs to which group: rows are flat in the file, their numbers tell their levels.

use std::ops::Range;

use super::mark::marks;
use super::open::{Open, Wholes};
use super::role::Role;
use crate::plan::table::row::Row;

/// Which row belongs to which group.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tree {
    roles: Vec<Role>,
    parents: Vec<Option<usize>>,
    /// The rows of each group.
    children: Vec<Vec<usize>>,
    /// The rows that are in no group.
    roots: Vec<usize>,
    /// For subtotals: which rows of their group they add up.
    ranges: Vec<Range<usize>>,
    /// Rows whose number does not fit the group that they stand in, and that group.
    pub unclear: Vec<(usize, usize)>,
    /// Rows whose number makes them part of an ordinary row beside them, and that row.
    pub parts: Vec<(usize, usize)>,
    /// Whether a subtotal or total adds up what is in no group.
    has_totals: bool,
    /// Groups looked at; grows with the rows.
    pub(super) steps: usize,
}

impl Tree {
    /// Finds the groups of some rows.
    pub fn new(rows: &[Row]) -> Self {
        let mut tree = Self {
            roles: rows.iter().map(|row| Role::from(&row.kind)).collect(),
            parents: vec![None; rows.len()],
            children: vec![Vec::new(); rows.len()],
            ranges: vec![0..0; rows.len()],
            ..Self::default()
        };
        let mut open = Open::default();
        let mut wholes = Wholes::default();
        let mut subtotalled = 0;
        for (row, mark) in marks(rows).into_iter().enumerate() {
            match tree.roles[row] {
                role @ (Role::Ordinary | Role::Group) => {
                    let unclear = open.make_room(role, mark.as_ref());
                    tree.unclear.extend(unclear.map(|group| (row, group)));
                    let parent = open.innermost();
                    tree.place(row, parent);
                    let whole = mark.as_ref().and_then(|mark| wholes.find(parent, mark));
                    tree.parts.extend(whole.map(|whole| (row, whole)));
                    match (role, mark) {
                        (Role::Group, mark) => open.push(row, mark),
                        (_, Some(mark)) => wholes.add(parent, mark, row),
                        (_, None) => {}
                    }
                }
                Role::Subtotal => {
                    let parent = open.innermost();
                    let end = tree.family(parent).len();
                    let start = if parent.is_none() { std::mem::replace(&mut subtotalled, end) } else { 0 };
                    (tree.parents[row], tree.ranges[row]) = (parent, start..end);
                }
                Role::Total | Role::Across => {}
            }
        }
        tree.has_totals = tree.roles.iter().any(|role| matches!(role, Role::Subtotal | Role::Total));
        tree.steps = rows.len() + open.steps;
        tree
    }

    /// Puts a row into its group.
    fn place(&mut self, row: usize, parent: Option<usize>) {
        self.parents[row] = parent;
        match parent {
            Some(group) => self.children[group].push(row),
            None => self.roots.push(row),
        }
    }

    /// What a row does.
    pub fn role(&self, row: usize) -> Role {
        self.roles[row]
    }

    /// The group that a row stands in.
    pub fn parent(&self, row: usize) -> Option<usize> {
        self.parents[row]
    }

    /// Whether any row adds up others.
    pub fn has_sums(&self) -> bool {
        self.roles.iter().any(|role| role.sums())
    }

    /// Whether figures of a row are added up, in a group or in a total.
    pub fn is_summed(&self, row: usize) -> bool {
        self.has_totals || self.parents[row].is_some()
    }

    /// The rows that a row adds up; none for a row that does not.
    pub fn addends(&self, row: usize) -> &[usize] {
        match self.roles[row] {
            Role::Group => &self.children[row],
            Role::Total => &self.roots,
            Role::Subtotal => &self.family(self.parents[row])[self.ranges[row].clone()],
            Role::Ordinary | Role::Across => &[],
        }
    }

    fn family(&self, group: Option<usize>) -> &[usize] {
        group.map_or(&self.roots, |group| &self.children[group])
    }
}
