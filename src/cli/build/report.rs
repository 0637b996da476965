//! What became of each plan, said in the order of the plans, as soon as the order allows.

use std::collections::BTreeMap;

use super::super::arguments::{Build, Global};
use super::super::jobs::{Shown, together};
use super::super::outcome::Outcome;
use super::super::terminal::Terminal;
use super::job::Done;
use super::prepare::Prepared;
use crate::check::Facts;
use crate::diagnostic::any_at;

/// What has been said so far.
pub(super) struct Report<'a> {
    prepared: &'a Prepared<'a>,
    global: &'a Global,
    terminal: &'a Terminal,
    outcome: Outcome,
    /// How many plans have been spoken of.
    said: usize,
    /// Plans that are not built.
    bad: Vec<&'a str>,
    /// Plans whose documents are no longer of one run.
    torn: Vec<&'a str>,
    shown: Shown,
    /// What is compared among the plans.
    facts: Vec<Facts>,
}

impl<'a> Report<'a> {
    pub(super) fn new(global: &'a Global, prepared: &'a Prepared<'a>, terminal: &'a Terminal) -> Self {
        Self {
            prepared,
            global,
            terminal,
            outcome: Outcome::Clean,
            said: 0,
            bad: Vec::new(),
            torn: Vec::new(),
            shown: Shown::default(),
            facts: Vec::new(),
        }
    }

    /// Says what became of every plan, then of all together.
    pub(super) fn all(mut self, done: impl IntoIterator<Item = (usize, Done)>, build: &Build) -> Outcome {
        let mut waiting = BTreeMap::new();
        for (index, done) in done {
            self.terminal.step();
            waiting.insert(index, done);
            while let Some(done) = waiting.remove(&self.said) {
                self.one(done);
            }
        }
        self.terminal.finish();
        let among = together(&self.prepared.office, &self.facts);
        if any_at(&among, self.global.fail_on) {
            self.outcome = self.outcome.max(Outcome::Findings);
        }
        self.terminal.findings(&self.shown.new_only(among));
        if !self.prepared.jobs.is_empty() {
            self.together(build);
        }
        self.outcome
    }

    fn one(&mut self, done: Done) {
        let job = &self.prepared.jobs[self.said].job;
        self.said += 1;
        match done {
            Done::Built(diagnostics, facts) => {
                self.facts.extend(facts);
                if any_at(&diagnostics, self.global.fail_on) {
                    self.outcome = self.outcome.max(Outcome::Findings);
                }
                self.terminal.findings(&self.shown.new_only(diagnostics));
            }
            Done::Refused(diagnostics) => {
                self.terminal.findings(&self.shown.new_only(diagnostics));
                self.bad.push(&job.name);
                self.outcome = self.outcome.max(Outcome::Findings);
            }
            Done::Failed(failure) => {
                self.terminal.failure(&failure);
                self.bad.push(&job.name);
                self.outcome = Outcome::Failed;
            }
            Done::Torn(failure) => {
                self.terminal.failure(&failure);
                self.torn.push(&job.name);
                self.outcome = Outcome::Failed;
            }
        }
    }

    fn together(&mut self, build: &Build) {
        let jobs = self.prepared.jobs.len();
        let good = jobs - self.bad.len() - self.torn.len();
        self.bad.extend(self.prepared.refused.iter().map(String::as_str));
        let all = jobs + self.prepared.refused.len();
        let formats: Vec<_> = build.formats.iter().map(|format| format.extension().to_uppercase()).collect();
        self.terminal.talk(&format!("đã dựng {good}/{all} kế hoạch ({})", formats.join(", ")));
        if build.verify {
            self.terminal.talk(&format!("đã đo thể thức của {} tệp", good * build.formats.len()));
        }
        if !self.bad.is_empty() {
            self.terminal.talk(&format!("chưa dựng, kết quả cũ còn nguyên: {}", self.bad.join(", ")));
        }
        if !self.torn.is_empty() {
            self.terminal.failure(&format!("chỉ ghi được một phần kết quả, phải dựng lại: {}", self.torn.join(", ")));
        }
    }
}
