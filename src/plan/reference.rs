//! The table of keys as a page for clerks.

use std::fmt::Write;

use super::key;
use super::schema::{Field, Kind, Need, Shape};

/// The reference of every key, in Vietnamese, as Markdown.
pub fn markdown() -> String {
    let shapes = Shape::reached(&[&key::PLAN, &key::SHARED, &key::SETTINGS]);
    let mut out = String::from(
        "# Danh sách khóa\n\n\
         Trang này được sinh từ bảng khóa của chương trình; đừng sửa tay. Khóa có dấu * phải có. Mọi nhóm đều nhận thêm khóa \
         `ghi_chu`, lời ghi cho người soạn, không bao giờ được in.\n\n",
    );
    for shape in &shapes {
        let _ = writeln!(out, "- [{}](#{})", heading(shape), anchor(&heading(shape)));
    }
    for shape in &shapes {
        let _ = write!(out, "\n## {}\n\n| khóa | ý nghĩa | giá trị | ví dụ |\n|---|---|---|---|\n", heading(shape));
        for field in shape.fields.iter().filter(|field| field.key != key::NOTE.key) {
            row(&mut out, field);
        }
    }
    out
}

fn row(out: &mut String, field: &Field) {
    let star = if field.need == Need::Required { "\\*" } else { "" };
    let cell = |text: &str| text.replace('|', "\\|");
    let _ = writeln!(
        out,
        "| `{}`{star} | **{}.** {} | {} | `{}` |",
        field.key,
        cell(field.title),
        cell(field.about),
        cell(&value(field.kind)),
        cell(field.example)
    );
}

fn value(kind: Kind) -> String {
    match kind {
        Kind::Text => "câu".to_owned(),
        Kind::Number => "số, như `1.234,5`".to_owned(),
        Kind::Money => "số tiền, như `3.230 triệu đồng`".to_owned(),
        Kind::Date => "ngày, như `26/02/2024`".to_owned(),
        Kind::PartialDate => "ngày; thiếu ngày hoặc tháng cũng được".to_owned(),
        Kind::Period => "năm, hoặc năm - năm".to_owned(),
        Kind::Choice(options) => {
            options.iter().map(|(word, meaning)| format!("`{word}`: {meaning}")).collect::<Vec<_>>().join("; ")
        }
        Kind::Id(registry) => format!("mã {}", registry.term()),
        Kind::IdOrText(registry) => format!("mã {}, hoặc câu", registry.term()),
        Kind::Group(shape) => format!("[{}](#{})", shape.title, anchor(&heading(shape))),
        Kind::List(inner) => format!("danh sách: {}", value(*inner)),
        Kind::Dict(inner) => format!("mã → {}", value(*inner)),
        Kind::Either(first, second) => format!("{}; hoặc {}", value(*first), value(*second)),
    }
}

fn heading(shape: &Shape) -> String {
    crate::vietnamese::capitalize(shape.title)
}

/// The anchor that Markdown viewers make of a heading.
fn anchor(heading: &str) -> String {
    heading
        .to_lowercase()
        .chars()
        .filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-'))
        .map(|letter| if letter == ' ' { '-' } else { letter })
        .collect()
}
