//! What bodies lead and co-operate in: projects by name, tasks by the numbers under which tables print them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::task_rows::{TaskRow, roots, rows};
use crate::plan::body::Body;
use crate::plan::duty::{Listing, Responsibility};
use crate::plan::mount::{Mount, MountForm, MountKind};
use crate::plan::task::Task;
use crate::template::words::Viewer;
use crate::template::xml::Xml;
use crate::value::{IdOrText, Ref, Text};

/// What is listed among the duties of bodies.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct ListingView {
    chu_tri: Option<PartView>,
    phoi_hop: Option<PartView>,
}

/// Projects and tasks in which bodies have one part.
#[derive(Debug, Clone, Default, Serialize)]
struct PartView {
    du_an: Vec<Xml>,
    nhiem_vu: Vec<NumbersView>,
    /// Tasks that no table numbers, in words.
    viec: Vec<Xml>,
}

/// Numbers of tasks in one table.
#[derive(Debug, Clone, Serialize)]
struct NumbersView {
    /// The appendix in which the table stands.
    noi: Option<Xml>,
    so: Vec<Xml>,
}

/// The only table of tasks at a place.
struct Numbered<'a> {
    appendix: Option<usize>,
    numbers: BTreeMap<&'a str, String>,
}

impl Viewer<'_> {
    /// What a duty lists: nothing that it does not ask for, and nothing where there is nothing.
    pub(super) fn listing(&self, duty: &Responsibility) -> ListingView {
        let part = |listing: Listing| {
            let asked = duty.listings.iter().any(|asked| asked.value == listing);
            asked.then(|| self.part(&duty.bodies, listing)).filter(|part| !part.is_empty())
        };
        ListingView { chu_tri: part(Listing::Leads), phoi_hop: part(Listing::Cooperates) }
    }

    fn part(&self, bodies: &[Ref<Body>], listing: Listing) -> PartView {
        let is_one = |id: &str| bodies.iter().any(|body| body.name == id);
        let projects = self.plan.projects.iter().filter_map(|(id, project)| {
            let co_leads = project.co_leads.0.iter().filter_map(|lead| Some((id_of(&lead.body)?, lead.role.as_ref())));
            let leads = project.lead.iter().map(|lead| (lead.name.as_str(), None)).chain(co_leads);
            let cooperating = project.cooperating.iter().map(|body| (body.name.as_str(), None));
            let role = role_of(leads, cooperating, listing, &is_one)?;
            Some(self.with_role(self.project_name(&id.name).called, role))
        });
        let mut part = PartView { du_an: projects.collect(), ..PartView::default() };
        let tables = self.numbered_tables();
        for (id, task) in Task::all(&self.plan.tasks) {
            let Some(role) = task_role(task, listing, &is_one) else { continue };
            let found = tables.iter().find_map(|table| Some((table, table.numbers.get(id.name.as_str())?)));
            match found {
                Some((table, number)) => {
                    let noi = table.appendix.map(|index| self.appendix_number(index));
                    let number = self.with_role(number.as_str().into(), role);
                    match part.nhiem_vu.iter_mut().find(|numbers| numbers.noi == noi) {
                        Some(numbers) => numbers.so.push(number),
                        None => part.nhiem_vu.push(NumbersView { noi, so: vec![number] }),
                    }
                }
                None => {
                    let words = self.opt_words(task.text.as_ref()).unwrap_or_default();
                    part.viec.push(self.with_role(words.filtered(crate::value::Filter::Unended), role));
                }
            }
        }
        part
    }

    fn with_role(&self, name: Xml, role: Option<&Text>) -> Xml {
        match self.opt_words(role) {
            Some(role) => Xml::format("{} ({})", &[&name, &role]),
            None => name,
        }
    }

    /// The tables of tasks by whose numbers a task can be named: each the only one in the body or in its appendix.
    fn numbered_tables(&self) -> Vec<Numbered<'_>> {
        let plan = self.plan;
        let mut tables = Vec::new();
        let trees = std::iter::once((None, &plan.content))
            .chain(plan.appendices.values().enumerate().map(|(index, appendix)| (Some(index), &appendix.content)));
        for (appendix, blocks) in trees {
            let mut mounts = Vec::new();
            blocks.iter().for_each(|block| block.mounts(&mut mounts));
            mounts.retain(|mount| mount.kind.value == MountKind::Tasks && mount.shown_as() == MountForm::Table);
            if let [mount] = mounts.as_slice() {
                let rows = rows(&roots(&plan.tasks, mount), mount.counts_on());
                let numbers =
                    rows.iter().filter_map(|row| Some((row.id.name.as_str(), printed(row, mount)?))).collect();
                tables.push(Numbered { appendix, numbers });
            }
        }
        tables
    }
}

/// The number of a row as its table prints it, its code where the table has codes alone.
fn printed(row: &TaskRow<'_>, mount: &Mount) -> Option<String> {
    let has = |key: &str| mount.columns.is_empty() || mount.columns.iter().any(|column| column.key.words == key);
    let code = || row.task.code.as_ref().filter(|_| has("ky_hieu")).map(Text::letters);
    if has("stt") { Some(row.full.clone()) } else { code() }
}

fn id_of(body: &IdOrText<Body>) -> Option<&str> {
    match body {
        IdOrText::Id(id) => Some(&id.name),
        IdOrText::Text(_) => None,
    }
}

/// The part of a task that one of some bodies has, in a listing; none if they have none.
fn task_role<'t>(task: &'t Task, listing: Listing, is_one: &dyn Fn(&str) -> bool) -> Option<Option<&'t Text>> {
    let leads = task.lead.iter().chain(&task.co_leads.0);
    let leads = leads.filter_map(|lead| Some((id_of(&lead.body)?, lead.role.as_ref())));
    let cooperating = task.cooperating.iter().filter_map(|body| Some((id_of(body)?, None)));
    role_of(leads, cooperating, listing, is_one)
}

fn role_of<'t>(
    mut leads: impl Iterator<Item = (&'t str, Option<&'t Text>)>,
    mut cooperating: impl Iterator<Item = (&'t str, Option<&'t Text>)>,
    listing: Listing,
    is_one: &dyn Fn(&str) -> bool,
) -> Option<Option<&'t Text>> {
    let found = match listing {
        Listing::Leads => leads.find(|(id, _)| is_one(id)),
        Listing::Cooperates => cooperating.find(|(id, _)| is_one(id)),
    };
    found.map(|(_, role)| role)
}

impl PartView {
    fn is_empty(&self) -> bool {
        self.du_an.is_empty() && self.nhiem_vu.is_empty() && self.viec.is_empty()
    }
}
