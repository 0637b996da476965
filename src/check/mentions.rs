//! Bodies where they are named beside each other: who leads and who co-operates, who does an item of an agenda.

use super::trees::every_agenda;
use crate::plan::body::Body;
use crate::plan::lead::Lead;
use crate::plan::project::Project;
use crate::plan::task::Task;
use crate::plan::{Plan, agenda, project, task};
use crate::source::Span;
use crate::value::{IdOrText, Ref, Text};

/// A body where it is named.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mention<'a> {
    /// The key under which it is named.
    pub(super) key: &'static str,
    /// Its id, or words in its place.
    pub(super) who: Who<'a>,
}

/// How a body is named.
#[derive(Debug, Clone, Copy)]
pub(super) enum Who<'a> {
    /// By its id.
    Id(&'a Ref<Body>),
    /// In words.
    Words(&'a Text),
}

impl<'a> Mention<'a> {
    fn new(key: &'static str, body: &'a IdOrText<Body>) -> Self {
        let who = match body {
            IdOrText::Id(id) => Who::Id(id),
            IdOrText::Text(text) => Who::Words(text),
        };
        Self { key, who }
    }

    /// Where it stands.
    pub(super) fn span(self) -> &'a Span {
        match self.who {
            Who::Id(id) => &id.span,
            Who::Words(text) => &text.span,
        }
    }
}

/// The bodies of each task, from the outermost in.
pub(super) fn of_tasks(plan: &Plan) -> Vec<Vec<Mention<'_>>> {
    Task::all(&plan.tasks).into_iter().map(|(_, task)| of_task(task)).collect()
}

fn of_task(task: &Task) -> Vec<Mention<'_>> {
    let lead = task.lead.iter().map(|lead| of_lead(task::LEAD.name(), lead));
    let co_leads = task.co_leads.0.iter().map(|lead| of_lead(task::CO_LEADS.name(), lead));
    let cooperating = task.cooperating.iter().map(|body| Mention::new(task::COOPERATING.name(), body));
    lead.chain(co_leads).chain(cooperating).collect()
}

/// The bodies of each project.
pub(super) fn of_projects(plan: &Plan) -> Vec<Vec<Mention<'_>>> {
    plan.projects.values().map(of_project).collect()
}

fn of_project(project: &Project) -> Vec<Mention<'_>> {
    let by_id = |key, id| Mention { key, who: Who::Id(id) };
    let lead = project.lead.iter().map(|id| by_id(project::LEAD.name(), id));
    let co_leads = project.co_leads.0.iter().map(|lead| of_lead(project::CO_LEADS.name(), lead));
    let cooperating = project.cooperating.iter().map(|id| by_id(project::COOPERATING.name(), id));
    lead.chain(co_leads).chain(cooperating).collect()
}

/// The bodies of each item of the agendas.
pub(super) fn of_agendas(plan: &Plan) -> Vec<Vec<Mention<'_>>> {
    let items = every_agenda(plan).flat_map(|agenda| &agenda.days).flat_map(|day| &day.items);
    items.map(|item| item.who.iter().map(|body| Mention::new(agenda::WHO.name(), body)).collect()).collect()
}

fn of_lead<'a>(key: &'static str, lead: &'a Lead) -> Mention<'a> {
    Mention::new(key, &lead.body)
}

/// The id of the declared body whose name or short name some words are.
pub(super) fn declared<'a>(plan: &'a Plan, words: &Text) -> Option<&'a str> {
    let wanted = alike(words);
    let is_name = |name: &Option<Text>| name.as_ref().is_some_and(|name| alike(name) == wanted);
    let mut bodies = plan.bodies.iter().filter(|(_, body)| is_name(&body.name) || is_name(&body.short));
    bodies.next().map(|(id, _)| id.name.as_str())
}

fn alike(text: &Text) -> String {
    text.letters().trim().to_lowercase()
}
