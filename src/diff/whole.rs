//! What a whole plan says: of what it shares with others, only what it uses.

use std::collections::{BTreeMap, HashSet};

use crate::plan::Plan;
use crate::schema::{Mean, Meaning, Stated};

/// Keys of the registries that plans share.
pub(super) const REGISTRIES: [&str; 2] = ["co_quan", "van_ban"];
/// The key of the programme, which plans share too.
const PROGRAMME: &str = "chuong_trinh";
/// The key that names what takes something's place, which is no use of it.
const SUCCESSOR: &str = "thay_bang";

/// An entity: the term of what it is, and its id.
pub(super) type Entity = (&'static str, String);

/// By which key sentences name the entities of a term.
const ROOTS: [(&str, &str); 4] =
    [("cơ quan", "co_quan"), ("văn bản", "van_ban"), ("chỉ tiêu", "chi_tieu"), ("dự án", "du_an")];

/// What a plan says, without the entities that it shares and does not use.
pub(super) fn said(plan: &Plan) -> Meaning {
    let Meaning::Record(shape, members) = plan.mean() else { return Meaning::Nothing };
    let is_shared = |key: &str| REGISTRIES.contains(&key) || key == PROGRAMME;
    let mut used = HashSet::new();
    for (_, member) in members.iter().filter(|(key, _)| !is_shared(key.key)) {
        take_used(&member.meaning, &mut used);
    }
    take_groups(plan, &mut used);
    loop {
        let before = used.len();
        for (key, member) in members.iter().filter(|(key, _)| is_shared(key.key)) {
            take_inside(key.key, &member.meaning, &mut used);
        }
        if used.len() == before {
            break;
        }
    }
    let cut = members.into_iter().map(|(key, member)| {
        let meaning = match key.key {
            "co_quan" => kept(member.meaning, "cơ quan", &used),
            "van_ban" => kept(member.meaning, "văn bản", &used),
            PROGRAMME => programme(member.meaning, &used),
            _ => member.meaning,
        };
        (key, Stated { meaning, span: member.span })
    });
    Meaning::Record(shape, cut.filter(|(_, member)| !member.meaning.is_nothing()).collect())
}

/// The entities to which something refers, in keys and in sentences.
fn take_used(meaning: &Meaning, used: &mut HashSet<Entity>) {
    match meaning {
        Meaning::Reference(home, id) => {
            used.insert((home.term, id.clone()));
        }
        Meaning::Words(words) => {
            for named in words.split("{{ ").skip(1) {
                let mut path = named.split([' ', '.']);
                let root = path.next().unwrap_or_default();
                let term = ROOTS.iter().find(|(_, key)| *key == root).map(|(term, _)| *term);
                if let (Some(term), Some(id)) = (term, path.next()) {
                    used.insert((term, id.to_owned()));
                }
            }
        }
        Meaning::Record(_, members) => {
            members
                .iter()
                .filter(|(key, _)| key.key != SUCCESSOR)
                .for_each(|(_, member)| take_used(&member.meaning, used));
        }
        Meaning::List(items) => items.iter().for_each(|item| take_used(&item.meaning, used)),
        Meaning::Entries(entries) => entries.iter().for_each(|(_, entry)| take_used(&entry.meaning, used)),
        Meaning::Nothing
        | Meaning::Plain(_)
        | Meaning::Choice(..)
        | Meaning::Number(_)
        | Meaning::Money(_)
        | Meaning::Time(..) => {}
    }
}

/// The bodies of the groups that receive the plan.
fn take_groups(plan: &Plan, used: &mut HashSet<Entity>) {
    for group in plan.recipients.iter().filter_map(|recipient| recipient.group.as_ref()) {
        for (id, _) in plan.bodies.iter().filter(|(_, body)| body.groups.contains(group)) {
            used.insert(("cơ quan", id.name.clone()));
        }
    }
    // A project that is carried out is the programme's.
    used.extend(plan.projects.ids().map(|id| ("dự án", id.to_owned())));
}

/// What the entities in use refer to.
fn take_inside(key: &str, meaning: &Meaning, used: &mut HashSet<Entity>) {
    let term = match key {
        "co_quan" => "cơ quan",
        "van_ban" => "văn bản",
        _ => {
            if let Meaning::Record(_, members) = meaning {
                for (key, member) in members {
                    match &member.meaning {
                        Meaning::Entries(entries) => take_entries("dự án", entries, used),
                        meaning if key.key != "du_an" => take_used(meaning, used),
                        _ => {}
                    }
                }
            }
            return;
        }
    };
    if let Meaning::Entries(entries) = meaning {
        take_entries(term, entries, used);
    }
}

fn take_entries(term: &'static str, entries: &[(String, Stated)], used: &mut HashSet<Entity>) {
    for (id, entry) in entries {
        if used.contains(&(term, id.clone())) {
            take_used(&entry.meaning, used);
        }
    }
}

fn kept(meaning: Meaning, term: &'static str, used: &HashSet<Entity>) -> Meaning {
    match meaning {
        Meaning::Entries(entries) => {
            Meaning::entries(entries.into_iter().filter(|(id, _)| used.contains(&(term, id.clone()))))
        }
        meaning => meaning,
    }
}

fn programme(meaning: Meaning, used: &HashSet<Entity>) -> Meaning {
    let Meaning::Record(shape, members) = meaning else { return meaning };
    let cut = members.into_iter().map(|(key, member)| {
        let meaning = kept(member.meaning, "dự án", used);
        (key, Stated { meaning, span: member.span })
    });
    Meaning::Record(shape, cut.filter(|(_, member)| !member.meaning.is_nothing()).collect())
}

/// What the old plan says, by the ids that the new plan uses.
pub(super) fn translated(meaning: Meaning, ids: &BTreeMap<Entity, String>) -> Meaning {
    let stated = |stated: Stated| Stated { meaning: translated(stated.meaning, ids), span: stated.span };
    match meaning {
        Meaning::Reference(home, id) => {
            let id = ids.get(&(home.term, id.clone())).cloned().unwrap_or(id);
            Meaning::Reference(home, id)
        }
        Meaning::Words(words) if words.contains("{{ ") => Meaning::Words(words_translated(words, ids)),
        Meaning::Record(shape, members) => {
            Meaning::Record(shape, members.into_iter().map(|(key, member)| (key, stated(member))).collect())
        }
        Meaning::List(items) => Meaning::List(items.into_iter().map(stated).collect()),
        Meaning::Entries(entries) => {
            Meaning::Entries(entries.into_iter().map(|(id, entry)| (id, stated(entry))).collect())
        }
        meaning => meaning,
    }
}

/// A sentence by the ids that the new plan uses.
pub(super) fn words_translated(words: String, ids: &BTreeMap<Entity, String>) -> String {
    let mut parts = words.split("{{ ");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str("{{ ");
        let mut path = part.splitn(3, ['.', ' ']);
        let (root, id) = (path.next().unwrap_or_default(), path.next().unwrap_or_default());
        let term = ROOTS.iter().find(|(_, key)| *key == root).map(|(term, _)| *term);
        match term.and_then(|term| ids.get(&(term, id.to_owned()))) {
            Some(new) => {
                out.push_str(&format!("{root}.{new}"));
                out.push_str(&part[root.len() + 1 + id.len()..]);
            }
            None => out.push_str(part),
        }
    }
    out
}
