//! The settings of a project: what its office chooses within what the decree permits.

use super::text::LARGEST_YAML;
use super::{Notes, Project, SETTINGS_FILE};
use crate::decree::{Decree, MeasureId, TypeSet};
use crate::diagnostic::Code;
use crate::inspect::Expected;
use crate::pipeline::{OWN_FAULT, choose, guarded};
use crate::plan::settings::{Settings, TypeSize, read_settings};
use crate::value::Name;
use crate::world::Kind;
use crate::yaml;

/// Which setting chooses which measure.
fn choices(settings: &Settings) -> Vec<(&Name, MeasureId)> {
    let margins = settings.margins.as_ref();
    let of_page = [
        (margins.and_then(|margins| margins.top.as_ref()), MeasureId::MarginTop),
        (margins.and_then(|margins| margins.bottom.as_ref()), MeasureId::MarginBottom),
        (margins.and_then(|margins| margins.left.as_ref()), MeasureId::MarginLeft),
        (margins.and_then(|margins| margins.right.as_ref()), MeasureId::MarginRight),
    ];
    let of_text = [
        (settings.first_line.as_ref(), MeasureId::FirstLine),
        (settings.gap.as_ref(), MeasureId::ParagraphGap),
        (settings.pitch.as_ref(), MeasureId::LinePitch),
        (settings.table_size.as_ref(), MeasureId::TableSize),
    ];
    of_page.into_iter().chain(of_text).filter_map(|(choice, id)| Some((choice?, id))).collect()
}

/// Reads the settings of a project; the usual ones where there are none.
pub(super) fn read(project: &Project<'_>, notes: &mut Notes) -> Option<Settings> {
    let path = project.root.join(SETTINGS_FILE);
    if project.world.kind(&path) == Kind::Missing {
        return None;
    }
    let file = match project.text(&path, &project.named(SETTINGS_FILE), LARGEST_YAML) {
        Ok(file) => file,
        Err(unread) => {
            notes.unread(unread);
            return None;
        }
    };
    let is_empty = |line: &str| line.is_empty() || line.starts_with('#') || line == "---";
    if file.text.lines().all(|line| is_empty(line.trim())) {
        return None;
    }
    let settings = guarded(|| {
        let mut nodes = yaml::read(&file, &|_| true);
        let settings = nodes.value.map(|node| {
            let (settings, found) = read_settings(&node);
            nodes.diagnostics.extend(found);
            settings
        });
        (settings, nodes.diagnostics)
    });
    let Some((settings, findings)) = settings else {
        notes.fail(format!("{SETTINGS_FILE}: {OWN_FAULT}"));
        return None;
    };
    notes.findings.extend(findings);
    settings
}

/// The layout that settings choose.
pub(super) fn decree(settings: Option<&Settings>, notes: &mut Notes) -> Decree {
    let size = settings.and_then(|settings| settings.type_size.as_ref());
    let type_set = match size.map(|size| size.value) {
        Some(TypeSize::Thirteen) => TypeSet::Thirteen,
        Some(TypeSize::Fourteen) | None => TypeSet::Fourteen,
    };
    let mut decree = Decree::new(type_set);
    for (choice, id) in settings.map(choices).unwrap_or_default() {
        notes.findings.extend(choose(&mut decree, choice, id, Code::BadSetting));
    }
    decree
}

/// What the office's settings say that no finished file can tell.
pub(super) fn expected(settings: Option<&Settings>) -> Expected {
    let words = |name: fn(&Settings) -> Option<&Name>| settings.and_then(name).map(|name| name.words.clone());
    Expected {
        is_final: None,
        issuer: words(|settings| settings.issuer.as_ref()),
        symbol: words(|settings| settings.symbol.as_ref()),
        place: words(|settings| settings.seat.as_ref()),
    }
}
