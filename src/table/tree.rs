//! Which row belongs to which group: rows were written inside others, or beside them with numbers that tell their levels.

use std::ops::Range;

use super::mark::{Mark, marks};
use super::open::{Open, Wholes};
use super::role::Role;
use crate::plan::table::row::Row;
use crate::plan::table::standing::Standing;

/// Which row belongs to which group.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tree {
    roles: Vec<Role>,
    parents: Vec<Option<usize>>,
    /// The rows of each group.
    children: Vec<Vec<usize>>,
    /// The rows that are in no group.
    roots: Vec<usize>,
    /// Rows that are shown as parts of the row around them and not added again.
    shown: Vec<bool>,
    /// How many rows each row stands in.
    depths: Vec<usize>,
    /// Rows that are shown as parts, and those inside them.
    inside_parts: Vec<bool>,
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
            roles: rows.iter().map(role).collect(),
            parents: vec![None; rows.len()],
            children: vec![Vec::new(); rows.len()],
            shown: vec![false; rows.len()],
            ranges: vec![0..0; rows.len()],
            ..Self::default()
        };
        let marks = marks(rows);
        let mut lists = Lists::default();
        let mut wholes = Wholes::default();
        let mut subtotalled = 0;
        for (row, written) in rows.iter().enumerate() {
            let list = lists.of(written.standing);
            match Role::from(&written.kind) {
                heads @ (Role::Ordinary | Role::Group) => {
                    let mark = marks[row].as_ref();
                    let unclear = list.open.make_room(heads, mark);
                    let around = list.owner().filter(|owner| contradicts(marks[*owner].as_ref(), mark));
                    tree.unclear.extend(unclear.or(around).map(|group| (row, group)));
                    let group = list.open.innermost();
                    let parent = group.or(list.owner());
                    if matches!(written.standing, Standing::PartOf(_)) && group.is_none() {
                        (tree.parents[row], tree.shown[row]) = (parent, true);
                    } else {
                        tree.place(row, parent);
                        let whole = mark.and_then(|mark| wholes.find(parent, mark));
                        tree.parts.extend(whole.map(|whole| (row, whole)));
                    }
                    match (heads, mark) {
                        // What is written inside a group is all that it has.
                        (Role::Group, _) if written.holds_rows => {}
                        (Role::Group, mark) => list.open.push(row, mark.cloned()),
                        (_, Some(mark)) => wholes.add(parent, mark.clone(), row),
                        (_, None) => {}
                    }
                }
                Role::Subtotal => {
                    let parent = list.open.innermost().or(list.owner());
                    let end = tree.family(parent).len();
                    let start = if parent.is_none() { std::mem::replace(&mut subtotalled, end) } else { 0 };
                    (tree.parents[row], tree.ranges[row]) = (parent, start..end);
                }
                Role::Total | Role::Across => tree.parents[row] = list.owner(),
            }
        }
        for row in 0..rows.len() {
            let around = tree.parents[row];
            tree.depths.push(around.map_or(0, |around| tree.depths[around] + 1));
            tree.inside_parts.push(tree.shown[row] || around.is_some_and(|around| tree.inside_parts[around]));
        }
        tree.has_totals = tree.roles.iter().any(|role| matches!(role, Role::Subtotal | Role::Total));
        tree.steps = rows.len() + lists.steps();
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

    /// The row that a row stands in: its group, or that of which it is a part.
    pub fn parent(&self, row: usize) -> Option<usize> {
        self.parents[row]
    }

    /// The row of which a row is shown as a part, without being added again.
    pub fn whole(&self, row: usize) -> Option<usize> {
        self.parents[row].filter(|_| self.shown[row])
    }

    /// How many rows a row stands in.
    pub fn depth(&self, row: usize) -> usize {
        self.depths[row]
    }

    /// Whether a row is shown as a part of another, or stands inside one that is.
    pub fn is_inside_part(&self, row: usize) -> bool {
        self.inside_parts[row]
    }

    /// Whether a row is added up into others.
    pub fn is_added(&self, row: usize) -> bool {
        self.roles[row].is_added() && !self.shown[row]
    }

    /// Whether any row adds up others.
    pub fn has_sums(&self) -> bool {
        self.roles.iter().any(|role| role.sums())
    }

    /// Whether figures of a row are added up, in a group or in a total.
    pub fn is_summed(&self, row: usize) -> bool {
        self.is_added(row) && (self.has_totals || self.parents[row].is_some())
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

/// What a row does in sums: one that holds rows adds them up, whatever it is called.
fn role(row: &Row) -> Role {
    let role = Role::from(&row.kind);
    if role == Role::Ordinary && row.holds_rows { Role::Group } else { role }
}

/// Whether the number of a row contradicts that of the row around it: «3.1» inside «2».
fn contradicts(around: Option<&Mark>, mark: Option<&Mark>) -> bool {
    matches!((around, mark), (Some(around), Some(mark)) if mark.contradicts(around))
}

/// Rows that were written beside each other, while a table is read from top to bottom.
#[derive(Debug, Default)]
struct List {
    standing: Standing,
    open: Open,
}

impl List {
    /// The row inside which they were written.
    fn owner(&self) -> Option<usize> {
        match self.standing {
            Standing::Beside => None,
            Standing::In(owner) | Standing::PartOf(owner) => Some(owner),
        }
    }
}

/// The lists to which more rows may belong, from the outermost in; never more than rows may stand inside each other.
#[derive(Debug, Default)]
struct Lists {
    lists: Vec<List>,
    /// Groups closed in lists that have ended.
    ended: usize,
}

impl Lists {
    /// The list in which a row stands; those inside it have ended.
    fn of(&mut self, standing: Standing) -> &mut List {
        let known = self.lists.iter().rposition(|list| list.standing == standing);
        let at = known.unwrap_or(self.lists.len());
        self.ended += self.lists.drain((at + 1).min(self.lists.len())..).map(|list| list.open.steps).sum::<usize>();
        if known.is_none() {
            self.lists.push(List { standing, open: Open::default() });
        }
        &mut self.lists[at]
    }

    /// Groups closed.
    fn steps(&self) -> usize {
        self.ended + self.lists.iter().map(|list| list.open.steps).sum::<usize>()
    }
}
