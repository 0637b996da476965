//! One plan to its documents, as far as they are not there already.

use std::hash::Hash;
use std::path::{Path, PathBuf};

use super::super::arguments::Build;
use super::super::jobs::{apart, judge_text};
use super::document::{Document, Output, Reason, documents};
use super::prepare::{Prepared, Target};
use crate::cache::{Change, Entry, Inputs};
use crate::check::Facts;
use crate::diagnostic::{Code, Diagnostic};
use crate::digest::{Digest, Digester};
use crate::inspect::{Expected, inspect};
use crate::layout::Layout;
use crate::pipeline::{Fault, OWN_FAULT, blame};
use crate::plan::{Plan, Status};
use crate::project::Unread;

/// What became of a plan.
pub(super) enum Done {
    /// Its documents are there.
    Built(Box<Built>),
    /// Findings kept it from being built.
    Refused(Vec<Diagnostic>),
    /// The machine or the program failed; its old documents are as they were.
    Failed(String),
    /// The machine failed between its documents: they are no longer of one run.
    Torn(String),
}

/// A plan whose documents are there, or would be if this run built any.
pub(super) struct Built {
    pub(super) findings: Vec<Diagnostic>,
    pub(super) facts: Option<Facts>,
    pub(super) outputs: Vec<Output>,
    /// All that it depends on.
    pub(super) inputs: Inputs,
    /// Whether nothing of it has changed.
    pub(super) is_fresh: bool,
    /// What changed although nothing that is printed did.
    pub(super) aside: Option<String>,
    /// How long it took when it was last built, in milliseconds, if that was asked for.
    pub(super) cost: Option<u64>,
}

/// Builds a plan.
pub(super) fn build(build: &Build, prepared: &Prepared<'_>, target: &Target) -> Done {
    apart(&target.job.name, || try_build(build, prepared, target).unwrap_or_else(|done| done))
        .unwrap_or_else(Done::Failed)
}

fn try_build(build: &Build, prepared: &Prepared<'_>, target: &Target) -> Result<Done, Done> {
    let job = &target.job;
    let start = prepared.clock.start();
    let bytes = prepared.project.plan_bytes(&job.path).map_err(unread)?;
    let inputs = prepared.inputs(job, &bytes);
    let known = prepared.store.entry(&job.place);
    let there = documents(prepared.project.world, target, &build.formats, known.as_ref());
    let fresh = known.as_ref().filter(|entry| entry.inputs == inputs && there.iter().all(|one| one.flaw.is_none()));
    if let (Some(entry), false) = (fresh, build.verify) {
        return Ok(Done::Built(Box::new(kept(entry, &there, inputs))));
    }
    let file = prepared.project.plan_of(&job.path, &bytes).map_err(unread)?;
    let mut judged = judge_text(&prepared.office, job, &file, build.status);
    let Some((plan, layout)) = judged.laid_out(&prepared.office) else { return Err(Done::Refused(judged.findings)) };
    let printed = printed(prepared, &layout);
    let same = known.as_ref().filter(|entry| entry.printed == printed);
    let changes = known.as_ref().map_or_else(String::new, |entry| told(&inputs.since(&entry.inputs)));
    let making = Making { prepared, name: &job.name, plan: &plan.plan, layout: &layout, is_check: build.check };
    let changed = known.as_ref().filter(|_| same.is_none()).map(|_| Reason::Changed(changes.clone()));
    let (outputs, made) = making.documents(&there, changed.as_ref())?;
    let aside = Some(changes).filter(|changes| made.is_empty() && !changes.is_empty());
    let mut built =
        Built { findings: judged.findings, facts: judged.facts, outputs, inputs, is_fresh: false, aside, cost: None };
    if build.check {
        return Ok(Done::Built(Box::new(built)));
    }
    // Nothing is written before everything is there, so a failure leaves the old pair of documents.
    prepared.project.world.write(&made, &prepared.out).map_err(|error| {
        let failure = format!("{}: {}", job.name, prepared.project.told(&error));
        if error.is_torn() { Done::Torn(failure) } else { Done::Failed(failure) }
    })?;
    built.cost = start.elapsed().filter(|_| !made.is_empty()).or(same.and_then(|entry| entry.cost));
    // Both are kept: what stands in the documents, and only then that it does. Killed in between, this run leaves documents
    // that are not those of the entry, and the next one makes them again.
    prepared.store.keep(&job.place, &entry(&built, printed, same));
    if build.verify {
        let read = there.iter().filter_map(|one| Some((&one.path, one.bytes.as_ref()?)));
        let written = made.iter().map(|(path, bytes)| (path, bytes));
        let is_made = |path: &Path| made.iter().any(|(other, _)| other == path);
        let all = read.filter(|(path, _)| !is_made(path)).chain(written);
        built.findings.extend(all.flat_map(|(path, bytes)| proof(prepared, path, bytes, plan.status)));
    }
    Ok(Done::Built(Box::new(built)))
}

/// What is known of a plan of which nothing has changed.
fn kept(entry: &Entry, there: &[Document], inputs: Inputs) -> Built {
    Built {
        findings: entry.findings.clone(),
        facts: entry.facts.clone(),
        outputs: there.iter().filter_map(Document::kept).collect(),
        inputs,
        is_fresh: true,
        aside: None,
        cost: entry.cost,
    }
}

/// A plan whose documents are made.
struct Making<'a> {
    prepared: &'a Prepared<'a>,
    name: &'a str,
    plan: &'a Plan,
    layout: &'a Layout,
    is_check: bool,
}

/// Documents with the bytes of those that were made.
type Made = (Vec<Output>, Vec<(PathBuf, Vec<u8>)>);

impl Making<'_> {
    /// Makes those documents that are not as they have to be: all of them, if what they show has changed.
    fn documents(&self, there: &[Document], changed: Option<&Reason>) -> Result<Made, Done> {
        let (mut outputs, mut made) = (Vec::new(), Vec::new());
        for document in there {
            let Some(why) = changed.or(document.flaw.as_ref()) else {
                outputs.extend(document.kept());
                continue;
            };
            let bytes =
                self.prepared.office.write(self.layout, document.format).map_err(|fault| self.failed(&fault))?;
            let content = Digest::of(&bytes);
            // What a build would write again, byte for byte, is as it has to be, whatever is known of it.
            let is_right = self.is_check && document.content == Some(content);
            let why = Some(why.clone()).filter(|_| !is_right);
            outputs.push(Output { path: document.path.clone(), content, why });
            made.push((document.path.clone(), bytes));
        }
        Ok((outputs, made))
    }

    fn failed(&self, fault: &Fault) -> Done {
        let found = blame(fault, self.plan);
        if found.is_empty() { Done::Failed(format!("{}: {OWN_FAULT}", self.name)) } else { Done::Refused(found) }
    }
}

fn unread(unread: Unread) -> Done {
    match unread {
        Unread::Finding(finding) => Done::Refused(vec![*finding]),
        Unread::Failure(failure) => Done::Failed(failure),
    }
}

/// What is printed of a plan, and all that writers need besides.
fn printed(prepared: &Prepared<'_>, layout: &Layout) -> Digest {
    let mut digester = Digester::default();
    (prepared.style, layout).hash(&mut digester);
    digester.digest()
}

/// What is known of a plan from now on; a format that was not asked for stays as it is known.
fn entry(built: &Built, printed: Digest, same: Option<&Entry>) -> Entry {
    let mut outputs = same.map(|entry| entry.outputs.clone()).unwrap_or_default();
    for output in &built.outputs {
        let format = output.path.extension().unwrap_or_default().to_string_lossy().into_owned();
        outputs.insert(format, output.content);
    }
    let Built { inputs, findings, facts, cost, .. } = built;
    Entry { inputs: inputs.clone(), printed, outputs, findings: findings.clone(), facts: facts.clone(), cost: *cost }
}

/// Changes in a row of words.
fn told(changes: &[Change<'_>]) -> String {
    /// Changes that are named; more are counted.
    const MOST: usize = 3;
    let mut named: Vec<_> = changes.iter().take(MOST).map(ToString::to_string).collect();
    if changes.len() > MOST {
        named.push(format!("và {} thay đổi nữa", changes.len() - MOST));
    }
    named.join(", ")
}

/// What is wrong with a document on paper, measured on the document itself.
fn proof(prepared: &Prepared<'_>, path: &Path, bytes: &[u8], status: Status) -> Vec<Diagnostic> {
    let Prepared { project, office, .. } = prepared;
    let name = project.shown(path);
    let is_final = match status {
        Status::Draft => Some(false),
        // Number, day and name may be blank, and then it is no more than a draft.
        Status::Submitted => None,
        Status::Issued => Some(true),
    };
    let expected = Expected { is_final, ..office.expected.clone() };
    match inspect(&name, bytes, &office.decree, &expected) {
        Ok(report) => report.findings,
        Err(refusal) => vec![Diagnostic::in_file(Code::NotMeasurable, name, refusal.message).help(refusal.help)],
    }
}
