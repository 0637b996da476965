//! By what a reader knows things: entities by their names, parts of lists by their first words.

use std::collections::HashMap;

use crate::plan::Plan;
use crate::plan::target::Target;
use crate::schema::{Meaning, Stated};
use crate::value::{Amount, Entity, MONEY_UNITS, MoneyUnit, Text};
use crate::vietnamese::shortened;

/// The names of the entities of one plan, by the term of what they are and their id.
#[derive(Debug, Clone, Default)]
pub struct Names {
    known: HashMap<(&'static str, String), String>,
    /// What the values that sentences name are printed as, by the words between the braces.
    values: HashMap<String, String>,
    /// What took the place of a body or a document, the next one first, by the name of its noun and its id.
    heirs: HashMap<(&'static str, String), Vec<String>>,
}

impl Names {
    /// The names of a plan.
    pub(super) fn of(plan: &Plan) -> Self {
        let mut names = Self::default();
        for (id, body) in plan.bodies.iter() {
            names.take::<crate::plan::body::Body>(&id.name, body.short.as_ref().or(body.name.as_ref()));
        }
        for (id, document) in plan.documents.iter() {
            let kind = document.kind.as_ref().map(Text::letters).unwrap_or_default();
            let number = document.number.as_ref().or(document.subject.as_ref()).map(Text::letters).unwrap_or_default();
            let said = format!("{kind} {number}").trim().to_owned();
            names.insert::<crate::plan::cited::CitedDocument>(&id.name, said);
        }
        for (id, project) in plan.programme.iter().flat_map(|programme| programme.projects.iter()) {
            let number = project.number.as_ref().map(Text::letters).unwrap_or_default();
            let kind = if project.part_of.is_some() { "Tiểu dự án" } else { "Dự án" };
            let name = project.name.as_ref().map(Text::letters).unwrap_or_default();
            names.insert::<crate::plan::programme::ProgrammeProject>(&id.name, format!("{kind} {number}: {name}"));
        }
        for (id, target) in Target::with_parts(&plan.targets) {
            let parts = [target.population.as_ref(), target.result.as_ref()];
            match target.text.as_ref().or(target.name.as_ref()) {
                Some(name) => names.insert::<Target>(&id.name, name.letters()),
                None => names.insert::<Target>(
                    &id.name,
                    parts.into_iter().flatten().map(Text::letters).collect::<Vec<_>>().join(" "),
                ),
            }
        }
        for (id, source) in plan.funding.iter().flat_map(|funding| funding.sources.iter()) {
            names.take::<crate::plan::funding::Source>(&id.name, source.name.as_ref());
        }
        for (id, event) in plan.events.iter() {
            names.take::<crate::plan::event::Event>(&id.name, event.name.as_ref());
        }
        names.heirs = super::heirs::of(plan);
        names
    }

    /// Knows what values are printed as.
    pub(super) fn print(&mut self, values: HashMap<String, String>) {
        self.values = values;
    }

    /// What took the place of an entity of a noun, the next one first.
    pub(super) fn heirs(&self, noun: &'static str, id: &str) -> &[String] {
        self.heirs.get(&(noun, id.to_owned())).map_or(&[], Vec::as_slice)
    }

    fn take<E: Entity>(&mut self, id: &str, name: Option<&Text>) {
        if let Some(name) = name {
            self.insert::<E>(id, name.letters());
        }
    }

    fn insert<E: Entity>(&mut self, id: &str, name: String) {
        self.known.insert((E::HOME.term, id.to_owned()), name);
    }

    /// Knows what was called `old` also as `new`.
    pub(super) fn also(&mut self, term: &'static str, old: &str, new: &str) {
        if let Some(name) = self.known.get(&(term, old.to_owned())).cloned() {
            self.known.insert((term, new.to_owned()), name);
        }
    }

    /// The name of an entity, or its id.
    pub fn name<'a>(&'a self, term: &'static str, id: &'a str) -> &'a str {
        self.known.get(&(term, id.to_owned())).map_or(id, String::as_str)
    }

    /// What is said, in words; of what holds much only by what it is known.
    pub fn shown(&self, meaning: &Meaning) -> String {
        match meaning {
            Meaning::Nothing => String::new(),
            Meaning::Words(text) => self.with_names(text),
            Meaning::Plain(text) | Meaning::Time(text, _) => text.clone(),
            Meaning::Choice(_, shown) => (*shown).to_owned(),
            Meaning::Number(number) => number.display(),
            Meaning::Money(amount) => money(*amount),
            Meaning::Reference(home, id) => self.name(home.term, id).to_owned(),
            Meaning::Record(..) => self.label(meaning),
            Meaning::List(items) => items.iter().map(|item| self.shown(&item.meaning)).collect::<Vec<_>>().join("; "),
            Meaning::Entries(entries) => {
                let shown = |(name, entry): &(String, Stated)| format!("{name}: {}", self.shown(&entry.meaning));
                entries.iter().map(shown).collect::<Vec<_>>().join("; ")
            }
        }
    }

    /// A sentence as it is read: a body or a document that it names by its name, another value as it is printed, or by the
    /// way to it where only the finished document knows it.
    fn with_names(&self, text: &str) -> String {
        let mut parts = text.split("{{ ");
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let Some((named, rest)) = part.split_once(" }}") else {
                out.push_str("{{ ");
                out.push_str(part);
                continue;
            };
            let path: Vec<&str> = named.split(" | ").next().unwrap_or_default().split('.').collect();
            let term = match path.first() {
                Some(&"co_quan") => Some("cơ quan"),
                Some(&"van_ban") => Some("văn bản"),
                _ => None,
            };
            match (term, path.as_slice()) {
                (Some(term), [_, id]) => out.push_str(self.name(term, id)),
                _ => match self.values.get(named) {
                    Some(value) => out.push_str(value),
                    None => out.push_str(&format!("[{}]", path.join(" › "))),
                },
            }
            out.push_str(rest);
        }
        out
    }

    /// All that is said, for one who must see what was added or dropped: each key with its words.
    pub fn told(&self, meaning: &Meaning) -> Vec<String> {
        let mut lines = Vec::new();
        self.tell(meaning, "", &mut lines);
        lines
    }

    fn tell(&self, meaning: &Meaning, title: &str, lines: &mut Vec<String>) {
        match meaning {
            Meaning::Record(_, members) => {
                for (key, member) in members {
                    let title = if matches!(key.key, "loi" | "muc" | "noi_dung" | "viec") { "" } else { key.title };
                    self.tell(&member.meaning, title, lines);
                }
            }
            Meaning::List(items) if items.iter().any(|item| is_big(&item.meaning)) => {
                items.iter().for_each(|item| self.tell(&item.meaning, title, lines));
            }
            Meaning::Entries(entries) if entries.iter().any(|(_, entry)| is_big(&entry.meaning)) => {
                entries.iter().for_each(|(_, entry)| self.tell(&entry.meaning, title, lines));
            }
            meaning if title.is_empty() => lines.push(self.shown(meaning)),
            meaning => lines.push(format!("{title}: {}", self.shown(meaning))),
        }
    }

    /// By what a reader knows an entry of a registry.
    pub(super) fn entry_label(&self, key: &str, id: &str, meaning: &Meaning) -> String {
        let of_term = match key {
            "du_an" => self.known.get(&("dự án", id.to_owned())),
            "van_ban" => self.known.get(&("văn bản", id.to_owned())),
            "theo_nguon" => self.known.get(&("nguồn vốn", id.to_owned())),
            _ => None,
        };
        match (of_term, meaning) {
            (Some(name), _) => shortened(name),
            (None, Meaning::Record(..)) => self.label(meaning),
            // A cell, a year: known by its name.
            (None, _) => id.to_owned(),
        }
    }

    /// By what a reader knows something: its name, its heading, its first words.
    pub fn label(&self, meaning: &Meaning) -> String {
        short(&self.full_label(meaning))
    }

    /// The same with all its words.
    pub fn full_label(&self, meaning: &Meaning) -> String {
        let Meaning::Record(shape, members) = meaning else { return self.shown(meaning) };
        let of = |wanted: &str| meaning.of(wanted).map(|stated| &stated.meaning);
        let worded = |meaning: &Meaning| match meaning {
            Meaning::List(items) => {
                items.iter().map(|item| self.full_label(&item.meaning)).collect::<Vec<_>>().join(", ")
            }
            meaning => self.full_label(meaning),
        };
        if shape.name == "row"
            && let Some(Meaning::Entries(cells)) = of("o")
            && of("nhom").or(of("tong")).or(of("cong")).is_none()
        {
            let words = cells.iter().find(|(_, cell)| matches!(cell.meaning, Meaning::Words(_)));
            return words.or(cells.first()).map(|(_, cell)| self.shown(&cell.meaning)).unwrap_or_default();
        }
        if let Some(table) = of("bang") {
            return self.full_label(table);
        }
        let told = |keys: &[&str], between: &str| {
            let said = keys.iter().filter_map(|key| of(key)).map(worded);
            Some(said.collect::<Vec<_>>().join(between)).filter(|said| !said.is_empty())
        };
        let own = match shape.name {
            // A body's duties are known by the body; a report by what it is on.
            "responsibility" => told(&["tieu_de"], "").or_else(|| told(&["co_quan"], "")),
            "report" => told(&["noi_dung", "ky"], ", "),
            "table" => told(&["ten"], "").or_else(|| Some("Bảng".to_owned())),
            "document" => told(&["loai", "so_hieu"], " ").filter(|_| of("so_hieu").is_some()),
            _ => None,
        };
        if let Some(own) = own {
            return own;
        }
        if shape.name == "target" && of("ten").or(of("loi")).is_none() {
            return told(&["doi_tuong", "ket_qua"], " ").unwrap_or_default();
        }
        let named =
            NAMED_BY.iter().find_map(|key| of(key)).or_else(|| members.first().map(|(_, member)| &member.meaning));
        named.map_or_else(|| shape.title.to_owned(), worded)
    }

    /// The figures that make something what it is: the value of a target, the money of an item; `None` without any.
    pub fn fact(&self, meaning: &Meaning) -> Option<String> {
        let Meaning::Record(shape, _) = meaning else { return None };
        let of = |key: &str| meaning.of(key).map(|stated| self.shown(&stated.meaning));
        match shape.name {
            "target" => {
                let unit = of("don_vi").unwrap_or_default();
                let with = |number: String| match unit.as_str() {
                    "" => number,
                    "%" => format!("{number}%"),
                    unit => format!("{number} {unit}"),
                };
                let bound = of("so_sanh").map(|bound| format!("{bound} ")).unwrap_or_default();
                let from_to = || Some(format!("từ {} đến {}", of("tu")?, with(of("den")?)));
                from_to()
                    .or_else(|| of("gia_tri").map(|value| format!("{bound}{}", with(value))))
                    .or_else(|| of("con").map(|level| format!("còn {bound}{}", with(level))))
                    .or_else(|| of("giam").map(|amount| format!("giảm {bound}{}", with(amount))))
                    .or_else(|| of("tang").map(|amount| format!("tăng {bound}{}", with(amount))))
            }
            "funding_item" => whole_amount(meaning).map(money),
            "responsibility" => match meaning.of("viec").map(|stated| &stated.meaning) {
                Some(Meaning::List(items)) => Some(format!("{} việc", items.len())),
                _ => None,
            },
            "task" => {
                let lead = of("chu_tri").map(|lead| format!("chủ trì: {lead}"));
                let time = of("thoi_han").map(|time| format!("thời hạn: {time}"));
                let said: Vec<_> = [lead, time].into_iter().flatten().collect();
                (!said.is_empty()).then(|| said.join(", "))
            }
            _ => None,
        }
    }
}

/// The keys by which things are known, the best first.
const NAMED_BY: [&str; 20] = [
    "ten",
    "muc",
    "loi",
    "tieu_de",
    "viec",
    "co_quan",
    "van_ban",
    "noi",
    "moc",
    "buoi",
    "nhom",
    "cong",
    "tong",
    "doi_tuong",
    "ket_qua",
    "nguon",
    "chuc_vu",
    "noi_dung",
    "in",
    "ma",
];

/// The money of an item: as written, else the sum of its parts, if each has its amount.
pub fn whole_amount(meaning: &Meaning) -> Option<Amount> {
    let of = |key: &str| meaning.of(key).map(|stated| &stated.meaning);
    if let Some(Meaning::Money(amount)) = of("so_tien") {
        return Some(*amount);
    }
    let parts: Vec<Option<Amount>> = match of("phan_bo").or(of("theo_nguon")).or(of("theo_nam")).or(of("khoan"))? {
        Meaning::List(items) => items.iter().map(|item| whole_amount(&item.meaning)).collect(),
        Meaning::Entries(entries) => entries
            .iter()
            .map(|(_, entry)| match &entry.meaning {
                Meaning::Money(amount) => Some(*amount),
                meaning => whole_amount(meaning),
            })
            .collect(),
        _ => return None,
    };
    let all: Option<Vec<Amount>> = parts.into_iter().collect();
    all.filter(|all| !all.is_empty()).map(Amount::sum)
}

fn is_big(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Record(..) | Meaning::List(_) | Meaning::Entries(_))
}

/// The first words of a text, without line breaks and emphasis.
fn short(text: &str) -> String {
    shortened(&text.replace('\n', " ").replace('*', ""))
}

/// Money in the largest unit that leaves it short.
pub fn money(amount: Amount) -> String {
    amount.display(unit_of(amount.money.0))
}

/// The largest unit in which an amount is written with three decimals at most.
pub fn unit_of(dong: i128) -> MoneyUnit {
    let fits = |unit: &&MoneyUnit| dong != 0 && dong.abs() >= unit.dong && (dong * 1_000) % unit.dong == 0;
    MONEY_UNITS.iter().filter(fits).max_by_key(|unit| unit.dong).copied().unwrap_or(MONEY_UNITS[1])
}
