//! An agency's own templates.

use std::sync::Arc;

use super::walk::{ends, is_hidden, is_shared};
use super::{Notes, Project};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::SourceFile;
use crate::template::BUILT_IN;
use crate::visible;
use crate::world::Kind;

/// The folder of an agency's own templates, in its project.
pub(super) const FOLDER: &str = "templates";
/// Larger than any template, in bytes.
const LARGEST: u64 = 8 << 20;

/// Every file of the project's `templates/`, by its name below that folder, but those that say what is built in.
pub(super) fn own(project: &Project<'_>, notes: &mut Notes) -> Vec<(String, Arc<SourceFile>)> {
    let folder = project.root.join(FOLDER);
    if project.world.kind(&folder) != Kind::Folder {
        return Vec::new();
    }
    let mut templates = Vec::new();
    for entry in project.walk(&folder, &|entry, _| !is_hidden(entry) && !is_shared(entry), notes) {
        if !ends(&entry.path, &["xml"]) {
            continue;
        }
        let name = entry.path.strip_prefix(&folder).unwrap_or(&entry.path).to_string_lossy().replace('\\', "/");
        match project.text(&entry.path, &format!("{FOLDER}/{}", visible::text(&name)), LARGEST) {
            Ok(file) => {
                let built_in = BUILT_IN.iter().find(|(known, _)| *known == name);
                if built_in.is_none_or(|(_, text)| *text != file.text) {
                    templates.push((name, file));
                }
            }
            Err(unread) => notes.unread(unread),
        }
    }
    notes.findings.extend(without_effect(&templates));
    templates
}

/// Files that change nothing: of a name that nothing calls, or without a word.
fn without_effect(templates: &[(String, Arc<SourceFile>)]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for (name, file) in templates {
        let is_built_in = BUILT_IN.iter().any(|(known, _)| known == name);
        let is_called = templates.iter().any(|(other, file)| other != name && file.text.contains(name.as_str()));
        if !is_built_in && !is_called {
            let help = crate::template::did_you_mean(name)
                .unwrap_or_else(|| "đặt tên như mẫu muốn thay, ví dụ muc/chi_tieu.xml".to_owned());
            let message = format!("không mẫu nào gọi tới «{}»", visible::text(name));
            findings.push(Diagnostic::in_file(Code::TemplateUnused, &file.name, message).help(help));
        } else if file.text.trim().is_empty() {
            findings.push(
                Diagnostic::in_file(Code::TemplateSyntax, &file.name, "tệp mẫu trống")
                    .help("chép mẫu có sẵn vào rồi sửa, hoặc xóa tệp để dùng mẫu có sẵn"),
            );
        }
    }
    findings
}
