//! Which entries a mount prints.

use crate::plan::mount::Mount;
use crate::value::{Id, Registry};

/// The entities that a mount picks, in its order; all if it picks none.
pub(super) fn picked<'a, T>(
    registry: &'a Registry<T>,
    mount: &'a Mount,
) -> Box<dyn Iterator<Item = (&'a Id, &'a T)> + 'a> {
    if mount.pick.is_empty() {
        return Box::new(registry.iter());
    }
    Box::new(mount.pick.iter().filter_map(|wanted| registry.entry(&wanted.words)))
}
