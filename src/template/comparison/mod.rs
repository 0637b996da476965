//! What the template of comparisons sees (bảng so sánh).

mod compare;
mod digest;
mod facts;
mod line;
mod named;
mod pieces;
mod room;

use serde::Serialize;
use tera::Context;

pub use self::compare::compare;
use self::line::Line;
use super::Templates;
use super::xml::Xml;
use crate::diff::change::Topic;
use crate::diff::render::Entry;
use crate::diff::view::Row;
use crate::plan::Plan;
use crate::value::Date;
use crate::vietnamese::{capitalize, uncapitalize};

/// What differs between two plans, with the plans: from them come names, numbers and dates.
#[derive(Debug, Clone, Copy)]
pub struct Compared<'a> {
    /// What differs.
    pub entry: &'a Entry,
    /// The older plan, where there is one.
    pub old: Option<&'a Plan>,
    /// The newer plan, where there is one.
    pub new: Option<&'a Plan>,
}

/// The names under which the template sees a comparison; all words are XML already.
#[derive(Serialize)]
struct View {
    co_quan: Xml,
    tac_gia: Xml,
    ngay: String,
    trich_yeu: Xml,
    kem_theo: Xml,
    ngang: bool,
    nhieu: bool,
    doi: Vec<Pair>,
}

#[derive(Serialize)]
struct Pair {
    ten: Xml,
    cot_cu: Xml,
    cot_moi: Xml,
    ke_hoach: Vec<Xml>,
    luu_y: Vec<Xml>,
    chu_dam: bool,
    ket_qua: Xml,
    khac: Option<Xml>,
    nhom: Vec<Group>,
}

#[derive(Serialize)]
struct Group {
    ten: Xml,
    so_lieu: bool,
    phan: Vec<Part>,
}

/// Lines under a heading of their own.
#[derive(Serialize)]
struct Part {
    ten: Option<Xml>,
    dong: Vec<Line>,
}

impl Templates {
    /// A comparison as XML of the vocabulary of documents, by the built-in template. `office` is who issues it where the plans
    /// are not all of one body.
    ///
    /// # Panics
    /// When the built-in template does not run, which is a mistake of ours.
    pub fn render_comparison(&self, compared: &[Compared<'_>], office: Option<&str>) -> String {
        let issuer = issuer(compared, office);
        let doi: Vec<Pair> = compared.iter().map(pair).collect();
        let date = compared.iter().filter_map(|one| one.new.or(one.old)?.issue_date()).next();
        let (year, month, day) = date.map_or((1, 1, 1), Date::or_first);
        let (trich_yeu, kem_theo) = title(compared);
        let view = View {
            tac_gia: issuer.attribute(),
            co_quan: issuer,
            ngay: format!("{year:04}-{month:02}-{day:02}"),
            trich_yeu,
            kem_theo,
            // A page is turned on its side for a table alone.
            ngang: doi.iter().any(|pair| !pair.nhom.is_empty()),
            nhieu: doi.len() > 1,
            doi,
        };
        let context = Context::from_serialize(&view).expect("a view of numbers and words serializes");
        self.tera
            .render("khung/so-sanh.xml", &context)
            .unwrap_or_else(|error| panic!("the template of comparisons runs: {error}"))
    }
}

/// Who issues the comparison: the body of the plans, if it is one.
fn issuer(compared: &[Compared<'_>], office: Option<&str>) -> Xml {
    let mut names: Vec<Xml> = compared.iter().filter_map(|one| one.new.or(one.old)).map(named::issuer).collect();
    names.sort();
    names.dedup();
    match (names.as_slice(), office) {
        ([one], _) if !one.is_empty() => one.clone(),
        (_, Some(office)) => Xml::words(office),
        (_, None) => Xml::words("(nhiều cơ quan)"),
    }
}

/// What the comparison is of, and the line in brackets below.
fn title(compared: &[Compared<'_>]) -> (Xml, Xml) {
    let [Compared { entry, old, new }] = compared else {
        let count = format!("{} kế hoạch, mỗi kế hoạch một mục", compared.len());
        return (Xml::words("Các kế hoạch có thay đổi"), Xml::words(&count));
    };
    let subject = match &entry.periods {
        [Some(before), Some(now)] if before != now => format!("{} so với {}", entry.title, uncapitalize(before)),
        _ => entry.title.clone(),
    };
    let names: Vec<Xml> = [new, old].into_iter().copied().flatten().map(named::called).collect();
    (Xml::words(&subject), Xml::join(&names, " so với ").filtered(crate::value::Filter::Capitalize))
}

fn pair(compared: &Compared<'_>) -> Pair {
    let Compared { entry, old, new } = compared;
    let [before, now] = heads(entry);
    let sides = [(&before, old, &entry.old), (&now, new, &entry.new)];
    let introduced = sides.iter().filter_map(|(head, plan, path)| {
        Some(named::introduced(head, (*plan).as_ref()?, path.as_deref().unwrap_or_default()))
    });
    let result = match (&entry.old, &entry.new) {
        (None, Some(_)) => "Kế hoạch mới, không có kế hoạch trước để so sánh.",
        (Some(_), None) => "Kế hoạch không còn.",
        (Some(_), Some(_)) | (None, None) => "Hai kế hoạch không khác gì nhau.",
    };
    Pair {
        ten: Xml::words(&entry.title),
        ke_hoach: introduced.collect(),
        luu_y: entry.notes.iter().map(|note| Xml::words(&capitalize(note))).collect(),
        chu_dam: entry.rows.iter().any(|row| !row.pieces.is_empty()),
        ket_qua: Xml::words(result),
        khac: left_out(&entry.rows),
        nhom: groups(&entry.rows),
        cot_cu: before,
        cot_moi: now,
    }
}

/// The heads of the columns of both plans: their years, where these tell them apart.
fn heads(entry: &Entry) -> [Xml; 2] {
    match &entry.periods {
        [Some(before), Some(now)] if before != now => [before, now].map(|period| Xml::words(&capitalize(period))),
        _ => ["Bản trước", "Bản này"].map(Xml::words),
    }
}

/// The rows by what they are about, numbered through; how things are printed is no matter of a comparison.
fn groups(rows: &[Row]) -> Vec<Group> {
    let mut number = 0;
    let mut groups = Vec::new();
    let mut topics = Topic::ALL;
    // Figures stand in one table, words in another, which needs no room for differences.
    topics.sort_by_key(|(topic, _)| !is_figures(*topic));
    for (topic, name) in topics.into_iter().filter(|(topic, _)| *topic != Topic::Printing) {
        let part = |part: digest::Part<'_>| {
            let heading = part.heading.as_deref();
            let dong = part.items.iter().map(|item| {
                number += 1;
                Line::of(number, item, heading)
            });
            let dong = dong.collect();
            Part { ten: heading.map(Xml::words), dong }
        };
        let phan: Vec<Part> = digest::parts(rows, topic).into_iter().map(part).collect();
        if !phan.is_empty() {
            let count: usize = phan.iter().map(|part| part.dong.len()).sum();
            groups.push(Group { ten: Xml::words(&format!("{name} ({count})")), so_lieu: is_figures(topic), phan });
        }
    }
    groups
}

/// Whether the changes of a topic are mostly of figures.
fn is_figures(topic: Topic) -> bool {
    matches!(topic, Topic::Targets | Topic::Money)
}

/// What is said of the changes that the table leaves out.
fn left_out(rows: &[Row]) -> Option<Xml> {
    let count = rows.iter().filter(|row| row.topic == Topic::Printing).count();
    (count > 0).then(|| {
        Xml::words(&format!("Ngoài ra có {count} thay đổi về cách trình bày và danh bạ, không ghi trong bảng này"))
    })
}
