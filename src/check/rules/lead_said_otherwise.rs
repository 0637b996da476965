//! A project whose lead is another one where a sentence says it.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Plan;
use crate::plan::body::Body;
use crate::plan::project::{LEAD, Project};
use crate::value::text::{Part, What};
use crate::value::{Id, IdOrText, Ref, Text};

/// A project whose lead a sentence gives otherwise.
pub const LEAD_OTHERWISE: Code = Code {
    id: "KH-0406",
    title: "cơ quan chủ trì ghi hai nơi khác nhau",
    about: "Cơ quan chủ trì một dự án ở du_an phải là cơ quan mà câu phân công của dự án ấy và chương trách nhiệm giao chủ trì. \
            Sửa nơi sai. Cơ quan chỉ chủ trì một phần thì ghi ở dong_chu_tri.",
};

/// A sentence of assignment or a duty gives a project another lead than the data.
pub static RULE: Rule = Rule {
    code: LEAD_OTHERWISE,
    level: Severity::Error,
    reason: "một dự án có đúng một cơ quan chủ trì, ở mọi nơi được nhắc tới",
    about: LEAD_OTHERWISE.about,
    wrong: "co_quan: {kt: {ten: Phòng Kinh tế}, yt: {ten: Trạm Y tế}}\ndu_an: {a: {chu_tri: kt}}\n\
            trach_nhiem: [{co_quan: yt, viec: [\"Chủ trì thực hiện {{ du_an.a }}.\"]}]",
    right: "co_quan: {kt: {ten: Phòng Kinh tế}, yt: {ten: Trạm Y tế}}\ndu_an: {a: {chu_tri: kt}}\n\
            trach_nhiem: [{co_quan: kt, viec: [\"Chủ trì thực hiện {{ du_an.a }}.\"]}]",
    check,
};

/// Names of values that are projects, and those that are bodies.
const PROJECTS: &str = "du_an";
const BODIES: [&str; 2] = ["co_quan", "ten_co_quan"];
/// How a sentence may go on from who leads to what is led.
const DIRECT: [&str; 6] =
    ["", " thực hiện", " triển khai", " triển khai thực hiện", " tổ chức thực hiện", " việc thực hiện"];
/// Words between which tell that only a part is led.
const PARTIAL: [&str; 9] =
    ["nội dung", "phần", "theo dõi", "giám sát", "tổng hợp", "báo cáo", "tham mưu", "hướng dẫn", "kết quả"];

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    for (id, project) in plan.projects.iter() {
        found.extend(assignment(plan, id, project));
    }
    if plan.projects.is_empty() {
        return;
    }
    for duty in &plan.responsibilities {
        let mut texts: Vec<&Text> = duty.text.iter().collect();
        for item in &duty.items {
            item.visit(&mut |block| texts.extend(&block.text));
        }
        for text in texts {
            found.extend(led(text).into_iter().filter_map(|project| duty_finding(plan, project, &duty.bodies.0, text)));
        }
    }
}

/// A sentence of assignment that begins with a body which leads and is not the lead.
fn assignment(plan: &Plan, id: &Id, project: &Project) -> Option<Diagnostic> {
    let (lead, words) = (project.lead.as_ref()?, project.assignment.as_ref()?);
    let said = words.parts.windows(2).find_map(|pair| match pair {
        [Part { what: What::Value(body), .. }, Part { what: What::Words(after), .. }]
            if after.starts_with(" chủ trì")
                && body.path.first().is_some_and(|root| BODIES.contains(&root.as_str())) =>
        {
            body.path.get(1).map(String::as_str)
        }
        _ => None,
    })?;
    let known = said == lead.name || is_co_lead(project, said) || plan.bodies.get(said).is_none();
    // A lead whom the sentence does not name at all is not printed, which another rule says.
    let is_named = words.values().any(|value| value.path.last() == Some(&lead.name));
    (!known && is_named).then(|| finding(&id.name, lead, said, words).label(id.span.clone(), "dự án này"))
}

/// The projects that the words of a duty say are led: those named right behind `Chủ trì`.
fn led(text: &Text) -> Vec<&str> {
    let mut led = Vec::new();
    let mut leading = false;
    for part in &text.parts {
        match &part.what {
            What::Words(words) => leading = if leading { is_list(words) } else { false } || leads_on(words),
            What::Value(named) => match named.path.as_slice() {
                [root, id] if root == PROJECTS && leading => led.push(id.as_str()),
                _ => leading = false,
            },
            What::Break => leading = false,
        }
    }
    led
}

/// Whether some words only string values together.
fn is_list(words: &str) -> bool {
    [", ", " và ", "; ", ", và "].contains(&words)
}

/// Whether some words end by giving the lead of what follows.
fn leads_on(words: &str) -> bool {
    if !words.contains("hủ trì") {
        return false;
    }
    let small = words.to_lowercase();
    let clause = small.rsplit(['.', ';', ':']).next().unwrap_or_default();
    let Some(at) = clause.rfind("chủ trì") else { return false };
    let (before, between) = (clause[..at].trim(), clause[at + "chủ trì".len()..].trim_end());
    // «Giao … chủ trì» speaks of another body.
    let own = matches!(before, "" | "là cơ quan" | "cơ quan" | "là đơn vị");
    let with_others = between.strip_prefix(", phối hợp với ").is_some_and(|others| {
        DIRECT[1..5].iter().any(|end| others.ends_with(end)) && !PARTIAL.iter().any(|word| others.contains(word))
    });
    own && (DIRECT.contains(&between) || with_others)
}

fn duty_finding(plan: &Plan, id: &str, bodies: &[Ref<Body>], text: &Text) -> Option<Diagnostic> {
    let around = || plan.programme.as_ref()?.part_of(id).and_then(|around| plan.projects.get(around));
    let own = plan.projects.get(id);
    let project = own.filter(|project| project.lead.is_some()).or_else(around)?;
    let lead = project.lead.as_ref()?;
    let is_known =
        |body: &str| body == lead.name || is_co_lead(project, body) || own.is_some_and(|own| is_co_lead(own, body));
    let first = bodies.first().filter(|_| !bodies.iter().any(|body| is_known(&body.name)))?;
    Some(finding(id, lead, &first.name, text))
}

fn is_co_lead(project: &Project, body: &str) -> bool {
    project.co_leads.0.iter().any(|lead| matches!(&lead.body, IdOrText::Id(id) if id.name == body))
}

fn finding(id: &str, lead: &Ref<Body>, said: &str, text: &Text) -> Diagnostic {
    let message = format!("dự án «{id}» do «{}» chủ trì, mà câu này giao «{said}» chủ trì", lead.name);
    let help = format!("sửa câu này, hoặc sửa «{}» của dự án", LEAD.name());
    Diagnostic::error(LEAD_OTHERWISE, text.span.first_line(), message)
        .label(lead.span.clone(), "chủ trì ghi ở đây")
        .help(help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn said(duty: &str, is_wrong: bool) {
        let plan = format!(
            "co_quan: {{kt: {{ten: Phòng Kinh tế}}, yt: {{ten: Trạm Y tế}}}}\ndu_an: {{a: {{chu_tri: kt}}, b: {{chu_tri: kt}}}}\n\
             trach_nhiem:\n- co_quan: yt\n  viec: [\"{duty}\"]"
        );
        let message = format!("lỗi «\"{duty}\"»: dự án «b» do «kt» chủ trì, mà câu này giao «yt» chủ trì");
        check(&RULE, &plan, &if is_wrong { vec![message.as_str()] } else { Vec::new() });
    }

    #[test]
    fn duties_name_the_same_lead() {
        said("Chủ trì {{ du_an.b }}.", true);
        said("Chủ trì, phối hợp với các thôn thực hiện {{ du_an.b }}.", true);
        said("Rà soát hộ nghèo; chủ trì thực hiện {{ du_an.b }}.", true);
        said("Phối hợp với Phòng Kinh tế chủ trì {{ du_an.b }}.", false);
        said("Chủ trì, phối hợp với các thôn theo dõi, tổng hợp kết quả thực hiện {{ du_an.b }}.", false);
        said("Chủ trì phần y tế của {{ du_an.b }}.", false);
        said("Chủ trì khám bệnh; phối hợp thực hiện {{ du_an.b }}.", false);
    }

    #[test]
    fn an_assignment_names_the_same_lead() {
        let plan = |words: &str| {
            format!(
                "co_quan: {{kt: {{ten: Phòng Kinh tế}}, yt: {{ten: Trạm Y tế}}}}\n\
                 du_an: {{a: {{chu_tri: kt, phan_cong: \"{words}\"}}}}"
            )
        };
        check(&RULE, &plan("Giao {{ ten_co_quan.kt }} chủ trì, phối hợp với {{ co_quan.yt }}"), &[]);
        let words = "Giao {{ co_quan.yt }} chủ trì cùng {{ co_quan.kt }}";
        let message = format!("lỗi «\"{words}\"»: dự án «a» do «kt» chủ trì, mà câu này giao «yt» chủ trì");
        check(&RULE, &plan(words), &[&message]);
    }
}
