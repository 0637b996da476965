//! The built-in templates, written out for an office to change.

use std::path::{Path, PathBuf};

use super::templates::LARGEST;
use crate::template::{BUILT_IN, about, did_you_mean};
use crate::visible;
use crate::world::{Error, Kind, World};

/// Each built-in template with what it is for.
pub fn built_in() -> impl Iterator<Item = (&'static str, String)> {
    BUILT_IN.iter().map(|(name, text)| (*name, about(text)))
}

/// What became of the templates that were to be written, by name.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Written anew.
    pub new: Vec<&'static str>,
    /// There already, word for word.
    pub same: Vec<&'static str>,
    /// There already with other words, and left alone.
    pub kept: Vec<&'static str>,
}

/// Writes built-in templates into a folder: those that are named, else all. A file with other words is written over only
/// if the caller says so.
///
/// # Errors
/// A sentence: a name that no template has, or what the machine could not do. Nothing is written then.
pub fn write_out(world: &dyn World, folder: &Path, names: &[String], over: bool) -> Result<Written, String> {
    let working = world.working_folder().map_err(|error| error.to_string())?;
    let told = |error: Error| error.seen_from(&working);
    let folder = working.join(folder);
    let mut written = Written::default();
    let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    for (name, text) in chosen(names)? {
        let path = folder.join(name);
        let is_there = world.kind(&path) != Kind::Missing;
        if is_there && world.read(&path, LARGEST).map_err(told)? == text.as_bytes() {
            written.same.push(name);
        } else if is_there && !over {
            written.kept.push(name);
        } else {
            written.new.push(name);
            files.push((path, text.as_bytes().to_vec()));
        }
    }
    if !files.is_empty() {
        world.write(&files, &folder).map_err(told)?;
    }
    Ok(written)
}

/// The templates of some names, as the program lists them; all without names.
fn chosen(names: &[String]) -> Result<Vec<(&'static str, &'static str)>, String> {
    for name in names {
        if !BUILT_IN.iter().any(|(known, _)| known == name) {
            let near = did_you_mean(name).map(|near| format!("\n  gợi ý: {near}")).unwrap_or_default();
            return Err(format!("không có mẫu «{}»{near}", visible::text(name)));
        }
    }
    let is_chosen = |name: &str| names.is_empty() || names.iter().any(|wanted| wanted == name);
    Ok(BUILT_IN.iter().copied().filter(|(name, _)| is_chosen(name)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::memory::Memory;

    #[track_caller]
    fn write(world: &Memory, names: &[&str], over: bool) -> Result<Written, String> {
        let names: Vec<_> = names.iter().map(ToString::to_string).collect();
        write_out(world, Path::new("templates"), &names, over)
    }

    #[test]
    fn all_templates_are_written_and_then_are_there() {
        let world = Memory::new();
        assert_eq!(write(&world, &[], false).map(|written| written.new.len()), Ok(BUILT_IN.len()));
        assert_eq!(write(&world, &[], false).map(|written| written.same.len()), Ok(BUILT_IN.len()));
        let (name, text) = BUILT_IN[0];
        let file = world.read(&Path::new("/templates").join(name), LARGEST).expect("the template");
        assert_eq!(file, text.as_bytes());
    }

    #[test]
    fn what_an_office_has_changed_stays_until_it_says_otherwise() {
        let world = Memory::new().file("/templates/muc/du_an.xml", "của xã");
        let names = ["muc/du_an.xml", "muc/kinh_phi.xml"];
        let kept = Written { new: vec![names[1]], same: Vec::new(), kept: vec![names[0]] };
        assert_eq!(write(&world, &names, false), Ok(kept));
        let read = || world.read(Path::new("/templates/muc/du_an.xml"), LARGEST).expect("the template");
        assert_eq!(read(), "của xã".as_bytes());
        let over = Written { new: vec![names[0]], same: vec![names[1]], kept: Vec::new() };
        assert_eq!(write(&world, &names, true), Ok(over));
        assert_ne!(read(), "của xã".as_bytes());
    }

    #[test]
    fn a_name_that_no_template_has_writes_nothing() {
        let world = Memory::new();
        let said = write(&world, &["muc/duan.xml", "muc/bang.xml"], false).expect_err("no such template");
        assert_eq!(said, "không có mẫu «muc/duan.xml»\n  gợi ý: có phải «muc/du_an.xml»?");
        assert_eq!(world.kind(Path::new("/templates")), Kind::Missing);
    }

    #[test]
    fn each_template_says_what_it_is_for() {
        for (name, about) in built_in() {
            assert!(about.len() > 10 && about.ends_with('.') && !about.contains('\n'), "{name}: {about}");
        }
    }
}
