//! The data of a plan as its mounts see them: entries with ids, groups and the keys that say something.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::plan::funding::{self, Funding, FundingItem, Nested};
use crate::plan::mount::{Mount, MountKind};
use crate::plan::project::{self, Project};
use crate::plan::target::{self, Target};
use crate::plan::task::{self, Task};
use crate::plan::{Plan, duty, whole};
use crate::schema::{Key, YesNo};
use crate::source::Span;
use crate::value::Registry;

/// One entry of the data of a kind.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    /// Its id; a duty has one for each body.
    pub(super) ids: Vec<&'a str>,
    /// The ids of the entries that hold it: who prints one of them prints it too.
    pub(super) within: Vec<&'a str>,
    /// The groups it belongs to.
    pub(super) groups: Vec<Cow<'a, str>>,
    /// Where it is declared.
    pub(super) span: Span,
    /// Its keys that say something which some form prints.
    pub(super) given: Vec<&'a str>,
}

/// The key under which the data of a kind is declared.
pub(super) fn key(kind: MountKind) -> &'static Key {
    match kind {
        MountKind::Targets => &whole::TARGETS.key,
        MountKind::Projects => &whole::PROJECTS.key,
        MountKind::Funding => &whole::FUNDING.key,
        MountKind::Tasks => &whole::TASKS.key,
        MountKind::Responsibilities => &whole::RESPONSIBILITIES.key,
        MountKind::Reports => &whole::REPORTS.key,
    }
}

/// Whether a plan has data of a kind.
pub(super) fn holds(plan: &Plan, kind: MountKind) -> bool {
    match kind {
        MountKind::Targets => !plan.targets.is_empty(),
        MountKind::Projects => !plan.projects.is_empty(),
        MountKind::Funding => plan.funding.is_some(),
        MountKind::Tasks => !plan.tasks.is_empty(),
        MountKind::Responsibilities => !plan.responsibilities.is_empty(),
        MountKind::Reports => !plan.reports.is_empty(),
    }
}

/// The entries of the data of a kind; those of the funding are its items.
fn entries(plan: &Plan, kind: MountKind) -> Vec<Entry<'_>> {
    match kind {
        MountKind::Targets => of_registry(&plan.targets, target_keys, |target| {
            target.group.as_ref().map(|group| Cow::Borrowed(group.words.as_str()))
        }),
        MountKind::Projects => of_registry(&plan.projects, project_keys, |_| None),
        MountKind::Funding => plan.funding.iter().flat_map(Funding::all_items).map(of_item).collect(),
        MountKind::Tasks => tasks(&plan.tasks, &[]),
        MountKind::Responsibilities => plan
            .responsibilities
            .iter()
            .map(|duty| Entry {
                ids: duty.bodies.iter().map(|body| body.name.as_str()).collect(),
                within: Vec::new(),
                groups: duty.group.iter().map(|group| Cow::Borrowed(group.words.as_str())).collect(),
                span: duty.place.first_line(),
                given: duty_keys(duty),
            })
            .collect(),
        MountKind::Reports => of_registry(&plan.reports, |_| Vec::new(), |_| None),
    }
}

fn of_registry<'a, T>(
    registry: &'a Registry<T>,
    keys: fn(&T) -> Vec<&'static str>,
    group: impl Fn(&'a T) -> Option<Cow<'a, str>>,
) -> Vec<Entry<'a>> {
    let entry = |(id, value): (&'a crate::value::Id, &'a T)| Entry {
        ids: vec![id.name.as_str()],
        within: Vec::new(),
        groups: group(value).into_iter().collect(),
        span: id.span.clone(),
        given: keys(value),
    };
    registry.iter().map(entry).collect()
}

/// An item of the funding; one within another belongs to the group of that.
fn of_item(nested: Nested<'_>) -> Entry<'_> {
    let outermost = nested.within.first().map_or(nested.item, |(_, outer)| *outer);
    Entry {
        ids: vec![nested.id.name.as_str()],
        within: nested.within.iter().map(|(id, _)| id.name.as_str()).collect(),
        groups: outermost.group.iter().map(|group| Cow::Owned(group.letters())).collect(),
        span: nested.id.span.clone(),
        given: item_keys(nested.item),
    }
}

/// Tasks and groups below some groups: who names a group takes all that is in it.
fn tasks<'a>(registry: &'a Registry<Task>, around: &[&'a str]) -> Vec<Entry<'a>> {
    let mut entries = Vec::new();
    for (id, task) in registry.iter() {
        let below: Vec<&str> = std::iter::once(id.name.as_str()).chain(around.iter().copied()).collect();
        let given = task_keys(task);
        let own = task.own.ids();
        // A mount of one group prints no row for it; what its row would say is not lost without a word.
        let is_heading = task.is_group() && given.is_empty() && task.own.is_empty();
        let groups = if is_heading { &below } else { around };
        entries.push(Entry {
            ids: below.clone(),
            within: Vec::new(),
            groups: groups.iter().map(|group| Cow::Borrowed(*group)).collect(),
            span: id.span.clone(),
            given: given.into_iter().chain(own).collect(),
        });
        entries.extend(tasks(&task.tasks, &below));
    }
    entries
}

/// The words of the columns that an office has for itself in the data of a kind.
pub(super) fn own_columns(plan: &Plan, kind: MountKind) -> BTreeSet<&str> {
    let tasks = if kind == MountKind::Tasks { Task::all(&plan.tasks) } else { Vec::new() };
    tasks.into_iter().flat_map(|(_, task)| task.own.ids()).collect()
}

/// What mounts of one kind print: the same choice of many mounts is one.
#[derive(Debug)]
pub(super) struct Choice<'a> {
    /// The first mount that makes it.
    pub(super) mount: &'a Mount,
    group: Option<&'a str>,
    pick: BTreeSet<&'a str>,
}

/// The choices that the mounts of a kind make, each form and choice once.
pub(super) fn choices<'a>(mounts: &[&'a Mount], kind: MountKind) -> Vec<Choice<'a>> {
    let mut known = BTreeSet::new();
    let has_groups = !matches!(kind, MountKind::Projects | MountKind::Reports);
    let mut choices = Vec::new();
    for mount in mounts.iter().filter(|mount| mount.kind.value == kind) {
        let group = mount.group.as_ref().map(|group| group.words.as_str()).filter(|_| has_groups);
        let pick: BTreeSet<&str> = mount.pick.iter().map(|pick| pick.words.as_str()).collect();
        let columns: Vec<&str> = mount.columns.iter().map(|column| column.key.words.as_str()).collect();
        if known.insert((mount.shown_as(), columns, group, pick.clone())) {
            choices.push(Choice { mount, group, pick });
        }
    }
    choices
}

impl Choice<'_> {
    /// Whether it is all data of the kind.
    pub(super) fn is_whole(&self) -> bool {
        self.group.is_none() && self.pick.is_empty()
    }

    /// Whether an entry is printed.
    fn takes(&self, entry: &Entry<'_>) -> bool {
        let in_group = self.group.is_none_or(|group| entry.groups.iter().any(|known| known == group));
        in_group && (self.pick.is_empty() || entry.ids.iter().chain(&entry.within).any(|id| self.pick.contains(id)))
    }
}

/// The entries of a kind, found by id and by group: a choice costs what it prints, not what it passes over.
#[derive(Debug)]
pub(super) struct Holding<'a> {
    /// The entries in the order of the file.
    pub(super) entries: Vec<Entry<'a>>,
    by_id: BTreeMap<&'a str, Vec<usize>>,
    by_holder: BTreeMap<&'a str, Vec<usize>>,
    by_group: BTreeMap<Cow<'a, str>, Vec<usize>>,
}

impl<'a> Holding<'a> {
    /// The entries of a kind.
    pub(super) fn new(plan: &'a Plan, kind: MountKind) -> Self {
        let entries = entries(plan, kind);
        let (mut by_id, mut by_holder, mut by_group) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for (at, entry) in entries.iter().enumerate() {
            for id in &entry.ids {
                by_id.entry(*id).or_insert_with(Vec::new).push(at);
            }
            for id in &entry.within {
                by_holder.entry(*id).or_insert_with(Vec::new).push(at);
            }
            for group in &entry.groups {
                by_group.entry(group.clone()).or_insert_with(Vec::new).push(at);
            }
        }
        Self { entries, by_id, by_holder, by_group }
    }

    /// The numbers of the entries that have an id.
    pub(super) fn with_id(&self, id: &str) -> &[usize] {
        self.by_id.get(id).map_or(&[], Vec::as_slice)
    }

    /// The ids in order.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> + Clone {
        self.by_id.keys().copied()
    }

    /// The groups in order.
    pub(super) fn groups(&self) -> impl Iterator<Item = &str> + Clone {
        self.by_group.keys().map(|group| &**group)
    }

    /// Whether all that a choice names is there.
    pub(super) fn knows(&self, choice: &Choice<'_>) -> bool {
        let group = choice.group.is_none_or(|group| self.by_group.contains_key(group));
        group && choice.pick.iter().all(|id| self.by_id.contains_key(id))
    }

    /// The numbers of the entries that a choice prints, in the order of the file.
    pub(super) fn taken(&self, choice: &Choice<'_>) -> BTreeSet<usize> {
        let near: Vec<usize> = match choice.group {
            _ if !choice.pick.is_empty() => {
                let held = choice.pick.iter().filter_map(|id| self.by_holder.get(id)).flatten();
                choice.pick.iter().flat_map(|id| self.with_id(id)).chain(held).copied().collect()
            }
            Some(group) => self.by_group.get(group).cloned().unwrap_or_default(),
            None => (0..self.entries.len()).collect(),
        };
        near.into_iter().filter(|at| choice.takes(&self.entries[*at])).collect()
    }
}

fn only_given(keys: &[(&'static str, bool)]) -> Vec<&'static str> {
    keys.iter().filter(|(_, given)| *given).map(|(key, _)| *key).collect()
}

/// Own words win over all else that a target says: the rest is data. Only levels by year have columns of their own.
fn target_keys(target: &Target) -> Vec<&'static str> {
    let in_words = target.text.is_some();
    only_given(&[
        (target::LEAD_IN.name(), target.lead_in.is_some() && !in_words),
        (target::BASE.name(), target.from.is_some() && !in_words),
        (target::END.name(), target.to.is_some() && !in_words),
        (target::VALUE.name(), target.value.is_some() && !in_words),
        (target::LEVEL.name(), target.level.is_some() && !in_words),
        (target::DECREASE.name(), target.decrease.is_some() && !in_words),
        (target::INCREASE.name(), target.increase.is_some() && !in_words),
        (target::FRACTION.name(), target.fraction.is_some() && !in_words),
        (target::SET_BY.name(), target.set_by.is_some() && !in_words),
        (target::PER.name(), target.per.is_some() && !in_words),
        (target::DEADLINE.name(), target.deadline.is_some() && !in_words),
        (target::STEPS.name(), !target.steps.0.is_empty() && !in_words),
        (target::BREAKDOWN.name(), !target.breakdown.is_empty() && !in_words),
    ])
}

fn project_keys(project: &Project) -> Vec<&'static str> {
    let in_words = project.assignment.is_some();
    only_given(&[
        (project::GOALS.name(), !project.goals.is_empty()),
        (project::GROUPS.name(), !project.groups.is_empty()),
        (project::CONTENT.name(), !project.content.is_empty()),
        (project::LEAD.name(), project.lead.is_some() && !in_words),
        (project::CO_LEADS.name(), !project.co_leads.0.is_empty() && !in_words),
        (project::COOPERATING.name(), !project.cooperating.is_empty() && !in_words),
        (project::ASSIGNMENT.name(), in_words),
        (project::AMOUNT.name(), project.amount.is_some()),
        (project::FUNDING.name(), project.funding.is_some()),
    ])
}

fn item_keys(item: &FundingItem) -> Vec<&'static str> {
    only_given(&[
        (funding::GROUP.name(), item.group.is_some()),
        (funding::COUNT.name(), item.count.is_some()),
        (funding::AMOUNT.name(), item.whole().is_some()),
        (funding::BASIS.name(), item.basis.is_some() && item.whole().is_none()),
        (funding::CAP.name(), item.cap.is_some()),
        (funding::ITEM_SOURCES.name(), !item.sources.is_empty()),
        (funding::IN_KIND.name(), YesNo::is_yes(item.in_kind.as_ref())),
        (funding::ALLOCATIONS.name(), !item.allocations.is_empty()),
        (funding::BY_SOURCE.name(), !item.by_source.0.is_empty()),
        (funding::BY_YEAR.name(), !item.by_year.0.is_empty()),
        (funding::ITEM_TEXT.name(), item.text.is_some()),
    ])
}

fn task_keys(task: &Task) -> Vec<&'static str> {
    only_given(&[
        (task::CODE.name(), task.code.is_some()),
        (task::METHOD.name(), task.method.is_some()),
        (task::LEAD.name(), task.lead.is_some()),
        (task::CO_LEADS.name(), !task.co_leads.0.is_empty()),
        (task::COOPERATING.name(), !task.cooperating.is_empty()),
        (task::DEADLINE.name(), task.deadline.is_some()),
        (task::PRODUCTS.name(), !task.products.is_empty()),
        (task::AMOUNT.name(), task.amount.is_some()),
        (task::FUNDING.name(), task.funding.is_some()),
        (task::SPENDING.name(), task.spending.is_some()),
    ])
}

fn duty_keys(duty: &duty::Responsibility) -> Vec<&'static str> {
    only_given(&[
        (duty::TEXT.name(), duty.text.is_some()),
        (duty::ITEMS.name(), !duty.items.is_empty()),
        (duty::LISTINGS.name(), !duty.listings.is_empty()),
        (duty::REQUEST.name(), YesNo::is_yes(duty.requested.as_ref())),
    ])
}
