//! What stands where on the finished pages, read back for the tests.

use ::typst::layout::{Frame, FrameItem, Point, Transform};
use ::typst::text::{FontStyle, FontWeight};
use ::typst::visualize::Geometry;
use ::typst_layout::PagedDocument;

/// Words on one baseline that touch each other. Lengths are points.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) baseline: f64,
    /// Of its first word.
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) italic: bool,
}

/// A straight line or a box. Lengths are points.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stroke {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) weight: f64,
}

/// One page.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) width: f64,
    pub(super) height: f64,
    /// The number by which a reader's program calls it.
    pub(super) label: u64,
    pub(super) lines: Vec<Line>,
    pub(super) rules: Vec<Stroke>,
    pub(super) boxes: Vec<Stroke>,
}

impl Page {
    /// The first line with the given text in it.
    #[track_caller]
    pub(super) fn line(&self, text: &str) -> &Line {
        self.lines.iter().find(|line| line.text.contains(text)).unwrap_or_else(|| panic!("no line has “{text}”"))
    }
}

/// Reads the pages of a document.
pub(super) fn pages(document: &PagedDocument) -> Vec<Page> {
    document
        .pages()
        .iter()
        .map(|source| {
            let size = source.frame.size();
            assert!(source.numbering.is_some(), "a page has a label");
            let mut page =
                Page { width: size.x.to_pt(), height: size.y.to_pt(), label: source.number, ..Page::default() };
            walk(&source.frame, Transform::identity(), &mut page);
            page
        })
        .collect()
}

fn walk(frame: &Frame, transform: Transform, page: &mut Page) {
    for (position, item) in frame.items() {
        let at = Point::zero().transform(transform.pre_concat(Transform::translate(position.x, position.y)));
        match item {
            FrameItem::Group(group) => {
                let inner = transform.pre_concat(Transform::translate(position.x, position.y));
                walk(&group.frame, inner.pre_concat(group.transform), page);
            }
            FrameItem::Text(text) => {
                let variant = text.font.font().info().variant;
                let line = Line {
                    text: text.text.to_string(),
                    left: at.x.to_pt(),
                    right: (at.x + text.width()).to_pt(),
                    baseline: at.y.to_pt(),
                    size: text.size.to_pt(),
                    bold: variant.weight == FontWeight::BOLD,
                    italic: variant.style == FontStyle::Italic,
                };
                match page.lines.last_mut() {
                    Some(last) if near(last.baseline, line.baseline) && near(last.right, line.left) => {
                        last.text.push_str(&line.text);
                        last.right = line.right;
                    }
                    _ => page.lines.push(line),
                }
            }
            FrameItem::Shape(shape, _) => {
                let weight = shape.stroke.as_ref().map_or(0.0, |stroke| stroke.thickness.to_pt());
                let stroke =
                    |width: f64, height: f64| Stroke { left: at.x.to_pt(), top: at.y.to_pt(), width, height, weight };
                match &shape.geometry {
                    Geometry::Line(end) => page.rules.push(stroke(end.x.to_pt(), end.y.to_pt())),
                    Geometry::Rect(size) => page.boxes.push(stroke(size.x.to_pt(), size.y.to_pt())),
                    Geometry::Curve(_) => panic!("a document has no curves"),
                }
            }
            FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
    }
}

/// Whether two lengths are the same for all that anyone can see.
pub(super) fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 0.01
}
