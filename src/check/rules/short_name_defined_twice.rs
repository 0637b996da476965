//! A short name that is defined twice, or used before it is defined.

use crate::check::letters::{Words, is_whole, place};
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::schema::{Visitor, Walk};
use crate::value::Text;

/// A short name defined twice or too late.
pub const DEFINED_TWICE: Code = Code {
    id: "KH-0420",
    title: "tên gọi tắt định nghĩa hai lần, hoặc dùng trước khi định nghĩa",
    about: "Một tên gọi tắt («sau đây gọi tắt là …») định nghĩa một lần, ở nơi đầu tiên dùng tới, và chỉ chỉ một điều.",
};

/// A sentence defines a short name that another has defined, or that is used before.
pub static RULE: Rule = Rule {
    code: DEFINED_TWICE,
    level: Severity::Warning,
    reason: "người đọc phải biết tên gọi tắt chỉ điều gì trước khi gặp nó",
    about: DEFINED_TWICE.about,
    wrong: "noi_dung: [Ban Quản lý dự án (sau đây gọi tắt là Ban Quản lý)., Ban Quản lý rừng (sau đây gọi tắt là Ban Quản lý).]",
    right: "noi_dung: [Ban Quản lý dự án (sau đây gọi tắt là Ban Quản lý)., Ban Quản lý lập dự toán.]",
    check,
};

/// The words by which a short name is defined.
const DEFINING: [&str; 8] =
    ["gọi tắt là ", "gọi chung là ", "viết tắt là ", "gọi là ", "gọi tắt: ", "viết tắt: ", "gọi tắt ", "viết tắt "];

/// A short name where it is defined.
struct Definition<'w> {
    name: &'w str,
    words: &'w Words<'w>,
    /// From where the brackets are open.
    start: usize,
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let definitions: Vec<_> = case.letters().iter().flat_map(definitions).collect();
    for (at, definition) in definitions.iter().enumerate() {
        let (name, text) = (definition.name, definition.words.text);
        if let Some(first) = definitions[..at].iter().find(|first| first.name == name) {
            let message = format!("tên gọi tắt «{name}» đã định nghĩa ở trên");
            let finding = Diagnostic::error(DEFINED_TWICE, place(text, name), message).as_warning();
            let help = "bỏ lời định nghĩa sau, hoặc đặt tên khác nếu chỉ điều khác";
            found.push(finding.label(place(first.words.text, name), "định nghĩa lần đầu ở đây").help(help));
        } else if is_peculiar(name)
            && let Some(used) = used_before(case.plan, definition)
        {
            let message = format!("tên gọi tắt «{name}» dùng trước khi định nghĩa");
            let finding = Diagnostic::error(DEFINED_TWICE, place(text, name), message).as_warning();
            let help = "định nghĩa ở nơi đầu tiên dùng tới, hoặc viết tên đầy đủ ở nơi ấy";
            found.push(finding.label(place(used, name), "dùng ở đây").help(help));
        }
    }
}

/// The short names that a text defines in brackets.
fn definitions<'w>(words: &'w Words<'w>) -> impl Iterator<Item = Definition<'w>> {
    let letters = words.letters.as_ref();
    letters.match_indices('(').filter_map(move |(start, _)| {
        let inside = &letters[start + 1..];
        let inside = &inside[..inside.find(')')?];
        if !["sau đây ", "dưới đây ", "gọi ", "viết tắt"].iter().any(|start| inside.starts_with(start)) {
            return None;
        }
        let (at, verb) = DEFINING.iter().find_map(|verb| Some((inside.find(verb)?, *verb)))?;
        let name = inside[at + verb.len()..].trim().trim_matches(['“', '”', '"', '«', '»', '.']).trim();
        (!name.is_empty() && !name.contains(['{', ';', ','])).then_some(Definition { name, words, start })
    })
}

/// Whether a name can hardly be met in its common meaning: some of its words has capitals or figures within.
fn is_peculiar(name: &str) -> bool {
    name.contains(' ')
        && name.split(' ').any(|word| {
            word.chars().any(|letter| letter.is_ascii_digit())
                || word.chars().filter(|letter| letter.is_uppercase()).count() > 1
        })
}

/// The text in which a name is used before it is defined, as the document is read.
fn used_before<'p>(plan: &'p Plan, definition: &Definition<'p>) -> Option<&'p Text> {
    let mut read = Read(Vec::new());
    plan.opening.walk(&mut read);
    plan.content.walk(&mut read);
    let own = read.0.iter().position(|text| std::ptr::eq(*text, definition.words.text))?;
    let is_used =
        |letters: &str| letters.match_indices(definition.name).any(|(at, name)| is_whole(letters, at, at + name.len()));
    if is_used(&definition.words.letters[..definition.start]) {
        return Some(definition.words.text);
    }
    read.0[..own].iter().copied().find(|text| is_used(&text.letters()))
}

/// Texts in the order in which they are read.
struct Read<'p>(Vec<&'p Text>);

impl<'p> Visitor<'p> for Read<'p> {
    fn text(&mut self, text: &'p Text) {
        self.0.push(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn a_name_is_defined_once() {
        let plan = "mo_dau: Ban hành Kế hoạch (sau đây gọi tắt là Kế hoạch).\nnoi_dung: [\"Kế hoạch của xã (gọi tắt là “Kế hoạch”).\"]";
        check(&RULE, plan, &["cảnh báo «Kế hoạch»: tên gọi tắt «Kế hoạch» đã định nghĩa ở trên"]);
        let plan = "noi_dung: [Các huyện (gọi chung là huyện)., Các xã (gọi chung là xã).]";
        check(&RULE, plan, &[]);
    }

    #[test]
    fn a_peculiar_name_is_defined_before_its_use() {
        let late = "cảnh báo «Chương trình MTQG»: tên gọi tắt «Chương trình MTQG» dùng trước khi định nghĩa";
        let definition = "Chương trình mục tiêu quốc gia (viết tắt là Chương trình MTQG)";
        check(&RULE, &format!("noi_dung: [Theo Chương trình MTQG., {definition}.]"), &[late]);
        check(&RULE, &format!("noi_dung: [{definition}., Theo Chương trình MTQG.]"), &[]);
        check(&RULE, "noi_dung: [Ban Quản lý tốt., Ban Quản lý rừng (gọi tắt là Ban Quản lý).]", &[]);
    }
}
