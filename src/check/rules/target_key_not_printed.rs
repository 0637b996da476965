//! Keys of a target that its sentence has no place for.

use crate::check::prose::Passage;
use crate::check::rule::{Case, Rule};
use crate::check::texts;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::mount::{MountForm, MountKind};
use crate::plan::target::{
    BASE, BREAKDOWN, COMPARATOR, DEADLINE, DECREASE, END, FRACTION, INCREASE, LEAD_IN, LEVEL, PARTS, POPULATION,
    RESULT, TEXT, Target, UNIT, VALUE,
};
use crate::value::{Decimal, Id, Registry, Text};

/// A key of a target that its sentence does not print.
pub const KEY_NOT_PRINTED: Code = Code {
    id: "KH-0307",
    title: "khóa không được in",
    about: "Câu của chỉ tiêu do cách viết giá trị quyết định, và không phải khóa nào cũng có chỗ trong mọi câu. Viết cả câu vào \
            khóa loi, hoặc xóa khóa thừa. Có loi thì chỉ lời ấy được in: số liệu ở các khóa khác dùng để đối chiếu, còn từ mở \
            đầu, thời hạn, chỉ tiêu con phải viết trong lời, hay gọi trong câu, thì người đọc mới thấy.",
};

/// A target has keys that the sentence of its form does not print.
pub static RULE: Rule = Rule {
    code: KEY_NOT_PRINTED,
    level: Severity::Warning,
    reason: "điều đã viết mà không in thì người đọc không biết",
    about: KEY_NOT_PRINTED.about,
    wrong: "chi_tieu: {a: {ten: tỷ lệ hộ nghèo, ket_qua: được giảm, giam: 2, don_vi: \"%\"}}",
    right: "chi_tieu: {a: {ten: tỷ lệ hộ nghèo, giam: 2, don_vi: \"%\"}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    if !case.own.is_some_and(|own| own.print(MountKind::Targets)) {
        let named = texts::named(case.plan);
        let is_table = |form| form == MountForm::YearTable;
        let mut mounts = case.plan.mounts().into_iter().filter(|mount| mount.kind.value == MountKind::Targets);
        let in_table = mounts.any(|mount| is_table(mount.shown_as()));
        behind_words(&case.plan.targets, &Elsewhere { named: &named, in_table }, found);
    }
    for (_, target) in Target::with_parts(&case.plan.targets) {
        judge(target, found);
        for part in target.parts.values().filter(|part| part.text.is_none() && !part.breakdown.is_empty()) {
            let key = BREAKDOWN.name();
            let message = format!("«{key}» của chỉ tiêu nằm trong chỉ tiêu khác không được in");
            let help = "đưa chỉ tiêu này ra thành chỉ tiêu riêng, hoặc xóa khóa";
            found.push(Diagnostic::error(KEY_NOT_PRINTED, part.place.of(key), message).as_warning().help(help));
        }
    }
}

fn judge(target: &Target, found: &mut Vec<Diagnostic>) {
    let left = not_printed(target);
    if let Some(first) = left.first() {
        let keys: Vec<_> = left.iter().map(|key| format!("«{key}»")).collect();
        let message = format!("câu của chỉ tiêu này không in {}", keys.join(", "));
        // A comparison or a unit without a value is mostly a value that was forgotten.
        let value = if [COMPARATOR.name(), UNIT.name()].iter().any(|key| left.contains(key)) {
            format!("thêm giá trị («{}», «{}» …), ", VALUE.name(), DECREASE.name())
        } else {
            String::new()
        };
        let help = format!("{value}viết cả câu vào «{}», hoặc xóa khóa", TEXT.name());
        found.push(Diagnostic::error(KEY_NOT_PRINTED, target.place.of(first), message).as_warning().help(help));
    }
}

/// What is printed of targets beside their sentences.
struct Elsewhere<'a> {
    /// The paths of the values that texts name.
    named: &'a [Vec<&'a str>],
    /// Whether a table by year prints them, with a row for each target within another and a column for deadlines.
    in_table: bool,
}

impl Elsewhere<'_> {
    /// Whether a text names a target, or a key of it.
    fn names(&self, id: &Id, key: Option<&str>) -> bool {
        let is_named = |path: &Vec<&str>| match path.as_slice() {
            ["chi_tieu", name, rest @ ..] => *name == id.name && key.is_none_or(|key| rest.first() == Some(&key)),
            _ => false,
        };
        self.named.iter().any(is_named)
    }
}

/// Targets within another that are named; more are counted.
const MOST_NAMED: usize = 5;

/// Of a target with words of its own these are printed alone: what they do not say nobody reads.
fn behind_words(targets: &Registry<Target>, elsewhere: &Elsewhere<'_>, found: &mut Vec<Diagnostic>) {
    for (id, target) in targets.iter() {
        let Some(text) = &target.text else {
            behind_words(&target.parts, elsewhere, found);
            continue;
        };
        let words = Passage::new(text);
        let mut left: Vec<(&str, String)> = Vec::new();
        let mut add = |key: &'static str, more: &str| left.push((key, format!("«{key}»{more}")));
        let says = |lead: &Text| words.words.to_lowercase().contains(&lead.letters().trim().to_lowercase());
        if target.lead_in.as_ref().is_some_and(|lead| !says(lead)) && !elsewhere.names(id, Some(LEAD_IN.name())) {
            add(LEAD_IN.name(), "");
        }
        let deadline = target.deadline.as_ref().filter(|_| !elsewhere.in_table);
        if deadline.is_some_and(|when| !tells_time(&words, when.span.text()))
            && ![DEADLINE.name(), "den_ngay"].iter().any(|key| elsewhere.names(id, Some(key)))
        {
            add(DEADLINE.name(), "");
        }
        let is_left = |(id, part): &(&Id, &Target)| !elsewhere.names(id, None) && !tells_part(&words, part);
        let parts: Vec<_> = target.parts.iter().filter(|_| !elsewhere.in_table).filter(is_left).collect();
        if !parts.is_empty() {
            let names: Vec<_> = parts.iter().take(MOST_NAMED).map(|(id, _)| id.name.as_str()).collect();
            let more = if parts.len() > MOST_NAMED { ", …" } else { "" };
            add(PARTS.name(), &format!(" ({}{more})", names.join(", ")));
        }
        let Some((first, _)) = left.first() else { continue };
        let keys: Vec<_> = left.iter().map(|(_, told)| told.as_str()).collect();
        let text = TEXT.name();
        let message = format!("{} không được in: chỉ tiêu này có «{text}», và chỉ lời ấy được in", keys.join(", "));
        let help =
            format!("viết thêm điều ấy vào «{text}»; bỏ «{text}» để chương trình đặt câu từ các khóa; hoặc xóa khóa");
        found.push(Diagnostic::error(KEY_NOT_PRINTED, target.place.of(first), message).as_warning().help(help));
    }
}

/// Whether words tell some figure of a deadline; one without figures may be told in any words.
fn tells_time(words: &Passage<'_>, deadline: &str) -> bool {
    let runs = |text: &str| -> Vec<String> {
        let runs = text.split(|letter: char| !letter.is_ascii_digit());
        runs.filter(|run| !run.is_empty()).map(|run| run.trim_start_matches('0').to_owned()).collect()
    };
    let told = runs(&words.words);
    let wanted = runs(deadline);
    wanted.is_empty() || wanted.iter().any(|run| told.contains(run)) || words.text.values().next().is_some()
}

/// Whether words tell what a target within theirs says: its figure, its words or its name.
fn tells_part(words: &Passage<'_>, part: &Target) -> bool {
    let small = words.words.to_lowercase();
    let says = |text: &Option<Text>| {
        text.as_ref()
            .is_some_and(|text| small.contains(text.letters().trim().trim_end_matches('.').to_lowercase().as_str()))
    };
    let levels = [&part.value, &part.level, &part.to].into_iter().flatten().map(|level| level.value);
    let changes = [&part.decrease, &part.increase].into_iter().flatten().map(|amount| amount.value.low);
    let is_told = |number: Decimal| words.figures.iter().any(|figure| figure.number.equals(number));
    says(&part.text) || says(&part.name) || says(&part.population) || levels.chain(changes).any(is_told)
}

/// The keys that a target's sentence leaves out, as `cau/chi_tieu.xml` puts it together.
fn not_printed(target: &Target) -> Vec<&'static str> {
    let figures =
        [VALUE.name(), LEVEL.name(), BASE.name(), END.name(), DECREASE.name(), INCREASE.name(), FRACTION.name()];
    let has_half = target.from.is_some() != target.to.is_some();
    if target.text.is_some() || has_half || figures.into_iter().any(|figure| target.place.is_refused(figure)) {
        return Vec::new();
    }
    let set_above = target.set_by.is_some();
    let counted = target.population.is_some() && !set_above;
    let has_ends = target.from.is_some() && target.to.is_some() && !counted;
    let measured = target.value.is_some()
        || target.level.is_some()
        || target.decrease.is_some()
        || target.increase.is_some()
        || has_ends;
    let has_value = (measured || target.fraction.is_some()) && !set_above;
    let tells_result = counted || !has_value || target.value.is_some() && !has_ends;
    let needs_unit = measured && !set_above || !target.steps.0.is_empty() || !target.breakdown.is_empty();
    let keys = [
        (POPULATION.name(), target.population.is_some() && set_above),
        (RESULT.name(), target.result.is_some() && (set_above || !tells_result)),
        (COMPARATOR.name(), target.comparator.is_some() && !has_value),
        (BASE.name(), target.from.is_some() && counted),
        (END.name(), target.to.is_some() && counted),
        (UNIT.name(), target.unit.is_some() && !needs_unit),
    ];
    keys.into_iter().filter(|(_, left)| *left).map(|(key, _)| key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn left(keys: &str, expected: &str) {
        let message = format!("cảnh báo «{}»: câu của chỉ tiêu này không in {expected}", first(expected));
        let messages: &[&str] = if expected.is_empty() { &[] } else { &[&message] };
        check(&RULE, &format!("chi_tieu: {{a: {{{keys}}}}}"), messages);
    }

    fn first(keys: &str) -> &str {
        keys.split(['«', '»']).nth(1).unwrap_or_default()
    }

    #[test]
    fn results_are_told_only_of_what_is_counted_or_reached() {
        left("ten: a, ket_qua: b, giam: 2", "«ket_qua»");
        left("ten: a, ket_qua: b, tu: 1, den: 2", "«ket_qua»");
        left("ten: a, ket_qua: b, phan: 1/2", "«ket_qua»");
        left("ten: a, ket_qua: b, gia_tri: 2", "");
        left("ten: a, ket_qua: b", "");
        left("doi_tuong: a, ket_qua: b, giam: 2", "");
        left("ten: a, ket_qua: b, doi_tuong: c, giao: tỉnh", "«doi_tuong», «ket_qua»");
    }

    #[test]
    fn a_comparison_and_a_unit_need_a_value() {
        left("ten: a, so_sanh: it_nhat", "«so_sanh»");
        left("ten: a, so_sanh: it_nhat, con: 1", "");
        left("ten: a, so_sanh: it_nhat, phan: 1/2", "");
        left("ten: a, don_vi: hộ", "«don_vi»");
        left("ten: a, don_vi: hộ, phan: 1/2", "«don_vi»");
        left("ten: a, don_vi: hộ, tung_nam: {2026: 1}", "");
        left("doi_tuong: a, don_vi: hộ, tu: 1, den: 2", "«tu», «den», «don_vi»");
    }

    #[test]
    fn own_words_win() {
        left("loi: a, ten: b, ket_qua: c, giam: 1, don_vi: hộ, so_sanh: tren", "");
    }

    #[test]
    fn what_own_words_do_not_say_is_not_printed() {
        let left = |keys: &str, more: &str, expected: &str| {
            let message = format!(
                "cảnh báo «{}»: {expected} không được in: chỉ tiêu này có «loi», và chỉ lời ấy được in",
                first(expected)
            );
            let messages: &[&str] = if expected.is_empty() { &[] } else { &[&message] };
            check(&RULE, &format!("chi_tieu: {{a: {{{keys}}}}}\n{more}"), messages);
        };
        let children = "trong_do: {b: {ten: có chứng chỉ, gia_tri: 25, don_vi: \"%\"}, c: {loi: Mở 03 lớp}}";
        let all = format!("mo: Phấn đấu, loi: Nâng cao chất lượng, thoi_han: {{truoc_ngay: 15/12/2026}}, {children}");
        left(&all, "", "«mo», «thoi_han», «trong_do» (b, c)");
        left(&all, "noi_dung: [{in: chi_tieu, dang: bang_nam}]", "«mo»");
        left(&format!("loi: \"25% có chứng chỉ, mở 03 lớp\", {children}"), "", "");
        left(&format!("loi: 25% có bằng, {children}"), "", "«trong_do» (c)");
        left(&format!("loi: \"A {{{{ chi_tieu.b.gia_tri }}}}\", {children}"), "", "«trong_do» (c)");
        left("loi: \"Đến cuối năm 2024, còn 2%\", thoi_han: cuối năm 2024", "", "");
        left("loi: Làm luôn, thoi_han: {khi: thuong_xuyen}", "", "");
    }

    #[test]
    fn a_target_within_another_has_no_places() {
        let message = "cảnh báo «phan_bo»: «phan_bo» của chỉ tiêu nằm trong chỉ tiêu khác không được in";
        let part = "{ten: b, gia_tri: 1, phan_bo: [{noi: A, gia_tri: 1}]}";
        check(&RULE, &format!("chi_tieu: {{a: {{ten: a, gia_tri: 1, trong_do: {{b: {part}}}}}}}"), &[message]);
    }
}
