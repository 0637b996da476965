//! The rows of a table of tasks, with the numbers under which they are printed.

use crate::plan::mount::Mount;
use crate::plan::task::Task;
use crate::value::{Id, Registry};
use crate::vietnamese::{point_letter, roman};

/// A task or a group in the order in which it is printed.
#[derive(Debug, Clone)]
pub(super) struct TaskRow<'a> {
    pub(super) id: &'a Id,
    pub(super) task: &'a Task,
    /// Groups around it.
    pub(super) level: usize,
    /// Its number.
    pub(super) number: String,
    /// Its number with those of the groups around it, where it alone names no task: `II.3`.
    pub(super) full: String,
    /// Groups that end behind it.
    pub(super) closes: usize,
}

/// The outermost tasks that a mount prints: those that it picks, those in its group, else all.
pub(super) fn roots<'a>(tasks: &'a Registry<Task>, mount: &Mount) -> Vec<(&'a Id, &'a Task)> {
    let group = mount.group.as_ref().map(|group| Task::find(tasks, &group.words));
    let within = match group {
        Some(found) => found.map(|(_, task)| &task.tasks),
        None => Some(tasks),
    };
    let Some(within) = within else { return Vec::new() };
    if mount.pick.is_empty() {
        return within.iter().collect();
    }
    mount.pick.iter().filter_map(|pick| Task::find(within, &pick.words)).collect()
}

/// All rows of some tasks. Groups are A, I, 1 from the outermost in, one kind of group is I; tasks are 1, 2, 3, in a group
/// with such a number 1.1, 1.2. Tasks beside groups are numbered with them.
pub(super) fn rows<'a>(roots: &[(&'a Id, &'a Task)], counts_on: bool) -> Vec<TaskRow<'a>> {
    let mut rows = Rows { depth: depth(roots), counts_on, counted: 0, rows: Vec::new() };
    rows.add(roots, &Above { level: 0, number: "", full: "", outer: "" });
    rows.rows
}

/// Groups within groups.
fn depth(tasks: &[(&Id, &Task)]) -> usize {
    let inside = |task: &Task| 1 + depth(&task.tasks.iter().collect::<Vec<_>>());
    tasks.iter().filter(|(_, task)| task.is_group()).map(|(_, task)| inside(task)).max().unwrap_or(0)
}

/// The group around some rows.
struct Above<'n> {
    level: usize,
    number: &'n str,
    full: &'n str,
    /// The full number of the group around that.
    outer: &'n str,
}

struct Rows<'a> {
    depth: usize,
    counts_on: bool,
    counted: usize,
    rows: Vec<TaskRow<'a>>,
}

impl<'a> Rows<'a> {
    fn add(&mut self, tasks: &[(&'a Id, &'a Task)], above: &Above<'_>) {
        let holds_groups = tasks.iter().any(|(_, task)| task.is_group());
        // Of A, I, 1 the innermost are used.
        let style = above.level + 2_usize.saturating_sub(self.depth);
        for (index, (id, task)) in tasks.iter().copied().enumerate() {
            let place = index + 1;
            let own = if holds_groups { group_number(style, place) } else { self.task_number(style, place) };
            let (number, full) = match own {
                Some(number) if self.counts_on && !holds_groups || above.full.is_empty() => (number.clone(), number),
                Some(number) => (number.clone(), format!("{}.{number}", above.full)),
                None => {
                    let number = format!("{}.{place}", above.number);
                    let full =
                        if above.outer.is_empty() { number.clone() } else { format!("{}.{number}", above.outer) };
                    (number, full)
                }
            };
            let row = TaskRow { id, task, level: above.level, number: number.clone(), full: full.clone(), closes: 0 };
            self.rows.push(row);
            if task.is_group() {
                let inner = Above { level: above.level + 1, number: &number, full: &full, outer: above.full };
                self.add(&task.tasks.iter().collect::<Vec<_>>(), &inner);
                if let Some(last) = self.rows.last_mut() {
                    last.closes += 1;
                }
            }
        }
    }

    /// The number of a task among tasks; none where it begins with that of the group.
    fn task_number(&mut self, style: usize, place: usize) -> Option<String> {
        self.counted += 1;
        if self.counts_on {
            return Some(self.counted.to_string());
        }
        (style <= 2 || self.depth == 0).then(|| place.to_string())
    }
}

/// The number of a group by its style from the outermost in; none where it begins with that of the group around it.
fn group_number(style: usize, place: usize) -> Option<String> {
    match style {
        0 => Some(point_letter(place).to_uppercase()),
        1 => Some(roman(place)),
        2 => Some(place.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Shared, read_plan};
    use crate::source::SourceFile;

    #[track_caller]
    fn check(tasks: &str, counts_on: bool, expected: &str) {
        let file = SourceFile::from_text("ke-hoach.yaml", &format!("nhiem_vu: {tasks}"));
        let plan = read_plan(&crate::yaml::read(&file, &|_| true).value.expect("a plan"), &Shared::default()).0;
        let roots: Vec<_> = plan.tasks.iter().collect();
        let shown: Vec<_> = rows(&roots, counts_on)
            .iter()
            .map(|row| format!("{}={}{}", row.number, row.full, "/".repeat(row.closes)))
            .collect();
        assert_eq!(shown.join(" "), expected, "{tasks}");
    }

    const ONE: &str = "{g: {viec: G, nhiem_vu: {a: {viec: A}, b: {viec: B}}}, h: {viec: H, nhiem_vu: {c: {viec: C}}}}";

    #[test]
    fn tasks_are_counted_in_each_group_or_through_all() {
        check("{a: {viec: A}, b: {viec: B}}", false, "1=1 2=2");
        check(ONE, false, "I=I 1=I.1 2=I.2/ II=II 1=II.1/");
        check(ONE, true, "I=I 1=1 2=2/ II=II 3=3/");
    }

    #[test]
    fn groups_in_groups_have_their_numbers() {
        check(&format!("{{x: {{viec: X, nhiem_vu: {ONE}}}}}"), false, "A=A I=A.I 1=A.I.1 2=A.I.2/ II=A.II 1=A.II.1//");
        let deep = format!("{{y: {{viec: Y, nhiem_vu: {{x: {{viec: X, nhiem_vu: {ONE}}}}}}}}}");
        check(&deep, false, "A=A I=A.I 1=A.I.1 1.1=A.I.1.1 1.2=A.I.1.2/ 2=A.I.2 2.1=A.I.2.1///");
    }

    #[test]
    fn a_task_beside_groups_is_numbered_with_them() {
        check("{a: {viec: A}, g: {viec: G, nhiem_vu: {b: {viec: B}}}}", false, "I=I II=II 1=II.1/");
    }
}
