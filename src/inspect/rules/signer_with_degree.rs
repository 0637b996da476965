//! A degree or honour before the signer's name.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::parts::Part;
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_applicable};
use crate::vietnamese::fold;

/// A degree or honour before the signer's name.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-K05",
        title: "học hàm, học vị trước tên người ký",
        about: "Trước họ tên người ký không ghi học hàm, học vị, danh hiệu; trừ lực lượng vũ trang, giáo dục, y tế, khoa học.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 7",
    docx: "chữ của họ tên người ký",
    pdf: "chữ của họ tên người ký",
    cure: "Xóa học hàm, học vị trước họ tên.",
    wrong: "TS. Nguyễn Văn An",
    right: "Nguyễn Văn An",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let all = case.every(Component::SignerName)?;
    let is_agency = |part: &&Part| matches!(part.component, Component::Issuer | Component::ParentAgency);
    let agency = fold(&case.parts.all.iter().filter(is_agency).map(|part| part.text.as_str()).collect::<String>());
    if EXEMPT.iter().any(|word| agency.contains(word)) {
        return Err(not_applicable("cơ quan thuộc lực lượng vũ trang, giáo dục, y tế, khoa học"));
    }
    let has_degree = |part: &&Part| {
        let first = part.text.split(['.', ' ']).next().unwrap_or_default().to_lowercase();
        DEGREES.contains(&first.as_str()) && part.text.contains('.')
    };
    let wrong: Vec<&Part> = all.into_iter().filter(has_degree).collect();
    found.summed(&wrong, "ghi học hàm, học vị hoặc danh hiệu trước họ tên người ký");
    Ok(())
}

const DEGREES: [&str; 12] = ["gs", "pgs", "ts", "ths", "tskh", "bs", "bscki", "bsckii", "cn", "ks", "ngưt", "ngnd"];

/// What the names of agencies hold that may write them, folded.
const EXEMPT: [&str; 14] = [
    "truong",
    "giaoduc",
    "daotao",
    "daihoc",
    "hocvien",
    "benhvien",
    "yte",
    "trungtamkiemsoatbenhtat",
    "khoahoc",
    "vien",
    "congan",
    "quansu",
    "bienphong",
    "quandoi",
];
