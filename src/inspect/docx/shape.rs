//! Reads drawings: boxes with words, level lines, letters that are drawn; in both of the ways that Word draws.

use super::letters::rgb;
use super::outline::{Outline, scaled};
use super::raw::{Across, Shape, Words};
use super::reader::{Around, Reader};
use super::vml;
use super::xml::{Tag, Token, Xml, emu};
use crate::inspect::observed::Refusal;

/// What a drawing holds.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    pub(super) shapes: Vec<Shape>,
    pub(super) has_picture: bool,
}

/// Where a drawing stands, and how large it is; in EMU.
#[derive(Debug, Clone, Copy)]
struct Anchor {
    x: Across,
    y: Option<i64>,
    width: Option<i64>,
    height: Option<i64>,
    /// The size of the coordinates inside a group.
    inner: Option<(i64, i64)>,
    is_group: bool,
    /// Whether it goes by the page although it is anchored in a cell.
    is_out_of_cell: bool,
}

impl Reader {
    /// Reads the element that has just begun: `drawing`, `pict` or `object`.
    pub(super) fn drawing(&mut self, xml: &mut Xml<'_>, around: &Around) -> Result<Drawn, Refusal> {
        let depth = xml.depth();
        let mut drawn = Drawn::default();
        let mut anchor = Anchor {
            x: Across::Unknown,
            y: None,
            width: None,
            height: None,
            inner: None,
            is_group: false,
            is_out_of_cell: false,
        };
        let mut scale = None;
        while let Some(token) = xml.within(depth)? {
            let Token::Open(tag) = token else { continue };
            match tag.name() {
                "inline" => anchor.y = Some(0),
                "anchor" => {
                    anchor.is_out_of_cell = tag.get("layoutInCell").is_some_and(|is| matches!(&*is, "0" | "false"));
                }
                "positionH" => {
                    let found = across(xml, &tag)?;
                    let is_out = anchor.is_out_of_cell && is_from_margin(&tag);
                    anchor.x = match found {
                        Across::Column(left) if is_out => Across::Margin(left),
                        Across::Middle if is_out => Across::Unknown,
                        Across::Column(_) | Across::Margin(_) | Across::Page(_) | Across::Middle | Across::Unknown => {
                            found
                        }
                    };
                }
                "positionV" => anchor.y = down(xml, &tag)?,
                "extent" => (anchor.width, anchor.height) = (tag.number("cx"), tag.number("cy")),
                "wgp" | "wpc" => anchor.is_group = true,
                "chExt" => anchor.inner = anchor.inner.or(tag.number("cx").zip(tag.number("cy"))),
                "wsp" | "cxnSp" => self.shape(xml, around, &anchor, &mut drawn)?,
                "pic" | "imagedata" | "chart" | "OLEObject" => {
                    drawn.has_picture = true;
                    xml.skip()?;
                }
                "shapetype" => xml.skip()?,
                "group" => scale = vml::scale(&tag),
                "line" | "shape" | "rect" | "roundrect" | "oval" => {
                    let outline = vml::outline(&tag, scale);
                    self.old_shape(xml, around, outline, &mut drawn)?;
                }
                // A box that no shape holds: its words are there all the same.
                "txbxContent" => self.words(xml, around, &Outline::default(), &mut drawn)?,
                _ => {}
            }
        }
        Ok(drawn)
    }

    /// Reads the element `wsp` that has just begun.
    fn shape(&mut self, xml: &mut Xml<'_>, around: &Around, anchor: &Anchor, drawn: &mut Drawn) -> Result<(), Refusal> {
        let depth = xml.depth();
        self.count_block()?;
        let mut outline = Outline { width: anchor.width, height: anchor.height, ..Outline::default() };
        (outline.x, outline.y) = (Some(anchor.x), anchor.y);
        let (mut is_in_line, mut has_words, mut is_turned) = (false, false, false);
        while let Some(token) = xml.within(depth)? {
            let Token::Open(tag) = token else { continue };
            match tag.name() {
                "xfrm" => is_turned = tag.number("rot").is_some_and(is_quarter),
                "ext" if anchor.is_group => {
                    let within = |whole: Option<i64>, inner: Option<i64>, own: i64| match whole.zip(inner) {
                        Some((whole, inner)) if inner > 0 => scaled(own, whole, inner),
                        _ => own,
                    };
                    if let Some((width, height)) = tag.number("cx").zip(tag.number("cy")) {
                        outline.width = Some(within(anchor.width, anchor.inner.map(|size| size.0), width));
                        outline.height = Some(within(anchor.height, anchor.inner.map(|size| size.1), height));
                        // Where it stands in its group is not told apart.
                        outline.x = Some(Across::Unknown);
                    }
                }
                "prstGeom" => {
                    outline.is_line =
                        tag.get("prst").is_some_and(|kind| matches!(&*kind, "line" | "straightConnector1"));
                }
                "ln" => (is_in_line, outline.is_stroked) = (true, true),
                "noFill" if is_in_line => outline.is_stroked = false,
                "solidFill" => outline.is_filled |= !is_in_line,
                "srgbClr" if is_in_line => outline.color = tag.val().and_then(|value| rgb(&value)),
                "prstDash" => outline.is_dashed = tag.val().is_some_and(|kind| kind != "solid"),
                "lnRef" => {
                    outline.is_stroked |= !is_in_line && tag.number("idx").is_some_and(|index| index > 0);
                    xml.skip()?;
                }
                "fillRef" | "effectRef" | "fontRef" | "bodyPr" | "extLst" => xml.skip()?,
                "txbxContent" => {
                    has_words = true;
                    self.words(xml, around, &outline, drawn)?;
                }
                _ => {}
            }
        }
        if is_turned {
            std::mem::swap(&mut outline.width, &mut outline.height);
        }
        if !has_words {
            drawn.shapes.extend(outline.rule().map(Shape::Rule));
        }
        Ok(())
    }

    /// Reads a shape of the older kind that has just begun.
    fn old_shape(
        &mut self,
        xml: &mut Xml<'_>,
        around: &Around,
        mut outline: Outline,
        drawn: &mut Drawn,
    ) -> Result<(), Refusal> {
        let depth = xml.depth();
        self.count_block()?;
        let mut has_words = false;
        while let Some(token) = xml.within(depth)? {
            let Token::Open(tag) = token else { continue };
            match tag.name() {
                "textpath" => {
                    has_words = true;
                    drawn.shapes.extend(tag.get("string").map(|text| Shape::Drawn(text.into_owned())));
                }
                "imagedata" => {
                    has_words = true;
                    drawn.has_picture = true;
                }
                "stroke" => {
                    outline.is_dashed |= tag.get("dashstyle").is_some_and(|style| style != "solid");
                    outline.is_stroked &= tag.get("on").is_none_or(|on| !matches!(&*on, "f" | "false"));
                }
                "txbxContent" => {
                    has_words = true;
                    self.words(xml, around, &outline, drawn)?;
                }
                _ => {}
            }
        }
        if !has_words {
            drawn.shapes.extend(outline.rule().map(Shape::Rule));
        }
        Ok(())
    }

    /// Reads the element `txbxContent` that has just begun.
    fn words(
        &mut self,
        xml: &mut Xml<'_>,
        around: &Around,
        outline: &Outline,
        drawn: &mut Drawn,
    ) -> Result<(), Refusal> {
        let depth = xml.depth();
        let (fields, orders) = (std::mem::take(&mut self.fields), std::mem::take(&mut self.orders));
        let inside = Around { table: around.table.clone(), is_box: true };
        let blocks = self.blocks(xml, depth, &inside)?;
        (self.fields, self.orders) = (fields, orders);
        drawn.shapes.push(Shape::Words(Words {
            blocks,
            width: outline.width,
            height: outline.height,
            has_border: outline.is_stroked,
            color: outline.color,
        }));
        Ok(())
    }
}

/// Whether a turn, in 60,000ths of a degree, makes a level line upright.
fn is_quarter(turn: i64) -> bool {
    const QUARTER: i64 = 5_400_000;
    let rest = turn.rem_euclid(2 * QUARTER);
    (rest - QUARTER).abs() < QUARTER / 4
}

/// Whether a place is told from the margin of the page.
fn is_from_margin(tag: &Tag<'_>) -> bool {
    tag.get("relativeFrom").is_some_and(|from| from == "margin")
}

/// Where a drawing stands across: the element `positionH`.
fn across(xml: &mut Xml<'_>, tag: &Tag<'_>) -> Result<Across, Refusal> {
    let from = tag.get("relativeFrom").unwrap_or_default().into_owned();
    let depth = xml.depth();
    let mut found = Across::Unknown;
    while let Some(token) = xml.within(depth)? {
        let Token::Open(tag) = token else { continue };
        match (tag.name(), from.as_str()) {
            ("align", "column" | "margin") if xml.text()?.trim() == "center" => found = Across::Middle,
            ("posOffset", "column" | "margin") => found = offset(xml)?.map_or(Across::Unknown, Across::Column),
            ("posOffset", "page") => found = offset(xml)?.map_or(Across::Unknown, Across::Page),
            _ => {}
        }
    }
    Ok(found)
}

/// Where a drawing stands below the upper edge of its paragraph: the element `positionV`.
fn down(xml: &mut Xml<'_>, tag: &Tag<'_>) -> Result<Option<i64>, Refusal> {
    let is_own = tag.get("relativeFrom").is_some_and(|from| matches!(&*from, "paragraph" | "line"));
    let depth = xml.depth();
    let mut found = None;
    while let Some(token) = xml.within(depth)? {
        let Token::Open(tag) = token else { continue };
        if tag.name() == "posOffset" && is_own {
            found = offset(xml)?;
        }
    }
    Ok(found)
}

/// The number that an element holds, in EMU.
fn offset(xml: &mut Xml<'_>) -> Result<Option<i64>, Refusal> {
    Ok(emu(&format!("{}emu", xml.text()?.trim())))
}
