//! The groups to which more rows may belong, while a table is read from top to bottom.

use std::collections::BTreeMap;

use super::mark::{Class, Mark, Script};
use super::role::Role;

/// A group to which more rows may belong.
#[derive(Debug)]
struct OpenGroup {
    row: usize,
    class: Class,
    path: Vec<String>,
    rank: (usize, String),
}

/// The groups to which more rows may belong, from the outermost in.
#[derive(Debug, Default)]
pub(super) struct Open {
    groups: Vec<OpenGroup>,
    /// How deep the group of each class stands.
    depths: BTreeMap<Class, usize>,
    /// Groups closed so far.
    pub(super) steps: usize,
}

impl Open {
    /// The innermost group.
    pub(super) fn innermost(&self) -> Option<usize> {
        self.groups.last().map(|group| group.row)
    }

    /// Opens the group that a row heads.
    pub(super) fn push(&mut self, row: usize, mark: Option<Mark>) {
        let Mark { class, path, rank } =
            mark.unwrap_or(Mark { class: Class::Automatic, path: Vec::new(), rank: (0, String::new()) });
        self.depths.insert(class.clone(), self.groups.len());
        self.groups.push(OpenGroup { row, class, path, rank });
    }

    /// Closes the groups that a row does not belong to; gives the group that its number does not fit, if there is one.
    pub(super) fn make_room(&mut self, role: Role, mark: Option<&Mark>) -> Option<usize> {
        let class = match mark {
            Some(mark) => Some(&mark.class),
            None => (role == Role::Group).then_some(&Class::Automatic),
        };
        let whole = mark.and_then(|mark| self.depth_of_whole(mark));
        let beside =
            class.and_then(|class| self.depth_of(class)).filter(|depth| whole.is_none_or(|whole| whole < *depth));
        let mut unclear = None;
        if let Some(depth) = beside {
            let is_late = role == Role::Ordinary && mark.is_some_and(|mark| self.is_later(depth, mark));
            unclear = is_late.then_some(self.groups[depth].row);
            self.close(depth);
        } else if let Some(depth) = whole {
            // Groups without a number inside it stay open too: the number says nothing of them.
            self.close(self.depth_of(&Class::Automatic).map_or(depth, |automatic| automatic.max(depth)) + 1);
        }
        unclear.or_else(|| self.contradicted(mark?))
    }

    /// Closes all groups but some outermost ones.
    fn close(&mut self, left: usize) {
        while self.groups.len() > left {
            self.steps += 1;
            if let Some(group) = self.groups.pop() {
                self.depths.remove(&group.class);
            }
        }
    }

    fn depth_of(&self, class: &Class) -> Option<usize> {
        self.depths.get(class).copied()
    }

    /// The open group that a number names: «3» for «3.1».
    fn depth_of_whole(&self, mark: &Mark) -> Option<usize> {
        let [upper @ .., _] = mark.path.as_slice() else { return None };
        self.depth_of_path(upper).filter(|depth| self.groups[*depth].path == upper)
    }

    /// The open group whose number has as many steps as a path, the last of the same script.
    fn depth_of_path(&self, path: &[String]) -> Option<usize> {
        let last = path.last()?;
        Script::alike(last).iter().filter_map(|script| self.depth_of(&Class::Steps(*script, path.len()))).max()
    }

    /// Whether a group stands no earlier than a number of its class: «2» before «1».
    fn is_later(&self, depth: usize, mark: &Mark) -> bool {
        let group = &self.groups[depth];
        let is_beside =
            group.path.split_last().map(|(_, upper)| upper) == mark.path.split_last().map(|(_, upper)| upper);
        is_beside && !mark.path.is_empty() && group.rank >= mark.rank
    }

    /// The group whose number contradicts that of a row in it: «2» around «3.1».
    fn contradicted(&self, mark: &Mark) -> Option<usize> {
        let upper = |steps: &usize| self.depth_of_path(&mark.path[..*steps]).map(|depth| (depth, *steps));
        let (depth, steps) = (1..mark.path.len()).rev().find_map(|steps| upper(&steps))?;
        let group = &self.groups[depth];
        (group.path != mark.path[..steps]).then_some(group.row)
    }
}

/// Ordinary rows by their group and number.
#[derive(Debug, Default)]
pub(super) struct Wholes(BTreeMap<(Option<usize>, Vec<String>), usize>);

impl Wholes {
    /// The row that a number makes its row a part of: «2» for «2.1».
    pub(super) fn find(&self, group: Option<usize>, mark: &Mark) -> Option<usize> {
        let [upper @ .., _] = mark.path.as_slice() else { return None };
        self.0.get(&(group, upper.to_vec())).copied()
    }

    /// Remembers a row.
    pub(super) fn add(&mut self, group: Option<usize>, mark: Mark, row: usize) {
        if !mark.path.is_empty() {
            self.0.insert((group, mark.path), row);
        }
    }
}
