//! The office of a run: its settings, templates and typeface.

use std::path::Path;

use crate::decree::{Allowed, Decree, MEASURES, MeasureId, TypeSet};
use crate::diagnostic::{Code, Diagnostic};
use crate::pipeline::Office;
use crate::plan::schema::Field;
use crate::plan::settings::{Choice, Settings, read_settings};
use crate::plan::{key, yaml};
use crate::source::SourceFile;
use crate::template::{BUILT_IN, Templates, trial};
use crate::units::Length;
use crate::world;
use crate::writer::font::Typeface;

/// Which setting chooses which measure.
static CHOICES: [(&Field, MeasureId); 8] = [
    (&key::MARGIN_TOP, MeasureId::MarginTop),
    (&key::MARGIN_BOTTOM, MeasureId::MarginBottom),
    (&key::MARGIN_LEFT, MeasureId::MarginLeft),
    (&key::MARGIN_RIGHT, MeasureId::MarginRight),
    (&key::SETTING_FIRST_LINE, MeasureId::FirstLine),
    (&key::SETTING_GAP, MeasureId::ParagraphGap),
    (&key::SETTING_PITCH, MeasureId::LinePitch),
    (&key::SETTING_TABLE_SIZE, MeasureId::TableSize),
];

/// The folder of an agency's own templates, in its project.
const TEMPLATE_FOLDER: &str = "templates";
/// How the office's own fonts are told apart by name, in the order of a typeface.
const FONT_ENDINGS: [&str; 4] = ["regular", "bold", "italic", "bolditalic"];

/// Why there is no office to build in.
pub(super) enum Trouble {
    /// What is wrong in the settings or templates.
    Findings(Vec<Diagnostic>),
    /// The machine's failure.
    Failed(world::Error),
    /// Why the program cannot run, in words.
    Said(String),
}

impl From<world::Error> for Trouble {
    fn from(error: world::Error) -> Self {
        Self::Failed(error)
    }
}

/// Reads a project's settings, templates and fonts, and tries the office's own templates on a built-in sample.
pub(super) fn open(root: &Path) -> Result<Office, Trouble> {
    let (settings, mut diagnostics) = settings(root)?;
    let decree = decree(&settings, &mut diagnostics);
    let typeface = typeface(root, &settings, &mut diagnostics)?;
    diagnostics.sort_by(|a, b| a.place().cmp(&b.place()));
    let own = own_templates(root)?;
    let templates = Templates::load(&own);
    match templates {
        Ok(templates) if diagnostics.is_empty() => {
            let office = Office { decree, templates, typeface };
            // The built-in templates alone need no trial.
            if own.is_empty() {
                return Ok(office);
            }
            let faults = trial::findings(|plan| office.document(plan).err().unwrap_or_default());
            if faults.is_empty() { Ok(office) } else { Err(Trouble::Findings(faults)) }
        }
        Ok(_) => Err(Trouble::Findings(diagnostics)),
        Err(faults) => {
            diagnostics.extend(faults);
            Err(Trouble::Findings(diagnostics))
        }
    }
}

fn settings(root: &Path) -> Result<(Settings, Vec<Diagnostic>), world::Error> {
    let path = root.join(world::SETTINGS_FILE);
    if !world::exists(&path) {
        return Ok((Settings::default(), Vec::new()));
    }
    let bytes = world::read(&path)?;
    let file = match super::build::source(world::SETTINGS_FILE, &bytes) {
        Ok(file) => file,
        Err(diagnostic) => return Ok((Settings::default(), vec![*diagnostic])),
    };
    let only_notes = file
        .text
        .lines()
        .all(|line| line.trim().is_empty() || line.trim_start().starts_with('#') || line.trim() == "---");
    if only_notes {
        return Ok((Settings::default(), Vec::new()));
    }
    let nodes = yaml::read(&file, &|_| true);
    let mut diagnostics = nodes.diagnostics;
    let settings = nodes.value.and_then(|node| {
        let checked = read_settings(&node);
        diagnostics.extend(checked.diagnostics);
        checked.value
    });
    Ok((settings.unwrap_or_default(), diagnostics))
}

fn decree(settings: &Settings, diagnostics: &mut Vec<Diagnostic>) -> Decree {
    let type_set = match settings.type_set {
        Some("13") => TypeSet::Thirteen,
        _ => TypeSet::Fourteen,
    };
    let mut decree = Decree::new(type_set);
    for choice in &settings.measures {
        diagnostics.extend(choose(&mut decree, choice));
    }
    decree
}

fn choose(decree: &mut Decree, choice: &Choice) -> Option<Diagnostic> {
    let (_, id) = CHOICES.iter().find(|(field, _)| field.key == choice.key)?;
    let measure = MEASURES.iter().find(|measure| measure.id == *id)?;
    let rule = (measure.of)(decree);
    let allowed = measure.display_allowed(rule.allowed);
    let error = |message: String, help: String| {
        Some(Diagnostic::error(Code::BadSetting, choice.span.clone(), message).help(help))
    };
    let Some(length) = Length::parse(&choice.words) else {
        let number = choice.words.replace('.', ",");
        let meant = [number.clone(), format!("{number} mm"), format!("{number} pt"), format!("{number} cm")];
        let meant = meant.into_iter().find(|words| Length::parse(words).is_some_and(|length| rule.allows(length)));
        let example = meant.unwrap_or_else(|| measure.display(rule.chosen));
        return error(
            format!("{} «{}» không phải độ dài", measure.term, choice.words),
            format!("viết số và đơn vị: {example}"),
        );
    };
    if !rule.allows(length) {
        let message = format!("{} {}, ngoài mức cho phép", measure.term, measure.display(length));
        return error(message, format!("chọn {allowed} ({})", rule.clause));
    }
    // What the decree names is taken as it stands, not as it was rounded on the way.
    rule.chosen = match rule.allowed {
        Allowed::OneOf(values) => values.iter().copied().find(|value| value.to_twips() == length.to_twips())?,
        Allowed::Range(..) => length,
    };
    None
}

/// The office's own fonts, if it has set a folder of them.
fn typeface(root: &Path, settings: &Settings, diagnostics: &mut Vec<Diagnostic>) -> Result<Typeface, world::Error> {
    let Some(folder) = &settings.fonts else { return Ok(Typeface::built_in()) };
    let place = root.join(&folder.words);
    if !world::is_folder(&place) {
        let message = format!("không có thư mục phông «{}»", folder.words);
        let help = "viết đường dẫn từ thư mục chứa kehoach.yaml, hoặc xóa khóa để dùng phông có sẵn";
        diagnostics.push(Diagnostic::error(Code::BadSetting, folder.span.clone(), message).help(help));
        return Ok(Typeface::built_in());
    }
    let files = world::list(&place, &["ttf", "otf", "TTF", "OTF"])?;
    let mut found: [Option<Vec<u8>>; 4] = Default::default();
    for path in &files {
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        if let Some(style) = font_style(name) {
            found[style] = Some(world::read(path)?);
        }
    }
    let missing: Vec<_> =
        FONT_ENDINGS.iter().zip(&found).filter(|(_, file)| file.is_none()).map(|(name, _)| *name).collect();
    let complain = |message: String| {
        Diagnostic::error(Code::BadSetting, folder.span.clone(), message)
            .help("đặt vào thư mục bốn tệp TrueType: times.ttf, timesbd.ttf, timesi.ttf, timesbi.ttf")
    };
    if !missing.is_empty() {
        diagnostics.push(complain(format!("thư mục phông «{}» thiếu kiểu: {}", folder.words, missing.join(", "))));
        return Ok(Typeface::built_in());
    }
    let typeface = Typeface::from_files(found.map(Option::unwrap_or_default));
    Ok(typeface.unwrap_or_else(|index| {
        diagnostics.push(complain(format!("tệp phông kiểu {} không phải phông chữ", FONT_ENDINGS[index])));
        Typeface::built_in()
    }))
}

/// Which of the four styles a font file holds, by its name: as Windows names its Times New Roman, or in words.
fn font_style(name: &str) -> Option<usize> {
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

/// The agency's templates: every file of the project's `templates/`, by its name below that folder.
fn own_templates(root: &Path) -> Result<Vec<(String, std::sync::Arc<SourceFile>)>, Trouble> {
    let folder = root.join(TEMPLATE_FOLDER);
    if !world::is_folder(&folder) {
        return Ok(Vec::new());
    }
    let mut templates = Vec::new();
    for path in world::list(&folder, &["xml"])? {
        let name = path.strip_prefix(&folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        let bytes = world::read(&path)?;
        let shown = format!("{TEMPLATE_FOLDER}/{name}");
        let file = super::build::source(&shown, &bytes).map_err(|diagnostic| Trouble::Findings(vec![*diagnostic]))?;
        let built_in = BUILT_IN.iter().find(|(known, _)| *known == name);
        if built_in.is_none_or(|(_, text)| *text != file.text) {
            templates.push((name, file));
        }
    }
    check_own(&templates)?;
    Ok(templates)
}

/// Refuses files that change nothing: of a name that nothing calls, or without a word.
fn check_own(templates: &[(String, std::sync::Arc<SourceFile>)]) -> Result<(), Trouble> {
    let mut findings = Vec::new();
    for (name, file) in templates {
        let is_built_in = BUILT_IN.iter().any(|(known, _)| known == name);
        let is_called = templates.iter().any(|(other, file)| other != name && file.text.contains(name.as_str()));
        if !is_built_in && !is_called {
            let help = crate::template::did_you_mean(name)
                .unwrap_or_else(|| "đặt tên như mẫu muốn thay, ví dụ muc/chi_tieu.xml".to_owned());
            let message = format!("không mẫu nào gọi tới «{name}»");
            findings.push(Diagnostic::in_file(Code::TemplateUnused, &file.name, message).help(help));
        } else if file.text.trim().is_empty() {
            findings.push(
                Diagnostic::in_file(Code::TemplateSyntax, &file.name, "tệp mẫu trống")
                    .help("chép mẫu có sẵn vào rồi sửa, hoặc xóa tệp để dùng mẫu có sẵn"),
            );
        }
    }
    if findings.is_empty() { Ok(()) } else { Err(Trouble::Findings(findings)) }
}
