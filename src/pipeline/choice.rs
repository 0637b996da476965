//! Measures that an office or an appendix chooses, held against what the decree permits.

use crate::decree::{Allowed, Decree, MEASURES, MeasureId};
use crate::diagnostic::{Code, Diagnostic};
use crate::plan::Plan;
use crate::units::Length;
use crate::value::Name;

/// What is wrong with the measures that the appendices of a plan choose.
pub(super) fn appendix_choices(plan: &Plan, decree: &Decree) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for appendix in plan.appendices.values() {
        let mut decree = *decree;
        let margins = appendix.margins.as_ref();
        let choices = [
            (appendix.table_size.as_ref(), MeasureId::TableSize),
            (margins.and_then(|margins| margins.top.as_ref()), MeasureId::MarginTop),
            (margins.and_then(|margins| margins.bottom.as_ref()), MeasureId::MarginBottom),
            (margins.and_then(|margins| margins.left.as_ref()), MeasureId::MarginLeft),
            (margins.and_then(|margins| margins.right.as_ref()), MeasureId::MarginRight),
        ];
        let chosen = choices.into_iter().filter_map(|(choice, id)| Some((choice?, id)));
        found.extend(chosen.filter_map(|(choice, id)| choose(&mut decree, choice, id, Code::AppendixSetting)));
    }
    found
}

/// Chooses a measure in words; what the decree does not permit is told with what it does.
pub fn choose(decree: &mut Decree, choice: &Name, id: MeasureId, code: Code) -> Option<Diagnostic> {
    let measure = MEASURES.iter().find(|measure| measure.id == id)?;
    let rule = (measure.of)(decree);
    let allowed = measure.display_allowed(rule.allowed);
    let error = |message: String, help: String| Some(Diagnostic::error(code, choice.span.clone(), message).help(help));
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
