//! What one argument of a comparison means: a file, or `REV:path`.

use std::path::{Component, Path, PathBuf};

use super::read::{Offices, Which, read_one};
use super::side::Side;
use crate::project::{Notes, Project};
use crate::visible;
use crate::world::revision::Repository;
use crate::world::{Kind, World};

/// What an argument means.
#[derive(Debug, PartialEq, Eq)]
enum Meant {
    /// A file, or what is no revision either.
    File,
    /// A path at a revision.
    Revision(String, String),
}

/// Reads the plan that an argument means; `None` if it cannot be compared, and why is noted.
pub(super) fn read(
    world: &dyn World,
    argument: &Path,
    which: Which,
    offices: &mut Offices,
    notes: &mut Notes,
) -> Option<Side> {
    match try_read(world, argument, which, offices, notes) {
        Ok(side) => side,
        Err(failure) => {
            notes.fail(failure);
            None
        }
    }
}

fn try_read(
    world: &dyn World,
    argument: &Path,
    which: Which,
    offices: &mut Offices,
    notes: &mut Notes,
) -> Result<Option<Side>, String> {
    let working = world.working_folder().map_err(|error| error.to_string())?;
    let kind = world.kind(&working.join(argument));
    if kind == Kind::Folder {
        return Err(is_folder(argument));
    }
    let (name, path) = match meant(argument, kind) {
        Meant::File => {
            let project = Project::of(world, &[argument.to_owned()])?;
            return Ok(read_one(&project, argument, which, offices, notes));
        }
        Meant::Revision(name, path) => (name, path),
    };
    let repository = Repository::around(&working).map_err(|error| error.to_string())?;
    let home = repository.place(&working).unwrap_or_else(|| PathBuf::from("/"));
    let inside = inside(&path, &home);
    let inside = inside.ok_or_else(|| format!("«{}» dẫn ra ngoài kho git", visible::path(argument)))?;
    let revision = repository.revision(&name, &home).map_err(|error| error.to_string())?;
    if revision.kind(&inside) == Kind::Folder {
        return Err(is_folder(argument));
    }
    let project = Project::of_revision(&revision, std::slice::from_ref(&inside))?;
    Ok(read_one(&project, &inside, which, offices, notes))
}

fn is_folder(argument: &Path) -> String {
    let shown = visible::path(argument);
    format!("{shown} là thư mục; viết đường dẫn của một kế hoạch, hoặc dùng --since để so cả thư mục")
}

/// Whether an argument is a file or a path at a revision: what is there is a file, whatever its name.
fn meant(argument: &Path, kind: Kind) -> Meant {
    let words = argument.to_str().filter(|_| kind == Kind::Missing);
    let Some((name, path)) = words.and_then(cut) else { return Meant::File };
    let is_drive = name.len() == 1 && name.starts_with(|letter: char| letter.is_ascii_alphabetic());
    if name.is_empty() || path.is_empty() || is_drive && path.starts_with(['/', '\\']) {
        return Meant::File;
    }
    Meant::Revision(name.to_owned(), path.to_owned())
}

/// Cuts at the first colon that is not within braces: `HEAD@{08:00}:a.yaml`.
fn cut(words: &str) -> Option<(&str, &str)> {
    let mut depth = 0_usize;
    let at = words.char_indices().find_map(|(at, letter)| {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ':' if depth == 0 => return Some(at),
            _ => {}
        }
        None
    })?;
    Some((&words[..at], &words[at + 1..]))
}

/// A path as git writes it, from the root of the repository, or from a folder of it if it begins with `.`; `None` if it leads
/// out.
fn inside(path: &str, home: &Path) -> Option<PathBuf> {
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
    let is_relative = ["./", "../"].iter().any(|start| path.starts_with(start));
    let mut inside = if is_relative { home.to_owned() } else { PathBuf::from("/") };
    for part in Path::new(&path).components() {
        match part {
            Component::Normal(name) => inside.push(name),
            Component::ParentDir => {
                if !inside.pop() {
                    return None;
                }
            }
            Component::CurDir | Component::RootDir | Component::Prefix(_) => {}
        }
    }
    Some(inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(argument: &str, kind: Kind, expected: Option<(&str, &str)>) {
        let expected = match expected {
            Some((name, path)) => Meant::Revision(name.to_owned(), path.to_owned()),
            None => Meant::File,
        };
        assert_eq!(meant(Path::new(argument), kind), expected, "{argument}");
    }

    #[test]
    fn what_is_there_is_a_file_and_else_a_colon_divides() {
        check("HEAD~1:plans/a.yaml", Kind::Missing, Some(("HEAD~1", "plans/a.yaml")));
        check("HEAD~1:plans/a.yaml", Kind::File, None);
        check("v1:a:b.yaml", Kind::Missing, Some(("v1", "a:b.yaml")));
        check("HEAD@{2026-01-01 08:00}:a.yaml", Kind::Missing, Some(("HEAD@{2026-01-01 08:00}", "a.yaml")));
        for file in ["C:\\plans\\a.yaml", "d:/a.yaml", "plans/a.yaml", ":a.yaml", "HEAD:"] {
            check(file, Kind::Missing, None);
        }
        check("x:a.yaml", Kind::Missing, Some(("x", "a.yaml")));
    }

    #[test]
    fn paths_begin_at_the_root_or_at_the_working_folder() {
        let path = |path| inside(path, Path::new("/xa/plans"));
        assert_eq!(path("plans/a.yaml"), Some(PathBuf::from("/plans/a.yaml")));
        assert_eq!(path("./a.yaml"), Some(PathBuf::from("/xa/plans/a.yaml")));
        assert_eq!(path("../a.yaml"), Some(PathBuf::from("/xa/a.yaml")));
        assert_eq!(path("../../../a.yaml"), None);
    }
}
