//! How grave findings are in the end: the levels that an office sets, and what a plan sets aside.
//!
//! Only what is a matter of judgement can be changed: what was not understood, or cannot be printed, stays an error.

use std::collections::BTreeMap;

use super::RULES;
use super::across::{Facts, NUMBER_TAKEN, is_number_taken, stands_on_line};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::settings::{Level, Settings};
use crate::plan::waiver::Waiver;
use crate::value::Name;

/// Errors of older rules about which a plan may be right: its figures are printed as they are written.
const JUDGED: [&str; 6] = ["KH-0301", "KH-0320", "KH-0327", "KH-0328", "KH-0329", "KH-0338"];
/// From here on every rule judges what a plan says.
const FIRST_OF_SUBSTANCE: &str = "KH-0405";

/// The levels that an office sets.
#[derive(Debug, Clone, Default)]
pub struct Levels(BTreeMap<&'static str, Level>);

impl Levels {
    /// Reads the levels from settings, and says what is wrong with them.
    pub fn of(settings: Option<&Settings>) -> (Self, Vec<Diagnostic>) {
        let mut levels = Self::default();
        let mut found = Vec::new();
        for choice in settings.iter().flat_map(|settings| &settings.levels) {
            let (Some(code), Some(level)) = (&choice.code, &choice.level) else { continue };
            // What several plans show stands in no plan, so only an office can change it.
            let meant = if code.words.trim() == NUMBER_TAKEN.id { Ok(NUMBER_TAKEN) } else { changeable(code) };
            match meant {
                Ok(code) => drop(levels.0.insert(code.id, level.value)),
                Err(why) => found.push(Diagnostic::error(Code::BadSetting, code.span.clone(), why)),
            }
        }
        (levels, found)
    }

    /// Findings at their levels, without those that the office does not want.
    pub fn apply_to(&self, findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
        findings.into_iter().filter_map(|found| self.apply(found)).collect()
    }

    /// A finding at its level; `None` where the office does not want it.
    fn apply(&self, mut found: Diagnostic) -> Option<Diagnostic> {
        found.severity = match self.0.get(found.code.id) {
            None => found.severity,
            Some(Level::Off) => return None,
            Some(Level::Info) => Severity::Info,
            Some(Level::Warning) => Severity::Warning,
            Some(Level::Error) => Severity::Error,
        };
        Some(found)
    }
}

/// The code that is meant, if its findings may be given another level or set aside.
fn changeable(name: &Name) -> Result<Code, String> {
    let id = name.words.trim();
    let rules = RULES.iter().filter(|rule| rule.code.id == id);
    let Some(level) = rules.clone().map(|rule| rule.level).max() else {
        let is_known = Code::ALL.iter().any(|code| code.id == id);
        return Err(match is_known {
            true => format!("{id} là lỗi đọc tệp, không đổi mức và không bỏ qua được"),
            false => format!("không có mã thông báo «{id}»"),
        });
    };
    let judged = level < Severity::Error || JUDGED.contains(&id) || id >= FIRST_OF_SUBSTANCE;
    let code = rules.map(|rule| rule.code).next().filter(|_| judged);
    code.ok_or_else(|| format!("{id} khiến văn bản không in đúng được, nên không đổi mức và không bỏ qua được"))
}

/// The findings of a plan as the office and the plan itself want them taken.
pub fn settle(plan: &Plan, levels: &Levels, findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut findings = levels.apply_to(findings);
    for waiver in &plan.waivers {
        let (Some(code), Some(words), Some(reason)) = (&waiver.code, &waiver.words, &waiver.reason) else { continue };
        if is_number_taken(waiver) {
            findings.extend(of_number(plan, waiver, words));
            continue;
        }
        match changeable(code) {
            Ok(meant) => {
                let mut own: Vec<_> =
                    findings.iter_mut().filter(|found| found.code == meant && stands_at(found, &words.words)).collect();
                own.iter_mut().for_each(|found| found.waived = Some(reason.words.clone()));
                if own.is_empty() {
                    findings.push(unused(waiver, words, meant, &findings));
                }
            }
            Err(why) => {
                let help = "sửa chỗ sai, rồi xóa điều này";
                findings.push(Diagnostic::error(Code::WaiverRefused, code.span.clone(), why).help(help));
            }
        }
    }
    findings
}

/// Whether the line of a finding holds some words.
fn stands_at(found: &Diagnostic, words: &str) -> bool {
    found.labels.first().is_some_and(|label| stands_on_line(&label.span, words))
}

/// What is wrong with setting aside that another plan has the number: whether one has it only a run over both can tell.
fn of_number(plan: &Plan, waiver: &Waiver, words: &Name) -> Option<Diagnostic> {
    let (message, help) = match plan.number.as_ref().filter(|_| Facts::new(plan).is_some()) {
        None => {
            let message = format!(
                "kế hoạch chưa có số hoặc ngày ban hành, nên chưa có điều nào mang mã {} để bỏ qua",
                NUMBER_TAKEN.id
            );
            (message, "xóa điều này khỏi «bo_qua»")
        }
        Some(number) if !stands_on_line(&number.span, &words.words) => (
            format!("{} không ở dòng nào có chữ «{}»", NUMBER_TAKEN.id, words.words),
            "chép lại vài chữ của dòng ghi số",
        ),
        Some(_) => return None,
    };
    Some(Diagnostic::error(Code::WaiverUnused, waiver.place.span.first_line(), message).as_warning().help(help))
}

fn unused(waiver: &Waiver, words: &Name, code: Code, findings: &[Diagnostic]) -> Diagnostic {
    let elsewhere = findings.iter().find(|found| found.code == code && found.waived.is_none());
    let message = match elsewhere {
        Some(_) => format!("{} không ở dòng nào có chữ «{}»", code.id, words.words),
        None => format!("không còn điều nào mang mã {} để bỏ qua", code.id),
    };
    let help = match elsewhere {
        Some(_) => "chép lại vài chữ của dòng mà thông báo chỉ vào",
        None => "xóa điều này khỏi «bo_qua»",
    };
    let found = Diagnostic::error(Code::WaiverUnused, waiver.place.span.first_line(), message).as_warning().help(help);
    match elsewhere.and_then(|found| found.labels.first()) {
        Some(label) => found.label(label.span.clone(), "thông báo chỉ vào đây"),
        None => found,
    }
}
