//! Findings as SARIF 2.1.0, which GitHub, Azure and editors read.

use std::collections::BTreeMap;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};
use serde_sarif::sarif::{
    ArtifactChange, ArtifactContent, ArtifactLocation, Fix, Location, Message, MultiformatMessageString,
    PhysicalLocation, Region, Replacement, ReportingDescriptor, Result as Finding, ResultLevel, Run as SarifRun, Sarif,
    Suppression, Tool, ToolComponent,
};

use super::position::Position;
use super::{Run, TOOL};
use crate::diagnostic::{Code, Diagnostic, Severity, Site};
use crate::source::Span;

/// The schema that the output is valid against.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// What a path may not hold as it is in an address.
const NOT_IN_PATHS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b':');

/// What a run found, as SARIF.
pub fn sarif(run: &Run) -> String {
    let codes: BTreeMap<_, _> = run.findings.iter().map(|found| (found.code.id, found.code)).collect();
    let order: Vec<_> = codes.keys().copied().collect();
    let index = |code: Code| order.binary_search(&code.id).ok().and_then(|index| i64::try_from(index).ok());
    let driver = ToolComponent::builder()
        .name(TOOL)
        .version(env!("CARGO_PKG_VERSION"))
        .language("vi")
        .rules(codes.values().map(|code| descriptor(*code)).collect::<Vec<_>>())
        .build();
    let results: Vec<_> = run.findings.iter().map(|found| result(found, index(found.code))).collect();
    let run = SarifRun::builder()
        .tool(Tool::builder().driver(driver).build())
        .column_kind(json!("unicodeCodePoints"))
        .language("vi")
        .results(results)
        .build();
    let whole = Sarif::builder().schema(SCHEMA).version(json!("2.1.0")).runs(vec![run]).build();
    let value = serde_json::to_value(&whole).unwrap_or(Value::Null);
    format!("{value:#}\n")
}

fn descriptor(code: Code) -> ReportingDescriptor {
    let text = |text: &str| MultiformatMessageString::builder().text(text).build();
    ReportingDescriptor::builder()
        .id(code.id)
        .short_description(text(code.title))
        .full_description(text(code.about))
        .build()
}

fn result(found: &Diagnostic, rule_index: Option<i64>) -> Finding {
    let level = match found.severity {
        Severity::Error => ResultLevel::Error,
        Severity::Warning => ResultLevel::Warning,
        Severity::Info => ResultLevel::Note,
    };
    let help = found.help.as_ref().map(|help| format!("\ngợi ý: {help}")).unwrap_or_default();
    let places = found.labels.iter().map(|label| (place(&label.span), label.text.as_str()));
    let mut locations: Vec<_> = places.map(|(physical, text)| located(physical, text)).collect();
    let related = locations.split_off(locations.len().min(1));
    if let (true, Some(site)) = (locations.is_empty(), &found.site) {
        let physical = PhysicalLocation::builder().artifact_location(artifact(site.file())).build();
        let text = match site {
            Site::File(_) => String::new(),
            Site::Part { .. } | Site::Page { .. } => site.to_string(),
        };
        locations.push(located(physical, &text));
    }
    let fixes = found.fix.iter().map(|fix| {
        let replacement = Replacement::builder()
            .deleted_region(region(&Position::of(&fix.span)))
            .inserted_content(ArtifactContent::builder().text(fix.with.as_str()).build())
            .build();
        let change = ArtifactChange::builder()
            .artifact_location(artifact(&fix.span.file.name))
            .replacements(vec![replacement])
            .build();
        Fix::builder().artifact_changes(vec![change]).build()
    });
    let suppressions = found
        .waived
        .iter()
        .map(|reason| Suppression::builder().kind(json!("inSource")).justification(reason.as_str()).build());
    let mut result = Finding::builder()
        .message(message(&format!("{}{help}", found.message)))
        .rule_id(found.code.id)
        .level(level)
        .locations(locations)
        .build();
    result.rule_index = rule_index;
    result.related_locations = Some(related).filter(|related| !related.is_empty());
    result.fixes = Some(fixes.collect::<Vec<_>>()).filter(|fixes| !fixes.is_empty());
    result.suppressions = Some(suppressions.collect());
    result
}

fn message(text: &str) -> Message {
    Message::builder().text(text).build()
}

fn artifact(file: &str) -> ArtifactLocation {
    let file = file.replace('\\', "/");
    ArtifactLocation::builder().uri(utf8_percent_encode(&file, NOT_IN_PATHS).to_string()).build()
}

fn place(span: &Span) -> PhysicalLocation {
    PhysicalLocation::builder().artifact_location(artifact(&span.file.name)).region(region(&Position::of(span))).build()
}

fn located(physical: PhysicalLocation, text: &str) -> Location {
    let mut location = Location::builder().physical_location(physical).build();
    location.message = Some(text).filter(|text| !text.is_empty()).map(message);
    location
}

fn region(place: &Position<'_>) -> Region {
    let whole = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    Region::builder()
        .start_line(whole(place.start.0))
        .start_column(whole(place.start.1))
        .end_line(whole(place.end.0))
        .end_column(whole(place.end.1))
        .byte_offset(whole(place.bytes.start))
        .byte_length(whole(place.bytes.len()))
        .build()
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn what_is_set_aside_is_suppressed_and_what_can_be_mended_has_a_fix() {
        let whole: Value = serde_json::from_str(&sarif(&sample::run())).expect("it is JSON");
        let run = &whole["runs"][0];
        let results = run["results"].as_array().expect("results");
        assert_eq!(results.len(), 3);
        let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
        for result in results {
            let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("small")];
            assert_eq!(rule["id"], result["ruleId"]);
        }
        assert_eq!(results[0]["locations"][0]["physicalLocation"]["region"]["byteOffset"], 10);
        assert_eq!(
            results[0]["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"],
            "trich_yeu"
        );
        assert_eq!(results[0]["suppressions"], json!([]));
        assert_eq!(results[1]["suppressions"][0]["justification"], "đúng như bản gốc");
        assert_eq!(results[2]["locations"][0]["message"]["text"], "output/a.pdf (trang 2)");
    }

    #[test]
    fn addresses_hold_no_letter_that_they_may_not() {
        assert_eq!(artifact("plans/a b/xã#1.yaml").uri.as_deref(), Some("plans/a%20b/x%C3%A3%231.yaml"));
    }
}
