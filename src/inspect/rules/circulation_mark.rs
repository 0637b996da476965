//! A mark of circulation of a wrong look.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::boxes::face_faults;
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_applicable};
use crate::vietnamese::fold;

/// A mark of circulation of a wrong look.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-X02",
        title: "dấu chỉ dẫn lưu hành sai cách trình bày",
        about: "XEM XONG TRẢ LẠI, LƯU HÀNH NỘI BỘ in hoa, cỡ 13–14, đứng, đậm, trong khung viền đơn.",
    },
    clause: "Phụ lục I, phần I, mục III, khoản 2",
    docx: "chữ, khung",
    pdf: "chữ, khung",
    cure: "Đặt chữ in hoa, cỡ 13–14, đậm, trong khung viền đơn.",
    wrong: "LƯU HÀNH NỘI BỘ không khung",
    right: "LƯU HÀNH NỘI BỘ trong khung viền đơn",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let is_mark = |folded: &str| matches!(folded, "xemxongtralai" | "luuhanhnoibo");
    let mut is_there = false;
    for boxed in case.observed.boxes.iter().filter(|boxed| is_mark(&fold(&boxed.text))) {
        is_there = true;
        let mut faults = face_faults(case, Component::CirculationMark, boxed);
        faults.extend((!boxed.has_border).then(|| "không có khung viền".to_owned()));
        if !faults.is_empty() {
            found.at(&boxed.place, &format!("dấu «{}» {}", boxed.text.trim(), faults.join(", ")));
        }
    }
    if is_there { Ok(()) } else { Err(not_applicable("văn bản không có dấu chỉ dẫn lưu hành")) }
}
