//! A comparison as a page: well formed, whole, safe and alone.

use kehoach::diff::render::{Entry, html};
use roxmltree::{Document, Node};

use crate::diff::plan;

const NAMES: [&str; 2] = ["plans/2025/xa-suoi-ngan.yaml", "plans/2026/xa-suoi-ngan.yaml"];

fn entry(old: &str, new: &str) -> Entry {
    let (old, new) = (plan(old), plan(new));
    Entry::of(&kehoach::template::comparison::compare(&old, &new), NAMES[0], NAMES[1])
}

/// Two years of a commune.
fn years() -> Entry {
    let [old, new] = NAMES.map(|path| std::fs::read_to_string(path).expect("a plan"));
    entry(&old, &new)
}

/// Reads a page as strictly as XML.
#[track_caller]
fn read<T>(page: &str, see: impl Fn(&Document<'_>) -> T) -> T {
    let markup = page.strip_prefix("<!DOCTYPE html>\n").expect("a page of HTML");
    see(&Document::parse(markup).expect("well-formed markup"))
}

fn words(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect()
}

fn has_class(node: Node<'_, '_>, class: &str) -> bool {
    node.attribute("class").is_some_and(|own| own.split(' ').any(|own| own == class))
}

#[test]
fn every_change_stands_there_once_and_whole() {
    let entry = years();
    assert!(entry.rows.len() > 50, "the two years differ in much");
    read(&html::render(std::slice::from_ref(&entry)), |page| {
        let rows: Vec<Node<'_, '_>> = page.descendants().filter(|node| has_class(*node, "row")).collect();
        assert_eq!(rows.len(), entry.rows.len());
        for (at, row) in entry.rows.iter().enumerate() {
            let id = format!("k0-{at}");
            let own: Vec<_> = rows.iter().filter(|node| node.attribute("id") == Some(id.as_str())).collect();
            let [own] = own.as_slice() else { panic!("{id} stands there {} times", own.len()) };
            let said = words(**own);
            let facts = [&row.difference, &row.percent, &row.note].into_iter().flatten().chain(&row.place);
            let (sides, details): (Vec<&String>, &[String]) = if row.pieces.is_empty() {
                ([&row.old, &row.new].into_iter().flatten().collect(), &row.details)
            } else {
                (row.pieces.iter().map(|piece| &piece.words).collect(), &[])
            };
            for words in facts.chain(sides).chain(details) {
                assert!(said.contains(words.as_str()), "{id} does not say {words}: {said}");
            }
        }
    });
}

#[test]
fn contents_lead_to_what_is_there_and_ids_are_told_apart() {
    let page = html::render(&[years(), years()]);
    read(&page, |page| {
        let ids: Vec<&str> = page.descendants().filter_map(|node| node.attribute("id")).collect();
        let different: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), different.len());
        let links: Vec<&str> = page.descendants().filter_map(|node| node.attribute("href")).collect();
        assert!(links.len() > 10);
        for link in links {
            assert!(link.strip_prefix('#').is_some_and(|id| different.contains(id)), "{link}");
        }
    });
}

#[test]
fn what_a_plan_says_is_never_markup() {
    let evil = "</td></script><script>alert(1)</script><img src=x onerror='a()'> \" @script@ & \u{8}";
    let mut entry = years();
    entry.title = evil.to_owned();
    entry.old = Some(evil.to_owned());
    entry.periods = [Some(evil.to_owned()), None];
    entry.notes = vec![evil.to_owned()];
    for row in &mut entry.rows {
        row.place = vec![evil.to_owned(), evil.to_owned()];
        row.bodies = vec![evil.to_owned()];
        row.details = vec![evil.to_owned()];
        [row.old, row.new, row.note, row.difference, row.percent] = [(); 5].map(|()| Some(evil.to_owned()));
        for piece in &mut row.pieces {
            piece.words = evil.to_owned();
        }
    }
    read(&html::render(&[entry]), |page| {
        let named = |name: &str| page.descendants().filter(|node| node.has_tag_name(name)).count();
        assert_eq!((named("script"), named("img")), (1, 0));
        let heading = page.descendants().find(|node| node.has_tag_name("h2") && node.attribute("id") == Some("k0-ten"));
        assert_eq!(heading.map(words), Some(evil.replace('\u{8}', "\u{fffd}")));
    });
}

#[test]
fn a_page_loads_nothing_and_is_the_same_each_time() {
    let page = html::render(&[years()]);
    assert_eq!(page, html::render(&[years()]));
    for outside in ["http://", "https://", "url(", "@import", " src=", "fetch(", "<link"] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert!(page.contains("content=\"default-src 'none'; "));
    assert!(page.contains("<html lang=\"vi\">") && page.contains("<meta charset=\"UTF-8\"/>"));
}

#[test]
fn a_plan_alone_and_two_that_are_alike_say_so() {
    let text = std::fs::read_to_string(NAMES[1]).expect("a plan");
    let alone = |is_new| Entry::alone(&plan(&text), "a.yaml", is_new);
    let page = html::render(&[entry(&text, &text), alone(true), alone(false)]);
    for said in ["Hai bản không khác gì nhau.", "Kế hoạch mới, không có bản trước", "Kế hoạch không còn trong bản này."]
    {
        assert_eq!(page.matches(said).count(), 1, "{said}");
    }
}

#[test]
#[ignore = "writes pages to look at"]
fn pages_to_look_at() {
    let text = std::fs::read_to_string(NAMES[1]).expect("a plan");
    let other = std::fs::read_to_string("plans/2024/xa-tra-lam.yaml").expect("a plan");
    let dir = std::env::temp_dir();
    std::fs::write(dir.join("html_years.html"), html::render(&[years()])).expect("a page");
    let several = [years(), entry(&other, &text), Entry::alone(&plan(&other), "a.yaml", true)];
    std::fs::write(dir.join("html_several.html"), html::render(&several)).expect("a page");
}
