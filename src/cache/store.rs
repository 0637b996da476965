//! Where entries are kept: a file for each plan, named like the plan.

use std::path::{Path, PathBuf};

use super::entry::Entry;
use crate::world::World;

/// Larger than the entry of any plan, in bytes.
const LARGEST: u64 = 16 << 20;

/// The entries in a folder.
pub struct Store<'a> {
    world: &'a dyn World,
    folder: PathBuf,
}

impl<'a> Store<'a> {
    /// The entries in a folder, which need not be there.
    pub fn new(world: &'a dyn World, folder: PathBuf) -> Self {
        Self { world, folder }
    }

    /// What is known of the plan at a place below the folder that outputs mirror.
    pub fn entry(&self, place: &Path) -> Option<Entry> {
        let bytes = self.world.read(&self.path(place), LARGEST).ok()?;
        Entry::decode(&bytes)
    }

    /// Keeps what is known of a plan. Where it cannot be kept the plan is built again next time, so that nothing is said.
    pub fn keep(&self, place: &Path, entry: &Entry) {
        let _ = self.world.keep(&self.path(place), &entry.encode(), &self.folder);
    }

    /// Removes what killed runs have left of their work beside the entries of a folder.
    pub fn sweep(&self, place: &Path) {
        self.world.sweep(&self.folder.join(place), &self.folder);
    }

    fn path(&self, place: &Path) -> PathBuf {
        let mut path = self.folder.join(place).into_os_string();
        path.push(".json");
        path.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cache::Inputs;
    use crate::digest::Digest;
    use crate::world::memory::Memory;

    #[test]
    fn an_entry_is_kept_under_the_name_of_its_plan() {
        let world = Memory::new();
        let store = Store::new(&world, PathBuf::from("/cache"));
        let entry = Entry {
            inputs: Inputs::new("", ""),
            printed: Digest::of(b""),
            outputs: [].into(),
            findings: Vec::new(),
            facts: None,
            cost: None,
        };
        let place = Path::new("2026/a.yaml");
        assert!(store.entry(place).is_none());
        store.keep(place, &entry);
        assert_eq!(store.entry(place).map(|entry| entry.printed), Some(Digest::of(b"")));
        assert!(world.read(Path::new("/cache/2026/a.yaml.json"), LARGEST).is_ok());
        let _ = world.write(&[(PathBuf::from("/cache/2026/a.yaml.json"), b"x".to_vec())], Path::new("/cache"));
        assert!(store.entry(place).is_none());
    }
}
