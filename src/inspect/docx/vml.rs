//! Shapes of the older kind: what their attributes say.

use super::letters::rgb;
use super::outline::{Outline, scaled};
use super::raw::Across;
use super::xml::{Tag, emu, whole};

/// How large a group is on paper, in EMU, and how many of its own units that is.
pub(super) type Scale = Option<(i64, i64)>;

/// The scale of the group that has just begun.
pub(super) fn scale(tag: &Tag<'_>) -> Scale {
    let style = tag.get("style")?;
    let width = emu(property(&style, "width")?)?;
    let inner = whole(tag.get("coordsize")?.split(',').next()?)?;
    (inner > 0).then_some((width, inner))
}

/// What the attributes of a shape say.
pub(super) fn outline(tag: &Tag<'_>, scale: Scale) -> Outline {
    let style = tag.get("style").unwrap_or_default();
    let length = |text: &str| {
        let is_bare = !text.trim().ends_with(|letter: char| letter.is_ascii_alphabetic());
        match scale {
            Some((whole_length, inner)) if is_bare => whole(text).map(|own| scaled(own, whole_length, inner)),
            _ => emu(text),
        }
    };
    let get = |name: &str| property(&style, name).and_then(length);
    let kind = tag.get("type").unwrap_or_default();
    let is_off = |name: &str| tag.get(name).is_some_and(|value| matches!(&*value, "f" | "false" | "0"));
    let mut outline = Outline {
        width: get("width"),
        height: get("height"),
        is_line: tag.name() == "line"
            || tag.get("connectortype").is_some_and(|value| value == "straight")
            || kind.ends_with("_t32")
            || kind.ends_with("_t20"),
        is_stroked: !is_off("stroked"),
        is_filled: tag.get("fillcolor").is_some() && !is_off("filled"),
        color: tag.get("strokecolor").and_then(|value| rgb(&value)),
        ..Outline::default()
    };
    let is_own = |axis: &str| property(&style, axis).is_none_or(|value| value == "text" || value == "char");
    if scale.is_none() && is_own("mso-position-vertical-relative") {
        outline.y = get("margin-top").or(Some(0));
    }
    if scale.is_none() && is_own("mso-position-horizontal-relative") {
        let is_middle = property(&style, "mso-position-horizontal").is_some_and(|value| value == "center");
        let left = get("margin-left").or_else(|| get("left")).unwrap_or(0);
        outline.x = Some(if is_middle { Across::Middle } else { Across::Column(left) });
    }
    let point = |name: &str| {
        let value = tag.get(name)?;
        let (x, y) = value.split_once(',')?;
        let or_zero = |text: &str| if text.trim().is_empty() { Some(0) } else { length(text) };
        or_zero(x).zip(or_zero(y))
    };
    if tag.name() == "line"
        && let Some(((x, y), (to_x, to_y))) = point("from").zip(point("to"))
    {
        outline.width = Some((to_x - x).abs());
        outline.height = Some((to_y - y).abs());
        // Its ends are told from the corner of its column, unless it has margins too.
        if let Some(Across::Column(left)) = outline.x {
            outline.x = Some(Across::Column(left + x.min(to_x)));
        }
        outline.y = outline.y.map(|top| top + y.min(to_y));
    }
    outline
}

/// The value of a property in a style.
fn property<'s>(style: &'s str, name: &str) -> Option<&'s str> {
    let pairs = style.split(';').filter_map(|pair| pair.split_once(':'));
    pairs
        .map(|(name, value)| (name.trim(), value.trim()))
        .find(|(own, _)| own.eq_ignore_ascii_case(name))
        .map(|pair| pair.1)
}
