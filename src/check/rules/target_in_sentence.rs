//! A sentence that repeats a target with another number.

use std::collections::BTreeMap;

use crate::check::prose::{Passage, Unit, Written};
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::target::{END, LEVEL, Target, VALUE};
use crate::value::{Bound, Decimal, Spanned};

/// A sentence repeats a target with another number.
pub const TARGET_IN_SENTENCE: Code = Code {
    id: "KH-0456",
    title: "câu nhắc chỉ tiêu với số khác",
    about: "Câu nhắc đúng tên một chỉ tiêu, hay chính lời của chỉ tiêu, ghi mức phấn đấu khác với mức khai báo ở chi_tieu, cùng đơn \
            vị. Sửa số, hoặc gọi giá trị của chỉ tiêu trong câu. Câu của kế hoạch chỉ xét khi có chữ «phấn đấu» hay năm cuối.",
};

/// A sentence repeats a target with another number.
pub static RULE: Rule = Rule {
    code: TARGET_IN_SENTENCE,
    level: Severity::Warning,
    reason: "một chỉ tiêu có một giá trị",
    about: TARGET_IN_SENTENCE.about,
    wrong: "noi_dung: [\"Phấn đấu tỷ lệ hộ nghèo toàn xã còn 3%.\"]\nchi_tieu: {a: {ten: tỷ lệ hộ nghèo toàn xã, con: 2, don_vi: \"%\"}}",
    right: "noi_dung: [\"Phấn đấu tỷ lệ hộ nghèo toàn xã còn 2%.\"]\nchi_tieu: {a: {ten: tỷ lệ hộ nghèo toàn xã, con: 2, don_vi: \"%\"}}",
    check,
};

/// Words between the name of a target and the level to reach.
const REACHES: [&str; 9] =
    ["đạt", "còn", "là", "xuống còn", "giảm còn", "giảm xuống còn", "đạt mức", "tăng lên", "còn mức"];
/// A name that has fewer words may be another thing's too.
const FEWEST_WORDS: usize = 4;
/// More targets than sentences repeat; those of a longer list stand in tables.
const MOST_TARGETS: usize = 300;

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let all = Target::with_parts(&case.plan.targets);
    found.extend(all.iter().filter_map(|(_, target)| own_words(target)));
    let names: Vec<String> = all.iter().map(|(_, target)| name(target)).collect();
    let mut alike: BTreeMap<&str, usize> = BTreeMap::new();
    for name in &names {
        *alike.entry(name).or_default() += 1;
    }
    let is_clear = |name: &str| name.split_whitespace().count() >= FEWEST_WORDS && alike.get(name) == Some(&1);
    let clear: Vec<_> = all.iter().zip(&names).filter(|(_, name)| is_clear(name)).take(MOST_TARGETS).collect();
    if clear.is_empty() {
        return;
    }
    let end = case.plan.years().map(|years| format!("ến năm {}", years.to));
    let is_aim =
        |words: &str| words.contains("hấn đấu") || end.as_ref().is_some_and(|end| words.contains(end.as_str()));
    let passages = case.passages().iter().filter(|passage| !passage.figures.is_empty());
    for passage in passages.filter(|passage| is_aim(&passage.words)) {
        let small = passage.words.to_lowercase();
        if small.len() != passage.words.len() || is_of_targets(case, passage) {
            continue;
        }
        for ((_, target), name) in &clear {
            for (at, _) in small.match_indices(name.as_str()) {
                found.extend(judge(target, passage, at + name.len()));
            }
        }
    }
}

fn name(target: &Target) -> String {
    target.name.as_ref().map(|name| name.letters().trim().to_lowercase()).unwrap_or_default()
}

/// Whether a text is a target's own.
fn is_of_targets(case: &Case<'_>, passage: &Passage<'_>) -> bool {
    let span = &passage.text.span;
    let holds = |target: &Target| {
        let place = &target.place.span;
        place.file == span.file && place.range.start <= span.range.start && span.range.end <= place.range.end
    };
    case.plan.targets.values().any(holds)
}

fn judge(target: &Target, passage: &Passage<'_>, from: usize) -> Option<Diagnostic> {
    let (_, figure) = passage.next(from)?;
    let is_level = REACHES.contains(&passage.between(from, figure.start).trim());
    let (key, level) = level(target)?;
    if !is_level || !is_of(target, figure) || is_known(target, figure.number) {
        return None;
    }
    let unit = passage.between(figure.end, figure.rest);
    let (told, level) = (passage.told(figure), format!("{}{unit}", level.value.display()));
    let message = format!("câu này ghi {told}, chỉ tiêu cùng tên là {level}");
    let finding = Diagnostic::error(TARGET_IN_SENTENCE, passage.place(figure.start..figure.rest), message).as_warning();
    let help = "sửa một trong hai số, hoặc gọi giá trị của chỉ tiêu trong câu";
    Some(finding.label(target.place.of(key), "chỉ tiêu ở đây").help(help))
}

/// A target whose own words reach another level than its figures: both tell the same target.
fn own_words(target: &Target) -> Option<Diagnostic> {
    let passage = Passage::new(target.text.as_ref()?);
    let (key, level) = level(target)?;
    let figures: Vec<_> = passage.figures.iter().filter(|figure| is_of(target, figure)).collect();
    // Words with several figures may tell several levels.
    let [figure] = figures.as_slice() else { return None };
    let before = without_bound(passage.before(figure)).to_lowercase();
    let reaches =
        REACHES.iter().any(|word| before.strip_suffix(word).is_some_and(|rest| rest.is_empty() || rest.ends_with(' ')));
    if !reaches || is_known(target, figure.number) || changes(target, figure.number) {
        return None;
    }
    let told = passage.told(figure);
    let unit = passage.between(figure.end, figure.rest);
    let message = format!("lời của chỉ tiêu ghi {told}, «{key}» là {}{unit}", level.value.display());
    let finding = Diagnostic::error(TARGET_IN_SENTENCE, passage.place(figure.start..figure.rest), message).as_warning();
    Some(finding.label(target.place.of(key), "số liệu ở đây").help("sửa một trong hai số"))
}

/// Words without the one at their end that bounds a number: «đạt ít nhất».
fn without_bound(words: &str) -> &str {
    let bound = Bound::ALL.into_iter().find_map(|bound| words.strip_suffix(bound.word()));
    bound.unwrap_or(words).trim_end()
}

/// Whether a number is that by which a target changes, or that of a place.
fn changes(target: &Target, number: Decimal) -> bool {
    let amounts = [&target.decrease, &target.increase].into_iter().flatten();
    let shares = target.breakdown.iter().filter_map(|share| share.value.as_ref());
    amounts.flat_map(|amount| [Some(amount.value.low), amount.value.high]).flatten().any(|low| low.equals(number))
        || shares.into_iter().any(|share| share.value.equals(number))
}

/// The level that a target is to reach, with its key.
fn level(target: &Target) -> Option<(&'static str, &Spanned<Decimal>)> {
    let levels = [(END.name(), &target.to), (LEVEL.name(), &target.level), (VALUE.name(), &target.value)];
    levels.into_iter().find_map(|(key, level)| Some((key, level.as_ref()?)))
}

/// Whether a figure is counted as the target is.
fn is_of(target: &Target, figure: &Written) -> bool {
    let unit = target.unit.as_ref().map(|unit| unit.letters()).unwrap_or_default();
    match figure.unit {
        Unit::Percent => unit == "%",
        Unit::Count(name) => unit == name,
        Unit::Money(money) => unit == money.name,
        Unit::None | Unit::Points => false,
    }
}

/// Whether a target or what is inside it has a number somewhere.
fn is_known(target: &Target, number: Decimal) -> bool {
    let levels = [&target.value, &target.level, &target.from, &target.to];
    levels.into_iter().flatten().any(|level| level.value.equals(number))
        || target.steps.0.iter().any(|(_, level)| level.equals(number))
        || target.parts.values().any(|part| is_known(part, number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn sentence(sentence: &str, expected: &[&str]) {
        let targets = "chi_tieu: {a: {ten: tỷ lệ hộ nghèo toàn xã, tu: 5, den: 4, don_vi: \"%\"}}";
        check(&RULE, &format!("thoi_ky: 2026\nnoi_dung: [\"{sentence}\"]\n{targets}"), expected);
    }

    #[test]
    fn a_target_is_repeated_as_it_is() {
        let message = "cảnh báo «3%»: câu này ghi 3%, chỉ tiêu cùng tên là 4%";
        sentence("Phấn đấu tỷ lệ hộ nghèo toàn xã còn 3%.", &[message]);
        sentence("Đến năm 2026, tỷ lệ hộ nghèo toàn xã xuống còn 3%.", &[message]);
        sentence("Phấn đấu tỷ lệ hộ nghèo toàn xã còn 4%.", &[]);
    }

    #[test]
    fn the_words_of_a_target_tell_its_own_figure() {
        let target = |words: &str| format!("chi_tieu: {{a: {{loi: \"{words}\", con: 5, don_vi: \"%\"}}}}");
        let message = "cảnh báo «3%»: lời của chỉ tiêu ghi 3%, «con» là 5%";
        check(&RULE, &target("Phấn đấu tỷ lệ hộ nghèo còn 3%"), &[message]);
        check(&RULE, &target("Phấn đấu tỷ lệ hộ nghèo còn dưới 3%"), &[message]);
        for words in ["Tỷ lệ hộ nghèo còn 5%", "Giảm 3% hộ nghèo", "Từ 6% còn 3%", "Hộ nghèo còn 3 hộ"]
        {
            check(&RULE, &target(words), &[]);
        }
    }

    #[test]
    fn what_may_be_another_level_is_passed_over() {
        for words in [
            "Năm 2025, tỷ lệ hộ nghèo toàn xã còn 7%.",
            "Phấn đấu tỷ lệ hộ nghèo toàn xã vùng cao còn 7%.",
            "Phấn đấu tỷ lệ hộ nghèo toàn xã còn dưới 7%.",
            "Phấn đấu tỷ lệ hộ nghèo toàn xã còn 7 hộ.",
            "Phấn đấu tỷ lệ hộ nghèo toàn xã giảm 2%.",
        ] {
            sentence(words, &[]);
        }
    }
}
