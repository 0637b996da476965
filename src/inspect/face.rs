//! How a part is set, against the decree: size, weight, slant, case, and whether it stands in the middle.

use super::observed::{Align, Medium};
use super::parts::{Marker, Part};
use super::piece::{has_small, is_capitals};
use super::rule::{Case, Findings, Silence, missing, summed};
use crate::decree::measured::permitted_sizes;
use crate::decree::{Allowed, Component, Letters, Rule, Slant, Weight};
use crate::units::Length;

/// What of a part's look is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aspects {
    /// Size, weight, slant and case.
    Face,
    /// The same, and that it stands in the middle.
    Centered,
}

/// Judges every part of the document itself that is a component.
///
/// # Errors
/// That there is none.
pub(super) fn judge(
    case: &Case<'_>,
    found: &mut Findings<'_>,
    component: Component,
    aspects: Aspects,
) -> Result<(), Silence> {
    judge_parts(case, found, component, aspects, &case.parts.of(component).collect::<Vec<_>>())
}

/// Judges numbers on lines of their own, those whose marker is meant, and the titles below them.
///
/// # Errors
/// That there are none.
pub(super) fn judge_numbered(
    case: &Case<'_>,
    found: &mut Findings<'_>,
    is_meant: impl Fn(&Marker) -> bool,
) -> Result<(), Silence> {
    let numbers: Vec<&Part> =
        case.parts.of(Component::PartNumber).filter(|part| part.marker.as_ref().is_some_and(&is_meant)).collect();
    judge_parts(case, found, Component::PartNumber, Aspects::Centered, &numbers)?;
    let body = case.body()?;
    let after = |part: &Part| body.get(body.partition_point(|other| other.piece <= part.piece)).copied();
    let titles: Vec<&Part> =
        numbers.iter().filter_map(|part| after(part)).filter(|part| part.component == Component::PartTitle).collect();
    if titles.is_empty() { Ok(()) } else { judge_parts(case, found, Component::PartTitle, Aspects::Centered, &titles) }
}

/// Judges some parts as a component.
///
/// # Errors
/// That there are none.
pub(super) fn judge_parts(
    case: &Case<'_>,
    found: &mut Findings<'_>,
    component: Component,
    aspects: Aspects,
    parts: &[&Part],
) -> Result<(), Silence> {
    if parts.is_empty() {
        return Err(missing(component));
    }
    let faults: Vec<_> = parts.iter().map(|part| (*part, faults(case, component, aspects, part))).collect();
    let wrong: Vec<_> = faults.iter().filter(|(_, faults)| !faults.is_empty()).collect();
    if let Some((first, faults)) = wrong.first() {
        let demand = demand(case, component, aspects);
        let what = format!("{}; quy định {demand}", faults.join(", "));
        let term = component.term();
        let message = match wrong.len() {
            1 => format!("{term} «{}» {what}", crate::vietnamese::shortened(&first.text)),
            _ => summed(&wrong.iter().map(|(part, _)| *part).collect::<Vec<_>>(), &format!("là {term} {what}")),
        };
        found.on(first.piece, &message);
    }
    Ok(())
}

/// What is wrong with the look of a part.
fn faults(case: &Case<'_>, component: Component, aspects: Aspects, part: &Part) -> Vec<String> {
    let mut faults = Vec::new();
    let style = case.decree.style(component);
    let Some(face) = case.observed.face(part.piece) else { return faults };
    if !allows_size(case, &permitted_sizes(component), face.size) {
        faults.push(format!("cỡ {}", face.size.display_pt()));
    }
    let bold = case.observed.share(part.piece, |face| face.is_bold);
    match style.weight {
        Weight::Bold if bold < MOST_LETTERS => faults.push("không đậm".to_owned()),
        Weight::Regular if bold > MOST_LETTERS => faults.push("in đậm".to_owned()),
        Weight::Bold | Weight::Regular => {}
    }
    let italic = case.observed.share(part.piece, |face| face.is_italic);
    match style.slant {
        Slant::Italic if italic < MOST_LETTERS => faults.push("không nghiêng".to_owned()),
        Slant::Upright if italic > MOST_LETTERS => faults.push("in nghiêng".to_owned()),
        Slant::Italic | Slant::Upright => {}
    }
    faults.extend(case_fault(component, style.letters, &part.text));
    if aspects == Aspects::Centered {
        faults.extend(center_fault(case, part));
    }
    faults
}

/// How many thousandths of the letters make a part bold or italic.
const MOST_LETTERS: usize = 500;

fn case_fault(component: Component, letters: Letters, text: &str) -> Option<String> {
    match letters {
        Letters::Capitals => has_small(text).then(|| "không in hoa".to_owned()),
        Letters::AsWritten => {
            let is_written_small = matches!(
                component,
                Component::Subject | Component::SignerName | Component::AppendixNumber | Component::NationalMotto
            );
            (is_written_small && is_capitals(text) && text.chars().count() > 4).then(|| "in hoa".to_owned())
        }
    }
}

/// Why a part does not stand in the middle, where that was measured.
fn center_fault(case: &Case<'_>, part: &Part) -> Option<String> {
    let paragraph = case.observed.paragraph(part.piece);
    match paragraph.align? {
        Align::Center => {
            let off = paragraph.off_center?;
            let is_off = off.to_emu().abs() > case.tolerance().center.to_emu();
            is_off.then(|| format!("lệch {} khỏi giữa", Length::emu(off.to_emu().abs()).display_mm()))
        }
        // Spaces may push a line to the middle; where that ends nobody says.
        Align::Left | Align::Right | Align::Both if paragraph.has_layout_spaces => None,
        // A centered line of a PDF that fills its column looks like any other.
        Align::Left | Align::Right | Align::Both if case.observed.medium == Medium::Pdf => {
            let off = paragraph.off_center?;
            let is_off = off.to_emu().abs() > case.tolerance().center.to_emu();
            is_off.then(|| "không căn giữa".to_owned())
        }
        Align::Left => Some("căn trái".to_owned()),
        Align::Right => Some("căn phải".to_owned()),
        Align::Both => Some("căn đều hai bên".to_owned()),
    }
}

/// Whether a size is permitted, as near as the format tells.
pub(super) fn allows_size(case: &Case<'_>, rule: &Rule<Length>, size: Length) -> bool {
    rule.allows_within(size, case.tolerance().size)
}

/// A range of sizes as people read it: `cỡ 13–14`, `cỡ 13`.
pub(super) fn sizes(rule: &Rule<Length>) -> String {
    let plain = |length: Length| length.display_pt().trim_end_matches(" pt").to_owned();
    match rule.allowed {
        Allowed::Range(least, most) if least == most => format!("cỡ {}", plain(least)),
        Allowed::Range(least, most) => format!("cỡ {}–{}", plain(least), plain(most)),
        Allowed::OneOf(values) => {
            format!("cỡ {}", values.iter().map(|&value| plain(value)).collect::<Vec<_>>().join(" hoặc "))
        }
    }
}

/// What the decree demands of a component, in words.
fn demand(case: &Case<'_>, component: Component, aspects: Aspects) -> String {
    let style = case.decree.style(component);
    let mut words = vec![sizes(&permitted_sizes(component))];
    words.push(if style.weight == Weight::Bold { "đậm" } else { "không đậm" }.to_owned());
    words.push(if style.slant == Slant::Italic { "nghiêng" } else { "đứng" }.to_owned());
    words.push(if style.letters == Letters::Capitals { "in hoa" } else { "in thường" }.to_owned());
    if aspects == Aspects::Centered {
        words.push("căn giữa".to_owned());
    }
    words.join(", ")
}
