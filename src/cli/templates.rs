//! `kehoach templates`: the built-in templates, listed, or written out for an office to change.

use std::path::Path;

use super::arguments::Templates;
use super::outcome::Outcome;
use super::terminal::{Terminal, print_to_stdout};
use crate::project::export::{Written, built_in, write_out};
use crate::visible;
use crate::world::World;

/// Lists the templates with what each is for, or writes them into a folder.
pub(super) fn run(world: &dyn World, templates: &Templates, terminal: &Terminal) -> Outcome {
    let Some(folder) = &templates.out else {
        return if print_to_stdout(&listed()) { Outcome::Clean } else { Outcome::Failed };
    };
    match write_out(world, folder, &templates.names, templates.over) {
        Ok(written) => tell(&written, folder, terminal),
        Err(why) => {
            terminal.failure(&why);
            Outcome::Failed
        }
    }
}

/// One line a template: its name, and what it is for.
fn listed() -> String {
    let widest = built_in().map(|(name, _)| name.len()).max().unwrap_or_default();
    built_in().map(|(name, about)| format!("{name:widest$}  {about}\n")).collect()
}

/// Says what was written and what was left alone.
fn tell(written: &Written, folder: &Path, terminal: &Terminal) -> Outcome {
    let shown = |name: &str| visible::path(&folder.join(name));
    for name in &written.new {
        terminal.talk(&format!("đã viết {}", shown(name)));
    }
    if !written.same.is_empty() {
        terminal.talk(&format!("{} tệp đã có, giống mẫu có sẵn", written.same.len()));
    }
    for name in &written.kept {
        terminal.failure(&format!(
            "{} đã có và khác mẫu có sẵn, nên được giữ nguyên; ghi đè thì thêm --overwrite",
            shown(name)
        ));
    }
    if written.kept.is_empty() { Outcome::Clean } else { Outcome::Findings }
}
