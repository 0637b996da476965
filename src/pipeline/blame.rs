//! What kept a document from being written, as findings about its plan.

use crate::diagnostic::{Code, Diagnostic};
use crate::plan::Plan;
use crate::schema::{Visitor, Walk};
use crate::source::Span;
use crate::value::Text;
use crate::writer::typst::{Cause, Fault};

/// What kept a plan's document from being written, at the plan's place; nothing where the program is to blame.
pub fn blame(fault: &Fault, plan: &Plan) -> Vec<Diagnostic> {
    let mut texts = Texts::default();
    plan.walk(&mut texts);
    fault.causes.iter().filter_map(|cause| cause_in(cause, &texts.0, plan)).collect()
}

/// Every text of a plan.
#[derive(Default)]
struct Texts<'a>(Vec<&'a Text>);

impl<'a> Visitor<'a> for Texts<'a> {
    fn text(&mut self, text: &'a Text) {
        self.0.push(text);
    }
}

fn cause_in(cause: &Cause, texts: &[&Text], plan: &Plan) -> Option<Diagnostic> {
    let (code, span, help) = match cause {
        Cause::Letter { letter, .. } => {
            let has = |text: &&&Text| text.letters().chars().flat_map(char::to_uppercase).any(|own| own == *letter);
            let found = texts.iter().find(|text| text.letters().contains(*letter)).or_else(|| texts.iter().find(has));
            let span = found.map(|text| {
                let start = text.span.range.start;
                let at = text.span.text().find(*letter).map(|at| start + at..start + at + letter.len_utf8());
                Span::new(&text.span.file, at.unwrap_or_else(|| text.span.first_line().range))
            });
            (Code::BadCharacter, span, "xóa ký tự này, hoặc gõ lại bằng chữ có trong phông Times New Roman")
        }
        Cause::TooLong { text } => {
            let is_part =
                |own: &String| !own.is_empty() && (text.contains(own.as_str()) || own.contains(text.as_str()));
            let found = texts.iter().filter(|text| is_part(&text.letters())).max_by_key(|text| text.letters().len());
            (Code::TextTooLong, found.map(|text| text.span.first_line()), "tách thành nhiều câu, nhiều ý")
        }
        Cause::TooLarge => (Code::TooMuchText, None, "tách thành hai kế hoạch, hoặc bớt những bảng dài"),
        Cause::License => (Code::BadSetting, None, "chọn phông chữ khác trong kehoach.yaml"),
        Cause::Unforeseen { .. } => return None,
    };
    let message = cause.to_string();
    let found = match span {
        Some(span) => Diagnostic::error(code, span, message),
        None => Diagnostic::in_file(code, &plan.place.span.file.name, message),
    };
    Some(found.help(help))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Shared, read_plan};
    use crate::source::SourceFile;
    use crate::yaml;

    #[track_caller]
    fn check(cause: Cause, code: Code, place: &str) {
        let text = "trich_yeu: Ngắn\nmo_dau: Một câu ǆ dài\n";
        let file = SourceFile::from_text("ke-hoach.yaml", text);
        let node = yaml::read(&file, &|_| true).value.expect("it is YAML");
        let (plan, _) = read_plan(&node, &Shared::default());
        let found = blame(&Fault { causes: vec![cause] }, &plan);
        assert_eq!(found.len(), 1);
        let shown = found[0].labels.first().map_or("", |label| label.span.text());
        assert_eq!((found[0].code, shown), (code, place));
    }

    #[test]
    fn what_the_plan_is_to_blame_for_stands_at_its_place() {
        let letter = |letter| Cause::Letter { letter, text: "MỘT CÂU".to_owned() };
        check(letter('ǆ'), Code::BadCharacter, "ǆ");
        check(letter('Ǆ'), Code::BadCharacter, "Một câu ǆ dài");
        check(letter('x'), Code::BadCharacter, "");
        check(Cause::TooLong { text: "1. Một câu ǆ dài.".to_owned() }, Code::TextTooLong, "Một câu ǆ dài");
        check(Cause::TooLarge, Code::TooMuchText, "");
    }

    #[test]
    fn what_nobody_foresaw_is_the_programs_fault() {
        let file = SourceFile::from_text("ke-hoach.yaml", "trich_yeu: x\n");
        let (plan, _) = read_plan(&yaml::read(&file, &|_| true).value.expect("it is YAML"), &Shared::default());
        assert_eq!(blame(&Fault { causes: vec![Cause::Unforeseen { detail: "x".to_owned() }] }, &plan), []);
    }
}
