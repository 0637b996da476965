//! What a run will build, and into which files.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::super::arguments::Build;
use super::super::jobs::{self, Job};
use super::super::shard::costs;
use super::changed::Since;
use super::timings;
use crate::cache::{Inputs, PROGRAM, Store};
use crate::diagnostic::{Code, Diagnostic};
use crate::digest::Digest;
use crate::pipeline::Office;
use crate::project::{Notes, Project};
use crate::world::World;
use crate::world::clock::Clock;
use crate::world::record::Recorder;

/// The folder of the cache, in the folder of outputs.
const CACHE: &str = ".kehoach";
/// Larger than any file of timings, in bytes.
const LARGEST: u64 = 64 << 20;

/// What is known before any plan is built.
pub(super) struct Prepared<'a> {
    pub(super) project: &'a Project<'a>,
    pub(super) office: Office,
    pub(super) jobs: Vec<Target>,
    /// Names of plans that are not built, whose reason stands among the findings.
    pub(super) refused: Vec<String>,
    /// The folder of all outputs.
    pub(super) out: PathBuf,
    /// What was built before.
    pub(super) store: Store<'a>,
    /// What writers need beside a layout, as a word that changes with it.
    pub(super) style: Digest,
    pub(super) clock: Clock,
    /// What every plan depends on.
    common: Inputs,
}

/// A plan to build.
pub(super) struct Target {
    /// The plan.
    pub(super) job: Job,
    /// Its outputs, without ending.
    pub(super) target: PathBuf,
}

/// Finds the plans and what they share; what is wrong with either is noted. `None` if nothing can be built at all.
pub(super) fn prepare<'a>(build: &Build, project: &'a Project<'a>, notes: &mut Notes) -> Option<Prepared<'a>> {
    let recorder = Recorder::new(project.world);
    let office = Project { world: &recorder, ..project.clone() }.office(notes)?;
    let files = recorder.contents();
    let mut common = Inputs::new(&format!("{:?}", build.status), &seen_from(project));
    files.iter().for_each(|(path, content)| common.add(project.inside(path), *content));
    let [out, cache] = folders(build, project);
    let mut prepared = Prepared {
        project,
        style: style(&office),
        office,
        jobs: Vec::new(),
        refused: Vec::new(),
        store: Store::new(project.world, cache),
        out,
        clock: if build.timings.is_some() { Clock::Running } else { Clock::Stopped },
        common,
    };
    let mut targets: BTreeMap<PathBuf, String> = BTreeMap::new();
    for job in jobs::jobs(project, &prepared.office, &build.paths, notes) {
        let target = prepared.out.join(job.place.with_extension(""));
        if let Some(first) = targets.get(&target) {
            let message = format!("kết quả sẽ ghi đè kết quả của {first}");
            notes.findings.push(
                Diagnostic::in_file(Code::SameOutput, job.name.clone(), message)
                    .help("đổi tên một tệp, hoặc dựng vào hai thư mục bằng --out"),
            );
            prepared.refused.push(job.name);
            continue;
        }
        targets.insert(target.clone(), job.name.clone());
        prepared.jobs.push(Target { job, target });
    }
    match prepared.chosen(build, &files) {
        Ok(chosen) => {
            let mut chosen = chosen.into_iter();
            prepared.jobs.retain(|_| chosen.next().unwrap_or_default());
        }
        Err(failure) => {
            // A run over other plans than those that were meant would look as if all was well.
            notes.fail(failure);
            return None;
        }
    }
    Some(prepared)
}

/// The folder of all outputs, and that of the cache.
pub(super) fn folders(build: &Build, project: &Project<'_>) -> [PathBuf; 2] {
    let out = build.out.as_ref().map_or_else(|| project.root.join("output"), |out| project.working.join(out));
    let cache = build.cache.as_ref().map_or_else(|| out.join(CACHE), |cache| project.working.join(cache));
    [out, cache]
}

/// Where messages are seen from: they name files accordingly, and so do those that are kept.
fn seen_from(project: &Project<'_>) -> String {
    match project.root.strip_prefix(&project.working) {
        Ok(below) => below.to_string_lossy().into_owned(),
        Err(_) => format!("{}\n{}", project.root.display(), project.working.display()),
    }
}

/// What writers need beside a layout: the decree, the fonts and the writers themselves.
fn style(office: &Office) -> Digest {
    let fonts = office.typeface.fonts().iter().map(|font| Digest::of(font.data()));
    Digest::of(format!("{PROGRAM}\n{:?}\n{:?}", office.decree, fonts.collect::<Vec<_>>()).as_bytes())
}

impl Prepared<'_> {
    /// All that decides what is printed of a plan and said about it.
    pub(super) fn inputs(&self, job: &Job, plan: &[u8]) -> Inputs {
        let mut inputs = self.common.clone();
        job.shared.files.iter().for_each(|(path, content)| inputs.add(self.project.inside(path), *content));
        inputs.add(self.project.inside(&job.path), Digest::of(plan));
        inputs
    }

    /// A plan by its path from the root of the project, as any system writes it.
    pub(super) fn name(&self, path: &Path) -> String {
        self.project.inside(path).to_string_lossy().replace('\\', "/")
    }

    /// An output by its path below the folder of all outputs, as any system writes it.
    pub(super) fn output(&self, path: &Path) -> String {
        path.strip_prefix(&self.out).unwrap_or(path).to_string_lossy().replace('\\', "/")
    }

    /// Removes what killed runs have left of their work.
    pub(super) fn sweep(&self, world: &dyn World) {
        let folders: BTreeSet<_> = self.jobs.iter().filter_map(|job| job.target.parent()).collect();
        folders.into_iter().for_each(|folder| world.sweep(folder, &self.out));
        let places: BTreeSet<_> = self.jobs.iter().filter_map(|job| job.job.place.parent()).collect();
        places.into_iter().for_each(|place| self.store.sweep(place));
    }

    /// Which plans this run builds: those that changed, and of these its part.
    fn chosen(&self, build: &Build, files: &[(PathBuf, Digest)]) -> Result<Vec<bool>, String> {
        let mut chosen = vec![true; self.jobs.len()];
        if let Some(name) = &build.changed_since {
            let jobs: Vec<_> = self.jobs.iter().map(|target| &target.job).collect();
            chosen = Since::new(self.project, name)?.changed(files, &jobs)?;
        }
        let Some(shard) = build.shard else { return Ok(chosen) };
        let mut taken = BTreeMap::new();
        for path in &build.shard_by {
            let bytes = self.project.world.read(&self.project.working.join(path), LARGEST);
            let bytes = bytes.map_err(|error| self.project.told(&error))?;
            let costs = timings::costs(&bytes);
            taken.extend(costs.ok_or_else(|| {
                format!("{}: không phải tệp do kehoach build --timings viết", self.project.shown(path))
            })?);
        }
        let here = self.jobs.iter().zip(&chosen).filter(|(_, is_chosen)| **is_chosen).map(|(target, _)| {
            let size = self.project.plan_bytes(&target.job.path).map_or(0, |bytes| bytes.len() as u64);
            (self.name(&target.job.path), size)
        });
        let here: Vec<_> = here.collect();
        let mut takes = shard.takes(&costs(here.iter().map(|(name, size)| (name.as_str(), *size)), &taken)).into_iter();
        Ok(chosen.into_iter().map(|is_chosen| is_chosen && takes.next().unwrap_or_default()).collect())
    }
}
