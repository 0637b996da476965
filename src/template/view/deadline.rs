//! Deadlines in words.

use crate::plan::deadline::when::{Side, When};
use crate::plan::deadline::{Deadline, Milestone};
use crate::template::words::Viewer;
use crate::template::xml::Xml;
use crate::value::date::BLANK;
use crate::value::{Lapse, Ref, Spanned};

impl Viewer<'_> {
    /// A deadline in words; several steps one after the other.
    pub(in crate::template) fn deadline(&self, deadline: &Deadline) -> Xml {
        match deadline {
            Deadline::Once(when) => self.when(when),
            Deadline::Milestones(steps) => Xml::join(&self.milestones(steps), "; "),
        }
    }

    /// Each step of a deadline in words; none for a deadline of one step.
    pub(in crate::template) fn steps(&self, deadline: &Deadline) -> Vec<Xml> {
        match deadline {
            Deadline::Once(_) => Vec::new(),
            Deadline::Milestones(steps) => self.milestones(steps),
        }
    }

    fn milestones(&self, steps: &[Milestone]) -> Vec<Xml> {
        let shown = |step: &Milestone| {
            let name = self.opt_words(step.step.as_ref()).unwrap_or_default();
            Xml::format("{}: {}", &[&name, &step.when.as_ref().map(|when| self.when(when)).unwrap_or_default()])
        };
        steps.iter().map(shown).collect()
    }

    /// The day to which a deadline leads, in short: `15/12/2026`. It is blank as long as the day of issue on which it hangs.
    pub(in crate::template) fn due(&self, deadline: &Deadline) -> Option<Xml> {
        let due = deadline.due(self.plan.counted()).map(|due| due.day.display().into());
        let is_blank = self.plan.date.as_ref().is_some_and(|date| !date.is_complete());
        due.or_else(|| (is_blank && deadline.hangs_on_issue()).then(|| Xml::words(BLANK)))
    }

    /// Words with their deadline behind, before the mark at their end: `Rà soát, hoàn thành trước ngày 15/12/2026.`
    pub(in crate::template) fn with_deadline(&self, words: Xml, deadline: Option<&Spanned<Deadline>>) -> Xml {
        let Some(deadline) = deadline else { return words };
        let said = self.deadline(deadline);
        let said = match &deadline.value {
            Deadline::Once(when) if !verb(when).is_empty() => Xml::format("{} {}", &[&verb(when).into(), &said]),
            Deadline::Once(_) | Deadline::Milestones(_) => said,
        };
        // Words that lead a list go on behind the deadline.
        let in_brackets = matches!(deadline.value, Deadline::Milestones(_)) || words.letters().ends_with(':');
        words.with_tail(&Xml::format(if in_brackets { " ({})" } else { ", {}" }, &[&said]))
    }

    fn when(&self, when: &When) -> Xml {
        match when {
            When::Text(text) => self.words(text),
            When::Before(date) => format!("trước ngày {}", date.value.0.display_short()).into(),
            When::On(date) => format!("ngày {}", date.value.0.display_short()).into(),
            When::Month(month) => format!("tháng {}", month.value.0.display_short()).into(),
            When::Quarter(quarter) => quarter.display().into(),
            When::Year(year) => format!("năm {}", year.value.0).into(),
            When::SchoolYear(year) => year.display().into(),
            When::Span { from, to } => {
                let from = from.as_ref().map(|from| format!("từ {}", from.display()));
                let to = to.as_ref().map(|to| format!("đến {}", to.display()));
                from.into_iter().chain(to).collect::<Vec<_>>().join(" ").into()
            }
            When::Every { every, at: None } => self.words(every),
            When::Every { every, at: Some(at) } => Xml::format("{}, trước {}", &[&self.words(every), &self.words(at)]),
            When::Cycle(cycle) => cycle.display().into(),
            When::AfterIssue(lapse) => {
                format!("trong {} kể từ ngày ban hành {}", lapse.display(), self.plan.document_type().term).into()
            }
            When::Standing(standing) => standing.meaning().replace("kế hoạch", self.plan.document_type().term).into(),
            When::Event { event, side, lapse } => self.beside_event(event, *side, lapse.as_deref().copied()),
        }
    }

    fn beside_event(&self, event: &Ref<crate::plan::event::Event>, side: Side, lapse: Option<Lapse>) -> Xml {
        let event = self.plan.events.get(&event.name);
        let name = event.and_then(|event| self.opt_words(event.name.as_ref())).unwrap_or_default();
        let pattern = match (side, lapse) {
            (Side::Before, Some(lapse)) => format!("chậm nhất {} trước {{}}", lapse.display()),
            (Side::Before, None) => "trước {}".to_owned(),
            (Side::After, Some(lapse)) => format!("trong {} sau {{}}", lapse.display()),
            (Side::After, None) => "sau {}".to_owned(),
        };
        Xml::format(&pattern, &[&name])
    }
}

/// How what is due is joined to its deadline. A clerk's own words say all themselves.
fn verb(when: &When) -> &'static str {
    match when {
        When::Before(_) | When::AfterIssue(_) | When::Event { .. } => "hoàn thành",
        When::On(_) => "hoàn thành vào",
        When::Month(_) | When::Quarter(_) | When::Year(_) | When::SchoolYear(_) => "hoàn thành trong",
        When::Span { from: None, .. } => "hoàn thành",
        When::Span { .. } | When::Cycle(_) | When::Standing(_) => "thực hiện",
        When::Text(_) | When::Every { .. } => "",
    }
}
