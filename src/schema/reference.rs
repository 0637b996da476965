//! The table of keys as a page for clerks.

use std::fmt::Write;

use super::NOTE;
use super::kind::{Key, Kind, Need, Shape};

/// The reference of every key of some shapes and of what stands inside them, in Vietnamese, as Markdown.
pub fn markdown(roots: &[&'static Shape]) -> String {
    let shapes = Shape::reached(roots);
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
        for field in shape.keys.iter().filter(|key| key.key != NOTE.name()) {
            row(&mut out, field);
        }
    }
    out
}

fn row(out: &mut String, field: &Key) {
    let star = match field.need {
        Need::Required => "\\*".to_owned(),
        Need::Unless(other) => format!("\\* trừ khi có `{other}`"),
        Need::Optional => String::new(),
    };
    let cell = |text: &str| text.replace('|', "\\|");
    let _ = writeln!(
        out,
        "| `{}`{star} | **{}.** {} | {} | `{}` |",
        field.key,
        cell(field.title),
        cell(field.about),
        cell(&value(&(field.kind)())),
        cell(field.example)
    );
}

fn value(kind: &Kind) -> String {
    match kind {
        Kind::Text => "câu".to_owned(),
        Kind::Name => "tên".to_owned(),
        Kind::Number => "số, như `1.234,5`".to_owned(),
        Kind::Whole(least, most) => format!("số nguyên từ {least} đến {most}"),
        Kind::Between(least, most) => format!("số từ {least} đến {most}"),
        Kind::Form(term, _) => term.trim_start_matches("một ").to_owned(),
        Kind::Money => "số tiền, như `3.230 triệu đồng`".to_owned(),
        Kind::Amount => "số tiền, như `3.230 triệu đồng`, `trên 5 tỷ đồng`".to_owned(),
        Kind::Date => "ngày, như `26/02/2024`".to_owned(),
        Kind::PartialDate => "ngày; thiếu ngày hoặc tháng cũng được".to_owned(),
        Kind::Period => "năm, năm - năm, hoặc năm học".to_owned(),
        Kind::Year => "năm".to_owned(),
        Kind::Choice(options) => {
            options.iter().map(|(word, meaning)| format!("`{word}`: {meaning}")).collect::<Vec<_>>().join("; ")
        }
        Kind::Id(home) => format!("mã {}", home.term),
        Kind::IdOrText(home) => format!("mã {}, hoặc câu", home.term),
        Kind::Group(shape) => format!("[{}](#{})", shape.title, anchor(&heading(shape))),
        Kind::List(inner) => format!("danh sách: {}", value(inner)),
        Kind::Dict(inner) => format!("mã → {}", value(inner)),
        Kind::Pairs(inner) => format!("mã hoặc tên → {}", value(inner)),
        Kind::Blank(inner) => value(inner),
        Kind::ByYear(inner) => format!("năm → {}", value(inner)),
        Kind::Either(first, second) => format!("{}; hoặc {}", value(first), value(second)),
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
