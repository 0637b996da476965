//! What became of each plan, said in the order of the plans, as soon as the order allows.

use std::collections::BTreeMap;

use super::super::arguments::{Build, Global};
use super::super::jobs::{Shown, together};
use super::super::outcome::Outcome;
use super::super::terminal::Terminal;
use super::job::{Built, Done};
use super::ledger::Ledger;
use super::prepare::Prepared;
use crate::check::Facts;
use crate::diagnostic::{Code, Diagnostic, any_at};

/// What has been said so far.
pub(super) struct Report<'a> {
    build: &'a Build,
    prepared: &'a Prepared<'a>,
    global: &'a Global,
    terminal: &'a Terminal,
    outcome: Outcome,
    /// How many plans have been spoken of.
    said: usize,
    /// How many of them had nothing to be built, and how many would have to be.
    kept: usize,
    outdated: usize,
    /// Plans that are not built.
    bad: Vec<&'a str>,
    /// Plans whose documents are no longer of one run.
    torn: Vec<&'a str>,
    shown: Shown,
    /// What is compared among the plans.
    facts: Vec<Facts>,
    ledger: Ledger,
}

impl<'a> Report<'a> {
    pub(super) fn new(
        build: &'a Build,
        global: &'a Global,
        prepared: &'a Prepared<'a>,
        terminal: &'a Terminal,
    ) -> Self {
        Self {
            build,
            prepared,
            global,
            terminal,
            outcome: Outcome::Clean,
            said: 0,
            kept: 0,
            outdated: 0,
            bad: Vec::new(),
            torn: Vec::new(),
            shown: Shown::default(),
            facts: Vec::new(),
            ledger: Ledger::default(),
        }
    }

    /// Says what became of every plan and how long that took, then of all together.
    pub(super) fn all(mut self, done: impl IntoIterator<Item = (usize, (Done, Option<u64>))>) -> Outcome {
        let mut waiting = BTreeMap::new();
        for (index, done) in done {
            self.terminal.step();
            waiting.insert(index, done);
            while let Some((done, took)) = waiting.remove(&self.said) {
                self.one(done, took);
            }
        }
        self.terminal.finish();
        let among = together(&self.prepared.office, &self.facts);
        self.tell(among);
        match std::mem::take(&mut self.ledger).close(self.build, self.prepared) {
            Ok(findings) => self.tell(findings),
            Err(failure) => {
                self.terminal.failure(&failure);
                self.outcome = Outcome::Failed;
            }
        }
        self.together();
        self.outcome
    }

    fn one(&mut self, done: Done, took: Option<u64>) {
        let target = &self.prepared.jobs[self.said];
        let job = &target.job;
        self.said += 1;
        self.ledger.add(self.build, self.prepared, target, &done, took);
        match done {
            Done::Built(built) => self.built(&job.name, *built),
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

    fn built(&mut self, name: &str, mut built: Built) {
        self.facts.extend(built.facts.take());
        if built.is_fresh && self.build.only_new {
            self.kept += 1;
            return;
        }
        self.tell(built.findings);
        let made: Vec<_> = built.outputs.iter().filter_map(|output| Some((output, output.why.as_ref()?))).collect();
        if made.is_empty() {
            self.kept += 1;
        } else if self.build.check {
            self.outdated += 1;
        }
        for (output, why) in made {
            let shown = self.prepared.project.shown(&output.path);
            if self.build.check {
                let message = format!("không còn đúng với kế hoạch: {why}");
                let finding = Diagnostic::in_file(Code::Outdated, shown, message);
                self.tell(vec![finding.help("chạy kehoach build để dựng lại")]);
            } else if self.build.explain {
                self.terminal.drawn(&format!("{shown}: dựng vì {why}"));
            }
        }
        if let Some(aside) = built.aside.filter(|_| self.build.explain) {
            self.terminal.drawn(&format!("{name}: giữ kết quả cũ, nội dung in ra vẫn thế dù {aside}"));
        }
    }

    /// Shows findings, each once.
    fn tell(&mut self, findings: Vec<Diagnostic>) {
        if any_at(&findings, self.global.fail_on) {
            self.outcome = self.outcome.max(Outcome::Findings);
        }
        self.terminal.findings(&self.shown.new_only(findings));
    }

    fn together(&mut self) {
        let jobs = self.prepared.jobs.len();
        let good = jobs - self.bad.len() - self.torn.len();
        self.bad.extend(self.prepared.refused.iter().map(String::as_str));
        let all = jobs + self.prepared.refused.len();
        let formats: Vec<_> = self.build.formats.iter().map(|format| format.extension().to_uppercase()).collect();
        let formats = formats.join(", ");
        if all == 0 {
            self.terminal.talk("không có kế hoạch nào phải dựng trong phần này");
        } else if self.build.check {
            self.terminal.talk(&format!("{}/{all} kế hoạch có kết quả đúng ({formats})", good - self.outdated));
        } else {
            let kept = if self.kept > 0 {
                format!("; {} kế hoạch giữ nguyên kết quả cũ", self.kept)
            } else {
                String::new()
            };
            self.terminal.talk(&format!("đã dựng {}/{all} kế hoạch ({formats}){kept}", good - self.kept));
        }
        if self.build.verify {
            self.terminal.talk(&format!("đã đo thể thức của {} tệp", good * self.build.formats.len()));
        }
        if !self.bad.is_empty() {
            self.terminal.talk(&format!("chưa dựng, kết quả cũ còn nguyên: {}", self.bad.join(", ")));
        }
        if !self.torn.is_empty() {
            self.terminal.failure(&format!("chỉ ghi được một phần kết quả, phải dựng lại: {}", self.torn.join(", ")));
        }
    }
}
