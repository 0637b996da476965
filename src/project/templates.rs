//! An agency's own templates.

use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::Arc;

use super::walk::{ends, is_hidden, is_shared};
use super::{Notes, Project};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::SourceFile;
use crate::template::BUILT_IN;
use crate::visible;
use crate::world::{Entry, Kind};

/// The folder of an agency's own templates, in its project.
pub(super) const FOLDER: &str = "templates";
/// Larger than any template, in bytes.
pub(super) const LARGEST: u64 = 8 << 20;

/// Where the templates of a project are.
pub fn paths(project: &Project<'_>, notes: &mut Notes) -> Vec<PathBuf> {
    let folder = project.root.join(FOLDER);
    if project.world.kind(&folder) != Kind::Folder {
        return Vec::new();
    }
    let entries = project.walk(&folder, &|entry, _| !is_hidden(entry) && !is_shared(entry), notes);
    entries.into_iter().map(|entry| entry.path).filter(|path| ends(path, &["xml"])).collect()
}

/// Every file of the project's `templates/`, by its name below that folder, but those that say what is built in.
pub(super) fn own(project: &Project<'_>, notes: &mut Notes) -> Vec<(String, Arc<SourceFile>)> {
    let folder = project.root.join(FOLDER);
    if project.world.kind(&folder) != Kind::Folder {
        return Vec::new();
    }
    let mut templates = Vec::new();
    let name_of =
        |entry: &Entry| entry.path.strip_prefix(&folder).unwrap_or(&entry.path).to_string_lossy().replace('\\', "/");
    let named_like_files = RefCell::new(Vec::new());
    let enters = |entry: &Entry, _: usize| {
        let is_seen = !is_hidden(entry) && !is_shared(entry);
        if is_seen && entry.kind == Kind::Folder && ends(&entry.path, &["xml"]) {
            named_like_files.borrow_mut().push(name_of(entry));
        }
        is_seen
    };
    let entries = project.walk(&folder, &enters, notes);
    notes.findings.extend(named_like_files.into_inner().iter().map(|name| folder_like_file(name)));
    for entry in entries {
        let name = name_of(&entry);
        if !ends(&entry.path, &["xml"]) {
            notes.findings.push(no_template(&name));
            continue;
        }
        match project.text(&entry.path, &project.named(&format!("{FOLDER}/{}", visible::text(&name))), LARGEST) {
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

/// A folder whose name is that of a file.
fn folder_like_file(name: &str) -> Diagnostic {
    let message = format!("«{}» là thư mục, không phải tệp mẫu", visible::text(name));
    let help = "mẫu là một tệp có đuôi .xml; đổi tên thư mục, hoặc thay bằng tệp";
    Diagnostic::in_file(Code::TemplateUnused, format!("{FOLDER}/{}", visible::text(name)), message).help(help)
}

/// A file that no template can be, by its ending; it changes nothing and keeps nothing from being built.
fn no_template(name: &str) -> Diagnostic {
    let message = format!("tên «{}» không kết thúc bằng .xml viết thường nên không phải tệp mẫu", visible::text(name));
    let stem = name.split('.').next().unwrap_or(name);
    let meant = BUILT_IN.iter().map(|(known, _)| *known).find(|known| known.trim_end_matches(".xml") == stem);
    let help = match meant {
        Some(meant) => format!("đổi tên thành {meant}, hoặc đưa tệp ra ngoài thư mục {FOLDER}"),
        None => format!("đưa tệp ra ngoài thư mục {FOLDER}, hoặc đặt tên bắt đầu bằng dấu gạch dưới"),
    };
    let place = format!("{FOLDER}/{}", visible::text(name));
    Diagnostic::in_file(Code::TemplateUnused, place, message).as_warning().help(help)
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
