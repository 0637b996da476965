//! An office's own fonts.

use super::walk::{ends, is_hidden};
use super::{Notes, Project};
use crate::diagnostic::{Code, Diagnostic};
use crate::layout::Typeface;
use crate::pipeline::{OWN_FAULT, guarded};
use crate::plan::settings::Settings;
use crate::world::Kind;

/// How the office's own fonts are told apart by name, in the order of a typeface.
const STYLES: [&str; 4] = ["regular", "bold", "italic", "bolditalic"];
/// Larger than any font of Latin letters, in bytes.
const LARGEST: u64 = 64 << 20;

/// Opens the typeface of an office: that in the folder which it has set, or the built-in one.
pub(super) fn open(project: &Project<'_>, settings: Option<&Settings>, notes: &mut Notes) -> Typeface {
    own(project, settings, notes).unwrap_or_else(Typeface::built_in)
}

fn own(project: &Project<'_>, settings: Option<&Settings>, notes: &mut Notes) -> Option<Typeface> {
    let folder = settings?.fonts.as_ref()?;
    let place = project.root.join(&folder.words);
    let complaint =
        |message: String, help: &str| Diagnostic::error(Code::BadSetting, folder.span.clone(), message).help(help);
    let four = "đặt vào thư mục bốn tệp TrueType: times.ttf, timesbd.ttf, timesi.ttf, timesbi.ttf";
    if project.world.kind(&place) != Kind::Folder {
        let help = "viết đường dẫn từ thư mục chứa kehoach.yaml, hoặc xóa khóa để dùng phông có sẵn";
        notes.findings.push(complaint(format!("không có thư mục phông «{}»", folder.words), help));
        return None;
    }
    let failures = notes.failures.len();
    let mut found: [Option<Vec<u8>>; 4] = Default::default();
    for entry in project.walk(&place, &|entry, _| !is_hidden(entry), notes) {
        let name = entry.path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        if let Some(style) = style(name).filter(|_| ends(&entry.path, &["ttf", "otf", "TTF", "OTF"])) {
            match project.world.read(&entry.path, LARGEST) {
                Ok(bytes) => found[style] = Some(bytes),
                Err(error) => notes.fail(project.told(&error)),
            }
        }
    }
    if notes.failures.len() > failures {
        return None;
    }
    let missing: Vec<_> = STYLES.iter().zip(&found).filter(|(_, file)| file.is_none()).map(|(name, _)| *name).collect();
    if !missing.is_empty() {
        let message = format!("thư mục phông «{}» thiếu kiểu: {}", folder.words, missing.join(", "));
        notes.findings.push(complaint(message, four));
        return None;
    }
    match guarded(|| Typeface::from_files(found.map(Option::unwrap_or_default))) {
        Some(Ok(typeface)) => Some(typeface),
        Some(Err(index)) => {
            let message = format!("tệp phông kiểu {} không phải phông chữ", STYLES[index]);
            notes.findings.push(complaint(message, four));
            None
        }
        None => {
            notes.fail(format!("{}: {OWN_FAULT}", project.shown(&place)));
            None
        }
    }
}

/// Which of the four styles a font file holds, by its name: as Windows names its Times New Roman, or in words.
fn style(name: &str) -> Option<usize> {
    let name = name.to_lowercase().replace(['-', '_', ' '], "");
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if ends(&["bolditalic", "timesbi"]) {
        Some(3)
    } else if ends(&["italic", "timesi"]) {
        Some(2)
    } else if ends(&["bold", "timesbd"]) {
        Some(1)
    } else if ends(&["regular", "times", "timesnewroman"]) {
        Some(0)
    } else {
        None
    }
}
