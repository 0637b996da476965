//! The pages of a file, in order, with what they inherit.

use std::collections::BTreeSet;

use super::file::File;
use super::object::{Dict, Object};
use super::trouble::Trouble;

/// How many pages a document may have.
const MOST_PAGES: usize = 1_000;

/// How many steps the way to all pages may take.
const MOST_NODES: usize = 20_000;

/// What is taken for the paper where a page names none: A4, in points.
const PAPER: [f64; 4] = [0.0, 0.0, 595.276, 841.89];

/// A page as the file describes it.
#[derive(Debug)]
pub(super) struct Page {
    /// All that it says.
    pub(super) dict: Dict,
    /// Typefaces and forms.
    pub(super) resources: Dict,
    /// What is seen of it: left, lower, right and upper edge in points.
    pub(super) edges: [f64; 4],
    /// By how many quarters it is turned to the right.
    pub(super) quarters: usize,
}

/// What pages inherit.
#[derive(Clone, Default)]
struct Inherited {
    resources: Option<Object>,
    media: Option<Object>,
    crop: Option<Object>,
    turn: Option<Object>,
}

/// The pages of a file.
pub(super) fn pages(file: &File<'_>) -> Result<Vec<Page>, Trouble> {
    let pages = pages_from(file, file.trailer())?;
    if !pages.is_empty() {
        return Ok(pages);
    }
    let trailer = file.searched_trailer();
    file.trouble()?;
    if trailer.contains_key("Encrypt") {
        return Err(Trouble::Encrypted);
    }
    if !trailer.contains_key("Root") {
        return Err(Trouble::Damaged);
    }
    let pages = pages_from(file, trailer)?;
    match (pages.is_empty(), file.is_whole()) {
        (false, _) => Ok(pages),
        (true, true) => Err(Trouble::NoPages),
        (true, false) => Err(Trouble::Damaged),
    }
}

fn pages_from(file: &File<'_>, trailer: &Dict) -> Result<Vec<Page>, Trouble> {
    let root = file.dict(trailer, "Root");
    let mut pages = Vec::new();
    let mut seen = BTreeSet::new();
    let start = root.get("Pages").cloned().unwrap_or(Object::Null);
    let mut next = vec![(start, Inherited::default())];
    let mut steps = 0;
    while let Some((object, inherited)) = next.pop() {
        steps += 1;
        if steps > MOST_NODES || pages.len() > MOST_PAGES {
            return Err(Trouble::TooLarge);
        }
        // A page that leads back to itself stands once.
        if let Object::Reference(number) = object
            && !seen.insert(number)
        {
            continue;
        }
        let Some(dict) = file.resolve(&object).into_dict() else { continue };
        file.trouble()?;
        let own = |key: &str, inherited: Option<Object>| {
            let object = file.get(&dict, key);
            if object == Object::Null { inherited } else { Some(object) }
        };
        let inherited = Inherited {
            resources: own("Resources", inherited.resources),
            media: own("MediaBox", inherited.media),
            crop: own("CropBox", inherited.crop),
            turn: own("Rotate", inherited.turn),
        };
        if let Object::Array(kids) = file.get(&dict, "Kids") {
            if next.len() + kids.len() > MOST_NODES {
                return Err(Trouble::TooLarge);
            }
            next.extend(kids.into_iter().rev().map(|kid| (kid, inherited.clone())));
        } else {
            pages.push(page(file, dict, inherited));
        }
    }
    Ok(pages)
}

fn page(file: &File<'_>, dict: Dict, inherited: Inherited) -> Page {
    let edges = |object: Option<Object>| -> Option<[f64; 4]> {
        let object = object?;
        let numbers: Vec<_> = object.array()?.iter().filter_map(|edge| file.resolve(edge).number()).collect();
        let [a, b, c, d] = numbers[..] else { return None };
        let edges = [a.min(c), b.min(d), a.max(c), b.max(d)];
        (edges[2] - edges[0] >= 1.0 && edges[3] - edges[1] >= 1.0).then_some(edges)
    };
    let media = edges(inherited.media).unwrap_or(PAPER);
    let crop = edges(inherited.crop).unwrap_or(media);
    let both = [crop[0].max(media[0]), crop[1].max(media[1]), crop[2].min(media[2]), crop[3].min(media[3])];
    let edges = if both[0] < both[2] && both[1] < both[3] { both } else { media };
    let turn = inherited.turn.and_then(|turn| turn.number()).unwrap_or(0.0);
    let quarters = ((turn / 90.0).round().rem_euclid(4.0)) as usize;
    let resources = inherited.resources.and_then(Object::into_dict).unwrap_or_default();
    Page { dict, resources, edges, quarters }
}

impl Page {
    /// Width and height as it lies, in points.
    pub(super) fn size(&self) -> (f64, f64) {
        let [left, lower, right, upper] = self.edges;
        let (width, height) = (right - left, upper - lower);
        if self.quarters.is_multiple_of(2) { (width, height) } else { (height, width) }
    }
}
