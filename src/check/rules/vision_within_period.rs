//! A plan that looks no further than its period.

use super::keys_without_effect::WITHOUT_EFFECT;
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::whole::{PERIOD, VISION};

/// The year up to which a plan looks lies within its period, or it has no period.
pub static RULE: Rule = Rule {
    code: WITHOUT_EFFECT,
    level: Severity::Error,
    reason: "tầm nhìn là năm sau thời kỳ",
    about: "Khóa tam_nhin in sau thời kỳ: «giai đoạn 2026 - 2030, tầm nhìn đến năm 2045». Nó cần khóa thoi_ky, và là một năm sau \
            năm cuối của thời kỳ.",
    wrong: "thoi_ky: 2026-2030\ntam_nhin: 2030",
    right: "thoi_ky: 2026-2030\ntam_nhin: 2045",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    let Some(vision) = &plan.vision else { return };
    let (key, period_key) = (VISION.name(), PERIOD.name());
    match &plan.period {
        None if !plan.place.has(period_key) => {
            let message = format!("«{key}» chỉ in sau «{period_key}»");
            let help = format!("thêm {period_key}: {}; hoặc xóa khóa", PERIOD.key.example);
            found.push(Diagnostic::error(WITHOUT_EFFECT, plan.place.of(key), message).help(help));
        }
        Some(period) if vision.value.0 <= period.to => {
            let message = format!("tầm nhìn đến năm {} không sau {}", vision.value.0, period.display());
            let help = format!("viết một năm sau năm {}, hoặc xóa «{key}»", period.to);
            found.push(Diagnostic::error(WITHOUT_EFFECT, vision.span.clone(), message).help(help));
        }
        None | Some(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn a_vision_goes_beyond_the_period() {
        check(&RULE, "tam_nhin: 2045", &["lỗi «tam_nhin»: «tam_nhin» chỉ in sau «thoi_ky»"]);
        let message = "lỗi «2030»: tầm nhìn đến năm 2030 không sau giai đoạn 2026 - 2030";
        check(&RULE, "thoi_ky: 2026-2030\ntam_nhin: 2030", &[message]);
        check(&RULE, "thoi_ky: 2026-2030\ntam_nhin: 2031", &[]);
    }
}
